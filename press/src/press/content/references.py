"""The works that articles cite: content/references.yml, one entry a work, by the key that articles cite it with."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file
from .reference_lines import DATES, unfit_reference

FILE = "references.yml"


@dataclass(frozen=True)
class LookedUp:
    """Where a work was looked up, and on which day."""

    where: str
    on: datetime.date


@dataclass(frozen=True)
class Retraction:
    """What was found when somebody last looked whether a work is retracted or corrected. `note` says where that stands."""

    state: str
    on: datetime.date
    note: str = ""


@dataclass(frozen=True)
class Work:
    """One work that can be cited, as far as it is known."""

    key: str
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    """Persons as `Daly EJ`, or a body; `et al` at the end when there are more."""
    year: int | None = None
    journal: str = ""
    source: str = ""
    """Of what is in no journal: who published it, or where it was shown."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    published: datetime.date | None = None
    """The day, where that is known: of a paper online, of the text of a label."""
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    url: str = ""
    note: str = ""
    """What readers have to know of it: which of its texts was read, and how."""
    seen: LookedUp | None = None
    retracted: Retraction | None = None
    place: YamlValue | None = field(default=None, compare=False)

    @property
    def is_retracted(self) -> bool:
        return self.retracted is not None and self.retracted.state == "retracted"

    @property
    def is_corrected(self) -> bool:
        return self.retracted is not None and self.retracted.state == "corrected"

    @property
    def identifiers(self) -> tuple[str, ...]:
        """What no other work has: its DOI, PMID and PMCID, and its title."""
        numbers = (("DOI", self.doi), ("PMID", self.pmid), ("PMCID", self.pmcid))
        given = [f"{name} {number}" for name, number in numbers if number]
        words = "".join(c for c in self.title.casefold() if c.isalnum())
        return (*map(str.casefold, given), f"{self.kind} {words} {self.volume} {self.published or self.year or ''}")


@dataclass(frozen=True)
class References:
    """All works by their keys, in the order of the file, and the file."""

    works: Mapping[str, Work] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    """The keys of entries that are not right."""
    is_unreadable: bool = False
    """Whether nothing of the file could be read."""
    source: SourceFile | None = field(default=None, compare=False)

    def problem(self, work: Work, rule: str, message: str, fix: str) -> Iterator[Problem]:
        """A warning at the entry of a work."""
        if self.source is not None and work.place is not None:
            yield self.source.problem(work.place.key_line, work.place.key_column, rule, message, fix, "warning")


def read_references(content: Path, shown: str) -> tuple[References, list[Problem]]:
    """The works that are right, and a problem for whatever is not. A project may do without the file."""
    file = content / FILE
    if not file.is_file():
        return References(), []
    source, entries, problems = read_yaml_file(file, shown)
    works: dict[str, Work] = {}
    first_with: dict[str, Work] = {}
    for key, value in entries.items():
        wrong = list(unfit_reference(key, value))
        for at, message, fix in wrong:
            problems.append(source.problem(at.key_line, at.key_column, "references", message, fix))
        if wrong:
            continue
        work = works[key] = work_of(key, value)
        same = next((first_with[one] for one in work.identifiers if one in first_with), None)
        if same is not None:
            message = f'"{key}" is the same work as "{same.key}".'
            fix = "Keep one of the two, with all that is known, and cite it."
            problems.append(source.problem(value.key_line, value.key_column, "references", message, fix))
        first_with |= {one: work for one in work.identifiers if one not in first_with}
    unreadable = not entries and any(problem.rule.startswith("yaml") for problem in problems)
    return References(works, frozenset(entries) - frozenset(works), unreadable, source), problems


def work_of(key: str, value: YamlValue) -> Work:
    """The work that an entry without faults is."""
    given: dict[str, Any] = {
        name: data if isinstance(data, list | dict | bool) else _plain(data) for name, data in value.data.items()
    }
    given |= {name: datetime.date.fromisoformat(given[name]) for name in DATES if name in given}
    given["authors"] = tuple(_plain(author) for author in given.get("authors", ()))
    if "year" in given:
        given["year"] = int(given["year"])
    if "seen" in given:
        given["seen"] = LookedUp(**_dated(given["seen"]))
    if "retracted" in given:
        given["retracted"] = Retraction(**_dated(given["retracted"]))
    return Work(key=key, place=value, **given)


def _dated(parts: Mapping[str, object]) -> dict[str, Any]:
    plain = {name: _plain(data) for name, data in parts.items()}
    return plain | {"on": datetime.date.fromisoformat(plain["on"])}


def _plain(data: object) -> str:
    return " ".join(str(data).split())
