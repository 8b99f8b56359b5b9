"""The command line: list, describe and run calculators."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from .definition import Calculator
from .errors import InputProblem, InvalidInputs, UnknownCalculator
from .fields.base import Field
from .registry import every, find, worksheets
from .schema import described

# Kinds of question whose answer is several values; on the command line these are written as JSON.
_AS_JSON = ("item_scores", "checklist", "repeating")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, or 2 with every problem on standard error."""
    parser = argparse.ArgumentParser(prog="ketamine-calculators", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="ids and titles of all calculators, then of the worksheets")
    describe = commands.add_parser("describe", help="inputs, limits, formula and references of a calculator")
    describe.add_argument("calculator", metavar="ID")
    describe.add_argument("--json", action="store_true", help="JSON Schema of inputs and outputs")
    run = commands.add_parser(
        "run",
        help="calculate; prints JSON",
        description="Calculate. Each input is a flag, or give --json.",
        add_help=False,
    )
    run.add_argument("calculator", metavar="ID")
    asked, flags = parser.parse_known_args(arguments)
    if flags and asked.command != "run":
        parser.error(f"unrecognized arguments: {' '.join(flags)}")
    try:
        if asked.command == "list":
            listed = (*every(), *worksheets())
            print("\n".join(f"{calculator.id:24} {calculator.title}" for calculator in listed))
        elif asked.command == "describe":
            calculator = find(asked.calculator)
            print(json.dumps(described(calculator), indent=2, ensure_ascii=False) if asked.json else words(calculator))
        else:
            calculator = find(asked.calculator)
            print(json.dumps(calculator.run(_values(calculator, flags)), indent=2, ensure_ascii=False))
    except InvalidInputs as refused:
        for problem in refused.problems:
            print(f"{problem.field}: {problem.message}" if problem.field else problem.message, file=sys.stderr)
        return 2
    except UnknownCalculator as unknown:
        print(f"{unknown} `ketamine-calculators list` shows them all.", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _values(calculator: Calculator[Any, Any], flags: list[str]) -> dict[str, object]:
    parser = argparse.ArgumentParser(
        prog=f"ketamine-calculators run {calculator.id}", description=calculator.summary, allow_abbrev=False
    )
    parser.add_argument("--json", metavar="OBJECT", help="all inputs as one JSON object")
    for field in calculator.fields:
        _add_flag(parser, field)
    given = vars(parser.parse_args(flags))
    text = given.pop("json")
    if text is not None:
        if any(value is not None for value in given.values()):
            parser.error("give either --json or one flag for each input, not both")
        return _object(parser, text)
    entries: dict[str, list[str]] = {}
    values: dict[str, object] = {}
    for field in calculator.fields:
        answer = given[field.name]
        if answer is None:
            if not field.required and field.default is not None:
                values[field.name] = field.default
            continue
        if field.kind in _AS_JSON:
            try:
                values[field.name] = json.loads(answer)
            except (ValueError, RecursionError):
                parser.error(f"--{field.name.replace('_', '-')} must be JSON")
        elif field.kind == "several":
            values[field.name] = answer
        else:
            entries[field.name] = [answer]
    problems: list[InputProblem] = []
    for field in calculator.fields:
        if field.name in entries:
            try:
                values[field.name] = field.spec.read(field.name, entries)
            except InvalidInputs as refused:
                problems += refused.problems
                values[field.name] = entries[field.name][0]
    if problems:
        raise InvalidInputs(problems + _others(calculator, values, {problem.field for problem in problems}))
    return values


def _others(calculator: Calculator[Any, Any], values: dict[str, object], known: set[str]) -> list[InputProblem]:
    """The problems of the inputs that could be read, so that all are reported at once."""
    try:
        calculator.checked(values)
    except InvalidInputs as refused:
        return [problem for problem in refused.problems if problem.field not in known]
    return []


def _object(parser: argparse.ArgumentParser, text: str) -> dict[str, object]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as fault:
        parser.error(f"--json is not valid JSON: {fault}")
    if not isinstance(values, dict):
        parser.error("--json must be one object, like '{\"weight\": 70}'")
    return values


def _add_flag(parser: argparse.ArgumentParser, field: Field) -> None:
    needed = "required" if field.required else "optional"
    shown = ". ".join(part for part in (field.label, field.limits, field.hint, needed) if part).replace("%", "%%")
    parser.add_argument(
        f"--{field.name.replace('_', '-')}",
        dest=field.name,
        nargs="*" if field.kind == "several" else None,
        metavar="JSON" if field.kind in _AS_JSON else "VALUE",
        help=shown,
    )


def words(calculator: Calculator[Any, Any]) -> str:
    """The description of a calculator for a person at a terminal."""
    lines = [
        f"{calculator.title} ({calculator.id}, version {calculator.version})",
        "",
        calculator.summary,
        calculator.population,
        "",
        "Inputs",
    ]
    for field in calculator.fields:
        default = (
            ""
            if field.required
            else ", optional"
            if field.optional
            else f", {field.spec.text(field.default)} if left out"
        )
        lines.append(f"  {field.name}: {field.label}. {field.limits or field.kind.replace('_', '/')}{default}")
    lines += ["", "Outputs"]
    lines += [
        f"  {key}: {output.label}{f' ({output.unit})' if output.unit else ''}"
        for key, output in calculator.output_fields
    ]
    lines += ["", "Formula", *(f"  {line}" for line in calculator.formula)]
    lines += ["", "References", *(f"  {source.reference.cite}: {source.supports}" for source in calculator.sources)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
