"""A saved calculator is loaded anew in a running preview; one that cannot be loaded leaves the old ones there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ketamine_calculators
from press.mkdocs_plugin.calculator_reload import only_calculators

PACKAGE = Path(ketamine_calculators.__file__).parent


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The calculators in a folder where they may be changed."""
    return Path(shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__")))


def said(copied: Path, *steps: str) -> list[str]:
    """What the steps print in a process of their own: here the calculators must stay those that other tests hold."""
    program = "\n".join(
        [
            "from pathlib import Path",
            "from ketamine_calculators import every, find",
            "from ketamine_calculators.registry import worksheets",
            "from press.mkdocs_plugin.calculator_reload import calculators_loaded_anew, only_calculators",
            f"package = Path({str(copied)!r})",
            "file = package / 'catalogue' / 'iv_dose.py'",
            "def change(old, new):",
            "    assert old in file.read_text('utf-8')",
            "    file.write_text(file.read_text('utf-8').replace(old, new), 'utf-8')",
            "every(), worksheets()",
            *steps,
        ]
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(copied.parent)},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_a_changed_calculator_is_the_one_that_is_found_and_that_its_worksheet_uses(copied: Path) -> None:
    assert said(
        copied,
        "change('Output(label=\"Draw up\"', 'Output(label=\"Take up\"')",
        "assert calculators_loaded_anew() == ''",
        "print(*(dict(find(card).output_fields)['drawup_ml'].label for card in ('iv_dose', 'infusion')), sep=', ')",
    ) == ["Take up, Take up"]


def test_two_saves_in_one_second_are_both_seen(copied: Path) -> None:
    assert said(
        copied,
        "for new in ('First', 'Other'):",
        '    change(f\'title="{find("iv_dose").title}"\', f\'title="{new}"\')',
        "    assert calculators_loaded_anew() == ''",
        "    print(find('iv_dose').title)",
    ) == ["First", "Other"]


def test_a_calculator_that_cannot_be_loaded_is_told_of_and_the_old_ones_stay(copied: Path) -> None:
    *told, last = said(
        copied,
        "change('title=\"IV ketamine dose\"', 'title=(')",
        "print(calculators_loaded_anew())",
        "print(find('iv_dose').title, find('infusion').title)",
    )
    assert any("SyntaxError" in line for line in told)
    assert last == "IV ketamine dose Infusion"


@pytest.mark.parametrize(
    ("file", "alone"),
    [
        ("catalogue/iv_dose.py", True),
        ("worksheets/infusion/parts.py", True),
        ("house_protocol.py", False),
        ("catalogue/not_there.py", False),
        ("worked_examples.txt", False),
    ],
)
def test_only_modules_that_nothing_else_holds_are_loaded_alone(file: str, alone: bool) -> None:
    ketamine_calculators.find("infusion")
    ketamine_calculators.every()
    assert only_calculators([PACKAGE / file]) is alone
