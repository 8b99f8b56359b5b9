"""Browsers opened at an address, each with a new profile, for as long as a test needs them."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Browser

from support import violations


@contextmanager
def chromium(browser: Browser, address: str) -> Iterator[None]:
    context = browser.new_context()
    violations.watch(context)
    context.new_page().goto(address)
    yield
    context.close()


@contextmanager
def firefox(path: str, profile: Path, address: str) -> Iterator[None]:
    with running([*firefox_command(path, profile), address], profile):
        yield


def firefox_command(path: str, profile: Path, preferences: Mapping[str, object] = MappingProxyType({})) -> list[str]:
    """What starts Firefox for nobody's eyes with a new profile, in which it asks nobody for anything."""
    quiet = ["browser.shell.checkDefaultBrowser", "datareporting.policy.dataSubmissionEnabled", "app.update.enabled"]
    wanted = {**dict.fromkeys(quiet, False), **preferences}
    profile.mkdir(exist_ok=True)
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in wanted.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    return [path, "--headless", "--no-remote", "--profile", str(profile)]


@contextmanager
def webkit(path: str, home: Path, address: str) -> Iterator[None]:
    home.mkdir(exist_ok=True)
    with display() as number, running([path, address], home, DISPLAY=number):
        yield


def minibrowser() -> str | None:
    """WebKitGTK's own browser, which Debian keeps out of the PATH."""
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found else None


@contextmanager
def display(size: str = "1280x1024") -> Iterator[str]:
    """A display for nobody. The server chooses its number itself, so that two that start at once do not take the same."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with open(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def running(
    command: list[str], home: Path, says: int = subprocess.DEVNULL, **more: str
) -> Iterator[subprocess.Popen[str]]:
    """A program with a home of its own, for as long as the block lasts."""
    # A home of its own: nothing is left of an earlier visit, and nothing of this one stays.
    places = {"HOME": str(home), "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
    process = subprocess.Popen(
        command,
        env=os.environ | places | more,
        stdout=says,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=20)
