"""What the form of a course may put in: the next score as it is expected, and the last day of the induction that is planned."""

import json
from typing import Any

import pytest

from ketamine_calculators.browser import answer

# 2026-03-02 is a Monday.
FIRST = {"day": "2026-03-02", "total": 21, "treatments_completed": 0}


def proposed(*scores: dict[str, Any], **more: Any) -> dict[str, str]:
    reply = json.loads(
        answer(json.dumps({"calculator": "course", "values": {"scale": "phq9", "scores": list(scores), **more}}))
    )
    return {name: one["value"] for name, one in reply.get("proposed", {}).items()}


def test_after_the_first_score_a_week_and_the_first_assessment_are_expected() -> None:
    # House article: assessed after 2, 4 and 6 treatments.
    assert proposed(FIRST) == {"scores.1.day": "2026-03-09", "scores.1.treatments_completed": "2"}


@pytest.mark.parametrize(
    ("done", "later"), [(0, "2"), (1, "2"), (2, "4"), (3, "4"), (4, "6"), (5, "6"), (6, None), (8, None), (None, None)]
)
def test_the_treatments_of_the_next_assessment_are_expected_while_there_is_one(
    done: int | None, later: str | None
) -> None:
    found = proposed({**FIRST, "treatments_completed": done})
    assert found.get("scores.1.treatments_completed") == later


def test_later_scores_are_expected_as_far_apart_as_the_last_two() -> None:
    second = {"day": "2026-03-16", "total": 12}
    assert proposed(FIRST, second) == {"scores.2.day": "2026-03-30"}


def test_in_a_planned_maintenance_the_next_score_is_expected_at_the_next_session() -> None:
    # Induction ends on Thursday 19 March: weekly sessions on 26 March, 2, 9 and 16 April, then every 2 weeks.
    after = proposed(FIRST, {"day": "2026-04-16", "total": 5}, induction_end="2026-03-19")
    assert after == {"scores.2.day": "2026-04-30"}


def test_the_last_day_of_the_planned_induction_is_offered_until_one_is_entered() -> None:
    found = proposed(FIRST, start="2026-03-02")
    assert found["induction_end"] == "2026-03-19"
    assert "induction_end" not in proposed(FIRST, start="2026-03-02", induction_end="2026-03-19")
    assert "induction_end" not in proposed(FIRST)


def test_nothing_is_expected_beyond_the_calendar_or_the_form() -> None:
    assert proposed({**FIRST, "day": "2100-12-31"}) == {}
    scores = [{"day": f"{2001 + place}-03-02", "total": 20} for place in range(99)]
    assert list(proposed(*scores)) == ["scores.99.day"]
    assert proposed(*scores, {"day": "2100-03-02", "total": 20}) == {}
