"""Much work shared among the processors: each judges a part of the things in a process of its own."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

FEW = 20
"""So many things are judged sooner than another process is begun."""
# Small enough that no process waits long for another at the end.
_SHARE = 4


def judged[T, R](judge: Callable[[T], list[R]], things: Sequence[T]) -> Iterator[R]:
    """What `judge` finds in the things, in their order. What it finds can be pickled."""

    def share(start: int) -> list[R]:
        return [found for thing in things[start : start + _SHARE] for found in judge(thing)]

    starts = range(0, len(things), _SHARE)
    workers = min(os.process_cpu_count() or 1, len(things) // FEW)
    # A process that is a copy of this one knows the things without being told. Only Linux makes such copies safely.
    if workers < 2 or sys.platform != "linux":
        for start in starts:
            yield from share(start)
        return
    from concurrent.futures import ProcessPoolExecutor  # a check of one article does without
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("fork"), _work.append, (share,)) as pool:
        for found in pool.map(_of_this_process, starts):
            yield from found


_work: list[Callable[[int], list[Any]]] = []


def _of_this_process(start: int) -> list[Any]:
    return _work[-1](start)
