"""The edition: which state of the site this is, and the day on which it was made."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

EDITION = "assets/edition.json"


def write_edition(site: Path, day: date) -> None:
    """Name a finished site by the content of all its files, for whoever reports what it has shown."""
    digest = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(site).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    place = site / EDITION
    place.write_text(json.dumps({"edition": digest.hexdigest()[:12], "date": day.isoformat()}), "utf-8")
