"""The rules by which calculators stop and caution, read from their source: a hazard has to answer for each that stops."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ketamine_calculators

PACKAGE = Path(ketamine_calculators.__file__).parent
_PLACES = {"kind": 0, "rule": 3}
"""Where the arguments of a notice stand when they are not named."""


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


@cache
def notice_rules(package: Path = PACKAGE) -> tuple[NoticeRule, ...]:
    """Every rule of a notice that is not a note."""
    trees = {file.relative_to(package).as_posix(): ast.parse(file.read_text("utf-8")) for file in package.rglob("*.py")}
    return tuple(sorted(_rules_in(trees), key=lambda rule: (rule.file, rule.line)))


def _rules_in(trees: Mapping[str, ast.Module]) -> Iterator[NoticeRule]:
    for file, tree in trees.items():
        for function, call in _calls_by_function(tree):
            if not _is_call_of(call, "Notice"):
                continue
            kind, rule = (_argument(call, name, place) for name, place in _PLACES.items())
            said = str(kind.value) if isinstance(kind, ast.Constant) else ""
            if said == "note":
                continue
            handed = _parameter(function, rule)
            if function and handed is not None:
                yield from _from_callers(trees, said, function.name, *handed)
            else:
                yield NoticeRule(_written(rule), said, file, call.lineno)


def _calls_by_function(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef | None, ast.Call]]:
    """Each call with the function of the module that it stands in."""
    for part in tree.body:
        for node in ast.walk(part):
            if isinstance(node, ast.Call):
                yield part if isinstance(part, ast.FunctionDef) else None, node


def _parameter(function: ast.FunctionDef | None, rule: ast.expr | None) -> tuple[str, int] | None:
    """The name and place of the parameter that a function is handed its rule by; None when it knows its rule itself."""
    names = [argument.arg for argument in function.args.args] if function else []
    if isinstance(rule, ast.Name) and rule.id in names:
        return rule.id, names.index(rule.id)
    return None


def _from_callers(
    trees: Mapping[str, ast.Module], kind: str, function: str, name: str, place: int
) -> Iterator[NoticeRule]:
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _is_call_of(node, function):
                yield NoticeRule(_written(_argument(node, name, place)), kind, file, node.lineno)


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
