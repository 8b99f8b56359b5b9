"""The adapter to MkDocs: what happens at each of its events. No other room of press knows MkDocs."""

import datetime
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_datetime, write_file
from mkdocs.utils.templates import TemplateContext

from ..checks.kept_checks import KeptChecks
from ..checks.made_pages import MadePages
from ..content.edition_date import edition_date
from ..content.kept_content import read_with
from ..content.listings import INDEX, listings
from ..content.project import Project
from ..desk.project_file import write_project_file
from ..forms.form import TEMPLATES
from ..reading.day_words import day
from ..reading.errors import PressError
from ..reading.kept_results import KEPT, KeptResults
from ..site.article_page import SiteName, article_facts
from ..site.home_page import Course
from ..site.kept_lists import know_lists
from ..site.listing_page import row_of
from ..site.pages import Pages
from ..site.report_address import report_href
from ..site.site_map import whole_site
from ..site.sitemaps import SITEMAP, sitemaps
from ..site.web_manifest import MASTHEAD
from .assets import Assets, made_assets
from .build import Build
from .file_watching import ONLY
from .live_reload import Preview
from .preview_server import PreviewServer
from .published_files import article_file, keep_only, publish
from .wanted_pages import kept_pages, unknown_pages
from .written_site import WrittenSite, set_aside

_NEWEST = 4
"""How many articles the first page shows."""
_NO_DATE = "1980-01-01"
"""Stands in no file as a day, only as the time of a packed one. The same for every build."""


class PressConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types of its own
    """What mkdocs.yml may say about press."""

    content = config_options.Type(str, default="content")
    runtime = config_options.Type(str, default="full")
    """Which layers make the site quick: see runtime/layers.py."""


class PressPlugin(BasePlugin[PressConfig]):  # type: ignore[no-untyped-call]  # as above
    """Gives MkDocs finished pages in place of Markdown, and adds the articles of the content folder."""

    root: Path
    assets: Assets
    build: Build
    """The build that is being made, or the last one."""
    same_text: Build | None = None
    """A build whose text and findings this one takes over, because only the looks of pages have changed since."""
    sitemaps: Mapping[str, str] = MappingProxyType({})
    """The parts of a long site map, by address."""
    written = WrittenSite(Path())
    """What this build writes, beside what an earlier one has left."""
    serving = False
    dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving, self.dirty = command == "serve", dirty

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        alone = self.serving or self.dirty or os.environ.get(ONLY)
        folder = Path(config.site_dir)
        self.written = WrittenSite(folder) if alone else set_aside(self.root, folder)

    def on_build_error(self, *, error: Exception) -> None:
        self.written.discard()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.root = Path(config.config_file_path).parent
        watched = [self.root / name for name in (self.config.content, "web", "calculators/src", "press/src")]
        config.watch = [*config.watch, *(str(folder) for folder in watched if folder.is_dir())]
        with _as_plugin_error():
            config.extra["report_href"] = report_href(config.extra.get("report_address") or "")
            self.assets = made_assets(self.root, config, self.config.runtime, serving=self.serving)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        build = self.build = self._begun(files, config)
        site, project = build.pages.site, build.pages.site.project
        only = next((article for article in project.articles if article.slug == os.environ.get(ONLY)), None)
        if self.same_text:
            build.problems = self.same_text.problems
        elif only is None:
            build.check()
        else:
            build.check_only(only)
        publish(files, config, site, build.site_name)
        with _as_plugin_error():
            self.assets.add_to(files, config)
        unknown = unknown_pages(build) if build.checks else {*site.articles, *build.listings}
        for page in build.listings:
            if page in unknown:
                files.append(File.generated(config, page, content=""))
        for article in site.articles.values():
            if article.page in unknown:
                files.append(article_file(article, project, config))
        if only:
            keep_only(only.page, files, config)
        kept = build.checks.made.kept if build.checks and build.checks.made else None
        self.written.read |= self.assets.add_desk(
            lambda to, folder: write_project_file(to, build.pages, build.problems, folder, kept), config
        )
        return files

    def _begun(self, files: Files, config: MkDocsConfig) -> Build:
        """A build of the site as it is now; in one that nobody waits for, what is found and made is kept for the next."""
        name = SiteName(config.site_name, f"{(config.site_url or '/').rstrip('/')}/")
        project, checks = Project(self.root, _today()), None
        if self.same_text:
            site = self.same_text.pages.site
        elif self.serving or os.environ.get(ONLY):
            site = whole_site(project)
        else:
            kept = KeptResults(self.root / KEPT)
            site = whole_site(read_with(kept, project))
            know_lists(site, kept)
            checks = KeptChecks(site, kept, MadePages(kept_pages(self.root), name))
        pages = checks.pages if checks else Pages(site)
        lists = {one.page: one for one in listings(pages.site.project)}
        return Build(config, files, pages, lists, name, self.written, checks)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.build.nav, self.build.files = nav, files
        for page in nav.pages:
            # The theme names it in the head of each page, and Firefox fetches it unasked.
            page.next_page = None
        return nav

    @event_priority(100)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        head = self.build.head(page.file.src_uri)
        if head is not None and page.title is None and "title" not in head.meta:
            content = self.build.content(page.file.src_uri)
            if content and content.rendered.title:
                page.title = escape(content.rendered.title)
        if page.parent is None:
            # MkDocs marks what is above a page in the menu whenever it writes the page.
            page.parent = self._above_in_menu(page)  # type: ignore[assignment]  # a page with pages below it serves
        return page

    def _above_in_menu(self, page: Page) -> Page | None:
        """The page of the menu below whose address this one lies, as a calculator's below that of the list of them."""
        items = self.build.nav.items if self.build.nav else []
        menu = (item for item in items if isinstance(item, Page) and item is not page and item.url)
        return next((item for item in menu if page.url.startswith(item.url)), None)

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        head = self.build.head(page.file.src_uri)
        if head is not None:
            page.meta = dict(head.meta)
            page.update_date = head.updated
        return markdown

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if self.build.head(page.file.src_uri) is None:
            return html
        # MkDocs judges links from pages that only it knows; the check has judged all others.
        page.present_anchor_ids = cast("set[str]", self.build.pages.ids(page.file.src_uri) or ())
        # The text comes when the page is written: MkDocs would hold the texts of all pages.
        return ""

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        article = self.build.pages.site.articles.get(page.file.src_uri)
        content = self.build.content(page.file.src_uri)
        more: dict[str, Any] = {"article": article, "facts": None, "problems": ()}
        if content:
            page.content, page.toc = content.rendered.html, content.toc
            more["json_ld"] = content.json_ld
        if article:
            more["facts"] = article_facts(article, self.build.pages.site, self.build.site_name)
            if self.serving:
                more["problems"] = self.build.problems_of(article)
        return cast(TemplateContext, {**context, **more})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        if self.build.head(page.file.src_uri) is not None:
            page.content, page.toc = "", TableOfContents([])
        if self.build.kept_pages:
            self.build.kept_pages.keep(page.file.src_uri, output)
        return output

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        pages = self.build.pages
        newest = self.build.listings[INDEX].articles[:_NEWEST] if INDEX in self.build.listings else ()
        compiled = self.root / ".cache" / "templates"
        compiled.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        env.filters["day"] = day
        env.globals["theme_color"] = MASTHEAD
        env.globals["newest"] = [row_of(article, pages.site, "") for article in newest]
        env.globals["course"] = Course()
        env.globals["calculator_link"] = pages.calculator_link
        env.globals["calculator_index"] = pages.calculator_index
        env.globals["worksheet_index"] = pages.worksheet_index
        self.build.env = env
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name != SITEMAP:
            return context
        return cast(TemplateContext, {**context, "addresses": self.build.dated_addresses()})

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name != SITEMAP:
            return output
        # MkDocs dates the packed site map by its newest page, and does not know all of them.
        pages = [file.page for file in self.build.files.documentation_pages() if file.page]
        if pages:
            pages[0].update_date = max((day for _, day in self.build.dated_addresses()), default="") or _NO_DATE
        parts = sitemaps(output, self.build.site_name.url)
        index = parts.pop(SITEMAP)
        self.sitemaps = parts
        return index

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        pages = self.build.pages
        if not os.environ.get(ONLY):  # an editor who wants one article at once does not wait for all others
            self.build.write_search()
            for article in pages.site.articles.values():
                if not article.why_unseen(pages.site.project.today):
                    self.build.write_beside(article)
        # Beside the one that MkDocs writes.
        for address, text in self.sitemaps.items():
            write_file(text.encode(), str(Path(config.site_dir) / address))
        # Nothing may stand between a writer and a change: a preview keeps nothing for later.
        if not self.serving:
            self.assets.finish(config, self._edition(), self.written.digests)
            self.written.finish()

    def _edition(self) -> datetime.date:
        """The day of this edition. A build on a later day of the same sources is the same edition."""
        if "SOURCE_DATE_EPOCH" in os.environ:
            return _today()
        return edition_date(self.root, self.build.pages.site.project.shown_articles)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        places = [Path(config.docs_dir), Path(config.config_file_path), *map(Path, config.watch)]
        looks = [Path(config.docs_dir) / "overrides", self.root / "web", TEMPLATES]
        preview = Preview(places, looks, lambda: self.build, builder, lambda: self.build_looks(builder))
        return PreviewServer(server, preview.rebuild, places)

    def build_looks(self, builder: Callable[[], None]) -> None:
        """Build again with the text and the findings of the last build, when only the looks of pages have changed."""
        self.same_text = self.build
        try:
            builder()
        finally:
            self.same_text = None


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """What stops press stops MkDocs, with the same words and without a traceback."""
    try:
        yield
    except PressError as error:
        raise PluginError("\n".join(map(str, error.args))) from error


def _today() -> datetime.date:
    """The day of the build; SOURCE_DATE_EPOCH sets it for builds that must be repeated to the byte."""
    return get_build_datetime().date() if "SOURCE_DATE_EPOCH" in os.environ else datetime.date.today()
