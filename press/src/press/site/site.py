"""One edition of the site: every page's Markdown made into HTML, with its calculators and its neighbours.

The rim to the site generator is plugin.py; nothing here knows of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from markupsafe import Markup

from ketamine_calculators import every, find
from ketamine_calculators.definition import Calculator, HousePassage
from ketamine_calculators.errors import UnknownCalculator
from ketamine_calculators.registry import worksheets

from ..content.articles import Article
from ..content.glossary import FILE as GLOSSARY
from ..content.glossary import PAGE as GLOSSARY_PAGE
from ..content.glossary import Glossary, read_glossary
from ..content.project import Project
from ..forms import calculator_page, form
from ..forms.block_problems import calculator_problems
from ..forms.blocks import CalculatorBlock, calculators_named
from ..markdown.calculator_links import used_by_html
from ..markdown.glossary_links import Terms
from ..markdown.links import SiteMap
from ..markdown.parser import render
from ..markdown.rendered_page import Heading, RenderedPage
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from ..reading.strict_yaml import read_mapping
from .docs_page import add_what_it_asks_for
from .house_passages import found, resting

CALCULATOR_PAGES = "calculators/"


@dataclass
class Site:
    """The project and the addresses of all its files."""

    project: Project
    site: SiteMap
    articles: Mapping[str, Article] = field(default_factory=dict)
    """Articles by the source path of their page."""

    @cached_property
    def placed_in(self) -> dict[str, list[Article]]:
        """For each calculator the articles that place it, as far as readers can see them there."""
        found: dict[str, list[Article]] = {}
        for article in self.project.listed_articles:
            for calculator in dict.fromkeys(calculators_named(article.source)):
                found.setdefault(calculator, []).append(article)
        return found

    @cached_property
    def _glossary(self) -> tuple[Glossary, list[Problem]]:
        return read_glossary(self.project.content, self.project.shown(self.project.content / GLOSSARY))

    @property
    def glossary(self) -> Glossary:
        """The words that articles explain."""
        return self._glossary[0]

    @property
    def glossary_problems(self) -> list[Problem]:
        """What is wrong with glossary.yml."""
        return self._glossary[1]

    def read(self, article: Article) -> RenderedPage:
        """An article with empty places where its calculators go; made once."""
        known: dict[str, RenderedPage] = self.__dict__.setdefault("_read", {})
        if article.page not in known:
            known[article.page] = render(
                article.source, site=self.site, page=article.page, passages=True, placed=lambda *_: ""
            )
        return known[article.page]

    def ids(self, page: str) -> frozenset[str] | None:
        """Every place that can be linked to on a page; None for pages that are not written in Markdown."""
        known: dict[str, frozenset[str] | None] = self.__dict__.setdefault("_ids", {})
        if page not in known:
            known[page] = self._ids_of(page)
        return known[page]

    def _ids_of(self, page: str) -> frozenset[str] | None:
        if page in self.articles:
            return frozenset(self.read(self.articles[page]).ids)
        file = self.project.docs / page
        if file.suffix != ".md" or not file.is_file():
            return None
        source = read_source(file, self.project.shown(file))
        return frozenset(self.page(source, page, own_calculator(page_fields(source))).ids)

    def with_article(self, article: Article) -> "Site":
        """The same edition with one article read anew; what is known of the other pages is kept."""
        edition = Site(self.project.with_article(article), self.site, {**self.articles, article.page: article})
        for known in ("_read", "_ids"):
            edition.__dict__[known] = {
                page: value for page, value in self.__dict__.get(known, {}).items() if page != article.page
            }
        if "_glossary" in self.__dict__:
            edition.__dict__["_glossary"] = self._glossary
        return edition

    def article_page(self, article: Article) -> RenderedPage:
        """An article as its page shows it."""
        source = article.source
        return self._judged(
            render(
                source,
                site=self.site,
                page=article.page,
                passages=True,
                placed=lambda block, number, level: self._form(article.page, source, block, number, level),
                terms=self._terms(article),
                used_by=self._used_by(article),
            ),
            source,
        )

    def page(self, source: SourceFile, page: str, calculator: str | None = None) -> RenderedPage:
        """Any other page; `calculator` makes it the page of that calculator or worksheet."""
        rendered = self._judged(
            render(
                source,
                site=self.site,
                page=page,
                placed=lambda block, number, level: self._form(page, source, block, number + 1, level),
            ),
            source,
        )
        add_what_it_asks_for(rendered, source, page, page_fields(source), self)
        if calculator is not None:
            try:
                self._add_calculator(rendered, page, find(calculator))
            except UnknownCalculator as unknown:
                rendered.problems.append(
                    source.problem(1, 1, "calculator", str(unknown), "`press calculators` lists every calculator.")
                )
        return rendered

    def calculator_url(self, calculator: Calculator[Any, Any], page: str) -> str:
        """The address of a calculator's page as seen from another; empty when it has none yet."""
        target = f"{calculator.folder}/{calculator.slug}.md"
        return self.site.url_of(target, page) if target in self.site.files else ""

    def calculator_index(self, page: str, heading_level: int = 2, often: Sequence[str] = ()) -> Markup:
        """All calculators with a page, by clinical moment, as a list for a page; those needed `often` also above it."""
        known = [calculator for calculator in every() if self.calculator_url(calculator, page)]
        return Markup(  # noqa: S704  # the template has escaped it
            calculator_page.calculator_index(
                known, lambda calculator: self.calculator_url(calculator, page), heading_level, often
            )
        )

    def worksheet_index(self, page: str) -> Markup:
        """All worksheets with a page, as a list for a page."""
        known = [(worksheet, self.calculator_url(worksheet, page)) for worksheet in worksheets()]
        return calculator_page.worksheet_index([(worksheet, url) for worksheet, url in known if url])

    def _judged(self, rendered: RenderedPage, source: SourceFile) -> RenderedPage:
        for block in rendered.calculators:
            rendered.problems += calculator_problems(block, source)
        return rendered

    def _form(self, page: str, source: SourceFile, block: CalculatorBlock, number: int, level: int) -> str:
        problems = calculator_problems(block, source)
        if problems:
            # The build stops at this; the preview shows the editor what is wrong where the form would be.
            said = "".join(f"<p>{escape(problem.message)}</p>" for problem in problems)
            return f'<div class="admonition danger"><p class="admonition-title">Calculator</p>{said}</div>\n'
        calculator = find(block.id)
        return form.calculator_html(calculator, block.values, number, level, self.calculator_url(calculator, page))

    def _add_calculator(self, rendered: RenderedPage, page: str, calculator: Calculator[Any, Any]) -> None:
        """Put the form under the title, and what is known of the calculator below the Markdown."""
        heading, end, rest = rendered.html.partition("</h1>")
        if not end:
            # The title is in the front matter; the theme prints it above all of this.
            heading, rest = "", heading
        own_form = form.calculator_html(calculator, {}, 1, 0, "")
        used_in = [
            (article.title, f"{self.site.url_of(article.page, page)}#{self._placed_at(calculator, article)}")
            for article in self.placed_in.get(calculator.id, [])
        ]
        parts = [heading, end, "\n", own_form, rest]
        for section in calculator_page.calculator_sections(
            calculator, lambda passage: self.passage_url(passage, page), used_in
        ):
            parts.append(
                f'<h2 id="{section.id}">{section.title}'
                f'<a class="headerlink" href="#{section.id}" title="Permanent link">¶</a></h2>\n{section.html}\n'
            )
            rendered.headings.append(Heading(2, section.id, section.title, 0))
            rendered.ids[section.id] = 0
        rendered.html = "".join(parts)

    def _used_by(self, article: Article) -> dict[str, str]:
        """For each passage of an article that calculators rest on, the links to their pages."""
        links = {
            passage: [(c.title, url) for c in calculators if (url := self.calculator_url(c, article.page))]
            for passage, calculators in resting(every(), article.slug, self.read(article).passages).items()
        }
        return {passage: used_by_html(pairs) for passage, pairs in links.items() if pairs}

    def _placed_at(self, calculator: Calculator[Any, Any], article: Article) -> str:
        """The id of the first form of a calculator in an article that places it."""
        return form.title_id(calculator, calculators_named(article.source).index(calculator.id) + 1)

    def _terms(self, article: Article) -> Terms | None:
        if GLOSSARY_PAGE not in self.site.files:
            return None
        return Terms(self.glossary, article.slug, self.site.url_of(GLOSSARY_PAGE, article.page))

    def passage_url(self, passage: HousePassage, page: str) -> str | None:
        """The address of the row or item that a calculator rests on; None when no article shows such a passage."""
        article = self.articles.get(f"articles/{passage.article}.md")
        if article is None or article not in self.project.listed_articles:
            return None
        there = found(passage, self.read(article).passages)
        return f"{self.site.url_of(article.page, page)}#{there.id}" if there else None


def own_calculator(fields: Mapping[str, Any]) -> str | None:
    """The id of the calculator or worksheet whose own page the front matter makes this one."""
    return fields.get("calculator") or fields.get("worksheet")


def page_fields(source: SourceFile) -> dict[str, Any]:
    """The front matter of a page that is no article, as far as it can be read."""
    return {name: value.data for name, value in read_mapping(source.front_matter or "", 2, source)[0].items()}
