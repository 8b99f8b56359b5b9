"""Which lines of one entry of a YAML file of ours are unknown, missing or no day: each as message and remedy."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..reading.problems import did_you_mean


def unfit_lines(id: str, given: Mapping[str, Any], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A line that no such entry has, and each that one must have and this one has not."""
    for key in given:
        if key not in keys:
            yield f'"{id}" has an unknown line "{key}".{did_you_mean(key, keys)}', f"Use {', '.join(keys)}."
    for key in keys:
        if key not in given:
            yield f'"{id}" has no {key}.', f"Write {key}: and what belongs there."


def unfit_day(id: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A date that is no day."""
    try:
        datetime.date.fromisoformat(str(given.get("date")))
    except ValueError:
        yield f'date of "{id}" is not a day.', "Write it as 2026-12-31."
