"""A course of six treatments and its maintenance are entered in few keys, and nothing typed is changed."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.pages.seen import label_in_focus
from support.pages.site import Site
from support.pages.worksheet import Worksheet

TITLE = "Track a treatment course"
# What the same entries took before dates were proposed, counted on the site: the scores, and the plans.
SCORES_BEFORE, PLANS_BEFORE = 121, 60
TOTALS = ("16", "8", "6", "5", "7", "12")
# 2026-08-31 is a Monday; each week one score.
DAYS = ("2026-08-31", "2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12")


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.count += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def tab_to(self, name: str) -> None:
        """Tab until what has this name, or is in the group of it, has the focus."""
        self.press("Tab")
        while not label_in_focus(self.page).startswith(name):
            self.press("Tab")
            assert self.count < 500, f"{name} is not reached"


@pytest.fixture
def course(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/course/")
    return Worksheet(page, TITLE)


def test_a_course_of_six_with_its_maintenance_takes_less_than_half_the_keys(course: Worksheet, page: Page) -> None:
    course.choose("Scale", "PHQ-9")
    course.row("Score 1").field("Date").focus()
    keys = Keys(page)
    keys.type("2026-08-31")
    keys.press("Tab")
    keys.type("21")
    keys.press("Tab")
    keys.type("0")
    for number, total in enumerate(TOTALS, 2):
        keys.press("Enter")
        row = course.row(f"Score {number}")
        expect(row.field("Total")).to_be_focused()
        keys.type(total)
        expect(row.field("Date")).to_have_value(DAYS[number - 1])
    assert keys.count <= SCORES_BEFORE / 2
    expect(course.headline).to_contain_text("PHQ-9 up by 7 points: treat as relapse until shown otherwise")
    scores = course.table("Scores")
    assert list(scores) == list(DAYS)
    # The assessments of the protocol, and nothing once they are over.
    assert [cells[5] for cells in scores.values()] == ["0", "2", "4", "6", "", "", ""]
    assert [cells[0] for cells in scores.values()] == ["Monday"] * 7

    plans = Keys(page)
    plans.tab_to("First treatment")
    plans.type("2026-08-31")
    offer = course.card.get_by_role("button", name="Use 2026-09-17 (Thursday), the last day by the first treatment")
    expect(offer).to_be_enabled()
    plans.tab_to("Use 2026-09-17")
    plans.press("Enter")
    assert plans.count <= PLANS_BEFORE / 2
    expect(course.field("Last day of induction")).to_have_value("2026-09-17")
    expect(offer).to_have_count(0)
    assert len(course.table("Sessions")) == 15
    assert len(course.table("Treatments")) == 6


def test_rows_that_were_added_before_python_was_there_get_their_dates_when_it_is(page: Page, open_site: Site) -> None:
    held: list[Route] = []
    page.route("**/slim-core-*.wasm", lambda route: held.append(route))
    open_site.open("worksheets/course/")
    course = Worksheet(page, TITLE)
    course.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    for total in ("16", "11", "4"):
        page.keyboard.press("Enter")
        page.keyboard.type(total)
    expect(course.row("Score 4").field("Total")).to_have_value("4")
    for route in held:
        route.continue_()
    expect(course.row("Score 4").field("Date")).to_have_value("2026-03-23")
    expect(course.row("Score 2").field("Date")).to_have_value("2026-03-09")
    expect(course.headline).to_contain_text("Remission")


def test_a_score_can_be_added_before_the_answer_has_come_and_nothing_typed_is_changed(
    course: Worksheet, page: Page
) -> None:
    course.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    page.keyboard.press("Enter")
    page.keyboard.type("16")
    page.keyboard.press("Enter")
    page.keyboard.type("11")
    expect(course.row("Score 3").field("Date")).to_have_value("2026-03-16")
    # A date of one's own stays as it was typed, and the next one is expected as far after it.
    course.row("Score 3").enter(Date="2026-03-20")
    course.row("Score 3").field("Total").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("4")
    expect(course.row("Score 4").field("Date")).to_have_value("2026-03-31")
    expect(course.row("Score 3").field("Date")).to_have_value("2026-03-20")
    expect(course.headline).to_contain_text("Remission")


def test_other_scales_stand_beside_the_chosen_one_and_a_visit_repeats_itself(course: Worksheet, page: Page) -> None:
    course.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    course.add("score").row("Score 2").pick("Other scale", "GAD-7").enter(Date="2026-03-02", Total="15")
    third = course.add("score").row("Score 3").pick("Other scale", "PHQ-9").enter(Date="2026-03-16", Total="4")
    expect(course.headline).to_contain_text("PHQ-9 21 → 4")
    third.field("Total").focus()
    keys = Keys(page)
    keys.press("Enter")
    keys.type("6")
    fourth = course.row("Score 4")
    expect(fourth.group.get_by_role("combobox", name="Other scale")).to_have_value("gad7")
    expect(fourth.field("Date")).to_have_value("2026-03-16")
    assert keys.count == 2
    expect(course.headline).to_contain_text("Remission: 81% better. GAD-7 15 → 6: response, 60% better")
    expect(course.whole_answer().chart).to_have_count(2)
    # One line of days: both drawings begin and end at the same place.
    first, second = (drawing.bounding_box() for drawing in course.chart.all())
    assert first
    assert second
    assert (first["x"], first["width"]) == (second["x"], second["width"])
    assert [cells[1] for cells in course.table("GAD-7 scores").values()] == ["15", "6"]


def test_a_file_of_a_session_is_offered_and_nothing_of_it_is_taken_in_silence(
    course: Worksheet, tmp_path: Path
) -> None:
    course.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21")
    event = course.row("Event 1")
    head = {"format": "ketamine-association-worksheet", "formatVersion": 1, "version": "1.0", "saved": "2026-03-05"}
    session = [["route", "iv"], ["day", "2026-03-05"], ["dose_mg", "35"]]
    file = tmp_path / "session.json"
    file.write_text(json.dumps({**head, "calculator": "session_vitals", "entries": session}), "utf-8")
    course.open_file(file)
    expect(course.said_of_file).to_have_text("This file was saved from “Record a treatment session” on 2026-03-05.")
    offer = course.card.get_by_role("button", name="Take Ketamine infusion: 35 mg on 2026-03-05 (Thursday)")
    expect(offer).to_be_focused()
    expect(course.card.get_by_text("Readings, warnings and all else stay in the file")).to_be_visible()
    expect(event.field("What happened")).to_have_value("")
    offer.press("Enter")
    expect(event.field("What happened")).to_have_value("Ketamine infusion: 35 mg")
    expect(event.field("Date")).to_have_value("2026-03-05")
    expect(course.row("Score 1").field("Total")).to_have_value("21")
    expect(course.headline).to_have_text("PHQ-9 21 before treatment; no later score yet")

    # Dates of a calendar that are others than those typed here are not put over them.
    course.enter(First_treatment="2026-03-09")
    plan = [["mode", "induction"], ["start", "2026-03-02"], ["sessions", "8"]]
    file.write_text(json.dumps({**head, "calculator": "monitoring_calendar", "entries": plan}), "utf-8")
    course.open_file(file)
    course.card.get_by_role("button", name="Take the induction from 2026-03-02 (Monday) as the plan").click()
    expect(course.said_of_file).to_have_text("Nothing was taken: the form has another entry for First treatment.")
    expect(course.field("First treatment")).to_have_value("2026-03-09")
    course.enter(First_treatment="")
    course.card.get_by_role("button", name="Take the induction from").click()
    expect(course.field("First treatment")).to_have_value("2026-03-02")
    expect(course.field("Treatments")).to_have_value("8")
    expect(course.value("Last induction treatment")).to_have_text("2026-03-26")
