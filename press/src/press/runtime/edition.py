"""The edition: which state of the site this is, and the day on which it was made."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

from .file_manifest import MANIFEST

EDITION = "assets/edition.json"


def write_edition(site: Path, day: date) -> None:
    """Name a finished site by the content of all its files, for whoever reports what it has shown."""
    digest = sha256()
    # MkDocs leaves hidden files in a folder that it builds into again, and this one is of the build before.
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path != site / MANIFEST):
        digest.update(f"{path.relative_to(site).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    place = site / EDITION
    place.write_text(json.dumps({"edition": digest.hexdigest()[:12], "date": day.isoformat()}), "utf-8")
