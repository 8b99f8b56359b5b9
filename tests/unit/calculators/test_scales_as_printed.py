"""What a scale's card says of its own shape: how many items, how far each runs, how high the total is. Typed from the papers."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.bands import Bands
from ketamine_calculators.catalogue.hamd17 import HIGHEST_ELSEWHERE
from ketamine_calculators.catalogue.madrs import SEVERE
from ketamine_calculators.catalogue.thase_rush import HIGHEST
from ketamine_calculators.scales import GAD_7, HAM_D17, IMPROVEMENT, MADRS, PHQ_9, QIDS_SR16
from ketamine_calculators.timeline import STRETCHES

# Hamilton 1960, in the form with nine items to 4 and eight to 2. Montgomery and Åsberg 1979: 2, 4 and 6 are described, the odd
# scores lie between. Fekadu 2009: 3 to 15 points. Rush 2003: nine domains, three of them the highest of several items.
FORMULAS = [
    ("hamd17", "Items 1–3, 7–11 and 15: 0 to 4. Items 4–6, 12–14, 16 and 17: 0 to 2."),
    ("maudsley", "Total 3–15: mild 3–6, moderate 7–10, severe 11–15."),
    (
        "qids_sr16",
        "Total = highest of items 1–4 (sleep) + item 5 + highest of items 6–9 (appetite and weight) + items 10, 11, 12, 13 and "
        "14 + highest of items 15 and 16 (psychomotor). It is never the sum of the 16 items.",
    ),
]


@pytest.mark.parametrize(("calculator", "line"), FORMULAS)
def test_the_formula_names_the_items_as_the_paper_counts_them(calculator: str, line: str) -> None:
    assert line in find(calculator).formula


@pytest.mark.parametrize(
    ("calculator", "words"),
    [
        ("hamd17", "Nine items run from 0 to 4 and eight from 0 to 2"),
        ("madrs", "1, 3 and 5"),
        ("maudsley", "of 15"),
        ("maudsley", "far more than 11 is likely a typing error"),
    ],
)
def test_the_questions_say_how_far_the_scale_runs(calculator: str, words: str) -> None:
    said = str([*find(calculator).fields, *find(calculator).output_fields])
    assert words in said


def test_the_other_form_of_the_hamilton_scale_ends_two_points_lower() -> None:
    said = {difference.topic: difference.literature for difference in find("hamd17").differences}
    assert said["Item 9, agitation"] == "Some printed forms stop at 2, with a highest total of 50."


@pytest.mark.parametrize(("age", "accepted"), [(120, True), (121, False)])
def test_an_age_beside_a_blood_pressure_ends_at_120(age: int, accepted: bool) -> None:
    reading: dict[str, Any] = {"systolic": 120, "diastolic": 80, "age": age}
    if accepted:
        assert find("bp_gate").run(reading)["level"] == "proceed"
    else:
        with pytest.raises(InvalidInputs, match="typing error"):
            find("bp_gate").run(reading)


@pytest.mark.parametrize("moment", ["during", "after"])
def test_a_severe_pressure_once_given_is_measured_again_in_5_minutes(moment: str) -> None:
    # Yip 2022
    answer = full_answer(find("bp_gate"), {"systolic": 185, "diastolic": 90, "moment": moment})
    assert "re-measure in 5 min" in " ".join(notice["text"] for notice in answer["warnings"])


@pytest.mark.parametrize(("moment", "from_"), [("before", "160"), ("during", "180"), ("after", "180")])
def test_the_scale_beside_a_pressure_is_that_of_its_moment(moment: str, from_: str) -> None:
    bands = full_answer(find("bp_gate"), {"systolic": 150, "diastolic": 80, "moment": moment})["scales"][0]
    assert from_ in str(bands)
    assert ("160" in str(bands)) is (moment == "before")


# The highest total of each instrument, from its paper: 9 and 7 items to 3; ten items to 6; nine domains to 3; nine items to 4 and
# eight to 2. Of an improvement, 100% is the whole of it.
@pytest.mark.parametrize(
    ("bands", "low", "high"),
    [
        (PHQ_9.bands, 0, 27),
        (GAD_7.bands, 0, 21),
        (MADRS.bands, 0, 60),
        (QIDS_SR16.bands, 0, 27),
        (HAM_D17.bands, 0, 52),
        (IMPROVEMENT, 0, 100),
    ],
    ids=lambda bands: getattr(bands, "label", None),
)
def test_a_scale_is_drawn_from_its_lowest_to_its_highest_total(bands: Bands, low: int, high: int) -> None:
    first, last = bands.bands[0], bands.bands[-1]
    assert (bands.drawn_low if first.low is None else first.low) == low
    assert (last.high, last.high_included) == (high, True)
    assert bands.find(high) is last


def test_the_rows_of_the_timeline_are_those_of_the_house_article() -> None:
    # Assessment after 2, 4 and 6 treatments; benefit that comes slowly is given up to 8 to 10.
    assert [stretch.label for stretch in STRETCHES] == ["0–1", "2–3", "4–5", "6–9", "10 or more"]


def test_the_edges_that_other_forms_and_papers_print() -> None:
    # HAM-D17: 52 points, or 50 where agitation ends at 2. MADRS: severe from 35, Snaith 1986.
    assert HIGHEST_ELSEWHERE == 50
    assert SEVERE == 35
    # Thase and Rush 1997: stages 0 to V.
    assert HIGHEST == 5
