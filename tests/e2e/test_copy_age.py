"""A kept copy says how old it is, and what a newer edition has changed; one that is the newest never does."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.editions import day_of, heading, look_for_newer, open_and_keep, publish
from support.pages.calculator import CalculatorForm
from support.pages.offline import OfflineWords
from support.serving import Host, serving
from support.windows import visiting

TITLE = "IV ketamine dose"
LIMIT = 90
"""That of mkdocs.yml."""


@pytest.fixture
def published(site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    with visiting(browser, service_worker=True, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


@pytest.fixture
def tab(visit: BrowserContext) -> Page:
    return visit.new_page()


@pytest.fixture
def host(published: Path) -> Iterator[Host]:
    with serving(published) as host:
        yield host


def in_days(tab: Page, days: int) -> date:
    """From now on the clock of this page goes that many days ahead, or behind."""
    day = date.today() + timedelta(days=days)
    tab.clock.set_fixed_time(f"{day}T12:00:00")
    return day


def answered(tab: Page) -> CalculatorForm:
    form = CalculatorForm(tab, TITLE).enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    return form


def test_past_the_limit_every_answer_and_every_record_of_a_kept_copy_says_so(tab: Page, host: Host) -> None:
    open_and_keep(tab, host)
    kept_on = date.today()
    host.down = True
    in_days(tab, LIMIT + 1)
    tab.reload()
    form = answered(tab)
    caution = f"This copy of the site was last found to be the newest on {kept_on}, 91 days ago."
    expect(form.words).to_contain_text(f"Check first: {caution}")
    expect(form.words).to_contain_text("Go online, open this site, and take the newer version if one is offered.")
    expect(form.announced).to_contain_text(caution)
    short = "Check first: site copy not compared with the newest for 91 days"
    assert f"{short}." in form.copy("summary")
    assert short in form.copy("full note")
    assert {"text": short} in json.loads(form.copy("FHIR"))["note"]
    tab.emulate_media(media="print")
    expect(form.words).to_contain_text(caution)


def test_on_the_day_of_the_limit_a_kept_copy_says_its_age_and_no_answer_does(
    tab: Page, host: Host, published: Path
) -> None:
    open_and_keep(tab, host)
    host.down = True
    today = in_days(tab, LIMIT)
    tab.reload()
    form = answered(tab).whole_answer()
    of = day_of(published)
    expect(OfflineWords(tab).line).to_have_text(
        f"Kept copy of {of}, {(today - of).days} days old. Last found to be the newest on {date.today()}."
    )
    expect(form.words).not_to_contain_text("copy of the site")
    assert "site copy" not in form.copy("summary")


def test_an_old_edition_that_is_still_the_newest_says_nothing(tab: Page, host: Host) -> None:
    open_and_keep(tab, host)
    day = in_days(tab, 10 * LIMIT)
    tab.reload()
    form = answered(tab)
    # It is asked when the page is at rest; before that the last finding is old.
    expect(form.words).not_to_contain_text("copy of the site")
    expect(OfflineWords(tab).line).to_be_empty()
    host.down = True
    in_days(tab, 10 * LIMIT + 2)
    tab.reload()
    expect(OfflineWords(tab).line).to_contain_text(f"Last found to be the newest on {day}.")
    expect(answered(tab).whole_answer().words).not_to_contain_text("copy of the site")


def test_a_device_whose_clock_is_before_the_edition_is_told_to_set_it(tab: Page, host: Host) -> None:
    open_and_keep(tab, host)
    host.down = True
    tab.clock.set_fixed_time("1970-01-02T12:00:00")
    tab.reload()
    form = answered(tab)
    expect(form.words).to_contain_text("This device says that today is 1970-01-02")
    expect(form.words).to_contain_text("Set the date of the device")
    assert "Check first: age of the site copy unknown, device says 1970-01-02." in form.copy("summary")


def test_answers_say_that_a_newer_edition_has_another_version_of_their_calculator(
    tab: Page, host: Host, published: Path
) -> None:
    open_and_keep(tab, host)
    tab.reload()
    form = answered(tab)
    publish(published, "anew", {"iv_dose": "99.1"})
    look_for_newer(tab)
    expect(form.words).to_contain_text("it has version 99.1 of this calculator")
    OfflineWords(tab).notice.get_by_role("button", name="Later").click()
    assert "Check first: calculator version 99.1 was ready and not used." in form.copy("summary")
    tab.goto(f"{host.address}/calculators/convert-weight/")
    other = CalculatorForm(tab, "Weight conversion")
    expect(OfflineWords(tab).notice).to_contain_text("A newer version of this site is ready.")
    other.enter(Weight="70")
    expect(other.headline).to_be_visible()
    expect(other.words).not_to_contain_text("newer version")


def test_answers_say_what_the_newest_of_several_newer_editions_has(tab: Page, host: Host, published: Path) -> None:
    open_and_keep(tab, host)
    tab.reload()
    form = answered(tab)
    for version in ("99.1", "99.2", "99.3"):
        publish(published, "anew", {"iv_dose": version})
        look_for_newer(tab)
        expect(form.words).to_contain_text(f"it has version {version} of this calculator")


def test_an_old_tab_is_told_that_another_took_the_newer_edition(
    visit: BrowserContext, tab: Page, host: Host, published: Path
) -> None:
    open_and_keep(tab, host)
    tab.reload()
    form = answered(tab)
    day = day_of(published)
    publish(published, "anew")
    look_for_newer(tab)
    old = OfflineWords(tab).notice
    expect(old.get_by_role("button", name="Use it now")).to_be_visible()
    second = visit.new_page()
    second.goto(f"{host.address}/calculators/iv-dose/")
    OfflineWords(second).notice.get_by_role("button", name="Use it now").click()
    expect(second.get_by_role("heading", level=1)).to_contain_text("anew")
    expect(old).to_contain_text("Another tab took the newer version of this site.")
    expect(old).to_contain_text(f"This page still works with the version of {day}")
    expect(old.get_by_role("button", name="Use it now")).to_have_count(0)
    expect(form.headline).to_contain_text("35 mg")
    assert "anew" not in heading(tab)
    old.get_by_role("button", name="Load this page anew").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("anew")
    expect(old).to_be_empty()
