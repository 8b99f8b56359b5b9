"""An edition is named by what the site holds, wherever and however often it is built."""

import datetime
import json
from pathlib import Path

from press.runtime.edition import EDITION, write_edition
from press.runtime.file_manifest import MANIFEST
from press.runtime.site_files import SiteFiles

DAY = datetime.date(2026, 1, 8)


def edition(site: Path, page: str, manifest: str | None = None) -> str:
    """The edition of a site of one page, in a folder where a build before may have left its manifest."""
    for name, text in {"index.html": page, EDITION: None, MANIFEST: manifest}.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text, "utf-8")
    write_edition(SiteFiles(site), DAY)
    return str(json.loads((site / EDITION).read_text("utf-8"))["edition"])


def test_the_manifest_of_the_build_before_changes_no_edition(tmp_path: Path) -> None:
    assert edition(tmp_path, "Words.", "{}") == edition(tmp_path, "Words.")


def test_another_page_is_another_edition(tmp_path: Path) -> None:
    assert edition(tmp_path, "Words.") != edition(tmp_path, "Other words.")
