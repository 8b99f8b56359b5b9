"""The style sheets of the site as one small file, named by its content: one request, and none on later visits."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import BundleError, fingerprint, node, step

_FOLDER = "assets/app"
_SCRIPT = Path(__file__).parent / "styles.mjs"


@dataclass(frozen=True)
class StyleSheet:
    """A file, and its address relative to the site."""

    file: Path
    address: str


def one_style_sheet(sheets: Sequence[Path], cache: Path, esbuild: Path) -> StyleSheet:
    """Join sheets in their order. Raises BundleError with one sentence."""
    missing = [str(sheet) for sheet in sheets if not sheet.is_file()]
    if missing:
        raise BundleError(f"extra_css names what is not there: {', '.join(missing)}.")
    version = json.loads((esbuild / "package.json").read_text("utf-8"))["version"]
    order = [sheet.name for sheet in sheets]
    key = fingerprint([*sheets, _SCRIPT], *order, version)

    def join(out: Path) -> None:
        node(_SCRIPT, out / "styles.css", *sheets, doing="Joining the style sheets")

    file = step(cache, "styles", key, join) / "styles.css"
    return StyleSheet(file, f"{_FOLDER}/styles-{sha256(file.read_bytes()).hexdigest()[:12]}.css")
