"""The recall list: content/recalls.yml, versions of calculators whose answers were found to be wrong."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ketamine_calculators.registry import ids, worksheet_ids

from ..reading.ids import SLUG
from ..reading.problems import Problem, did_you_mean
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file
from .entry_lines import unfit_day, unfit_lines

FILE = "recalls.yml"
_PART = "recalls"
_TEXTS = ("inputs", "wrong", "do")
_KEYS = ("calculator", "versions", *_TEXTS, "date")


@dataclass(frozen=True)
class Recall:
    """What was wrong with which versions of a calculator, and what to do about it; everything in words for readers."""

    id: str
    calculator: str
    versions: tuple[str, ...]
    inputs: str
    wrong: str
    do: str
    date: datetime.date


def read_recalls(content: Path, shown: str) -> tuple[tuple[Recall, ...], list[Problem]]:
    """The recalls that are right, the newest first, and a problem for whatever is not. A project may do without a list."""
    file = content / FILE
    if not file.is_file():
        return (), []
    source, parts, problems = read_yaml_file(file, shown)

    def wrong(at: YamlValue, message: str, fix: str) -> None:
        problems.append(source.problem(at.key_line, at.key_column, "recalls", message, fix))

    found = []
    for name, part in parts.items():
        if name != _PART:
            wrong(part, f'There is no part "{name}".{did_you_mean(name, (_PART,))}', "Remove it.")
            continue
        for id, value in part.entries:
            given: dict[str, Any] = dict(value.data) if isinstance(value.data, dict) else {}
            said = next(_what_is_wrong(id, given), None)
            if said:
                wrong(value, *said)
            else:
                found.append(_recall(id, given))
    return tuple(sorted(found, key=lambda recall: (recall.date, recall.id), reverse=True)), problems


def _recall(id: str, given: Mapping[str, Any]) -> Recall:
    texts = {key: " ".join(given[key].split()) for key in _TEXTS}
    day = datetime.date.fromisoformat(str(given["date"]))
    return Recall(id=id, calculator=given["calculator"], versions=tuple(given["versions"]), date=day, **texts)


def _what_is_wrong(id: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Message and remedy for each thing that is wrong with a recall."""
    if not SLUG.fullmatch(id):
        yield f'"{id}" cannot stand in an address.', "Write small letters and hyphens."
    yield from unfit_lines(id, given, _KEYS)
    for key in _TEXTS:
        if not _is_text(given.get(key)):
            yield f'{key} of "{id}" must be text.', f"Write {key}: and the words."
    known = (*ids(), *worksheet_ids())
    calculator = str(given.get("calculator"))
    if calculator not in known:
        yield (
            f'"{id}" names the calculator "{calculator}", which is not there.{did_you_mean(calculator, known)}',
            ("`press calculators` lists every calculator."),
        )
    versions = given.get("versions")
    if not (isinstance(versions, list) and versions and all(map(_is_text, versions))):
        yield f'versions of "{id}" must be a list of versions in quotes.', 'Write versions: ["1.0", "1.1"].'
    yield from unfit_day(id, given)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
