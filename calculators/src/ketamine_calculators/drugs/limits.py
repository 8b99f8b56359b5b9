"""A dose beside the limits of its label: whether it is above one, and the words for it."""

from collections.abc import Iterable
from fractions import Fraction

from ..antidepressants import CLASSES
from ..display import plain
from ..wording import upper_first
from .product import READ_ON, Limit, Product
from .table import PRODUCTS


def above(product: Product, mg: Fraction, age: int | None) -> Limit | None:
    """The limit that a dose is above, if it is: that of the age where one is known, else the lowest for everybody."""
    for limit in product.age_limits:
        if limit.over_age is not None and age is not None and age > limit.over_age and mg > limit.mg:
            return limit
    return product.lowest if mg > product.lowest.mg else None


def depends_on_age(product: Product, mg: Fraction, age: int | None) -> Limit | None:
    """The limit that a dose is above in older people, where the age is not known."""
    if age is not None or mg > product.lowest.mg:
        return None
    return next((limit for limit in product.age_limits if mg > limit.mg), None)


def with_others(product: Product, limit: Limit) -> str:
    """`400 mg for outpatients (600 mg for inpatients)`: the limit, with those for everybody that it is not."""
    others = [other for other in product.limits if other is not limit]
    return product.said([limit]) + (f" ({product.said(others)})" if others else "")


def limit_lines(product: Product) -> Iterable[str]:
    """Every limit with its source and the day on which that was read."""
    for limit in (*product.limits, *product.lower):
        source = f"{limit.seen}{', a secondary source' if limit.secondary else ''}, read on {READ_ON}"
        yield f"{upper_first(limit.wording)} of {product.name}: {product.said([limit])} ({source})"


def limits_of(family: str) -> str:
    """A class with the dose above which each of its products is asked about."""
    each = (f"{one.name} {plain(one.lowest.mg)}" for one in PRODUCTS.values() if one.family == family)
    return f"Above, {CLASSES[family].split(' (')[0]}: {', '.join(each)}."
