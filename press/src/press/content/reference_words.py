"""A work of content/references.yml as the list under an article prints it."""

from collections.abc import Iterator

from ..reading.day_words import day
from .references import Work


def printed(work: Work) -> str:
    """One line: authors, title, where it was published, and its identifiers, in the form that a written list has."""
    words = " ".join(_ended(part) for part in _parts(work))
    return " ".join((words, *_identifiers(work)))


def _parts(work: Work) -> Iterator[str]:
    if work.is_retracted:
        yield "Retracted"
    if work.authors:
        yield ", ".join(work.authors)
    yield work.title
    if work.journal:
        yield work.journal
    if work.kind == "preprint":
        yield ", ".join(filter(None, ("Preprint", work.source)))
    elif work.source:
        yield work.source
    if issue := _issue(work):
        yield issue
    if work.published is not None and not work.volume:
        yield f"{_PUBLISHED.get(work.kind, 'Published')} {day(work.published)}"
    if work.note:
        yield work.note
    if work.is_corrected:
        yield "A correction was published"
    if work.retracted is not None and work.retracted.note:
        yield work.retracted.note


_PUBLISHED = {"label": "Text of", "guideline": "Text of", "article": "Published online"}


def _issue(work: Work) -> str:
    """As `2019;76(9):893-903`, as far as it is known."""
    volume = work.volume + (f"({work.issue})" if work.issue else "")
    # Where nothing but the day is known, it is printed instead of the year.
    year = "" if work.year is None or (work.published and not volume) else str(work.year)
    return ":".join(filter(None, (";".join(filter(None, (year, volume))), work.pages)))


def _identifiers(work: Work) -> Iterator[str]:
    if work.doi:
        yield f"doi:{work.doi}"
    if work.pmid:
        yield f"PMID {work.pmid}"
    if work.pmcid:
        yield work.pmcid
    if work.url:
        yield work.url


def _ended(part: str) -> str:
    return part if part.endswith((".", "?", "!")) else f"{part}."
