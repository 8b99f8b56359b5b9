"""Released versions of the calculators: calculators/released/, kept so that an old answer can be calculated again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = "calculators/released"
INDEX = "released.json"


def released_files(root: Path) -> dict[str, bytes]:
    """Every kept file by its name, with the list of them; nothing where no version was released."""
    folder = root / FOLDER
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}


def releases(root: Path) -> Mapping[str, Any]:
    """What `released.json` says of each version: its files with their digests, its day, the versions of its calculators."""
    index = root / FOLDER / INDEX
    kept: dict[str, Any] = json.loads(index.read_text("utf-8")) if index.is_file() else {}
    return kept
