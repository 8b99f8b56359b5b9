"""The pages of the site as HTML: the parsed page, with what the rest of the site adds to it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from markupsafe import Markup

from ketamine_calculators import every, find
from ketamine_calculators.definition import Calculator
from ketamine_calculators.house_values import HOUSE_VALUES
from ketamine_calculators.registry import worksheets

from ..content.articles import Article
from ..content.glossary import PAGE as GLOSSARY_PAGE
from ..content.glossary import Entry
from ..forms import calculator_page, form
from ..forms.calculator_index import calculator_index
from ..markdown.calculator_links import used_by_html
from ..markdown.links import relative_url
from ..markdown.page_html import page_html
from ..markdown.page_parts import REFERENCES
from ..markdown.parsed_page import Heading, ParsedPage, PlacedCalculator
from .calculator_trust import CalculatorTrust, calculator_trust, trust_html
from .docs_page import DocsPage
from .docs_tables import table_headings, table_html, table_ids
from .glossary_page import abbreviations_html, glossary_headings, glossary_html
from .house_passages import resting
from .house_values_page import PAGE as HOUSE_VALUES_PAGE
from .house_values_page import value_id
from .picture_sizes import picture_sizes
from .recalls_page import recalled_versions
from .recommendations_page import LIST_ID, LIST_TITLE, list_html
from .rendered_page import RenderedPage
from .search_words import words_that_mean
from .site import Site


@dataclass(frozen=True)
class Pages:
    """Makes the pages of one site, each once."""

    site: Site
    forms: dict[tuple[object, ...], str] = field(default_factory=dict, repr=False)
    """The forms that stand in pages, by all that they are made from but the rest of the site."""
    _articles: dict[str, RenderedPage] = field(default_factory=dict, init=False, repr=False)
    _docs: dict[str, RenderedPage] = field(default_factory=dict, init=False, repr=False)
    _sections: dict[str, tuple[calculator_page.Section, ...]] = field(default_factory=dict, init=False, repr=False)

    def article(self, article: Article) -> RenderedPage:
        """An article as its page shows it."""
        if article.page not in self._articles:
            self._articles[article.page] = self._article(article)
        return self._articles[article.page]

    def know(self, article: Article, rendered: RenderedPage) -> None:
        """Take over an article's page that another process has made of these pages."""
        self._articles[article.page] = rendered

    def _article(self, article: Article) -> RenderedPage:
        if article.withdrawn is not None:
            return RenderedPage(f"<h1>{escape(article.title)}</h1>", article.title)
        parsed = self.site.parsed(article)
        html = page_html(
            parsed,
            form=lambda placed: self._form(placed, article.page, placed.number),
            glossary=self.site.glossary_links(article),
            used_by=self._used_by(article, parsed),
            before_references=list_html(parsed.recommendations),
        )
        return RenderedPage(str(html), parsed.title, contents_of(parsed), tuple(p.block.id for p in parsed.calculators))

    def docs(self, docs: DocsPage) -> RenderedPage:
        """A page of docs/, with what its front matter asks for."""
        if (page := docs.parsed.page) not in self._docs:
            self._docs[page] = self._docs_page(docs)
        return self._docs[page]

    def _docs_page(self, docs: DocsPage) -> RenderedPage:
        page = docs.parsed.page
        own = docs.calculator
        before = 0 if own is None else 1
        size = picture_sizes(docs.parsed, self.site.size_of_picture).get
        text = page_html(docs.parsed, form=lambda placed: self._form(placed, page, before + placed.number), size=size)
        parts = [text.title, text.body]
        headings = [*docs.parsed.headings]
        if docs.glossary == "terms":
            root = relative_url("", self.site.addresses.files.get(page, ""))
            parts.append(glossary_html(self.site.glossary, lambda entry: self.read_on_url(entry, page) or "", root))
            headings += glossary_headings(self.site.glossary)
        elif docs.glossary == "abbreviations":
            parts.append(abbreviations_html(self.site.glossary, self.site.addresses.url_of(GLOSSARY_PAGE, page)))
        if docs.table is not None:
            parts.append(table_html(docs.table, self.site, page))
            headings += table_headings(docs.table, self.site, page)
        if docs.shows:
            parts.append(str(page_html(docs.shows, code=lambda word: self._calculator_link(word, page))))
            headings += docs.shows.headings
        if own is not None:
            # A page without a heading of its own has its title from the theme, above all of this.
            # Joined as texts: what is added to Markup with a plus would be escaped, the whole form here.
            own_form = f"{self._calculator(own, {}, 1, 0, '')}{form.verify_html(own)}"
            parts.insert(1, f"{own_form}\n" if text.title else f"\n{own_form}")
            for section in self._calculator_sections(docs):
                parts.append(_section_html(section))
                headings.append(Heading(2, section.id, section.title, 0))
        calculators = (*([] if own is None else [own.id]), *(placed.block.id for placed in docs.parsed.calculators))
        return RenderedPage("".join(parts), docs.parsed.title, tuple(headings), calculators)

    def ids(self, page: str) -> Collection[str] | None:
        """Every id of a page's text that can be linked to; None for pages that are not written in Markdown."""
        if page in self.site.memo.ids:
            return self.site.memo.ids[page]
        if page in self.site.articles:
            return self.ids_of(self.site.articles[page])
        docs = self.site.docs_page(page)
        if docs is None:
            return None
        ids = dict.fromkeys(docs.parsed.ids)
        if docs.glossary == "terms":
            ids |= dict.fromkeys(heading.id for heading in glossary_headings(self.site.glossary))
        if docs.table is not None:
            ids |= dict.fromkeys(table_ids(docs.table, self.site, page))
        if docs.shows:
            ids |= dict.fromkeys(docs.shows.ids)
        ids |= dict.fromkeys(section.id for section in self._calculator_sections(docs))
        return ids

    def ids_of(self, article: Article) -> Collection[str]:
        """Every id of an article's text that can be linked to."""
        parsed = self.site.parsed(article)
        return {*parsed.ids, LIST_ID} if parsed.recommendations else parsed.ids

    def why_unseen(self, entry: Entry, page: str) -> str:
        """Why readers would not find the text that an entry sends them to, as the end of a sentence; empty when they do."""
        target = self.site.addresses.target(entry.see, page).page
        article = self.site.articles.get(target) if target else None
        return article.why_unseen(self.site.project.today) if article else ""

    def read_on_url(self, entry: Entry, page: str) -> str | None:
        """Where a page sends those who want to know more of a term; None when there is no such place."""
        if self.why_unseen(entry, page):
            return None
        target = self.site.addresses.target(entry.see, page)
        ids = self.ids(target.page) if target.page and target.anchor else None
        return None if ids is not None and target.anchor not in ids else target.url

    def calculator_index(self, page: str, heading_level: int = 2, often: Sequence[str] = ()) -> Markup:
        """All calculators with a page, by stage of care, as a list for a page; those needed `often` also above it."""
        known = [calculator for calculator in every() if self.site.calculator_url(calculator, page)]
        return Markup(  # noqa: S704  # the template has escaped it
            calculator_index(
                known,
                [worksheet for worksheet in worksheets() if self.site.calculator_url(worksheet, page)],
                lambda calculator: self.site.calculator_url(calculator, page),
                self._means,
                heading_level,
                often,
            )
        )

    @cached_property
    def _means(self) -> dict[str, list[str]]:
        return words_that_mean(self.site.glossary)

    def calculator_link(self, id: str, page: str) -> tuple[Calculator[Any, Any], str]:
        """A calculator or worksheet by its id, with its address as seen from a page. Raises UnknownCalculator."""
        calculator = find(id)
        return calculator, self.site.calculator_url(calculator, page)

    def worksheet_index(self, page: str, *, described: bool = False) -> Markup:
        """All worksheets with a page, as a list for a page; `described` by what their pages say of themselves."""
        known = [(card, self.site.calculator_url(card, page)) for card in worksheets()]
        said = {card.id: self._description(card) if described else "" for card, _ in known}
        return calculator_page.worksheet_index([(card, url, said[card.id]) for card, url in known if url])

    def _description(self, calculator: Calculator[Any, Any]) -> str:
        docs = self.site.docs_page(f"{calculator.folder}/{calculator.slug}.md")
        return str(docs.fields.get("description", "")) if docs else ""

    def _form(self, placed: PlacedCalculator, page: str, number: int) -> str:
        if placed.problems:
            # The build stops at this; the preview shows the editor what is wrong where the form would be.
            messages = "".join(f"<p>{escape(problem.message)}</p>" for problem in placed.problems)
            return f'<div class="admonition danger"><p class="admonition-title">Calculator</p>{messages}</div>\n'
        calculator, url = self.calculator_link(placed.block.id, page)
        folds = page in self.site.articles and form.is_long(calculator)
        # Many pages have the same form.
        key = (url, folds, placed.block.id, repr(placed.block.values), number, placed.heading_level)
        if key not in self.forms:
            html = self._calculator(calculator, placed.block.values, number, placed.heading_level, url)
            self.forms[key] = form.folded(calculator, html) if folds else html
        return self.forms[key]

    def _calculator(self, calculator: Calculator[Any, Any], *placed: Any) -> str:
        """The form as forms.form makes it, which says of withdrawn versions what the recall list says."""
        recalled = recalled_versions(calculator.id, self.site.recalls)
        return form.calculator_html(
            calculator,
            *placed,
            recalled=recalled,
            review=self._trust(calculator).review,
            withdrawn=self.site.withdrawn_sources.get(calculator.id, ()),
        )

    def _trust(self, calculator: Calculator[Any, Any]) -> CalculatorTrust:
        review = self.site.calculator_reviews.get(calculator.id)
        return calculator_trust(calculator, review, self.site.hazards.hazards, self.site.changes)

    def _calculator_sections(self, docs: DocsPage) -> tuple[calculator_page.Section, ...]:
        """What the page of a calculator says of it below the Markdown; nothing on other pages."""
        page, calculator = docs.parsed.page, docs.calculator
        if calculator is None:
            return ()
        if page not in self._sections:
            used_in = [
                (
                    article.title,
                    f"{self.site.addresses.url_of(article.page, page)}#{form.title_id(calculator, number)}",
                )
                for article, number in self.site.placed_in.get(calculator.id, [])
            ]
            own = calculator_page.calculator_sections(
                calculator,
                lambda passage: self.site.passage_url(passage, page),
                used_in,
                list(self._house_values_of(calculator, page)),
            )
            trust = calculator_page.Section(
                "trust", "Hazards and changes", trust_html(calculator, self._trust(calculator))
            )
            self._sections[page] = (*own, trust)
        return self._sections[page]

    def _house_values_of(self, calculator: Calculator[Any, Any], page: str) -> Iterator[tuple[str, str]]:
        """Title and address of each house value that a calculator uses; nothing on a site without that page."""
        url = self.site.addresses.url_of(HOUSE_VALUES_PAGE, page)
        for key, users in self.site.house_value_users.items():
            if url and calculator in users:
                yield HOUSE_VALUES[key].title, f"{url}#{value_id(HOUSE_VALUES[key])}"

    def _calculator_link(self, word: str, page: str) -> str | None:
        """In place of a calculator's id in code: its title, with the way to its page."""
        calculator = next((calculator for calculator in every() if calculator.id == word), None)
        if calculator is None:
            return None
        url, title = self.site.calculator_url(calculator, page), escape(calculator.title)
        return f'<a href="{escape(url)}">{title}</a>' if url else title

    def _used_by(self, article: Article, parsed: ParsedPage) -> dict[str, str]:
        """For each passage of an article that calculators rest on, the links to their pages."""
        links = {
            passage: [(c.title, url) for c in calculators if (url := self.site.calculator_url(c, article.page))]
            for passage, calculators in resting(every(), article.slug, parsed).items()
        }
        return {passage: used_by_html(pairs) for passage, pairs in links.items() if pairs}


def contents_of(parsed: ParsedPage) -> tuple[Heading, ...]:
    """The headings of a page, with its calculators where they stand among them."""
    forms = (
        Heading(
            placed.heading_level, form.title_id(card, placed.number), f"Calculator: {card.title}", placed.block.line
        )
        for placed in parsed.calculators
        if not placed.problems and (card := find(placed.block.id))
    )
    listed = (Heading(2, LIST_ID, LIST_TITLE, _line_of_references(parsed)),) if parsed.recommendations else ()
    return tuple(sorted((*listed, *parsed.headings, *forms), key=lambda heading: heading.line))


def _line_of_references(parsed: ParsedPage) -> int:
    """The line of the heading above the references; behind the last line where there is none."""
    lines = (heading.line for heading in parsed.headings if heading.id == REFERENCES)
    return next(lines, len(parsed.source.lines) + 1)


def _section_html(section: calculator_page.Section) -> str:
    return (
        f'<h2 id="{section.id}">{section.title}'
        f'<a class="headerlink" href="#{section.id}" title="Copy link">#</a></h2>\n{section.html}\n'
    )
