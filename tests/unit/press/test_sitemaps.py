"""The map for search engines, short and long."""

from xml.etree import ElementTree

from press.site.sitemaps import SITEMAP, sitemaps

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_SITE = "https://x.example/"


def _map_of(pages: int) -> str:
    entries = [
        f"\n    <url>\n         <loc>{_SITE}{number}/</loc>\n         "
        f"<lastmod>2026-{number % 12 + 1:02}-01</lastmod>\n    </url>"
        for number in range(pages)
    ]
    return f"{_HEAD}{''.join(entries)}\n</urlset>"


def _found(text: str, what: str) -> list[str]:
    return [str(found.text) for found in ElementTree.fromstring(text.encode()).findall(f"s:{what}", _NAMES)]


def test_a_short_map_stays_as_it_is() -> None:
    assert sitemaps(_map_of(1000), _SITE) == {SITEMAP: _map_of(1000)}


def test_a_long_map_is_an_index_of_parts_that_together_name_each_page_once() -> None:
    made = sitemaps(_map_of(2500), _SITE)
    parts = _found(made[SITEMAP], "sitemap/s:loc")
    assert parts == [f"{_SITE}sitemap-{number}.xml" for number in (1, 2, 3)]
    named = [page for part in parts for page in _found(made[part.removeprefix(_SITE)], "url/s:loc")]
    assert named == [f"{_SITE}{number}/" for number in range(2500)]


def test_the_index_says_when_a_page_of_a_part_changed_last() -> None:
    made = sitemaps(_map_of(1001), _SITE)
    assert _found(made[SITEMAP], "sitemap/s:lastmod") == ["2026-12-01", "2026-05-01"]
