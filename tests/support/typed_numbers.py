"""The numbers in the source of a module: its constants, and those that are typed in its texts."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from ketamine_calculators.display import spelled

WORDS = {spelled(count): count for count in range(2, 13)}
# Not the digits of a name such as PHQ-9 or TRD2, and not those of a date or of a range with a plain hyphen.
_NUMBER = re.compile(rf"(?<![\w.-])\d+(?:\.\d+)?(?![\w]|-\d|\.\d)|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)

_REMEMBERED = 16_384
"""Of so many texts the numbers are remembered: a card with one constant changed says most of its sentences again."""

# Arguments whose numbers and texts say nothing to a reader: names, search words, and how many places are shown.
_NOT_SAID = ("version", "synonyms", "places", "rights", "cite", "doi", "pmid", "url")
# Calls whose texts name a heading of an article, or are numbers themselves.
_QUOTING = ("section",)
_NUMBERS = ("Fraction", "share")


@dataclass(frozen=True)
class Said:
    """A number in a text, with its place there."""

    value: Fraction
    start: int
    end: int


@lru_cache(maxsize=_REMEMBERED)
def numbers_said(text: str) -> tuple[Said, ...]:
    """The numbers of a text, those written as words from two to twelve among them."""
    words = ((found[0].lower(), found) for found in _NUMBER.finditer(text))
    return tuple(Said(Fraction(WORDS.get(word, word)), found.start(), found.end()) for word, found in words)


def typed_in(text: str, number: Said, typed: Iterable[str]) -> bool:
    """Whether the number stands in a part of the text that is typed as it is."""
    for part in typed:
        start = text.find(part)
        while start >= 0:
            if start <= number.start and number.end <= start + len(part):
                return True
            start = text.find(part, start + 1)
    return False


@cache
def texts(source: bytes) -> tuple[tuple[int, str], ...]:
    """The texts of a module with their lines, those between the braces of an f-string apart. Not docstrings and quotations."""
    return tuple(_texts_below(ast.parse(source)))


def _texts_below(node: ast.AST) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Constant(value=str(text)):
                if not re.fullmatch(r"[\d.]*", text):
                    yield child.lineno, text
            case ast.Expr(value=ast.Constant()):  # a docstring
                continue
            case ast.keyword(arg=name) if name in _NOT_SAID:
                continue
            case ast.Call(func=ast.Attribute(attr=name)) if name in _QUOTING:
                for keyword in child.keywords:
                    yield from _texts_below(keyword)
            case ast.Call(func=ast.Name(id=name)) if name in _NUMBERS:
                continue
            case _:
                yield from _texts_below(child)


@cache
def code_numbers(source: bytes) -> tuple[tuple[int, str, Said], ...]:
    """Whole numbers above 2 that are typed in functions and between the braces of an f-string, with their lines.

    Smaller ones count places and tell one from several.
    """
    lines = source.splitlines()
    found = []
    for node, number in _code_below(ast.parse(source), inside=False):
        line, start = lines[node.lineno - 1], node.col_offset
        before = line[:start].decode()
        said = Said(Fraction(number), len(before), len(before) + (node.end_col_offset or start) - start)
        found.append((node.lineno, line.decode(), said))
    return tuple(found)


def _code_below(node: ast.AST, *, inside: bool) -> Iterator[tuple[ast.Constant, int]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Constant(value=int(number)) if inside and number > 2:
                yield child, number
            case _:
                here = inside or isinstance(child, ast.FunctionDef | ast.Lambda | ast.JoinedStr)
                yield from _code_below(child, inside=here)


@dataclass(frozen=True)
class Literal:
    """A constant as it stands in a source, from byte to byte, and how another value is written in its place."""

    value: Fraction
    start: int
    end: int
    written: Callable[[Fraction], str]


@cache
def literals(source: bytes) -> tuple[Literal, ...]:
    """The constants that are written in a module, in its order."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node in _constants_below(ast.parse(source)):
        number = _number(node)
        assert number
        start, end = node.col_offset, node.end_col_offset or 0
        found.append(
            Literal(number[0], starts[node.lineno - 1] + start, starts[(node.end_lineno or 0) - 1] + end, number[1])
        )
    return tuple(found)


def _constants_below(node: ast.AST) -> Iterator[ast.expr]:
    """The outermost expressions with a number as value, outside functions and texts."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.Lambda | ast.JoinedStr):
            continue
        if isinstance(child, ast.keyword) and child.arg in _NOT_SAID:
            continue
        if isinstance(child, ast.expr) and _number(child):
            if not isinstance(node, ast.BinOp):  # `RISE - 1` rests on RISE; its 1 is nobody's constant
                yield child
        else:
            yield from _constants_below(child)


def _number(node: ast.AST) -> tuple[Fraction, Callable[[Fraction], str]] | None:
    match node:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int(number)):
            return Fraction(number), _as_number
        case ast.Constant(value=str(text)) if re.fullmatch(r"\d\.\d+", text):
            return Fraction(text), _as_text
        case ast.UnaryOp(op=ast.USub(), operand=operand) if inner := _number(operand):
            return -inner[0], _as_number
        case ast.Call(func=ast.Name(id="Fraction"), args=[above, below]) if (a := _number(above)) and (
            b := _number(below)
        ):
            return a[0] / b[0], _as_number
        case ast.Call(func=ast.Name(id="Fraction"), args=[one]) if inner := _number(one):
            return inner[0], _as_number
    return None


def _as_number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"


def _as_text(value: Fraction) -> str:
    return f'"{float(value):.6g}"'
