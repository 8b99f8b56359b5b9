"""How old a reader has to be for a text, by formulas of letters, syllables and lengths of sentences."""

import re
from collections.abc import Mapping

import readability

READING_AGE = 12
# A reader of a US school grade is about five years older than its number.
YEARS_BEFORE_SCHOOL = 5
FORMULAS = ("Kincaid", "ARI", "Coleman-Liau", "SMOGIndex")


def grades(sentences: list[str]) -> Mapping[str, float]:
    """US school grades of some sentences."""
    # The library wants a sentence a line, with each word and each sign by itself.
    text = "\n".join(" ".join(re.findall(r"[\w'’-]+|[.,:;?!]", sentence)) for sentence in sentences)
    measured: Mapping[str, float] = readability.getmeasures(text, lang="en")["readability grades"]
    return {name: measured[name] for name in FORMULAS}


def sentences(items: list[str]) -> list[str]:
    """The sentences of items, the last of each with its full stop."""
    whole = (f"{' '.join(item.split()).rstrip('.')}." for item in items)
    return [sentence for item in whole for sentence in re.split(r"(?<=[.!?])\s+", item)]


def too_hard(said: list[str]) -> Mapping[str, float]:
    """The formulas by which a reader of 12 years cannot read some sentences."""
    return {name: grade for name, grade in grades(said).items() if grade + YEARS_BEFORE_SCHOOL > READING_AGE}
