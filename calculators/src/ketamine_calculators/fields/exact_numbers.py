"""What a program sends as a number, as the exact fraction that its writer wrote."""

from decimal import Decimal
from fractions import Fraction

# Beyond these powers of ten a quotient could leave the range of JSON numbers. What a rounded sum leaves, such as
# 5.6e-15, is within them.
_SMALLEST, _GREATEST = -300, 20


def exact_fraction(value: object) -> Fraction | None:
    """The number as its writer wrote it: 1.2 is twelve tenths, not the nearest binary fraction."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    decimal = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not decimal.is_finite():
        return None
    exponent = decimal.as_tuple().exponent
    if not isinstance(exponent, int) or not _SMALLEST <= exponent <= _GREATEST:
        return None
    return Fraction(decimal)
