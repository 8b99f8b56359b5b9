"""The hazard log: content/hazards.yml, what may go wrong with this site, what stands against it and which tests prove it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..reading.ids import SLUG
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file

FILE = "hazards.yml"

State = Literal["controlled", "accepted", "open"]
STATES: Mapping[State, str] = {
    "controlled": "Controlled",
    "accepted": "Accepted",
    "open": "Open",
}
SEVERITIES = {
    1: "minor: passing discomfort",
    2: "significant: needs treatment or a longer stay",
    3: "considerable: lasting harm",
    4: "major: life in danger",
    5: "catastrophic: death, or major harm to several",
}
LIKELIHOODS = {
    1: "very low: not expected",
    2: "low: hardly ever",
    3: "medium: now and then",
    4: "high: monthly",
    5: "very high: weekly or more",
}
LEVELS = {1: "low", 5: "moderate", 10: "high", 15: "very high"}
"""The name of a risk from this product of severity and likelihood on."""
CONTROLLED_BELOW = 10
"""A hazard whose risk is this much or more is not controlled."""

_TEXTS = ("hazard", "harm", "cause", "control", "remains")
_LISTS = ("rules", "tests", "constants")
_RISKS = ("before", "after")
_KEYS = ("group", *_TEXTS, *_LISTS, *_RISKS, "state")
_NEEDED = ("group", "hazard", "harm", "cause", "control", *_RISKS, "state")


@dataclass(frozen=True)
class Risk:
    """A severity and a likelihood from 1 to 5."""

    severity: int
    likelihood: int

    @property
    def score(self) -> int:
        """Their product, from 1 to 25."""
        return self.severity * self.likelihood

    @property
    def level(self) -> str:
        """The product in a word."""
        return [name for start, name in LEVELS.items() if start <= self.score][-1]


@dataclass(frozen=True)
class Hazard:
    """One hazard. `remains` says what is still missing when it is open, and why it is borne when it is accepted."""

    id: str
    group: str
    hazard: str
    harm: str
    cause: str
    control: str
    before: Risk
    after: Risk
    state: State
    remains: str = ""
    rules: tuple[str, ...] = ()
    """Ids of notices of calculators, and names of rules of the check."""
    tests: tuple[str, ...] = ()
    """Tests that prove the control, as pytest names them, without parameters."""
    constants: tuple[str, ...] = ()
    """Numbers that the control rests on: a module of the calculators and a name in it."""
    place: YamlValue | None = field(default=None, compare=False)


@dataclass(frozen=True)
class HazardLog:
    """All hazards in the order of the file, and the titles of their groups."""

    groups: Mapping[str, str] = field(default_factory=dict)
    hazards: tuple[Hazard, ...] = ()

    def of(self, group: str) -> list[Hazard]:
        """The hazards of a group."""
        return [hazard for hazard in self.hazards if hazard.group == group]


def read_hazards(content: Path, shown: str) -> tuple[HazardLog, list[Problem]]:
    """The hazards that are right, and a problem for whatever is not. A project may do without a log."""
    file = content / FILE
    if not file.is_file():
        return HazardLog(), []
    source, parts, problems = read_yaml_file(file, shown)
    reader = _Reader(source, problems)
    for name, part in parts.items():
        if name not in ("groups", "hazards"):
            reader.wrong(part, f'There is no part "{name}".{did_you_mean(name, ("groups", "hazards"))}', "Remove it.")
    groups = {name: str(value.data) for name, value in parts["groups"].entries} if "groups" in parts else {}
    hazards = tuple(reader.hazards(parts["hazards"], groups)) if "hazards" in parts else ()
    return HazardLog(groups, hazards), reader.problems


class _Reader:
    """Reads the file and gathers what is wrong with it."""

    def __init__(self, source: SourceFile, problems: list[Problem]) -> None:
        self._source = source
        self.problems = problems

    def wrong(self, at: YamlValue, message: str, fix: str) -> None:
        self.problems.append(self._source.problem(at.key_line, at.key_column, "hazards", message, fix))

    def hazards(self, part: YamlValue, groups: Mapping[str, str]) -> Iterator[Hazard]:
        for id, value in part.entries:
            given: dict[str, Any] = dict(value.data) if isinstance(value.data, dict) else {}
            said = _what_is_wrong(id, given, groups)
            if said:
                self.wrong(value, *said)
                continue
            given |= {key: tuple(given[key]) for key in _LISTS if key in given}
            given |= {key: Risk(*given[key]) for key in _RISKS}
            yield Hazard(id=id, place=value, **given)


def _what_is_wrong(id: str, given: Mapping[str, Any], groups: Mapping[str, str]) -> tuple[str, str] | None:
    """Message and remedy for the first thing that is wrong with a hazard."""
    for key in given:
        if key not in _KEYS:
            return f'"{id}" has an unknown line "{key}".{did_you_mean(key, _KEYS)}', f"Use {', '.join(_KEYS)}."
    if not SLUG.fullmatch(id):
        return f'"{id}" cannot stand in an address.', "Write small letters and hyphens."
    for key in _NEEDED:
        if key not in given:
            return f'"{id}" has no {key}.', f"Write {key}: and what belongs there."
    for key in _TEXTS:
        if key in given and not _is_text(given[key]):
            return f'{key} of "{id}" must be text.', f"Write {key}: and the words."
    for key in _LISTS:
        if key in given and not (isinstance(given[key], list) and all(map(_is_text, given[key]))):
            return f'{key} of "{id}" must be a list of names.', f"Write {key}: [one, two]."
    for key in _RISKS:
        if not _is_risk(given[key]):
            return f'{key} of "{id}" is no severity and likelihood from 1 to 5.', f"Write {key}: [4, 2]."
    if given["group"] not in groups:
        known = did_you_mean(str(given["group"]), groups)
        return f'"{id}" is in the group "{given["group"]}", which is not there.{known}', "Use a group of this file."
    if given["state"] not in STATES:
        return f'"{id}" is neither {", nor ".join(STATES)}.', "Write state: and one of the three."
    return _what_does_not_hold(id, given)


def _what_does_not_hold(id: str, given: Mapping[str, Any]) -> tuple[str, str] | None:
    """What the state claims against what the other lines say."""
    before, after = (Risk(*given[key]) for key in _RISKS)
    if after.score > before.score:
        return f'The risk of "{id}" is greater with its control than without.', "Judge both again."
    if given["state"] == "controlled":
        if not given.get("tests"):
            return f'"{id}" is called controlled, and no test proves it.', "Name its tests, or write state: open."
        if after.score >= CONTROLLED_BELOW:
            return (
                f'"{id}" is called controlled at a risk of {after.score}.',
                "Control it further, or write state: open.",
            )
    elif "remains" not in given:
        return (
            f'"{id}" is {given["state"]} and does not say what remains.',
            "Write remains: and what is missing, or why it is borne.",
        )
    return None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_risk(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(part) is int and 1 <= part <= 5 for part in value)
