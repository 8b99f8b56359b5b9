"""How a line ends: in the middle of its sentence, with its last point, or with the words that announce a list."""

import re

_CITED = r"(?: ?\[[^\[\]]*\])"
_ENDED = re.compile(rf"[.!?;][\"”’)*_\]]*$|[.!?;][\"”’)*_]*{_CITED}+$")
_ANNOUNCED = re.compile(rf":[\"”’)*_\]]*{_CITED}*$")
_SHORTENED = re.compile(r"\b(?:Drs?|Mrs?|Ms|Prof|St|vs|al|no|fig|approx|ca|cf|e\.g|i\.e)\.$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:[,–—/(\[&+=<>≤≥×-]|\b(?:a|an|the|of|in|on|at|by|to|for|from|with|and|or|nor|but|than|as|per|that|which|who|if|when"
    r"|is|are|was|were|be|been|has|have|not|no|into|over|under|about|between|vs|our|its|this|these))$",
    re.IGNORECASE,
)


def is_ended(line: str) -> bool:
    """Whether a sentence or a point ends with the line."""
    return _ENDED.search(line) is not None and not is_shortened(line)


def is_shortened(line: str) -> bool:
    """Whether the point at the end of the line is that of an abbreviation."""
    return _SHORTENED.search(line) is not None


def goes_on(line: str) -> bool:
    """Whether the line ends with what no point ends with, so that its sentence goes on in the line below."""
    return _GOES_ON.search(line) is not None


def announces(line: str) -> bool:
    """Whether the line ends with a colon, with or without a reference behind it."""
    return _ANNOUNCED.search(line) is not None
