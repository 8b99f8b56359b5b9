"""One way of writing that is misread: how it looks, why it is dangerous, and its right form where there is exactly one."""

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..reading.finding import Finding
from ..reading.problems import Severity

RightForm = Callable[[re.Match[str]], str | None]
"""What to write for the words that were found; None where only the writer can know."""


Condition = Callable[[re.Match[str]], bool]
"""What has to hold besides the pattern."""


def unknown(_: re.Match[str]) -> None:
    """There is no form that is right whatever was meant."""


def always(_: re.Match[str]) -> bool:
    """The pattern says it all."""
    return True


@dataclass(frozen=True)
class Notation:
    """What is wrong is the group `at` of the pattern, or all of it: `{0}` in the messages. `{1}` is its right form."""

    rule: str
    written: str
    """The pattern as text."""
    message: str
    fix: str
    severity: Severity = "error"
    right: RightForm = unknown
    holds: Condition = always

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first needs it: most pages need few of them, and all of them take long."""
        return re.compile(self.written)

    def findings(self, words: str) -> Iterator[Finding]:
        """Every place in a text where it is written so."""
        for found in filter(self.holds, self.pattern.finditer(words)):
            group = "at" if "at" in self.pattern.groupindex else 0
            written, right = found[group], self.right(found)
            yield Finding(
                found.start(group),
                written,
                self.rule,
                self.message.format(written),
                self.fix.format(written, right),
                self.severity,
                right,
            )


def findings(words: str, notations: Iterable[Notation]) -> list[Finding]:
    """What is wrong with a text, without what another finding explains already."""
    found: list[Finding] = []
    explained: dict[str, list[Finding]] = {}
    for notation in notations:
        for one in notation.findings(words):
            if not _is_among(explained.get(one.rule, ()), one):
                found.append(one)
                for rule in EXPLAINED.get(one.rule, ()):
                    bisect.insort(explained.setdefault(rule, []), one, key=_start)
    return found


EXPLAINED = {
    "number-look-alike": ("split-number", "number-pair", "no-space"),
    "thousands-point": ("trailing-zero",),
    "double-point": ("naked-decimal", "trailing-zero", "decimal-comma", "thousands-point"),
    "split-number": ("naked-decimal", "number-pair"),
    "decimal-comma": ("trailing-zero", "thousands-mark"),
    "thousands-mark": ("number-pair", "decimal-comma"),
}
"""The rules that would say the same of the same place, by the rule that says it best."""


def _start(finding: Finding) -> int:
    return finding.start


def _is_among(explained: Sequence[Finding], one: Finding) -> bool:
    """Whether it overlaps with one of these, which are in order and do not overlap with each other."""
    behind = bisect.bisect_left(explained, one.end, key=_start)
    return behind > 0 and explained[behind - 1].end > one.start
