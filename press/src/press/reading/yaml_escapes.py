r"""Characters that YAML writes as codes, as "\u202e" for one that turns text: judged like those that are typed."""

import re
from collections.abc import Iterator

from .characters import coded_suspects
from .problems import Problem
from .source_file import SourceFile

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|\n)", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029"}


def escape_problems(quoted: str, line: int, column: int, source: SourceFile) -> Iterator[Problem]:
    """What the codes of a value in double quotes stand for. `line` and `column` are where the value begins."""
    if "\\" not in quoted:
        return
    for suspect in coded_suspects(quoted, _ESCAPE, _character):
        before = quoted[: suspect.start]
        down = before.count("\n")
        across = len(before) - before.rfind("\n") if down else column + len(before)
        yield source.found(line + down, across, suspect)


def _character(escape: re.Match[str]) -> str:
    """What a code stands for; anything harmless for a code beyond all characters."""
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "?"
    return _SHORT.get(escape[4] or " ", escape[4] or " ")
