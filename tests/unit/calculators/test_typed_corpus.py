"""Each number and day that a clinician may type has its right outcome: the value meant, or a refusal that says why."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from random import Random
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs
from ketamine_calculators.fields import Field, Number, pointed, readings
from support.fuzzing.typed_entries import built, check_entry, labels, units
from support.typed_corpus import CASES, FIELDS, Case

each = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.field} {case.unit} {case.typed!a} {case.commas}")


def read(case: Case) -> tuple[object, dict[str, str]]:
    """The value, and what is said of the entry: `text` and `said`."""
    field = Field("x", FIELDS[case.field])
    entries = {"x": [case.typed], "weight_unit": [case.unit]}
    given = entries | pointed((field,), entries) if case.commas else entries
    value = field.spec.read("x", given)
    found = readings((field,), entries, given).get("x")
    return value, {"text": found.text, "said": found.said} if found else {}


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len(set(CASES)) == len(CASES) >= 120


@pytest.mark.parametrize("unit", sorted(units()))
@pytest.mark.parametrize("space", ["", " "])
def test_a_number_may_have_its_unit_behind_it_as_the_form_writes_it(unit: str, space: str) -> None:
    assert Number(label="Asked", unit=unit).read("x", {"x": [f"72{space}{unit}"]}) == Decimal(72)


@pytest.mark.parametrize("word", ["/min", "/ min", "per minute", "bpm", "BPM", "beats/min", "beats per minute"])
def test_a_heart_rate_may_be_written_as_clinicians_write_it(word: str) -> None:
    assert Number(label="Heart rate", unit="/min").read("hr", {"hr": [f"72 {word}"]}) == Decimal(72)


@each
def test_an_entry_has_its_right_outcome(case: Case) -> None:
    if case.value is None:
        with pytest.raises(InvalidInputs) as refused:
            read(case)
        assert case.outcome in refused.value.problems[0].message
    else:
        value, _ = read(case)
        assert value == (date.fromisoformat(case.outcome) if case.field == "day" else case.value)


@each
def test_what_goes_into_a_link_or_a_file_is_read_alike_by_whoever_opens_it(case: Case) -> None:
    if case.value is None:
        return
    value, told = read(case)
    text = told.get("text", case.typed.strip())
    assert text.isascii()
    assert "," not in text
    again, about_it = read(Case(case.field, text, case.outcome, case.unit))
    assert again == value
    assert about_it.get("text", text) == text


@pytest.mark.parametrize(
    ("case", "text", "said"),
    [
        (Case("weight", "70,5", "", "kg", commas=True), "70.5", "Read as 70.5 kg: seventy point five."),
        (Case("share", "-12,25", "", commas=True), "-12.25", "Read as -12.25%: minus twelve point two five."),
        (Case("dose", "0,05", "", commas=True), "0.05", "Read as 0.05 mg/kg: zero point zero five."),
        (
            Case("milligrams", "1312,5", "", commas=True),
            "1312.5",
            "Read as 1312.5 mg: one thousand three hundred twelve point five.",
        ),
        (Case("weight", "7\u200b0", "", "kg"), "70", "Read as 70 kg. Characters that cannot be seen were left out."),
        (Case("weight", "70 Kg.", "", "kg"), "70", ""),
        (Case("weight", "70.1250", "", "kg"), "", ""),
        (Case("height", "5'9\"", ""), "5 ft 9 in", "Read as 5 ft 9 in, which is 175.26 cm."),
        (Case("kilograms", "154 lbs", ""), "154 lb", "Read as 154 lb, which is about 69.85 kg."),
        (Case("minutes", "1 h 30", ""), "1 h 30 min", "Read as 1 h 30 min, which is 90 min."),
        (Case("hours", "1 h 20", ""), "1 h 20 min", "Read as 1 h 20 min, which is about 1.33 hours."),
        (
            Case("day", "2026-03-\u200b02", ""),
            "2026-03-02",
            "Read as 2026-03-02. Characters that cannot be seen were left out.",
        ),
    ],
)
def test_it_is_said_beside_the_field_how_an_entry_was_read(case: Case, text: str, said: str) -> None:
    _, told = read(case)
    assert told == ({"text": text, "said": said} if text else {})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("70.000", "Weight: 70.000 can be read as 70 or as 70,000. Write 70 or 70000."),
        ("1,000", "Weight: 1,000 can be read as 1 or as 1,000. Write 1 or 1000."),
        ("1.250", "Weight: 1.250 can be read as 1.25 or as 1,250. Write 1.25 or 1250."),
        ("1.125", "Weight: 1.125 can be read as 1.125 or as 1,125. Write 1.1250 or 1125."),
        ("070.125", "Weight: 070.125 can be read as 70.125 or as 70,125. Write 70.1250 or 70125."),
    ],
)
def test_what_could_be_two_numbers_is_refused_with_both_and_how_to_write_each(typed: str, words: str) -> None:
    for commas in (False, True):
        with pytest.raises(InvalidInputs) as refused:
            read(Case("weight", typed, "", "kg", commas))
        assert refused.value.problems[0].message == words
        assert refused.value.problems[0].remedy == ""


def test_only_a_comma_that_can_be_a_decimal_mark_is_offered_to_be_read_so() -> None:
    offered = []
    for case in CASES:
        if case.value is None and not case.commas:
            with pytest.raises(InvalidInputs) as refused:
                read(case)
            (problem,) = refused.value.problems
            offered += [case] if problem.remedy else []
            assert problem.remedy in ("", "decimal_comma")
            assert bool(problem.remedy) == ("decimal mark as a point" in problem.message)
    assert {case.typed for case in offered} == {"70,5", "70,50 kg", "７０，５", "1,5", "5,9", "0,125", "45,0"}


def test_a_number_read_as_another_one_is_noticed() -> None:
    entry = next(made for made in _built() if made["read"] and made["means"] == "40" and made["typed"].strip() == "40")
    check_entry(json.dumps(entry))
    for change in ({"means": "41"}, {"read": False}):
        with pytest.raises(AssertionError):
            check_entry(json.dumps(entry | change))


def _built() -> Iterator[dict[str, Any]]:
    """Entries for the infusion time, which may be 40 minutes."""
    (place, *_) = [place for place, label in enumerate(labels()) if label == "Infusion time"]
    return (json.loads(built(Random(turn), [str(place)], ())) for turn in count())
