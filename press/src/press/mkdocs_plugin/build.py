"""One build of the site, from its files to its templates. A preview goes on from the last one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.kept_checks import KeptChecks
from ..checks.run import everything, some
from ..content.articles import Article
from ..content.listings import Listing
from ..reading.digests import code_digest, digest
from ..reading.problems import Problem
from ..site.article_markdown import article_markdown, markdown_address
from ..site.article_page import SiteName, article_json_ld
from ..site.made_page import MadeDocs, made_article, made_docs, made_searched
from ..site.pages import Pages
from ..site.search_index import BASE, write_search_index
from ..site.search_pages import search_keys, search_words
from ..site.search_state import SearchKey
from .kept_pages import KeptPages
from .page_content import PageContent, PageHead, article_head, docs_content, listing_content, listing_head
from .written_site import WrittenSite

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
    written: WrittenSite
    checks: KeptChecks | None = None
    """Where what was found and made is kept: in a build that goes on when nobody waits for one page."""
    problems: list[Problem] = field(default_factory=list)
    kept_pages: KeptPages | None = None
    """Finished pages of earlier builds; none where nothing is kept."""
    nav: Navigation | None = None
    env: Environment | None = None
    contents: dict[str, PageContent | None] = field(default_factory=dict)
    """What has been made of pages, by their source paths."""
    _docs: dict[str, MadeDocs | None] = field(default_factory=dict)

    def content(self, page: str) -> PageContent | None:
        """A page by its source path; None when only MkDocs knows it, because another plugin has added it."""
        article = self.pages.site.articles.get(page)
        if article and self.checks:
            return self._article(article)  # none of many is held
        if page not in self.contents:
            self.contents[page] = self._article(article) if article else self._other(page)
        return self.contents[page]

    def head(self, page: str) -> PageHead | None:
        """What is told of a page before its text is wanted; None as of its content."""
        article = self.pages.site.articles.get(page)
        if article:
            return article_head(article, self.pages.site.outline(article).calculators)
        content = self.content(page)
        return content.head if content else None

    def _other(self, page: str) -> PageContent | None:
        if page in self.listings:
            return listing_content(self.listings[page], self.pages.site)
        docs = self.docs(page)
        return docs_content(docs) if docs else None

    def _article(self, article: Article) -> PageContent:
        kept = self.checks and self.checks.made
        made = kept.article(article, self.pages) if kept else made_article(article, self.pages)
        json_ld = article_json_ld(article, self.pages.site, self.site_name, made.citations)
        head = article_head(article, made.rendered.calculators)
        return PageContent(made.rendered, head, json_ld)

    def docs(self, page: str) -> MadeDocs | None:
        """A page of docs/ by its source path as this build makes it; None for other pages."""
        if page not in self._docs:
            self._docs[page] = self._made_docs(page)
        return self._docs[page]

    def _made_docs(self, page: str) -> MadeDocs | None:
        if self.checks and self.checks.made:
            return self.checks.made.docs(page, self.pages)
        docs = self.pages.site.docs_page(page)
        return made_docs(docs, self.pages) if docs else None

    def write_beside(self, article: Article) -> None:
        """Write an article as Markdown. To MkDocs a file of Markdown is always a page to be made."""
        kept, address = self.checks and self.checks.made, markdown_address(article)
        made = kept.made.get(article.page) if kept else None
        if made and self.written.put_back(address, made.markdown):
            return
        site = self.pages.site
        text = kept.markdown(article, self.pages) if kept else article_markdown(article, site, self.site_name)
        self.written.write(address, text.encode(), made.markdown if made else "")

    def write_search(self) -> None:
        """Write the files of the search. What is known of earlier ones is counted no more."""
        site = self.pages.site
        searched = [*search_keys(site, self._searched_docs, self._searched_article)]
        words, files = search_words(site), _SearchFiles(self.written)
        made = self.checks and self.checks.made
        if made:
            key = digest("search", code_digest(), site.project.root)
            known = made.kept.found([key]).get(key)
            state = write_search_index(searched, words, files, known, made.earlier_searched)
            if known is None or known.keys != state.keys:
                made.kept.keep({key: state})
        else:
            write_search_index(searched, words, files)

    def _searched_docs(self, page: str) -> SearchKey | None:
        docs = self.docs(page)
        made = self.checks.made.made.get(page) if self.checks and self.checks.made else None
        record = docs.searched if docs else None
        return SearchKey(made.page if made else digest(record), lambda: record) if record else None

    def _searched_article(self, article: Article) -> SearchKey:
        kept = self.checks and self.checks.made
        known = kept.made.get(article.page) if kept else None
        return SearchKey(
            known.searched if known else "",
            lambda: kept.searched(article, self.pages) if kept else made_searched(article, self.pages),
        )

    def dated_addresses(self) -> list[tuple[str, str]]:
        """The whole address of every page that search engines may show, with the day of its last change if that is known."""
        site = self.pages.site
        ours = {*site.articles, *self.listings}
        pages = [file.page for file in self.files.documentation_pages() if file.page]
        others = [
            (page.canonical_url or page.abs_url or "", page.update_date or "")
            for page in pages
            if page.file.src_uri not in ours and not page.meta.get("noindex")
        ]
        lists = [(one.url, listing_head(one).updated) for one in self.listings.values()]
        public = (article for article in site.articles.values() if article.is_public(site.project.today))
        articles = [(article.url, article.last_change.isoformat() if article.last_change else "") for article in public]
        return [*others, *((f"{self.site_name.url}{url}", day) for url, day in (*lists, *articles))]

    def check(self) -> None:
        """Judge everything, and log what is wrong."""
        self.problems = everything(self.pages.site, built=self.pages, kept=self.checks)
        _log(self.problems)

    def check_only(self, article: Article) -> None:
        """Judge one article anew, and log what is wrong."""
        found = some([article.file], self.pages.site, built=self.pages)
        judged = {article.source.path, *(problem.path for problem in found)}
        self.problems = [*(problem for problem in self.problems if problem.path not in judged), *found]
        _log(found)

    def renew(self, article: Article) -> None:
        """Go on with one article read anew. Its address must be the same. From now on nothing is kept."""
        self.checks = None
        self.pages = Pages(self.pages.site.with_article(article))
        self.contents.pop(article.page, None)
        self.check_only(article)

    def problems_of(self, article: Article) -> list[Problem]:
        """What is wrong with one article, without advice on its words."""
        return [p for p in self.problems if p.path == article.source.path and p.severity != "advice"]


@dataclass(frozen=True)
class _SearchFiles:
    """Files of the search in the site. All but one are named by their content."""

    written: WrittenSite

    def has(self, address: str) -> bool:
        """Whether a file that is named by its content is there now, as an earlier build has left it."""
        return self.written.put_back(address, address)

    def write(self, address: str, content: str) -> None:
        """Write a file, unless it is there already."""
        if address == BASE or not self.has(address):
            self.written.write(address, content.encode(), address)


def _log(problems: Iterable[Problem]) -> None:
    for problem in problems:
        # A build says what is wrong; advice on words is what `press check` is asked for.
        if problem.severity != "advice":
            (log.warning if problem.severity == "error" else log.info)(problem.words())
