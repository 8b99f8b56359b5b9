"""What of many problems is printed: the most important first, and of each kind as many as an editor can take in.

Only where words are printed: data and `--fix` need each of the lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..reading.problems import Problem

_ONCE = frozenset(
    {
        *("no-list", "no-table", "no-heading", "html-table", "columns", "joined-lines", "list-number"),
        *("pasted-comment", "page-furniture", "link-tracking", "plain-heading"),
    }
)
"""A mistake that many lines of a list or a table have, when it was pasted: its first line is enough."""
_MOST_OF_A_KIND = 10
_RANKS = ("error", "warning", "advice")


def most_important(found: Iterable[Problem]) -> list[Problem]:
    """Errors first, then warnings, then advice, each in the order of files and lines."""
    return sorted(found, key=lambda problem: (_RANKS.index(problem.severity), problem))


def one_of_a_kind(found: Sequence[Problem]) -> list[Problem]:
    """The problems with the most important first. The last that is printed of a kind says how many more the file has."""
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in most_important(found):
        alike.setdefault(_kind(problem), []).append(problem)
    kept = [
        one for problems in alike.values() for one in (_once(problems) if _is_once(problems[0]) else _first(problems))
    ]
    return most_important(kept)


def _is_once(problem: Problem) -> bool:
    return problem.rule in _ONCE or problem.severity == "advice"


def _kind(problem: Problem) -> tuple[str, ...]:
    return (problem.path, problem.severity, problem.rule, problem.fix if _is_once(problem) else "")


def _once(problems: Sequence[Problem]) -> list[Problem]:
    lines = {problem.line for problem in problems}
    more = len(lines) - 1
    also = f" The same is true of {more} more line{'s' * (more > 1)}, to line {max(lines)}."
    return [replace(problems[0], message=problems[0].message + also * (more > 0))]


def _first(problems: Sequence[Problem]) -> list[Problem]:
    more = len(problems) - _MOST_OF_A_KIND
    if more <= 0:
        return list(problems)
    last = problems[_MOST_OF_A_KIND - 1]
    also = f" And {more} more of this kind, to line {max(problem.line for problem in problems)}."
    return [*problems[: _MOST_OF_A_KIND - 1], replace(last, message=last.message + also)]
