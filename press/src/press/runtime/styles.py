"""The style sheets of the site as two small files, named by content: one that a page waits for, one that only paper needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import BundleError, Cache, Inputs, Step, Tree
from .commands import node
from .shared_inputs import Files, code_of, npm_versions

OF_THEME = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
"""The theme's own sheets in the site, in their order."""
_FOLDER = "assets/app"


@dataclass(frozen=True)
class StyleSheet:
    """A file, and its address relative to the site."""

    file: Path
    address: str


@dataclass(frozen=True)
class StyleSheets:
    """Both sheets. What paper needs is no part of the first, so that no page waits for it."""

    screen: StyleSheet
    paper: StyleSheet


def joined_style_sheets(theme: Sequence[Path], own: Sequence[Path], cache: Path, root: Path) -> StyleSheets:
    """Join the theme's sheets and ours in their order, without the theme's rules for what this site does not have.

    Raises BundleError.
    """
    missing = [str(sheet) for sheet in own if not sheet.is_file()]
    if missing:
        raise BundleError(f"extra_css names what is not there: {', '.join(missing)}.")
    folder = Cache(cache).result(styles_step(root, theme, own))
    return StyleSheets(_named(folder / "styles.css"), _named(folder / "paper.css"))


def _named(file: Path) -> StyleSheet:
    return StyleSheet(file, f"{_FOLDER}/{file.stem}-{sha256(file.read_bytes()).hexdigest()[:12]}.css")


def styles_step(root: Path, theme: Sequence[Path], own: Sequence[Path]) -> Step:
    """A folder with `styles.css` and `paper.css`."""
    of_theme: Files = {f"theme {number}": sheet for number, sheet in enumerate(theme, 1)}
    ours: Files = {sheet.name: sheet for sheet in own}
    files: Files = {**of_theme, **ours, "programs": Tree(root / "web" / "build", "*.mjs"), **code_of("styles")}
    values = {"theme": list(of_theme), "own": list(ours), "npm": npm_versions(root, "esbuild", "postcss")}
    return Step("styles", Inputs(files, values), make_styles)


def make_styles(inputs: Inputs, out: Path) -> None:
    node("styles.mjs", inputs, out, doing="Joining the style sheets")
