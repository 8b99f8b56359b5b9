"""The project that an editor works on at the desk: its files as they are, and as they were at the start, and their site."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..content.articles import Article, article_of
from ..content.project import Project
from ..reading.errors import CommandRefused
from ..reading.file_text import as_bytes, as_text
from ..reading.source_file import read_source
from ..site.pages import Pages
from ..site.site import Site
from ..site.site_map import site_map_of, whole_site
from .project_file import known_of

_FOLDERS = ("content", "docs")
_ONLY_SHOWN = frozenset(
    {
        "title",
        "excerpt",
        "reviewedAt",
        "reviewedBy",
        "reviewedText",
        "reviewDue",
        "updatedAt",
        "literatureTo",
        "labels",
        "changes",
    }
)
"""Fields of an article that change no address of the site."""


class Workspace:
    """One checkout of the project. In the browser it lies in the memory of Python, and goes when the page is left.

    Paths are those that editors know, from the root of the project: `content/articles/maintenance.md`.
    """

    def __init__(self, root: Path, today: datetime.date) -> None:
        self.root = root
        self.today = today
        known = known_of(root)
        self.problems = dict(known.problems) if known else {}
        """How many errors and warnings each file has that has not changed since the build, by its path."""
        self._site: Site | None = known.site(root, today) if known else None
        self._pages: Pages | None = None
        self._before: dict[str, bytes | None] = {}

    @property
    def site(self) -> Site:
        """The site that the files make now."""
        if self._site is None:
            self._site = whole_site(Project(self.root, self.today))
        return self._site

    @property
    def project(self) -> Project:
        """The editors' folder as it is now."""
        return self.site.project

    @property
    def pages(self) -> Pages:
        """The pages of the site, each made once until a file changes."""
        if self._pages is None or self._pages.site is not self.site:
            # Forms stay what they are while only the text of an article changes.
            same = self._pages is not None and self._pages.site.addresses is self.site.addresses
            self._pages = Pages(self.site, self._pages.forms if same and self._pages else {})
        return self._pages

    def file(self, path: str) -> Path:
        """The file of a path. Raises CommandRefused for one that is not the editors'."""
        parts = PurePosixPath(path).parts
        if len(parts) < 2 or parts[0] not in _FOLDERS or not {"..", "."}.isdisjoint(parts) or "\\" in path:
            raise CommandRefused(f"{path} is no file of the folders {' and '.join(_FOLDERS)}.")
        return self.root.joinpath(*parts)

    def text(self, path: str) -> str:
        """The text of a file as it is now, line ends kept. Raises CommandRefused where there is none."""
        data = _data(self.file(path))
        if data is None:
            raise CommandRefused(f"There is no file {path}.")
        return as_text(data)

    def published(self, path: str) -> str | None:
        """The text that a file had at the start, as the site was built with it; None for a new one."""
        data = self._before[path] if path in self._before else _data(self.file(path))
        return None if data is None else as_text(data)

    @property
    def changed(self) -> Mapping[str, str | None]:
        """Every file that is another than at the start, with its text now; None for one that is gone."""
        now = {path: _data(self.file(path)) for path in self._before}
        return {
            path: None if data is None else as_text(data) for path, data in now.items() if data != self._before[path]
        }

    def article(self, path: str) -> Article | None:
        """The article of a path; None for any other file."""
        file = self.file(path)
        return next((article for article in self.project.articles if article.file == file), None)

    def keep(self, path: str, text: str | None) -> None:
        """Let a file have this text from now on; without a text it is removed. Nothing leaves the browser."""
        self.keep_bytes(path, None if text is None else _bytes_of(text))

    def keep_bytes(self, path: str, after: bytes | None) -> None:
        """The same for a file that is no text, such as a picture."""
        file = self.file(path)
        before = _data(file)
        if before == after:
            return
        self._before.setdefault(path, before)
        self.problems.pop(path, None)
        if after is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(after)
        if self._site is not None:
            self._site = _with_file(self._site, file)


def _with_file(site: Site, file: Path) -> Site | None:
    """The site with one file read anew; None when all of it has to be read."""
    project = site.project
    is_article = file.is_relative_to(project.articles_folder) and file.suffix == ".md"
    if not is_article:
        return None
    by_file = {article.file: article for article in project.articles}
    old = by_file.pop(file, None)
    new = _read_anew(file, old, project) if file.is_file() else None
    if new:
        by_file[file] = new
    # In the order of the files, so that of two with one address the same wins as in a build.
    articles = [article for _, article in sorted(by_file.items())]
    project = project.with_articles(articles)
    by_page = {article.page: article for article in articles}
    pages = {article.page for article in (old, new) if article}
    ids = {page: known for page, known in site.memo.ids.items() if page not in pages}
    if old and new and _of_addresses(old) == _of_addresses(new):
        return replace(site, project=project, articles=by_page, memo=replace(site.memo, ids=ids))
    addresses = site_map_of(project)
    if addresses == site.addresses:
        return Site(project, addresses, by_page, replace(site.memo, ids=ids))
    # Links of other pages may lead elsewhere now, so those are parsed anew.
    return Site(
        project,
        addresses,
        by_page,
        replace(site.memo, articles={}, docs={}, ids=ids, glossary_links={}, earlier_docs=None),
    )


def _read_anew(file: Path, old: Article | None, project: Project) -> Article:
    """The article of a file; what stands above its text is not read again while it is the same."""
    source = read_source(file, project.shown(file))
    unread = source.front_matter is None or source.problems or (old and old.source.problems)
    if old and not unread and source.front_matter == old.source.front_matter:
        return replace(old, source=source)
    return article_of(source, file, project.lists)


def _of_addresses(article: Article) -> Mapping[str, object]:
    """What the addresses of the site depend on."""
    values = {name: value for name, value in article.front_matter.values.items() if name not in _ONLY_SHOWN}
    return {**values, "": article.page}


def _data(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _bytes_of(text: str) -> bytes:
    """The bytes of a file; half a sign, which no text should hold, stays in it so that the check can name its place."""
    try:
        return as_bytes(text)
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
