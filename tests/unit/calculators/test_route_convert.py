"""Route conversion. Bioavailability by route: Yanagihara 2003, Rolan 2014, Chong 2006 and 2009, Clements 1982."""

from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.route_convert import CALCULATOR, Change, Matched
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.library import evaluate


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
