"""A calculator's form is finished HTML: every question named, explained, and opened with what it should open with."""

import json
from functools import cache

import pytest
from bs4 import BeautifulSoup, Tag

from ketamine_calculators import InvalidInputs, every, find
from ketamine_calculators.browser import answer
from ketamine_calculators.registry import worksheets
from press.forms.form import calculator_html

EVERY = pytest.mark.parametrize("calculator", [one.id for one in (*every(), *worksheets())])


@cache
def form(calculator: str, **values: object) -> BeautifulSoup:
    address = f"../../calculators/{find(calculator).slug}/"
    return BeautifulSoup(calculator_html(find(calculator), values, 2, 3, address), "html.parser")


def one(page: Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{len(found)} of {selector}"
    return found[0]


@EVERY
def test_every_control_has_a_name_for_the_ear(calculator: str) -> None:
    page = form(calculator)
    labeled = {label["for"] for label in page.select("label[for]")}
    for control in page.select("form :is(input, select):not([type=file], [aria-hidden])"):
        assert control["id"] in labeled


@EVERY
def test_no_id_stands_twice_and_every_one_that_is_named_exists(calculator: str) -> None:
    page = form(calculator)
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for element in page.select("[aria-describedby], [aria-labelledby]"):
        for name in ("aria-describedby", "aria-labelledby"):
            assert set(str(element.get(name) or "").split()) <= set(ids)


@EVERY
def test_every_question_has_a_place_for_its_problem(calculator: str) -> None:
    page = form(calculator)
    places = {str(line["data-problem-for"]) for line in page.select("[data-problem-for]")}
    assert {field.name for field in find(calculator).fields} <= places


@EVERY
def test_whatever_is_still_needed_has_a_name_and_something_to_go_to(calculator: str) -> None:
    """Whatever a form misses can be named, and led to, by the page alone."""
    page = form(calculator)
    missing = json.loads(answer(json.dumps({"calculator": calculator, "entries": []})))["problems"]
    optional = [{"field": field.name} for field in find(calculator).fields if field.optional]
    for problem in [*missing, *optional]:
        line = one(page, f'[data-problem-for="{problem["field"]}"]')
        group = line.find_parent(attrs={"data-label": True})
        assert group is not None
        assert group["data-label"]
        assert group.select("input, select, button")


@EVERY
def test_nothing_in_a_form_needs_an_inline_style_or_script(calculator: str) -> None:
    page = form(calculator)
    assert page.select("[style], script, style") == []
    assert not [name for element in page.select("*") for name in element.attrs if name.startswith("on")]


@EVERY
def test_a_form_goes_nowhere_even_without_a_script(calculator: str) -> None:
    opened = one(form(calculator), "form")
    assert opened["method"] == "dialog"
    assert opened.get("action") is None


def test_the_default_stands_in_the_form_and_no_other_value_does() -> None:
    page = form("iv_dose")
    assert one(page, "[name=dose_mg_per_kg]")["value"] == "0.5"
    assert one(page, "[name=minutes]")["value"] == "40"
    assert one(page, "[name=weight]")["value"] == ""
    assert page.select("[name=concentration_mg_ml][checked]") == []


def test_a_number_with_a_choice_of_unit_has_it_beside_it() -> None:
    units = one(form("iv_dose"), "[data-field=weight] fieldset.unit")
    assert [unit["value"] for unit in units.select("input")] == ["kg", "lb"]


def test_an_article_may_open_a_form_with_values() -> None:
    page = form("iv_dose", dose_mg_per_kg=0.75, concentration_mg_ml=50)
    assert one(page, "[name=dose_mg_per_kg]")["value"] == "0.75"
    assert one(page, "[name=concentration_mg_ml][checked]")["value"] == "50"


@pytest.mark.parametrize("values", [{"weight": 700}, {"wieght": 70}, {"concentration_mg_ml": 20}])
def test_values_that_a_form_cannot_hold_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(InvalidInputs):
        calculator_html(find("iv_dose"), values, 1, 3, "")


def test_two_forms_of_one_calculator_share_no_id() -> None:
    first = BeautifulSoup(calculator_html(find("iv_dose"), {}, 1, 3, ""), "html.parser")
    second = form("iv_dose")
    assert not {tag["id"] for tag in first.select("[id]")} & {tag["id"] for tag in second.select("[id]")}


def test_a_question_that_depends_on_another_is_hidden_until_it_is_worth_asking() -> None:
    assert one(form("response_status"), "[data-field=scale_min]").has_attr("hidden")
    assert not one(form("response_status", scale="custom"), "[data-field=scale_min]").has_attr("hidden")


def test_a_list_asks_whether_nothing_applies() -> None:
    none = one(form("contraindication_screen"), "input[data-none]")
    assert (none["name"], none["value"]) == ("flags", "none")


def test_a_group_that_repeats_opens_with_one_row_and_a_template() -> None:
    page = form("trd_definitions")
    assert len(page.select(".rows-list > .row")) == 1
    assert page.select_one("[name='trials.0.drug']")
    assert one(page, "[data-repeat] > template").select_one("[name='trials.__row__.drug']")


def classes_in(part: Tag) -> set[str]:
    """The names of the elements of a part with their classes."""
    return {" ".join([tag.name, *(tag.get("class") or [])]) for tag in part.select("*")}


def test_the_worked_example_says_that_it_is_one() -> None:
    example = one(form("iv_dose"), ".example").get_text(" ", strip=True)
    assert example.startswith("Worked example, not your patient: 70 kg, 0.5 mg/kg, 50 mg/mL, 50 mL 35 mg")
    assert "70 kg × 0.5 mg/kg = 35 mg" in example


def test_answers_are_written_with_the_markup_of_the_worked_example() -> None:
    page = form("iv_dose")
    example, template = one(page, ".example"), one(page, ".result-template")
    for part in (".shown", ".scale", "[data-fold='sources']", ".used"):
        shown = example.select(part)
        assert shown
        assert all(classes_in(one(template, part)) | {"bdi quantity"} >= classes_in(each) for each in shown)
    assert "{" not in example.get_text()
    assert "{" in template.get_text()


def test_the_templates_hold_one_warning_of_each_kind() -> None:
    templates = [one(form("iv_dose"), f".{name}-template") for name in ("headline", "result")]
    names = [name.string for template in templates for name in template.select(".warning strong")]
    assert names == ["{word}:"] * 3


@pytest.mark.parametrize(("name", "keypad"), [("height_cm", "text"), ("weight_kg", "text")])
def test_where_feet_or_pounds_may_be_typed_the_keypad_has_letters(name: str, keypad: str) -> None:
    assert one(form("body_weights"), f"input[name={name}]")["inputmode"] == keypad
    assert one(form("iv_dose"), "input[name=minutes]")["inputmode"] == "decimal"
