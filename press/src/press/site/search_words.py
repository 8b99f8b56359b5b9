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
        # Of a name in several words the first one tells it from others.
        own = _words(word)[0]
        phrase = " ".join(_words(meant))
        if phrase != own:
            found.setdefault(own, {})[phrase] = None
    return {word: list(phrases) for word, phrases in sorted(found.items())}


def _pairs(glossary: Glossary) -> Iterator[tuple[str, str]]:
    classes = {form for entry in glossary.entries for form in entry.short}
    for product in PRODUCTS.values():
        for name in (product.generic, *product.names):
            yield name, product.generic
            if product.family in classes:
                yield name, product.family
    for entry in glossary.entries:
        for word in entry.searched:
            for form in entry.forms:
                yield word, form


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())
