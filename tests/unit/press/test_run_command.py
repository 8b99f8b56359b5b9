"""`press run` calculates, and says first what the page says first: that a version or a source is withdrawn."""

import json
from pathlib import Path

import pytest

from ketamine_calculators import find
from press.cli import main
from support.small_project import small_project

INPUTS = ["--weight", "70", "--weight-unit", "kg", "--concentration-mg-ml", "50"]
SOURCE = find("iv_dose").house[0].article
RECALL = """\
recalls:
  made-up:
    calculator: iv_dose
    versions: ["{version}"]
    inputs: All.
    wrong: It was wrong.
    do: Calculate again.
    date: 2026-01-31
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    return tmp_path


def withdraw_source(project: Path) -> None:
    text = (project / "content" / "articles" / "there.md").read_text("utf-8").replace('"there"', f'"{SOURCE}"')
    taken = text.replace("\n---\n", '\nwithdrawnAt: "2026-02-01"\nwithdrawnReason: "A dose was wrong"\n---\n', 1)
    (project / "content" / "articles" / f"{SOURCE}.md").write_text(taken, "utf-8")


def recall(project: Path, version: str) -> None:
    (project / "content" / "recalls.yml").write_text(RECALL.format(version=version), "utf-8")


def test_a_calculator_that_may_be_used_is_calculated_as_by_its_own_command(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "iv_dose", *INPUTS]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["dose_mg"] == 35.0
    assert "withdrawn" not in err


def test_a_withdrawn_source_is_told_before_the_answer_and_stands_in_the_whole_answer(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    withdraw_source(project)
    assert main(["run", "iv_dose", *INPUTS]) == 0
    assert capfd.readouterr().err.startswith("stop: A source of this calculator is withdrawn. It takes numbers from")
    assert main(["run", "iv_dose", "--full", *INPUTS]) == 0
    told = json.loads(capfd.readouterr().out)["withdrawn"]
    assert len(told) == 1
    assert "withdrawn on 1 February 2026: A dose was wrong. Do not act on its answer" in told[0]


def test_a_recalled_version_is_told_and_another_version_is_not(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    recall(project, find("iv_dose").version)
    assert main(["run", "iv_dose", *INPUTS]) == 0
    assert "is withdrawn. Do not use it. Affected: All. What was wrong: It was wrong." in capfd.readouterr().err
    recall(project, "0.1")
    assert main(["run", "iv_dose", *INPUTS]) == 0
    assert "withdrawn" not in capfd.readouterr().err


def test_an_input_that_is_refused_and_a_calculator_that_is_not_there_are_told_as_by_its_own_command(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "iv_dose", "--weight", "5"]) == 2
    assert main(["run", "iv_dosage"]) == 2
    assert "iv_dosage" in capfd.readouterr().err
