"""What pages say is what a clinician would say: no word of the workshop, and headings in sentence case."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.content.project import Project
from press.reading.style_rule import findings
from press.site.pages import Pages

PROJECT = Path(__file__).resolve().parents[3]

# The change log quotes what earlier versions answered, and the notices quote licenses.
QUOTING = {"change-log.md", "notices.md"}
BLOCKS = "p, li, td, th, h1, h2, h3, h4, dt, dd, caption, figcaption, summary, label, legend, button, option, div, text, title"
# Names of tests and of publications have words of their own.
NAMES = ("Tested: ", "Source: ")
NAMING = ("alt", "aria-label", "placeholder", "title")
# From here on a page has what calculators declare: of one of them, the names of all, or the table of our own values.
DECLARED = re.compile(r'<h2 id="(?:population|names)"|<p>Every basis')
# The first word of a heading, or of what follows a number, a colon or a question mark, begins with a capital.
OPENING = re.compile(r"(?:^|[:?.] )[\W\d]*\w+")
WORD = re.compile(r"(?<![\w'’/–-])[A-Z][a-z]+(?![\w/–-])")
AMID = re.compile(r"(?<=[a-z,] )[A-Za-z]+\b")


@pytest.fixture(scope="module")
def read(pages: Pages) -> dict[str, BeautifulSoup]:
    """Every page of the project by its source path, with its title and its description as paragraphs above it."""
    found = {page: BeautifulSoup(html, "html5lib") for page, html in written(pages)}
    for html in found.values():
        # What calculators declare is held by their own tests; their templates name keys of a reply.
        for declared in html.select("clinical-calculator, template"):
            declared.decompose()
    return found


def written(pages: Pages) -> Iterator[tuple[str, str]]:
    for page, article in pages.site.articles.items():
        yield page, f"<p>{article.title}.</p><p>{article.excerpt}</p>{pages.article(article).html}"
    for page in pages.site.addresses.files:
        if docs := pages.site.docs_page(page):
            above = "".join(f"<p>{docs.fields.get(name, '')}</p>" for name in ("title", "description"))
            yield page, above + DECLARED.split(pages.docs(docs).html)[0]
    templates = [*(PROJECT / "docs" / "overrides").rglob("*.html"), *(PROJECT / "press" / "src").rglob("*.html")]
    for template in sorted(templates):
        yield template.name, re.sub(r"{#.*?#}|{[{%].*?[%}]}", "", template.read_text("utf-8"), flags=re.DOTALL)


@pytest.fixture(scope="module")
def names(pages: Pages, read: dict[str, BeautifulSoup]) -> set[str]:
    """Words that stand amid sentences with a capital more often than without, and those of what is known by its letters."""
    amid: Counter[str] = Counter()
    for html in read.values():
        for paragraph in html.select("p, li:not(.references li)"):
            amid.update(AMID.findall(paragraph.get_text()))
    written_out = (entry.term for entry in pages.site.glossary.entries if entry.short)
    return {word for word in amid if amid[word] > amid[word.lower()]} | set(" ".join(written_out).split())


def blocks(html: BeautifulSoup) -> Iterator[str]:
    """Each paragraph, heading, cell and label; without code, without references, without the page's own quotations."""
    own = copy(html)
    for left_out in own.select("li[id^=ref-], .headerlink, .strength, script, style"):
        left_out.decompose()
    for code in own.select("code"):
        code.string = "Code"
    for block in own.select(f"{BLOCKS}, br"):
        block.insert_before("\n\n")
        block.insert_after("\n\n")
    yield from (" ".join(block.split()) for block in own.get_text().split("\n\n"))
    yield from (str(tag[name]) for name in NAMING for tag in own.select(f"[{name}]"))


def refused(read: dict[str, BeautifulSoup], *levels: str) -> set[tuple[str, str, str]]:
    """What the rules of content/style find on finished pages that are ours to write. To an editor they are advice."""
    rules = tuple(rule for rule in Project(PROJECT).style if rule.level in levels)
    return {
        (page, one.rule, text[max(0, one.start - 40) : one.end + 40])
        for page, html in read.items()
        if page not in QUOTING and not page.startswith("articles/")
        for text in blocks(html)
        if not text.startswith(NAMES)
        for one in findings(text, rules)
    }


def test_no_page_says_what_readers_stumble_on(read: dict[str, BeautifulSoup]) -> None:
    assert refused(read, "error", "warning") == set()


def test_headings_are_in_sentence_case(read: dict[str, BeautifulSoup], names: set[str]) -> None:
    in_title_case = {
        (page, heading.get_text())
        for page, html in read.items()
        if not page.startswith("articles/")
        for heading in html.select("h1, h2, h3, h4, caption, summary:not(:has(span)), summary > span")
        if set(WORD.findall(OPENING.sub("", heading.get_text()))) - names
    }
    assert in_title_case == set()
