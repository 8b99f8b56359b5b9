"""What has to be asked about the names and classes in a list of trials before different drugs and classes are counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from ..definition import Notice
from .names import asked_first, did_you_mean, drug_of, near_names, product_of

# The label of the combination asks to look for other products with bupropion.
COMBINED, PART = "dextromethorphan-bupropion", "bupropion"


class Listed(Protocol):
    """A trial of a list: the drug as it was written, and its class as it was entered."""

    @property
    def drug(self) -> str: ...
    @property
    def drug_class(self) -> str: ...


def misspelled[Trial: Listed](trials: Iterable[Trial]) -> list[Trial]:
    """Trials whose drug is not in the table and near a name that is."""
    return [trial for trial in trials if near_names(trial.drug)]


def name_notices(trials: Sequence[Listed]) -> Iterable[Notice]:
    """Names that may be another drug's, or that may stand for something else than a trial of an antidepressant."""
    for drug in dict.fromkeys(trial.drug for trial in misspelled(trials)):
        yield Notice(
            "caution",
            f"Check the name {drug}: it is not in the table and counts as a drug of its own.{did_you_mean(drug)}",
            rule="trd_definitions.name_in_doubt",
            short="check the spelling: a name is near that of another drug",
        )
    for asked in dict.fromkeys(asked_first(trial.drug) for trial in trials):
        if asked:
            yield Notice(
                "caution",
                asked,
                rule="trd_definitions.name_to_settle",
                short="check a drug: its product might not count as a trial",
            )
    if {COMBINED, PART} <= {drug_of(trial.drug) for trial in trials}:
        yield Notice(
            "caution",
            f"Check that {COMBINED} and {PART} were separate trials. The first contains the second, and both are counted.",
            rule="trd_definitions.part_of_combination",
            short=f"{PART} stands twice, once in a combination",
        )
    strange = dict.fromkeys(
        trial.drug
        for trial in trials
        if not (product_of(trial.drug) or asked_first(trial.drug) or near_names(trial.drug))
    )
    if strange:
        yield Notice("note", f"Not in the table, so that class and adequacy are your judgment: {', '.join(strange)}.")


def class_notices(trials: Sequence[Listed]) -> Iterable[Notice]:
    """Drugs under several classes, or under another one than that of the table."""
    given, known = defaultdict(set), {}
    for trial in trials:
        drug = drug_of(trial.drug)
        given[drug].add(trial.drug_class)
        if product := product_of(trial.drug):
            known[drug] = product.family
    for drug, classes in given.items():
        if len(classes) > 1:
            yield Notice(
                "caution",
                f"{drug} was entered under {len(classes)} classes. Correct one of them.",
                rule="trd_definitions.two_classes",
                short="one drug was entered under more than one class",
            )
        elif drug in known and known[drug] not in classes:
            yield Notice(
                "caution",
                f"Check the class of {drug}: {known[drug]} in the table, which is counted, and {classes.pop()} as entered.",
                rule="trd_definitions.other_class",
                short="check a class: the table has another one",
            )
