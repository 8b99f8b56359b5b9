"""What `press new` writes: the words to be replaced and a plain picture."""

import datetime
import re
from collections.abc import Iterator
from html import escape

from ..reading.front_matter_edits import FieldValue, with_fields
from ..reading.ids import slug
from .closed_lists import Lists

_EXCERPT = "(write here: what this article answers, in one or two sentences)"
OPENING = """(write here: what the article answers, for which patients, and what the answer is, in two or three sentences)

## Key points {#key-points}

- (write here: the one thing to remember)

## (write here: the heading of the first section)

- (write here: what is done first)
- (write here: what is done next)
"""
"""The text of a new article below its title."""
_WRITE_HERE = re.compile(r"\(write\s+here:\s[^()]*\)", re.IGNORECASE)
"""What stands in each place of a new article, and of a piece that was inserted at the desk. Nobody writes such words."""

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" role="img" aria-labelledby="t" fill="#17232b">
  <title id="t">{title}</title>
  <rect width="1200" height="630" fill="#f4f7f8"/>
  <rect x="80" y="290" width="1040" height="4" fill="#0d5163"/>
  <text x="80" y="250" font-family="system-ui, sans-serif" font-size="44" fill="#17232b">{title}</text>
</svg>
"""


def address_of(title: str) -> str:
    """The name in the address that an article of this title is begun with; empty where the title has no letters for it."""
    return slug(title).encode("ascii", "ignore").decode().strip("-")[:80].strip("-")


def picture_of(slug: str) -> str:
    """The address of the picture that an article is begun with."""
    return f"/images/articles/{slug}.svg"


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
        "featuredImage": picture_of(slug),
        "tags": ["ketamine"] if "ketamine" in tags else [next(iter(tags))],
        "audience": next(iter(audiences)),
        "draft": True,
    }
    return with_fields(f"---\n---\n\n{title_line(title)}\n\n{OPENING}", fields)


def title_line(title: str) -> str:
    """The heading that shows these words: signs that Markdown would take for its own are escaped."""
    heading = re.sub(r"([\\`*_\[\]<>#{}|~])", r"\\\1", title)
    return f"# {heading}"


def drawing(title: str) -> str:
    """A picture (SVG) that shows the title."""
    return _DRAWING.format(title=escape(title))


def is_drawing(text: str) -> bool:
    """Whether a picture is one that shows a title and no more."""
    before, _, after = _DRAWING.partition("{title}")
    return text.startswith(before) and text.endswith(after.rpartition("{title}")[2])


def unwritten(text: str) -> Iterator[re.Match[str]]:
    """Every place in an article where words of a new article, or of an inserted piece, still stand."""
    return _WRITE_HERE.finditer(text)


def words_to_replace(text: str) -> list[str]:
    """Those words in their order, each once."""
    return list(dict.fromkeys(" ".join(match[0].split()) for match in unwritten(text)))
