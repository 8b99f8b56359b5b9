"""What PyYAML's parser complains of, in an editor's words and at the place where the mistake was made."""

import re

import yaml

from .problems import Problem
from .source_file import SourceFile

_TAB = ("there is a tab here", "Use spaces; YAML does not allow tabs.")
_SPACE = ("there is no space behind the colon", "Write each line as name: value, with a space behind the colon.")
_QUOTE = ("a quotation mark is opened and never closed", "Close the quotation mark at the end of the value.")
_MESSAGES = (
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


def syntax_problem(error: yaml.YAMLError, first_line: int, source: SourceFile) -> Problem:
    """The problem that stopped the parser, at the place where an editor has to correct it."""
    if isinstance(error, yaml.reader.ReaderError):
        return _forbidden_character(error, source)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or "it cannot be read"
    if said == "found unexpected end of stream":
        # The end is where it was noticed; the editor needs the place where the quote opens.
        mark = getattr(error, "context_mark", None) or mark
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    words, fix = next((words, fix) for begins, words, fix in _MESSAGES if said.startswith(begins))
    # The parser goes on to the next line, or to the colon in it, before it fails.
    missing = next((n for n in (line, line - 1) if n >= first_line and _NO_SPACE.match(source.line(n))), None)
    if "\t" in source.line(line):
        column, (words, fix) = source.line(line).index("\t") + 1, _TAB
    elif missing is not None and (found := _NO_SPACE.match(source.line(missing))):
        line, column, (words, fix) = missing, found.end() + 1, _SPACE
    else:
        # The parser fails where the next quotation mark stands; the one left open is above.
        for number in range(first_line, line + 1):
            if _OPEN_QUOTE.fullmatch(source.line(number)):
                line, column, (words, fix) = number, source.line(number).index(":") + 3, _QUOTE
                break
    return source.problem(line, column, "yaml", f"This cannot be read: {words}.", fix)


def _forbidden_character(error: yaml.reader.ReaderError, source: SourceFile) -> Problem:
    at = source.text.find(chr(error.character)) if isinstance(error.character, int) else 0
    before = source.text[: max(0, at)]
    return source.problem(
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "yaml",
        "There is a character here that must not be in a file.",
        "Delete it and type the words again.",
    )
