"""What `press new` writes: the words to be replaced and a plain picture."""

import datetime
import re
from html import escape

from ..reading.front_matter_edits import FieldValue, with_fields
from .closed_lists import Lists

_EXCERPT = "What this article answers, in one or two sentences."
_OPENING = "In two or three sentences: which question this article answers, for which patients, and what the answer is."
_POINT = "The one thing to remember."

_WRITE_HERE = re.compile(r"\(write here: [^()]*\)")
"""What stands in a piece that was inserted at the desk."""

OPENING = f"""{_OPENING}

## Key points {{#key-points}}

- {_POINT}

## What to do

- First step
- Second step
"""
"""The text of a new article below its title."""

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


def words_to_replace(text: str) -> list[str]:
    """The sentences of a new article, and of inserted pieces, that still stand in `text`."""
    return [*(words for words in (_EXCERPT, _OPENING, _POINT) if words in text), *_WRITE_HERE.findall(text)]
