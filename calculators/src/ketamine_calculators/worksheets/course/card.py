"""Course: how have the scores gone, what does each mean for the next step, and when do the treatments fall?

For adults in a course of ketamine who are scored on one scale throughout. It decides nothing by itself.
Returns the change and the timeline at each score, the signs of relapse at the last one, and the plans of dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import Annotated

from ... import timeline
from ...bands import Bands
from ...catalogue import (
    induction_plan,
    relapse_check,
    response_status,
    timeline_action,
)
from ...definition import Output, Table
from ...display import plain, weekday
from ...figures import Chip, Figure
from ...protocol_words import SUICIDAL_HEADLINE
from ...scale_words import severity_chip
from ...scales import IMPROVEMENT, SCALES
from ...wording import in_sentence
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_working,
    output,
    still_needed,
)
from .chart import SCORES, charts
from .inputs import Course, Score
from .notices import warnings
from .parts import JOINED, Parts, Relapse, parts_of
from .proposals import proposals
from .rules import (
    at_least_the_baseline,
    in_the_order_of_their_days,
    induction_ends_after_its_start,
    only_the_baseline_before_treatment,
    suicidal_thoughts_asked,
    totals_on_the_scale,
    treatments_only_rise,
)

BLANK_AS_IN_THE_PROTOCOL = ("per_week", "sessions", "weekday", "biweekly_sessions", "monthly_sessions")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the course stands at its last score, and when its plans end. Each unit stands in its Output."""

    outcome: Annotated[str | None, output(response_status.CALCULATOR, "outcome", label="At the last score")]
    percent: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent")]
    percent_display: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent_display")]
    best_total: Annotated[int | None, Output(label="Best score")]
    best_day: Annotated[date | None, Output(label="Best score on")]
    response_lost: Annotated[bool | None, Output(label="Response reached and lost")]
    action: Annotated[str | None, output(timeline_action.CALCULATOR, "action")]
    signs: Annotated[tuple[str, ...] | None, output(relapse_check.CALCULATOR, "indicators", label="Signs of relapse")]
    mcid_reached: Annotated[bool | None, output(relapse_check.CALCULATOR, "mcid_reached")]
    induction_last: Annotated[date | None, Output(label="Last induction treatment")]
    maintenance_last: Annotated[date | None, Output(label="Last maintenance session")]


def standing(parts: Parts) -> Standing:
    """The outputs of the calculators for the last score and for the plans."""
    last = parts.later[-1] if parts.later else None
    status = last.status.outputs if last else None
    decision = last.decision.outputs if last and last.decision else None
    relapse = parts.relapse.outputs if parts.relapse else None
    return Standing(
        outcome=status.outcome if status else None,
        percent=status.percent if status else None,
        percent_display=status.percent_display if status else None,
        best_total=parts.best.score.total if parts.best else None,
        best_day=parts.best.score.day if parts.best else None,
        response_lost=parts.response_lost if parts.best else None,
        action=decision.action if decision else None,
        signs=relapse.indicators if relapse else None,
        mcid_reached=parts.is_relapse if parts.rise else None,
        induction_last=parts.induction.outputs.last_date if parts.induction else None,
        maintenance_last=parts.maintenance.outputs.last_date if parts.maintenance else None,
    )


def headline(parts: Parts, outputs: Standing) -> str:
    """What comes first: suicidal thoughts, then relapse, then a worse score, then the outcome with the signs of relapse."""
    scale, first = SCALES[parts.course.scale], parts.course.scores[0]
    relapse, signs = parts.relapse, [parts.relapse.headline] if parts.relapse else []
    first_of_all = [SUICIDAL_HEADLINE] if parts.course.suicidal_ideation and not relapse else []
    if parts.rise and not relapse:
        first_of_all += relapse_check.rise_comes_first(parts.rise.points, parts.rise.now)
    if not parts.later:
        return ". ".join([*first_of_all, *signs, f"{scale.name} {first.total} before treatment; no later score yet"])
    status, lost = parts.later[-1].status, ["Response lost"] if parts.response_lost else []
    if parts.is_relapse:
        return ". ".join([*(signs or [*first_of_all, *back_above(parts)]), *lost, totals(parts)])
    outcome = [totals(parts), status.headline]
    # A score that is worse than before treatment comes before a response that is lost with it.
    outcome = [*outcome, *lost] if status.outputs.worsened else [*lost, *outcome]
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        return ". ".join([*signs, *outcome])
    return ". ".join([*first_of_all, *outcome, *signs])


def totals(parts: Parts) -> str:
    """`PHQ-9 21 → 12`, with the best one between them where that was better."""
    scores, best = parts.course.scores, parts.best
    words = f"{SCALES[parts.course.scale].name} {scores[0].total} → {scores[-1].total}"
    return f"{words} (best {best.score.total})" if best and best.score.total < scores[-1].total else words


def back_above(parts: Parts) -> Iterable[str]:
    """The score that brings the patient back, where it is passed again."""
    if parts.rise and parts.rise.now > relapse_check.RETURN_ABOVE:
        yield f"PHQ-9 above {relapse_check.RETURN_ABOVE}"


def figure(parts: Parts, outputs: Standing) -> Figure:
    """The last total, with what comes first, its outcome, and the first and the best total beside it."""
    scale, first, last = SCALES[parts.course.scale], parts.course.scores[0], parts.course.scores[-1]
    chips = [*urgent(parts), severity_chip(scale, last.total)]
    if not parts.later:
        return Figure(
            str(last.total), f"of {scale.high}", scale.name, tuple(chips), "Before treatment; no later score yet."
        )
    status = parts.later[-1].status.figure
    # In a relapse no outcome stands beside it that would read as good news.
    chips += [chip for chip in status.chips if not parts.is_relapse or chip.tone == "caution"]
    chips.append(Chip(f"{status.value} {status.unit}" if outputs.percent is not None else status.value))
    best = f"Best: {outputs.best_total} on {outputs.best_day}." if outputs.best_total != last.total else ""
    after = " ".join(words for words in (f"Before treatment: {first.total}.", best, status.after) if words)
    says = ("outcome", "percent", "response_lost")
    return Figure(str(last.total), f"of {scale.high}", f"{scale.name} total now", tuple(chips), after, says)


def urgent(parts: Parts) -> Iterable[Chip]:
    """Suicidal thoughts, relapse and a response that is lost, where there are any."""
    relapse = parts.relapse
    if parts.course.suicidal_ideation and not relapse:
        yield Chip(SUICIDAL_HEADLINE, "stop")
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        yield from relapse.figure.chips
    if parts.rise and not relapse:
        first = relapse_check.rise_comes_first(parts.rise.points, parts.rise.now)
        yield from (Chip(words, "caution") for words in (*first, *(back_above(parts) if parts.is_relapse else ())))
    if parts.response_lost:
        yield Chip("Response lost", "caution")


def severity(course: Course, total: int) -> str:
    """The band of a total on the scale of the course."""
    return SCALES[course.scale].bands.find(total).label


def scores(parts: Parts) -> Table:
    """Each score with its severity, its change since the first, and what the house timeline does."""
    course, first = parts.course, parts.course.scores[0]
    with_dose = any(score.dose is not None for score in course.scores)

    def row(score: Score, change: str, outcome: str, step: str) -> tuple[str, ...]:
        dose = (plain(score.dose) if score.dose is not None else "",) if with_dose else ()
        words = severity(course, score.total)
        day = (score.day.isoformat(), weekday(score.day))
        return (*day, str(score.total), words, change, outcome, done(score), *dose, step)

    rows = [row(first, "baseline", "", "")]
    for later in parts.later:
        status, decision = later.status.outputs, later.decision
        change = "no percentage" if status.percent is None else f"{IMPROVEMENT.rounded(status.percent)}%"
        best = ", best score" if later is parts.best and len(parts.later) > 1 else ""
        outcome = f"{response_status.OUTCOME_WORDS[status.outcome]}{best}"
        rows.append(
            row(
                later.score, change, outcome, timeline.ACTIONS[decision.outputs.action] if decision else later.not_asked
            )
        )
    dose_head = ("Dose, mg/kg",) if with_dose else ()
    head = ("Date", "Weekday", "Total", "Severity", "Improvement", "Outcome", "Treatments")
    return Table(SCORES, (*head, *dose_head, "Next step (our protocol)"), tuple(rows))


def done(score: Score) -> str:
    """The treatments completed at a score; empty where they were not entered."""
    return "" if score.treatments_completed is None else str(score.treatments_completed)


def signs_of_relapse(relapse: Relapse) -> Table:
    """Each sign with whether it is present at the last score."""
    visit, signs = relapse.inputs, relapse.outputs
    rise = plain(signs.phq9_increase)
    band = relapse_check.RISE.find(signs.phq9_increase)
    rows = [
        (words, "present" if sign in signs.indicators else "not present") for sign, words in relapse_check.SIGNS.items()
    ]
    rows += [
        (f"Change since stable, {visit.stable_phq9} to {visit.current_phq9}", f"{rise}: {in_sentence(band.label)}"),
        (f"PHQ-9 above {relapse_check.RETURN_ABOVE}", "yes" if signs.prn_threshold_crossed else "no"),
    ]
    return Table("Signs of relapse at the last score", ("Sign", "Now"), tuple(rows))


def tables(parts: Parts, outputs: Standing) -> Iterable[Table]:
    """The scores, the signs of relapse, and the dates of the plans."""
    yield scores(parts)
    if parts.relapse:
        yield signs_of_relapse(parts.relapse)
    if parts.induction:
        # The weekly sessions after an induction are the first step of the maintenance: they are planned once.
        yield induction_plan.treatments(parts.induction.outputs, transition=parts.maintenance is None)
    if parts.maintenance:
        yield from parts.maintenance.tables


def scales(parts: Parts, outputs: Standing) -> Iterable[tuple[Bands, Fraction | int, str]]:
    """The change at the last score, and the rise since the stable one."""
    judged = (*(later.status for later in parts.later[-1:]), parts.relapse)
    return (scale for part in judged if part for scale in islice(part.scales, 1))


WORKSHEET = Worksheet(
    id="course",
    title="Track a treatment course",
    summary="Plot scores, check response, plan dates.",
    moment="assess",
    version="3.0",
    population="Adults in a course of ketamine, scored on one scale throughout. It does not decide by itself.",
    inputs=Course,
    outputs=Standing,
    parts=parts_of,
    compute=standing,
    headline=headline,
    figure=figure,
    working=lambda parts, outputs: joined_working(parts.evaluations),
    warnings=lambda parts, outputs: warnings(parts),
    tables=tables,
    charts=lambda parts, outputs: charts(parts),
    scales=scales,
    rules=(
        at_least_the_baseline,
        totals_on_the_scale,
        in_the_order_of_their_days,
        treatments_only_rise,
        only_the_baseline_before_treatment,
        induction_ends_after_its_start,
        answered_as_asked("stable_total"),
    ),
    proposes=proposals,
    needs=(suicidal_thoughts_asked, still_needed("new_mania_signs", *BLANK_AS_IN_THE_PROTOCOL)),
    formula=(
        "Each later score is compared with the first one.",
        "Where the treatments completed are known, the next step of our timeline is shown for that change. It covers depression "
        "scales only; a relapse takes priority over it.",
        "Signs of relapse are looked for at the last score, against the PHQ-9 when stable. Without that, the PHQ-9 is compared "
        "with the best total that was a response.",
        "A response is lost where a score was a response or in remission, and the last one is neither.",
        f"In the chart, a rise of less than {relapse_check.RISE_REAL} points above the stable score is drawn as a band: it "
        "may be measurement error.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED),
    synonyms=("tracker", "follow-up", "trend", "chart", "progress", "scores over time", "calendar"),
    joins=JOINED,
    example={
        "scale": "phq9",
        "scores": [
            {"day": "2026-03-02", "total": 21, "treatments_completed": 0},
            {"day": "2026-03-09", "total": 16, "treatments_completed": 2},
            {"day": "2026-03-16", "total": 11, "treatments_completed": 4},
            {"day": "2026-03-23", "total": 4, "treatments_completed": 6},
        ],
    },
    # By hand: (21 − 4) ÷ 21 is 80.95…%, cut to 80.9; 4 is below 5. After 6 treatments a responder goes on to the transition.
    expected={
        "outcome": "remission",
        "percent_display": 80.9,
        "action": "responder_transition",
        "signs": None,
        "best_total": 4,
        "response_lost": False,
    },
)
