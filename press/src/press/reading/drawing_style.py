"""The styles of a drawing: read, judged and written anew, property by property."""

import re
from collections.abc import Iterator

from .drawing_parts import DROPPED_PROPERTIES, FUNCTIONS, PROPERTIES

_LOCAL = r"""url\(\s*(?:#[\w.:-]+|"#[\w.:-]+"|'#[\w.:-]+')\s*\)"""
# From left to right, as a browser reads: what is inside quotes is neither an address nor an end.
_TOKEN = re.compile(
    rf"""(?i)"[^"\n\\]*"|'[^'\n\\]*'|{_LOCAL}|(?P<name>[\w-]*)(?P<bracket>\()|[\w-]+|(?P<wrong>["'\\@{{}};<]|/\*)"""
)
_PIECE = re.compile(r""""[^"]*"|'[^']*'|[^;"']+|[;"']""")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}\s*")
_SELECTOR = re.compile(r"[\w\s.#,>*+~-]+")
_REFERENCE = re.compile(r"(?i)url\(\s*[\"']?#([\w.:-]+)")


def value_fault(value: str) -> str:
    """What a value must not hold; empty when it is right."""
    for token in _TOKEN.finditer(value):
        if token["wrong"]:
            return f"the sign {token['wrong']}"
        if token["bracket"]:
            name = token["name"].lower()
            if name in ("url", "src", "image", "image-set"):
                return "an address outside the drawing"
            if name not in FUNCTIONS:
                return f"{token['name']}(…)"
    return ""


def references(value: str) -> list[str]:
    """The ids that a value points to."""
    return _REFERENCE.findall(value)


def read_declarations(style: str) -> tuple[str, list[str]]:
    """`fill: red; stroke: none` written anew with what is allowed, and what is not."""
    kept: list[str] = []
    faults: list[str] = []
    for declaration in _declarations(style):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        name = name.lower()
        if not colon:
            faults.append(f'"{_short(name)}", which is no name with a value')
        elif name in DROPPED_PROPERTIES or re.fullmatch(r"-[a-z][\w-]*", name):
            continue  # a drawing program's own
        elif name not in PROPERTIES:
            faults.append(f'the property "{_short(name)}"')
        elif fault := value_fault(value):
            faults.append(f"{fault} in {name}")
        else:
            kept.append(f"{name}:{value}")
    return ";".join(kept), faults


def read_style_sheet(sheet: str) -> tuple[str, list[str]]:
    """The rules of a <style> written anew with what is allowed, and what is not."""
    rest = _without_comments(sheet).strip()
    if "@" in rest:
        return "", ["an instruction that begins with @, which can fetch other files"]
    if "\\" in rest:
        return "", ["the sign \\"]
    kept: list[str] = []
    faults: list[str] = []
    at = 0
    while at < len(rest):
        rule = _RULE.match(rest, at)
        if not rule or not _SELECTOR.fullmatch(rule[1]):
            return "", [*faults, f'"{_short(rest[at:])}", which is no simple rule']
        declarations, wrong = read_declarations(rule[2])
        kept.append(f"{' '.join(rule[1].split())}{{{declarations}}}")
        faults += wrong
        at = rule.end()
    return "\n".join(kept), faults


def _declarations(style: str) -> Iterator[str]:
    """Parted at each semicolon that is not inside quotes."""
    now: list[str] = []
    for piece in [*_PIECE.findall(style), ";"]:
        if piece != ";":
            now.append(piece)
            continue
        declaration = "".join(now).strip()
        now = []
        if declaration:
            yield declaration


def _without_comments(sheet: str) -> str:
    kept: list[str] = []
    at = 0
    while (begins := sheet.find("/*", at)) >= 0:
        kept += (sheet[at:begins], " ")
        ends = sheet.find("*/", begins + 2)
        if ends < 0:
            return "".join(kept)  # browsers, too, take all that follows for the comment
        at = ends + 2
    return "".join([*kept, sheet[at:]])


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
