"""What is wrong in a piece of text, before it is known where the text stands."""

from dataclasses import dataclass

from .problems import Severity


@dataclass(frozen=True)
class Finding:
    """The words from `start` on, why they are wrong, and what to write instead."""

    start: int
    words: str
    rule: str
    message: str
    fix: str
    severity: Severity = "error"
    replacement: str | None = None
    """The one right form of these words, if there is one."""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)
