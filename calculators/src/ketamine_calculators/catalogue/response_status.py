"""Response status: how much a score has changed, and whether that is response, partial response or remission.

Intervals from the house article, made half-open so that no percentage is without a place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import cut, plain
from ..errors import InputProblem
from ..fields import Choice, Number
from ..references import HAWLEY_2002, HOUSE
from ..scale_words import OUTCOMES, PARTIAL_GAP
from ..scales import IMPROVEMENT, MADRS, PARTIAL_FROM, RESPONSE_FROM, SCALES
from .madrs import BY_ESKETAMINE, BY_TRIALS

CUSTOM = "custom"
LARGEST_TOTAL = 10_000  # of a scale of the reader's own

_LONGEST = "No rating scale in use runs further."

PARTIAL, RESPONSE = f"{plain(PARTIAL_FROM)}%", f"{plain(RESPONSE_FROM)}%"
CATEGORY_WORDS = {**IMPROVEMENT.labels(), "not_applicable": "Not applicable"}
OUTCOME_WORDS = {
    **CATEGORY_WORDS,
    "remission": "Remission",
    "in_remission_at_baseline": "In remission before and after",
}


@dataclass(frozen=True, kw_only=True)
class Course:
    """Two totals of one scale."""

    scale: Annotated[
        str,
        Choice(label="Scale", options={**{key: scale.name for key, scale in SCALES.items()}, CUSTOM: "Another scale"}),
    ]
    baseline: Annotated[
        Fraction, Number(label="Total before treatment", low=-LARGEST_TOTAL, high=LARGEST_TOTAL, why=_LONGEST)
    ]
    final: Annotated[Fraction, Number(label="Total now", low=-LARGEST_TOTAL, high=LARGEST_TOTAL, why=_LONGEST)]
    scale_min: Annotated[
        Fraction | None,
        Number(
            label="Lowest total of the scale",
            hint="Not always 0: BPRS-18 starts at 18, CGI-S at 1",
            low=-LARGEST_TOTAL,
            high=LARGEST_TOTAL,
            why=_LONGEST,
            asked_when=("scale", (CUSTOM,)),
        ),
    ] = None
    scale_max: Annotated[
        Fraction | None,
        Number(
            label="Highest total of the scale",
            low=-LARGEST_TOTAL,
            high=LARGEST_TOTAL,
            why=_LONGEST,
            asked_when=("scale", (CUSTOM,)),
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Status:
    """The change in percent of what was possible, exactly and as shown, and what it is called."""

    outcome: Annotated[str, Output(label="Outcome", words=OUTCOME_WORDS)]
    percent: Annotated[Fraction | None, Output(label="Improvement, exact", unit="%", shown=False)]
    percent_display: Annotated[Fraction | None, Output(label="Improvement", unit="%", places=1)]
    category: Annotated[str, Output(label="Category", words=CATEGORY_WORDS)]
    worsened: Annotated[bool, Output(label="Worse than before")]
    remission: Annotated[bool | None, Output(label="In remission now")]
    baseline_in_remission: Annotated[bool | None, Output(label="In remission before")]


def span(course: Course) -> tuple[Fraction, Fraction]:
    """The lowest and highest total of the scale."""
    if course.scale == CUSTOM:
        assert course.scale_min is not None
        assert course.scale_max is not None
        return course.scale_min, course.scale_max
    return Fraction(0), Fraction(SCALES[course.scale].high)


def status(course: Course) -> Status:
    """Percent is None when the total before treatment was the lowest possible. House article."""
    low, _ = span(course)
    possible = course.baseline - low
    percent = 100 * (course.baseline - course.final) / possible if possible else None
    category = "not_applicable" if percent is None else IMPROVEMENT.find(percent).key
    scale = SCALES.get(course.scale)
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
        worsened=course.final > course.baseline,
        remission=remission,
        baseline_in_remission=before,
    )


def tenths_toward_zero(percent: Fraction) -> Fraction:
    """A percentage cut to one decimal, so that it never reads as the next category."""
    return Fraction(int(percent * 10), 10)


def ends_of_the_scale(course: Course) -> Iterable[InputProblem]:
    """Asks for the ends of a scale of one's own, and refuses them for any other."""
    custom = course.scale == CUSTOM
    ends = {"scale_min": course.scale_min, "scale_max": course.scale_max}
    if not custom:
        name = SCALES[course.scale].name
        for field, end in ends.items():
            if end is not None:
                yield InputProblem(
                    field, f"{name} has its own limits. Leave this blank, or choose another scale.", "rule"
                )
        return
    if None in ends.values():
        for field, end in ends.items():
            if end is None:
                word = "lowest" if field == "scale_min" else "highest"
                yield InputProblem(field, f"Enter the {word} total of your scale.", "missing")
    elif span(course)[0] >= span(course)[1]:
        yield InputProblem("scale_max", "Highest total must be above the lowest total of the scale.", "rule")


def totals_on_the_scale(course: Course) -> Iterable[InputProblem]:
    """Refuses totals that the scale cannot have."""
    if course.scale == CUSTOM and (
        course.scale_min is None or course.scale_max is None or course.scale_min >= course.scale_max
    ):
        return
    low, high = span(course)
    name = SCALES[course.scale].name if course.scale in SCALES else "your scale"
    for field, total, label in (
        ("baseline", course.baseline, "Total before treatment"),
        ("final", course.final, "Total now"),
    ):
        if not low <= total <= high:
            yield InputProblem(
                field, f"{label} must be from {plain(low)} to {plain(high)}: {name} runs no further.", "rule"
            )


def headline(course: Course, answer: Status) -> str:
    """The outcome with the size of the change."""
    if answer.percent is None:
        return "No percentage: the total before treatment was already the lowest possible"
    size = f"{cut(abs(answer.percent))}% {'worse' if answer.worsened else 'better'}"
    if answer.percent == 0:
        size = "no change"
    return f"{OUTCOME_WORDS[answer.outcome]}: {size}"


def unrounded(percent: Fraction) -> str:
    """All its decimals, or the first four: rounded, 49.99997 would read as the 50 that is another category."""
    return plain(percent) if (percent * 10_000).denominator == 1 else f"{cut(percent, 4)}…"


def working(course: Course, answer: Status) -> Iterable[str]:
    """The percentage, its band, and remission."""
    low, _ = span(course)
    before, now, least = plain(course.baseline), plain(course.final), plain(low)
    change = f"100 × ({before} − {now}) ÷ ({before} − {least})"
    if answer.percent is None:
        yield f"{change} has no value, because {before} − {least} = 0"
    else:
        yield f"{change} = {unrounded(answer.percent)}%"
        yield f"{cut(answer.percent)}%: {IMPROVEMENT.neighbors(answer.percent)}"
    if scale := SCALES.get(course.scale):
        yield f"Remission on {scale.name}: {scale.remission_words}; now {now}: {'met' if answer.remission else 'not met'}"


def warnings(course: Course, answer: Status) -> Iterable[Notice]:
    """A caution when the patient is worse, and what the percentage leaves open."""
    if answer.worsened:
        yield Notice("caution", "The total has risen: the patient is worse than before treatment.")
    if answer.category == "non_response":
        yield Notice(
            "note",
            "The house protocol calls it non-response only when the patient reports no improvement and function has not "
            "improved either. Ask about both.",
        )
    if answer.baseline_in_remission:
        yield Notice("note", "The total before treatment was already in the range of remission.")
    if course.scale == CUSTOM:
        yield Notice("note", "Remission is not judged for a scale of your own.")


CALCULATOR = Calculator(
    id="response_status",
    title="Response status",
    summary="How much has the score changed, and is that response, partial response or remission?",
    moment="assess",
    version="1.0",
    population="Two totals of the same scale in the same patient. It does not decide by itself that a treatment failed.",
    inputs=Course,
    outputs=Status,
    compute=status,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(ends_of_the_scale, totals_on_the_scale),
    bands=(IMPROVEMENT,),
    scales=lambda course, answer: (
        () if answer.percent is None else ((IMPROVEMENT, answer.percent, f"{cut(answer.percent)}%"),)
    ),
    formula=(
        "Improvement (%) = 100 × (before − now) ÷ (before − lowest total of the scale)",
        f"Response from {RESPONSE}; partial response from {PARTIAL} to below {RESPONSE}; non-response below {PARTIAL}.",
        "Remission: "
        + "; ".join(
            f"{scale.name} {scale.remission_words}" + (" (house convention)" if key == "gad7" else "")
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
    ),
    house=(
        OUTCOMES.item("Response: depression score reduced by ≥50%", says=f"response from {RESPONSE}"),
        OUTCOMES.item("Partial response: reduced by 25-49%", says=f"partial response from {PARTIAL}"),
        OUTCOMES.item("Remission: total <5 on the PHQ-9, or <10 on the MADRS", says="remission on PHQ-9 and MADRS"),
        OUTCOMES.item("Non-response: reduced by <25%", says=f"non-response below {PARTIAL}"),
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
