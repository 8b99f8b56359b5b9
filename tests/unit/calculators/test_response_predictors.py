"""Response predictors: twelve features with the house article's level of evidence, and no score."""

from itertools import chain, combinations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

# House article, "Predictors of Ketamine Response", in the order of its two tables.
POSITIVE = {
    "family_history_alcohol_use_disorder": "moderate",
    "higher_bmi": "moderate",
    "anxious_depression": "moderate",
    "shorter_current_episode": "moderate",
    "fewer_failed_trials": "moderate",
    "higher_bdnf": "emerging",
    "anterior_cingulate_activity": "research",
}
NEGATIVE = {
    "personality_disorder": "moderate",
    "chronic_over_2_years": "moderate",
    "higher_resistance": "moderate",
    "active_substance_use": "clinical_consensus",
    "no_initial_response": "strong",
}


def subsets(keys: dict[str, str]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(keys, size) for size in range(len(keys) + 1)))


def test_each_feature_alone_keeps_its_level_of_evidence() -> None:
    for key, level in POSITIVE.items():
        answer = evaluate("response_predictors", {"positive": [key], "negative": []})
        assert (answer["positive"], answer["negative"], answer["evidence"]) == ([key], [], {key: level})
    for key, level in NEGATIVE.items():
        answer = evaluate("response_predictors", {"positive": [], "negative": [key]})
        assert (answer["positive"], answer["negative"], answer["evidence"]) == ([], [key], {key: level})


def test_no_set_of_features_is_ever_decisive() -> None:
    for chosen in subsets(POSITIVE):
        answer = evaluate("response_predictors", {"positive": list(chosen), "negative": []})
        assert answer["decisive"] is False
        assert answer["positive"] == list(chosen)
    for chosen in subsets(NEGATIVE):
        answer = evaluate("response_predictors", {"positive": [], "negative": list(chosen)})
        assert answer["decisive"] is False
        assert answer["negative"] == list(chosen)


def test_features_stand_in_the_order_of_the_article_and_repeats_collapse() -> None:
    answer = evaluate(
        "response_predictors",
        {"positive": [*reversed(POSITIVE), "higher_bmi"], "negative": [*reversed(NEGATIVE), "no_initial_response"]},
    )
    assert answer["positive"] == list(POSITIVE)
    assert answer["negative"] == list(NEGATIVE)
    assert answer["evidence"] == {**POSITIVE, **NEGATIVE}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({"positive": ["Higher_BMI"], "negative": []}, "positive", id="another case"),
        pytest.param({"positive": ["no_initial_response"], "negative": []}, "positive", id="from the other list"),
        pytest.param({"positive": [], "negative": ["other"]}, "negative", id="unknown"),
        pytest.param({"positive": "higher_bmi", "negative": []}, "positive", id="a text for a list"),
        pytest.param({"positive": [], "negative": [None]}, "negative", id="nothing in a list"),
    ],
)
def test_what_is_refused(values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("response_predictors", values)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_every_answer_warns_against_deciding_on_it() -> None:
    nothing: dict[str, list[str]] = {"positive": [], "negative": []}
    for values in (nothing, {"positive": list(POSITIVE), "negative": list(NEGATIVE)}):
        notices = full_answer(find("response_predictors"), values)["warnings"]
        assert notices[0]["kind"] == "note"
        assert notices[0]["text"].startswith("Do not offer or refuse ketamine on this list.")


@pytest.mark.parametrize(
    ("feature", "calculator"),
    [("active_substance_use", "contraindication_screen"), ("no_initial_response", "nonresponse_options")],
)
def test_two_features_lead_to_another_calculator_and_no_other_does(feature: str, calculator: str) -> None:
    for key in NEGATIVE:
        notices = full_answer(find("response_predictors"), {"positive": [], "negative": [key]})["warnings"]
        assert (calculator in [notice["calculator"] for notice in notices]) is (key == feature)


def test_the_evidence_is_shown_as_a_table_and_not_a_second_time() -> None:
    answer = full_answer(find("response_predictors"), {"positive": ["higher_bmi"], "negative": []})
    assert [value["key"] for value in answer["shown"]] == ["positive", "negative", "decisive"]


def test_the_primary_source_is_set_against_the_house_where_it_says_something() -> None:
    # Niciu MJ, et al. J Clin Psychiatry 2014;75(5):e417-e423: family history of alcohol use disorder, body mass index.
    for key in POSITIVE:
        topics = [
            difference["topic"]
            for difference in full_answer(find("response_predictors"), {"positive": [key], "negative": []})[
                "differences"
            ]
        ]
        shown = "Where the evidence is" in topics
        assert shown is (key in ("family_history_alcohol_use_disorder", "higher_bmi"))


def test_the_answer_lists_each_feature_with_its_level_in_words() -> None:
    answer = full_answer(
        find("response_predictors"), {"positive": ["higher_bdnf"], "negative": ["active_substance_use"]}
    )
    assert [table["rows"] for table in answer["tables"]] == [
        [["Higher baseline BDNF", "Emerging"]],
        [["Active substance use", "Clinical consensus"]],
    ]
    assert "contraindication_screen" in [notice["calculator"] for notice in answer["warnings"]]
