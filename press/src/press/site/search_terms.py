"""The words by which a text is found. web/search/words.js cuts what a reader types in the same way; a test compares them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[./'][^\W_]+)*")
_COMPOUND = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W_]+)+")
_LONGEST_COMPOUND = 20
_ACCENTS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+")
_SAME = str.maketrans({"’": "'", "‐": "-", "‑": "-", "⁄": "/", "µ": "u", "μ": "u"})

COMMON = frozenset(
    """a about after all also am an and any are as at be been before being between both but by can cannot could did do does doing
    during each for from further had has have having he her here him his how i if in into is it its itself just may me might more
    most must my no nor not of on once only or other our out over own same shall she should so some such than that the their them
    then there these they this those through to too under until up very was we were what when where which while who whom why will
    with would you your""".split()  # noqa: SIM905 (a list of quoted words is hard to read)
)
"""Words that say nothing of what a page is about. They are not looked for."""


def folded(text: str) -> str:
    """Small letters without accents, each sign in one form."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(_SAME)


def terms(text: str) -> Iterator[str]:
    """Every word of a text that it is found by, as often as it stands there.

    A point or a stroke within a number or unit belongs to it: 0.5, mg/kg, 140/90. The parts of a word with hyphens are words,
    and so is the whole of it without them, as HAM-D is typed HAMD.
    """
    plain = folded(text)
    for pattern, cut in _CUTS:
        for found in pattern.findall(plain):
            yield from cut(found)


def counted_terms(text: str) -> Counter[str]:
    """Those words, with how often each stands there. What is repeated is cut once."""
    plain = folded(text)
    counted: Counter[str] = Counter()
    for pattern, cut in _CUTS:
        for found, times in Counter(pattern.findall(plain)).items():
            for word in cut(found):
                counted[word] += times
    return counted


def _of_word(found: str) -> Iterator[str]:
    word = found.removesuffix("'s")
    if word not in COMMON:
        yield word
    if "/" in word and not word[0].isdigit():
        yield from (part for part in word.split("/") if part not in COMMON)


def _of_compound(found: str) -> Iterator[str]:
    joined = found.replace("-", "")
    if len(joined) <= _LONGEST_COMPOUND:
        yield joined


_CUTS = ((_WORD, _of_word), (_COMPOUND, _of_compound))
