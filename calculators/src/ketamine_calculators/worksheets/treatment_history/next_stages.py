"""What a treatment history still lacks for the next stage or for a definition.

Nothing of a staging method is repeated here: further failed trials are supposed, and the method itself is asked again.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import product

from ...antidepressants import CLASSES
from ...catalogue import european_stage, maudsley, mgh_s, thase_rush, trd_definitions
from ...display import plain
from ...wording import counted, listed

HIGHEST = "Highest stage reached"
TRICYCLIC, MAOI = "TCA", "MAOI"


def for_thase_rush(history: thase_rush.History) -> str:
    """The fewest failures that would raise the stage."""
    now = thase_rush.stage(history).stage
    for classes, ect, words in sorted(_further(history), key=lambda further: len(further[0]) + further[1]):
        supposed = thase_rush.History(
            failed_classes=(*history.failed_classes, *classes), bilateral_ect_failed=history.bilateral_ect_failed or ect
        )
        reached = thase_rush.stage(supposed)
        if reached.stage > now:
            return f"Stage {reached.label}: {listed(words, 'and')}"
    return HIGHEST


def _further(history: thase_rush.History) -> Iterable[tuple[tuple[str, ...], bool, list[str]]]:
    """Combinations of further failures. Any class serves unless the method asks for one by name, so that comes first."""
    free = [name for name in CLASSES if name not in (TRICYCLIC, MAOI, *history.failed_classes)]
    for tricyclic, maoi, ect, others in product((False, True), (False, True), (False, True), range(3)):
        classes = (*free[:others], *((TRICYCLIC,) if tricyclic else ()), *((MAOI,) if maoi else ()))
        words = ["a tricyclic"] * tricyclic + ["an MAO inhibitor"] * maoi
        words += [counted(others, "further class", "further classes")] * bool(others)
        words += ["a course of bilateral ECT"] * ect
        if len(set(history.failed_classes) | set(classes)) == len(set(history.failed_classes)) + len(classes):
            yield classes, ect, words


def for_mgh_s(history: mgh_s.History) -> str:
    """What a further trial is worth: the method has no stages."""
    more = replace(history, adequate_failed_trials=history.adequate_failed_trials + 1)
    worth = mgh_s.score(more).score - mgh_s.score(history).score
    return f"No stages: each further failed trial adds {plain(worth)}"


def for_european(history: european_stage.History, months_known: bool) -> str:
    """What the next letter asks for, and what would raise the number within B."""
    now = european_stage.stage(history)
    if now.stage == "C":
        return HIGHEST
    if now.stage != "B":
        return _european_trials(history, now.stage)
    lacking = ["a failed augmentation"] * (not history.augmentation_failed)
    if not months_known:
        lacking.append(f"{european_stage.CHRONIC_FROM} months of treatment (not entered)")
    elif history.treatment_months < european_stage.CHRONIC_FROM:
        lacking.append(f"{plain(european_stage.CHRONIC_FROM - history.treatment_months)} more months of treatment")
    return f"Stage C: {listed(lacking, 'and')}"


def _european_trials(history: european_stage.History, now: str) -> str:
    further = 1
    for classes in (0, further):
        supposed = replace(
            history,
            failed_trials=history.failed_trials + further,
            distinct_classes=max(1, history.distinct_classes + classes),
        )
        reached = european_stage.stage(supposed).stage
        if reached != now:
            return f"Stage {reached}: {counted(further, 'failed trial')}{' of another class' if classes else ''}"
    return HIGHEST


def for_maudsley(staging: maudsley.Staging) -> str:
    """How many points the next band is away."""
    higher = [band for band in maudsley.TOTALS.bands if band.low is not None and band.low > staging.score]
    if not higher:
        return "Highest band reached"
    assert higher[0].low is not None
    return f"{higher[0].label}: {counted(int(higher[0].low - staging.score), 'point')}"


DEFINITION_THINGS = {
    "fda": ("further drug in the current episode", "further drugs in the current episode"),
    "ema": ("further drug", "further drugs"),
    "consensus": ("further class", "further classes"),
}


def for_definition(history: trd_definitions.History, key: str) -> str:
    """How many further failed trials the definition wants."""
    counting = {trial.drug_class for trial in trd_definitions.qualifying(history)}
    free = [name for name in CLASSES if name not in counting]
    supposed = history
    for further in range(len(free)):
        if getattr(trd_definitions.verdicts(supposed), key):
            return counted(further, *DEFINITION_THINGS[key]) if further else "Criteria met"
        trial = trd_definitions.Trial(
            drug=f"further drug {further}",
            drug_class=free[further],
            adequate=True,
            improvement_pct=Fraction(0),
            current_episode=True,
        )
        supposed = replace(supposed, trials=(*supposed.trials, trial))
    return "Criteria met"
