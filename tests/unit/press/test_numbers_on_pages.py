"""What the site's own pages and lists say in numbers, read without the rules of the check. In articles it names each kind."""

import re
from pathlib import Path

import pytest

from press.checks.dose_notation import notation_findings

ROOT = Path(__file__).resolve().parents[3]
PAGES = [
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "content").glob("*.yml")),
]
UNITS = r"(?:mg|mcg|g|kg|mL|L|h|min|units)\b"
# Code, addresses, identifiers and the list of references: there numbers are quoted, not said.
NOT_SAID = re.compile(
    r"```.*?^```|`[^`\n]*`|## References.*|\]\([^)]*\)|https?://\S+|\bdoi:\S+|tests/\S+", re.DOTALL | re.MULTILINE
)
MISREAD = {
    "a zero behind the point": re.compile(rf"\d\.\d*0(?:\s?[-–]\s?[\d.]+)?[ -]?{UNITS}(?!/(?:dL|L)\b)"),
    "no zero before the point": re.compile(r"(?<![\w.)\]])\.\d"),
    "a number run into its unit": re.compile(rf"(?<![\w.-])\d+(?:\.\d+)?{UNITS}"),
    "a comma for the point": re.compile(rf"\b0,\d|\b\d+,\d{{1,2}}\s?{UNITS}"),
    "a thousand without its comma": re.compile(rf"(?<![\d.,])\d{{4,}} ?{UNITS}"),
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_number_of_a_page_is_written_as_it_is_misread(page: Path) -> None:
    said = NOT_SAID.sub(" ", page.read_text("utf-8"))
    assert {what: found for what, pattern in MISREAD.items() if (found := pattern.findall(said))} == {}


MISREAD_EXAMPLES = [
    ("Give 1.0 mg.", "a zero behind the point", "trailing-zero"),
    ("Give .5 mg.", "no zero before the point", "naked-decimal"),
    ("Give 35mg.", "a number run into its unit", "no-space"),
    ("Give 0,5 mg.", "a comma for the point", "decimal-comma"),
    ("Give 1000 mg.", "a thousand without its comma", "thousands-mark"),
]


@pytest.mark.parametrize(("words", "what", "rule"), MISREAD_EXAMPLES)
def test_the_patterns_of_this_test_and_the_check_find_what_they_look_for(words: str, what: str, rule: str) -> None:
    assert [name for name, pattern in MISREAD.items() if pattern.search(words)] == [what]
    assert [found.rule for found in notation_findings(words)] == [rule]
