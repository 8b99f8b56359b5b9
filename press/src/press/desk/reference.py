"""A reference that was pasted becomes an entry of content/references.yml, or the key of one that is there already."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..content.reference_words import printed
from ..content.references import FILE, Work
from ..markdown.citations import keys_in
from ..reading.errors import CommandRefused
from .read_work import ReadWork, full_pages
from .reference_citations import citations
from .reference_entry import as_work, entry_text, journal_of, key_of, shown_authors, without_unfit_lines
from .reference_records import records
from .workspace import Workspace

_LOOK = (
    "New in our list of works. You can hand in the article as it is: before it is published, whoever looks after the "
    "site looks up each new work, and notes there where and on which day, and whether it is retracted."
)
_LONGEST = 200_000


def reference(workspace: Workspace, text: str, article: str = "") -> dict[str, Any]:
    """The first work of a pasted text: its key, the entry where it is new, its line in the list, and what is doubtful."""
    found = references(workspace, text, article)
    if len(found) > 1:
        found[0]["doubts"].append(f"The text holds {len(found)} works. This is the first.")
    return found[0]


def references(workspace: Workspace, text: str, article: str = "") -> list[dict[str, Any]]:
    """Every work of a pasted text, as from a list of references, each with the number that it has there."""
    if len(text) > _LONGEST:
        raise CommandRefused("This is too long for a list of references. Paste the list alone.")
    works = records(text) or list(citations(text))
    if not works:
        raise CommandRefused("Paste a citation, a DOI, or a record of PubMed, RIS or BibTeX.")
    known = dict(workspace.site.references.works)
    broken = workspace.site.references.broken
    cited = keys_in(article)
    found = []
    for work in works:
        one, new = _one(work, known, broken, workspace)
        if new is not None:
            known[new.key] = new
        found.append({**one, "number": work.number, "cited": one["key"] in cited})
    return found


def _one(
    work: ReadWork, known: Mapping[str, Work], broken: frozenset[str], workspace: Workspace
) -> tuple[dict[str, Any], Work | None]:
    there = _same(work, known)
    if there is not None:
        doubts = [*work.doubts, *_differences(work, there, workspace)]
        if there.key not in _published(workspace):
            # Added at the desk before: what is told of it is the same each time that it is pasted.
            others = {key: one for key, one in known.items() if key != there.key}
            doubts = [*_doubts_of_new(work, there.key, others, workspace), *_differences(work, there, workspace)]
        return _reply(there.key, None, printed(there), doubts), None
    if not work.has_words:
        return _reply(None, None, "", [*work.doubts, *_nothing_but(work)]), None
    key = key_of(work, {*known, *broken})
    doubts = _doubts_of_new(work, key, known, workspace)
    entry = entry_text(key, work, workspace.today.isoformat())
    new = as_work(entry)
    return _reply(key, entry, printed(new), doubts), new


def _doubts_of_new(work: ReadWork, key: str, known: Mapping[str, Work], workspace: Workspace) -> list[str]:
    doubts = [*work.doubts, *_doubts(work, known)]
    doubts += without_unfit_lines(work, key, workspace.today.isoformat()).values()
    return [*doubts, _LOOK]


def _published(workspace: Workspace) -> frozenset[str]:
    """The keys that the list of works had before anything was added at the desk."""
    text = workspace.published(workspace.project.shown(workspace.project.content / FILE)) or ""
    return frozenset(re.findall(r"(?m)^([^\s#:][^:\n]*):", text))


def _reply(key: str | None, entry: str | None, line: str, doubts: list[str]) -> dict[str, Any]:
    return {"key": key, "entry": entry, "line": line, "doubts": doubts}


def _same(work: ReadWork, known: Mapping[str, Work]) -> Work | None:
    """The work with the same DOI, PMID or PMCID; or else with the same title and year."""
    for name in ("doi", "pmid", "pmcid"):
        given = getattr(work, name).casefold()
        found = next((one for one in known.values() if given and (getattr(one, name) or "").casefold() == given), None)
        if found is not None:
            return found
    title = _letters(work.title)
    return next(
        (
            one
            for one in known.values()
            if title and _letters(one.title) == title and work.year in ("", str(one.year or "")) and _may_be(work, one)
        ),
        None,
    )


def _may_be(work: ReadWork, there: Work) -> bool:
    """Whether no identifier says that these are two works."""
    return not any(
        (given := getattr(work, name)) and (has := getattr(there, name)) and given.casefold() != has.casefold()
        for name in ("doi", "pmid", "pmcid")
    )


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _differences(work: ReadWork, there: Work, workspace: Workspace) -> list[str]:
    """What the pasted text tells otherwise than our entry, which stays as it is."""
    said = []
    details = [name for name, is_so in _other_details(work, there) if is_so]
    if details:
        said.append(
            f"Our list has this work, and readers see our entry: “{printed(there)}”. Your text has other "
            f"{' and '.join(details)}: “{_as_printed(work, there.key, workspace)}”. If yours is right or tells more, "
            "write that to whoever looks after the site when you hand in."
        )
    if work.title and _letters(work.title) != _letters(there.title):
        said.append(f"Our entry has another title: “{there.title}”. The text has “{work.title}”.")
    if work.year and there.year and work.year != str(there.year):
        said.append(f"Our entry has the year {there.year}, the text {work.year}.")
    if work.pmid and there.pmid and work.pmid != there.pmid:
        said.append(f"Our entry has the PMID {there.pmid}, the text {work.pmid}.")
    if work.doi and there.doi and work.doi.casefold() != there.doi.casefold():
        said.append(f"Our entry has the DOI {there.doi}, the text {work.doi}.")
    if work.is_retracted and not there.is_retracted:
        said.append("The text says that this work is retracted, and our entry does not.")
    return said


def _other_details(work: ReadWork, there: Work) -> list[tuple[str, bool]]:
    named = [name for name in shown_authors(work.authors) if name != "et al"]
    return [
        ("authors", tuple(named) != there.authors[: len(named)]),
        ("volume", bool(work.volume) and work.volume != there.volume),
        ("pages", bool(work.pages) and work.pages != full_pages(there.pages)),
    ]


def _as_printed(work: ReadWork, key: str, workspace: Workspace) -> str:
    """The work as the text tells it, in the form of our list."""
    given = replace(work, authors=list(work.authors))
    today = workspace.today.isoformat()
    without_unfit_lines(given, key, today)
    return printed(as_work(entry_text(key, given, today)))


def _nothing_but(work: ReadWork) -> list[str]:
    """What to do with a number alone: nothing is looked up here, and nothing invented."""
    if work.doi:
        return [
            f"This is a DOI alone, and no work of ours has it. Open https://doi.org/{work.doi}, copy the citation that "
            "stands there, and paste it with the DOI."
        ]
    if work.pmid:
        return [
            f"This is a number of PubMed alone, and no work of ours has it. Open https://pubmed.ncbi.nlm.nih.gov/{work.pmid}/, "
            "choose Cite, copy, and paste that."
        ]
    if work.pmcid:
        return [
            f"This is a number alone. Open https://pmc.ncbi.nlm.nih.gov/articles/{work.pmcid}/, and copy the citation."
        ]
    return [] if work.doubts else ["No title could be read. Paste the whole citation."]


def _doubts(work: ReadWork, known: Mapping[str, Work]) -> list[str]:
    """What a reader of the list would miss, or could be wrong; the journal gets the abbreviation that our file has."""
    said = []
    if work.journal:
        journals = list(dict.fromkeys(one.journal for one in known.values() if one.journal))
        known_as = journal_of(work.journal, journals)
        if known_as is None and len(work.journal.split()) > 1 and not _looks_short(work.journal):
            said.append(f"“{work.journal}” may be a full name. Our list has journals as PubMed abbreviates them.")
        work.journal = known_as or work.journal
    absent = [name for name in ("authors", "year") if not getattr(work, name)]
    if work.kind == "article":
        absent += [name for name in ("journal", "volume") if not getattr(work, name)]
        if not work.doi and not work.pmid:
            said.append("It has neither DOI nor PMID, so that nobody can find it by a number.")
    if absent:
        said.append(f"The text does not tell: {', '.join(absent)}.")
    if work.is_retracted:
        said.append("The record says that this work is RETRACTED. Do not cite it as evidence.")
    if work.is_corrected:
        said.append("The record says that a correction was published. Read it.")
    if work.title.isupper():
        said.append("The title is in capital letters. Type it as a sentence.")
    return said


def _looks_short(journal: str) -> bool:
    """Whether words are cut off as PubMed cuts them: `J Clin Psychopharmacol`."""
    return not re.search(r"\b(?:Journal|of|the|and|American|British|European|International|Clinical|Annals)\b", journal)
