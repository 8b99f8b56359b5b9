"""Massachusetts General Hospital staging: one open-ended score of the treatment that a depression has resisted.

Points from Fava 2003 as tabulated by Hägg 2020. The author gave no bands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..antidepressants import FAVA_WEEKS
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain
from ..errors import InputProblem
from ..fields import Whole, YesNo
from ..figures import Figure
from ..house_article import PROTOCOLS
from ..references import FAVA_2003, HAEGG_2020, HOUSE
from ..wording import plural

STAGING = PROTOCOLS.section("Staging models for treatment resistance")

TRIAL = 1  # point for each adequate trial that failed
STEP = Fraction(1, 2)  # points for each optimization and each augmentation
ECT = 3  # points for failed ECT
MOST = 100  # of anything counted here

_SLIP = "A larger number is more likely a typing error."


@dataclass(frozen=True, kw_only=True)
class History:
    """The treatments that failed, counted."""

    adequate_failed_trials: Annotated[
        int,
        Whole(
            label="Adequate trials that failed",
            hint=f"Each at an adequate dose for at least {FAVA_WEEKS} weeks",
            low=0,
            high=MOST,
            why=_SLIP,
        ),
    ]
    dose_optimizations: Annotated[
        int,
        Whole(
            label="Trials with the dose optimized", hint="Counted among the trials above", low=0, high=MOST, why=_SLIP
        ),
    ]
    duration_optimizations: Annotated[
        int,
        Whole(
            label="Trials with the duration optimized",
            hint="Counted among the trials above",
            low=0,
            high=MOST,
            why=_SLIP,
        ),
    ]
    augmentations: Annotated[
        int,
        Whole(label="Augmentation and combination steps", hint="Those that did not help", low=0, high=MOST, why=_SLIP),
    ]
    ect_failed: Annotated[bool, YesNo(label="ECT failed", hint="A course that did not bring a response")]


@dataclass(frozen=True, kw_only=True)
class Score:
    """The sum of the points; more means more resistance."""

    score: Annotated[Fraction, Output(label="MGH-S score")]


def steps(history: History) -> int:
    """How many optimizations and augmentations earn points."""
    return history.dose_optimizations + history.duration_optimizations + history.augmentations


def score(history: History) -> Score:
    """The sum of the points. Fava 2003."""
    return Score(score=TRIAL * history.adequate_failed_trials + STEP * steps(history) + ECT * history.ect_failed)


def steps_belong_to_trials(history: History) -> Iterable[InputProblem]:
    """Refuses more optimized trials than trials, and an augmentation without one."""
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
    """The score."""
    return f"MGH-S score {plain(answer.score)}"


def figure(history: History, answer: Score) -> Figure:
    """The score."""
    return Figure(plain(answer.score), plural(answer.score, "point"), "MGH-S score", says=("score",))


def working(history: History, answer: Score) -> Iterable[str]:
    """The points of each kind of failure, and their sum."""
    trials, points = history.adequate_failed_trials, TRIAL * history.adequate_failed_trials
    extra, ect = plain(STEP * steps(history)), ECT * history.ect_failed
    yield f"Adequate trials that failed: {trials} × {TRIAL} = {points}"
    yield (
        f"Dose, duration and augmentation steps: ({history.dose_optimizations} + {history.duration_optimizations} + "
        f"{history.augmentations}) × {plain(STEP)} = {extra}"
    )
    yield f"ECT: {'failed' if history.ect_failed else 'not failed'} = {ect}"
    yield f"Score: {points} + {extra} + {ect} = {plain(answer.score)}"


def warnings(history: History, answer: Score) -> Iterable[Notice]:
    """What the score does not say."""
    yield Notice("note", "No cut-offs were published with this score: a higher score means more resistance, no more.")
    if history.ect_failed and not history.adequate_failed_trials:
        yield Notice("note", "All points come from ECT. Check that no adequate drug trial has been left out.")


CALCULATOR = Calculator(
    id="mgh_s",
    title="MGH staging (MGH-S)",
    summary="What is the MGH-S score of this treatment history?",
    moment="stage",
    version="1.1",
    population="Adults with major depression. The score is open-ended and has no published bands.",
    inputs=History,
    outputs=Score,
    compute=score,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(steps_belong_to_trials,),
    formula=(
        f"{TRIAL} point for each adequate trial that failed.",
        f"{plain(STEP)} point for each trial with its dose optimized, each with its duration optimized, and each augmentation or "
        "combination step.",
        f"{ECT} points for failed ECT.",
        "Score = sum of the points.",
    ),
    sources=(
        Source(HOUSE, "what scores points, and that the sum is a score and no stage"),
        Source(FAVA_2003, f"the staging method, and {FAVA_WEEKS} weeks at an adequate dose as a trial"),
        Source(HAEGG_2020, f"{TRIAL}, {plain(STEP)} and {ECT} points, in its table of staging methods"),
    ),
    house=(
        STAGING.item("Every adequate trial that failed scores points", says="points for each failed adequate trial"),
        STAGING.item(
            "More are added where dose or duration was optimized, or where augmentation did not work",
            says="points for optimization and augmentation",
        ),
        STAGING.item("The sum is one open-ended score rather than a stage", says="no bands"),
    ),
    differences=(
        Difference(
            topic="How many points",
            house="More points for dose, duration and augmentation, without saying how many; ECT is not mentioned.",
            literature=f"{plain(STEP)} point each, and {ECT} points for failed ECT. These numbers are used here.",
        ),
        Difference(
            topic="A threshold",
            house="None.",
            literature="The author gave none. One register study called 4 points or more treatment-resistant.",
        ),
    ),
    synonyms=("Massachusetts General Hospital", "Fava", "TRD staging", "MGH-S"),
)
