"""The commands of `press` that change an article, asked from the desk: the same code and the same refusals, in words of the desk.

Nothing leaves the browser: the files change at the desk, and are handed in like any other change.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from ketamine_calculators.wording import counted

from ..checks.run import article_problems
from ..content.articles import Article
from ..content.draft_address import address_by_title
from ..content.lifecycle import Planned, begin, found_article, publish, readable_lists, rename, review, withdraw
from ..reading.errors import CommandRefused
from ..reading.file_changes import FileChange
from ..reading.file_text import as_text
from ..reading.problems import did_you_mean
from ..site.dependents import depending_on
from .place_at_desk import place_at_desk
from .workspace import Workspace

Arguments = Mapping[str, str]
_FIRST = 3
"""So many errors are told; the list of problems has all."""


def command(workspace: Workspace, name: str, arguments: Arguments) -> dict[str, Any]:
    """What the command says and does. `files` have their texts before and after; without a text there is no file."""
    plan = _COMMANDS.get(name)
    if plan is None:
        raise CommandRefused(
            f'There is no command "{name}".{did_you_mean(name, _COMMANDS)} Use {", ".join(_COMMANDS)}.'
        )
    try:
        planned = plan(workspace, arguments)
    except CommandRefused as refused:
        raise CommandRefused(refused.at_desk) from None
    files = planned.changes.files()
    for file in files:
        workspace.keep(file.path, _text(file.after))
    return {"words": planned.at_desk, "steps": list(planned.next_at_desk), "files": [_as_data(file) for file in files]}


def _as_data(file: FileChange) -> dict[str, str | None]:
    return {"path": file.path, "text": _text(file.after), "before": _text(file.before)}


def _text(data: bytes | None) -> str | None:
    return None if data is None else as_text(data)


def _new(workspace: Workspace, given: Arguments) -> Planned:
    title, category = _needed(given, "title", "category")
    return begin(title, category, workspace.project, slug=given.get("slug", ""), author=given.get("author", ""))


def _publish(workspace: Workspace, given: Arguments) -> Planned:
    return publish(_right(workspace, given, "published"), workspace.project, _day(given, "on"))


def _review(workspace: Workspace, given: Arguments) -> Planned:
    (by,) = _needed(given, "by")
    return review(_right(workspace, given, "noted as reviewed"), workspace.project, by, _day(given, "due"))


def _rename(workspace: Workspace, given: Arguments) -> Planned:
    (new,) = _needed(given, "new")
    return rename(_article(workspace, given), new, workspace.project)


def _readdress(workspace: Workspace, given: Arguments) -> Planned:
    return address_by_title(_article(workspace, given), workspace.project)


def _withdraw(workspace: Workspace, given: Arguments) -> Planned:
    article = _article(workspace, given)
    depending = depending_on(article, workspace.site, by_title=True)
    return withdraw(article, workspace.project, given.get("reason", ""), depending)


_COMMANDS: Mapping[str, Callable[[Workspace, Arguments], Planned]] = {
    "new": _new,
    "publish": _publish,
    "review": _review,
    "rename": _rename,
    "readdress": _readdress,
    "withdraw": _withdraw,
}


def _article(workspace: Workspace, given: Arguments) -> Article:
    (slug,) = _needed(given, "slug")
    return found_article(slug, workspace.project)


def _right(workspace: Workspace, given: Arguments, done: str) -> Article:
    """The article, in which the check finds no error. Raises CommandRefused."""
    readable_lists(workspace.project)
    article = _article(workspace, given)
    errors = [problem for problem in article_problems(article, workspace.site) if problem.severity == "error"]
    if errors:
        first = [f"{place_at_desk(one, article)}: {one.message} {one.fix}".strip() for one in errors[:_FIRST]]
        more = [f"And {counted(len(errors) - _FIRST, 'error')} more."] if len(errors) > _FIRST else []
        raise CommandRefused(*(f"“{article.title}” is not {done}. Put right first:", *first, *more))
    return article


def _needed(given: Arguments, *names: str) -> tuple[str, ...]:
    for name in names:
        if not given.get(name, "").strip():
            raise CommandRefused(f"Say the {name} first.")
    return tuple(given[name].strip() for name in names)


def _day(given: Arguments, name: str) -> datetime.date | None:
    text = given.get(name, "")
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise CommandRefused(f'"{text}" is not a day; write it as 2026-06-30.') from None
