"""Sheets to print: numbers from where the calculators have them, nothing of a scale's wording, plain words for the patient."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ketamine_calculators import every
from ketamine_calculators.fields import ItemScores
from ketamine_calculators.house_protocol import ASSESSED_AFTER
from press.site.docs_page import SHEETS
from press.site.pages import Pages
from press.site.sheets import readings, sheet_html
from support.reading_age import grades, sentences, too_hard

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def sheets() -> dict[str, BeautifulSoup]:
    return {sheet: BeautifulSoup(sheet_html(sheet), "html5lib") for sheet in SHEETS}


def words(html: BeautifulSoup) -> str:
    return " ".join(html.get_text(" ").split())


def of_the_patient(sheets: dict[str, BeautifulSoup]) -> list[str]:
    return sentences([item.get_text(" ") for item in sheets["patient-sheet"].select(".sheet-read li")])


def test_a_patient_of_12_years_can_read_the_sheet(sheets: dict[str, BeautifulSoup]) -> None:
    said = of_the_patient(sheets)
    assert len(said) > 40
    assert too_hard(said) == {}


def test_the_measure_tells_plain_words_from_those_for_clinicians(sheets: dict[str, BeautifulSoup]) -> None:
    page = (PROJECT / "docs" / "limits.md").read_text("utf-8").partition("---\n\n")[2]
    found = grades(sentences(re.findall(r"^- (.+(?:\n  .+)*)", page, re.MULTILINE)))
    assert too_hard(sentences(re.findall(r"^- (.+(?:\n  .+)*)", page, re.MULTILINE)))
    plain = grades(of_the_patient(sheets))
    assert {name: grade for name, grade in plain.items() if grade + 3 > found[name]} == {}


def test_the_patient_is_told_the_numbers_of_protocol_and_label(sheets: dict[str, BeautifulSoup]) -> None:
    # Protocol: an infusion of 40 min. Label of the spray: no food for 2 h, no liquids for 30 min, other sprays 1 h, 2 h observed.
    # Our own values: no alcohol for 24 h, and 120 min of observation.
    said = words(sheets["patient-sheet"])
    for told in (
        "do not eat for two hours before",
        "Do not drink for 30 minutes before",
        "at least 1 hour before",
        "alcohol for 24 hours before",
        "about 40 minutes",
        "at least two hours: from the start of the drip, or from the last nose spray",
        "Do not drive until the next day, after a good night's sleep",
        "In the US, 988 answers calls and texts at any time.",
    ):
        assert told in said
    assert [heading.get_text() for heading in sheets["patient-sheet"].select("h2")] == [
        "Before you come",
        "During your visit",
        "After your visit",
        "For the escort",
        "When to call",
    ]


def test_the_session_sheet_has_a_row_for_each_minute_of_the_protocol(sheets: dict[str, BeautifulSoup]) -> None:
    # Our own minutes of an infusion; of the spray those of the label and ours: 0, 20, 40, 60, 90, 120, and by dose 125 or 130.
    minutes = [0, 10, 20, 30, 40, 60, 90, 120]
    assert [minute for minute, _ in readings()] == minutes
    assert [minute for minute, only in readings() if only] == [10, 30]
    rows = [row.get_text() for row in sheets["session-sheet"].select("tbody th")]
    assert [int(re.findall(r"\d+", row)[0]) for row in rows] == [*minutes, 125]
    assert rows[-1] == "125 or 130, spray"


def test_the_session_sheet_has_limits_and_each_discharge_criterion(sheets: dict[str, BeautifulSoup]) -> None:
    said = words(sheets["session-sheet"])
    for told in (
        "do not dose at 180/120 mmHg or above",
        "Put off at 160/100 mmHg",
        "pause at 180/110 mmHg",
        "below 93% twice in a row, or below 90% once",
        "sudden or severe headache, headache with a change of vision, change of vision, weakness or trouble with speech",
        "A mild headache alone is no crisis: measure again in 5 min",
        "Infusion: at least 120 min from the start of the dose. Spray: at least 120 min after the last device",
        # two devices with 5 min between them, or three
        "Spray, minutes from the start of the first device: 125 for 56 mg, 130 for 84 mg; later when",
        "Blood pressure below 160/100 mmHg and not rising, or within 20 mmHg",
        "Suicide risk not high",
        "no driving until after a night's sleep",
        "What was not assessed is not met.",
    ):
        assert told in said


def test_the_tracking_sheet_has_the_visits_at_which_scores_are_compared(sheets: dict[str, BeautifulSoup]) -> None:
    rows = [row.get_text() for row in sheets["tracking-sheet"].select("tbody th")]
    assert rows == [
        "Before the first",
        *(f"After treatment {after}" for after in (2, 4, 6)),
        *(f"Weekly {week}" for week in (1, 2, 3, 4)),
    ]
    assert ASSESSED_AFTER == (2, 4, 6)
    said = words(sheets["tracking-sheet"])
    for told in ("Response: 50% or more", "2 points or more", "From 5 points", "above 10 is the threshold"):
        assert told in said


def test_no_sheet_has_the_wording_of_a_scale(sheets: dict[str, BeautifulSoup]) -> None:
    worded = {
        item.label
        for card in every()
        for field in card.fields
        if isinstance(field.spec, ItemScores)
        for item in field.spec.items
        if len(item.label.split()) > 2
    }
    assert worded
    said = {sheet: words(html).lower() for sheet, html in sheets.items()}
    assert {(sheet, label) for sheet in said for label in worded if label.lower() in said[sheet]} == set()


def test_each_sheet_says_what_it_is_not_and_where_it_is_from(sheets: dict[str, BeautifulSoup]) -> None:
    for html in sheets.values():
        foot = html.select_one(".sheet-foot")
        assert foot is not None
        assert re.search(r"What this sheet is not: \S.*Where it is from: our protocol", foot.get_text())
    assert "no consent form and no legal wording" in words(sheets["consent-checklist"])
    assert "no scale" in words(sheets["tracking-sheet"])


def test_each_sheet_stands_on_its_page_and_is_reached_from_the_list_of_sheets(pages: Pages) -> None:
    found = {}
    for page in pages.site.addresses.files:
        docs = pages.site.docs_page(page)
        if docs and docs.table in SHEETS:
            found[docs.table] = page
            assert 'class="sheet"' in pages.docs(docs).html
    assert sorted(found) == sorted(SHEETS)
    index = (PROJECT / "docs" / "sheets" / "index.md").read_text("utf-8")
    assert [page for page in found.values() if f"({Path(page).name})" not in index] == []
    assert "(../calculators/dose-table.md)" in index
