"""A page with nothing but `<desk-hand-in>`, under the site's policy, and a fake host of repositories that it hands in to."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from press.runtime.policy import desk_policy, page_policy
from support.serving import Host, Manner, serving

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "secret-token-8471"
_SHEETS = ("tokens.css", "desk-hand-in.css")
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Hand in</title>
<link rel="stylesheet" href="style.css">
<script type="application/json" id="desk-settings">{settings}</script>
<script type="module" src="hand-in.js"></script>
</head>
<body data-md-color-scheme="default" class="md-typeset">
<main><h1>Desk</h1><h2>Hand in</h2><desk-hand-in></desk-hand-in></main>
</body>
</html>
"""

_KEPT = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie, location.href, document.documentElement.outerHTML,
    [...document.querySelectorAll("input, textarea")].map(({value}) => value),
    (await indexedDB.databases()).map(({name}) => name), await caches.keys(),
    performance.getEntries().map(({name}) => name), history.state,
])"""
_FOLDER = """async files => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(files)) {
        const parts = path.split("/");
        const name = parts.pop();
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
        const stream = await (await folder.getFileHandle(name, {create: true})).createWritable();
        await stream.write(text);
        await stream.close();
    }
    window.showDirectoryPicker = async () => root;
    // The element looks at what the browser can do when it is made.
    document.querySelector("desk-hand-in").replaceWith(document.createElement("desk-hand-in"));
}"""
_READ = """async path => {
    let folder = await navigator.storage.getDirectory();
    const parts = path.split("/");
    const name = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


class FakeHost:
    """The program that plays the host, asked line by line."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self._program = program
        self.settings: dict[str, str] = json.loads(self._line())

    def _line(self) -> str:
        assert self._program.stdout
        return self._program.stdout.readline()

    def told(self, **command: Any) -> dict[str, Any]:
        """What the host holds, once it has done what it was told."""
        assert self._program.stdin
        self._program.stdin.write(json.dumps(command) + "\n")
        self._program.stdin.flush()
        found: dict[str, Any] = json.loads(self._line())
        return found


@contextmanager
def fake_host(kind: str, files: Mapping[str, str]) -> Iterator[FakeHost]:
    command = ["node", str(ROOT / "tests" / "support" / "repository_hosts" / "run.mjs"), kind, json.dumps(files)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield FakeHost(program)
        finally:
            program.kill()


def write_page(folder: Path, settings: Mapping[str, str], drive: Path | None = None) -> None:
    """The page with its script and style sheet; and with one that does what an editor would, where no test can."""
    bundle = [ROOT / "node_modules" / ".bin" / "esbuild", ROOT / "web" / "desk" / "hand-in" / "hand-in.js"]
    subprocess.run(
        [*bundle, "--bundle", "--format=esm", "--log-level=error", f"--outfile={folder / 'hand-in.js'}"], check=True
    )
    sheets = [(ROOT / "web" / "css" / name).read_text("utf-8") for name in _SHEETS]
    (folder / "style.css").write_text(
        "\n".join([*sheets, "body { background: var(--page); color: var(--ink); } a { color: var(--link); }"]), "utf-8"
    )
    policy = page_policy().replace("connect-src 'self'", f"connect-src 'self' {settings.get('address', '')}")
    page = _PAGE.format(policy=policy, settings=json.dumps(dict(settings)))
    if drive:
        shutil.copy(drive, folder / "drive.js")
        page = page.replace("</head>", '<script type="module" src="drive.js"></script>\n</head>')
    (folder / "index.html").write_text(page, "utf-8")


@contextmanager
def desk_with_repository(site: Path, settings: Mapping[str, str]) -> Iterator[Host]:
    """The built site, whose desk hands in to a host of these settings."""
    page = (site / "desk" / "index.html").read_text("utf-8")
    named = json.dumps(dict(settings)).strip("{}")
    page = re.sub(r'"host": "[^"]*", "address": "[^"]*", "repository": "[^"]*", "branch": "[^"]*"', named, page)
    page = page.replace(desk_policy(), desk_policy(settings["address"]))

    def with_settings(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": "text/html; charset=utf-8"}, page.encode()) if path == "/desk/" else None

    with serving(site, Manner(fault=with_settings, reads_headers=False)) as host:
        yield host


@dataclass(frozen=True)
class HandIn:
    """What an editor sees and does on it."""

    page: Page

    def give(self, change: Mapping[str, Any]) -> "HandIn":
        """The page of the desk gives the change; what the element tells is kept."""
        self.page.evaluate(
            """change => {
                const element = document.querySelector("desk-hand-in");
                window.told = [];
                for (const name of ["desk-handed-in", "desk-settled"])
                    document.addEventListener(name, ({type, detail}) => window.told.push([type, detail]));
                element.change = change;
            }""",
            dict(change),
        )
        return self

    def told(self) -> list[list[Any]]:
        found: list[list[Any]] = self.page.evaluate("window.told")
        return found

    def kept(self) -> str:
        """All that the browser keeps and shows of the page, as one text."""
        found: str = self.page.evaluate(_KEPT)
        return found

    def folder_to_choose(self, files: Mapping[str, str]) -> None:
        """Give the browser a folder with these files, which it chooses when it is asked for one."""
        self.page.evaluate(_FOLDER, dict(files))

    def in_folder(self, path: str) -> str:
        found: str = self.page.evaluate(_READ, path)
        return found

    @property
    def title(self) -> Locator:
        return self.page.get_by_label("What did you change?")

    def way(self, label: str) -> Locator:
        return self.page.get_by_role("radio", name=label)

    @property
    def token(self) -> Locator:
        return self.page.get_by_label("Token of ")

    @property
    def outcome(self) -> Locator:
        return self.page.locator(".desk-outcome")

    def hand_in(self) -> None:
        self.page.get_by_role("button", name="Hand in").click()

    def expect_outcome(self, title: str, words: str) -> None:
        expect(self.outcome.get_by_role("heading")).to_have_text(title)
        expect(self.outcome).to_contain_text(words)
        expect(self.outcome).to_be_focused()
