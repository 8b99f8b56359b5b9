"""Titration step. The house article's titration table, each row at its edges; doses in mg/kg."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from ketamine_calculators.catalogue.titration_step import CALCULATOR, Situation, Step
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate
from ketamine_calculators.titration_table import responses_to

START = Situation(dose=Fraction("0.5"), response="none", sessions_at_dose=2, side_effects=False, rapid_early=False)


def outcome(answer: Step) -> tuple[str, str | None, str | None, bool]:
    low, high = (None if dose is None else str(float(dose)) for dose in (answer.dose_min, answer.dose_max))
    return answer.action, low, high, answer.oversight


UP_FIRST = ("increase", "0.6", "0.7", False)
UP_SECOND = ("increase", "0.75", "0.75", False)
UP_THIRD = ("increase", None, "1.0", True)
DOWN = ("reduce", "0.4", "0.4", False)
LESS_OFTEN = ("reduce_frequency", None, None, False)
KEEP = ("maintain", None, None, False)
GO_ON = ("continue", None, None, False)
REASSESS = ("reassess", None, None, False)
NO_RULE = ("no_rule", None, None, False)

FACTS = [
    # "No response after 0.5 mg/kg × 2: increase to 0.6-0.7 mg/kg"; addendum, rule 7, row 8
    ("no response after two sessions at 0.5 goes up a step", {}, UP_FIRST),
    ("a minimal response after two sessions at 0.5 goes up too", {"response": "minimal"}, UP_FIRST),
    ("one session without response is too early", {"sessions_at_dose": 1}, GO_ON),
    ("one session with a minimal response is too early", {"response": "minimal", "sessions_at_dose": 1}, GO_ON),
    ("a third session without response goes up too", {"sessions_at_dose": 3}, UP_FIRST),
    ("just below 0.5 the table is silent", {"dose": "0.499"}, NO_RULE),
    ("but waits for two sessions there as well", {"dose": "0.499", "sessions_at_dose": 1}, GO_ON),
    ("just below 0.6 the first step still holds", {"dose": "0.599"}, UP_FIRST),
    ("and does so with a minimal response", {"response": "minimal", "dose": "0.599"}, UP_FIRST),
    # "Minimal response after 0.6 mg/kg: increase to 0.75 mg/kg"; addendum, rows 5 and 9
    ("no response at 0.6 goes to 0.75", {"dose": "0.6"}, UP_SECOND),
    ("minimal response at 0.6 goes to 0.75", {"response": "minimal", "dose": "0.6"}, UP_SECOND),
    (
        "minimal response at 0.6 waits for two sessions",
        {"response": "minimal", "dose": "0.6", "sessions_at_dose": 1},
        GO_ON,
    ),
    ("minimal response just below 0.75 goes to 0.75", {"response": "minimal", "dose": "0.749"}, UP_SECOND),
    # addendum, row 10: from 0.75 to below 1 without a response
    ("no response at 0.75 is reassessed", {"dose": "0.75"}, REASSESS),
    ("minimal response at 0.75 is reassessed", {"response": "minimal", "dose": "0.75"}, REASSESS),
    ("no response just below 1 is reassessed", {"dose": "0.999"}, REASSESS),
    ("one session at 0.75 waits for a second", {"dose": "0.75", "sessions_at_dose": 1}, GO_ON),
    ("no response at 1 is not in the table", {"dose": "1"}, NO_RULE),
    ("one session at 1 waits for a second", {"dose": "1", "sessions_at_dose": 1}, GO_ON),
    # "Partial response at 0.75 mg/kg: may trial up to 1.0 mg/kg"; addendum, rows 5 to 7
    ("partial response just below 0.75 continues", {"response": "partial", "dose": "0.749"}, GO_ON),
    ("partial response at 0.1 continues", {"response": "partial", "dose": "0.1"}, GO_ON),
    ("partial response at 0.75 may go up, with oversight", {"response": "partial", "dose": "0.75"}, UP_THIRD),
    (
        "partial response at 0.75 waits for two sessions",
        {"response": "partial", "dose": "0.75", "sessions_at_dose": 1},
        GO_ON,
    ),
    ("partial response just below 1 may still go up", {"response": "partial", "dose": "0.999"}, UP_THIRD),
    ("partial response at 1 has nowhere to go", {"response": "partial", "dose": "1"}, NO_RULE),
    ("and has not after one session either", {"response": "partial", "dose": "1", "sessions_at_dose": 1}, NO_RULE),
    # "Excellent response with side effects: consider reducing to 0.4 mg/kg"; addendum, rows 1 to 3
    ("excellent with side effects goes down to 0.4", {"response": "excellent", "side_effects": True}, DOWN),
    ("just above 0.4 it still goes down", {"response": "excellent", "side_effects": True, "dose": "0.401"}, DOWN),
    ("at 0.4 it keeps the dose", {"response": "excellent", "side_effects": True, "dose": "0.4"}, KEEP),
    (
        "side effects come before a rapid early response",
        {"response": "excellent", "side_effects": True, "rapid_early": True},
        DOWN,
    ),
    (
        "where the dose can fall no further, the sessions become fewer",
        {"response": "excellent", "side_effects": True, "rapid_early": True, "dose": "0.4"},
        LESS_OFTEN,
    ),
    # "Rapid early response: consider reducing frequency"
    ("a rapid excellent response is treated less often", {"response": "excellent", "rapid_early": True}, LESS_OFTEN),
    (
        "a rapid partial response too, before any increase",
        {"response": "partial", "rapid_early": True, "dose": "0.75"},
        LESS_OFTEN,
    ),
    (
        "side effects do not stop that when the response is partial",
        {"response": "partial", "rapid_early": True, "side_effects": True},
        LESS_OFTEN,
    ),
    # addendum, row 4: side effects without a full response
    ("side effects without response are reassessed and not raised", {"side_effects": True}, REASSESS),
    (
        "side effects with a minimal response too",
        {"response": "minimal", "side_effects": True, "dose": "0.6"},
        REASSESS,
    ),
    (
        "side effects with a partial response too",
        {"response": "partial", "side_effects": True, "dose": "0.75"},
        REASSESS,
    ),
    ("side effects come before a second session", {"side_effects": True, "sessions_at_dose": 1}, REASSESS),
    # "Full response: keep the dose"
    ("an excellent response keeps its dose", {"response": "excellent"}, KEEP),
    ("an excellent response at 1 keeps its dose", {"response": "excellent", "dose": "1"}, KEEP),
    # worsening comes before any dose
    ("whoever is worse is reassessed and not raised", {"response": "worse"}, REASSESS),
    ("whatever the number of sessions", {"response": "worse", "sessions_at_dose": 1}, REASSESS),
    ("and whatever the side effects", {"response": "worse", "side_effects": True, "dose": "1"}, REASSESS),
]


@pytest.mark.parametrize(("change", "expected"), [pytest.param(c, e, id=fact) for fact, c, e in FACTS])
def test_the_first_row_that_fits_is_used(change: dict[str, Any], expected: tuple[object, ...]) -> None:
    if "dose" in change:
        change = change | {"dose": Fraction(str(change["dose"]))}
    assert outcome(CALCULATOR(replace(START, **change))) == expected


def test_oversight_is_asked_for_in_one_row_only() -> None:
    for dose, response, effects, sessions in product(
        range(1, 101), ("none", "minimal", "partial", "excellent"), (True, False), (1, 2)
    ):
        situation = Situation(
            dose=Fraction(dose, 100),
            response=response,
            sessions_at_dose=sessions,
            side_effects=effects,
            rapid_early=False,
        )
        raised = response == "partial" and 75 <= dose < 100 and sessions == 2 and not effects
        assert CALCULATOR(situation).oversight is raised


def test_the_table_never_goes_beyond_1_or_the_wrong_way() -> None:
    for dose, response, effects, rapid in product(
        range(1, 101), ("none", "minimal", "partial", "excellent"), (True, False), (True, False)
    ):
        if rapid and response in ("none", "minimal"):
            continue
        now = Fraction(dose, 100)
        answer = CALCULATOR(replace(START, dose=now, response=response, side_effects=effects, rapid_early=rapid))
        if answer.action == "increase":
            assert answer.dose_max is not None
            assert now < answer.dose_max <= 1
        elif answer.action == "reduce":
            assert answer.dose_max is not None
            assert answer.dose_max < now
        else:
            assert answer.dose_max is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rapid_early": True}, "Rapid early response goes with a partial or excellent response"),
        ({"rapid_early": True, "response": "minimal"}, "goes with a partial or excellent response"),
        ({"dose": 0}, "Dose must be a number above 0 and at most 1 mg/kg"),
        ({"dose": 1.01}, "Dose must be a number above 0 and at most 1 mg/kg"),
        ({"sessions_at_dose": 0}, "Sessions at this dose must be a whole number from 1"),
        ({"sessions_at_dose": 1.5}, "Sessions at this dose must be a whole number"),
        ({"sessions_at_dose": True}, "Sessions at this dose must be a whole number"),
        ({"response": "good"}, "Response must be none, minimal, partial, excellent or worse"),
        ({"side_effects": 1}, "Troublesome side effects: answer yes or no"),
    ],
)
def test_it_refuses_what_does_not_go_together(change: dict[str, Any], message: str) -> None:
    given = {"dose": 0.5, "response": "none", "sessions_at_dose": 2, "side_effects": False, "rapid_early": False}
    with pytest.raises(InvalidInputs) as refused:
        evaluate("titration_step", given | change)
    assert message in str(refused.value)


# change -> headline, last line of the working
WORDS = [
    ({}, "Our titration table: increase to 0.6–0.7 mg/kg", "Row that fits: increase the dose, 0.5 → 0.6 to 0.7 mg/kg"),
    ({"sessions_at_dose": 1}, "Our titration table: continue at this dose", "Row that fits: continue at this dose"),
    (
        {"response": "minimal", "dose": Fraction("0.6")},
        "Our titration table: increase to 0.75 mg/kg",
        "Row that fits: increase the dose, 0.6 → 0.75 mg/kg",
    ),
    (
        {"response": "partial", "dose": Fraction("0.75")},
        "Our titration table: may be increased, up to 1 mg/kg, with experienced oversight",
        "Row that fits: increase the dose, 0.75 → 1 mg/kg",
    ),
    (
        {"response": "excellent", "side_effects": True},
        "Our titration table: consider reducing to 0.4 mg/kg",
        "Row that fits: consider reducing the dose, 0.5 → 0.4 mg/kg",
    ),
    (
        {"response": "excellent", "rapid_early": True},
        "Our titration table: consider treating less often",
        "Row that fits: consider treating less often",
    ),
    (
        {"response": "excellent", "dose": Fraction(1)},
        "Our titration table: keep the dose",
        "Row that fits: keep the dose",
    ),
    (
        {"response": "excellent", "dose": Fraction("0.4"), "side_effects": True},
        "Our titration table: keep the dose; treat the side effects",
        "Row that fits: keep the dose",
    ),
    (
        {"side_effects": True},
        "Troublesome side effects without a full response: reassess before the next dose",
        "Row that fits: reassess before the next dose",
    ),
    (
        {"dose": Fraction("0.75")},
        "Reassess before the next dose",
        "Row that fits: reassess before the next dose",
    ),
    (
        {"response": "worse"},
        "Worse than before treatment: reassess first",
        "Row that fits: reassess before the next dose",
    ),
    (
        {"dose": Fraction("0.4")},
        "Not in the table: clinical judgment",
        "Row that fits: not in the table",
    ),
]


@pytest.mark.parametrize(("change", "headline", "row"), WORDS)
def test_the_answer_says_what_to_do_and_from_where_to_where(change: dict[str, Any], headline: str, row: str) -> None:
    situation = replace(START, **change)
    answer = CALCULATOR(situation)
    assert CALCULATOR.headline(situation, answer) == headline
    assert list(CALCULATOR.working(situation, answer))[-1] == row


def test_the_working_names_the_step_the_situation_and_the_sessions_still_to_come() -> None:
    situation = replace(START, sessions_at_dose=1)
    assert list(CALCULATOR.working(situation, CALCULATOR(situation))) == [
        "Dose 0.5 mg/kg: First step (0.5 mg/kg to below 0.6 mg/kg); second step starts at 0.6 mg/kg, 0.1 mg/kg away.",
        "Situation: response none, sessions at this dose: 1, no side effects, not rapid",
        "The table waits for 2 sessions at one dose: 1 more",
        "Row that fits: continue at this dose",
    ]


@pytest.mark.parametrize(("rapid", "words"), [(True, "rapid early response"), (False, "not rapid")])
def test_only_a_missing_response_waits_for_a_second_session(rapid: bool, words: str) -> None:
    given = replace(START, response="partial", rapid_early=rapid)
    _, said, last = CALCULATOR.working(given, CALCULATOR(given))
    assert said == f"Situation: response partial, sessions at this dose: 2, no side effects, {words}"
    assert last.startswith("Row that fits")


# change -> the warnings, by the kind and a word of each
LOOK, LADDER = ("note", "Before a change of dose"), ("note", "Without a response")
WEIGH, PARTLY = ("caution", "Weigh the side effects"), ("note", "With a partial response")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, [LOOK], id="no response: look for another reason first"),
        pytest.param({"sessions_at_dose": 1}, [LADDER, LOOK], id="waiting: what the table waits for"),
        pytest.param({"side_effects": True}, [WEIGH, LADDER, LOOK], id="side effects without response"),
        pytest.param(
            {"dose": Fraction("0.4")}, [("caution", "Not in the table."), LADDER, LOOK], id="not in the table"
        ),
        pytest.param(
            {"dose": Fraction("0.75")}, [("note", "allows up to 1 mg/kg"), LADDER, LOOK], id="no response at 0.75"
        ),
        pytest.param({"response": "excellent"}, [], id="an excellent response needs none"),
        pytest.param({"response": "partial"}, [PARTLY], id="a partial response goes on"),
        pytest.param({"response": "partial", "side_effects": True}, [WEIGH, PARTLY], id="partial with side effects"),
        pytest.param(
            {"response": "partial", "side_effects": True, "rapid_early": True},
            [WEIGH, PARTLY],
            id="treating less often despite side effects",
        ),
        pytest.param(
            {"response": "excellent", "side_effects": True}, [("note", "0.4 mg/kg")], id="here the table weighs them"
        ),
        pytest.param(
            {"response": "excellent", "side_effects": True, "dose": Fraction("0.4")},
            [("caution", "Treat the side effects. At 0.4 mg/kg or less")],
            id="side effects at the lowest dose",
        ),
        pytest.param(
            {"response": "partial", "dose": Fraction("0.75")},
            [("caution", "experienced oversight"), PARTLY],
            id="oversight",
        ),
        pytest.param({"response": "worse"}, [("caution", "See the patient now")], id="worse"),
    ],
)
def test_each_warning_comes_where_it_belongs(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    situation = replace(START, **change)
    said = [(notice.kind, notice.text) for notice in CALCULATOR.warnings(situation, CALCULATOR(situation))]
    assert [kind for kind, _ in said] == [kind for kind, _ in expected]
    assert all(word in text for (_, word), (_, text) in zip(expected, said, strict=True))


def test_no_answer_says_that_nothing_argues_against_a_change_of_dose() -> None:
    for dose, response, sessions in product(range(30, 101, 5), ("none", "minimal", "partial"), (1, 2)):
        situation = replace(START, dose=Fraction(dose, 100), response=response, sessions_at_dose=sessions)
        answer = CALCULATOR(situation)
        said = " ".join(
            [CALCULATOR.headline(situation, answer), *(n.text for n in CALCULATOR.warnings(situation, answer))]
        )
        assert ("Not in the table" in said) is (answer.action == "no_rule")
        assert "for or against" not in said


@pytest.mark.parametrize(
    ("outcome", "worsened", "responses"),
    [
        ("non_response", False, ("none", "minimal")),
        ("partial", False, ("partial",)),
        ("response", False, ("excellent",)),
        ("remission", False, ("excellent",)),
        ("in_remission_at_baseline", False, ("excellent",)),
        ("in_remission_at_baseline", True, ("worse",)),
        ("non_response", True, ("worse",)),
    ],
)
def test_each_outcome_goes_with_its_answers_on_the_response(
    outcome: str, worsened: bool, responses: tuple[str, ...]
) -> None:
    # House article: no response below 25%, partial from 25%, full from 50%; nothing between none and minimal.
    assert responses_to(outcome, worsened) == responses


def test_a_thousand_sessions_are_the_most() -> None:
    assert CALCULATOR.checked(
        {"dose": 0.5, "response": "none", "sessions_at_dose": 1000, "side_effects": False, "rapid_early": False}
    )
    with pytest.raises(InvalidInputs, match="from 1 to 1000"):
        CALCULATOR.checked(
            {"dose": 0.5, "response": "none", "sessions_at_dose": 1001, "side_effects": False, "rapid_early": False}
        )


def test_the_scale_marks_the_step_of_the_dose() -> None:
    for dose, key in (("0.499", "below"), ("0.5", "first"), ("0.6", "second"), ("0.75", "third"), ("1", "third")):
        situation = replace(START, dose=Fraction(dose))
        ((bands, value, _),) = CALCULATOR.scales(situation, CALCULATOR(situation))
        assert bands.find(value).key == key


def test_the_steps_leave_out_0_and_end_at_1() -> None:
    (steps,) = CALCULATOR.bands
    assert [band.interval(steps.unit) for band in steps.bands] == [
        "above 0 mg/kg to below 0.5 mg/kg",
        "0.5 mg/kg to below 0.6 mg/kg",
        "0.6 mg/kg to below 0.75 mg/kg",
        "0.75 mg/kg to 1 mg/kg",
    ]
