"""What a course warns of: what its calculators say of the last score, and what only the course as a whole shows."""

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from ...catalogue import gad7, phq9, response_status
from ...definition import Notice
from ...display import plain, spelled
from ...protocol_words import suicidal_thoughts
from ...scales import RESPONSE_FROM, SCALES
from ...worksheet import by_urgency, joined_warnings
from .parts import JOINED, Parts

LOOKS_BACK_WEEKS = {"phq9": phq9.LOOKS_BACK_WEEKS, "gad7": gad7.LOOKS_BACK_WEEKS}


def warnings(parts: Parts) -> Iterable[Notice]:
    """Those of the calculators, each sentence once, and what only the course as a whole shows.

    A note that only leads on to a plan is left out: this form plans it.
    """
    here = {card.id for card in JOINED}
    once: dict[str, Notice] = {}
    for notice in by_urgency((*own_warnings(parts), *joined_warnings(parts.latest))):
        if notice.kind != "note" or notice.calculator not in here:
            once.setdefault(notice.text, notice)
    return once.values()


def own_warnings(parts: Parts) -> Iterable[Notice]:
    """What no calculator can see by itself: dates, the stable score beside the first one, a question without a check."""
    course, first = parts.course, parts.course.scores[0]
    if course.suicidal_ideation and not parts.relapse:
        yield suicidal_thoughts("course.suicidal_ideation")
    if course.stable_total is not None and course.stable_total > response_from(first.total):
        yield Notice(
            "caution",
            f"The stable score is less than {plain(RESPONSE_FROM)}% below the first one. Agree on it only after a response.",
            rule="course.stable_without_response",
            short="stable score without a response before it",
        )
    if not parts.later and SCALES[course.scale].remission(first.total):
        yield response_status.ALREADY_IN_REMISSION
    weeks = LOOKS_BACK_WEEKS.get(course.scale, 0)
    if any(after.day - before.day < timedelta(weeks=weeks) for before, after in pairwise(course.scores)):
        looks_back = f"{SCALES[course.scale].name} looks back {spelled(weeks)} weeks"
        yield Notice("note", f"{looks_back}; scores closer together than that share some of the same days.")


def response_from(first: int) -> Fraction:
    """The highest total that is a response to the first one."""
    return first * (100 - RESPONSE_FROM) / 100
