"""Headings that came as they were formatted elsewhere: in capitals, as sentences, with a colon at the end."""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_LONGEST = 110
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG_WORD, _TWO_WORDS = 8, 4
"""A word in capitals of so many letters, or two of so many, are no abbreviations."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for every page."""
    for heading in page.parsed.headings:
        if not page.source.line(heading.line).lstrip().startswith("#"):
            continue  # made by the page itself, or by a line of hyphens below a text, which another rule names
        said = _wrong(heading.text) or (_numbered(heading.text) if page.article and heading.level > 1 else None)
        if said:
            yield page.problem(heading.line, 1, "heading-form", *said, "warning")


def _wrong(text: str) -> tuple[str, str] | None:
    """What is wrong with a heading, and the remedy."""
    words = _LETTERS.findall(text)
    long_words = [word for word in words if len(word) >= _TWO_WORDS]
    if text.isupper() and (len(long_words) > 1 or any(len(word) >= _LONG_WORD for word in words)):
        return "This heading is in capitals, which take longer to read.", f"Write {text.capitalize()}."
    if len(text) > _LONGEST:
        return (
            f"This heading has {len(text)} characters; the contents and the search cut it off.",
            "Write what stands below it in a few words, and the rest as text.",
        )
    if re.search(r"(?<!\bvs)(?<!\betc)[.:;,]\s*$", text):
        return f'The heading ends with "{text.rstrip()[-1]}".', "Write it without; if it is a sentence, make it text."
    return None


def _numbered(text: str) -> tuple[str, str] | None:
    """A number that was made elsewhere. The pages of docs/ number what others refer to by number."""
    number = re.match(r"(?:\d+(?:\.\d+)+\.?|\d{1,2}[.)])\s+(?=[A-Z])", text)
    if number is None:
        return None
    return (
        f'The heading carries the number "{number[0].strip()}" of another document, which is wrong as soon as one is moved.',
        f"Write {text[number.end() :]}.",
    )
