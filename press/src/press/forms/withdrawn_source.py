"""An article that a calculator takes numbers from and that readers must not use any more."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WithdrawnSource:
    """What the form says of such an article."""

    title: str
    url: str
    """Its address in the site."""
    day: str
    reason: str
