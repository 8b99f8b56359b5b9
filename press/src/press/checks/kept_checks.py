"""What was found in pages in earlier runs, as long as all that it depends on is the same.

A finding depends on the page, on press and the calculators, on the lists, the facts, the glossary and the style (all of these
files), on the works that an article cites, and on what it asks of the site around it: addresses, places in other pages, days.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ..content.articles import Article
from ..content.calculator_reviews import FILE as CALCULATOR_REVIEWS
from ..content.change_entries import FILE as CHANGES
from ..content.facts import FILE as FACTS
from ..content.glossary import FILE as GLOSSARY
from ..content.hazards import FILE as HAZARDS
from ..content.people import FILE as PEOPLE
from ..content.recalls import FILE as RECALLS
from ..content.references import FILE as REFERENCES
from ..content.style_rules import FOLDER as STYLE
from ..content.taxonomy import FILE as TAXONOMY
from ..markdown.citations import keys_in
from ..reading.digests import code_digest, digest, file_digest
from ..reading.kept_results import KeptResults
from ..reading.packed_names import PackedNames
from ..reading.problems import Problem
from ..site.article_outline import ArticleOutline
from ..site.launch_page import RECORD
from ..site.pages import Pages
from ..site.site import Site
from ..site.site_memo import SiteMemo
from ..site.subjects import shared_names
from .asked import Asked
from .kept_ids import PagesWithKeptIds
from .processes import judged
from .watched_site import WatchedAddresses, watched

if TYPE_CHECKING:  # only a build makes pages
    from .made_pages import Made, MadePages

MANY = 100
"""More pages than so are not held as they were parsed."""
Check = Callable[[Pages], list[Problem]]
"""What is wrong with one page, in the site of these pages."""


@dataclass(frozen=True)
class KeptCheck:
    """What was found in a page, and what it asked of the site around it; of an article also what can be linked to on it."""

    problems: tuple[Problem, ...]
    asked: Asked
    ids: Collection[str] = PackedNames()
    outline: ArticleOutline | None = None
    """Of an article that was made too: what the rest of the site asks of it."""
    subjects: tuple[str, ...] = ()
    made: "Made | None" = None


@dataclass(frozen=True, eq=False)
class _Subject:
    """One page to be checked: its source path in the site, and the digest of what is known to matter before it is read."""

    page: str
    key: str
    check: Check
    article: Article | None = None


class KeptChecks:
    """Checks the pages of one site: what is kept is not checked again."""

    def __init__(self, site: Site, kept: KeptResults, made: "MadePages | None" = None) -> None:
        """Whoever asks the site from now on asks by way of `pages`. With `made` they are made as well as checked."""
        self._addresses = WatchedAddresses(site.addresses)
        memo = SiteMemo(glossary=site.memo.glossary, references=site.memo.references, facts=site.memo.facts)
        self._site = replace(site, addresses=self._addresses, memo=memo)
        self._kept = kept
        self.made = made
        self._found: dict[str, KeptCheck | None] = {}
        self._linked: dict[str, KeptCheck] = {}
        """What can be linked to on articles that are not checked, to be kept."""
        self._digests_of_works: dict[str, str] = {}
        self._are_many = False
        """Whether so many pages are read that they are not held as they were parsed."""
        self.pages = PagesWithKeptIds(self._site, kept_ids=self._kept_ids)

    def of_articles(
        self, articles: Sequence[Article], check: Callable[[Article, Pages], list[Problem]]
    ) -> Iterator[Problem]:
        """What is wrong with articles, in their order."""
        return self._problems([_Subject(one.page, self._key(one), partial(check, one), one) for one in articles])

    def of_docs(self, pages: Sequence[str], check: Callable[[str, Pages], list[Problem]]) -> Iterator[Problem]:
        """What is wrong with pages of docs/, in their order."""
        return self._problems([_Subject(page, self._docs_key(page), partial(check, page)) for page in pages])

    def of_site(self, name: str, depends_on: str, check: Check) -> list[Problem]:
        """What is wrong with the site by a rule that reads nothing but what is in this digest, and code."""
        key = digest("site", name, code_digest(), str(self._site.project.root), depends_on)
        found = self._kept.found([key])
        if key not in found:
            found[key] = check(self.pages)
            self._kept.keep(found)
        problems: list[Problem] = found[key]
        return problems

    def names(self, of: str, found_in_code: Callable[[], frozenset[str]]) -> frozenset[str]:
        """Names that are found in code and in nothing else."""
        key = digest("names", of, code_digest())
        found = self._kept.found([key])
        if key not in found:
            found[key] = found_in_code()
            self._kept.keep(found)
        names: frozenset[str] = found[key]
        return names

    def digest_of(self, articles: Iterable[str]) -> str:
        """Of all that is read of these articles by their slugs, and of which of them are absent."""
        known = (self._site.articles.get(f"articles/{slug}.md") for slug in sorted(articles))
        return digest(*(self._key(article) if article else "" for article in known))

    def _problems(self, subjects: Sequence[_Subject]) -> Iterator[Problem]:
        self._look_up(subject.key for subject in subjects)
        self._know_ids(subjects)
        results = {subject: self._still_true(subject) for subject in subjects}
        # While all of these are read, each is trusted to have the places that the others lead to. Who was wrong is read again.
        unknown = [subject for subject, result in results.items() if result is None]
        self.pages.trusted.update(subject.page for subject in unknown if subject.article)
        self._are_many = len(unknown) > MANY
        made = dict(zip(unknown, judged(lambda subject: [self._checked(subject)], unknown), strict=True))
        self.pages.trusted.clear()
        self._found |= {subject.key: result for subject, result in made.items()}
        self._know_ids(unknown)
        wrong = [subject for subject in unknown if self._still_true(subject) is None]
        made |= zip(wrong, judged(lambda subject: [self._checked(subject)], wrong), strict=True)
        self._found |= {subject.key: result for subject, result in made.items()}
        self._kept.keep(self._linked | {subject.key: result for subject, result in made.items() if result.asked.is_all})
        self._linked = {}
        for subject, result in results.items():
            # What else was found of it is not held: there may be very many.
            self._found.pop(subject.key, None)
            result = result or made[subject]
            self._know(subject, result)
            yield from result.problems

    def _know_ids(self, subjects: Iterable[_Subject]) -> None:
        """What can be linked to on the page of an article depends on nothing that it asks for."""
        for subject in subjects:
            result = self._found[subject.key]
            if result and subject.article and self._site.articles.get(subject.page) is subject.article:
                self.pages.known_ids[subject.page] = result.ids

    def _checked(self, subject: _Subject) -> KeptCheck:
        asked = self._addresses.of(subject.page)
        pages = watched(self.pages, asked, subject.page, made=self.made is not None)
        problems = tuple(subject.check(pages))
        article = subject.article
        if article is None:
            docs = self._site.docs_page(subject.page)
            if docs is None or self.made is None:
                return KeptCheck(problems, asked)
            ids = PackedNames(self.pages.ids(subject.page) or ())
            return KeptCheck(problems, asked, ids, made=self.made.make_docs(docs, pages))
        ids = PackedNames(self.pages.ids_of(article))
        outline, made = None, None
        subjects: tuple[str, ...] = ()
        if self.made and self._site.articles.get(article.page) is article:
            outline, subjects = self._site.outline(article), self._site.subjects(article)
            made = self.made.make_article(article, pages)
        self._addresses.asked.pop(subject.page, None)
        if self._are_many:
            # Hardly any is needed once more.
            self._site.memo.articles.pop(article.page, None)
            self._site.memo.glossary_links.pop(article.page, None)
        return KeptCheck(problems, asked, ids, outline, subjects, made)

    def _know(self, subject: _Subject, result: KeptCheck) -> None:
        """Let the site know of a page what it was found to be."""
        if self.made and result.made:
            self.made.made[subject.page] = result.made
            if subject.article is None:
                self.pages.known_ids[subject.page] = result.ids
        if subject.article and result.outline:
            self._site.memo.outlines[subject.page] = (subject.article.source, result.outline)
            self._site.memo.subjects[subject.page] = (subject.article.source, shared_names(result.subjects))

    def _still_true(self, subject: _Subject) -> KeptCheck | None:
        result = self._found.get(subject.key)
        return result if result and result.asked.holds(subject.page, self.pages, self._addresses.digest) else None

    def _kept_ids(self, article: Article) -> Collection[str]:
        """What can be linked to on the page of an article; of one that is not checked itself it is kept by a key of its own."""
        checked = self._key(article)
        alone = digest("ids", checked)
        self._look_up([checked, alone])
        result = self._found[checked] or self._found[alone]
        if result is None:
            ids = PackedNames(self.pages.ids_of(article))
            result = self._found[alone] = self._linked[alone] = KeptCheck((), Asked(), ids)
        return result.ids

    def _look_up(self, keys: Iterable[str]) -> None:
        unknown = [key for key in keys if key not in self._found]
        found = self._kept.found(unknown)
        self._found |= {key: found.get(key) for key in unknown}

    def _key(self, article: Article) -> str:
        source = article.source
        return digest(
            "check",
            self.made is not None,
            self._common,
            source.path,
            article.file.name,
            source.data,
            source.problems,
            self._works_of(article),
        )

    def _docs_key(self, page: str) -> str:
        project = self._site.project
        data = (project.docs / page).read_bytes()
        # A page may show another file of the project below its own text.
        shown = re.findall(rb"^shows:[ \t]*[\"']?([^\s\"']+)", data, re.MULTILINE)
        others = (file_digest(project.root / os.fsdecode(name)) for name in shown)
        return digest("docs", self.made is not None, self._common, page, project.shown(project.docs), data, *others)

    @cached_property
    def _common(self) -> str:
        """What every page depends on."""
        content = self._site.project.content
        files = [content / name for name in (FACTS, PEOPLE, TAXONOMY, GLOSSARY)]
        files += sorted((content / STYLE).glob("*.yml"))
        more = self._of_made if self.made else ""
        return digest(code_digest(), more, *(part for file in files for part in (file.name, file_digest(file))))

    @property
    def _of_made(self) -> str:
        """What every article depends on that is made."""
        site, project = self._site, self._site.project
        files = [project.content / name for name in (CALCULATOR_REVIEWS, HAZARDS, RECALLS)]
        files += [project.root / name for name in (CHANGES, RECORD)]
        # Their addresses are looked up, and asked of nobody.
        tools = sorted(page for page in site.addresses.files if page.startswith(("calculators/", "worksheets/")))
        withdrawn = sorted((tool, list(sources)) for tool, sources in site.withdrawn_sources.items())
        name = self.made and self.made.name
        return digest(name, tools, withdrawn, *map(file_digest, files))

    def _works_of(self, article: Article) -> str:
        """The works that it cites; where one is absent or not right, the whole file is looked at for a similar name."""
        works = self._site.references.works
        keys = sorted(keys_in(article.source.body))
        if any(key not in works for key in keys):
            return file_digest(self._site.project.content / REFERENCES)
        return digest(*(self._work_digest(key) for key in keys))

    def _work_digest(self, key: str) -> str:
        if key not in self._digests_of_works:
            # Where it stands in the file is nothing to an article.
            self._digests_of_works[key] = digest(replace(self._site.references.works[key], place=None))
        return self._digests_of_works[key]
