"""The check: every rule, run over all files or over some, and every problem in one list."""

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.articles import Article
from ..content.calculator_reviews import FILE as CALCULATOR_REVIEWS
from ..content.facts import FILE as FACTS
from ..content.glossary import FILE as GLOSSARY
from ..content.hazards import FILE as HAZARDS
from ..content.project import Project
from ..content.recalls import FILE as RECALLS
from ..content.references import FILE as REFERENCES
from ..markdown.page_html import page_html
from ..reading.problems import Problem, has_errors
from ..site.pages import Pages
from ..site.rendered_page import RenderedPage
from ..site.site import Site
from . import (
    address_collisions,
    article_files,
    calculator_reviews,
    contradicting_facts,
    glossary,
    hazards,
    house_passages,
    list_notation,
    pictures,
    plain_words,
    recalls,
    reference_works,
)
from .checked_page import CheckedPage, PageRule
from .lost_text import lost
from .processes import judged
from .right_forms import with_right_form
from .rules import ARTICLE_RULES, CHOICES, ON_WORDS, PAGE_RULES, SITE_RULES, STRUCTURE, SiteRule

if TYPE_CHECKING:  # in a browser nothing is kept, and there is no database
    from .kept_checks import KeptChecks

_RULES_OF_LISTS = (
    (FACTS, contradicting_facts.problems),
    (GLOSSARY, contradicting_facts.problems),
    (GLOSSARY, glossary.problems),
    (HAZARDS, hazards.problems),
    (RECALLS, recalls.problems),
    (REFERENCES, reference_works.problems),
    (CALCULATOR_REVIEWS, calculator_reviews.problems),
)
"""The rules for a list as a whole, by its file: read only where that file is asked about."""


def everything(site: Site, built: Pages | None = None, kept: "KeptChecks | None" = None) -> list[Problem]:
    """Every problem of the project, in the order of files and lines.

    With the pages of a build, it is in their finished HTML that lost text is looked for; without, in the text alone.
    With checks that were `kept`, articles are checked again only where something has changed.
    """
    project = site.project
    pages = kept.pages if kept else built or Pages(site)
    found: list[Problem] = [*project.list_problems]
    docs = [_docs_page_of(file, project) for file in sorted(project.docs.rglob("*.md"))]
    docs = [page for page in docs if "overrides" not in page.split("/")]
    if kept:
        made = kept.made is not None
        found += kept.of_articles(project.articles, partial(_article_problems, finished=made))
        found += kept.of_docs(docs, partial(_docs_problems, finished=made))
    else:
        if built is None:
            found += judged(lambda article: _article_problems(article, pages, finished=False), project.articles)
        else:
            found += _finished_problems(project.articles, pages)
        for page in docs:
            found += _docs_problems(page, pages, finished=built is not None)
    for picture in sorted(file for file in project.images.rglob("*") if file.is_file()):
        found += pictures.problems(picture, project.shown(picture))
    for rule in SITE_RULES:
        found += _of_site(rule, pages, kept)
    return _without_consequences(found, site)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, those in the folders that are named, and folders that are called like files."""
    inside = ([path, *sorted(path.rglob("*"))] if path.is_dir() else [path] for path in paths)
    return [file for found in inside for file in found if not file.is_dir() or file.suffix]


def some(
    files: Sequence[Path], site: Site, built: Pages | None = None, kept: "KeptChecks | None" = None
) -> list[Problem]:
    """The problems of these files alone; what they share with others is judged with all of them."""
    project = site.project
    pages = kept.pages if kept else built or Pages(site)
    found: list[Problem] = list(article_files.of_files(files, project))
    chosen = {file.resolve() for file in files if file.is_file()}
    # To resolve a path takes long in a browser, and changes the name of nothing but a symbolic link.
    names = {file.name for file in chosen}
    alike = [one for one in project.articles if one.file.name in names or one.file.is_symlink()]
    articles = [article for article in alike if article.file.resolve() in chosen]
    chosen -= {article.file.resolve() for article in articles}
    if kept:
        found += kept.of_articles(articles, partial(_article_problems, finished=False))
    else:
        for article in articles:
            found += _article_problems(article, pages, finished=built is not None)
    for file in sorted(chosen):
        if file.suffix == ".md" and file.is_relative_to(project.docs.resolve()):
            found += _docs_problems(_docs_page_of(file, project), pages, finished=built is not None)
        elif file.suffix == ".md":
            found += article_problems(project.article(file), site)
        elif file.is_relative_to(project.images.resolve()):
            found += pictures.problems(file, project.shown(file))
    shown = {project.shown(file) for file in files}
    # A list that cannot be read concerns every file.
    needed = shown | {problem.path for problem in project.list_problems if problem.severity == "error"}
    slugs = {article.slug for article in project.articles if article.source.path in shown}
    shared = [
        *project.list_problems,
        *address_collisions.problems(pages),
        *_house_problems(pages, kept, slugs),
    ]
    rules = [rule for name, rule in _RULES_OF_LISTS if project.shown(project.content / name) in shown]
    for rule in dict.fromkeys(rules):
        shared += rule(pages)
    # The words of the lists are many, and concern no article.
    if any(path.startswith(f"{project.shown(project.content)}/") and path.endswith(".yml") for path in needed):
        shared += [*list_notation.problems(pages), *plain_words.list_problems(pages)]
    return _without_consequences([*found, *(problem for problem in shared if problem.path in needed)], site)


def article_problems(article: Article, site: Site) -> list[Problem]:
    """Everything about one article."""
    return sorted(map(with_right_form, _article_problems(article, Pages(site), finished=False)))


def _finished_problems(articles: Sequence[Article], pages: Pages) -> Iterator[Problem]:
    """What is wrong with the finished pages of articles, which are made here. Where nothing else runs, processes share that."""
    for article in articles:
        pages.site.parsed(article)  # every process needs those that it links to

    def finished(article: Article) -> list[tuple[list[Problem], RenderedPage | None]]:
        problems = _article_problems(article, pages, finished=True)
        return [(problems, pages.article(article) if _shows_text(article, pages) else None)]

    alone = threading.active_count() == 1
    made = judged(finished, articles) if alone else (one for article in articles for one in finished(article))
    for article, (problems, rendered) in zip(articles, made, strict=True):
        if rendered is not None:
            pages.know(article, rendered)
        yield from problems


def _article_problems(article: Article, pages: Pages, *, finished: bool) -> list[Problem]:
    if article.source.problems and not article.source.text:
        return list(article.source.problems)
    page = CheckedPage(pages.site.parsed(article), pages, article=article)
    rendered = pages.article(article) if finished and _shows_text(article, pages) else None
    return [*article.problems, *_page_problems(page, ARTICLE_RULES, rendered)]


def _shows_text(article: Article, pages: Pages) -> bool:
    """The page of a withdrawn article leaves its text out, and one of two with the same address has no page."""
    return article.withdrawn is None and pages.site.articles.get(article.page) is article


def _docs_page_of(file: Path, project: Project) -> str:
    """The source path of a page of docs/ in the site."""
    return file.resolve().relative_to(project.docs.resolve()).as_posix()


def _docs_problems(page: str, pages: Pages, *, finished: bool) -> list[Problem]:
    docs = pages.site.docs_page(page)
    if docs is None:
        return []
    checked = CheckedPage(docs.parsed, pages, docs=docs)
    return [*docs.problems, *_page_problems(checked, PAGE_RULES, pages.docs(docs) if finished else None)]


def _of_site(rule: SiteRule, pages: Pages, kept: "KeptChecks | None") -> Iterable[Problem]:
    """What a rule for the site finds. The slow ones are kept, by all that they read."""
    if rule is house_passages.problems:
        return _house_problems(pages, kept)
    if rule is hazards.problems and kept:
        return kept.of_site("hazards", hazards.digest_of_files(pages.site.project), lambda pages: [*rule(pages)])
    return rule(pages)


def _house_problems(pages: Pages, kept: "KeptChecks | None", slugs: Collection[str] | None = None) -> Iterable[Problem]:
    if kept is None:
        return house_passages.problems(pages, slugs)
    named = kept.names("articles that calculators rest on", house_passages.articles)
    read = {slug for slug in named if slugs is None or slug in slugs}
    if not read:
        return ()
    return kept.of_site("house", kept.digest_of(read), lambda pages: [*house_passages.problems(pages, read)])


def _page_problems(page: CheckedPage, rules: Sequence[PageRule], rendered: RenderedPage | None) -> Iterator[Problem]:
    found = [*page.parsed.problems]
    of_words: list[Problem] = []
    for rule in rules:
        (of_words if rule in ON_WORDS else found).extend(rule(page))
    yield from found
    yield from of_words
    # A question explains no loss, and neither does a word or a number that is to be written otherwise.
    explained = {problem.line for problem in found if problem.severity == "error"}
    structure_explained = any(problem.rule in STRUCTURE and problem.severity == "error" for problem in found)
    for problem in lost(page.source, rendered.html if rendered else str(page_html(page.parsed))):
        if problem.line not in explained and not (problem.rule == "lost-structure" and structure_explained):
            yield problem


def _without_consequences(found: Iterable[Problem], site: Site) -> list[Problem]:
    """While a closed list cannot be read, only that is reported, and not every choice from it."""
    broken = has_errors(site.project.list_problems)
    return sorted(with_right_form(problem) for problem in found if not (broken and problem.rule in CHOICES))
