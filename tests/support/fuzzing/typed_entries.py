"""What people type for a number or a day, made from values that are known: it is read as that value, or refused with a reason.

Units, habits of writing and what they mean are written here anew, and not taken from the reader.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.fields import Day, Field, Number, Repeating, Whole, pointed, readings
from ketamine_calculators.fields.base import ABSENT
from ketamine_calculators.registry import every, worksheets

# The units of the forms, as people write them.
_SPELLED = {
    "kg": ("kg", "Kg", "KG", "kg.", "kgs", "kilograms", "Kilos"),
    "lb": ("lb", "lbs", "LBS.", "pounds", "pound"),
    "mg": ("mg", "MG", "mg.", "milligrams"),
    "mg/kg": ("mg/kg", "mg / kg", "mg per kg", "MG/KG"),
    "mL": ("mL", "ml", "ML.", "milliliters", "millilitres"),
    "cm": ("cm", "CM", "centimeters", "centimetres"),
    "mmHg": ("mmHg", "mm Hg", "MMHG"),
    "/min": ("/min", "/ MIN", "bpm", "per minute", "beats/min"),
    "%": ("%", "percent", "per cent"),
    "min": ("min", "mins", "Min.", "minutes"),
    "hours": ("h", "hr", "hrs", "hours", "Hour"),
    "days": ("d", "day", "days"),
    "weeks": ("wk", "wks", "week", "Weeks"),
    "months": ("mo", "month", "months"),
    "years": ("y", "yr", "yrs", "year", "years"),
}
# How many of the second unit make one of the first.
_PAIRS = {
    ("ft", "in"): (12, (("ft", "in"), ("'", '"'), ("\u2032", "\u2033"), ("feet", "inches"), ("ft.", ""), ("'", ""))),
    ("st", "lb"): (14, (("st", "lb"), ("stone", "lbs"), ("st", ""))),
    ("lb", "oz"): (16, (("lb", "oz"), ("lbs", "ounces"))),
    ("hours", "min"): (60, (("h", "min"), ("hr", "mins"), ("h", ""))),
    ("years", "months"): (12, (("years", "months"), ("y", "mo"))),
}
# Exact sizes of one unit in another: the yard and pound agreement of 1959.
_SIZE = {
    ("lb", "kg"): Fraction(45359237, 100_000_000),
    ("oz", "lb"): Fraction(1, 16),
    ("in", "cm"): Fraction(254, 100),
    ("min", "hours"): Fraction(1, 60),
    ("months", "years"): Fraction(1, 12),
}
_STRANGE_UNITS = ("g", "mcg", "µg", "L", "stn", "oz", "m", "s", "U", "x", "e3", "k", "к", "\u212ag", "kg kg", "mg/mL")
_SPACES = (" ", "  ", "\u00a0", "\u202f", "\u2009", "\u3000", "\t", "")
_HIDDEN = ("\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060", "\u200e", "\u200f", "\u202a", "\u2069", "\ufe0f")
_TURNING = ("\u202e", "\u2067", "\u202b")
_OTHER_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⁰¹²³⁴⁵⁶⁷⁸⁹", "⓪①②③④⑤⑥⑦⑧⑨")
_FULL_WIDTH = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
# The mark between thousands and the decimal mark, as countries have them.
_HABITS = ((",", "."), ("", "."), (".", ","), (" ", ","), ("\u202f", ","), ("\u2019", "."), ("'", "."), ("", ","))
_AROUND = (
    "about {}",
    "~{}",
    "<{}",
    "≥ {}",
    "{}?",
    "{}-{}",
    "{}–{}",
    "{} or {}",
    "{}/2",
    "({})",
    "{}±1",
    "{} {}",
    "={}",
)


@cache
def fields() -> Sequence[str]:
    """Every number and day of every form, by its place among them."""
    return [str(place) for place in range(len(_all()))]


def labels() -> Sequence[str]:
    """What each of them is called on its form."""
    return [field.label for field in _all()]


def units() -> set[str]:
    """Every unit that a form asks for or lets choose."""
    return {
        unit
        for field in _all()
        for unit in getattr(field.spec, "units", None) or [getattr(field.spec, "unit", "")]
        if unit
    }


@cache
def _all() -> Sequence[Field]:
    return [field for card in (*every(), *worksheets()) for field in _below(card.fields)]


def _below(several: Sequence[Field]) -> Iterator[Field]:
    for field in several:
        if isinstance(field.spec, Repeating):
            yield from _below(field.spec.fields)
        elif isinstance(field.spec, Number | Whole | Day):
            yield field


def built(random: Random, corpus: Sequence[str], _words: Sequence[str]) -> str:
    """An entry as JSON: `field`, the `unit` chosen beside it, `typed`, whether `commas` are decimal marks, and what it `means`.

    `read` says whether it has to be read, if it is within the limits; None leaves it to the reader.
    """
    place = random.choice(corpus)
    spec = _all()[int(place)].spec
    made = _day(random) if isinstance(spec, Day) else _number(random, spec)
    return json.dumps({"field": int(place), **made})


def _number(random: Random, spec: Any) -> dict[str, Any]:
    unit = random.choice(list(spec.units)) if getattr(spec, "units", None) else spec.unit
    pairs = [pair for pair in _PAIRS if _in_unit(Fraction(1), pair[1], unit, spec) is not None]
    typed, value, commas, read = (
        _joined(random, random.choice(pairs), unit, spec) if pairs and random.random() < 0.3 else _single(random, unit)
    )
    typed, read = _disturbed(random, typed, read)
    return {"unit": unit, "typed": typed, "means": str(value), "commas": commas, "read": read}


def _single(random: Random, unit: str) -> tuple[str, Fraction, bool, bool | None]:
    whole = str(random.choice((0, 1, 5, 40, 70, 95, 154, 500, 1000, 1234, 70_000, 1_250_000, random.randint(0, 400))))
    decimals = random.choice(("", "", "", "5", "0", "25", "50", "125", "000", "250", "1250", "0000"))
    negative = random.random() < 0.1
    value = Fraction(f"{whole}.{decimals or 0}") * (-1 if negative else 1)
    commas = random.random() < 0.4
    thousands, point = random.choice(_HABITS)
    grouped = f"{int(whole):,}".replace(",", thousands) if random.random() < 0.5 else whole
    typed = f"{grouped}{point}{decimals}" if decimals else grouped
    read: bool | None = grouped == whole and (not decimals or point == "." or commas)
    # With three digits behind one mark it could be thousands, unless nothing or a zero stands before it.
    marked = [typed[place:] for place, sign in enumerate(typed) if sign in ".,"]
    thousands_end = len(marked) == 1 and len(marked[0]) == 4
    if grouped != whole or (thousands_end and 1 <= int(whole) <= 999):
        read = False
    if random.random() < 0.1 and read:
        typed = "0" * random.randint(1, 3) + typed
    if random.random() < 0.05:
        typed, read = f"{whole}{decimals}e-{len(decimals)}", False
    sign = random.choice(("-", "\u2212")) if negative else random.choice(("", "", "", "+"))
    typed = sign + typed
    if random.random() < 0.15:
        word = random.choice(_STRANGE_UNITS)
        typed = f"{typed}{random.choice(_SPACES)}{word}"
        if (word, unit) == ("m", "cm"):  # a height is read in meters too, when they are written
            return typed, value * 100, commas, None if read else False
        return typed, value, commas, False
    if random.random() < 0.4 and unit:
        typed = f"{typed}{random.choice(_SPACES)}{random.choice(_SPELLED[unit])}"
    return typed, value, commas, read


def _joined(random: Random, pair: tuple[str, str], unit: str, spec: Any) -> tuple[str, Fraction, bool, bool | None]:
    count, spellings = _PAIRS[pair]
    larger, smaller = random.randint(0, 13), random.randint(0, count + 1)
    decimals = random.choice(("", "", "", ".5", ".25", ".125"))
    first, second = random.choice(spellings)
    # A whole number is asked for in one unit.
    whole = spec.kind == "whole"
    value = larger * count + Fraction(f"{smaller}{decimals}")
    space, between = random.choice(_SPACES), random.choice(_SPACES)
    typed = f"{larger}{space}{first}{between}{smaller}{decimals}{space if second else ''}{second}"
    in_unit = _in_unit(value, pair[1], unit, spec)
    assert in_unit is not None
    ambiguous = decimals == ".125" and smaller > 0
    return typed, in_unit, random.random() < 0.4, not whole and smaller < count and not ambiguous


def _in_unit(value: Fraction, unit: str, asked: str, spec: Any) -> Fraction | None:
    if unit == asked:
        return value
    if size := _SIZE.get((unit, asked)):
        # Pounds and ounces are no answer where kilograms were chosen beside the number.
        return None if getattr(spec, "units", None) and (unit, asked) == ("lb", "kg") else value * size
    if unit == "oz" and asked == "kg" and not getattr(spec, "units", None):
        return value / 16 * _SIZE["lb", "kg"]
    return None


def _day(random: Random) -> dict[str, Any]:
    day = date(2000, 1, 1) + timedelta(days=random.randint(0, 36_000))
    forms: tuple[Callable[[], str], ...] = (
        day.isoformat,
        lambda: day.isoformat().replace("-", random.choice(("\u2010", "\u2011", "\u2212"))),
        lambda: f"{day:%Y%m%d}",
        lambda: f"{day.year}-{day.month}-{day.day}",
        lambda: f"{day:%Y/%m/%d}",
        lambda: f"{day:%d %B %Y}",
        lambda: f"{day:%B} {day.day}, {day.year}",
        lambda: f"{day:%d-%b-%Y}",
        lambda: f"{day:%A} {day.day} {day:%b} {day.year}",
    )
    # Read where only one order of day and month is a day, refused where two are.
    two_orders: tuple[Callable[[], str], ...] = (
        lambda: f"{day:%d/%m/%Y}",
        lambda: f"{day:%m/%d/%Y}",
        lambda: f"{day.day}.{day.month}.{day.year}",
    )
    refused: tuple[Callable[[], str], ...] = (
        lambda: f"{day:%d.%m.%y}",
        lambda: f"{day:%y-%m-%d}",
        lambda: f"{day:%Y-%d-%m}" if day.day > 12 else "2/3",
    )
    form = random.choice((*forms, *two_orders, *refused))
    readable = form in forms or (form in two_orders and (day.day > 12 or day.day == day.month))
    typed, read = _disturbed(random, form(), readable)
    return {"unit": "", "typed": typed, "means": day.isoformat(), "commas": random.random() < 0.3, "read": read}


def _disturbed(random: Random, typed: str, read: bool | None) -> tuple[str, bool | None]:
    """The entry as it comes from another program: with signs that nobody sees, in other digits, with words around it."""
    act = random.random()
    if act < 0.08:
        digits = random.choice(_OTHER_DIGITS)
        return typed.translate({ord(str(place)): digit for place, digit in enumerate(digits)}), False
    if act < 0.14:
        return random.choice(_AROUND).format(typed, typed), False
    if act < 0.17:
        return random.choice(_TURNING) + typed, False
    if act < 0.25:
        typed = typed.translate(_FULL_WIDTH)
    if act > 0.85:
        for _ in range(random.randint(1, 3)):
            place = random.randint(0, len(typed))
            typed = typed[:place] + random.choice(_HIDDEN) + typed[place:]
    return random.choice(_SPACES) + typed + random.choice(_SPACES), read


def check_entry(text: str) -> None:
    """The value read is the one meant, also from the way in which it is written everywhere; or a sentence says why not."""
    asked = json.loads(text)
    field = _all()[asked["field"]]
    entries = {field.name: [asked["typed"]], getattr(field.spec, "unit_from", "") or "none": [asked["unit"]]}
    given = entries | (pointed((field,), entries) if asked["commas"] else {})
    meant = date.fromisoformat(asked["means"]) if field.kind == "day" else Fraction(asked["means"])
    try:
        value = field.spec.read(field.name, given)
    except InvalidInputs as refused:
        why = [problem.message for problem in refused.problems]
        value = None
    if value is None:
        assert min(map(len, why)) > len(field.label), asked
        assert not (asked["read"] and _accepts(field, meant, asked)), (asked, why)
        return
    assert value is not ABSENT, asked
    assert value == meant, (asked, value)
    assert asked["read"] is not False, (asked, value, "should be refused")
    if found := readings((field,), entries, given).get(field.name):
        alike = entries | {field.name: [found.text]}
        assert field.spec.read(field.name, alike) == value, (asked, found)
        assert all(again.text == found.text for again in readings((field,), alike, alike).values()), (asked, found)


def _accepts(field: Field, meant: object, asked: dict[str, Any]) -> bool:
    """Whether the value itself is within the limits, and in whole numbers written without decimals."""
    if field.kind == "whole" and not asked["typed"].strip().isalnum():
        return False
    try:
        given = int(meant) if isinstance(meant, Fraction) and field.kind == "whole" else meant
        field.spec.check(field.name, given, {field.spec.unit_from: asked["unit"]})
    except InvalidInputs:
        return False
    return True
