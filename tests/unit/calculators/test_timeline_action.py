"""Timeline action: assessments after 2, 4 and 6 treatments in the house article, "Defining Non-Response"."""

from fractions import Fraction
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

LEAST = Fraction(1, 10**9)

# Fact sheet 3.2, and rule 8 of the addendum: the whole grid, one line for each stretch: below 25, from 25 to below 50, from
# 50, below 0.
GRID = {
    (0, 1): ("too_early", "too_early", "too_early", "too_early"),
    (2, 3): ("consider_dose_increase", "continue", "maintain_plan_transition", "reassess_first"),
    (4, 5): ("re_evaluate", "continue", "maintain_plan_transition", "reassess_first"),
    (6, 7, 8, 9): ("non_responder", "partial_consider_extension", "responder_transition", "non_responder"),
    (10, 11, 12, 40): ("non_responder", "partial_final", "responder_transition", "non_responder"),
}
EDGES = [
    # improvement, place in the line of the grid
    (Fraction(-600), 3),
    (-LEAST, 3),
    (Fraction(0), 0),
    (25 - LEAST, 0),
    (Fraction(25), 1),
    (50 - LEAST, 1),
    (Fraction(50), 2),
    (Fraction(100), 2),
]


@pytest.mark.parametrize("counts", GRID, ids=str)
@pytest.mark.parametrize(("percent", "place"), EDGES, ids=str)
def test_each_cell_of_the_grid_on_both_sides_of_its_edges(
    counts: tuple[int, ...], percent: Fraction, place: int
) -> None:
    for count in counts:
        answer = evaluate("timeline_action", {"treatments_completed": count, "percent": percent})
        assert answer["action"] == GRID[counts][place]


def test_a_percentage_is_read_as_typed() -> None:
    # 1.2 falling to 0.9 is exactly 25 %, although binary floats make it a little less.
    assert evaluate("timeline_action", {"treatments_completed": 4, "percent": 25.0})["action"] == "continue"
    assert evaluate("timeline_action", {"treatments_completed": 4, "percent": 24.999})["action"] == "re_evaluate"


@pytest.mark.parametrize(
    ("count", "after"), [(0, 2), (1, 2), (2, 4), (3, 4), (4, 6), (5, 6), (6, None), (9, None), (10, None)]
)
def test_the_next_assessment_is_after_treatment_2_4_or_6(count: int, after: int | None) -> None:
    answer = evaluate("timeline_action", {"treatments_completed": count, "percent": 30})
    assert answer["next_assessment"] == after


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "more than all of it",
        {"percent": 100.1},
        "percent",
        "Improvement since baseline must be a number of at most 100%.",
    ),
    ("no number", {"percent": float("nan")}, "percent", "Improvement since baseline must be"),
    ("infinity", {"percent": float("-inf")}, "percent", "Improvement since baseline must be"),
    ("a text", {"percent": "40"}, "percent", "Improvement since baseline must be"),
    ("a truth value", {"percent": True}, "percent", "Improvement since baseline must be"),
    (
        "fewer than none",
        {"treatments_completed": -1},
        "treatments_completed",
        "Treatments completed must be a whole number of 0 or more.",
    ),
    ("half a treatment", {"treatments_completed": 2.5}, "treatments_completed", "Treatments completed must be"),
    ("a yes", {"treatments_completed": True}, "treatments_completed", "Treatments completed must be"),
]


@pytest.mark.parametrize(("change", "field", "message"), [pytest.param(*rest, id=name) for name, *rest in REFUSED])
def test_what_is_refused_and_why(change: dict[str, Any], field: str, message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("timeline_action", {"treatments_completed": 4, "percent": 30, **change})
    (problem,) = refused.value.problems
    assert problem.field == field
    assert problem.message.startswith(message)


def test_a_score_that_has_risen_is_seen_at_once_even_where_it_is_too_early_to_judge() -> None:
    answer = full_answer(find("timeline_action"), {"treatments_completed": 1, "percent": -5})
    assert answer["values"]["action"] == "too_early"
    assert [(notice["kind"], notice["calculator"]) for notice in answer["warnings"]] == [("caution", "cssrs_screener")]


@pytest.mark.parametrize(("percent", "warned"), [(-0.1, True), (0, False), (0.9, False)])
def test_only_a_rise_is_called_a_rise(percent: float, warned: bool) -> None:
    notices = full_answer(find("timeline_action"), {"treatments_completed": 2, "percent": percent})["warnings"]
    assert any("Worse than before treatment" in notice["text"] for notice in notices) is warned


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("percent", [0, 12.5, 30, 60])
def test_remission_comes_before_the_percentage(count: int, percent: float) -> None:
    # Rule 8 of the addendum: whatever the percentage.
    for outcome in ("remission", "in_remission_at_baseline"):
        answer = evaluate("timeline_action", {"treatments_completed": count, "percent": percent, "outcome": outcome})
        assert answer["action"] == "responder_transition"


def test_before_the_first_treatment_remission_is_no_response_to_it() -> None:
    answer = evaluate("timeline_action", {"treatments_completed": 0, "percent": 60, "outcome": "remission"})
    assert answer["action"] == "too_early"


def test_remission_after_one_treatment_is_scored_again_before_the_schedule_changes() -> None:
    for count, told in ((1, True), (2, False)):
        asked = {"treatments_completed": count, "percent": 60, "outcome": "remission"}
        notices = full_answer(find("timeline_action"), asked)["warnings"]
        assert any("Score again before the schedule changes" in notice["text"] for notice in notices) is told


def test_whoever_started_in_remission_and_became_worse_is_reassessed() -> None:
    asked = {"treatments_completed": 3, "percent": -100, "outcome": "in_remission_at_baseline"}
    assert evaluate("timeline_action", asked)["action"] == "reassess_first"


@pytest.mark.parametrize("outcome", ["response", "partial", "non_response"])
def test_an_outcome_of_another_percentage_is_refused(outcome: str) -> None:
    of = {"response": 60, "partial": 30, "non_response": 10}
    for percent in of.values():
        asked = {"treatments_completed": 4, "percent": percent, "outcome": outcome}
        if percent == of[outcome]:
            assert evaluate("timeline_action", asked) == evaluate(
                "timeline_action", {"treatments_completed": 4, "percent": percent}
            )
            continue
        with pytest.raises(InvalidInputs, match="Take outcome and improvement from the same answer") as refused:
            evaluate("timeline_action", asked)
        assert [problem.field for problem in refused.value.problems] == ["outcome"]


@pytest.mark.parametrize(
    ("count", "percent", "headline"),
    [
        (3, -20, "Worse than before treatment: reassess first (−20% after 3 treatments)"),
        (6, -0.1, "Worse than before treatment: reassess first. Non-responder (−0.1% after 6 treatments)"),
        (1, -5, "Worse than before treatment: reassess first. Too early to judge (−5% after 1 treatment)"),
    ],
)
def test_a_worse_score_leads_the_headline(count: int, percent: float, headline: str) -> None:
    asked = {"treatments_completed": count, "percent": percent}
    assert full_answer(find("timeline_action"), asked)["headline"] == headline


def test_remission_stands_in_the_headline() -> None:
    asked = {"treatments_completed": 6, "percent": 12.5, "outcome": "remission"}
    answer = full_answer(find("timeline_action"), asked)
    assert answer["headline"] == "Remission. Responder: go on to the transition phase (12.5% after 6 treatments)"
    assert "Remission counts before the percentage: Responder: go on to the transition phase" in answer["working"]


def test_what_is_reassessed_is_said_before_any_dose() -> None:
    (notice,) = full_answer(find("timeline_action"), {"treatments_completed": 3, "percent": -20})["warnings"]
    for word in ("before any dose", "suicidality", "manic or mixed", "medicines", "substances"):
        assert word in notice["text"]


def test_nobody_is_called_a_non_responder_after_one_treatment() -> None:
    answer = full_answer(find("timeline_action"), {"treatments_completed": 1, "percent": 10})
    assert [value["text"] for value in answer["shown"]] == ["Too early to judge", "2"]
    assert answer["differences"] == []


@pytest.mark.parametrize(("count", "percent", "asked"), [(2, 10, False), (4, 10, True), (6, 10, True), (6, 30, False)])
def test_the_other_two_criteria_of_non_response_are_asked_for(count: int, percent: int, asked: bool) -> None:
    notices = full_answer(find("timeline_action"), {"treatments_completed": count, "percent": percent})["warnings"]
    assert any("Ask whether the patient notices any change" in notice["text"] for notice in notices) is asked


@pytest.mark.parametrize(("count", "warned"), [(10, False), (11, True)])
def test_more_treatments_than_the_extension_are_pointed_out(count: int, warned: bool) -> None:
    notices = full_answer(find("timeline_action"), {"treatments_completed": count, "percent": 60})["warnings"]
    assert any("has had more" in notice["text"] for notice in notices) is warned


@pytest.mark.parametrize(
    ("count", "percent", "calculator"),
    [
        (2, 0, "titration_step"),
        (4, 0, "nonresponse_options"),
        (6, 0, "nonresponse_options"),
        (6, 50, "maintenance_plan"),
        (10, 30, "nonresponse_options"),
    ],
)
def test_the_answer_leads_to_the_next_calculator(count: int, percent: int, calculator: str) -> None:
    notices = full_answer(find("timeline_action"), {"treatments_completed": count, "percent": percent})["warnings"]
    assert calculator in [notice["calculator"] for notice in notices]


def test_nothing_reads_as_withholding_the_dose() -> None:
    # To hold a dose is to withhold it, as for a benzodiazepine: an early response keeps the dose it has.
    answer = full_answer(find("timeline_action"), {"treatments_completed": 2, "percent": 60})
    assert answer["headline"] == "Keep the dose and plan the transition (60% after 2 treatments)"
    assert "hold the dose" not in f"{answer['tables']} {find('timeline_action').formula}".lower()


def test_the_working_names_the_row_the_interval_and_the_distance() -> None:
    answer = full_answer(find("timeline_action"), {"treatments_completed": 5, "percent": 49.6})
    assert answer["headline"] == "Continue as planned (49.6% after 5 treatments, below response (50%) by 0.4 points)"
    assert answer["working"] == [
        "Treatments: 5 is in the row 4–5",
        "Improvement: 49.6%: Partial response (25% to below 50%); response starts at 50%, 0.4% away.",
        "Row 4–5, partial response: Continue as planned",
        "Next assessment: after treatment 6, 1 treatment away",
    ]


@pytest.mark.parametrize(("percent", "worse"), [(0, False), (0.5, False), (-0.5, True)])
def test_a_score_that_has_not_changed_is_not_called_worse(percent: float, worse: bool) -> None:
    said = full_answer(find("timeline_action"), {"treatments_completed": 6, "percent": percent})
    assert ("Worse than before treatment" in said["headline"]) is worse
    assert any(line.startswith("Row 6–9, non-response: ") for line in said["working"]) is not worse
