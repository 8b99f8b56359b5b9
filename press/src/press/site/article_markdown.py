"""An article as Markdown beside its page, for programs that read text: what a reader has to know first, then the text."""

import re

from ketamine_calculators import find
from ketamine_calculators.definition import Calculator

from ..content.articles import Article
from ..markdown.citations import with_numbers
from ..markdown.references import NumberedReference
from ..reading.day_words import day
from .article_page import SiteName
from .license import FOR_PATIENTS, LICENSE, LICENSE_NAME, NOT_A_SUBSTITUTE
from .site import Site

FILE = "index.html.md"
"""Beside a page whose address ends in a slash, as the proposal of llms.txt says."""
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_TITLE = re.compile(r"\A\s*# .*\n?")
_OWN_ID = re.compile(r"(?m)^(#{2,6} .*?)[ \t]*\{[ \t]*#[\w:.-]+[ \t]*\}[ \t]*$")
_OWN_ADDRESS = re.compile(r"(\]\(|^\[[^\]]+\]:\s*)/(?!/)", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")


def markdown_address(article: Article) -> str:
    """The address of an article's Markdown in the site."""
    return f"{article.url}{FILE}"


def article_markdown(article: Article, site: Site, name: SiteName) -> str:
    """The article with its facts above the text; every address is whole, and a calculator is a link to its page."""
    text = _TITLE.sub("", _without_calculators(article, site, name))
    text = _OWN_ID.sub(r"\1", _COMMENT.sub("", text))
    text = _OWN_ADDRESS.sub(rf"\g<1>{name.url}", text)
    made = [(reference.work.key, reference) for reference in site.parsed(article).references if reference.work]
    text = with_numbers(text, {key: reference.number for key, reference in made}).strip()
    text += _references([reference for _, reference in made])
    whole = f"# {article.title}\n\n> {article.excerpt}\n\n{_facts(article, name)}\n\n{text}\n"
    return _EMPTY_LINES.sub("\n\n", whole)


def _references(made: list[NumberedReference]) -> str:
    lines = "\n".join(f"{reference.number}. {reference.text}" for reference in made)
    return f"\n\n## References\n\n{lines}" if made else ""


def _facts(article: Article, name: SiteName) -> str:
    facts = [f"Page: {name.url}{article.url}", FOR_PATIENTS if article.is_for_patients else NOT_A_SUBSTITUTE]
    if article.reviewed:
        by = f" by {article.reviewed_by}" if article.reviewed_by else ""
        changed = " Changed since it was reviewed." if article.is_changed_since_review else ""
        facts.append(f"Last reviewed on {day(article.reviewed)}{by}.{changed}")
    else:
        facts.append("Not yet reviewed by a clinician.")
    if article.last_change:
        facts.append(f"Last change: {day(article.last_change)}.")
    if article.literature_to:
        facts.append(f"Literature read to {day(article.literature_to)}.")
    facts += (
        f"{label.text}: text of {label.version.words}, read {day(label.read)}. {label.note}" for label in article.labels
    )
    facts.append(f"License: {LICENSE_NAME}, {LICENSE}")
    return "\n".join(f"- {fact.strip()}" for fact in facts)


def _without_calculators(article: Article, site: Site, name: SiteName) -> str:
    """The text with a link in place of each calculator."""
    lines = article.source.body.split("\n")
    first = article.source.body_line
    ends = {block.line: block.end for block in site.parsed(article).blocks if block.kind == "fence"}
    for placed in reversed(site.parsed(article).calculators):
        if placed.problems or placed.block.line not in ends:
            continue
        calculator: Calculator = find(placed.block.id)  # type: ignore[type-arg]  # of any kind
        page = site.addresses.files.get(f"{calculator.folder}/{calculator.slug}.md")
        words = f"Calculator: {calculator.title}"
        link = f"[{words}]({name.url}{page})" if page else words
        lines[placed.block.line - first : ends[placed.block.line] - first] = [link]
    return "\n".join(lines)
