"""The theme's script as the site sends it: with some of its parts replaced by ours, as web/build/theme.mjs says."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import Cache, Inputs, Step
from .commands import node
from .layers import Layer, Layers
from .scripts import script_files
from .shared_inputs import code_of, npm_versions

ADDRESSES = "assets/javascripts/bundle.*.min.js"
"""The theme's own script in the site."""
_LAYERS: Layers = frozenset({Layer.THEME_START})


@dataclass(frozen=True)
class ThemeScript:
    """A file, and its address relative to the site. It is named like the theme's own files, by its content."""

    file: Path
    address: str


def theme_script(theme: Path, root: Path, cache: Path, layers: Layers = _LAYERS) -> ThemeScript:
    """The script made from the theme's. Raises BundleError."""
    file = Cache(cache).result(theme_step(root, theme, layers)) / "theme.js"
    return ThemeScript(file, f"assets/javascripts/theme.{sha256(file.read_bytes()).hexdigest()[:8]}.min.js")


def theme_step(root: Path, theme: Path, layers: Layers) -> Step:
    """A folder with `theme.js`."""
    files = {"theme": theme, **script_files(root), **code_of("theme")}
    values = {"layers": sorted(layers & _LAYERS), "npm": npm_versions(root, "esbuild")}
    return Step("theme", Inputs(files, values), make_theme_script)


def make_theme_script(inputs: Inputs, out: Path) -> None:
    node("theme.mjs", inputs, out, doing="Making the theme's script")
