"""What a form may put into questions that are still blank: what is expected, and what a file of another worksheet holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """An entry that is expected, as it is typed. With `words` the reader is asked; without, it stands in a new row."""

    value: str
    words: str = ""


@dataclass(frozen=True)
class Offer:
    """Entries from a saved file of another worksheet, which the reader takes or leaves. With `rows` they are a new row there."""

    words: str
    entries: tuple[tuple[str, str], ...]
    rows: str = ""


@dataclass(frozen=True)
class Taken:
    """What such a file offers. `title` is that of the worksheet which saved it; `left` says what is not taken."""

    title: str
    offers: tuple[Offer, ...]
    left: tuple[str, ...] = ()
