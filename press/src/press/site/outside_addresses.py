"""Every address of another site that readers are sent to, and where it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from ..content.references import Work
from ..markdown.parsed_page import ParsedPage
from ..markdown.references import addresses_in
from ..reading.source_file import SourceFile
from .site import Site

_WRITTEN = re.compile(r"https?://[^\s<>\"'\]]*[^\s<>\"'\].,;:)]")
_EXAMPLES = re.compile(r"(?:^|\.)(?:example|invalid|localhost|test|example\.(?:com|net|org))$")
"""Hosts that stand for any host."""
_LISTS = ("glossary.yml", "hazards.yml", "recalls.yml", "calculator-reviews.yml", "people.yml")


@dataclass(frozen=True)
class WrittenAddress:
    """One place of an address."""

    address: str
    path: str
    line: int


def outside_addresses(site: Site) -> dict[str, list[WrittenAddress]]:
    """Each address once, without what stands behind its #, with its places in the order of the files."""
    found: dict[str, list[WrittenAddress]] = {}
    for written in (*_of_pages(site), *_of_works(site), *_of_lists(site)):
        places = found.setdefault(urldefrag(written.address).url, [])
        if (written.path, written.line) not in {(place.path, place.line) for place in places}:
            places.append(written)
    return {address: places for address, places in found.items() if _is_outside(address)}


def _is_outside(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return bool(host) and not _EXAMPLES.search(host)


def _of_pages(site: Site) -> Iterator[WrittenAddress]:
    for article in site.project.articles:
        yield from _of_page(site.parsed(article))
    for page in site.addresses.files:
        docs = site.docs_page(page) if page not in site.articles else None
        if docs is not None:
            yield from _of_page(docs.parsed)


def _of_page(page: ParsedPage) -> Iterator[WrittenAddress]:
    for link in page.links:
        url = link.target.url or ""
        if link.target.page is None and url.startswith(("http://", "https://")):
            yield WrittenAddress(url, page.source.path, link.line)
    for reference in page.written_references:
        for address in addresses_in(reference.text):
            yield WrittenAddress(address, page.source.path, reference.line)


def _of_works(site: Site) -> Iterator[WrittenAddress]:
    source = site.references.source
    for work in site.references.works.values():
        for address in _identifiers(work):
            yield WrittenAddress(address, source.path if source else "", work.place.key_line if work.place else 1)


def _identifiers(work: Work) -> Iterator[str]:
    """The page of the work: where it has a DOI, that alone, for the others lead to the same."""
    if work.doi:
        yield from addresses_in(f"doi:{work.doi}")
    elif work.pmid:
        yield from addresses_in(f"PMID {work.pmid}")
    elif work.pmcid:
        yield from addresses_in(work.pmcid)
    if work.url:
        yield work.url


def _of_lists(site: Site) -> Iterator[WrittenAddress]:
    for name in _LISTS:
        file = site.project.content / name
        if file.is_file():
            source = SourceFile(site.project.shown(file), file.read_text("utf-8", "replace"))
            for number, line in enumerate(source.lines, start=1):
                yield from (WrittenAddress(found[0], source.path, number) for found in _WRITTEN.finditer(line))
