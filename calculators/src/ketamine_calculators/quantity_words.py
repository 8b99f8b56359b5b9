"""Where a text has a number with its unit, or a day: these stay on one line and in their order, whatever stands around them."""

_NUMBER = r"−?\d[\d,]*(?:\.\d+)?"
_UNITS = (
    "mg/kg/min", "mg/kg", "mg/mL", "mg/min", "mg/day", "mg", "mL/h", "mL", "kg/m²", "kg", "lb", "cm", "mmHg", "min", "hours",
    "hour", "h", "days", "day", "weeks", "week", "months", "month", "years", "points", "point",
)  # fmt: skip

# Without look-behind and named groups, so that it means the same in JavaScript.
QUANTITY = rf"\d{{4}}-\d\d-\d\d|{_NUMBER}(?:[–/]{_NUMBER})?(?:%| (?:{'|'.join(_UNITS)})(?![\w/]))"
