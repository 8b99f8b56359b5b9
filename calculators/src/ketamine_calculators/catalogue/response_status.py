"""Response: how much has the score fallen, and is that response, partial response, remission or none?

For two totals of the same scale in the same patient. Not for deciding by itself that a treatment has failed.
Intervals from the house article, made half-open so that 49.6 % has a place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source
from ..display import cut, plain
from ..errors import InputProblem
from ..fields import Choice, Number
from ..references import HAWLEY_2002, HOUSE
from ..scales import IMPROVEMENT, SCALES

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Outcome Measures"
CUSTOM = "custom"

_LONGEST = "No rating scale in use runs further."

CATEGORY_WORDS = {**IMPROVEMENT.labels(), "not_applicable": "Not applicable"}
OUTCOME_WORDS = {
    **CATEGORY_WORDS,
    "remission": "Remission",
    "in_remission_at_baseline": "In remission before and after",
}


@dataclass(frozen=True, kw_only=True)
class Course:
    scale: Annotated[
        str,
        Choice(label="Scale", options={**{key: scale.name for key, scale in SCALES.items()}, CUSTOM: "Another scale"}),
    ]
    baseline: Annotated[Fraction, Number(label="Total before treatment", low=-10_000, high=10_000, why=_LONGEST)]
    final: Annotated[Fraction, Number(label="Total now", low=-10_000, high=10_000, why=_LONGEST)]
    scale_min: Annotated[
        Fraction | None,
        Number(
            label="Lowest total of the scale",
            hint="Not always 0: BPRS-18 starts at 18, CGI-S at 1",
            low=-10_000,
            high=10_000,
            why=_LONGEST,
            asked_when=("scale", (CUSTOM,)),
        ),
    ] = None
    scale_max: Annotated[
        Fraction | None,
        Number(
            label="Highest total of the scale", low=-10_000, high=10_000, why=_LONGEST, asked_when=("scale", (CUSTOM,))
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Status:
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
    return Fraction(int(percent * 10), 10)


def ends_of_the_scale(course: Course) -> Iterable[InputProblem]:
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
    low, _ = span(course)
    before, now, least = plain(course.baseline), plain(course.final), plain(low)
    change = f"100 × ({before} − {now}) ÷ ({before} − {least})"
    if answer.percent is None:
        yield f"{change} has no value, because {before} − {least} = 0"
    else:
        yield f"{change} = {unrounded(answer.percent)}%"
        yield f"{cut(answer.percent)}%: {IMPROVEMENT.neighbours(answer.percent)}"
    if scale := SCALES.get(course.scale):
        yield f"Remission on {scale.name}: {scale.remission_words}; now {now}: {'met' if answer.remission else 'not met'}"


def warnings(course: Course, answer: Status) -> Iterable[Notice]:
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


def item(text: str, says: str) -> ListItem:
    return ListItem(ARTICLE, SECTION, text, says)


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
        "Response from 50%; partial response from 25% to below 50%; non-response below 25%.",
        "Remission: "
        + "; ".join(
            f"{scale.name} {scale.remission_words}" + (" (house convention)" if key == "gad7" else "")
            for key, scale in SCALES.items()
        )
        + ".",
    ),
    sources=(
        Source(HOUSE, "response, partial response, non-response; remission on PHQ-9 and MADRS"),
        Source(HAWLEY_2002, "MADRS below 10 as remission"),
        *(
            Source(SCALES[key].remission_source, f"remission on {SCALES[key].name}: {SCALES[key].remission_words}")
            for key in ("hamd17", "qids_sr16")
        ),
    ),
    house=(
        item("Response: depression score reduced by ≥50%", "response from 50%"),
        item("Partial response: reduced by 25-49%", "partial response from 25%"),
        item("Remission: total <5 on the PHQ-9, or <10 on the MADRS", "remission on PHQ-9 and MADRS"),
        item("Non-response: reduced by <25%", "non-response below 25%"),
    ),
    differences=(
        Difference(
            topic="Upper end of partial response",
            house="25–49%. Between 49 and 50 the house article leaves a gap, closed here: partial up to just below 50%.",
            literature="Usually 25% to below 50%.",
            when=lambda course, answer: answer.category == "partial",
        ),
        Difference(
            topic="Remission on MADRS",
            house="Below 10.",
            literature="Below 10 (Hawley 2002); 10 or less in many ketamine trials; 12 or less in esketamine phase 3 trials.",
            when=lambda course, answer: course.scale == "madrs",
        ),
    ),
    synonyms=("responder", "remission", "percent change", "improvement"),
)
