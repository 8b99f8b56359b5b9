"""Texts made from good ones: cut, doubled, joined and strewn with what breaks readers. The same seed gives the same texts."""

from collections.abc import Callable, Sequence
from random import Random

# What readers stumble over whatever they read: signs of every width, turned, hidden, doubled, endless.
STRANGE = (
    *("", " ", "\t", "\n", "\n\n", "\r\n", "\x00", "\x07", "\x0c", "\x1b[2J", "\x7f", "\u0085", "\u2028", "\ufeff"),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\ufffd",
        "\ud800",
        "\udfff",
        "\U0010ffff",
        "é",
        "е\u0301",
        "日本",
        "😀",
    ),
    *(
        "ﬀ",
        "İ",
        "ß",
        "ſ",
        "½",
        "٣",
        "７",
        "−",
        "‐",
        "µ",
        "ɡ",
        "\u00a0",
        "\u2009",
        "%00",
        "%",
        "%e2%28%a1",
        "&amp;",
        "&#x3c;",
    ),
    *(
        "<",
        ">",
        '"',
        "'",
        "`",
        "\\",
        "/",
        "//",
        "../",
        "#",
        "?",
        "&",
        "=",
        "+",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ":",
        ";",
        ",",
    ),
    *("-", "--", "---", "0", "-0", "1e999", "NaN", "Infinity", "9" * 400, "1.", ".5", "70.000", "1,5", "null", "true"),
    *("__proto__", "constructor", "toString", "javascript:", "data:text/html,", "http://a.example/", "//a.example/"),
)
_LONGEST = 60_000
"""No reader accepts more than a few times this; longer ones only cost time."""


def mutated(random: Random, corpus: Sequence[str], special: Sequence[str]) -> str:
    """One to six changes of one text of the corpus. `special` are the words of the language that is read."""
    text = random.choice(corpus)
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        text = random.choice(_CHANGES)(random, text, corpus, special)[:_LONGEST]
    return text


def _cut(random: Random, text: str, _corpus: Sequence[str], _special: Sequence[str]) -> str:
    start, end = _span(random, text)
    return text[:start] + text[end:]


def _ended(random: Random, text: str, _corpus: Sequence[str], _special: Sequence[str]) -> str:
    return text[: random.randint(0, len(text))]


def _doubled(random: Random, text: str, _corpus: Sequence[str], _special: Sequence[str]) -> str:
    start, end = _span(random, text)
    times = random.choice((2, 2, 3, 50, 1000))
    return text[:start] + text[start:end] * times + text[end:]


def _moved(random: Random, text: str, _corpus: Sequence[str], _special: Sequence[str]) -> str:
    start, end = _span(random, text)
    rest = text[:start] + text[end:]
    place = random.randint(0, len(rest))
    return rest[:place] + text[start:end] + rest[place:]


def _joined(random: Random, text: str, corpus: Sequence[str], _special: Sequence[str]) -> str:
    other = random.choice(corpus)
    start, end = _span(random, other)
    return _with(random, text, other[start:end])


def _strewn(random: Random, text: str, _corpus: Sequence[str], special: Sequence[str]) -> str:
    return _with(random, text, random.choice(random.choice((STRANGE, special))))


def _character(random: Random, text: str, _corpus: Sequence[str], _special: Sequence[str]) -> str:
    if not text:
        return text
    place = random.randrange(len(text))
    code = ord(text[place]) ^ (1 << random.randrange(7))
    return text[:place] + chr(code) + text[place + 1 :]


def _span(random: Random, text: str) -> tuple[int, int]:
    """A piece, mostly short; sometimes whole lines."""
    if "\n" in text and random.random() < 0.4:
        lines = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n"), len(text)]
        first = random.randrange(len(lines) - 1)
        return lines[first], lines[min(first + random.randint(1, 3), len(lines) - 1)]
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.choice((1, 1, 2, 5, 20, 200)))


def _with(random: Random, text: str, piece: str) -> str:
    place = random.randint(0, len(text))
    return text[:place] + piece + text[place:]


_CHANGES: tuple[Callable[[Random, str, Sequence[str], Sequence[str]], str], ...] = (
    _cut,
    _ended,
    _doubled,
    _moved,
    _joined,
    _strewn,
    _strewn,
    _character,
)
