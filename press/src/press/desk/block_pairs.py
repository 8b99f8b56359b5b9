"""Which block of a page became which: the same, changed, gone or new."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from .shown_blocks import ShownBlock

Pair = tuple[ShownBlock | None, ShownBlock | None]
"""A block before and after; None where there is none."""

_ALIKE = 0.4
"""From here on two blocks are the same one, changed."""
_MOST_COMPARED = 900
"""More pairs than this are not compared with each other: what was written anew has no former self."""


def pairs(before: Sequence[ShownBlock], after: Sequence[ShownBlock]) -> Iterator[Pair]:
    """Every block of both pages, in the order of the new page; what is gone stands where it was."""
    matcher = SequenceMatcher(None, _identities(before), _identities(after), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        old, new = before[a:b], after[c:d]
        if tag == "equal":
            yield from zip(old, new, strict=True)
        elif len(old) * len(new) > _MOST_COMPARED:
            yield from zip_longest(old, ())
            yield from ((None, one) for one in new)
        else:
            yield from _by_likeness(old, new)


def _identities(blocks: Sequence[ShownBlock]) -> list[tuple[str, str]]:
    return [(block.kind, block.words) for block in blocks]


def _by_likeness(old: Sequence[ShownBlock], new: Sequence[ShownBlock]) -> Iterator[Pair]:
    """The pairing in which most stays alike, both in their order."""
    # best[i][j] is the greatest sum of likenesses of old[i:] with new[j:].
    likeness = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((one, None) for one in old[i:])
    yield from ((None, one) for one in new[j:])


def _likeness(old: ShownBlock, new: ShownBlock) -> float:
    """From 0 to 1; 0 for blocks that are not alike enough, or of another kind."""
    kinds = {old.kind, new.kind}
    if len(kinds) == 2 and not kinds <= {"item", "step", "paragraph"}:
        return 0.0
    matcher = SequenceMatcher(None, old.words.split(), new.words.split(), autojunk=False)
    alike = matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0
    same_row = old.kind == "row" and old.words.split(" | ")[0] == new.words.split(" | ")[0]
    return max(alike, _ALIKE) if same_row else alike if alike >= _ALIKE else 0.0
