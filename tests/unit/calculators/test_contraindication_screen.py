"""A contraindication outranks every condition, and an empty list is never called a clearance."""

from itertools import chain, combinations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("contraindication_screen")

# US esketamine label for the first four, house article for the fifth.
CONTRAINDICATED = [
    "aneurysmal_vascular_disease",
    "arteriovenous_malformation",
    "intracerebral_hemorrhage",
    "hypersensitivity",
    "active_psychosis",
]
# House article and label.
CONDITIONAL = [
    "bipolar_without_mood_stabilizer",
    "past_psychosis",
    "active_substance_use",
    "bp_above_140_90",
    "pregnancy",
    "severe_hepatic_impairment",
]


def screened(*flags: Any) -> dict[str, Any]:
    return CALCULATOR.run({"flags": list(flags)})


@pytest.mark.parametrize("flag", CONTRAINDICATED)
def test_a_contraindication_rules_treatment_out(flag: str) -> None:
    assert screened(flag) == {"status": "contraindicated", "contraindicated": [flag], "conditional": []}


@pytest.mark.parametrize("flag", CONDITIONAL)
def test_a_condition_must_be_settled_first(flag: str) -> None:
    assert screened(flag) == {"status": "conditional", "contraindicated": [], "conditional": [flag]}


def test_every_set_of_findings_is_sorted_into_the_two_groups_in_order() -> None:
    both = CONTRAINDICATED + CONDITIONAL
    for flags in chain.from_iterable(combinations(both, size) for size in range(len(both) + 1)):
        answer = screened(*reversed(flags))
        assert answer["contraindicated"] == [flag for flag in CONTRAINDICATED if flag in flags]
        assert answer["conditional"] == [flag for flag in CONDITIONAL if flag in flags]
        first = set(flags) & set(CONTRAINDICATED)
        assert answer["status"] == ("contraindicated" if first else "conditional" if flags else "clear")


def test_a_finding_named_twice_counts_once() -> None:
    assert screened("pregnancy", "pregnancy")["conditional"] == ["pregnancy"]


REFUSALS = [
    ("an unknown finding", ["glaucoma"], "is not in the list"),
    ("a finding in capitals", ["Pregnancy"], "Did you mean pregnancy"),
    ("the British spelling", ["intracerebral_haemorrhage"], "Did you mean intracerebral_hemorrhage"),
    ("the word of the form for nothing", ["none"], "is not in the list"),
    ("true", [True], "is not in the list"),
    ("a bare word", "pregnancy", "must be a list"),
    ("nothing at all", None, "must be a list"),
]


@pytest.mark.parametrize(("flags", "words"), [pytest.param(flags, words, id=what) for what, flags, words in REFUSALS])
def test_what_is_not_on_the_list_is_refused(flags: Any, words: str) -> None:
    with pytest.raises(InvalidInputs, match=words):
        CALCULATOR.run({"flags": flags})


def test_an_empty_list_is_no_clearance() -> None:
    answer = full_answer(CALCULATOR, {"flags": []})
    assert answer["headline"] == "Nothing on this list was ticked; the list is not complete"
    assert any("replaces neither" in notice["text"] for notice in answer["warnings"])


def test_only_a_contraindication_says_stop() -> None:
    def kinds(*flags: str) -> list[str]:
        return [notice["kind"] for notice in full_answer(CALCULATOR, {"flags": list(flags)})["warnings"]]

    assert kinds("hypersensitivity") == ["stop"]
    assert kinds("pregnancy") == ["caution"]
    assert kinds("hypersensitivity", "pregnancy") == ["stop", "caution"]


def test_a_high_pressure_leads_on_to_the_reading() -> None:
    def led_to(*flags: str) -> list[str]:
        notices = full_answer(CALCULATOR, {"flags": list(flags)})["warnings"]
        return [notice["calculator"] for notice in notices if notice["calculator"]]

    assert led_to("bp_above_140_90") == ["bp_gate"]
    assert led_to("pregnancy") == []


@pytest.mark.parametrize("flag", CONTRAINDICATED + CONDITIONAL)
def test_every_finding_says_what_stands_behind_it(flag: str) -> None:
    (basis,) = full_answer(CALCULATOR, {"flags": [flag]})["working"][2:]
    assert "Label:" in basis or "House:" in basis


@pytest.mark.parametrize(
    ("flags", "topics"),
    [
        (["active_psychosis"], ["Psychosis"]),
        (["past_psychosis"], ["Psychosis"]),
        (["bp_above_140_90"], ["A number for blood pressure"]),
        (["pregnancy"], []),
        ([], []),
    ],
)
def test_house_and_literature_are_compared_where_they_part(flags: list[str], topics: list[str]) -> None:
    assert [row["topic"] for row in full_answer(CALCULATOR, {"flags": flags})["differences"]] == topics


@pytest.mark.parametrize(
    ("flags", "headline"),
    [
        (["pregnancy"], "Conditions to be met first: Pregnancy"),
        (["arteriovenous_malformation"], "Contraindicated: Arteriovenous malformation"),
        (["active_psychosis", "pregnancy"], "Contraindicated: Active psychosis"),
    ],
)
def test_the_headline_names_what_decides(flags: list[str], headline: str) -> None:
    assert full_answer(CALCULATOR, {"flags": flags})["headline"] == headline
