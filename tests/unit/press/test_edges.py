"""The questions of a check in a reader's browser: on both sides of what a calculator distinguishes."""

import json
from functools import cache

import pytest

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from press.runtime.edges import edges
from press.runtime.expected_answers import expected, said
from press.runtime.variations import Edge

ORDER = {"weight_unit": "kg", "dose_mg_per_kg": "0.5", "concentration_mg_ml": "50", "minutes": "40", "route": "iv"}


@cache
def of(calculator: str) -> list[Edge]:
    return edges(find(calculator))


def replied(calculator: str, entries: dict[str, str]) -> dict[str, object]:
    question = {"calculator": calculator, "entries": list(entries.items())}
    reply: dict[str, object] = json.loads(answer(json.dumps(question)))
    return reply


# Kroenke 2001 and Spitzer 2006: where each severity begins.
@pytest.mark.parametrize(("scale", "starts"), [("phq9", (5, 10, 15, 20)), ("gad7", (5, 10, 15))])
def test_a_scale_is_asked_on_both_sides_of_each_severity(scale: str, starts: tuple[int, ...]) -> None:
    totals = [edge.entries for edge in of(scale) if edge.about.startswith("Total")]
    asked = {sum(int(text) for _, text in entries) for entries in totals}
    examples = [edge.entries for edge in of(scale) if edge.about.startswith("Worked")]
    asked |= {sum(int(text) for _, text in entries) for entries in examples}
    assert {total for start in starts for total in (start - 1, start)} <= asked


# 30 kg is 66.1387 lb.
@pytest.mark.parametrize(
    ("unit", "refused", "accepted"), [("kg", "29.99", "30"), ("lb", "66.13", "66.14"), ("kg", "650.01", "650")]
)
def test_a_limit_is_asked_on_both_sides_in_each_unit(unit: str, refused: str, accepted: str) -> None:
    asked = {
        (entered.get("weight"), entered.get("weight_unit")) for entered in (dict(e.entries) for e in of("iv_dose"))
    }
    assert {(refused, unit), (accepted, unit)} <= asked
    assert "problems" in replied("iv_dose", {**ORDER, "weight": refused, "weight_unit": unit})
    assert "answer" in replied("iv_dose", {**ORDER, "weight": accepted, "weight_unit": unit})


def test_a_threshold_that_is_no_limit_is_found_from_the_answers() -> None:
    # The US label: risk and benefit are weighed above 140/90.
    entered = {dict(edge.entries).get("systolic") for edge in of("bp_gate")}
    assert {"140", "140.01"} <= entered


def test_what_a_page_does_not_ask_is_not_sent() -> None:
    # Whether it was taken today is not asked of an MAO inhibitor.
    (first, *_) = [dict(edge.entries) for edge in of("medication_hold") if edge.about.startswith("Worked example")]
    assert first["agent"] == "maoi"
    assert "taken_on_treatment_day" not in first


def test_a_question_says_in_words_what_is_entered_and_what_is_expected() -> None:
    asked = expected(find("trd_definitions"))
    (row,) = [row for row in asked["rows"] if row["about"] == "Nothing entered"]
    assert row["said"] == [problem["message"] for problem in replied_problems("trd_definitions")]
    assert asked["words"]["trials.0.drug"] == "Trial 1, drug"
    assert asked["version"] == find("trd_definitions").version


def replied_problems(calculator: str) -> list[dict[str, str]]:
    found = replied(calculator, {})["problems"]
    assert isinstance(found, list)
    return found


def test_a_stop_is_among_the_words_to_compare() -> None:
    words = said(replied("iv_dose", {**ORDER, "weight": "70", "minutes": "5"}))
    assert words[0].startswith("35 mg")
    assert any(word.startswith("Do not give this fast: ") for word in words)
