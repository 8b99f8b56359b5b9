"""An article's Markdown: whatever stands in it, only harmless HTML comes out."""

import re
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser

from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.source_file import source_of

from .lists import articles

WORDS = (
    *(
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "| a | b |\n|---|---|\n",
        "***",
        "~~",
        "`",
        "```",
        "~~~",
        "$$",
        "[^1]",
        "[^1]: ",
    ),
    *(
        "!!! warning\n    ",
        "??? note\n",
        "[ref]: javascript:alert(1)\n",
        "[x](javascript:alert(1))",
        "![x](//a.example/x.png)",
    ),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "<br onclick=1>",
        "<a href=data:,>",
        "<svg/onload=1>",
    ),
    *(
        "{#id .class onclick=alert(1)}",
        "{: style=x }",
        "[x](< javascript:a >)",
        "![](/images/articles/curve.svg)",
        "&colon;",
        "&#x6a;",
    ),
    *(
        "```calculator\nid: iv_dose\n```\n",
        "```calculator\nid: [\n",
        "values: {weight: 70}\n",
        "## References\n\n1. A. doi:10.1000/a\n",
    ),
)
# Each with the attributes that it may have. `id` and `class` are words of ours, or made of letters that a heading has.
_ALLOWED = {
    **dict.fromkeys(("br", "sub", "kbd", "abbr", "wbr", "hr", "em", "strong", "del", "s", "thead", "tbody"), ()),
    "p": ("class",),
    "pre": ("id", "class"),
    "code": ("id", "class"),
    "blockquote": ("class",),
    "dl": (),
    "dt": (),
    "dd": (),
    **{f"h{level}": ("id", "class") for level in range(1, 7)},
    "a": ("class", "href", "aria-label", "title", "id", "role", "data-search-exclude"),
    "img": ("src", "alt", "title", "width", "height", "loading", "decoding", "class"),
    "input": ("type", "autocomplete", "aria-label", "disabled", "checked", "class"),
    "sup": ("class", "id"),
    "ol": ("class", "start"),
    "td": ("class", "colspan"),
    "th": ("class", "scope"),
    **dict.fromkeys(
        ("div", "span", "table", "tr", "ul", "li"),
        ("class", "id", "role", "tabindex", "aria-label", "data-search-exclude"),
    ),
    # What is made: lists below the text, and the button that prints a section alone.
    "section": ("class", "role", "aria-label", "aria-labelledby", "data-search-exclude"),
    "print-section": ("class", "data-search-exclude"),
    "button": ("type", "hidden"),
    **dict.fromkeys(("details", "summary", "label"), ("class", "open")),
}
_LINK = re.compile(r"(?i)(?:https?://|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])")
_ELSEWHERE = re.compile(r"(?i)\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})")
_SITE = SiteMap({"articles/here.md": "articles/here/", "images/articles/curve.svg": "images/articles/curve.svg"})


class _Harmless(HTMLParser):
    """Raises AssertionError on whatever could run, call another host by itself, or change how the page looks."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED, f"<{tag}>"
        for name, value in attrs:
            assert name in _ALLOWED[tag], f"<{tag} {name}>"
            if name == "href":
                assert _LINK.match(value or ""), f"a link to {value}"
            if name == "src":
                assert not _ELSEWHERE.match(value or ""), f"a picture from {value}"


@cache
def markdown_texts() -> Sequence[str]:
    """The articles without what their front matter says, as the parser gets them."""
    return articles()


def check_markdown(text: str) -> None:
    """Parsing never raises, places stand in the file, and the HTML is harmless and the same each time it is made."""
    source = source_of(text.encode("utf-8", "surrogatepass"), "content/articles/here.md")
    parsed = parse(source, addresses=_SITE, page="articles/here.md", passages=True)
    for problem in parsed.problems:
        assert 1 <= problem.line <= len(source.lines) + 1, problem
    html = str(page_html(parsed))
    assert str(page_html(parsed)) == html
    harmless = _Harmless(convert_charrefs=True)
    harmless.feed(html)
    harmless.close()
