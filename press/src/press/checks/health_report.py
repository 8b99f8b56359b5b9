"""The health of the site: what is overdue, unlinked, unused or without words."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ketamine_calculators import every

from ..content.review_dates import never_reviewed
from ..reading.problems import Problem
from ..site.site import Site
from .run import everything

_RETRACTION_LOOKED_UP_FOR = datetime.timedelta(days=366)


@dataclass(frozen=True)
class ReportSection:
    """A heading of the report, and what was found."""

    title: str
    lines: tuple[str, ...]


def report(site: Site) -> list[ReportSection]:
    """Every section, the empty ones too: they show that nothing was found."""
    project = site.project
    listed = project.shown_articles
    problems = everything(site)
    linked = {
        link.target.page for article in project.articles for link in site.parsed(article).links if link.target.page
    }
    used = {article.picture.lstrip("/") for article in project.articles if article.picture}
    used |= {page for page in linked if page and page.startswith("images/")}
    pictures = [f"images/{file.relative_to(project.images).as_posix()}" for file in project.pictures()]
    placed = site.placed_in
    return [
        ReportSection(
            "Reviews overdue",
            tuple(f"{a.slug}: due on {a.review_due}" for a in listed if a.is_overdue(project.today)),
        ),
        ReportSection("Published without a review date", tuple(a.slug for a in never_reviewed(project))),
        ReportSection(
            "Not published",
            tuple(
                f"{a.slug}: {'draft' if a.draft else f'from {a.published}'}"
                for a in project.articles
                if not a.is_public(project.today)
            ),
        ),
        ReportSection("Withdrawn", tuple(f"{a.slug}: {a.withdrawn_reason}" for a in project.articles if a.withdrawn)),
        ReportSection("Articles that no other article links to", tuple(a.slug for a in listed if a.page not in linked)),
        ReportSection("Calculators in no article", tuple(c.id for c in every() if c.id not in placed)),
        ReportSection("Works not looked at for a retraction within a year", tuple(_retraction_unknown(site))),
        ReportSection(
            "Works without a line that says where they were looked up",
            tuple(key for key, work in site.references.works.items() if work.seen is None),
        ),
        ReportSection("Pictures that nothing shows", tuple(picture for picture in pictures if picture not in used)),
        ReportSection("Pictures without words", _lines(problems, "picture-words", "picture-file")),
        ReportSection("Errors of the check", tuple(_line(p) for p in problems if p.severity == "error")),
        ReportSection("Warnings of the check", tuple(_line(p) for p in problems if p.severity == "warning")),
    ]


def _retraction_unknown(site: Site) -> Iterator[str]:
    latest = site.project.today - _RETRACTION_LOOKED_UP_FOR
    for key, work in site.references.works.items():
        if work.retracted is None:
            yield f"{key}: never"
        elif work.retracted.on < latest:
            yield f"{key}: last on {work.retracted.on}"


def _lines(problems: list[Problem], *rules: str) -> tuple[str, ...]:
    return tuple(_line(problem) for problem in problems if problem.rule in rules)


def _line(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.rule} {problem.message}"


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
