"""Route conversion. Bioavailability by route: Yanagihara 2003, Rolan 2014, Chong 2006 and 2009, Clements 1982."""

from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.route_convert import CALCULATOR, Change, Matched
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate


def by(route: str, dose: str = "100") -> Matched:
    return CALCULATOR(Change(iv_dose_mg=Fraction(dose), route=route))


# 100 mg ÷ F, worked by hand as exact fractions: F used, highest F, lowest F.
@pytest.mark.parametrize(
    ("route", "matched", "low", "high"),
    [
        pytest.param("iv", "100", "100", "100", id="by vein nothing changes"),
        pytest.param("im", "10000/93", "10000/93", "10000/93", id="intramuscular 0.93, one value in print"),
        pytest.param("in", "2000/9", "200", "2000/7", id="intranasal 0.45, from 0.35 to 0.50"),
        pytest.param("sl", "10000/29", "625/2", "1250/3", id="sublingual 0.29, from 0.24 to 0.32"),
        pytest.param("oral", "500", "1250/3", "625", id="oral 0.20, from 0.16 to 0.24"),
    ],
)
def test_the_dose_is_divided_by_the_bioavailability(route: str, matched: str, low: str, high: str) -> None:
    answer = by(route)
    assert answer.literature_mg == Fraction(matched)
    assert (answer.literature_low_mg, answer.literature_high_mg) == (Fraction(low), Fraction(high))


def test_the_house_gives_two_to_four_times_for_sublingual() -> None:
    answer = by("sl", "37.5")
    assert (answer.house_low_mg, answer.house_high_mg) == (75, 150)


@pytest.mark.parametrize("route", ["iv", "im", "in", "oral"])
def test_the_house_gives_no_other_factor(route: str) -> None:
    assert (by(route).house_low_mg, by(route).house_high_mg) == (None, None)


def test_twice_the_iv_dose_is_little_more_than_half_the_exposure() -> None:
    change = Change(iv_dose_mg=Fraction(40), route="sl")
    # 2 × 0.29 = 58%, 4 × 0.29 = 116%
    assert any("58% to 116%" in line for line in CALCULATOR.working(change, CALCULATOR(change)))


@pytest.mark.parametrize("route", ["im", "in", "sl", "oral"])
def test_every_other_route_warns_that_exposure_is_not_effect(route: str) -> None:
    change = Change(iv_dose_mg=Fraction(40), route=route)
    assert any("not matched effect" in n.text for n in CALCULATOR.warnings(change, CALCULATOR(change)))


def test_the_nose_warns_against_esketamine() -> None:
    change = Change(iv_dose_mg=Fraction(40), route="in")
    assert any("Never convert to esketamine" in n.text for n in CALCULATOR.warnings(change, CALCULATOR(change)))


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"iv_dose_mg": 0, "route": "sl"}, "IV dose must be a number above 0 and at most 300 mg"),
        ({"iv_dose_mg": -40, "route": "sl"}, "IV dose must be a number above 0"),
        ({"iv_dose_mg": 300.1, "route": "sl"}, "at most 300 mg"),
        ({"iv_dose_mg": True, "route": "sl"}, "IV dose must be a number"),
        ({"iv_dose_mg": 40, "route": "esketamine"}, "New route must be iv, im, in, sl or oral"),
        ({"iv_dose_mg": 40, "route": "SL"}, "Did you mean sl?"),
        ({"iv_dose_mg": 40}, "Choose new route"),
    ],
)
def test_it_refuses_what_it_cannot_convert(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("route_convert", inputs)
    assert message in str(refused.value)


def test_300_mg_is_accepted() -> None:
    assert by("oral", "300").literature_mg == 1500


# 40 ÷ 0.93 = 43.0107…, 40 ÷ 0.45 = 88.8889, 40 ÷ 0.50 = 80, 40 ÷ 0.35 = 114.2857
@pytest.mark.parametrize(
    ("route", "headline", "working"),
    [
        ("iv", "40 mg IV ≈ 40 mg intravenous by exposure", ["Exposure-matched: 40 mg ÷ 1 = 40 mg"]),
        ("im", "40 mg IV ≈ 43 mg intramuscular by exposure", ["Exposure-matched: 40 mg ÷ 0.93 = 43.0108 mg"]),
        (
            "in",
            "40 mg IV ≈ 88.9 mg intranasal (racemic) by exposure (range 80 to 114.3 mg)",
            [
                "Exposure-matched: 40 mg ÷ 0.45 = 88.8889 mg",
                "Lowest: 40 mg ÷ 0.5 = 80 mg",
                "Highest: 40 mg ÷ 0.35 = 114.2857 mg",
            ],
        ),
        (
            "sl",
            "40 mg IV ≈ 137.9 mg sublingual by exposure (range 125 to 166.7 mg)",
            [
                "Exposure-matched: 40 mg ÷ 0.29 = 137.931 mg",
                "Lowest: 40 mg ÷ 0.32 = 125 mg",
                "Highest: 40 mg ÷ 0.24 = 166.6667 mg",
                "House: 40 mg × 2 = 80 mg, 40 mg × 4 = 160 mg",
                "Exposure of the house range: 58% to 116% of the IV dose",
            ],
        ),
    ],
)
def test_the_working_shows_each_division(route: str, headline: str, working: list[str]) -> None:
    change = Change(iv_dose_mg=Fraction(40), route=route)
    answer = CALCULATOR(change)
    assert CALCULATOR.headline(change, answer) == headline
    assert list(CALCULATOR.working(change, answer)) == working


# route -> the warnings, by a word of each
@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("iv", ["stays the same"]),
        ("im", ["not matched effect", "sublingual ketamine only"]),
        ("in", ["not matched effect", "Never convert", "sublingual ketamine only"]),
        ("sl", ["not matched effect"]),
        ("oral", ["not matched effect", "sublingual ketamine only"]),
    ],
)
def test_each_route_has_its_own_warnings(route: str, expected: list[str]) -> None:
    change = Change(iv_dose_mg=Fraction(40), route=route)
    said = [notice.text for notice in CALCULATOR.warnings(change, CALCULATOR(change))]
    assert len(said) == len(expected)
    assert all(word in text for word, text in zip(expected, said, strict=True))


@pytest.mark.parametrize(("route", "shown"), [("sl", True), ("oral", False), ("in", False)])
def test_the_literature_on_sublingual_doses_is_shown_for_them_only(route: str, shown: bool) -> None:
    change = Change(iv_dose_mg=Fraction(40), route=route)
    assert any(one.when(change, CALCULATOR(change)) for one in CALCULATOR.differences) is shown
