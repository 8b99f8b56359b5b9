"""Reviews of calculators by clinicians: content/calculator-reviews.yml, the one place that says who has checked what and when."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ketamine_calculators.registry import ids, worksheet_ids

from ..reading.problems import Problem, did_you_mean
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file
from .entry_lines import unfit_day, unfit_lines
from .people import Person

FILE = "calculator-reviews.yml"
_PART = "reviews"
_KEYS = ("version", "date", "by")


@dataclass(frozen=True)
class CalculatorReview:
    """The last review of a calculator: of which version, on which day, by whom."""

    version: str
    date: datetime.date
    by: str
    """The name of a role or a person in people.yml."""


def read_calculator_reviews(
    content: Path, shown: str, people: Mapping[str, Person]
) -> tuple[Mapping[str, CalculatorReview], list[Problem]]:
    """The reviews that are right by the calculator's id, and a problem for whatever is not. A project may do without them."""
    file = content / FILE
    if not file.is_file():
        return {}, []
    source, parts, problems = read_yaml_file(file, shown)

    def wrong(at: YamlValue, message: str, fix: str) -> None:
        problems.append(source.problem(at.key_line, at.key_column, "reviews", message, fix))

    reviewers = [person.name for person in people.values() if "review" in person.may]
    found = {}
    for name, part in parts.items():
        if name != _PART:
            wrong(part, f'There is no part "{name}".{did_you_mean(name, (_PART,))}', "Remove it.")
            continue
        for id, value in part.entries:
            given: dict[str, Any] = dict(value.data) if isinstance(value.data, dict) else {}
            said = next(_what_is_wrong(id, given, reviewers), None)
            if said:
                wrong(value, *said)
            else:
                day = datetime.date.fromisoformat(str(given["date"]))
                found[id] = CalculatorReview(given["version"], day, given["by"])
    return found, problems


def _what_is_wrong(id: str, given: Mapping[str, Any], reviewers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Message and remedy for each thing that is wrong with a review."""
    known = (*ids(), *worksheet_ids())
    if id not in known:
        yield f'There is no calculator "{id}".{did_you_mean(id, known)}', "`press calculators` lists every calculator."
    yield from unfit_lines(id, given, _KEYS)
    if not isinstance(given.get("version"), str):
        yield f'version of "{id}" must be a text.', 'Write it in quotes, version: "1.0".'
    yield from unfit_day(id, given)
    by = given.get("by")
    if by not in reviewers:
        yield f'"{by}" of "{id}" may not review.', f"Write one of {', '.join(reviewers)}."
