"""All rules for editors, run over all files: every problem of the project in one list."""

import gc
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..content.articles import Article
from ..content.glossary import FILE as GLOSSARY
from ..forms.block_problems import calculator_problems
from ..markdown.parser import render
from ..reading.problems import Problem, has_errors
from ..reading.source_file import SourceFile, read_source
from ..reading.strict_yaml import read_mapping
from ..site.site import Site
from . import (
    address_collisions,
    characters,
    dose_notation,
    front_matter,
    glossary,
    headings,
    house_passages,
    links,
    markdown,
    pictures,
    references,
)
from .checked_page import CheckedPage, Rule
from .lost_text import lost

ARTICLE_RULES: tuple[Rule, ...] = (
    characters.problems,
    front_matter.problems,
    headings.problems,
    markdown.problems,
    links.problems,
    references.problems,
    dose_notation.problems,
)
_WORTH_SHARING = 40
"""Below this many articles, starting processes takes longer than they save."""
_CHOSEN = frozenset(f"front-matter-{name}" for name in ("category", "tags", "audience", "author", "reviewedBy"))
"""Rules on what is chosen from a list; while a list cannot be read, they would only repeat that."""
_STRUCTURE = frozenset({"no-list", "no-table", "table", "indented", "open-fence", "comment", "nesting"})
"""Rules that say by themselves why a list or a table did not become one."""
PAGE_RULES: tuple[Rule, ...] = (
    characters.problems,
    headings.problems,
    markdown.problems,
    links.problems,
    dose_notation.problems,
)


@contextmanager
def _without_sweeping() -> Iterator[None]:
    """Memory is not searched for what is no longer used: among so much that is, it takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_sweeping()
def everything(edition: Site, processes: int = 1) -> list[Problem]:
    """Every problem of the project, in the order of files and lines."""
    project = edition.project
    found: list[Problem] = [*project.list_problems]
    pages = [
        file for file in sorted(project.docs.rglob("*.md")) if "overrides" not in file.relative_to(project.docs).parts
    ]
    work: list[Article | Path] = [*project.articles, *pages]
    many = len(project.articles) >= _WORTH_SHARING and "fork" in multiprocessing.get_all_start_methods()
    if processes > 1 and many:
        found += _shared_among(processes, edition, work)
    else:
        for one in work:
            found += _problems_of(one, edition)
    for picture in sorted(file for file in project.images.rglob("*") if file.is_file()):
        found += pictures.problems(picture, project.shown(picture))
    found += address_collisions.problems(edition)
    found += house_passages.problems(edition)
    found += glossary.problems(edition)
    return _without_echoes(found, edition)


def _without_echoes(found: Iterable[Problem], edition: Site) -> list[Problem]:
    """While a list cannot be read, that is what is said, and not each choice that it then does not hold."""
    broken = has_errors(edition.project.list_problems)
    return in_order(problem for problem in found if not (broken and problem.rule in _CHOSEN))


_shared: list[tuple[Site, list[Article | Path]]] = []
"""What the processes of a check inherit; it is too large to be sent to each."""


def _shared_among(processes: int, edition: Site, work: list[Article | Path]) -> list[Problem]:
    """The problems of all articles and pages, found by several processes."""
    _shared[:] = [(edition, work)]
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            found = pool.map(_problems_of_number, range(len(work)), chunksize=8)
    finally:
        _shared.clear()
    return [problem for problems in found for problem in problems]


def _problems_of_number(number: int) -> list[Problem]:
    ((edition, work),) = _shared
    return _problems_of(work[number], edition)


def _problems_of(one: Article | Path, edition: Site) -> list[Problem]:
    return article_problems(one, edition) if isinstance(one, Article) else page_problems(one, edition)


def some(files: Sequence[Path], edition: Site) -> list[Problem]:
    """The problems of these files alone; what they share with others is judged with all of them."""
    project = edition.project
    found: list[Problem] = []
    chosen = {file.resolve() for file in files}
    for article in project.articles:
        if article.file.resolve() in chosen:
            found += article_problems(article, edition)
            chosen.discard(article.file.resolve())
    for file in sorted(chosen):
        if file.suffix == ".md" and file.is_relative_to(project.docs.resolve()):
            found += page_problems(file, edition)
        elif file.suffix == ".md":
            found += article_problems(project.article(file), edition)
        elif file.is_relative_to(project.images.resolve()):
            found += pictures.problems(file, project.shown(file))
    shown = {project.shown(file) for file in files}
    slugs = {article.slug for article in project.articles if article.source.path in shown}
    shared = [
        *project.list_problems,
        *address_collisions.problems(edition),
        *house_passages.problems(edition, slugs),
    ]
    if project.shown(project.content / GLOSSARY) in shown:
        shared += glossary.problems(edition)
    # Whatever is asked about, a list that cannot be read is why.
    needed = shown | {problem.path for problem in project.list_problems if problem.severity == "error"}
    return _without_echoes([*found, *(problem for problem in shared if problem.path in needed)], edition)


def article_problems(article: Article, edition: Site) -> list[Problem]:
    """Everything about one article."""
    if article.source.problems and not article.source.text:
        return list(article.source.problems)
    known = edition.articles.get(article.page) is article
    rendered = (
        edition.read(article)
        if known
        else render(article.source, site=edition.site, page=article.page, passages=True, placed=lambda *_: "")
    )
    page = CheckedPage(article.source, rendered, article.page, edition, article)
    return [*article.problems, *_of_page(page, ARTICLE_RULES)]


def page_problems(file: Path, edition: Site) -> list[Problem]:
    """Everything about one page of docs/."""
    project = edition.project
    source = read_source(file, project.shown(file))
    address = file.resolve().relative_to(project.docs.resolve()).as_posix()
    rendered = render(source, site=edition.site, page=address, placed=lambda *_: "")
    page = CheckedPage(source, rendered, address, edition)
    return [*source.problems, *_front_matter(source), *_of_page(page, PAGE_RULES)]


def _front_matter(source: SourceFile) -> list[Problem]:
    if source.front_matter is None:
        return []
    return read_mapping(source.front_matter, 2, source)[1]


def _of_page(page: CheckedPage, rules: Sequence[Rule]) -> Iterator[Problem]:
    found = [*page.rendered.problems]
    for block in page.rendered.calculators:
        found += calculator_problems(block, page.source)
    for rule in rules:
        found += rule(page)
    yield from found
    explained = {problem.line for problem in found}
    structure_explained = any(problem.rule in _STRUCTURE for problem in found)
    for problem in lost(page.source, page.rendered.html):
        if problem.line not in explained and not (problem.rule == "lost-structure" and structure_explained):
            yield problem


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file, line and column."""
    return sorted(set(problems))
