"""A text with what has exactly one right form mended: one place, all places of a rule, or all of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..checks.mending import UNCERTAIN, MendedFile, visible
from ..checks.run import some
from ..reading.errors import CommandRefused
from ..reading.mended_text import mended_text
from ..reading.problems import Problem
from .one_title import with_one_title
from .place_at_desk import place_at_desk
from .workspace import Workspace


def mend(
    workspace: Workspace,
    path: str,
    text: str,
    rule: str | None = None,
    line: int | None = None,
    column: int | None = None,
    suggested: bool = False,
) -> dict[str, Any]:
    """The text as `press check --fix` would write it. It is not kept: the desk asks its check with it.

    `suggested` writes what an editor has read and decided on, in the place of what has one right form.
    """
    workspace.keep(path, text)
    file = workspace.file(path)
    problems = [problem for problem in some([file], workspace.site) if problem.path == path]
    uncertain = next((problem for problem in problems if problem.rule in UNCERTAIN), None)
    if uncertain:
        raise CommandRefused(
            "Nothing is mended while it is uncertain what the lines are. Put right first:",
            f"{place_at_desk(uncertain, workspace.article(path))}: {uncertain.message}",
        )
    chosen = [
        replace(problem, replacement=problem.suggestion) if suggested else problem
        for problem in problems
        if rule in (None, problem.rule) and line in (None, problem.line) and column in (None, problem.column)
    ]
    after, count = mended_text(text, chosen)
    after = with_one_title(workspace, text, after) if count else after
    difference = MendedFile(path, file, text, after, count).difference() if count else ""
    return {"text": after, "count": count, "difference": difference, "kinds": _kinds(chosen) if count else []}


_BLANKS = {
    "\u00a0": "no-break space",
    "\u2007": "figure space",
    "\u2009": "thin space",
    "\u202f": "narrow no-break space",
}


def _kinds(problems: Sequence[Problem]) -> list[str]:
    """What was changed, a line for each kind: how many places, and how one of them was and is."""
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for problem in problems:
        if problem.replacement is not None and problem.end_column is not None:
            old = problem.excerpt[problem.column - 1 : problem.end_column - 1]
            by_rule[problem.rule][f"“{_shown(old)}” → “{_shown(problem.replacement)}”"] += 1
    return [
        f"{changes.total()} × {'such as ' if len(changes) > 1 else ''}{changes.most_common(1)[0][0]}"
        for changes in sorted(by_rule.values(), key=Counter.total, reverse=True)
    ]


def _shown(words: str) -> str:
    """Words in which blanks that look like a space are named, as other hidden characters are."""
    return visible("".join(f"⟨{_BLANKS[sign]}⟩" if sign in _BLANKS else sign for sign in words))
