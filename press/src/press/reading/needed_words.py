"""What a text must hold for a pattern to match in it: looking for a word is far quicker than trying a pattern everywhere.

Read from Python's own parse of the pattern. Whatever is not known here asks for nothing, and the pattern is then tried always.
"""

import re
from collections.abc import Iterable, Sequence

# Python's own parser of patterns, which its types do not show; a test compares what is found with and without it.
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as patterns  # type: ignore[attr-defined]
from typing import Any

Needed = frozenset[str]
"""Words in small letters, of which a text must hold one; none asks for nothing."""
_ALWAYS: Needed = frozenset()
_MOST = 60
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_UNUSUAL = (("ſ", "s"), ("ı", "i"), ("İ", "i"))
"""Letters that a pattern for either case takes for another one, and that have other small letters."""


def in_small_letters(text: str) -> str:
    """A text as needed words are looked for in it."""
    if not text.isascii():
        for letter, taken_for in _UNUSUAL:
            text = text.replace(letter, taken_for)
    return text.lower()


def needed_words(pattern: re.Pattern[str]) -> Needed:
    """Every text in which the pattern matches holds one of these, once it is in small letters."""
    return _of_sequence(patterns.parse(pattern.pattern, pattern.flags))


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> Needed:
    """The part that asks for the longest words says it best."""
    best: Needed = _ALWAYS
    letters = ""
    for kind, value in parts:
        more = _letters(kind, value)
        if more:
            letters += more
            best = _better(best, frozenset({letters}))
        if not more or kind is not ops.LITERAL:  # of what is repeated nobody knows how often
            letters = ""
            best = _better(best, _of_part(kind, value))
    return best


def _letters(kind: Any, value: Any) -> str:
    """The letters that stand here in any case, in small ones."""
    if kind is ops.LITERAL and _has_one_form(chr(value)):
        return chr(value).lower()
    if kind in _REPEATS and len(value[2]) == 1:
        return _letters(*value[2][0]) * int(value[0])
    return ""


def _of_part(kind: Any, value: Any) -> Needed:
    if kind is ops.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind is ops.BRANCH:
        return _of_any([_of_sequence(branch) for branch in value[1]])
    if kind in _REPEATS and value[0] > 0:
        return _of_sequence(value[2])
    return _ALWAYS


def _of_any(branches: Sequence[Needed]) -> Needed:
    return frozenset().union(*branches) if all(branches) else _ALWAYS


def _better(one: Needed, other: Needed) -> Needed:
    return max(one, other, key=_worth)


def _worth(needed: Needed) -> int:
    return min(map(_weight, needed), default=0) if len(needed) <= _MOST else 0


def _weight(word: str) -> int:
    """How well a word tells texts apart: one letter, figure, blank or point stands nearly everywhere."""
    return 0 if len(word) == 1 and (word.isalnum() or word in " .") else len(word)


def _has_one_form(letter: str) -> bool:
    """Whether small letters are the same, whichever of its forms a text has. Beyond ASCII that is known of signs alone."""
    return letter.isascii() or letter.upper() == letter.lower()
