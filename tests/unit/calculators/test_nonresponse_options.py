"""Non-response options: the table and the list under "Troubleshooting Non-Response" of the house article."""

from itertools import permutations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

# House article, "Protocol Adjustments", in the order of its rows.
ACTIONS = {
    "subtherapeutic_dose": "titrate_0.75_to_1.0",
    "benzodiazepine": "hold_benzodiazepine_treatment_days",
    "inadequate_frequency": "increase_to_3_per_week",
    "insufficient_sessions": "extend_to_8_to_10",
    "route": "switch_iv_in",
}
# House article, "Re-Evaluation Considerations".
ALWAYS = ["diagnosis_bipolarity", "substance_use", "comorbidity", "medical_contributors", "psychosocial"]


def test_any_issues_in_any_order_get_their_actions_in_the_order_of_the_article() -> None:
    for size in range(len(ACTIONS) + 1):
        for issues in permutations(ACTIONS, size):
            answer = evaluate("nonresponse_options", {"issues": list(issues)})
            assert answer["interventions"] == [
                {"issue": issue, "action": action} for issue, action in ACTIONS.items() if issue in issues
            ]
            assert answer["re_evaluate"] == ALWAYS


def test_a_repeated_issue_counts_once() -> None:
    assert len(evaluate("nonresponse_options", {"issues": ["route", "route"]})["interventions"]) == 1


@pytest.mark.parametrize("issues", [["ROUTE"], ["dose"], "route", [1], None], ids=str)
def test_what_is_not_a_list_of_known_issues_is_refused(issues: Any) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("nonresponse_options", {"issues": issues})
    assert [problem.field for problem in refused.value.problems] == ["issues"]


def shown(*issues: str) -> dict[str, Any]:
    return full_answer(find("nonresponse_options"), {"issues": list(issues)})


def test_holding_a_benzodiazepine_is_never_stopping_it() -> None:
    notice, _ = shown("benzodiazepine")["warnings"]
    assert notice["kind"] == "caution"
    assert notice["text"].endswith("Never stop a prescribed benzodiazepine abruptly.")
    assert notice["calculator"] == "medication_hold"


@pytest.mark.parametrize(
    ("issue", "topic"),
    [
        ("subtherapeutic_dose", "Titration to 0.75–1 mg/kg"),
        ("benzodiazepine", "Benzodiazepines"),
        ("inadequate_frequency", "More frequent sessions"),
        ("insufficient_sessions", None),
        ("route", None),
    ],
)
def test_the_literature_is_shown_beside_the_adjustment_it_speaks_to(issue: str, topic: str | None) -> None:
    assert [difference["topic"] for difference in shown(issue)["differences"]] == ([topic] if topic else [])


def test_without_an_issue_the_answer_is_to_re_evaluate_and_look_further() -> None:
    answer = shown()
    assert answer["headline"].startswith("No issue of the protocol found: re-evaluate")
    assert "ECT" in answer["warnings"][0]["text"]
    assert [table["label"] for table in answer["tables"]] == ["Re-evaluate in every case"]


def test_the_headline_offers_and_does_not_order() -> None:
    assert shown("benzodiazepine", "route")["headline"].startswith("Options in our protocol: hold benzodiazepines")


def test_a_dose_above_0_75_is_never_named_without_its_oversight() -> None:
    notice = shown("subtherapeutic_dose")["warnings"][0]
    assert notice["kind"] == "caution"
    assert "Above 0.75 mg/kg our protocol asks for experienced oversight" in notice["text"]


@pytest.mark.parametrize("issues", [[], ["route"], list(ACTIONS)], ids=str)
def test_worsening_is_put_before_every_adjustment(issues: list[str]) -> None:
    notices = shown(*issues)["warnings"]
    assert any(notice["text"].startswith("If the score is worse than before treatment") for notice in notices)


def test_an_extension_says_for_whom_it_is_meant() -> None:
    assert any("extends only where there were too few" in n["text"] for n in shown("insufficient_sessions")["warnings"])
    assert not any("extends only" in n["text"] for n in shown("route")["warnings"])


def test_the_lists_are_shown_as_tables_and_not_a_second_time() -> None:
    assert shown("route")["shown"] == []


def test_the_five_questions_stand_in_every_answer() -> None:
    questions = [row[1] for row in shown("route")["tables"][-1]["rows"]]
    assert len(questions) == 5
    assert all(question.endswith("?") for question in questions)


def test_more_sessions_are_three_a_week() -> None:
    # House article: "Increase to 3× weekly"
    assert "increase to three sessions a week" in shown("inadequate_frequency")["headline"]
