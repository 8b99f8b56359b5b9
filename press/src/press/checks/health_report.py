"""The health of the site, the most pressing first, and whose each matter is.

Errors stop the site; overdue reviews and changes since them mislead readers; then come dead ends, and what may wait.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from ketamine_calculators import every
from ketamine_calculators.wording import counted

from ..content.articles import Article
from ..content.project import Project
from ..content.review_dates import never_reviewed
from ..reading.drawing import read_drawing
from ..reading.drawing_colors import follows_the_scheme
from ..reading.problems import Problem
from ..reading.source_file import read_source
from ..site.site import Site
from .outside_links import asked_links
from .run import everything

_RETRACTION_LOOKED_UP_FOR = datetime.timedelta(days=366)


@dataclass(frozen=True)
class ReportSection:
    """A heading of the report, and what was found."""

    title: str
    lines: tuple[str, ...]


def report(site: Site, found: list[Problem] | None = None) -> list[ReportSection]:
    """Every section, the most pressing first; the empty ones too: they show that nothing was found.

    `found` is what the check finds in the whole site, where it has been run already.
    """
    project = site.project
    problems = everything(site) if found is None else found
    return [
        ReportSection("Errors of the check", _lines(problems, project, "error")),
        *_reviews(project),
        *_dead_ends(site),
        *_links(site),
        ReportSection("Warnings of the check", _lines(problems, project, "warning")),
        *_works(site),
        *_pictures(site, problems),
        ReportSection("Advice on words", tuple(_advice(problems))),
        *_hidden(project),
    ]


def _reviews(project: Project) -> Iterator[ReportSection]:
    listed = project.shown_articles
    overdue = sorted((a for a in listed if a.is_overdue(project.today)), key=lambda a: (a.review_due, a.slug))
    yield ReportSection(
        "Reviews overdue", tuple(f"{a.slug}: due on {a.review_due}{_reviewer(a, project)}" for a in overdue)
    )
    changed = ((a, when) for a in listed if (when := changed_since_review(a)))
    yield ReportSection(
        "Changed since the review",
        tuple(f"{a.slug}: reviewed on {a.reviewed}, changed {when}{_reviewer(a, project)}" for a, when in changed),
    )
    undated = never_reviewed(project)
    yield ReportSection("Published without a review date", tuple(f"{a.slug}{_reviewer(a, project)}" for a in undated))


def changed_since_review(article: Article) -> str:
    """When the text changed behind the review: by its words, or by its dates where nobody noted which text was read."""
    if not article.is_review_of_unknown_text:
        return "since" if article.is_changed_since_review else ""
    days = [day for day in (article.updated, *(change.date for change in article.changes)) if day]
    last = max(days, default=None)
    return f"on {last}" if last and article.reviewed and last > article.reviewed else ""


def _dead_ends(site: Site) -> Iterator[ReportSection]:
    project = site.project
    listed = project.shown_articles
    leading = {article.page: _pages_linked(article, site) for article in project.articles}
    linked = {page for pages in leading.values() for page in pages}
    placing = {article.page for article in project.articles if site.parsed(article).calculators}
    yield ReportSection(
        "Articles that no other article links to",
        tuple(f"{a.slug}{_author(a)}" for a in listed if a.page not in linked),
    )
    yield ReportSection(
        "Articles that lead to no other page and no calculator",
        tuple(f"{a.slug}{_author(a)}" for a in listed if not leading[a.page] and a.page not in placing),
    )
    yield ReportSection("Calculators in no article", tuple(c.id for c in every() if c.id not in site.placed_in))


def _pages_linked(article: Article, site: Site) -> frozenset[str]:
    pages = {link.target.page for link in site.parsed(article).links if link.target.page}
    return frozenset(page for page in pages if page != article.page and page.endswith(".md"))


def _links(site: Site) -> Iterator[ReportSection]:
    """What `press links` found; nothing is asked here."""
    for section in asked_links(site):
        lines = [f"{one.address} {one.words}: {', '.join(one.places)}" for one in section.links]
        if section.state is None and lines:
            lines = [f"{counted(len(lines), 'address', 'addresses')}; press links asks them"]
        yield ReportSection(section.title, tuple(lines))


def _works(site: Site) -> Iterator[ReportSection]:
    yield ReportSection("Works not looked at for a retraction within a year", tuple(_retraction_unknown(site)))
    yield ReportSection(
        "Works without a line that says where they were looked up",
        tuple(key for key, work in site.references.works.items() if work.seen is None),
    )
    yield ReportSection(
        "Articles that write their list of references themselves",
        tuple(f"{a.slug}{_author(a)}" for a in site.project.articles if site.parsed(a).written_references),
    )


def _pictures(site: Site, problems: list[Problem]) -> Iterator[ReportSection]:
    project = site.project
    used = {article.picture.lstrip("/") for article in project.articles if article.picture}
    used |= {
        link.target.page for article in project.articles for link in site.parsed(article).links if link.target.page
    }
    pictures = {f"images/{file.relative_to(project.images).as_posix()}": file for file in project.pictures()}
    yield ReportSection("Pictures that nothing shows", tuple(picture for picture in pictures if picture not in used))
    without = [problem for problem in problems if problem.rule in ("picture-words", "picture-file")]
    yield ReportSection("Pictures without words", tuple(_line(problem, project) for problem in without))
    drawings = {name: read_drawing(read_source(file, name)) for name, file in pictures.items() if file.suffix == ".svg"}
    yield ReportSection(
        "Drawings that stay on white on a dark page",
        tuple(name for name, drawing in drawings.items() if not follows_the_scheme(drawing)),
    )


def _hidden(project: Project) -> Iterator[ReportSection]:
    yield ReportSection(
        "Not published",
        tuple(
            f"{a.slug}: {'draft' if a.draft else f'from {a.published}'}{_author(a)}"
            for a in project.articles
            if not a.is_public(project.today)
        ),
    )
    yield ReportSection(
        "Withdrawn", tuple(f"{a.slug}: {a.withdrawn_reason}{_author(a)}" for a in project.articles if a.withdrawn)
    )


def _author(article: Article) -> str:
    return f" ({article.author})" if article.author else ""


def _reviewer(article: Article, project: Project) -> str:
    """Who reviewed it last. Before a first review it is the matter of whoever only reviews."""
    reviewers = project.lists.reviewers
    for_review_alone = [name for name in reviewers if name not in project.lists.writers]
    name = article.reviewed_by or next(iter([*for_review_alone, *reviewers]), "")
    return f" ({name})" if name else ""


def _retraction_unknown(site: Site) -> Iterator[str]:
    latest = site.project.today - _RETRACTION_LOOKED_UP_FOR
    for key, work in site.references.works.items():
        if work.retracted is None:
            yield f"{key}: never"
        elif work.retracted.on < latest:
            yield f"{key}: last on {work.retracted.on}"


def _advice(problems: Iterable[Problem]) -> Iterator[str]:
    pieces = [problem.path for problem in problems if problem.severity == "advice"]
    for path in dict.fromkeys(pieces):
        yield f"{path}: {counted(pieces.count(path), 'piece')}"


def _lines(problems: Iterable[Problem], project: Project, severity: str) -> tuple[str, ...]:
    return tuple(_line(problem, project) for problem in problems if problem.severity == severity)


def _line(problem: Problem, project: Project) -> str:
    owner = next((_author(article) for article in project.articles if article.source.path == problem.path), "")
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.rule} {problem.message}{owner}"


def as_text(sections: list[ReportSection]) -> str:
    """For the terminal."""
    parts = [
        f"{section.title}: {len(section.lines) or 'none'}\n" + "".join(f"  {line}\n" for line in section.lines)
        for section in sections
    ]
    return "\n".join(parts)


def as_html(sections: list[ReportSection], title: str) -> str:
    """A page of its own."""
    body = "".join(
        f"<h2>{escape(section.title)} ({len(section.lines)})</h2>\n"
        + (
            "<ul>\n" + "".join(f"<li>{escape(line)}</li>\n" for line in section.lines) + "</ul>\n"
            if section.lines
            else "<p>None.</p>\n"
        )
        for section in sections
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head>\n'
        f"<body><main><h1>{escape(title)}</h1>\n{body}</main></body>\n</html>\n"
    )
