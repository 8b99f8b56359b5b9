"""What stops or cautions is printed: no rule for paper hides it."""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parents[3] / "web" / "css"
PAPER = {name: (CSS / f"{name}.css").read_text("utf-8") for name in ("print", "paper", "double-check", "empty-form")}
HIDING = re.compile(r"([^{}]+)\{[^{}]*display:\s*none", re.DOTALL)


def hidden(name: str) -> str:
    """The selectors of what a sheet hides."""
    return " ".join(HIDING.findall(PAPER[name]))


def test_no_rule_for_paper_hides_a_stop_or_a_caution() -> None:
    found = [words for name in PAPER for words in re.findall(r"\.warning[^\s,)]*", hidden(name))]
    assert found == ['.warning[data-kind="note"]']  # the notes of a sheet that is checked and signed


def test_no_rule_for_paper_hides_the_answer_but_where_lines_to_check_say_it() -> None:
    for name in ("print", "paper", "empty-form"):
        assert not re.search(r"\.(headline|live|state|result)\b", hidden(name))
    assert ":has(.double-check)" in PAPER["double-check"]
