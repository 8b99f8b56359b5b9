"""A sentence that names an author cites that author: `Sanacora wrote … [1]` leads to Sanacora, and to nobody else."""

import re
from collections.abc import Iterator, Mapping

from ..markdown.citations import Citation
from ..reading.problems import Problem
from .checked_page import CheckedPage

_AUTHOR = re.compile(r"(?:\d+[.)]\s+)?([^\W\d_][^\W_]*(?:[-'’ ][^\W\d_]+)*?)\s+[A-Z]{1,4}\b")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\|")
_SHORTEST = 4


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article with references, written or made."""
    names = {reference.number: _first_author(reference.text) for reference in page.parsed.references}
    whole = {reference.number: reference.text for reference in page.parsed.references}
    known = {name for name in names.values() if len(name) >= _SHORTEST}
    if not known:
        return
    any_name = re.compile(rf"\b({'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})\b(?![-–])")
    for citation in page.parsed.citations:
        yield from _of_citation(citation, names, whole, any_name, page)


def _first_author(text: str) -> str:
    found = _AUTHOR.match(text)
    return found[1] if found else ""


def _of_citation(
    citation: Citation, names: Mapping[int, str], whole: Mapping[int, str], any_name: re.Pattern[str], page: CheckedPage
) -> Iterator[Problem]:
    before = page.source.line(citation.line)[: citation.column - 1]
    # What stands behind an earlier citation, or in an earlier sentence, is not about this one.
    clause = _SENTENCE_END.split(before[before.rfind("]") + 1 :])[-1]
    named = any_name.findall(clause)
    cited = " ".join(whole.get(number, "") for number in citation.numbers)
    if named and citation.numbers and not any(re.search(rf"\b{re.escape(name)}\b", cited) for name in named):
        meant = next((number for number, name in names.items() if name == named[-1]), None)
        where = f" {named[-1]} is reference {meant}." if meant else ""
        yield page.problem(
            citation.line,
            citation.column,
            "cited-name",
            f"The sentence names {named[-1]}, and the work that it cites is by {_first_author(cited) or 'somebody else'}.{where}",
            "Cite the work of the author that is named, or both.",
            "warning",
        )
