"""Works cited by key: every key is in content/references.yml, no work is retracted, and no list is written beside."""

import re
from collections.abc import Iterator

from ..content.references import FILE
from ..markdown.citations import Citation
from ..reading.problems import Problem, did_you_mean
from .checked_page import CheckedPage

_FILE = f"content/{FILE}"
_BEGINS = re.compile(r"(?<!\\)\[@")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rules of one article."""
    yield from _unread(page)
    if page.site.references.is_unreadable:
        yield from _unreadable_file(page)
    else:
        for citation in page.parsed.citations:
            yield from _works(page, citation)
    if any(reference.work for reference in page.parsed.references):
        yield from _both_forms(page)


def _unread(page: CheckedPage) -> Iterator[Problem]:
    """What begins like a citation by key and is none."""
    read = {(citation.line, citation.column) for citation in page.parsed.citations}
    for number, line in page.prose:
        for found in _BEGINS.finditer(line) if "[@" in line else ():
            if (number, found.start() + 1) not in read:
                yield page.problem(
                    number,
                    found.start() + 1,
                    "reference-key",
                    "This citation is not read, and would be shown as it is typed.",
                    "Write it in one line, outside headings and links: [@daly-2019], [@daly-2019, table 2] "
                    "or [@daly-2019; @nice-ta854, section 1].",
                )


def _unreadable_file(page: CheckedPage) -> Iterator[Problem]:
    """One message for all keys of an article: the file has its own."""
    for citation in page.parsed.citations:
        if any(part.key for part in citation.parts):
            message = f"The list of works cannot be read, so no key is known ({_FILE})."
            yield page.problem(
                citation.line,
                citation.column,
                "reference-absent",
                message,
                f"Put that file right (press check {_FILE} says how). If it is not yours, tell whoever looks after the site.",
            )
            return


def _works(page: CheckedPage, citation: Citation) -> Iterator[Problem]:
    known = page.site.references
    for part in citation.parts:
        if not part.key:
            continue
        column = page.source.line(citation.line).find(part.written, citation.column - 1) + 1 or citation.column
        work = known.works.get(part.key)
        if part.key in known.broken:
            yield page.problem(
                citation.line,
                column,
                "reference-absent",
                f'The entry of "{part.key}" in the list of works cannot be read.',
                f"Put it right (press check {_FILE} says how). If it is not yours, tell whoever looks after the site.",
            )
        elif work is None:
            yield page.problem(
                citation.line,
                column,
                "reference-absent",
                f'There is no work "{part.key}" in the list of works.{did_you_mean(part.key, known.works)}',
                f"Correct the key, or add the work with Reference at the desk ({_FILE}).",
            )
        elif work.is_retracted:
            yield page.problem(
                citation.line,
                column,
                "reference-retracted",
                f'"{part.key}" is retracted, and a statement rests on it here.',
                "Rest it on another work. Where the retraction itself is meant, cite the notice as a work of its own.",
            )


def _both_forms(page: CheckedPage) -> Iterator[Problem]:
    for reference in page.parsed.written_references[:1]:
        yield page.problem(
            reference.line,
            1,
            "reference-forms",
            "This article has a written list of references, and cites by key as well.",
            f"Cite each work by key, and remove the list with its heading. Reference at the desk adds a work ({_FILE}).",
        )
    if page.parsed.written_references:
        return
    for heading in page.parsed.headings[:-1]:
        if heading.text.strip().casefold() == "references":
            yield page.problem(
                heading.line,
                1,
                "reference-forms",
                "The list of references is made of the works that are cited, with its heading.",
                "Remove this heading.",
            )
