"""Words that readers type for what the site calls otherwise: of the glossary and of the table of antidepressants."""

import re
from collections.abc import Iterator

from ketamine_calculators.drugs.table import PRODUCTS

from ..content.glossary import Glossary

_LETTERS = re.compile(r"[^\W_]+")


def words_that_mean(glossary: Glossary) -> dict[str, list[str]]:
    """For each word that readers may type, what pages have for it: for a brand its drug and the class of the drug."""
    found: dict[str, dict[str, None]] = {}
    for word, meant in _pairs(glossary):
        phrase = " ".join(_words(meant))
        if phrase != word:
            found.setdefault(word, {})[phrase] = None
    return {word: list(phrases) for word, phrases in sorted(found.items())}


def other_names(title: str, glossary: Glossary) -> list[str]:
    """Other words for what a title names, as the glossary has them: BP for a title with blood pressure in it."""
    found: dict[str, None] = {}
    for entry in glossary.entries:
        named = [form for form in entry.forms if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title, re.IGNORECASE)]
        if named:
            found |= dict.fromkeys(form for form in (*entry.forms, *entry.searched) if form not in named)
    return list(found)


def _pairs(glossary: Glossary) -> Iterator[tuple[str, str]]:
    """What is typed, in small letters, and what that means."""
    classes = {form for entry in glossary.entries for form in entry.short}
    for product in PRODUCTS.values():
        for name in (product.generic, *product.names):
            # Of a product's name in several words the first one tells it from others.
            typed = _words(name)[0]
            yield typed, product.generic
            if product.family in classes:
                yield typed, product.family
    for entry in glossary.entries:
        for word in entry.searched:
            for form in entry.forms:
                yield " ".join(_words(word)), form


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())
