"""A session by the clock: what is due is told in time, nothing typed is lost, and no patient gets the session of another."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.session import SessionForm
from support.pages.storage import kept
from support.windows import visiting

START = datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own, whose clock shows 14:05: what one session leaves on it, no other test finds."""
    with visiting(browser, timezone_id="Europe/Berlin") as context:
        # The clock stands still but for what a test says, however slow the machine is; timers run.
        context.clock.set_fixed_time(START)
        yield context


@pytest.fixture
def session(device: BrowserContext, site_url: str) -> SessionForm:
    return SessionForm.opened(device.new_page(), site_url)


def later(device: BrowserContext, minutes: int) -> None:
    """The device wakes up so many minutes after 14:05."""
    device.clock.set_fixed_time(START + timedelta(minutes=minutes))
    for page in device.pages:
        page.evaluate("dispatchEvent(new Event('focus'))")


def on_device(page: Page) -> str:
    """What every tab of this device finds."""
    words: str = page.evaluate("Object.values(localStorage).join()")
    return words


def test_a_session_of_120_minutes_with_late_and_missing_readings_a_reload_no_network_and_a_second_tab(
    session: SessionForm, device: BrowserContext, site_url: str
) -> None:
    page = session.page
    session.before_the_dose()
    expect(session.timer).to_contain_text("No start is entered: nothing is counted.")
    session.start_now.click()
    expect(session.field("Start of the dose")).to_have_value("14:05")
    expect(session.field("Date of the session")).to_have_value("2026-03-02")
    expect(session.minute).to_have_text("Minute 0, from 14:05")
    expect(session.due).to_have_text([re.compile(r"^In 10:00, at 14:15\. Minute 10: blood pressure")])
    session.on_device.check()

    later(device, 10)
    expect(session.due.first).to_contain_text("Due now. Minute 10: blood pressure")
    expect(session.told).to_contain_text("Minute 10: blood pressure")
    expect(page).to_have_title(re.compile("^● Due: "))
    session.add_now.click()
    session.measured(2, "138", "86")
    expect(session.due).to_have_text([re.compile("at 14:25. Minute 20")])
    expect(page).not_to_have_title(re.compile("Due"))

    # The phone is locked away, and has no network when it comes back.
    device.set_offline(True)
    later(device, 26)
    expect(session.due.first).to_contain_text("Late by 6 min. Minute 20: blood pressure")
    expect(session.told).to_have_text("The reading of minute 20 is late.")
    expect(session.timer).to_contain_text("This page stood still from 14:15 to 14:31")
    session.show_entries.click()
    session.add_now.click()
    session.measured(3, "150", "90")
    assert session.minutes() == ["0", "10", "26"]
    # At 26 minutes it stands for that of minute 30, a little early; that of minute 20 is missing.
    expect(session.due).to_have_text([re.compile("at 14:45. Minute 40")])
    device.set_offline(False)

    page.reload()
    expect(session.minute).to_have_text("Minute 26, from 14:05")
    session.show_entries.click()  # with the clock of a test the page cannot know that it was loaded again
    assert session.minutes() == ["0", "10", "26"]
    expect(session.on_device).to_be_checked()

    # Another tab: empty, until somebody has said whose session it is.
    other = SessionForm.opened(device.new_page(), site_url)
    expect(other.elsewhere).to_contain_text(
        "A session last typed in at 14:31 is kept on this device, and may be open in another tab."
    )
    assert other.minutes() == [""]
    other.answer_way("Continue it")
    expect(other.minute).to_have_text("Minute 26, from 14:05")
    expect(session.elsewhere).to_contain_text("Another tab continues this session, last at 14:31.")
    expect(session.on_device).not_to_be_checked()
    later(device, 47)
    other.show_entries.click()
    other.add_now.click()
    other.measured(4, "140", "85")
    expect(other.due).to_have_text([re.compile("Minute 60")])
    assert other.minutes() == ["0", "10", "26", "47"]

    # The first tab goes on typing, and writes over nothing.
    session.show_entries.click()
    session.row("Reading 3").enter(Systolic="151")
    expect(session.headline).to_contain_text("151/90")
    assert '["rows.3.t","47"]' in on_device(page)
    assert "151" not in on_device(page)
    session.answer_way("Show what the other tab has")
    expect(other.elsewhere).to_contain_text("Another tab continues this session, last at 14:52.")
    assert session.minutes() == ["0", "10", "26", "47"]
    expect(session.undo_lines).to_contain_text("entries replaced")

    later(device, 120)
    session.show_entries.click()
    session.add_now.click()
    session.measured(5, "124", "78")
    assert session.minutes() == ["0", "10", "26", "47", "120"]
    expect(session.due).to_have_text(["Nothing is due."])
    expect(session.timer).to_contain_text(
        "Not before minute 120, and only when every discharge criterion is met. (16:05)"
    )
    expect(session.words).to_contain_text("Say why a planned reading is missing: minutes 20, 60 and 90.")
    expect(session.words).to_contain_text("more than 5 min late: minute 40 taken at 47.")
    session.clear()
    assert "rows." not in kept(page)
    expect(session.minute).to_be_hidden()


def test_the_timer_says_when_it_cannot_count_and_when_the_clock_was_changed(session: SessionForm) -> None:
    page = session.page
    expect(session.timer).to_contain_text("Nothing is counted until the questions above are answered.")
    session.before_the_dose().enter(Date_of_the_session="2026-03-02", Start_of_the_dose="15:05")
    expect(session.timer).to_contain_text("The start lies ahead, at 15:05: nothing is counted until then.")
    expect(session.add_now).to_be_hidden()
    session.enter(Date_of_the_session="2026-03-01", Start_of_the_dose="14:04")
    expect(session.timer).to_contain_text("The start lies more than a day back, at 14:04 on 2026-03-01")
    expect(session.minute).to_be_hidden()
    session.enter(Date_of_the_session="", Start_of_the_dose="14:00")
    expect(session.minute).to_have_text("Minute 5, from 14:00")
    session.enter(Start_of_the_dose="14:0")
    expect(session.minute).to_be_hidden()
    session.enter(Start_of_the_dose="13:30")
    expect(session.minute).to_have_text("Minute 35, from 13:30")
    later(page.context, -20)
    expect(session.timer).to_contain_text("The clock of this device was set back by 20 min.")
    expect(session.minute).to_have_text("Minute 15, from 13:30")
    session.show_entries.click()
    # What is typed elsewhere and cannot be read takes nothing away that is due.
    session.row("Reading 1").enter(Diastolic="")
    expect(session.timer).to_contain_text("cannot be read at present: what is due stands here as it was before")
    expect(session.due.first).to_contain_text("Minute 10")


def test_a_session_is_on_the_device_only_when_the_reader_said_so_and_goes_with_one_button(
    session: SessionForm, device: BrowserContext, site_url: str
) -> None:
    session.before_the_dose()
    expect(session.on_device).not_to_be_checked()
    expect(session.headline).to_contain_text("120/75")
    assert "rows." not in on_device(session.page)
    session.on_device.check()
    assert '["rows.0.sys","120"]' in on_device(session.page)
    session.page.close()

    # On the next day, with the tab gone.
    page = device.new_page()
    later(device, 19 * 60)
    found = SessionForm.opened(page, site_url)
    expect(found.elsewhere).to_contain_text(
        "A session last typed in at 14:05 on 2026-03-02 is kept on this device. Is it that of"
    )
    assert found.minutes() == [""]
    assert accessibility_problems(page) == []
    found.answer_way("Remove it from this device")
    assert "rows." not in on_device(page)
    found.answer_way("Undo").answer_way("Continue it")
    expect(found.headline).to_contain_text("120/75")
    expect(found.typed_at).to_have_text(
        "Typed on this device at 14:05 on 2026-03-02. For another patient, clear the form."
    )

    # Each session is asked about anew.
    found.clear()
    assert "rows." not in on_device(page)
    expect(found.on_device).not_to_be_checked()
    found.before_the_dose()
    expect(found.headline).to_contain_text("120/75")
    assert "rows." not in on_device(page)
    found.on_device.check()
    found.on_device.uncheck()
    assert "rows." not in on_device(page)
    found.on_device.check()
    found.keep.uncheck()
    expect(found.on_device).to_be_disabled()
    assert "rows." not in kept(page)


@pytest.mark.parametrize("width", [320, 1350])
def test_the_timer_is_worked_by_keys_and_is_read_out_once(browser: Browser, site_url: str, width: int) -> None:
    with visiting(browser, width, 844, timezone_id="Europe/Berlin") as context:
        context.clock.set_fixed_time(START)
        session = SessionForm.opened(context.new_page(), site_url)
        page = session.page
        session.before_the_dose()
        session.start_now.focus()
        page.keyboard.press("Enter")
        expect(session.timer).to_be_focused()
        expect(session.minute).to_contain_text("Minute 0")
        later(context, 10)
        expect(session.told).to_contain_text("Minute 10")
        session.told.evaluate(
            "place => new MutationObserver(() => (place.dataset.again = '')).observe(place, { childList: true })"
        )
        later(context, 13)
        expect(session.minute).to_contain_text("Minute 13")
        assert session.told.get_attribute("data-again") is None
        assert accessibility_problems(page) == []
        assert not scrolls_sideways(page)
        session.add_now.focus()
        page.keyboard.press("Enter")
        expect(session.row("Reading 2").field("Minute")).to_have_value("13")
        expect(session.row("Reading 2").field("Systolic")).to_be_focused()
