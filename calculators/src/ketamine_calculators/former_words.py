"""What released versions called the words of a form that have another name today, so that their records can still be read."""

from collections.abc import Callable, Mapping
from functools import cache

from .antidepressants import MINIMA
from .drugs.table import PRODUCTS, menu_label

_NOT_ONE_FLAG = {"None of these (all checked)": "None of these, each asked about"}
_NO_REASON = {"None of these apply": "None of these speaks for it"}
# Release 1.0.0: the words of today, and those of then.
_RENAMED: Mapping[str, Mapping[str, str]] = {
    "contraindication_screen": _NOT_ONE_FLAG,
    "course": {"Date: ": "Day: "},
    "infusion": _NOT_ONE_FLAG,
    "maintenance_need": {
        "High cost of relapse (work, family)": "Much hangs on staying well (work, family)",
        **_NO_REASON,
    },
}
_WITH_DRUGS = ("treatment_history", "trial_adequacy")


def words_before(calculator: str) -> Callable[[str], str]:
    """How records of release 1.0.0 wrote words of this calculator's form."""
    renamed = _drugs_without_brands() if calculator in _WITH_DRUGS else _RENAMED.get(calculator, {})
    return lambda words: renamed.get(words, words)


@cache
def _drugs_without_brands() -> Mapping[str, str]:
    labels = (menu_label(PRODUCTS[drug]) for drug in MINIMA)
    return {label: label.partition(" (")[0] for label in labels}
