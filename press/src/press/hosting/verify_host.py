"""Compares what a host sends with the site as it was built: every file, with what else has to be right about it."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from ..reading.errors import CommandRefused
from .answer import Answer, answer
from .header_rules import FILE as HEADERS
from .header_rules import HeaderRules, header_rules
from .page_changes import change

type Kind = Literal["changed", "missing", "redirected", "unreachable", "type", "header"]

_AT_ONCE = 4
"""Requests at the same time: a host must not take this for an attack."""
_NO_SUCH_PAGE = "no-such-page-of-this-site/"
# Files for the host, and files that it sends in the place of others.
_NOT_ASKED_FOR = (".br", ".gz")
# What a browser refuses under another type, or takes for something else. A part will do: feeds have types of their own.
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "javascript",
    ".json": "json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".xml": "xml",
}


@dataclass(frozen=True)
class BuiltFile:
    """A file of the built site, and the address at which readers get it, relative to the site."""

    address: str
    digest: str
    path: Path


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was built. `what` is the same for all files of which the same is to be said."""

    kind: Kind
    address: str
    what: str


@dataclass(frozen=True)
class Verdict:
    """All that was found, and how many files were asked for."""

    files: int
    findings: tuple[Finding, ...]


def verify_host(url: str, site: Path, fetched: Callable[[str], Answer] = answer) -> Verdict:
    """Ask a host for every file of a built site. Raises CommandRefused where there is nothing to compare."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise CommandRefused(f'"{url}" is no address of a site; write it as https://guidance.example.org/')
    files = built_files(site)
    if not files:
        raise CommandRefused(f"there is no built site in {site}: build the edition that is published there first.")
    root = url if url.endswith("/") else f"{url}/"
    first = fetched(root)
    if first.status is None:
        raise CommandRefused(f"{root} does not answer: {first.trouble}.")
    rules = header_rules(site)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda file: list(_findings(file, root, rules, fetched)), files)
        findings = [finding for one in found for finding in one]
    return Verdict(len(files), (*findings, *_unknown_address(root, fetched)))


def built_files(site: Path) -> tuple[BuiltFile, ...]:
    """What readers can ask a host for."""
    paths = sorted(path for path in site.rglob("*") if path.is_file()) if site.is_dir() else []
    asked = [path for path in paths if path.suffix not in _NOT_ASKED_FOR and path.name != HEADERS]
    # The page for what is not there is asked for in another way.
    return tuple(_built(path, site) for path in asked if path != site / "404.html")


def _built(path: Path, site: Path) -> BuiltFile:
    address = path.relative_to(site).as_posix().removesuffix("index.html")
    return BuiltFile(quote(address), sha256(path.read_bytes()).hexdigest(), path)


def _findings(file: BuiltFile, root: str, rules: HeaderRules, fetched: Callable[[str], Answer]) -> Iterator[Finding]:
    url = urljoin(root, file.address)
    name = file.address or "the first page"
    sent = fetched(url)
    if sent.status is None:
        yield Finding("unreachable", name, f"did not arrive: {sent.trouble}")
    elif 300 <= sent.status < 400:
        yield Finding("redirected", name, f"leads to {', '.join(sent.sent('Location')) or 'another address'}")
    elif sent.status != 200:
        yield Finding("missing", name, f"is answered with status {sent.status}")
    else:
        if sha256(sent.body).hexdigest() != file.digest:
            yield Finding("changed", name, change(file.path.name, file.path.read_bytes(), sent.body))
        yield from _header_findings(file, name, urlsplit(url).path, rules, sent)


def _header_findings(file: BuiltFile, name: str, path: str, rules: HeaderRules, sent: Answer) -> Iterator[Finding]:
    asked = rules.of(path)
    expected = _TYPES.get(file.path.suffix, "")
    got = ", ".join(sent.sent("Content-Type")) or "no type"
    if expected not in got.lower():
        yield Finding("type", name, f"is sent as {got}, not as {expected}")
    for header in asked:
        if header.is_among(sent.sent(header.name)):
            continue
        other = "; ".join(sent.sent(header.name))
        yield Finding("header", name, f"{header.name} is {other if other else 'missing'}, not {header.value}")


def _unknown_address(root: str, fetched: Callable[[str], Answer]) -> Iterator[Finding]:
    """A host that answers everything with a page hides that a file is gone."""
    sent = fetched(urljoin(root, _NO_SUCH_PAGE))
    if sent.status != 404:
        yield Finding("missing", _NO_SUCH_PAGE, f"does not exist, and is answered with status {sent.status}, not 404")


_TITLES: dict[Kind, str] = {
    "unreachable": "Did not arrive",
    "missing": "Missing",
    "redirected": "Redirected",
    "changed": "Changed on the way",
    "type": "Wrong content type",
    "header": "Headers that `_headers` asks for",
}
_ADVICE: dict[Kind, str] = {
    "unreachable": "Try again. If it stays so, look into the host's log.",
    "missing": "Copy the whole of the built site to the host, with nothing left out.",
    "redirected": "Take back redirects of the host that the site does not need.",
    "changed": "Publish this build whole, empty the host's cache, and switch off whatever rewrites files: minifiers, "
    "analytics, hiding of mail addresses, rewriting of links. Until then browsers keep nothing for offline use.",
    "type": "Tell the host the types of these files.",
    "header": "Tell the host in its own words; MAINTAINING.md has the recipes.",
}
_SHOWN = 5


def as_text(verdict: Verdict) -> str:
    """The verdict for a maintainer, the gravest first; what is true of many files is said once."""
    wrong = len({finding.address for finding in verdict.findings if finding.kind != "header"})
    lines = [f"{verdict.files} files asked for: {max(0, verdict.files - wrong)} as they were built, {wrong} not."]
    for kind, title in _TITLES.items():
        found = [finding for finding in verdict.findings if finding.kind == kind]
        if not found:
            continue
        lines += ["", f"{title}:"]
        for what, times in Counter(finding.what for finding in found).most_common():
            names = [finding.address for finding in found if finding.what == what]
            more = f" and {times - _SHOWN} more" if times > _SHOWN else ""
            lines.append(f"  {', '.join(names[:_SHOWN])}{more}: {what}")
        lines.append(f"  Fix: {_ADVICE[kind]}")
    return "\n".join(lines) + "\n"
