"""Each definition of treatment-resistant depression is answered by its own rule."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("trd_definitions")


def trial(
    drug: str, drug_class: str, improvement: Any = 10, *, adequate: bool = True, now: bool = True
) -> dict[str, Any]:
    return {
        "drug": drug,
        "drug_class": drug_class,
        "adequate": adequate,
        "improvement_pct": improvement,
        "current_episode": now,
    }


SERTRALINE = trial("sertraline", "SSRI")
ESCITALOPRAM = trial("escitalopram", "SSRI")
DULOXETINE = trial("duloxetine", "SNRI")

# Trials; qualifying; US label (two drugs, this episode); EMA 2013 (two drugs); house (two classes).
FACTS = [
    ("no trial meets nothing", [], 0, False, False, False),
    ("one failed trial meets nothing", [SERTRALINE], 1, False, False, False),
    ("two drugs of one class meet the regulators only", [SERTRALINE, ESCITALOPRAM], 2, True, True, False),
    ("two drugs of two classes meet all", [SERTRALINE, DULOXETINE], 2, True, True, True),
    ("the same drug twice is one drug", [SERTRALINE, SERTRALINE], 2, False, False, False),
    ("capitals make no other drug", [SERTRALINE, trial("Sertraline", "SSRI")], 2, False, False, False),
    ("a brand makes no other drug", [SERTRALINE, trial("Zoloft", "SSRI")], 2, False, False, False),
    ("a salt makes no other drug", [SERTRALINE, trial("Sertraline HCl", "SSRI")], 2, False, False, False),
    ("a form makes no other drug", [trial("Effexor XR", "SNRI"), trial("venlafaxine", "SNRI")], 2, False, False, False),
    (
        "a strength makes no other drug",
        [trial("sertraline 50 mg", "SSRI"), trial("Zoloft 200", "SSRI")],
        2,
        False,
        False,
        False,
    ),
    (
        "ketamine and ECT are no antidepressants",
        [trial("ketamine", "OTHER"), trial("ECT", "OTHER")],
        0,
        False,
        False,
        False,
    ),
    ("what augments is no antidepressant", [SERTRALINE, trial("quetiapine", "OTHER")], 1, False, False, False),
    ("a class typed wrong is that of the table", [trial("sertraline", "SNRI"), ESCITALOPRAM], 2, True, True, False),
    ("two names of one drug are one", [trial("dothiepin", "TCA"), trial("dosulepin", "TCA")], 2, False, False, False),
    ("Symbyax is fluoxetine", [trial("Symbyax", "SSRI"), trial("Prozac", "SSRI")], 2, False, False, False),
    ("Aplenzin is bupropion", [trial("Aplenzin", "NDRI"), trial("Wellbutrin", "NDRI")], 2, False, False, False),
    ("Zyban is bupropion", [trial("Zyban", "NDRI"), trial("bupropion", "NDRI")], 2, False, False, False),
    ("Auvelity is a drug of its own", [trial("Auvelity", "OTHER"), trial("Prozac", "SSRI")], 2, True, True, True),
    ("a drug outside the table counts by its name", [trial("melitracen", "TCA"), SERTRALINE], 2, True, True, True),
    ("spaces make no other drug", [SERTRALINE, trial(" sertraline ", "SSRI")], 2, False, False, False),
    (
        "an earlier episode does not count for the label",
        [SERTRALINE, trial("duloxetine", "SNRI", now=False)],
        2,
        False,
        True,
        True,
    ),
    (
        "an inadequate trial does not count",
        [SERTRALINE, trial("duloxetine", "SNRI", adequate=False)],
        1,
        False,
        False,
        False,
    ),
    ("an unknown improvement does not count", [SERTRALINE, trial("duloxetine", "SNRI", None)], 1, False, False, False),
    ("50% better is a response", [SERTRALINE, trial("duloxetine", "SNRI", 50)], 1, False, False, False),
    ("49.99% is a failed trial", [SERTRALINE, trial("duloxetine", "SNRI", 49.99)], 2, True, True, True),
    ("no improvement at all is a failed trial", [SERTRALINE, trial("duloxetine", "SNRI", 0)], 2, True, True, True),
    ("getting worse is a failed trial", [SERTRALINE, trial("duloxetine", "SNRI", -30)], 2, True, True, True),
    ("complete improvement is a response", [SERTRALINE, trial("duloxetine", "SNRI", 100)], 1, False, False, False),
    (
        "two drugs of another class are one class",
        [trial("agomelatine", "OTHER"), trial("tianeptine", "OTHER")],
        2,
        True,
        True,
        False,
    ),
]


@pytest.mark.parametrize(
    ("trials", "qualifying", "fda", "ema", "house"),
    [pytest.param(trials, qualifying, fda, ema, house, id=fact) for fact, trials, qualifying, fda, ema, house in FACTS],
)
def test_each_definition_keeps_its_own_rule(
    trials: list[dict[str, Any]], qualifying: int, fda: bool, ema: bool, house: bool
) -> None:
    answer = CALCULATOR.run({"trials": trials})
    assert (answer["qualifying_trials"], answer["fda"], answer["ema"], answer["consensus"]) == (
        qualifying,
        fda,
        ema,
        house,
    )


def test_an_absent_improvement_counts_as_unknown() -> None:
    row = {key: value for key, value in SERTRALINE.items() if key != "improvement_pct"}
    answer = CALCULATOR.run({"trials": [row]})
    assert (answer["qualifying_trials"], answer["unknown_improvement"]) == (0, 1)


def test_an_inadequate_trial_of_unknown_outcome_is_not_asked_about() -> None:
    assert CALCULATOR.run({"trials": [trial("sertraline", "SSRI", None, adequate=False)]})["unknown_improvement"] == 0


REFUSALS = [
    ("a class in small letters", trial("sertraline", "ssri"), "trials.0.drug_class", "Did you mean SSRI"),
    ("a class that is none", trial("sertraline", "antidepressant"), "trials.0.drug_class", "Class must be SSRI"),
    ("more than complete improvement", trial("sertraline", "SSRI", 100.1), "trials.0.improvement_pct", "to 100%"),
    (
        "improvement in words",
        trial("sertraline", "SSRI", "20"),
        "trials.0.improvement_pct",
        "Improvement must be a number",
    ),
    (
        "true as improvement",
        trial("sertraline", "SSRI", True),
        "trials.0.improvement_pct",
        "Improvement must be a number",
    ),
    ("more than a hundredfold worsening", trial("sertraline", "SSRI", -10_000.5), "trials.0.improvement_pct", "from"),
    ("a drug without a name", trial("  ", "SSRI"), "trials.0.drug", "Drug must be a name"),
    ("a word for adequacy", SERTRALINE | {"adequate": "yes"}, "trials.0.adequate", "answer yes or no"),
    ("a trial that is no object", "sertraline", "trials.0", "Trial 1 must be an object"),
    ("a question nobody asked", SERTRALINE | {"dose": 50}, "trials.0.dose", "There is no input “dose”"),
    (
        "no episode",
        {k: v for k, v in SERTRALINE.items() if k != "current_episode"},
        "trials.0.current_episode",
        "yes or no",
    ),
]


@pytest.mark.parametrize(
    ("row", "field", "words"), [pytest.param(row, field, words, id=what) for what, row, field, words in REFUSALS]
)
def test_a_trial_that_cannot_be_read_is_refused_with_its_place(row: Any, field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run({"trials": [row]})
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message
    assert problem.message.startswith("Trial 1")


def test_trials_that_are_no_list_are_refused() -> None:
    with pytest.raises(InvalidInputs, match="Treatment trials must be a list"):
        CALCULATOR.run({"trials": SERTRALINE})


def test_the_working_names_what_decided_each_trial() -> None:
    trials = [
        trial("Sertraline", "SSRI", 20),
        trial("duloxetine", "SNRI", 49.99),
        trial("bupropion", "NDRI", 60, now=False),
        trial("mirtazapine", "NASSA", None),
        trial("imipramine", "TCA", adequate=False),
    ]
    assert full_answer(CALCULATOR, {"trials": trials})["working"] == [
        "Trial 1, Sertraline (SSRI, current episode) failed trial: 20% better (<50%)",
        "Trial 2, duloxetine (SNRI, current episode) failed trial: 49.99% better (<50%)",
        "Trial 3, bupropion (NDRI, earlier episode) not counted: 60% better is a response (≥50%)",
        "Trial 4, mirtazapine (NASSA, current episode) not counted: improvement unknown",
        "Trial 5, imipramine (TCA, current episode) not counted: not adequate",
        "US label: different drugs in the current episode: 2 of 2 needed (duloxetine, sertraline): met",
        "European regulator: different drugs: 2 of 2 needed (duloxetine, sertraline): met",
        "Our protocol: different classes: 2 of 2 needed (SSRI, SNRI): met",
    ]


@pytest.mark.parametrize(
    ("trials", "words"),
    [
        pytest.param([], "No definition", id="none met"),
        pytest.param([SERTRALINE, DULOXETINE], "Treatment-resistant by all three definitions", id="all met"),
        pytest.param([SERTRALINE, ESCITALOPRAM], "; not of our protocol", id="our protocol not met"),
    ],
)
def test_the_headline_says_whose_definition_is_met(trials: list[dict[str, Any]], words: str) -> None:
    assert words in full_answer(CALCULATOR, {"trials": trials})["headline"]


WARNED = [
    ("an unknown outcome", [trial("sertraline", "SSRI", None)], "1 adequate trial has no known improvement"),
    ("one drug under two classes", [SERTRALINE, trial("Sertraline", "SNRI")], "sertraline was entered under 2 classes"),
    ("a response that may be short of remission", [trial("sertraline", "SSRI", 60)], "ended short of remission"),
    ("a misspelled name", [SERTRALINE, trial("sertralin", "SSRI")], "Did you mean sertraline?"),
    (
        "a class that is not that of the drug",
        [trial("Zoloft", "SNRI")],
        "Check the class of sertraline: SSRI in the table",
    ),
    (
        "a combination beside its part",
        [trial("Auvelity", "OTHER"), trial("Wellbutrin", "NDRI")],
        "were separate trials",
    ),
    ("a drug that is given by the session", [trial("esketamine", "OTHER")], "given by the session"),
    ("a brand for another use", [trial("Zyban", "NDRI")], "If it was for depression"),
    ("a drug outside the table", [trial("melitracen", "TCA")], "Not in the table"),
    (
        "two of another class",
        [trial("agomelatine", "OTHER"), trial("tianeptine", "OTHER")],
        "agomelatine, tianeptine: all “another class”",
    ),
]


@pytest.mark.parametrize(("trials", "words"), [pytest.param(trials, words, id=what) for what, trials, words in WARNED])
def test_what_makes_the_answer_doubtful_is_said(trials: list[dict[str, Any]], words: str) -> None:
    assert [words in notice["text"] for notice in full_answer(CALCULATOR, {"trials": trials})["warnings"]] == [True]


def test_a_name_in_doubt_leads_the_headline() -> None:
    said = full_answer(CALCULATOR, {"trials": [SERTRALINE, trial("sertralin", "SSRI")]})["headline"]
    assert said.startswith("Check the name sertralin. Treatment-resistant by")


@pytest.mark.parametrize(
    "trials",
    [
        pytest.param([SERTRALINE, DULOXETINE], id="two failed trials"),
        pytest.param([trial("agomelatine", "OTHER")], id="one drug of another class"),
        pytest.param([trial("sertraline", "SSRI", 49.9)], id="an improvement short of response"),
        pytest.param([trial("sertraline", "SSRI", 100)], id="a complete improvement"),
        pytest.param([trial("sertraline", "SSRI", 60, adequate=False)], id="a response to an inadequate trial"),
    ],
)
def test_a_plain_history_is_not_doubted(trials: list[dict[str, Any]]) -> None:
    assert full_answer(CALCULATOR, {"trials": trials})["warnings"] == []


def test_exactly_half_is_a_response_that_may_be_short_of_remission() -> None:
    answer = full_answer(CALCULATOR, {"trials": [trial("sertraline", "SSRI", 50)]})
    assert "50% better is a response" in answer["working"][0]
    assert "ended short of remission" in answer["warnings"][0]["text"]


def test_the_greatest_worsening_is_still_a_failed_trial() -> None:
    assert CALCULATOR.run({"trials": [trial("sertraline", "SSRI", -10_000)]})["qualifying_trials"] == 1


def test_the_count_of_unknown_outcomes_is_for_programs_only() -> None:
    shown = full_answer(CALCULATOR, {"trials": [SERTRALINE]})["shown"]
    assert [value["key"] for value in shown] == ["qualifying_trials", "fda", "ema", "consensus"]


# Sforzini 2022, recommendation 3: below 25% in both trials.
@pytest.mark.parametrize(("improvement", "shown"), [(24.9, False), (25, True), (49, True), (50, False)])
def test_partial_improvement_brings_up_the_delphi_panel(improvement: float, shown: bool) -> None:
    answer = full_answer(CALCULATOR, {"trials": [trial("sertraline", "SSRI", improvement)]})
    assert ("Partial improvement" in [difference["topic"] for difference in answer["differences"]]) is shown


def test_the_headline_asks_about_one_name_at_a_time() -> None:
    each = {"adequate": True, "improvement_pct": 10, "current_episode": True}
    trials = [{"drug": "sertralin", "drug_class": "SSRI", **each}, {"drug": "venlafaxin", "drug_class": "SNRI", **each}]
    headline = full_answer(CALCULATOR, {"trials": trials})["headline"]
    assert headline.startswith("Check the name sertralin. Treatment-resistant")
