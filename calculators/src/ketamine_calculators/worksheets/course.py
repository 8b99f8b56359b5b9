"""Course: how have the scores gone, what does each mean for the next step, and when do the treatments fall?

For adults in a course of ketamine who are scored on one scale throughout. It decides nothing by itself.
Returns the change and the timeline at each score, the signs of relapse at the last one, and the plans of dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from ..catalogue import induction_plan, maintenance_plan, relapse_check, response_status, timeline_action
from ..charts import Chart, ChartLine, ChartPoint
from ..courses import (
    Course,
    Score,
    at_least_the_baseline,
    changes,
    decisions,
    in_the_order_of_their_days,
    judged,
    latest,
    parts,
    plans,
    relapse,
    totals_on_the_scale,
    treatments_only_rise,
)
from ..definition import Output, Table
from ..display import cut, plain
from ..fields.base import in_sentence
from ..scales import IMPROVEMENT, SCALES
from ..worksheet import (
    Asked,
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_warnings,
    joined_working,
    output,
)

JOINED = (
    response_status.CALCULATOR,
    timeline_action.CALCULATOR,
    relapse_check.CALCULATOR,
    induction_plan.CALCULATOR,
    maintenance_plan.CALCULATOR,
)
SCORES = "Scores"


@dataclass(frozen=True, kw_only=True)
class Standing:
    outcome: Annotated[str | None, output(response_status.CALCULATOR, "outcome", label="At the last score")]
    percent_display: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent_display")]
    action: Annotated[str | None, output(timeline_action.CALCULATOR, "action")]
    signs: Annotated[tuple[str, ...] | None, output(relapse_check.CALCULATOR, "indicators", label="Signs of relapse")]
    mcid_reached: Annotated[bool | None, output(relapse_check.CALCULATOR, "mcid_reached")]
    induction_last: Annotated[date | None, Output(label="Last induction treatment")]
    maintenance_last: Annotated[date | None, Output(label="Last maintenance session")]


def standing(course: Course) -> Standing:
    last = changes(course)[-1][1].outputs if changes(course) else None
    decision = decisions(course)[-1] if decisions(course) else None
    signs = relapse(course)
    ends = {plan.card.id: plan.outputs.last_date for plan in plans(course)}
    return Standing(
        outcome=last.outcome if last else None,
        percent_display=last.percent_display if last else None,
        action=decision.outputs.action if decision else None,
        signs=signs.outputs.indicators if signs else None,
        mcid_reached=signs.outputs.mcid_reached if signs else None,
        induction_last=ends.get("induction_plan"),
        maintenance_last=ends.get("maintenance_plan"),
    )


def headline(course: Course, answer: Standing) -> str:
    scale, first, last = SCALES[course.scale], course.scores[0], course.scores[-1]
    if not changes(course):
        return f"{scale.name} {first.total} before treatment; no later score yet"
    said = [f"{scale.name} {first.total} → {last.total}. {changes(course)[-1][1].headline}"]
    signs = relapse(course)
    return ". ".join([*said, *((signs.headline,) if signs else ())])


def severity(course: Course, total: int) -> str:
    return SCALES[course.scale].bands.find(total).label


def scores(course: Course) -> Table:
    first = course.scores[0]
    rows = [(first.day.isoformat(), str(first.total), severity(course, first.total), "baseline", "", done(first), "")]
    for (score, changed), decision in judged(course):
        percent = changed.outputs.percent
        rows.append(
            (
                score.day.isoformat(),
                str(score.total),
                severity(course, score.total),
                "no percentage" if percent is None else f"{cut(percent)}%",
                response_status.OUTCOME_WORDS[changed.outputs.outcome],
                done(score),
                timeline_action.ACTIONS[decision.outputs.action] if decision else not_asked(score),
            )
        )
    head = ("Day", "Total", "Severity", "Improvement", "Outcome", "Treatments", "House timeline")
    return Table(SCORES, head, tuple(rows))


def done(score: Score) -> str:
    return "" if score.treatments_completed is None else str(score.treatments_completed)


def not_asked(score: Score) -> str:
    return "treatments not entered" if score.treatments_completed is None else "no percentage"


def signs_of_relapse(asked: Asked) -> Table:
    visit, answer = asked.inputs, asked.outputs
    rise = plain(answer.phq9_increase)
    band = relapse_check.RISE.find(answer.phq9_increase)
    rows = [
        (words, "present" if sign in answer.indicators else "not present")
        for sign, words in relapse_check.SIGNS.items()
    ]
    rows += [
        (f"Change since stable, {visit.stable_phq9} to {visit.current_phq9}", f"{rise}: {in_sentence(band.label)}"),
        (f"PHQ-9 above {relapse_check.RETURN_ABOVE}", "yes" if answer.prn_threshold_crossed else "no"),
    ]
    return Table("Signs of relapse at the last score", ("Sign", "Now"), tuple(rows))


def tables(course: Course, answer: Standing) -> Iterable[Table]:
    yield scores(course)
    if signs := relapse(course):
        yield signs_of_relapse(signs)
    asked = {plan.card.id: plan for plan in plans(course)}
    if induction := asked.get("induction_plan"):
        # The weekly sessions after an induction are the first step of the maintenance: they are planned once.
        yield induction_plan.treatments(induction.outputs, transition="maintenance_plan" not in asked)
    if maintenance := asked.get("maintenance_plan"):
        yield from maintenance.card.tables(maintenance.inputs, maintenance.outputs)


def charts(course: Course, answer: Standing) -> Iterable[Chart]:
    """The scores over their days, with the totals from which they would be called response and remission."""
    if not changes(course):
        return
    scale = SCALES[course.scale]
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
    scale, first = SCALES[course.scale], course.scores[0].total
    needed = IMPROVEMENT.bands[-1].low
    assert needed is not None
    yield ChartLine(f"Response: {plain(needed)}% below the first", Fraction(first) * (100 - needed) / 100)
    yield ChartLine(f"Remission: {scale.remission_words}", scale.remission_highest)
    if course.stable_total is not None:
        top = course.stable_total + relapse_check.RISE_REAL
        yield ChartLine(
            f"Stable {course.stable_total}: less than {relapse_check.RISE_REAL} points above is within noise",
            course.stable_total,
            min(top, scale.high),
        )


def described(course: Course) -> str:
    scale, first, last = SCALES[course.scale], course.scores[0], course.scores[-1]
    lowest = min(course.scores, key=lambda score: score.total)
    return (
        f"{len(course.scores)} {scale.name} totals from {first.day} to {last.day}: {first.total} at first, lowest "
        f"{lowest.total} on {lowest.day}, {last.total} at last. {'. '.join(line.label for line in levels(course))}. "
        f"All totals are in the table {SCORES}."
    )


WORKSHEET = Worksheet(
    title="Course",
    summary="How have the scores gone, what does the house do next at each of them, and when do the treatments fall?",
    moment="assess",
    version="1.0",
    population="Adults in a course of ketamine, scored on one scale throughout. It does not decide by itself.",
    inputs=Course,
    outputs=Standing,
    compute=standing,
    headline=headline,
    working=lambda course, answer: joined_working(parts(course)),
    warnings=lambda course, answer: joined_warnings(latest(course)),
    tables=tables,
    charts=charts,
    scales=lambda course, answer: (
        drawn
        for part in latest(course)
        if part.card in (response_status.CALCULATOR, relapse_check.CALCULATOR)
        for drawn in list(part.card.scales(part.inputs, part.outputs))[:1]
    ),
    rules=(
        at_least_the_baseline,
        totals_on_the_scale,
        in_the_order_of_their_days,
        treatments_only_rise,
        answered_as_asked("stable_total"),
    ),
    formula=(
        "Each later score is compared with the first one.",
        "Where the treatments completed are known, the house timeline is asked with that change.",
        "Signs of relapse are looked for at the last score, against the PHQ-9 when stable.",
        "In the chart, a rise of less than 5 points above the stable score is drawn as a belt: it is within noise.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED, parts),
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
