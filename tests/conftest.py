"""What several kinds of test share: the site, built once a run, and the browsers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

import browsers

ROOT = Path(__file__).resolve().parent.parent

# The same cases on every machine and in every run; a slow machine is no reason to fail.
settings.register_profile("house", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the production site. The first worker to ask builds it for all."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder, said = run / "site", run / "site.log"
    with FileLock(run / "site.lock"):
        if not said.exists():
            command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder))
            build = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            said.write_text(f"{build.returncode}\n{build.stdout}{build.stderr}", encoding="utf-8")
    status, _, words = said.read_text(encoding="utf-8").partition("\n")
    if status != "0":
        pytest.fail(f"The site does not build:\n{words}", pytrace=False)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm", ".js": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test reports what it needs itself."""


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Quiet) -> Iterator[str]:
    """The address of a folder, for as long as it is needed. It ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is. Without one the tests that need it fail: they are no luxury."""
    path = browsers.chromium()
    if path is None:
        pytest.fail("No Chromium on this machine. `make test` installs one; or name it as CHROMIUM.", pytrace=False)
    return path


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once a worker."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """Chromium, started once a worker; each test opens a context of its own in it."""
    started = playwright.chromium.launch(executable_path=chromium_path, args=list(browsers.CHROMIUM_FLAGS))
    yield started
    started.close()


@pytest.fixture(scope="session")
def firefox_path() -> str:
    """Where Firefox is. Without one its tests are skipped, and the summary says so."""
    return browsers.firefox() or pytest.skip("NOT TESTED IN FIREFOX: there is no Firefox on this machine")


@pytest.fixture(scope="session")
def webkit_driver_path() -> str:
    """Where WebKitGTK's driver is. Without it its tests are skipped, and the summary says so."""
    return browsers.webkit() or pytest.skip("NOT TESTED IN WEBKIT: there is no WebKitGTK driver on this machine")
