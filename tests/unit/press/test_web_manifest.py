"""An app on the home screen opens, without a network, the first page or one of the tools that are needed most."""

import datetime
import json
from pathlib import Path
from typing import Any

from ketamine_calculators import find
from press.content.project import Project
from press.runtime.offline_manifest import offline_manifest
from press.runtime.site_files import SiteFiles
from press.site.web_manifest import ADDRESS, often_needed, web_manifest

ROOT = Path(__file__).parents[3]
PROJECT = Project(ROOT)


def manifest() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(web_manifest(PROJECT, "Ketamine Association")[ADDRESS]())
    return said


def test_the_shortcuts_are_the_four_tools_that_the_first_page_has_within_one_tap() -> None:
    shortcuts = manifest()["shortcuts"]
    assert len(shortcuts) == 4
    assert [one["name"] for one in shortcuts] == [find(id).title for id in often_needed(PROJECT)]


def test_every_shortcut_has_a_picture_of_its_own_and_a_page() -> None:
    pictures = set()
    for shortcut in manifest()["shortcuts"]:
        (icon,) = shortcut["icons"]
        data = (ROOT / "docs" / icon["src"]).read_bytes()
        assert data.startswith(b"\x89PNG")
        # Width and height stand in the first block of a PNG.
        assert [int.from_bytes(data[at : at + 4]) for at in (16, 20)] == [96, 96]
        assert icon["sizes"] == "96x96"
        pictures.add(data)
        assert (ROOT / "docs" / f"{shortcut['url'].removeprefix('./').rstrip('/')}.md").is_file()
    assert len(pictures) == 4


def test_what_the_app_opens_is_always_kept_offline(tmp_path: Path) -> None:
    said = manifest()
    opened = [said["start_url"], *(shortcut["url"] for shortcut in said["shortcuts"])]
    pages = {f"{address.removeprefix('./')}index.html" for address in opened}
    for page in pages:
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(page)
    assert {
        file.address for file in offline_manifest(SiteFiles(tmp_path), datetime.date(2026, 3, 2))[0].always
    } == pages


def test_a_first_visit_and_a_later_one_are_not_offered_the_same_form() -> None:
    # The hazard log, old-behavior: a shortcut is used at every visit, the form of a first visit once.
    assert "cssrs_since_last_visit" in often_needed(PROJECT)
    assert "cssrs_screener" not in often_needed(PROJECT)
