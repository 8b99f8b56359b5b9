"""One session from the door to the door: each reading judged, what is due, and who may leave.

Expected values are worked by hand from the clinical addendum: its row, its discharge rule and the limits that stand there.
"""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.record_export import RECORDS

WORKSHEET = find("session_vitals")
DAY = "2026-03-02"

Inputs = dict[str, Any]

BASELINE = {"t": 0, "sys": 120, "dia": 75, "hr": 70, "spo2": 97, "moaas": 5, "dissociation": "none"}
LEAVING = {**BASELINE, "t": 120, "sys": 124, "dia": 78, "gait": True, "escort": True, "suicide": "none"}
BEFORE: Inputs = {
    "weight_kg": 70, "fasting": True, "agents": [], "suicide_before": "none", "consent": True,
    "escort_arranged": True, "dose_mg": 35, "start": "14:05", "minutes": 40,
}  # fmt: skip
# Without a dose the spray is counted for 84 mg: the third device 10 min after the first, and 120 min after that.
MINUTES = {"iv": (0, 10, 20, 30, 40, 60, 90, 120), "esketamine": (0, 20, 40, 60, 90, 120, 130)}
LAST = {route: minutes[-1] for route, minutes in MINUTES.items()}


def session(*rows: Inputs, route: str = "iv", **changes: Any) -> Inputs:
    return {"route": route, "rows": list(rows), **changes}


def whole(route: str = "iv", **changed: Inputs) -> list[Inputs]:
    """Every planned reading of an ordinary session; `m40={"sys": 181}` changes that of minute 40."""
    rows = [{**(LEAVING if minute == LAST[route] else BASELINE), "t": minute} for minute in MINUTES[route]]
    return [{**row, **changed.get(f"m{row['t']}", {})} for row in rows]


def run(*rows: Inputs, **changes: Any) -> dict[str, Any]:
    return evaluate("session_vitals", session(*rows, **changes))


def told(inputs: Inputs) -> list[dict[str, Any]]:
    return list(full_answer(WORKSHEET, inputs)["warnings"])


def rules(*rows: Inputs, **changes: Any) -> dict[str, str]:
    """What stops and cautions: each rule with its kind."""
    return {one["rule"]: one["kind"] for one in told(session(*rows, **changes)) if one["kind"] != "note"}


def headline(*rows: Inputs, **changes: Any) -> str:
    return str(full_answer(WORKSHEET, session(*rows, **changes))["headline"])


def table(label: str, *rows: Inputs, **changes: Any) -> list[list[str]]:
    tables = full_answer(WORKSHEET, session(*rows, **changes))["tables"]
    return next(found["rows"] for found in tables if found["label"] == label)


# The four examples of the addendum


@pytest.mark.parametrize("route", MINUTES)
def test_a_rise_of_43_over_29_is_substantial_and_nobody_leaves(route: str) -> None:
    rows = (
        {"t": 0, "sys": 128, "dia": 80, "spo2": 97, "moaas": 5},
        {"t": 40, "sys": 171, "dia": 109, "spo2": 95, "moaas": 4},
    )
    found = run(*rows, route=route)
    assert (found["peak_rise"], found["flags"], found["ready"]) == ("43/29", ["substantial_rise"], False)


@pytest.mark.parametrize("route", MINUTES)
def test_181_over_100_stops(route: str) -> None:
    rows = (
        {"t": 0, "sys": 128, "dia": 80, "spo2": 97, "moaas": 5},
        {"t": 40, "sys": 181, "dia": 100, "spo2": 96, "moaas": 5},
    )
    assert run(*rows, route=route)["flags"] == ["bp_stop"]
    assert "stop" in rules(*rows, route=route).values()


@pytest.mark.parametrize("route", MINUTES)
def test_a_saturation_of_92_before_the_dose_stops(route: str) -> None:
    row = {"t": 0, "spo2": 92, "sys": 120, "dia": 70, "moaas": 5}
    assert run(row, route=route)["flags"] == ["spo2_start"]
    assert rules(row, route=route)["esketamine_visit.spo2"] == "stop"


@pytest.mark.parametrize("route", MINUTES)
def test_who_meets_each_criterion_may_leave(route: str) -> None:
    first = {"t": 0, "sys": 120, "dia": 75, "spo2": 97, "moaas": 5}
    last = {
        "t": LAST[route],
        "sys": 124,
        "dia": 78,
        "spo2": 97,
        "moaas": 5,
        "dissociation": "none",
        "gait": True,
        "escort": True,
    }
    assert run(first, {**last, "suicide": "none"}, route=route)["ready"] is True


# Readings, each judged by its limit

READINGS = [
    ("the systolic limit once the dose has begun", {"t": 10, "sys": 180, "dia": 90}, ["bp_stop"], "stop"),
    ("just below it: 59 above 120 is a substantial rise", {"t": 10, "sys": 179, "dia": 90}, ["substantial_rise"], "caution"),
    ("the diastolic limit", {"t": 10, "sys": 150, "dia": 110}, ["bp_stop"], "stop"),
    ("40 systolic", {"t": 10, "sys": 160, "dia": 80}, ["substantial_rise"], "caution"),
    ("39 systolic and 24 diastolic", {"t": 10, "sys": 159, "dia": 99}, [], "caution"),
    ("25 diastolic", {"t": 10, "sys": 130, "dia": 100}, ["substantial_rise"], "caution"),
    ("too low", {"t": 10, "sys": 89, "dia": 55}, ["bp_low"], "caution"),
    ("a saturation of 93", {"t": 10, "spo2": 93}, [], None),
    ("92 once", {"t": 10, "spo2": 92}, ["spo2_low"], "caution"),
    ("89 once", {"t": 10, "spo2": 89.9}, ["spo2_act"], "stop"),
    ("90 once", {"t": 10, "spo2": 90}, ["spo2_low"], "caution"),
    ("MOAA/S 4", {"t": 10, "moaas": 4}, [], None),
    ("MOAA/S 3", {"t": 10, "moaas": 3}, ["moaas_watch"], "caution"),
    ("MOAA/S 2", {"t": 10, "moaas": 2}, ["moaas_stop"], "stop"),
    ("MOAA/S 0", {"t": 10, "moaas": 0}, ["moaas_stop"], "stop"),
    ("a heart rate of 50", {"t": 10, "hr": 50}, [], None),
    ("49", {"t": 10, "hr": 49}, ["heart_rate"], "caution"),
    ("110", {"t": 10, "hr": 110}, [], None),
    ("111", {"t": 10, "hr": 111}, ["heart_rate"], "caution"),
    ("symptoms without a pressure", {"t": 10, "symptoms": True}, ["symptoms"], "stop"),
    ("symptoms with a good pressure", {"t": 10, "sys": 120, "dia": 75, "symptoms": True}, ["symptoms", "bp_stop"], "stop"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "flags", "kind"), [pytest.param(*case[1:], id=case[0]) for case in READINGS])
def test_a_reading_is_marked_by_its_limit(row: Inputs, flags: list[str], kind: str | None) -> None:
    assert run(BASELINE, row)["flags"] == flags
    kinds = rules(BASELINE, row).values()
    assert ("stop" in kinds) is (kind == "stop")
    assert ("caution" in kinds) is (kind == "caution") or kind == "stop"


def test_before_the_dose_the_limits_before_a_dose_hold() -> None:
    # 160/100 puts a dose off; once it has begun that is only watched.
    assert run({"t": 0, "sys": 160, "dia": 90})["flags"] == ["bp_defer"]
    assert run({"t": 0, "sys": 178, "dia": 119})["flags"] == ["bp_defer"]
    assert run({"t": 0, "sys": 150, "dia": 120})["flags"] == ["bp_stop"]
    assert run({"t": 10, "sys": 165, "dia": 90})["flags"] == []


def test_two_low_saturations_in_a_row_are_acted_on_though_one_between_them_was_not_measured() -> None:
    low = {"t": 10, "spo2": 92}
    assert run(BASELINE, low, {"t": 20, "spo2": 91})["flags"] == ["spo2_act", "spo2_low"]
    assert run(BASELINE, low, {"t": 20, "hr": 70}, {"t": 30, "spo2": 92})["flags"] == ["spo2_act", "spo2_low"]
    assert run(BASELINE, low, {"t": 20, "spo2": 93}, {"t": 30, "spo2": 92})["flags"] == ["spo2_low"]
    assert rules(BASELINE, low, {"t": 20, "spo2": 91})["session_vitals.spo2"] == "stop"


def test_no_reading_is_judged_otherwise_than_by_the_calculator_of_blood_pressure() -> None:
    for minute, moment in ((0, "before"), (40, "during"), (41, "after")):
        for systolic, diastolic in (
            (120, 75),
            (141, 80),
            (160, 99),
            (180, 100),
            (178, 111),
            (182, 121),
            (78, 40),
            (240, 45),
        ):
            alone = full_answer(find("bp_gate"), {"systolic": systolic, "diastolic": diastolic, "moment": moment})
            expected = {one["text"] for one in alone["warnings"] if one["kind"] != "note"}
            rows = [{"t": minute, "sys": systolic, "dia": diastolic}]
            assert expected <= {one["text"] for one in told(session(*rows, minutes=40))}


def test_of_an_infusion_of_unknown_length_nobody_says_that_it_has_ended() -> None:
    rows = (BASELINE, {"t": 90, "sys": 185, "dia": 90})
    assert rules(*rows)["bp_gate.pause"] == "stop"
    assert rules(*rows, minutes=40)["bp_gate.severe_after"] == "stop"
    assert rules(*rows, route="esketamine")["bp_gate.severe_after"] == "stop"


# Peak rise, by hand


@pytest.mark.parametrize(
    ("later", "rise"),
    [
        ([], None),
        ([{"t": 10, "hr": 70}], None),
        ([{"t": 10, "sys": 131, "dia": 80}], "11/5"),
        # the highest of each pressure: 150 − 120 and 95 − 75
        ([{"t": 10, "sys": 150, "dia": 80}, {"t": 20, "sys": 140, "dia": 95}], "30/20"),
        ([{"t": 10, "sys": 110, "dia": 70}], "−10/−5"),
    ],
)
def test_the_peak_rise_is_told_from_the_reading_before_the_dose(later: list[Inputs], rise: str | None) -> None:
    assert run(BASELINE, *later)["peak_rise"] == rise


def test_without_a_reading_before_the_dose_no_rise_is_told_and_that_is_said() -> None:
    rows = ({"t": 3, "sys": 120, "dia": 75}, {"t": 40, "sys": 171, "dia": 109})
    assert run(*rows)["peak_rise"] is None
    assert run(*rows)["missing"][0] == 0
    assert rules(*rows)["session_vitals.no_baseline"] == "caution"


# What is due, missing and late

DUE = [
    ("iv", (), 0, [], []),
    ("iv", (0,), 10, [], []),
    ("iv", (0, 8), 20, [], []),
    ("iv", (0, 10, 16), 30, [], []),
    ("iv", (0, 10, 20, 30, 40), 60, [], []),
    ("iv", (0, 10, 20, 30, 40, 66), 90, [], [60]),
    ("iv", (0, 10, 20, 30, 40, 60, 90, 118), 120, [], []),
    ("iv", (0, 10, 20, 30, 40, 60, 90, 126), None, [], [120]),
    ("iv", (0, 40), 60, [10, 20, 30], []),
    # 25 is in time for 20, and a second one then is no early reading of 30
    ("iv", (0, 10, 25), 30, [], []),
    ("iv", (0, 10, 20, 25), 30, [], []),
    ("iv", (0, 10, 26), 40, [20], []),
    ("esketamine", (0,), 20, [], []),
    ("esketamine", (0, 20, 44), 60, [], []),
    ("esketamine", (0, 20, 46), 60, [], [40]),
    ("esketamine", (0, 20, 40, 60, 90, 120), 130, [], []),
    ("esketamine", (0, 20, 40, 60, 90, 120, 130), None, [], []),
    ("esketamine", (0, 90), 120, [20, 40, 60], []),
]  # fmt: skip


@pytest.mark.parametrize(("route", "minutes", "due", "missing", "late"), DUE)
def test_the_next_reading_is_due_and_those_left_out_are_named(
    route: str, minutes: tuple[int, ...], due: int | None, missing: list[int], late: list[int]
) -> None:
    found = run(*({"t": minute, "moaas": 5} for minute in minutes), route=route)
    assert (found["next_due"], found["missing"], found["late"]) == (due, missing, late)


def test_a_row_with_nothing_but_its_minute_takes_no_planned_reading_away() -> None:
    before = {"t": 0, "sys": 120, "dia": 75}
    assert run(before, {"t": 10})["next_due"] == 10
    assert run(before, {"t": 10, "spo2": 97})["next_due"] == 20
    assert run(before, {"t": 10}, {"t": 20, "moaas": 5})["missing"] == [10]


def test_a_pressure_that_stops_is_measured_again_in_5_minutes() -> None:
    assert run(BASELINE, {"t": 30, "sys": 181, "dia": 90})["next_due"] == 35
    assert run(*whole(m120={"sys": 181, "dia": 90}))["next_due"] == 125


@pytest.mark.parametrize(
    "against",
    [
        {"consent": False},
        {"suicide_before": "high"},
        {"agents": ["maoi", "bupropion"], "maoi_hours": 24},
        {"weight_kg": 310},
    ],
)
def test_what_stops_the_dose_leads_and_no_reading_is_due(against: Inputs) -> None:
    assert headline(BASELINE, **against).startswith("Do not give the dose. ")
    assert run(BASELINE, **against)["next_due"] is None


def test_a_stop_before_the_dose_does_not_end_the_readings_of_a_dose_that_was_given() -> None:
    assert run(BASELINE, {"t": 10, "moaas": 5}, consent=False)["next_due"] == 20
    assert rules(BASELINE, {"t": 10}, consent=False)["session_vitals.no_consent"] == "stop"


# Before the dose

BEFORE_THE_DOSE = [
    ("no consent", {"consent": False}, "session_vitals.no_consent", "stop"),
    ("high risk", {"suicide_before": "high"}, "session_vitals.suicide_high", "stop"),
    ("moderate risk", {"suicide_before": "moderate"}, "session_vitals.suicide_moderate", "caution"),
    ("not fasted", {"fasting": False}, "session_vitals.not_fasted", "caution"),
    ("no escort", {"escort_arranged": False}, "session_vitals.no_escort", "caution"),
    ("an opioid", {"agents": ["opioid"]}, "medication_hold.opioid", "caution"),
    ("hours not known", {"agents": ["maoi", "ssri"]}, "infusion.maoi_with_serotonergic", "stop"),
    ("a spray that is none", {"route": "esketamine", "dose_mg": 50}, "session_vitals.spray_dose", "caution"),
    ("a point lost: 350 mg for 70 kg", {"weight_kg": 70, "dose_mg": 350}, "session_vitals.above_highest",
     "stop"),
    ("110 mg", {"dose_mg": 110}, "iv_dose.large_dose", "caution"),
    ("56 mg for 70 kg, 0.8", {"weight_kg": 70, "dose_mg": 56}, "iv_dose.oversight", "caution"),
    ("a bolus", {"minutes": 5}, "iv_dose.bolus", "stop"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "rule", "kind"), [pytest.param(*case[1:], id=case[0]) for case in BEFORE_THE_DOSE])
def test_what_was_entered_before_the_dose_is_judged(changes: Inputs, rule: str, kind: str) -> None:
    assert rules(BASELINE, **changes)[rule] == kind


def test_a_dose_rounded_to_a_tenth_is_no_other_step() -> None:
    # 154 lb are 69.853 kg: 0.75 mg/kg are 52.39 mg, written 52.4; 0.4 mg/kg are 27.94 mg, written 27.9
    for dose in (52.4, 27.9):
        assert not any(
            rule.startswith("iv_dose.") for rule in rules(BASELINE, weight_kg=69.85322498, dose_mg=dose, minutes=40)
        )


def test_what_is_blank_before_the_dose_is_still_needed() -> None:
    reply = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": session(BASELINE)})))
    asked = ["weight_kg", "fasting", "agents", "suicide_before", "consent", "escort_arranged", "dose_mg", "start"]
    assert [one["field"] for one in reply["needed"]] == asked


def test_a_medicine_whose_hours_are_missing_is_named_and_not_judged() -> None:
    rows = dict(table("Before the dose and the dose", BASELINE, agents=["maoi"]))
    assert rows["Other medicines"] == "MAO inhibitor: not judged, more is needed"


# Leaving

NOT_TRUE = [
    ("too early", {"t": 119}, False),
    ("lethargic", {"moaas": 4}, False),
    ("no sedation rated", {"moaas": None}, None),
    ("saturation of 92", {"spo2": 92}, False),
    ("no saturation", {"spo2": None}, None),
    ("a saturation with oxygen", {"oxygen": True}, None),
    ("160 systolic, not near 120", {"sys": 160, "dia": 80}, False),
    ("100 diastolic", {"sys": 130, "dia": 100}, False),
    ("no pressure", {"sys": None, "dia": None}, None),
    ("too low", {"sys": 88, "dia": 52}, False),
    ("mild dissociation", {"dissociation": "mild"}, False),
    ("dissociation not asked", {"dissociation": None}, None),
    ("unsteady", {"gait": False}, False),
    ("gait not seen", {"gait": None}, None),
    ("no escort", {"escort": False}, False),
    ("escort not asked", {"escort": None}, None),
    ("high risk", {"suicide": "high"}, False),
    ("risk not asked", {"suicide": None}, None),
    ("symptoms", {"symptoms": True}, False),
    ("a failed and a missing one", {"gait": None, "escort": False}, False),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "ready"), [pytest.param(*case[1:], id=case[0]) for case in NOT_TRUE])
def test_one_criterion_that_fails_or_is_missing_is_enough(changes: Inputs, ready: bool | None) -> None:
    assert run(*whole())["ready"] is True
    assert run(*whole()[:-1], {**LEAVING, **changes})["ready"] is ready


@pytest.mark.parametrize("level", ["none", "low", "moderate"])
def test_a_risk_that_is_not_high_is_no_bar(level: str) -> None:
    assert run(*whole(m120={"suicide": level}))["ready"] is True


@pytest.mark.parametrize(
    ("before", "previous", "last", "ready"),
    [
        # within 20 of 150/95, and rising: the second way holds
        ((150, 95), (155, 98), (165, 101), True),
        # 171 is 21 above 150
        ((150, 95), (155, 98), (171, 101), False),
        # 145/90 is more than 20 above 120/75, below 160/100 and falling
        ((120, 75), (150, 95), (145, 90), True),
        # the same, and rising
        ((120, 75), (140, 88), (145, 90), False),
        # near a baseline of 175/105, but the calculator of blood pressure stops at 180
        ((175, 105), (178, 105), (180, 105), False),
    ],
)
def test_blood_pressure_has_settled_by_either_way(
    before: tuple[int, int], previous: tuple[int, int], last: tuple[int, int], ready: bool
) -> None:
    pressures: dict[str, Any] = {
        f"m{at}": dict(zip(("sys", "dia"), pair, strict=True))
        for at, pair in ((0, before), (90, previous), (120, last))
    }
    assert run(*whole("iv", **pressures))["ready"] is ready


def test_a_saturation_as_before_the_dose_is_enough_where_nothing_stops() -> None:
    # 92 and 92 are two in a row below 93: acted on, whatever it was before
    assert run(*whole(m0={"spo2": 92}, m120={"spo2": 92}))["ready"] is True
    assert run(*whole(m0={"spo2": 92}, m90={"spo2": 92}, m120={"spo2": 92}))["ready"] is False


# Wrong rows


def test_readings_out_of_order_are_judged_by_their_minutes_and_leave_the_discharge_open() -> None:
    rows = whole()
    rows[1], rows[2] = rows[2], rows[1]
    assert run(*rows)["ready"] is None
    assert run(*rows)["missing"] == []
    assert rules(*rows)["session_vitals.order"] == "caution"
    assert [row[0] for row in table("Readings", *rows)] == [str(minute) for minute in MINUTES["iv"]]


def test_two_readings_of_one_minute_are_both_judged_and_leave_the_discharge_open() -> None:
    rows = [*whole(), {**LEAVING, "moaas": 2}]
    assert "moaas_stop" in run(*rows)["flags"]
    assert run(*rows)["ready"] is False
    assert run(*whole(), LEAVING)["ready"] is None
    assert rules(*rows)["session_vitals.doubled"] == "caution"


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"t": 10, "sys": 120}, "rows.1.dia"),
        ({"t": 10, "dia": 75}, "rows.1.sys"),
        ({"t": 10, "sys": 75, "dia": 120}, "rows.1.sys"),
        ({"t": 721}, "rows.1.t"),
        ({"t": -1}, "rows.1.t"),
        ({"t": 10, "spo2": 101}, "rows.1.spo2"),
        ({"t": 10, "spo2": 49}, "rows.1.spo2"),
        ({"t": 10, "sys": 301, "dia": 75}, "rows.1.sys"),
        ({"t": 10, "hr": 19}, "rows.1.hr"),
        ({"t": 10, "moaas": 6}, "rows.1.moaas"),
        ({}, "rows.1.t"),
    ],
)
def test_what_is_implausible_is_refused_with_its_reading(row: Inputs, field: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        run(BASELINE, row)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert refused.value.problems[0].message.startswith("Reading 2: ")


@pytest.mark.parametrize("time", ["24:00", "14:60", "1405", "2:05 pm", "14.05"])
def test_a_time_that_could_be_two_is_refused(time: str) -> None:
    with pytest.raises(InvalidInputs, match="24-hour clock, like 14:05"):
        run(BASELINE, start=time)


# A session of 120 minutes, reading by reading


def test_a_session_with_readings_late_missing_wrong_and_dangerous() -> None:
    rows: list[Inputs] = [
        {**BASELINE, "sys": 132, "dia": 84},
        {"t": 10, "sys": 148, "dia": 90, "hr": 88, "spo2": 96, "moaas": 5},
        {"t": 20, "sys": 183, "dia": 104, "hr": 104, "spo2": 91, "moaas": 4, "events": "Infusion paused"},
        {"t": 25, "sys": 168, "dia": 99, "hr": 98, "spo2": 90, "moaas": 4, "oxygen": True},
        {"t": 48, "sys": 152, "dia": 92, "hr": 90, "spo2": 97, "moaas": 3, "dissociation": "marked"},
        {"t": 90, "sys": 141, "dia": 86, "hr": 76, "spo2": 97, "moaas": 5, "dissociation": "mild"},
        {**LEAVING, "t": 124, "sys": 136, "dia": 84},
    ]  # fmt: skip
    step = [run(*rows[:count], **BEFORE) for count in range(1, len(rows) + 1)]
    # the pressure of minute 20 stops and is measured again at 25; that of 30 is then left out, and that of 40 is 8 min late
    assert [one["next_due"] for one in step] == [10, 20, 25, 30, 60, 120, None]
    assert [one["ready"] for one in step] == [False, False, False, False, False, False, True]
    # 183 − 132 and 104 − 84
    assert [one["peak_rise"] for one in step] == [None, "16/6", "51/20", "51/20", "51/20", "51/20", "51/20"]
    assert step[-1]["flags"] == ["bp_stop", "spo2_act", "spo2_low", "moaas_watch"]
    assert (step[-1]["missing"], step[-1]["late"]) == ([30, 60], [40])
    words = headline(*rows, **BEFORE)
    assert words.startswith("Earlier, minute 25: 168/99 mmHg")
    assert "Earlier, minute 20: 183/104 mmHg: pause the infusion and measure again" in words
    assert words.endswith("Every discharge criterion is met: the clinician decides")
    assert table("Readings", *rows, **BEFORE)[2][-1] == "Infusion paused"


@pytest.mark.parametrize("hours", [None, 4])
def test_with_an_mao_inhibitor_an_infusion_waits_and_with_the_spray_pressure_is_watched(hours: int | None) -> None:
    taken: Inputs = {"agents": ["maoi"], "maoi_hours": hours}
    spray = rules(BASELINE, route="esketamine", dose_mg=56, **taken)
    assert spray == {"medication_hold.maoi_with_the_spray": "caution"}
    entered = dict(table("Before the dose and the dose", BASELINE, route="esketamine", **taken))
    assert entered["Other medicines"] == "MAO inhibitor: monitor"
    assert "medication_hold.maoi" not in rules(BASELINE, agents=["maoi"], maoi_hours=400)
    assert rules(BASELINE, agents=["maoi"], maoi_hours=4)["medication_hold.maoi"] == "caution"


# The two hours of the spray. By hand: devices are 28 mg each and 5 min apart, so the last of them starts at minute 0 (28 mg,
# one device), 5 (56 mg, two) or 10 (84 mg, three); the label asks for at least 120 min after it.

TWO_HOURS = [
    (28, 120), (56, 125), (84, 130),
    # no dose, and a dose that no number of devices gives: counted for the longest
    (None, 130), (50, 130),
    # four devices, 15 min
    (112, 135),
]  # fmt: skip


@pytest.mark.parametrize(("dose", "first"), TWO_HOURS)
def test_the_two_hours_of_the_spray_count_from_its_last_device(dose: int | None, first: int) -> None:
    def at(minute: int) -> dict[str, Any]:
        return run(BASELINE, {**LEAVING, "t": minute}, route="esketamine", dose_mg=dose)

    assert (at(first - 1)["ready"], at(first - 1)["not_met"]) == (False, ["time"])
    assert at(first)["ready"] is True
    assert (at(first - 1)["next_due"], at(first)["next_due"]) == (first, None)


@pytest.mark.parametrize(("dose", "first"), TWO_HOURS)
def test_the_timer_the_criterion_and_the_record_name_the_same_minute(dose: int | None, first: int) -> None:
    values = session(BASELINE, {**LEAVING, "t": 119}, route="esketamine", dose_mg=dose)
    due = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": values})))["due"]
    assert (due["until"], due["readings"][-1]["minute"]) == (first, first)
    assert "2 hours after the last device" in due["until_words"]
    criterion = table("Discharge criteria", *values["rows"], route="esketamine", dose_mg=dose)[0]
    assert criterion[0] == "At least 120 min after the last device"
    assert criterion[1].startswith(f"minute 119 from the start of the first device; from minute {first}")
    assert criterion[2] == "not met"


def test_a_dose_of_the_spray_that_is_not_known_is_said_to_be_counted_for_the_longest() -> None:
    said = [one["text"] for one in told(session(BASELINE, route="esketamine"))]
    assert any("No dose is entered" in one and "84 mg" in one and "minute 130" in one for one in said)
    assert not any(
        "No dose is entered" in one["text"] for one in told(session(BASELINE, route="esketamine", dose_mg=56))
    )
    assert not any("No dose is entered" in one["text"] for one in told(session(BASELINE)))


def test_a_reading_5_minutes_after_a_planned_one_counts_for_it_as_well_as_for_the_last() -> None:
    minutes = (0, 20, 40, 60, 90, 125)
    found = run(*({"t": minute, "moaas": 5} for minute in minutes), route="esketamine", dose_mg=56)
    assert (found["next_due"], found["missing"], found["late"]) == (None, [], [])


@pytest.mark.parametrize("dose", [28, 56, 84, 500, None])
def test_of_an_infusion_the_minutes_count_from_its_start_whatever_the_dose(dose: int | None) -> None:
    assert run(BASELINE, LEAVING, dose_mg=dose)["ready"] is True
    words = table("Discharge criteria", BASELINE, LEAVING, dose_mg=dose)[0]
    assert words == ["At least 120 min from the start of the dose", "120 min", "met"]


# The clock of a page


def test_a_page_is_told_what_is_due_from_when() -> None:
    values = session(BASELINE, {"t": 10, "moaas": 5}, {"t": 40, "moaas": 5}, day=DAY, start="9:05")
    due = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": values})))["due"]
    assert (due["day"], due["time"], due["until"], due["late_after"]) == (DAY, "09:05", 120, 5)
    assert due["next"] == next(one for one in due["readings"] if one["minute"] == 60)
    assert due["next"]["words"] == "Minute 60: blood pressure, heart rate, oxygen saturation, MOAA/S, dissociation."
    states = ["done", "done", "missing", "missing", "done", "due", "due", "due"]
    assert [one["state"] for one in due["readings"]] == states


def test_a_page_is_told_of_a_pressure_to_measure_again_and_of_a_start_that_was_not_entered() -> None:
    values = session(BASELINE, {"t": 40, "sys": 181, "dia": 90})
    due = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": values})))["due"]
    assert (due["day"], due["time"]) == (None, None)
    assert due["next"]["minute"] == 45
    assert due["next"]["words"] == "Measure blood pressure again: 5 min after minute 40."


def test_a_new_reading_opens_with_the_minute_that_is_due() -> None:
    reply = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": session(BASELINE, {"t": 10})})))
    assert reply["proposed"] == {"rows.2.t": {"value": "20", "words": ""}}


# The way here

ORDER = {
    "weight": 154, "weight_unit": "lb", "flags": [], "systolic": 128, "diastolic": 80, "agents": ["maoi"], "maoi_hours": 400,
    "concentration_mg_ml": 50, "total_volume_ml": 50,
}  # fmt: skip


def onward(calculator: str, values: Inputs) -> list[dict[str, Any]]:
    return list(json.loads(answer(json.dumps({"calculator": calculator, "values": values}))).get("onward", []))


def test_the_infusion_leads_here_with_what_was_entered_there() -> None:
    (way,) = onward("infusion", ORDER)
    assert (way["calculator"], way["version"]) == (WORKSHEET.id, WORKSHEET.version)
    assert way["address"] == f"worksheets/{WORKSHEET.slug}/"
    # 69.853 kg × 0.5 = 34.93 mg, on the sheet 34.9 mg
    assert way["entries"] == [
        ["route", "iv"], ["weight_kg", "154 lb"], ["agents", "maoi"], ["maoi_hours", "400"], ["minutes", "40"],
        ["dose_mg", "34.9"], ["rows.0.t", "0"], ["rows.0.sys", "128"], ["rows.0.dia", "80"],
    ]  # fmt: skip
    reply = json.loads(answer(json.dumps({"calculator": way["calculator"], "entries": way["entries"]})))
    assert "answer" in reply


def test_an_esketamine_visit_leads_here_with_its_dose_and_readings() -> None:
    visit = {"indication": "trd", "week": 3, "is_first_dose": False, "dose_mg": 84, "age": 45}
    (way,) = onward("esketamine_visit", {**visit, "spo2": 97, "systolic": 120, "diastolic": 75})
    assert way["entries"] == [
        ["route", "esketamine"], ["dose_mg", "84"], ["rows.0.t", "0"], ["rows.0.sys", "120"], ["rows.0.dia", "75"],
        ["rows.0.spo2", "97"],
    ]  # fmt: skip
    assert "answer" in json.loads(answer(json.dumps({"calculator": way["calculator"], "entries": way["entries"]})))


@pytest.mark.parametrize(
    "changes", [{"flags": ["active_psychosis"]}, {"systolic": 185, "diastolic": 90}, {"minutes": 5}]
)
def test_what_must_not_be_given_leads_to_no_session(changes: Inputs) -> None:
    assert onward("infusion", {**ORDER, **changes}) == []


# Records


def test_fhir_has_each_vital_sign_with_its_code_and_minute() -> None:
    evaluation = evaluated(WORKSHEET, WORKSHEET.checked(session(BASELINE, {"t": 40, "sys": 138, "dia": 86}, **BEFORE)))
    components = json.loads(RECORDS["fhir"](evaluation, DAY))["component"]
    measured = {
        (component["code"]["coding"][0]["code"], component["code"]["text"]): component["valueQuantity"]
        for component in components
        if component["code"]["coding"][0]["system"] == "http://loinc.org"
    }
    assert {code for code, _ in measured} == {"29463-7", "8480-6", "8462-4", "8867-4", "59408-5"}
    mmhg = {"unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"}
    assert measured["8480-6", "Systolic pressure (Minute 40 min)"] == {"value": 138, **mmhg}
    assert measured["8867-4", "Heart rate (Minute 0 min)"]["code"] == "/min"


# Charts


def test_each_measurement_is_drawn_with_its_limits_and_a_table_has_the_same_numbers() -> None:
    rows = whole(m40={"sys": 171, "dia": 109, "spo2": 92, "moaas": 3})
    found = full_answer(WORKSHEET, session(*rows))
    labels = ["Blood pressure, mmHg", "Heart rate, /min", "Oxygen saturation, %", "Sedation, MOAA/S"]
    assert [chart["label"] for chart in found["charts"]] == labels
    pressure, _, oxygen, sedation = found["charts"]
    assert [point["day"] for point in pressure["points"]] == list(MINUTES["iv"])
    assert (pressure["points"][4]["value"], pressure["more"][0]["points"][4]["value"]) == (171, 109)
    assert [line["value"] for line in pressure["lines"]] == [180, 110, 140]
    assert [line["value"] for line in oxygen["lines"]] == [93, 90]
    assert [line["value"] for line in sedation["lines"]] == [3, 2]
    assert {chart["table"] for chart in found["charts"]} == {"Readings"}
    in_table = [row[1] for row in next(one["rows"] for one in found["tables"] if one["label"] == "Readings")]
    further = pressure["more"][0]["points"]
    assert [
        f"{one['text']}/{other['text']}" for one, other in zip(pressure["points"], further, strict=True)
    ] == in_table


def test_what_was_measured_once_is_not_drawn() -> None:
    assert full_answer(WORKSHEET, session(BASELINE))["charts"] == []


# Whatever is entered

ROW = st.fixed_dictionaries(
    {"t": st.integers(0, 200)},
    optional={
        "pressure": st.tuples(st.integers(60, 240), st.integers(30, 130)).filter(lambda pair: pair[0] > pair[1]),
        "hr": st.integers(30, 160),
        "spo2": st.integers(80, 100),
        "moaas": st.integers(0, 5),
        "dissociation": st.sampled_from(["none", "mild", "marked"]),
        "symptoms": st.booleans(),
        "gait": st.booleans(),
        "escort": st.booleans(),
        "suicide": st.sampled_from(["none", "low", "moderate", "high"]),
    },
)


def as_row(drawn: Inputs) -> Inputs:
    pair = drawn.get("pressure")
    rest = {key: value for key, value in drawn.items() if key != "pressure"}
    return {**rest, "sys": pair[0], "dia": pair[1]} if pair else rest


NEEDED = ("sys", "dia", "spo2", "moaas", "dissociation", "gait", "escort", "suicide")


@given(
    rows=st.lists(ROW.map(as_row), max_size=5),
    route=st.sampled_from(sorted(MINUTES)),
    leaves_out=st.sampled_from(NEEDED),
)
def test_no_missing_value_ever_lets_anybody_leave(rows: list[Inputs], route: str, leaves_out: str) -> None:
    last = {**LEAVING, "t": 240}
    dropped = ("sys", "dia") if leaves_out in ("sys", "dia") else (leaves_out,)
    assert (
        run(*rows, {key: value for key, value in last.items() if key not in dropped}, route=route)["ready"] is not True
    )
    if rows:
        latest = max(rows, key=lambda row: int(row["t"]))
        if any(key not in latest for key in NEEDED) or latest["t"] < LAST[route]:
            assert run(*sorted(rows, key=lambda row: int(row["t"])), route=route)["ready"] is not True


def is_dangerous(row: Inputs, route: str) -> bool:
    """By the limits of the addendum alone."""
    before = row["t"] == 0
    pressure = row.get("sys", 0) >= 180 or row.get("dia", 0) >= (120 if before else 110)
    breathing = row.get("spo2", 100) < (93 if before else 90)
    return (
        pressure or breathing or row.get("moaas", 5) <= 2 or row.get("symptoms", False) or row.get("suicide") == "high"
    )


@given(rows=st.lists(ROW.map(as_row), min_size=1, max_size=4), route=st.sampled_from(sorted(MINUTES)))
def test_no_dangerous_reading_is_without_its_stop_in_answer_record_note_and_line(
    rows: list[Inputs], route: str
) -> None:
    inputs = session(*rows, route=route)
    stops = [one for one in told(inputs) if one["kind"] == "stop"]
    if not any(is_dangerous(row, route) for row in rows):
        return
    assert stops
    evaluation = evaluated(WORKSHEET, WORKSHEET.checked(inputs))
    note, fhir, line = (RECORDS[kind](evaluation, DAY) for kind in ("note", "fhir", "line"))
    for stop in stops:
        assert stop["text"] in note
        assert f"{stop['word']}: {stop['short']}" in [one["text"] for one in json.loads(fhir)["note"]]
    assert stops[0]["word"] in line
    assert len(stops) == 1 or "more stop" in line or all(stop["short"] in line for stop in stops)


def test_a_row_that_is_still_to_be_filled_in_hides_no_stop_and_lets_nobody_leave() -> None:
    rows = (BASELINE, {"t": 10, "sys": 183, "dia": 90}, {"t": 15})
    assert run(*rows)["next_due"] == 15
    assert headline(*rows).startswith("Minute 10: 183/90 mmHg: pause the infusion and measure again")
    assert run(*whole(), {"t": 125})["ready"] is None


def test_a_new_reading_after_a_stop_opens_with_the_minute_to_measure_again() -> None:
    def proposed(*rows: Inputs) -> Any:
        reply = json.loads(answer(json.dumps({"calculator": "session_vitals", "values": session(*rows)})))
        return reply["proposed"]

    stop = {"t": 10, "sys": 183, "dia": 90}
    assert proposed(BASELINE, stop) == {"rows.2.t": {"value": "15", "words": ""}}
    assert proposed(BASELINE, stop, {"t": 15}) == {"rows.3.t": {"value": "20", "words": ""}}
