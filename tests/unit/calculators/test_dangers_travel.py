"""Stops and cautions go along wherever an answer goes: note, FHIR, calendar, command line; the line may count cautions."""

import json
from typing import Any

import pytest

from ketamine_calculators import find
from ketamine_calculators.__main__ import main
from ketamine_calculators.answer import answer_of
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import KINDS, Notice
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.examples import Example, every_example
from ketamine_calculators.icalendar import as_calendar
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import worksheets

DAY = "2026-11-22"
MARK = "0123456789ab"
EXAMPLES = (*every_example(), *(example for worksheet in worksheets() for example in worksheet.examples))
examples = pytest.mark.parametrize(
    "example", [pytest.param(one, id=f"{one.calculator}-{one.line}") for one in EXAMPLES]
)


def evaluation_of(example: Example) -> Evaluation[Any, Any]:
    card = find(example.calculator)
    return evaluated(card, card.checked(example.inputs))


def dangerous(evaluation: Evaluation[Any, Any]) -> list[Notice]:
    return [notice for notice in evaluation.warnings if notice.kind in ("stop", "caution")]


@examples
def test_a_note_has_every_stop_and_caution(example: Example) -> None:
    evaluation = evaluation_of(example)
    text = RECORDS["note"](evaluation, DAY)
    assert [notice for notice in dangerous(evaluation) if notice.in_record.rstrip(".") not in text] == []


@examples
def test_fhir_has_every_stop_and_caution(example: Example) -> None:
    evaluation = evaluation_of(example)
    made = json.loads(RECORDS["fhir"](evaluation, DAY))
    if made["resourceType"] == "Observation":
        told = [note["text"] for note in made["note"]]
    else:
        told = [
            answer["valueString"] for item in made["item"] if item["linkId"] == "warnings" for answer in item["answer"]
        ]
    assert [notice for notice in dangerous(evaluation) if notice.in_record not in told] == []


@examples
def test_every_event_of_a_calendar_has_every_stop_and_caution(example: Example) -> None:
    evaluation = evaluation_of(example)
    if not any(table.dated for table in evaluation.tables):
        return
    text = as_calendar(evaluation, DAY, MARK).replace("\r\n ", "").replace("\\", "")
    events = text.split("BEGIN:VEVENT")[1:]
    assert events
    for event in events:
        assert [notice for notice in dangerous(evaluation) if notice.in_record.rstrip(".") not in event] == []


@examples
def test_the_command_line_tells_the_headline_and_every_stop_and_caution(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluation = evaluation_of(example)
    assert main(["run", example.calculator, "--json", json.dumps(example.inputs)]) == 0
    printed = capsys.readouterr()
    told = printed.err.splitlines()
    assert told[0] == evaluation.headline
    assert sorted(told[1:]) == sorted(f"{notice.signal}: {notice.text}" for notice in dangerous(evaluation))
    assert isinstance(json.loads(printed.out), dict)


def test_the_command_line_gives_the_whole_answer_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    inputs = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 100}
    assert main(["run", "iv_dose", "--full", "--json", json.dumps(inputs)]) == 0
    card = find("iv_dose")
    assert json.loads(capsys.readouterr().out) == answer_of(evaluated(card, card.checked(inputs)))


def test_stops_are_told_before_cautions() -> None:
    assert KINDS == ("stop", "caution", "note")
    example = next(one for one in EXAMPLES if len({n.kind for n in dangerous(evaluation_of(one))}) == 2)
    evaluation = evaluation_of(example)
    kind_of = {notice.in_record: notice.kind for notice in evaluation.warnings}
    kinds = [kind_of[danger] for danger in evaluation.dangers]
    assert kinds == sorted(kinds, key=KINDS.index)


def test_short_words_stand_for_long_ones_in_a_record() -> None:
    assert Notice(
        "stop", "Do not give this as a bolus. Go slower.", "", "iv_dose.bolus", "do not give as a bolus"
    ).in_record == ("Do not give: do not give as a bolus")
    assert Notice("caution", "Measure again.").in_record == "Check first: Measure again."


OLD = {"text": "This copy of the site is old. Go online.", "short": "site copy not compared for 91 days"}


@examples
def test_a_caution_of_whoever_asks_is_in_the_answer_and_in_every_record(example: Example) -> None:
    question = {"calculator": example.calculator, "values": example.inputs, "notices": [OLD]}
    told = json.loads(answer(json.dumps(question)))["answer"]
    plain = json.loads(answer(json.dumps({**question, "notices": []})))["answer"]
    kinds = [notice["kind"] for notice in told["warnings"]]
    place = next(number for number, notice in enumerate(told["warnings"]) if notice["text"] == OLD["text"])
    assert kinds[:place] == [kind for kind in kinds if kind == "stop"]
    assert [notice for notice in told["warnings"] if notice["text"] != OLD["text"]] == plain["warnings"]
    assert {**told, "warnings": 0, "dangers": 0} == {**plain, "warnings": 0, "dangers": 0}
    dated = any(table["dated"] for table in plain["tables"])
    for record in ("line", "note", "fhir", *(["ics"] if dated else [])):
        made = json.loads(answer(json.dumps({**question, "record": record, "day": DAY, "mark": MARK})))["record"]
        assert f"Check first: {OLD['short']}" in made.replace("\r\n ", ""), record
