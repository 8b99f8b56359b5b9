"""The way back from a record: which calculator made it, and from which inputs; what it does not hold is never guessed."""

import json
from typing import Any

import pytest

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Checklist
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.record_reading import LONGEST, completed, read_record
from ketamine_calculators.registry import every, worksheets

ALL = (*every(), *worksheets())
DAY = "2026-03-02"
LINE = (
    "IV ketamine dose: 35 mg over 40 min. Inputs: weight 154 lb (69.9 kg); dose 0.5 mg/kg; vial strength 50 mg/mL; "
    "infusion time 40 min; route IV. (iv_dose 2.0, 2026-03-02; A source. Check before use.)"
)


def replied(**question: Any) -> Any:
    return json.loads(answer(json.dumps(question)))


def record(card: Calculator[Any, Any], kind: str, **inputs: Any) -> str:
    """A record as the page gives it."""
    made: str = replied(calculator=card.id, record=kind, day=DAY, **inputs)["record"]
    return made


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("card", ALL, ids=lambda card: card.id)
def test_a_record_of_each_calculator_is_written_again_word_for_word_from_what_was_read(
    card: Calculator[Any, Any], kind: str
) -> None:
    read = left = 0
    for example in card.examples:
        text = record(card, kind, values=example.inputs)
        found = read_record(text)
        assert found is not None
        assert (found.kind, found.calculator, found.version, found.day) == (kind, card.id, card.version, DAY)
        if found.entries is not None:
            read += 1
            assert record(card, kind, entries=found.entries) == text
        else:
            left += "nputs: see note." in text
    # A line of a long form leaves its inputs to the note, and is then never read from what is left.
    assert read > 0 or (kind == "line" and left == len(card.examples))


def test_a_line_that_leaves_its_inputs_to_the_note_says_where_to_find_them() -> None:
    found = read_record(record(find("course"), "line", values=find("course").examples[0].inputs))
    assert found is not None
    assert found.entries is None
    assert found.why == "This summary leaves its inputs to the full note. Paste the full note."


@pytest.mark.parametrize("kind", RECORDS)
def test_three_figures_behind_the_point_of_a_record_divide_no_thousands(kind: str) -> None:
    """Typed, 73.123 could be 73,123 and is refused; in a record it can be one number only."""
    card = find("iv_dose")
    values = {"weight": 73.123, "weight_unit": "kg", "concentration_mg_ml": 50, "dose_mg_per_kg": 0.5, "route": "iv"}
    text = record(card, kind, values={**values, "minutes": 40})
    found = read_record(text)
    assert found is not None
    assert found.entries is not None
    assert ("weight", "73.1230") in found.entries
    assert record(card, kind, entries=found.entries) == text


def test_the_inputs_of_a_line_are_read_with_their_units() -> None:
    found = read_record(LINE)
    assert found is not None
    assert found.entries == [
        ("weight", "154"),
        ("weight_unit", "lb"),
        ("dose_mg_per_kg", "0.5"),
        ("concentration_mg_ml", "50"),
        ("minutes", "40"),
        ("route", "iv"),
    ]


@pytest.mark.parametrize("around", ["{}", "Seen today.\n\n{}\n\nSigned", "  {}  ", "{}\r\n"])
def test_what_stands_around_a_line_does_not_matter(around: str) -> None:
    found = read_record(around.format(LINE))
    assert found is not None
    assert found.entries is not None


@pytest.mark.parametrize(
    ("was", "said"),
    [
        ("weight 154 lb (69.9 kg)", "weight about 154 lb"),
        ("weight 154 lb (69.9 kg)", "weight 154 stone"),
        ("vial strength 50 mg/mL", "vial strength 55 mg/mL"),
        ("route IV", "route by vein"),
        ("dose 0.5 mg/kg; ", ""),
        ("dose 0.5 mg/kg; ", "dose 0.5 mg/kg; dose 0.6 mg/kg; "),
        ("; route IV", "; route IV; mood good"),
    ],
)
def test_inputs_that_do_not_say_an_entry_exactly_are_not_taken(was: str, said: str) -> None:
    found = read_record(LINE.replace(was, said))
    assert found is not None
    assert found.entries is None
    assert "nothing is calculated from it" in found.why


def test_a_list_of_boxes_says_how_many_were_ticked_and_not_which() -> None:
    card = find("resistance_checklist")
    (boxes,) = (field.spec.boxes for field in card.fields if isinstance(field.spec, Checklist))
    first, *_ = boxes
    some = {"checklist": {box: box != first for box in boxes}, "pseudo_factors": []}
    found = read_record(record(card, "note", values=some))
    assert found is not None
    assert found.entries is None
    every_box = {"checklist": dict.fromkeys(boxes, True), "pseudo_factors": []}
    whole = read_record(record(card, "note", values=every_box))
    assert whole is not None
    assert whole.entries is not None


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "hello", "35 mg over 40 min", "{", "{}", "[]", "null", "{" * 5_000, '{"resourceType": "Patient"}'),
        *('{"resourceType": "Observation"}', '{"resourceType": "Observation", "method": {"text": ", version 1.0"}}'),
        *(LINE[:150], LINE[:-3], f"{LINE}\n{LINE}", LINE.replace("iv_dose 2.0", "iv_dose")),
        *("(iv_dose 2.0, 2026-03-02; " * 3_000, "Inputs\n" * 10_000, "x" * (LONGEST + 1)),
    ],
)
def test_what_is_no_whole_record_or_more_than_one_is_none(text: str) -> None:
    assert read_record(text) is None


def test_a_calculator_that_is_not_here_is_named() -> None:
    found = read_record(LINE.replace("iv_dose", "iv_dosage"))
    assert found is not None
    assert found.entries is None
    assert "iv_dosage" in found.why


def test_a_record_of_another_version_is_read_and_left_to_that_version_to_judge() -> None:
    # Version 1.0 did not ask the route.
    found = read_record(LINE.replace("; route IV", "").replace("iv_dose 2.0", "iv_dose 1.0"))
    assert found is not None
    assert found.version == "1.0"
    assert found.entries is not None
    entries, added = completed("iv_dose", found.entries)
    assert entries == [*found.entries, ("route", "iv")]
    assert added == ["Route: IV"]


def test_nothing_is_added_where_nothing_is_missing_or_nothing_is_opened_with() -> None:
    found = read_record(LINE)
    assert found is not None
    assert found.entries is not None
    assert completed("iv_dose", found.entries) == (found.entries, [])
    assert completed("phq9", []) == ([], [])


def test_a_page_is_told_what_a_text_holds() -> None:
    assert replied(read=LINE)["found"]["calculator"] == "iv_dose"
    assert replied(read="hello") == {"found": None}
    assert replied(calculator="iv_dose", complete=[["weight", "70"]])["completed"]["added"]
    assert "failure" in replied(calculator="iv_dos", complete=[])


def test_components_of_fhir_may_come_in_any_order() -> None:
    card = find("bp_gate")
    resource = json.loads(record(card, "fhir", values={"systolic": 141, "diastolic": 85}))
    turned = {**resource, "component": resource["component"][::-1]}
    straight, other = read_record(json.dumps(resource)), read_record(json.dumps(turned))
    assert straight is not None
    assert other is not None
    assert straight.entries == other.entries is not None
