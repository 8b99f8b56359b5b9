"""Nothing typed into a worksheet is lost: its tab keeps it, what was taken away comes back, and an answer names what it needs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.storage import kept
from support.pages.worksheet import Worksheet
from support.windows import window

# (21 − 11) ÷ 21 is 47.6…%
BETTER = "47.6% better"
LATER = "const now = Date.now; Date.now = () => now() + 16 * 60_000;"


@pytest.fixture
def course(page: Page, open_site: Site) -> Worksheet:
    open_site.open("worksheets/course/")
    return Worksheet(page, "Track a treatment course")


def two_scores(sheet: Worksheet) -> Worksheet:
    sheet.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    sheet.add("score").row("Score 2").enter(Date="2026-03-16", Total="11", Treatments_completed="4")
    expect(sheet.headline).to_contain_text(BETTER)
    return sheet


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The dialogs that came up when the page was left; each is answered with Leave."""
    kinds: list[str] = []

    def leave(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    yield kinds
    page.remove_listener("dialog", leave)


def test_rows_that_were_kept_say_when_they_were_typed_and_are_covered_where_they_may_be_anothers(
    course: Worksheet, open_site: Site, page: Page, asked: list[str]
) -> None:
    two_scores(course)
    page.reload()
    expect(course.headline).to_contain_text(BETTER)
    expect(course.row("Score 2").field("Total")).to_have_value("11")
    expect(course.typed_at).to_have_text(
        re.compile(r"^Typed in this tab at \d\d:\d\d\. For another patient, clear the form\.$")
    )

    open_site.open("worksheets/")
    open_site.open("worksheets/course/")
    expect(course.card.get_by_text("Nobody has touched these entries since")).to_be_visible()
    expect(course.headline).to_be_hidden()
    course.card.get_by_role("button", name="Show them").click()
    expect(course.headline).to_contain_text(BETTER)

    page.add_init_script(LATER)
    page.reload()
    expect(course.card.get_by_text("Nobody has touched these entries since")).to_be_visible()
    expect(course.headline).to_be_hidden()
    course.card.get_by_role("button", name="Empty the form").click()
    expect(course.row("Score 1").field("Total")).to_have_value("")
    assert "2026-03-02" not in kept(page)
    assert asked == []


def test_what_was_removed_or_cleared_comes_back_whole_until_something_else_is_entered(
    course: Worksheet, page: Page
) -> None:
    two_scores(course).remove_button("Score 1").dblclick()
    expect(course.row("Score 1").field("Total")).to_have_value("11")
    expect(course.row("Score 2").group).to_have_count(0)
    expect(course.undo_lines).to_contain_text("Score 1 removed: 2026-03-02, 21, 0")
    page.keyboard.press("Control+z")
    expect(course.row("Score 1").field("Total")).to_have_value("21")
    expect(course.headline).to_contain_text(BETTER)

    course.remove_button("Score 2").click()
    course.row("Score 1").field("Total").press("Control+z")  # in a text field the key is the browser's own
    expect(course.row("Score 2").group).to_have_count(0)
    course.undo_button("Score 2 removed").click()
    expect(course.row("Score 2").field("Date")).to_have_value("2026-03-16")

    course.clear()
    assert "2026-03-16" not in kept(page)
    expect(course.undo_lines).to_have_text("7 entries cleared.Undo")
    assert accessibility_problems(page) == []
    page.keyboard.press("Control+z")
    expect(course.headline).to_contain_text(BETTER)
    assert "2026-03-16" in kept(page)

    course.clear().choose("Scale", "GAD-7")
    expect(course.undo_lines).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(course.row("Score 1").field("Total")).to_have_value("")


def test_a_row_that_comes_back_has_its_choices_and_takes_none_from_its_neighbor(page: Page, open_site: Site) -> None:
    open_site.open("worksheets/treatment-history/")
    history = Worksheet(page, "Treatment history")
    for place, (drug, episode) in enumerate(
        [("Sertraline (Zoloft, Lustral)", "Yes"), ("Venlafaxine (Effexor, Efexor)", "No")], 1
    ):
        if place > 1:
            history.add("trial")
        history.row(f"Trial {place}").pick("Drug", drug).choose("In the current episode", episode)
    history.remove_button("Trial 1").click()
    expect(history.undo_lines).to_contain_text("Trial 1 removed: Sertraline (Zoloft, Lustral), Yes")
    history.undo_button("Trial 1 removed").click()
    for place, episode in ((1, "Yes"), (2, "No")):
        chosen = history.row(f"Trial {place}").group.get_by_role("radio", name=episode, exact=True)
        expect(chosen).to_be_checked()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with window(browser, 390, 844, has_touch=True, is_mobile=True) as page:
        yield page


def test_a_double_tap_on_remove_takes_one_row(phone: Page, site_url: str) -> None:
    Site(phone, site_url).open("worksheets/course/")
    course = Worksheet(phone, "Track a treatment course")
    for _ in range(3):
        course.add("score")
    remove = course.remove_button("Score 2")
    remove.scroll_into_view_if_needed()
    box = remove.bounding_box()
    assert box is not None
    for _ in range(2):
        phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(course.undo_lines).to_have_count(1)
    expect(course.row("Score 3").group).to_have_count(1)
    expect(course.row("Score 4").group).to_have_count(0)
    assert not scrolls_sideways(phone)
    assert accessibility_problems(phone) == []


def test_with_the_switch_off_nothing_is_kept_and_the_browser_asks_before_leaving(
    course: Worksheet, page: Page, asked: list[str], tmp_path: Path
) -> None:
    two_scores(course).keep.uncheck()
    expect(course.said_of_keeping).to_have_text("Nothing is kept. Save before you leave.")
    assert "2026-03-16" not in kept(page)
    page.reload()
    assert asked == ["beforeunload"]
    expect(course.row("Score 1").field("Total")).to_have_value("")
    expect(course.keep).not_to_be_checked()

    two_scores(course).saved(tmp_path)
    assert "2026-03-16" not in kept(page)
    page.reload()
    course.row("Score 1").field("Total").fill("21")
    course.clear()
    page.reload()
    assert asked == ["beforeunload"]
    course.keep.check()


def test_where_storage_is_denied_the_browser_asks_before_rows_are_lost(
    page: Page, open_site: Site, asked: list[str]
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    open_site.open("worksheets/course/")
    course = Worksheet(page, "Track a treatment course")
    expect(course.keep).to_be_disabled()
    expect(course.said_of_keeping).to_have_text("This browser keeps nothing for this page. Save before you leave.")
    page.reload()
    assert asked == []
    course.row("Score 1").field("Total").fill("21")
    page.reload()
    assert asked == ["beforeunload"]


def test_an_optional_entry_takes_no_answer_away_and_what_it_needs_is_a_press_away(
    course: Worksheet, page: Page, open_site: Site
) -> None:
    two_scores(course).field("PHQ-9 when stable").fill("6")
    expect(course.words).to_contain_text("Still needed: Suicidal thoughts")
    expect(course.headline).to_contain_text("PHQ-9 21 → 11")
    assert accessibility_problems(page) == []
    course.go_to("Suicidal thoughts")
    expect(course.group("Suicidal thoughts").get_by_role("radio").first).to_be_focused()

    course.row("Score 2").enter(Date="2026-03-99")
    expect(course.words).to_have_text("Check: Score 2, Date")
    course.go_to("Score 2, Date")
    expect(course.row("Score 2").field("Date")).to_be_focused()
    course.row("Score 2").enter(Date="")
    expect(course.words).to_have_text("Still needed: Score 2, Date")

    open_site.open("worksheets/infusion/")
    infusion = Worksheet(page, "Infusion")
    infusion.enter(Weight="70", Systolic_pressure="120", Diastolic_pressure="80", Height="170")
    infusion.tick("Findings", "None of these (all checked)").tick("Other medicines", "None of these")
    infusion.choose("Vial strength", "50 mg/mL")
    expect(infusion.headline).to_contain_text("35 mg")
    expect(infusion.words).to_contain_text("Still needed: Sex")
    infusion.go_to("Sex")
    expect(infusion.group("Sex").get_by_role("radio").first).to_be_focused()
