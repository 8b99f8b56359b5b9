"""Two totals of one scale, before treatment and now: what is asked of them, and which go together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from .comparable_totals import IDS_SR30
from .display import plain
from .errors import InputProblem
from .fields import Choice, Number, YesNo
from .scales import HAM_A, ONLY_TOTALS, PHQ_8, SCALES, WHODAS_12, BandedScale, Scale, Totals

CUSTOM = "custom"
LARGEST_TOTAL = 10_000  # of a scale of the reader's own

_LONGEST = "No rating scale in use goes higher."
BUILT_IN: Mapping[str, Scale | Totals] = {**SCALES, **ONLY_TOTALS}
"""What the form of Response status offers."""
SYMPTOMS: Mapping[str, BandedScale] = {**SCALES, "phq8": PHQ_8, "idssr30_total": IDS_SR30, "hama": HAM_A}
"""Scales of symptoms, which can lead a course."""
COMPARED: Mapping[str, BandedScale | Totals] = {**SYMPTOMS, **ONLY_TOTALS, "whodas12": WHODAS_12}
"""Every scale of which two totals are compared, in a course as well."""
OF_DEPRESSION = frozenset({"phq8", "idssr30_total", *(key for key, scale in SCALES.items() if scale.of_depression)})


@dataclass(frozen=True, kw_only=True)
class TwoTotals:
    """Two totals of one scale."""

    scale: Annotated[
        str,
        Choice(
            label="Scale", options={**{key: scale.name for key, scale in BUILT_IN.items()}, CUSTOM: "Another scale"}
        ),
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
    higher_is_better: Annotated[
        bool | None,
        YesNo(
            label="A higher total is better",
            hint="As on a scale of quality of life; on most scales of symptoms a lower total is better",
            asked_when=("scale", (CUSTOM,)),
        ),
    ] = None


def span(course: TwoTotals) -> tuple[Fraction, Fraction]:
    """The lowest and highest total of the scale."""
    if course.scale == CUSTOM:
        assert course.scale_min is not None
        assert course.scale_max is not None
        return course.scale_min, course.scale_max
    scale = COMPARED[course.scale]
    return Fraction(scale.low), Fraction(scale.high)


def of_depression(scale: str) -> bool:
    """Whether our timeline, which speaks of depression only, can be asked about a scale."""
    return scale in OF_DEPRESSION


def higher_is_better(course: TwoTotals) -> bool:
    """Whether a rising total is an improvement. A scale of one's own counts as falling unless it is said to rise."""
    return bool(course.higher_is_better) if course.scale == CUSTOM else COMPARED[course.scale].higher_is_better


def ends_of_the_scale(course: TwoTotals) -> Iterable[InputProblem]:
    """Asks for the ends of a scale of one's own, and refuses them for any other."""
    custom = course.scale == CUSTOM
    ends = {"scale_min": course.scale_min, "scale_max": course.scale_max}
    if not custom:
        name = COMPARED[course.scale].name
        if course.higher_is_better is not None:
            yield InputProblem(
                "higher_is_better",
                f"{name} has its own direction. Leave this blank, or choose another scale.",
                "rule",
            )
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


def totals_on_the_scale(course: TwoTotals) -> Iterable[InputProblem]:
    """Refuses totals that the scale cannot have."""
    if course.scale == CUSTOM and (
        course.scale_min is None or course.scale_max is None or course.scale_min >= course.scale_max
    ):
        return
    low, high = span(course)
    name = COMPARED[course.scale].name if course.scale in COMPARED else "your scale"
    for field, total, label in (
        ("baseline", course.baseline, "Total before treatment"),
        ("final", course.final, "Total now"),
    ):
        if not low <= total <= high:
            yield InputProblem(
                field, f"{label} must be from {plain(low)} to {plain(high)}: that is the range of {name}.", "rule"
            )
