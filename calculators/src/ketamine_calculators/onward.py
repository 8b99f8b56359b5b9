"""The way from one answer to the next form: what was entered there once is carried along."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Onward:
    """A form to go on to, with the entries that it opens with, as they are typed.

    `version` is that of the form; it stands here so that no form has to be imported for the way to it.
    """

    calculator: str
    address: str
    version: str
    words: str
    entries: tuple[tuple[str, str], ...]


SESSION = "session_vitals"
SESSION_VERSION = "1.0"


def to_the_session(*entries: tuple[str, str]) -> Onward:
    """The way to the record of this treatment."""
    return Onward(SESSION, "worksheets/session-vitals/", SESSION_VERSION, "Record this session", entries)
