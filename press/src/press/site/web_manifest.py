"""The web app manifest: what a phone or a desk needs to keep the site among its apps."""

import json
from collections.abc import Callable
from typing import Any

from ketamine_calculators.registry import find

from ..content.project import Project
from ..reading.source_file import read_source
from ..reading.strict_yaml import read_mapping

ADDRESS = "app.webmanifest"
MASTHEAD = "#0d5163"
"""The color of the band at the top of light pages, as in web/css/tokens.css."""
_GROUND = "#ffffff"
_ICONS = {"icon-192.png": "any", "icon-512.png": "any", "icon-maskable-512.png": "maskable"}
_FOLDER = "assets/images"
SHORTCUT_ICON = "shortcut-{slug}-96.png"
"""The picture of a tool that a held icon offers; tools/icons.py makes it."""


def web_manifest(project: Project, site_name: str) -> dict[str, Callable[[], bytes]]:
    """What makes the manifest, by its address; nothing on a site that has no icons."""
    icons = [
        {"src": f"{_FOLDER}/{name}", "sizes": "x".join([_size(name)] * 2), "type": "image/png", "purpose": purpose}
        for name, purpose in _ICONS.items()
        if (project.docs / _FOLDER / name).is_file()
    ]
    return {ADDRESS: lambda: _manifest(project, site_name, icons)} if icons else {}


def _manifest(project: Project, site_name: str, icons: list[dict[str, str]]) -> bytes:
    said = {
        "name": site_name,
        "short_name": site_name.split(" ")[0],
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": MASTHEAD,
        "background_color": _GROUND,
        "icons": icons,
        "shortcuts": _shortcuts(project),
    }
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode()


def often_needed(project: Project) -> list[str]:
    """The ids of the tools that the first page has within one tap, in its order."""
    home = project.docs / "index.md"
    if not home.is_file():
        return []
    source = read_source(home, project.shown(home))
    values, _ = read_mapping(source.front_matter or "", 2, source)
    return [str(id) for id in values["often"].data] if "often" in values else []


def _shortcuts(project: Project) -> list[dict[str, Any]]:
    """What a held icon of the app offers: the tools that the first page has within one tap."""
    made = []
    for id in often_needed(project):
        calculator = find(id)
        icon = SHORTCUT_ICON.format(slug=calculator.slug)
        made.append(
            {
                "name": calculator.title,
                "url": f"./{calculator.folder}/{calculator.slug}/",
                "icons": [{"src": f"{_FOLDER}/{icon}", "sizes": "96x96", "type": "image/png"}],
            }
        )
    return made


def _size(name: str) -> str:
    """The pixels of a side, which end an icon's name."""
    return name.removesuffix(".png").rpartition("-")[2]
