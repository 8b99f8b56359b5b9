"""One build of the site, from its files to its templates. A preview goes on from the last one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.run import everything, some
from ..content.articles import Article
from ..content.listings import Listing
from ..reading.problems import Problem
from ..site.article_page import SiteName
from ..site.pages import Pages
from .page_content import PageContent, page_content

log = get_plugin_logger("press")


@dataclass
class Build:
    """What is published, what is wrong with it, and what MkDocs has made of it so far."""

    config: MkDocsConfig
    files: Files
    pages: Pages
    listings: Mapping[str, Listing]
    """The lists of articles by the source path of their page."""
    site_name: SiteName
    problems: list[Problem] = field(default_factory=list)
    nav: Navigation | None = None
    env: Environment | None = None
    contents: dict[str, PageContent | None] = field(default_factory=dict)
    """What has been made of pages, by their source paths."""

    def content(self, page: str) -> PageContent | None:
        """A page by its source path; None when only MkDocs knows it, because another plugin has added it."""
        if page not in self.contents:
            self.contents[page] = page_content(page, self.pages, self.listings)
        return self.contents[page]

    def check(self) -> None:
        """Judge everything, and log what is wrong."""
        self.problems = everything(self.pages.site, built=self.pages)
        _log(self.problems)

    def check_only(self, article: Article) -> None:
        """Judge one article anew, and log what is wrong."""
        found = some([article.file], self.pages.site, built=self.pages)
        judged = {article.source.path, *(problem.path for problem in found)}
        self.problems = [*(problem for problem in self.problems if problem.path not in judged), *found]
        _log(found)

    def renew(self, article: Article) -> None:
        """Go on with one article read anew. Its address must be the same."""
        self.pages = Pages(self.pages.site.with_article(article))
        self.contents.pop(article.page, None)
        self.check_only(article)

    def problems_of(self, article: Article) -> list[Problem]:
        """What is wrong with one article, without advice on its words."""
        return [p for p in self.problems if p.path == article.source.path and p.severity != "advice"]


def _log(problems: Iterable[Problem]) -> None:
    for problem in problems:
        # A build says what is wrong; advice on words is what `press check` is asked for.
        if problem.severity != "advice":
            (log.warning if problem.severity == "error" else log.info)(problem.words())
