"""Codes of web pages in a text, such as &shy; or &#8203;: what they hide, and those that are none."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from .characters import coded_suspects, suspects
from .finding import Finding
from .problems import did_you_mean

_CODE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]*);")
"""What Markdown takes for a code."""
_LOOKS_LIKE_ONE = re.compile(
    r"&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);|&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z]{2,})"
)
_NAMES = frozenset(name.rstrip(";") for name in html5)
_LONGEST = max(map(len, _NAMES)) + 2
_OPEN = '"{0}" is shown as it stands: a code of web pages ends with a semicolon.'
_UNKNOWN = '"{0}" is shown as it stands: there is no such code.'
_NOT_HERE = '"{0}" is shown as it stands: codes of web pages are read in the text of a page only.'


def codes_in_text(text: str) -> Iterator[Finding]:
    """A line of Markdown: what the codes hide, and what would be shown as it stands."""
    if "&" not in text:
        return
    yield from coded_suspects(text, _CODE, _character)
    for found in _LOOKS_LIKE_ONE.finditer(text):
        code = found[0]
        if code.endswith(";"):
            if not (_CODE.fullmatch(code) and ("#" in code or code[1:] in html5)):
                near = did_you_mean(code[1:-1], _NAMES) if len(code) <= _LONGEST else ""
                yield Finding(found.start(), code, "entity", _UNKNOWN.format(code) + near, "Type the character itself.")
        elif open_code := _open_code(code):
            yield _finding(found.start(), open_code, _OPEN, f"{open_code};")


def codes_in_yaml(text: str) -> Iterator[Finding]:
    """A line of YAML, where no code is read: whether it hides something or not, it should be the character."""
    for found in _LOOKS_LIKE_ONE.finditer(text) if "&" in text else ():
        code = found[0]
        if "#" in code or f"{code[1:].rstrip(';')};" in html5:
            meant = unescape(code.rstrip(";") + ";")
            yield _finding(found.start(), code, _NOT_HERE, meant if meant.isalnum() or not meant.isascii() else None)


def _open_code(text: str) -> str:
    """The code that was begun here: the whole name, or the beginning that old browsers took for a code."""
    if "#" in text or f"{text[1:]};" in html5:
        return text
    longest = min(len(text), _LONGEST)
    return next((text[:end] for end in range(longest, 2, -1) if text[1:end] in html5), "")


def _finding(start: int, code: str, message: str, right: str | None) -> Finding:
    """With the character as the remedy, or without anything where it is one that nobody sees."""
    hidden = next(suspects(unescape(code.rstrip(";") + ";")), None)
    if hidden is not None:
        return Finding(
            start,
            code,
            "entity",
            f"{message.format(code)} {hidden.message}",
            hidden.fix,
            replacement=hidden.replacement,
        )
    return Finding(start, code, "entity", message.format(code), "Type the character itself.", replacement=right)


def _character(code: re.Match[str]) -> str:
    meant = unescape(code[0])
    return meant if len(meant) == 1 else "?"
