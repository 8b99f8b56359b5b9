"""What a form may put into a question that is still blank."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """An entry that is expected, as it is typed. With `words` the reader is asked; without, it stands in a new row."""

    value: str
    words: str = ""
