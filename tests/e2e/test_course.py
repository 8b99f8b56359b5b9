"""A course of six treatments and its maintenance are entered in few keys, and nothing typed is changed."""

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
    page.route("**/slim-core-*.wasm", held.append)
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
