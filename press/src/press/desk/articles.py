"""Every article with what an editor chooses from: its state, its days, and how many problems it has."""

import datetime
from pathlib import PurePosixPath
from typing import Any

from ..checks.run import some
from ..content.articles import Article, article_of
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from .workspace import Workspace


def articles(workspace: Workspace) -> list[dict[str, Any]]:
    """Every article, in the order of the files."""
    return [_row(article, workspace) for article in workspace.project.articles]


def state_of(article: Article, today: datetime.date) -> str:
    """One word for what readers see of it today."""
    if article.withdrawn:
        return "withdrawn"
    if article.is_public(today):
        return "published"
    return "draft" if article.draft or article.published is None else "scheduled"


def seen_state(article: Article, workspace: Workspace) -> str | None:
    """The same of the text that the site was built with: what is changed here, readers do not see yet. None for a new article."""
    path = article.source.path
    if path not in workspace.changed:
        return state_of(article, workspace.today)
    published = seen_text(article, workspace)
    if published is None:
        return None
    before = article_of(source_of(as_bytes(published), path), article.file, workspace.project.lists)
    return state_of(before, workspace.today)


def seen_text(article: Article, workspace: Workspace) -> str | None:
    """The text that the site was built with, at its old address where it has been given another here. None for a new article."""
    published = workspace.published(article.source.path)
    if published is not None:
        return published
    gone = (path for path, text in workspace.changed.items() if text is None)
    before = next((path for path in gone if f"/articles/{PurePosixPath(path).stem}/" in article.redirect_from), None)
    return workspace.published(before) if before else None


def _row(article: Article, workspace: Workspace) -> dict[str, Any]:
    errors, warnings = _counts(article, workspace)
    return {
        "path": article.source.path,
        "slug": article.slug,
        "title": article.title,
        "category": article.category,
        "state": state_of(article, workspace.today),
        "seen": seen_state(article, workspace),
        "publishedAt": _day(article.published),
        "updatedAt": _day(article.updated),
        "reviewedAt": _day(article.reviewed),
        "reviewDue": _day(article.review_due),
        "overdue": article.is_overdue(workspace.today),
        "errors": errors,
        "warnings": warnings,
    }


def _counts(article: Article, workspace: Workspace) -> tuple[int, int]:
    """How many errors and warnings it has, as the build found or as they are now."""
    path = article.source.path
    if path not in workspace.problems:
        found = [problem.severity for problem in some([article.file], workspace.site)]
        workspace.problems[path] = found.count("error"), found.count("warning")
    return workspace.problems[path]


def _day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None
