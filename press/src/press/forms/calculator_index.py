"""The list of all calculators, and the words by which its field finds one: what it is called, and what it asks about."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ketamine_calculators.definition import MOMENTS, Calculator

from .calculator_page import input_lines
from .form import markup

CalculatorUrl = Callable[[Calculator[Any, Any]], str]
Means = Mapping[str, Sequence[str]]
"""For words that readers may type, what calculators have for it."""


_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-/])+")
_SHORT = 3


def calculator_index(
    calculators: Sequence[Calculator[Any, Any]],
    worksheets: Sequence[Calculator[Any, Any]],
    url: CalculatorUrl,
    means: Means,
    heading_level: int = 2,
    often: Sequence[str] = (),
) -> str:
    """All calculators by stage of care, with a field that narrows the list while the reader types.

    `worksheets` show there only when they are found. `often` are the ids of those that editors want within one tap.
    """
    moments = [
        (key, title, [(calculator, url(calculator)) for calculator in calculators if calculator.moment == key])
        for key, title in MOMENTS.items()
    ]
    by_id = {calculator.id: calculator for calculator in calculators}
    return str(
        markup(
            "index.html",
            moments=[moment for moment in moments if moment[2]],
            worksheets=[(worksheet, url(worksheet)) for worksheet in worksheets],
            heading=f"h{heading_level}",
            often=[(by_id[id], url(by_id[id])) for id in often if id in by_id],
            names=lambda calculator, group: names(calculator, group, means),
            also=lambda calculator: asked_about(calculator, means),
        )
    )


def names(calculator: Calculator[Any, Any], group: str, means: Means) -> str:
    """Its title and other names, and the words that `means` has for one of them, with a bar between them."""
    own = (calculator.title, calculator.id, calculator.summary, group, *calculator.synonyms)
    named = set(_words(own))
    return "|".join(filter(None, (*own, *sorted(_meaning(named, means) - named))))


def asked_about(calculator: Calculator[Any, Any], means: Means) -> str:
    """The words of its questions and their options that its names have not, with those that `means` has for them."""
    named = set(_words([names(calculator, "", means)]))
    asked = set(_words(f"{line.label} {line.accepted}" for line in input_lines(calculator.fields)))
    return " ".join(sorted((asked | _meaning(named | asked, means)) - named))


def _meaning(known: set[str], means: Means) -> set[str]:
    return {
        word
        for word, phrases in means.items()
        if any(all(_has(known, part) for part in phrase.split()) for phrase in phrases)
    }


def _has(known: set[str], word: str) -> bool:
    return word in known or f"{word}s" in known


def _words(texts: Iterable[str]) -> list[str]:
    """Words in small letters. Of the short ones only abbreviations and units say something."""
    found = [word for text in texts for word in _WORD.findall(text)]
    return [word.lower() for word in found if len(word) > _SHORT or "/" in word or word != word.lower()]
