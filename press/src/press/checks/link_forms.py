"""Links to other sites that do not say where they lead, or lead to less than was meant."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from ..markdown.parsed_page import Link
from ..reading.problems import Problem
from .checked_page import CheckedPage

_SAYS_NOTHING = re.compile(
    r"\[\s*(?:click here|here|this|this (?:link|page|site)|link|read more|more)\s*\]\(", re.IGNORECASE
)
_OF_A_SEARCH = frozenset({"term", "q", "query", "search", "keywords", "searchterm"})
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Links in the text, and addresses in a list of references that the page writes itself."""
    for link in page.parsed.links:
        if not link.picture and (said := _wrong(link, page)):
            yield page.problem(link.line, link.column, "link-form", *said, "warning")
    for reference in page.parsed.written_references:
        for address in _ADDRESS.findall(reference.text):
            if _is_search(address):
                yield page.problem(
                    reference.line,
                    1,
                    "link-form",
                    "This is the address of a search; what it finds changes, and may be another work.",
                    "Open the work itself, and write its DOI or its number in PubMed.",
                    "warning",
                )


def _wrong(link: Link, page: CheckedPage) -> tuple[str, str] | None:
    line = page.source.line(link.line)
    if _SAYS_NOTHING.match(line, link.column - 1):
        return (
            "The words of this link do not say where it leads; read alone, as screen readers list them, they mean nothing.",
            "Link the words that name the page: [the label](…).",
        )
    if not link.written.startswith(("http://", "https://")):
        return None
    if link.written.endswith((".", ",", ";")):
        return (
            f'The address ends with "{link.written[-1]}", which belongs to the sentence.',
            "Put the sign behind the closing bracket.",
        )
    if link.written.startswith("http://") and page.article is not None:
        return (
            "The address begins with http://; what is sent from there can be changed on its way.",
            "Try it with https://, and write that.",
        )
    if _is_search(link.written):
        return (
            "This is the address of a search; what it finds changes.",
            "Open the page that is meant, and link that.",
        )
    return None


def _is_search(address: str) -> bool:
    try:
        given = parse_qs(urlsplit(address).query)
    except ValueError:
        return False
    return not _OF_A_SEARCH.isdisjoint(name.lower() for name in given)
