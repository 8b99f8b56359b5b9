"""The browsers the tests drive: where they are on this machine, and how they get there.

`python tools/browsers.py` installs what is missing. Chromium is needed; Firefox and WebKitGTK are welcome.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / ".cache" / "browsers.log"
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=120")

# Playwright brings a Node of its own, which wants a library that a bare Debian has not got. The project's Node will do.
if _node := shutil.which("node"):
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", _node)

# As root Chromium needs --no-sandbox; the rest keeps it from calling home while requests are being counted.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of a Chromium or Chrome: the one named by CHROMIUM, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return _first(("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) or _playwrights_own()


def headless_chromium() -> str | None:
    """The path of Chromium's headless shell: the same engine without the program around it, which is quicker."""
    return (None if os.environ.get("CHROMIUM") else _headless_shell()) or chromium()


def firefox() -> str | None:
    """The path of a Firefox."""
    return _first(("firefox-esr", "firefox"))


def webkit() -> str | None:
    """The path of WebKitGTK's driver, if a display of its own can be made for the browser too."""
    return _first(("WebKitWebDriver",)) if shutil.which("Xvfb") else None


def version(browser: str) -> str:
    """What a browser calls itself."""
    return subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def _first(names: Iterable[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _headless_shell() -> str | None:
    return _first(("chromium-headless-shell",))


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.access(path, os.X_OK) else None


def _run(*command: str) -> bool:
    """Whether a command succeeded. What it said is added to the log."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        return subprocess.run(command, stdout=log, stderr=log, env=environment, check=False).returncode == 0


def _apt(*packages: str) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    return _apt_knows_what_there_is() and _run(*APT, "install", "-y", "--no-install-recommends", *packages)


@cache
def _apt_knows_what_there_is() -> bool:
    return _run(*APT, "update")


def install_chromium() -> bool:
    """Have a Chromium: from Debian, or else from Playwright. Whether there is one now."""
    if chromium():
        return True
    _say("installing Chromium")
    if _apt("chromium", "fonts-liberation") and chromium():
        return True
    return _run(sys.executable, "-m", "playwright", "install", "chromium") and chromium() is not None


def install_others() -> None:
    """Have what is welcome, where Debian offers it. Without Firefox or WebKitGTK their tests are skipped, which is said."""
    # Without the shell the tests drive the whole of Chromium, which takes longer.
    _try_once("chromium-headless-shell", _headless_shell, "chromium-headless-shell")
    for name, find, packages in (
        ("Firefox", firefox, ("firefox-esr",)),
        ("WebKitGTK", webkit, ("webkit2gtk-driver", "xvfb")),
    ):
        _try_once(name, find, *packages)
        if not find():
            _say(f"{name} is not here, so its tests are skipped (Debian: apt-get install {' '.join(packages)}).")


def _try_once(name: str, find: Callable[[], str | None], *packages: str) -> None:
    tried = ROOT / ".cache" / f"no-{name}"
    if find():
        tried.unlink(missing_ok=True)
    elif not tried.exists():
        _say(f"installing {name}")
        if not (_apt(*packages) and find()):
            tried.touch()


def _say(words: str) -> None:
    print(f"setup: {words}", file=sys.stderr, flush=True)


def main() -> int:
    """Install what is missing. 1 when there is no Chromium in the end."""
    if not install_chromium():
        _say(
            f"no browser for the tests could be had (see {LOG.relative_to(ROOT)}): install Chromium "
            "(Debian: apt-get install chromium), or give the path of one as CHROMIUM, and run this again."
        )
        return 1
    install_others()
    return 0


if __name__ == "__main__":
    sys.exit(main())
