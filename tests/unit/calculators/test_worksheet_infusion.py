"""One infusion: what stands against it comes first, the sums are those of the dose calculator, nothing is ordered."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.house_values import DOSE_ALERT_IDEAL

WORKSHEET = find("infusion")

PLAIN = {
    "weight": 70,
    "weight_unit": "kg",
    "flags": [],
    "systolic": 120,
    "diastolic": 80,
    "agents": [],
    "dose_mg_per_kg": 0.5,
    "concentration_mg_ml": 50,
    "total_volume_ml": 50,
}
LAST = {
    "last_response": "none",
    "last_dose_mg_per_kg": 0.5,
    "sessions_at_dose": 2,
    "side_effects": False,
    "rapid_early": False,
}


def with_(**changes: Any) -> dict[str, Any]:
    return {**PLAIN, **changes}


def headline(inputs: dict[str, Any]) -> str:
    return str(full_answer(WORKSHEET, inputs)["headline"])


def table(inputs: dict[str, Any], label: str) -> dict[str, list[str]]:
    """The rows of a table by their first cell."""
    for found in full_answer(WORKSHEET, inputs)["tables"]:
        if found["label"] == label:
            return {row[0]: row[1:] for row in found["rows"]}
    return {}


def warned(inputs: dict[str, Any], kind: str) -> str:
    return " ".join(notice["text"] for notice in full_answer(WORKSHEET, inputs)["warnings"] if notice["kind"] == kind)


def test_70_kg_at_half_a_milligram_is_35_mg() -> None:
    # 70 × 0.5 = 35; 35 ÷ 50 = 0.7; 50 − 0.7 = 49.3; 50 × 60 ÷ 40 = 75.
    answer = WORKSHEET.run(PLAIN)
    assert (answer["dose_mg"], answer["drawup_ml"], answer["diluent_ml"], answer["rate_ml_h"]) == (35, 0.7, 49.3, 75)
    assert headline(PLAIN) == "No listed contraindication; the list is not complete. 35 mg IV over 40 min at 75 mL/h"


def test_the_sums_are_those_of_the_dose_calculator() -> None:
    order = {"weight": 198, "weight_unit": "lb", "concentration_mg_ml": 10, "total_volume_ml": 100, "minutes": 45}
    alone, joined = evaluate("iv_dose", order), WORKSHEET.run(with_(**order))
    for key in ("dose_mg", "drawup_ml", "diluent_ml", "rate_ml_h"):
        assert joined[key] == alone[key]


def test_the_sheet_to_check_carries_every_number_of_the_order() -> None:
    sheet = table(PLAIN, "Check before use")
    assert {item: cells[0] for item, cells in sheet.items()} == {
        "Screen": "No listed contraindication; the list is not complete",
        "Blood pressure": "120/80 mmHg: not above the label's 140/90",
        "Weight, actual": "70 kg",
        "Dose": "35 mg (0.5 mg/kg)",
        "Vial": "50 mg/mL",
        "Draw up": "0.7 mL",
        "Diluent": "49.3 mL",
        "Final volume": "50 mL, drug included",
        "Final concentration": "0.7 mg/mL",
        "Infusion time": "40 min",
        "Pump rate": "75 mL/h",
    }


def test_a_rate_between_two_steps_of_a_pump_stands_on_the_sheet_with_what_to_program() -> None:
    # 2 mL × 60 ÷ 96 min = 1.25 mL/h, shown as 1.3, 4% more
    sheet = table(with_(total_volume_ml=2, minutes=96), "Check before use")
    assert sheet["Pump rate"] == ["1.3 mL/h; program 2 mL over 96 min"]


def test_without_a_final_volume_dilution_and_rate_stay_open() -> None:
    sheet = table({key: value for key, value in PLAIN.items() if key != "total_volume_ml"}, "Check before use")
    for item in ("Diluent", "Final volume", "Final concentration", "Pump rate"):
        assert sheet[item] == ["not known: no final volume entered"]


def test_what_stops_is_said_before_what_cautions() -> None:
    inputs = with_(flags=["active_psychosis"], **LAST, dose_mg_per_kg=0.5)
    kinds = [notice["kind"] for notice in full_answer(WORKSHEET, inputs)["warnings"]]
    assert kinds[0] == "stop"
    assert "caution" in kinds
    assert kinds == sorted(kinds, key=["stop", "caution", "note"].index)


def test_a_contraindication_comes_before_the_dose_and_says_stop() -> None:
    inputs = with_(flags=["active_psychosis"])
    assert headline(inputs).startswith(
        "Contraindicated: Active psychosis. Calculated, not ordered – do not give: 35 mg"
    )
    assert "Do not give ketamine or esketamine while a contraindication is present." in warned(inputs, "stop")
    assert WORKSHEET.run(inputs)["screen"] == "contraindicated"


@pytest.mark.parametrize(
    ("systolic", "diastolic", "screen"),
    [(140, 90, "clear"), (141, 90, "conditional"), (140, 91, "conditional")],
)
def test_the_flag_of_blood_pressure_follows_from_the_reading(systolic: int, diastolic: int, screen: str) -> None:
    assert WORKSHEET.run(with_(systolic=systolic, diastolic=diastolic))["screen"] == screen


def test_the_flag_of_blood_pressure_is_not_asked() -> None:
    with pytest.raises(InvalidInputs, match="not in the list"):
        WORKSHEET.run(with_(flags=["bp_above_140_90"]))


# Hours to wait by the fact sheet, 4.7: 336 h and 72 h.
HOLDS = [
    ("an MAO inhibitor 300 h ago", {"agents": ["maoi"], "maoi_hours": 300}, False, 36, "no earlier than 36 h from now"),
    ("an MAO inhibitor 336 h ago", {"agents": ["maoi"], "maoi_hours": 336}, True, None, "no wait for this medicine"),
    ("naltrexone 71.5 h ago", {"agents": ["naltrexone_oral"], "naltrexone_hours": 71.5}, False, 0.5,
     "no earlier than 0.5 h from now"),
    ("a depot of naltrexone", {"agents": ["naltrexone_depot"]}, None, None, "no rule: decide with its prescriber"),
    ("a benzodiazepine today", {"agents": ["benzodiazepine"], "benzodiazepine_today": True}, False, None,
     "a day on which none is taken"),
    ("a benzodiazepine, none today", {"agents": ["benzodiazepine"], "benzodiazepine_today": False}, True, None,
     "no wait for this medicine"),
    ("lithium", {"agents": ["lithium"]}, True, None, "no wait for this medicine"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "met", "hours", "earliest"), [pytest.param(*case[1:], id=case[0]) for case in HOLDS])
def test_each_medicine_is_put_to_its_rule(
    given: dict[str, Any], met: bool | None, hours: float | None, earliest: str
) -> None:
    answer = WORKSHEET.run(with_(**given))
    assert (answer["holds_met"], answer["hours_to_wait"]) == (met, hours)
    assert [cells[-1] for cells in table(with_(**given), "Other medicines").values()] == [earliest]


def test_the_longest_wait_is_shown() -> None:
    both = with_(agents=["maoi", "naltrexone_oral"], maoi_hours=330, naltrexone_hours=2)
    assert WORKSHEET.run(both)["hours_to_wait"] == 70


def test_a_hold_that_is_not_over_comes_before_the_dose() -> None:
    said = headline(with_(agents=["maoi"], maoi_hours=300))
    assert said.startswith(
        "MAO inhibitor: wait 36 h more (2-week washout). Calculated, not ordered – do not give: 35 mg"
    )


def test_from_a_bmi_of_30_each_weight_has_its_dose() -> None:
    # Fact sheet 4.1: female, 167.64 cm, 100 kg: ideal 59.3 kg, adjusted 75.58 kg. At 0.5 mg/kg: 50, 29.65 and 37.79 mg;
    # ÷ 50 mg/mL: 1.00, 0.593 and 0.7558 mL.
    heavy = with_(weight=100, height_cm=167.64, sex="female")
    assert table(heavy, "Dose of 0.5 mg/kg on each weight") == {
        "Actual (our protocol)": ["100 kg", "50 mg", "1 mL"],
        "Ideal": ["59.3 kg", "29.7 mg", "0.59 mL"],
        "Adjusted": ["75.6 kg", "37.8 mg", "0.76 mL"],
    }


def test_below_a_bmi_of_30_no_other_weight_is_shown() -> None:
    # 86.69 kg at 170 cm is 29.997; 86.7 kg is exactly 30.
    assert table(with_(weight=86.69, height_cm=170, sex="male"), "Dose of 0.5 mg/kg on each weight") == {}
    assert table(with_(weight=86.7, height_cm=170, sex="male"), "Dose of 0.5 mg/kg on each weight")


def test_below_152_4_cm_only_the_actual_weight_has_a_dose() -> None:
    small = with_(weight=80, height_cm=150, sex="female")
    assert list(table(small, "Dose of 0.5 mg/kg on each weight")) == ["Actual (our protocol)"]


def test_the_titration_step_is_judged_on_the_last_dose() -> None:
    # Fact sheet 4.3: none after two at 0.5 is 0.6 to 0.7, whatever this order says.
    inputs = with_(**LAST, dose_mg_per_kg=0.7)
    assert WORKSHEET.run(inputs)["step"] == "increase"
    assert table(inputs, "Titration")["Our titration table"] == ["Increase to 0.6–0.7 mg/kg"]


@pytest.mark.parametrize(
    ("dose", "follows"), [(0.5, False), (0.59, False), (0.6, True), (0.7, True), (0.71, False)], ids=str
)
def test_an_order_beside_the_step_is_pointed_out(dose: float, follows: bool) -> None:
    said = warned(with_(**LAST, dose_mg_per_kg=dose), "caution")
    assert ("Our titration table says “increase to 0.6–0.7 mg/kg” after 0.5 mg/kg" in said) is not follows


def test_keeping_the_dose_is_a_step_too() -> None:
    excellent = {**LAST, "last_response": "excellent"}
    assert "this order has 0.6 mg/kg" in warned(with_(**excellent, dose_mg_per_kg=0.6), "caution")
    assert "this order has" not in warned(with_(**excellent, dose_mg_per_kg=0.5), "caution")


REFUSED = [
    ("sex without a height", {"sex": "male"}, ["sex"]),
    ("an MAO inhibitor without hours", {"agents": ["maoi"]}, ["maoi_hours"]),
    ("hours of a medicine that is not ticked", {"maoi_hours": 20}, ["maoi_hours"]),
    ("naltrexone by mouth without hours", {"agents": ["naltrexone_oral"]}, ["naltrexone_hours"]),
    ("a benzodiazepine without the day", {"agents": ["benzodiazepine"]}, ["benzodiazepine_today"]),
    (
        "a response without its circumstances",
        {"last_response": "partial"},
        ["last_dose_mg_per_kg", "sessions_at_dose", "side_effects", "rapid_early"],
    ),
    ("a rapid response that was none", {**LAST, "rapid_early": True}, ["rapid_early"]),
    ("pressures swapped", {"systolic": 80, "diastolic": 120}, ["systolic"]),
    ("too small a bag", {"total_volume_ml": 0.5}, ["total_volume_ml"]),
    ("the strongest vial hardly diluted", {"concentration_mg_ml": 100, "total_volume_ml": 0.6}, ["total_volume_ml"]),
]


@pytest.mark.parametrize(("changes", "fields"), [pytest.param(c, f, id=name) for name, c, f in REFUSED])
def test_what_does_not_go_together_is_refused_beside_its_field(changes: dict[str, Any], fields: list[str]) -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(with_(**changes))
    assert [problem.field for problem in refused.value.problems] == fields


@pytest.mark.parametrize(("systolic", "diastolic"), [(120, 80), (190, 110)])
def test_that_the_label_has_no_stop_value_is_said_whatever_the_reading(systolic: int, diastolic: int) -> None:
    inputs = with_(systolic=systolic, diastolic=diastolic)
    differences = {one["topic"]: one["literature"] for one in full_answer(WORKSHEET, inputs)["differences"]}
    assert "No label or guideline read sets an upper limit." in differences["A number for blood pressure"]


def test_a_note_that_leads_to_a_part_of_the_sheet_is_not_repeated() -> None:
    leads = {notice["calculator"] for notice in full_answer(WORKSHEET, with_(systolic=150))["warnings"]}
    assert not leads & {card.id for card in WORKSHEET.joins}  # type: ignore[attr-defined]


def rules(**changes: Any) -> dict[str, str]:
    """The stops and cautions of an infusion by their rules, with their kinds."""
    found = full_answer(WORKSHEET, with_(**changes))["warnings"]
    return {one["rule"]: one["kind"] for one in found if one["kind"] != "note"}


def test_an_ordinary_infusion_shows_no_stop_no_caution_and_at_most_two_notes() -> None:
    kinds = [notice["kind"] for notice in full_answer(WORKSHEET, with_(diastolic=75))["warnings"]]
    assert set(kinds) == {"note"}
    assert len(kinds) <= 2


# Addendum 1.8: under 18 neither licensed nor studied.
@pytest.mark.parametrize(("age", "stopped"), [(17, True), (18, False), (80, False), (None, False)])
def test_under_18_an_infusion_is_stopped(age: int | None, stopped: bool) -> None:
    assert (rules(age=age).get("infusion.under_age") == "stop") is stopped
    assert headline(with_(age=age)).startswith("Under 18: not licensed or studied here") is stopped


def test_bipolar_depression_asks_for_a_lower_start_a_stabilizer_and_a_mania_scale() -> None:
    assert rules(bipolar=True)["infusion.bipolar"] == "caution"
    said = warned(with_(bipolar=True), "caution")
    for words in ("lower start than 0.5 mg/kg", "mood stabilizer", "YMRS or ASRM at each visit"):
        assert words in said
    assert "infusion.bipolar" not in rules(bipolar=False)


# Addendum 1.5. Female, 167.64 cm (66 in): ideal 45.5 + 2.3 × 6 = 59.3 kg, so that 59.3 mg is exactly 1 mg/kg of it.
@pytest.mark.parametrize(
    ("weight", "dose", "cautioned"), [(100, 0.6, True), (100, 0.593, True), (100, 0.5929, False), (80, 0.5, False)]
)
def test_a_dose_from_1_mg_for_each_kg_of_ideal_weight_is_cautioned(weight: int, dose: float, cautioned: bool) -> None:
    changes = {"weight": weight, "height_cm": 167.64, "sex": "female", "dose_mg_per_kg": dose}
    assert (rules(**changes).get("infusion.dose_on_ideal_weight") == "caution") is cautioned
    said = warned(with_(**changes), "caution")
    assert ("at or above 1 mg/kg of ideal body weight" in said) is cautioned


def test_the_sheet_checks_the_dose_that_is_ordered_on_ideal_weight_and_not_the_usual_one() -> None:
    # 174 cm, male: ideal 69.559 kg. 0.4 mg/kg on 140 kg is 56 mg, below it; 0.5 mg/kg would be 70 mg, above it.
    found = rules(weight=140, height_cm=174, sex="male", dose_mg_per_kg=0.4)
    assert not {"body_weights.dose_on_ideal", "infusion.dose_on_ideal_weight"} & set(found)


def test_a_caution_on_bmi_is_not_lost_because_it_leads_to_a_part_of_the_sheet() -> None:
    # 115.6 kg ÷ (1.7 m)² = 40
    assert "body_weights.bmi" in rules(weight=115.6, height_cm=170, sex="male")
    assert "body_weights.bmi" not in rules(weight=115.5, height_cm=170, sex="male")


# Addendum 1.9.
@pytest.mark.parametrize(("dose", "cautioned"), [(0.5, False), (0.501, True), (0.8, True), (0.4, False)])
def test_a_first_infusion_above_the_protocol_is_cautioned(dose: float, cautioned: bool) -> None:
    assert ("infusion.first_dose" in rules(dose_mg_per_kg=dose)) is cautioned
    said = warned(with_(dose_mg_per_kg=dose), "caution")
    assert (f"has 0.5 mg/kg; this order has {dose} mg/kg." in said) is cautioned


def test_a_later_infusion_is_not_called_a_first_one() -> None:
    assert "infusion.first_dose" not in rules(**LAST, dose_mg_per_kg=0.7)


@pytest.mark.parametrize(("dose", "follows"), [(0.75, True), (0.7, False), (0.8, False)])
def test_treating_less_often_is_no_reason_for_another_dose(dose: float, follows: bool) -> None:
    rapid = {**LAST, "last_response": "partial", "last_dose_mg_per_kg": 0.75, "rapid_early": True}
    assert ("infusion.beside_the_table" not in rules(**rapid, dose_mg_per_kg=dose)) is follows
    said = warned(with_(**rapid, dose_mg_per_kg=dose), "caution")
    assert (f"“consider treating less often” after 0.75 mg/kg; this order has {dose} mg/kg." in said) is not follows


@pytest.mark.parametrize(("dose", "follows"), [(1.0, True), (0.9, False)])
def test_where_the_table_has_no_rule_the_last_dose_is_what_stands(dose: float, follows: bool) -> None:
    at_the_top = {**LAST, "last_response": "partial", "last_dose_mg_per_kg": 1.0}
    assert WORKSHEET.run(with_(**at_the_top, dose_mg_per_kg=dose))["step"] == "no_rule"
    assert ("infusion.beside_the_table" not in rules(**at_the_top, dose_mg_per_kg=dose)) is follows


@pytest.mark.parametrize(("dose", "follows"), [(0.4, True), (0.6, False), (0.39, False)])
def test_a_reduction_names_its_dose(dose: float, follows: bool) -> None:
    reduced = {**LAST, "last_response": "excellent", "last_dose_mg_per_kg": 0.6, "side_effects": True}
    assert ("infusion.beside_the_table" not in rules(**reduced, dose_mg_per_kg=dose)) is follows


@pytest.mark.parametrize(("dose", "follows"), [(0.75, True), (0.9, True), (1.0, True), (0.7, False)])
def test_an_increase_up_to_a_dose_allows_what_lies_between(dose: float, follows: bool) -> None:
    partial = {**LAST, "last_response": "partial", "last_dose_mg_per_kg": 0.75}
    assert ("infusion.beside_the_table" not in rules(**partial, dose_mg_per_kg=dose)) is follows


# House value: a rise of more than 0.25 mg/kg.
@pytest.mark.parametrize(("dose", "steep"), [(0.75, False), (0.751, True), (1.0, True)])
def test_a_steep_rise_is_cautioned_whatever_the_table_says(dose: float, steep: bool) -> None:
    assert ("infusion.steep_rise" in rules(**LAST, dose_mg_per_kg=dose)) is steep
    said = warned(with_(**LAST, dose_mg_per_kg=dose), "caution")
    assert ("more than 0.25 mg/kg from one infusion to the next" in said) is steep


# Addendum 1.10.
@pytest.mark.parametrize(
    ("systolic", "diastolic", "said"),
    [
        (141, 85, "141/85 mmHg: weigh risk and benefit before dosing"),
        (160, 85, "160/85 mmHg: defer the dose (our own value)"),
        (180, 85, "180/85 mmHg: do not dose; severe range"),
        (89, 60, "89/60 mmHg: too low to dose without assessment"),
        (100, 49, "100/49 mmHg: too low to dose without assessment"),
    ],
)
def test_a_pressure_in_the_way_leads_and_the_dose_is_not_ordered(systolic: int, diastolic: int, said: str) -> None:
    inputs = with_(systolic=systolic, diastolic=diastolic)
    assert headline(inputs) == f"{said}. Calculated, not ordered – do not give: 35 mg IV over 40 min at 75 mL/h"


def test_the_most_serious_leads() -> None:
    # A finding that is a condition, a severe pressure that stops, a bolus that stops.
    said = headline(with_(flags=["past_psychosis"], systolic=185, minutes=5))
    assert said.startswith("185/80 mmHg: do not dose; severe range. A bolus")
    assert said.index("A bolus") < said.index("psychosis") < said.index("Calculated, not ordered – do not give")


@pytest.mark.parametrize(("minutes", "ordered"), [(5, False), (20, False), (35, True), (40, True)])
def test_an_infusion_that_is_too_fast_is_not_ordered(minutes: int, ordered: bool) -> None:
    assert ("do not give" not in headline(with_(minutes=minutes))) is ordered


def test_a_heavy_weight_is_asked_about_once() -> None:
    inputs = with_(weight=310, height_cm=190, sex="male")
    assert warned(inputs, "stop").count("is above 300 kg") == 1
    assert headline(inputs).startswith("Weight above 300 kg: confirm it. Calculated, not ordered – do not give: 155 mg")


def test_esketamine_is_refused_on_the_sheet_too() -> None:
    with pytest.raises(InvalidInputs, match="That is esketamine: another dose"):
        WORKSHEET.run(with_(concentration_mg_ml=25))


def test_a_premixed_bag_has_its_volume_on_the_sheet_to_check() -> None:
    # 70 kg × 0.5 = 35 mg, ÷ 1 mg/mL = 35 mL, × 60 ÷ 40 = 52.5 mL/h
    sheet = table(with_(concentration_mg_ml=1, total_volume_ml=None), "Check before use")
    assert [sheet[item][0] for item in ("Draw up", "Diluent", "Final volume", "Pump rate")] == [
        "35 mL", "none: premixed", "35 mL, limit the pump to it", "52.5 mL/h",
    ]  # fmt: skip


def after(**last: Any) -> dict[str, Any]:
    """An ordinary infusion after one whose response was judged."""
    return with_(**{**LAST, **last})


@pytest.mark.parametrize("dose", [0.4, 0.5, 0.75])
def test_worse_than_before_leads_the_sheet_and_no_dose_is_ordered(dose: float) -> None:
    said = headline(after(last_response="worse", dose_mg_per_kg=dose))
    assert said.startswith("Worse than before treatment: reassess first. Calculated, not ordered – do not give: ")


@pytest.mark.parametrize(
    ("last", "begins"),
    [
        (
            {"last_response": "partial", "side_effects": True},
            "Troublesome side effects without a full response: reassess before the next dose",
        ),
        (
            {"last_response": "none", "last_dose_mg_per_kg": 0.75, "dose_mg_per_kg": 0.75},
            "Reassess before the next dose",
        ),
    ],
)
def test_where_the_table_reassesses_the_same_dose_is_no_order_either(last: dict[str, Any], begins: str) -> None:
    order = after(**last)
    assert headline(order).startswith(f"{begins}. Calculated, not ordered – do not give: ")
    assert f"this order has {order['dose_mg_per_kg']} mg/kg." in warned(order, "caution")


def test_alcohol_is_never_no_wait() -> None:
    drink = with_(agents=["alcohol_or_sedative"])
    assert headline(drink).startswith(
        "No alcohol within 24 h; a sedative: watch breathing. Calculated, not ordered – do not give: "
    )
    assert table(drink, "Other medicines")["Alcohol or another sedative"] == [
        "Monitor", "no hold", "24 h after the last alcohol (our own value)",
    ]  # fmt: skip


def test_two_depressants_are_cautioned_without_a_benzodiazepine_too() -> None:
    assert "An opioid and alcohol or another sedative" in warned(
        with_(agents=["opioid", "alcohol_or_sedative"]), "caution"
    )


@pytest.mark.parametrize("flag", ["bipolar_with_stabilizer", "bipolar_without_mood_stabilizer"])
def test_a_bipolar_finding_of_the_screen_asks_for_the_lower_start_as_well(flag: str) -> None:
    assert "lower start" in warned(with_(flags=[flag]), "caution")


def test_what_the_headline_says_already_is_not_shown_again() -> None:
    hidden = [key for key, output in WORKSHEET.output_fields if not output.shown]
    assert hidden == ["screen", "pressure", "pressure_level", "holds_met"]


def test_what_was_ticked_is_listed_with_its_kind_and_nothing_is_listed_where_nothing_was() -> None:
    assert table(PLAIN, "Screening") == {}
    ticked = table(with_(flags=["aneurysmal_vascular_disease", "heart_failure"]), "Screening")
    assert [kind for kind, _ in ticked.values()] == ["contraindication", "condition"]


@pytest.mark.parametrize(
    ("height", "shown"),
    # Below 152.4 cm there is no ideal weight to hold a dose against.
    [({}, False), ({"height_cm": 150, "sex": "female"}, False), ({"height_cm": 170, "sex": "female"}, True)],
)
def test_the_limit_on_ideal_weight_is_shown_where_there_is_one(height: dict[str, Any], shown: bool) -> None:
    topics = [one["topic"] for one in full_answer(WORKSHEET, with_(**height))["differences"]]
    assert (DOSE_ALERT_IDEAL.title in topics) is shown


WORSE = {**LAST, "last_response": "worse"}


# What stops comes before what only has to be decided, wherever on the sheet it stands; equals stand as on the sheet:
# the screen, the blood pressure, the response, the medicines.
@pytest.mark.parametrize(
    ("changes", "order"),
    [
        ({"flags": ["heart_failure"], "systolic": 182}, ["182/80 mmHg: do not dose", "Resolve before giving"]),
        ({"flags": ["heart_failure"], "minutes": 5}, ["A bolus", "Resolve before giving"]),
        ({"systolic": 165, "minutes": 5}, ["A bolus", "165/80 mmHg: defer the dose"]),
        ({"flags": ["aneurysmal_vascular_disease"], **WORSE}, ["Contraindicated", "Worse than before treatment"]),
        ({"flags": ["heart_failure"], **WORSE}, ["Resolve before giving", "Worse than before treatment"]),
        (
            {"flags": ["heart_failure"], "agents": ["alcohol_or_sedative", "opioid"]},
            ["Opioid with alcohol", "Resolve before giving", "No alcohol within 24 h"],
        ),
        (
            {"flags": ["heart_failure"], "agents": ["maoi"], "maoi_hours": 3},
            ["Resolve before giving", "MAO inhibitor: wait"],
        ),
        ({"age": 17, "flags": ["aneurysmal_vascular_disease"]}, ["Under 18", "Contraindicated"]),
        (
            {"flags": ["aneurysmal_vascular_disease"], "agents": ["alcohol_or_sedative", "opioid"]},
            ["Contraindicated", "Opioid with alcohol", "No alcohol within 24 h"],
        ),
        (
            {"agents": ["maoi", "alcohol_or_sedative"], "maoi_hours": 3, **WORSE},
            ["Worse than before treatment", "MAO inhibitor: wait", "No alcohol within 24 h"],
        ),
        (
            {"flags": ["aneurysmal_vascular_disease"], "agents": ["maoi"], "maoi_hours": 3},
            ["Contraindicated", "MAO inhibitor: wait"],
        ),
    ],
)
def test_what_stops_leads_the_headline_before_what_has_to_be_decided(changes: dict[str, Any], order: list[str]) -> None:
    said = headline(with_(**changes)).split(". ")
    assert [part[: len(start)] for part, start in zip(said, order, strict=False)] == order
    assert said[len(order)].startswith("Calculated, not ordered – do not give")


def test_a_dose_on_ideal_weight_is_said_for_each_kilogram_of_it() -> None:
    # 100 kg × 0.6 mg/kg = 60 mg; 167.64 cm are 66 in: 45.5 + 6 × 2.3 = 59.3 kg; 60 ÷ 59.3 = 1.0118
    said = warned(with_(weight=100, height_cm=167.64, sex="female", dose_mg_per_kg=0.6), "caution")
    assert "1.01 mg for each kg of ideal body weight" in said
