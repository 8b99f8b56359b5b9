"""Characters that hide, turn or break words."""

import re
from collections.abc import Iterator
from html import unescape

from ..reading.characters import coded_suspects, line_problems
from ..reading.problems import Problem
from .checked_page import CheckedPage

_CODE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]*);")
_QUOTED = re.compile(r"`[^`]*`")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of the file, front matter included; then what HTML's codes in the text stand for.

    What YAML writes as a code is found when that is read.
    """
    yield from line_problems(page.source)
    for number, line in page.body_lines():
        if "&" not in line:
            continue
        # What is quoted as code is shown as it was typed.
        shown = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line)
        for place, found in coded_suspects(shown, _CODE, _character):
            yield page.problem(number, place + 1, found.rule, found.message, found.fix)


def _character(code: re.Match[str]) -> str:
    meant = unescape(code[0])
    return meant if len(meant) == 1 else "?"
