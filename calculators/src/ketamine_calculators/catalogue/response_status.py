"""Response status: how much a score has changed, and whether that is response, partial response or remission.

Intervals from the house article, made half-open so that no percentage is without a place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import cut, plain
from ..figures import Chip, Figure
from ..house_values import SMALL_BASELINE
from ..protocol_words import WORSE_HEADLINE, worse
from ..references import HAWLEY_2002, HOUSE, STEVANOVIC_2011
from ..scale_words import HOUSE_REMISSION, OUTCOMES, PARTIAL_GAP
from ..scale_words import OUTCOME_WORDS as BY_SCORE
from ..scales import (
    IMPORTANT_CHANGES,
    IMPROVEMENT,
    MADRS,
    PARTIAL_FROM,
    PARTIAL_PRINTED_TO,
    Q_LES_Q_SF,
    RESPONSE_FROM,
    SCALES,
    ImportantChange,
    Scale,
)
from ..two_totals import (
    BUILT_IN,
    COMPARED,
    CUSTOM,
    TwoTotals,
    ends_of_the_scale,
    higher_is_better,
    span,
    totals_on_the_scale,
)
from ..wording import plural, upper_first
from .madrs import BY_ESKETAMINE, BY_TRIALS

PARTIAL, RESPONSE = f"{plain(PARTIAL_FROM)}%", f"{plain(RESPONSE_FROM)}%"
NOT_APPLICABLE = {"not_applicable": "Not applicable"}
CATEGORY_WORDS = {**IMPROVEMENT.labels(), **NOT_APPLICABLE}
OUTCOME_WORDS = {**BY_SCORE, **NOT_APPLICABLE}
GOOD = ("response", "remission", "in_remission_at_baseline")
SMALL_STARTS = ("phq9", "madrs")  # of these the house value for a small start speaks


@dataclass(frozen=True, kw_only=True)
class Course(TwoTotals):
    """Two totals of one scale."""


@dataclass(frozen=True, kw_only=True)
class Status:
    """The change in percent of what was possible, exactly and as shown, and what it is called."""

    outcome: Annotated[str, Output(label="Outcome", words=OUTCOME_WORDS)]
    percent: Annotated[Fraction | None, Output(label="Improvement", unit="%", written=IMPROVEMENT.rounded)]
    percent_display: Annotated[Fraction | None, Output(label="Improvement, cut to a tenth", unit="%", shown=False)]
    category: Annotated[str, Output(label="Category", words=CATEGORY_WORDS)]
    worsened: Annotated[bool, Output(label="Worse than before")]
    remission: Annotated[bool | None, Output(label="In remission now")]
    baseline_in_remission: Annotated[bool | None, Output(label="In remission before")]
    points_changed: Annotated[Fraction, Output(label="Change in points")]
    important_change: Annotated[Fraction | None, Output(label="Smallest important change", unit="points")]


def status(course: Course) -> Status:
    """Percent is None when the total before treatment was the best possible. House article."""
    low, high = span(course)
    if higher_is_better(course):
        gained, possible = course.final - course.baseline, high - course.baseline
    else:
        gained, possible = course.baseline - course.final, course.baseline - low
    percent = 100 * Fraction(gained, possible) if possible else None
    category = "not_applicable" if percent is None else IMPROVEMENT.find(percent).key
    scale, important = scale_with_remission(course), important_change(course)
    remission = scale.remission(course.final) if scale else None
    before = scale.remission(course.baseline) if scale else None
    if percent is None:
        outcome = "not_applicable"
    elif remission:
        outcome = "in_remission_at_baseline" if before else "remission"
    else:
        outcome = category
    return Status(
        outcome=outcome,
        percent=percent,
        percent_display=None if percent is None else tenths_toward_zero(percent),
        category=category,
        worsened=gained < 0,
        remission=remission,
        baseline_in_remission=before,
        points_changed=course.final - course.baseline,
        important_change=important.points if important else None,
    )


def scale_with_remission(course: Course) -> Scale | None:
    """The scale of the two totals, where remission is judged on it."""
    scale = COMPARED.get(course.scale)
    return scale if isinstance(scale, Scale) else None


def important_change(course: Course) -> ImportantChange | None:
    """The smallest change in points that matters on this scale, where a published one is known."""
    return IMPORTANT_CHANGES.get(course.scale)


def tenths_toward_zero(percent: Fraction) -> Fraction:
    """A percentage cut to one decimal, so that it never reads as the next category."""
    return Fraction(int(percent * 10), 10)


def headline(course: Course, answer: Status) -> str:
    """The outcome with the size of the change. A worse total leads, whatever the outcome."""
    first = [WORSE_HEADLINE] if answer.worsened else []
    if answer.percent is None:
        return ". ".join([*first, "No percentage: the total before treatment was already the best possible"])
    size = f"{IMPROVEMENT.size(answer.percent)}% {'worse' if answer.worsened else 'better'}"
    if answer.percent == 0:
        size = "no change"
    near = IMPROVEMENT.nearness(answer.percent)
    return ". ".join([*first, f"{OUTCOME_WORDS[answer.outcome]}: {size}{f', {near}' if near else ''}"])


def unrounded(percent: Fraction) -> str:
    """All its decimals, or the first four: rounded, 49.99997 would read as the 50 that is another category."""
    return plain(percent) if (percent * 10_000).denominator == 1 else f"{cut(percent, 4)}…"


def figure(course: Course, answer: Status) -> Figure:
    """The change in percent, with its outcome, and the threshold where one is near."""
    chips = [Chip(WORSE_HEADLINE, "caution")] if answer.worsened else []
    if answer.percent is None:
        return Figure(
            "No percentage", chips=tuple(chips), after="The total before treatment was already the best possible."
        )
    chips.append(Chip(OUTCOME_WORDS[answer.outcome], "good" if answer.outcome in GOOD else "plain"))
    near = IMPROVEMENT.nearness(answer.percent)
    way = "worse" if answer.worsened else "better" if answer.percent else "no change"
    return Figure(
        f"{IMPROVEMENT.size(answer.percent)}%",
        way,
        chips=tuple(chips),
        after=f"{upper_first(near)}." if near else "",
        says=("outcome", "percent", "category", "worsened", "remission"),
    )


def working(course: Course, answer: Status) -> Iterable[str]:
    """The percentage, its band, and remission."""
    low, high = span(course)
    before, now, least, most = (plain(total) for total in (course.baseline, course.final, low, high))
    fall, possible = f"{before} − {now}", f"{before} − {least}"
    if higher_is_better(course):
        fall, possible = f"{now} − {before}", f"{most} − {before}"
    change = f"100 × ({fall}) ÷ ({possible})"
    if answer.percent is None:
        yield f"{change} has no value, because {possible} = 0"
    else:
        yield f"{change} = {unrounded(answer.percent)}%"
        yield f"{IMPROVEMENT.rounded(answer.percent)}%: {IMPROVEMENT.neighbors(answer.percent)}"
    if scale := scale_with_remission(course):
        yield f"Remission on {scale.name}: {scale.remission_words}; now {now}: {'met' if answer.remission else 'not met'}"
    yield from in_points(course, answer)


def in_points(course: Course, answer: Status) -> Iterable[str]:
    """The change in points beside the smallest one that matters."""
    if important := important_change(course):
        points, change = plain(important.points), plain(abs(answer.points_changed))
        reached = "reached" if abs(answer.points_changed) >= important.points else "not reached"
        yield (
            f"Change of {change} {plural(abs(answer.points_changed), 'point')}; the smallest that matters {important.among} is "
            f"{points}: {reached}"
        )


def warnings(course: Course, answer: Status) -> Iterable[Notice]:
    """A caution when the patient is worse, and what the percentage leaves open."""
    if answer.worsened and course.scale == CUSTOM and course.higher_is_better is None:
        yield Notice(
            "caution",
            "The total has risen. Say whether a higher total is better on this scale; if it is not, the patient is worse than "
            "before treatment.",
            rule="response_status.direction",
            short="the total has risen: better or worse on this scale?",
        )
    elif answer.worsened:
        yield worse("response_status.worse")
    if answer.outcome == "non_response":
        yield Notice(
            "note",
            "Our protocol calls it non-response only when the patient reports no improvement and function has not "
            "improved either. Ask about both.",
        )
    if answer.baseline_in_remission:
        yield ALREADY_IN_REMISSION
    elif course.scale in SMALL_STARTS and course.baseline < SMALL_BASELINE.value:
        yield Notice(
            "note",
            f"Use the change in points: with a first score below {plain(SMALL_BASELINE.value)} (our own value) the percentage "
            "misleads.",
        )
    if answer.remission is None:
        yield REMISSION_NOT_JUDGED


REMISSION_NOT_JUDGED = Notice("note", "Remission is not judged on this scale.")
ALREADY_IN_REMISSION = Notice("note", "The total before treatment was already in the range of remission.")


CALCULATOR = Calculator(
    id="response_status",
    title="Response status",
    summary="How much has the score changed, and is that response, partial response or remission?",
    moment="assess",
    version="2.0",
    population="Two totals of the same scale in the same patient. It does not decide by itself that a treatment failed.",
    inputs=Course,
    outputs=Status,
    compute=status,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(ends_of_the_scale, totals_on_the_scale),
    bands=(IMPROVEMENT,),
    scales=lambda course, answer: (
        () if answer.percent is None else ((IMPROVEMENT, answer.percent, f"{IMPROVEMENT.rounded(answer.percent)}%"),)
    ),
    formula=(
        "Improvement (%) = 100 × (before − now) ÷ (before − lowest total of the scale)",
        "Where a higher total is better: 100 × (now − before) ÷ (highest total of the scale − before). "
        f"{Q_LES_Q_SF.name} runs from {Q_LES_Q_SF.low} to {Q_LES_Q_SF.high} and is such a scale.",
        f"Response from {RESPONSE}; partial response from {PARTIAL} to below {RESPONSE}; non-response below {PARTIAL}.",
        "Remission: "
        + "; ".join(
            f"{scale.name} {scale.remission_words}" + (" (our convention)" if key == "gad7" else "")
            for key, scale in SCALES.items()
        )
        + ".",
    ),
    sources=(
        Source(HOUSE, "response, partial response, non-response; remission on PHQ-9 and MADRS"),
        Source(HAWLEY_2002, f"MADRS {MADRS.remission_words} as remission"),
        *(
            Source(SCALES[key].remission_source, f"remission on {SCALES[key].name}: {SCALES[key].remission_words}")
            for key in ("hamd17", "qids_sr16")
        ),
        *(
            Source(
                change.source,
                f"{plain(change.points)} points on {BUILT_IN[key].name} as a change that matters {change.among}",
            )
            for key, change in IMPORTANT_CHANGES.items()
        ),
        Source(STEVANOVIC_2011, f"{Q_LES_Q_SF.name} as a measure in clinical practice"),
    ),
    house=(
        OUTCOMES.item(f"Response: depression score reduced by ≥{RESPONSE}", says=f"response from {RESPONSE}"),
        OUTCOMES.item(
            f"Partial response: reduced by {plain(PARTIAL_FROM)}-{PARTIAL_PRINTED_TO}%",
            says=f"partial response from {PARTIAL}",
        ),
        HOUSE_REMISSION,
        OUTCOMES.item(f"Non-response: reduced by <{PARTIAL}", says=f"non-response below {PARTIAL}"),
    ),
    differences=(
        Difference(
            topic="Upper end of partial response",
            house=PARTIAL_GAP,
            literature="Usually 25% to below 50%.",
            when=lambda course, answer: answer.category == "partial",
        ),
        Difference(
            topic="Remission on MADRS",
            house=f"{MADRS.remission_words.capitalize()}.",
            literature=f"{MADRS.remission_words.capitalize()} (Hawley 2002); {BY_TRIALS} in many ketamine trials; "
            f"{BY_ESKETAMINE} in esketamine phase 3 trials.",
            when=lambda course, answer: course.scale == "madrs",
        ),
    ),
    synonyms=("responder", "remission", "percent change", "improvement"),
)
