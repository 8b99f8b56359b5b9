"""A number that stands apart from its unit: under a head, in a calculator block, behind the name of an input."""

import pytest

from ketamine_calculators import find
from press.checks.quantity import Quantity
from press.checks.typed_values import inputs_that_are, lines_of_blocks, lines_of_cells, names_in_unit, value_pattern
from press.reading.source_file import SourceFile

HALF = Quantity.read("0.5 mg/kg")
MILLIGRAMS = Quantity.read("35 mg")


def page(text: str) -> SourceFile:
    return SourceFile("content/articles/case.md", text)


def test_a_block_that_sets_an_input_is_found_on_the_line_of_the_value() -> None:
    text = "---\ntitle: A\n---\n\n```calculator\nid: iv_dose\nvalues:\n  minutes: 40\n  dose_mg_per_kg: 0.5\n```\n"
    assert list(lines_of_blocks(HALF, page(text))) == [9]
    assert list(lines_of_blocks(Quantity.read("40 minutes"), page(text))) == [8]


def test_a_block_that_is_only_shown_is_found_as_well() -> None:
    text = "````markdown\n```calculator\nid: iv_dose\nvalues: {dose_mg_per_kg: 0.5, minutes: 40}\n```\n````\n"
    assert list(lines_of_blocks(HALF, page(text))) == [4]


@pytest.mark.parametrize("values", ["{minutes: 0.5}", "{dose_mg_per_kg: 0.4}", "{unknown: 0.5}", "{}"])
def test_a_block_with_another_unit_or_number_is_not_found(values: str) -> None:
    assert list(lines_of_blocks(HALF, page(f"```calculator\nid: iv_dose\nvalues: {values}\n```\n"))) == []


def test_a_block_of_an_unknown_calculator_says_nothing() -> None:
    assert list(lines_of_blocks(HALF, page("```calculator\nid: nothing\nvalues: {dose_mg_per_kg: 0.5}\n```\n"))) == []


def test_an_input_has_the_unit_that_was_chosen_for_it() -> None:
    fields = find("iv_dose").fields
    pounds = {"weight": 198, "weight_unit": "lb"}
    assert list(inputs_that_are(Quantity.read("198 lb"), fields, pounds)) == ["weight"]
    assert list(inputs_that_are(Quantity.read("198 kg"), fields, pounds)) == []


def test_a_value_inside_a_row_is_found() -> None:
    fields = find("treatment_history").fields
    rows = next(field for field in fields if field.spec.fields)
    assert list(inputs_that_are(Quantity.read("6 weeks"), fields, {rows.name: [{"weeks": 8}, {"weeks": 6}]})) == [
        "weeks"
    ]


def test_a_true_is_not_the_number_1() -> None:
    assert list(inputs_that_are(Quantity.read("1 mg/kg"), find("iv_dose").fields, {"dose_mg_per_kg": True})) == []


TABLE = [
    "| Weight (kg) | Dose (mg) | From 10 mg/mL (mL) |",
    "|---|---|---|",
    "| 35 | 17.5 | 1.75 |",
    "| 70 | 35 | 3.5 |",
]


def test_a_cell_is_found_under_the_unit_in_its_head() -> None:
    assert list(lines_of_cells(MILLIGRAMS, TABLE)) == [4]
    assert list(lines_of_cells(Quantity.read("3.5 mL"), TABLE)) == [4]
    assert list(lines_of_cells(Quantity.read("35 kg"), TABLE)) == [3]


def test_a_cell_is_found_beside_the_unit_in_the_first_cell_or_in_a_cell_of_its_own() -> None:
    head = ["| Field | Example | Unit |", "|---|---|---|"]
    rows = [*head, "| Dose given | 35 | mg |", "| Dose, mg | 35 | |", "| Rate | 35 | mL/h |"]
    assert list(lines_of_cells(MILLIGRAMS, rows)) == [3, 4]


def test_each_table_has_its_own_head() -> None:
    assert list(lines_of_cells(MILLIGRAMS, [*TABLE[:2], "", "| Pages |", "|---|", "| 35 |"])) == []


def test_a_unit_that_belongs_to_another_number_names_no_cell() -> None:
    rows = ["| When | Points |", "|---|---|", "| After 2 treatments | 6 |"]
    assert list(lines_of_cells(Quantity.read("6 treatments"), rows)) == []


def test_the_names_of_a_unit_are_those_of_inputs_and_outputs() -> None:
    cards = [find("iv_dose")]
    assert "dose_mg_per_kg" in names_in_unit(HALF, cards)
    assert "dose_mg" in names_in_unit(MILLIGRAMS, cards)
    assert "weight" in names_in_unit(Quantity.read("198 lb"), cards)
    assert names_in_unit(Quantity.read("5 apples"), cards) == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        'given | {"dose_mg_per_kg": 0.5, "minutes": 40}',
        "order(dose_mg_per_kg=0.5)",
        '["dose_mg_per_kg", "0.5"],',
        "--dose-mg-per-kg 0.5",
        'one(page, "[name=dose_mg_per_kg]")["value"] == "0.5"',
        "dose_mg_per_kg: 0.50",
    ],
)
def test_a_number_behind_the_name_of_its_input_is_found_in_code(line: str) -> None:
    pattern = value_pattern(HALF, ["dose_mg_per_kg"])
    assert pattern
    assert pattern.search(line)


@pytest.mark.parametrize(
    "line",
    [
        '"dose_mg_per_kg": 0.55',
        '"last_dose_mg_per_kg": 0.5',
        '"minutes": 0.5',
        "dose_mg_per_kg is 0.5",
        "dose_mg_per_kg=10.5",
    ],
)
def test_a_number_behind_another_name_is_not(line: str) -> None:
    pattern = value_pattern(HALF, ["dose_mg_per_kg"])
    assert pattern
    assert not pattern.search(line)


def test_a_whole_number_is_found_as_code_writes_it() -> None:
    pattern = value_pattern(MILLIGRAMS, ["dose_mg"])
    assert pattern
    assert pattern.search('answer["dose_mg"] == 35.0')
    assert pattern.search('{"dose_mg": 35}')
    assert not pattern.search('{"dose_mg": 35.5}')


def test_without_a_name_there_is_nothing_to_look_for() -> None:
    assert value_pattern(HALF, []) is None
