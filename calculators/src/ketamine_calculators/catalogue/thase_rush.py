"""Thase–Rush staging: how far has this depression resisted treatment, from stage 0 to V?

For adults with major depression whose adequate trials are known. Not for trials of rTMS, esketamine, augmentation or
psychotherapy, which the model does not count. Rules from the house article; stage 0 from Thase and Rush 1997.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..antidepressants import CLASSES
from ..definition import Calculator, Difference, Notice, Output, Source, TableRow
from ..fields import Several, YesNo
from ..references import HOUSE, THASE_RUSH_1997

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Staging Models for Treatment Resistance"

NUMERALS = ("0", "I", "II", "III", "IV", "V")


@dataclass(frozen=True, kw_only=True)
class History:
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
    stage: Annotated[int, Output(label="Stage as a number", unit="of 5")]
    label: Annotated[str, Output(label="Stage")]
    stage_if_reused: Annotated[int, Output(label="Stage if one trial may serve two rungs", unit="of 5")]


def rungs(classes: tuple[str, ...], ect: bool, *, reuse: bool) -> tuple[bool, ...]:
    """Whether the condition of each stage I to V holds by itself. With `reuse`, one trial may serve two rungs."""
    distinct = set(classes)
    tricyclic, maoi = "TCA" in distinct, "MAOI" in distinct
    third = tricyclic and (len(distinct) >= 2 if reuse else len(distinct - {"TCA"}) >= 2)
    fourth = tricyclic and maoi and (len(distinct) >= 2 if reuse else len(distinct - {"TCA", "MAOI"}) >= 2)
    return (len(distinct) >= 1, len(distinct) >= 2, third, fourth, fourth and ect)


def highest(reached: tuple[bool, ...]) -> int:
    return max((stage for stage, holds in enumerate(reached, 1) if holds), default=0)


def stage(history: History) -> Stage:
    strict = highest(rungs(history.failed_classes, history.bilateral_ect_failed, reuse=False))
    lenient = highest(rungs(history.failed_classes, history.bilateral_ect_failed, reuse=True))
    return Stage(stage=strict, label=NUMERALS[strict], stage_if_reused=lenient)


def headline(history: History, answer: Stage) -> str:
    other = answer.stage_if_reused
    also = f"; stage {NUMERALS[other]} if one trial may serve two rungs" if other != answer.stage else ""
    return f"Thase–Rush stage {answer.label}{also}"


def working(history: History, answer: Stage) -> Iterable[str]:
    classes = history.failed_classes
    yield f"Different classes with a failed adequate trial: {len(classes)} ({', '.join(classes) or 'none'})"
    needs = (
        "at least 1 class",
        "at least 2 different classes",
        "a TCA, and at least 2 further classes",
        "a TCA and an MAOI, and at least 2 further classes",
        "stage IV, and bilateral ECT failed",
    )
    reached = rungs(classes, history.bilateral_ect_failed, reuse=False)
    for numeral, need, holds in zip(NUMERALS[1:], needs, reached, strict=True):
        yield f"Stage {numeral}: {need}: {'met' if holds else 'not met'}"


def warnings(history: History, answer: Stage) -> Iterable[Notice]:
    if history.bilateral_ect_failed and answer.stage < 5:
        yield Notice(
            "note", "The failed ECT course is recorded but not counted: it raises the stage only after stage IV."
        )
    if answer.stage == 0:
        yield Notice("note", "Stage 0 means that no adequate trial has failed. It is not resistance.")


def row(name: str, text: str, says: str) -> TableRow:
    return TableRow(ARTICLE, SECTION, name, text, says)


CALCULATOR = Calculator(
    id="thase_rush",
    title="Thase–Rush staging",
    summary="How many rungs of antidepressant treatment has this depression resisted?",
    moment="stage",
    version="1.0",
    population="Adults with major depression. rTMS, esketamine, augmentation and psychotherapy are not in the model.",
    inputs=History,
    outputs=Stage,
    compute=stage,
    headline=headline,
    working=working,
    warnings=warnings,
    formula=(
        "Stage I: at least 1 class failed.",
        "Stage II: at least 2 different classes failed.",
        "Stage III: a tricyclic and at least 2 further classes failed.",
        "Stage IV: a tricyclic, an MAO inhibitor and at least 2 further classes failed.",
        "Stage V: stage IV, and a course of bilateral ECT failed.",
        "No class serves two rungs. The lenient reading lets it, and is shown when it differs.",
    ),
    sources=(
        Source(HOUSE, "stages I to V"),
        Source(THASE_RUSH_1997, "the model, and its stage 0"),
    ),
    house=(
        row("Stage I", "Failure of ≥1 adequate trial of one major class", "stage I"),
        row("Stage II", "Stage I + failure of adequate trial of different class", "stage II"),
        row("Stage III", "Stage II + failure of adequate TCA trial", "stage III"),
        row("Stage IV", "Stage III + failure of adequate MAOI trial", "stage IV"),
        row("Stage V", "Stage IV + failure of bilateral ECT course", "stage V"),
    ),
    differences=(
        Difference(
            topic="Stage 0 and the word “plus”",
            house="Stages I to V; each rung needs a trial of its own.",
            literature="The paper also has a stage 0, and “stage II plus a tricyclic” is read both ways in practice.",
        ),
    ),
    synonyms=("TRD", "antidepressant treatment resistance", "staging"),
)
