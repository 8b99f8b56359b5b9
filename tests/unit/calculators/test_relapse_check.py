"""Relapse check: the five signs of the house article; 5 points from Löwe B, et al. Med Care 2004;42(12):1194-1201."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

WELL: dict[str, Any] = {
    "stable_phq9": 6,
    "current_phq9": 6,
    "suicidal_ideation": False,
    "functional_decline": False,
    "patient_reported_worsening": False,
    "sleep_or_appetite_change": False,
}
ANSWERED = ("suicidal_ideation", "functional_decline", "patient_reported_worsening", "sleep_or_appetite_change")


@pytest.mark.parametrize("stable", range(28))
def test_every_pair_of_totals(stable: int) -> None:
    for now in range(28):
        answer = evaluate("relapse_check", {**WELL, "stable_phq9": stable, "current_phq9": now})
        assert answer["phq9_increase"] == now - stable
        assert answer["indicators"] == (
            ["phq9_increase_ge2"] if now >= stable + 2 else []
        )  # house article: by 2 or more
        assert answer["mcid_reached"] is (now >= stable + 5)  # Löwe 2004: 5 points
        assert answer["prn_threshold_crossed"] is (now in range(11, 28))  # house article: above 10
        assert answer["any"] is (now >= stable + 2)


@pytest.mark.parametrize("sign", ANSWERED)
def test_each_of_the_four_answers_is_a_sign_by_itself(sign: str) -> None:
    answer = evaluate("relapse_check", {**WELL, sign: True})
    assert answer["indicators"] == [sign]
    assert answer["any"] is True


def test_signs_stand_in_the_order_of_the_article_whatever_the_order_of_the_answers() -> None:
    everything = {**dict.fromkeys(reversed(ANSWERED), True), "current_phq9": 8, "stable_phq9": 6}
    assert evaluate("relapse_check", everything)["indicators"] == ["phq9_increase_ge2", *ANSWERED]


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("above the scale", {"current_phq9": 28}, "current_phq9", "PHQ-9 now must be a whole number from 0 to 27."),
    ("below the scale", {"stable_phq9": -1}, "stable_phq9", "PHQ-9 when stable must be a whole number from 0 to 27."),
    ("half a point", {"stable_phq9": 5.5}, "stable_phq9", "PHQ-9 when stable must be"),
    ("a truth value for a total", {"current_phq9": True}, "current_phq9", "PHQ-9 now must be"),
    ("a number for a yes", {"suicidal_ideation": 1}, "suicidal_ideation", "Suicidal thoughts: answer yes or no"),
    ("nothing for a yes", {"functional_decline": None}, "functional_decline", "Function is slipping: answer yes or no"),
]


@pytest.mark.parametrize(("change", "field", "message"), [pytest.param(*rest, id=name) for name, *rest in REFUSED])
def test_what_is_refused_and_why(change: dict[str, Any], field: str, message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("relapse_check", {**WELL, **change})
    (problem,) = refused.value.problems
    assert problem.field == field
    assert problem.message.startswith(message)


def warned(**change: Any) -> list[tuple[str, str]]:
    return [
        (notice["kind"], notice["text"])
        for notice in full_answer(find("relapse_check"), {**WELL, **change})["warnings"]
    ]


def test_suicidal_thoughts_stop_the_check_whatever_else_is_well() -> None:
    notices = full_answer(find("relapse_check"), {**WELL, "suicidal_ideation": True})["warnings"]
    assert notices[0]["kind"] == "stop"
    assert notices[0]["calculator"] == "cssrs_screener"
    assert "local crisis steps" in notices[0]["text"]


@pytest.mark.parametrize(("now", "small"), [(7, False), (8, True), (10, True), (11, False)])
def test_a_rise_of_2_to_4_points_is_called_measurement_error_and_a_sign_at_once(now: int, small: bool) -> None:
    assert (
        any(
            "is a sign of relapse in our protocol, but may be measurement error" in text
            for _, text in warned(current_phq9=now)
        )
        is small
    )


@pytest.mark.parametrize(("now", "pointed_out"), [(9, False), (10, True), (11, False)])
def test_exactly_10_is_pointed_out_because_the_two_rules_part_there(now: int, pointed_out: bool) -> None:
    cautions = [text for kind, text in warned(stable_phq9=now, current_phq9=now) if kind == "caution"]
    assert any("exactly 10" in text for text in cautions) is pointed_out


def test_no_sign_is_not_called_stability() -> None:
    answer = full_answer(find("relapse_check"), WELL)
    assert answer["headline"] == "None of the 5 signs of relapse entered"
    assert any("not proof of stability" in notice["text"] for notice in answer["warnings"])


def test_a_total_above_10_is_said_even_when_no_sign_is_present() -> None:
    answer = full_answer(find("relapse_check"), {**WELL, "stable_phq9": 12, "current_phq9": 12})
    assert answer["headline"] == "None of the 5 signs of relapse entered. PHQ-9 above 10"


def test_the_working_sets_the_rise_against_both_thresholds() -> None:
    assert full_answer(find("relapse_check"), {**WELL, "current_phq9": 10})["working"][:3] == [
        "Change of PHQ-9: 10 − 6 = 4",
        "4: Sign of relapse, may be measurement error (2 to 4); sign of relapse, meaningful rise starts at 5, 1 away.",
        "Return at PHQ-9 above 10: now 10: not met",
    ]


def test_the_working_goes_through_every_sign() -> None:
    working = full_answer(find("relapse_check"), {**WELL, "functional_decline": True})["working"]
    assert working[3:] == [
        "Suicidal thoughts: not reported",
        "Function is slipping: present",
        "The patient says things are worse: not reported",
        "Sleep or appetite has changed: not reported",
    ]


def test_the_drawing_spans_every_possible_change() -> None:
    change, total = full_answer(find("relapse_check"), WELL)["scales"]
    assert (change["low"], change["high"]) == (-27, 27)
    assert (total["low"], total["high"]) == (0, 27)


def test_the_answer_shows_the_signs_and_no_verdict() -> None:
    shown = [value["key"] for value in full_answer(find("relapse_check"), WELL)["shown"]]
    assert shown == ["phq9_increase", "indicators", "prn_threshold_crossed", "mcid_reached"]


def test_a_fall_is_shown_with_a_minus_sign() -> None:
    answer = full_answer(find("relapse_check"), {**WELL, "current_phq9": 2})
    assert answer["working"][0] == "Change of PHQ-9: 2 − 6 = −4"


def test_a_score_of_10_is_named_with_both_rules() -> None:
    # House article: return above 10. Kroenke 2001: 10 or more as the cut-off.
    (notice,) = [
        n
        for n in full_answer(find("relapse_check"), {**WELL, "current_phq9": 10})["warnings"]
        if "exactly" in n["text"]
    ]
    assert "exactly 10. The example in our protocol asks for a return visit above 10" in notice["text"]
    assert "usual clinical cut-off is 10 or more" in notice["text"]


@pytest.mark.parametrize(
    ("stable", "now", "kinds", "leads"),
    [
        # Rule 8 of the addendum: 2 to 4 a note, from 5 a caution, a total of 15 or a rise of 10 within days.
        pytest.param(4, 5, [], "", id="a rise of 1 is no sign"),
        pytest.param(4, 6, [], "", id="a rise of 2 may be measurement error"),
        pytest.param(4, 8, [], "", id="a rise of 4 may still be measurement error"),
        pytest.param(
            4, 9, ["relapse"], "PHQ-9 up by 5 points: treat as relapse", id="a rise of 5 is treated as relapse"
        ),
        pytest.param(3, 12, ["relapse"], "PHQ-9 up by 9 points", id="a rise of 9 is not yet for days"),
        pytest.param(3, 13, ["relapse", "review"], "PHQ-9 up by 10 points", id="a rise of 10 is reviewed within days"),
        pytest.param(14, 14, [], "", id="a total of 14 without a rise"),
        pytest.param(
            15, 15, ["review"], "Review within days", id="a total of 15 without a rise is reviewed within days"
        ),
        pytest.param(11, 15, ["review"], "Review within days", id="a total of 15 after a rise of 4"),
    ],
)
def test_a_rise_is_answered_by_its_size(stable: int, now: int, kinds: list[str], leads: str) -> None:
    answer = full_answer(find("relapse_check"), {**WELL, "stable_phq9": stable, "current_phq9": now})
    cautions = [notice["rule"] for notice in answer["warnings"] if notice["kind"] != "note"]
    assert cautions == [f"relapse_check.{kind}" for kind in kinds]
    assert answer["headline"].startswith(leads or ("None of" if now - stable < 2 else "1 of"))


def test_what_looks_like_mania_is_not_called_relapse() -> None:
    answer = full_answer(find("relapse_check"), {**WELL, "new_mania_signs": True})
    assert answer["headline"].startswith("New signs of mania: think of a switch")
    assert answer["values"]["indicators"] == []
    (caution,) = [notice for notice in answer["warnings"] if notice["kind"] == "caution"]
    assert "may be a switch and not a relapse" in caution["text"]
    for unsaid in ({"new_mania_signs": False}, {}):
        assert not any("mania" in text for _, text in warned(**unsaid))


def test_suicidal_thoughts_lead_before_mania_and_relapse() -> None:
    everything = {**WELL, "suicidal_ideation": True, "new_mania_signs": True, "current_phq9": 16}
    answer = full_answer(find("relapse_check"), everything)
    assert answer["headline"].startswith(
        "Suicidal thoughts: C-SSRS screener now. New signs of mania: think of a switch. PHQ-9 up by 10 points"
    )
    assert [notice["kind"] for notice in answer["warnings"]] == ["stop", "caution", "caution", "caution"]


def test_the_headline_says_a_rise_once() -> None:
    relapse = {**WELL, "current_phq9": 11}
    assert full_answer(find("relapse_check"), relapse)["headline"] == (
        "PHQ-9 up by 5 points: treat as relapse until shown otherwise. PHQ-9 above 10"
    )
    assert full_answer(find("relapse_check"), {**relapse, "functional_decline": True})["headline"] == (
        "PHQ-9 up by 5 points: treat as relapse until shown otherwise. "
        "2 of 5 signs of relapse, among them function is slipping. PHQ-9 above 10"
    )
    assert full_answer(find("relapse_check"), {**WELL, "current_phq9": 8})["headline"] == (
        "1 of 5 signs of relapse: PHQ-9 up by 2 points or more"
    )
