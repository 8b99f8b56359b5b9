"""What is true of every worksheet: it joins calculators, and adds no rule or number of its own."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from fhir.resources.R4B.observation import Observation
from jsonschema import Draft202012Validator

from ketamine_calculators import InvalidInputs, every, find
from ketamine_calculators.answer import answer_of, full_answer
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import worksheets
from ketamine_calculators.schema import described
from ketamine_calculators.worksheet import Worksheet

ROOT = Path(__file__).parents[3]
DAY = "2026-11-22"

# Their sums are worked again on another weight, or with further failed trials supposed.
ASKED_AGAIN = {"iv_dose", "thase_rush", "mgh_s", "european_stage", "trd_definitions"}

# What a worksheet rests on beside its calculators: the scale of sedation.
OWN_SOURCES = {"session_vitals": {"Chernik DA"}}

each = pytest.mark.parametrize("worksheet", [pytest.param(one, id=one.id) for one in worksheets()])


def test_there_are_these_worksheets_and_none_of_them_is_a_calculator_of_the_contract() -> None:
    assert [worksheet.id for worksheet in worksheets()] == [
        "course",
        "infusion",
        "monitoring_calendar",
        "session_vitals",
        "treatment_history",
    ]
    assert not {worksheet.id for worksheet in worksheets()} & {calculator.id for calculator in every()}


@each
def test_a_worksheet_is_found_by_its_id(worksheet: Worksheet[Any, Any]) -> None:
    assert find(worksheet.id) is worksheet


@each
def test_the_example_comes_out_as_worked_by_hand(worksheet: Worksheet[Any, Any]) -> None:
    found = worksheet.run(dict(worksheet.example))
    assert worksheet.expected
    assert {key: found[key] for key in worksheet.expected} == worksheet.expected


@each
def test_the_example_keeps_to_the_schema(worksheet: Worksheet[Any, Any]) -> None:
    schema = described(worksheet)
    Draft202012Validator(schema["inputs"]).validate(worksheet.example)
    Draft202012Validator(schema["outputs"]).validate(worksheet.run(dict(worksheet.example)))


@each
def test_an_answer_carries_what_a_clinician_needs_to_judge_it(worksheet: Worksheet[Any, Any]) -> None:
    found = full_answer(worksheet, worksheet.example)
    for part in ("headline", "working", "sources", "version", "inputs", "tables"):
        assert found[part], part
    assert json.loads(json.dumps(found)) == found


@each
def test_every_table_has_as_many_cells_as_columns(worksheet: Worksheet[Any, Any]) -> None:
    for table in full_answer(worksheet, worksheet.example)["tables"]:
        assert {len(row) for row in table["rows"]} == {len(table["head"])}, table["label"]


@each
def test_no_answer_calls_anything_safe(worksheet: Worksheet[Any, Any]) -> None:
    assert not re.search(r"\bsafe(ly)?\b", json.dumps(full_answer(worksheet, worksheet.example)), re.IGNORECASE)


@each
def test_for_one_answer_each_calculator_is_asked_once_for_each_thing_it_is_about(
    worksheet: Worksheet[Any, Any],
) -> None:
    """Counted from outside, so that nothing has to be put into the worksheet for it."""
    inputs = worksheet.checked(worksheet.example)
    asked = Counter(one.calculator.id for one in worksheet.parts_of(inputs).evaluations)
    compute = {card.compute.__code__: card.id for card in worksheet.joins if card.id not in ASKED_AGAIN}
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in compute:
            calls[compute[frame.f_code]] += 1

    sys.setprofile(count)
    try:
        answer_of(evaluated(worksheet, inputs))
    finally:
        sys.setprofile(None)
    assert calls
    assert calls == Counter({id: times for id, times in asked.items() if id not in ASKED_AGAIN})


@each
def test_each_joined_calculator_is_named_with_its_version(worksheet: Worksheet[Any, Any]) -> None:
    said = " ".join(worksheet.formula)
    assert [card.id for card in worksheet.joins if f"{card.title} {card.version}" not in said] == []


@each
def test_each_source_of_a_joined_calculator_stands_once(worksheet: Worksheet[Any, Any]) -> None:
    cited = [source.reference for source in worksheet.sources]
    assert len(cited) == len(set(cited))
    of_the_joined = {source.reference for card in worksheet.joins for source in card.sources}
    assert of_the_joined <= set(cited)
    assert {one.cite.split(",")[0] for one in set(cited) - of_the_joined} == OWN_SOURCES.get(worksheet.id, set())


@each
def test_the_record_names_worksheet_version_source_and_date(worksheet: Worksheet[Any, Any]) -> None:
    evaluation = evaluated(worksheet, worksheet.checked(worksheet.example))
    for record in ("line", "note"):
        text = RECORDS[record](evaluation, DAY)
        for part in (worksheet.title, worksheet.id, worksheet.version, DAY):
            assert part in text
        assert record == "line" or worksheet.sources[0].reference.cite in text
    Observation.model_validate_json(RECORDS["fhir"](evaluation, DAY))


@each
def test_leaving_everything_out_names_every_required_input(worksheet: Worksheet[Any, Any]) -> None:
    with pytest.raises(InvalidInputs) as refused:
        worksheet.run({})
    named = {problem.field for problem in refused.value.problems if problem.kind == "missing"}
    assert named == {field.name for field in worksheet.fields if field.required}


@each
@pytest.mark.parametrize("entered", ["", "1,5 stone", "=1+1", "\u0000"])
def test_whatever_is_typed_gets_words_and_no_failure(worksheet: Worksheet[Any, Any], entered: str) -> None:
    entries = [[field.name, entered] for field in worksheet.fields]
    reply = json.loads(answer(json.dumps({"calculator": worksheet.id, "entries": entries})))
    assert reply["problems"]


@each
def test_a_worksheet_has_a_page(worksheet: Worksheet[Any, Any]) -> None:
    page = (ROOT / "docs" / "worksheets" / f"{worksheet.slug}.md").read_text("utf-8")
    assert f"worksheet: {worksheet.id}\n" in page
    for heading in ("When to use it", "How to fill it in", "Pitfalls", "Next steps"):
        assert f"## {heading}\n" in page, f"the page lacks “{heading}”"
