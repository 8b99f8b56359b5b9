"""The site as a model: the project, the address of every file, and its pages as they were read. HTML is made in pages.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator, HousePassage
from ketamine_calculators.house_values import HOUSE_VALUES
from ketamine_calculators.registry import worksheets

from ..content.articles import Article
from ..content.calculator_reviews import FILE as CALCULATOR_REVIEWS
from ..content.calculator_reviews import CalculatorReview, read_calculator_reviews
from ..content.change_entries import ChangeEntry, change_entries
from ..content.facts import FILE as FACTS
from ..content.facts import Facts, read_facts
from ..content.glossary import FILE as GLOSSARY
from ..content.glossary import PAGE as GLOSSARY_PAGE
from ..content.glossary import Glossary, read_glossary
from ..content.hazards import FILE as HAZARDS
from ..content.hazards import HazardLog, read_hazards
from ..content.project import Project
from ..content.recalls import FILE as RECALLS
from ..content.recalls import Recall, read_recalls
from ..content.references import FILE as REFERENCES
from ..content.references import References, read_references
from ..forms.blocks import calculators_named
from ..forms.withdrawn_source import WithdrawnSource
from ..markdown.glossary_links import GlossaryLinks
from ..markdown.links import SiteMap
from ..markdown.parsed_page import ParsedPage
from ..markdown.parser import parse
from ..markdown.recommendations import Recommendation
from ..reading.drawing import read_drawing
from ..reading.picture_size import picture_size
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from .article_outline import ArticleOutline, outline_of
from .docs_page import DocsPage, read_docs_page
from .house_value_use import used_by
from .launch_page import retired_ids
from .site_memo import SiteMemo
from .subjects import by_subject, subjects_of
from .withdrawn_sources import withdrawn_sources

CALCULATOR_PAGES = "calculators/"
MOVED = "redirectFrom"
"""The field of a page or an article that lists its earlier addresses."""


@dataclass(frozen=True)
class Site:
    """The project, the addresses of all its files, and its articles by the source path of their page."""

    project: Project
    addresses: SiteMap
    articles: Mapping[str, Article] = field(default_factory=dict)
    memo: SiteMemo = field(default_factory=SiteMemo, repr=False, compare=False)

    def parsed(self, article: Article) -> ParsedPage:
        """An article's Markdown; parsed again only when its source is another."""
        known = self.memo.articles.get(article.page)
        if known is None or known.source is not article.source:
            works = self.references.works
            known = parse(article.source, addresses=self.addresses, page=article.page, passages=True, works=works)
            self.memo.articles[article.page] = known
        return known

    def outline(self, article: Article) -> ArticleOutline:
        """What the rest of the site asks of an article; made again only when its source is another."""
        known = self.memo.outlines.get(article.page)
        if known is None or known[0] is not article.source:
            known = (article.source, outline_of(article.slug, self.parsed(article)))
            self.memo.outlines[article.page] = known
        return known[1]

    def subjects(self, article: Article) -> tuple[str, ...]:
        """What an article speaks of; looked for again only when its source is another."""
        known = self.memo.subjects.get(article.page)
        if known is None or known[0] is not article.source:
            known = (article.source, subjects_of(article, self.glossary))
            self.memo.subjects[article.page] = known
        return known[1]

    @cached_property
    def listed(self) -> Mapping[str, Article]:
        """The listed articles by their slugs."""
        return {article.slug: article for article in self.project.listed_articles}

    @cached_property
    def slugs_by_subject(self) -> Mapping[str, Sequence[str]]:
        """For each subject the listed articles that speak of it."""
        return by_subject((slug, self.subjects(article)) for slug, article in self.listed.items())

    def docs_page(self, page: str) -> DocsPage | None:
        """A page of docs/ by its source path; None for whatever is not written in Markdown there."""
        if page not in self.memo.docs:
            source = self._docs_source(page)
            self.memo.docs[page] = (
                None if source is None else read_docs_page(source, page, self.project, self.addresses)
            )
        return self.memo.docs[page]

    def _docs_source(self, page: str) -> SourceFile | None:
        file = self.project.docs / page
        return read_source(file, self.project.shown(file)) if file.suffix == ".md" and file.is_file() else None

    def _names(self, page: str, field: str) -> bool:
        """Whether a page of docs/ has the name of a field anywhere in its bytes: few have, and only those are read as text."""
        file = self.project.docs / page
        return page.endswith(".md") and file.is_file() and field.encode() in file.read_bytes()

    @property
    def earlier_docs(self) -> Mapping[str, str]:
        """Earlier addresses of pages of docs/, each with the source path of its page. No other page is parsed for it."""
        if self.memo.earlier_docs is None:
            sources = ((page, self._docs_source(page)) for page in self.addresses.files if self._names(page, MOVED))
            moved = [page for page, source in sources if source and MOVED in (source.front_matter or "")]
            self.memo.earlier_docs = {
                old: page for page in moved if (docs := self.docs_page(page)) for old in docs.redirect_from
            }
        return self.memo.earlier_docs

    @property
    def glossary(self) -> Glossary:
        """The words that articles explain."""
        return self._read_glossary()[0]

    @property
    def glossary_problems(self) -> list[Problem]:
        """What is wrong with glossary.yml."""
        return self._read_glossary()[1]

    def _read_glossary(self) -> tuple[Glossary, list[Problem]]:
        if self.memo.glossary is None:
            content = self.project.content
            self.memo.glossary = read_glossary(content, self.project.shown(content / GLOSSARY))
        return self.memo.glossary

    def glossary_links(self, article: Article) -> GlossaryLinks | None:
        """The glossary as an article links to it; nothing on a site without its page."""
        if article.page not in self.memo.glossary_links:
            url = self.addresses.url_of(GLOSSARY_PAGE, article.page)
            if not url:
                return None
            self.memo.glossary_links[article.page] = GlossaryLinks(self.glossary, article.slug, url)
        return self.memo.glossary_links[article.page]

    @property
    def facts(self) -> Facts:
        """The numbers that several pages say, each with its source."""
        return self._read_facts()[0]

    @property
    def fact_problems(self) -> list[Problem]:
        """What is wrong with facts.yml."""
        return self._read_facts()[1]

    def _read_facts(self) -> tuple[Facts, list[Problem]]:
        if self.memo.facts is None:
            content = self.project.content
            self.memo.facts = read_facts(content, self.project.shown(content / FACTS))
        return self.memo.facts

    @property
    def hazards(self) -> HazardLog:
        """What may go wrong, and what stands against it."""
        return self._read_hazards()[0]

    @property
    def hazard_problems(self) -> list[Problem]:
        """What is wrong with hazards.yml."""
        return self._read_hazards()[1]

    def _read_hazards(self) -> tuple[HazardLog, list[Problem]]:
        if self.memo.hazards is None:
            content = self.project.content
            self.memo.hazards = read_hazards(content, self.project.shown(content / HAZARDS))
        return self.memo.hazards

    @property
    def references(self) -> References:
        """The works that articles cite by key."""
        return self._read_references()[0]

    @property
    def reference_problems(self) -> list[Problem]:
        """What is wrong with references.yml."""
        return self._read_references()[1]

    def _read_references(self) -> tuple[References, list[Problem]]:
        if self.memo.references is None:
            content = self.project.content
            self.memo.references = read_references(content, self.project.shown(content / REFERENCES))
        return self.memo.references

    @property
    def recalls(self) -> tuple[Recall, ...]:
        """Versions of calculators whose answers were found to be wrong, the newest first."""
        return self._read_recalls()[0]

    @property
    def recall_problems(self) -> list[Problem]:
        """What is wrong with recalls.yml."""
        return self._read_recalls()[1]

    def _read_recalls(self) -> tuple[tuple[Recall, ...], list[Problem]]:
        if self.memo.recalls is None:
            content = self.project.content
            self.memo.recalls = read_recalls(content, self.project.shown(content / RECALLS))
        return self.memo.recalls

    @property
    def calculator_reviews(self) -> Mapping[str, CalculatorReview]:
        """The last review of each calculator that has one."""
        return self._read_calculator_reviews()[0]

    @property
    def calculator_review_problems(self) -> list[Problem]:
        """What is wrong with calculator-reviews.yml."""
        return self._read_calculator_reviews()[1]

    def _read_calculator_reviews(self) -> tuple[Mapping[str, CalculatorReview], list[Problem]]:
        if self.memo.calculator_reviews is None:
            content = self.project.content
            self.memo.calculator_reviews = read_calculator_reviews(
                content, self.project.shown(content / CALCULATOR_REVIEWS), self.project.lists.people
            )
        return self.memo.calculator_reviews

    def words_of_drawing(self, address: str) -> str:
        """What a drawing below content/ says that it shows. It is read once, in however many lists it stands."""
        if address not in self.memo.drawings:
            self.memo.drawings[address] = read_drawing(read_source(self.project.content / address, address)).title
        return self.memo.drawings[address]

    @property
    def changes(self) -> list[ChangeEntry]:
        """The clinical changes of the change log."""
        if self.memo.changes is None:
            self.memo.changes = change_entries(self.project.root)
        return self.memo.changes

    def with_article(self, article: Article) -> "Site":
        """The same site with one article read anew. Its address must be the same."""
        return replace(
            self, project=self.project.with_article(article), articles={**self.articles, article.page: article}
        )

    @cached_property
    def placed_in(self) -> dict[str, list[tuple[Article, int]]]:
        """For each calculator the articles that place it, as far as readers can see them there, with the number of its first
        place among the calculators of the article."""
        placed: dict[str, list[tuple[Article, int]]] = {}
        for article in self.project.listed_articles:
            known = self.memo.outlines.get(article.page)
            # No page is parsed for it.
            named = known[1].calculators if known else calculators_named(article.source)
            for calculator in dict.fromkeys(named):
                placed.setdefault(calculator, []).append((article, named.index(calculator) + 1))
        return placed

    @cached_property
    def house_value_users(self) -> Mapping[str, Sequence[Calculator[Any, Any]]]:
        """For each of our own values by its key, the calculators and worksheets that use it."""
        return used_by(HOUSE_VALUES, (*every(), *worksheets()))

    def size_of_picture(self, source: str) -> tuple[int, int] | None:
        """Width and height of a picture in the folder of pages, by its source path."""
        return picture_size(file) if (file := self.project.docs / source).is_file() else None

    @property
    def retired_ids(self) -> Mapping[str, Sequence[str]]:
        """The names of inputs and options that links may no longer hold, by the ids of their calculators."""
        return retired_ids(self.project.root)

    @property
    def recommended(self) -> Sequence[tuple[Article, tuple[Recommendation, ...]]]:
        """The listed articles that recommend something, by title, with what they recommend."""
        found = ((article, self.outline(article).recommendations) for article in self.project.listed_articles)
        return sorted((one for one in found if one[1]), key=lambda one: one[0].title.casefold())

    @cached_property
    def withdrawn_sources(self) -> Mapping[str, Sequence[WithdrawnSource]]:
        """For each calculator and worksheet by its id, the withdrawn articles that it takes numbers from."""
        return withdrawn_sources(self.articles.values())

    def calculator_url(self, calculator: Calculator[Any, Any], page: str) -> str:
        """The address of a calculator's page as seen from another; empty when it has none yet."""
        return self.addresses.url_of(f"{calculator.folder}/{calculator.slug}.md", page)

    def passage_url(self, passage: HousePassage, page: str) -> str | None:
        """The address of the row or item that a calculator rests on; None when no article shows such a passage."""
        article = self.articles.get(f"articles/{passage.article}.md")
        if article is None or not article.is_listed(self.project.today):
            return None
        there = self.outline(article).house_ids.get(passage)
        return f"{self.addresses.url_of(article.page, page)}#{there}" if there else None
