"""Units that are misread: in other letters, in other forms, or run together with a number."""

import re

from .notation import Notation
from .units import SPACE

_CUT = r"(?<![\w.])(?<!\d,)"
_END = r"(?!\w)"
_DOSE_FORMS = {
    "mg": "MG|Mg|mG|mgs|Mgs|MGS|mgm|mgms",
    "mcg": "MCG|Mcg|mcgs|mcG|Mcgs",
    "g": "gm|Gm|GM|gms|Gms",
    "mEq": "meq|MEQ|mEQ",
}
_STYLE_FORMS = {
    "mL": "ml|mls|Ml|ML|mLs|MLs|mLS",
    "kg": "Kg|KG|kgs|Kgs|KGs",
    "h": "hr|hrs|Hrs|Hr",
    "min": "mins|Mins",
    "mmHg": "mmhg|mmHG|MMHG|MmHg",
}
_BEHIND = rf"(?:\d(?:{SPACE}|-)?|(?:(?<=[mcµμk]g)|(?<=[\s\d]g)|(?<=mL)|(?<=units))/)"
"""A form is wrong as a unit only: behind a number, or behind the unit of which it is a part."""


def _any(forms: dict[str, str]) -> str:
    return rf"{_BEHIND}(?P<at>{'|'.join(forms.values())}){_END}"


def _right(found: re.Match[str]) -> str:
    every = _DOSE_FORMS | _STYLE_FORMS
    return next(unit for unit, forms in every.items() if found["at"] in forms.split("|"))


def _mcg(found: re.Match[str]) -> str:
    return " mcg" if found.string[found.start() - 1 : found.start()].isdigit() else "mcg"


def _units(found: re.Match[str]) -> str:
    """units, or unit behind a one."""
    number = found["number"].strip(" \u00a0\u202f.,")
    return f"{number} {'unit' if number == '1' else 'units'}"


def _apart(found: re.Match[str]) -> str | None:
    """With a space between; 18g may be a needle."""
    return None if found["unit"] == "g" else f"{found['number']} {found['unit']}"


_APART_FIX = "Put a space between number and unit."

NOTATIONS = (
    Notation(
        "unit-u",
        rf"{_CUT}(?P<number>\d[\d,.]*)[ \u00a0\u202f]?[Uu](?!\w|-|\.\w)",
        'The U in "{0}" is read as a nought or a four.',
        'Write "units".',
        right=_units,
    ),
    Notation(
        "unit-iu",
        r"(?<![\w-])(?:IU|I\.U\.)(?![\w-])|(?<=\d)(?:IU|iu)(?!\w)|(?<=\d )iu(?!\w)",
        '"{0}" is read as IV or 10.',
        'Write "units".',
        right=lambda found: "units" if found.string[: found.start()].endswith(" ") else " units",
    ),
    Notation(
        "microgram",
        rf"(?<![A-Za-z])(?:[µμ]g|(?:(?<=\d)|(?<=\d[ \u00a0\u202f])|(?<=/))ug){_END}",
        '"{0}" is read as mg, a thousand times more.',
        'Write "mcg".',
        right=_mcg,
    ),
    Notation(
        "microgram",
        rf"\d{SPACE}?(?P<at>lg){_END}",
        '"{0}" is no unit: a program that could not show µg may have left the l.',
        'Write "mcg" if micrograms are meant.',
    ),
    Notation(
        "micro-sign",
        r"μ(?=(?:mol|L|l|m|M|V|s)\b)",
        "This is the Greek letter mu; search does not find it as the micro sign.",
        "Type µ (U+00B5).",
        "warning",
        right=lambda _: "µ",
    ),
    Notation(
        "cubic",
        r"\d\s?(?P<at>cc)(?!\w)",
        '"{0}" is read as units or as 00.',
        'Write "mL".',
        right=lambda found: "mL" if found.string[found.start("at") - 1].isspace() else " mL",
    ),
    Notation(
        "no-space",
        rf"{_CUT}(?P<number>\d+(?:[.,]\d+)*)(?P<unit>(?:mg|mcg|mL|ml|mmol|mEq){_END})",
        'Number and unit run together in "{0}"; the m is read as a nought.',
        _APART_FIX,
        right=_apart,
    ),
    Notation(
        "no-space",
        rf"{_CUT}(?P<number>\d+(?:[.,]\d+)*)(?P<unit>(?:kg|g|ng|L|min|h|mmHg|bpm|units?){_END})",
        'Number and unit run together in "{0}"; a digit or a letter is overlooked.',
        _APART_FIX,
        "warning",
        right=_apart,
    ),
    Notation(
        "unit-digit",
        rf"\d{SPACE}?(?P<at>(?:mg|mcg|mL|kg|min|h)(?:/(?:kg|mL|min|h))*\d+){_END}",
        'A digit runs into the unit in "{0}"; it may be a power, the number of a reference or a part of the dose.',
        "Write the power as m<sup>2</sup>, a reference as [2], or the space that is missing.",
    ),
    Notation(
        "unit-form",
        _any(_DOSE_FORMS),
        '"{0}" is not how the unit is written; a unit in other letters is another unit, or is misread as one.',
        'Write "{1}".',
        right=_right,
    ),
    Notation(
        "unit-form",
        rf"\d{SPACE}?(?P<at>(?:mg|mcg|g|mL|kg)\.)(?=[,;:)])",
        'The point of "{0}" is read as a 1.',
        'Write "{1}".',
        "warning",
        right=lambda found: found["at"][:-1],
    ),
    Notation(
        "unit-form",
        _any(_STYLE_FORMS),
        '"{0}" is not how the unit is written; one unit written in one way is not taken for another.',
        'Write "{1}".',
        "warning",
        right=_right,
    ),
)
