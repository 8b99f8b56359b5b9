"""What has to be asked about a dose and about a minimum before a trial is called adequate."""

from collections.abc import Iterable
from fractions import Fraction

from ..definition import Notice
from ..display import plain
from ..wording import upper_first
from .entered import Entered
from .limits import above, depends_on_age, with_others
from .names import did_you_mean

JUDGMENT = "adequacy is your judgment"
_SHORT = 60
"""As many characters as the one-line record has room for."""


def dose_notices(found: Entered, mg: Fraction, age: int | None) -> Iterable[Notice]:
    """A dose above the limit of its label, or above one that depends on an age which was not given."""
    product = found.product
    if product is None:
        return
    if limit := above(product, mg, age):
        most = f"above the {limit.wording} of {plain(limit.mg)} mg"
        named = f"check {product.name} dose: {most}"
        unlimited = "" if limit.wording == "label maximum" else " The text that was read states no maximum."
        yield Notice(
            "caution",
            f"Check the dose of {product.name}: {product.dose(mg)} is above the {limit.wording} of "
            f"{with_others(product, limit)}.{unlimited}",
            rule="trial_adequacy.above_label_maximum",
            short=named if len(named) <= _SHORT else f"check the dose: {most}",
        )
    elif limit := depends_on_age(product, mg, age):
        yield Notice(
            "caution",
            f"Check the age: the {limit.wording} of {product.name} is {product.said([limit])}. Enter the age to settle this.",
            rule="trial_adequacy.age_not_given",
            short=f"check the age: {limit.wording} {product.said([limit])}",
        )


def minimum_notices(found: Entered) -> Iterable[Notice]:
    """Where the table cannot judge a dose, or sources do not agree, and the clinician has to."""
    stated = "The minimum dose is the one you stated."
    if found.product is None:
        also = did_you_mean(found.name) or (f" {stated}" if found.minimum_from == "stated" else "")
        yield Notice(
            "caution",
            f"{upper_first(found.name)} is not in the table: {JUDGMENT}.{also}",
            rule="trial_adequacy.not_in_table",
            short=f"a drug not in the table: {JUDGMENT}",
        )
    elif found.minimum_from != "table":
        more = (
            stated if found.minimum_from == "stated" else "State the minimum you hold it against, or judge it by hand."
        )
        yield Notice(
            "caution",
            f"No minimum dose of {found.name} in this table: {JUDGMENT}. {more}",
            rule="trial_adequacy.no_minimum",
            short=f"no minimum dose in this table: {JUDGMENT}",
        )
    elif found.grade == "C":
        yield Notice(
            "caution",
            f"Sources disagree on the minimum dose of {found.name}. Check it before relying on this.",
            rule="trial_adequacy.minimum_disputed",
            short=f"sources disagree on the minimum dose of {found.name}",
        )
