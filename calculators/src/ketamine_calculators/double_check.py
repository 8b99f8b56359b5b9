"""The printed sheet on which two people check each line before a medicine is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class DoubleCheck:
    """What the sheet says. The functions are handed what those of its card are.

    title         what is done with the sheet
    drug          the medicine in full, with its route: the sheet may lie beside that of another medicine
    lines         each item with what was worked out for it
    against       why nothing may be given as it stands; while anything does, the sheet has no line to check or sign
    by_hand       the outputs that are empty lines on a form filled in while no computer is at hand
    replaces      the table of the answer that the lines stand in place of
    without_dose  the tables of the answer that say no dose: they stand on the sheet whatever is against it
    """

    title: str
    drug: str
    lines: Callable[[Any, Any], Iterable[tuple[str, str]]]
    against: Callable[[Any, Any], Iterable[str]]
    by_hand: tuple[str, ...]
    replaces: str = ""
    without_dose: tuple[str, ...] = ()

    def printed(self, parts: Any, outputs: Any, tables: Iterable[str]) -> dict[str, list[Any]]:
        """The lines to check or what stands against them, never both, and which of the answer's tables stand with it."""
        against = list(self.against(parts, outputs))
        lines = [] if against else [list(line) for line in self.lines(parts, outputs)]
        kept = [table for table in tables if (table in self.without_dose if against else table != self.replaces)]
        return {"against": against, "lines": lines, "tables": kept}
