"""IV ketamine dose. House protocol: 0.5 mg/kg over 40 min; dilution of the 100 mg/mL vial: US label. Worked by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue.iv_dose import CALCULATOR, Infusion, Order
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

USUAL = Order(
    weight=Fraction(80),
    weight_unit="kg",
    dose_mg_per_kg=Fraction("0.5"),
    concentration_mg_ml=50,
    total_volume_ml=Fraction(50),
    minutes=Fraction(40),
)


def infusion(**change: object) -> Infusion:
    return CALCULATOR(replace(USUAL, **change))  # type: ignore[arg-type]  # each test names real fields


def refusal(**given: object) -> str:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("iv_dose", {"weight": 80, "weight_unit": "kg", "concentration_mg_ml": 50} | given)
    return str(refused.value)


def test_the_sums_of_a_usual_infusion() -> None:
    # 80 kg × 0.5 = 40 mg; ÷ 50 = 0.8 mL; 50 − 0.8; 40 ÷ 50; 50 × 60 ÷ 40; 40 ÷ 40
    assert infusion() == Infusion(
        weight_kg=Fraction(80),
        dose_mg=Fraction(40),
        drawup_ml=Fraction("0.8"),
        diluent_ml=Fraction("49.2"),
        final_mg_ml=Fraction("0.8"),
        rate_ml_h=Fraction(75),
        mg_per_min=Fraction(1),
        tier="standard",
        must_dilute=False,
        faster_than_protocol=False,
    )


@pytest.mark.parametrize(("strength", "drawup"), [(10, "4"), (50, "0.8"), (100, "0.4")])
def test_the_draw_up_is_the_dose_over_the_strength(strength: int, drawup: str) -> None:
    assert infusion(concentration_mg_ml=strength).drawup_ml == Fraction(drawup)


def test_pounds_are_converted_exactly_before_the_dose() -> None:
    answer = infusion(weight=Fraction(200), weight_unit="lb")
    assert answer.weight_kg == Fraction("90.718474")
    assert answer.dose_mg == Fraction("45.359237")


@pytest.mark.parametrize(
    ("dose", "tier"),
    [
        ("0.001", "below_protocol"),
        ("0.399", "below_protocol"),
        ("0.4", "standard"),
        ("0.75", "standard"),
        ("0.751", "extended"),
        ("1", "extended"),
    ],
)
def test_the_tiers_meet_at_0_4_and_0_75(dose: str, tier: str) -> None:
    assert infusion(dose_mg_per_kg=Fraction(dose)).tier == tier


@pytest.mark.parametrize(("minutes", "faster"), [("1", True), ("39.9", True), ("40", False), ("240", False)])
def test_only_less_than_40_minutes_is_faster_than_the_protocol(minutes: str, faster: bool) -> None:
    answer = infusion(minutes=Fraction(minutes))
    assert answer.faster_than_protocol is faster
    assert answer.rate_ml_h == 3000 / Fraction(minutes)


def test_without_a_final_volume_there_is_no_dilution_and_no_rate() -> None:
    answer = infusion(total_volume_ml=None)
    assert (answer.diluent_ml, answer.final_mg_ml, answer.rate_ml_h) == (None, None, None)
    assert (answer.dose_mg, answer.drawup_ml, answer.mg_per_min) == (40, Fraction("0.8"), 1)


def test_left_out_the_protocol_gives_dose_and_time() -> None:
    given = {"weight": 80, "weight_unit": "kg", "concentration_mg_ml": 50}
    assert evaluate("iv_dose", given) == evaluate(
        "iv_dose", given | {"dose_mg_per_kg": 0.5, "minutes": 40, "total_volume_ml": None}
    )


# 80 kg × 0.5 mg/kg = 40 mg: 4 mL of the 10 mg/mL vial, 0.4 mL of the 100 mg/mL vial.
def test_a_final_volume_of_exactly_the_drug_leaves_no_diluent() -> None:
    assert infusion(concentration_mg_ml=10, total_volume_ml=Fraction(4)).diluent_ml == 0


def test_a_final_volume_smaller_than_the_drug_is_refused() -> None:
    said = refusal(concentration_mg_ml=10, total_volume_ml=3.99)
    assert "Final volume must be at least the 4.00 mL of drug that it includes" in said


def test_the_strongest_vial_diluted_with_its_own_volume_is_accepted() -> None:
    answer = infusion(concentration_mg_ml=100, total_volume_ml=Fraction("0.8"))
    assert answer.must_dilute
    assert answer.diluent_ml == answer.drawup_ml == Fraction("0.4")


def test_the_strongest_vial_diluted_with_less_is_refused() -> None:
    said = refusal(concentration_mg_ml=100, total_volume_ml=0.79)
    assert "Final volume must be at least 0.80 mL" in said
    assert "no less than its own volume (0.40 mL)" in said


@pytest.mark.parametrize("strength", [10, 50])
def test_the_weaker_vials_need_no_equal_volume(strength: int) -> None:
    drawup = Fraction(40, strength)
    assert not infusion(concentration_mg_ml=strength, total_volume_ml=drawup * Fraction("1.01")).must_dilute


@pytest.mark.parametrize("volume", [None, Fraction(100)])
def test_the_strongest_vial_always_comes_with_a_stop(volume: Fraction | None) -> None:
    order = replace(USUAL, concentration_mg_ml=100, total_volume_ml=volume)
    notices = list(CALCULATOR.warnings(order, CALCULATOR(order)))
    assert notices[0].kind == "stop"
    assert "Never give the 100 mg/mL vial undiluted" in notices[0].text


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(
            {"dose_mg_per_kg": 1.001}, "Dose must be a number above 0 and at most 1 mg/kg", id="above 1 mg/kg"
        ),
        pytest.param({"dose_mg_per_kg": 0}, "Dose must be a number above 0", id="no dose"),
        pytest.param({"dose_mg_per_kg": None}, "Dose must be a number", id="null is not the default"),
        pytest.param({"weight": 29.9}, "Weight must be a number from 30 to 300 kg", id="29.9 kg"),
        pytest.param({"weight": 300.1}, "Weight must be a number from 30 to 300 kg", id="300.1 kg"),
        pytest.param({"weight": 66, "weight_unit": "lb"}, "from 66.2 to 661.3 lb", id="66 lb is just below 30 kg"),
        pytest.param({"weight": 662, "weight_unit": "lb"}, "from 66.2 to 661.3 lb", id="662 lb is just above 300 kg"),
        pytest.param({"concentration_mg_ml": 20}, "Vial strength must be 10, 50 or 100 mg/mL", id="no such vial"),
        pytest.param({"concentration_mg_ml": "50"}, "Vial strength must be 10, 50 or 100 mg/mL", id="text"),
        pytest.param({"minutes": 0.9}, "Infusion time must be a number from 1 to 240 min", id="under a minute"),
        pytest.param({"minutes": 240.1}, "Infusion time must be a number from 1 to 240 min", id="over four hours"),
        pytest.param({"total_volume_ml": 0}, "Final volume must be a number above 0", id="no volume"),
        pytest.param({"weight": True}, "Weight must be a number", id="true is not 1"),
    ],
)
def test_it_refuses_what_must_not_be_infused(given: dict[str, object], message: str) -> None:
    assert message in refusal(**given)


def test_67_lb_is_accepted() -> None:
    assert infusion(weight=Fraction(67), weight_unit="lb").weight_kg > 30


# 61 kg × 0.45 mg/kg = 27.45 mg, which is 0.549 mL of the 50 mg/mL vial.
def test_what_is_shown_is_rounded_half_up_and_what_is_calculated_is_not() -> None:
    answer = full_answer(
        CALCULATOR,
        {"weight": 61, "weight_unit": "kg", "dose_mg_per_kg": 0.45, "concentration_mg_ml": 50, "total_volume_ml": 50},
    )
    shown = {line["key"]: line["text"] for line in answer["shown"]}
    assert shown["dose_mg"] == "27.5 mg"
    assert shown["drawup_ml"] == "0.55 mL"
    assert answer["values"]["dose_mg"] == 27.45
    assert answer["values"]["drawup_ml"] == 0.549


def test_the_working_puts_this_patient_into_each_formula() -> None:
    order = replace(USUAL, weight=Fraction(200), weight_unit="lb", total_volume_ml=Fraction(100))
    # 200 × 0.45359237 = 90.718474; × 0.5 = 45.359237; ÷ 50 = 0.90718474
    assert list(CALCULATOR.working(order, CALCULATOR(order))) == [
        "Weight: 200 lb × 0.45359237 kg/lb = 90.718474 kg",
        "Dose: 90.718474 kg × 0.5 mg/kg = 45.359237 mg",
        "Draw-up: 45.359237 mg ÷ 50 mg/mL = 0.90718474 mL",
        "Diluent: 100 mL − 0.90718474 mL = 99.09281526 mL",
        "Final concentration: 45.359237 mg ÷ 100 mL = 0.45359237 mg/mL",
        "Pump rate: 100 mL × 60 ÷ 40 min = 150 mL/h",
        "Drug rate: 45.359237 mg ÷ 40 min = 1.133980925 mg/min",
        "Tier: 0.5 mg/kg: Standard (0.4 mg/kg to 0.75 mg/kg); extended starts above 0.75 mg/kg, 0.25 mg/kg away.",
    ]


def test_in_kilograms_without_a_volume_the_working_is_shorter() -> None:
    order = replace(USUAL, total_volume_ml=None)
    assert [line.split(":")[0] for line in CALCULATOR.working(order, CALCULATOR(order))] == [
        "Dose",
        "Draw-up",
        "Drug rate",
        "Tier",
    ]


@pytest.mark.parametrize(
    ("volume", "headline"), [(Fraction(50), "40.0 mg over 40 min at 75.0 mL/h"), (None, "40.0 mg over 40 min")]
)
def test_the_headline_gives_the_rate_once_there_is_a_volume(volume: Fraction | None, headline: str) -> None:
    order = replace(USUAL, total_volume_ml=volume)
    assert CALCULATOR.headline(order, CALCULATOR(order)) == headline


# change -> the warnings before the note on dead space, by a word of each
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, [], id="a usual infusion"),
        pytest.param({"dose_mg_per_kg": Fraction("0.751")}, ["experienced oversight"], id="extended"),
        pytest.param({"dose_mg_per_kg": Fraction("0.399")}, ["lower than any dose"], id="below the protocol"),
        pytest.param({"minutes": Fraction(39)}, ["39 min instead of 40 min"], id="faster"),
        pytest.param({"total_volume_ml": None}, ["Enter the final volume"], id="without a volume"),
        pytest.param({"concentration_mg_ml": 100}, ["undiluted"], id="the strongest vial"),
    ],
)
def test_each_warning_comes_where_it_belongs(change: dict[str, object], expected: list[str]) -> None:
    order = replace(USUAL, **change)  # type: ignore[arg-type]  # each case names real fields
    *said, last = (notice.text for notice in CALCULATOR.warnings(order, CALCULATOR(order)))
    assert "dead space" in last
    assert len(said) == len(expected)
    assert all(word in text for word, text in zip(expected, said, strict=True))


@pytest.mark.parametrize(("dose", "shown"), [("0.5", False), ("0.501", True)])
def test_the_literature_on_higher_doses_is_shown_for_them_only(dose: str, shown: bool) -> None:
    order = replace(USUAL, dose_mg_per_kg=Fraction(dose))
    topics = [one.topic for one in CALCULATOR.differences if one.when(order, CALCULATOR(order))]
    assert ("Doses above 0.5 mg/kg" in topics) is shown
    assert "Which weight" in topics


def test_a_full_litre_bag_takes_the_draw_up_as_well() -> None:
    # "For a full bag, bag plus draw-up"
    assert infusion(total_volume_ml=Fraction("1000.7")).rate_ml_h == Fraction("1501.05")
    assert "at most 2000 mL" in refusal(total_volume_ml=2000.1)


def test_the_tiers_leave_out_0_and_end_at_1() -> None:
    (tiers,) = CALCULATOR.bands
    assert [band.interval(tiers.unit) for band in tiers.bands] == [
        "above 0 mg/kg to below 0.4 mg/kg",
        "0.4 mg/kg to 0.75 mg/kg",
        "above 0.75 mg/kg to 1 mg/kg",
    ]


def test_what_a_warning_says_is_not_said_again_among_the_values() -> None:
    shown = {key for key, output in CALCULATOR.output_fields if output.shown}
    assert shown.isdisjoint({"must_dilute", "faster_than_protocol"})
    assert {"dose_mg", "drawup_ml", "rate_ml_h"} <= shown


def test_the_diluents_are_those_of_the_label() -> None:
    # US label: sterile water, 0.9% sodium chloride, 5% dextrose, in at least the volume of the drug.
    order = replace(USUAL, concentration_mg_ml=100)
    first, *_ = CALCULATOR.warnings(order, CALCULATOR(order))
    assert "at least an equal volume of sterile water, 0.9% saline or 5% dextrose" in first.text
