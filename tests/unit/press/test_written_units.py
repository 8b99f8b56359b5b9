"""Numbers, units and hidden characters: each written line is shown as it is, or named, and mended where it has one right form."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.mended_text import mended_text
from press.reading.source_file import source_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

FILE = Path(__file__).parents[2] / "support" / "written_units.yml"
ABOVE = GOOD.count("\n")
"""Lines above the first of a piece."""
PIECES: list[Any] = [
    pytest.param({"text": entry} if isinstance(entry, str) else entry, id=f"{kind} {place}")
    for kind, entries in yaml.safe_load(FILE.read_text("utf-8")).items()
    for place, entry in enumerate(entries, start=1)
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return whole_site(Project(small_project(tmp_path_factory.mktemp("project"))))


def test_there_are_as_many_as_ordinary_writing_needs() -> None:
    assert len(PIECES) >= 200


@pytest.mark.parametrize("piece", PIECES)
def test_a_written_line_has_its_right_outcome(piece: dict[str, Any], site: Site) -> None:
    assert piece.keys() <= {"text", "shows", "says", "mended"}
    says = piece.get("says", [])
    problems = _problems(piece["text"], site)
    assert [f"{problem.line - ABOVE} {problem.rule}" for problem in problems] == (
        [says] if isinstance(says, str) else says
    )
    for problem in problems:
        assert problem.fix
        if problem.end_column is not None:
            # The mark stands under the words that the message quotes, or under a character that cannot be seen.
            words = problem.excerpt[problem.column - 1 : problem.end_column - 1]
            assert words
            assert words in problem.message or problem.rule in UNQUOTED
    assert "{" not in "".join(problem.message + problem.fix for problem in problems)


UNQUOTED = {"character", "micro-sign"}
"""Rules whose message cannot quote what it is about."""


@pytest.mark.parametrize("piece", [piece for piece in PIECES if "says" in piece.values[0]])
def test_what_has_one_right_form_is_mended_and_then_passes(piece: dict[str, Any], site: Site) -> None:
    problems = _problems(piece["text"], site)
    if "mended" not in piece:
        assert None in [problem.replacement for problem in problems]
        return
    mended, count = mended_text(f"{GOOD}{piece['text']}\n", problems)
    assert mended.removeprefix(GOOD) == f"{piece['mended']}\n"
    assert count == len(problems)
    assert _problems(piece["mended"], site) == []


def _problems(text: str, site: Site) -> list[Any]:
    source = source_of(f"{GOOD}{text}\n".encode(), "content/articles/case.md")
    return article_problems(article_of(source, Path("case.md"), site.project.lists), site)
