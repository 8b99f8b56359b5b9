"""What somebody meant who typed a word that is not known: the known word that is nearly the same, or none."""

from collections.abc import Iterable

from ketamine_calculators.wording import closest

_LONGEST = 60
_SHARED = 0.6
"""So much of the shorter word, and at least three letters, may stand at the beginning of both, whatever comes behind."""
_LEAST_SHARED = 3
_HELD = 0.6
"""So much of the longer word may be the whole of the shorter one."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like it, capitals aside; none where too many letters differ for a slip of the hand.

    Two keys of works of one year are not near by that alone: they have half of their signs in common.
    """
    found = closest(word, known)
    return found if found is not None and _are_near(word[:_LONGEST].casefold(), found[:_LONGEST].casefold()) else None


def _are_near(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and len(shorter) >= _HELD * len(longer):
        return True
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if shared >= max(_LEAST_SHARED, _SHARED * len(shorter)):
        return True
    return _distance(one, other) <= max(1, (len(longer) + 1) // 4)


def _distance(one: str, other: str) -> int:
    """How many letters have to be typed, taken away, changed or exchanged with their neighbor."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, beside in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != beside))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == beside:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
