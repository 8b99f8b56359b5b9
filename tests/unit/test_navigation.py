"""The menus say each thing once."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

SETTINGS = Path(__file__).resolve().parents[2] / "mkdocs.yml"


def names_below(entries: Sequence[dict[str, Any]], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of every entry of the menus, from the outermost to its own."""
    for entry in entries:
        for name, within in entry.items():
            yield (*above, name)
            if isinstance(within, list):
                yield from names_below(within, (*above, name))


def test_no_entry_is_called_as_another_or_as_the_menu_that_it_is_in() -> None:
    (menus,) = re.findall(r"^nav:\n(?: .*\n|\n)+", SETTINGS.read_text("utf-8"), re.MULTILINE)
    names = [path[-1] for path in names_below(yaml.safe_load(menus)["nav"])]
    assert len(names) > 20
    assert sorted(names) == sorted(set(names))
