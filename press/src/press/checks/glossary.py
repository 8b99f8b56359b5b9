"""The glossary against the site around it: where it sends readers, and the articles it names."""

import re
from collections.abc import Iterator

from ketamine_calculators import every

from ..content.glossary import FILE, PAGE, Entry
from ..reading.problems import Problem, Severity, did_you_mean
from ..reading.source_file import read_source
from ..site.pages import Pages
from ..site.site import Site

_SENTENCE_END = re.compile(r"\.(?:\s|$)")
_MOST_SENTENCES = 2
_UNSEEN = (
    "The link is back when readers see the article. If they will not, name another address, or remove the line see:."
)


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/glossary.yml."""
    site = pages.site
    yield from site.glossary_problems
    yield from _meanings(site)
    slugs = [article.slug for article in site.project.articles]
    for entry in site.glossary.entries:
        if entry.see and (why := pages.why_unseen(entry, PAGE)):
            # No error: an article must be taken back at once, whatever leads to it.
            message = f'"{entry.id}" sends readers to {entry.see}, which is {why}. The glossary leaves the link out.'
            yield _problem(site, entry, message, "see", fix=_UNSEEN, severity="warning")
        elif entry.see and pages.read_on_url(entry, PAGE) is None:
            yield _problem(site, entry, f'"{entry.id}" sends readers to {entry.see}, which is not there.', "see")
        for number, slug in enumerate(entry.not_in):
            if slug not in slugs:
                message = f'"{entry.id}" is kept out of "{slug}", and there is no such article.'
                yield _problem(site, entry, f"{message}{did_you_mean(slug, slugs)}", "not_in", number)


def _meanings(site: Site) -> Iterator[Problem]:
    """Questions about what the entries say of their words."""
    unsaid = _unsaid(site)
    for entry in site.glossary.terms:
        if entry in unsaid:
            message = f'"{entry.id}" is explained, and no article and no calculator says the word.'
            yield _problem(site, entry, message, "term", fix="Remove it, or correct its spelling.", severity="warning")
        if not entry.definition.endswith("."):
            message = f'The meaning of "{entry.id}" does not end in a point.'
            fix = "Write the point, and what may be missing before it."
            yield _problem(site, entry, message, "definition", fix=fix, severity="warning")
        if len(_SENTENCE_END.findall(entry.definition)) > _MOST_SENTENCES:
            message = (
                f'The meaning of "{entry.id}" has more than two sentences; it is shown above a word of an article.'
            )
            yield _problem(site, entry, message, "definition", fix="Shorten it.", severity="warning")
        if re.search(r"\d", entry.definition) and not (entry.sources or entry.see):
            message = f'The meaning of "{entry.id}" says a number, and not where it comes from.'
            fix = "Add the line sources:, or see: with the article that says it."
            yield _problem(site, entry, message, "definition", fix=fix, severity="warning")


def _unsaid(site: Site) -> list[Entry]:
    """The terms that no text says. The texts are read until each is said, which a few articles do."""
    unsaid = list(site.glossary.terms)
    for text in _texts(site):
        said = text.casefold()
        unsaid = [entry for entry in unsaid if not any(form.casefold() in said for form in entry.forms)]
        if not unsaid:
            break
    return unsaid


def _texts(site: Site) -> Iterator[str]:
    """What calculators, the titles of works and articles say."""
    for card in every():
        yield "\n".join([card.title, card.summary, card.population, *card.formula, *map(str, card.fields)])
    yield "\n".join(work.title for work in site.references.works.values())
    for article in site.project.articles:
        yield article.source.body


def _problem(
    site: Site,
    entry: Entry,
    message: str,
    line: str,
    item: int | None = None,
    *,
    fix: str = "",
    severity: Severity = "error",
) -> Problem:
    file = site.project.content / FILE
    place = dict(entry.place.entries)[line] if entry.place else None
    if place and item is not None:
        place = place.items[item]
    source = read_source(file, site.project.shown(file))
    where = (place.line, place.column) if place else (1, 1)
    return source.problem(*where, "glossary", message, fix or f"Correct the line {line}:.", severity)
