"""Dose notation in the words of YAML: the lists glossary, hazards, people, taxonomy, and what stands above an article."""

from collections.abc import Iterator

from ..content.glossary import FILE as GLOSSARY
from ..content.hazards import FILE as HAZARDS
from ..content.people import FILE as PEOPLE
from ..content.taxonomy import FILE as TAXONOMY
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from ..reading.yaml_words import yaml_words
from ..site.pages import Pages
from .checked_page import CheckedPage
from .dose_notation import notation_findings


def problems(pages: Pages) -> Iterator[Problem]:
    """Every list that the project has."""
    project = pages.site.project
    for name in (GLOSSARY, HAZARDS, PEOPLE, TAXONOMY):
        file = project.content / name
        if file.is_file():
            source = read_source(file, project.shown(file))
            yield from _problems(source, 1, len(source.lines) + 1)


def front_matter_problems(page: CheckedPage) -> Iterator[Problem]:
    """The words above an article's text: title, excerpt, changes, the reason of a withdrawal."""
    yield from _problems(page.source, 2, page.source.body_line - 1)


def _problems(source: SourceFile, first: int, end: int) -> Iterator[Problem]:
    for number, words in yaml_words(source, first, end):
        for finding in notation_findings(words):
            yield source.found(number, finding.start + 1, finding)
