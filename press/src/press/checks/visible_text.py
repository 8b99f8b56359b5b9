"""What a reader sees of an article's own text, read from its finished HTML.

The HTML is press's own, escaped throughout, so tags can be told by their brackets; a general parser takes six times as long.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>[^>]*)>")
_ALT = re.compile(r'\balt="([^"]*)"')
_CLASS = re.compile(r'\bclass="([^"]*)"')
_LEFT_OUT = frozenset({"clinical-calculator", "script", "style", "template"})
"""Their words are not the article's."""
_OURS = frozenset(
    {
        "headerlink", "footnote-ref", "footnote-backref", "back-links", "term-meanings", "used-by",
        "cited-number", "made-references", "recommendations-of-article", "print-section",
    }
)  # fmt: skip
"""What press adds by itself."""
_WITHIN_WORDS = frozenset({"sub", "sup", "em", "strong", "s", "code", "kbd", "abbr", "a", "span"})
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr", "source"})


@dataclass
class Shown:
    """The text, and how many of each element it is made of. The words of pictures count as text."""

    text: str = ""
    counts: Counter[str] = field(default_factory=Counter)


def shown_text(html: str) -> Shown:
    """Text and elements of a page."""
    shown = Shown()
    parts: list[str] = []
    position = 0
    left_out, depth = "", 0
    for tag in _TAG.finditer(html):
        name = tag["name"]
        if not depth:
            parts.append(html[position : tag.start()])
        position = tag.end()
        if depth:
            # Only a closing tag of the same name ends what is left out; nested ones are counted.
            if name == left_out:
                depth += -1 if tag["end"] else 1
        elif not tag["end"]:
            attributes = tag["attributes"]
            classes = _CLASS.search(attributes) if "class" in attributes else None
            if name in _LEFT_OUT or (classes is not None and classes[1] in _OURS):
                left_out, depth = (name, 1) if name not in _EMPTY else ("", 0)
                continue
            shown.counts[name] += 1
            if name == "img" and (words := _ALT.search(attributes)):
                parts.append(f" {words[1]} ")
        if name not in _WITHIN_WORDS:
            parts.append(" ")
    if not depth:
        parts.append(html[position:])
    shown.text = unescape("".join(parts))
    return shown
