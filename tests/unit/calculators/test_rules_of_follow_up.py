"""Every stop and caution of assessment and follow-up has a rule of its own and short words for the record."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Notice
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.registry import find

BOTH = (False, True)


def of_scales() -> Iterator[tuple[str, dict[str, Any]]]:
    for scale in ("phq9", "madrs", "hamd17", "qids_sr16"):
        (field,) = find(scale).fields
        highest = [item.high for item in field.spec.items]  # type: ignore[attr-defined]
        yield scale, {"items": highest}
    for total in (10, 12):
        yield "madrs", {"items": [total // 2, total - total // 2, *[0] * 8]}


def of_screener() -> Iterator[tuple[str, dict[str, Any]]]:
    names = ("q1", "q2", "q3", "q4", "q5", "q6_lifetime", "q6_past_3_months")
    yield from (("cssrs_screener", dict(zip(names, given, strict=True))) for given in product(BOTH, repeat=len(names)))


def of_scores() -> Iterator[tuple[str, dict[str, Any]]]:
    for baseline, final in ((20, 25), (20, 4), (4, 2), (20, 20)):
        yield "response_status", {"scale": "phq9", "baseline": baseline, "final": final}
    custom = {"scale": "custom", "scale_min": 0, "scale_max": 50, "baseline": 20, "final": 25}
    yield from (("response_status", custom), ("response_status", {**custom, "higher_is_better": False}))
    for treatments, percent in product(range(13), (-20, 0, 30, 60)):
        yield "timeline_action", {"treatments_completed": treatments, "percent": percent}


def of_doses() -> Iterator[tuple[str, dict[str, Any]]]:
    responses = ("none", "minimal", "partial", "excellent", "worse")
    for dose, response, sessions, effects in product((0.4, 0.5, 0.75, 1.0), responses, (1, 2), BOTH):
        facts = {"dose": dose, "response": response, "sessions_at_dose": sessions}
        yield "titration_step", {**facts, "side_effects": effects, "rapid_early": False}
    for issue in ("subtherapeutic_dose", "benzodiazepine", "inadequate_frequency", "insufficient_sessions", "route"):
        yield "nonresponse_options", {"issues": [issue]}


def of_relapse() -> Iterator[tuple[str, dict[str, Any]]]:
    signs = dict.fromkeys(("functional_decline", "patient_reported_worsening", "sleep_or_appetite_change"), False)
    days = [{"day": "2026-03-02", "total": 21}, {"day": "2026-03-20", "total": 12}]
    for now, suicidal, mania in product((4, 10, 16), BOTH, BOTH):
        asked = {**signs, "suicidal_ideation": suicidal, "new_mania_signs": mania}
        yield "relapse_check", {**asked, "stable_phq9": 4, "current_phq9": now}
        yield "course", {**asked, "scale": "phq9", "scores": days, "stable_total": now}
    yield "course", {"scale": "phq9", "scores": days, "suicidal_ideation": True}


ASKED = (*of_scales(), *of_screener(), *of_scores(), *of_doses(), *of_relapse())
# Each rule with its kind, as the addendum has them.
RULES = {
    "cssrs_screener.contradiction": "caution",
    "cssrs_screener.high": "stop",
    "cssrs_screener.history": "caution",
    "cssrs_screener.low": "stop",
    "cssrs_screener.moderate": "stop",
    "course.stable_without_response": "caution",
    "course.suicidal_ideation": "stop",
    "hamd17.suicide_item": "stop",
    "madrs.remission_definitions": "caution",
    "madrs.suicide_item": "stop",
    "nonresponse_options.benzodiazepine": "caution",
    "nonresponse_options.oversight": "caution",
    "phq9.suicide_item": "stop",
    "qids_sr16.suicide_item": "stop",
    "relapse_check.at_the_cut_off": "caution",
    "relapse_check.new_mania_signs": "caution",
    "relapse_check.relapse": "caution",
    "relapse_check.review": "caution",
    "relapse_check.suicidal_ideation": "stop",
    "response_status.direction": "caution",
    "response_status.worse": "caution",
    "timeline_action.more_treatments": "caution",
    "timeline_action.worse": "caution",
    "titration_step.not_in_the_table": "caution",
    "titration_step.oversight": "caution",
    "titration_step.side_effects": "caution",
    "titration_step.side_effects_at_lowest_dose": "caution",
    "titration_step.worse": "caution",
}


def dangers() -> list[tuple[str, Notice]]:
    found = []
    for id, values in ASKED:
        card = find(id)
        found += [(id, notice) for notice in evaluated(card, card.checked(values)).warnings if notice.kind != "note"]
    return found


def test_every_stop_and_caution_names_its_rule_and_its_card() -> None:
    found = dangers()
    assert {notice.rule: notice.kind for _, notice in found} == RULES
    for id, notice in found:
        card, _, what = notice.rule.partition(".")
        assert card == id or id == "course"
        assert re.fullmatch(r"[a-z][a-z0-9_]*", what)


def test_the_short_words_are_short_and_no_two_rules_of_a_card_share_them() -> None:
    words: dict[str, set[str]] = {}
    for _, notice in dangers():
        assert 0 < len(notice.short) <= 60, notice.short
        assert not notice.short.endswith(".")
        words.setdefault(f"{notice.rule.partition('.')[0]}: {notice.short}", set()).add(notice.rule)
    assert [rules for rules in words.values() if len(rules) > 1] == []


@pytest.mark.parametrize(("id", "values"), [one for one in ASKED if one[0] == "course"][:4])
def test_an_answer_carries_the_short_words_for_the_record(id: str, values: dict[str, Any]) -> None:
    answer = full_answer(find(id), values)
    told = [notice for notice in answer["warnings"] if notice["kind"] != "note"]
    assert sorted(answer["dangers"]) == sorted(f"{one['word']}: {one['short']}" for one in told)
