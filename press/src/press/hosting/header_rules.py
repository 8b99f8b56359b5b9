"""The headers that `_headers` asks of a host, for each address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = "_headers"


@dataclass(frozen=True)
class Header:
    """One header, as a rule asks for it."""

    name: str
    value: str

    def is_among(self, sent: list[str]) -> bool:
        """Whether it was sent. A host may join it with another of the same name."""
        return _plain(self.value) in _plain(", ".join(sent))


@dataclass(frozen=True)
class HeaderRules:
    """The rules of one `_headers`, in their order: which addresses, and the headers of each."""

    rules: tuple[tuple[re.Pattern[str], tuple[Header, ...]], ...]

    def of(self, path: str) -> tuple[Header, ...]:
        """What a host has to send with an address, given as a path from the root of the host."""
        return tuple(header for addresses, headers in self.rules if addresses.fullmatch(path) for header in headers)


def header_rules(site: Path) -> HeaderRules:
    """The rules of a built site; none where it has no such file."""
    file = site / FILE
    return HeaderRules(tuple(_rules(file.read_text("utf-8")))) if file.is_file() else HeaderRules(())


def _rules(text: str) -> Iterator[tuple[re.Pattern[str], tuple[Header, ...]]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    starts = [number for number, line in enumerate(lines) if not line[0].isspace()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        pairs = (line.partition(":") for line in lines[start + 1 : end])
        headers = tuple(Header(name.strip(), value.strip()) for name, colon, value in pairs if colon)
        yield _addresses(lines[start].strip()), headers


def _addresses(pattern: str) -> re.Pattern[str]:
    """A star stands for anything, and `:name` for one part of a path."""
    parts = re.split(r"(\*|(?<=/):\w+)", pattern)
    return re.compile(
        "".join(".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in parts)
    )


def _plain(value: str) -> str:
    return re.sub(r"\s+", "", value).lower()
