"""The board: what presses in all articles, from the report's own data."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ..checks.health_report import changed_since_review, report
from ..checks.outside_links import asked_links
from ..checks.run import some
from ..content.articles import Article
from ..content.link_checks import read_link_checks
from ..content.review_dates import never_reviewed, reviews_due
from ..reading.day_words import day
from ..reading.problems import Problem
from .articles import seen_state, state_of
from .workspace import Workspace

_SOON = datetime.timedelta(days=60)
_FIRST = 5
"""So many problems of a file are shown; its own check shows the others."""
_SEVERITIES = ("error", "warning")


def board(workspace: Workspace) -> dict[str, Any]:
    """Drafts, what is scheduled, reviews, problems by file, addresses of other sites, and works that nobody looked up.

    Only files that the build or an editor left with something wrong are checked: all of them would take a browser half a minute.
    """
    site, project, today = workspace.site, workspace.project, workspace.today
    problems = _problems(workspace)
    due = reviews_due(project, _SOON)
    checks = read_link_checks(project.content)
    # Every page is read for the places of addresses; before anybody has asked, there is nothing to be told of them.
    links = [section for section in asked_links(site) if section.state is not None] if checks else []
    works = site.references.works.items()
    return {
        "drafts": _rows(project.articles, "draft", workspace),
        "scheduled": _rows(project.articles, "scheduled", workspace),
        "withdrawn": _rows(project.articles, "withdrawn", workspace),
        "overdue": [
            _row(one.article, f"{day(one.day)}, {one.when(today)}", workspace) for one in due if one.day < today
        ],
        "due": [_row(one.article, f"{day(one.day)}, {one.when(today)}", workspace) for one in due if one.day >= today],
        "undated": [_row(article, "no review date set", workspace) for article in never_reviewed(project)],
        "changed": [
            _row(article, f"reviewed on {article.reviewed}, changed {when}", workspace)
            for article in project.shown_articles
            if (when := changed_since_review(article))
        ],
        "problems": _by_file(problems, project.articles),
        "links": {
            "asked": max((check.on.isoformat() for check in checks.values()), default=None),
            "sections": [asdict(section) for section in links if section.links],
        },
        "unread": [key for key, work in works if work.seen is None],
    }


def whole_report(workspace: Workspace) -> list[dict[str, Any]]:
    """The report of the command, section by section. It checks every file, which takes a browser its time."""
    return [asdict(section) for section in report(workspace.site)]


def _problems(workspace: Workspace) -> list[Problem]:
    """What is wrong in articles that were changed here, and in files in which the build found something."""
    known = workspace.problems
    unsure = {path for path, counts in known.items() if any(counts)}
    unsure |= {article.source.path for article in workspace.project.articles if article.source.path not in known}
    files = [file for path in sorted(unsure) if (file := workspace.root / path).is_file()]
    return some(files, workspace.site) if files else []


def _rows(articles: Iterable[Article], state: str, workspace: Workspace) -> list[dict[str, str | None]]:
    today = workspace.today
    return [_row(one, _why(one, today), workspace) for one in articles if state_of(one, today) == state]


def _why(article: Article, today: datetime.date) -> str:
    if article.withdrawn:
        return f"withdrawn on {article.withdrawn}: {article.withdrawn_reason or 'no reason given'}"
    return article.why_hidden(today)


def _row(article: Article, words: str, workspace: Workspace) -> dict[str, str | None]:
    return {
        "path": article.source.path,
        "slug": article.slug,
        "title": article.title,
        "words": words,
        "state": state_of(article, workspace.today),
        "seen": seen_state(article, workspace),
    }


def _by_file(problems: Sequence[Problem], articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Each file with errors or warnings, the most errors first."""
    titles = {article.source.path: article.title for article in articles}
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity in _SEVERITIES:
            by_path.setdefault(problem.path, []).append(problem)
    rows = [_with_problems(path, titles.get(path, ""), found) for path, found in by_path.items()]
    return sorted(rows, key=lambda row: (-row["errors"], -row["warnings"], row["path"]))


def _with_problems(path: str, title: str, found: Sequence[Problem]) -> dict[str, Any]:
    counts = [problem.severity for problem in found]
    first = sorted(found, key=lambda problem: (_SEVERITIES.index(problem.severity), problem.line, problem.column))
    return {
        "path": path,
        "title": title,
        "errors": counts.count("error"),
        "warnings": counts.count("warning"),
        "first": [
            {"line": one.line, "column": one.column, "severity": one.severity, "rule": one.rule, "message": one.message}
            for one in first[:_FIRST]
        ],
    }
