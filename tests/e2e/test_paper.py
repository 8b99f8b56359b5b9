"""What comes out of a printer: the sheet that is signed, an empty form, a course; by the button as by the browser's own menu."""

import re

import pytest
from playwright.sync_api import Page, expect

from ketamine_calculators import find
from ketamine_calculators.posted_table import PostedTable
from ketamine_calculators.registry import every, worksheets
from support.pages.calculator import CalculatorForm
from support.pages.paper import Paper, on_paper, printout, read
from support.pages.reading import style
from support.pages.site import Site
from support.pages.worksheet import Worksheet

ORGANIZATION = "Ketamine Association Guidance"
TO_SIGN = ("Prepared by", "Checked by", "Start time", "End time")


@pytest.fixture
def infusion(page: Page, open_site: Site) -> Worksheet:
    """70 kg, 0.5 mg/kg, 50 mg/mL to 50 mL over 40 min: 35 mg, 0.7 mL, 75 mL/h. What it waits for are findings and medicines."""
    open_site.open("worksheets/infusion/")
    sheet = Worksheet(page, "Infusion")
    sheet.enter(Weight="70", Systolic_pressure="120", Diastolic_pressure="80", Final_volume="50")
    sheet.choose("Vial strength", "50 mg/mL")
    return sheet


def test_the_sheet_names_drug_route_organization_patient_and_two_people_for_each_line(infusion: Worksheet) -> None:
    infusion.tick("Findings", "None of these (all checked)").tick("Other medicines", "None of these")
    paper = infusion.printed()
    assert len(paper.sheets) == 1
    title, drug = "IV ketamine infusion: preparation and double check", "Ketamine (racemic), IV infusion"
    patient = ("Name", "Date of birth", "Identifier", "Allergies")
    for words in (ORGANIZATION, title, drug, *patient, *TO_SIGN, "Item From what was entered Prepared Checked"):
        assert words in paper.text
    for line in ("Dose 35 mg (0.5 mg/kg)", "Vial 50 mg/mL", "Draw up 0.7 mL", "Diluent 49.3 mL", "Pump rate 75 mL/h"):
        assert line in paper.text
    infusion.close_print()
    assert on_paper(infusion.page) == paper


def test_a_patient_who_may_not_have_it_has_no_line_to_sign(infusion: Worksheet) -> None:
    infusion.tick("Findings", "Active psychosis").tick("Other medicines", "MAO inhibitor")
    infusion.field("Hours since the last MAO inhibitor").fill("300")
    expect(infusion.headline).to_contain_text("36 h")
    paper = infusion.printed()
    assert len(paper.sheets) == 1
    assert "Do not prepare or sign." in paper.text
    assert "Contraindicated: Active psychosis" in paper.text
    assert "Do not give ketamine or esketamine while a contraindication is present." in paper.text
    for gone in (*TO_SIGN, "35 mg", "0.7 mL", "75 mL/h"):
        assert gone not in paper.text


def test_every_empty_form_is_one_page_to_fill_in_by_hand(page: Page, open_site: Site) -> None:
    not_one = {}
    for card in (*every(), *worksheets()):
        open_site.open(f"{card.folder}/{card.slug}/")
        letter = printout(page, "Letter")
        for document in (printout(page, "A4"), letter):
            if len(document.pages) != 1:
                not_one[card.id] = [sheet[:60] for sheet in read(document).sheets]
        paper = read(letter)
        named = card.double_check.title if card.double_check else card.title
        whose = ("Made by", "Take down on") if isinstance(card, PostedTable) else ("Name", "Identifier")
        for words in (ORGANIZATION, named, *whose, f"version {card.version}", "Formula"):
            assert words in paper.text, card.id
        for gone in ("Worked example", "Calculate", "Clear", "Choose…", "Remove"):
            assert gone not in paper.text, card.id
    assert not_one == {}


def test_an_empty_form_has_nothing_chosen_and_every_question(page: Page, open_site: Site) -> None:
    open_site.open("worksheets/infusion/")
    paper = on_paper(page)
    for question in find("infusion").fields:
        if question.name not in ("weight_unit",):
            assert question.label in paper.text
    # The number that the form opens with is not in ink; the protocol's own stands in the hint.
    assert not re.search(r"Dose 0\.5 |Infusion time 40 ", paper.text)


@pytest.fixture
def course(page: Page, open_site: Site) -> Worksheet:
    """Seven scores, an induction of six and eighteen sessions after it."""
    open_site.open("worksheets/course/")
    sheet = Worksheet(page, "Track a treatment course").choose("Scale", "PHQ-9")
    scores = (
        ("2026-03-02", "21", "0"),
        ("2026-03-09", "15", "2"),
        ("2026-03-16", "11", "4"),
        ("2026-03-23", "6", "6"),
        ("2026-04-06", "5", "8"),
        ("2026-04-20", "7", "9"),
        ("2026-05-04", "12", "10"),
    )
    for place, (day, total, treatments) in enumerate(scores, start=1):
        if place > 1:
            sheet.add("score")
        sheet.row(f"Score {place}").enter(Date=day, Total=total, Treatments_completed=treatments)
    sheet.enter(First_treatment="2026-03-03", Last_day_of_induction="2026-03-20")
    for label, number in (("Treatments", "6"), ("Sessions every 2 weeks", "4"), ("Monthly sessions", "6")):
        sheet.field(label).fill(number)
    sheet.whole_answer()
    return sheet


def test_a_course_is_at_most_three_pages_without_its_form(course: Worksheet) -> None:
    papers: list[Paper] = [on_paper(course.page, size) for size in ("A4", "Letter")]
    assert all(len(paper.sheets) <= 3 for paper in papers)
    paper = papers[0]
    for words in ("Name", "Date of birth", "Identifier", "Maintenance 18", "2026-05-04", "Sources"):
        assert words in paper.text
    assert "Remove" not in paper.text
    assert on_paper(course.page) == course.printed()


def test_the_sum_of_a_dose_is_numbered_in_full(open_site: Site) -> None:
    form: CalculatorForm = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="154", Final_volume="50").choose("Vial strength", "50 mg/mL").choose("Weight unit", "lb")
    paper = form.printed()
    assert len(paper.sheets) == 1
    assert "Ketamine (racemic), IV infusion" in paper.text
    assert [number for number in range(1, 11) if f" {number}. " in paper.text] == [*range(1, 11)]


def test_what_has_the_focus_has_no_ring_on_paper(open_site: Site) -> None:
    form: CalculatorForm = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70")
    field = form.card.get_by_label("Weight", exact=True)
    assert style(field, "outline-style") == "solid"
    form.page.emulate_media(media="print")
    assert style(field, "outline-style") == "none"


def test_an_article_is_printed_without_controls_and_with_whole_numbers(page: Page, open_site: Site) -> None:
    open_site.article()
    paper = on_paper(page)
    for gone in ("Worked example", "Calculate", "Choose…", "Contents"):
        assert gone not in paper.text
    assert re.search(r"IV ketamine dose \(http\S+/calculators/iv-dose/\)", paper.text)
    references = paper.text.partition("References")[2]
    assert [number for number in range(8, 22) if f" {number}. " in references] == [*range(8, 22)]
    # In running text an address is noise.
    protocol = paper.text.partition("Calculators in this article")[0]
    assert re.findall(r"\(https?://(?!\S*/calculators/)\S+", protocol) == []
