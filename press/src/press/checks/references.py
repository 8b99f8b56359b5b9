"""References: identifiers in their right form, every one cited, every citation listed."""

import re
from collections.abc import Iterator

from ..markdown.references import NumberedReference
from ..reading.problems import Problem
from . import cited_keys
from .checked_page import CheckedPage

_SAYS_DOI = re.compile(r"(?i)\bdoi\b[:\s]*\S*")
_SAYS_PMID = re.compile(r"(?i)\bpmid\b[:\s]*\S*")
_PMCID = re.compile(r"\bPMC\d+\b")
_FINDS_IT = re.compile(r"(?i)\bdoi\b|\b10\.\d{4,9}/|\bpmid\b|\bPMC\d|https?://|\bwww\.|\bisbn\b|\bNCT\d{8}\b")
# A citation in an article without a list; [x] and [ ] are boxes, [^1] is a note.
_LOOKS_CITED = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*(?:,\s*(?:sections?|tables?|pages?)\b[^\[\]]*)?\]")
_NO_COMMA = re.compile(r"\[(\d{1,3}) ((?:sections?|tables?|figures?|pages?|box|chapters?|annex|part) [^\[\]]{1,80})\]")
_NUMBER_BEHIND_PART = re.compile(r"^(.*), *(\d{1,3})$")

# No paper's own number stands in a remedy: it would be pasted, and lead readers to that paper.
_DOI_REMEDY = (
    "Write doi: and behind it, without a space, what the publisher prints: 10. with a number, a slash and the rest."
)
_PMID_REMEDY = "Write PMID, a space and the number of the paper in PubMed: figures alone, at most eight."


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rules of one article."""
    if page.article is None:
        return
    parsed = page.parsed
    yield from cited_keys.problems(page)
    yield from _parts(page)
    written = parsed.written_references
    known = {reference.number for reference in written}
    if not known:
        yield from _without_list(page)
        return
    yield from _identifiers(page)
    if written[0].number != 1:
        yield page.problem(written[0].line, 1, "reference-number", "The list does not begin at 1.", "Begin it at 1.")
    for citation in parsed.citations:
        numbers = [number for part in citation.parts if not part.key for number in part.numbers]
        absent = [number for number in numbers if number not in known]
        if absent or any(not part.key and not part.numbers for part in citation.parts):
            missing = ", ".join(map(str, absent)) or "this range"
            yield page.problem(
                citation.line,
                citation.column,
                "reference-absent",
                f"Reference {missing} is cited here and is not in the list, which has {len(known)}.",
                "Add the reference, or correct the number.",
            )
    cited = {number for citation in parsed.citations for number in citation.numbers}
    if not cited:
        first = written[0]
        yield page.problem(
            first.line,
            1,
            "reference-uncited",
            "None of the references is cited in the text.",
            "Write [1] in the text where a statement rests on reference 1.",
            "warning",
        )
        return
    for reference in written:
        if reference.number not in cited:
            yield page.problem(
                reference.line,
                1,
                "reference-uncited",
                f"Reference {reference.number} is never cited.",
                f"Write [{reference.number}] where a statement rests on it, or remove it.",
                "warning",
            )


def _without_list(page: CheckedPage) -> Iterator[Problem]:
    by_key = bool(page.parsed.references)
    for text in page.parsed.texts:
        if text.in_heading:
            continue
        for found in _LOOKS_CITED.finditer(text.words):
            yield page.problem(
                text.line,
                text.column + found.start(),
                "reference-absent",
                f"{found[0]} cites by number, and the other works of this article are cited by key."
                if by_key
                else f'{found[0]} cites a reference, and the article has no numbered list under "References".',
                "Write the key of the work, as [@daly-2019]; Reference at the desk puts it in."
                if by_key
                else "Add ## References with a list 1. 2. 3. at the end.",
            )


def _parts(page: CheckedPage) -> Iterator[Problem]:
    """Sections and tables that are cited in a form which can be misread, or not read at all."""
    for citation in page.parsed.citations:
        for cited in citation.parts:
            if found := _NUMBER_BEHIND_PART.search(cited.part):
                yield page.problem(
                    citation.line,
                    citation.column,
                    "reference-part",
                    f'Is {found[2]} in "{cited.part}" a reference or a part of the one before it?',
                    f'Write "{found[1]}; {found[2]}" for a reference, "{found[1]} and {found[2]}" for a part.',
                )
    for text in page.parsed.texts:
        if text.in_heading or text.in_references:
            continue
        for found in _NO_COMMA.finditer(text.words):
            yield page.problem(
                text.line,
                text.column + found.start(),
                "reference-part",
                f"A comma is missing in {found[0]}; it is not read as a citation.",
                f"Write [{found[1]}, {found[2]}].",
            )


def _identifiers(page: CheckedPage) -> Iterator[Problem]:
    seen: dict[str, NumberedReference] = {}
    for reference in page.parsed.written_references:
        line = page.source.line(reference.line)
        for what, pattern, right, remedy in (
            ("DOI", _SAYS_DOI, reference.doi, _DOI_REMEDY),
            ("PMID", _SAYS_PMID, reference.pmid, _PMID_REMEDY),
        ):
            written = pattern.search(reference.text)
            if written and not right:
                yield page.problem(
                    reference.line,
                    max(1, line.find(written[0]) + 1),
                    "reference-identifier",
                    f'"{written[0]}" is not a {what}.',
                    remedy,
                )
            key = f"{what} {right.lower()}" if right else ""
            if key and key in seen:
                yield page.problem(
                    reference.line,
                    1,
                    "reference-twice",
                    f"Reference {reference.number} has the same {what} as reference {seen[key].number}.",
                    "Keep one, and cite it in both places.",
                )
            elif key:
                seen[key] = reference
        if not _FINDS_IT.search(reference.text):
            yield page.problem(
                reference.line,
                1,
                "reference-identifier",
                f"Reference {reference.number} has no DOI, no number in PubMed and no address: readers cannot find it.",
                "Look it up, and write its DOI or PMID. What nobody can look up, as a personal communication, is no reference: "
                "say in the text who said it.",
                "warning",
            )
        if (wrong := _PMCID.search(reference.text)) and not reference.pmid and not reference.doi:
            yield page.problem(
                reference.line,
                max(1, line.find(wrong[0]) + 1),
                "reference-identifier",
                f"{wrong[0]} is a PMCID.",
                "Give the DOI or the PMID as well.",
                "warning",
            )
