"""Reference questions, with the replies that this machine's Python gives.

The browser's Python must give the same replies, byte for byte, while the site is built; some go into the worker's script, to
be asked again before it answers a reader.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Field
from ketamine_calculators.registry import every, worksheets

Mark = tuple[object, ...]
"""Something that an example shows and others may not."""


def questions() -> list[str]:
    """Every worked example, and questions that are refused."""
    asked: list[dict[str, object]] = []
    for calculator in (*every(), *worksheets()):
        asked += [{"calculator": calculator.id, "values": example.inputs} for example in calculator.examples]
        asked += [{"calculator": calculator.id, "entries": []}]
        asked += [{"calculator": calculator.id, "entries": [[field.name, "1,5 stone"] for field in calculator.fields]}]
    asked += [{"calculator": "iv_dos", "entries": []}, {"entries": 1}]
    return [json.dumps(question) for question in asked]


def known_answers() -> dict[str, list[tuple[str, int]]]:
    """The questions that each browser is asked before a calculator's first answer: `values` as JSON, with the reply's CRC-32.

    Of the worked examples of a calculator, so many that whatever one of them shows, one of these shows: each option, unit,
    vial and yes or no that is chosen; each category and yes or no among the values of the answer; each rule and each kind
    of notice. The first example is always among them. A checksum of the whole reply takes less of the script than the reply.
    """
    return {calculator.id: [_known(calculator, chosen) for chosen in _chosen(calculator)] for calculator in _all()}


def _all() -> tuple[Calculator[Any, Any], ...]:
    return (*every(), *worksheets())


def _known(calculator: Calculator[Any, Any], values: Mapping[str, object]) -> tuple[str, int]:
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return written, crc32(answer(question_of(calculator.id, written)).encode())


def question_of(calculator: str, values: str) -> str:
    """The text of a known question, as web/engine/proof.js makes it."""
    return f'{{"calculator":"{calculator}","values":{values}}}'


def _chosen(calculator: Calculator[Any, Any]) -> Iterator[Mapping[str, object]]:
    """The first example, then whichever shows most that none before it has shown."""
    shown = {place: marks(calculator, example.inputs) for place, example in enumerate(calculator.examples)}
    place = 0
    while shown:
        yield calculator.examples[place].inputs
        seen = shown.pop(place)
        shown = {other: rest for other, all_of_it in shown.items() if (rest := all_of_it - seen)}
        place = max(shown, key=lambda other: len(shown[other]), default=0)


def marks(calculator: Calculator[Any, Any], inputs: Mapping[str, object]) -> set[Mark]:
    """All that an example shows, as `known_answers` means it."""
    question = question_of(calculator.id, json.dumps(inputs))
    return marks_of(json.loads(answer(question))) | set(_choices(calculator.fields, inputs))


def marks_of(reply: Mapping[str, Any]) -> set[Mark]:
    """What a reply shows by itself: each rule and kind of its notices, each category among its values; or its problems."""
    if "answer" not in reply:
        return {("problem", problem["field"], problem["kind"]) for problem in reply.get("problems", ())}
    notices = {("notice", notice["kind"], notice["rule"]) for notice in reply["answer"]["warnings"]}
    return notices | set(_categories("", reply["answer"]["values"]))


def _choices(fields: Sequence[Field], inputs: Mapping[str, Any]) -> Iterator[Mark]:
    for field in fields:
        value = inputs.get(field.name)
        if field.spec.fields:
            for row in value or ():
                yield from _choices(field.spec.fields, row)
        elif field.spec.choices:
            for one in value if isinstance(value, list) else [value]:
                yield "input", field.name, str(one)


def _categories(name: str, value: object) -> Iterator[Mark]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _categories(f"{name}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _categories(name, inner)
    elif value is None or isinstance(value, str | bool):
        yield "output", name, str(value)


if __name__ == "__main__":
    asked = questions()
    json.dump(
        {"questions": asked, "replies": [answer(question) for question in asked], "known": known_answers()}, sys.stdout
    )
