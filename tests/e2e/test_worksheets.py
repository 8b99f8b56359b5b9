"""Clinicians fill in a worksheet: nothing twice, everything by keyboard, and kept for longer in a file of their own."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.pages.paper import on_paper
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.storage import kept
from support.pages.waiting import wait_until
from support.pages.worksheet import Worksheet
from support.windows import window

REMEMBER_WHAT_IS_DRAWN = """
    const draw = CanvasRenderingContext2D.prototype.fillText;
    window.drawnWords = new Set();
    CanvasRenderingContext2D.prototype.fillText = function (words, ...place) {
        window.drawnWords.add(String(words));
        return draw.call(this, words, ...place);
    };
"""


@pytest.fixture
def history(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/treatment-history/")
    return Worksheet(page, "Treatment history")


@pytest.fixture
def infusion(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/infusion/")
    return Worksheet(page, "Infusion")


@pytest.fixture
def course(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/course/")
    return Worksheet(page, "Track a treatment course")


def two_trials(sheet: Worksheet) -> Worksheet:
    """Sertraline and venlafaxine, each adequate and each ending short of response."""
    first = sheet.row("Trial 1").pick("Drug", "Sertraline (Zoloft, Lustral)")
    first.enter(Daily_dose="150", Weeks="8", Adherence="90", Improvement="20").choose("In the current episode", "Yes")
    second = sheet.add("trial").row("Trial 2").pick("Drug", "Venlafaxine (Effexor, Efexor)")
    second.enter(Daily_dose="225", Weeks="10", Adherence="95", Improvement="30").choose("In the current episode", "Yes")
    return sheet.choose("ECT that failed", "No ECT failed")


def two_scores(sheet: Worksheet) -> Worksheet:
    """A PHQ-9 of 21, and one of 11 after four treatments."""
    sheet.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    sheet.add("score").row("Score 2").enter(Date="2026-03-16", Total="11", Treatments_completed="4")
    return sheet


def one_infusion(sheet: Worksheet) -> Worksheet:
    sheet.enter(Weight="70", Systolic_pressure="120", Diastolic_pressure="80", Final_volume="50")
    sheet.tick("Findings", "None of these (all checked)").tick("Other medicines", "None of these")
    return sheet.choose("Vial strength", "50 mg/mL")


def test_one_entry_of_the_trials_answers_every_system(history: Worksheet) -> None:
    two_trials(history)
    expect(history.headline).to_contain_text("2 adequate trials of 2 failed")
    systems = history.table("Stagings and definitions side by side")
    # An SSRI and an SNRI, both of this episode: two drugs of two classes.
    assert systems["Thase–Rush"] == ["Stage II", "Stage III: a tricyclic"]
    assert systems["MGH-S"][0] == "Score 2"
    assert systems["European (Souery)"][0].startswith("Stage B")
    assert [systems[name][0] for name in ("US esketamine label", "Association protocol")] == ["Met", "Met"]


def test_a_drug_outside_the_table_is_entered_by_hand_in_a_row_that_was_added(history: Worksheet) -> None:
    two_trials(history)
    row = history.add("trial").row("Trial 3")
    expect(row.field("Name of the drug")).to_be_hidden()
    row.pick("Drug", "Not in the table").pick("Its class", "Tricyclic (TCA)")
    row.enter(Name_of_the_drug="Melitracen", Minimum_daily_dose="20", Daily_dose="20", Weeks="8", Adherence="90")
    row.enter(Improvement="10").choose("In the current episode", "Yes")
    expect(history.headline).to_contain_text("3 adequate trials of 3 failed")
    assert history.table("Each trial")["3. Melitracen"][0] == "TCA"


def test_rows_are_added_and_removed_by_keyboard(history: Worksheet, page: Page) -> None:
    history.listen().add_button("trial").focus()
    page.keyboard.press("Enter")
    expect(history.row("Trial 2").group.get_by_role("combobox", name="Drug")).to_be_focused()
    history.remove_button("Trial 1").focus()
    page.keyboard.press("Enter")
    expect(history.undo_button("Trial 1 removed")).to_be_focused()
    expect(history.row("Trial 2").group).to_have_count(0)
    page.keyboard.press("Enter")
    expect(history.remove_button("Trial 1")).to_be_focused()
    expect(history.row("Trial 2").group).to_have_count(1)
    said = [words for words in history.heard() if words.startswith("Trial")]
    assert said == ["Trial 2 added.", "Trial 1 removed.", "Trial 1 is back."]


def test_a_row_that_cannot_be_right_is_named_with_its_number(history: Worksheet) -> None:
    two_trials(history).row("Trial 2").enter(Adherence="950")
    history.calculate()
    expect(history.summary).to_contain_text("Trial 2: Adherence must be a number from 0 to 100%")
    expect(history.answer).to_be_empty()


def test_what_stands_against_an_infusion_is_said_before_the_dose(infusion: Worksheet) -> None:
    one_infusion(infusion)
    expect(infusion.headline).to_have_text(
        "No listed contraindication; the list is not complete. 35 mg IV over 40 min at 75 mL/h"
    )
    infusion.tick("Findings", "Active psychosis")
    expect(infusion.headline).to_have_text(
        re.compile(r"^Contraindicated: Active psychosis\. Calculated, not ordered – do not give: 35 mg")
    )
    expect(infusion.words).to_contain_text(
        "Do not give: Do not give ketamine or esketamine while a contraindication is present."
    )


def test_hours_are_asked_only_where_a_rule_needs_them(infusion: Worksheet) -> None:
    one_infusion(infusion)
    hours = infusion.field("Hours since the last MAO inhibitor")
    expect(hours).to_be_hidden()
    infusion.tick("Other medicines", "MAO inhibitor")
    expect(hours).to_be_visible()
    hours.fill("300")
    expect(infusion.headline).to_contain_text("wait 36 h more")
    assert infusion.table("Check before use")["Hold: MAO inhibitor"] == ["no earlier than 36 h from now"]


def test_an_infusion_with_everything_against_it_is_still_one_page(infusion: Worksheet) -> None:
    one_infusion(infusion).tick("Other medicines", "MAO inhibitor", "Lithium").choose(
        "Response to the last infusion", "None"
    )
    infusion.enter(Weight="100", Height="167.64", Systolic_pressure="141", Dose="0.6").choose("Sex", "Female")
    infusion.field("Hours since the last MAO inhibitor").fill("300")
    infusion.enter(Dose_of_the_last_infusion="0.5", Sessions_at_that_dose="2")
    infusion.choose("Troublesome side effects", "No").choose("Rapid early response", "No")
    expect(infusion.headline).to_contain_text("Calculated, not ordered – do not give: 60 mg")
    infusion.whole_answer()
    assert [len(on_paper(infusion.page, size).sheets) for size in ("A4", "Letter")] == [1, 1]


def test_a_course_is_saved_as_a_file_and_goes_on_from_it(course: Worksheet, page: Page, tmp_path: Path) -> None:
    two_scores(course)
    expect(course.headline).to_contain_text("Partial response: 47.6% better")
    file = course.saved(tmp_path)
    course.clear()
    assert "2026-03-16" not in kept(page)

    page.reload()
    expect(course.row("Score 1").field("Total")).to_have_value("")
    course.open_file(file)
    expect(course.headline).to_contain_text("Partial response: 47.6% better")
    course.add("score").row("Score 3").enter(Date="2026-03-23", Total="4", Treatments_completed="6")
    expect(course.headline).to_contain_text("Remission: 81% better")


FOREIGN = [
    ("a picture", b"\x89PNG\r\n\x1a\n", "Choose a saved worksheet: this file is not one."),
    ("some other JSON", b'{"name": "something"}', "Choose a saved worksheet: this file holds none."),
    ("a list", b"[1, 2]", "Choose a saved worksheet: this file holds none."),
]


@pytest.mark.parametrize(("content", "words"), [pytest.param(c, w, id=name) for name, c, w in FOREIGN])
def test_a_foreign_file_is_refused_in_words(course: Worksheet, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(content)
    course.open_file(file)
    expect(course.said_of_file).to_contain_text(words)
    expect(course.row("Score 1").field("Total")).to_have_value("")


def test_that_the_file_holds_everything_is_said_until_something_changes(course: Worksheet, tmp_path: Path) -> None:
    two_scores(course).saved(tmp_path)
    expect(course.said_of_file).to_contain_text("it holds everything typed here")
    course.add("score")
    expect(course.said_of_file).to_be_empty()


def test_a_file_of_another_worksheet_or_version_is_refused(course: Worksheet, tmp_path: Path) -> None:
    file = two_scores(course).saved(tmp_path)
    saved = json.loads(file.read_text("utf-8"))
    for change in ({"calculator": "infusion"}, {"formatVersion": 99}):
        file.write_text(json.dumps(saved | change), "utf-8")
        course.clear().open_file(file)
        expect(course.said_of_file).to_contain_text("This file was saved")
        expect(course.row("Score 1").field("Total")).to_have_value("")


def test_the_chart_is_described_and_has_an_equal_table(course: Worksheet) -> None:
    two_scores(course)
    expect(course.chart).to_have_accessible_name(
        re.compile("^2 PHQ-9 totals from 2026-03-02 to 2026-03-16: 21 at first")
    )
    scores = course.table("Scores")
    assert {day: cells[1] for day, cells in scores.items()} == {"2026-03-02": "21", "2026-03-16": "11"}


def test_no_date_is_proposed_where_somebody_is_about_to_type_one(course: Worksheet) -> None:
    course.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21")
    course.add_score_and_stand_in_its_date()
    # The worker answers in the order in which it was asked: by now it has said which date it expects.
    expect(course.words).to_contain_text("Score 2, Date")
    course.page.keyboard.type("2026-03-16")
    expect(course.row("Score 2").field("Date")).to_have_value("2026-03-16")


@pytest.mark.parametrize("locale", ["ar-EG", "fa-IR"])
def test_a_chart_writes_its_numbers_as_the_page_does_whatever_the_language_of_the_browser(
    browser: Browser, site_url: str, locale: str
) -> None:
    with window(browser, locale=locale) as page:
        page.add_init_script(REMEMBER_WHAT_IS_DRAWN)
        page.goto(f"{site_url}worksheets/course/")
        course = two_scores(Worksheet(page, "Track a treatment course"))
        expect(course.chart).to_be_visible()
        wait_until(page, "window.drawnWords.has('20')")
        assert {"0", "10"} <= set(page.evaluate("[...window.drawnWords]"))


def test_the_dates_of_a_plan_go_to_a_calendar(course: Worksheet, tmp_path: Path) -> None:
    two_scores(course).enter(First_treatment="2026-03-02")
    course.field("Treatments").fill("6")
    expect(course.value("Last induction treatment")).to_have_text("2026-03-19")
    calendar = course.calendar(tmp_path).read_bytes().decode()
    assert calendar.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "DTSTART;VALUE=DATE:20260319" in calendar
    assert calendar.count("BEGIN:VEVENT") == 10


@pytest.fixture(params=[(320, "light"), (412, "dark"), (1350, "light")], ids=lambda view: f"{view[0]}-{view[1]}")
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colors = request.param
    with window(browser, width, 915, color_scheme=colors, reduced_motion="reduce") as page:
        yield page


def two_scales(sheet: Worksheet) -> Worksheet:
    """Two scores, two of another scale on the same days, and an event."""
    two_scores(sheet)
    for number, (day, total) in enumerate((("2026-03-16", "15"), ("2026-03-30", "6")), 3):
        sheet.add("score").row(f"Score {number}").pick("Other scale", "GAD-7").enter(Date=day, Total=total)
    sheet.row("Event 1").enter(Date="2026-03-05", What="First infusion")
    expect(sheet.headline).to_contain_text("GAD-7 15 → 6: response, 60% better")
    return sheet


SHEETS = [
    ("treatment-history", "Treatment history", two_trials),
    ("infusion", "Infusion", one_infusion),
    ("course", "Track a treatment course", two_scales),
]


@pytest.mark.parametrize(("slug", "title", "filled"), [pytest.param(*sheet, id=sheet[0]) for sheet in SHEETS])
def test_a_worksheet_with_rows_has_nothing_that_axe_calls_wrong(
    view: Page, site_url: str, slug: str, title: str, filled: Callable[[Worksheet], Worksheet]
) -> None:
    Site(view, site_url).open(f"worksheets/{slug}/")
    sheet = filled(Worksheet(view, title))
    expect(sheet.whole_answer().headline).to_be_visible()
    assert accessibility_problems(view) == []
    assert not scrolls_sideways(view)
