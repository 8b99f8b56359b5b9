"""What readers search in: the theme's index with what a page is called besides its title, and what comes first."""

import json
import re
from collections.abc import Collection
from typing import Any

from ketamine_calculators.definition import Calculator

from ..content.glossary import Glossary
from .search_words import words_that_mean

_SEPARATOR = r"""[\s\-\u2013\u2014,;:!?()\[\]"\u201c\u201d\u2026|=<>\u2264\u2265]+|\.(?!\d)"""
"""Between two words. A point or a stroke within a number or unit is part of it: 0.5, mg/kg, 140/90."""
_FIELDS = {"names": {"boost": 30}, "title": {"boost": 30}, "text": {"boost": 1}}
"""How much more it counts to be called so than to speak of it."""
_FOR_READERS = {
    "calculators/": 3.0,
    "worksheets/": 3.0,
    "scoring/": 3.0,
    "sheets/": 1.5,
    "articles/": 1.5,
    "glossary/": 1.0,
    "abbreviations/": 0.5,
}
"""How much a page counts, by the beginning of its address: who names a calculator wants it."""
_ABOUT_THE_SITE = 0.02
_HANDOUT = 0.1
"""Of handouts for patients: a clinician who looks for one names it."""
_SECTIONS = {
    **dict.fromkeys(("sources", "references", "record", "examples", "house-protocol", "cite-this-page"), 0.05),
    "inputs": 0.4,
}
"""Of lists of sources, of options and the like, by their anchors: found, behind what is written for reading."""


def other_names(title: str, glossary: Glossary) -> list[str]:
    """Other words for what a title names, as the glossary has them: BP for a title with blood pressure in it."""
    found: dict[str, None] = {}
    for entry in glossary.entries:
        named = [form for form in entry.forms if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title, re.IGNORECASE)]
        if named:
            found |= dict.fromkeys(form for form in (*entry.forms, *entry.searched) if form not in named)
    return list(found)


def for_search(calculator: Calculator[Any, Any], title: str, glossary: Glossary) -> dict[str, Any]:
    """What the page of a calculator adds to its front matter. The names pass through the theme's index as tags."""
    kind = calculator.folder.removesuffix("s")  # the infusion worksheet
    return {"tags": list(dict.fromkeys((*calculator.synonyms, *other_names(title, glossary), kind)))}


def completed_index(index: str, glossary: Glossary, handouts: Collection[str] = ()) -> str:
    """The theme's index with the tags of pages as a field of its own: found by them, a page does not show them.

    `handouts` are the addresses of pages for patients, which come behind all that is written for clinicians.
    """
    read = json.loads(index)
    read["config"] |= {"fields": _FIELDS, "separator": _SEPARATOR, "means": words_that_mean(glossary)}
    for entry in read["docs"]:
        names = entry.pop("tags", [])
        # Only the page is found by these names, not each of its sections.
        if names and "#" not in entry["location"]:
            entry["names"] = names
        of_handout = entry["location"].partition("#")[0] in handouts
        entry["boost"] = _HANDOUT if of_handout else _boost(entry["location"])
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))


def _boost(location: str) -> float:
    """How much a page or section counts."""
    of_page = next((boost for start, boost in _FOR_READERS.items() if location.startswith(start)), _ABOUT_THE_SITE)
    return of_page * _SECTIONS.get(location.partition("#")[2], 1)
