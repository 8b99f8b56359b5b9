"""The style sheets of the site as one small file, named by its content: one request, and none on later visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import BundleError, Cache, Inputs, Step, Tree
from .commands import node
from .shared_inputs import Files, code_of, npm_versions

_FOLDER = "assets/app"


@dataclass(frozen=True)
class StyleSheet:
    """A file, and its address relative to the site."""

    file: Path
    address: str


def one_style_sheet(sheets: Sequence[Path], cache: Path, root: Path) -> StyleSheet:
    """Join sheets in their order. Raises BundleError."""
    missing = [str(sheet) for sheet in sheets if not sheet.is_file()]
    if missing:
        raise BundleError(f"extra_css names what is not there: {', '.join(missing)}.")
    file = Cache(cache).result(styles_step(root, sheets)) / "styles.css"
    return StyleSheet(file, f"{_FOLDER}/styles-{sha256(file.read_bytes()).hexdigest()[:12]}.css")


def styles_step(root: Path, sheets: Sequence[Path]) -> Step:
    """A folder with `styles.css`."""
    named: Files = {sheet.name: sheet for sheet in sheets}
    files: Files = {**named, "programs": Tree(root / "web" / "build", "*.mjs"), **code_of("styles")}
    return Step("styles", Inputs(files, {"order": list(named), "npm": npm_versions(root, "esbuild")}), make_styles)


def make_styles(inputs: Inputs, out: Path) -> None:
    node("styles.mjs", inputs, out, doing="Joining the style sheets")
