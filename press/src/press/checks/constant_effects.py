"""Which cards answer differently when a constant changes, and which results of worked examples it gives.

Each change is made in a Python of its own; the files and this process stay as they are.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import worksheets

from ..site.house_value_use import modules_of
from . import changed_answers
from .changed_answers import Answers, Change, answers, others
from .passage_source import Constant, module_of, used_at

_AT_ONCE = 2


@dataclass(frozen=True)
class Effect:
    """What a constant does.

    cards    the ids of the calculators and worksheets whose answers differ when it changes
    results  texts that worked examples then no longer show, each with its card and its example, counted from 0
    tried    whether it could be changed and the cards be asked; otherwise the cards are those that use it
    """

    cards: tuple[str, ...]
    results: tuple[tuple[str, int, str], ...] = ()
    tried: bool = True


def effects(constants: Sequence[Constant], number: Fraction) -> list[Effect]:
    """The effect of each constant that has this number, in their order."""
    with ThreadPoolExecutor(_AT_ONCE) as some:
        asked = [some.submit(_changed, constant, number) for constant in constants]
        return [_effect(constant, number, one.result()) for constant, one in zip(constants, asked, strict=True)]


def _changed(constant: Constant, number: Fraction) -> tuple[Fraction, Answers] | None:
    """Another value of the constant, with all answers that it then gives; None where none could be had."""
    for to in others(number):
        change = Change(module_of(constant.file), str(constant.file), constant.name, number, to)
        # A changed constant may leave a table with a gap. Then another value is tried.
        asked = subprocess.run(
            [sys.executable, "-m", changed_answers.__name__, change.written()],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0:
            return to, Answers(**json.loads(asked.stdout))
    return None


def _effect(constant: Constant, number: Fraction, changed: tuple[Fraction, Answers] | None) -> Effect:
    if changed is None:
        return Effect(tuple(card.id for card in _cards() if _uses(card, constant)), tried=False)
    to, then = changed
    return _compared(_now(number, to), then)


@cache
def _now(number: Fraction, to: Fraction) -> Answers:
    return answers(number, to)


def _compared(now: Answers, then: Answers) -> Effect:
    return Effect(
        tuple(card for card, told in now.told.items() if told != then.told[card]),
        tuple(
            (card, number, text)
            for card, examples in now.results.items()
            for number, (texts, left) in enumerate(zip(examples, then.results[card], strict=True))
            for text in dict.fromkeys(texts)
            if text not in left
        ),
    )


def _uses(card: Calculator[Any, Any], constant: Constant) -> bool:
    using = {module_of(constant.file), *(module_of(file) for file, _ in used_at(constant))}
    return not using.isdisjoint(modules_of(card))


def _cards() -> Iterator[Calculator[Any, Any]]:
    yield from every()
    yield from worksheets()
