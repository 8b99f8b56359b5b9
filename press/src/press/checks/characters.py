"""Characters that hide, turn or break words."""

import re
from collections.abc import Iterator

from ..reading.characters import line_problems
from ..reading.problems import Problem
from ..reading.web_codes import codes_in_text, codes_in_yaml
from .checked_page import CheckedPage

_NOT_READ = re.compile(r"`[^`]*`|(?<=\]\()[^)\s]*|<[a-z]+:[^>]*>|https?://\S*")
"""What is quoted as code is shown as it was typed; the & of an address divides its parts."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of the file, front matter included; then what codes of web pages stand for.

    What YAML writes as a code is found when that is read.
    """
    yield from line_problems(page.source)
    for number in range(2, page.source.body_line - 1):
        for found in codes_in_yaml(_read(page.source.line(number))):
            yield page.source.found(number, found.start + 1, found)
    code = {
        line
        for block in page.parsed.blocks
        if block.kind in ("fence", "indented-code") and not block.info.startswith("calculator")
        for line in range(block.line, block.end)
    }
    for number, line in page.body_lines():
        if "&" in line and number not in code:
            for found in codes_in_text(_read(line)):
                yield page.source.found(number, found.start + 1, found)


def _read(line: str) -> str:
    """The line without what is not read, everything else in its place."""
    return _NOT_READ.sub(lambda found: " " * len(found[0]), line) if "&" in line else line
