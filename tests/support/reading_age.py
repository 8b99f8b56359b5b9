"""How old a reader has to be for a text: by the formulas of the check, and by two of letters."""

import re
from collections.abc import Mapping

from press.checks import reading_age

# Pages for patients that we write keep to these two as well, which judge pieces of sentences too.
FORMULAS = (*reading_age.FORMULAS, "ARI", "Coleman-Liau")


def grades(sentences: list[str]) -> Mapping[str, float]:
    """US school grades of some sentences."""
    return reading_age.grades(sentences, FORMULAS)


def sentences(items: list[str]) -> list[str]:
    """The sentences of items, the last of each with its full stop."""
    whole = (f"{' '.join(item.split()).rstrip('.')}." for item in items)
    return [sentence for item in whole for sentence in re.split(r"(?<=[.!?])\s+", item)]


def too_hard(said: list[str]) -> Mapping[str, float]:
    """The formulas by which a reader of 12 years cannot read some sentences."""
    most = reading_age.AGE - reading_age.YEARS_BEFORE_SCHOOL
    return {name: grade for name, grade in grades(said).items() if grade > most}
