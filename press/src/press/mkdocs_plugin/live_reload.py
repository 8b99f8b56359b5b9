"""The preview: an article is shown again as soon as it is saved, without making the whole site anew."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.run import article_problems
from ..content.articles import Article
from ..reading.problems import Problem
from ..site.site import Site
from .file_watching import Changes, programs_are_sound, start_again, watcher

log = get_plugin_logger("press")

_PAUSE = 0.05
"""Seconds without a further change before a preview is made again; an editor's save is several changes."""


class Previewing:
    """What the plugin does while `mkdocs serve` runs."""

    edition: Site
    _env: Environment
    _said: set[Problem]
    """What has been reported in this build; the same problem is found in the check and on the page."""

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav, self._files, self._config = nav, files, config
        return nav

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        places = [*(Path(place) for place in config.watch), Path(config.docs_dir), Path(config.config_file_path)]
        changes = Changes(places)
        server.builder = lambda: self._rebuild(changes.since_last_look(), builder)
        server.build_delay = _PAUSE

        def changed() -> None:
            with server._rebuild_cond:
                server._want_rebuild = True
                server._rebuild_cond.notify_all()

        observer = watcher(places, changed)
        if observer is not None:
            # MkDocs looks at every file twice a second; the system tells at once. MkDocs starts the observer.
            server.observer = observer  # type: ignore[assignment]  # any observer serves
            server.watch = lambda *args, **kwargs: None  # type: ignore[method-assign]
        return server

    def _rebuild(self, changed: set[Path], build: Callable[..., None]) -> None:
        """Show what changed: one article at once, anything else by a whole build."""
        if any(file.suffix == ".py" for file in changed):
            wrong = programs_are_sound()
            if not wrong:
                log.info("The programs have changed: starting again.")
                start_again()
            log.error(f"The programs cannot be loaded as they are now:\n{wrong}")
            return
        articles = [a for a in self.edition.articles.values() if a.file in changed]
        if len(articles) == len(changed) == 1 and self._renewed(articles[0]):
            return
        build()

    def _renewed(self, old: Article) -> bool:
        """Make one article's page again; False when its front matter changed or it is gone, and lists with it."""
        if not old.file.is_file():
            return False
        article = self.edition.project.article(old.file)
        page_file = self._files.get_file_from_path(article.page)
        if article.front_matter.values != old.front_matter.values or page_file is None or page_file.page is None:
            return False
        started = time.perf_counter()
        self.edition = self.edition.with_article(article)
        self._said = {problem for problem in self._said if problem.path != article.source.path}
        self._report(article_problems(article, self.edition))
        _populate_page(page_file.page, self._config, self._files)
        hidden = not article.is_public(self.edition.project.today)
        _build_page(
            page_file.page,
            self._config,
            self._files.documentation_pages(),
            self._nav,
            self._env,
            excluded=hidden,
        )
        log.info(f"{article.source.path} shown again after {time.perf_counter() - started:.2f} s.")
        return True

    def _report(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if problem in self._said:
                continue
            self._said.add(problem)
            (log.warning if problem.severity == "error" else log.info)(problem.words())


def keep_only(page: str, files: Files, config: MkDocsConfig) -> None:
    """Leave every other page out: for an editor who wants one article at once."""
    for file in [file for file in files if file.is_documentation_page() and file.src_uri != page]:
        files.remove(file)
    config.nav = None
