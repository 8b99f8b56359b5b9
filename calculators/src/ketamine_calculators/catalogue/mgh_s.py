"""Massachusetts General Hospital staging: how much adequate treatment has this depression resisted, in points?

For adults with major depression whose trials have been judged one by one. Not for bipolar depression.
Returns one open-ended score; the author gave no bands. Weights from Fava 2003 as tabulated by Hägg 2020.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source
from ..display import plain
from ..errors import InputProblem
from ..fields import Whole, YesNo
from ..references import FAVA_2003, HAEGG_2020, HOUSE

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Staging Models for Treatment Resistance"

STEP = Fraction(1, 2)  # points for each optimization and each augmentation
ECT = 3  # points for failed ECT

_SLIP = "A larger number is more likely a typing slip."


@dataclass(frozen=True, kw_only=True)
class History:
    adequate_failed_trials: Annotated[
        int,
        Whole(
            label="Adequate trials that failed",
            hint="Each at an adequate dose for at least 6 weeks",
            low=0,
            high=100,
            why=_SLIP,
        ),
    ]
    dose_optimizations: Annotated[
        int,
        Whole(
            label="Trials with the dose optimized", hint="Counted among the trials above", low=0, high=100, why=_SLIP
        ),
    ]
    duration_optimizations: Annotated[
        int,
        Whole(
            label="Trials with the duration optimized",
            hint="Counted among the trials above",
            low=0,
            high=100,
            why=_SLIP,
        ),
    ]
    augmentations: Annotated[
        int,
        Whole(label="Augmentation and combination steps", hint="Those that did not help", low=0, high=100, why=_SLIP),
    ]
    ect_failed: Annotated[bool, YesNo(label="ECT failed", hint="A course that did not bring a response")]


@dataclass(frozen=True, kw_only=True)
class Score:
    score: Annotated[Fraction, Output(label="MGH-S score")]


def steps(history: History) -> int:
    """How often half a point is given."""
    return history.dose_optimizations + history.duration_optimizations + history.augmentations


def score(history: History) -> Score:
    return Score(score=history.adequate_failed_trials + STEP * steps(history) + ECT * history.ect_failed)


def steps_belong_to_trials(history: History) -> Iterable[InputProblem]:
    trials = history.adequate_failed_trials
    for field, label, count in (
        ("dose_optimizations", "Trials with the dose optimized", history.dose_optimizations),
        ("duration_optimizations", "Trials with the duration optimized", history.duration_optimizations),
    ):
        if count > trials:
            yield InputProblem(
                field, f"{label} cannot outnumber the adequate trials that failed: enter {trials} or fewer.", "rule"
            )
    if history.augmentations and not trials:
        yield InputProblem(
            "augmentations",
            "An augmentation step needs an adequate trial that it was added to: enter 0, or enter that trial above.",
            "rule",
        )


def headline(history: History, answer: Score) -> str:
    return f"MGH-S score {plain(answer.score)}"


def working(history: History, answer: Score) -> Iterable[str]:
    trials, half = history.adequate_failed_trials, steps(history)
    yield f"Adequate trials that failed: {trials} × 1 = {trials}"
    yield (
        f"Dose, duration and augmentation steps: ({history.dose_optimizations} + {history.duration_optimizations} + "
        f"{history.augmentations}) × 0.5 = {plain(half * STEP)}"
    )
    yield f"ECT: {'failed = 3' if history.ect_failed else 'not failed = 0'}"
    yield f"Score: {trials} + {plain(half * STEP)} + {ECT * history.ect_failed} = {plain(answer.score)}"


def warnings(history: History, answer: Score) -> Iterable[Notice]:
    yield Notice("note", "No cut-offs were published with this score: a higher score means more resistance, no more.")
    if history.ect_failed and not history.adequate_failed_trials:
        yield Notice("note", "All points come from ECT. Check that no adequate drug trial has been left out.")


def item(text: str, says: str) -> ListItem:
    return ListItem(ARTICLE, SECTION, text, says)


CALCULATOR = Calculator(
    id="mgh_s",
    title="MGH staging (MGH-S)",
    summary="How many points of treatment resistance does this history earn?",
    moment="stage",
    version="1.0",
    population="Adults with major depression. The score is open-ended and has no published bands.",
    inputs=History,
    outputs=Score,
    compute=score,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(steps_belong_to_trials,),
    formula=(
        "1 point for each adequate trial that failed.",
        "0.5 point for each trial with its dose optimized, each with its duration optimized, and each augmentation or "
        "combination step.",
        "3 points for failed ECT.",
        "Score = sum of the points.",
    ),
    sources=(
        Source(HOUSE, "what earns points, and that the sum is a score and no stage"),
        Source(FAVA_2003, "the staging method, and 6 weeks at an adequate dose as a trial"),
        Source(HAEGG_2020, "1, 0.5 and 3 points, in its table of staging methods"),
    ),
    house=(
        item("Every adequate trial that failed earns points", "points for each failed adequate trial"),
        item(
            "More are added where dose or duration was optimized, or where augmentation did not work",
            "points for optimization and augmentation",
        ),
        item("The sum is one open-ended score rather than a stage", "no bands"),
    ),
    differences=(
        Difference(
            topic="How many points",
            house="More points for dose, duration and augmentation, without saying how many; ECT is not mentioned.",
            literature="0.5 point each, and 3 points for failed ECT. These numbers are used here.",
        ),
        Difference(
            topic="A threshold",
            house="None.",
            literature="The author gave none. One register study called 4 points or more treatment-resistant.",
        ),
    ),
    synonyms=("Massachusetts General Hospital", "Fava", "TRD staging", "MGH-S"),
)
