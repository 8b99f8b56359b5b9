"""What each calculator answers under its version, so that no answer changes under a version that was published.

`python tools/recorded_answers.py` writes `calculators/recorded.json` anew. It refuses

- an answer that changed under a version that is no longer under "Next" in CHANGELOG.md;
- a number of the house protocol that changed before somebody walked through every place that says it. When that is done:
  `--walked PROTOCOL_DOSE`;
- an input or an option that is gone, since links and saved files name it. When that is meant: `--retired iv_dose.minutes`. Its
  name is never used again.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from ketamine_calculators import house_protocol
from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.display import plain
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.fields import Field, Repeating, fields_of
from ketamine_calculators.registry import every, worksheets

ROOT = Path(__file__).resolve().parent.parent
RECORDED = ROOT / "calculators" / "recorded.json"
CHANGES = ROOT / "CHANGELOG.md"

type Record = Mapping[str, Mapping[str, Any]]


def recorded() -> Record:
    """What stands in the file: `answers` by `id version`; `protocol`, its numbers by their names; `ids` of inputs and options
    by calculator, and those that are `retired`.
    """
    record: Record = json.loads(RECORDED.read_text("utf-8"))
    return record


def current() -> Record:
    """What the calculators answer now."""
    cards = (*every(), *worksheets())
    return {
        "answers": {f"{card.id} {card.version}": digest(answers(card)) for card in cards},
        "protocol": {name: _numbers(value) for name, value in vars(house_protocol).items() if name.isupper()},
        "ids": {card.id: sorted(set(ids(card.fields))) for card in cards},
    }


def ids(fields: Iterable[Field], before: str = "") -> Iterator[str]:
    """What links and saved files call the inputs, and their options: `route`, `route=iv`, `trials.drug=sertraline`."""
    for field in fields:
        name = f"{before}{field.name}"
        yield name
        for several in ("options", "boxes"):
            yield from (f"{name}={option}" for option in getattr(field.spec, several, ()))
        if isinstance(field.spec, Repeating):
            yield from ids(fields_of(field.spec.row), f"{name}.")


def answers(card: Calculator[Any, Any]) -> Iterator[object]:
    """Values, and kinds and rules of the notices, for each example and for it without each entry that may be left out."""
    for example in card.examples:
        for left_out in (None, *example.inputs):
            given = {name: value for name, value in example.inputs.items() if name != left_out}
            try:
                answer = full_answer(card, given)
            except InvalidInputs as refused:
                yield sorted(problem.field for problem in refused.problems)
            else:
                yield answer["values"], sorted((one["kind"], one["rule"]) for one in answer["warnings"])


def digest(said: Iterable[object]) -> str:
    """Twelve digits that differ when the answers do."""
    return sha256(json.dumps(list(said), sort_keys=True, default=str).encode("utf-8")).hexdigest()[:12]


def refusals(before: Record, now: Record, changes: str, meant: Iterable[str]) -> list[str]:
    """Why the record cannot be written yet, and what to do about each. `meant` are the names said to be walked or retired."""
    open_changes = changes.partition("\n## Next\n")[2].partition("\n## ")[0]
    found = [
        f"{card} answers otherwise than before under the same version. Raise its version and tell the change in CHANGELOG.md."
        for card, answer in now["answers"].items()
        if before["answers"].get(card, answer) != answer and "`{}` {}".format(*card.split()) not in open_changes
    ]
    found += [
        f"{name} was {before['protocol'][name]} and is {value}. `press where` with the old number and its unit names every "
        f"place; when all are changed: python tools/recorded_answers.py --walked {name}"
        for name, value in now["protocol"].items()
        if before["protocol"].get(name, value) != value and name not in meant
    ]
    found += [
        f"{name} is gone, and links and saved files may hold it. If that is meant: "
        f"python tools/recorded_answers.py --retired {name}"
        for name in sorted(_gone(before, now))
        if name not in meant
    ]
    found += [
        f"{card}.{id} was retired, and links that still hold it would be read in a new sense. Choose another name."
        for card, retired in before["retired"].items()
        for id in sorted({*retired} & {*now["ids"].get(card, ())})
    ]
    return found


def _gone(before: Record, now: Record) -> set[str]:
    return {f"{card}.{id}" for card, known in before["ids"].items() for id in {*known} - {*now["ids"].get(card, ())}}


def _numbers(value: object) -> str:
    return " ".join(plain(Fraction(one)) for one in (value if isinstance(value, tuple) else (value,)))


def main(arguments: list[str]) -> int:
    """Write the record, or say why not."""
    before, now = recorded(), current()
    if found := refusals(before, now, CHANGES.read_text("utf-8"), arguments):
        print("\n".join(found))
        return 1
    retired = {card: {*before["retired"].get(card, ())} for card in {*before["retired"], *before["ids"]}}
    for name in _gone(before, now):
        card, _, id = name.partition(".")
        retired[card].add(id)
    now = {**now, "retired": {card: sorted(each) for card, each in retired.items() if each}}
    RECORDED.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
