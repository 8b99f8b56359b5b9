"""A page of docs/: its Markdown, and what its front matter asks press to put below it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ketamine_calculators import find
from ketamine_calculators.definition import Calculator
from ketamine_calculators.errors import UnknownCalculator

from ..content.project import Project
from ..markdown.links import SiteMap
from ..markdown.parsed_page import ParsedPage
from ..markdown.parser import parse
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from ..reading.strict_yaml import read_mapping
from .glossary_page import PARTS, Part

Sheet = Literal["session-sheet", "tracking-sheet", "patient-sheet", "consent-checklist"]
SHEETS: tuple[Sheet, ...] = get_args(Sheet)
Table = Literal["our-own-values", "hazards", "launch", "recalls", "recommendations"] | Sheet
TABLES: tuple[Table, ...] = ("our-own-values", "hazards", "launch", "recalls", "recommendations", *SHEETS)
_TITLE = re.compile(r"\A# .*")


@dataclass(frozen=True)
class DocsPage:
    """One page, read and judged once."""

    parsed: ParsedPage
    fields: Mapping[str, Any]
    """Its front matter, as far as it can be read."""
    calculator: Calculator[Any, Any] | None
    """The calculator or worksheet whose own page it is."""
    glossary: Part | None
    """The part of the glossary that it shows."""
    table: Table | None
    """What it shows in tables."""
    shows: ParsedPage | None
    """The file of the project that it shows."""
    redirect_from: tuple[str, ...]
    """Earlier addresses that lead here."""
    problems: tuple[Problem, ...]
    """What is wrong with the file, with its front matter and with what that asks for."""


def read_docs_page(source: SourceFile, page: str, project: Project, addresses: SiteMap) -> DocsPage:
    """The page that `source` holds at `page`, its source path in the site."""
    values, problems = read_mapping(source.front_matter, 2, source) if source.front_matter is not None else ({}, [])
    fields = {name: value.data for name, value in values.items()}
    problems = [*source.problems, *problems]

    calculator = None
    own = fields.get("calculator") or fields.get("worksheet")
    if own:
        try:
            calculator = find(str(own))
        except UnknownCalculator as unknown:
            problems.append(
                source.problem(1, 1, "calculator", str(unknown), "`press calculators` lists every calculator.")
            )

    glossary = next((part for part in PARTS if part == fields.get("glossary")), None)
    if glossary is None and fields.get("glossary") is not None:
        message = f'There is no part "{fields["glossary"]}" of the glossary.'
        problems.append(source.problem(1, 1, "glossary", message, "Write glossary: terms, or abbreviations."))

    table = next((table for table in TABLES if table == fields.get("table")), None)
    if table is None and fields.get("table") is not None:
        message = f'There is no table "{fields["table"]}".'
        problems.append(source.problem(1, 1, "table", message, f"Write table: {', or '.join(TABLES)}."))

    shows = None
    if "shows" in fields:
        untitled = _untitled(str(fields["shows"]), project)
        if untitled is None:
            message = f"There is no file {fields['shows']} in the project."
            problems.append(source.problem(1, 1, "shows", message, "Correct the line shows:."))
        else:
            shows = parse(untitled, addresses=addresses, page=page)
            problems += [*untitled.problems, *shows.problems]

    parsed = parse(source, addresses=addresses, page=page)
    earlier = tuple(f"/{str(old).strip('/')}/" for old in fields.get("redirectFrom", ()))
    return DocsPage(parsed, fields, calculator, glossary, table, shows, earlier, tuple(problems))


def _untitled(name: str, project: Project) -> SourceFile | None:
    """A file of the project without its title; None when there is no such file."""
    file = project.root / name
    if not file.is_file() or not file.resolve().is_relative_to(project.root.resolve()):
        return None
    whole = read_source(file, project.shown(file))
    # The page has a title of its own; the line stays, so that lines keep their numbers.
    return SourceFile(whole.path, _TITLE.sub("", whole.text, count=1), whole.problems)
