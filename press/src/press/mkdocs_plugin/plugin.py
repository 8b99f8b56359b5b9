"""The rim to MkDocs: with plugin_preview.py the only file that imports it, so that another generator costs two files."""

import datetime
import os
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from types import MethodType
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_datetime
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from ..checks.lost_text import lost
from ..checks.run import everything, in_order, some
from ..content.articles import Article
from ..content.listings import INDEX, Listing, listings
from ..content.project import Project
from ..markdown.links import SiteMap
from ..markdown.rendered_page import Heading, RenderedPage
from ..reading.errors import SetupError
from ..reading.source_file import SourceFile, source_of
from ..runtime import theme
from ..runtime.bundle import Bundle, BundleError, build_bundle, finish_site
from ..runtime.styles import StyleSheet, one_style_sheet
from ..site.article_page import SiteName, article_facts, day
from ..site.browser_editor import browser_editor
from ..site.generated_files import generated_files
from ..site.listing_page import listing_html, row_of
from ..site.redirects import redirects
from ..site.search_index import for_search, with_names
from ..site.site import Site, own_calculator
from ..site.site_map import aliases_of
from .file_watching import ONLY
from .live_reload import Previewing, keep_only

log = get_plugin_logger("press")

_NEWEST = 4
"""How many articles the first page shows."""


class PressConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types of its own
    """What mkdocs.yml may say about press."""

    content = config_options.Type(str, default="content")
    edit = config_options.Type((bool, int), default=False)  # PRESS_EDIT=1 is a number
    """Whether the site carries an editor for the browser under /edit/."""
    edit_repository = config_options.Type(str, default="")
    """The repository that the editor writes to, as owner/name."""


class PressPlugin(Previewing, BasePlugin[PressConfig]):  # type: ignore[no-untyped-call]  # as above
    """Reads every page with CommonMark and adds the articles of the content folder."""

    bundle: Bundle
    styles: StyleSheet | None = None
    serving = False
    _shelf: Page | None = None
    """The page of the menu below which the page that is being written stands."""
    listings: dict[str, Listing]
    site_name: SiteName

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        self.root = root
        watched = [root / name for name in (self.config.content, "web", "calculators/src", "press/src")]
        config.watch = [*config.watch, *(str(folder) for folder in watched if folder.is_dir())]
        self._add_scripts(config)
        if not self.serving:
            self._join_styles(config)
        return config

    def _add_scripts(self, config: MkDocsConfig) -> None:
        cache = self.root / ".cache" / "bundle"
        try:
            self.bundle = build_bundle(cache, cache / "site", root=self.root, offline=not self.serving)
        except BundleError as unmade:
            raise PluginError(str(unmade)) from unmade
        script = config_options.ExtraScriptValue(self.bundle.page_script)
        script.type = "module"
        # A preview configures itself again after every change.
        scripts = [one for one in config.extra_javascript if not str(one).startswith("assets/app/")]
        config.extra_javascript = [*scripts, script]
        config.extra["worker_script"] = self.bundle.worker_script
        config.extra["head_script"] = self.bundle.head_script

    def _join_styles(self, config: MkDocsConfig) -> None:
        """One sheet in place of many. A preview keeps them apart, so that a change in one shows at once."""
        self._joined = list(config.extra_css)
        sheets = [self._sheet(sheet) for sheet in self._joined]
        try:
            self.styles = one_style_sheet(
                sheets, self.root / ".cache" / "bundle", self.root / "node_modules" / "esbuild"
            )
        except BundleError as unmade:
            raise PluginError(str(unmade)) from unmade
        config.extra_css = [self.styles.address]

    def _sheet(self, address: str) -> Path:
        """The file of a style sheet that mkdocs.yml names by its address."""
        return self.root / "web" / "css" / Path(address).name

    def _replace_theme_script(self, files: Files, config: MkDocsConfig) -> None:
        (own,) = [file for file in files if fnmatch(file.src_uri, theme.ADDRESSES)]
        try:
            script = theme.theme_script(Path(own.abs_src_path or ""), self.root, self.root / ".cache" / "bundle")
        except BundleError as unmade:
            raise PluginError(str(unmade)) from unmade
        for file in (own, files.get_file_from_path(f"{own.src_uri}.map")):
            if file is not None:
                files.remove(file)
        files.append(File.generated(config, script.address, abs_src_path=str(script.file)))
        config.extra["theme_script"] = script.address

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        project = Project(self.root, _today())
        for path in self.bundle.files:
            files.append(File.generated(config, path, abs_src_path=str(self.bundle.folder / path)))
        if self.styles:
            files.append(File.generated(config, self.styles.address, abs_src_path=str(self.styles.file)))
        else:
            for sheet in config.extra_css:
                files.append(File.generated(config, sheet, abs_src_path=str(self._sheet(sheet))))
        self._replace_theme_script(files, config)
        for picture in project.pictures():
            address = f"images/{picture.relative_to(project.images).as_posix()}"
            files.append(File.generated(config, address, abs_src_path=str(picture)))
        for article in project.articles:
            if files.get_file_from_path(article.page) is None:  # a second one of the same name is a problem of its own
                files.append(self._article_file(article, project, config))
        self.listings = {listing.page: listing for listing in listings(project)}
        for page in self.listings:
            files.append(File.generated(config, page, content=""))
        self.site_name = SiteName(config.site_name, f"{(config.site_url or '/').rstrip('/')}/")
        for path, content in generated_files(project, self.site_name.words, self.site_name.url).items():
            files.append(File.generated(config, path, content=content))
        only = next((a for a in project.articles if a.slug == os.environ.get(ONLY)), None)
        site = SiteMap(
            files={file.src_uri: file.url for file in files if file.inclusion != InclusionLevel.EXCLUDED},
            aliases=aliases_of(project),
        )
        # Behind the list of addresses: a redirect is no page that could be in its own way.
        for path, content in redirects(project, self.site_name.url).items():
            files.append(File.generated(config, path, content=content))
        if self.config.edit:
            try:
                editor = browser_editor(project.lists, self.config.edit_repository, self.root / "node_modules")
            except SetupError as missing:
                raise PluginError(str(missing)) from missing
            for path, content in editor.items():
                files.append(File.generated(config, path, content=content))
        self.edition = Site(project, site, {article.page: article for article in project.articles})
        self._said = set()
        self._report(everything(self.edition) if only is None else some([only.file], self.edition))
        if only is not None:
            keep_only(only.page, files, config)
        return files

    def _article_file(self, article: Article, project: Project, config: MkDocsConfig) -> File:
        public = article.is_public(project.today)
        file = File.generated(
            config,
            article.page,
            abs_src_path=str(article.file),
            inclusion=InclusionLevel.INCLUDED if public else InclusionLevel.DRAFT,
        )
        file.edit_uri = f"../{project.shown(article.file)}"
        return file

    @event_priority(100)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        # Set on the page and not on its class, so that pages of other plugins are read the same way.
        page.read_source = MethodType(self._read_source, page)  # type: ignore[method-assign]  # per page: no other way in
        page.render = MethodType(self._render, page)  # type: ignore[method-assign]  # as above
        return page

    def _read_source(self, page: Page, config: MkDocsConfig) -> None:
        text = config.plugins.on_page_read_source(page=page, config=config)
        source = source_of(text.encode() if text is not None else page.file.content_bytes, self._shown(page))
        self._report(source.problems)
        page.markdown = source.body
        article = self._article(page)
        page.update_date = ""  # the day of the build says nothing about the page
        if page.file.src_uri in self.listings:
            listing = self.listings[page.file.src_uri]
            page.meta = {"title": escape(listing.title), "search": {"exclude": True}, "hide": ["navigation", "toc"]}
            page.update_date = max(a.last_change for a in listing.articles if a.last_change).isoformat()
        elif article is None:
            page.meta = get_data(source.text)[1]
        else:
            # The theme prints these as they are.
            page.meta = {"title": escape(article.title), "description": escape(article.excerpt)}
            if article.author:
                page.meta["author"] = escape(article.author)
            if article.last_change:
                page.update_date = article.last_change.isoformat()
        self._sources[page.file.src_uri] = source

    @property
    def _sources(self) -> dict[str, SourceFile]:
        known: dict[str, SourceFile] = self.__dict__.setdefault("_known_sources", {})
        return known

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        article = self._article(page)
        if page.file.src_uri in self.listings:
            rendered = RenderedPage(html=listing_html(self.listings[page.file.src_uri], self.edition))
        elif article is not None and article.withdrawn is not None:
            rendered = RenderedPage(html=f"<h1>{escape(article.title)}</h1>", title=article.title)
            page.meta["search"] = {"exclude": True}
        elif article is not None:
            rendered = self.edition.article_page(article)
            page.meta["calculators"] = [block.id for block in rendered.calculators]
        else:
            source = self._sources[page.file.src_uri]
            own = own_calculator(page.meta)
            rendered = self.edition.page(source, page.file.src_uri, own)
            if own:
                page.meta.setdefault("hide", ["navigation"])  # the form needs the room
                page.meta.update(for_search(str(page.meta.get("title", "")), self.edition.glossary))
            page.meta["calculators"] = [*([own] if own else []), *(block.id for block in rendered.calculators)]
        page.content = rendered.html
        page.toc = get_toc(_nested(rendered.headings))
        page._title_from_render = escape(rendered.title) if rendered.title else None
        page.present_anchor_ids = set(rendered.ids)
        page.links_to_anchors = self._links_to_anchors(rendered, files)
        self._report(rendered.problems)
        if article is None or article.withdrawn is None:
            self._report(lost(self._sources[page.file.src_uri], rendered.html))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        article = self._article(page)
        more: dict[str, Any] = {"article": article, "facts": None, "problems": ()}
        if article:
            more["facts"] = article_facts(article, self.edition, self.site_name)
            if self.serving:
                more["problems"] = in_order(p for p in self._said if p.path == article.source.path)
        self._shelf = next((item for item in nav.items if isinstance(item, Page) and _holds(item, page)), None)
        if self._shelf:
            self._shelf.active = True
        return cast(TemplateContext, {**context, **more})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        if self._shelf:
            self._shelf.active = False
        return output

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self._env = env
        env.filters["day"] = day
        newest = self.listings[INDEX].articles[:_NEWEST] if INDEX in self.listings else ()
        env.globals["newest"] = [row_of(article, self.edition, "") for article in newest]
        env.globals["calculator_index"] = self.edition.calculator_index
        env.globals["worksheet_index"] = self.edition.worksheet_index
        return env

    @event_priority(-100)  # behind the search, which writes its index here
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            index.write_text(with_names(index.read_text("utf-8")), "utf-8")
        # Nothing may stand between a writer and a change: a preview keeps nothing for later.
        if not self.serving:
            path = urlsplit(config.site_url or "").path or "/"
            finish_site(self.bundle, Path(config.site_dir), self.root / ".cache" / "bundle", base_path=path)

    def _links_to_anchors(self, rendered: RenderedPage, files: Files) -> dict[File, dict[str, str]]:
        """Links into pages that only MkDocs knows, for it to judge; the check has judged all others."""
        wanted: dict[File, dict[str, str]] = {}
        for link in rendered.links:
            target = link.target
            file = files.get_file_from_path(target.page) if target.page else None
            if file is not None and target.anchor and self.edition.ids(file.src_uri) is None:
                wanted.setdefault(file, {}).setdefault(target.anchor, f"{link.written}' (line {link.line})")
        return wanted

    def _article(self, page: Page) -> Article | None:
        return self.edition.articles.get(page.file.src_uri)

    def _shown(self, page: Page) -> str:
        article = self._article(page)
        if article is not None:
            return article.source.path
        if page.file.abs_src_path:
            return self.edition.project.shown(Path(page.file.abs_src_path))
        return page.file.src_uri


def _holds(shelf: Page, page: Page) -> bool:
    """Whether a page that is not in the menu itself stands below this one, as a calculator below the list of them."""
    return shelf is not page and bool(shelf.url) and page.url.startswith(shelf.url)


def _today() -> datetime.date:
    """The day of the build; SOURCE_DATE_EPOCH sets it for builds that must be repeated to the byte."""
    return get_build_datetime().date() if "SOURCE_DATE_EPOCH" in os.environ else datetime.date.today()


def _nested(headings: list[Heading]) -> list[Any]:
    """Headings as the tree that MkDocs makes its table of contents from. Names are HTML there."""
    top: list[Any] = []
    open_above: list[tuple[int, list[Any]]] = [(0, top)]
    for heading in headings:
        while open_above[-1][0] >= heading.level:
            open_above.pop()
        below: list[Any] = []
        open_above[-1][1].append(
            {"level": heading.level, "id": heading.id, "name": escape(heading.text), "children": below}
        )
        open_above.append((heading.level, below))
    return top
