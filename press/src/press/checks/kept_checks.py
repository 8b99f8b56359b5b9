"""What was found in pages in earlier runs, as long as all that it depends on is the same.

A finding depends on the page, on press and the calculators, on the lists, the facts, the glossary and the style (all of these
files), on the works that an article cites, and on what it asks of the site around it: addresses, places in other pages, days.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import batched
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

_AT_ONCE = 200
"""So many results of earlier runs are held whole at once."""
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
        results: dict[_Subject, KeptCheck] = {}
        for some in batched(subjects, _AT_ONCE, strict=False):
            found = self._kept.found(subject.key for subject in some)
            results |= {one: self._known_to_site(one, found[one.key]) for one in some if one.key in found}
        unknown = [subject for subject in subjects if not self._is_still_true(subject, results)]
        # While all of these are read, each is trusted to have the places that the others lead to. Who was wrong is read again.
        self.pages.trusted.update(subject.page for subject in unknown if subject.article)
        self._are_many = len(unknown) > MANY
        results |= self._judged(unknown)
        self.pages.trusted.clear()
        results |= self._judged([subject for subject in unknown if not self._is_still_true(subject, results)])
        self._kept.keep(self._linked)
        self._linked = {}
        for subject in subjects:
            self._know_made(subject, results[subject])
            yield from results[subject].problems

    def _judged(self, subjects: Sequence[_Subject]) -> Iterator[tuple[_Subject, KeptCheck]]:
        for subject, result in zip(subjects, judged(lambda subject: [self._checked(subject)], subjects), strict=True):
            yield subject, self._known_to_site(subject, result)

    def _is_still_true(self, subject: _Subject, results: Mapping[_Subject, KeptCheck]) -> bool:
        result = results.get(subject)
        return result is not None and result.asked.holds(subject.page, self.pages, self._addresses.digest)

    def _known_to_site(self, subject: _Subject, result: KeptCheck) -> KeptCheck:
        """Let the site know what other pages ask of an article. Returns what else was found: of very many no more is held."""
        article = subject.article
        if article is None:
            return result
        if self._site.articles.get(subject.page) is article:
            # It depends on nothing that the page asks for.
            self.pages.known_ids[subject.page] = result.ids
        if result.outline:
            self._site.memo.outlines[subject.page] = (article.source, result.outline)
            self._site.memo.subjects[subject.page] = (article.source, shared_names(result.subjects))
        return KeptCheck(result.problems, result.asked, made=result.made)

    def _know_made(self, subject: _Subject, result: KeptCheck) -> None:
        """Let the site know what was made of a page, and what can be linked to on one of docs/."""
        if self.made and result.made:
            self.made.made[subject.page] = result.made
            if subject.article is None:
                self.pages.known_ids[subject.page] = result.ids

    def _checked(self, subject: _Subject) -> KeptCheck:
        result = self._check(subject)
        if result.asked.is_all:
            self._kept.keep({subject.key: result})
        return result

    def _check(self, subject: _Subject) -> KeptCheck:
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
