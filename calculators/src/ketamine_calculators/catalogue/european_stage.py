"""European staging: stage A, B or C by number and class of failed trials, and TRD1 to TRD5 within B.

Criteria from Souery 1999; weeks as tabulated by Hägg 2020.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..errors import InputProblem
from ..fields import Number, Whole, YesNo
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..quantities import LONGEST_YEARS
from ..references import EMA_DEPRESSION_2013, HAEGG_2020, HOUSE, SOUERY_1999
from ..wording import upper_first

STAGES = {
    "none": "No stage",
    "A": "A, non-responder",
    "B": "B, treatment-resistant",
    "C": "C, chronic resistant",
}
SHORTEST_TRIAL, LONGEST_TRIAL = 6, 8  # weeks of an adequate trial
FAILED_FROM = 1  # failed trials for stage A
RESISTANT_FROM = 2  # failed trials for stage B, and classes among them
# By number of failed trials; the last stands for that many or more. The weeks overlap, so only the count decides.
SUB_STAGES = {2: "TRD1", 3: "TRD2", 4: "TRD3", 5: "TRD4", 6: "TRD5"}
MOST_COUNTED = max(SUB_STAGES)
WEEKS = {"TRD1": "12–16", "TRD2": "18–24", "TRD3": "24–32", "TRD4": "30–40", "TRD5": "36–52"}
CHRONIC_FROM = 12  # months of treated illness without response

STAGE_B = f"at least {RESISTANT_FROM} failed trials of at least {RESISTANT_FROM} classes"


@dataclass(frozen=True, kw_only=True)
class History:
    """The failed trials, counted."""

    failed_trials: Annotated[
        int,
        Whole(
            label="Failed trials",
            hint=f"Adequate trials of {SHORTEST_TRIAL} to {LONGEST_TRIAL} weeks each",
            low=0,
            high=100,
            why="A larger number is more likely a typing error.",
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
            high=LONGEST_YEARS * 12,
            why=f"Longer than {spelled(LONGEST_YEARS)} years is likely a typing error.",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The stage; the sub-stage is None outside B."""

    stage: Annotated[str, Output(label="Stage", words=STAGES)]
    sub: Annotated[str | None, Output(label="Sub-stage")]


def resistant(history: History) -> bool:
    """Whether the condition of stage B holds."""
    return history.failed_trials >= RESISTANT_FROM and history.distinct_classes >= RESISTANT_FROM


def chronic(history: History) -> bool:
    """Whether the condition of stage C holds."""
    return resistant(history) and history.augmentation_failed and history.treatment_months >= CHRONIC_FROM


def stage(history: History) -> Stage:
    """The highest stage whose condition holds. Souery 1999."""
    if history.failed_trials < FAILED_FROM:
        return Stage(stage="none", sub=None)
    if chronic(history):
        return Stage(stage="C", sub=None)
    if resistant(history):
        return Stage(stage="B", sub=SUB_STAGES[min(history.failed_trials, MOST_COUNTED)])
    return Stage(stage="A", sub=None)


def classes_fit_the_trials(history: History) -> Iterable[InputProblem]:
    """Refuses trials without a class, and more classes than trials."""
    trials, classes = history.failed_trials, history.distinct_classes
    if trials and not classes:
        yield InputProblem("distinct_classes", "A failed trial has a class: enter at least 1.", "rule")
    elif classes > trials:
        yield InputProblem(
            "distinct_classes", f"There cannot be more classes than failed trials: enter {trials} or fewer.", "rule"
        )


def headline(history: History, answer: Stage) -> str:
    """The stage in words, with its sub-stage."""
    if answer.stage == "none":
        return "No stage: no adequate trial has failed"
    return f"European stage {STAGES[answer.stage]}" + (f" ({answer.sub})" if answer.sub else "")


def figure(history: History, answer: Stage) -> Figure:
    """The stage, with its name."""
    if answer.stage == "none":
        return Figure("No stage", after="No adequate trial has failed.", says=("stage",))
    letter, _, name = STAGES[answer.stage].partition(", ")
    chips = [name, answer.sub] if answer.sub else [name]
    return Figure(
        letter, label="European stage", chips=tuple(Chip(upper_first(words)) for words in chips), says=("stage", "sub")
    )


def working(history: History, answer: Stage) -> Iterable[str]:
    """The condition of each stage beside what was entered."""
    trials, classes, months = history.failed_trials, history.distinct_classes, history.treatment_months
    counted = f"{trials} {'trial' if trials == 1 else 'trials'} of {classes} {'class' if classes == 1 else 'classes'}"
    short = f", {plain(CHRONIC_FROM - months)} short" if months < CHRONIC_FROM else ""
    yield f"Stage A needs at least {FAILED_FROM} failed trial; here {trials}: {met(trials >= FAILED_FROM)}"
    yield f"Stage B needs {STAGE_B}; here {counted}: {met(resistant(history))}"
    yield (
        f"Stage C needs stage B, a failed augmentation and at least {CHRONIC_FROM} months of treatment; here augmentation "
        f"{'failed' if history.augmentation_failed else 'not failed'} and {plain(months)} months{short}: "
        f"{met(chronic(history))}"
    )
    if answer.sub:
        later = "" if trials >= MOST_COUNTED else f"; {SUB_STAGES[trials + 1]} starts at {trials + 1}"
        yield f"Sub-stage by number of trials: {trials} is {answer.sub} ({WEEKS[answer.sub]} weeks in the table){later}"


def met(holds: bool) -> str:
    """`met` or `not met`."""
    return "met" if holds else "not met"


def warnings(history: History, answer: Stage) -> Iterable[Notice]:
    """What keeps the stage from being a higher one."""
    if history.failed_trials >= RESISTANT_FROM and history.distinct_classes == 1:
        yield Notice("note", "All failed trials are of one class, which keeps the stage at A however many there are.")
    if answer.stage == "B" and history.treatment_months >= CHRONIC_FROM:
        months = spelled(CHRONIC_FROM).capitalize()
        yield Notice("note", f"{months} months have passed; stage C also needs a failed augmentation.")


CALCULATOR = Calculator(
    id="european_stage",
    title="European staging",
    summary="Non-responder, treatment-resistant or chronically resistant, by the European staging method?",
    moment="stage",
    version="1.1",
    population="Adults with major depression. This is the research group's method, not the regulators' definition.",
    inputs=History,
    outputs=Stage,
    compute=stage,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(classes_fit_the_trials,),
    formula=(
        "No stage: no adequate trial has failed.",
        f"Stage A, non-responder: {FAILED_FROM} failed trial, or several of one class.",
        f"Stage B, treatment-resistant: {STAGE_B}.",
        f"Stage C, chronic resistant: stage B, at least one failed augmentation, and at least {CHRONIC_FROM} months of "
        "treatment.",
        "Within B by number of trials: "
        + ", ".join(f"{count}{' or more' if count == MOST_COUNTED else ''} {sub}" for count, sub in SUB_STAGES.items())
        + ".",
        "The weeks of the sub-stages overlap ("
        + ", ".join(f"{sub} {weeks}" for sub, weeks in WEEKS.items())
        + "), so the count decides.",
    ),
    sources=(
        Source(SOUERY_1999, f"stages A, B and C, and {spelled(RESISTANT_FROM)} classes for resistance"),
        Source(HAEGG_2020, "the weeks of TRD1 to TRD5, in its table of staging methods"),
        Source(HOUSE, f"{spelled(RESISTANT_FROM)} trials of different classes as the European rule"),
        Source(EMA_DEPRESSION_2013, "that regulators accept two products of one class"),
    ),
    house=(
        PROTOCOLS.section("Operational definitions").row(
            "European Guidelines",
            f"≥{RESISTANT_FROM} trials from different classes",
            says=f"{spelled(RESISTANT_FROM)} classes for stage B",
        ),
    ),
    differences=(
        Difference(
            topic="Which European rule",
            house=f"“European guidelines”: at least {RESISTANT_FROM} trials from different classes.",
            literature="True of the European staging group (Souery 1999), which is computed here. The European Medicines "
            "Agency accepts 2 products of the same or of another class.",
        ),
    ),
    synonyms=("Souery", "GSRD", "European Group for the Study of Resistant Depression", "TRD1", "ESM"),
)
