"""The style of this site: content/style, one file of Vale's form for each rule."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

from ..reading.needed_words import needed_words
from ..reading.problems import Problem, did_you_mean
from ..reading.style_rule import Level, Scope, StyleRule
from ..reading.yaml_file import read_yaml_file

FOLDER = "style"
_KEYS = {
    "existence": ("tokens", "exceptions"),
    "substitution": ("swap", "exceptions"),
    "occurrence": ("token", "max"),
}
_COMMON = ("extends", "message", "description", "level", "ignorecase", "nonword", "scope", "link")


class _Unfit(Exception):
    """Why a file is no rule, and what to do."""


def read_style(content: Path, shown: str) -> tuple[tuple[StyleRule, ...], list[Problem]]:
    """Every rule in the order of the files. A project may do without a style."""
    rules: list[StyleRule] = []
    problems: list[Problem] = []
    for file in sorted((content / FOLDER).glob("*.yml")):
        source, values, found = read_yaml_file(file, f"{shown}/{FOLDER}/{file.name}")
        problems += found
        if found:
            continue
        try:
            rules.append(style_rule(file.stem, {key: value.data for key, value in values.items()}))
        except _Unfit as unfit:
            problems.append(source.problem(1, 1, "style", *unfit.args))
    return tuple(rules), problems


def style_rule(name: str, given: dict[str, Any]) -> StyleRule:
    """The rule that a file declares. Raises _Unfit."""
    if wrong := next(_wrong(given), None):
        raise _Unfit(*wrong)
    swap: dict[str, str] = given.get("swap", {})
    tokens = [given["token"]] if "token" in given else [f"({key})" for key in swap] or given["tokens"]
    joined = "|".join(tokens)
    if not given.get("nonword", False) and "token" not in given:
        joined = rf"\b(?:{joined})\b"
    pattern = _compiled(joined, re.IGNORECASE if given.get("ignorecase", False) else 0, groups=len(swap))
    return StyleRule(
        f"style-{name}",
        given["message"],
        given.get("description", ""),
        cast(Level, given["level"]),
        pattern.pattern,
        pattern.flags,
        tuple(swap.values()),
        tuple(word.lower() for word in given.get("exceptions", [])),
        cast(Scope, given.get("scope", "text")),
        given.get("max"),
        needed_words(pattern),
    )


def _compiled(joined: str, flags: int, *, groups: int) -> re.Pattern[str]:
    try:
        pattern = re.compile(joined, flags)
    except re.error as error:
        raise _Unfit(f"A pattern cannot be read: {error.msg}.", "Correct the pattern.") from None
    if pattern.groups != groups:
        raise _Unfit("A pattern has a group that is kept.", "Write (?: in place of ( in the pattern.")
    return pattern


def _wrong(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = given.get("extends")
    if kind not in _KEYS:
        yield f'"{kind}" is no kind of rule that is read here.', f"Write extends: {', '.join(_KEYS)}."
        return
    known = (*_COMMON, *_KEYS[kind])
    for key in given:
        if key not in known:
            yield f'A rule has no line "{key}".{did_you_mean(key, known)}', f"Use {', '.join(known)}."
    for key in ("message", _KEYS[kind][0]):
        if not given.get(key):
            yield f"The rule has no {key}.", f"Write {key}: and what belongs there."
    swap = given.get("swap", {})
    if any(not isinstance(word, str) for word in (*given.get("tokens", []), *swap, *swap.values())):
        yield "A pattern here is no text.", "Put it in single quotes."
    if kind != "substitution" and not given.get("description"):
        yield "The rule does not say what to do.", "Write description: and the remedy."
    if given.get("level") not in get_args(Level):
        yield "The rule has no level.", f"Write level: and one of {', '.join(get_args(Level))}."
    if given.get("scope", "text") not in get_args(Scope):
        yield "This scope is not read here.", f"Write scope: and one of {', '.join(get_args(Scope))}."
    if kind == "occurrence" and not isinstance(given.get("max"), int):
        yield "The rule has no number as max.", "Write max: and the greatest number that is allowed."
