"""Files mended by `press check --fix`: which, how they differ, and what is left to the editor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from ketamine_calculators.wording import plural

from ..content.project import Project
from ..reading.file_changes import FileChanges
from ..reading.file_text import file_text
from ..reading.mended_text import mended_text
from ..reading.problems import Problem

UNCERTAIN = frozenset(
    {"comment", "encoding", "front-matter", "merge-conflict", "nesting", "open-fence", "yaml", "yaml-alias"}
)
"""Rules after which nobody knows what the lines of a file are: text, code, or one of two versions."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "Me", "Zl", "Zp"})
"""Categories of Unicode: controls, formats, private use, halves, marks over other signs, breaks."""


@dataclass(frozen=True)
class MendedFile:
    """A file before and after. Nothing is written yet."""

    shown: str
    file: Path
    before: str
    after: str
    count: int
    """How many problems are gone."""

    def difference(self) -> str:
        """Each line that changes, before and after; what cannot be seen by its number."""
        # Not splitlines(): it also cuts at hidden line breaks, which no editor counts.
        lines = zip(_LINE_END.split(self.before), _LINE_END.split(self.after), strict=True)
        return "\n".join(
            f"{self.shown}:{number}\n  - {visible(before)}\n  + {visible(after)}"
            for number, (before, after) in enumerate(lines, start=1)
            if before != after
        )


def visible(line: str) -> str:
    """The line with its hidden characters and separate accents as U+00AD."""
    return "".join(f"⟨U+{ord(c):04X}⟩" if category(c) in _UNSEEN and c != "\t" else c for c in line)


def mended_files(problems: Sequence[Problem], project: Project) -> list[MendedFile]:
    """Every file in which something has exactly one right form, and in which all places are certain."""
    found = []
    for shown in sorted(_files_to_mend(problems) - _uncertain_files(problems)):
        own = [problem for problem in problems if problem.path == shown]
        file = project.root / shown
        before = file_text(file)
        after, count = mended_text(before, own)
        if count:
            found.append(MendedFile(shown, file, before, after, count))
    return found


def write(files: Sequence[MendedFile], root: Path) -> None:
    """Put the new texts in the place of the old. Raises CommandRefused, with every file as it was."""
    changes = FileChanges(root)
    for file in files:
        changes.set(file.file, file.after)
    changes.carry_out("fix", f"Mended {', '.join(file.shown for file in files)}.")


def differences(files: Sequence[MendedFile], problems: Sequence[Problem]) -> str:
    """What changes in each file, which files are left as they are, and how many places that makes."""
    left = [
        f"{shown} is left as it is. Put right first what makes its lines uncertain."
        for shown in sorted(_files_to_mend(problems) & _uncertain_files(problems))
    ]
    count = sum(file.count for file in files)
    places = f"{count or 'No'} {plural(count, 'place')} with exactly one right form."
    return "\n\n".join([*(file.difference() for file in files), *left, places])


def _files_to_mend(problems: Sequence[Problem]) -> set[str]:
    return {problem.path for problem in problems if problem.replacement is not None}


def _uncertain_files(problems: Sequence[Problem]) -> set[str]:
    return {problem.path for problem in problems if problem.rule in UNCERTAIN}
