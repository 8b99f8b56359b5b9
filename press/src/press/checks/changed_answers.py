"""What all calculators and worksheets answer while one constant has another value.

`python -m press.checks.changed_answers` answers in a Python of its own, in which the constant gets its other value where it is
assigned: everything that is made of it follows, as it would in the file. This module imports no calculator before that.
"""

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ketamine_calculators.definition import Calculator
    from ketamine_calculators.fields import Field

_OTHER = "_other_value"


@dataclass(frozen=True)
class Change:
    """A constant of a module, and what its number is to be."""

    module: str
    file: str
    name: str
    number: Fraction
    to: Fraction

    def of(self, value: Any) -> Any:
        """The other value: the number by itself, in a tuple or within a text; everything else as it is."""
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, str):
            old = re.escape(f"{float(self.number):g}")
            return re.sub(rf"(?<![\w.]){old}(?![\w]|\.\d)", f"{float(self.to):g}", value)
        if isinstance(value, int | Fraction) and not isinstance(value, bool) and value == self.number:
            return int(self.to) if isinstance(value, int) else self.to
        return value

    def written(self) -> str:
        """The change as JSON."""
        return json.dumps(asdict(self) | {"number": str(self.number), "to": str(self.to)})

    @classmethod
    def read(cls, text: str) -> "Change":
        """The change that `written` has written."""
        said = json.loads(text)
        return cls(said["module"], said["file"], said["name"], Fraction(said["number"]), Fraction(said["to"]))


@dataclass(frozen=True)
class Answers:
    """For each card by its id what it answers to each question, and of its worked examples what is shown as a result."""

    told: Mapping[str, list[str]]
    results: Mapping[str, list[list[str]]]


def others(number: Fraction) -> tuple[Fraction, ...]:
    """Other values of a constant, near enough that a table made of it stays in order; the first that can be had is taken."""
    if number.denominator > 1:
        return (number + Fraction(13, 1000), number - Fraction(13, 1000))
    return (number + 1, number - 1)


def answers(number: Fraction, to: Fraction) -> Answers:
    """The answers of all cards as they are here and now, to questions that tell the two numbers apart."""
    from ketamine_calculators import every
    from ketamine_calculators.registry import worksheets

    told: dict[str, list[str]] = {}
    results: dict[str, list[list[str]]] = {}
    for card in (*every(), *worksheets()):
        answered = [(asked, _answer(card, asked)) for asked in _questions(card, number, to)]
        told[card.id] = [json.dumps(one) for one in answered]
        results[card.id] = [list(results_of(answer)) for _, answer in answered[: len(card.examples)]]
    return Answers(told, results)


def results_of(answer: Mapping[str, Any]) -> Iterator[str]:
    """The texts of an answer that are shown as results: its values, and the cells of its tables."""
    yield from (shown["text"] for shown in answer.get("shown", ()))
    yield from (cell for table in answer.get("tables", ()) for row in table["rows"] for cell in row)


def _answer(card: "Calculator[Any, Any]", values: Mapping[str, object]) -> dict[str, Any]:
    from ketamine_calculators.answer import full_answer
    from ketamine_calculators.errors import InvalidInputs

    try:
        return full_answer(card, values)
    except InvalidInputs as refused:
        return {"refused": [problem.message for problem in refused.problems]}


def _questions(card: "Calculator[Any, Any]", number: Fraction, to: Fraction) -> Iterator[Mapping[str, object]]:
    """The worked examples; the first of them with each answer left out, with other answers, and with the two numbers."""
    examples = [example.inputs for example in card.examples]
    yield from examples
    for field in card.fields if examples else ():
        yield {name: value for name, value in examples[0].items() if name != field.name}
        yield from (examples[0] | {field.name: answer} for answer in _other_answers(field, (number, to)))


def _other_answers(field: "Field", numbers: Iterable[Fraction]) -> Iterable[object]:
    from ketamine_calculators.fields import Choice, Number, Several, Whole, YesNo

    match field.spec:
        case YesNo():
            return (True, False)
        case Choice(options=options):
            return tuple(options)
        case Several(options=options):
            return ([], list(options))
        case Whole():
            return [int(number) for number in numbers if number.denominator == 1]
        case Number():
            return [float(number) for number in numbers]
    return ()


class Loader(SourceFileLoader):
    """Runs a module with its constant changed behind each line that assigns it."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.module, change.file)
        self._change = change

    def get_code(self, fullname: str) -> Any:
        tree = ast.parse(Path(self._change.file).read_bytes())
        again = ast.parse(f"{self._change.name} = {_OTHER}({self._change.name})").body
        tree.body = [part for node in tree.body for part in (node, *(again if self._assigns(node) else ()))]
        return compile(tree, self._change.file, "exec")

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[_OTHER] = self._change.of
        super().exec_module(module)

    def _assigns(self, node: ast.stmt) -> bool:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        return any(
            isinstance(name, ast.Name) and name.id == self._change.name
            for target in targets
            for name in ast.walk(target)
        )


class Finder(MetaPathFinder):
    """Finds the module of a change, and leaves every other one to Python."""

    def __init__(self, change: Change) -> None:
        self._change = change

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        if fullname != self._change.module:
            return None
        return spec_from_file_location(fullname, self._change.file, loader=Loader(self._change))


def main() -> None:
    """Answer with the change that the first argument says, as JSON."""
    change = Change.read(sys.argv[1])
    sys.meta_path.insert(0, Finder(change))
    json.dump(asdict(answers(change.number, change.to)), sys.stdout)


if __name__ == "__main__":
    main()
