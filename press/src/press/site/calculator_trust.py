"""What a reader may know before relying on a calculator: who has reviewed it, what may go wrong, what has changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ketamine_calculators.definition import Calculator

from ..content.calculator_reviews import CalculatorReview
from ..content.change_entries import ChangeEntry
from ..content.hazards import Hazard
from ..forms.form import markup
from ..reading.day_words import day

NOT_REVIEWED = "Not yet reviewed by a clinician"


@dataclass(frozen=True)
class CalculatorTrust:
    """What the card of a calculator and its page say of it."""

    review: str
    hazards: tuple[Hazard, ...]
    changes: tuple[ChangeEntry, ...]


def calculator_trust(
    calculator: Calculator[Any, Any],
    review: CalculatorReview | None,
    hazards: Iterable[Hazard],
    changes: Iterable[ChangeEntry],
) -> CalculatorTrust:
    """What is known of one calculator."""
    return CalculatorTrust(
        review_words(calculator.version, review),
        tuple(hazard for hazard in hazards if names(hazard, calculator)),
        tuple(change for change in changes if any(id in (calculator.id, "*") for id, _ in change.calculators)),
    )


def review_words(version: str, review: CalculatorReview | None) -> str:
    """Who has reviewed this version, and when; a review of an earlier version is none of this one."""
    if review is None:
        return NOT_REVIEWED
    if review.version == version:
        return f"Reviewed on {day(review.date)} by {review.by}"
    return f"{NOT_REVIEWED} in this version; version {review.version} was reviewed on {day(review.date)} by {review.by}"


def names(hazard: Hazard, calculator: Calculator[Any, Any]) -> bool:
    """Whether a hazard names a rule or one of the own tests of a calculator."""
    own_tests = re.compile(rf"tests/unit/calculators/test_(?:worksheet_)?{calculator.id}\.py::")
    own_rule = any(rule.partition(".")[0] == calculator.id for rule in hazard.rules)
    return own_rule or any(own_tests.match(test) for test in hazard.tests)


def trust_html(calculator: Calculator[Any, Any], trust: CalculatorTrust) -> str:
    """The same on the calculator's own page."""
    return str(markup("trust.html", version=calculator.version, trust=trust))
