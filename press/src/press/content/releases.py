"""Released versions of the calculators: calculators/released/, kept so that an old answer can be calculated again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = "calculators/released"
INDEX = "released.json"


def released_files(root: Path) -> list[Path]:
    """Every kept file, and the list of them; nothing where no version was released."""
    return [path for path in sorted((root / FOLDER).glob("*")) if path.is_file()]


def releases(root: Path) -> Mapping[str, Any]:
    """What `released.json` says of each version: its files with their digests, its day, the versions of its calculators."""
    index = root / FOLDER / INDEX
    kept: dict[str, Any] = json.loads(index.read_text("utf-8")) if index.is_file() else {}
    return kept
