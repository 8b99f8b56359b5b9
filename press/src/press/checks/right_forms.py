"""The right form of lines that make no list, no heading or no link, where there is exactly one."""

import re
from dataclasses import replace

from ..reading.problems import Problem

_NO_BREAK = "\u00a0\u2007\u2009\u202f"
_FORMS = (
    # Bullets of Word and of other programs; an arrow or a dash may be part of the words.
    ("no-list", re.compile(rf"(?:[•·●▪‣◦]|[o§Øü](?=\t| {{2}}))[ \t{_NO_BREAK}]*"), "- "),
    ("no-list", re.compile(rf"([-+*]|\d{{1,3}}[.)])[ \t{_NO_BREAK}]*[{_NO_BREAK}][ \t{_NO_BREAK}]*"), r"\1 "),
    ("no-list", re.compile(r"(-|\d{1,3}[.)])(?=[^\W\d_])"), r"\1 "),
    ("no-heading", re.compile(r"(#{1,6})(?=[^\s#\d])"), r"\1 "),
    ("no-heading", re.compile(rf"(#{{1,6}})[ \t{_NO_BREAK}]*[{_NO_BREAK}][ \t{_NO_BREAK}]*"), r"\1 "),
)
_DOI = re.compile(
    r"(?<![(\[<\w])(?:doi:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s\"<>()\[\]]*[^\s\"<>()\[\].,;:])",
    re.IGNORECASE,
)

_NOT_SURELY_ALL = re.compile(r"[?#]|pmid|pmc|/(?:full|abstract|pdf|epdf)$|doi\.org", re.IGNORECASE)
"""Something that is no part of a DOI: what stands around it may have run into it."""
_PMID = re.compile(
    r"(?<![\w(\[<])PMID(?:[\s:#.]|no\b|number\b)*(\d{1,8})(?![\w-])",
    re.IGNORECASE,
)


def with_right_form(problem: Problem) -> Problem:
    """The problem with what has to stand at its place, if that is certain."""
    if problem.replacement is not None:
        return problem
    if problem.rule == "reference-identifier":
        return _identified(problem, _DOI, "doi:") or _identified(problem, _PMID, "PMID ") or problem
    for rule, pattern, right in _FORMS:
        found = pattern.match(problem.excerpt, problem.column - 1) if rule == problem.rule else None
        if found:
            return replace(problem, end_column=found.end() + 1, replacement=found.expand(right))
    return problem


def _identified(problem: Problem, written: re.Pattern[str], before: str) -> Problem | None:
    """With the identifier that stands at this place, if it is surely whole; the one in a link between brackets stays."""
    for found in written.finditer(problem.excerpt):
        behind = problem.excerpt[found.end() : found.end() + 1]
        if (
            found.start() < problem.column <= found.end()
            and behind not in tuple("([<")
            and not _NOT_SURELY_ALL.search(found[1])
        ):
            right = f"{before}{found[1]}"
            return replace(
                problem, column=found.start() + 1, end_column=found.end() + 1, replacement=right, fix=f"Write {right}"
            )
    return None
