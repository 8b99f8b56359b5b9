"""A house value is changed in its one place, in a copy: page and sentences follow."""

import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "calculators" / "src"
ASKED = """
from ketamine_calculators import find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.house_values import HOUSE_VALUES
from press.site.house_values_page import house_values_html
answer = full_answer(find("bp_gate"), {"systolic": 165, "diastolic": 95})
print(*(notice["kind"] + ": " + notice["text"] for notice in answer["warnings"]), answer["headline"], sep="\\n")
print(house_values_html({"bp_defer": HOUSE_VALUES["bp_defer"]}, {}, lambda card: ""))
"""


def said_by(sources: Path) -> str:
    done = subprocess.run(
        (sys.executable, "-c", ASKED),
        env={"PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_value_changed_in_its_one_place_changes_the_page_and_every_sentence(tmp_path: Path) -> None:
    shutil.copytree(SOURCES, tmp_path / "src")
    file = tmp_path / "src" / "ketamine_calculators" / "house_values" / "vital_signs.py"
    source = file.read_text("utf-8")
    assert source.count("pressure(160, 100)") == 1
    file.write_text(source.replace("pressure(160, 100)", "pressure(163, 97)"), "utf-8")
    before, after = said_by(SOURCES), said_by(tmp_path / "src")
    assert "163/97" not in before
    assert "<strong>160/100 mmHg</strong>" in before
    assert "<strong>163/97 mmHg</strong>" in after
    words, _, _ = after.partition("<div")
    assert "163/97" in words
    assert "160/100" not in words
