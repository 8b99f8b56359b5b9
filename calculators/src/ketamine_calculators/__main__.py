"""The command line: list, describe and run calculators."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from .answer import answer_of
from .definition import Calculator
from .errors import InputProblem, InvalidInputs, UnknownCalculator
from .evaluation import Evaluation, evaluated
from .fields import Entries, Field
from .fields.base import ABSENT, first_texts
from .registry import every, find, worksheets
from .schema import described
from .to_json import as_json


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
        description="Calculate. Each input is a flag, or give --json. The headline, stops and cautions are told on standard "
        "error; --full prints them with the whole answer instead.",
        add_help=False,
    )
    run.add_argument("calculator", metavar="ID")
    asked, flags = parser.parse_known_args(arguments)
    if flags and asked.command != "run":
        parser.error(f"unrecognized arguments: {' '.join(flags)}")
    try:
        if asked.command == "list":
            print("\n".join(f"{one.id:24} {one.title}" for one in (*every(), *worksheets())))
        elif asked.command == "describe":
            calculator = find(asked.calculator)
            print(json.dumps(described(calculator), indent=2, ensure_ascii=False) if asked.json else words(calculator))
        else:
            calculator = find(asked.calculator)
            full = "--full" in flags
            evaluation = evaluated(calculator, _inputs(calculator, [flag for flag in flags if flag != "--full"]))
            shown = answer_of(evaluation) if full else as_json(evaluation.outputs)
            print(json.dumps(shown, indent=2, ensure_ascii=False))
            if not full:
                _tell(evaluation)
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


def _tell(evaluation: Evaluation[Any, Any]) -> None:
    """The headline, every stop and caution, and what a part still waits for, on standard error: numbers would leave them out."""
    told = list(evaluation.warnings)
    lines = [
        f"{notice.signal}: {notice.text}" for kind in ("stop", "caution") for notice in told if notice.kind == kind
    ]
    lines += [f"still needed: {problem.message}" for problem in evaluation.needed]
    print("\n".join([evaluation.headline, *lines]), file=sys.stderr)


def _inputs(calculator: Calculator[Any, Any], flags: list[str]) -> Any:
    """Exact inputs from the flags of `run`. Raises InvalidInputs with every problem, in the order of the inputs."""
    parser = argparse.ArgumentParser(
        prog=f"ketamine-calculators run {calculator.id}", description=calculator.summary, allow_abbrev=False
    )
    parser.add_argument("--json", metavar="OBJECT", help="all inputs as one JSON object")
    parser.add_argument("--full", action="store_true", help="the whole answer: headline, working, warnings, sources")
    for field in calculator.fields:
        _add_flag(parser, field)
    given = vars(parser.parse_args(flags))
    text = given.pop("json")
    given.pop("full")
    if text is not None:
        if any(value is not None for value in given.values()):
            parser.error("give either --json or one flag for each input, not both")
        return calculator.checked(_object(parser, text))
    entries = {
        field.name: [given[field.name]]
        for field in calculator.fields
        if field.spec.flag == "text" and given[field.name] is not None
    }
    exact: dict[str, object] = {}
    problems: list[InputProblem] = []
    for field in calculator.fields:
        try:
            exact[field.name] = _exact(parser, field, given[field.name], entries)
        except InvalidInputs as refused:
            problems += refused.problems
    if problems:
        raise InvalidInputs(problems)
    return calculator.inputs(**exact)


def _exact(parser: argparse.ArgumentParser, field: Field, written: Any, entries: Entries) -> object:
    spec = field.spec
    if written is None:
        if field.required:
            raise InvalidInputs([InputProblem(field.name, spec.missing, "missing")])
        return field.default
    if spec.flag == "text":
        value = spec.read(field.name, entries)
        # A flag with an empty text was written, so it is a wrong value and not a blank.
        return spec.check(field.name, "", first_texts(entries, spec.unit_from)) if value is ABSENT else value
    if spec.flag == "words":
        return spec.check(field.name, written, {})
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        parser.error(f"{_flag(field)} must be JSON")
    return None if value is None and field.optional else spec.check(field.name, value, {})


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
        _flag(field),
        dest=field.name,
        nargs="*" if field.spec.flag == "words" else None,
        metavar="JSON" if field.spec.flag == "json" else "VALUE",
        help=shown,
    )


def _flag(field: Field) -> str:
    return f"--{field.name.replace('_', '-')}"


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
