"""What the search index holds of a calculator's page besides its text."""

import json
import re
from typing import Any

from ..content.glossary import Glossary

_BEFORE_ARTICLES = 4
"""How much more a calculator's page weighs than another page with the same words: who names a calculator wants it."""


def other_names(title: str, glossary: Glossary) -> list[str]:
    """Other words for what a title names, as the glossary has them: BP for a title with blood pressure in it."""
    found: dict[str, None] = {}
    for entry in glossary.entries:
        named = [form for form in entry.forms if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title, re.IGNORECASE)]
        if named:
            found |= dict.fromkeys(form for form in entry.forms if form not in named)
    return list(found)


def for_search(title: str, glossary: Glossary) -> dict[str, Any]:
    """What the page of a calculator adds to its front matter. The names pass through the theme's index as tags."""
    return {"search": {"boost": _BEFORE_ARTICLES}, "tags": other_names(title, glossary)}


def add_names(index: str) -> str:
    """The theme's index with the tags of pages as a field of its own: found by them, a page does not show them."""
    read = json.loads(index)
    read["config"]["fields"]["names"] = read["config"]["fields"].pop("tags")
    for entry in read["docs"]:
        names = entry.pop("tags", [])
        # Only the page is found by these names, not each of its sections.
        if names and "#" not in entry["location"]:
            entry["names"] = names
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))
