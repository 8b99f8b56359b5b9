"""The glossary against the site around it: where it sends readers, and the articles it names."""

from collections.abc import Iterator

from ..content.glossary import FILE, PAGE, Entry
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import read_source
from ..site.docs_page import read_on_url
from ..site.site import Site


def problems(edition: Site) -> Iterator[Problem]:
    """Everything about content/glossary.yml."""
    yield from edition.glossary_problems
    slugs = [article.slug for article in edition.project.articles]
    for entry in edition.glossary.entries:
        if entry.see and read_on_url(entry, PAGE, edition) is None:
            yield _problem(edition, entry, f'"{entry.id}" sends readers to {entry.see}, which is not there.', "see")
        elif entry.see and (why := _unseen(entry, edition)):
            yield _problem(edition, entry, f'"{entry.id}" sends readers to {entry.see}, which is {why}.', "see")
        for number, slug in enumerate(entry.not_in):
            if slug not in slugs:
                said = f'"{entry.id}" is kept out of "{slug}", and there is no such article.'
                yield _problem(edition, entry, f"{said}{did_you_mean(slug, slugs)}", "not_in", number)


def _unseen(entry: Entry, edition: Site) -> str:
    """Why readers would not find the text there; empty when they do."""
    page = edition.site.target(entry.see, PAGE).page
    article = edition.articles.get(page) if page else None
    if article is None:
        return ""
    return "withdrawn" if article.withdrawn else article.why_hidden(edition.project.today)


def _problem(edition: Site, entry: Entry, message: str, line: str, item: int | None = None) -> Problem:
    file = edition.project.content / FILE
    place = dict(entry.place.entries)[line] if entry.place else None
    if place and item is not None:
        place = place.items[item]
    source = read_source(file, edition.project.shown(file))
    return source.problem(
        place.line if place else 1, place.column if place else 1, "glossary", message, f"Correct the line {line}:."
    )
