"""How Markdown becomes a page."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.forms.blocks import calculators_named
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parsed_page import ParsedPage, PlacedCalculator
from press.markdown.parser import parse
from press.reading.source_file import SourceFile, source_of
from support.line_counts import counted

PROJECT = Path(__file__).resolve().parents[3]
ARTICLES = PROJECT / "content" / "articles"
SITE = SiteMap(
    {
        "articles/here.md": "articles/here/",
        "articles/there.md": "articles/there/",
        "index.md": "./",
        "calculators/iv-dose.md": "calculators/iv-dose/",
        "images/articles/curve.svg": "images/articles/curve.svg",
        "assets/data.csv": "assets/data.csv",
    }
)


def made(markdown: str) -> ParsedPage:
    return parse(
        SourceFile("content/articles/here.md", markdown), addresses=SITE, page="articles/here.md", passages=True
    )


def form(placed: PlacedCalculator) -> str:
    return f"<form>{placed.block.id} {placed.number} {placed.heading_level}</form>"


def html(markdown: str) -> str:
    return str(page_html(made(markdown), form=form)).strip()


def shown(markdown: bytes) -> Counter[str]:
    """The elements of a page, with nothing in the place of its calculators."""
    parsed = parse(source_of(markdown, "x.md"), addresses=SITE, page="articles/here.md", passages=True)
    return elements(str(page_html(parsed)))


def elements(text: str) -> Counter[str]:
    page = BeautifulSoup(text, "html5lib")
    names = ("ul", "ol", "li", "table", "h1", "h2", "h3")
    return +Counter(
        {name: len(page.select(name)) for name in names}
        | {"row": len(page.select("tr")), "task": len(page.select("li input[type=checkbox]"))}
    )


ODD_BUT_WHOLE = """---
title: x
---
# A title

Words straight before a list:
- one
- two ≥2 × 3 ↔ 4, <25% and >10

1. **Outer**
   - three spaces in
   - again

2. Second
   - third

**Checklist**:
- [ ] open
- [x] done

| A | B |
|---|---|
| 1 | a \\| b |

## Under

1. a
2. b
"""


def test_lists_after_words_three_space_nesting_tasks_and_tables_are_whole() -> None:
    expected = {"ul": 4, "ol": 2, "li": 11, "task": 2, "table": 1, "row": 2, "h1": 1, "h2": 1}
    assert shown(ODD_BUT_WHOLE.encode()) == expected
    assert +counted(ODD_BUT_WHOLE) == expected


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("*.md")), ids=lambda path: path.stem)
def test_every_list_item_row_and_heading_of_an_article_is_rendered(article: Path) -> None:
    assert shown(article.read_bytes()) == +counted(article.read_text("utf-8"))


# What is typed, and what stands on the page.
RENDERED = [
    ("a line break in a cell", "a<br>b", "<p>a<br>b</p>"),
    ("raised and lowered signs", "CO<sub>2</sub> 10<sup>3</sup>", "<p>CO<sub>2</sub> 10<sup>3</sup></p>"),
    ("a note to oneself is not published", "<!-- ask the pharmacist -->\n\nText", "<p>Text</p>"),
    ("a note inside a line is not published", "a <!-- b --> c", "<p>a  c</p>"),
    ("less and more with spaces", "A < B and B > A", "<p>A &lt; B and B &gt; A</p>"),
    ("struck out", "~~old~~", "<p><s>old</s></p>"),
    ("a page of this site", "[x](there.md)", '<p><a href="../there/">x</a></p>'),
    ("an address from the root", "[x](/calculators/iv-dose/)", '<p><a href="../../calculators/iv-dose/">x</a></p>'),
    ("the home page", "[x](/)", '<p><a href="../../">x</a></p>'),
    ("another folder", "[x](../calculators/iv-dose.md)", '<p><a href="../../calculators/iv-dose/">x</a></p>'),
    ("a place on another page", "[x](there.md#größe)", '<p><a href="../there/#gr%C3%B6%C3%9Fe">x</a></p>'),
    ("a query is kept", "[x](there.md?a=1&b=2)", '<p><a href="../there/?a=1&amp;b=2">x</a></p>'),
    ("another site", "<https://doi.org/10.1/x>", '<p><a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a></p>'),
    ("a telephone", "[x](tel:+15550100)", '<p><a href="tel:+15550100">x</a></p>'),
    (
        "a picture",
        "![Curve](/images/articles/curve.svg)",
        '<p><img src="../../images/articles/curve.svg" alt="Curve" loading="lazy"></p>',
    ),
    (
        "code is colored at build time",
        "```python\nx = 1\n```",
        '<div class="language-python highlight"><pre><span></span><code><span class="n">x</span> '
        '<span class="o">=</span> <span class="mi">1</span>\n</code></pre></div>',
    ),
    (
        "code in a language that the guides do not use",
        "```ruby\nx = 1 < 2\n```",
        '<div class="language-ruby highlight"><pre><span></span><code>x = 1 &lt; 2\n</code></pre></div>',
    ),
    (
        "code in no language",
        "```\na < b\n```",
        '<div class="language-text highlight"><pre><span></span><code>a &lt; b\n</code></pre></div>',
    ),
    (
        "a box",
        '!!! warning "Check"\n    - one\n    - two',
        '<div class="admonition warning">\n<p class="admonition-title">Check</p>\n'
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</div>",
    ),
    (
        "a box as on GitHub",
        "> [!CAUTION]\n> Text",
        '<div class="admonition danger">\n<p class="admonition-title">Caution</p>\n<p>Text</p>\n</div>',
    ),
    (
        "a definition",
        "TRD\n: Two failed trials",
        "<dl>\n<dt>TRD</dt>\n<dd>Two failed trials</dd>\n</dl>",
    ),
    (
        "a heading with an id of its own",
        "## Size {#big}",
        '<h2 id="big">Size<a class="headerlink" href="#big" title="Copy link">#</a></h2>',
    ),
    (
        "a heading with an id of its own, spaced",
        "## Size { #big }",
        '<h2 id="big">Size<a class="headerlink" href="#big" title="Copy link">#</a></h2>',
    ),
    (
        "a heading of signs",
        "## ↔",
        '<h2 id="section">↔<a class="headerlink" href="#section" title="Copy link">#</a></h2>',
    ),
    ("a calculator", "# T\n\n```calculator\nid: iv_dose\n```", "iv_dose 1 2"),
]


@pytest.mark.parametrize(("typed", "shown"), [pytest.param(t, s, id=name) for name, t, s in RENDERED])
def test_what_is_typed_is_shown(typed: str, shown: str) -> None:
    assert made(typed).problems == ()
    assert shown in re.sub(r' id="item-\w+"', "", html(typed))


def test_equal_headings_get_different_ids() -> None:
    assert [h.id for h in made("## Dose\n\n## Dose\n\n## Dose 1\n").headings] == ["dose", "dose-1", "dose-1-1"]


def test_a_task_box_is_named_by_its_words_and_can_be_ticked() -> None:
    page = BeautifulSoup(html("# T\n\n- [x] Confirm **diagnosis**\n"), "html5lib")
    box = page.select_one("li.task-list-item > label.task-list-control > input")
    assert box is not None
    assert [item["class"] for item in page.select("li")] == [["task-list-item"]]
    assert box["aria-label"] == "Confirm diagnosis"
    assert "checked" in box.attrs
    assert "disabled" not in box.attrs


def test_a_table_is_a_named_region_that_the_keyboard_reaches() -> None:
    page = BeautifulSoup(html("## Dosing\n\n**Standard**:\n\n|A|\n|:-:|\n|1|\n\n|B|\n|---|\n|2|\n"), "html5lib")
    regions = page.select("div.table-region[role=region][tabindex='0']")
    assert [region["aria-label"] for region in regions] == ["Table: Standard", "Table: Dosing"]
    assert [cell["scope"] for cell in page.select("th")] == ["col", "col"]
    assert page.select("[style]") == []
    assert page.select("td")[0]["class"] == ["align-center"]


def test_rows_and_items_have_addresses_made_of_their_section_and_words() -> None:
    parsed = made("## The dose\n\n|A|B|\n|-|-|\n|Rate|5|\n|Rate|6|\n\n- One two three four five six seven\n  - Inner\n")
    assert [(p.id, p.section, p.text, p.line) for p in sorted(parsed.passages, key=lambda p: p.line)] == [
        ("row-the-dose-rate", "The dose", "5", 5),
        ("row-the-dose-rate-1", "The dose", "6", 6),
        ("item-the-dose-one-two-three-four-five-six", "The dose", "One two three four five six seven", 8),
        ("item-the-dose-inner", "The dose", "Inner", 9),
    ]
    shown = str(page_html(parsed))
    assert all(f'id="{passage.id}"' in shown for passage in parsed.passages)


def test_a_footnote_used_twice_leads_back_to_both_places() -> None:
    page = BeautifulSoup(html("a[^x] b[^x]\n\n[^x]: Note.\n"), "html5lib")
    notes = page.select("a.footnote-ref")
    assert [note["href"] for note in notes] == ["#fn:x", "#fn:x"]
    backs = [str(link["href"]) for link in page.select("div.footnote a.footnote-backref")]
    assert backs == ["#fnref:x", "#fnref2:x"]
    assert all(page.find(id=back[1:]) for back in backs)


def test_forty_levels_of_a_list_are_all_shown_and_what_follows_too() -> None:
    deep = "".join("  " * level + f"- level {level}\n" for level in range(40))
    shown = html(f"{deep}\nAfter\n")
    assert "level 39" in shown
    assert "After" in shown


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("*.md")), ids=lambda path: path.stem)
def test_the_quick_look_for_calculators_finds_what_reading_the_page_finds(article: Path) -> None:
    source = source_of(article.read_bytes(), "x.md")
    parsed = parse(source, addresses=SITE, page="articles/here.md")
    assert calculators_named(source) == [placed.block.id for placed in parsed.calculators]


@pytest.mark.parametrize("last", [">", "> ", "> | 1 |\n>", "> > | b |\n> > |---|\n> >"])
def test_a_quoted_table_may_end_the_file_without_a_line_end(last: str) -> None:
    page = BeautifulSoup(html(f"> | a |\n> |---|\n{last}"), "html5lib")
    assert [cell.text for cell in page.select("blockquote th")][:1] == ["a"]


# Equal words are parsed once: what one page makes of them is no other's.


def test_equal_words_are_completed_for_each_page_anew() -> None:
    words = "See **[it](/articles/there/)** and ![a curve](/images/articles/curve.svg).\n"
    at_the_root = parse(SourceFile("docs/index.md", words), addresses=SITE, page="index.md")
    below = ["../there/", "../../images/articles/curve.svg"]
    for page, ways in (
        (made(words), below),
        (at_the_root, ["articles/there/", "images/articles/curve.svg"]),
        (made(words), below),
    ):
        assert [link.target.url for link in page.links] == ways
        assert all(f'="{way}"' in str(page_html(page)) for way in ways)


def test_equal_words_are_a_link_only_on_the_page_that_gives_their_address() -> None:
    words = "See [the plan] and the note[^a].\n"
    assert "<a" not in html(words)
    with_both = html(f"{words}\n[the plan]: there.md\n\n[^a]: A note.\n")
    assert 'href="../there/"' in with_both
    assert 'href="#fn:a"' in with_both
    assert "<a" not in html(words)
