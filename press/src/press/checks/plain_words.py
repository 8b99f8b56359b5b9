"""Words that a clinical handbook does not use, by the rules in content/style: advice to editors, which stops nothing."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..content.glossary import FILE as GLOSSARY
from ..content.hazards import FILE as HAZARDS
from ..markdown.parsed_page import RunningText
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from ..reading.style_rule import StyleRule, findings, rules_for
from ..reading.yaml_words import yaml_words
from ..site.pages import Pages
from .checked_page import CheckedPage

_QUOTED = re.compile(r"<!-- vale off -->.*?(?:<!-- vale on -->|\Z)", re.DOTALL)
"""Another's words, between the comments that Vale reads, too."""
_CODE = "Code"
"""What stands for a piece of code in a sentence: one word that no rule knows."""


@dataclass(frozen=True)
class Paragraph:
    """The words of one paragraph, heading or cell without marks, with the place of each in the file."""

    words: str
    in_heading: bool
    offsets: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def place(self, start: int) -> tuple[int, int]:
        """Line and column of the file where these words stand."""
        piece = bisect_right(self.offsets, start) - 1
        line, column = self.places[piece]
        return line, column + start - self.offsets[piece]


def paragraphs(page: CheckedPage) -> Iterator[Paragraph]:
    """Running text, headings and tables; not code, not addresses, not another's words, not the list of references."""
    quoted = set(_quoted_lines(page.source))
    for _, pieces in groupby(page.parsed.texts, key=lambda text: text.paragraph):
        texts = list(pieces)
        if not texts[0].in_references and texts[0].line not in quoted:
            yield _joined(texts, page.source)


def _quoted_lines(source: SourceFile) -> Iterator[int]:
    for quoted in _QUOTED.finditer(source.body):
        first, last = (source.body_line + source.body.count("\n", 0, end) for end in quoted.span())
        yield from range(first, last + 1)


def _joined(texts: list[RunningText], source: SourceFile) -> Paragraph:
    words, offsets = "", []
    before: RunningText | None = None
    for text in texts:
        if before is not None:
            words += _between(before, text, source)
        offsets.append(len(words))
        words += text.words
        before = text
    places = tuple((text.line, text.column) for text in texts)
    return Paragraph(words, texts[0].in_heading, tuple(offsets), places)


def _between(before: RunningText, text: RunningText, source: SourceFile) -> str:
    """What a reader sees between two pieces: nothing where only marks stand there."""
    if text.line != before.line:
        return " "
    marks = source.line(text.line)[before.column - 1 + len(before.words) : text.column - 1]
    return _CODE if "`" in marks else " " if "<br" in marks else ""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Everything on a page, and what stands above the text of an article."""
    rules = page.site.project.style
    if not rules:
        return
    if page.source.front_matter is not None:
        yield from _in_yaml(page.source, 2, page.source.body_line - 1, page.site.project.style)
    read = list(paragraphs(page))
    fit = rules_for((paragraph.words for paragraph in read), rules)
    for paragraph in read:
        for one in findings(paragraph.words, fit, in_heading=paragraph.in_heading):
            yield page.source.found(*paragraph.place(one.start), one)


def list_problems(pages: Pages) -> Iterator[Problem]:
    """The rules themselves, and the words of the glossary and of the hazard log."""
    project = pages.site.project
    yield from project.style_problems
    for name in (GLOSSARY, HAZARDS):
        file = project.content / name
        if file.is_file():
            source = read_source(file, project.shown(file))
            yield from _in_yaml(source, 1, len(source.lines) + 1, project.style)


def _in_yaml(source: SourceFile, first: int, end: int, rules: tuple[StyleRule, ...]) -> Iterator[Problem]:
    lines = list(yaml_words(source, first, end))
    fit = rules_for((words for _, words in lines), rules)
    for number, words in lines:
        for one in findings(words, fit):
            yield source.found(number, one.start + 1, one)
