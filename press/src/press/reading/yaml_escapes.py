r"""Characters that YAML writes as codes, as "\u202e" for one that turns text: judged like those that are typed."""

import re
from collections.abc import Iterator

from .characters import suspects
from .problems import Problem
from .source_file import SourceFile

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|\n)", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029"}


def escape_problems(quoted: str, line: int, column: int, source: SourceFile) -> Iterator[Problem]:
    """What the codes of a value in double quotes stand for. `line` and `column` are where the value begins."""
    if "\\" not in quoted:
        return
    decoded: list[str] = []
    places: list[int] = []
    codes: set[int] = set()
    at = 0
    while at < len(quoted):
        found = _ESCAPE.match(quoted, at)
        if found:
            codes.add(len(decoded))
        decoded.append(_character(found) if found else quoted[at])
        places.append(at)
        at = found.end() if found else at + 1
    for suspect in suspects("".join(decoded)):
        place = next((i for i in range(suspect.start, suspect.end) if i in codes), None)
        if place is None:
            continue  # it was typed, and is found there
        before = quoted[: places[place]]
        down = before.count("\n")
        across = len(before) - before.rfind("\n") if down else column + len(before)
        yield source.problem(line + down, across, suspect.rule, suspect.message, suspect.fix)


def _character(escape: re.Match[str]) -> str:
    """One character for each code, so that places can be counted."""
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "?"
    return _SHORT.get(escape[4] or " ", escape[4] or " ")
