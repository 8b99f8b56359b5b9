"""The map of the site for search engines: one file, or an index of several where one would be long."""

import re
from collections.abc import Iterator, Mapping, Sequence

SITEMAP = "sitemap.xml"
_MOST = 1000
"""Pages in one file. Search engines take 50,000; a shorter one is fetched again at less cost when one page has changed."""
_ENTRY = re.compile(r"<url>.*?</url>", re.DOTALL)
_CHANGED = re.compile(r"<lastmod>([^<]+)</lastmod>")


def sitemaps(whole: str, site_url: str) -> dict[str, str]:
    """The map as it is published, by address: `whole` where it is short, else an index under its address and its parts."""
    entries = _ENTRY.findall(whole)
    if len(entries) <= _MOST:
        return {SITEMAP: whole}
    # What is around the entries is that of each part.
    head, tail = whole[: whole.index("<url>")].rstrip(), whole[whole.rindex("</url>") + len("</url>") :]
    starts = range(0, len(entries), _MOST)
    parts = {f"sitemap-{number}.xml": entries[start : start + _MOST] for number, start in enumerate(starts, start=1)}
    index = "\n".join(_index(parts, site_url))
    return {SITEMAP: index, **{address: "\n".join([head, *part]) + tail for address, part in parts.items()}}


def _index(parts: Mapping[str, Sequence[str]], site_url: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for address, entries in parts.items():
        days = [found[1] for entry in entries if (found := _CHANGED.search(entry))]
        changed = f"<lastmod>{max(days)}</lastmod>" if days else ""
        yield f"<sitemap><loc>{site_url}{address}</loc>{changed}</sitemap>"
    yield "</sitemapindex>\n"
