"""A file on disk made into text with known line numbers."""

import codecs
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from .finding import Finding
from .problems import Problem, Severity

_FENCE = re.compile(r"---[ \t]*")
_AT_ONCE = 16
"""The texts of so many files are held, and their lines: of those that were asked for last."""

_NO_TEXT = {
    b"PK\x03\x04": "a document of Word or another packed file",
    b"\xd0\xcf\x11\xe0": "a document of an old Word",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a document with formatting (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""What a file of another kind begins with, whatever its name says."""
_FEW_NULLS = 16
"""So many null characters may have slipped into a text, and one more in each so many bytes; what is no text has far more."""


@dataclass(frozen=True, init=False)
class SourceFile:
    """One Markdown file: its text with `\\n` line ends, split into front matter and body."""

    path: str
    data: bytes
    """The text in UTF-8. A site holds all of its articles so: as a text and as lines each takes five times the room."""
    problems: tuple[Problem, ...]

    def __init__(self, path: str, text: str, problems: tuple[Problem, ...] = ()) -> None:
        self._set(path, text.encode("utf-8", "surrogatepass"), problems)

    @classmethod
    def of_data(cls, path: str, data: bytes) -> "SourceFile":
        """A file without problems whose bytes are its text, as somebody has found before."""
        source = cls.__new__(cls)
        source._set(path, data, ())
        return source

    def _set(self, path: str, data: bytes, problems: tuple[Problem, ...]) -> None:
        for name, value in (("path", path), ("data", data), ("problems", problems)):
            object.__setattr__(self, name, value)

    @property
    def text(self) -> str:
        """The whole text."""
        return _text_of(self.data)

    @property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line."""
        return _lines_of(self.data)

    @cached_property
    def _closing(self) -> int | None:
        """Index of the line that ends the front matter; None when there is no front matter."""
        if not _FENCE.fullmatch(self.lines[0]):
            return None
        for index, line in enumerate(self.lines[1:], start=1):
            if _FENCE.fullmatch(line):
                return index
        return None

    @property
    def opens_front_matter(self) -> bool:
        """Whether the file starts as front matter does, closed or not."""
        return bool(_FENCE.fullmatch(self.lines[0]))

    @property
    def front_matter(self) -> str | None:
        """The YAML between the two `---` lines; it begins on line 2."""
        if self._closing is None:
            return None
        return "\n".join(self.lines[1 : self._closing]) + "\n"

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return _text_from(self.data, self.body_line)

    @cached_property
    def body_line(self) -> int:
        """The line of the file on which the body begins."""
        return 1 if self._closing is None else self._closing + 2

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(
        self,
        line: int,
        column: int,
        rule: str,
        message: str,
        fix: str = "",
        severity: Severity = "error",
    ) -> Problem:
        """A problem of this file, with the line quoted."""
        return Problem(self.path, line, max(1, column), rule, message, fix, severity, self.line(line))

    def found(self, line: int, column: int, one: Finding) -> Problem:
        """The problem that a finding is whose text begins at this place. It can be mended where the file has these words."""
        start = max(1, column)
        problem = self.problem(line, start, one.rule, one.message, one.fix, one.severity)
        if self.line(line)[start - 1 : start - 1 + len(one.words)] != one.words:
            return problem
        return replace(problem, end_column=start + len(one.words), replacement=one.replacement)


@lru_cache(_AT_ONCE)
def _text_of(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


@lru_cache(_AT_ONCE)
def _lines_of(data: bytes) -> tuple[str, ...]:
    # Not splitlines(): it also cuts at form feeds and U+2028, which no editor counts.
    return tuple(_text_of(data).split("\n"))


@lru_cache(_AT_ONCE)
def _text_from(data: bytes, line: int) -> str:
    return "\n".join(_lines_of(data)[line - 1 :])


def read_source(file: Path, shown: str) -> SourceFile:
    """The file as text. Anything but UTF-8 is a problem, and the text then holds U+FFFD."""
    return source_of(file.read_bytes(), shown)


def source_of(data: bytes, shown: str) -> SourceFile:
    """The file that these bytes are; a byte order mark and Windows line ends are accepted."""
    for mark, name in (
        (codecs.BOM_UTF32_LE, "UTF-32"),
        (codecs.BOM_UTF16_LE, "UTF-16"),
        (codecs.BOM_UTF16_BE, "UTF-16"),
    ):
        if data.startswith(mark):
            return SourceFile(shown, "", (_not_utf8(shown, 1, 1, f"This file is {name}"),))
    for start, what in _NO_TEXT.items():
        if data.startswith(start):
            fix = "Open it in its own program and copy the text into an article that you begin at the desk (or with press new)."
            return SourceFile(shown, "", (Problem(shown, 1, 1, "encoding", f"This file is {what}, not text.", fix),))
    if data.count(0) > _FEW_NULLS + len(data) // _FEW_NULLS:
        return SourceFile(shown, "", (_not_utf8(shown, 1, 1, "This file is UTF-16 without its mark, or no text"),))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
        problems: tuple[Problem, ...] = ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        text = data.decode("utf-8", "replace")
        byte = f"0x{data[error.start]:02x}"
        problems = (_not_utf8(shown, line, column, f"The byte {byte} is not UTF-8"),)
    return SourceFile(shown, text.replace("\r\n", "\n").replace("\r", "\n"), problems)


def _not_utf8(shown: str, line: int, column: int, what: str) -> Problem:
    return Problem(
        shown,
        line,
        column,
        "encoding",
        f"{what}; articles are UTF-8.",
        'In your editor choose "Save with encoding" and UTF-8, then look at this place: '
        "the character there may have been lost.",
    )
