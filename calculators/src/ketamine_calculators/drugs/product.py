"""What the table says of one product: its names, the drug in it, and the highest dose that its label gives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from ..display import plain
from ..wording import listed

READ_ON = "28 November 2026"
"""The day on which every page named below was read. No label was opened at the regulator itself."""

Wording = Literal["label maximum", "top of the label range", "recommended dose"]
GRADES = {
    "A": "the usual therapeutic starting dose of the US label",
    "B": "within the range of the US label, with a second source",
    "C": "convention; sources disagree",
}


@dataclass(frozen=True)
class Limit:
    """A dose in mg a day that the label does not go beyond, `whom` it is meant for, and where it was `seen`.

    wording     what the label calls it; not every label names a maximum
    secondary   seen in another source than the label text or a copy of it
    over_age    it is for people older than this
    """

    mg: int | Fraction
    seen: str
    whom: str = ""
    secondary: bool = False
    wording: Wording = "label maximum"
    over_age: int | None = None

    @property
    def for_whom(self) -> str:
        """`for outpatients`, `above 60 years of age`; empty for everybody."""
        return self.whom if self.over_age is None else f"above {self.over_age} years of age"


@dataclass(frozen=True, kw_only=True)
class Product:
    """One drug in one form, or a fixed combination.

    name        as an answer says it; also one of its names
    generic     the drug that counts when drugs are told apart
    family      its class
    brands      trade names, the best known first
    also        other spellings
    forms       words for this form that may follow the generic name or a brand of it
    limits      the dose is asked about above the lowest
    lower       lower doses for some people, shown beside the others
    unit        what the milligrams are of
    step        its strengths are multiples of this, in `unit`; other doses are slips
    strength    how much of this product is 1 mg of the generic, for the minimum dose
    licensed    where, if not in the US for depression
    remark      what has to be known to enter it
    """

    name: str
    generic: str
    family: str
    brands: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    limits: tuple[Limit, ...]
    lower: tuple[Limit, ...] = ()
    unit: str = "mg"
    step: int | None = None
    strength: Fraction = Fraction(1)
    licensed: str = ""
    remark: str = ""

    @property
    def key(self) -> str:
        """The name as a form sends it."""
        return self.name.lower().replace(" ", "-")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means this product."""
        return (self.name, *self.brands, *self.also)

    @property
    def lowest(self) -> Limit:
        """The limit above which a dose is asked about, whoever takes it."""
        return min(self.limits, key=lambda limit: limit.mg)

    @property
    def age_limits(self) -> tuple[Limit, ...]:
        """The lower limits that begin above an age."""
        return tuple(limit for limit in self.lower if limit.over_age is not None)

    def dose(self, mg: int | Fraction) -> str:
        """`100 mg`, `12 mg/24 h`."""
        return f"{plain(mg)} {self.unit}"

    def said(self, limits: Iterable[Limit]) -> str:
        """`400 mg for outpatients and 600 mg for inpatients`."""
        each = [f"{self.dose(limit.mg)}{f' {limit.for_whom}' if limit.for_whom else ''}" for limit in limits]
        return listed(each, "and")


def single(generic: str, family: str, *limits: Limit, **more: Any) -> Product:
    """A drug whose form makes no difference."""
    return Product(name=generic, generic=generic, family=family, limits=limits, **more)


def form_not_said(*forms: Product, brands: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> Product:
    """The drug of these forms, when nobody wrote which of them it was: every limit stands, each with its form."""
    generic, family = forms[0].generic, forms[0].family
    limits = tuple(replace(limit, whom=_of_form(form, limit)) for form in forms for limit in form.limits)
    return Product(name=generic, generic=generic, family=family, brands=brands, also=also, limits=limits)


def _of_form(form: Product, limit: Limit) -> str:
    return f"of {form.name.removeprefix(form.generic).strip()}{f' {limit.whom}' if limit.whom else ''}"
