"""What the search of a built site has of each page."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Searched:
    """One page, or one term of the glossary."""

    title: str
    about: str
    sections: dict[str, list[str]]
    """The lines of each section by its id."""
    recommendations: dict[str, str]

    @property
    def lines(self) -> list[str]:
        """All of them."""
        return [line for lines in self.sections.values() for line in lines]


def searched(site: Path) -> dict[str, Searched]:
    """Every page by its address, in the order of their numbers."""
    base = part(site, "../base")
    names = part(site, base["pages"])["names"]
    pages = [part(site, f"page-{names[at : at + 10]}") for at in range(0, len(names), 10)]
    found = {}
    for address, title, about, sections, recommendations in pages:
        lines: dict[str, list[str]] = {}
        for id, heading, own, *_ in sections:
            lines.setdefault(id, []).extend((heading, *own))
        found[address] = Searched(title, about, lines, dict(recommendations))
    return found


def part(site: Path, name: str) -> Any:
    """One file of the index."""
    return json.loads((site / "search" / "parts" / f"{name}.json").read_text("utf-8"))
