"""Large letters, a small window, the system's own colors, no motion, a thumb: the site can be used in each."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

import browsers
from support.addresses import ARTICLE
from support.pages.calculator import CalculatorForm
from support.pages.reading import (
    cut_off,
    focus_is_covered,
    focused_name,
    letter_size,
    motion,
    overflowing_cells,
    small_targets,
    style,
    system_color,
)
from support.pages.seen import scrolls_sideways, shifts, watch_shifts
from support.pages.site import Site
from support.pages.worksheet import Worksheet
from support.windows import window

PAGES = ["", "calculators/iv-dose/", "worksheets/infusion/", ARTICLE]


@pytest.fixture
def large_letters(playwright: Playwright, headless_path: str) -> Iterator[Page]:
    """A wide window of a reader who has doubled the browser's size of letters."""
    flags = [*browsers.CHROMIUM_FLAGS, "--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(executable_path=headless_path, args=flags)
    with window(browser) as page:
        yield page
    browser.close()


@pytest.fixture
def zoomed_in(browser: Browser) -> Iterator[Page]:
    """What is left of a window of 1280 by 1024 at 400%."""
    with window(browser, 320, 256) as page:
        yield page


@pytest.fixture
def system_colors(browser: Browser) -> Iterator[Page]:
    with window(browser, forced_colors="active") as page:
        yield page


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A window of a reader who wants nothing to move."""
    with window(browser, reduced_motion="reduce") as page:
        yield page


def readable(page: Page, what: str) -> None:
    assert cut_off(page) == [], what
    assert overflowing_cells(page) == [], what
    assert not scrolls_sideways(page), what


def dose(page: Page, site_url: str) -> CalculatorForm:
    return Site(page, site_url).calculator("iv-dose", "IV ketamine dose")


def answered(form: CalculatorForm) -> CalculatorForm:
    form.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    return form


def infusion(page: Page, site_url: str) -> Worksheet:
    Site(page, site_url).open("worksheets/infusion/")
    sheet = Worksheet(page, "Infusion")
    sheet.enter(Systolic_pressure="120", Diastolic_pressure="80", Final_volume="50")
    sheet.tick("Findings", "None of these (all checked)").tick("Other medicines", "None of these")
    sheet.choose("Vial strength", "50 mg/mL")
    return sheet


def read_and_use(page: Page, site_url: str) -> None:
    for path in PAGES:
        Site(page, site_url).open(path)
        readable(page, path)
    form = answered(dose(page, site_url))
    form.glance.scroll_into_view_if_needed()
    expect(form.glance).to_be_in_viewport(ratio=1)
    form.unfold("Working")
    readable(page, "answer")
    form.enter(Weight="700").calculate()
    expect(form.summary).to_be_focused()
    readable(page, "problem")
    sheet = infusion(page, site_url).enter(Weight="70")
    expect(sheet.whole_answer().headline).to_contain_text("35 mg")
    readable(page, "worksheet")


def test_letters_twice_as_large_leave_nothing_cut_off(large_letters: Page, site_url: str) -> None:
    Site(large_letters, site_url).open()
    assert letter_size(large_letters) == "40px"
    read_and_use(large_letters, site_url)


def test_a_page_at_400_percent_leaves_nothing_cut_off(zoomed_in: Page, site_url: str) -> None:
    read_and_use(zoomed_in, site_url)


def test_nothing_covers_what_has_the_focus_at_400_percent(zoomed_in: Page, site_url: str) -> None:
    form = dose(zoomed_in, site_url)
    form.field("Weight").focus()
    visited = []
    for _ in range(8):
        visited.append(focused_name(zoomed_in))
        assert not focus_is_covered(zoomed_in), visited
        zoomed_in.keyboard.press("Tab")
    assert visited[:3] == ["weight", "weight_unit", "dose_mg_per_kg"]


def test_the_mark_on_a_scale_is_seen_in_the_systems_colors(system_colors: Page, site_url: str) -> None:
    form = answered(dose(system_colors, site_url))
    mark = form.scale_mark
    assert style(mark, "border-top-color") == system_color(system_colors, "CanvasText")
    # A triangle: its sides have to stay empty.
    assert style(mark, "border-left-color") == "rgba(0, 0, 0, 0)"
    grounds = [style(band, "background-color") for band in form.scale_bands.all()]
    here = style(form.scale_band_here, "background-color")
    assert grounds.count(here) == 1
    assert here == system_color(system_colors, "Highlight")


def test_buttons_and_choices_have_edges_in_the_systems_colors(system_colors: Page, site_url: str) -> None:
    form = answered(dose(system_colors, site_url))
    ground = system_color(system_colors, "Canvas")
    for one in [*form.card.get_by_role("button").all(), *form.options.all()]:
        if one.is_visible():
            assert style(one, "border-top-style") != "none"
            assert style(one, "border-top-color") != ground
    chosen, other = form.chosen_options.first, form.other_options.first
    assert style(chosen, "background-color") != style(other, "background-color")


def test_the_focus_is_seen_in_the_systems_colors(system_colors: Page, site_url: str) -> None:
    form = dose(system_colors, site_url)
    form.field("Weight").focus()
    for shown in (form.field("Weight"), form.focused_option):
        assert style(shown, "outline-style") == "solid"
        assert style(shown, "outline-width") == "3px"
        assert style(shown, "outline-color") != system_color(system_colors, "Canvas")
        system_colors.keyboard.press("Tab")


def test_what_is_wrong_is_marked_in_the_systems_colors(system_colors: Page, site_url: str) -> None:
    form = dose(system_colors, site_url).enter(Weight="700").calculate()
    expect(form.summary).to_be_visible()
    ground = system_color(system_colors, "Canvas")
    for one, side in ((form.summary, "top"), (form.problem("Weight"), "left"), (form.field("Weight"), "top")):
        assert style(one, f"border-{side}-style") == "solid"
        assert float(style(one, f"border-{side}-width").removesuffix("px")) >= 2
        assert style(one, f"border-{side}-color") != ground
    # A field that is right has a thinner edge.
    assert style(form.field("Dose"), "border-top-width") == "1px"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_for_a_reader_who_wants_no_motion(still: Page, site_url: str, path: str) -> None:
    Site(still, site_url).open(path)
    assert motion(still) == []


def test_no_answer_moves_for_a_reader_who_wants_no_motion(still: Page, site_url: str) -> None:
    answered(dose(still, site_url)).unfold("Working")
    assert motion(still) == []


@pytest.mark.parametrize("width", [412, 1350])
@pytest.mark.parametrize("path", PAGES)
def test_what_is_pressed_is_24_pixels_high_and_wide(open_site: Site, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 915})
    open_site.open(path)
    assert small_targets(page) == []


def trials(page: Page, site_url: str) -> tuple[Worksheet, Callable[[str], object], str]:
    Site(page, site_url).open("worksheets/treatment-history/")
    sheet = Worksheet(page, "Treatment history").choose("ECT that failed", "No ECT failed")
    row = sheet.row("Trial 1").pick("Drug", "Sertraline (Zoloft, Lustral)").choose("In the current episode", "Yes")
    row.enter(Daily_dose="150", Adherence="90")
    return sheet, lambda text: row.enter(Weeks=text), "8"


def course(page: Page, site_url: str) -> tuple[Worksheet, Callable[[str], object], str]:
    Site(page, site_url).open("worksheets/course/")
    sheet = Worksheet(page, "Track a treatment course").choose("Scale", "PHQ-9")
    row = sheet.row("Score 1").enter(Date="2026-03-02")
    sheet.add("score").row("Score 2").enter(Date="2026-03-16", Total="11")
    return sheet, lambda text: row.enter(Total=text), "21"


def one_infusion(page: Page, site_url: str) -> tuple[Worksheet, Callable[[str], object], str]:
    sheet = infusion(page, site_url)
    return sheet, lambda text: sheet.enter(Weight=text), "70"


@pytest.mark.parametrize("filled", [trials, course, one_infusion])
@pytest.mark.parametrize("width", [412, 1350])
def test_nothing_moves_in_a_worksheet_while_its_answer_comes_and_goes(
    page: Page, site_url: str, width: int, filled: Callable[[Page, str], tuple[Worksheet, Callable[[str], object], str]]
) -> None:
    page.set_viewport_size({"width": width, "height": 915})
    sheet, type_in, right = filled(page, site_url)
    type_in(right)
    expect(sheet.whole_answer().headline).to_be_visible()
    type_in("")
    expect(sheet.words).to_have_text(re.compile("needed|checking"))
    watch_shifts(page)
    type_in(right)
    expect(sheet.whole_answer().headline).to_be_visible()
    type_in("")
    expect(sheet.words).to_have_text(re.compile("needed|checking"))
    assert shifts(page) == []
