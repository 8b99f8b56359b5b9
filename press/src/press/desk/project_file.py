"""The project as one file for the desk, made when the site is built: its files, and what was read of them.

Everybody can fetch it, so what readers may not see is left out: drafts, articles of a later day, their pictures, and the text of
what was withdrawn.

Reading all lists and articles anew would take the browser's Python seconds. So the file also holds what the build has read,
as Python pickles it. It comes with the desk's own code, from the same build, and its digest is compared before it is used.
Each article is pickled by itself, so that a build takes over those that have not changed.
"""

import datetime
import io
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import batched
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from ..content.articles import Article, read_of
from ..content.change_entries import FILE as CHANGES
from ..content.people import FILE as PEOPLE
from ..content.project import KnownContent, Project
from ..content.releases import FOLDER as RELEASED
from ..content.releases import INDEX as RELEASES
from ..content.taxonomy import FILE as TAXONOMY
from ..markdown.links import SiteMap
from ..reading.digests import code_digest, digest, file_digest
from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from ..site.bill_of_materials import LOCKS
from ..site.hidden_pictures import hidden_pictures
from ..site.pages import Pages
from ..site.site import Site
from ..site.site_map import picture_source, site_map_of
from ..site.site_memo import SiteMemo

if TYPE_CHECKING:  # in a browser nothing is kept, and there is no database
    from ..reading.kept_results import KeptResults

KNOWN = ".known"
"""The file with what was read, in the folder of the project."""
_WHOLE = ("content", "docs")
_AT_ONCE = 50
"""So many articles are held at once as they are pickled."""
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Known:
    """What a build has read of the project. `problems` are the errors and warnings of each file, by its path."""

    day: datetime.date
    content: KnownContent
    addresses: SiteMap
    memo: SiteMemo
    problems: Mapping[str, tuple[int, int]]

    def site(self, root: Path, today: datetime.date) -> Site:
        """The site that lies in a folder, on the day of its reader."""
        project = Project(root, today, self.content)
        articles = self.content.articles
        same = all(article.is_public(today) == article.is_public(self.day) for article in articles)
        addresses = self.addresses if same else site_map_of(project)
        return Site(project, addresses, {article.page: article for article in articles}, self.memo)


@dataclass(frozen=True)
class _KnownArticle:
    """What a build has read of an article, and what can be linked to on its page."""

    article: Article
    ids: tuple[str, ...] | None


def write_project_file(
    to: IO[bytes], pages: Pages, problems: Iterable[Problem], folder: str, kept: "KeptResults | None" = None
) -> None:
    """Write the archive, with everything below `folder`. Stored: what compresses it on its way sees what its members share.

    With results that are `kept`, what was pickled of articles is taken from there.
    """
    with ZipFile(to, "w", ZIP_STORED) as archive:
        for name, content in sorted(_files(pages.site), key=lambda file: file[0]):
            data = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(ZipInfo(f"{folder}/{name}", _DATE), data)
        # One pickle after another: there is much of articles, and none of it is held.
        with archive.open(ZipInfo(f"{folder}/{KNOWN}", _DATE), "w") as known:
            known.write(_pickled(_known(pages, problems), pages.site.project.root))
            for article in _pickled_articles(pages, kept):
                known.write(article)


def known_of(root: Path) -> Known | None:
    """What the build has read of the project in a folder; None for a checkout."""
    file = root / KNOWN
    if not file.is_file():
        return None
    data = io.BytesIO(file.read_bytes())
    known: Known = _Reader(data, root).load()
    articles: list[_KnownArticle] = []
    while data.tell() < data.getbuffer().nbytes:
        articles.append(_Reader(data, root).load())
    content = replace(known.content, articles=[one.article for one in articles])
    ids = {one.article.page: one.ids for one in articles if one.ids is not None}
    return replace(known, content=content, memo=replace(known.memo, ids={**known.memo.ids, **ids}))


def _files(site: Site) -> Iterator[tuple[str, Path | bytes]]:
    """Every file that a check may read, or what stands in its place; of files that pages only lead to, the names."""
    project = site.project
    hidden = {article.file for article in project.articles if not article.is_public(project.today)}
    withdrawn = {article.file: article.source for article in project.articles if article.withdrawn}
    pictures = hidden_pictures(site)
    hidden |= {file for file in project.pictures() if picture_source(file, project) in pictures}
    for file in sorted(file for folder in _WHOLE for file in (project.root / folder).rglob("*") if file.is_file()):
        if file in hidden:
            continue
        if file in withdrawn:
            yield project.shown(file), _without_text(withdrawn[file]).text.encode()
            continue
        is_read = file.suffix == ".md" or not file.is_relative_to(project.docs)
        yield project.shown(file), file if is_read else b""
    for name in ("mkdocs.yml", CHANGES, f"{RELEASED}/{RELEASES}"):
        if (project.root / name).is_file():
            yield name, project.root / name
    files = (project.root / RELEASED).glob("*")
    released = sorted(f"{RELEASED}/{file.name}" for file in files if file.name != RELEASES)
    for name in (*LOCKS, *released):
        if (project.root / name).is_file():
            yield name, b""


def _known(pages: Pages, problems: Iterable[Problem]) -> Known:
    site = pages.site
    project = site.project
    content = KnownContent(
        *_alone((project.lists, project.list_problems)), [], _alone((project.style, project.style_problems))
    )
    addresses = _shown_addresses(site)
    hidden = {article.source.path for article in project.articles if not article.is_public(project.today)}
    seen = (problem for problem in problems if problem.path not in hidden)
    counted = _counted(seen, project.public_articles)
    return Known(project.today, content, addresses, _memo(pages, addresses), _alone(counted))


def _pickled_articles(pages: Pages, kept: "KeptResults | None") -> Iterator[bytes]:
    """Every article that readers may see, pickled by itself."""
    project = pages.site.project
    # All that an article is read from.
    common = digest(code_digest(), *(file_digest(project.content / name) for name in (PEOPLE, TAXONOMY)))
    keys = {}
    for article in project.public_articles:
        ids, source = pages.ids(article.page), article.source
        of_page = tuple(sorted(ids)) if ids is not None and pages.site.articles.get(article.page) is article else None
        name = article.file.relative_to(project.root).as_posix()
        key = digest("article at the desk", common, name, source.path, source.data, source.problems, of_page)
        keys[key] = (article, of_page)
    for some in batched(keys.items(), _AT_ONCE, strict=False):
        found: dict[str, bytes] = kept.found(key for key, _ in some) if kept else {}
        made = {key: _pickled_article(*one, project.root) for key, one in some if key not in found}
        if kept:
            kept.keep(made)
        yield from (found[key] if key in found else made[key] for key, _ in some)


def _pickled_article(article: Article, ids: tuple[str, ...] | None, root: Path) -> bytes:
    source = _without_text(article.source) if article.withdrawn else article.source
    return _pickled(_KnownArticle(Article(file=article.file, source=source, **_alone(read_of(article))), ids), root)


def _alone[T](one: T) -> T:
    """The same, made of nothing that something else is made of too: a build that has kept a part of it writes the same bytes."""
    copied: T = pickle.loads(pickle.dumps(one))  # noqa: S301  # it is our own
    return copied


def _without_text(source: SourceFile) -> SourceFile:
    """The front matter alone."""
    return SourceFile(source.path, "\n".join([*source.lines[: source.body_line - 1], ""]), source.problems)


def _shown_addresses(site: Site) -> SiteMap:
    """The addresses without those of articles that readers may not see yet, and of their pictures."""
    today = site.project.today
    hidden = {page for page, article in site.articles.items() if not article.is_public(today)} | hidden_pictures(site)
    files = {source: address for source, address in site.addresses.files.items() if source not in hidden}
    aliases = {name: page for name, page in site.addresses.aliases.items() if page not in hidden}
    return SiteMap(files, aliases)


def _memo(pages: Pages, addresses: SiteMap) -> SiteMemo:
    """The lists, and the anchors of all pages but those of articles; no page as it was parsed."""
    site = pages.site
    others = (page for page in addresses.files if page not in site.articles)
    ids = {page: found for page in others if (found := pages.ids(page)) is not None}
    return SiteMemo(
        ids={page: _alone(tuple(sorted(found))) for page, found in ids.items()},
        glossary=_alone((site.glossary, site.glossary_problems)),
        facts=_alone((site.facts, site.fact_problems)),
        hazards=_alone((site.hazards, site.hazard_problems)),
        references=_alone((site.references, site.reference_problems)),
        recalls=_alone((site.recalls, site.recall_problems)),
        calculator_reviews=_alone((site.calculator_reviews, site.calculator_review_problems)),
        changes=_alone(site.changes),
        earlier_docs=_alone(site.earlier_docs),
    )


def _counted(problems: Iterable[Problem], articles: Iterable[Article]) -> dict[str, tuple[int, int]]:
    """Of every article, those without any problem too, so that nobody has to check it again; and of files with problems."""
    counts = Counter((problem.path, problem.severity) for problem in problems)
    paths = {path for path, _ in counts} | {article.source.path for article in articles}
    return {path: (counts[path, "error"], counts[path, "warning"]) for path in sorted(paths)}


def _pickled(one: object, root: Path) -> bytes:
    written = io.BytesIO()
    _Writer(written, root).dump(one)
    return written.getvalue()


class _Writer(pickle.Pickler):
    """Paths are written as they lie in the project, which is elsewhere in the browser, and sets in one order in every process."""

    def __init__(self, to: IO[bytes], root: Path) -> None:
        super().__init__(to)
        self._root = root

    def persistent_id(self, one: Any) -> str | list[Any] | None:
        if type(one) is frozenset:
            return sorted(one, key=repr)
        return one.relative_to(self._root).as_posix() if isinstance(one, Path) else None

    def reducer_override(self, one: Any) -> Any:
        """Of our own objects what they were made of: what was worked out from that meanwhile depends on who asked."""
        if isinstance(one, type) or not is_dataclass(one) or not hasattr(one, "__dict__"):
            return NotImplemented
        whole: Any = one
        make, arguments, *_ = whole.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        return make, arguments, {part.name: getattr(one, part.name) for part in fields(one)}


class _Reader(pickle.Unpickler):
    def __init__(self, given: IO[bytes], root: Path) -> None:
        super().__init__(given)
        self._root = root

    def persistent_load(self, written: str | list[Any]) -> Path | frozenset[Any]:
        return frozenset(written) if isinstance(written, list) else self._root / written
