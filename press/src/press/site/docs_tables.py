"""What a page of docs/ shows below its Markdown when its front matter asks for a table."""

from collections.abc import Iterator
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from ketamine_calculators.house_values import HOUSE_VALUES
from ketamine_calculators.registry import worksheets

from ..forms.form import markup
from ..markdown.links import relative_url
from ..markdown.parsed_page import Heading
from .docs_page import Table
from .hazards_page import hazard_headings, hazards_html
from .house_values_page import house_values_html, value_id
from .launch_page import launch_headings, launch_html
from .recalls_page import recalls_html
from .recommendations_page import all_html, recommendation_headings
from .site import Site


def table_html(table: Table, site: Site, page: str) -> str:
    """The table as HTML for a page, given by its source path."""
    match table:
        case "our-own-values":
            return house_values_html(HOUSE_VALUES, site.house_value_users, lambda card: site.calculator_url(card, page))
        case "hazards":
            return hazards_html(site.hazards)
        case "launch":
            cards = _with_page(site, page)
            return launch_html(cards, lambda card: site.calculator_url(card, page), site.retired_ids)
        case "recalls":
            return recalls_html(site.recalls)
        case "recommendations":
            return all_html(site, page)
        case _:
            from .sheets import sheet_html  # it needs a worksheet, which no check of an article needs

            return f"{_withdrawn_html(site, page)}{sheet_html(table)}"


def _withdrawn_html(site: Site, page: str) -> str:
    """What stands above a sheet while an article that calculators take numbers from is withdrawn: its numbers are theirs."""
    sources = dict.fromkeys(source for known in site.withdrawn_sources.values() for source in known)
    here = site.addresses.files.get(page, "")
    return str(markup("withdrawn-sources.html", sources=[(one, relative_url(one.url, here)) for one in sources]))


def table_headings(table: Table, site: Site, page: str) -> list[Heading]:
    """The headings in a table, for the contents of its page."""
    match table:
        case "hazards":
            return hazard_headings(site.hazards)
        case "launch":
            return list(launch_headings(_with_page(site, page)))
        case "recommendations":
            return recommendation_headings(site)
        case _:
            return []


def table_ids(table: Table, site: Site, page: str) -> Iterator[str]:
    """Every id in a table that can be linked to."""
    yield from (heading.id for heading in table_headings(table, site, page))
    if table == "our-own-values":
        yield from map(value_id, HOUSE_VALUES.values())
    elif table == "hazards":
        yield from (hazard.id for hazard in site.hazards.hazards)
    elif table == "recalls":
        yield from (recall.id for recall in site.recalls)


def _with_page(site: Site, page: str) -> list[Calculator[Any, Any]]:
    """The calculators and worksheets that have a page of their own, seen from a page."""
    return [card for card in (*every(), *worksheets()) if site.calculator_url(card, page)]
