"""Bands hold every value once and say where the next one begins."""

from fractions import Fraction

import pytest

from ketamine_calculators.bands import Band, Bands, whole_band, whole_bands
from ketamine_calculators.errors import DefinitionError

HALVES = Bands(
    "Improvement",
    (
        Band("none", "Non-response", None, 25),
        Band("partial", "Partial response", 25, 50),
        Band("full", "Response", 50, 100, high_included=True),
    ),
    unit="%",
    drawn_low=0,
)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (Fraction(-300), "none"),
        (Fraction("24.999"), "none"),
        (Fraction(25), "partial"),
        (Fraction("49.999"), "partial"),
        (Fraction(50), "full"),
        (Fraction(100), "full"),
    ],
)
def test_a_value_belongs_to_the_band_that_starts_at_it(value: Fraction, key: str) -> None:
    assert HALVES.find(value).key == key


def test_a_value_beyond_the_last_band_is_a_fault_of_the_limits() -> None:
    with pytest.raises(DefinitionError, match="no band holds 101"):
        HALVES.find(Fraction(101))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        pytest.param(Band("a", "A", 0, 1), Band("b", "B", 2, 3), False, id="a gap"),
        pytest.param(
            Band("a", "A", 0, 1, high_included=True), Band("b", "B", 1, 2), False, id="an overlap at the edge"
        ),
        pytest.param(Band("a", "A", 0, 1), Band("b", "B", 1, 2, low_included=False), False, id="an edge left out"),
        pytest.param(whole_band("a", "A", 0, 4), whole_band("b", "B", 6, 9), True, id="a whole score left out"),
        pytest.param(whole_band("a", "A", 0, 4), whole_band("b", "B", 5, 9), False, id="a gap between 4 and 5"),
    ],
)
def test_bands_that_do_not_join_are_refused(first: Band, second: Band, whole: bool) -> None:
    with pytest.raises(DefinitionError, match="gap or overlap"):
        Bands("Scale", (first, second), whole=whole)


def test_the_neighbor_and_the_distance_are_named() -> None:
    assert HALVES.neighbors(Fraction("49.6")) == (
        "Partial response (25% to below 50%); response starts at 50%, 0.4% away."
    )


def test_a_tiny_distance_is_not_shown_as_none() -> None:
    assert "less than 0.01% away" in HALVES.neighbors(Fraction("49.999"))


def test_the_highest_band_has_no_next_one() -> None:
    assert HALVES.neighbors(Fraction(75)) == "Response (50% to 100%)."


def test_a_drawn_scale_says_where_the_value_stands() -> None:
    drawn = HALVES.drawn(Fraction(-10), "−10.0%")
    assert (drawn["low"], drawn["high"], drawn["at"]) == (0.0, 100.0, -10.0)
    assert [band["here"] for band in drawn["bands"]] == [True, False, False]  # type: ignore[attr-defined]
    assert [band["interval"] for band in drawn["bands"]] == ["below 25%", "25% to below 50%", "50% to 100%"]  # type: ignore[attr-defined]


def test_bands_of_whole_scores_follow_each_other_from_the_lowest_on() -> None:
    bands = whole_bands("Total", 0, ("minimal", "Minimal", 4), ("mild", "Mild", 9), ("severe", "Severe", 27))
    assert [(band.low, band.high) for band in bands.bands] == [(0, 4), (5, 9), (10, 27)]
    assert [bands.find(total).key for total in (0, 4, 5, 9, 10, 27)] == [
        *("minimal", "minimal", "mild", "mild", "severe", "severe")
    ]
    assert bands.starts() == "Mild from 5, severe from 10"
