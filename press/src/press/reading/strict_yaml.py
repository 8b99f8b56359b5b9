"""YAML read strictly, with the place of every value.

Stricter than YAML on purpose. No aliases, no tags, no duplicate keys, and only the scalars of
YAML 1.2: `010` is not eight, `12:30` is not 750, `no` is not false and a date stays the text
that was typed. A dose depends on some of these values.
"""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

from .problems import Problem
from .source_file import SourceFile

_DEEPEST = 12

_TAB = ("there is a tab here", "Use spaces; YAML does not allow tabs.")
_SPACE = ("there is no space behind the colon", "Write each line as name: value, with a space behind the colon.")
_QUOTE = ("a quotation mark is opened and never closed", "Close the quotation mark at the end of the value.")
_PLAIN_WORDS = (
    (
        "mapping values are not allowed here",
        "there is a second colon in this line",
        'Put the whole value in quotes: title: "Ketamine: what to expect"',
    ),
    ("could not find expected ':'", "this line has no colon", "Write each line as name: value."),
    ("found unexpected end of stream", *_QUOTE),
    ("expected ',' or", "a bracket is opened and never closed", "Close the bracket at the end of the value."),
    ("expected the node content", "a bracket is opened and never closed", "Close the bracket at the end of the value."),
    ("", "this line does not have the form name: value", "Put the value in quotes."),
)
_NO_SPACE = re.compile(r"\s*[\w-]+:(?=[^\s/])")
_OPEN_QUOTE = re.compile(r"""\s*[\w-]+:\s*(?:"[^"]*|'[^']*)""")


class _Loader(yaml.SafeLoader):
    """SafeLoader with the scalars of YAML 1.2 and nothing else; slow, and says well what is wrong."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # PyYAML keeps them on the class


class _QuickLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # absent without libyaml
    """The same in C, for text with nothing wrong in it."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = _Loader.yaml_implicit_resolvers


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})$"), list("-0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$"), list("-0123456789")
)


@dataclass(frozen=True)
class Value:
    """One value and where it stands. `plain` is text, number, true/false, None, list or dict."""

    plain: Any
    line: int
    column: int
    key_line: int
    key_column: int
    items: tuple["Value", ...] = ()
    """The members of a list."""
    entries: tuple[tuple[str, "Value"], ...] = ()
    """The members of a mapping."""


def read_mapping(text: str, first_line: int, source: SourceFile) -> tuple[dict[str, Value], list[Problem]]:
    """`name: value` lines as values with places. `first_line` is where `text` begins in the file."""
    # Nearly all text is right; only for what is not is the slow reader asked, which says where and why.
    loader = _QuickLoader if _is_plain(text) else _Loader
    problems = list(_forbidden(text, first_line, source)) if loader is _Loader else []
    if problems:
        return {}, problems
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return {}, [_broken(error, first_line, source)]
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
    return dict(value.entries), problems


def _is_plain(text: str) -> bool:
    """Whether the quick reader finds nothing to object to."""
    source = SourceFile("", text)
    try:
        return not _forbidden(text, 1, source, _QuickLoader)
    except (yaml.YAMLError, UnicodeError):
        return False


def _forbidden(text: str, first_line: int, source: SourceFile, loader: Any = _Loader) -> list[Problem]:
    """Aliases, tags and depth, found before anything is built from them."""
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
        found.append(_broken(error, first_line, source))
    return found


def _broken(error: yaml.YAMLError, first_line: int, source: SourceFile) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or "it cannot be read"
    if said == "found unexpected end of stream":
        # The end is where it was noticed; the editor needs the place where the quote opens.
        mark = getattr(error, "context_mark", None) or mark
    if isinstance(error, yaml.reader.ReaderError):
        before = (
            source.text[: max(0, source.text.find(chr(error.character)))] if isinstance(error.character, int) else ""
        )
        return source.problem(
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            "yaml",
            "There is a character here that must not be in a file.",
            "Delete it and type the words again.",
        )
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    words, fix = next((words, fix) for begins, words, fix in _PLAIN_WORDS if said.startswith(begins))
    # The parser goes on to the next line, or to the colon in it, before it stumbles.
    missing = next((n for n in (line, line - 1) if n >= first_line and _NO_SPACE.match(source.line(n))), None)
    if "\t" in source.line(line):
        column, (words, fix) = source.line(line).index("\t") + 1, _TAB
    elif missing is not None and (found := _NO_SPACE.match(source.line(missing))):
        line, column, (words, fix) = missing, found.end() + 1, _SPACE
    else:
        # The parser stumbles where the next quotation mark stands; the one left open is above.
        for number in range(first_line, line + 1):
            if _OPEN_QUOTE.fullmatch(source.line(number)):
                line, column, (words, fix) = number, source.line(number).index(":") + 3, _QUOTE
                break
    return source.problem(line, column, "yaml", f"This cannot be read: {words}.", fix)


def _value(key: yaml.Node, node: yaml.Node, first_line: int, source: SourceFile, problems: list[Problem]) -> Value:
    items: list[Value] = []
    entries: dict[str, Value] = {}
    plain: Any
    if isinstance(node, yaml.SequenceNode):
        items = [_value(child, child, first_line, source, problems) for child in node.value]
        plain = [item.plain for item in items]
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
        plain = {name: value.plain for name, value in entries.items()}
    else:
        plain = yaml.SafeLoader("").construct_object(node)
        if isinstance(plain, str) and any("\ud800" <= c <= "\udfff" for c in plain):
            problems.append(
                source.problem(
                    first_line + node.start_mark.line,
                    node.start_mark.column + 1,
                    "yaml",
                    "Half a character is written here.",
                    "Delete the \\u code and type the character.",
                )
            )
            plain = plain.encode("utf-8", "replace").decode()
    return Value(
        plain,
        first_line + node.start_mark.line,
        node.start_mark.column + 1,
        first_line + key.start_mark.line,
        key.start_mark.column + 1,
        tuple(items),
        tuple(entries.items()),
    )
