"""Response status: the house article's "Response Definitions", made half-open as section 3.1 of the fact sheet has it."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

# Highest total and highest total in remission of each scale: fact sheet, section 2.
SCALES = {"phq9": (27, 4), "gad7": (21, 4), "madrs": (60, 9), "hamd17": (52, 7), "qids_sr16": (27, 5)}


def category(baseline: int, final: int) -> str:
    """Response is twice the fall reaching the baseline; partial response four times the fall: whole numbers only."""
    if baseline == 0:
        return "not_applicable"
    fall = baseline - final
    return "response" if 2 * fall >= baseline else "partial" if 4 * fall >= baseline else "non_response"


@pytest.mark.parametrize("scale", SCALES)
def test_every_pair_of_whole_totals(scale: str) -> None:
    high, remission = SCALES[scale]
    for baseline in range(high + 1):
        for final in range(high + 1):
            answer = evaluate("response_status", {"scale": scale, "baseline": baseline, "final": final})
            now, before = final <= remission, baseline <= remission
            assert answer["category"] == category(baseline, final)
            assert answer["remission"] is now
            assert answer["baseline_in_remission"] is before
            assert answer["worsened"] is (final > baseline)
            if baseline == 0:
                assert answer["outcome"] == "not_applicable"
                assert answer["percent"] is None
                assert answer["percent_display"] is None
            elif now:
                assert answer["outcome"] == ("in_remission_at_baseline" if before else "remission")
            else:
                assert answer["outcome"] == answer["category"]


# Edges of the intervals, worked by hand: baseline, final, percent, what is shown, category.
EDGES: list[tuple[str, float, float, Fraction, float, str]] = [
    ("half exactly is response", 32, 16, Fraction(50), 50.0, "response"),
    ("just under a half is partial and never shown as 50", 25, 12.51, Fraction(1249, 25), 49.9, "partial"),
    ("a quarter exactly is partial, read as typed", 1.2, 0.9, Fraction(25), 25.0, "partial"),
    ("just under a quarter is non-response", 40, 30.01, Fraction(999, 40), 24.9, "non_response"),
    ("no change is non-response", 20, 20, Fraction(0), 0.0, "non_response"),
    ("a fall to nothing is all of it", 20, 0, Fraction(100), 100.0, "response"),
    ("a rise is negative and cut toward zero", 30, 31, Fraction(-10, 3), -3.3, "non_response"),
]


@pytest.mark.parametrize(
    ("baseline", "final", "percent", "shown", "expected"), [pytest.param(*rest, id=name) for name, *rest in EDGES]
)
def test_the_edges_of_the_intervals(
    baseline: float, final: float, percent: Fraction, shown: float, expected: str
) -> None:
    answer = evaluate("response_status", {"scale": "madrs", "baseline": baseline, "final": final})
    assert answer["percent"] == pytest.approx(float(percent), abs=1e-12)
    assert answer["percent_display"] == shown
    assert answer["category"] == expected


CUSTOM = {"scale": "custom", "scale_min": 18, "scale_max": 126, "baseline": 58, "final": 38}


def test_a_scale_that_starts_above_0_is_measured_from_its_own_lowest_total() -> None:
    # BPRS-18 starts at 18: (58 - 38) / (58 - 18) = 50 %. Counted from 0 it would be 34 %.
    answer = evaluate("response_status", CUSTOM)
    assert (answer["percent"], answer["category"]) == (50.0, "response")
    assert (answer["remission"], answer["baseline_in_remission"]) == (None, None)


def test_a_baseline_at_the_lowest_total_of_a_custom_scale_has_no_percentage() -> None:
    answer = evaluate("response_status", {**CUSTOM, "baseline": 18, "final": 20})
    assert (answer["percent"], answer["outcome"], answer["worsened"]) == (None, "not_applicable", True)


PHQ = {"scale": "phq9", "baseline": 20, "final": 10}
REFUSED: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    (
        "a total beyond the scale is an error and not “worse”",
        {**PHQ, "final": 28},
        [("final", "Total now must be from 0 to 27: that is the range of PHQ-9.")],
    ),
    (
        "both totals are checked",
        {**PHQ, "baseline": -1, "final": 27.5},
        [
            ("baseline", "Total before treatment must be from 0 to 27: that is the range of PHQ-9."),
            ("final", "Total now must be from 0 to 27: that is the range of PHQ-9."),
        ],
    ),
    (
        "a built-in scale keeps its own limits",
        {**PHQ, "scale_min": 0},
        [("scale_min", "PHQ-9 has its own limits. Leave this blank, or choose another scale.")],
    ),
    (
        "a scale of one's own needs both ends",
        {"scale": "custom", "baseline": 20, "final": 10},
        [
            ("scale_min", "Enter the lowest total of your scale."),
            ("scale_max", "Enter the highest total of your scale."),
        ],
    ),
    (
        "the ends may not be equal",
        {**CUSTOM, "scale_min": 126},
        [("scale_max", "Highest total must be above the lowest total of the scale.")],
    ),
    (
        "a total below a custom minimum",
        {**CUSTOM, "final": 17},
        [("final", "Total now must be from 18 to 126: that is the range of your scale.")],
    ),
]


@pytest.mark.parametrize(("values", "problems"), [pytest.param(*rest, id=name) for name, *rest in REFUSED])
def test_what_is_refused_and_why(values: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("response_status", values)
    assert [(problem.field, problem.message) for problem in refused.value.problems] == problems


@pytest.mark.parametrize("value", [True, None, "20", float("nan"), float("inf"), [20]])
def test_what_is_not_a_finite_number_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("response_status", {**PHQ, "baseline": value})
    assert [problem.field for problem in refused.value.problems] == ["baseline"]


def test_the_threshold_that_is_no_source_s_is_marked_as_the_house_s() -> None:
    assert any("GAD-7 below 5 (our convention)" in line for line in find("response_status").formula)


@pytest.mark.parametrize("field", ["baseline", "final", "scale_min", "scale_max"])
@pytest.mark.parametrize("beyond", [-10_000.5, 10_000.5])
def test_a_total_further_out_than_any_scale_is_refused_with_the_limits(field: str, beyond: float) -> None:
    with pytest.raises(InvalidInputs, match=r"from −10000 to 10000\. No rating scale in use goes higher\."):
        evaluate("response_status", {**CUSTOM, field: beyond})


def test_a_scale_may_run_to_the_limits() -> None:
    widest = {"scale": "custom", "scale_min": -10_000, "scale_max": 10_000, "baseline": 10_000, "final": -10_000}
    assert evaluate("response_status", widest)["percent"] == 100.0


def test_the_percentage_is_shown_once_and_never_rounded_into_response() -> None:
    answer = full_answer(find("response_status"), {"scale": "madrs", "baseline": 25, "final": 12.51})
    assert [(value["key"], value["text"]) for value in answer["shown"]][:2] == [
        ("outcome", "Partial response"),
        ("percent", "49.96%"),
    ]


def test_an_unknown_scale_is_an_error_and_not_another_scale() -> None:
    with pytest.raises(InvalidInputs, match="Did you mean madrs"):
        evaluate("response_status", {**PHQ, "scale": "MADRS"})


@given(
    baseline=st.integers(1, 600).map(lambda tenths: Fraction(tenths, 10)),
    final=st.integers(0, 600).map(lambda tenths: Fraction(tenths, 10)),
)
def test_a_fall_and_the_same_rise_are_opposite_percentages(baseline: Fraction, final: Fraction) -> None:
    mirrored = 2 * baseline - final
    if 0 <= mirrored <= 60:
        there = evaluate("response_status", {"scale": "madrs", "baseline": baseline, "final": final})["percent"]
        back = evaluate("response_status", {"scale": "madrs", "baseline": baseline, "final": mirrored})["percent"]
        assert there == -back


def headline(**values: Any) -> str:
    said = full_answer(find("response_status"), values)["headline"]
    assert isinstance(said, str)
    return said


def test_the_headline_says_the_outcome_and_the_direction() -> None:
    assert headline(scale="phq9", baseline=18, final=4) == "Remission: 77.8% better"
    assert headline(scale="madrs", baseline=30, final=33) == (
        "Worse than before treatment: reassess first. Non-response: 10% worse"
    )
    assert headline(scale="madrs", baseline=30, final=30) == "Non-response: no change"
    assert (
        headline(scale="phq9", baseline=4, final=3)
        == "In remission before and after: 25% better, exactly at partial response (25%)"
    )
    assert "No percentage" in headline(scale="phq9", baseline=0, final=3)


def test_the_working_shows_the_sum_the_interval_and_the_distance_to_response() -> None:
    answer = full_answer(find("response_status"), {"scale": "madrs", "baseline": 25, "final": 12.6})
    assert answer["working"] == [
        "100 × (25 − 12.6) ÷ (25 − 0) = 49.6%",
        "49.6%: Partial response (25% to below 50%); response starts at 50%, 0.4% away.",
        "Remission on MADRS: below 10; now 12.6: not met",
    ]


def test_the_working_never_rounds_a_percentage_into_the_next_category() -> None:
    # (30 - 15.00001) / 30 is 49.99996666... %
    answer = full_answer(find("response_status"), {"scale": "madrs", "baseline": 30, "final": 15.00001})
    assert answer["values"]["category"] == "partial"
    assert answer["working"][:2] == [
        "100 × (30 − 15.00001) ÷ (30 − 0) = 49.9999…%",
        "49.99997%: Partial response (25% to below 50%); response starts at 50%, less than 0.01% away.",
    ]


def notices(**values: Any) -> list[tuple[str, str]]:
    return [(notice["kind"], notice["text"]) for notice in full_answer(find("response_status"), values)["warnings"]]


def test_a_rise_and_non_response_are_not_left_to_the_number() -> None:
    (first, worse), (second, definition) = notices(scale="madrs", baseline=30, final=33)
    assert (first, second) == ("caution", "note")
    assert worse.startswith("Worse than before treatment. See the patient now")
    assert "Ask about both" in definition


def test_the_definition_of_non_response_is_not_told_to_a_patient_in_remission() -> None:
    # 8 to 7 on HAM-D17 is 12.5%, and remission.
    assert not any("non-response only when" in text for _, text in notices(scale="hamd17", baseline=8, final=7))
    assert any("non-response only when" in text for _, text in notices(scale="hamd17", baseline=9, final=8))


RISING = {"scale": "custom", "scale_min": 14, "scale_max": 70, "baseline": 42, "higher_is_better": True}
# final, percent, worse: 100 × (final − 42) ÷ (70 − 42) by hand
RISES = [
    (42, 0.0, False),
    (49, 25.0, False),
    (48, 21.4286, False),
    (56, 50.0, False),
    (70, 100.0, False),
    (28, -50.0, True),
]


@pytest.mark.parametrize(("final", "percent", "worse"), RISES)
def test_where_a_higher_total_is_better_the_distance_to_the_highest_counts(
    final: int, percent: float, worse: bool
) -> None:
    for values in ({**RISING, "final": final}, {"scale": "q_les_q_sf", "baseline": 42, "final": final}):
        answer = evaluate("response_status", values)
        assert answer["percent"] == pytest.approx(percent, abs=0.001)
        assert answer["worsened"] is worse
        assert answer["remission"] is None


def test_a_best_possible_start_leaves_no_percentage_in_either_direction() -> None:
    for scale, best, worse in (("q_les_q_sf", 70, 60), ("phq9", 0, 3), ("sds", 0, 3)):
        answer = evaluate("response_status", {"scale": scale, "baseline": best, "final": worse})
        assert (answer["percent"], answer["worsened"]) == (None, True)


@pytest.mark.parametrize(("scale", "low", "high"), [("q_les_q_sf", 14, 70), ("sds", 0, 30)])
def test_a_scale_of_totals_has_its_own_ends_and_direction(scale: str, low: int, high: int) -> None:
    for total in (low, high):
        assert evaluate("response_status", {"scale": scale, "baseline": 20, "final": total})
    for total in (low - 1, high + 1):
        with pytest.raises(InvalidInputs, match=f"must be from {low} to {high}" if low else "must be from"):
            evaluate("response_status", {"scale": scale, "baseline": 20, "final": total})
    with pytest.raises(InvalidInputs, match="has its own direction"):
        evaluate("response_status", {"scale": scale, "baseline": 20, "final": 20, "higher_is_better": True})


def test_the_working_of_a_rising_scale_is_the_way_to_its_top() -> None:
    answer = full_answer(find("response_status"), {"scale": "q_les_q_sf", "baseline": 42, "final": 28})
    assert answer["working"][0] == "100 × (28 − 42) ÷ (70 − 42) = −50%"


@pytest.mark.parametrize(
    ("direction", "final", "told"),
    [
        (None, 39, "Say whether a higher total is better"),
        (False, 39, "See the patient now"),
        (True, 37, "See the patient now"),
        (None, 37, ""),
        (True, 39, ""),
    ],
)
def test_a_scale_of_unsaid_direction_counts_as_falling_and_asks_when_it_rises(
    direction: bool | None, final: int, told: str
) -> None:
    values = {**CUSTOM, "baseline": 38, "final": final, "higher_is_better": direction}
    if direction is None:
        del values["higher_is_better"]
    cautions = [text for kind, text in notices(**values) if kind == "caution"]
    assert len(cautions) == bool(told)
    assert all(told in text for text in cautions)


# 5 points on the PHQ-9 in one patient (Löwe 2004), 2.8 on the SDS between groups (Guico-Pabia 2012).
@pytest.mark.parametrize(
    ("scale", "final", "points", "important", "words"),
    [
        ("phq9", 16, -4, 5.0, "in one patient is 5: not reached"),
        ("phq9", 15, -5, 5.0, "in one patient is 5: reached"),
        ("phq9", 25, 5, 5.0, "in one patient is 5: reached"),
        ("sds", 17, -3, 2.8, "between groups is 2.8: reached"),
        ("sds", 18, -2, 2.8, "between groups is 2.8: not reached"),
        ("madrs", 15, -5, None, ""),
    ],
)
def test_the_change_in_points_stands_beside_the_smallest_that_matters(
    scale: str, final: int, points: int, important: float | None, words: str
) -> None:
    answer = full_answer(find("response_status"), {"scale": scale, "baseline": 20, "final": final})
    assert (answer["values"]["points_changed"], answer["values"]["important_change"]) == (points, important)
    assert any(words in line for line in answer["working"]) or not words
    assert any("smallest that matters" in line for line in answer["working"]) is bool(words)


@pytest.mark.parametrize(
    ("scale", "baseline", "told"),
    [("phq9", 9, True), ("phq9", 10, False), ("madrs", 10, False), ("qids_sr16", 9, False), ("hamd17", 9, False)],
)
def test_a_small_start_is_pointed_out_on_the_scales_of_our_own_value(scale: str, baseline: int, told: bool) -> None:
    said = notices(scale=scale, baseline=baseline, final=baseline - 1)
    assert any("Use the change in points" in text for _, text in said) is told


@pytest.mark.parametrize(("scale", "baseline"), [("phq9", 4), ("madrs", 9)])
def test_a_start_in_remission_is_called_that_and_not_small(scale: str, baseline: int) -> None:
    said = [text for _, text in notices(scale=scale, baseline=baseline, final=baseline)]
    assert any("already in the range of remission" in text for text in said)
    assert not any("Use the change in points" in text for text in said)


@pytest.mark.parametrize(("scale", "baseline", "final"), [("phq9", 21, 9), ("madrs", 32, 14), ("qids_sr16", 18, 4)])
def test_an_ordinary_response_has_nothing_to_be_warned_of(scale: str, baseline: int, final: int) -> None:
    said = notices(scale=scale, baseline=baseline, final=final)
    assert len(said) <= 2
    assert all(kind == "note" for kind, _ in said)
