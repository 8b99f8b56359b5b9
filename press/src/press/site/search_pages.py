"""Every page of the site as the search has it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ketamine_calculators.definition import Calculator

from ..content.articles import Article
from ..content.glossary import PAGE as GLOSSARY_PAGE
from ..content.glossary import Glossary
from ..reading.digests import digest
from .docs_page import DocsPage
from .pages import Pages
from .recommendations_page import PAGE as RECOMMENDATIONS_PAGE
from .search_article import searched_article
from .search_index import SearchWords
from .search_lines import SearchedSection
from .search_page import Facet, Kind, SearchedPage, SearchRecord, search_record
from .search_state import SearchKey
from .search_text import searched_sections
from .search_words import other_names, words_that_mean
from .site import Site

_KINDS = {
    "calculators/": Facet(Kind.CALCULATOR, 1.8),
    "worksheets/": Facet(Kind.WORKSHEET, 1.5),
    "sheets/": Facet(Kind.SHEET, 1.4),
    "scoring/": Facet(Kind.GLOSSARY, 1.4),
    "abbreviations/": Facet(Kind.GLOSSARY, 0.5),
}
"""By the beginning of an address."""
_TERM = Facet(Kind.GLOSSARY, 0.5)
_ABOUT = Facet(Kind.ABOUT, 0.02)
_ARTICLE, _HANDOUT = 1.5, 0.1
"""A clinician who looks for a handout for patients names it."""


def search_keys(
    site: Site, of_docs: Callable[[str], SearchKey | None], of_article: Callable[[Article], SearchKey]
) -> Iterator[SearchKey]:
    """Every page that readers find: first those of docs/ by their addresses, then the terms of the glossary, then the articles.

    Articles are in the order of their dates, so that a new one is the last and leaves the numbers of all others as they are.
    `of_docs` and `of_article` have the key of each; None for a page that is left out.
    """
    for page in sorted(site.addresses.files):
        key = of_docs(page) if page not in site.articles else None
        if key is not None:
            yield key
    for record in map(search_record, _terms(site)):
        yield SearchKey(digest(record), partial(_same, record))
    public = [article for article in site.articles.values() if not article.why_unseen(site.project.today)]
    for article in sorted(public, key=lambda article: (article.published, article.slug)):
        yield of_article(article)


def _same(record: SearchRecord) -> SearchRecord:
    return record


def search_words(site: Site) -> SearchWords:
    """What a search knows besides the pages."""
    lists = site.project.lists.taxonomy
    return SearchWords(words_that_mean(site.glossary), lists.categories, lists.audiences)


def calculator_names(calculator: Calculator[Any, Any], title: str, glossary: Glossary) -> tuple[str, ...]:
    """What a calculator is called besides its title, and its kind."""
    kind = calculator.folder.removesuffix("s")  # the infusion worksheet
    return tuple(dict.fromkeys((*calculator.synonyms, *other_names(title, glossary), kind)))


def _names(docs: DocsPage, title: str, glossary: Glossary) -> tuple[str, ...]:
    """What a page is called besides its title; what its front matter says under `searched` first."""
    asked = docs.fields.get("searched")
    own = tuple(map(str, asked)) if isinstance(asked, list) else ()
    return (*own, *calculator_names(docs.calculator, title, glossary)) if docs.calculator else own


def _is_left_out(docs: DocsPage) -> bool:
    asked = docs.fields.get("search")
    return isinstance(asked, dict) and bool(asked.get("exclude"))


def searched_docs_page(docs: DocsPage, pages: Pages) -> SearchedPage | None:
    """A page of docs/ as the search has it; None where it is left out."""
    address = pages.site.addresses.files.get(docs.parsed.page)
    if address is None or _is_left_out(docs):
        return None
    title = str(docs.fields.get("title") or docs.parsed.title or "")
    facet = next((facet for start, facet in _KINDS.items() if address.startswith(start)), _ABOUT)
    # Each term, and each recommendation in its article, is found by itself.
    own_only = docs.parsed.page in (GLOSSARY_PAGE, RECOMMENDATIONS_PAGE)
    sections = searched_article(docs.parsed.tokens) if own_only else searched_sections(pages.docs(docs).html)
    return SearchedPage(
        address,
        title,
        facet,
        str(docs.fields.get("description", "")),
        _names(docs, title, pages.site.glossary),
        _without_title(sections, title),
    )


def _terms(site: Site) -> Iterator[SearchedPage]:
    address = site.addresses.files.get(GLOSSARY_PAGE)
    if address is None:
        return
    for entry in site.glossary.terms:
        others = tuple(form for form in (*entry.forms, *entry.searched) if form != entry.term)
        lines = (SearchedSection("", "", (entry.definition,)),)
        yield SearchedPage(f"{address}#{entry.id}", entry.term, _TERM, "", others, lines)


def searched_article_page(article: Article, site: Site) -> SearchedPage:
    """An article as the search has it."""
    parsed = site.parsed(article)
    weight = _HANDOUT if article.is_for_patients else _ARTICLE
    return SearchedPage(
        article.url,
        article.title,
        Facet(Kind.GUIDANCE, weight, article.category or "", article.audience or "", bool(parsed.recommendations)),
        article.excerpt,
        (),
        _without_title(searched_article(parsed.tokens), article.title),
        tuple((recommendation.id, recommendation.text) for recommendation in parsed.recommendations),
    )


def _without_title(sections: tuple[SearchedSection, ...], title: str) -> tuple[SearchedSection, ...]:
    """The page's own title stands above all of them already."""
    kept = (SearchedSection(s.id, "", s.lines) if not s.id and s.title == title else s for s in sections)
    return tuple(section for section in kept if section.id or section.title or section.lines)
