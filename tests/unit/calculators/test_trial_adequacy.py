"""A trial is adequate when dose, length and adherence are each sufficient, and each edge is sufficient."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.antidepressants import MINIMA

CALCULATOR = find("trial_adequacy")
SUFFICIENT: dict[str, Any] = {"drug": "sertraline", "daily_dose_mg": 50, "weeks": 6, "adherence_pct": 80}

# The house's table of minimum daily doses in mg, with class and grade. It is not that of ATHF-SF or MGH-ATRQ.
MINIMUM = """
citalopram SSRI 20 A
escitalopram SSRI 10 A
fluoxetine SSRI 20 A
paroxetine SSRI 20 A
sertraline SSRI 50 A
fluvoxamine SSRI 100 C
vilazodone MULTIMODAL 20 A
vortioxetine MULTIMODAL 10 A
venlafaxine SNRI 150 B
desvenlafaxine SNRI 50 A
duloxetine SNRI 60 B
levomilnacipran SNRI 40 A
bupropion NDRI 300 B
mirtazapine NASSA 30 C
trazodone SARI 300 C
amitriptyline TCA 150 C
imipramine TCA 150 C
desipramine TCA 150 C
clomipramine TCA 150 C
doxepin TCA 150 C
nortriptyline TCA 75 B
phenelzine MAOI 45 B
tranylcypromine MAOI 30 B
isocarboxazid MAOI 30 C
"""
TABLE = [line.split() for line in MINIMUM.strip().splitlines()]


@pytest.mark.parametrize(("drug", "family", "minimum", "grade"), [pytest.param(*row, id=row[0]) for row in TABLE])
def test_the_minimum_dose_is_sufficient_and_a_tenth_of_a_milligram_less_is_not(
    drug: str, family: str, minimum: str, grade: str
) -> None:
    at = CALCULATOR.run(SUFFICIENT | {"drug": drug, "daily_dose_mg": int(minimum)})
    below = CALCULATOR.run(SUFFICIENT | {"drug": drug, "daily_dose_mg": int(minimum) - 0.1})
    assert (at["dose_ok"], at["adequate"], at["min_dose_mg"]) == (True, True, int(minimum))
    assert (below["dose_ok"], below["adequate"]) == (False, False)
    assert (at["drug_class"], at["grade"]) == (family, grade)


def test_no_other_drug_has_a_minimum() -> None:
    assert {row[0] for row in TABLE} == set(MINIMA)


# Dose, length, adherence, all.
FACTS = [
    ("exactly six weeks are long enough", {"weeks": 6}, (True, True, True, True)),
    ("a day less than six weeks is too short", {"weeks": 5.85}, (True, False, True, False)),
    ("four weeks suffice where four are asked for", {"weeks": 4, "min_weeks": 4}, (True, True, True, True)),
    ("six weeks are too short where eight are asked for", {"min_weeks": 8}, (True, False, True, False)),
    ("eight weeks suffice where eight are asked for", {"weeks": 8, "min_weeks": 8}, (True, True, True, True)),
    ("80% of days are enough", {"adherence_pct": 80}, (True, True, True, True)),
    ("79.9% of days are not enough", {"adherence_pct": 79.9}, (True, True, False, False)),
    ("a higher dose is sufficient", {"daily_dose_mg": 200}, (True, True, True, True)),
    ("nothing was enough", {"daily_dose_mg": 25, "weeks": 0, "adherence_pct": 0}, (False, False, False, False)),
]


@pytest.mark.parametrize(
    ("change", "expected"), [pytest.param(change, expected, id=fact) for fact, change, expected in FACTS]
)
def test_each_condition_has_its_edge(change: dict[str, Any], expected: tuple[bool, ...]) -> None:
    answer = CALCULATOR.run(SUFFICIENT | change)
    assert tuple(answer[key] for key in ("dose_ok", "duration_ok", "adherence_ok", "adequate")) == expected


@pytest.mark.parametrize("drug", ["Sertraline", "SERTRALINE", "sertraline"])
def test_capitals_do_not_matter(drug: str) -> None:
    assert CALCULATOR.run(SUFFICIENT | {"drug": drug})["adequate"] is True


REFUSALS = [
    ("a misspelled drug", {"drug": "sertralin"}, "Did you mean sertraline"),
    (
        "a drug outside the table",
        {"drug": "valerian"},
        "“valerian” is not in the table. A drug outside the table can be",
    ),
    ("a number as a drug", {"drug": 7}, "Drug must be a name"),
    ("no dose", {"daily_dose_mg": 0}, "above 0"),
    ("a negative dose", {"daily_dose_mg": -50}, "above 0"),
    ("a dose of grams", {"daily_dose_mg": 1000.5}, "at most 1000 mg"),
    ("negative weeks", {"weeks": -1}, "from 0 to 5200 weeks"),
    ("more adherence than days", {"adherence_pct": 100.1}, "from 0 to 100%"),
    ("fewer than four weeks asked for", {"min_weeks": 3.9}, "from 4 to 8 weeks"),
    ("more than eight weeks asked for", {"min_weeks": 8.1}, "from 4 to 8 weeks"),
    ("true as weeks", {"weeks": True}, "must be a number"),
    ("null as required weeks", {"min_weeks": None}, "must be a number"),
]


@pytest.mark.parametrize(
    ("change", "words"), [pytest.param(change, words, id=what) for what, change, words in REFUSALS]
)
def test_what_is_no_trial_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(SUFFICIENT | change)
    (problem,) = refused.value.problems
    assert problem.field in change
    assert words in problem.message


def test_each_shortfall_is_named_with_its_size() -> None:
    answer = full_answer(
        CALCULATOR, {"drug": "venlafaxine", "daily_dose_mg": 75, "weeks": 5.5, "adherence_pct": 79.96, "min_weeks": 6}
    )
    assert answer["headline"] == "Not adequate: dose, length and adherence not sufficient"
    assert answer["working"] == [
        "Dose of venlafaxine: 75 mg, at least 150 mg needed: 75 mg short",
        "Evidence for the minimum dose, B: within the range of the US label, with a second source",
        "Length at that dose: 5.5 weeks, at least 6 weeks needed: 0.5 weeks short",
        "Adherence: 79.96%, at least 80% needed: 0.04% short",
        "Label maximum of venlafaxine: 375 mg of IR (droracle.ai/articles/157546, which quotes the US label, read on 28 November "
        "2026)",
        "Label maximum of venlafaxine: 225 mg of XR by the US label (mimsdev.com/philippines, US wording in a Philippine label, "
        "read on 28 November 2026)",
        "Label maximum of venlafaxine: 375 mg of XR by the UK and EU labels (myhealthbox.eu, Efaxil XL, Irish label, 4.2, read "
        "on 28 November 2026)",
    ]


@pytest.mark.parametrize("drug", ["sertraline", "bupropion", "doxepin"])
def test_every_answer_says_that_the_doses_are_our_default(drug: str) -> None:
    answer = full_answer(CALCULATOR, SUFFICIENT | {"drug": drug})
    said = [notice["text"] for notice in answer["warnings"]]
    assert any("our own values, not those of ATHF-SF" in text for text in said)
    assert any("Sources disagree" in text for text in said) is (drug == "doxepin")


@pytest.mark.parametrize(("weeks", "shown"), [(3.9, False), (4, True), (7.9, True), (8, False)])
def test_the_dispute_about_weeks_is_shown_where_it_decides(weeks: float, shown: bool) -> None:
    topics = [
        difference["topic"] for difference in full_answer(CALCULATOR, SUFFICIENT | {"weeks": weeks})["differences"]
    ]
    assert topics == ["How long a trial must last"] * shown


def test_what_is_exactly_enough_is_not_called_short() -> None:
    assert full_answer(CALCULATOR, SUFFICIENT)["working"] == [
        "Dose of sertraline: 50 mg, at least 50 mg needed: sufficient",
        "Evidence for the minimum dose, A: the usual therapeutic starting dose of the US label",
        "Length at that dose: 6 weeks, at least 6 weeks needed: sufficient",
        "Adherence: 80%, at least 80% needed: sufficient",
        "Label maximum of sertraline: 200 mg (fr.diagnosispro.com/8295-551870, copy of the US label, read on 28 November 2026)",
    ]


def test_the_formula_lists_every_minimum_dose_under_its_class() -> None:
    lines = {line.partition(": ")[0]: line.partition(": ")[2] for line in CALCULATOR.formula}
    assert lines["NDRI"] == "bupropion 300 (B)."
    assert lines["MAO inhibitor"] == "phenelzine 45 (B), tranylcypromine 30 (B), isocarboxazid 30 (C)."
    listed = " ".join(CALCULATOR.formula)
    assert all(listed.count(f" {drug} {minimum} ({grade})") == 1 for drug, _, minimum, grade in TABLE)


def test_what_the_warnings_say_already_is_not_shown_again() -> None:
    assert [key for key, output in CALCULATOR.output_fields if not output.shown] == ["in_table", "above_max"]


def test_any_minimum_above_nothing_may_be_stated() -> None:
    trial = {"drug": "moclobemide", "daily_dose_mg": 1, "weeks": 8, "adherence_pct": 90}
    assert full_answer(CALCULATOR, {**trial, "stated_min_mg": 0.5})["values"]["min_dose_mg"] == 0.5
    with pytest.raises(InvalidInputs):
        full_answer(CALCULATOR, {**trial, "stated_min_mg": 0})
