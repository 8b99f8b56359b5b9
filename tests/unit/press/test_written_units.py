"""Numbers, units and hidden characters: each written line is shown as it is, or named, and mended where it has one right form."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.checks.dose_notation import NOTATIONS, notation_findings
from press.checks.notation import findings
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


WORDS = (
    "0 1 35 1000 . , · - – / ( ) @ & < > + l O I o u µ μ U .5 0.5 1.0 1,5",
    "mg mcg mL ml Mg MG mgs gm kg Kg g h hr min units IU iu I.U. cc ug µg lg mg/kg mL/h",
    "QD q.d. QOD BID b.i.d. TIW qhs HS h.s. SC SQ S.C. D/C d/c MS MSO4 MgSO4 injection from to and",
)
TOKENS = [" ", "  ", "\u00a0", "sub q", *" ".join(WORDS).split()]


@given(st.lists(st.sampled_from(TOKENS), max_size=12).map("".join))
@settings(max_examples=500)
def test_the_quick_look_passes_over_nothing(words: str) -> None:
    assert notation_findings(words) == findings(words, NOTATIONS)


@given(st.lists(st.sampled_from(TOKENS), max_size=12).map("".join))
def test_every_place_is_that_of_its_words(words: str) -> None:
    for finding in notation_findings(words):
        assert words[finding.start : finding.end] == finding.words != ""
        assert finding.replacement != finding.words


NUMBERS = st.decimals(min_value=0, max_value=2000, places=2).map(lambda number: f"{number.normalize():f}")


@given(NUMBERS, st.sampled_from(["mg", "mcg", "mL", "mL/h", "mg/kg", "min", "units", "kg"]))
def test_a_number_in_its_right_form_is_never_named(number: str, unit: str) -> None:
    whole, point, part = number.partition(".")
    words = f"Give {int(whole):,}{point}{part} {unit} now."
    assert notation_findings(words) == []


@given(NUMBERS, st.sampled_from(["mg", "mcg", "mL", "units"]))
def test_no_mending_changes_the_value_of_a_number(number: str, unit: str) -> None:
    for written in (
        number,
        f"{number}0" if "." in number else number,
        number.removeprefix("0"),
        f"{number}{unit}",
        number.replace("0", "O", 1),
    ):
        for finding in notation_findings(f"Give {written} {unit}."):
            digits = (finding.replacement or "").removesuffix(unit).replace(",", "")
            if digits.strip():
                assert Decimal(digits) == Decimal(number)
