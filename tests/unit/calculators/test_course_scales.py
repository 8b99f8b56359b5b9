"""Several scales in one course: each is a line of its own against its own first score, and none is added to another."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.record_export import as_note
from ketamine_calculators.record_reading import read_record
from ketamine_calculators.scales import Scale
from ketamine_calculators.two_totals import BUILT_IN, COMPARED, SYMPTOMS
from ketamine_calculators.worksheets.course.instruments import IN_ROWS, MANIA

COURSE, STATUS, RELAPSE = find("course"), find("response_status"), find("relapse_check")
FIRST = date(2026, 3, 2)  # a Monday
NO_SIGN = dict.fromkeys(
    ("suicidal_ideation", "functional_decline", "patient_reported_worsening", "sleep_or_appetite_change"), False
)


def course(*rows: tuple[int, str, int], lead: str = "phq9", **more: Any) -> dict[str, Any]:
    """Scores by week, scale and total; those of the leading scale as the form has them, without its name."""
    scores = [
        {"day": str(FIRST + timedelta(weeks=week)), "total": total} | ({} if scale == lead else {"scale": scale})
        for week, scale, total in rows
    ]
    return {"scale": lead, "scores": scores, **more}


def told(*rows: tuple[int, str, int], **more: Any) -> dict[str, Any]:
    return full_answer(COURSE, course(*rows, **more))


def rules(found: dict[str, Any]) -> list[str]:
    return [notice["rule"] for notice in found["warnings"] if notice["rule"]]


def cells(found: dict[str, Any], table: str, column: str) -> list[str]:
    (one,) = (one for one in found["tables"] if one["label"] == table)
    return [row[one["head"].index(column)] for row in one["rows"]]


# (21 − 4) ÷ 21 = 80.95 %; (15 − 8) ÷ 15 = 46.67 %; (24 − 10) ÷ 24 = 58.33 %; (50 − 30) ÷ (70 − 30) = 50 %.
MIXED = (
    (0, "phq9", 21), (0, "gad7", 15), (0, "sds", 24), (0, "q_les_q_sf", 30), (0, "asrm", 2),
    (4, "phq9", 4), (4, "gad7", 8), (4, "sds", 10), (4, "q_les_q_sf", 50), (4, "asrm", 3),
)  # fmt: skip


def test_each_scale_has_its_own_line_and_its_own_percent() -> None:
    found = told(*MIXED)
    assert found["headline"] == (
        "PHQ-9 21 → 4. Remission: 81% better. GAD-7 15 → 8: partial response, 46.7% better. SDS 24 → 10: response, 58.3% "
        "better. Q-LES-Q-SF 30 → 50: response, 50% better. ASRM 3 on 2026-03-30: below the cut-off"
    )
    assert found["values"]["percent_display"] == 80.9
    assert [table["label"] for table in found["tables"]] == [
        "PHQ-9 scores", "GAD-7 scores", "SDS scores", "Q-LES-Q-SF scores", "ASRM scores",
    ]  # fmt: skip
    assert cells(found, "GAD-7 scores", "Improvement") == ["baseline", "46.7%"]
    assert cells(found, "Q-LES-Q-SF scores", "Total, higher is better") == ["30", "50"]


WORKED = [
    # What is possible: the distance from the first total to the best one of the scale.
    pytest.param("hama", 30, 12, "HAM-A 30 → 12: response, 60% better", id="HAM-A: 18 of 30"),
    pytest.param("hama", 30, 7, "HAM-A 30 → 7: remission, 76.7% better", id="HAM-A: 7 is remission, 23 of 30"),
    pytest.param("phq8", 20, 10, "PHQ-8 20 → 10: response, 50% better", id="PHQ-8: 10 of 20"),
    pytest.param("phq8", 24, 19, "PHQ-8 24 → 19: non-response, 20.8% better", id="PHQ-8: 5 of 24"),
    pytest.param("idssr30_total", 40, 28, "IDS-SR30 40 → 28: partial response, 30% better", id="IDS: 12 of 40"),
    pytest.param("idssr30_total", 84, 84, "IDS-SR30 84 → 84: non-response, no change", id="IDS: nothing"),
    pytest.param("madrs", 32, 9, "MADRS 32 → 9: remission, 71.9% better", id="MADRS: 23 of 32, below 10"),
    pytest.param("hamd17", 24, 12, "HAM-D17 24 → 12: response, 50% better", id="HAM-D17: 12 of 24"),
    pytest.param("qids_sr16", 16, 20, "QIDS-SR16 16 → 20: worse than before treatment, by 25%", id="QIDS: 4 of 16 worse"),
    pytest.param("gad7", 10, 14, "GAD-7 10 → 14: worse than before treatment, by 40%", id="GAD-7: 4 of 10 worse"),
    pytest.param("sds", 0, 3, "SDS 0 → 3: worse than before treatment, no percentage", id="SDS: from the best total"),
    pytest.param("sds", 30, 15, "SDS 30 → 15: response, 50% better", id="SDS: 15 of 30"),
    pytest.param("whodas12", 24, 18, "WHODAS 2.0 (12 items) 24 → 18: partial response, 25% better", id="WHODAS: 6 of 24"),
    pytest.param("whodas12", 48, 0, "WHODAS 2.0 (12 items) 48 → 0: response, 100% better", id="WHODAS: all of it"),
    pytest.param("q_les_q_sf", 42, 28, "Q-LES-Q-SF 42 → 28: worse than before treatment, by 50%", id="Q-LES-Q: 14 of 28"),
    pytest.param("q_les_q_sf", 14, 28, "Q-LES-Q-SF 14 → 28: partial response, 25% better", id="Q-LES-Q: 14 of 56"),
    pytest.param("q_les_q_sf", 70, 70, "Q-LES-Q-SF 70 → 70: no percentage", id="Q-LES-Q: at its best"),
    pytest.param("asrm", 1, 5, "ASRM 5 on 2026-03-30: below the cut-off", id="ASRM: 6 is the cut-off"),
    pytest.param("asrm", 1, 6, "ASRM 6 on 2026-03-30: assess for mania before any dose", id="ASRM: positive"),
    pytest.param("ymrs_total", 2, 11, "YMRS 11 on 2026-03-30: not manic", id="YMRS: below 12"),
    pytest.param("ymrs_total", 2, 12, "YMRS 12 on 2026-03-30: assess for mania before any dose", id="YMRS: 12"),
]  # fmt: skip


@pytest.mark.parametrize(("scale", "before", "now", "line"), WORKED)
def test_a_scale_beside_the_chosen_one_is_worked_by_hand(scale: str, before: int, now: int, line: str) -> None:
    found = told((0, "phq9", 21), (0, scale, before), (4, "phq9", 4), (4, scale, now))
    assert found["values"]["beside"] == [line]
    assert line in found["headline"]
    assert found["values"]["percent_display"] == 80.9


@pytest.mark.parametrize(("scale", "total"), [("asrm", 6), ("ymrs_total", 12), ("ymrs_total", 21)])
def test_a_positive_mania_score_leads_and_no_step_of_treatment_stands_beside_it(scale: str, total: int) -> None:
    inputs = course((0, "phq9", 21), (0, scale, 0), (4, "phq9", 4), (4, scale, total))
    inputs["scores"][2]["treatments_completed"] = 6
    found = full_answer(COURSE, inputs)
    assert found["headline"].startswith(f"{IN_ROWS[scale].name} {total} on 2026-03-30: assess for mania")
    assert found["values"]["mania_positive"] is True
    assert found["values"]["action"] is None
    assert cells(found, "PHQ-9 scores", "Next step (our protocol)")[-1] == "the mania score comes first"
    assert found["warnings"][0]["kind"] in ("stop", "caution")
    assert found["warnings"][0]["rule"].startswith(scale)
    assert "good" not in {chip["tone"] for chip in found["figure"]["chips"]}


def test_a_ymrs_of_mania_is_a_stop_here_as_on_its_own() -> None:
    found = told((0, "phq9", 21), (4, "phq9", 4), (4, "ymrs_total", 21))
    alone = full_answer(find("ymrs_total"), {"total": 21})
    stops = [notice["text"] for notice in found["warnings"] if notice["kind"] == "stop"]
    assert stops == [notice["text"] for notice in alone["warnings"] if notice["kind"] == "stop"]


def test_suicide_comes_before_mania_and_mania_before_relapse() -> None:
    rows = ((0, "phq9", 21), (4, "phq9", 4), (8, "phq9", 15), (8, "ymrs_total", 25))
    for more in ({"suicidal_ideation": True}, {**NO_SIGN, "stable_total": 4, "suicidal_ideation": True}):
        found = told(*rows, **more)
        suicidal, mania, relapse = (
            found["headline"].index(words) for words in ("Suicidal thoughts:", "YMRS 25", "treat as relapse")
        )
        assert suicidal == 0
        # The check for relapse is one sentence of its own, which begins with the suicidal thoughts.
        assert "stable_total" in more or mania < relapse
        assert [notice["kind"] for notice in found["warnings"]][:2] == ["stop", "stop"]
        assert found["warnings"][0]["calculator"] == "cssrs_screener"
    found = told(*rows)
    assert found["headline"].index("YMRS 25") < found["headline"].index("treat as relapse")


def test_the_last_mania_score_counts() -> None:
    found = told((0, "phq9", 21), (2, "asrm", 9), (4, "phq9", 4), (4, "asrm", 3))
    assert found["values"]["mania_positive"] is False
    assert found["headline"].startswith("PHQ-9 21 → 4")
    assert cells(found, "ASRM scores", "Group") == ["Positive", "Below the cut-off"]


def test_without_a_mania_score_none_is_called_negative() -> None:
    assert told((0, "phq9", 21), (4, "phq9", 4))["values"]["mania_positive"] is None


def test_a_relapse_on_the_phq9_is_found_wherever_it_stands() -> None:
    # MADRS leads and is at its best; the PHQ-9 is up by 11 from its best response.
    rows = ((0, "madrs", 32), (0, "phq9", 21), (4, "madrs", 8), (4, "phq9", 4), (8, "madrs", 8), (8, "phq9", 15))
    found = told(*rows, lead="madrs")
    assert found["headline"].startswith("PHQ-9 up by 11 points: treat as relapse until shown otherwise")
    assert "Remission" not in found["headline"]
    assert "relapse_check.relapse" in rules(found)
    stable = told(*rows, lead="madrs", stable_total=4, **NO_SIGN)
    assert stable["values"]["signs"] == ["phq9_increase_ge2"]


def test_a_relapse_that_rests_on_an_older_phq9_says_of_which_day() -> None:
    found = told((0, "phq9", 21), (4, "phq9", 4), (8, "phq9", 9), (12, "gad7", 3))
    assert "Relapse is judged by the PHQ-9 of 2026-04-27 (Monday)" in " ".join(one["text"] for one in found["warnings"])
    assert found["figure"]["label"] == "PHQ-9 total on 2026-04-27"


def test_a_scale_that_was_not_scored_again_says_when_its_last_score_was() -> None:
    found = told((0, "phq9", 21), (0, "gad7", 15), (2, "gad7", 8), (4, "phq9", 4), (4, "sds", 9))
    assert found["values"]["beside"] == [
        "GAD-7 15 → 8 on 2026-03-16: partial response, 46.7% better",
        "SDS 9, no later score",
    ]


def test_each_scale_that_is_worse_or_has_lost_a_response_is_cautioned_about() -> None:
    worse = told((0, "phq9", 21), (0, "sds", 10), (4, "phq9", 4), (4, "sds", 12))
    assert "response_status.worse" in rules(worse)
    lost = told((0, "phq9", 21), (0, "madrs", 40), (2, "madrs", 18), (4, "phq9", 4), (4, "madrs", 21))
    assert "Response lost" not in lost["headline"].split(". MADRS")[0]
    assert "MADRS 40 → 21 (best 18): partial response, 47.5% better, response lost" in lost["headline"]
    assert [one["short"] for one in lost["warnings"] if one["rule"] == "course.response_lost"] == [
        "MADRS response of 2026-03-16 lost"
    ]


def test_the_best_score_is_the_highest_where_higher_is_better() -> None:
    found = told((0, "phq9", 21), (0, "q_les_q_sf", 30), (2, "q_les_q_sf", 52), (4, "phq9", 4), (4, "q_les_q_sf", 40))
    # 10 of 40 is a partial response; 52 was one: 22 of 40.
    assert found["values"]["beside"] == ["Q-LES-Q-SF 30 → 40 (best 52): partial response, 25% better, response lost"]


def test_the_timeline_is_asked_of_the_chosen_scale_alone() -> None:
    inputs = course((0, "phq9", 21), (0, "madrs", 32), (4, "phq9", 4), (4, "madrs", 30))
    for row in inputs["scores"]:
        row["treatments_completed"] = 0 if row["day"] == str(FIRST) else 6
    found = full_answer(COURSE, inputs)
    assert found["values"]["action"] == "responder_transition"
    steps = [head for table in found["tables"] for head in table["head"] if head.startswith("Next step")]
    assert len(steps) == 1


@pytest.mark.parametrize(
    ("rows", "field", "words"),
    [
        (((0, "phq9", 21), (0, "phq9", 20)), "scores.1.day", "is the same day as score 1"),
        (((0, "phq9", 21), (0, "gad7", 9), (0, "gad7", 8)), "scores.2.day", "is the same day as score 2"),
        (((1, "phq9", 21), (0, "gad7", 9)), "scores.1.day", "is before score 1 (2026-03-09)"),
        (((0, "phq9", 21), (0, "gad7", 22)), "scores.1.total", "from 0 to 21; that is the range of GAD-7"),
        (((0, "phq9", 21), (0, "q_les_q_sf", 13)), "scores.1.total", "from 14 to 70"),
        (((0, "phq9", 21), (0, "whodas12", 49)), "scores.1.total", "from 0 to 48"),
        (((0, "phq9", 21), (0, "asrm", 21)), "scores.1.total", "from 0 to 20"),
        (((0, "gad7", 9), (4, "gad7", 8)), "scores", "Enter at least one PHQ-9 score"),
    ],
)
def test_what_cannot_be_followed_is_refused_beside_its_field(
    rows: tuple[tuple[int, str, int], ...], field: str, words: str
) -> None:
    with pytest.raises(InvalidInputs) as refused:
        COURSE.run(course(*rows))
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message


def test_two_scales_may_have_the_same_day_and_each_one_first_score_before_treatment() -> None:
    assert COURSE.run(course(*MIXED, start="2026-03-03"))
    with pytest.raises(InvalidInputs, match="Only the first score of a scale may be"):
        COURSE.run(course((0, "phq9", 21), (0, "gad7", 9), (1, "gad7", 8), start="2026-03-10"))


def test_a_score_without_its_date_is_asked_for_it() -> None:
    entries = [["scale", "phq9"], ["scores.0.total", "21"], ["scores.1.scale", "gad7"], ["scores.1.day", "2026-03-09"]]
    reply = answer(json.dumps({"calculator": "course", "entries": entries}))
    assert '"field":"scores.0.day"' in reply
    assert '"field":"scores.1.total"' in reply


def test_the_conversion_table_stands_beside_and_changes_no_percentage() -> None:
    rows = ((0, "qids_sr16", 20), (0, "hamd17", 24), (4, "qids_sr16", 14), (4, "hamd17", 7))
    found = told(*rows, lead="qids_sr16")
    # Table H1 of ids-qids.org: a QIDS of 14 and a HAM-D17 of 7, each in its own row.
    (table,) = (one for one in found["tables"] if one["label"].startswith("Comparable totals"))
    assert table["rows"] == [
        ["QIDS-SR16 on 2026-03-30", "14", "34–36", "18–19", "20–21", "24–25"],
        ["HAM-D17 on 2026-03-30", "5", "12–13", "7", "7–8", "8–9"],
    ]
    assert found["headline"].startswith("QIDS-SR16 20 → 14. Partial response: 30% better")
    assert found["values"]["beside"] == ["HAM-D17 24 → 7: remission, 70.8% better"]
    # A HAM-D17 of 18 or 19 stands in two rows of the source.
    twice = told((0, "phq9", 20), (0, "hamd17", 24), (4, "hamd17", 19))
    (table,) = (one for one in twice["tables"] if one["label"].startswith("Comparable totals"))
    assert table["rows"] == [["HAM-D17 on 2026-03-30", "14–15", "34–38", "19", "20–22", "24–26"]]
    alone = told((0, "qids_sr16", 20), (0, "gad7", 9), (4, "qids_sr16", 14), lead="qids_sr16")
    assert not any(one["label"].startswith("Comparable totals") for one in alone["tables"])


# --- doses and other events


EVENTS = [
    {"day": "2026-03-10", "what": "Lithium level 0.7; no change, as before"},
    {"day": "2026-03-05", "what": "First infusion", "dose": 0.5},
]


def test_events_stand_in_record_table_and_chart_and_change_nothing() -> None:
    plain, found = told(*MIXED), told(*MIXED, events=EVENTS)
    assert found["headline"] == plain["headline"]
    assert found["values"] == plain["values"]
    assert [one["text"] for one in found["warnings"]] == [one["text"] for one in plain["warnings"]]
    (table,) = (one for one in found["tables"] if one["label"] == "Doses and other events")
    assert table["rows"] == [
        ["1", "2026-03-05", "Thursday", "First infusion", "0.5"],
        ["2", "2026-03-10", "Tuesday", "Lithium level 0.7; no change, as before", ""],
    ]
    lanes = {
        lane["label"]: [(mark["day"], mark["text"]) for mark in lane["marks"]] for lane in found["charts"][0]["lanes"]
    }
    assert lanes["Events, by number"] == [("2026-03-05", "1"), ("2026-03-10", "2")]
    assert lanes["Dose, mg/kg"] == [("2026-03-05", "0.5")]


def test_an_event_of_suicide_in_free_words_is_no_answer_to_the_question() -> None:
    found = told((0, "phq9", 21), (4, "phq9", 4), events=[{"day": "2026-03-05", "what": "No suicidal thoughts"}])
    assert "course.suicidal_ideation" not in rules(found)


def test_the_empty_row_of_the_form_is_no_event_and_a_begun_one_is_asked_about() -> None:
    base = [("scale", "phq9"), ("scores.0.day", "2026-03-02"), ("scores.0.total", "21")]
    blank = [("events.0.day", ""), ("events.0.what", " "), ("events.0.dose", "")]
    read = COURSE.read({name: [text] for name, text in (*base, *blank)})
    assert read.events is None
    with pytest.raises(InvalidInputs) as refused:
        COURSE.read({name: [text] for name, text in (*base, *blank, ("events.1.what", "Missed"))})
    assert [problem.field for problem in refused.value.problems] == ["events.1.day"]


# --- drawing


def test_each_scale_has_a_panel_of_its_own_over_the_same_days() -> None:
    charts = told(*MIXED, events=EVENTS)["charts"]
    assert [(one["label"], one["low"], one["high"]) for one in charts] == [
        ("PHQ-9 over time", 0, 27), ("GAD-7 over time", 0, 21), ("SDS over time", 0, 30),
        ("Q-LES-Q-SF over time, higher is better", 14, 70), ("ASRM over time", 0, 20),
    ]  # fmt: skip
    assert {tuple(one["days"]) for one in charts} == {("2026-03-02", "2026-03-30")}
    assert [one["is_beside"] for one in charts] == [False, True, True, True, True]
    assert [bool(one["lanes"]) for one in charts] == [True, False, False, False, False]
    # Half of what is possible: 15 ÷ 2; 30 + (70 − 30) ÷ 2. The cut-off of the ASRM is 6.
    assert [line["short"] for one in charts[1:] for line in one["lines"]] == [
        "Response: 7.5 or less", "Remission: below 5", "Response: 12 or less", "Response: 50 or more", "Positive: 6 or more",
    ]  # fmt: skip


@given(st.data())
def test_a_chart_has_the_numbers_of_its_table(data: st.DataObject) -> None:
    inputs = data.draw(mixed_courses())
    found = full_answer(COURSE, inputs)
    tables = {one["label"]: one for one in found["tables"]}
    for chart in found["charts"]:
        rows = tables[chart["table"]]["rows"]
        assert [(point["day"], point["text"]) for point in chart["points"]] == [(row[0], row[2]) for row in rows]
        assert all(chart["days"][0] <= point["day"] <= chart["days"][1] for point in chart["points"])


# --- each scale by the rules of its own calculators


def mixed_courses() -> st.SearchStrategy[dict[str, Any]]:
    """Courses of up to four scales; on each day any of them was scored, the leading one on the first."""

    @st.composite
    def drawn(draw: st.DrawFn) -> dict[str, Any]:
        lead = draw(st.sampled_from(sorted(SYMPTOMS)))
        others = draw(st.lists(st.sampled_from(sorted(set(IN_ROWS) - {lead})), max_size=3, unique=True))
        rows = []
        for week in range(draw(st.integers(1, 5))):
            scored = [one for one in (lead, *others) if (one == lead and week == 0) or draw(st.booleans())]
            rows += [(2 * week, one, draw(st.integers(IN_ROWS[one].low, IN_ROWS[one].high))) for one in scored]
        return course(*rows, lead=lead)

    return drawn()


def totals_by_scale(inputs: dict[str, Any]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in inputs["scores"]:
        found.setdefault(row.get("scale", inputs["scale"]), []).append(row["total"])
    return found


def status_alone(scale: str, first: int, last: int) -> dict[str, Any]:
    """What Response status says: of a scale that its form does not offer, as of one of the reader's own."""
    asked: dict[str, Any] = {"scale": scale, "baseline": first, "final": last}
    if scale not in BUILT_IN:
        known = COMPARED[scale]
        ends = {"scale_min": known.low, "scale_max": known.high, "higher_is_better": known.higher_is_better}
        asked = {**asked, "scale": "custom", **ends}
    return full_answer(STATUS, asked)


@given(mixed_courses())
def test_every_scale_is_judged_as_response_status_judges_it_alone(inputs: dict[str, Any]) -> None:
    found = full_answer(COURSE, inputs)
    name_alone = len(totals_by_scale(inputs)) == 1
    lines = found["values"]["beside"] or []
    for scale, (first, *later) in totals_by_scale(inputs).items():
        if scale in MANIA:
            continue
        name = COMPARED[scale].name
        table = "Scores" if name_alone else f"{name} scores"
        alone = [status_alone(scale, first, total)["values"] for total in later]
        changes = cells(found, table, "Improvement")[1:]
        assert len(changes) == len(alone)
        for change, status, total in zip(changes, alone, later, strict=True):
            if status["percent"] is None:
                assert change == "no percentage"
            else:
                number = float(change.removesuffix("%").replace("less than ", "").replace("−", "-").replace(",", ""))
                assert number == pytest.approx(status["percent"], abs=0.06)
            # Remission is judged where the scale has one; a scale of the reader's own has none.
            known = COMPARED[scale]
            if scale not in BUILT_IN and isinstance(known, Scale) and known.remission(total):
                continue
        if scale == inputs["scale"] and later:
            assert found["values"]["percent"] == pytest.approx(alone[-1]["percent"])
        elif later:
            (line,) = (one for one in lines if one.startswith(f"{name} {first} → {later[-1]}"))
            assert ("worse than before treatment" in line) is alone[-1]["worsened"]
        if later and alone[-1]["worsened"] and scale in BUILT_IN:
            assert "response_status.worse" in rules(found)


@given(mixed_courses())
def test_the_leading_scale_says_the_same_with_and_without_others_beside_it(inputs: dict[str, Any]) -> None:
    alone = {**inputs, "scores": [row for row in inputs["scores"] if "scale" not in row]}
    found, single = full_answer(COURSE, inputs), full_answer(COURSE, alone)
    for key in ("percent", "best_total", "best_day", "response_lost"):
        assert found["values"][key] == single["values"][key]
    # Nothing that it warns of is lost beside the others, but what the PHQ-9 or a mania score says before it.
    if not found["values"]["mcid_reached"]:
        assert set(rules(single)) <= set(rules(found))


@given(mixed_courses(), st.one_of(st.none(), st.integers(0, 27)))
def test_relapse_is_that_of_the_phq9_alone_wherever_it_stands(inputs: dict[str, Any], stable: int | None) -> None:
    by_scale = totals_by_scale(inputs)
    totals = by_scale.get("phq9", [])
    if stable is not None and totals:
        inputs = {**inputs, "stable_total": stable, **NO_SIGN}
    found = full_answer(COURSE, inputs)
    of_relapse = {rule for rule in rules(found) if rule.startswith("relapse_check.")}
    if not totals:
        assert of_relapse == set()
        return
    single = course(*((2 * place, "phq9", total) for place, total in enumerate(totals)))
    if stable is not None:
        single |= {"stable_total": stable, **NO_SIGN}
    assert of_relapse == {rule for rule in rules(full_answer(COURSE, single)) if rule.startswith("relapse_check.")}
    if stable is not None:
        alone = full_answer(RELAPSE, {"stable_phq9": stable, "current_phq9": totals[-1], **NO_SIGN})
        assert of_relapse == {notice["rule"] for notice in alone["warnings"] if notice["rule"]}


@given(mixed_courses())
def test_a_mania_score_says_what_its_calculator_says(inputs: dict[str, Any]) -> None:
    found = full_answer(COURSE, inputs)
    totals = totals_by_scale(inputs)
    expected = set()
    for scale in set(totals) & set(MANIA):
        last = totals[scale][-1]
        items = [min(4, max(0, last - 4 * place)) for place in range(5)]
        alone = full_answer(find(scale), {"items": items} if scale == "asrm" else {"total": last})
        expected |= {notice["text"] for notice in alone["warnings"] if notice["kind"] != "note"}
    texts = {notice["text"] for notice in found["warnings"] if notice["rule"].partition(".")[0] in MANIA}
    assert texts == expected
    assert bool(found["values"]["mania_positive"]) is bool(expected)
    assert found["headline"].find("assess for mania") <= 40
    assert ("assess for mania" in found["headline"]) is bool(expected)


@given(mixed_courses(), st.sampled_from([None, True]))
def test_suicidal_thoughts_lead_whatever_stands_beside_them(inputs: dict[str, Any], ideation: bool | None) -> None:
    found = full_answer(COURSE, {**inputs, "suicidal_ideation": ideation})
    assert found["headline"].startswith("Suicidal thoughts:") is bool(ideation)
    stops = [notice for notice in found["warnings"] if notice["kind"] == "stop"]
    assert (bool(stops) and stops[0]["rule"] == "course.suicidal_ideation") is bool(ideation)


# --- what was made before


def test_the_record_of_a_mixed_course_leads_back_to_what_was_entered() -> None:
    inputs = course(*MIXED, events=EVENTS)
    note = as_note(evaluated(COURSE, COURSE.checked(inputs)), "2026-04-01")
    found = read_record(note)
    assert found is not None
    assert found.entries is not None
    entries = dict(found.entries)
    assert entries["scores.1.scale"] == "gad7"
    assert "scores.0.scale" not in entries
    assert entries["events.0.what"] == "Lithium level 0.7; no change, as before"
    read = COURSE.read({name: [text] for name, text in found.entries})
    assert as_note(evaluated(COURSE, read), "2026-04-01") == note


BEFORE = [
    ("scale", "phq9"), ("scores.0.day", "2026-03-02"), ("scores.0.total", "21"), ("scores.0.treatments_completed", "0"),
    ("scores.0.dose", "0.5"), ("scores.1.day", "2026-03-30"), ("scores.1.total", "4"),
    ("scores.1.treatments_completed", "6"), ("stable_total", "4"), ("suicidal_ideation", "no"), ("functional_decline", "no"),
    ("patient_reported_worsening", "no"), ("sleep_or_appetite_change", "no"), ("start", "2026-03-02"),
]  # fmt: skip


def test_entries_of_version_3_are_read_in_the_same_sense() -> None:
    read = COURSE.read({name: [text] for name, text in BEFORE})
    found = evaluated(COURSE, read)
    # As version 3.0 said it: fact sheet 3.1 to 3.3.
    assert found.headline == "PHQ-9 21 → 4. Remission: 81% better. None of the 5 signs of relapse entered"
    assert [table.label for table in found.tables][:2] == ["Scores", "Signs of relapse at the last score"]


def test_a_note_of_version_3_is_read() -> None:
    note = (
        "Track a treatment course\n  PHQ-9 21 → 4. Remission: 81% better\n\nInputs\n  Scale: PHQ-9\n"
        "  Scores: Date: 2026-03-02, Total: 21, Treatments completed: 0; Date: 2026-03-30, Total: 4, Treatments completed: 6\n\n"
        "Calculated\n  2026-04-01 with course, version 3.0. Check before use.\n"
    )
    found = read_record(note)
    assert found is not None
    assert found.version == "3.0"
    assert found.entries == [
        ("scale", "phq9"), ("scores.0.day", "2026-03-02"), ("scores.0.total", "21"),
        ("scores.0.treatments_completed", "0"), ("scores.1.day", "2026-03-30"), ("scores.1.total", "4"),
        ("scores.1.treatments_completed", "6"),
    ]  # fmt: skip


# --- what the form puts in


def proposed(*rows: tuple[int, str, int], **more: Any) -> dict[str, str]:
    inputs = course(*rows, **more)
    found = evaluated(COURSE, COURSE.checked(inputs)).proposed
    return {name: one.value for name, one in found.items() if name.startswith("scores.")}


def test_the_scale_of_the_row_above_is_expected_until_a_visit_repeats_itself() -> None:
    assert proposed((0, "phq9", 21), (0, "gad7", 15)) == {"scores.2.scale": "gad7", "scores.2.day": "2026-03-09"}
    # Each visit has the PHQ-9 and then the GAD-7 of the same day.
    assert proposed((0, "phq9", 21), (0, "gad7", 15), (2, "phq9", 12)) == {
        "scores.3.scale": "gad7",
        "scores.3.day": "2026-03-16",
    }
    assert proposed((0, "phq9", 21), (0, "gad7", 15), (2, "phq9", 12), (2, "gad7", 9)) == {"scores.4.day": "2026-03-30"}
