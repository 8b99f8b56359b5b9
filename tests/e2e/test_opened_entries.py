"""Entries of a link or a file are answered only when the form asks just what they say, and old ones only when they are meant."""

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ketamine_calculators import find
from support.pages.calculator import CalculatorForm
from support.pages.site import Site
from support.pages.worksheet import Worksheet

DOSE = find("iv_dose").version
SCREEN = find("contraindication_screen").version
GO_ON = "Continue with what is in the form"
ORDER = "weight=70&weight_unit=kg&concentration_mg_ml=50&dose_mg_per_kg=0.5&minutes=40&route=iv"

TODAY = f"&weight_on={datetime.date.today()}"


def opened(open_site: Site, page: Page, slug: str, title: str, fragment: str) -> CalculatorForm:
    page.goto("about:blank")
    open_site.open(f"calculators/{slug}/#{slug.replace('-', '_')}?{fragment}")
    return open_site.form(title)


# Each is a link to a patient who is contraindicated, with one entry that the form no longer knows.
@pytest.mark.parametrize(
    ("fragment", "left_out"),
    [
        ("flags=aneurysmal_vascular_disease&flags=renamed_flag", "flags: renamed_flag"),
        ("flags=renamed_flag&flags=none", "flags: renamed_flag"),
        ("flags=aneurysmal_vascular_disease&flags=aneurysmal_vascular_disease", "flags: aneurysmal_vascular_disease"),
        ("flags=none&suicidality=yes", "suicidality: yes"),
    ],
)
def test_an_entry_without_a_place_is_named_and_nothing_is_answered_before_it_was_seen(
    open_site: Site, page: Page, fragment: str, left_out: str
) -> None:
    form = opened(open_site, page, "contraindication-screen", "Contraindication screen", f"{fragment}&v={SCREEN}")
    expect(form.words).to_contain_text(f"has no place in this form and is left out: {left_out}.")
    expect(form.headline).to_have_count(0)
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.headline).to_be_visible()


@pytest.mark.parametrize(
    ("version", "words"),
    [("&v=0.9", "was made with version 0.9 of the calculator"), ("", "does not say its version of the calculator")],
)
def test_a_link_of_another_version_or_of_none_is_answered_when_the_reader_has_said_so(
    open_site: Site, page: Page, version: str, words: str
) -> None:
    form = opened(open_site, page, "iv-dose", "IV ketamine dose", f"{ORDER}{TODAY}{version}")
    expect(form.words).to_contain_text(words)
    expect(form.words).to_contain_text(f"This is version {DOSE}")
    expect(form.field("Weight")).to_have_value("70")
    form.enter(Weight="80")
    expect(form.words).to_contain_text(words)
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.headline).to_contain_text("40 mg")


def test_a_doubt_is_still_one_when_the_reader_comes_back(open_site: Site, page: Page) -> None:
    open_site.change_pages_instantly()
    form = opened(open_site, page, "iv-dose", "IV ketamine dose", f"{ORDER}{TODAY}&v=0.9")
    expect(form.words).to_contain_text("was made with version 0.9")
    open_site.follow("Home")
    expect(page).to_have_title("Ketamine for depression - Ketamine Association Guidance")
    page.go_back()
    expect(form.words).to_contain_text("was made with version 0.9")
    expect(form.headline).to_have_count(0)
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.headline).to_contain_text("35 mg")


def test_what_was_read_from_a_link_leaves_the_address_at_once(open_site: Site, page: Page) -> None:
    form = opened(open_site, page, "iv-dose", "IV ketamine dose", f"{ORDER}{TODAY}&v={DOSE}")
    expect(form.headline).to_contain_text("35 mg")
    expect(page).to_have_url(f"{open_site.address}calculators/iv-dose/")


def test_a_link_that_is_too_long_is_refused_with_its_number(open_site: Site, page: Page) -> None:
    form = opened(open_site, page, "iv-dose", "IV ketamine dose", "weight=" + "7" * 100_000)
    expect(form.words).to_contain_text("This link holds 100007 characters, and at most 100000 are read.")
    expect(form.field("Weight")).to_have_value("")


def rows(count: int) -> str:
    return "&".join(f"scores.{row}.day=2026-03-02&scores.{row}.total=20" for row in range(count))


def test_a_link_with_more_rows_than_the_form_takes_is_refused_at_once(open_site: Site, page: Page) -> None:
    page.goto("about:blank")
    open_site.open(f"worksheets/course/#course?scale=phq9&{rows(120)}")
    course = Worksheet(page, "Track a treatment course")
    expect(course.words).to_contain_text("at most 100")
    expect(course.words).to_contain_text("Nothing was filled in.")


def test_a_file_with_thousands_of_rows_is_refused_at_once(open_site: Site, page: Page, tmp_path: Path) -> None:
    open_site.open("worksheets/course/")
    course = Worksheet(page, "Track a treatment course")
    file = tmp_path / "course.json"
    entries = [[f"scores.{row}.{name}", "7"] for row in range(18_000) for name in ("day", "total")]
    head = {"format": "ketamine-association-worksheet", "formatVersion": 1, "calculator": "course", "version": "0.9"}
    file.write_text(json.dumps({**head, "saved": "2026-03-02", "entries": entries}), "utf-8")
    course.open_file(file)
    expect(course.said_of_file).to_have_text("This file holds 36000 entries, and at most 2000 are read.")


def test_a_file_of_another_version_and_one_that_is_too_large_say_so(
    open_site: Site, page: Page, tmp_path: Path
) -> None:
    open_site.open("worksheets/course/")
    course = Worksheet(page, "Track a treatment course")
    file = tmp_path / "course.json"
    saved = {
        "format": "ketamine-association-worksheet",
        "formatVersion": 1,
        "calculator": "course",
        "saved": "2026-03-02",
    }
    entries = [["scale", "phq9"]]
    file.write_text(json.dumps({**saved, "version": "99.1", "entries": entries}), "utf-8")
    course.open_file(file)
    expect(course.said_of_file).to_contain_text("Load this page anew: this file was saved with version 99.1")
    expect(course.row("Score 1").field("Total")).to_have_value("")
    file.write_text(json.dumps({**saved, "version": "0.9", "entries": entries}), "utf-8")
    course.open_file(file)
    expect(course.words).to_contain_text("This file was made with version 0.9 of the calculator")
    file.write_text(" " * 1_000_001, "utf-8")
    course.open_file(file)
    expect(course.said_of_file).to_have_text("This file has 1000001 bytes, and at most 1000000 are read.")


@pytest.fixture
def unused(open_site: Site, page: Page) -> CalculatorForm:
    """A form that was answered and then left alone for 15 minutes."""
    page.clock.install()
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    page.clock.run_for(1_000)
    expect(form.headline).to_contain_text("35 mg")
    page.clock.fast_forward(14 * 60_000)
    expect(form.headline).to_be_visible()
    page.clock.fast_forward(2 * 60_000)
    return form


def test_entries_that_nobody_touched_for_15_minutes_are_shown_when_they_are_meant(unused: CalculatorForm) -> None:
    expect(unused.card.get_by_text("Are they those of the patient in front of you?")).to_be_visible()
    expect(unused.headline).to_be_hidden()
    expect(unused.field("Weight")).to_be_hidden()
    unused.card.get_by_role("button", name="Show them").click()
    expect(unused.headline).to_contain_text("35 mg")
    expect(unused.field("Weight")).to_have_value("70")


def test_entries_that_are_not_meant_are_gone_with_their_answer(unused: CalculatorForm) -> None:
    unused.card.get_by_role("button", name="Empty the form").click()
    expect(unused.field("Weight")).to_have_value("")
    expect(unused.headline).to_have_count(0)


def test_a_form_that_nobody_filled_in_is_never_covered(open_site: Site, page: Page) -> None:
    page.clock.install()
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    page.clock.fast_forward(60 * 60_000)
    expect(form.field("Weight")).to_be_visible()
    expect(form.card.get_by_text("Are they those of the patient")).to_be_hidden()
