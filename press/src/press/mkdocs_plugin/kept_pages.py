"""Finished pages of articles, kept from build to build.

A page is the same while these are: what was made of the article, what stands around its text, and the frame that the theme puts
around all pages. Then MkDocs is not told of the page, and it is written as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from ..content.articles import Article
from ..content.kept_content import file_digest
from ..content.people import FILE as PEOPLE
from ..content.taxonomy import FILE as TAXONOMY
from ..reading.digests import code_digest, digest
from ..reading.kept_results import KeptResults
from ..site.article_page import SiteName, article_facts
from ..site.site import Site

_AT_ONCE = 50
"""So many pages are held at once."""
_SETTINGS = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri",
    "extra_css", "extra_javascript", "use_directory_urls",
)  # fmt: skip
"""What the theme prints of mkdocs.yml besides `extra`, `nav` and its own."""


@dataclass(frozen=True)
class KeptPages:
    """The finished pages of articles of one build."""

    kept: KeptResults
    site: Site
    name: SiteName
    made: dict[str, str]
    """The digest of what was made of each article, by the source path of its page."""
    frame: str
    """The digest of what the theme puts around every page."""
    _keys: dict[str, str] = field(default_factory=dict)

    def written(self, articles: Iterable[Article], folder: Path) -> Iterator[Article]:
        """Write the pages that are known into the folder of the site; the articles whose page it does not know."""
        for some in batched(articles, _AT_ONCE, strict=False):
            keys = {article.page: self._key(article) for article in some}
            self._keys.update(keys)
            found = self.kept.found(keys.values())
            for article in some:
                html = found.get(keys[article.page])
                if html is None:
                    yield article
                else:
                    write_file(html.encode(), str(folder / article.url / "index.html"))

    def keep(self, page: str, html: str) -> None:
        """Keep a page that was made, if it was one of those that were asked for."""
        if page in self._keys:
            self.kept.keep({self._keys[page]: html})

    def _key(self, article: Article) -> str:
        facts = article_facts(article, self.site, self.name)
        around = [getattr(facts, name) for name in facts.__dataclass_fields__ if name != "related"]
        # Of other articles what the page prints; the rest of them is nothing to it.
        related = [(other.url, other.title, other.excerpt) for other in facts.related]
        return digest(
            "page",
            self.frame,
            self.made.get(article.page, ""),
            article.source.path,
            article.source.text,
            around,
            related,
        )


def frame_digest(config: MkDocsConfig, site: Site, extra: dict[str, Any]) -> str:
    """Of all that the theme puts around a page, with what mkdocs.yml says under `extra` and what was added to it."""
    overrides = Path(config.docs_dir) / "overrides"
    templates = sorted(file for file in overrides.rglob("*") if file.is_file())
    content = site.project.content
    return digest(
        code_digest(),
        file_digest(Path(config.config_file_path or "")),
        *(repr(config.get(name)) for name in _SETTINGS),
        repr(sorted(extra.items())),
        repr(config.nav),
        repr([_title(page, site) for page in pages_of_nav(config.nav)]),
        *(file_digest(content / name) for name in (PEOPLE, TAXONOMY)),
        *(part for file in templates for part in (file.relative_to(overrides).as_posix(), file_digest(file))),
    )


def pages_of_nav(nav: object) -> list[str]:
    """The source paths that the menu names."""
    match nav:
        case str():
            return [nav]
        case dict():
            return [page for below in nav.values() for page in pages_of_nav(below)]
        case list():
            return [page for below in nav for page in pages_of_nav(below)]
    return []


def _title(page: str, site: Site) -> Sequence[Any]:
    docs = site.docs_page(page)
    return (page, docs.fields.get("title"), docs.parsed.title) if docs else (page,)
