"""Body weights. Ideal weight: Devine 1974; obesity: WHO; doses on actual weight: house. Expected values by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.body_weights import CALCULATOR, Measured, Weights
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

MAN = Measured(sex="male", height_cm=Fraction("177.8"), weight_kg=Fraction(73))  # 70 in
WOMAN = Measured(sex="female", height_cm=Fraction("167.64"), weight_kg=Fraction(100))  # 66 in


def weights(measured: Measured) -> Weights:
    return CALCULATOR(measured)


# Devine 1974: 50 (men) or 45.5 (women) at 60 in, 2.3 kg for each inch above.
@pytest.mark.parametrize(
    ("sex", "inches", "ideal"),
    [
        pytest.param("male", 60, "50", id="a man of exactly 60 in has the base value"),
        pytest.param("female", 60, "45.5", id="a woman of exactly 60 in has the base value"),
        pytest.param("male", 61, "52.3", id="one inch more adds 2.3 kg to a man"),
        pytest.param("female", 61, "47.8", id="one inch more adds 2.3 kg to a woman"),
        pytest.param("male", 70, "73", id="a man of 70 in"),
        pytest.param("female", 66, "59.3", id="a woman of 66 in"),
        pytest.param("male", 90, "119", id="a man of 90 in, the tallest but an inch"),
    ],
)
def test_ideal_weight_follows_devine(sex: str, inches: int, ideal: str) -> None:
    measured = Measured(sex=sex, height_cm=inches * Fraction("2.54"), weight_kg=Fraction(80))
    assert weights(measured).ibw_kg == Fraction(ideal)


def test_half_an_inch_counts_half() -> None:
    assert weights(replace(MAN, height_cm=Fraction("60.5") * Fraction("2.54"))).ibw_kg == Fraction("51.15")


def test_just_below_60_inches_there_is_no_ideal_weight() -> None:
    short = weights(replace(WOMAN, height_cm=Fraction("152.39")))
    assert (short.ibw_kg, short.adjbw_kg, short.pct_ibw) == (None, None, None)


def test_at_60_inches_there_is_one() -> None:
    assert weights(replace(WOMAN, height_cm=Fraction("152.4"))).ibw_kg == Fraction("45.5")


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        pytest.param("60", "60", id="below the ideal 73 kg it is the actual weight"),
        pytest.param("73", "73", id="at the ideal weight both agree"),
        pytest.param("74", "73.4", id="one kilogram of excess adds 0.4"),
        pytest.param("173", "113", id="a hundred kilograms of excess add forty"),
    ],
)
def test_adjusted_weight_adds_two_fifths_of_the_excess(weight: str, expected: str) -> None:
    assert weights(replace(MAN, weight_kg=Fraction(weight))).adjbw_kg == Fraction(expected)


def test_the_share_of_ideal_weight_is_a_percentage_of_it() -> None:
    assert weights(replace(MAN, weight_kg=Fraction("109.5"))).pct_ibw == 150


# At 200 cm a BMI of 30 is 120 kg.
@pytest.mark.parametrize(("weight", "obese"), [("119.99", False), ("120", True), ("120.01", True)])
def test_obesity_begins_at_a_bmi_of_exactly_30(weight: str, obese: bool) -> None:
    measured = Measured(sex="male", height_cm=Fraction(200), weight_kg=Fraction(weight))
    assert weights(measured).obese is obese
    assert bool(list(CALCULATOR.tables(measured, weights(measured)))) is obese


def test_a_bmi_just_below_30_is_never_shown_as_30() -> None:
    measured = Measured(sex="male", height_cm=Fraction(200), weight_kg=Fraction("119.99"))  # 29.9975
    shown = dict(CALCULATOR.output_fields)["bmi"].text(weights(measured).bmi)
    assert shown == "29.99 kg/m²"


def test_a_gap_of_less_than_a_hundredth_is_not_shown_as_none() -> None:
    # 86.69 kg ÷ (1.7 m)² = 29.9965…; 30 is 0.0034… away
    measured = Measured(sex="male", height_cm=Fraction(170), weight_kg=Fraction("86.69"))
    working = list(CALCULATOR.working(measured, weights(measured)))
    assert "BMI 29.99: below 30, less than 0.01 kg/m² from 30" in working


def test_an_obese_patient_sees_the_dose_on_each_weight() -> None:
    (table,) = CALCULATOR.tables(WOMAN, weights(WOMAN))
    # 0.5 mg/kg of 100, 59.3 and 59.3 + 0.4 × 40.7 = 75.58 kg
    assert table.rows == (
        ("Actual (our protocol)", "100 kg", "50 mg"),
        ("Ideal", "59.3 kg", "29.7 mg"),
        ("Adjusted", "75.6 kg", "37.8 mg"),
    )


def test_a_short_obese_patient_sees_the_dose_on_actual_weight_only() -> None:
    short = replace(WOMAN, height_cm=Fraction(150))
    (table,) = CALCULATOR.tables(short, weights(short))
    assert [row[0] for row in table.rows] == ["Actual (our protocol)"]
    said = " ".join(notice.text for notice in CALCULATOR.warnings(short, weights(short)))
    assert "Below 152.4 cm" in said
    assert "shown beside the dose of our protocol" not in said


def test_the_house_always_doses_on_actual_weight() -> None:
    assert {weights(one).house_basis for one in (MAN, WOMAN)} == {"actual"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"height_cm": 119.9}, "Height must be a number from 120 to 230 cm"),
        ({"height_cm": 230.1}, "Height must be a number from 120 to 230 cm"),
        ({"weight_kg": 29.9}, "Weight must be a number from 30 to 650 kg"),
        ({"weight_kg": 650.1}, "Weight must be a number from 30 to 650 kg"),
        ({"sex": "other"}, "Sex must be male or female"),
        ({"sex": "Male"}, "Did you mean male?"),
        ({"height_cm": True}, "Height must be a number"),
    ],
)
def test_it_refuses_what_it_cannot_calculate_with(change: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("body_weights", {"sex": "male", "height_cm": 177.8, "weight_kg": 73} | change)
    assert message in str(refused.value)


# 1.6764² = 2.81031696 and 100 over it 35.58317; 1.27² = 1.6129 and 50 over it 31.0001; 10,000 ÷ 59.3 = 168.6341
@pytest.mark.parametrize(
    ("measured", "headline", "working"),
    [
        pytest.param(
            WOMAN,
            "Dose on the actual 100 kg; ideal 59.3 kg, BMI 35.58 kg/m²",
            [
                "BMI: 100 kg ÷ (1.6764 m)² = 35.5832 kg/m²",
                "BMI 35.58: 30 or more, 5.58 kg/m² from 30",
                "Height: 167.64 cm ÷ 2.54 = 66 in",
                "Ideal weight: 45.5 kg + 2.3 kg/in × (66 in − 60 in) = 59.3 kg",
                "Adjusted weight: 59.3 kg + 0.4 × (100 kg − 59.3 kg) = 75.58 kg",
                "Share of ideal: 100 × 100 kg ÷ 59.3 kg = 168.6341%",
            ],
            id="obese",
        ),
        pytest.param(
            MAN,
            "Dose on the actual 73 kg; ideal 73 kg, BMI 23.09 kg/m²",
            [
                "BMI: 73 kg ÷ (1.778 m)² = 23.0919 kg/m²",
                "BMI 23.09: below 30, 6.91 kg/m² from 30",
                "Height: 177.8 cm ÷ 2.54 = 70 in",
                "Ideal weight: 50 kg + 2.3 kg/in × (70 in − 60 in) = 73 kg",
                "Adjusted weight: 73 kg is not above 73 kg, so it is the actual weight",
                "Share of ideal: 100 × 73 kg ÷ 73 kg = 100%",
            ],
            id="at the ideal weight",
        ),
        pytest.param(
            Measured(sex="female", height_cm=Fraction(127), weight_kg=Fraction(50)),
            "Dose on the actual 50 kg; no ideal weight below 152.4 cm, BMI 31 kg/m²",
            [
                "BMI: 50 kg ÷ (1.27 m)² = 31.0001 kg/m²",
                "BMI 31: 30 or more, 1 kg/m² from 30",
                "Height: 127 cm ÷ 2.54 = 50 in",
                "Ideal weight: not defined below 60 in",
            ],
            id="short",
        ),
    ],
)
def test_the_working_puts_this_patient_into_the_formula(measured: Measured, headline: str, working: list[str]) -> None:
    answer = weights(measured)
    assert CALCULATOR.headline(measured, answer) == headline
    assert list(CALCULATOR.working(measured, answer)) == working


def test_a_share_just_below_100_is_never_shown_as_100() -> None:
    # 72.99 of 73 kg is 99.986…%
    share = weights(replace(MAN, weight_kg=Fraction("72.99"))).pct_ibw
    assert dict(CALCULATOR.output_fields)["pct_ibw"].text(share) == "99.9%"


# At 200 cm a BMI of 40 is 160 kg.
@pytest.mark.parametrize(("weight", "cautioned"), [("159.99", False), ("160", True)])
def test_from_a_bmi_of_exactly_40_the_dose_in_mg_is_to_be_checked(weight: str, cautioned: bool) -> None:
    measured = Measured(sex="male", height_cm=Fraction(200), weight_kg=Fraction(weight))
    said = {notice.rule: notice for notice in CALCULATOR.warnings(measured, weights(measured))}
    assert ("body_weights.bmi" in said) is cautioned
    assert not cautioned or "BMI is 40 or more" in said["body_weights.bmi"].text


# At 60 in the ideal weight of a man is 50 kg, so 0.5 mg/kg on 100 kg is 50 mg, 1 mg for each kg of it. At 174 cm it is
# 50 + 2.3 × (174 / 2.54 − 60) = 69.559 kg: 70 mg on 140 kg is above it, 69.5 mg on 139 kg is not.
@pytest.mark.parametrize(
    ("height", "weight", "cautioned"),
    [
        ("152.4", "100", True),
        ("152.4", "99.9", False),
        ("174", "140", True),
        ("174", "139", False),
        ("152.3", "150", False),
    ],
)
def test_a_dose_from_1_mg_for_each_kg_of_ideal_weight_is_checked_again(
    height: str, weight: str, cautioned: bool
) -> None:
    measured = Measured(sex="male", height_cm=Fraction(height), weight_kg=Fraction(weight))
    found = [
        one for one in CALCULATOR.warnings(measured, CALCULATOR(measured)) if one.rule == "body_weights.dose_on_ideal"
    ]
    assert [one.kind for one in found] == (["caution"] if cautioned else [])
    for one in found:
        assert "for each kg of ideal body weight, at or above 1 mg/kg of ideal body weight" in one.text
        assert "where the label's anesthetic doses begin" in one.text


def test_a_short_patient_with_a_bmi_of_40_is_cautioned_without_an_ideal_weight() -> None:
    short = Measured(sex="female", height_cm=Fraction(150), weight_kg=Fraction(90))  # 90 ÷ 2.25 = 40
    assert "body_weights.bmi" in {notice.rule for notice in CALCULATOR.warnings(short, weights(short))}


@pytest.mark.parametrize(("weight", "asked"), [("300", False), ("300.1", True), ("650", True)])
def test_a_weight_above_300_kg_is_asked_about_and_not_refused(weight: str, asked: bool) -> None:
    heavy = replace(MAN, weight_kg=Fraction(weight))
    stops = [notice for notice in CALCULATOR.warnings(heavy, weights(heavy)) if notice.kind == "stop"]
    assert [notice.rule for notice in stops] == ["body_weights.asked_about"] * asked


# 1 ft = 12 in, 1 in = 2.54 cm: 69 × 2.54 = 175.26; 71.5 × 2.54 = 181.61; 72 × 2.54 = 182.88.
@pytest.mark.parametrize(
    ("typed", "centimeters"),
    [
        ("5 ft 9 in", "175.26"),
        ("5ft9in", "175.26"),
        ("5 feet 9 inches", "175.26"),
        ("5'9\"", "175.26"),
        ("5'9", "175.26"),
        ("5\u20329\u2033", "175.26"),
        ("5\u20199\u201d", "175.26"),
        ("69 in", "175.26"),
        ('69"', "175.26"),
        ("5 ft 11.5 in", "181.61"),
        ("6 ft", "182.88"),
        ("6'", "182.88"),
        ("6 ft 0 in", "182.88"),
        ("175.26 cm", "175.26"),
        ("175.26", "175.26"),
    ],
)
def test_a_height_is_read_in_feet_and_inches_too(typed: str, centimeters: str) -> None:
    entries = {"sex": ["male"], "height_cm": [typed], "weight_kg": ["73"]}
    assert CALCULATOR.read(entries).height_cm == Fraction(centimeters)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("5.9 ft", id="5.9 ft may be meant as 5 ft 9 in"),
        pytest.param("5 ft 12 in", id="12 in are a foot"),
        pytest.param("5 9", id="no unit says which is which"),
        pytest.param("5,9", id="a comma"),
        pytest.param("69", id="69 cm is no adult"),
        pytest.param("5", id="5 cm is no adult"),
        pytest.param("in", id="no number"),
        pytest.param("ft 9", id="no feet"),
        pytest.param("9 ft 9 in", id="297.18 cm is beyond the limits"),
        pytest.param("5 ft 9 cm", id="two systems"),
        pytest.param("٥ ft 9 in", id="other digits"),
    ],
)
def test_a_height_that_could_be_another_one_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.read({"sex": ["male"], "height_cm": [typed], "weight_kg": ["73"]})
    assert [problem.field for problem in refused.value.problems] == ["height_cm"]


# 154 × 0.45359237 = 69.85322498; 154.5 × 0.45359237 = 70.080021165.
@pytest.mark.parametrize(
    ("typed", "kilograms"),
    [("154 lb", "69.85322498"), ("154lbs", "69.85322498"), ("154.5 pounds", "70.080021165"), ("70 kg", "70")],
)
def test_a_weight_in_kilograms_is_read_in_pounds_too(typed: str, kilograms: str) -> None:
    entries = {"sex": ["male"], "height_cm": ["178"], "weight_kg": [typed]}
    assert CALCULATOR.read(entries).weight_kg == Fraction(kilograms)


def test_the_limits_hold_for_what_was_typed_in_pounds() -> None:
    # 30 ÷ 0.45359237 = 66.14 and 650 ÷ 0.45359237 = 1433.005: rounded to the side that is accepted.
    with pytest.raises(InvalidInputs, match=r"from 66\.2 to 1433 lb"):
        CALCULATOR.read({"sex": ["male"], "height_cm": ["178"], "weight_kg": ["66 lb"]})


def test_no_doses_on_ideal_weight_are_promised_where_there_is_no_ideal_weight() -> None:
    # 150 cm is below 60 in; 80 kg ÷ 1.5² = 35.6
    short = Measured(sex="female", height_cm=Fraction(150), weight_kg=Fraction(80))
    said = [one.text for one in CALCULATOR.warnings(short, CALCULATOR(short))]
    assert [text for text in said if "shown beside the dose of our protocol" in text] == []
    tall = replace(short, height_cm=Fraction(160), weight_kg=Fraction(90))
    assert [
        text
        for text in (one.text for one in CALCULATOR.warnings(tall, CALCULATOR(tall)))
        if "shown beside the dose of our protocol" in text
    ]
