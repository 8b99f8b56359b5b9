"""A drawing (SVG) read as XML, held against what a drawing may hold, and written anew with nothing else.

A list of what is dangerous is never complete, so this is a list of what is allowed: drawing_parts.py. The reader is that
of Python's standard library; whatever names a document type, which can declare entities, is refused before it is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from .drawing_element import MOST_DRAWN, Element, drawn, written
from .drawing_parts import (
    ATTRIBUTES,
    DROPPED_ATTRIBUTES,
    DROPPED_NAMESPACES,
    ELEMENTS,
    NEVER,
    PLAIN,
    SVG,
    WORDS,
    XHTML,
    XLINK,
    XML,
)
from .drawing_style import read_declarations, read_style_sheet, value_fault
from .problems import Problem
from .source_file import SourceFile

LARGEST = 2_000_000
"""Characters of a drawing."""
DEEPEST = 64
"""Elements inside each other."""
MOST_PROBLEMS = 25
"""What is said of one drawing; whoever exports it again has put all of it right."""
_RULE = "picture-file"
_LOCAL = re.compile(r"#[\w.:-]+")
_WEB_PAGE = re.compile(r"(?i)\s*<(?:!doctype\s+)?html\b")
_HANDLER = re.compile(r"(?i)on\w+")


@dataclass(frozen=True)
class Drawing:
    """What is allowed of a drawing, and what was wrong with it. Without `root` there is nothing to show."""

    root: Element | None
    problems: tuple[Problem, ...]

    @property
    def title(self) -> str:
        """What the drawing says that it shows."""
        titles = (child for child in self._children() if child.name == "title")
        return " ".join(next(titles, Element("title")).words.split())

    @property
    def texts(self) -> Iterator[Element]:
        """Every element that holds words for readers."""
        waiting = [self.root] if self.root else []
        while waiting:
            element = waiting.pop()
            if element.name in ("title", "desc", "text"):
                yield element
            else:
                waiting += [child for child in element.children if isinstance(child, Element)]

    def written(self) -> str:
        """The drawing as it is published: the same bytes for the same drawing, without comments and notes of programs."""
        return written(self.root or Element("svg"), top=True) + "\n"

    def _children(self) -> list[Element]:
        return [child for child in (self.root.children if self.root else []) if isinstance(child, Element)]


def read_drawing(source: SourceFile) -> Drawing:
    """The drawing that a file holds. Never raises: what cannot be read is a problem."""
    if source.problems:
        return Drawing(None, source.problems)
    if len(source.text) > LARGEST:
        message = f"The drawing has {len(source.text):,} characters; at most {LARGEST:,} are read."
        fix = "Simplify its paths and export it again, or save it as PNG."
        return Drawing(None, (source.problem(1, 1, _RULE, message, fix),))
    if _WEB_PAGE.match(source.text):
        return Drawing(None, (source.problem(1, 1, _RULE, "The file is a web page and no drawing.", PLAIN),))
    reader = _Reader(source)
    root = reader.root_of(source.text)
    return Drawing(root, tuple(sorted(reader.problems)))


_REFUSED, _NOTES = Element(""), Element("")
"""In place of an element that is refused, and of one in which a drawing program keeps notes. Neither is published."""


class _Stop(Exception):
    """There is no use in reading on; the problem has been reported."""


class _Reader:
    """Hears of every part of the file from the parser, keeps what is allowed and gathers what is wrong."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self.problems: list[Problem] = []
        self._root: Element | None = None
        self._open: list[Element] = []
        """The elements that are not closed yet."""
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction

    def root_of(self, text: str) -> Element | None:
        """The element of the whole drawing; None when it cannot be shown."""
        try:
            self._parser.Parse(text.encode(), True)
        except _Stop:
            return None
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            self._report(
                error.lineno, error.offset + 1, f"The file cannot be read as a drawing: {said}.", _of_error(said)
            )
            return None
        return self._root if self._root and self._can_be_drawn(self._root) else None

    def _report(self, line: int, column: int, message: str, fix: str) -> None:
        known = {(problem.line, problem.message) for problem in self.problems}
        if (line, message) not in known:
            self.problems.append(self._source.problem(line, column, _RULE, message, fix))

    def _wrong(self, message: str, fix: str, attribute: str = "") -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        if attribute:
            line, column = self._place_of(attribute, line, column)
        self._say(line, column, message, fix)

    def _say(self, line: int, column: int, message: str, fix: str) -> None:
        self._report(line, column, message, fix)
        if len(self.problems) == MOST_PROBLEMS:
            raise _Stop

    def _place_of(self, attribute: str, line: int, column: int) -> tuple[int, int]:
        """Where an attribute stands in the tag that begins here."""
        begun = re.compile(rf"(?<![\w.-]){re.escape(attribute)}\s*=")
        for number in range(line, min(line + 200, len(self._source.lines) + 1)):
            found = begun.search(self._source.line(number), column - 1 if number == line else 0)
            if found:
                return number, found.start() + 1
        return line, column

    def _doctype(self, name: str, *_: object) -> None:
        before = self._source.text[: self._source.text.find("<!DOCTYPE")]
        self._report(
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            f"The file names a document type (<!DOCTYPE {name}>), which can pull in other files.",
            "Delete it, from <!DOCTYPE to its >, or export the drawing again as plain SVG.",
        )
        raise _Stop

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._wrong("The drawing takes its style from another file (<?xml-stylesheet?>).", PLAIN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if len(self._open) == DEEPEST:
            self._wrong(f"More than {DEEPEST} elements stand inside each other.", "Ungroup parts of the drawing.")
            raise _Stop
        if not self._open:
            self._begin(namespace, local)
        above = self._open[-1] if self._open else None
        if above is _REFUSED or not self._is_allowed(namespace, local):
            self._open.append(_REFUSED)
        elif above is _NOTES or local == "metadata" or namespace != SVG:
            self._open.append(_NOTES)
        else:
            place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            element = Element(local, self._kept(local, attributes), [], *place)
            if above is not None:
                above.children.append(element)
            self._root = self._root or element
            self._open.append(element)

    def _begin(self, namespace: str, local: str) -> None:
        """The first element says whether the file is a drawing at all."""
        if (namespace, local) == (SVG, "svg"):
            return
        if local == "svg":
            self._wrong("The drawing does not say that it is SVG.", f'Write <svg xmlns="{SVG}" … in its first tag.')
        else:
            self._wrong(f"The file begins with <{local}>, not with <svg>.", PLAIN)
        raise _Stop

    def _is_allowed(self, namespace: str, local: str) -> bool:
        # Notes of a drawing program hold anything, and are left out; but no program may hide in them.
        in_notes = bool(self._open) and self._open[-1] is _NOTES
        if namespace != SVG:
            if namespace.startswith(DROPPED_NAMESPACES) or (in_notes and namespace != XHTML):
                return True
            self._wrong(f"The drawing holds <{local}>, which is not SVG.", PLAIN)
        elif local in NEVER:
            what, fix = NEVER[local]
            self._wrong(f"The drawing holds {what} (<{local}>).", fix)
        elif in_notes or local in ELEMENTS or local == "metadata":
            return True
        else:
            self._wrong(f"The drawing holds <{local}>; none may.", PLAIN)
        return False

    def _kept(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for full, value in attributes.items():
            namespace, _, name = full.rpartition(" ")
            if namespace in ("", XLINK) and name == "href":
                if not _LOCAL.fullmatch(value.strip()):
                    self._wrong(
                        "The drawing points outside itself (href).",
                        "Put what it points to into the drawing; href may only name a part of it, as #arrow.",
                        name,
                    )
                elif not namespace or "href" not in attributes:
                    kept["href"] = value.strip()
            elif namespace == XML and name in ("lang", "space"):
                kept[f"xml:{name}"] = value
            elif namespace == XLINK or (namespace and namespace.startswith(DROPPED_NAMESPACES)):
                continue
            elif namespace:
                self._wrong(f'<{element}> has "{name}", which is not SVG.', PLAIN, name)
            else:
                kept |= self._kept_plain(element, name, value)
        return kept

    def _kept_plain(self, element: str, name: str, value: str) -> dict[str, str]:
        if name == "style":
            value, faults = read_declarations(value)
            for fault in faults:
                self._wrong(f"The style of <{element}> holds {fault}.", PLAIN, name)
            return {name: value} if value else {}
        if name in ATTRIBUTES:
            fault = "" if name in WORDS else value_fault(value)
            if fault:
                self._wrong(f"{name} of <{element}> holds {fault}.", PLAIN, name)
            return {} if fault else {name: value}
        if _HANDLER.fullmatch(name):
            self._wrong(f"The drawing holds a script that runs on an event ({name}).", PLAIN, name)
        elif name not in DROPPED_ATTRIBUTES and not name.startswith("data-"):
            self._wrong(f'<{element}> has "{name}"; no drawing may.', PLAIN, name)
        return {}

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if element.name == "style":
            sheet, faults = read_style_sheet(element.words)
            element.children = [sheet]
            for fault in faults:
                self._say(element.line, element.column, f"The <style> of the drawing holds {fault}.", PLAIN)

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].name:
            self._open[-1].children.append(text)

    def _can_be_drawn(self, root: Element) -> bool:
        """Whether a browser can draw it in the time that a reader waits."""
        if drawn(root) <= MOST_DRAWN:
            return True
        message = (
            f"With all that it shows again, the drawing has more than {MOST_DRAWN:,} parts, or a part shows itself."
        )
        self._report(1, 1, message, "Draw each part once, or save the drawing as PNG.")
        return False


def _of_error(said: str) -> str:
    if said == "undefined entity":
        return "Type the character itself in place of its name between & and ;."
    return PLAIN
