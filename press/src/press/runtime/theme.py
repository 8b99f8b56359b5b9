"""The theme's script as the site sends it: with parts of ours in the place of its own."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import fingerprint, node, step

_SCRIPT = Path(__file__).parent / "theme.mjs"
# The first brings in the others.
_PARTS = ("theme/parts.js", "search/lazy-search.js", "theme/addresses.js", "theme/page-changes.js", "theme/start.js")
ADDRESSES = "assets/javascripts/bundle.*.min.js"
"""The theme's own script in the site."""


@dataclass(frozen=True)
class ThemeScript:
    """A file, and its address relative to the site. It is named like the theme's own files, by its content."""

    file: Path
    address: str


def theme_script(theme: Path, root: Path, cache: Path) -> ThemeScript:
    """The script made from the theme's. Raises BundleError with one sentence."""
    sources = root / "web"
    esbuild = root / "node_modules" / "esbuild" / "package.json"
    made_from = [theme, *(sources / name for name in _PARTS), _SCRIPT]
    key = fingerprint(made_from, json.loads(esbuild.read_text("utf-8"))["version"])

    def make(out: Path) -> None:
        node(_SCRIPT, theme, sources / _PARTS[0], out / "theme.js", doing="Making the theme's script")

    file = step(cache, "theme", key, make) / "theme.js"
    return ThemeScript(file, f"assets/javascripts/theme.{sha256(file.read_bytes()).hexdigest()[:8]}.min.js")
