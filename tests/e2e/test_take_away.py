"""An answer goes into the record, onto paper and back again by its link, and no copy of it stays behind."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from ketamine_calculators import find
from ketamine_calculators.catalogue.iv_dose import CALCULATOR as IV_DOSE
from support.pages.calculator import CalculatorForm
from support.pages.colors import Colors
from support.pages.qr_code import text_of
from support.pages.reading import style
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.storage import kept
from support.pages.worksheet import Worksheet
from support.serving import Manner, serving
from support.windows import window


@pytest.fixture
def answered(open_site: Site) -> CalculatorForm:
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    return form


def test_the_line_holds_result_inputs_version_and_date(answered: CalculatorForm) -> None:
    line = answered.copy("summary")
    assert "\n" not in line
    assert line.startswith("IV ketamine dose: 35 mg IV over 40 min")
    assert "weight 70 kg" in line
    assert re.search(rf"iv_dose {re.escape(IV_DOSE.version)}, \d{{4}}-\d{{2}}-\d{{2}}", line)


def test_the_note_holds_the_working(answered: CalculatorForm) -> None:
    assert "70 kg × 0.5 mg/kg = 35 mg" in answered.copy("full note")


def test_fhir_is_an_observation(answered: CalculatorForm) -> None:
    assert json.loads(answered.copy("FHIR"))["resourceType"] == "Observation"


def test_a_link_reopens_the_same_inputs_and_says_who_can_read_it(answered: CalculatorForm, page: Page) -> None:
    link = answered.copy("link")
    expect(answered.answer).to_contain_text("Treat it as part of the record")
    before, _, after = link.partition("#")
    assert "70" in after
    assert "weight" not in before
    page.goto("about:blank")
    page.goto(link)
    expect(answered.headline).to_contain_text("35 mg")
    expect(answered.field("Weight")).to_have_value("70")
    answered.enter(Weight="80")
    expect(answered.headline).to_contain_text("40 mg")
    assert "#" not in page.url


def test_another_link_to_the_form_that_stands_there_is_the_one_that_is_answered(
    answered: CalculatorForm, page: Page
) -> None:
    link = answered.copy("link")
    for weight, dose in (("60", "30 mg"), ("90", "45 mg")):
        page.goto(link.replace("weight=70", f"weight={weight}"))
        expect(answered.headline).to_contain_text(dose)
        expect(answered.field("Weight")).to_have_value(weight)
    answered.enter(Weight="55")
    expect(answered.headline).to_contain_text("27.5 mg")
    page.goto(link.replace("weight=70", "weight=90"))
    expect(answered.headline).to_contain_text("45 mg")


@pytest.mark.parametrize("what", ["summary", "full note", "FHIR", "link"])
def test_that_something_was_copied_is_seen_as_well_as_heard(answered: CalculatorForm, what: str) -> None:
    answered.copy(what)
    expect(answered.copy_note).to_contain_text(re.compile("copied", re.IGNORECASE))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_ink_is_dark_whatever_the_screen(
    answered: CalculatorForm, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)
    Colors(page).use_as_script_would(scheme)
    ink = style(answered.lines_to_check, "color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, ink


def test_where_the_clipboard_is_refused_the_text_is_shown(answered: CalculatorForm) -> None:
    answered.refuse_the_clipboard()
    answered.answer.get_by_role("button", name="Copy summary", exact=True).click()
    expect(answered.answer.get_by_label("Copy this text")).to_have_value(re.compile("^IV ketamine dose: 35 mg"))


def test_paper_shows_the_answer_and_not_the_navigation(answered: CalculatorForm, page: Page) -> None:
    page.emulate_media(media="print")
    expect(answered.lines_to_check).to_contain_text("35 mg")
    expect(answered.lines_to_check).to_be_visible()
    expect(answered.printed_on).to_be_visible()
    expect(page.get_by_role("navigation", name="Tabs")).to_be_hidden()
    expect(answered.card.get_by_role("button", name="Calculate")).to_be_hidden()


def test_nothing_typed_stays_in_the_browser(answered: CalculatorForm, page: Page) -> None:
    assert "weight" not in kept(page)
    page.reload()
    expect(answered.field("Weight")).to_have_value("")


def test_plain_characters_are_copied_once_chosen_for_the_rest_of_the_visit(answered: CalculatorForm) -> None:
    assert "×" in answered.copy("full note")
    answered.take_away.get_by_label("Plain characters (ASCII)").check()
    note = answered.copy("full note")
    assert note.isascii()
    assert "70 kg x 0.5 mg/kg = 35 mg" in note
    answered.enter(Weight="80")
    expect(answered.headline).to_contain_text("40 mg")
    expect(answered.take_away.get_by_label("Plain characters (ASCII)")).to_be_checked()
    assert answered.copy("summary").isascii()


def test_what_was_done_is_said_right_below_the_buttons_it_belongs_to(answered: CalculatorForm) -> None:
    for group, what in (("Copy", "summary"), ("Share", "link")):
        answered.copy(what)
        expect(answered.take_away.get_by_role("group", name=group, exact=True)).to_contain_text("copied")
        expect(answered.copy_note).to_have_count(1)
    # As large as a warning, and in the ink of running text.
    assert float(style(answered.copy_note, "font-size").removesuffix("px")) >= 16
    assert style(answered.copy_note, "color") == style(answered.headline, "color")


@pytest.fixture
def course(page: Page, open_site: Site) -> Worksheet:
    """A course with a score, and an induction that is planned."""
    open_site.open("worksheets/course/")
    sheet = Worksheet(page, "Track a treatment course")
    sheet.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21")
    sheet.enter(First_treatment="2026-03-02").field("Treatments").fill("6")
    sheet.whole_answer()
    return sheet


def test_files_say_what_they_are_and_when_and_no_two_are_named_alike(course: Worksheet, tmp_path: Path) -> None:
    save_scores = course.answer.get_by_role("button", name=re.compile("^Save as CSV ?: Scores"))
    one, two = (course.saved_as(save_scores, tmp_path) for _ in range(2))
    assert re.fullmatch(r"ketamine-course-scores-\d{4}-\d{2}-\d{2}-\d{4}\.csv", one.name)
    assert one.name != two.name
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"\xef\xbb\xbf")
    assert re.fullmatch(r"ketamine-course-worksheet-[\d-]{15}\.json", course.saved(tmp_path).name)


def test_the_calendar_has_the_time_and_the_reminder_that_were_given_and_the_same_events(
    course: Worksheet, tmp_path: Path
) -> None:
    days = Calendar.from_ical(course.calendar(tmp_path).read_bytes())
    course.unfold("Time and reminder")
    length = course.take_away.get_by_label("Length")
    expect(length).to_be_disabled()
    course.take_away.get_by_label("Start time").fill("10:30")
    length.select_option("2 hours")
    course.take_away.get_by_label("Reminder").select_option("1 hour before")
    file = course.calendar(tmp_path)
    assert re.fullmatch(r"ketamine-course-dates-[\d-]{15}(-2)?\.ics", file.name)
    times = Calendar.from_ical(file.read_bytes())
    first = times.events[0]
    assert first.start.isoformat() == "2026-03-02T10:30:00"
    assert first.end.isoformat() == "2026-03-02T12:30:00"
    assert len(first.walk("VALARM")) == 1
    assert [event["UID"] for event in times.events] == [event["UID"] for event in days.events]
    expect(course.copy_note).to_have_text(f"Saved as {file.name}.")


@pytest.fixture(params=[(320, "light"), (390, "dark"), (1350, "light")], ids=lambda view: f"{view[0]}-{view[1]}")
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colors = request.param
    allowed = ["clipboard-read", "clipboard-write"]
    with window(browser, width, 844, color_scheme=colors, reduced_motion="reduce", permissions=allowed) as page:
        # What a phone offers.
        page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
        yield page


def test_a_link_goes_on_by_code_and_by_share_sheet_and_every_row_of_buttons_is_full(view: Page, site_url: str) -> None:
    form = Site(view, site_url).calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    form.whole_answer()
    link = form.copy("link")
    form.take("Share…").click()
    expect(form.copy_note).to_contain_text("Treat it as part of the record")
    assert view.evaluate("window.shared") == {"title": "IV ketamine dose", "url": link}
    form.take("QR code").click()
    dialog = view.get_by_role("dialog", name="QR code")
    code = dialog.get_by_role("img", name=re.compile("^QR code of the link"))
    expect(dialog).to_contain_text("treat it as part of the record")
    assert text_of(code) == link
    assert (style(code, "fill"), style(code, "background-color")) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    box = code.bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)
    assert accessibility_problems(view) == []
    assert not scrolls_sideways(view)
    view.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(form.take("QR code")).to_be_focused()
    assert accessibility_problems(view) == []
    for group in form.take_away.get_by_role("group").all():
        boxes = [button.bounding_box() for button in group.get_by_role("button").all()]
        rows: dict[float, list[float]] = {}
        for at in boxes:
            assert at is not None
            assert at["height"] >= 44
            rows.setdefault(round(at["y"]), []).append(round(at["x"] + at["width"]))
        assert len(rows) == 1 or len({max(ends) for ends in rows.values()}) == 1, rows


def test_where_the_browser_shares_nothing_there_is_no_button_for_it(answered: CalculatorForm) -> None:
    expect(answered.take("QR code")).to_be_visible()
    expect(answered.take("Share…")).to_have_count(0)


def test_a_link_too_long_for_a_code_says_so(open_site: Site, page: Page) -> None:
    rows = "&".join(f"scores.{row}.day=2026-03-{row + 1:02}&scores.{row}.total=12" for row in range(31))
    open_site.open(f"worksheets/course/#course?scale=phq9&{rows}&v={find('course').version}")
    sheet = Worksheet(page, "Track a treatment course").whole_answer()
    sheet.take("QR code").click()
    expect(sheet.copy_note).to_have_text(
        re.compile(r"^This link has \d+ characters, and a QR code takes at most 1200\. Use Copy link instead\.$")
    )


def test_a_link_to_a_form_that_is_not_on_the_page_leaves_the_address_too(open_site: Site, page: Page) -> None:
    open_site.open("calculators/phq9/#iv_dose?weight=73.12&v=2.0")
    expect(page).to_have_url(f"{open_site.address}calculators/phq9/")


WITHDRAWN = (
    '<p class="recalled" data-record="this calculator takes numbers from the article “Dosing”, withdrawn on 3 May 2026">'
    "<strong>A source of this calculator is withdrawn.</strong> It takes numbers from “Dosing”: Wrong dose.</p>"
)


def test_a_withdrawn_source_stands_with_the_answer_and_in_every_record(browser: Browser, site: Path) -> None:
    form = b'<form class="calculator-form"'

    def withdrawn(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path != "/calculators/iv-dose/":
            return None
        page = (site / "calculators/iv-dose/index.html").read_bytes()
        return 200, {"Content-Type": "text/html; charset=utf-8"}, page.replace(form, WITHDRAWN.encode() + form, 1)

    copying = ["clipboard-read", "clipboard-write"]
    with serving(site, Manner(fault=withdrawn)) as host, window(browser, permissions=copying) as page:
        page.goto(f"{host.address}/calculators/iv-dose/")
        calculator = CalculatorForm(page, "IV ketamine dose").enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(calculator.headline).to_contain_text("35 mg")
        expect(calculator.words).to_contain_text("It takes numbers from “Dosing”: Wrong dose.")
        for record in ("summary", "full note"):
            assert "from the article “Dosing”, withdrawn on 3 May 2026" in calculator.copy(record)
