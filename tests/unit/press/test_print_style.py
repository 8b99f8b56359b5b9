"""What stops or cautions is printed: no rule for paper hides it."""

import re
from pathlib import Path

PRINT = (Path(__file__).resolve().parents[3] / "web" / "css" / "print.css").read_text("utf-8")
HIDING = re.compile(r"([^{}]+)\{[^{}]*display:\s*none", re.DOTALL)


def test_no_rule_for_paper_hides_a_stop_or_a_caution() -> None:
    hidden = [selector for selector in HIDING.findall(PRINT) if ".warning" in selector]
    assert len(hidden) == 1  # the notes of a sheet that is checked and signed
    assert re.findall(r"\.warning\S*", hidden[0]) == ['.warning[data-kind="note"])']


def test_no_rule_for_paper_hides_the_answer() -> None:
    hidden = " ".join(HIDING.findall(PRINT))
    assert not re.search(r"\.(headline|live|state|result)\b", hidden)
