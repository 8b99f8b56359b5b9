"""Who may sign and review articles: content/people.yml."""

from dataclasses import dataclass
from pathlib import Path

from ..reading.problems import Problem
from ..reading.yaml_file import read_yaml_file

FILE = "people.yml"
_MAY = ("write", "review")


@dataclass(frozen=True)
class Person:
    """A person, team or role."""

    name: str
    about: str
    may: tuple[str, ...]


def read_people(content: Path, shown: str) -> tuple[dict[str, Person], list[Problem]]:
    """Everyone by name, in the order of the file."""
    file = content / FILE
    if not file.is_file():
        return {}, [Problem(shown, 1, 1, "people", "There is no such file.", f"Create {shown}.")]
    source, entries, problems = read_yaml_file(file, shown)
    people: dict[str, Person] = {}
    for key, entry in entries.items():
        given = entry.data if isinstance(entry.data, dict) else {}
        may = given.get("may")
        if (
            not all(isinstance(given.get(word), str) and given[word] for word in ("name", "about"))
            or set(given) - {"name", "about", "may"}
            or not isinstance(may, list)
            or not set(map(str, may)) <= set(_MAY)
        ):
            problems.append(
                source.problem(
                    entry.key_line,
                    entry.key_column,
                    "people",
                    f'"{key}" needs exactly name, about and may.',
                    "Write name: …, about: … and may: [write, review] below it.",
                )
            )
            continue
        people[given["name"]] = Person(given["name"], given["about"], tuple(may))
    return people, problems
