"""Intervals with names: what a score or a percentage means, with nothing falling between two of them."""

from dataclasses import dataclass
from fractions import Fraction

from .display import LESS_THAN, MINUS, gap, half_up, number_of, plain
from .errors import DefinitionError
from .wording import lower_first

Exact = Fraction | int
_MOST_PLACES = 7


@dataclass(frozen=True)
class Band:
    """One named interval. It holds `low` and, unless `high_included`, stops just before `high`.

    `low` None reaches down without end.
    """

    key: str
    label: str
    low: Exact | None
    high: Exact
    high_included: bool = False
    low_included: bool = True
    meaning: str = ""

    def holds(self, value: Exact) -> bool:
        """Whether the exact value lies in this interval."""
        above = self.low is None or value > self.low or (self.low_included and value == self.low)
        return above and (value < self.high or (self.high_included and value == self.high))

    def interval(self, unit: str = "", whole: bool = False) -> str:
        """`5 to 9`, `25% to below 50%`, `below 25%`."""
        low, high = ("" if bound is None else _with_unit(plain(bound), unit) for bound in (self.low, self.high))
        if self.low is None:
            return f"{high} or less" if self.high_included else f"below {high}"
        if whole and self.low == self.high:
            return low
        start = low if self.low_included else f"above {low}"
        return f"{start} to {high}" if self.high_included else f"{start} to below {high}"


def _with_unit(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}".strip()


def whole_band(key: str, label: str, low: int, high: int, meaning: str = "") -> Band:
    """A band of whole scores, both ends included."""
    return Band(key, label, low, high, high_included=True, meaning=meaning)


@dataclass(frozen=True)
class Bands:
    """Neighboring bands from low to high. `whole` when only whole scores exist, so that 4 is next to 5.

    `drawn_low` and `drawn_high` are where the drawing begins and ends, if not with the bands. A value that is no further than
    `near` from where a band begins is told with its distance.
    """

    label: str
    bands: tuple[Band, ...]
    unit: str = ""
    whole: bool = False
    drawn_low: Exact | None = None
    drawn_high: Exact | None = None
    near: Exact | None = None

    def __post_init__(self) -> None:
        for lower, upper in zip(self.bands, self.bands[1:], strict=False):
            touch = upper.low == lower.high and upper.low_included != lower.high_included
            follow = self.whole and lower.high_included and upper.low_included and upper.low == lower.high + 1
            if not (touch or follow):
                raise DefinitionError(f"{self.label}: the bands {lower.key} and {upper.key} leave a gap or overlap.")

    def find(self, value: Exact) -> Band:
        """The band that holds the exact value. Raises DefinitionError for a value that the limits should have refused."""
        for band in self.bands:
            if band.holds(value):
                return band
        raise DefinitionError(f"{self.label}: no band holds {value}.")

    def rounded(self, value: Exact) -> str:
        """To one decimal, half up; with more where fewer would read as another band: 49.96 is not shown as 50."""
        here = self.find(value)
        for places in range(1, _MOST_PLACES):
            shown = half_up(value, places)
            if here.holds(number_of(shown)):
                return shown
        return f"{LESS_THAN}{plain(here.high)}"

    def size(self, value: Exact) -> str:
        """The same without its sign, where words say the direction."""
        return self.rounded(value).removeprefix(MINUS)

    def nearness(self, value: Exact) -> str:
        """On which side of a near threshold the value is, and by how much: `below response (50%) by 0.4 points`."""
        if self.near is None:
            return ""
        for upper in self.bands[1:]:
            assert upper.low is not None
            edge = Fraction(upper.low)
            away = Fraction(value) - edge
            if abs(away) > self.near:
                continue
            begins = f"{lower_first(upper.label)} ({_with_unit(plain(edge), self.unit)})"
            if not away:
                return f"exactly at {begins}"
            shown = self.rounded(value)
            by = gap(abs(away) if shown.startswith(LESS_THAN) else abs(number_of(shown) - edge) or abs(away))
            side = "above the edge of" if upper.holds(value) else "below"
            return f"{side} {begins} by {by} points"
        return ""

    def neighbors(self, value: Exact) -> str:
        """Where the value stands and how far the next band is: `49.6%: Partial response; Response starts at 50%.`"""
        here = self.find(value)
        place = self.bands.index(here)
        words = [f"{here.label} ({here.interval(self.unit, self.whole)})"]
        for band in self.bands[place + 1 : place + 2]:
            assert band.low is not None
            edge = _with_unit(plain(band.low), self.unit)
            start = "at" if band.low_included else "above"
            distance = _with_unit(gap(band.low - value), self.unit)
            words.append(f"{lower_first(band.label)} starts {start} {edge}, {distance} away")
        return "; ".join(words) + "."

    def drawn(self, value: Exact, text: str) -> dict[str, object]:
        """The scale for a page to draw: every band with its interval, and where this value stands."""
        low, high = self._drawn_ends
        beside = "%" if self.unit == "%" else ""  # any other unit is said once, with the value
        return {
            "label": self.label,
            "unit": self.unit,
            "low": float(low),
            "high": float(high),
            "at": float(value),
            "at_text": text,
            "place": float(self._place(value)),
            "bands": [
                {
                    "key": band.key,
                    "label": band.label,
                    "from": float(low if band.low is None else max(low, band.low)),
                    "to": float(min(high, band.high)),
                    "interval": band.interval(beside, self.whole),
                    "meaning": band.meaning,
                    "here": band.holds(value),
                }
                for band in self.bands
            ],
        }

    @property
    def _drawn_ends(self) -> tuple[Exact, Exact]:
        low = self.bands[0].low if self.drawn_low is None else self.drawn_low
        assert low is not None, f"{self.label}: give drawn_low for a band without a lower end"
        return low, self.bands[-1].high if self.drawn_high is None else self.drawn_high

    def _place(self, value: Exact) -> Fraction:
        """How far the value is through the drawing of its band, from 0 to 1."""
        (low, high), here = self._drawn_ends, self.find(value)
        start, end = low if here.low is None else max(low, here.low), min(high, here.high)
        return (
            min(Fraction(1), max(Fraction(0), Fraction(value - start) / (end - start)))
            if end > start
            else Fraction(1, 2)
        )

    def starts(self) -> str:
        """Where each band but the lowest begins: `Mild from 5, moderate from 10`."""
        return ", ".join(
            f"{lower_first(band.label) if place else band.label} from {plain(band.low or 0)}"
            for place, band in enumerate(self.bands[1:])
        )

    def labels(self) -> dict[str, str]:
        """Each key with its label, for an output that says keys in words."""
        return {band.key: band.label for band in self.bands}


def whole_bands(label: str, low: int, *bands: tuple[str, str, int]) -> Bands:
    """Neighboring bands of whole scores from `low` on: each with its key, its label and the highest score it holds."""
    made: list[Band] = []
    for key, words, high in bands:
        made.append(whole_band(key, words, low, high))
        low = high + 1
    return Bands(label, tuple(made), whole=True)
