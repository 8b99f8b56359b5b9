"""The closed lists of categories, audiences and tags: content/taxonomy.yml."""

from dataclasses import dataclass, field
from pathlib import Path

from ..reading.problems import Problem, did_you_mean
from ..reading.yaml_file import read_yaml_file

FILE = "taxonomy.yml"
PATIENTS = "patients"
"""The audience whose articles are handouts, apart from the guidance for clinicians."""
_LISTS = ("categories", "audiences", "tags")


@dataclass(frozen=True)
class Taxonomy:
    """Each list maps what an article says to what readers see."""

    categories: dict[str, str] = field(default_factory=dict)
    audiences: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)


def read_taxonomy(content: Path, shown: str) -> tuple[Taxonomy, list[Problem]]:
    """The lists, and whatever in the file is none of them."""
    file = content / FILE
    if not file.is_file():
        return Taxonomy(), [Problem(shown, 1, 1, "taxonomy", "There is no such file.", f"Create {shown}.")]
    source, entries, problems = read_yaml_file(file, shown)
    lists: dict[str, dict[str, str]] = {}
    for name, entry in entries.items():
        if name not in _LISTS:
            problems.append(
                source.problem(
                    entry.key_line,
                    entry.key_column,
                    "taxonomy",
                    f'There is no list "{name}".{did_you_mean(name, _LISTS)}',
                    f"Use {', '.join(_LISTS)}.",
                )
            )
            continue
        lists[name] = {}
        for key, label in entry.entries:
            if isinstance(label.data, str) and label.data:
                lists[name][key] = label.data
            else:
                problems.append(
                    source.problem(
                        label.key_line,
                        label.key_column,
                        "taxonomy",
                        f'"{key}" has no words for readers.',
                        f"Write {key}: and the words.",
                    )
                )
    return Taxonomy(**lists), problems
