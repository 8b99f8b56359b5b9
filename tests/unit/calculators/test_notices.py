"""Alarm that means something: an ordinary patient has none, a dangerous one always has, and each is told once.

The written levels stand in MAINTAINING.md.
"""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import pytest

from ketamine_calculators import every, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import KINDS
from ketamine_calculators.registry import worksheets
from press.checks.notice_rules import NoticeRule, notice_rules
from press.content.hazards import read_hazards
from support.dangerous_cases import DANGEROUS
from support.ordinary_cases import ORDINARY

PROJECT = Path(__file__).resolve().parents[3]
CARDS = (*every(), *worksheets())
IDS = [card.id for card in CARDS]
EACH = 16
"""Ordinary patients of each calculator and worksheet."""
LONGEST_SHORT = 60
CASES = [(rule, card, inputs) for rule, cases in DANGEROUS.items() for card, inputs in cases]
dangerous = pytest.mark.parametrize(
    ("rule", "card", "inputs"), [pytest.param(*case, id=f"{case[0]}-{place}") for place, case in enumerate(CASES)]
)
rules = pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{rule.file}-{rule.line}") for rule in notice_rules()])

# Worksheets whose stops and cautions come before their notes.
TELLING = ("infusion", "course", "session_vitals")

Notices = list[dict[str, Any]]


def notices(card: str, inputs: dict[str, Any]) -> Notices:
    return list(full_answer(find(card), inputs)["warnings"])


@cache
def ordinary() -> dict[str, list[Notices]]:
    random = Random(15)
    return {card: [notices(card, ORDINARY[card](random)) for _ in range(EACH)] for card in IDS}


# Ordinary patients


def test_every_calculator_and_worksheet_has_ordinary_patients() -> None:
    assert sorted(ORDINARY) == sorted(IDS)
    assert EACH * len(ORDINARY) >= 500


@pytest.mark.parametrize("card", IDS)
def test_an_ordinary_patient_has_no_stop_and_no_caution(card: str) -> None:
    alarms = {one["text"] for told in ordinary()[card] for one in told if one["kind"] != "note"}
    assert alarms == set()


def test_an_ordinary_answer_has_at_most_two_notes() -> None:
    counts = [len(told) for cases in ordinary().values() for told in cases]
    assert len(counts) >= 500
    assert median(counts) <= 2


def test_a_clean_ordinary_infusion_has_at_most_two_notes() -> None:
    clean = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}
    told = notices("infusion", {**clean, "systolic": 120, "diastolic": 75, "flags": [], "agents": []})
    assert [one["kind"] for one in told if one["kind"] != "note"] == []
    assert len(told) <= 2


# Dangerous patients


@dangerous
def test_a_dangerous_patient_is_stopped_or_cautioned_by_the_rule(rule: str, card: str, inputs: dict[str, Any]) -> None:
    told = notices(card, inputs)
    assert rule in [one["rule"] for one in told if one["kind"] != "note"]


@dangerous
def test_no_notice_is_said_twice(rule: str, card: str, inputs: dict[str, Any]) -> None:
    texts = [one["text"] for one in notices(card, inputs)]
    assert sorted(texts) == sorted(set(texts))


@pytest.mark.parametrize(("rule", "card", "inputs"), [case for case in CASES if case[1] in TELLING])
def test_a_worksheet_tells_the_most_serious_first(rule: str, card: str, inputs: dict[str, Any]) -> None:
    kinds = [KINDS.index(one["kind"]) for one in notices(card, inputs)]
    assert kinds == sorted(kinds)


@dangerous
def test_every_stop_and_caution_has_a_rule_and_few_words(rule: str, card: str, inputs: dict[str, Any]) -> None:
    for one in notices(card, inputs):
        if one["kind"] != "note":
            assert one["rule"], one["text"]
            assert 0 < len(one["short"]) <= LONGEST_SHORT, one["short"]


# A worksheet loses nothing


def parts_of(card: str, inputs: dict[str, Any]) -> list[Any]:
    worksheet = find(card)
    parts = worksheet.parts_of(worksheet.checked(inputs))
    return list(parts.latest if card == "course" else parts.evaluations)


# Body weights checks the usual dose on ideal weight, and the sheet of an infusion the one that is ordered.
JUDGED_BY_THE_SHEET = {"body_weights.dose_on_ideal"}


@pytest.mark.parametrize(("rule", "card", "inputs"), [case for case in CASES if find(case[1]) in worksheets()])
def test_a_worksheet_loses_no_stop_and_no_caution_of_a_part(rule: str, card: str, inputs: dict[str, Any]) -> None:
    told = {(one["kind"], one["text"]) for one in notices(card, inputs)}
    for part in parts_of(card, inputs):
        own = [one for one in part.warnings if one.kind != "note" and one.rule not in JUDGED_BY_THE_SHEET]
        assert {(one.kind, one.text) for one in own} <= told


# The rules


def test_every_rule_that_stops_a_dangerous_patient_has_a_hazard() -> None:
    hazards = read_hazards(PROJECT / "content", "content/hazards.yml")[0].hazards
    named = {rule for hazard in hazards for rule in hazard.rules}
    stopping = {one["rule"] for _, card, inputs in CASES for one in notices(card, inputs) if one["kind"] == "stop"}
    assert len(stopping) >= 20
    assert stopping - named == set()


@rules
def test_a_stop_or_caution_in_the_source_has_a_rule(rule: NoticeRule) -> None:
    assert rule.id
    assert rule.id != "*"
    card = rule.id.partition(".")[0]
    assert card in IDS or card == "*"


def test_a_rule_stands_in_one_place() -> None:
    ids = [rule.id for rule in notice_rules()]
    assert sorted(ids) == sorted(set(ids))


@rules
def test_no_rule_is_dead(rule: NoticeRule) -> None:
    assert any(fnmatchcase(known, rule.id) for known in DANGEROUS)


def test_a_dangerous_case_names_a_rule_that_is_in_the_source() -> None:
    ids = [rule.id for rule in notice_rules()]
    assert [known for known in DANGEROUS if not any(fnmatchcase(known, id) for id in ids)] == []
