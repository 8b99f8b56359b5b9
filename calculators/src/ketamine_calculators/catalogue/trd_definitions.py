"""TRD definitions: the trials that qualify, and whether the US label, the European regulator and the house are met.

The three definitions are answered apart, because they disagree about episode and class.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..antidepressants import CLASSES
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..drugs.listed import class_notices, misspelled, name_notices
from ..drugs.names import drug_of, is_no_antidepressant, product_of
from ..fields import Choice, Number, Repeating, Text, YesNo
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..references import EMA_DEPRESSION_2013, ESKETAMINE_LABEL, HOUSE, SFORZINI_2022, SOUERY_1999
from ..scales import IMPROVEMENT, RESPONSE_FROM

OPERATIONAL = PROTOCOLS.section("Operational definitions")

NEEDED = 2  # drugs or classes, in all three definitions
WORST = -10_000  # percent of improvement
PARTIAL = 25  # percent; from here the Delphi panel speaks of partially responsive depression

SPELLED = spelled(NEEDED)
RESPONSE = f"{plain(RESPONSE_FROM)}%"  # a trial that reached it has not failed


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One trial of an antidepressant; the improvement is None when it is not known."""

    drug: Annotated[str, Text(label="Drug", hint="Generic or brand name; both are one drug")]
    drug_class: Annotated[str, Choice(label="Class", options=CLASSES)]
    adequate: Annotated[bool, YesNo(label="Adequate", hint="Dose, length and adherence were all sufficient")]
    improvement_pct: Annotated[
        Fraction | None,
        Number(
            label="Improvement",
            unit="%",
            hint="By how much symptoms fell in this trial; negative if worse, blank if unknown",
            low=WORST,
            high=100,
            why="A score cannot fall below zero; a rise above a hundredfold is likely a typing error.",
        ),
    ] = None
    current_episode: Annotated[bool, YesNo(label="In the current episode")]


@dataclass(frozen=True, kw_only=True)
class History:
    """Every trial that the history tells of."""

    trials: Annotated[
        tuple[Trial, ...], Repeating(label="Treatment trials", row=Trial, one="Trial", hint="One row for each trial")
    ]


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """Each definition, met or not."""

    qualifying_trials: Annotated[int, Output(label="Qualifying trials")]
    fda: Annotated[bool, Output(label="US esketamine label")]
    ema: Annotated[bool, Output(label="European Medicines Agency 2013")]
    consensus: Annotated[bool, Output(label="Association protocol")]
    unknown_improvement: Annotated[int, Output(label="Adequate trials without a known improvement", shown=False)]


def qualifies(trial: Trial) -> bool:
    """Whether a trial was adequate and is known to have ended short of response."""
    known = trial.improvement_pct is not None and trial.improvement_pct < RESPONSE_FROM
    return trial.adequate and known and not is_no_antidepressant(trial.drug)


def qualifying(history: History) -> tuple[Trial, ...]:
    """The trials that count in all three definitions."""
    return tuple(trial for trial in history.trials if qualifies(trial))


def drugs(trials: Iterable[Trial]) -> set[str]:
    """Different drugs, whatever their capitals and under whichever of their names."""
    return {drug_of(trial.drug) for trial in trials}


def class_of(trial: Trial) -> str:
    """The class of the table for a drug that it has, whatever was entered; else the class as entered."""
    product = product_of(trial.drug)
    return product.family if product else trial.drug_class


def verdicts(history: History) -> Verdicts:
    """The three definitions: US esketamine label, European Medicines Agency 2013, house article."""
    counted = qualifying(history)
    return Verdicts(
        qualifying_trials=len(counted),
        fda=len(drugs(trial for trial in counted if trial.current_episode)) >= NEEDED,
        ema=len(drugs(counted)) >= NEEDED,
        consensus=len({class_of(trial) for trial in counted}) >= NEEDED,
        unknown_improvement=sum(trial.adequate and trial.improvement_pct is None for trial in history.trials),
    )


NAMES = {"fda": "the US esketamine label", "ema": "the European regulator", "consensus": "our protocol"}


def headline(history: History, answer: Verdicts) -> str:
    """Whose definition is met, and whose is not; before it, a name that may be another one misspelled."""
    first = "".join(f"Check the name {trial.drug}. " for trial in misspelled(history.trials)[:1])
    return first + verdict(answer)


def verdict(answer: Verdicts) -> str:
    """Whose definition is met, and whose is not."""
    met = [words for key, words in NAMES.items() if getattr(answer, key)]
    if not met:
        return "No definition of treatment-resistant depression is met by what was entered"
    if len(met) == len(NAMES):
        return f"Treatment-resistant by all {spelled(len(NAMES))} definitions"
    unmet = [words for key, words in NAMES.items() if not getattr(answer, key)]
    return f"Treatment-resistant by the definition of {' and '.join(met)}; not of {' and '.join(unmet)}"


def why(trial: Trial) -> str:
    """Whether a trial counts, and what decided it."""
    if is_no_antidepressant(trial.drug):
        return "not counted: no antidepressant"
    if not trial.adequate:
        return "not counted: not adequate"
    if trial.improvement_pct is None:
        return "not counted: improvement unknown"
    percent = trial.improvement_pct
    size = f"{IMPROVEMENT.size(percent)}% {'worse' if percent < 0 else 'better'}" if percent else "no change"
    if trial.improvement_pct >= RESPONSE_FROM:
        return f"not counted: {size} is a response (≥{RESPONSE})"
    return f"failed trial: {size} (<{RESPONSE})"


def figure(history: History, answer: Verdicts) -> Figure:
    """How many definitions are met, and each of them."""
    asked = [Chip(f"Check the name {trial.drug}", "caution") for trial in misspelled(history.trials)[:1]]
    found = {key: getattr(answer, key) for key in NAMES}
    labels = {key: output.label for key, output in CALCULATOR.output_fields}
    chips = [
        Chip(f"{labels[key]}: {'met' if met else 'not met'}", "good" if met else "plain") for key, met in found.items()
    ]
    met = sum(found.values())
    return Figure(str(met), f"of {len(NAMES)}", "Definitions met", chips=(*asked, *chips), says=tuple(NAMES))


def working(history: History, answer: Verdicts) -> Iterable[str]:
    """Each trial, counted or not, and the count of each definition."""
    for place, trial in enumerate(history.trials, 1):
        when = "current episode" if trial.current_episode else "earlier episode"
        yield f"Trial {place}, {trial.drug} ({trial.drug_class}, {when}) {why(trial)}"
    counted = qualifying(history)
    now = drugs(trial for trial in counted if trial.current_episode)
    classes = [name for name in CLASSES if any(class_of(trial) == name for trial in counted)]
    yield f"US label: different drugs in the current episode: {tally(sorted(now))}"
    yield f"European regulator: different drugs: {tally(sorted(drugs(counted)))}"
    yield f"Our protocol: different classes: {tally(classes)}"


def tally(names: list[str]) -> str:
    """What was counted beside how many are needed."""
    met = "met" if len(names) >= NEEDED else "not met"
    return f"{len(names)} of {NEEDED} needed ({', '.join(names) or 'none'}): {met}"


def warnings(history: History, answer: Verdicts) -> Iterable[Notice]:
    """What may be missing from the history, or entered under two names."""
    if answer.unknown_improvement:
        yield Notice(
            "caution",
            f"{answer.unknown_improvement} adequate {'trial has' if answer.unknown_improvement == 1 else 'trials have'} "
            "no known improvement and is not counted, so a definition may be met without showing here. Ask for the outcome.",
            rule="trd_definitions.unknown_improvement",
            short="an adequate trial without a known improvement",
        )
    if any(trial.adequate and responded_in_part(trial) for trial in history.trials):
        yield Notice(
            "note",
            "Our protocol also names trials that ended short of remission. A percentage cannot show remission, so a trial "
            f"of {RESPONSE} or more is not counted here.",
        )
    yield from name_notices(history.trials)
    yield from class_notices(history.trials)
    other = drugs(trial for trial in qualifying(history) if trial.drug_class == "OTHER")
    if len(other) > 1 and not answer.consensus:
        yield Notice("note", f"{', '.join(sorted(other))}: all “another class”, which counts as one class.")


def responded_in_part(trial: Trial) -> bool:
    """Whether a trial reached response and did not end all symptoms."""
    return trial.improvement_pct is not None and RESPONSE_FROM <= trial.improvement_pct < 100


def only_partly(history: History, answer: Verdicts) -> bool:
    """Whether a trial that counts is one that the Delphi panel calls partially responsive."""
    return any(trial.improvement_pct is not None and trial.improvement_pct >= PARTIAL for trial in qualifying(history))


CALCULATOR = Calculator(
    id="trd_definitions",
    title="TRD definitions",
    summary="Does this treatment history meet a definition of treatment-resistant depression, and whose?",
    moment="verify",
    version="2.0",
    population="Adults with major depression. A definition met is no indication for ketamine by itself.",
    inputs=History,
    outputs=Verdicts,
    compute=verdicts,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        f"A trial qualifies when it was adequate and its improvement is known and below {RESPONSE}.",
        f"US esketamine label: at least {NEEDED} different drugs among qualifying trials of the current episode.",
        f"European Medicines Agency 2013: at least {NEEDED} different drugs among qualifying trials, of the same or another "
        "class.",
        f"Our protocol: qualifying trials of at least {NEEDED} different classes.",
        "The same drug twice is one drug, whatever its capitals and whether by its generic name or a brand.",
    ),
    sources=(
        Source(
            ESKETAMINE_LABEL,
            f"at least {SPELLED} different antidepressants of adequate dose and duration, this episode",
        ),
        Source(EMA_DEPRESSION_2013, f"{SPELLED} products of the same or of another class"),
        Source(HOUSE, f"{SPELLED} adequate trials of separate classes, each ending short of response"),
        Source(SOUERY_1999, f"{SPELLED} classes in the European staging group's method"),
        Source(
            SFORZINI_2022, f"{SPELLED} failed treatments as threshold, with partially responsive depression set apart"
        ),
    ),
    house=(
        OPERATIONAL.row(
            "FDA (Spravato label)",
            f"Failure of ≥{NEEDED} adequate antidepressant trials in current episode",
            says=f"{SPELLED} trials in the current episode for the US label",
        ),
        OPERATIONAL.row(
            "European Guidelines",
            f"≥{NEEDED} trials from different classes",
            says=f"{SPELLED} classes in our protocol",
        ),
        PROTOCOLS.section("Outcome measures").item(
            f"Response: depression score reduced by ≥{RESPONSE}", says=f"{RESPONSE} or more is no failed trial"
        ),
    ),
    differences=(
        Difference(
            topic="Different drugs or different classes",
            house=f"At least {NEEDED} adequate trials of separate classes.",
            literature=f"US label: {NEEDED} different drugs in the current episode. European Medicines Agency 2013: {NEEDED} "
            "products of the same or another class.",
        ),
        Difference(
            topic="“European guidelines”",
            house=f"At least {NEEDED} trials from different classes.",
            literature="True of the European staging group (Souery 1999), not of the European Medicines Agency.",
            when=lambda history, answer: answer.ema != answer.consensus,
        ),
        Difference(
            topic="Partial improvement",
            house=f"Every adequate trial that ends below {RESPONSE} counts.",
            literature=f"The Delphi panel (Sforzini 2022) asks for improvement below {PARTIAL}% in both trials, and calls what "
            "lies between partially responsive depression.",
            when=only_partly,
        ),
    ),
    synonyms=("FDA", "EMA", "treatment-resistant depression", "TRD criteria", "Spravato eligibility"),
)
