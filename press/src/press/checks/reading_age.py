"""Whether a page for patients can be read at 12 years: two formulas that are in use for health leaflets.

Flesch-Kincaid looks at the length of sentences and at syllables, SMOG at words of three syllables and more.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping

from ketamine_calculators.antidepressants import MINIMA

from ..reading.problems import Problem
from ..reading.style_rule import sentences, unmarked
from .checked_page import CheckedPage

AGE = 12
# A reader of a US school grade is about five years older than its number.
YEARS_BEFORE_SCHOOL = 5
FORMULAS = {"Kincaid": "Flesch-Kincaid", "SMOGIndex": "SMOG"}
_FEWEST = 10
"""Sentences: with fewer the formulas say nothing."""
_FEWEST_WORDS = 4
"""Of a sentence or an item of a list; a cell or a label with fewer would make a page seem easier than it is."""
_DRUGS = re.compile(
    rf"\b(?:ketamine|esketamine|Ketalar|Spravato|lithium|valproate|{'|'.join(MINIMA)})\b", re.IGNORECASE
)
_WORDS = re.compile(r"[\w'’-]+|[.,:;?!]")


def grades(said: Iterable[str], formulas: Iterable[str] = FORMULAS) -> Mapping[str, float]:
    """US school grades of sentences. The name of a drug counts as a short word: no easier one can be put in its place."""
    # The library wants a sentence a line, with each word and each sign by itself; words with a capital it takes for names.
    lines = [" ".join(_WORDS.findall(_DRUGS.sub("drug", unmarked(sentence)))).lower() for sentence in said]
    # Only pages for patients need it, and its lists of words are read slowly, with a warning about an escape in them.
    with warnings.catch_warnings(action="ignore", category=SyntaxWarning):
        import readability
        from readability.langdata import LANGDATA
    measured = readability.getmeasures("\n".join(lines), lang="en")
    counts, found = measured["sentence info"], dict(measured["readability grades"])
    # The library takes each last e for silent, and hears no syllable at all in "the", "be" and "she".
    syllables = LANGDATA["en"]["syllables"]
    missed = sum(syllables(word) == 0 for line in lines for word in line.split() if word[0].isalpha())
    found["Kincaid"] = readability.KincaidGradeLevel(counts["syllables"] + missed, counts["words"], counts["sentences"])
    return {name: found[name] for name in formulas}


def problems(page: CheckedPage) -> Iterator[Problem]:
    """A page for patients that is too hard to read."""
    if page.article is None or not page.article.is_for_patients:
        return
    said = [
        sentence
        for paragraph in page.paragraphs
        if not paragraph.in_heading
        for _, sentence in sentences(paragraph.words)
        if len(sentence.split()) >= _FEWEST_WORDS
    ]
    if len(said) < _FEWEST:
        return
    found = grades(said)
    if max(found.values()) + YEARS_BEFORE_SCHOOL > AGE:
        told = ", ".join(
            f"{grade + YEARS_BEFORE_SCHOOL:.0f} years by {FORMULAS[name]}" for name, grade in found.items()
        )
        yield page.problem(
            page.source.body_line,
            1,
            "reading-age",
            f"This page is for patients, and reads as for an age of {told}; the most is {AGE}.",
            f"Shorten first: {_hardest(said)}",
        )


def _hardest(said: list[str]) -> str:
    """The sentence that is hardest by the first formula."""
    hardest = max(said, key=lambda sentence: next(iter(grades([sentence]).values())))
    return f"“{hardest}”"
