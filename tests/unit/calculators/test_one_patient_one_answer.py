"""One patient, one answer: every tool that can judge a patient is asked, and no two of them contradict each other.

What counts as a contradiction is declared here, pair by pair. Remission comes first, worsening before dose, suicide before both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from ketamine_calculators import timeline, titration_table
from ketamine_calculators.catalogue import nonresponse_options, response_status, timeline_action, titration_step
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.house_protocol import EXTENDED_FROM, OVERSIGHT_ABOVE
from ketamine_calculators.protocol_words import (
    EXTENSION_TO_THE_END,
    FULL_RESPONSE,
    IF_WORSE,
    LOOK_BEFORE_THE_DOSE,
    PARTIAL_RESPONSE,
    SUICIDAL_HEADLINE,
    WITHOUT_RESPONSE,
    WORSE,
    WORSE_HEADLINE,
)
from ketamine_calculators.registry import find
from ketamine_calculators.scales import SCALES

INFUSION, COURSE = find("infusion"), find("course")

# How an action of the timeline (rows) and one of the titration table (columns) go together:
# "yes" they agree; "no" they contradict each other; anything else: they agree because both say this sentence.
COLUMNS = ("increase", "continue", "reassess", "no_rule", "maintain", "reduce", "reduce_frequency")
YES, NO = "yes", "no"
W, L, P, F = WITHOUT_RESPONSE, LOOK_BEFORE_THE_DOSE, PARTIAL_RESPONSE, FULL_RESPONSE
PAIRS: Mapping[str, tuple[str, ...]] = {
    #                              increase continue reassess no_rule maintain reduce less often
    "too_early":                  (NO,      YES,     YES,     YES,    YES,     YES,   YES),
    "reassess_first":             (NO,      NO,      YES,     NO,     NO,      NO,    NO),
    "consider_dose_increase":     (YES,     W,       W,       W,      NO,      NO,    NO),
    "re_evaluate":                (L,       L,       L,       L,      NO,      NO,    NO),
    "non_responder":              (L,       L,       L,       L,      NO,      NO,    NO),
    "continue":                   (P,       YES,     P,       P,      NO,      NO,    P),
    "partial_consider_extension": (P,       YES,     P,       P,      NO,      NO,    P),
    "partial_final":              (P,       P,       P,       P,      NO,      NO,    P),
    "maintain_plan_transition":   (NO,      NO,      NO,      NO,     YES,     F,     F),
    "responder_transition":       (NO,      NO,      NO,      NO,     YES,     F,     F),
}  # fmt: skip

DOSES = tuple(Fraction(dose, 100) for dose in range(30, 101, 5))
TREATMENTS = range(1, 11)
HALVES = tuple(Fraction(half, 2) for half in range(201))
WORSE_BY = tuple(Fraction(half, 2) for half in (-200, -100, -41, -1))


@dataclass(frozen=True)
class Judged:
    """What one tool says of a patient: its outputs, its headline, and the texts of its notices by kind."""

    outputs: Any
    headline: str
    said: frozenset[str]
    kinds: tuple[str, ...]


def judged(evaluation: Evaluation[Any, Any]) -> Judged:
    notices = tuple(evaluation.warnings)
    return Judged(
        evaluation.outputs,
        evaluation.headline,
        frozenset(notice.text for notice in notices),
        tuple(notice.kind for notice in notices),
    )


@cache
def status_of(scale: str, baseline: Fraction, final: Fraction) -> Judged:
    asked = response_status.Course(scale=scale, baseline=baseline, final=final)
    if scale == "custom":
        asked = replace(asked, scale_min=Fraction(0), scale_max=Fraction(200), higher_is_better=False)
    return judged(evaluated(response_status.CALCULATOR, asked))


@cache
def timeline_of(treatments: int, percent: Fraction, outcome: str) -> Judged:
    asked = timeline_action.Checkpoint(treatments_completed=treatments, percent=percent, outcome=outcome)
    return judged(evaluated(timeline_action.CALCULATOR, asked))


@cache
def titration_of(dose: Fraction, response: str, sessions: int, side_effects: bool, rapid: bool) -> Judged:
    asked = titration_step.Situation(
        dose=dose, response=response, sessions_at_dose=sessions, side_effects=side_effects, rapid_early=rapid
    )
    return judged(evaluated(titration_step.CALCULATOR, asked))


@cache
def options_of(too_low: bool, too_few: bool) -> Judged:
    issues = [*(["subtherapeutic_dose"] if too_low else []), *(["insufficient_sessions"] if too_few else [])]
    return judged(evaluated(nonresponse_options.CALCULATOR, nonresponse_options.Findings(issues=tuple(issues))))


def dose_facts(responses: Iterable[str], treatments: int) -> Iterator[tuple[Fraction, str, int, bool, bool]]:
    """Every dose with every answer that titration asks for and that this response and these treatments allow."""
    for response in responses:
        for sessions in (1, 2) if treatments > 1 else (1,):
            for side_effects in (False, True):
                for rapid in (False, True) if response in titration_table.WITH else (False,):
                    for dose in DOSES:
                        yield dose, response, sessions, side_effects, rapid


# --- what is compared


def between_status_and_timeline(status: Judged, timeline: Judged, treatments: int) -> Iterator[str]:
    """The same category; remission before the percentage; a worse score before any dose."""
    outcome, action = status.outputs.outcome, timeline.outputs.action
    if timeline.outputs.category != status.outputs.category:
        yield f"category {status.outputs.category} and {timeline.outputs.category}"
    if outcome == "remission" and action != "responder_transition":
        yield f"remission and {action}"
    if status.outputs.worsened:
        if action not in ("too_early", "reassess_first", "non_responder"):
            yield f"worse and {action}"
        if not all(one.headline.startswith(WORSE_HEADLINE) and WORSE in one.said for one in (status, timeline)):
            yield "worse, and not both tools say so first"
    elif WORSE in status.said | timeline.said:
        yield "called worse without being so"
    early = treatments < 2 and (status.outputs.worsened or not status.outputs.remission)
    if (action == "too_early") is not early:
        yield f"{action} after {treatments}"


def between_timeline_and_titration(timeline: Judged, titration: Judged, worsened: bool) -> Iterator[str]:
    """By the table of pairs; for a patient who is worse the titration reassesses, and says why in the same words."""
    first, second = timeline.outputs.action, titration.outputs.action
    if worsened:
        if second != "reassess" or not titration.headline.startswith(WORSE_HEADLINE) or WORSE not in titration.said:
            yield f"worse, and titration says {second}"
        return
    rule = PAIRS[first][COLUMNS.index(second)]
    if rule == NO or (rule != YES and not (rule in timeline.said and rule in titration.said)):
        yield f"{first} and {second}"


def between_options_and_the_others(options: Judged, timeline: Judged, titration: Judged) -> Iterator[str]:
    """Raising the dose from a list beside a table that does not; extending beside a verdict of non-response."""
    actions = {one.action for one in options.outputs.interventions}
    told = [words for words in (WITHOUT_RESPONSE, PARTIAL_RESPONSE) if words in options.said & titration.said]
    if "titrate_0.75_to_1.0" in actions and titration.outputs.action != "increase" and not told:
        yield f"titrate up and {titration.outputs.action}"
    extended = "extend_to_8_to_10" in actions and timeline.outputs.action == "non_responder"
    if extended and EXTENSION_TO_THE_END not in options.said & timeline.said:
        yield "extend and non-responder"
    if IF_WORSE not in options.said:
        yield "the list does not put worsening first"


def contradictions(status: Judged, treatments: int) -> Iterator[tuple[int, list[str]]]:
    """For one score at one number of treatments: how many combinations were asked, and every contradiction among them."""
    outcome, percent = status.outputs.outcome, status.outputs.percent
    timeline = timeline_of(treatments, percent, outcome)
    yield 1, list(between_status_and_timeline(status, timeline, treatments))
    asks_for_options = timeline.outputs.action in ("re_evaluate", "non_responder", "partial_final")
    worsened = status.outputs.worsened
    for facts in dose_facts(titration_table.responses_to(outcome, worsened), treatments):
        titration = titration_of(*facts)
        found = list(between_timeline_and_titration(timeline, titration, worsened))
        if asks_for_options and not worsened:
            options = options_of(facts[0] < OVERSIGHT_ABOVE, treatments < EXTENDED_FROM)
            found += between_options_and_the_others(options, timeline, titration)
        yield 1, found


def every_half_percent() -> Iterator[Judged]:
    """From 100% worse to 100% better on a scale of 0 to 200, on which every half percent is a total."""
    yield from (status_of("custom", Fraction(200), 200 - 2 * percent) for percent in HALVES)
    yield from (status_of("custom", Fraction(100), 100 - percent) for percent in WORSE_BY)


def every_pair_of_totals(scale: str) -> Iterator[Judged]:
    """Every total before and after on a scale, but for a total before treatment of which there is no percentage."""
    high = SCALES[scale].high
    yield from (status_of(scale, Fraction(x), Fraction(y)) for x in range(1, high + 1) for y in range(high + 1))


def test_no_half_percent_gets_two_answers_at_any_dose_and_any_number_of_treatments() -> None:
    asked, found = 0, []
    for status in every_half_percent():
        for treatments in TREATMENTS:
            for count, wrong in contradictions(status, treatments):
                asked += count
                found += wrong
    assert found == []
    # By hand: 60 situations of dose a session count (15 doses, side effects or not, two responses or a rapid one or not), 19
    # session counts over 1 to 10 treatments, and 10 rows of the timeline, for 201 percentages; half the situations for the 4
    # that are worse.
    assert asked == 201 * (60 * 19 + 10) + 4 * (30 * 19 + 10) == 233_470


@pytest.mark.parametrize("scale", [key for key, scale in SCALES.items() if scale.of_depression])
def test_no_two_totals_of_a_scale_get_two_answers(scale: str) -> None:
    """Doses do not depend on the scale, so each kind of answer meets them once, and every pair of totals the timeline."""
    seen: set[tuple[str, bool, int]] = set()
    found: list[str] = []
    for status in every_pair_of_totals(scale):
        for treatments in TREATMENTS:
            timeline = timeline_of(treatments, status.outputs.percent, status.outputs.outcome)
            found += between_status_and_timeline(status, timeline, treatments)
            kind = (status.outputs.outcome, status.outputs.worsened, treatments)
            if kind not in seen:
                seen.add(kind)
                found += [wrong for _, several in contradictions(status, treatments) for wrong in several]
    assert found == []
    assert {outcome for outcome, _, _ in seen} == {
        "non_response", "partial", "response", "remission", "in_remission_at_baseline"
    }  # fmt: skip


# --- the worksheets


def course_of(scale: str, first: int, last: int, treatments: int | None = None, **more: Any) -> Judged:
    """A course of two scores, asked as its form would ask."""
    scores = [
        {"day": date(2026, 3, 2).isoformat(), "total": first},
        {"day": date(2026, 3, 23).isoformat(), "total": last, "treatments_completed": treatments},
    ]
    return judged(evaluated(COURSE, COURSE.checked({"scale": scale, "scores": scores, **more})))


@pytest.mark.parametrize("scale", SCALES)
def test_a_course_says_what_its_tools_say(scale: str) -> None:
    known = SCALES[scale]
    firsts = {known.high, known.high // 2, known.remission_highest + 1, known.remission_highest}
    for first in sorted(firsts):
        for last in range(known.high + 1):
            status = status_of(scale, Fraction(first), Fraction(last))
            for treatments in (1, 2, 4, 6, 10):
                course = course_of(scale, first, last, treatments)
                assert course.outputs.outcome == status.outputs.outcome
                if not known.of_depression:
                    assert course.outputs.action is None
                    continue
                timeline = timeline_of(treatments, status.outputs.percent, status.outputs.outcome)
                assert course.outputs.action == timeline.outputs.action
                assert (WORSE_HEADLINE in course.headline) is status.outputs.worsened
                assert (WORSE in course.said) is status.outputs.worsened
                assert ("Remission:" in course.headline) is (status.outputs.outcome == "remission")


@pytest.mark.parametrize("last", range(28))
def test_in_a_course_suicide_comes_before_relapse_and_relapse_before_the_outcome(last: int) -> None:
    signs = dict.fromkeys(("functional_decline", "patient_reported_worsening", "sleep_or_appetite_change"), False)
    for treatments in (None, *TREATMENTS):
        for suicidal in (False, True):
            course = course_of("phq9", 21, last, treatments, stable_total=4, suicidal_ideation=suicidal, **signs)
            assert course.headline.startswith(SUICIDAL_HEADLINE) is suicidal
            assert ("stop" in course.kinds) is suicidal
            assert ("treat as relapse" in course.headline) is (last >= 9)
            if last >= 9:
                assert course.outputs.action is None
                assert not any(
                    words in course.headline for words in ("Response:", "Partial response:", "Non-response:")
                )
        asked_alone = course_of("phq9", 21, last, treatments, suicidal_ideation=True)
        assert asked_alone.headline.startswith(SUICIDAL_HEADLINE)
        assert "stop" in asked_alone.kinds


def test_the_infusion_sheet_takes_the_step_of_the_table_and_says_what_it_says() -> None:
    sheet = {
        "weight": 70, "weight_unit": "kg", "flags": [], "systolic": 120, "diastolic": 75, "agents": [],
        "concentration_mg_ml": 50, "total_volume_ml": 50,
    }  # fmt: skip
    asked = 0
    for dose, response, sessions, side_effects, rapid in dose_facts(titration_step.RESPONSES, max(TREATMENTS)):
        last = {"last_response": response, "last_dose_mg_per_kg": dose, "sessions_at_dose": sessions}
        facts = {"side_effects": side_effects, "rapid_early": rapid, "dose_mg_per_kg": dose}
        infusion = judged(evaluated(INFUSION, INFUSION.checked({**sheet, **last, **facts})))
        titration = titration_of(dose, response, sessions, side_effects, rapid)
        assert infusion.outputs.step == titration.outputs.action
        assert titration.said <= infusion.said
        asked += 1
    assert asked == len(DOSES) * 2 * 2 * 7


# --- the table of pairs can find one


def test_every_pair_of_actions_is_declared() -> None:
    assert set(PAIRS) == set(timeline.ACTIONS)
    assert set(COLUMNS) == set(titration_step.ACTIONS)
    assert {len(row) for row in PAIRS.values()} == {len(COLUMNS)}


@pytest.mark.parametrize(
    ("treatments", "percent", "dose"), [(2, 10, Fraction(4, 5)), (4, 10, Fraction(1, 2)), (2, 30, Fraction(4, 5))]
)
def test_the_same_actions_without_the_sentence_would_be_a_contradiction(
    treatments: int, percent: int, dose: Fraction
) -> None:
    timeline = timeline_of(treatments, Fraction(percent), "non_response" if percent < 25 else "partial")
    titration = titration_of(dose, "none" if percent < 25 else "partial", 2, False, False)
    assert list(between_timeline_and_titration(timeline, titration, False)) == []
    silent = Judged(timeline.outputs, timeline.headline, frozenset(), ())
    assert len(list(between_timeline_and_titration(silent, titration, False))) == 1


def test_a_higher_dose_for_a_patient_who_is_worse_would_be_a_contradiction() -> None:
    timeline = timeline_of(3, Fraction(-20), "non_response")
    higher = titration_of(Fraction(1, 2), "none", 2, False, False)
    assert higher.outputs.action == "increase"
    assert list(between_timeline_and_titration(timeline, higher, True)) == ["worse, and titration says increase"]
