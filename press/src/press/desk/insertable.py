"""What can be set into a text at the cursor: links, calculators, citations and boxes."""

import re
from collections.abc import Iterator
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import MOMENTS, Calculator
from ketamine_calculators.registry import worksheets

from ..content.listings import listings
from ..content.new_article import OPENING
from ..content.reference_words import printed
from ..content.taxonomy import PATIENTS
from ..reading.source_file import read_source
from ..site.site import Site
from .workspace import Workspace

BOXES = {
    "NOTE": ("(write here: what stands beside the text)", "Something beside the text"),
    "TIP": ("(write here: what makes it easier)", "Something that makes work easier"),
    "IMPORTANT": ("(write here: what nobody may overlook)", "Something that nobody may overlook"),
    "WARNING": ("(write here: what is dangerous, and what to do)", "Something that can do harm"),
    "CAUTION": ("(write here: what stops the treatment)", "A danger that stops treatment"),
    "CONTRAINDICATIONS": ("- (write here: a finding)", "In whom the treatment is not given; alike in all articles"),
    "MONITORING": ("- (write here: what is measured, and when)", "What is watched; alike in all articles"),
}
"""Each box by its name: the words to be replaced, and when it is the right one. No article is published with such words."""
_TITLE = re.compile(r"(?m)^#[ \t]+(.+?)[ \t]*(?:\{[^}]*\})?[ \t]*$|^title:[ \t]*(.+?)[ \t]*$")


def insertable(workspace: Workspace) -> dict[str, Any]:
    """Everything that the insert helpers of the desk offer."""
    site = workspace.site
    return {
        "pages": sorted(_pages(site), key=lambda page: page["title"].casefold()),
        "calculators": [_calculator(card) for card in (*every(), *worksheets())],
        "works": [{"key": key, "line": printed(work)} for key, work in site.references.works.items()],
        "callouts": [
            {"name": name, "markdown": f"> [!{name}]\n> {words}\n", "help": help}
            for name, (words, help) in BOXES.items()
        ],
        "opening": OPENING,
        "forPatients": PATIENTS,
    }


def _pages(site: Site) -> Iterator[dict[str, str]]:
    """Every page that a text may link to, as a link has its address."""
    today = site.project.today
    titles = {article.page: (article.title, "article") for article in site.project.articles}
    titles |= {f"{card.folder}/{card.slug}.md": (card.title, "calculator") for card in every()}
    titles |= {f"{card.folder}/{card.slug}.md": (card.title, "worksheet") for card in worksheets()}
    titles |= {listing.page: (listing.title, "list") for listing in listings(site.project)}
    unseen = {article.page: article.why_unseen(today) for article in site.project.articles}
    for page, url in site.addresses.files.items():
        if page.endswith(".md"):
            title, kind = titles.get(page) or (_title(page, site), "page")
            if title:
                yield {"title": title, "address": _address(url), "kind": kind, "unseen": unseen.get(page, "")}


def _address(url: str) -> str:
    return "/" if url in ("", ".", "./") else f"/{url}"


def _title(page: str, site: Site) -> str:
    """The title of a page of docs/; it is not parsed for that."""
    file = site.project.docs / page
    found = _TITLE.search(read_source(file, page).text) if file.is_file() else None
    return (found[1] or found[2]).strip("\"'") if found else ""


def _calculator(card: Calculator[Any, Any]) -> dict[str, str]:
    return {
        "id": card.id,
        "title": card.title,
        "summary": card.summary,
        "group": MOMENTS.get(card.moment, ""),
        "block": f"```calculator\nid: {card.id}\n```\n",
    }
