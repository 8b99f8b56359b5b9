"""The amounts that a text says: its numbers with their units, in whichever way they are written, and how they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONE_WORD = (
    rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))}"
)
_UNITS: dict[str, tuple[str, Fraction]] = {
    "mg/kg": ("mg/kg", Fraction(1)),
    "mcg/kg": ("mg/kg", Fraction(1, 1000)),
    "mg": ("mg", Fraction(1)),
    "mcg": ("mg", Fraction(1, 1000)),
    "g": ("mg", Fraction(1000)),
    "ml": ("mL", Fraction(1)),
    "ml/h": ("mL/h", Fraction(1)),
    "/min": ("/min", Fraction(1)),
    "mmhg": ("mmHg", Fraction(1)),
    "%": ("%", Fraction(1)),
    "percent": ("%", Fraction(1)),
    **dict.fromkeys(("min", "minute", "minutes"), ("time", Fraction(1))),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), ("time", Fraction(60))),
    **dict.fromkeys(("day", "days"), ("time", Fraction(24 * 60))),
    **dict.fromkeys(("week", "weeks"), ("time", Fraction(7 * 24 * 60))),
    **dict.fromkeys(("month", "months"), ("months", Fraction(1))),
    **dict.fromkeys(("year", "years"), ("years", Fraction(1))),
    **dict.fromkeys(("point", "points"), ("points", Fraction(1))),
    **dict.fromkeys(
        ("treatment", "treatments", "session", "sessions", "infusion", "infusions"), ("treatments", Fraction(1))
    ),
}
"""Every unit as texts write it, in small letters, with its kind and how much of the kind's own unit it is."""
KINDS = ("number", *dict.fromkeys(kind for kind, _ in _UNITS.values()))
"""What amounts are of; a number without a unit is of the kind `number`."""
_WRITTEN = "|".join(
    re.escape(unit).replace("/", r"(?:/|\s+per\s+)") if "/" in unit and unit != "/min" else re.escape(unit)
    for unit in sorted(_UNITS, key=len, reverse=True)
)
_BETWEEN = r"\s*%?\s*(?:[-–,/]|to|or|and|,\s*(?:and|or))\s*"
_PRESSURE = (
    r"(?P<systolic>\d{2,3}(?:\.\d+)?)(?:\s*mmhg)?\s+systolic(?:\s+or\s+(?:above|below|more|higher|lower))?,?\s*(?:/|or|and)"
    r"\s*(?:above\s+|below\s+|at\s+)?(?P<diastolic>\d{2,3}(?:\.\d+)?)(?:\s*mmhg)?(?:\s+diastolic)?(?![\w/])"
    r"|(?P<upper>\d{2,3}(?:\.\d+)?)/(?P<lower>\d{1,3}(?:\.\d+)?)(?:\s*mmhg)?(?![\w/]|\.\d)"
    r"|(?P<alone>\d{2,3})(?:\s*mmhg)?\s+(?P<which>systolic|diastolic)\b"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,/^_-])(?=[\defnost])(?:{_PRESSURE}"
    rf"|(?P<numbers>{_DIGITS}(?:{_BETWEEN}{_DIGITS})*)(?:[ \u00a0-]?(?P<unit>{_WRITTEN})(?![\w/]))?"
    rf"|(?P<word>{_ONE_WORD})(?:(?:\s+(?:to|or)\s+)(?P<to>{_ONE_WORD}))?[ \u00a0-](?P<named>{_WRITTEN})(?![\w/]))"
)
"""In small letters, which are found in half the time."""
_RANGE = re.compile(r"[-–]|\bto\b")
_TRACES = {
    "number": tuple("0123456789"),
    "mmHg": ("mmhg", "systolic", "diastolic", "/"),
    "%": ("%", "percent"),
    "mg/kg": ("mg/kg", "mcg/kg", "mg per", "mcg per"),
    "mg": ("mg", "mcg", "g"),
    "mL/h": ("ml",),
    "time": ("min", "hour", "hr", "day", "week", " h", "\u00a0h", "0h", "2h", "4h"),
    "months": ("month",),
    "years": ("year",),
    "points": ("point",),
    "/min": ("/min",),
    "mL": ("ml",),
    "treatments": ("treatment", "session", "infusion"),
}
"""What a text in small letters has somewhere when it says an amount of the kind."""
_SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
"""The signs that stand for amounts in `with_signs`: characters that no text of ours has."""
ANY_SIGN = f"[{''.join(_SIGNS.values())}]"
"""A pattern for the sign of any amount."""

Form = Literal["one", "range", "list", "pair", "systolic", "diastolic"]


@dataclass(frozen=True)
class Amount:
    """One number or several with their unit, and where it stands.

    `numbers` are in the own unit of the kind, `written` as they stand there.
    """

    kind: str
    form: Form
    numbers: tuple[Fraction, ...]
    written: tuple[Fraction, ...]
    start: int
    end: int

    def allows(self, said: "Amount") -> bool:
        """Whether a text that says the other contradicts nothing: the same, a part of a range, one of a list or a pair."""
        if said.kind != self.kind:
            return False
        if self.form == "range":
            return all(min(self.numbers) <= number <= max(self.numbers) for number in said.numbers)
        if self.form == "pair" and said.form in ("systolic", "diastolic"):
            return said.numbers[0] == self.numbers[said.form == "diastolic"]
        if len(said.numbers) == len(self.numbers):
            return said.numbers == self.numbers
        return len(said.numbers) < len(self.numbers) and set(said.numbers) <= set(self.numbers)


def amounts_in(text: str) -> Iterator[Amount]:
    """Every amount of a text, in order."""
    return map(amount_of, _AMOUNT.finditer(in_small_letters(text)))


def read_amount(text: str) -> Amount | None:
    """The amount that the whole text is; none where it is anything else."""
    found = _AMOUNT.fullmatch(text.strip().lower())
    return amount_of(found) if found else None


def in_small_letters(text: str) -> str:
    """The text in small letters, each in its place; the few letters that would become two stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def may_say(kind: str, text: str) -> bool:
    """Whether a text in small letters may say an amount of this kind: a quick look, which spares most texts a slow one."""
    return any(map(text.__contains__, _TRACES[kind]))


def sign_of(kind: str) -> str:
    """The sign that stands for amounts of a kind in `with_signs`."""
    return _SIGNS[kind]


def with_signs(text: str) -> tuple[str, dict[int, re.Match[str]]]:
    """A text in small letters with one sign in place of each amount, and what was found, by the place of its sign.

    `amount_of` reads what was found.
    """
    parts: list[str] = []
    found: dict[int, re.Match[str]] = {}
    end = length = 0
    for amount in _AMOUNT.finditer(text):
        start = amount.start()
        parts += (text[end:start], _SIGNS[_kind(amount)])
        length += start - end
        found[length] = amount
        length += 1
        end = amount.end()
    return "".join((*parts, text[end:])), found


def _kind(found: re.Match[str]) -> str:
    unit = found["unit"] or found["named"]
    if unit:
        return _unit(unit)[0]
    return "number" if found["numbers"] else "mmHg"


def amount_of(found: re.Match[str]) -> Amount:
    """What was found, read."""
    if found["systolic"] or found["upper"]:
        pair = (found["systolic"] or found["upper"], found["diastolic"] or found["lower"])
        numbers = tuple(map(Fraction, pair))
        return Amount("mmHg", "pair", numbers, numbers, *found.span())
    if found["alone"]:
        alone = (Fraction(found["alone"]),)
        form: Form = "systolic" if found["which"] == "systolic" else "diastolic"
        return Amount("mmHg", form, alone, alone, *found.span())
    unit = found["unit"] or found["named"]
    kind, factor = _unit(unit) if unit else ("number", Fraction(1))
    said = found["numbers"]
    if said:
        written = tuple(Fraction(number.replace(",", "")) for number in re.findall(_DIGITS, said))
        form = "one" if len(written) == 1 else "range" if _RANGE.search(said) and len(written) == 2 else "list"
    else:
        written = tuple(Fraction(_in_digits(word)) for word in (found["word"], found["to"]) if word)
        form = "one" if len(written) == 1 else "range"
    return Amount(kind, form, tuple(n * factor for n in written), written, *found.span())


def _unit(written: str) -> tuple[str, Fraction]:
    return _UNITS.get(written) or _UNITS[re.sub(r"\s+per\s+", "/", written)]


def _in_digits(word: str) -> int:
    tens, _, ones = word.partition("-")
    return _TENS[tens] + (_ONES.index(ones) if ones else 0) if tens in _TENS else _ONES.index(tens)
