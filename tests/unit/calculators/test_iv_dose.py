"""IV ketamine dose. House protocol: 0.5 mg/kg over 40 min; dilution of the 100 mg/mL vial: US label. Worked by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue.iv_dose import CALCULATOR, Infusion, Order
from ketamine_calculators.definition import Notice
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.house_values import (
    DOSE_ALERT,
    DRAW_MIN,
    MEASURE_ERROR,
    MINUTES_BOLUS,
    MINUTES_FAST,
    MINUTES_SLOW,
    RATE_MAX,
)
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
    # 80 kg × 0.5 = 40 mg; ÷ 50 = 0.8 mL; 50 − 0.8; 40 ÷ 50; 50 × 60 ÷ 40; 40 ÷ 40; 0.5 ÷ 40
    assert infusion() == Infusion(
        weight_kg=Fraction(80),
        dose_mg=Fraction(40),
        drawup_ml=Fraction("0.8"),
        diluent_ml=Fraction("49.2"),
        final_mg_ml=Fraction("0.8"),
        rate_ml_h=Fraction(75),
        mg_per_min=Fraction(1),
        mg_per_kg_per_min=Fraction("0.0125"),
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
    assert "Final volume must be at least the 4 mL of drug that it includes" in said


def test_the_strongest_vial_diluted_with_its_own_volume_is_accepted() -> None:
    answer = infusion(concentration_mg_ml=100, total_volume_ml=Fraction("0.8"))
    assert answer.must_dilute
    assert answer.diluent_ml == answer.drawup_ml == Fraction("0.4")


def test_the_strongest_vial_diluted_with_less_is_refused() -> None:
    said = refusal(concentration_mg_ml=100, total_volume_ml=0.79)
    assert "Final volume must be at least 0.8 mL" in said
    assert "no less than its own volume (0.4 mL)" in said


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
        pytest.param({"weight": 29.9}, "Weight must be a number from 30 to 650 kg", id="29.9 kg"),
        pytest.param({"weight": 650.1}, "Weight must be a number from 30 to 650 kg", id="650.1 kg"),
        # 650 ÷ 0.45359237 = 1433.0047
        pytest.param({"weight": 66, "weight_unit": "lb"}, "from 66.2 to 1433 lb", id="66 lb is just below 30 kg"),
        pytest.param({"weight": 1434, "weight_unit": "lb"}, "from 66.2 to 1433 lb", id="1434 lb is just above 650 kg"),
        pytest.param(
            {"concentration_mg_ml": 20}, "Vial strength must be 1, 2, 5, 10, 25, 50 or 100 mg/mL", id="no such vial"
        ),
        pytest.param(
            {"concentration_mg_ml": "50"}, "Vial strength must be 1, 2, 5, 10, 25, 50 or 100 mg/mL", id="text"
        ),
        pytest.param({"concentration_mg_ml": 5}, "That is esketamine: another dose.", id="esketamine 5 mg/mL"),
        pytest.param({"concentration_mg_ml": 25}, "That is esketamine: another dose.", id="esketamine 25 mg/mL"),
        pytest.param({"route": "im"}, "Injection into a muscle is not an infusion", id="into a muscle"),
        pytest.param({"route": "sc"}, "Injection under the skin is not an infusion", id="under the skin"),
        pytest.param(
            {"concentration_mg_ml": 1, "total_volume_ml": 50},
            "A premixed solution is not diluted again",
            id="diluted twice",
        ),
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
        "Weight: 200 lb × 0.45359237 kg/lb = 90.718474 kg, shown as 90.7 kg",
        "Dose: 90.718474 kg × 0.5 mg/kg = 45.359237 mg, shown as 45.4 mg",
        "Draw-up: 45.359237 mg ÷ 50 mg/mL = 0.90718474 mL, shown as 0.91 mL",
        "Diluent: 100 mL − 0.90718474 mL = 99.09281526 mL, shown as 99.09 mL",
        "Final concentration: 45.359237 mg ÷ 100 mL = 0.45359237 mg/mL, shown as 0.454 mg/mL",
        "Pump rate: 100 mL × 60 ÷ 40 min = 150 mL/h",
        "Pump setting: 150 mL/h, 100 mL to be infused",
        "Drug rate: 45.359237 mg ÷ 40 min = 1.133980925 mg/min, shown as 1.13 mg/min",
        "Drug rate by weight: 0.5 mg/kg ÷ 40 min = 0.0125 mg/kg/min",
        "Tier: 0.5 mg/kg: Standard (0.4 mg/kg to 0.75 mg/kg); extended starts above 0.75 mg/kg, 0.25 mg/kg away.",
    ]


def test_in_kilograms_without_a_volume_the_working_is_shorter() -> None:
    order = replace(USUAL, total_volume_ml=None)
    assert [line.split(":")[0] for line in CALCULATOR.working(order, CALCULATOR(order))] == [
        "Dose",
        "Draw-up",
        "Drug rate",
        "Drug rate by weight",
        "Tier",
    ]


@pytest.mark.parametrize(
    ("volume", "headline"), [(Fraction(50), "40 mg IV over 40 min at 75 mL/h"), (None, "40 mg IV over 40 min")]
)
def test_the_headline_gives_the_rate_once_there_is_a_volume(volume: Fraction | None, headline: str) -> None:
    order = replace(USUAL, total_volume_ml=volume)
    assert CALCULATOR.headline(order, CALCULATOR(order)) == headline


# change -> the warnings before the note on what has to be at hand, by a word of each
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, [], id="a usual infusion"),
        pytest.param({"dose_mg_per_kg": Fraction("0.751")}, ["experienced oversight"], id="extended"),
        pytest.param(
            {"dose_mg_per_kg": Fraction("0.399")},
            ["our table has no such step; our protocol asks for a lower start in bipolar depression without a number"],
            id="below the protocol",
        ),
        pytest.param({"minutes": Fraction(39)}, ["39 min instead of 40 min"], id="faster"),
        pytest.param({"total_volume_ml": None}, ["Enter the final volume"], id="without a volume"),
        pytest.param({"concentration_mg_ml": 100}, ["undiluted"], id="the strongest vial"),
    ],
)
def test_each_warning_comes_where_it_belongs(change: dict[str, object], expected: list[str]) -> None:
    order = replace(USUAL, **change)  # type: ignore[arg-type]  # each case names real fields
    *said, last = (notice.text for notice in CALCULATOR.warnings(order, CALCULATOR(order)))
    assert last.startswith(
        "Label (anesthesia, section 2.1): continuous vital signs, emergency airway equipment at hand"
    )
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


def notices(**change: object) -> dict[str, Notice]:
    """The stops and cautions of an order by their rules."""
    order = replace(USUAL, **change)  # type: ignore[arg-type]  # each case names real fields
    return {one.rule: one for one in CALCULATOR.warnings(order, CALCULATOR(order)) if one.kind != "note"}


# Addendum 1.3: below 10 a bolus, 10 to below 30 too fast, 30 to below 40 faster, 40 to 60 nothing, above 60 slower.
@pytest.mark.parametrize(
    ("minutes", "kind", "rule"),
    [
        ("1", "stop", "iv_dose.bolus"),
        ("9.99", "stop", "iv_dose.bolus"),
        ("10", "stop", "iv_dose.too_fast"),
        ("29.9", "stop", "iv_dose.too_fast"),
        ("30", "caution", "iv_dose.faster"),
        ("39.9", "caution", "iv_dose.faster"),
        ("40", "", ""),
        ("60", "", ""),
        ("60.1", "caution", "iv_dose.slower"),
        ("240", "caution", "iv_dose.slower"),
    ],
)
def test_the_time_of_an_infusion_is_judged_from_bolus_to_slow(minutes: str, kind: str, rule: str) -> None:
    said = notices(minutes=Fraction(minutes), total_volume_ml=Fraction(10))
    assert {one.rule: one.kind for one in said.values()} == ({rule: kind} if rule else {})


# The factor is 40 ÷ minutes: 4, 2, 1.33…
@pytest.mark.parametrize(("minutes", "factor"), [("10", "4 times"), ("20", "2 times"), ("29.9", "1.3 times")])
def test_a_fast_infusion_is_told_how_many_times_faster_it_is(minutes: str, factor: str) -> None:
    said = notices(minutes=Fraction(minutes))["iv_dose.too_fast"].text
    assert f"{factor} faster than the protocol" in said


# 0.5 mg/kg over 1 min is 0.5 mg/kg/min, the label's rate of induction; over 1.01 min it is less.
@pytest.mark.parametrize(
    ("dose", "minutes", "anesthesia"), [("0.5", "1", True), ("1", "2", True), ("0.5", "1.01", False), ("1", "5", False)]
)
def test_a_bolus_at_the_labels_rate_is_called_general_anesthesia(dose: str, minutes: str, anesthesia: bool) -> None:
    said = notices(dose_mg_per_kg=Fraction(dose), minutes=Fraction(minutes))["iv_dose.bolus"].text
    assert "bolus" in said
    assert ("general anesthesia" in said) is anesthesia
    assert not anesthesia or "1 to 4.5 mg/kg over 60 seconds" in said


# 200 kg × 0.5 mg/kg = 100 mg.
@pytest.mark.parametrize(("weight", "checked"), [("200", False), ("200.2", True)])
def test_a_dose_above_100_mg_is_checked_again(weight: str, checked: bool) -> None:
    assert ("iv_dose.large_dose" in notices(weight=Fraction(weight))) is checked


# 666 mL in 40 min is 999 mL/h.
@pytest.mark.parametrize(("volume", "cautioned"), [("666", False), ("666.07", True)])
def test_a_rate_above_999_ml_h_is_cautioned(volume: str, cautioned: bool) -> None:
    assert ("iv_dose.pump_rate" in notices(total_volume_ml=Fraction(volume))) is cautioned


# 80 kg × 0.125 mg/kg = 10 mg, which is 0.1 mL of the 100 mg/mL vial.
@pytest.mark.parametrize(("dose", "cautioned"), [("0.125", False), ("0.1249", True)])
def test_a_draw_up_below_a_tenth_of_a_milliliter_asks_for_a_weaker_concentration(dose: str, cautioned: bool) -> None:
    said = notices(dose_mg_per_kg=Fraction(dose), concentration_mg_ml=100)
    assert ("iv_dose.small_volume" in said) is cautioned
    assert not cautioned or "weaker concentration" in said["iv_dose.small_volume"].text


# 80 kg × 0.3 mg/kg = 24 mg: 0.24 mL of the 100 mg/mL vial is a mark. 80 × 0.30625 = 24.5 mg: 0.245 mL lies half a mark,
# 0.005 mL, from the nearest one, 2.04%; 80 × 0.31875 = 25.5 mg: 0.255 mL as well, 1.96%.
@pytest.mark.parametrize(("dose", "cautioned"), [("0.3", False), ("0.30625", True), ("0.31875", False)])
def test_a_draw_up_that_no_mark_comes_near_asks_for_a_weaker_concentration(dose: str, cautioned: bool) -> None:
    said = notices(dose_mg_per_kg=Fraction(dose), concentration_mg_ml=100)
    assert ("iv_dose.between_marks" in said) is cautioned
    assert not cautioned or said["iv_dose.between_marks"].text == (
        "Use a weaker concentration: 0.245 mL lies between two marks of a 1 mL syringe (0.01 mL each), and the nearer mark is "
        "off by 2% or more."
    )


def test_a_draw_up_exactly_2_percent_from_its_mark_is_cautioned() -> None:
    # 0.153 mL is 0.003 mL from 0.15, 1.96%; 0.1530612… mL = 0.15 ÷ 0.98 is 2% above it. 80 kg: mg/kg = mL × 100 ÷ 80.
    near, far = Fraction("0.153"), Fraction(15, 98)
    said = [notices(dose_mg_per_kg=drawn * 100 / 80, concentration_mg_ml=100) for drawn in (near, far)]
    assert ["iv_dose.between_marks" in one for one in said] == [False, True]


# 2 mL over 96 min is 1.25 mL/h, which a step of 0.1 mL/h misses by 4%; 5 mL over 120 min is 2.5 mL/h, a step itself;
# 5.1 mL over 120 min is 2.55 mL/h, off by 0.05, 1.96%; 4.9 mL is 2.45 mL/h, 2.04%; 0.8 mL over 240 min is 0.2 mL/h.
@pytest.mark.parametrize(
    ("volume", "minutes", "program"),
    [
        ("2", "96", "2 mL over 96 min"),
        ("4.9", "120", "4.9 mL over 120 min"),
        ("5.1", "120", ""),
        ("5", "120", ""),
        ("0.8", "240", ""),
    ],
)
def test_a_rate_that_no_step_of_a_pump_comes_near_is_programmed_by_volume_and_time(
    volume: str, minutes: str, program: str
) -> None:
    said = notices(total_volume_ml=Fraction(volume), minutes=Fraction(minutes))
    assert ("iv_dose.between_steps" in said) is bool(program)
    assert not program or said["iv_dose.between_steps"].text == (
        f"Program the pump by volume and time, {program}: its steps of 0.1 mL/h miss the rate by 2% or more."
    )
    order = replace(USUAL, total_volume_ml=Fraction(volume), minutes=Fraction(minutes))
    assert not program or f"Pump setting: {program}" in CALCULATOR.working(order, CALCULATOR(order))


def test_the_same_dose_per_minute_by_weight_whatever_the_weight() -> None:
    # 0.5 mg/kg ÷ 40 min
    assert infusion(weight=Fraction(45)).mg_per_kg_per_min == infusion(weight=Fraction(150)).mg_per_kg_per_min
    assert infusion().mg_per_kg_per_min == Fraction("0.0125")


@pytest.mark.parametrize(("weight", "asked"), [("300", False), ("300.1", True), ("650", True)])
def test_a_weight_above_300_kg_stops_and_is_still_calculated(weight: str, asked: bool) -> None:
    assert ("body_weights.asked_about" in notices(weight=Fraction(weight))) is asked
    assert infusion(weight=Fraction(weight)).dose_mg == Fraction(weight) / 2


def test_a_premixed_solution_gives_its_volume_and_rate_without_a_final_volume() -> None:
    # 80 kg × 0.5 mg/kg = 40 mg, ÷ 2 mg/mL = 20 mL, × 60 ÷ 40 min = 30 mL/h
    answer = infusion(concentration_mg_ml=2, total_volume_ml=None)
    assert (answer.drawup_ml, answer.diluent_ml, answer.final_mg_ml, answer.rate_ml_h) == (20, None, 2, 30)
    said = notices(concentration_mg_ml=2, total_volume_ml=None)["iv_dose.premixed"]
    assert said.text.startswith("Limit the pump to 20 mL")


def test_an_ordinary_infusion_has_no_stop_no_caution_and_one_note() -> None:
    given = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}
    assert [notice["kind"] for notice in full_answer(CALCULATOR, given)["warnings"]] == ["note"]


def test_no_number_that_is_shown_ends_in_a_zero_behind_the_point() -> None:
    # 70 kg × 0.5 = 35 mg; 0.7 mL; 49.3 mL; 0.7 mg/mL; 75 mL/h; 0.875 mg/min; 0.0125 mg/kg/min
    given = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}
    shown = {line["key"]: line["text"] for line in full_answer(CALCULATOR, given)["shown"]}
    assert shown == {
        "dose_mg": "35 mg",
        "drawup_ml": "0.7 mL",
        "diluent_ml": "49.3 mL",
        "final_mg_ml": "0.7 mg/mL",
        "rate_ml_h": "75 mL/h",
        "mg_per_min": "0.875 mg/min",
        "mg_per_kg_per_min": "0.0125 mg/kg/min",
        "weight_kg": "70 kg",
        "tier": "Standard",
    }


@pytest.mark.parametrize(("minutes", "topics"), [("5", 1), ("20", 1), ("40", 0), ("61", 1)])
def test_a_value_of_our_own_stands_beside_the_literature_where_it_applies(minutes: str, topics: int) -> None:
    order = replace(USUAL, minutes=Fraction(minutes))
    shown = [
        one
        for one in CALCULATOR.differences
        if one.house.startswith("Our own value") and one.when(order, infusion(minutes=order.minutes))
    ]
    assert len(shown) == topics
    assert all("min" in one.house and "40 to 60 minutes" in one.literature for one in shown)


# House article, Dose Optimization Strategies: from 0.4 mg/kg on the table has a step; oversight is for more than 0.75.
@pytest.mark.parametrize(
    ("dose", "rule"),
    [
        ("0.399", "iv_dose.below_protocol"),
        ("0.4", ""),
        ("0.75", ""),
        ("0.751", "iv_dose.oversight"),
    ],
)
def test_a_dose_at_the_edge_of_the_protocol_is_within_it(dose: str, rule: str) -> None:
    assert list(notices(dose_mg_per_kg=Fraction(dose))) == ([rule] if rule else [])


# One order on each side of each limit, and on it; the rule that goes with the house value.
EDGES = {
    "minutes": ("9.99", "10", "29.9", "30", "60", "60.1"),
    "weight": ("200", "200.2"),
    "dose_mg_per_kg": ("0.125", "0.1249", "0.30625", "0.31875"),
    "total_volume_ml": ("666", "666.07", "1.1"),
}
HOUSE_VALUE_OF = {
    "iv_dose.bolus": MINUTES_BOLUS,
    "iv_dose.too_fast": MINUTES_FAST,
    "iv_dose.slower": MINUTES_SLOW,
    "iv_dose.large_dose": DOSE_ALERT,
    "iv_dose.small_volume": DRAW_MIN,
    "iv_dose.between_marks": MEASURE_ERROR,
    "iv_dose.between_steps": MEASURE_ERROR,
    "iv_dose.pump_rate": RATE_MAX,
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in EDGES.items() for value in values])
def test_a_house_value_is_shown_beside_the_literature_where_it_speaks_and_nowhere_else(name: str, value: str) -> None:
    order = replace(USUAL, concentration_mg_ml=100, **{name: Fraction(value)})  # type: ignore[arg-type]  # a real field
    answer = CALCULATOR(order)
    spoken = {one.rule for one in CALCULATOR.warnings(order, answer)} & HOUSE_VALUE_OF.keys()
    titles = {value.title for value in HOUSE_VALUE_OF.values()}
    shown = {one.topic for one in CALCULATOR.differences if one.topic in titles and one.when(order, answer)}
    assert shown == {HOUSE_VALUE_OF[rule].title for rule in spoken}


def test_an_order_without_a_volume_has_no_rate_to_judge() -> None:
    order = replace(USUAL, total_volume_ml=None)
    answer = CALCULATOR(order)
    assert [
        one.topic for one in CALCULATOR.differences if one.topic == RATE_MAX.title and one.when(order, answer)
    ] == []


@pytest.mark.parametrize(
    ("minutes", "short"),
    [("1", "a bolus, at a rate of general anesthesia"), ("9.99", "a bolus: do not give it this fast")],
)
def test_the_short_words_of_a_bolus_say_whether_it_is_the_rate_of_anesthesia(minutes: str, short: str) -> None:
    assert notices(minutes=Fraction(minutes), total_volume_ml=Fraction(10))["iv_dose.bolus"].short == short


def test_the_rate_of_a_premixed_solution_is_worked_out_from_the_draw_up() -> None:
    # 70 kg × 0.5 mg/kg = 35 mg; ÷ 2 mg/mL = 17.5 mL; × 60 ÷ 40 min = 26.25 mL/h
    given = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 2}
    working = full_answer(CALCULATOR, given)["working"]
    assert "Pump rate: 17.5 mL × 60 ÷ 40 min = 26.25 mL/h, shown as 26.3 mL/h" in working
    assert "Pump setting: 26.3 mL/h, 17.5 mL to be infused" in working
