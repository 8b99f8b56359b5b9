"""What an answer shows first and biggest: one number or verdict, chips for what it means, and what to do next."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "good", "caution", "stop"]


@dataclass(frozen=True)
class Chip:
    """A few words beside the figure. The tone is its color and its sign: the words alone say it all."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Figure:
    """The answer at a glance; the headline says the same in one sentence.

    `value` is a number, or a verdict in few words where there is no number. `label` stands before it where the title does
    not say what it is. `after` is what the reader does next, or what completes the figure. `says` are the keys of the outputs
    that it has said already.
    """

    value: str
    unit: str = ""
    label: str = ""
    chips: tuple[Chip, ...] = ()
    after: str = ""
    says: tuple[str, ...] = ()
