"""The words of a file of YAML that readers see, line by line, where they stand."""

import re
from collections.abc import Iterator

from .source_file import SourceFile

_NOT_SHOWN = frozenset(
    {"cite", "doi", "featuredImage", "id", "pmid", "redirectFrom", "rules", "see", "slug", "sources", "tests", "url"}
)
"""Names whose values are addresses, ids, or titles of other people's papers."""
_NAME = re.compile(r"""(?P<lead>[ \t]*(?:- )?[ \t]*)["']?(?P<name>\w[\w-]*)["']?:(?:[ \t]|$)""")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_ADDRESS = re.compile(r"(?:https?://|tests/|/images/)[^\s\"']*")


def yaml_words(source: SourceFile, first: int, end: int) -> Iterator[tuple[int, str]]:
    """Each line from `first` to before `end`. What readers do not see is blank, so that all else keeps its column."""
    unseen: int | None = None
    for number in range(first, end):
        line = source.line(number)
        indent = len(line) - len(line.lstrip())
        named = _NAME.match(line)
        if unseen is not None and line.strip() and indent <= unseen:
            unseen = None
        if unseen is None and named and named["name"] in _NOT_SHOWN:
            unseen = indent
        if unseen is None and line.strip():
            shown = line if named is None else " " * named.end() + line[named.end() :]
            for pattern in (_ADDRESS, _COMMENT):
                shown = pattern.sub(_blank, shown)
            yield number, shown


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
