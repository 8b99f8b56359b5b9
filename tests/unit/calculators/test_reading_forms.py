"""A form's entries become the same values that a program would send."""

import json
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.browser import answer
from ketamine_calculators.fields import Checklist, Day, Item, ItemScores, Several, YesNoNotAsked
from ketamine_calculators.fields.base import ABSENT

LIST = Several(label="Flags", options={"a": "A", "b": "B"})
SCORES = ItemScores(label="Answers", items=(Item("Sleep", 3), Item("Appetite less", 3, may_be_empty=True)))
BOXES = Checklist(label="Checklist", boxes={"one": "One", "two": "Two"})
DAY = Day(label="Start")


def ask(**question: Any) -> Any:
    return json.loads(answer(json.dumps(question)))


def test_an_untouched_list_is_no_answer() -> None:
    assert LIST.read("flags", {}) is ABSENT


def test_none_of_these_is_an_answer() -> None:
    assert LIST.read("flags", {"flags": ["none"]}) == ()


def test_none_of_these_beside_a_tick_is_refused() -> None:
    with pytest.raises(InvalidInputs, match="cannot be ticked together"):
        LIST.read("flags", {"flags": ["a", "none"]})


def test_ticks_are_kept_in_the_order_of_the_list_without_repeats() -> None:
    assert LIST.check("flags", ["b", "a", "b"], {}) == ("a", "b")


def test_a_word_that_is_nearly_in_the_list_is_suggested() -> None:
    with pytest.raises(InvalidInputs, match="Did you mean SSRI"):
        find("thase_rush").run({"failed_classes": ["ssri"], "bilateral_ect_failed": False})


def test_every_item_without_a_score_is_named() -> None:
    with pytest.raises(InvalidInputs) as refused:
        SCORES.read("items", {})
    assert [(p.field, p.kind, p.message) for p in refused.value.problems] == [
        ("items.0", "missing", "Item 1, Sleep: choose a score.")
    ]


def test_an_item_that_has_an_alternative_may_stay_blank() -> None:
    assert SCORES.read("items", {"items.0": ["2"]}) == (2, None)


@pytest.mark.parametrize(
    "scores", [[1], [1, 2, 3], [True, 1], [1.0, 1], ["1", 1], [4, 1], [-1, 1], [None, 1], "11", {0: 1}]
)
def test_scores_that_do_not_fit_the_instrument_are_refused(scores: Any) -> None:
    with pytest.raises(InvalidInputs):
        SCORES.check("items", scores, {})


def test_boxes_that_nobody_touched_are_no_answer_and_none_ticked_is_one() -> None:
    assert BOXES.read("boxes", {}) is ABSENT
    assert BOXES.read("boxes", {"boxes": ["none"]}) == {"one": False, "two": False}
    assert BOXES.read("boxes", {"boxes.two": ["yes"]}) == {"one": False, "two": True}


@pytest.mark.parametrize(
    "boxes", [{"one": True}, {"one": True, "two": 1}, {"one": True, "two": False, "three": True}, [], None]
)
def test_a_checklist_has_exactly_its_boxes(boxes: Any) -> None:
    with pytest.raises(InvalidInputs):
        BOXES.check("boxes", boxes, {})


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("no", False), ("not_asked", None)])
def test_a_question_may_have_been_skipped(text: str, value: bool | None) -> None:
    assert YesNoNotAsked(label="Q3").read("q3", {"q3": [text]}) is value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("02/03/2026", "year-month-day"),
        ("2026-3-2", "year-month-day"),
        ("2026-02-29", "there is no day 2026-02-29"),
        ("1999-12-31", "must be from 2000-01-01"),
        ("2026-03-02T10:00", "year-month-day"),
        ("٢٠٢٦-03-02", "year-month-day"),
    ],
)
def test_a_date_that_could_be_two_days_or_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(InvalidInputs, match=says):
        DAY.check("start", text, {})


def test_blanks_and_wrong_values_are_named_together_in_the_order_of_the_form() -> None:
    reply = ask(calculator="iv_dose", entries=[["weight", "700"], ["weight_unit", "kg"], ["dose_mg_per_kg", ""]])
    assert [(p["field"], p["kind"]) for p in reply["problems"]] == [
        ("weight", "invalid"),
        ("dose_mg_per_kg", "missing"),
        ("concentration_mg_ml", "missing"),
        ("minutes", "missing"),
        ("route", "missing"),
    ]


def test_a_default_that_the_reader_cleared_is_not_assumed() -> None:
    entries = [
        ["weight", "70"],
        ["weight_unit", "kg"],
        ["dose_mg_per_kg", ""],
        ["concentration_mg_ml", "50"],
        ["minutes", "40"],
        ["route", "iv"],
    ]
    assert ask(calculator="iv_dose", entries=entries)["problems"] == [
        {"field": "dose_mg_per_kg", "kind": "missing", "message": "Enter dose."}
    ]


def test_a_form_and_a_program_get_the_same_answer() -> None:
    entries = [
        ["weight", "154"], ["weight_unit", "lb"], ["dose_mg_per_kg", "0.5"], ["concentration_mg_ml", "50"],
        ["total_volume_ml", "50"], ["minutes", "40"], ["route", "iv"],
    ]  # fmt: skip
    values = {"weight": 154, "weight_unit": "lb", "concentration_mg_ml": 50, "total_volume_ml": 50}
    assert ask(calculator="iv_dose", entries=entries) == ask(calculator="iv_dose", values=values)


def test_an_entry_that_is_read_otherwise_than_it_stands_there_is_told_beside_the_answer() -> None:
    entries = [
        ["weight", "70,5 kg"], ["weight_unit", "kg"], ["dose_mg_per_kg", "0.5"], ["concentration_mg_ml", "50"],
        ["total_volume_ml", "50"], ["minutes", "40"], ["route", "iv"],
    ]  # fmt: skip
    reply = ask(calculator="iv_dose", entries=entries, decimal_comma=True)
    said = "Read as 70.5 kg: seventy point five."
    assert reply["readings"] == {"weight": {"typed": "70,5 kg", "text": "70.5", "said": said, "commas": True}}
    assert reply["answer"]["values"]["dose_mg"] == 35.25  # 70.5 × 0.5
    (problem,) = ask(calculator="iv_dose", entries=entries)["problems"]
    assert (problem["field"], problem["remedy"]) == ("weight", "decimal_comma")
    assert "readings" not in ask(
        calculator="iv_dose", entries=entries, decimal_comma=True, record="line", day="2026-03-02"
    )


def test_the_numbers_of_rows_are_read_with_commas_too() -> None:
    entries = [["trials.2.drug", "sertraline"], ["trials.2.drug_class", "SSRI"], ["trials.2.adequate", "yes"],
               ["trials.2.improvement_pct", "12,5"], ["trials.2.current_episode", "yes"]]  # fmt: skip
    reply = ask(calculator="trd_definitions", entries=entries, decimal_comma=True)
    assert reply["readings"]["trials.2.improvement_pct"]["text"] == "12.5"
    assert "trials.2.improvement_pct" not in [problem["field"] for problem in reply.get("problems", ())]
    refused = ask(calculator="trd_definitions", entries=entries)["problems"]
    assert [(one["field"], one["remedy"]) for one in refused if "remedy" in one] == [
        ("trials.2.improvement_pct", "decimal_comma")
    ]


def test_a_comma_in_a_name_stays_a_comma() -> None:
    entries = [["trials.0.drug", "vitamins B1,6"]]
    assert "readings" not in ask(calculator="trd_definitions", entries=entries, decimal_comma=True)


def test_a_strange_question_gets_a_plain_sentence() -> None:
    assert "Did you mean iv_dose?" in ask(calculator="iv_doze", entries=[])["failure"]
    assert "Do not use a number from it" in ask(nothing=1)["failure"]
