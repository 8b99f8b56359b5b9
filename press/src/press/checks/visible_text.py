"""What a reader sees of an article's own text, read from its finished HTML.

The HTML is press's own, escaped throughout, so tags can be told by their brackets; a general parser takes six times as long.
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^>]*)>")
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


@dataclass(frozen=True)
class Shown:
    """The text, and how many of each element it is made of. The words of pictures count as text."""

    text: str
    counts: Counter[str]


def shown_text(html: str) -> Shown:
    """Text and elements of a page."""
    first, *others = _TAG.split(html)
    parts, names = [first], []
    left_out, depth = "", 0
    # Between two tags stand words; of each tag its three groups.
    for end, name, attributes, words in zip(others[::4], others[1::4], others[2::4], others[3::4], strict=True):
        within_words = name in _WITHIN_WORDS
        if depth:
            # Only a closing tag of the same name ends what is left out; nested ones are counted.
            if name == left_out:
                depth += -1 if end else 1
        elif not end:
            classes = _CLASS.search(attributes) if "class" in attributes else None
            if name in _LEFT_OUT or (classes is not None and classes[1] in _OURS):
                left_out, depth = (name, 1) if name not in _EMPTY else ("", 0)
                within_words = True
            else:
                names.append(name)
                if name == "img" and (alt := _ALT.search(attributes)):
                    parts.append(f" {alt[1]} ")
        if not within_words:
            parts.append(" ")
        if not depth:
            parts.append(words)
    return Shown(unescape("".join(parts)), Counter(names))
