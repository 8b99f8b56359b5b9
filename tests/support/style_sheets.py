"""The style sheets of a built site, and what the site leaves out of the theme's."""

import re
from importlib.metadata import distribution
from pathlib import Path

from bs4 import BeautifulSoup

_MATERIAL = Path(str(distribution("mkdocs-material").locate_file("material")))
(THEME,) = (_MATERIAL / "templates" / "assets" / "stylesheets").glob("main.*.min.css")


def sheets_of(site: Path, page: str) -> list[Path]:
    """Where the style sheets of a page lie: for screens, and for paper."""
    soup = BeautifulSoup((site / page).read_text("utf-8"), "html5lib")
    return [((site / page).parent / str(link["href"])).resolve() for link in soup.select("link[rel=stylesheet]")]


def left_out(site: Path) -> set[str]:
    """The classes that the theme's main sheet asks for and no sheet of the site.

    Without that of the root where scripts run: the theme asks for it only together with another.
    """
    return _classes(THEME) - _classes(*sheets_of(site, "index.html")) - {"js"}


def _classes(*sheets: Path) -> set[str]:
    return {name for sheet in sheets for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", sheet.read_text("utf-8"))}
