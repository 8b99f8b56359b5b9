"""The answer as it is seen and heard: the figure, its chips, its notices, and numbers that keep their units."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site


def answered(form: CalculatorForm, vial: str = "50 mg/mL") -> CalculatorForm:
    form.enter(Weight="82.5", Final_volume="50").choose("Vial strength", vial)
    return form.whole_answer()


def no_quantity_is_broken(form: CalculatorForm) -> None:
    assert form.quantities.count() > 5
    assert form.broken_quantities() == []


@pytest.mark.parametrize("width", [320, 390, 1350])
def test_the_dose_is_one_big_number_with_what_to_prepare_and_to_set_below(
    open_site: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    form = answered(open_site.calculator("iv-dose", "IV ketamine dose"))
    expect(form.figure).to_have_text("41.3 mg IV")
    expect(form.chips).to_have_text(["Standard: 0.5 mg/kg"])
    expect(form.group_names).to_have_text(["Prepare", "Pump", "Check"])
    expect(form.value("Diluent")).to_have_text("49.17 mL")
    no_quantity_is_broken(form)
    assert not scrolls_sideways(page)
    assert accessibility_problems(page) == []


@pytest.mark.parametrize("width", [320, 1350])
@pytest.mark.parametrize("address", ["", "articles/", "calculators/iv-dose/", "worksheets/course/", "desk/"])
def test_no_word_is_smaller_than_small_print(open_site: Site, page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_site.open(address)
    assert open_site.words_smaller_than(12) == []


def test_a_number_stays_before_its_unit_where_the_page_runs_from_right_to_left(open_site: Site, page: Page) -> None:
    form = answered(open_site.calculator("iv-dose", "IV ketamine dose"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    number, unit = (part.bounding_box() for part in (form.figure_value, form.figure_unit))
    assert number
    assert unit
    assert number["x"] < unit["x"]
    no_quantity_is_broken(form)


def test_a_program_that_translates_the_page_leaves_numbers_and_units_alone(open_site: Site) -> None:
    form = answered(open_site.calculator("iv-dose", "IV ketamine dose"))
    assert form.quantities.count() > 5
    for part in (*form.quantities.all(), form.figure_unit):
        expect(part).to_have_attribute("translate", "no")


def test_notes_are_folded_behind_one_line_and_what_stops_never_is(open_site: Site) -> None:
    form = answered(open_site.calculator("iv-dose", "IV ketamine dose"), "100 mg/mL")
    expect(form.stop).to_be_visible()
    expect(form.stop).to_contain_text("Dilute first: Never give")
    expect(form.chips.first).to_have_text("Dilute first")
    expect(form.announced).to_have_text(
        re.compile(r"^41\.3 mg IV over 40 min at 75 mL/h\. Dilute first: Never give .*use at once\.$")
    )
    expect(form.note).to_be_hidden()
    form.unfold("For information (1)")
    expect(form.note).to_contain_text("For information: Label (anesthesia")


def test_the_sentence_is_heard_and_the_figure_is_seen(open_site: Site) -> None:
    form = answered(open_site.calculator("iv-dose", "IV ketamine dose"))
    expect(form.words).to_match_aria_snapshot("- paragraph: 41.3 mg IV over 40 min at 75 mL/h")
    expect(form.glance).to_have_attribute("aria-hidden", "true")
    expect(form.glance).to_be_visible()


def test_before_an_answer_there_is_no_dose_to_be_seen_and_the_page_says_what_it_needs(
    open_site: Site, page: Page
) -> None:
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    expect(form.still_needed).to_have_text("Still needed: Weight, Vial strength")
    expect(form.example_content).to_be_hidden()
    expect(form.example).to_contain_text("Worked example, not your patient: 70 kg, 0.5 mg/kg")
    form.example_line.click()
    expect(form.example).to_contain_text("35 mg IV over 40 min")
    expect(form.example_content).to_be_visible()
    assert accessibility_problems(page) == []


@pytest.mark.parametrize("width", [320, 1350])
def test_each_part_of_a_scale_has_its_name_under_it(open_site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_site.open("calculators/phq9/")
    form = open_site.form("PHQ-9")
    for item in form.card.get_by_role("radiogroup").all():
        item.get_by_role("radio").nth(2).check()
    form.whole_answer()
    expect(form.figure).to_have_text("18 of 27")
    expect(form.chips).to_have_text(["Suicide item positive", "Moderately severe", "Not in remission"])
    expect(form.words).to_contain_text("Urgent: Ask about suicide now")
    expect(form.scale_names).to_have_text(
        [
            re.compile(words)
            for words in ("Minimal 0 to 4", "Mild 5 to 9", "Moderate 10 to 14", "Moderately severe", "Severe 20")
        ]
    )
    for band, part in zip(form.scale_names.all(), form.scale_bands.all(), strict=True):
        name, piece = band.bounding_box(), part.bounding_box()
        assert name
        assert piece
        assert abs(name["x"] - piece["x"]) < 1
    assert not scrolls_sideways(page)
    assert accessibility_problems(page) == []


@pytest.mark.parametrize("width", [320, 1350])
@pytest.mark.parametrize(
    ("slug", "title"),
    [("iv-dose", "IV ketamine dose"), ("esketamine-visit", "Esketamine visit")],
)
def test_the_worked_example_never_stands_over_what_is_still_needed(
    open_site: Site, page: Page, slug: str, title: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    form = open_site.calculator(slug, title)
    expect(form.still_needed).to_be_visible()
    # Both are measured at once: until the answer has come, what stands above them may still move them.
    gap = form.example_line.evaluate(
        "(example, needed) => example.getBoundingClientRect().top - needed.getBoundingClientRect().bottom",
        form.still_needed.element_handle(),
    )
    assert gap >= 0
