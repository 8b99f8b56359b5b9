"""A page for patients can be read at 12 years, measured by two formulas; names of drugs count as short words."""

from pathlib import Path

import pytest

from press.checks.reading_age import grades
from press.cli import main
from support.broken_articles import GOOD
from support.handouts import NEEDED
from support.small_project import small_project

PLAIN = "You may feel strange for about an hour. A nurse stays with you all the time. Tell her if you feel sick. "
HARD = (
    "Hemodynamic instability necessitates immediate discontinuation of the administration and continuous oximetric "
    "observation by experienced personnel until cardiovascular parameters normalize. "
)
TAXONOMY = "audiences:\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    taxonomy = root / "content" / "taxonomy.yml"
    text = taxonomy.read_text("utf-8")
    if "\n  patients:" not in text:
        taxonomy.write_text(text.replace(TAXONOMY, f"{TAXONOMY}  patients: Patients\n"), "utf-8")
    monkeypatch.chdir(root)
    return root


def told(desk: Path, text: str, audience: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    article = GOOD.replace('audience: "practitioners"', f'audience: "{audience}"')
    (desk / "content" / "articles" / "case.md").write_text(f"{article}{text}\n", "utf-8")
    return main(["check", "content/articles/case.md"]), capsys.readouterr().out


def test_a_hard_page_for_patients_is_an_error_that_names_its_hardest_sentence(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = told(desk, PLAIN + HARD * 10, "patients", capsys)
    assert status == 1
    assert "reading-age This page is for patients, and reads as for an age of" in said
    assert "by Flesch-Kincaid" in said
    assert "by SMOG; the most is 12." in said
    assert "Fix: Shorten first: “Hemodynamic instability" in said


def test_a_plain_page_for_patients_passes(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(desk, f"{PLAIN * 5}\n\n{NEEDED}", "patients", capsys) == (0, "No errors, no warnings.\n")


def test_a_page_for_clinicians_is_not_measured(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(desk, HARD * 10, "practitioners", capsys)[0] == 0


def test_a_few_words_are_not_measured(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(desk, f"{HARD * 3}\n\n{NEEDED}", "patients", capsys)[0] == 0


# Kincaid 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Here 6 words of one syllable: 2.34 + 11.8 − 15.59.
# McLaughlin 1969: 3 + √(words of three syllables and more × 30 ÷ sentences). Here none, then 1 in 1: 3 + √30 = 8.48.
def test_the_formulas_are_those_published() -> None:
    plain = grades(["The cat sat on the mat."])
    assert plain["Kincaid"] == pytest.approx(-1.45, abs=0.01)
    assert plain["SMOGIndex"] == pytest.approx(3, abs=0.01)
    assert grades(["The elephant sat on the mat."])["SMOGIndex"] == pytest.approx(8.48, abs=0.01)


def test_the_name_of_a_drug_counts_as_a_short_word() -> None:
    assert grades(["You get esketamine or Amitriptyline here."]) == grades(["You get drug or drug here."])


def test_a_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert grades(["Observation is long."]) == grades(["observation is long."])
