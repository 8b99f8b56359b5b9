"""The text of other programs becomes the same Markdown in a browser as in the unit tests, and the site's policy is kept."""

import json
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

BROUGHT = Path(__file__).resolve().parents[1] / "support" / "brought"
FILES = sorted(path.name for path in BROUGHT.iterdir() if path.suffix in (".docx", ".html"))
_BRING = """async ({ script, text, bytes }) => {
    const { broughtHtml, broughtDocx } = await import(script);
    if (text !== null) return broughtHtml(text);
    return broughtDocx(Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)).buffer);
}"""
# Its scripts would run, its pictures be fetched, if any of it ever came onto the page.
_HOSTILE = (
    "</template><script>window.touched = 1</script><img src='/touched.png' onerror='window.touched = 1'>"
    "<template><p onclick='1'>0.5 mg/kg</p></template><iframe srcdoc='<script>parent.touched = 1</script>'></iframe>"
)


def in_browser(page: Page, site: Path, text: str | None = None, file: Path | None = None) -> dict[str, Any]:
    (script,) = (site / "assets" / "desk").glob("bring-*.js")
    given = {
        "script": f"/assets/desk/{script.name}",
        "text": text,
        "bytes": b64encode(file.read_bytes()).decode() if file else None,
    }
    return dict(page.evaluate(_BRING, given))


@pytest.mark.parametrize("name", FILES)
def test_a_browser_makes_the_same_of_a_file(name: str, page: Page, site: Path, site_url: str) -> None:
    done = subprocess.run(["node", BROUGHT / "bring.mjs", BROUGHT / name], capture_output=True, check=True, text=True)
    (expected,) = json.loads(done.stdout)
    page.goto(f"{site_url}offline/")
    file = BROUGHT / name
    made = (
        in_browser(page, site, file=file) if file.suffix == ".docx" else in_browser(page, site, file.read_text("utf-8"))
    )
    for part in ("markdown", "references", "report"):
        assert made[part] == expected[part]


def test_nothing_that_is_pasted_runs_or_is_fetched(page: Page, site: Path, site_url: str) -> None:
    asked: list[str] = []
    page.goto(f"{site_url}offline/")
    page.on("request", lambda request: asked.append(request.url))
    made = in_browser(page, site, _HOSTILE)
    assert made["markdown"] == "\\[picture: without words]\n"
    assert ("hidden words", "0.5 mg/kg") in [(one["what"], one["words"]) for one in made["report"]["lost"]]
    assert page.evaluate("window.touched") is None
    assert [address for address in asked if "touched" in address] == []
