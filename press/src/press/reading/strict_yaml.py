"""YAML read strictly, with the place of every key and value.

Stricter than YAML on purpose. No aliases, no tags, no duplicate keys, and only the scalars of
YAML 1.2: `010` is not eight, `12:30` is not 750, `no` is not false and a date stays the text
that was typed. A dose depends on some of these values.

PyYAML's nodes give the place of every key and value for messages. What a command changes is written line by line
(`front_matter_edits.py`): a library that writes YAML back, such as ruamel.yaml, would lay out lines that nobody changed,
and cannot open a file that is not right yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

from .problems import Problem
from .source_file import SourceFile
from .yaml_escapes import escape_problems
from .yaml_syntax import syntax_problem

_DEEPEST = 12
# YAML ends lines at these, which no editor counts and the check refuses: here they are blanks, so that places hold.
_NO_LINE_END = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
_BEYOND = re.compile(r"\\U(?!000|0010)[0-9a-fA-F]{8}")


class _Loader(yaml.SafeLoader):
    """SafeLoader with the scalars of YAML 1.2 and nothing else; slow, with exact messages."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # PyYAML keeps them on the class


class _QuickLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # absent without libyaml
    """The same in C, for text without faults."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = _Loader.yaml_implicit_resolvers


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})$"), list("-0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$"), list("-0123456789")
)


@dataclass(frozen=True)
class YamlValue:
    """One value and where it stands. `data` is text, number, true/false, None, list or dict."""

    data: Any
    line: int
    column: int
    key_line: int
    key_column: int
    items: tuple["YamlValue", ...] = ()
    """The members of a list."""
    entries: tuple[tuple[str, "YamlValue"], ...] = ()
    """The members of a mapping."""


def read_mapping(text: str, first_line: int, source: SourceFile) -> tuple[dict[str, YamlValue], list[Problem]]:
    """`name: value` lines as values with places. `first_line` is where `text` begins in the file."""
    text = text.translate(_NO_LINE_END)
    # The reader in C is quick but its messages are vague, so it reads only what it finds no fault in.
    loader = _QuickLoader if _is_faultless(text) else _Loader
    problems = list(_forbidden(text, first_line, source)) if loader is _Loader else []
    if problems:
        return {}, problems
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return {}, [syntax_problem(error, first_line, source)]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [
            source.problem(
                first_line, 1, "yaml", "This is not a list of names and values.", "Write each line as name: value."
            )
        ]
    try:
        value = _value(node, node, first_line, source, problems)
    except ValueError:
        return {}, [source.problem(first_line, 1, "yaml", "A value here cannot be read.", "Put it in quotes.")]
    problems += _escaped(text, node, first_line, source)
    return dict(value.entries), problems


def _escaped(text: str, node: yaml.Node, first_line: int, source: SourceFile) -> Iterator[Problem]:
    """Characters that hide or turn words, written as codes in any name or value."""
    if "\\" not in text:
        return
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, yaml.ScalarNode):
            if one.style == '"':
                quoted = text[one.start_mark.index : one.end_mark.index]
                line, column = first_line + one.start_mark.line, one.start_mark.column + 1
                yield from escape_problems(quoted, line, column, source)
        elif isinstance(one, yaml.MappingNode):
            waiting += [part for pair in one.value for part in pair]
        else:
            waiting += one.value


def _is_faultless(text: str) -> bool:
    """Whether the quick loader finds nothing wrong."""
    source = SourceFile("", text)
    try:
        return not _forbidden(text, 1, source, _QuickLoader)
    except (yaml.YAMLError, UnicodeError):
        return False


def _forbidden(text: str, first_line: int, source: SourceFile, loader: Any = _Loader) -> list[Problem]:
    """Aliases, tags and too deep nesting, found before anything is built from them."""
    found: list[Problem] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            mark = event.start_mark
            line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                found.append(
                    source.problem(
                        line,
                        column,
                        "yaml-alias",
                        "Anchors (&) and aliases (*) are not allowed.",
                        "Write the value out, or put it in quotes if it begins with & or *.",
                    )
                )
            elif isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                found.append(
                    source.problem(line, column, "yaml", "A second document begins here.", "Remove this --- line.")
                )
            elif getattr(event, "tag", None) and getattr(event, "implicit", None) in (False, (False, False)):
                found.append(
                    source.problem(
                        line,
                        column,
                        "yaml-tag",
                        "Tags (!) are not allowed.",
                        "Put the value in quotes if it begins with !.",
                    )
                )
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    return [source.problem(line, column, "yaml", "This is nested too deeply.", "Write it flat.")]
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        if loader is not _Loader:
            raise
        found.append(syntax_problem(error, first_line, source))
    except ValueError:
        found.append(_no_character(text, first_line, source))
    return found


def _no_character(text: str, first_line: int, source: SourceFile) -> Problem:
    """A code beyond all characters, at which PyYAML stops with an error that is none of its own."""
    code = _BEYOND.search(text)
    before = text[: code.start()] if code else ""
    return source.problem(
        first_line + before.count("\n"),
        len(before) - before.rfind("\n"),
        "yaml",
        "A code here stands for no character.",
        "Delete the \\U code and type the character.",
    )


def _value(key: yaml.Node, node: yaml.Node, first_line: int, source: SourceFile, problems: list[Problem]) -> YamlValue:
    items: list[YamlValue] = []
    entries: dict[str, YamlValue] = {}
    data: Any
    if isinstance(node, yaml.SequenceNode):
        items = [_value(child, child, first_line, source, problems) for child in node.value]
        data = [item.data for item in items]
    elif isinstance(node, yaml.MappingNode):
        for name_node, child in node.value:
            line, column = first_line + name_node.start_mark.line, name_node.start_mark.column + 1
            if not isinstance(name_node, yaml.ScalarNode):
                problems.append(
                    source.problem(line, column, "yaml", "A name must be one word.", "Write each line as name: value.")
                )
                continue
            name = str(name_node.value)
            if name in entries:
                problems.append(
                    source.problem(
                        line,
                        column,
                        "yaml-duplicate",
                        f'"{name}" is given twice, first in line {entries[name].key_line}.',
                        "Keep one of the two.",
                    )
                )
                continue
            entries[name] = _value(name_node, child, first_line, source, problems)
        data = {name: value.data for name, value in entries.items()}
    else:
        data = yaml.constructor.SafeConstructor().construct_object(node)
        if isinstance(data, str) and any("\ud800" <= c <= "\udfff" for c in data):
            problems.append(
                source.problem(
                    first_line + node.start_mark.line,
                    node.start_mark.column + 1,
                    "yaml",
                    "Half a character is written here.",
                    "Delete the \\u code and type the character.",
                )
            )
            data = data.encode("utf-8", "replace").decode()
    return YamlValue(
        data,
        first_line + node.start_mark.line,
        node.start_mark.column + 1,
        first_line + key.start_mark.line,
        key.start_mark.column + 1,
        tuple(items),
        tuple(entries.items()),
    )
