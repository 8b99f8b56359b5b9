"""A remedy never names another paper: an identifier is mended only when it is surely the one that was typed."""

import json
import re
from pathlib import Path

import pytest

from press.checks import references
from press.cli import main
from press.content.reference_lines import LINES
from press.reading.strict_yaml import YamlValue
from support.broken_articles import GOOD
from support.small_project import small_project

IDENTIFIER = re.compile(r"10\.\d{4,9}/|\d{7,8}")


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root / "content" / "articles" / "case.md"


def told(article: Path, reference: str, capsys: pytest.CaptureFixture[str]) -> tuple[str | None, str]:
    article.write_text(f"{GOOD}Words [1].\n\n## References\n\n1. {reference}\n", "utf-8")
    main(["check", "--json", "case"])
    problem, *_ = json.loads(capsys.readouterr().out)
    assert problem["rule"] == "reference-identifier"
    return problem["replacement"], problem["fix"]


@pytest.mark.parametrize(
    ("reference", "right"),
    [
        ("A. https://doi.org/10.1176/appi.ajp.2013.13030392", "doi:10.1176/appi.ajp.2013.13030392"),
        ("A. DOI 10.1176/appi.1, 2013.", "doi:10.1176/appi.1"),
        ("A. pmid 23982301", "PMID 23982301"),
        ("A. PMID no. 23982301.", "PMID 23982301"),
        ("A. PMID#23982301", "PMID 23982301"),
    ],
)
def test_what_is_surely_the_same_is_the_remedy(
    reference: str, right: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(article, reference, capsys) == (right, f"Write {right}")


@pytest.mark.parametrize(
    "reference",
    [
        "A. https://doi.org/10.1016/S0140-6736(05)66371-X",
        "A. https://doi.org/10.1002/(SICI)1097-0258",
        "A. https://doi.org/10.1176/appi.ajp.2013.13030392?utm=x",
        "A. https://doi.org/10.1176/appi.ajp.2013.13030392PMID:23982301",
        "A. https://doi.org/10.1192/bjp.2023.79/full",
        "A. doi: 1176/appi",
    ],
)
def test_what_may_be_cut_off_or_run_into_is_left_to_the_editor(
    reference: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replacement, fix = told(article, reference, capsys)
    assert replacement is None
    assert not IDENTIFIER.search(fix)


@pytest.mark.parametrize("reference", ["A. PMID 123456789012", "A. PMID 2398-2301", "A. PMID PMC3992936"])
def test_a_number_that_is_none_of_pubmed_is_not_cut_to_one(
    reference: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replacement, fix = told(article, reference, capsys)
    assert replacement is None
    assert not IDENTIFIER.search(fix)


def test_no_remedy_of_a_list_of_references_or_of_its_file_holds_the_number_of_a_paper() -> None:
    remedies = [getattr(references, name) for name in ("_DOI_REMEDY", "_PMID_REMEDY")]
    wrong = YamlValue("?", 1, 1, 1, 1)
    remedies += [fault[1] for name in ("doi", "pmid", "pmcid", "url") if (fault := LINES[name].fault(wrong))]
    assert len(remedies) == 6
    assert [remedy for remedy in remedies if IDENTIFIER.search(remedy)] == []
