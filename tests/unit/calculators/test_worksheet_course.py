"""A course: every score is compared with the first, in the order of days, and dates fall where the plans put them."""

from datetime import date, timedelta
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.fields import Choice

WORKSHEET = find("course")
NO_SIGN: dict[str, Any] = {
    "suicidal_ideation": False,
    "functional_decline": False,
    "patient_reported_worsening": False,
    "sleep_or_appetite_change": False,
}


def course(*scores: tuple[str, int, int | None], scale: str = "phq9", **more: Any) -> dict[str, Any]:
    rows = [{"day": day, "total": total, "treatments_completed": done} for day, total, done in scores]
    return {"scale": scale, "scores": rows, **more}


# (21 − 16) ÷ 21 = 23.8…%, (21 − 11) ÷ 21 = 47.6…%, (21 − 4) ÷ 21 = 80.95…%.
FOUR = (("2026-03-02", 21, 0), ("2026-03-09", 16, 2), ("2026-03-16", 11, 4), ("2026-03-23", 4, 6))


def table(inputs: dict[str, Any], label: str) -> list[list[str]]:
    return next((t["rows"] for t in full_answer(WORKSHEET, inputs)["tables"] if t["label"] == label), [])


def warned(inputs: dict[str, Any]) -> str:
    return " ".join(f"{notice['kind']}: {notice['text']}" for notice in full_answer(WORKSHEET, inputs)["warnings"])


def test_each_score_has_its_change_outcome_and_step_of_the_timeline() -> None:
    # Fact sheet 3.1 and 3.2; bands of 2.
    assert table(course(*FOUR), "Scores") == [
        ["2026-03-02", "Monday", "21", "Severe", "baseline", "", "0", ""],
        ["2026-03-09", "Monday", "16", "Moderately severe", "23.8%", "Non-response", "2", "Consider a higher dose"],
        ["2026-03-16", "Monday", "11", "Moderate", "47.6%", "Partial response", "4", "Continue as planned"],
        [
            "2026-03-23",
            "Monday",
            "4",
            "Minimal",
            "81%",
            "Remission, best score",
            "6",
            "Responder: go on to the transition phase",
        ],
    ]


def test_a_score_outside_induction_is_compared_and_not_put_to_the_timeline() -> None:
    rows = table(course(FOUR[0], ("2026-05-04", 12, None)), "Scores")
    assert rows[-1] == ["2026-05-04", "Monday", "12", "Moderate", "42.9%", "Partial response", "", "–"]


def test_a_worse_score_is_negative_and_calls_for_the_patient_now() -> None:
    inputs = course(("2026-03-02", 10, 0), ("2026-03-09", 12, 2))
    assert table(inputs, "Scores")[-1][4] == "\u221220%"
    assert warned(inputs).count("See the patient now") == 1
    assert full_answer(WORKSHEET, inputs)["headline"] == (
        "PHQ-9 10 → 12. Worse than before treatment: reassess first. Non-response: 20% worse"
    )


def test_a_first_score_of_nothing_has_no_percentage() -> None:
    rows = table(course(("2026-03-02", 0, 0), ("2026-03-09", 3, 2)), "Scores")
    assert rows[-1][4:] == ["no percentage", "Not applicable", "2", "no percentage"]


def test_the_first_score_alone_is_a_beginning() -> None:
    answer = full_answer(WORKSHEET, course(FOUR[0]))
    assert answer["headline"] == "PHQ-9 21 before treatment; no later score yet"
    assert answer["charts"] == []
    assert answer["values"]["outcome"] is None


@pytest.mark.parametrize(
    ("scale", "total", "outcome"),
    [("madrs", 9, "remission"), ("madrs", 10, "response"), ("hamd17", 7, "remission"), ("hamd17", 8, "response"),
     ("qids_sr16", 5, "remission"), ("gad7", 4, "remission"), ("gad7", 5, "response")],
)  # fmt: skip
def test_each_scale_has_its_own_remission(scale: str, total: int, outcome: str) -> None:
    assert WORKSHEET.run(course(("2026-03-02", 20, 0), ("2026-03-09", total, 2), scale=scale))["outcome"] == outcome


def test_signs_of_relapse_are_looked_for_at_the_last_score() -> None:
    # Fact sheet 3.3: a rise of 2 is a sign, yet below the 5 points that one patient's change must reach.
    inputs = course(*FOUR, ("2026-05-04", 6, None), stable_total=4, **NO_SIGN)
    answer = WORKSHEET.run(inputs)
    assert (answer["signs"], answer["mcid_reached"]) == (["phq9_increase_ge2"], False)
    assert ["Change since stable, 4 to 6", "2: sign of relapse, may be measurement error"] in table(
        inputs, "Signs of relapse at the last score"
    )
    beyond = WORKSHEET.run(course(*FOUR, ("2026-05-04", 9, None), stable_total=4, **NO_SIGN))
    assert beyond["mcid_reached"] is True


def test_suicidal_thoughts_stop_and_lead_to_the_screener() -> None:
    inputs = course(*FOUR, stable_total=4, **{**NO_SIGN, "suicidal_ideation": True})
    stops = [notice for notice in full_answer(WORKSHEET, inputs)["warnings"] if notice["kind"] == "stop"]
    assert [notice["calculator"] for notice in stops] == ["cssrs_screener"]
    assert full_answer(WORKSHEET, inputs)["warnings"][0]["kind"] == "stop"


def test_dates_fall_where_the_plans_put_them() -> None:
    # Fact sheet 4.9: last induction treatment of the worked example. 4.8: its maintenance takes 36 weeks from the end of
    # induction, which is 2026-11-26 here.
    answer = WORKSHEET.run(
        course(
            FOUR[0], start="2026-03-02", per_week=2, sessions=6,
            induction_end="2026-03-19", biweekly_sessions=4, monthly_sessions=3,
        )
    )  # fmt: skip
    assert (answer["induction_last"], answer["maintenance_last"]) == ("2026-03-19", "2026-11-26")


def test_the_chart_holds_the_scores_of_the_table_and_the_levels_to_compare_with() -> None:
    answer = full_answer(WORKSHEET, course(*FOUR, ("2026-05-04", 6, None), stable_total=4, **NO_SIGN))
    (chart,) = answer["charts"]
    rows = table(course(*FOUR, ("2026-05-04", 6, None)), chart["table"])
    assert [(point["day"], point["text"]) for point in chart["points"]] == [(row[0], row[2]) for row in rows]
    # Half of 21 is 10.5; remission is a total below 5; five points above 4 is 9.
    assert [(line["short"], line["value"], line["upto"]) for line in chart["lines"]] == [
        ("Response: 10.5 or less", 10.5, None),
        ("Remission: below 5", 5, None),
        ("Stable: 4", 4, 9),
    ]
    assert (chart["low"], chart["high"]) == (0, 27)


def test_the_chart_is_described_in_words() -> None:
    (chart,) = full_answer(WORKSHEET, course(*FOUR))["charts"]
    assert chart["description"].startswith(
        "4 PHQ-9 totals from 2026-03-02 to 2026-03-23: 21 at first, lowest 4 on 2026-03-23 (Monday), 4 at last."
    )


@pytest.mark.parametrize(
    ("last", "leads", "never"),
    [
        pytest.param(
            15, "PHQ-9 up by 11 points: treat as relapse", "Partial response", id="partial response, but relapse"
        ),
        pytest.param(9, "PHQ-9 up by 5 points: treat as relapse", "Response:", id="response, but relapse"),
        pytest.param(22, "PHQ-9 up by 18 points: treat as relapse", "Non-response", id="worse, and relapse"),
    ],
)
def test_relapse_comes_before_the_outcome(last: int, leads: str, never: str) -> None:
    inputs = course(*FOUR, ("2026-06-20", last, 8), stable_total=4, **NO_SIGN)
    answer = full_answer(WORKSHEET, inputs)
    assert answer["headline"].startswith(leads)
    assert answer["headline"].endswith(f"PHQ-9 21 → {last} (best 4)")
    assert never not in answer["headline"]
    assert answer["values"]["action"] is None
    assert table(inputs, "Scores")[-1][-1] == "relapse comes first"


def test_suicidal_thoughts_lead_without_a_stable_score_and_without_a_later_one() -> None:
    for scores in (FOUR, FOUR[:1]):
        answer = full_answer(WORKSHEET, course(*scores, suicidal_ideation=True))
        assert answer["headline"].startswith("Suicidal thoughts: C-SSRS screener now. PHQ-9 21")
        stops = [notice for notice in answer["warnings"] if notice["kind"] == "stop"]
        assert [notice["rule"] for notice in stops] == ["course.suicidal_ideation"]


def test_a_review_within_days_does_not_hide_that_the_score_is_worse() -> None:
    # 14 to 16 is worse than before treatment, and 16 is not 5 above a stable 13.
    worse = course(("2026-03-02", 14, 0), ("2026-05-04", 16, None), stable_total=13, **NO_SIGN)
    assert full_answer(WORKSHEET, worse)["headline"] == (
        "Review within days. 1 of 5 signs of relapse: PHQ-9 up by 2 points or more. PHQ-9 above 10. PHQ-9 14 → 16. "
        "Worse than before treatment: reassess first. Non-response: 14.3% worse"
    )


def test_suicidal_thoughts_are_stopped_for_once() -> None:
    told = warned(course(*FOUR, stable_total=4, **{**NO_SIGN, "suicidal_ideation": True}))
    assert told.count("stop:") == 1


@pytest.mark.parametrize(("total", "outcome"), [(16, "non_response"), (9, "response"), (4, "remission")])
def test_the_house_timeline_is_not_asked_about_anxiety(total: int, outcome: str) -> None:
    inputs = course(("2026-03-02", 18, 0), ("2026-03-20", total, 6), scale="gad7")
    assert (WORKSHEET.run(inputs)["action"], WORKSHEET.run(inputs)["outcome"]) == (None, outcome)
    assert table(inputs, "Scores")[-1][-1] == "not a depression scale"


@pytest.mark.parametrize(("stable", "told"), [(10, False), (11, True), (0, False)])
def test_a_stable_score_that_is_no_response_is_asked_about(stable: int, told: bool) -> None:
    # Half of 21 is 10.5.
    inputs = course(*FOUR, stable_total=stable, **NO_SIGN)
    assert ("caution: The stable score is less than 50% below" in warned(inputs)) is told


def test_a_stable_score_of_just_half_the_first_is_a_response() -> None:
    inputs = course(("2026-03-02", 20, 0), ("2026-03-23", 10, 6), stable_total=10, **NO_SIGN)
    assert "The stable score" not in warned(inputs)


@pytest.mark.parametrize(
    ("scale", "second", "told"),
    [
        ("phq9", "2026-03-15", True),
        ("phq9", "2026-03-16", False),
        ("gad7", "2026-03-15", True),
        ("madrs", "2026-03-03", False),
        ("hamd17", "2026-03-03", False),
        ("qids_sr16", "2026-03-09", False),
    ],
)
def test_scores_closer_than_their_scale_looks_back_are_pointed_out(scale: str, second: str, told: bool) -> None:
    inputs = course(("2026-03-02", 20, 0), (second, 9, 4), scale=scale)
    assert ("looks back two weeks" in warned(inputs)) is told
    assert ("looks back" in warned(inputs)) is told


def test_a_first_score_in_remission_is_pointed_out_from_the_first() -> None:
    for scores in ((("2026-03-02", 4, 0),), (("2026-03-02", 4, 0), ("2026-03-20", 3, 4))):
        assert warned(course(*scores)).count("already in the range of remission") == 1
    assert "already in the range" not in warned(course(("2026-03-02", 21, 0)))


def test_the_first_score_may_be_before_the_first_treatment() -> None:
    planned: dict[str, Any] = {"start": "2026-03-04", "per_week": 2, "sessions": 6}
    assert WORKSHEET.run(course(("2026-03-02", 21, 0), ("2026-03-04", 20, 0), **planned))


def test_an_ordinary_good_course_has_nothing_to_stop_for_and_two_notes_at_most() -> None:
    weekly = [warned(course(*FOUR[:count])) for count in range(1, 5)]
    apart = warned(course(FOUR[0], ("2026-03-16", 11, 4), ("2026-03-30", 4, 6)))
    kept = warned(course(*FOUR, ("2026-05-04", 4, None), stable_total=4, **NO_SIGN))
    for told in (*weekly[2:], apart, kept):
        assert "stop:" not in told
        assert "caution:" not in told
        assert told.count("note:") <= 2


REFUSED = [
    (
        "a second score before the first treatment",
        course(*FOUR, start="2026-03-10", per_week=2, sessions=6),
        ["scores.1.day"],
        "is before the first treatment (2026-03-10)",
    ),
    (
        "an induction that ends before it begins",
        course(
            FOUR[0],
            start="2026-03-02",
            per_week=2,
            sessions=6,
            induction_end="2026-03-01",
            biweekly_sessions=4,
            monthly_sessions=3,
        ),
        ["induction_end"],
        "cannot end (2026-03-01) before its first treatment (2026-03-02)",
    ),
    ("no score", course(), ["scores"], "score before treatment"),
    (
        "a day before the one above it",
        course(("2026-03-09", 16, None), ("2026-03-02", 21, None)),
        ["scores.1.day"],
        "is before score 1 (2026-03-09)",
    ),
    ("two scores on one day", course(FOUR[0], FOUR[0]), ["scores.1.day"], "is the same day as score 1"),
    (
        "a total beyond the scale",
        course(("2026-03-02", 28, 0)),
        ["scores.0.total"],
        "from 0 to 27; that is the range of PHQ-9",
    ),
    (
        "fewer treatments than before",
        course(("2026-03-02", 21, 4), ("2026-03-09", 16, 2)),
        ["scores.1.treatments_completed"],
        "fewer than the 4 before it",
    ),
    (
        "a stable score of another scale",
        course(FOUR[0], scale="madrs", stable_total=4, **NO_SIGN),
        ["stable_total"],
        "none of the scores is one",
    ),
]


@pytest.mark.parametrize(("inputs", "fields", "words"), [pytest.param(*case[1:], id=case[0]) for case in REFUSED])
def test_what_cannot_be_followed_is_refused_beside_its_field(
    inputs: dict[str, Any], fields: list[str], words: str
) -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(inputs)
    assert [problem.field for problem in refused.value.problems] == fields
    assert all(words in problem.message for problem in refused.value.problems)


@pytest.mark.parametrize(("last", "crossed"), [(10, "no"), (11, "yes")])
def test_the_signs_that_are_present_are_told_from_those_that_are_not(last: int, crossed: str) -> None:
    # A rise of 6 or 7 points is a sign; the house article has "PHQ-9 >10".
    signs = {**NO_SIGN, "functional_decline": True}
    rows = table(
        course(*FOUR, ("2026-05-23", last, None), stable_total=4, **signs), "Signs of relapse at the last score"
    )
    assert rows == [
        ["PHQ-9 up by 2 points or more", "present"],
        ["Suicidal thoughts", "not present"],
        ["Function is slipping", "present"],
        ["The patient says things are worse", "not present"],
        ["Sleep or appetite has changed", "not present"],
        [f"Change since stable, 4 to {last}", f"{last - 4}: sign of relapse, meaningful rise"],
        ["PHQ-9 above 10", crossed],
    ]


@pytest.mark.parametrize("with_maintenance", [False, True])
def test_weekly_sessions_after_the_induction_are_planned_once(with_maintenance: bool) -> None:
    maintenance: dict[str, Any] = {"induction_end": "2026-03-19", "biweekly_sessions": 4, "monthly_sessions": 3}
    inputs = course(FOUR[0], start="2026-03-02", per_week=2, sessions=6, **(maintenance if with_maintenance else {}))
    rows = [row for one in full_answer(WORKSHEET, inputs)["tables"][1:] for row in one["rows"]]
    # The last treatment is on 2026-03-19; the first weekly session a week later.
    assert len([row for row in rows if row[0] == "2026-03-26"]) == 1
    induction = [row[2] for row in table(inputs, "Treatments") if row[2].startswith(("Induction", "Weekly"))]
    assert induction[:6] == [f"Induction {place}" for place in range(1, 7)]
    assert ("Weekly 1" in induction) is not with_maintenance


def test_the_change_of_the_last_score_alone_is_drawn_and_the_rise_beside_it() -> None:
    inputs = course(*FOUR, ("2026-05-23", 12, None), stable_total=4, **NO_SIGN)
    scales = full_answer(WORKSHEET, inputs)["scales"]
    # (21 − 12) ÷ 21 = 42.8…%; 12 − 4 = 8 points
    assert [(scale["label"], scale["at_text"]) for scale in scales] == [
        ("Improvement", "42.9%"),
        ("Rise of the PHQ-9 in points", "8"),
    ]


def test_an_induction_may_end_on_the_day_on_which_it_begins() -> None:
    inputs = course(FOUR[0], start="2026-03-02", per_week=2, sessions=6) | {
        "induction_end": "2026-03-02", "biweekly_sessions": 4, "monthly_sessions": 3
    }  # fmt: skip
    # Six treatments, two a week from a Monday.
    assert WORKSHEET.run(inputs)["induction_last"] == "2026-03-19"


def test_a_day_out_of_order_names_both_scores() -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(course(("2026-03-02", 21, 0), ("2026-03-09", 16, 2), ("2026-03-05", 11, 4)))
    (problem,) = refused.value.problems
    assert problem.field == "scores.2.day"
    assert problem.message.startswith("Score 3: 2026-03-05 is before score 2 (2026-03-09).")


@pytest.mark.parametrize(("count", "accepted"), [(100, True), (101, False)])
def test_a_course_has_100_scores_at_most(count: int, accepted: bool) -> None:
    days = [str(date(2026, 1, 1) + timedelta(days=7 * place)) for place in range(count)]
    inputs = course(*((day, 20, None) for day in days))
    if accepted:
        assert len(table(inputs, "Scores")) == 100
    else:
        with pytest.raises(InvalidInputs):
            WORKSHEET.run(inputs)


def test_the_form_begins_with_two_treatments_a_week() -> None:
    # House article: 2 to 3 treatments a week.
    (per_week,) = (field for field in WORKSHEET.fields if field.name == "per_week")
    assert isinstance(per_week.spec, Choice)
    assert per_week.spec.chosen_first == 2
