"""The screener triages by its most serious answer, never by a sum, and refuses a follow-up that was not asked."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("cssrs_screener")
QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6_lifetime", "q6_past_3_months")


def answers(*positive: str, skipped: bool = True) -> dict[str, Any]:
    """Yes to the questions named, no to the others; follow-ups that the form skips are null unless `skipped` is False."""
    given: dict[str, Any] = {question: question in positive for question in QUESTIONS}
    if skipped:
        if not given["q2"]:
            given |= {question: None for question in ("q3", "q4", "q5") if not given[question]}
        if not given["q6_lifetime"] and not given["q6_past_3_months"]:
            given["q6_past_3_months"] = None
    return given


# Triage of the screener: first match wins. Positive answers; level; contradictory.
FACTS = [
    ("no to all is no level", (), "none", False),
    ("a wish to be dead is low", ("q1",), "low", False),
    ("suicidal thoughts are low", ("q2",), "low", False),
    ("both are still low", ("q1", "q2"), "low", False),
    ("a method is moderate", ("q2", "q3"), "moderate", False),
    ("behavior long ago is moderate", ("q6_lifetime",), "moderate", False),
    ("behavior long ago and a wish to be dead stay moderate", ("q1", "q6_lifetime"), "moderate", False),
    ("a method and behavior long ago stay moderate", ("q1", "q2", "q3", "q6_lifetime"), "moderate", False),
    ("some intent is high", ("q2", "q4"), "high", False),
    ("plan and intent are high", ("q2", "q5"), "high", False),
    ("behavior in the past three months is high", ("q6_lifetime", "q6_past_3_months"), "high", False),
    ("recent behavior is high without any thoughts", ("q6_lifetime", "q6_past_3_months"), "high", False),
    ("a method without thoughts contradicts and stays moderate", ("q3",), "moderate", True),
    ("intent without thoughts contradicts and stays high", ("q4",), "high", True),
    ("a plan without thoughts contradicts and stays high", ("q5",), "high", True),
    ("recent behavior that never happened contradicts and stays high", ("q6_past_3_months",), "high", True),
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
    seen = set()
    for q1, q2, q3, q4, q5, ever, recent in product(
        (True, False), (True, False), three, three, three, (True, False), three
    ):
        given = dict(zip(QUESTIONS, (q1, q2, q3, q4, q5, ever, recent), strict=True))
        missing = [name for name in ("q3", "q4", "q5") if q2 and given[name] is None]
        missing += ["q6_past_3_months"] if ever and recent is None else []
        if missing:
            with pytest.raises(InvalidInputs) as refused:
                CALCULATOR.run(given)
            assert [(problem.field, problem.kind) for problem in refused.value.problems] == [
                (name, "missing") for name in missing
            ]
            continue
        level = "low" if q1 or q2 else "none"
        level = "moderate" if q3 or ever else level
        level = "high" if q4 or q5 or recent else level
        contradicts = (not q2 and (q3 or q4 or q5)) or (not ever and recent)
        assert CALCULATOR.run(given) == {"level": level, "inconsistent": bool(contradicts)}
        seen.add((level, bool(contradicts)))
    # A contradiction needs a positive follow-up, which is never below moderate.
    assert seen == {
        ("none", False),
        ("low", False),
        ("moderate", False),
        ("moderate", True),
        ("high", False),
        ("high", True),
    }


def test_one_more_yes_never_lowers_the_level() -> None:
    order = ["none", "low", "moderate", "high"]
    for given in product((True, False), repeat=7):
        before = CALCULATOR.run(dict(zip(QUESTIONS, given, strict=True)))["level"]
        for place in range(7):
            more = [*given[:place], True, *given[place + 1 :]]
            after = CALCULATOR.run(dict(zip(QUESTIONS, more, strict=True)))["level"]
            assert order.index(after) >= order.index(before)


REFUSALS = [
    ("question 1 not asked", {"q1": None}, "q1", "answer yes or no"),
    ("question 2 not asked", {"q2": None}, "q2", "answer yes or no"),
    ("behavior not asked", {"q6_lifetime": None}, "q6_lifetime", "answer yes or no"),
    ("one instead of yes", {"q1": 1}, "q1", "answer yes or no"),
    ("a follow-up as a number", {"q3": 0}, "q3", "yes, no or not asked"),
    ("a follow-up as a word", {"q5": "no"}, "q5", "yes, no or not asked"),
]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [pytest.param(change, field, words, id=what) for what, change, field, words in REFUSALS],
)
def test_what_is_no_answer_is_refused(change: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(answers() | change)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message


def test_a_follow_up_left_out_is_one_not_asked() -> None:
    assert CALCULATOR.run({"q1": False, "q2": False, "q6_lifetime": False}) == {"level": "none", "inconsistent": False}
    with pytest.raises(InvalidInputs, match="3 Thoughts of a method”"):
        CALCULATOR.run({"q1": True, "q2": True, "q6_lifetime": False})


@pytest.mark.parametrize(
    ("positive", "words"),
    [
        (("q1",), "local crisis steps"),
        (("q2", "q3"), "local crisis steps today"),
        (("q2", "q4"), "local crisis steps now"),
    ],
)
def test_every_level_says_to_follow_local_crisis_steps(positive: tuple[str, ...], words: str) -> None:
    first = full_answer(CALCULATOR, answers(*positive))["warnings"][0]
    assert first["kind"] == "stop"
    assert words in first["text"]


def test_no_to_everything_is_not_called_the_absence_of_risk() -> None:
    answer = full_answer(CALCULATOR, answers())
    assert answer["headline"] == "No question answered yes: no level of triage, and no proof that there is no risk"
    assert [notice["kind"] for notice in answer["warnings"]] == ["note", "note"]


def kinds_and_texts(*positive: str) -> tuple[list[str], str]:
    notices = full_answer(CALCULATOR, answers(*positive))["warnings"]
    return [notice["kind"] for notice in notices if notice["kind"] != "note"], " ".join(n["text"] for n in notices)


@pytest.mark.parametrize(
    ("positive", "kinds", "history", "today"),
    [
        pytest.param(("q6_lifetime",), ["caution"], True, False, id="behavior long ago is a history"),
        pytest.param(("q1", "q6_lifetime"), ["stop", "caution"], True, False, id="with a wish to be dead now as well"),
        pytest.param(("q2", "q3", "q6_lifetime"), ["stop", "caution"], True, True, id="with a method now as well"),
        pytest.param(("q2", "q4", "q6_lifetime"), ["stop", "caution"], True, False, id="with intent now as well"),
        pytest.param(("q6_lifetime", "q6_past_3_months"), ["stop"], False, False, id="recent behavior is no history"),
        pytest.param(("q2", "q3"), ["stop"], False, True, id="a method alone"),
    ],
)
def test_behavior_of_long_ago_is_a_history_and_does_not_call_for_today(
    positive: tuple[str, ...], kinds: list[str], history: bool, today: bool
) -> None:
    found, said = kinds_and_texts(*positive)
    assert found == kinds
    assert ("A history of suicidal behavior" in said) is history
    assert ("crisis steps today" in said) is today


@pytest.mark.parametrize("positive", [("q1",), ("q2", "q3"), ("q2", "q4")])
def test_local_steps_come_before_the_national_line(positive: tuple[str, ...]) -> None:
    first = full_answer(CALCULATOR, answers(*positive))["warnings"][0]["text"]
    assert first.index("local crisis steps") < first.index("988")


def test_it_says_that_it_is_the_form_of_a_first_visit() -> None:
    assert "lifetime/past month" in CALCULATOR.summary
    _, said = kinds_and_texts()
    assert "since last visit" in said


def test_a_contradiction_is_named_with_its_question() -> None:
    cautions = [
        notice["text"]
        for notice in full_answer(CALCULATOR, answers("q4", "q5"))["warnings"]
        if notice["kind"] == "caution"
    ]
    assert len(cautions) == 1
    assert cautions[0].startswith("Ask again: “4 Some intent” and “5 Plan and intent” answered yes although")


def test_the_working_shows_which_question_decided() -> None:
    assert full_answer(CALCULATOR, answers("q1", "q2", "q3"))["working"] == [
        "High if any of (4 Some intent, 5 Plan and intent, 6 Suicidal behavior, past 3 months) is yes: none answered yes",
        "Moderate if any of (3 Thoughts of a method, 6 Suicidal behavior, ever) is yes: yes to “3 Thoughts of a method”",
        "Low if any of (1 Wish to be dead, 2 Suicidal thoughts) is yes: yes to “1 Wish to be dead” and “2 Suicidal thoughts”",
        "The first level with a yes counts. Answers are not added up.",
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"q1": True, "q2": True, "q3": False, "q4": None, "q5": False, "q6_lifetime": False},
            "“4 Some intent” must be answered yes or no, because question 2 is yes.",
        ),
        (
            {"q1": True, "q2": False, "q6_lifetime": True},
            "“6 Suicidal behavior, past 3 months” must be answered yes or no, because “ever” is yes.",
        ),
    ],
)
def test_a_follow_up_that_is_owed_says_which_answer_owes_it(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(given)
    assert [problem.message for problem in refused.value.problems] == [message]
