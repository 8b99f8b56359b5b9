"""The edition: which state of the site this is, and the day on which it was made."""

import json
from datetime import date
from hashlib import sha256

from .file_manifest import MANIFEST
from .site_files import SiteFiles

EDITION = "assets/edition.json"


def write_edition(site: SiteFiles, day: date) -> None:
    """Name a finished site by the content of all its files, for whoever reports what it has shown."""
    digest = sha256()
    for address in site.addresses():
        # MkDocs leaves hidden files in a folder that it builds into again, and this one is of the build before.
        if address != MANIFEST:
            digest.update(f"{address}\0".encode() + site.digest(address))
    site.write(EDITION, json.dumps({"edition": digest.hexdigest()[:12], "date": day.isoformat()}).encode())
