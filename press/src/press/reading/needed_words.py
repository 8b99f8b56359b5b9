"""What a text must hold for a pattern to match in it: looking for a word is far quicker than trying a pattern everywhere.

Read from Python's own parse of the pattern. Whatever is not known here asks for nothing, and the pattern is then tried always.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

# Python's own parser of patterns, which its types do not show; a test compares what is found with and without it.
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as patterns  # type: ignore[attr-defined]
from typing import Any

Needed = frozenset[tuple[str, ...]]
"""Words in small letters, the longest first: a text must hold every word of one of these. None asks for nothing."""
_Sets = frozenset[frozenset[str]]
_ALWAYS: _Sets = frozenset()
_MOST = 150
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
    """Every text in which the pattern matches holds the words of one of these sets, once it is in small letters."""
    sets = _of_sequence(patterns.parse(pattern.pattern, pattern.flags))
    return frozenset(tuple(sorted(words, key=lambda word: (-len(word), word))) for words in sets)


def tried_on(texts: Sequence[str], needed: Iterable[Needed]) -> list[list[int]]:
    """For each text the numbers of those patterns that can match in it, by what each of them needs.

    All texts are searched as one: a page has some hundreds.
    """
    small = [in_small_letters(text) for text in texts]
    whole = "\n".join(small)
    starts = [0, *accumulate(len(text) + 1 for text in small)]
    each_once = "\n".join(set(whole.split()))  # most words stand nowhere, and that is known sooner from half the text

    @cache
    def holding(word: str) -> tuple[int, ...]:
        is_there = all(part in each_once for part in word.split())
        return tuple(_holding(word, whole, starts)) if is_there else ()

    tried: list[list[int]] = [[] for _ in texts]
    for number, ways in enumerate(needed):
        places = {
            place for first, *others in ways for place in holding(first) if all(word in small[place] for word in others)
        }
        for place in places if ways else range(len(texts)):
            tried[place].append(number)
    return tried


def _holding(word: str, whole: str, starts: Sequence[int]) -> Iterator[int]:
    """The numbers of the texts that hold a word, by where each begins in the whole."""
    found = whole.find(word)
    while found >= 0:
        place = bisect_right(starts, found) - 1
        yield place
        found = whole.find(word, starts[place + 1])


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> _Sets:
    """All that its parts ask for, those first that say it best, as long as that makes not too many sets."""
    asked: list[_Sets] = []
    letters = ""
    for kind, value in parts:
        more = _letters(kind, value)
        letters += more
        if more and kind is ops.LITERAL:
            continue
        asked += [_words(letters), _ALWAYS if more else _of_part(kind, value)]
        letters = ""  # of what is repeated nobody knows how often
    asked.append(_words(letters))
    best = _ALWAYS
    for one in sorted(filter(_worth, asked), key=_worth, reverse=True):
        if len(best) * len(one) <= _MOST:
            best = frozenset(words | more for words in best or [frozenset()] for more in one)
    return best


def _words(letters: str) -> _Sets:
    return frozenset({frozenset({letters})}) if letters else _ALWAYS


def _letters(kind: Any, value: Any) -> str:
    """The letters that stand here in any case, in small ones."""
    if kind is ops.LITERAL and _has_one_form(chr(value)):
        return chr(value).lower()
    if kind in _REPEATS and len(value[2]) == 1:
        return _letters(*value[2][0]) * int(value[0])
    return ""


def _of_part(kind: Any, value: Any) -> _Sets:
    if kind is ops.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind is ops.BRANCH:
        return _of_any([_of_sequence(branch) for branch in value[1]])
    if kind in _REPEATS and value[0] > 0:
        return _of_sequence(value[2])
    if kind is ops.IN:
        return _of_any([_of_sequence([one]) for one in value])
    return _ALWAYS


def _of_any(branches: Sequence[_Sets]) -> _Sets:
    return frozenset().union(*branches) if all(branches) else _ALWAYS


def _worth(needed: _Sets) -> int:
    return min((max(map(_weight, words)) for words in needed), default=0) if len(needed) <= _MOST else 0


def _weight(word: str) -> int:
    """How well a word tells texts apart: one letter, figure, blank or point stands nearly everywhere."""
    return 0 if len(word) == 1 and (word.isalnum() or word in " .") else len(word)


def _has_one_form(letter: str) -> bool:
    """Whether small letters are the same, whichever of its forms a text has. Beyond ASCII that is known of signs alone."""
    return letter.isascii() or letter.upper() == letter.lower()
