"""In which way a file that a host sends is another than the one that was built, as far as that can be seen."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePosixPath


@dataclass
class _Seen(HTMLParser):
    """What a page consists of: its scripts, and its words without the room between them."""

    scripts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag if tag in ("script", "style") else ""
        if tag == "script":
            self.scripts.append(given.get("src") or "")
        self.words += [value for name in ("href", "src") if tag != "script" and (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script" and self.scripts and not self.scripts[-1]:
            self.scripts[-1] = data.strip()
        elif not self._inside:
            self.words += data.split()


def change(address: str, built: bytes, sent: bytes) -> str:
    """What was done to a file, in words that go on with its name."""
    if not sent:
        return "is empty"
    if built.startswith(sent):
        return f"breaks off after {len(sent):,} of {len(built):,} bytes"
    if PurePosixPath(address).suffix in ("", ".html"):
        return _change_of_page(built, sent)
    if built.split() == sent.split():
        return "was minified or formatted anew"
    return _sizes("has other bytes", built, sent)


def _change_of_page(built: bytes, sent: bytes) -> str:
    ours, theirs = _seen(built), _seen(sent)
    added = [script for script in theirs.scripts if script not in ours.scripts]
    shared = set(ours.words) & set(theirs.words)
    if 2 * len(shared) < len(set(ours.words)):
        return _sizes("is another page", built, sent)
    if added:
        return f"got a script added: {_short(added[0])}"
    if missing := [script for script in ours.scripts if script not in theirs.scripts]:
        return f"lost a script: {_short(missing[0])}"
    if ours.words == theirs.words:
        return "was minified or formatted anew; its words are the same"
    new = [word for word in theirs.words if word not in ours.words] or ["words left out"]
    return f"has other words or links: {_short(new[0])}"


def _seen(page: bytes) -> _Seen:
    seen = _Seen()
    seen.feed(page.decode("utf-8", "replace"))
    seen.close()
    return seen


def _sizes(what: str, built: bytes, sent: bytes) -> str:
    return f"{what} ({len(sent):,} bytes in place of {len(built):,})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:80]}…"
