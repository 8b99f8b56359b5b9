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
    sheet.enter(Start="2026-03-02").field("Treatments").fill("8")
    sheet.whole_answer()
    # Six treatments until 19 March, then Monday 23 and Thursday 26 March.
    expect(sheet.headline).to_have_text("12 treatments from 2026-03-02 (Monday) to 2026-04-23 (Thursday)")
    expect(sheet.chart).to_have_accessible_name(re.compile("^12 dates in a line from 2026-03-02 to 2026-04-23"))
    former = sheet.calendar(tmp_path)

    sheet.row("Closure 1").enter(First_day="2026-03-16", Name="Clinic closed")
    sheet.field("Treatments").fill("6")
    sheet.whole_answer()
    moved = sheet.table("Dates")["2026-03-17"]
    assert (moved[0], moved[1]) == ("Tuesday", "Induction 5")
    assert moved[4] == "1 day later than 2026-03-16 (Monday): Clinic closed"

    sheet.unfold("Time and reminder")
    sheet.take_away.get_by_label("Dates saved earlier").set_input_files(former)
    now = Calendar.from_ical(sheet.calendar(tmp_path).read_bytes())
    expect(sheet.copy_note).to_contain_text("Canceled: 2026-03-23 (Monday) and 2026-03-26 (Thursday).")
    status = {str(event["UID"]).split(".")[0]: (event["SEQUENCE"], "STATUS" in event) for event in now.events}
    assert status["induction-5"] == (1, False)
    assert status["induction-8"] == (1, True)
    assert status["induction-1"] == (0, False)
    assert accessibility_problems(view) == []
    assert not scrolls_sideways(view)

    patient = sheet.answer.get_by_role("button", name=re.compile("^Print this table ?: Dates for the patient"))
    view.evaluate("window.print = () => { window.printed = document.querySelectorAll('[data-printed]').length; }")
    patient.click()
    assert view.evaluate("window.printed") == 1
