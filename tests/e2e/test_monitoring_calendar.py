"""A course is planned around closed days, goes into a calendar, changes there, and goes home on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.worksheet import Worksheet
from support.windows import window


@pytest.fixture(params=[(320, "light"), (390, "dark"), (1350, "light")], ids=lambda view: f"{view[0]}-{view[1]}")
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colors = request.param
    with window(browser, width, 844, color_scheme=colors, reduced_motion="reduce") as page:
        yield page


def test_a_plan_moves_off_closed_days_is_changed_in_a_calendar_and_printed_for_the_patient(
    view: Page, site_url: str, tmp_path: Path
) -> None:
    Site(view, site_url).open("worksheets/monitoring-calendar/")
    sheet = Worksheet(view, "Treatment calendar")
    sheet.choose("What is planned", "Induction, with the weekly transition")
    # Monday 3 March 2031 is after today, so that nothing of the plan has happened.
    sheet.enter(Start="2031-03-03").field("Treatments").fill("8")
    sheet.whole_answer()
    # Six treatments until 20 March, then Monday 24 and Thursday 27 March; four weeks later the last one of the transition.
    expect(sheet.headline).to_have_text("12 treatments from 2031-03-03 (Monday) to 2031-04-24 (Thursday)")
    expect(sheet.chart).to_have_accessible_name(re.compile("^12 dates in a line from 2031-03-03 to 2031-04-24"))
    former = sheet.calendar(tmp_path)

    sheet.row("Closure 1").enter(First_day="2031-03-17", Name="Clinic closed")
    sheet.field("Treatments").fill("6")
    expect(sheet.headline).to_have_text("10 treatments from 2031-03-03 (Monday) to 2031-04-17 (Thursday)")
    sheet.whole_answer()
    moved = sheet.table("Dates")["2031-03-18"]
    assert (moved[0], moved[1]) == ("Tuesday", "Induction 5")
    assert moved[4] == "1 day later than 2031-03-17 (Monday): Clinic closed"

    sheet.unfold("Time and reminder")
    sheet.take_away.get_by_label("Dates saved earlier").set_input_files(former)
    now = Calendar.from_ical(sheet.calendar(tmp_path).read_bytes())
    expect(sheet.copy_note).to_contain_text("Canceled: 2031-03-24 (Monday) and 2031-03-27 (Thursday).")
    status = {str(event["UID"]).split(".")[0]: (event["SEQUENCE"], "STATUS" in event) for event in now.events}
    assert status["induction-5"] == (1, False)
    assert status["induction-8"] == (1, True)
    assert status["induction-1"] == (0, False)
    assert accessibility_problems(view) == []
    assert not scrolls_sideways(view)

    paper = sheet.alone_on_paper("Dates for the patient").text
    # A PDF names the dates, which are heads of their rows, apart from what stands beside them.
    assert "2031-03-13 2031-03-18 2031-03-21" in paper
    assert "Tuesday Treatment. No driving until the next day" in paper
    assert "Induction 5" not in paper
    assert sheet.title in paper
