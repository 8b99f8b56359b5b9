"""European staging: non-responder, treatment-resistant or chronically resistant, by number and class of failed trials?

For adults with major depression whose adequate trials of 6 to 8 weeks are known. Not the rule of European drug regulators.
Returns stage A, B or C, and TRD1 to TRD5 within B. Criteria from Souery 1999; weeks as tabulated by Hägg 2020.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, TableRow
from ..display import plain
from ..errors import InputProblem
from ..fields import Number, Whole, YesNo
from ..references import EMA_DEPRESSION_2013, HAEGG_2020, HOUSE, SOUERY_1999

ARTICLE = "treatment-resistant-depression-protocols"

STAGES = {
    "none": "No stage",
    "A": "A, non-responder",
    "B": "B, treatment-resistant",
    "C": "C, chronic resistant",
}
# By number of failed trials; 6 stands for 6 or more. The weeks overlap, so only the count decides.
SUB_STAGES = {2: "TRD1", 3: "TRD2", 4: "TRD3", 5: "TRD4", 6: "TRD5"}
WEEKS = {"TRD1": "12–16", "TRD2": "18–24", "TRD3": "24–32", "TRD4": "30–40", "TRD5": "36–52"}
CHRONIC_FROM = 12  # months of treated illness without response


@dataclass(frozen=True, kw_only=True)
class History:
    failed_trials: Annotated[
        int,
        Whole(
            label="Failed trials",
            hint="Adequate trials of 6 to 8 weeks each",
            low=0,
            high=100,
            why="A larger number is more likely a typing slip.",
        ),
    ]
    distinct_classes: Annotated[
        int,
        Whole(
            label="Different classes",
            hint="How many classes of antidepressant those trials cover",
            low=0,
            high=100,
            why="There are fewer classes than that.",
        ),
    ]
    augmentation_failed: Annotated[bool, YesNo(label="Augmentation failed", hint="At least one adequate attempt")]
    treatment_months: Annotated[
        Fraction,
        Number(
            label="Months of treatment without response",
            unit="months",
            hint="Length of the illness while it was treated",
            low=0,
            high=1200,
            why="Longer than a hundred years is a typing slip.",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Stage:
    stage: Annotated[str, Output(label="Stage", words=STAGES)]
    sub: Annotated[str | None, Output(label="Sub-stage")]


def resistant(history: History) -> bool:
    return history.failed_trials >= 2 and history.distinct_classes >= 2


def chronic(history: History) -> bool:
    return resistant(history) and history.augmentation_failed and history.treatment_months >= CHRONIC_FROM


def stage(history: History) -> Stage:
    if not history.failed_trials:
        return Stage(stage="none", sub=None)
    if chronic(history):
        return Stage(stage="C", sub=None)
    if resistant(history):
        return Stage(stage="B", sub=SUB_STAGES[min(history.failed_trials, 6)])
    return Stage(stage="A", sub=None)


def classes_fit_the_trials(history: History) -> Iterable[InputProblem]:
    trials, classes = history.failed_trials, history.distinct_classes
    if trials and not classes:
        yield InputProblem("distinct_classes", "A failed trial has a class: enter at least 1.", "rule")
    elif classes > trials:
        yield InputProblem(
            "distinct_classes", f"There cannot be more classes than failed trials: enter {trials} or fewer.", "rule"
        )


def headline(history: History, answer: Stage) -> str:
    if answer.stage == "none":
        return "No stage: no adequate trial has failed"
    return f"European stage {STAGES[answer.stage]}" + (f" ({answer.sub})" if answer.sub else "")


def working(history: History, answer: Stage) -> Iterable[str]:
    trials, classes, months = history.failed_trials, history.distinct_classes, history.treatment_months
    counted = f"{trials} {'trial' if trials == 1 else 'trials'} of {classes} {'class' if classes == 1 else 'classes'}"
    short = f", {plain(CHRONIC_FROM - months)} short" if months < CHRONIC_FROM else ""
    yield f"Stage A needs at least 1 failed trial; here {trials}: {met(trials >= 1)}"
    yield f"Stage B needs at least 2 failed trials of at least 2 classes; here {counted}: {met(resistant(history))}"
    yield (
        f"Stage C needs stage B, a failed augmentation and at least {CHRONIC_FROM} months of treatment; here augmentation "
        f"{'failed' if history.augmentation_failed else 'not failed'} and {plain(months)} months{short}: "
        f"{met(chronic(history))}"
    )
    if answer.sub:
        later = "" if answer.sub == "TRD5" else f"; {SUB_STAGES[trials + 1]} starts at {trials + 1}"
        yield f"Sub-stage by number of trials: {trials} is {answer.sub} ({WEEKS[answer.sub]} weeks in the table){later}"


def met(holds: bool) -> str:
    return "met" if holds else "not met"


def warnings(history: History, answer: Stage) -> Iterable[Notice]:
    if history.failed_trials >= 2 and history.distinct_classes == 1:
        yield Notice("note", "All failed trials are of one class, which keeps the stage at A however many there are.")
    if answer.stage == "B" and history.treatment_months >= CHRONIC_FROM:
        yield Notice("note", "Twelve months have passed; stage C also needs a failed augmentation.")


CALCULATOR = Calculator(
    id="european_stage",
    title="European staging",
    summary="Non-responder, treatment-resistant or chronically resistant, by the European staging method?",
    moment="stage",
    version="1.0",
    population="Adults with major depression. This is the research group's method, not the regulators' definition.",
    inputs=History,
    outputs=Stage,
    compute=stage,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(classes_fit_the_trials,),
    formula=(
        "No stage: no adequate trial has failed.",
        "Stage A, non-responder: 1 failed trial, or several of one class.",
        "Stage B, treatment-resistant: at least 2 failed trials of at least 2 classes.",
        "Stage C, chronic resistant: stage B, at least one failed augmentation, and at least 12 months of treatment.",
        "Within B by number of trials: 2 TRD1, 3 TRD2, 4 TRD3, 5 TRD4, 6 or more TRD5.",
        "The weeks of the sub-stages overlap ("
        + ", ".join(f"{sub} {weeks}" for sub, weeks in WEEKS.items())
        + "), so the count decides.",
    ),
    sources=(
        Source(SOUERY_1999, "stages A, B and C, and two classes for resistance"),
        Source(HAEGG_2020, "the weeks of TRD1 to TRD5, in its table of staging methods"),
        Source(HOUSE, "two trials of different classes as the European rule"),
        Source(EMA_DEPRESSION_2013, "that regulators accept two products of one class"),
    ),
    house=(
        TableRow(
            ARTICLE,
            "Operational Definitions",
            "European Guidelines",
            "≥2 trials from different classes",
            "two classes for stage B",
        ),
    ),
    differences=(
        Difference(
            topic="Which European rule",
            house="“European guidelines”: at least 2 trials from different classes.",
            literature="True of the European staging group (Souery 1999), which is computed here. The European Medicines "
            "Agency accepts 2 products of the same or of another class.",
        ),
    ),
    synonyms=("Souery", "GSRD", "European Group for the Study of Resistant Depression", "TRD1", "ESM"),
)
