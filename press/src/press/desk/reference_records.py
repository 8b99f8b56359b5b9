"""Records of works as reference managers and PubMed give them: BibTeX, RIS and nbib."""

import re
from collections.abc import Iterator, Mapping

from .read_work import ReadWork, doi_of, full_pages, inverted_name, name_in_order, plain, title_of

_TAGGED = re.compile(r"^(?P<tag>[A-Z][A-Z0-9]{1,3}) *- ?(?P<value>.*)$")
_RIS_KINDS = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "NEWS", "INPR", "ABST"), "article"),
    **dict.fromkeys(("BOOK", "CHAP", "EBOOK", "ECHAP", "EDBOOK"), "book"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "web page"),
    **dict.fromkeys(("CONF", "CPAPER", "SLIDE"), "poster"),
}
_BIBTEX_KINDS = {
    "article": "article", "book": "book", "inbook": "book", "incollection": "book", "online": "web page", "misc": "web page",
    "electronic": "web page", "www": "web page", "inproceedings": "poster", "conference": "poster", "proceedings": "poster",
    "unpublished": "preprint",
}  # fmt: skip
_PREPRINT_SERVERS = ("medrxiv", "biorxiv", "psyarxiv", "arxiv", "research square", "preprints.org", "ssrn")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "c": "\u0327",
    "v": "\u030c",
    "r": "\u030a",
}
_LETTERS = {
    r"\ss": "ß",
    r"\o": "ø",
    r"\O": "Ø",
    r"\ae": "æ",
    r"\AE": "Æ",
    r"\aa": "å",
    r"\AA": "Å",
    r"\l": "ł",
    r"\L": "Ł",
}


def records(text: str) -> list[ReadWork]:
    """Every record in the text; none where it is no such record."""
    if re.search(r"(?m)^\s*@\w+\s*\{", text):
        return [_of_bibtex(*entry) for entry in _bibtex_entries(text)]
    if re.search(r"(?m)^PMID *- ?\d", text):
        return [_of_nbib(tags) for tags in _tagged(text, "PMID")]
    if re.search(r"(?m)^\s*TY  ?- ?\w", text):
        return [_of_ris(tags) for tags in _tagged(text, "TY")]
    return []


def _tagged(text: str, first: str) -> Iterator[dict[str, list[str]]]:
    """Each record by its tags; a line that begins with blanks goes on with the one above it."""
    tags: dict[str, list[str]] = {}
    last = ""
    for line in text.splitlines():
        found = _TAGGED.match(line.strip() if first == "TY" else line)
        if found and found["tag"] == first and tags:
            yield tags
            tags = {}
        if found:
            last = found["tag"]
            tags.setdefault(last, []).append(found["value"].strip())
        elif line.strip() and last:
            tags[last][-1] += f" {line.strip()}"
    if tags:
        yield tags


def _of_nbib(tags: Mapping[str, list[str]]) -> ReadWork:
    def one(*names: str) -> str:
        return plain(next((tags[name][0] for name in names if name in tags), ""))

    kinds = {kind.lower() for kind in tags.get("PT", [])}
    ids = [*tags.get("LID", []), *tags.get("AID", [])]
    work = ReadWork(
        kind="preprint" if "preprint" in kinds else "article",
        authors=[plain(name) for name in (tags.get("AU") or tags.get("FAU") or [])]
        or [plain(n) for n in tags.get("CN", [])],
        year=_year(one("DP")),
        title=title_of(one("TI", "BTI")),
        journal=one("TA") or one("JT"),
        volume=one("VI"),
        issue=one("IP"),
        pages=full_pages(one("PG")),
        doi=next((doi_of(one_id) for one_id in ids if "[doi]" in one_id), ""),
        pmid=one("PMID"),
        pmcid=one("PMC"),
        is_retracted="retracted publication" in kinds or "RIN" in tags,
        is_corrected="EIN" in tags,
    )
    if not work.volume and (online := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", one("DEP"))):
        work.published = "-".join(online.groups())
    if not work.pages and (number := next((one_id for one_id in ids if "[pii]" in one_id), "")):
        # Of a paper without pages PubMed gives the number of the article here, and of others that of its publisher.
        work.doubts.append(
            f"The record has no pages. Its publisher's number is {number.removesuffix('[pii]').strip()}."
        )
    if "CN" in tags and work.authors and plain(tags["CN"][0]) not in work.authors:
        work.doubts.append(f"Written also for a group, which is left out: {plain(tags['CN'][0])}.")
    return work


def _of_ris(tags: Mapping[str, list[str]]) -> ReadWork:
    def one(*names: str) -> str:
        return plain(next((tags[name][0] for name in names if tags.get(name, [""])[0]), ""))

    given = one("TY").upper()
    work = ReadWork(
        kind=_RIS_KINDS.get(given, ""),
        authors=[inverted_name(name) for name in (tags.get("AU") or tags.get("A1") or [])],
        year=_year(one("PY", "Y1", "DA")),
        title=title_of(one("TI", "T1")),
        journal=one("JA", "J2", "JO", "T2", "JF") if _RIS_KINDS.get(given) == "article" else "",
        volume=one("VL"),
        issue=one("IS"),
        pages=full_pages("-".join(filter(None, (one("SP"), one("EP"))))) or one("C7"),
        doi=doi_of(one("DO", "M3", "UR", "L3")),
        url="",
    )
    if len(tags.get("EP", [])) and "-" in one("SP"):
        work.pages = full_pages(one("SP"))
    if pmid := re.search(r"pubmed[^\d]*(\d{5,8})|^(\d{5,8})$", " ".join((one("AN"), one("C2"), one("UR")))):
        work.pmid = pmid[1] or pmid[2]
    if not work.doi and not work.pmid:
        work.url = one("UR", "L1")
    if not work.kind:
        work.kind = "web page"
        work.doubts.append(
            f"The record calls it {given or 'nothing'}. Say which kind it is; “web page” stands there now."
        )
    if work.kind != "article":
        work.source = one("PB", "T2")
    return _with_server(work)


def _bibtex_entries(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for begin in re.finditer(r"(?m)^\s*@(\w+)\s*\{\s*([^,\s]*)\s*,", text):
        if begin[1].lower() in ("comment", "string", "preamble"):
            continue
        yield begin[1].lower(), dict(_bibtex_fields(text, begin.end()))


def _bibtex_fields(text: str, at: int) -> Iterator[tuple[str, str]]:
    """The fields of an entry from behind its key to the brace that closes it."""
    name = re.compile(r"\s*,?\s*([\w-]+)\s*=\s*")
    while found := name.match(text, at):
        at = found.end()
        if at < len(text) and text[at] in '{"':
            end = _closing(text, at)
            yield found[1].lower(), text[at + 1 : end]
            at = end + 1
        else:
            word = re.compile(r"[^,}\s]*").match(text, at)
            yield found[1].lower(), word[0] if word else ""
            at = word.end() if word else at


def _closing(text: str, at: int) -> int:
    """Where the brace or quotation mark at a place is closed; the end of the text when it is not."""
    quote, depth = text[at] == '"', 0
    for i in range(at, len(text)):
        if text[i] == "\\":
            continue
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
        if i > at and ((quote and text[i] == '"' and depth == 0) or (not quote and depth == 0)):
            return i
    return len(text)


def _of_bibtex(kind: str, fields: Mapping[str, str]) -> ReadWork:
    def one(*names: str) -> str:
        return plain(_without_latex(next((fields[name] for name in names if fields.get(name)), "")))

    work = ReadWork(
        kind=_BIBTEX_KINDS.get(kind, ""),
        authors=[*_bibtex_authors(fields.get("author", ""))],
        year=_year(one("year", "date")),
        title=title_of(one("title")),
        journal=one("shortjournal", "journal", "journaltitle") if kind == "article" else "",
        volume=one("volume"),
        issue=one("number", "issue"),
        pages=full_pages(one("pages", "eid", "article-number")),
        doi=doi_of(_without_latex(fields.get("doi", "") or fields.get("url", ""))),
        pmid=one("pmid"),
        pmcid=one("pmcid", "pmc"),
    )
    if not work.doi and not work.pmid:
        work.url = one("url")
    if not work.kind:
        work.kind = "web page"
        work.doubts.append(f"The record calls it {kind}. Say which kind it is; “web page” stands there now.")
    if work.kind != "article":
        work.source = one("publisher", "institution", "organization", "howpublished", "booktitle")
    if rest := sorted(set(re.findall(r"\\[A-Za-z]+|\$[^$]*\$", f"{work.title} {' '.join(work.authors)}"))):
        work.doubts.append(f"Signs of LaTeX are left: {', '.join(rest)}. Type what they mean.")
    return _with_server(work)


def _bibtex_authors(text: str) -> Iterator[str]:
    for name in re.split(r"\s+and\s+", " ".join(text.split())):
        if name.lower() == "others":
            yield "et al"
        elif name.startswith("{") and name.endswith("}") and "," not in name:
            yield plain(_without_latex(name))
        elif name:
            words = _without_latex(name)
            yield inverted_name(words) if "," in words else name_in_order(words)


def _without_latex(text: str) -> str:
    for code, letter in _LETTERS.items():
        text = re.sub(rf"\{{?{re.escape(code)}(?![A-Za-z])(?:\{{\}})?\s?\}}?", letter, text)
    text = re.sub(
        r"""\{?\\([`'^~"]|[cvr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?\}?""",
        lambda found: found[2] + _ACCENTS[found[1]],
        text,
    )
    text = re.sub(r"\\([&%$#_{}])", lambda found: {"{": "", "}": ""}.get(found[1], found[1]), text)
    return re.sub(r"[{}]", "", text.replace("---", "—").replace("--", "–").replace("~", " "))


def _year(text: str) -> str:
    found = re.search(r"\b(1[89]\d\d|20\d\d)\b", text)
    return found[1] if found else ""


def _with_server(work: ReadWork) -> ReadWork:
    """A preprint is told by its server, whatever the record calls it."""
    if any(server in work.journal.lower() or server in work.source.lower() for server in _PREPRINT_SERVERS):
        work.kind, work.source, work.journal = "preprint", work.journal or work.source, ""
    return work
