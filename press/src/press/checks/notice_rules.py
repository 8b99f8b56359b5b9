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
    texts = {file: file.read_text("utf-8") for file in package.rglob("*.py")}
    rules = _rules_in(package, texts)
    return tuple(sorted(rules, key=lambda rule: (rule.file, rule.line)))


def _rules_in(package: Path, texts: Mapping[Path, str]) -> Iterator[NoticeRule]:
    for file, function, call in _calls_of("Notice", texts):
        kind, rule = (_argument(call, name, place) for name, place in _PLACES.items())
        said = str(kind.value) if isinstance(kind, ast.Constant) else ""
        if said == "note":
            continue
        handed = _parameter(function, rule)
        handing = _calls_of(function.name, texts) if function and handed else ((file, function, call),)
        for where, _, given in handing:
            named = _argument(given, *handed) if handed else rule
            yield NoticeRule(_written(named), said, where.relative_to(package).as_posix(), given.lineno)


type _Call = tuple[Path, ast.FunctionDef | None, ast.Call]


def _calls_of(name: str, texts: Mapping[Path, str]) -> Iterator[_Call]:
    """Each call of a function by its name, with the function of the module that it stands in."""
    for file, text in texts.items():
        # To look through a syntax tree takes long, and most files do not have the name at all.
        if name not in text:
            continue
        for function, call in _calls(file):
            if isinstance(call.func, ast.Name) and call.func.id == name:
                yield file, function, call


@once_per_change
def _calls(file: Path) -> tuple[tuple[ast.FunctionDef | None, ast.Call], ...]:
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
