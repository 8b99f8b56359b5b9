"""When something is to be done next, for a page that counts down to it: minutes from a start, and the words to say then."""

from dataclasses import dataclass
from typing import Literal

State = Literal["done", "late", "missing", "due"]


@dataclass(frozen=True)
class DueReading:
    """One reading that is planned. `state` says what the entries show; `late` is what is said once it is late."""

    minute: int
    words: str
    late: str
    state: State


@dataclass(frozen=True)
class Due:
    """What is due, counted in minutes from the start of the dose.

    day, time     when the dose began by the clock where it was given, as entered; None where it was not
    readings      all that are planned, in their order
    next          the first of them that is still to come, or one that a stop asks for; None when there is none
    late_after    minutes after its minute at which a reading is late
    until         the first minute at which the patient may leave
    until_words   what is said of that minute
    """

    day: str | None
    time: str | None
    readings: tuple[DueReading, ...]
    next: DueReading | None
    late_after: int
    until: int
    until_words: str
