"""A clinician records a session: from the order to the first reading, each judged, and out of the door."""

import pytest
from playwright.sync_api import Page, expect

from support.pages.paper import on_paper
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.worksheet import Worksheet

TITLE = "Record a treatment session"
AWAKE = "5 Readily to the name"


@pytest.fixture
def session(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/session-vitals/")
    return Worksheet(page, TITLE)


def before(sheet: Worksheet) -> Worksheet:
    sheet.enter(Weight="70", Dose_given="35", Start_of_the_dose="14:05").tick("Other medicines", "None of these")
    for question in ("Fasted as asked", "Consent given and still valid", "Escort home arranged"):
        sheet.choose(question, "Yes")
    return sheet.choose("Suicide risk (C-SSRS) before the dose", "None of the questions answered yes")


def reading(sheet: Worksheet, number: int, minute: str, pressure: tuple[str, str]) -> None:
    row = sheet.row(f"Reading {number}")
    row.field("Minute").fill(minute)
    row.enter(Systolic_pressure=pressure[0], Diastolic_pressure=pressure[1], Heart_rate="72", Oxygen_saturation="97")
    row.pick("Sedation (MOAA/S): answers", AWAKE)
    row.choose("Dissociation", "None")


def test_a_session_is_recorded_and_each_reading_judged(session: Worksheet, page: Page) -> None:
    before(session.choose("Treatment", "Ketamine infusion into a vein"))
    reading(session, 1, "0", ("120", "75"))
    expect(session.headline).to_contain_text("Next reading at minute 10")
    session.add("reading")
    # The new reading opens with the minute that is due.
    expect(session.row("Reading 2").field("Minute")).to_have_value("10")
    reading(session, 2, "10", ("183", "90"))
    expect(session.headline).to_contain_text("Minute 10: 183/90 mmHg: pause the infusion and measure again")
    expect(session.words).to_contain_text("Pause the infusion, re-measure in 5 min")
    expect(session.answer.get_by_role("img")).to_have_count(4)
    assert [len(session.table("Readings")), session.table("Readings")["10"][1]] == [2, "63/15"]
    session.add("reading")
    reading(session, 3, "120", ("124", "78"))
    last = session.row("Reading 3")
    last.choose("Leaving after this reading", "Yes")
    expect(session.headline).to_contain_text("Discharge not assessed: walking and orientation, suicide risk, escort")
    last.choose("Walks steadily and is oriented", "Yes").choose("Escort, no driving, written instructions", "Yes")
    last.choose("Suicide risk (C-SSRS) before leaving", "None of the questions answered yes")
    expect(session.headline).to_contain_text("Every discharge criterion is met: the clinician decides")
    expect(session.headline).to_contain_text("Earlier, minute 10: 183/90 mmHg")
    session.whole_answer()
    assert accessibility_problems(page) == []
    assert not scrolls_sideways(page)
    assert [len(on_paper(page, size).sheets) for size in ("A4", "Letter")] == [1, 1]


def test_an_infusion_leads_to_its_session_and_nothing_is_typed_twice(page: Page, open_site: Site) -> None:
    open_site.open("worksheets/infusion/")
    infusion = Worksheet(page, "Infusion")
    infusion.enter(Weight="70", Systolic_pressure="128", Diastolic_pressure="80", Final_volume="50")
    infusion.tick("Findings", "None of these (all checked)").tick("Other medicines", "Lithium")
    infusion.choose("Vial strength", "50 mg/mL")
    page.get_by_role("link", name="Record this session").click()
    session = Worksheet(page, TITLE)
    expect(session.field("Dose given")).to_have_value("35")
    expect(session.field("Weight")).to_have_value("70 kg")
    row = session.row("Reading 1")
    expect(row.field("Systolic pressure")).to_have_value("128")
    expect(row.field("Minute")).to_have_value("0")
    expect(session.headline).to_contain_text("Minute 0: 128/80 mmHg")
    assert "?" not in page.url
