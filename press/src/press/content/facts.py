"""The facts of the site: content/facts.yml, each number that several pages say, with its source and how sentences say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ..reading.amounts import ANY_SIGN, Amount, read_amount, sign_of, with_signs
from ..reading.ids import SLUG
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file

FILE = "facts.yml"
_PART = "facts"
KINDS = ("dose", "hold", "limit", "other")
_TEXTS = ("subject", "number", "article", "row", "item", "constant", "reference")
_LISTS = ("names", "says", "unless")
_KEYS = ("subject", "kind", *_TEXTS[1:], *_LISTS)
_NEEDED = ("subject", "kind", "number", "names", "says")
_SOURCES = ("article", "constant", "reference")
_GAP = r"[^.!?]{0,80}?"
_SPACE = r"[\s*_\[]+"
_COLON = r"[\s*_]*:[\s*_]*"
_PERHAPS = re.compile(r"(?<!\S)\(([^()]*)\)\?\s+")
"""Words that may be absent: the space behind them is absent then, too."""
_PIECE = re.compile(r"#|~|…|\s+|[()|?:]|[^#~…\s()|?:]+")


@dataclass(frozen=True, eq=False)
class Fact:
    """One number that the site says of one subject.

    names   words for the subject: a sentence speaks of it when it or the heading above says one of them
    says    how sentences say it, with `#` for the number
    unless  words with which a sentence speaks of something else
    """

    id: str
    subject: str
    kind: str
    number: str
    value: Amount
    names: tuple[str, ...]
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    article: str = ""
    row: str = ""
    item: str = ""
    constant: str = ""
    reference: str = ""
    place: YamlValue | None = field(default=None, compare=False)

    @property
    def is_vital(self) -> bool:
        """Whether another number of it may harm: of a dose, a hold or a limit."""
        return self.kind != "other"

    def is_named_in(self, text: str) -> bool:
        """Whether a text in small letters says one of its names, which may end in s there."""
        return next(self.places_in(text), None) is not None

    def places_in(self, text: str) -> Iterator[int]:
        """Where a text in small letters says one of its names."""
        # The search of a plain text is ten times as quick as that of a pattern.
        for name in self._names:
            start = text.find(name)
            while start >= 0:
                end = start + len(name)
                end += text.startswith("s", end)
                if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                    yield start
                start = text.find(name, end)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(map(str.lower, self.names))

    @property
    def is_of_a_label(self) -> bool:
        """Whether a label is its source, in whichever of its texts."""
        return self.reference.startswith("label-")

    def worded_in(self, text: str) -> re.Pattern[str] | None:
        """The sentences of `says` that have words and may stand in a text with signs in place of amounts; None for none.

        Only these are compiled: most stand in none, and all of them take a tenth of the first check of an article.
        """
        said = tuple(one for one, words in self._worded if all(word in text for word in words))
        return _joined(said, self.value.kind) if said else None

    @cached_property
    def _worded(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each sentence of `says` that has words, in small letters, and what stands in every text that says it."""
        return tuple((one, _fixed_words(one)) for one in map(str.lower, self.says) if one != "#")

    @cached_property
    def sign(self) -> str:
        """What stands for an amount of its kind."""
        return sign_of(self.value.kind)

    @cached_property
    def any(self) -> re.Pattern[str] | None:
        """Any amount of the kind, where `says` has a `#` alone; it is looked for only where the sentence itself names it."""
        return re.compile(f"({self.sign})") if "#" in self.says else None


@cache
def _joined(says: tuple[str, ...], kind: str) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(one, kind) for one in says))


def _pieces(said: str) -> list[str]:
    return _PIECE.findall(_PERHAPS.sub(r"(\1 )?", said.strip()))


def _fixed_words(said: str) -> tuple[str, ...]:
    """The words outside its brackets."""
    words: list[str] = []
    depth = 0
    for piece in _pieces(said):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if not depth and any(map(str.isalnum, piece)):
            words.append(piece)
    return tuple(words)


def _pattern(said: str, kind: str) -> str:
    """`#` is the number, `~` any other one, `…` up to 80 characters of the sentence, (a|b) either, (a)? perhaps."""
    parts: list[str] = []
    for piece in _pieces(said):
        if piece == "#":
            parts.append(f"({sign_of(kind)})")
        elif piece == "~":
            parts.append(ANY_SIGN)
        elif piece == "…":
            parts.append(_GAP)
        elif piece.isspace():
            parts.append(_SPACE)
        elif piece == ":":
            parts.append(_COLON)
        else:
            parts.append({"(": "(?:", ")": ")", "|": "|", "?": "?"}.get(piece) or re.escape(piece))
    # Spaces beside a colon or a gap are already allowed for.
    pattern = "".join(parts)
    for wide in (_COLON, _GAP):
        pattern = pattern.replace(f"{_SPACE}{wide}", wide).replace(f"{wide}{_SPACE}", wide)
    start, end = (r"\b" if edge.isalnum() else "" for edge in (said.strip()[0], said.strip()[-1]))
    return f"{start}{pattern}{end}"


@dataclass(frozen=True)
class Facts:
    """All facts in the order of the file, and the file."""

    facts: tuple[Fact, ...] = ()
    source: SourceFile | None = field(default=None, compare=False)


def read_facts(content: Path, shown: str) -> tuple[Facts, list[Problem]]:
    """The facts that are right, and a problem for whatever is not. A project may do without the file."""
    file = content / FILE
    if not file.is_file():
        return Facts(), []
    source, parts, problems = read_yaml_file(file, shown)

    def wrong(at: YamlValue, message: str, fix: str) -> None:
        problems.append(source.problem(at.key_line, at.key_column, "facts", message, fix))

    found: list[Fact] = []
    for name, part in parts.items():
        if name != _PART:
            wrong(part, f'There is no part "{name}".{did_you_mean(name, (_PART,))}', "Remove it.")
            continue
        for id, value in part.entries:
            given: dict[str, Any] = dict(value.data) if isinstance(value.data, dict) else {}
            said = list(_what_is_wrong(id, given))
            for message, fix in said:
                wrong(value, message, fix)
            if not said:
                found.append(_fact(id, given, value))
    return Facts(tuple(found), source), problems


def _fact(id: str, given: Mapping[str, Any], place: YamlValue) -> Fact:
    lines: dict[str, Any] = {key: " ".join(str(given[key]).split()) for key in _TEXTS if key in given}
    lines |= {key: tuple(map(str, given[key])) for key in _LISTS if key in given}
    value = read_amount(lines["number"])
    assert value is not None  # _what_is_wrong has refused anything else
    return Fact(id=id, kind=given["kind"], value=value, place=place, **lines)


def _what_is_wrong(id: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Message and remedy for each thing that is wrong with a fact."""
    if not SLUG.fullmatch(id):
        yield f'"{id}" is no name of a fact.', "Write small letters and hyphens: naltrexone-hold."
    for key in given:
        if key not in _KEYS:
            yield f'"{id}" has an unknown line "{key}".{did_you_mean(key, _KEYS)}', f"Use {', '.join(_KEYS)}."
    for key in _NEEDED:
        if key not in given:
            yield f'"{id}" has no {key}.', f"Write {key}: and what belongs there."
    for key in _TEXTS:
        if key in given and not _is_text(given[key]):
            yield f'{key} of "{id}" must be text.', f'Write {key}: "…", in quotes.'
    for key in _LISTS:
        if key in given and not (isinstance(given[key], list) and given[key] and all(map(_is_text, given[key]))):
            yield f'{key} of "{id}" must be a list of words.', f'Write {key}: ["one", "another"].'
    if "kind" in given and given["kind"] not in KINDS:
        yield f'kind of "{id}" is not one of {", ".join(KINDS)}.', "A dose, hold or limit stops the build; other asks."
    if not any(key in given for key in _SOURCES):
        yield f'"{id}" has no source.', "Write article: with row: or item:, constant:, or reference:."
    yield from _unfit_source(id, given)
    yield from _unfit_words(id, given)


def _unfit_source(id: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    at = [key for key in ("row", "item") if key in given]
    if ("article" in given) != (len(at) == 1):
        yield (
            f'"{id}" needs either a row or an item of an article as its place there.',
            "Write article: its slug, and row: the first cell of the table's row, or item: the first words of the line.",
        )


def _unfit_words(id: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if _is_text(given.get("number")) and read_amount(given["number"]) is None:
        yield (
            f'The number of "{id}" cannot be read: {given["number"]}.',
            "Write the number and its unit alone: 72 hours, 0.5 mg/kg, 160/100 mmHg, 2-4 weeks, 2, 4 and 6 treatments.",
        )
    for name in given.get("names", ()) if isinstance(given.get("names"), list) else ():
        if _is_text(name) and not any(map(str.isalnum, name)):
            yield f'"{name}" of "{id}" is no word.', "Name the subject in words."
    for said in given.get("says", ()) if isinstance(given.get("says"), list) else ():
        if not _is_text(said):
            continue
        if said.count("#") != 1:
            yield f'"{said}" of "{id}" needs one # for its number.', 'Write says: ["hold for #"].'
        elif with_signs(said)[1]:
            yield (
                f'"{said}" of "{id}" has a number of its own.',
                "Write # for the number of the fact and ~ for another number.",
            )
        elif not _can_be_read(said):
            yield f'"{said}" of "{id}" cannot be read.', "Close every bracket: (a|b) is either, (a)? is perhaps."


def _can_be_read(said: str) -> bool:
    """Whether each bracket is closed, and each ? and | has one to belong to."""
    depth = 0
    before = ""
    for piece in _PIECE.findall(said):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if depth < 0 or (piece == "?" and before != ")") or (piece == "|" and not depth):
            return False
        before = piece
    return depth == 0


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
