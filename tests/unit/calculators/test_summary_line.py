"""The copied line fits 250 characters, names its stops, and says what it leaves to the note; ASCII changes no number."""

import json
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Notice
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.examples import every_example
from ketamine_calculators.plain_text import TABLE, ascii_text
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.record_reading import read_record
from ketamine_calculators.registry import every, worksheets
from ketamine_calculators.summary_line import LONGEST_LINE, as_line
from support.dangerous_cases import DANGEROUS
from support.random_inputs import plausible

DAY = "2026-11-29"
ALL = (*every(), *worksheets())
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
OLD = Notice.of_the_page("This copy of the site is old. Go online.", "site copy not compared for 91 days")


def evaluation(calculator: str, values: Any, *cautions: Notice) -> Evaluation[Any, Any]:
    card = find(calculator)
    return evaluated(card, card.checked(values), cautions=cautions)


def generated() -> list[Evaluation[Any, Any]]:
    """Every worked example, every dangerous patient, and plausible inputs of every form: no two runs differ."""
    examples = [*every_example(), *(example for sheet in worksheets() for example in sheet.examples)]
    made = [evaluation(example.calculator, example.inputs) for example in examples]
    made += [evaluation(calculator, values) for cases in DANGEROUS.values() for calculator, values in cases]
    random = Random(18)
    for card in ALL:
        for _ in range(60):
            try:
                made.append(evaluated(card, card.checked(plausible(card, random))))
            except InvalidInputs:
                continue
    return made


@pytest.fixture(scope="module")
def lines() -> list[tuple[Evaluation[Any, Any], str]]:
    return [(one, as_line(one, DAY)) for one in generated()]


def test_a_line_has_at_most_250_characters_and_names_calculator_version_and_day(
    lines: list[tuple[Evaluation[Any, Any], str]],
) -> None:
    assert len(lines) > 1_000
    for one, line in lines:
        assert max(len(line), len(ascii_text(line))) <= LONGEST_LINE == 250
        assert line.startswith(one.calculator.title)
        assert line.endswith(f"({one.calculator.id} {one.calculator.version}, {DAY}. Check before use.)")
        assert "\n" not in line


def test_a_line_names_its_stops_and_tells_or_counts_every_caution(
    lines: list[tuple[Evaluation[Any, Any], str]],
) -> None:
    counted = 0
    for one, line in lines:
        stops = [notice.in_record.rstrip(".") for notice in one.warnings if notice.kind == "stop"]
        cautions = [notice.in_record.rstrip(".") for notice in one.warnings if notice.kind == "caution"]
        named = [stop for stop in stops if stop in line]
        more = re.search(r"([0-9]+) more stops?: see note", line)
        assert len(named) + (int(more[1]) if more else 0) == len(stops), line
        assert named or not stops, line
        left = re.search(r"([0-9]+) cautions?: see note", line)
        assert [caution for caution in cautions if caution not in line] == [] or (
            left and int(left[1]) == len(cautions)
        ), line
        counted += bool(left)
    assert counted


def test_a_line_has_the_whole_answer_or_says_that_the_note_has_it(
    lines: list[tuple[Evaluation[Any, Any], str]],
) -> None:
    for one, line in lines:
        whole = one.headline.rstrip(".") in line
        assert whole or "More, and inputs: see note." in line or "Answer and inputs: see note." in line, line


def test_that_a_copy_of_the_site_is_old_stands_in_every_line_in_words() -> None:
    examples = [*every_example(), *(example for sheet in worksheets() for example in sheet.examples)]
    for example in examples:
        line = as_line(evaluation(example.calculator, example.inputs, OLD), DAY)
        assert "site copy not compared for 91 days" in line
        assert len(line) <= LONGEST_LINE


def test_a_title_is_not_said_twice() -> None:
    # PHQ-9: nine items of 1 are 9.
    assert as_line(evaluation("phq9", {"items": [1] * 9}), DAY).startswith("PHQ-9 ")


def test_the_dose_of_an_order_without_dangers_stands_with_its_inputs() -> None:
    order = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}
    line = as_line(evaluation("iv_dose", order), DAY)
    assert "35 mg IV over 40 min at 75 mL/h" in line
    assert "weight 70 kg; dose 0.5 mg/kg; vial strength 50 mg/mL" in line


@given(st.text(st.sampled_from([*TABLE, "≈", "µ", "\u03bc", *"abg 0123456789.,()-+/%\n"])))
def test_no_character_beyond_ascii_is_left_and_no_number_changes(text: str) -> None:
    # Fractions and digits of full width are numbers themselves, written anew; so is what stands for a power.
    text = re.sub("[½¼¾²³０-９]", "", text)
    made = ascii_text(text)
    assert made.isascii()
    assert NUMBER.findall(made) == NUMBER.findall(text)


@given(st.text())
def test_whatever_was_typed_becomes_ascii_once_and_stays_so(text: str) -> None:
    made = ascii_text(text)
    assert made.isascii()
    assert ascii_text(made) == made
    assert made == text or not text.isascii()


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("PHQ-9 21 → 15", "PHQ-9 21 -> 15"),
        ("50 mL × 60 ÷ 40 min = 75 mL/h", "50 mL x 60 / 40 min = 75 mL/h"),
        ("≥5, ≤7, 3–6, −2", ">=5, <=7, 3-6, -2"),
        ("41.25 mg IV ≈ 41.3 mg", "41.25 mg IV about 41.3 mg"),
        ("≈41", "about 41"),
        ("70 µg and 5 μg", "70 mcg and 5 mcg"),
        ("3 µmol", "3 micromol"),
        ("30.1 kg/m²", "30.1 kg/m^2"),
        ("10² m", "10^2 m"),
        ("1½ tablets", "1 1/2 tablets"),
        ("７０ kg", "70 kg"),
        ("1\u202f000 mg", "1 000 mg"),
        ("Löwe, Åsberg, Souery…", "Lowe, Asberg, Souery..."),
        ("50 Ω", "50 [U+03A9]"),
    ],
)
def test_each_sign_has_its_one_way_to_be_written(said: str, written: str) -> None:
    assert ascii_text(said) == written


@pytest.mark.parametrize("record", ["line", "note"])
@pytest.mark.parametrize("card", ALL, ids=lambda card: card.id)
def test_a_record_in_ascii_has_the_numbers_of_the_other_and_is_read_back_to_the_same_inputs(
    card: Any, record: str
) -> None:
    for example in card.examples:
        question = {"calculator": card.id, "values": example.inputs, "record": record, "day": DAY}
        other = json.loads(answer(json.dumps(question)))["record"]
        made = json.loads(answer(json.dumps({**question, "ascii": True})))["record"]
        assert made.isascii()
        assert made == ascii_text(other)
        one, two = read_record(made), read_record(other)
        assert one is not None
        assert two is not None
        assert one.entries == two.entries


def test_every_sign_that_a_record_holds_is_in_the_table() -> None:
    """What a person typed may hold any; what the calculators say is written in words and signs, never as a code point."""
    examples = [*every_example(), *(example for sheet in worksheets() for example in sheet.examples)]
    for example in examples:
        for record in ("line", "note"):
            assert "[U+" not in ascii_text(RECORDS[record](evaluation(example.calculator, example.inputs), DAY))
