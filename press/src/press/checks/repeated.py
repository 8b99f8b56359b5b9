"""One message for a mistake that many lines of a file have, as in a list or a table that was pasted.

Only where words are printed: data and `--fix` need each of the lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading.problems import Problem

_ONCE = frozenset(
    {
        *("no-list", "no-table", "no-heading", "html-table", "columns", "joined-lines", "list-number"),
        *("pasted-comment", "page-furniture", "link-tracking", "plain-heading"),
    }
)


def one_of_a_kind(found: Sequence[Problem]) -> Iterator[Problem]:
    """The problems, each mistake once: at its first line, with how many lines have it too, and which is the last."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in found:
        if problem.rule in _ONCE or problem.severity == "advice":
            alike.setdefault((problem.path, problem.rule, problem.fix), []).append(problem)
        else:
            yield problem
    for problems in alike.values():
        first = min(problems)
        lines = {problem.line for problem in problems}
        more = len(lines) - 1
        also = f" The same is true of {more} more line{'s' * (more > 1)}, to line {max(lines)}."
        yield replace(first, message=first.message + also * (more > 0))
