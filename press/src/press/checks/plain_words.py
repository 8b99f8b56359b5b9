"""Words that a clinical handbook does not use, by the rules in content/style: advice to editors, which stops nothing."""

from collections.abc import Iterator

from ..content.glossary import FILE as GLOSSARY
from ..content.hazards import FILE as HAZARDS
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from ..reading.style_rule import StyleRule, findings, rules_for
from ..reading.yaml_words import yaml_words
from ..site.pages import Pages
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Everything on a page, and what stands above the text of an article."""
    rules = page.site.project.style
    if not rules:
        return
    if page.source.front_matter is not None:
        yield from _in_yaml(page.source, 2, page.source.body_line - 1, page.site.project.style)
    fitting = rules_for([paragraph.words for paragraph in page.paragraphs], rules)
    for paragraph, fit in zip(page.paragraphs, fitting, strict=True):
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
    fitting = rules_for([words for _, words in lines], rules)
    for (number, words), fit in zip(lines, fitting, strict=True):
        for one in findings(words, fit):
            yield source.found(number, one.start + 1, one)
