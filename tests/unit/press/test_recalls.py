"""The recall list: read strictly, and shown where its versions are met."""

from pathlib import Path

import pytest

from ketamine_calculators import find
from press.content.change_entries import change_entries
from press.content.recalls import Recall, read_recalls
from press.forms.form import calculator_html
from press.site.recalls_page import recalled_versions, recalls_html

# Made up: no calculator was ever recalled for this.
MADE_UP = """\
recalls:
  made-up:
    calculator: iv_dose
    versions: ["0.8", "0.9"]
    inputs: Weights in pounds.
    wrong: Pounds were taken for kilograms.
    do: Weigh the patient & calculate again.
    date: 2026-01-31
"""


def read(folder: Path, text: str) -> tuple[tuple[Recall, ...], list[str]]:
    (folder / "recalls.yml").write_text(text, "utf-8")
    recalls, problems = read_recalls(folder, "content/recalls.yml")
    return recalls, [problem.message for problem in problems]


def test_a_recall_says_which_versions_what_was_wrong_and_what_to_do(tmp_path: Path) -> None:
    (recall,), problems = read(tmp_path, MADE_UP)
    assert problems == []
    assert recall.versions == ("0.8", "0.9")
    html = recalls_html([recall])
    assert "IV ketamine dose, version 0.8, 0.9: withdrawn" in html
    assert "Weigh the patient &amp; calculate again." in html


def test_an_empty_list_and_none_are_no_recall(tmp_path: Path) -> None:
    assert read_recalls(tmp_path, "content/recalls.yml") == ((), [])
    assert read(tmp_path, "recalls: {}\n") == ((), [])
    assert "No version of a calculator has been withdrawn." in recalls_html([])


@pytest.mark.parametrize(
    ("was", "written", "message"),
    [
        ("iv_dose", "iv_dosage", "which is not there"),
        ('["0.8", "0.9"]', "[]", "must be a list of versions"),
        ('["0.8", "0.9"]', "0.9", "must be a list of versions"),
        ("2026-01-31", "2026-02-30", "is not a day"),
        ("    do: Weigh the patient & calculate again.\n", "", "has no do"),
        ("    do:", "    todo: x\n    do:", "unknown line"),
        ("made-up", "Made up", "cannot stand in an address"),
        ("recalls:", "recall:", "There is no part"),
    ],
)
def test_a_recall_that_is_not_whole_is_a_problem_and_is_not_published(
    tmp_path: Path, was: str, written: str, message: str
) -> None:
    recalls, problems = read(tmp_path, MADE_UP.replace(was, written))
    assert recalls == ()
    assert any(message in problem for problem in problems), problems


def test_the_form_of_a_withdrawn_version_says_so(tmp_path: Path) -> None:
    (recall,), _ = read(tmp_path, MADE_UP.replace('"0.9"', '"2.0"'))
    card = find("iv_dose")
    html = calculator_html(card, {}, 1, 0, "", recalled=recalled_versions("iv_dose", [recall]))
    assert "This version is withdrawn. Do not use it." in html
    assert "Pounds were taken for kilograms." in html
    assert 'data-recalled="{&#34;0.8&#34;' in html


def test_the_form_of_a_version_that_is_not_withdrawn_is_as_ever(tmp_path: Path) -> None:
    (recall,), _ = read(tmp_path, MADE_UP)
    assert recalled_versions("phq9", [recall]) == {}
    html = calculator_html(find("phq9"), {}, 1, 0, "", recalled={})
    assert "data-recalled" not in html
    assert "withdrawn" not in html


def test_the_change_log_is_read_by_calculator_and_version(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changes\n\n## Next\n\n### Clinical changes\n\nWords.\n\n"
        "- `iv_dose` 2.0. Before: one `note`.\n  Now: two.\n"
        "- `phq9` 1.1 and `gad7`. Words.\n"
        "  - A point.\n"
        "- Every calculator: no zeros.\n"
        "- Something else `x`.\n\n### Other changes\n\n- `iv_dose` 2.0 is quicker.\n",
        "utf-8",
    )
    found = [(entry.calculators, entry.text) for entry in change_entries(tmp_path)]
    assert found == [
        ((("iv_dose", "2.0"),), "iv_dose 2.0. Before: one note. Now: two."),
        ((("phq9", "1.1"), ("gad7", "")), "phq9 1.1 and gad7. Words. - A point."),
        ((("*", ""),), "Every calculator: no zeros."),
        ((("x", ""),), "Something else x."),
    ]
    assert change_entries(tmp_path / "none") == []
