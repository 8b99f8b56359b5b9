"""The rules by which calculators stop and caution, read from their source: a hazard has to answer for each that stops."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import ketamine_calculators

from ..reading.python_source import once_per_change, syntax_tree

PACKAGE = Path(ketamine_calculators.__file__).parent
_PLACES = {"kind": 0, "rule": 3}
"""Where the arguments of a notice stand when they are not named."""


type Calls = tuple[tuple[ast.FunctionDef | None, ast.Call], ...]


@dataclass(frozen=True)
class NoticeRule:
    """A rule id as it is written; `*` stands for a part that is made when the rule speaks, and nothing for no rule.

    kind    stop or caution; empty where it only shows when the rule speaks
    """

    id: str
    kind: str
    file: str
    line: int


def stop_rules(package: Path = PACKAGE) -> tuple[NoticeRule, ...]:
    """Every rule of a notice that stops, or that may stop."""
    return tuple(rule for rule in notice_rules(package) if rule.kind != "caution")


def notice_rules(package: Path = PACKAGE) -> tuple[NoticeRule, ...]:
    """Every rule of a notice that is not a note."""
    calls = {file.relative_to(package).as_posix(): _calls(file) for file in package.rglob("*.py")}
    return tuple(sorted(_rules_in(calls), key=lambda rule: (rule.file, rule.line)))


def _rules_in(calls: Mapping[str, Calls]) -> Iterator[NoticeRule]:
    for file, called in calls.items():
        for function, call in called:
            if not _is_call_of(call, "Notice"):
                continue
            kind, rule = (_argument(call, name, place) for name, place in _PLACES.items())
            said = str(kind.value) if isinstance(kind, ast.Constant) else ""
            if said == "note":
                continue
            handed = _parameter(function, rule)
            if function and handed is not None:
                yield from _from_callers(calls, said, function.name, *handed)
            else:
                yield NoticeRule(_written(rule), said, file, call.lineno)


@once_per_change
def _calls(file: Path) -> Calls:
    """Each call with the function of the module that it stands in."""
    return tuple(
        (part if isinstance(part, ast.FunctionDef) else None, node)
        for part in syntax_tree(file).body
        for node in ast.walk(part)
        if isinstance(node, ast.Call)
    )


def _parameter(function: ast.FunctionDef | None, rule: ast.expr | None) -> tuple[str, int] | None:
    """The name and place of the parameter that a function is handed its rule by; None when it knows its rule itself."""
    names = [argument.arg for argument in function.args.args] if function else []
    if isinstance(rule, ast.Name) and rule.id in names:
        return rule.id, names.index(rule.id)
    return None


def _from_callers(calls: Mapping[str, Calls], kind: str, function: str, name: str, place: int) -> Iterator[NoticeRule]:
    for file, called in calls.items():
        for _, call in called:
            if _is_call_of(call, function):
                yield NoticeRule(_written(_argument(call, name, place)), kind, file, call.lineno)


def _is_call_of(call: ast.Call, function: str) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == function


def _argument(call: ast.Call, name: str, place: int) -> ast.expr | None:
    named = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    return named or (call.args[place] if place < len(call.args) else None)


def _written(rule: ast.expr | None) -> str:
    match rule:
        case ast.Constant(value=str(id)):
            return id
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case None:
            return ""
    return "*"
