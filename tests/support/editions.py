"""Editions of the site: one is published, a newer one takes its place, and a browser keeps them."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from press.runtime.offline_manifest import write_offline_manifest
from press.runtime.site_files import SiteFiles
from support.pages.storage import wait_until_kept_offline
from support.serving import Host

# What is compressed already need not be compressed again.
PRECOMPRESSED = Path(__file__).parents[2] / ".cache" / "bundle" / "precompressed"
_PLACE = "PRESS_OFFLINE_MANIFEST"


def publish(published: Path, words: str, calculators: Mapping[str, str] | None = None) -> None:
    """Publish again with other words on a calculator's page, and with other versions of some calculators."""
    page = published / "calculators/iv-dose/index.html"
    page.write_text(page.read_text("utf-8").replace("</h1>", f" {words}</h1>", 1), "utf-8")
    for suffix in (".br", ".gz"):
        page.with_name(page.name + suffix).unlink(missing_ok=True)
    worker = published / "service-worker.js"
    before, manifest, after = _manifest_of(worker)
    worker.write_text(before + _PLACE + after, "utf-8")
    write_offline_manifest(
        SiteFiles(published), worker, PRECOMPRESSED, "/", datetime.date.fromisoformat(manifest["date"])
    )
    if calculators:
        before, manifest, after = _manifest_of(worker)
        manifest["calculators"] |= calculators
        worker.write_text(before + json.dumps(manifest) + after, "utf-8")
        for suffix in (".br", ".gz"):
            worker.with_name(worker.name + suffix).unlink(missing_ok=True)


def day_of(published: Path) -> datetime.date:
    """The day of the edition that is published."""
    return datetime.date.fromisoformat(_manifest_of(published / "service-worker.js")[1]["date"])


def _manifest_of(worker: Path) -> tuple[str, dict[str, Any], str]:
    """The text of a service worker before its list, the list, and the text behind it."""
    text = worker.read_text("utf-8")
    start = text.index('{"version":')
    manifest, end = json.JSONDecoder().raw_decode(text, start)
    return text[:start], manifest, text[end:]


def open_and_keep(page: Page, host: Host, path: str = "calculators/iv-dose/") -> None:
    page.goto(f"{host.address}/{path}")
    wait_until_kept_offline(page)


def look_for_newer(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()
