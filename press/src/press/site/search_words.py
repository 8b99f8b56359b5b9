"""Words that readers type for what the site calls otherwise: of the glossary and of the table of antidepressants."""

import re
from collections.abc import Iterator

from ketamine_calculators.drugs.table import PRODUCTS

from ..content.glossary import Glossary

_LETTERS = re.compile(r"[^\W_]+")


def words_that_mean(glossary: Glossary) -> dict[str, list[str]]:
    """For each word that readers may type, the words that pages have for it: a brand, its drug and the class of the drug."""
    found: dict[str, dict[str, None]] = {}
    for word, meant in _pairs(glossary):
        # Of a name in several words the first one tells it from others.
        own = _words(word)[0]
        found.setdefault(own, {}).update((other, None) for other in _words(meant) if other != own)
    return {word: list(others) for word, others in sorted(found.items()) if others}


def _pairs(glossary: Glossary) -> Iterator[tuple[str, str]]:
    for product in PRODUCTS.values():
        for name in (product.generic, *product.names):
            yield name, product.generic
            yield name, product.family
    for entry in glossary.entries:
        for word in entry.searched:
            for form in entry.forms:
                yield word, form


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())
