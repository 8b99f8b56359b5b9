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
from ...charts import Chart, ChartLine, ChartPoint
from ...definition import Output, Table
from ...display import plain
from ...figures import Chip, Figure
from ...protocol_words import SUICIDAL_HEADLINE
from ...scale_words import severity_chip
from ...scales import IMPROVEMENT, RESPONSE_FROM, SCALES
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
from .inputs import (
    Course,
    Score,
    at_least_the_baseline,
    in_the_order_of_their_days,
    induction_ends_after_its_start,
    only_the_baseline_before_treatment,
    suicidal_thoughts_asked,
    totals_on_the_scale,
    treatments_only_rise,
)
from .notices import response_from, warnings
from .parts import JOINED, Parts, Relapse, parts_of

SCORES = "Scores"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the course stands at its last score, and when its plans end. Each unit stands in its Output."""

    outcome: Annotated[str | None, output(response_status.CALCULATOR, "outcome", label="At the last score")]
    percent: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent")]
    percent_display: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent_display")]
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
        action=decision.action if decision else None,
        signs=relapse.indicators if relapse else None,
        mcid_reached=relapse.mcid_reached if relapse else None,
        induction_last=parts.induction.outputs.last_date if parts.induction else None,
        maintenance_last=parts.maintenance.outputs.last_date if parts.maintenance else None,
    )


def headline(parts: Parts, outputs: Standing) -> str:
    """What comes first: suicidal thoughts, then relapse, then a worse score, then the outcome with the signs of relapse."""
    scale, first, last = SCALES[parts.course.scale], parts.course.scores[0], parts.course.scores[-1]
    relapse, signs = parts.relapse, [parts.relapse.headline] if parts.relapse else []
    first_of_all = [SUICIDAL_HEADLINE] if parts.course.suicidal_ideation and not relapse else []
    if not parts.later:
        return ". ".join([*first_of_all, *signs, f"{scale.name} {first.total} before treatment; no later score yet"])
    totals, outcome = f"{scale.name} {first.total} → {last.total}", parts.later[-1].status.headline
    if relapse and relapse.outputs.mcid_reached:
        return ". ".join([*signs, totals])
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        return ". ".join([*signs, totals, outcome])
    return ". ".join([*first_of_all, totals, outcome, *signs])


def figure(parts: Parts, outputs: Standing) -> Figure:
    """The last total, with what comes first, its outcome, and the first total beside it."""
    scale, first, last = SCALES[parts.course.scale], parts.course.scores[0], parts.course.scores[-1]
    relapse = parts.relapse
    chips = [Chip(SUICIDAL_HEADLINE, "stop")] if parts.course.suicidal_ideation and not relapse else []
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        chips += relapse.figure.chips
    chips.append(severity_chip(scale, last.total))
    if not parts.later:
        return Figure(
            str(last.total), f"of {scale.high}", scale.name, tuple(chips), "Before treatment; no later score yet."
        )
    status = parts.later[-1].status.figure
    size = Chip(f"{status.value} {status.unit}" if outputs.percent is not None else status.value)
    after = " ".join([f"Before treatment: {first.total}.", status.after]).strip()
    says = ("outcome", "percent")
    return Figure(
        str(last.total), f"of {scale.high}", f"{scale.name} total now", (*chips, *status.chips, size), after, says
    )


def severity(course: Course, total: int) -> str:
    """The band of a total on the scale of the course."""
    return SCALES[course.scale].bands.find(total).label


def scores(parts: Parts) -> Table:
    """Each score with its severity, its change since the first, and what the house timeline does."""
    course, first = parts.course, parts.course.scores[0]
    rows = [(first.day.isoformat(), str(first.total), severity(course, first.total), "baseline", "", done(first), "")]
    for later in parts.later:
        score, status, decision = later.score, later.status.outputs, later.decision
        rows.append(
            (
                score.day.isoformat(),
                str(score.total),
                severity(course, score.total),
                "no percentage" if status.percent is None else f"{IMPROVEMENT.rounded(status.percent)}%",
                response_status.OUTCOME_WORDS[status.outcome],
                done(score),
                timeline.ACTIONS[decision.outputs.action] if decision else later.not_asked,
            )
        )
    head = ("Date", "Total", "Severity", "Improvement", "Outcome", "Treatments", "Next step (our protocol)")
    return Table(SCORES, head, tuple(rows))


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


def charts(parts: Parts, outputs: Standing) -> Iterable[Chart]:
    """The scores over their days, with the totals from which they would be called response and remission."""
    if not parts.later:
        return
    course, scale = parts.course, SCALES[parts.course.scale]
    points = tuple(ChartPoint(score.day, score.total, str(score.total)) for score in course.scores)
    yield Chart(
        label=f"{scale.name} over time",
        table=SCORES,
        description=described(course),
        low=0,
        high=scale.high,
        points=points,
        lines=tuple(levels(course)),
    )


def levels(course: Course) -> Iterable[ChartLine]:
    """The totals to compare the scores with: response, remission, and the noise above the stable score."""
    scale, first = SCALES[course.scale], course.scores[0].total
    yield ChartLine(f"Response: {plain(RESPONSE_FROM)}% below the first", response_from(first))
    yield ChartLine(f"Remission: {scale.remission_words}", scale.remission_highest)
    if course.stable_total is not None:
        top = course.stable_total + relapse_check.RISE_REAL
        yield ChartLine(
            f"Stable {course.stable_total}: less than {relapse_check.RISE_REAL} points above may be measurement error",
            course.stable_total,
            min(top, scale.high),
        )


def described(course: Course) -> str:
    """The chart in words."""
    scale, first, last = SCALES[course.scale], course.scores[0], course.scores[-1]
    lowest = min(course.scores, key=lambda score: score.total)
    return (
        f"{len(course.scores)} {scale.name} totals from {first.day} to {last.day}: {first.total} at first, lowest "
        f"{lowest.total} on {lowest.day}, {last.total} at last. {'. '.join(line.label for line in levels(course))}. "
        f"All totals are in the table {SCORES}."
    )


def scales(parts: Parts, outputs: Standing) -> Iterable[tuple[Bands, Fraction | int, str]]:
    """The change at the last score, and the rise since the stable one."""
    judged = (*(later.status for later in parts.later[-1:]), parts.relapse)
    return (scale for part in judged if part for scale in islice(part.scales, 1))


WORKSHEET = Worksheet(
    id="course",
    title="Course",
    summary="Plot the scores, check the response, see the next step and plan the dates.",
    moment="assess",
    version="2.1",
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
    charts=charts,
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
    needs=(suicidal_thoughts_asked, still_needed("new_mania_signs")),
    formula=(
        "Each later score is compared with the first one.",
        "Where the treatments completed are known, the next step of our timeline is shown for that change. It covers depression "
        "scales only; a relapse takes priority over it.",
        "Signs of relapse are looked for at the last score, against the PHQ-9 when stable.",
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
    expected={"outcome": "remission", "percent_display": 80.9, "action": "responder_transition", "signs": None},
)  # fmt: skip
