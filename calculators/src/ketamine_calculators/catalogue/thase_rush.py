"""Thase–Rush staging: stage 0 to V by the classes of antidepressant and the ECT that failed, read in two ways.

Rules from the house article; stage 0 from Thase and Rush 1997.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..antidepressants import CLASSES
from ..definition import Calculator, Difference, Notice, Output, Source
from ..fields import Several, YesNo
from ..figures import Figure
from ..house_article import PROTOCOLS
from ..references import HOUSE, THASE_RUSH_1997

STAGING = PROTOCOLS.section("Staging models for treatment resistance")

NUMERALS = ("0", "I", "II", "III", "IV", "V")
HIGHEST = len(NUMERALS) - 1
ONE_CLASS, CLASSES_NEEDED = (
    1,
    2,
)  # for stage I; for stage II, and beside the tricyclic and the MAO inhibitor for III and IV


@dataclass(frozen=True, kw_only=True)
class History:
    """What failed, by class; two trials of one class count once."""

    failed_classes: Annotated[
        tuple[str, ...],
        Several(
            label="Classes that failed",
            hint="Every class with at least one adequate trial that failed",
            options=CLASSES,
            none="No adequate trial has failed",
        ),
    ]
    bilateral_ect_failed: Annotated[
        bool,
        YesNo(label="Bilateral ECT failed", hint="A full course with bilateral electrodes; unilateral is not counted"),
    ]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The stage by the strict reading, and by the lenient one."""

    stage: Annotated[int, Output(label="Stage as a number", unit=f"of {HIGHEST}")]
    label: Annotated[str, Output(label="Stage")]
    stage_if_reused: Annotated[int, Output(label="Stage if one trial may count for two stages", unit=f"of {HIGHEST}")]


def rungs(classes: tuple[str, ...], ect: bool, *, reuse: bool) -> tuple[bool, ...]:
    """Whether the condition of each stage I to V holds by itself. With `reuse`, one trial may serve two rungs."""
    distinct = set(classes)
    tricyclic, maoi = "TCA" in distinct, "MAOI" in distinct
    third = tricyclic and len(distinct if reuse else distinct - {"TCA"}) >= CLASSES_NEEDED
    fourth = tricyclic and maoi and len(distinct if reuse else distinct - {"TCA", "MAOI"}) >= CLASSES_NEEDED
    return (len(distinct) >= ONE_CLASS, len(distinct) >= CLASSES_NEEDED, third, fourth, fourth and ect)


def highest(reached: tuple[bool, ...]) -> int:
    """The number of the highest stage that was reached, 0 for none."""
    return max((stage for stage, holds in enumerate(reached, 1) if holds), default=0)


def stage(history: History) -> Stage:
    """Both readings of the model. House article."""
    strict = highest(rungs(history.failed_classes, history.bilateral_ect_failed, reuse=False))
    lenient = highest(rungs(history.failed_classes, history.bilateral_ect_failed, reuse=True))
    return Stage(stage=strict, label=NUMERALS[strict], stage_if_reused=lenient)


def headline(history: History, answer: Stage) -> str:
    """The stage, and the lenient one where it differs."""
    other = answer.stage_if_reused
    also = f"; stage {NUMERALS[other]} if one trial may count for two stages" if other != answer.stage else ""
    return f"Thase–Rush stage {answer.label}{also}"


def figure(history: History, answer: Stage) -> Figure:
    """The stage."""
    return Figure(answer.label, "of V", "Thase–Rush stage", says=("stage", "label"))


def working(history: History, answer: Stage) -> Iterable[str]:
    """The condition of each stage, met or not."""
    classes = history.failed_classes
    yield f"Different classes with a failed adequate trial: {len(classes)} ({', '.join(classes) or 'none'})"
    needs = (
        f"at least {ONE_CLASS} class",
        f"at least {CLASSES_NEEDED} different classes",
        f"a TCA, and at least {CLASSES_NEEDED} further classes",
        f"a TCA and an MAOI, and at least {CLASSES_NEEDED} further classes",
        "stage IV, and bilateral ECT failed",
    )
    reached = rungs(classes, history.bilateral_ect_failed, reuse=False)
    for numeral, need, holds in zip(NUMERALS[1:], needs, reached, strict=True):
        yield f"Stage {numeral}: {need}: {'met' if holds else 'not met'}"


def warnings(history: History, answer: Stage) -> Iterable[Notice]:
    """An ECT course that does not count, and what stage 0 means."""
    if history.bilateral_ect_failed and answer.stage < HIGHEST:
        yield Notice(
            "note", "The failed ECT course is recorded but not counted: it raises the stage only after stage IV."
        )
    if answer.stage == 0:
        yield Notice("note", "Stage 0 means that no adequate trial has failed. It is not resistance.")


CALCULATOR = Calculator(
    id="thase_rush",
    title="Thase–Rush staging",
    summary="What is the Thase–Rush stage of treatment resistance (0 to V)?",
    moment="stage",
    version="1.0",
    population="Adults with major depression. rTMS, esketamine, augmentation and psychotherapy are not in the model.",
    inputs=History,
    outputs=Stage,
    compute=stage,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        f"Stage I: at least {ONE_CLASS} class failed.",
        f"Stage II: at least {CLASSES_NEEDED} different classes failed.",
        f"Stage III: a tricyclic and at least {CLASSES_NEEDED} further classes failed.",
        f"Stage IV: a tricyclic, an MAO inhibitor and at least {CLASSES_NEEDED} further classes failed.",
        "Stage V: stage IV, and a course of bilateral ECT failed.",
        "No class counts for two stages. The lenient reading allows it, and is shown when it differs.",
    ),
    sources=(
        Source(HOUSE, "stages I to V"),
        Source(THASE_RUSH_1997, "the model, and its stage 0"),
    ),
    house=(
        STAGING.row("Stage I", f"Failure of ≥{ONE_CLASS} adequate trial of one major class", says="stage I"),
        STAGING.row("Stage II", "Stage I + failure of adequate trial of different class", says="stage II"),
        STAGING.row("Stage III", "Stage II + failure of adequate TCA trial", says="stage III"),
        STAGING.row("Stage IV", "Stage III + failure of adequate MAOI trial", says="stage IV"),
        STAGING.row("Stage V", "Stage IV + failure of bilateral ECT course", says="stage V"),
    ),
    differences=(
        Difference(
            topic="Stage 0 and the word “plus”",
            house="Stages I to V; each stage needs a trial of its own.",
            literature="The paper also has a stage 0, and “stage II plus a tricyclic” is read both ways in practice.",
        ),
    ),
    synonyms=("TRD", "antidepressant treatment resistance", "staging"),
)
