"""Works that are told in a line, as PubMed, journals and lists of references print them."""

import re
from collections.abc import Iterator

from .read_work import DOI, SUFFIXES, ReadWork, full_pages, inverted_name, plain, title_of

_NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+")
_PMID = re.compile(
    r"\bPMID\s*:?\s*(\d{1,8})\b|pubmed\.ncbi\.nlm\.nih\.gov/(\d{1,8})|ncbi\.nlm\.nih\.gov/pubmed/(\d{1,8})", re.I
)
_PMCID = re.compile(r"\bPMC\s*:?\s*(\d{4,9})\b", re.I)
_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")
_LEFTOVERS = re.compile(
    r"\b(?:doi|PMID|PMCID|Available (?:from|at)|Retrieved from|Accessed|Free PMC article|Indexed for MEDLINE)\b\s*:?",
    re.I,
)
_ONLINE = re.compile(r"\b(?:Epub|Published online|Online ahead of print|eCollection)\b[^.;]*[.;]?", re.I)
_TRIAL = re.compile(r"\b(?:Clinical ?trials?(?:\.gov)?|Clinical Trial) (?:number|registration|gov)\b.*$", re.I)
_SUFFIX = "|".join(SUFFIXES)
_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐŁŚŠŹŻŽ]"
_NAME = rf"[^\W\d_](?:[^\W\d_]|['’. -])*?\s{_CAPITAL}(?:-?{_CAPITAL}){{0,3}}(?:,?\s(?:{_SUFFIX})\.?)?"
_ET_AL = r"et\.? ?al\.?"
_VANCOUVER_AUTHORS = re.compile(rf"(?P<authors>{_NAME}(?:,\s+{_NAME})*(?:,\s+{_ET_AL}|\s+{_ET_AL})?)\s*[.:]\s+")
_JOURNAL_LINE = re.compile(
    r"(?P<journal>[A-Z][^.;:?]*(?:\.(?!\s*\d{4}\b)[^.;:?]*)*?)[.,]?\s*"
    r"(?P<year>(?:1[89]|20)\d\d)(?:\s+(?P<month>[A-Z][a-z]{2,8})(?:[-–/][A-Z][a-z]{2,8})?(?:\s+\d{1,2}(?:[-–]\d{1,2})?)?)?\s*"
    r"(?:;\s*(?P<volume>[A-Za-z]*\s?\d(?:[\w.]*\w)?)?\s*(?:\((?P<issue>[^()]{1,30})\))?"
    r"(?:\s*:\s*(?P<pages>[A-Za-z]*\d[\w.]*(?:\s*[-–—]\s*[A-Za-z]*\d[\w.]*?)?))?)?\s*(?=$|[.,;)\s])"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}$")
_CUT_WORD = re.compile(r"[A-Z][\w-]{0,12}\.")
_APA = re.compile(
    r"(?P<authors>.+?)\s*\((?P<year>(?:1[89]|20)\d\d)[a-z]?(?:,[^)]*)?\)\.?\s+(?P<title>.+?[.?!])\s+"
    r"(?P<journal>[A-Z][^,]*(?:,\s[A-Z][^,\d]*)*),\s*(?P<volume>\d+[A-Za-z]?)\s*(?:\((?P<issue>[^)]+)\))?"
    r"(?:,\s*(?P<pages>[A-Za-z]*\d[\w.]*(?:\s*[-–—]\s*[A-Za-z]*\d\w*)?))?\s*\.?"
)
_APA_NAME = re.compile(r"([^,&]+),\s*((?:[A-Z]\.[\s-]*)+)(?:,\s*(Jr|Sr)\.?)?")
_BODY = re.compile(
    r"(?P<authors>[^.]{3,120}?)\.\s+(?P<title>[^.?!]+[.?!])(?:\s+(?P<source>.*?))??\s*(?:(?P<year>(?:1[89]|20)\d\d)\b[^.]*)?\.?\s*$"
)


def citations(text: str) -> Iterator[ReadWork]:
    """A work for each citation: for each numbered line, or else for the whole text."""
    if abstract := _abstract(text):
        yield abstract
        return
    for number, words in _parts(text):
        work = _citation(words)
        work.number = number
        yield work


def _parts(text: str) -> Iterator[tuple[int | None, str]]:
    """The citations of a list, each with its number; lines without one go on with the citation above."""
    parts: list[tuple[int | None, list[str]]] = []
    is_list = sum(bool(_NUMBER.match(line)) for line in text.splitlines()) > 1
    for line in text.splitlines():
        found = _NUMBER.match(line)
        if not line.strip():
            continue
        if found or not parts or (not is_list and _begins_citation(line) and _is_whole(parts[-1][1])):
            digits = next((group for group in found.groups() if group), None) if found else None
            parts.append((int(digits) if digits else None, []))
        parts[-1][1].append(line[found.end() :] if found else line)
    for number, lines in parts:
        yield number, plain(" ".join(lines))


def _begins_citation(line: str) -> bool:
    return bool(_VANCOUVER_AUTHORS.match(line.strip()) or _APA.match(line.strip()))


def _is_whole(lines: list[str]) -> bool:
    """Whether what was read so far is a citation that ends: with a year behind its title, or an identifier."""
    words = " ".join(lines)
    return bool(_JOURNAL_LINE.search(words) or _APA.search(words) or DOI.search(words))


def _citation(words: str) -> ReadWork:
    work = ReadWork()
    rest = _with_identifiers(work, words)
    match = _VANCOUVER_AUTHORS.match(rest)
    apa = _APA.match(rest)
    if apa and _APA_NAME.match(apa["authors"]):
        _read_apa(work, apa)
    elif match and _read_vancouver(work, match["authors"], rest[match.end() :]):
        pass
    elif journal := _read_without_authors(rest):
        _read_body_with_journal(work, *journal)
    elif rest:
        _read_body(work, rest)
    if left := _left_out(work, rest):
        work.doubts.append(f"Left out: “{' '.join(left)}”. Write it as a note if readers have to know it.")
    return work


def _left_out(work: ReadWork, rest: str) -> list[str]:
    """The words of a citation that are in no part of the work and in no doubt."""
    parts = (*work.authors, work.title, work.journal, work.source, work.issue, work.volume, work.pages, *work.doubts)
    told = {word.casefold() for word in _WORD.findall(" ".join(parts))}
    # The month stands before the volume of a journal, of which the year is kept.
    return [
        word
        for word in _WORD.findall(rest)
        if word.casefold() not in told and not (work.kind == "article" and _MONTH.match(word))
    ]


def _with_identifiers(work: ReadWork, words: str) -> str:
    """Note the identifiers of a citation. What is left of it."""
    if found := DOI.search(words):
        work.doi = found[1]
    if pmid := _PMID.search(words):
        work.pmid = pmid[1] or pmid[2] or pmid[3]
    elif re.fullmatch(r"\s*\d{7,8}\s*", words):
        work.pmid = words.strip()
    if pmcid := _PMCID.search(words):
        work.pmcid = f"PMC{pmcid[1]}"
    urls = [url[0] for url in _URL.finditer(words) if not re.search(r"doi\.org/|ncbi\.nlm\.nih\.gov/", url[0])]
    if urls and not work.doi and not work.pmid:
        work.url = urls[0]
    rest = re.sub(
        r"\[Indexed for MEDLINE\]|\[PubMed\]|\[Google Scholar\]|\[CrossRef\]|\[Internet\]|\[cited [^\]]*\]", "", words
    )
    rest = _URL.sub("", rest)
    for pattern in (re.compile(rf"(?:doi\s*:?\s*)?{DOI.pattern}", re.I), _PMID, _PMCID, _ONLINE, _LEFTOVERS):
        rest = pattern.sub("", rest)
    rest = re.sub(r"(?:\s*[.;:,])+\s*$", ".", " ".join(rest.split()))
    return "" if re.fullmatch(r"[\d\s.;:,]*", rest) else rest


def _read_apa(work: ReadWork, found: re.Match[str]) -> None:
    names = [
        inverted_name(", ".join(filter(None, (name[1].strip(" .…"), name[2], name[3]))))
        for name in _APA_NAME.finditer(found["authors"])
    ]
    work.kind, work.authors = "article", names
    if "et al" in found["authors"] or "…" in found["authors"] or ". . ." in found["authors"]:
        work.authors.append("et al")
    work.year, work.title = found["year"], title_of(found["title"])
    work.journal, work.volume, work.issue = plain(found["journal"]), found["volume"], plain(found["issue"] or "")
    work.pages = full_pages(found["pages"] or "")


def _read_vancouver(work: ReadWork, authors: str, rest: str) -> bool:
    """Authors, title, journal, year; volume(issue):pages. Whether it was read."""
    found = _journal(rest)
    if found is None:
        return False
    begin, line = found
    work.kind = "article"
    work.authors = _vancouver_names(authors)
    work.title = title_of(rest[:begin])
    _read_journal(work, line)
    left = rest[line.end() :].strip(" .;,")
    if re.search(r"[^\W\d_]{2}", left):
        work.doubts.append(f"Left out: “{left}”. Write it as a note if readers have to know it.")
    return True


def _journal(rest: str) -> tuple[int, re.Match[str]] | None:
    """Where the journal begins behind a title, and its line. It is the last sentence before the year, abbreviated or not."""
    begins = [end.end() for end in re.finditer(r"[.?!]\s+", rest)]
    lines = [(i, line) for i, begin in enumerate(begins) if (line := _JOURNAL_LINE.match(rest, begin))]
    # Behind a line with volume and pages there may be notes, on another paper among them.
    whole = [(i, line) for i, line in lines if line["volume"] and line["pages"]]
    chosen = [one for one in whole if one[1].end() == whole[0][1].end()] or [
        (i, line) for i, line in lines if line["volume"] or line.end() >= len(rest.rstrip(" ."))
    ]
    if not chosen:
        return None
    last, line = chosen[-1]
    # In `Am. J. Psychiatry.` what looks like sentences are words of one journal.
    while last and _CUT_WORD.fullmatch(rest[begins[last - 1] : begins[last]].strip()):
        last -= 1
    return begins[last], _JOURNAL_LINE.match(rest, begins[last]) or line


def _vancouver_names(authors: str) -> list[str]:
    joined = re.sub(rf",?\s({_SUFFIX})\.?(?=,|\s|$)", r" \1", re.sub(rf",?\s+{_ET_AL}$", "", authors))
    names = [plain(name) for name in re.split(r",\s+", joined)]
    return [*names, "et al"] if re.search(rf"{_ET_AL}$", authors) else names


def _read_journal(work: ReadWork, line: re.Match[str]) -> None:
    work.journal, work.year = plain(line["journal"]).rstrip("."), line["year"]
    work.volume, work.issue = plain(line["volume"] or ""), plain(line["issue"] or "")
    work.pages = full_pages(line["pages"] or "")


def _read_without_authors(rest: str) -> tuple[str, str, re.Match[str]] | None:
    """A body or nobody, a title, and a journal with volume: `Title. Am J Psychiatry. 2013;170(10):1134-42.`"""
    found = _journal(rest)
    if found is None or not found[1]["volume"] or not (found[1]["pages"] or found[1]["issue"]):
        return None
    before = rest[: found[0]].strip()
    body = re.match(r"([^.?!]{3,120})\.\s+(\S.*)", before)
    return (body[1], body[2], found[1]) if body else ("", before, found[1])


def _read_body_with_journal(work: ReadWork, body: str, title: str, line: re.Match[str]) -> None:
    work.kind, work.title = "article", title_of(title)
    if body:
        work.authors = [plain(body)]
        work.doubts.append(f"“{plain(body)}” was read as the author. Say so if it is part of the title.")
    _read_journal(work, line)


def _read_body(work: ReadWork, rest: str) -> None:
    """What is in no journal: a body, a title, and where it stands."""
    found = _BODY.match(rest)
    if found is None or len(rest.split()) < 4:
        work.doubts.append(f"This could not be read as a citation: {rest}")
        return
    work.kind, work.title = "web page", title_of(found["title"])
    work.authors = [plain(found["authors"])]
    work.source, work.year = plain(found["source"] or "").strip(" .;,"), found["year"] or ""
    work.doubts.append(
        f"Read as: who published it “{work.authors[0]}”, title “{work.title}”"
        + (f", where “{work.source}”" if work.source else "")
        + ". Compare it, and say which kind it is: “web page” stands there now."
    )


def _abstract(text: str) -> ReadWork | None:
    """The page of a work as PubMed saves it as text: the journal's line, the title, the authors, each a paragraph."""
    parts = [plain(part) for part in re.split(r"\n\s*\n", text.strip())]
    line = _JOURNAL_LINE.match(_NUMBER.sub("", parts[0])) if len(parts) > 2 else None
    if line is None or not line["volume"]:
        return None
    names = re.sub(r"\(\d+(?:\)\(\d+)*\)|\[\d+\]|\d+(?=,|\.|$)", "", parts[2]).rstrip(". ")
    if not re.fullmatch(rf"{_NAME}(?:,\s+{_NAME})*", names):
        return None
    work = ReadWork(kind="article", title=title_of(parts[1]), authors=_vancouver_names(names))
    _read_journal(work, line)
    identifiers = [part for part in parts if re.match(r"(?:DOI|PMID|PMCID)\b", part)]
    _with_identifiers(work, " ".join([parts[0], *identifiers]))
    return work
