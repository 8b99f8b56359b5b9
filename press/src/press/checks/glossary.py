"""The glossary against the site around it: where it sends readers, and the articles it names."""

from collections.abc import Iterator

from ..content.glossary import FILE, PAGE, Entry
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import read_source
from ..site.pages import Pages
from ..site.site import Site


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/glossary.yml."""
    site = pages.site
    yield from site.glossary_problems
    slugs = [article.slug for article in site.project.articles]
    for entry in site.glossary.entries:
        if entry.see and pages.read_on_url(entry, PAGE) is None:
            yield _problem(site, entry, f'"{entry.id}" sends readers to {entry.see}, which is not there.', "see")
        elif entry.see and (why := _unseen(entry, site)):
            yield _problem(site, entry, f'"{entry.id}" sends readers to {entry.see}, which is {why}.', "see")
        for number, slug in enumerate(entry.not_in):
            if slug not in slugs:
                message = f'"{entry.id}" is kept out of "{slug}", and there is no such article.'
                yield _problem(site, entry, f"{message}{did_you_mean(slug, slugs)}", "not_in", number)


def _unseen(entry: Entry, site: Site) -> str:
    """Why readers would not find the text there; empty when they do."""
    page = site.addresses.target(entry.see, PAGE).page
    article = site.articles.get(page) if page else None
    if article is None:
        return ""
    return "withdrawn" if article.withdrawn else article.why_hidden(site.project.today)


def _problem(site: Site, entry: Entry, message: str, line: str, item: int | None = None) -> Problem:
    file = site.project.content / FILE
    place = dict(entry.place.entries)[line] if entry.place else None
    if place and item is not None:
        place = place.items[item]
    source = read_source(file, site.project.shown(file))
    return source.problem(
        place.line if place else 1, place.column if place else 1, "glossary", message, f"Correct the line {line}:."
    )
