"""What is wrong, where, and what to do: the one form in which press speaks to an editor."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ketamine_calculators.wording import plural

from .near_words import nearest

Severity = Literal["error", "warning", "advice"]
"""An error stops a build; a warning asks a question; advice is on words alone, and the first pieces of it are printed."""
_MOST_ADVICE = 20
_MOST_JUDGED = 100


@dataclass(frozen=True, order=True)
class Problem:
    """One problem of one file. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    fix: str = ""
    severity: Severity = "error"
    excerpt: str = ""
    end_column: int | None = field(default=None, compare=False)
    """Behind the last character of what is wrong, in the same line, where that is known."""
    replacement: str | None = field(default=None, compare=False)
    """What has to stand from `column` to before `end_column`, where there is one right form."""
    suggestion: str | None = field(default=None, compare=False)
    """What may be meant there, where a person has to decide: nothing is mended with it unasked."""

    def words(self) -> str:
        """The problem as an editor reads it: place, rule, message, the line marked, the remedy."""
        label = self.rule if self.severity == "error" else f"{self.rule} ({self.severity})"
        parts = [f"{self.path}:{self.line}:{self.column}: {label} {self.message}"]
        if self.excerpt:
            parts += self._marked()
        if self.fix:
            parts.append(f"    Fix: {self.fix}")
        return "\n".join(parts)

    def _marked(self) -> list[str]:
        # A long paragraph is one line; the reader needs the part around the mark.
        start = max(0, self.column - 1 - 60)
        shown = self.excerpt[start : start + 100]
        before = "…" if start else ""
        after = "…" if start + 100 < len(self.excerpt) else ""
        # Tabs stay tabs under the mark, so that it lands where the eye expects it.
        lead = "".join("\t" if c == "\t" else " " for c in shown[: self.column - 1 - start])
        return [f"    {before}{shown}{after}", f"    {' ' * len(before)}{lead}^"]

    def as_data(self) -> dict[str, Any]:
        """The problem as data, for `press check --json`."""
        return asdict(self)


def all_words(problems: Sequence[Problem], found: Sequence[Problem] | None = None) -> str:
    """The first problems, the first pieces of advice behind them, and how many there are.

    Where several were `found` for one that is printed, those are counted.
    """
    advice = [problem for problem in problems if problem.severity == "advice"]
    judged = [problem for problem in problems if problem.severity != "advice"]
    counts = Counter(problem.severity for problem in (problems if found is None else found))
    errors, warnings = counts["error"], counts["warning"]
    counted = f"{errors or 'No'} {plural(errors, 'error')}, {warnings or 'no'} {plural(warnings, 'warning')}."
    if len(judged) > _MOST_JUDGED:
        counted = (
            f"And more: the first {_MOST_JUDGED} are shown. Name an article for its own, or use --json.\n\n{counted}"
        )
    if advice:
        kept = f"; {_MOST_ADVICE} of them are shown, name a file for its own" if len(advice) > _MOST_ADVICE else ""
        counted += f" {len(advice)} {plural(len(advice), 'piece')} of advice{kept}."
    shown = (*judged[:_MOST_JUDGED], *advice[:_MOST_ADVICE])
    return "\n\n".join([*(problem.words() for problem in shown), counted])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean "X"?` for a near miss, else nothing."""
    near = nearest(word, known)
    return f' Did you mean "{near}"?' if near else ""


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether anything here must stop a build."""
    return any(problem.severity == "error" for problem in problems)
