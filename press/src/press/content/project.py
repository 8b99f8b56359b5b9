"""The editors' folder as a whole: articles, people, lists and pictures."""

import datetime
import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..reading.errors import SetupError
from ..reading.problems import Problem
from ..reading.style_rule import StyleRule
from .articles import Article, read_article
from .closed_lists import Lists
from .people import FILE as PEOPLE
from .people import read_people
from .style_rules import read_style
from .taxonomy import FILE as TAXONOMY
from .taxonomy import read_taxonomy


@dataclass(frozen=True)
class KnownContent:
    """What has been read of a project already."""

    lists: Lists
    list_problems: list[Problem]
    articles: list[Article]
    style: tuple[tuple[StyleRule, ...], list[Problem]] | None = None
    """The rules on words, and what is wrong with their files, where they have been read."""


@dataclass(frozen=True)
class Project:
    """A checkout of the site. Everything is read once, when it is first asked for; what is `known` is not read again."""

    root: Path
    today: datetime.date = field(default_factory=datetime.date.today)
    known: KnownContent | None = field(default=None, repr=False, compare=False)

    @property
    def content(self) -> Path:
        """The folder of articles, pictures and lists."""
        return self.root / "content"

    @property
    def docs(self) -> Path:
        """The folder of pages that are not articles."""
        return self.root / "docs"

    @property
    def images(self) -> Path:
        """The folder whose files are published below /images/."""
        return self.content / "images"

    @property
    def articles_folder(self) -> Path:
        """The folder of articles, one file each."""
        return self.content / "articles"

    def shown(self, file: Path) -> str:
        """A file's name as editors know it: from the root of the project."""
        try:
            return file.resolve().relative_to(self._resolved_root).as_posix()
        except ValueError:
            return file.as_posix()

    def shown_as_found(self, file: Path) -> str:
        """The same of a file that was found in its folder. To resolve the path of each of very many takes long."""
        if file.is_symlink():
            return self.shown(file)
        if file.parent not in self._shown_folders:
            self._shown_folders[file.parent] = self.shown(file.parent)
        return f"{self._shown_folders[file.parent]}/{file.name}"

    @cached_property
    def _shown_folders(self) -> dict[Path, str]:
        return {}

    @cached_property
    def _resolved_root(self) -> Path:
        return self.root.resolve()

    @cached_property
    def _lists(self) -> tuple[Lists, list[Problem]]:
        if self.known is not None:
            return self.known.lists, self.known.list_problems
        people, people_problems = read_people(self.content, self.shown(self.content / PEOPLE))
        taxonomy, taxonomy_problems = read_taxonomy(self.content, self.shown(self.content / TAXONOMY))
        return Lists(people, taxonomy), people_problems + taxonomy_problems

    @property
    def lists(self) -> Lists:
        """The closed lists that fields choose from, as far as they could be read."""
        return self._lists[0]

    @property
    def list_problems(self) -> list[Problem]:
        """What is wrong with people.yml and taxonomy.yml."""
        return self._lists[1]

    @cached_property
    def _style(self) -> tuple[tuple[StyleRule, ...], list[Problem]]:
        if self.known is not None and self.known.style is not None:
            return self.known.style
        return read_style(self.content, self.shown(self.content))

    @property
    def style(self) -> tuple[StyleRule, ...]:
        """The rules on words in content/style."""
        return self._style[0]

    @property
    def style_problems(self) -> list[Problem]:
        """What is wrong with the files of those rules."""
        return self._style[1]

    def article_files(self) -> list[Path]:
        """Every Markdown file of the articles' folder, hidden files apart."""
        above = len(str(self.content))
        found = (file for file in self.articles_folder.rglob("*.md") if f"{os.sep}." not in str(file)[above:])
        return sorted(file for file in found if file.is_file())

    @cached_property
    def articles(self) -> list[Article]:
        """Every article, in the order of the files."""
        if self.known is not None:
            return self.known.articles
        return [self.article(file) for file in self.article_files()]

    def article(self, file: Path) -> Article:
        """One article, from any place on disk."""
        return read_article(file, self.shown(file), self.lists)

    def with_article(self, article: Article) -> "Project":
        """The same project with one article read anew."""
        return self.with_articles([article if other.file == article.file else other for other in self.articles])

    def with_articles(self, articles: list[Article]) -> "Project":
        """The same project with these articles, in the order of their files."""
        return replace(self, known=KnownContent(self.lists, self.list_problems, articles, self._style))

    @property
    def public_articles(self) -> list[Article]:
        """What readers may see today."""
        return [article for article in self.articles if article.is_public(self.today)]

    @property
    def shown_articles(self) -> list[Article]:
        """Every article whose text readers may see: public, and not withdrawn."""
        return [article for article in self.public_articles if article.withdrawn is None]

    @property
    def listed_articles(self) -> list[Article]:
        """What lists and feeds show."""
        return [article for article in self.articles if article.is_listed(self.today)]

    def pictures(self) -> list[Path]:
        """Every file below content/images that is really there (no link to elsewhere)."""
        inside = self.images.resolve()
        return sorted(
            file
            for file in self.images.rglob("*")
            if file.is_file() and not file.name.startswith(".") and file.resolve().is_relative_to(inside)
        )


def root_above(folder: Path) -> Path:
    """The checkout that a folder lies in. Raises SetupError."""
    for above in (folder, *folder.parents):
        if (above / "mkdocs.yml").is_file():
            return above
    raise SetupError("this folder is no checkout of the site (there is no mkdocs.yml above it).")
