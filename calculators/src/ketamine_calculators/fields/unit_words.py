"""What people write after a number, and which two units they join: `5 ft 9 in`, `11 st 2 lb`, `1 h 30`."""

from dataclasses import dataclass

# Each unit as the forms say it, and in small letters what else is written for it.
_WORDS = {
    "kg": ("kg", "kgs", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"),
    "g": ("g", "gram", "grams", "gramme", "grammes"),
    "mg": ("mg", "mgs", "milligram", "milligrams"),
    "mcg": ("mcg", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms"),
    "lb": ("lb", "lbs", "pound", "pounds"),
    "oz": ("oz", "ounce", "ounces"),
    "st": ("st", "stone", "stones"),
    "mg/kg": ("mg/kg", "mg / kg", "mg per kg"),
    "mL": ("ml", "mls", "milliliter", "milliliters"),
    "L": ("l", "liter", "liters"),
    "cm": ("cm", "cms", "centimeter", "centimeters"),
    "m": ("m", "meter", "meters"),
    "ft": ("ft", "feet", "foot", "'", "\u2019", "\u2032"),
    "in": ("in", "inch", "inches", '"', "\u201d", "\u2033", "''", "\u2019\u2019", "\u2032\u2032"),
    "mmHg": ("mmhg", "mm hg"),
    "/min": (
        "/min",
        "/ min",
        "/minute",
        "per min",
        "per minute",
        "bpm",
        "beats/min",
        "beats per minute",
        "beats a minute",
    ),
    "%": ("%", "percent", "per cent"),
    "s": ("s", "sec", "secs", "second", "seconds"),
    "min": ("min", "mins", "minute", "minutes"),
    "hours": ("h", "hr", "hrs", "hour", "hours"),
    "days": ("d", "day", "days"),
    "weeks": ("w", "wk", "wks", "week", "weeks"),
    "months": ("mo", "mos", "mth", "mths", "month", "months"),
    "years": ("y", "yr", "yrs", "year", "years"),
}
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in words}
# In Britain liters and meters end in -tre.
_UNIT_OF |= {word.replace("ter", "tre"): unit for word, unit in _UNIT_OF.items() if "liter" in word or "meter" in word}


@dataclass(frozen=True)
class Join:
    """Two units written together: `count` of the smaller make one larger. `open` allows the smaller to go unnamed."""

    larger: str
    smaller: str
    count: int
    open: bool = False

    def written(self, larger: object, smaller: object) -> str:
        """Both numbers with their units in short: `1 h 30 min`."""
        return f"{larger} {_short(self.larger)} {smaller} {self.smaller}"

    def too_many(self, smaller: object) -> str:
        """Why the smaller number cannot stand beside a larger one."""
        return f"check {smaller} {self.smaller}: {self.count} {self.smaller} are 1 {_short(self.larger)}."


JOINS = (
    Join("ft", "in", 12, open=True),
    Join("st", "lb", 14, open=True),
    Join("lb", "oz", 16),
    Join("hours", "min", 60, open=True),
    Join("years", "months", 12),
)


def unit_of(written: str) -> str | None:
    """The unit that a word stands for, whatever its case, with or without a point; None for an unknown word."""
    word = written.strip()
    word = word.removesuffix(".").rstrip()
    # Only plain letters are made small: others, such as the Kelvin sign, turn into letters that nobody wrote.
    return _UNIT_OF.get(word.lower() if word.isascii() else word)


def _short(unit: str) -> str:
    return "h" if unit == "hours" else unit
