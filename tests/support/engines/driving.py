"""The three browsers driven from outside: a page opened, asked, typed into and tapped, in a window of any width.

Chromium is driven by Playwright. Firefox and WebKitGTK speak the W3C's WebDriver: Firefox on a socket of its own, WebKitGTK by
a driver that is a host.
"""

import json
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Page

from support.engines import display, firefox_command, minibrowser, running
from support.windows import window

HEIGHT = 900
WIDEST = "2700x1000"
WAIT = 60_000  # a clean start of Python takes half of it in WebKitGTK on a busy machine

_UNTIL = """async (...given) => {
    for (const end = performance.now() + %d; performance.now() < end;) {
        const found = await (%s)(...given);
        if (found) return found;
        await new Promise(requestAnimationFrame);
    }
    throw new Error(`Waited in vain: ${document.querySelector(".state")?.textContent}`);
}"""
# The finger comes in a second command. So what is tapped must have come to rest, as a person waits for it.
_MIDDLE = """async (selector) => {
    const place = document.querySelector(selector);
    place.scrollIntoView({ block: "center", behavior: "instant" });
    const middle = () => {
        const { left, top, width, height } = place.getBoundingClientRect();
        return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    for (let before = middle(), still = 0; still < 3; before = middle()) {
        await new Promise(requestAnimationFrame);
        still = `${middle()}` === `${before}` ? still + 1 : 0;
    }
    return middle();
}"""
# What a finger sends before the mouse events of its tap. The driver sends those, and pointer events of a mouse with them, which a
# finger does not send: the page must not hear them.
_FINGER = """(x, y) => {
    if (!window.ownPointerEvents) {
        window.ownPointerEvents = (event) => event.isTrusted && event.stopImmediatePropagation();
        for (const type of ["pointerdown", "pointerup"]) addEventListener(type, window.ownPointerEvents, true);
    }
    const how = { bubbles: true, cancelable: true, composed: true, pointerType: "touch", clientX: x, clientY: y };
    const events = { pointerdown: PointerEvent, touchstart: UIEvent, pointerup: PointerEvent, touchend: UIEvent };
    for (const [type, Kind] of Object.entries(events))
        document.elementFromPoint(x, y).dispatchEvent(new Kind(type, how));
}"""


class Driven(Protocol):
    """A browser with one page."""

    name: str

    def resize(self, width: int) -> None:
        """Make the window so wide inside."""

    def open(self, address: str) -> None: ...

    def back(self) -> None: ...

    def run(self, function: str, *given: Any) -> Any:
        """What a function of JavaScript gives in the page."""

    def touch(self, x: int, y: int) -> None:
        """Put a finger down there and lift it."""

    def type(self, text: str) -> None:
        """Type into what has the focus."""


def until(driven: Driven, function: str, *given: Any) -> Any:
    """What a function gives in the page, once that is something."""
    return driven.run(_UNTIL % (WAIT, function), *given)


def tap(driven: Driven, selector: str) -> None:
    """Put a finger down in the middle of what is there now, and lift it."""
    driven.touch(*driven.run(_MIDDLE, selector))


class _Chromium:
    name = "Chromium"

    def __init__(self, page: Page) -> None:
        self._page = page

    def resize(self, width: int) -> None:
        self._page.set_viewport_size({"width": width, "height": HEIGHT})

    def open(self, address: str) -> None:
        self._page.goto(address)

    def back(self) -> None:
        self._page.go_back()

    def run(self, function: str, *given: Any) -> Any:
        return self._page.evaluate(f"(given) => ({function})(...given)", list(given))

    def touch(self, x: int, y: int) -> None:
        self._page.touchscreen.tap(x, y)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)


class _WebDriver:
    """What Firefox and WebKitGTK have in common."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self._ask = ask

    def open(self, address: str) -> None:
        self._ask("WebDriver:Navigate", url=address)

    def back(self) -> None:
        self._ask("WebDriver:Back")

    def run(self, function: str, *given: Any) -> Any:
        return self._ask("WebDriver:ExecuteScript", script=f"return ({function})(...arguments)", args=given)

    def type(self, text: str) -> None:
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def _press(self, kind: str, x: int, y: int) -> None:
        moves = [
            {"type": "pointerMove", "x": x, "y": y, "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 80},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": moves})

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("WebDriver:PerformActions", actions=[source])


class _Firefox(_WebDriver):
    name = "Firefox"

    def resize(self, width: int) -> None:
        # The window is never narrower than 500 pixels: the page in it is made so.
        self._ask("WebDriver:SetWindowRect", width=max(width, 500), height=HEIGHT)
        self._ask("Marionette:SetContext", value="chrome")
        size = 'Object.assign(gBrowser.selectedBrowser.style, { width: px, minWidth: px, flex: "none" })'
        self._ask("WebDriver:ExecuteScript", script=f"const [px] = arguments; {size}", args=[f"{width}px"])
        self._ask("Marionette:SetContext", value="content")

    def touch(self, x: int, y: int) -> None:
        self._press("touch", x, y)


class _WebKit(_WebDriver):
    """WebKitGTK's driver makes a mouse of a finger. So the page is told of the finger by events that are made, and the driver's
    press at the same place gives the mouse events and the click that a browser sends after them."""

    name = "WebKit"

    def resize(self, width: int) -> None:
        self._ask("WebDriver:SetWindowRect", width=width, height=HEIGHT)

    def touch(self, x: int, y: int) -> None:
        self.run(_FINGER, x, y)
        self._press("mouse", x, y)


@contextmanager
def chromium(browser: Browser) -> Iterator[Driven]:
    with window(browser, has_touch=True) as page:
        yield _Chromium(page)


@contextmanager
def firefox(path: str, profile: Path, **preferences: object) -> Iterator[Driven]:
    wanted = {"marionette.port": 0, "dom.w3c_touch_events.enabled": 1, **preferences}
    command = firefox_command(path, profile, wanted)
    options = ["--marionette", "-remote-allow-system-access"]
    with running([*command, *options], profile, says=subprocess.PIPE) as process:
        assert process.stdout
        said = next(line for line in process.stdout if "Listening on port" in line)
        with _marionette(int(said.split()[-1])) as ask:
            yield _Firefox(ask)


@contextmanager
def _marionette(port: int) -> Iterator[Callable[..., Any]]:
    """How Firefox is asked: each message is its length, a colon and JSON."""
    with socket.create_connection(("127.0.0.1", port)) as line, line.makefile("rb") as heard:

        def read() -> Any:
            length = b"".join(iter(lambda: heard.read(1), b":"))
            return json.loads(heard.read(int(length)))

        def ask(name: str, **parameters: Any) -> Any:
            message = json.dumps([0, 0, name, parameters]).encode()
            line.sendall(b"%d:%b" % (len(message), message))
            _, _, error, given = read()
            assert error is None, f"{name}: {error}"
            return given["value"] if isinstance(given, dict) and "value" in given else given

        read()
        ask("WebDriver:NewSession")
        ask("WebDriver:SetTimeouts", script=2 * WAIT)
        yield ask


_PATHS = {
    "WebDriver:Navigate": "url",
    "WebDriver:Back": "back",
    "WebDriver:ExecuteScript": "execute/sync",
    "WebDriver:PerformActions": "actions",
    "WebDriver:SetWindowRect": "window/rect",
}
"""Firefox's names of the commands, and the paths of the same commands at a driver that is a host."""


# The buttons around the page would keep the window wider than a phone.
_NARROW = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }"


@contextmanager
def webkit(driver: str, home: Path, *options: str) -> Iterator[Driven]:
    styles = home / ".config" / "gtk-3.0"
    styles.mkdir(parents=True)
    (styles / "gtk.css").write_text(_NARROW, "utf-8")
    port = _free_port()
    with display(WIDEST) as number, running([driver, f"--port={port}"], home, DISPLAY=number) as process:
        while _is_closed(port):
            assert process.poll() is None, f"{driver} did not start"
        yield from _session(port, ["--automation", *options])


def _session(port: int, options: list[str]) -> Iterator[Driven]:
    def sent(path: str, parameters: dict[str, Any]) -> Any:
        with closing(HTTPConnection("127.0.0.1", port)) as line:
            line.request("POST", f"/session{path}", json.dumps(parameters))
            reply = json.load(line.getresponse())["value"]
        assert not (isinstance(reply, dict) and "error" in reply), f"{path}: {reply}"
        return reply

    program = {"binary": minibrowser(), "args": options}
    wanted = {"webkitgtk:browserOptions": program, "timeouts": {"script": 2 * WAIT}}
    session = sent("", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
    yield _WebKit(lambda name, **parameters: sent(f"/{session}/{_PATHS[name]}", parameters))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _is_closed(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) != 0
