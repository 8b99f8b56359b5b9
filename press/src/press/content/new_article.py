"""What `press new` writes: the words to be replaced and a plain picture."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from html import escape

from ..reading.front_matter_edits import FieldValue, with_fields
from .closed_lists import Lists

_EXCERPT = "What this article answers, in one or two sentences."
OPENING = """In two or three sentences: which question this article answers, for which patients, and what the answer is.

## Key points {#key-points}

- The one thing to remember.

## Heading of the first section

- What is done first.
- What is done next.
"""
"""The text of a new article below its title."""
_STAYS = frozenset({"Key points"})
"""Lines of it that every article has."""
_LINE = re.compile(r"(?m)^(?:#+ |- )?(.+?)(?: \{#.*)?$")
_LONG = 5
_WRITE_HERE = r"\(write here: [^()]*\)"
"""What stands in a piece that was inserted at the desk."""

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" role="img" aria-labelledby="t" fill="#17232b">
  <title id="t">{title}</title>
  <rect width="1200" height="630" fill="#f4f7f8"/>
  <rect x="80" y="290" width="1040" height="4" fill="#0d5163"/>
  <text x="80" y="250" font-family="system-ui, sans-serif" font-size="44" fill="#17232b">{title}</text>
</svg>
"""


def article_text(title: str, slug: str, category: str, author: str, lists: Lists, today: datetime.date) -> str:
    """The file of a draft that passes the check."""
    tags, audiences = lists.taxonomy.tags, lists.taxonomy.audiences
    fields: dict[str, FieldValue] = {
        "title": title,
        "slug": slug,
        "excerpt": _EXCERPT,
        "category": category,
        "author": author,
        "publishedAt": today.isoformat(),
        "featuredImage": f"/images/articles/{slug}.svg",
        "tags": ["ketamine"] if "ketamine" in tags else [next(iter(tags))],
        "audience": next(iter(audiences)),
        "draft": True,
    }
    # Characters that Markdown would take for its own are escaped.
    heading = re.sub(r"([\\`*_\[\]<>#{}|~])", r"\\\1", title)
    return with_fields(f"---\n---\n\n# {heading}\n\n{OPENING}", fields)


def drawing(title: str) -> str:
    """A picture (SVG) that shows the title."""
    return _DRAWING.format(title=escape(title))


def unwritten(text: str) -> Iterator[re.Match[str]]:
    """Every place in an article where words of a new article, or of an inserted piece, still stand; group 1 is the words."""
    found = (match for phrase in _phrases() for match in phrase.finditer(text))
    return iter(sorted(found, key=lambda match: match.start(1)))


def words_to_replace(text: str) -> list[str]:
    """Those words in their order, each once."""
    return list(dict.fromkeys(" ".join(match[1].split()) for match in unwritten(text)))


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    """How each sentence, item and heading of a new article is found again: broken into other lines, in another list, in bold."""
    lines = (line for line in _LINE.findall(OPENING) if line not in _STAYS)
    return (
        re.compile(f"({_WRITE_HERE})"),
        *(re.compile(_pattern(words), re.IGNORECASE) for words in (_EXCERPT, *lines)),
    )


def _pattern(words: str) -> str:
    """A long sentence is found wherever it stands. Fewer words may be part of another, and are found alone in their line."""
    long, short = (r"\s+".join(map(re.escape, text.split())) for text in (words, words.rstrip(".")))
    if len(words.split()) >= _LONG:
        return f"({long})"
    return rf"(?m)^[ \t>]*(?:(?:[-*+•]|\d+[.)]|#+)[ \t]+)*[*_]*({short})[*_.:]*[ \t]*(?:\{{[^}}\n]*\}})?[ \t]*\r?$"
