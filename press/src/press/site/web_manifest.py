"""The web app manifest: what a phone or a desk needs to keep the site among its apps."""

import json

from ..content.project import Project

ADDRESS = "app.webmanifest"
MASTHEAD = "#0d5163"
"""The color of the band at the top of light pages, as in web/css/tokens.css."""
_GROUND = "#ffffff"
_ICONS = {"icon-192.png": "any", "icon-512.png": "any", "icon-maskable-512.png": "maskable"}
_FOLDER = "assets/images"


def web_manifest(project: Project, site_name: str) -> dict[str, bytes]:
    """The manifest by its address; nothing on a site that has no icons."""
    icons = [
        {"src": f"{_FOLDER}/{name}", "sizes": "x".join([_size(name)] * 2), "type": "image/png", "purpose": purpose}
        for name, purpose in _ICONS.items()
        if (project.docs / _FOLDER / name).is_file()
    ]
    if not icons:
        return {}
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
    }
    return {ADDRESS: (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode()}


def _size(name: str) -> str:
    """The pixels of a side, which end an icon's name."""
    return name.removesuffix(".png").rpartition("-")[2]
