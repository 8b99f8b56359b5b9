"""At a later visit the screener triages by its most serious answer, and what was not asked is never a yes or a no."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("cssrs_since_last_visit")
QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6")


def answers(*positive: str, skipped: bool = True, **more: Any) -> dict[str, Any]:
    """Yes to the questions named, no to the others; follow-ups that the form skips are null unless `skipped` is False."""
    given: dict[str, Any] = {question: question in positive for question in QUESTIONS}
    if skipped and not given["q2"]:
        given |= {question: None for question in ("q3", "q4", "q5") if not given[question]}
    return {**given, "baseline_done": True, **more}


# The clinical addendum, "New calculators": high = q4 or q5 or q6; moderate = q3; low = q1 or q2; else none. Worked by hand.
FACTS = [
    ("no to all is no level", (), "none", False),
    ("a wish to be dead is low", ("q1",), "low", False),
    ("suicidal thoughts are low", ("q2",), "low", False),
    ("both are still low", ("q1", "q2"), "low", False),
    ("a method is moderate", ("q2", "q3"), "moderate", False),
    ("a method with a wish to be dead is moderate", ("q1", "q2", "q3"), "moderate", False),
    ("some intent is high", ("q2", "q4"), "high", False),
    ("intent with a method is high", ("q1", "q2", "q3", "q4"), "high", False),
    ("plan and intent are high", ("q2", "q5"), "high", False),
    ("everything is high", ("q1", "q2", "q3", "q4", "q5", "q6"), "high", False),
    ("behavior is high", ("q6",), "high", False),
    ("behavior with a wish to be dead is high", ("q1", "q6"), "high", False),
    ("behavior with thoughts is high", ("q2", "q6"), "high", False),
    ("behavior with a method is high", ("q2", "q3", "q6"), "high", False),
    ("a method without thoughts contradicts and stays moderate", ("q3",), "moderate", True),
    ("a method without thoughts but a wish to be dead contradicts", ("q1", "q3"), "moderate", True),
    ("intent without thoughts contradicts and stays high", ("q4",), "high", True),
    ("a plan without thoughts contradicts and stays high", ("q5",), "high", True),
    ("a method and intent without thoughts contradict", ("q3", "q4"), "high", True),
    ("a method without thoughts and behavior contradict and stay high", ("q3", "q6"), "high", True),
]


@pytest.mark.parametrize(
    ("positive", "level", "inconsistent"),
    [pytest.param(positive, level, inconsistent, id=fact) for fact, positive, level, inconsistent in FACTS],
)
def test_the_most_serious_answer_decides(positive: tuple[str, ...], level: str, inconsistent: bool) -> None:
    assert CALCULATOR.run(answers(*positive)) == {"level": level, "inconsistent": inconsistent}
    assert CALCULATOR.run(answers(*positive, skipped=False)) == {"level": level, "inconsistent": inconsistent}


def test_every_possible_answer_is_triaged_or_refused_for_what_was_not_asked() -> None:
    three: tuple[bool | None, ...] = (True, False, None)
    both = (True, False)
    for q1, q2, q3, q4, q5, q6 in product(both, both, three, three, three, both):
        given = dict(zip(QUESTIONS, (q1, q2, q3, q4, q5, q6), strict=True))
        missing = [name for name in ("q3", "q4", "q5") if q2 and given[name] is None]
        if missing:
            with pytest.raises(InvalidInputs) as refused:
                CALCULATOR.run(given)
            assert [(problem.field, problem.kind) for problem in refused.value.problems] == [
                (name, "missing") for name in missing
            ]
            continue
        level = "low" if q1 or q2 else "none"
        level = "moderate" if q3 else level
        level = "high" if q4 or q5 or q6 else level
        assert CALCULATOR.run(given) == {"level": level, "inconsistent": bool(not q2 and (q3 or q4 or q5))}


def test_one_more_yes_never_lowers_the_level() -> None:
    order = ["none", "low", "moderate", "high"]
    for given in product((True, False), repeat=6):
        before = CALCULATOR.run(dict(zip(QUESTIONS, given, strict=True)))["level"]
        for place in range(6):
            more = [*given[:place], True, *given[place + 1 :]]
            after = CALCULATOR.run(dict(zip(QUESTIONS, more, strict=True)))["level"]
            assert order.index(after) >= order.index(before)


@pytest.mark.parametrize("question", ["q1", "q2", "q6"])
def test_a_question_that_is_always_asked_is_never_taken_for_a_no(question: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(answers() | {question: None})
    (problem,) = refused.value.problems
    assert problem.field == question
    assert "answer yes or no" in problem.message


def test_the_answers_of_both_forms_to_the_same_questions_have_the_same_level() -> None:
    first = find("cssrs_screener")
    for given in product((True, False), repeat=5):
        thoughts = dict(zip(QUESTIONS, given, strict=False))
        now = CALCULATOR.run({**thoughts, "q6": False})
        assert first.run({**thoughts, "q6_lifetime": False}) == now


def told(*positive: str, **more: Any) -> list[dict[str, Any]]:
    return list(full_answer(CALCULATOR, answers(*positive, **more))["warnings"])


# The clinical addendum: high stop, moderate caution, low note.
@pytest.mark.parametrize(
    ("positive", "kind", "words"),
    [
        (("q1",), "note", "local crisis steps"),
        (("q2", "q3"), "caution", "local crisis steps today"),
        (("q2", "q4"), "stop", "local crisis steps now"),
        (("q6",), "stop", "local crisis steps now"),
    ],
)
def test_every_level_says_to_follow_local_crisis_steps_before_the_national_line(
    positive: tuple[str, ...], kind: str, words: str
) -> None:
    first = told(*positive)[0]
    assert first["kind"] == kind
    assert first["text"].index(words) < first["text"].index("988")


def test_no_to_everything_is_not_called_the_absence_of_risk() -> None:
    answer = full_answer(CALCULATOR, answers())
    assert answer["headline"] == "No question answered yes: no level of triage, and no proof that there is no risk"
    assert [notice["kind"] for notice in answer["warnings"]] == ["note"]


def test_a_contradiction_is_kept_shown_and_said() -> None:
    answer = full_answer(CALCULATOR, answers("q3"))
    assert answer["values"]["inconsistent"] is True
    cautions = [notice for notice in answer["warnings"] if notice["kind"] == "caution"]
    assert [notice["rule"].partition(".")[2] for notice in cautions] == ["moderate", "contradiction"]
    assert cautions[1]["text"].startswith("Ask again: “3 Thoughts of a method” answered yes although")
    assert "Answers contradict each other" in [chip["text"] for chip in answer["figure"]["chips"]]


def test_without_the_form_of_a_first_visit_this_one_is_not_enough() -> None:
    (caution,) = [notice for notice in told(baseline_done=False) if notice["kind"] == "caution"]
    assert caution["calculator"] == "cssrs_screener"
    assert "as well" in caution["text"]


def test_a_first_form_that_nobody_entered_is_not_taken_for_done() -> None:
    assert [notice["calculator"] for notice in told(baseline_done=None)] == ["cssrs_screener", ""]
    assert "is not entered" in told(baseline_done=None)[0]["text"]


@pytest.mark.parametrize("positive", [("q1",), ("q2", "q3"), ("q6",)])
def test_a_yes_leads_to_the_full_scale(positive: tuple[str, ...]) -> None:
    # NINDS common data elements, report 137881
    assert any("full scale" in notice["text"] for notice in told(*positive))
