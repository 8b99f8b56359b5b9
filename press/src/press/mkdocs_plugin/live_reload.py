"""The preview: what has changed since the last look, and what is made again because of it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..content.articles import Article
from .build import Build, log
from .calculator_reload import calculators_loaded_anew, only_calculators
from .file_watching import Changes, code_error, restart
from .one_page import written_again


@dataclass
class Preview:
    """Decides after every change between a new start, one page, all pages of the same text, and the whole site."""

    places: Iterable[Path]
    """The folders and files whose changes count."""
    looks: Iterable[Path]
    """Those of them that say how pages look and behave, and nothing of what they say."""
    last_build: Callable[[], Build]
    build_all: Callable[[], None]
    build_looks: Callable[[], None]
    """Make all pages again from the text of the last build."""
    changes: Changes = field(init=False)

    def __post_init__(self) -> None:
        self.changes = Changes(self.places)

    def rebuild(self) -> None:
        """Show what has changed."""
        changed = self.changes.since_last_look()
        article = self._only_text_changed(changed)
        if changed and only_calculators(changed):
            self._load_calculators()
        elif any(file.suffix == ".py" for file in changed):
            self._restart()
        elif article is not None:
            self._write_article(article)
        elif changed and all(any(file.is_relative_to(place) for place in self.looks) for file in changed):
            self.build_looks()
        else:
            self.build_all()

    def _load_calculators(self) -> None:
        error = calculators_loaded_anew()
        if error:
            log.error(f"The calculators cannot be loaded as they are now:\n{error}")
            return
        self.build_all()

    def _restart(self) -> None:
        """Python does not load changed code into a running process."""
        error = code_error()
        if error:
            log.error(f"The programs cannot be loaded as they are now:\n{error}")
            return
        log.info("The programs have changed: starting again.")
        restart()

    def _only_text_changed(self, changed: set[Path]) -> Article | None:
        """The article, read anew, whose text is all that has changed; with its front matter, lists would change too."""
        site = self.last_build().pages.site
        old = next((article for article in site.articles.values() if {article.file} == changed), None)
        if old is None or not old.file.is_file():
            return None
        article = site.project.article(old.file)
        return article if article.front_matter.values == old.front_matter.values else None

    def _write_article(self, article: Article) -> None:
        started = time.perf_counter()
        build = self.last_build()
        build.renew(article)
        if written_again(article.page, build, hidden=not article.is_public(build.pages.site.project.today)):
            log.info(f"{article.source.path} shown again after {time.perf_counter() - started:.2f} s.")
        else:
            self.build_all()
