"""Markup that readers would see, because it makes no bold text, no link and no box."""

import re
from collections.abc import Iterator

from ..markdown.admonitions import ALERTS
from ..reading.problems import Problem, did_you_mean
from .checked_page import CheckedPage

_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)|(?<!_)__(?=\w)")
_LINK = re.compile(r"\](?=\([^)]*\)| ?\((?:[/#]|\.{1,2}/|https?:)[^)]*\))")
_BOX = re.compile(r"\[!(\w+)\]")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Stars and underscores, links and boxes, in this order."""
    yield from _stars(page)
    yield from _links(page)
    yield from _boxes(page)


def _stars(page: CheckedPage) -> Iterator[Problem]:
    """The first in each paragraph; more of them come from the same mistake."""
    paragraph_of = {
        line: block.line
        for block in page.parsed.blocks
        if block.kind == "paragraph"
        for line in range(block.line, block.end)
    }
    named: set[int] = set()
    for text in page.parsed.texts:
        if text.in_references or not ("**" in text.words or "__" in text.words):
            continue
        found = _STARS.search(text.words)
        paragraph = paragraph_of.get(text.line)
        if found and paragraph is not None and paragraph not in named:
            named.add(paragraph)
            yield page.problem(
                text.line,
                text.column + found.start(),
                "stray-stars",
                f"{found[0]} is shown as it stands: bold is opened or closed only without a space inside.",
                "Write **words** with no space behind the first and before the last stars.",
                "warning",
            )


def _links(page: CheckedPage) -> Iterator[Problem]:
    for text in page.parsed.texts:
        for found in _LINK.finditer(text.words) if "]" in text.words else ():
            yield page.problem(
                text.line,
                text.column + found.start(),
                "no-link",
                "This is shown as it stands, because it makes no link.",
                "Leave no space between ] and (, and none in the address, such as /articles/its-name/ or a file without spaces. "
                "Where no link is meant, put a space between ] and (.",
            )


def _boxes(page: CheckedPage) -> Iterator[Problem]:
    for text in page.parsed.texts:
        found = _BOX.match(text.words)
        if found:
            yield page.problem(
                text.line,
                text.column,
                "no-box",
                f'There is no box called "{found[1]}".{did_you_mean(found[1], ALERTS)}',
                f"Use one of {', '.join(ALERTS).upper()}.",
            )
