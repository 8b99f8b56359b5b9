"""A contraindication outranks every condition, and an empty list is never called a clearance."""

import json
import re
from itertools import chain, combinations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("contraindication_screen")

# US esketamine label for the first four, house article for the fifth; the rest by rule 3 of the clinical addendum.
CONTRAINDICATED = [
    "aneurysmal_vascular_disease",
    "arteriovenous_malformation",
    "intracerebral_hemorrhage",
    "hypersensitivity",
    "active_psychosis",
    "raised_intracranial_pressure",
    "bp_rise_hazardous",
    "unstable_cardiac_disease",
    "mania_or_mixed_state",
    "age_under_18",
]
# House article and label; from a stroke on by rule 3 of the clinical addendum, in its order.
CONDITIONAL = [
    "bipolar_without_mood_stabilizer",
    "past_psychosis",
    "active_substance_use",
    "bp_above_140_90",
    "pregnancy",
    "severe_hepatic_impairment",
    "recent_stroke_or_tia",
    "significant_arrhythmia_or_valve_disease",
    "heart_failure",
    "breastfeeding",
    "moderate_hepatic_impairment",
    "delirium_or_dementia",
    "ketamine_use_disorder_or_misuse",
    "respiratory_insufficiency_or_sleep_apnea",
    "spo2_below_93",
    "untreated_hyperthyroidism",
    "untreated_glaucoma",
    "bladder_symptoms",
    "elevated_liver_tests",
    "bipolar_with_stabilizer",
    "dialysis",
    "cns_depressant_today",
    "pregnancy_possible_untested",
]


def screened(*flags: Any) -> dict[str, Any]:
    return CALCULATOR.run({"flags": list(flags)})


@pytest.mark.parametrize("flag", CONTRAINDICATED)
def test_a_contraindication_rules_treatment_out(flag: str) -> None:
    assert screened(flag) == {"status": "contraindicated", "contraindicated": [flag], "conditional": []}


@pytest.mark.parametrize("flag", CONDITIONAL)
def test_a_condition_must_be_settled_first(flag: str) -> None:
    assert screened(flag) == {"status": "conditional", "contraindicated": [], "conditional": [flag]}


def test_the_form_offers_these_findings_in_this_order() -> None:
    (field,) = CALCULATOR.fields
    assert list(field.spec.choices) == CONTRAINDICATED + CONDITIONAL


def test_every_set_of_findings_is_sorted_into_the_two_groups_in_order() -> None:
    both = CONTRAINDICATED + CONDITIONAL
    for flags in chain.from_iterable(combinations(both, size) for size in (0, 1, 2, len(both) - 1, len(both))):
        answer = screened(*reversed(flags))
        assert answer["contraindicated"] == [flag for flag in CONTRAINDICATED if flag in flags]
        assert answer["conditional"] == [flag for flag in CONDITIONAL if flag in flags]
        first = set(flags) & set(CONTRAINDICATED)
        assert answer["status"] == ("contraindicated" if first else "conditional" if flags else "clear")


def test_a_finding_named_twice_counts_once() -> None:
    assert screened("pregnancy", "pregnancy")["conditional"] == ["pregnancy"]


REFUSALS = [
    ("an unknown finding", ["tattoo"], "is not in the list"),
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
    assert answer["headline"] == "No listed contraindication; the list is not complete"
    assert {row["label"]: row["text"] for row in answer["shown"]}["Screen"] == "No listed contraindication"
    assert answer["values"]["status"] == "clear"


@pytest.mark.parametrize("flags", [[], ["pregnancy"], ["hypersensitivity"]])
def test_that_the_list_has_an_end_is_said_whatever_was_ticked(flags: list[str]) -> None:
    notes = [notice["text"] for notice in full_answer(CALCULATOR, {"flags": flags})["warnings"]]
    assert "its list is not complete" in notes[-1]
    assert "this screen does not replace either" in notes[-1]
    assert "ask cardiology or neurology" in notes[-1]


def test_nothing_that_the_reader_sees_of_an_empty_list_says_clear() -> None:
    answer = full_answer(CALCULATOR, {"flags": []})
    seen = [answer["headline"], *answer["working"], *(row["text"] for row in answer["shown"])]
    assert not [text for text in seen if "clear" in text.lower()]


def test_only_a_contraindication_says_stop() -> None:
    def kinds(*flags: str) -> list[str]:
        return [notice["kind"] for notice in full_answer(CALCULATOR, {"flags": list(flags)})["warnings"]]

    assert kinds() == ["note"]
    assert kinds("hypersensitivity") == ["stop", "note"]
    assert kinds("pregnancy") == ["caution", "note"]
    assert kinds("hypersensitivity", "pregnancy") == ["stop", "caution", "note"]


def test_a_high_pressure_leads_on_to_the_reading() -> None:
    def led_to(*flags: str) -> list[str]:
        notices = full_answer(CALCULATOR, {"flags": list(flags)})["warnings"]
        return [notice["calculator"] for notice in notices if notice["calculator"]]

    assert led_to("bp_above_140_90") == ["bp_gate"]
    assert led_to("pregnancy") == []


@pytest.mark.parametrize("flag", CONTRAINDICATED + CONDITIONAL)
def test_every_finding_says_what_stands_behind_it(flag: str) -> None:
    (basis,) = full_answer(CALCULATOR, {"flags": [flag]})["working"][2:]
    assert re.search(r"\b(Label|EU text|Trials|Our protocol|Our advice)[^.:]*:", basis)


# Rule 3: these rest on no label at all, so the reader must see whose rule it is.
@pytest.mark.parametrize("flag", ["active_psychosis", "mania_or_mixed_state", "bipolar_without_mood_stabilizer"])
def test_where_only_the_house_speaks_the_basis_begins_with_it(flag: str) -> None:
    (basis,) = full_answer(CALCULATOR, {"flags": [flag]})["working"][2:]
    assert ". Our protocol: " in basis
    assert "Label:" not in basis


# Clinical addendum, A6, A7 and B: a number of each basis, as it was read.
@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("unstable_cardiac_disease", "EU text: a heart attack within 6 weeks is a contraindication"),
        ("unstable_cardiac_disease", "unstable angina or revascularization within 12 months"),
        ("spo2_below_93", "Our own value: 93% or more on room air before a dose"),
        ("spo2_below_93", "The label gives no number"),
        ("moderate_hepatic_impairment", "Child-Pugh class B"),
        ("recent_stroke_or_tia", "Trials: excluded any stroke"),
        ("age_under_18", "Under 18 years of age"),
    ],
)
def test_a_basis_says_what_was_read(flag: str, words: str) -> None:
    assert words in full_answer(CALCULATOR, {"flags": [flag]})["working"][2]


@pytest.mark.parametrize(
    ("flags", "topics"),
    [
        (["active_psychosis"], ["Psychosis"]),
        (["past_psychosis"], ["Psychosis"]),
        (["mania_or_mixed_state"], ["Mania or a mixed state"]),
        (["bp_above_140_90"], ["A number for blood pressure"]),
        (["pregnancy"], []),
        ([], []),
    ],
)
def test_protocol_and_evidence_are_compared_where_they_differ(flags: list[str], topics: list[str]) -> None:
    assert [row["topic"] for row in full_answer(CALCULATOR, {"flags": flags})["differences"]] == topics


@pytest.mark.parametrize(
    ("flags", "headline"),
    [
        (["pregnancy"], "Resolve before giving: Pregnancy"),
        (["arteriovenous_malformation"], "Contraindicated: Arteriovenous malformation"),
        (["active_psychosis", "pregnancy"], "Contraindicated: Active psychosis"),
    ],
)
def test_the_headline_names_what_decides(flags: list[str], headline: str) -> None:
    assert full_answer(CALCULATOR, {"flags": flags})["headline"] == headline


def test_a_pregnancy_that_occurs_during_a_course_stops_it() -> None:
    told = full_answer(CALCULATOR, {"flags": ["pregnancy"]})
    assert (
        "not recommended, it may harm the fetus; when pregnancy occurs during a course, stop and counsel"
        in json.dumps(told)
    )
