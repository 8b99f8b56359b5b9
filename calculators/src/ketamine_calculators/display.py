"""Numbers and days as the reader sees them. Nothing here is ever classified or calculated with.

No number ends in a zero behind the point, since `35.0 mg` has been read as 350 mg, and none begins with the point. Doses,
volumes and rates are rounded to what can be measured.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

MINUS = "\u2212"
LESS_THAN = "less than "

# Written out, because the names that Python offers follow the language of the machine.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_FROM_TWO = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = dict(enumerate(_FROM_TWO, 2)) | {100: "a hundred"}


def half_up(value: Fraction | int, places: int) -> str:
    """Rounded half away from zero to at most `places` decimals: 12.25 to one place is 12.3, and 35 is 35."""
    scaled = abs(Fraction(value)) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return _digits(whole, places, negative=value < 0)


def number_of(shown: str) -> Fraction:
    """The number that a text shown here says."""
    return Fraction(shown.removeprefix(LESS_THAN).replace(",", "").replace(MINUS, "-"))


def cut(value: Fraction | int, places: int = 1) -> str:
    """Cut toward zero, so that 49.96 never reads as the 50 that would be another category."""
    scaled = abs(Fraction(value)) * 10**places
    return _digits(scaled.numerator // scaled.denominator, places, negative=value < 0)


def plain(value: Fraction | int, places: int | None = None) -> str:
    """As short as it can be said: 70, 0.5, 69.85322498. `places` rounds half up first; recurring decimals stop at 4."""
    if places is None:
        denominator, places = Fraction(value).denominator, 0
        while places < 12 and (10**places) % denominator:
            places += 1
        places = places if not (10**places) % denominator else _places(value, 4)
    return half_up(value, places)


def amount(value: Fraction | int, places: int = 1) -> str:
    """Rounded half up, with a comma from 1,000. What is smaller than can be shown is not shown as none."""
    shown = half_up(value, places)
    if shown == "0" and value > 0:
        return f"{LESS_THAN}{half_up(Fraction(1, 10**places), places)}"
    whole, point, decimals = shown.partition(".")
    sign, digits = (MINUS, whole[1:]) if whole.startswith(MINUS) else ("", whole)
    return f"{sign}{int(digits):,}{point}{decimals}"


def mass(value: Fraction | int) -> str:
    """A dose in mg: to a tenth, and below 10 mg to three figures."""
    return amount(value) if abs(Fraction(value)) >= 10 else significant(value)


def volume(value: Fraction | int) -> str:
    """A volume in mL: to a hundredth, and below a quarter, where half of that would be 2% or more, to a thousandth."""
    return amount(value, 2 if abs(Fraction(value)) >= Fraction(1, 4) else 3)


def remainder(whole: Fraction | int, part: Fraction | int) -> str:
    """What is left of a volume as it is shown, so that the two parts shown add up to the whole shown: 50 − 0.83 is 49.17."""
    return amount(number_of(volume(whole)) - number_of(volume(part)), 3)


def result(value: Fraction | int, written: Callable[[Fraction | int], str], unit: str) -> str:
    """The end of a sum: `35 mg`, and where the page rounds it `36.650263496 mg, shown as 36.7 mg`."""
    exact, shown = plain(value), written(value)
    rounded = exact != shown.replace(",", "")
    return f"{exact} {unit}, shown as {shown} {unit}" if rounded else f"{shown} {unit}"


def significant(value: Fraction | int, figures: int = 3) -> str:
    """Rounded half up to so many figures: 0.45359 is 0.454, 12.345 is 12.3."""
    places, size = _places(value, figures), abs(Fraction(value))
    while size >= 1:
        places, size = places - 1, size / 10
    if places >= 0:
        return amount(value, places)
    step = 10**-places
    return amount(int(half_up(Fraction(value) / step, 0).replace(MINUS, "-")) * step, 0)


def gap(distance: Fraction | int) -> str:
    """How far away a limit is, to a hundredth. A gap that is smaller than that is not shown as none."""
    shown = plain(distance, 2)
    return shown if shown != "0" or distance == 0 else "less than 0.01"


def spelled(count: int) -> str:
    """A count as a sentence says it: `four`, `a hundred`. What is rarely written as a word stays a number."""
    return _COUNTS.get(count, str(count))


def weekday(day: date) -> str:
    """The day of the week in English."""
    return WEEKDAYS[day.weekday()]


def _places(value: Fraction | int, figures: int) -> int:
    """The decimals that show so many figures of a number below 1; of any other, as many decimals as figures."""
    places, size = figures, abs(Fraction(value))
    while 0 < size < Fraction(1, 10):
        places, size = places + 1, size * 10
    return places


def _digits(whole: int, places: int, *, negative: bool) -> str:
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".") if places else digits
    return f"{MINUS}{text}" if negative and whole else text
