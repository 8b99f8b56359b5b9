"""Route conversion. Bioavailability by route: Yanagihara 2003, Rolan 2014, Chong 2006 and 2009, Clements 1982."""

from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.route_convert import CALCULATOR, Change, Matched
from ketamine_calculators.definition import Notice
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
    assert any("not equal effect" in n.text for n in CALCULATOR.warnings(change, CALCULATOR(change)))


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
        ("iv", "40 mg IV ≈ 40 mg intravenous by exposure", ["Equal exposure: 40 mg ÷ 1 = 40 mg"]),
        (
            "im",
            "40 mg IV ≈ 43 mg intramuscular by exposure",
            ["Equal exposure: 40 mg ÷ 0.93 = 43.0108 mg, shown as 43 mg"],
        ),
        (
            "in",
            "40 mg IV ≈ 88.9 mg intranasal (racemic) by exposure (range 80 to 114.3 mg)",
            [
                "Equal exposure: 40 mg ÷ 0.45 = 88.8889 mg, shown as 88.9 mg",
                "Lowest: 40 mg ÷ 0.5 = 80 mg",
                "Highest: 40 mg ÷ 0.35 = 114.2857 mg, shown as 114.3 mg",
            ],
        ),
        (
            "sl",
            "80 to 160 mg sublingual by our protocol; 137.9 mg by exposure, for 40 mg IV",
            [
                "Equal exposure: 40 mg ÷ 0.29 = 137.931 mg, shown as 137.9 mg",
                "Lowest: 40 mg ÷ 0.32 = 125 mg",
                "Highest: 40 mg ÷ 0.24 = 166.6667 mg, shown as 166.7 mg",
                "Our protocol: 40 mg × 2 = 80 mg; 40 mg × 4 = 160 mg",
                "Exposure of our protocol's range: 58% to 116% of the IV dose",
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
        ("im", ["not equal effect", "an early peak", "sublingual ketamine only"]),
        ("in", ["Never convert", "not equal effect", "FDA", "at home", "sublingual ketamine only"]),
        ("sl", ["not equal effect", "FDA", "at home"]),
        ("oral", ["not equal effect", "FDA", "at home", "sublingual ketamine only"]),
    ],
)
def test_each_route_has_its_own_warnings(route: str, expected: list[str]) -> None:
    said = [notice.text for notice in warned(route)]
    assert len(said) == len(expected)
    assert all(word in text for word, text in zip(expected, said, strict=True))


def warned(route: str, dose: str = "40", weight: str = "") -> list[Notice]:
    change = Change(iv_dose_mg=Fraction(dose), route=route, weight_kg=Fraction(weight) if weight else None)
    return list(CALCULATOR.warnings(change, CALCULATOR(change)))


def rules(route: str, dose: str, weight: str = "") -> set[str]:
    """The rules on doses among the warnings: `kind rule`."""
    notices = warned(route, dose, weight)
    always = ("exposure_is_not_effect", "fda_alerts", "not_esketamine")
    told = {f"{notice.kind} {notice.rule.partition('.')[2]}" for notice in notices if notice.rule}
    return {one for one in told if not one.endswith(always)}


# Rule 6 of the clinical addendum. House values 100 and 200 mg by vein; Andrade 2019 has oral doses to 300 mg and to 7 mg/kg;
# the label's intramuscular anesthesia begins at 6.5 mg/kg. By hand: oral = IV ÷ 0.2, IM = IV ÷ 0.93, house sublingual to IV × 4.
@pytest.mark.parametrize(
    ("route", "dose", "weight", "found"),
    [
        pytest.param("iv", "100", "", set(), id="100 mg by vein is not above 100"),
        pytest.param("iv", "100.1", "", {"caution iv_dose_caution"}, id="100.1 mg by vein is"),
        pytest.param("im", "200", "", {"caution iv_dose_caution"}, id="200 mg by vein is not above 200"),
        pytest.param("im", "200.1", "", {"stop iv_dose_stop"}, id="200.1 mg by vein is, and stops"),
        pytest.param("oral", "60", "", set(), id="300 mg by mouth is not above 300"),
        pytest.param("oral", "60.02", "", {"caution oral_mg"}, id="300.1 mg by mouth is"),
        pytest.param("sl", "75", "", set(), id="the house's 300 mg under the tongue is not above 300"),
        pytest.param("sl", "75.025", "", {"caution oral_mg"}, id="the house's 300.1 mg under the tongue is"),
        pytest.param("oral", "42", "30", set(), id="210 mg in 30 kg is 7 mg/kg and not above it"),
        pytest.param("oral", "42.1", "30", {"stop oral_mg_per_kg"}, id="210.5 mg in 30 kg is above 7 mg/kg"),
        pytest.param("oral", "40", "70", set(), id="200 mg in 70 kg is 2.86 mg/kg"),
        pytest.param("oral", "80", "70", {"caution oral_mg"}, id="400 mg in 70 kg is above 300 mg, and 5.7 mg/kg"),
        pytest.param("sl", "80", "45", {"stop oral_mg_per_kg"}, id="the house's 320 mg in 45 kg is 7.1 mg/kg"),
        pytest.param("im", "181.07", "30", {"caution iv_dose_caution"}, id="194.7 mg in 30 kg is 6.49 mg/kg"),
        pytest.param(
            "im", "181.35", "30", {"caution iv_dose_caution", "stop im_anesthesia"}, id="195 mg in 30 kg is 6.5 mg/kg"
        ),
        pytest.param(
            "im", "181.35", "", {"caution iv_dose_caution"}, id="without a weight nothing is known of 6.5 mg/kg"
        ),
        pytest.param("in", "90", "30", set(), id="no limit by weight is known for the nose"),
        pytest.param("iv", "100", "30", set(), id="a dose that keeps its route is not compared with oral doses"),
    ],
)
def test_a_dose_beyond_a_limit_is_told(route: str, dose: str, weight: str, found: set[str]) -> None:
    assert rules(route, dose, weight) == found


def test_what_is_above_300_mg_names_7_mg_per_kg_whether_the_weight_is_known_or_not() -> None:
    for weight in ("", "150", "60"):
        said = " ".join(notice.text for notice in warned("oral", "120", weight))
        assert "7 mg/kg" in said


def test_what_stops_for_its_weight_says_the_sum() -> None:
    # 300 ÷ 0.2 = 1500; 1500 ÷ 70 = 21.43.
    stops = [notice.text for notice in warned("oral", "300", "70") if notice.kind == "stop"]
    assert stops == [
        "Check the intravenous dose: it is above 200 mg (our own value). It is converted here, but not to be given.",
        "Do not give 1,500 mg: it is 21.43 mg/kg, and published oral doses end at 7 mg/kg.",
    ]


def test_a_limit_is_told_with_the_range_that_it_ends_or_begins() -> None:
    # Andrade 2019: 25 to 300 mg, 0.25 to 7 mg/kg. Label of ketamine for injection: 6.5 to 13 mg/kg.
    assert (
        "500 mg is above the published fixed oral doses, 25 to 300 mg. By weight they run from 0.25 to 7 mg/kg."
        in " ".join(notice.text for notice in warned("oral", "100"))
    )
    assert "7.17 mg/kg is in the anesthesia range of the label, 6.5 to 13 mg/kg" in " ".join(
        notice.text for notice in warned("im", "200", "30")
    )


def test_the_working_shows_the_dose_by_weight_on_the_highest_dose_offered() -> None:
    change = Change(iv_dose_mg=Fraction(40), route="sl", weight_kg=Fraction(80))
    assert list(CALCULATOR.working(change, CALCULATOR(change)))[-1] == "By weight: 160 mg ÷ 80 kg = 2 mg/kg"


@pytest.mark.parametrize("route", ["in", "sl", "oral"])
def test_a_route_of_compounded_ketamine_tells_both_fda_alerts_with_dates_and_figures(route: str) -> None:
    # Clinical addendum, C.
    (said,) = [notice for notice in warned(route) if "FDA" in notice.text]
    assert said.kind == "caution"
    for words in (
        "16 February 2022",
        "10 October 2023",
        "five reports",
        "about twice that usual in anesthesia",
        "home use",
    ):
        assert words in said.text


@pytest.mark.parametrize("route", ["iv", "im"])
def test_a_route_of_licensed_ampoules_does_not(route: str) -> None:
    assert not any("FDA" in notice.text for notice in warned(route))


def test_at_home_four_things_are_needed() -> None:
    (said,) = [notice.text for notice in warned("sl") if "at home:" in notice.text]
    for words in ("pulse oximeter", "blood pressure cuff", "second adult", "no alcohol or sedatives"):
        assert words in said


def test_the_nose_shows_the_lower_values_that_are_also_in_print() -> None:
    change = Change(iv_dose_mg=Fraction(40), route="in")
    (difference,) = [one for one in CALCULATOR.differences if one.when(change, CALCULATOR(change))]
    assert "0.35 to 0.5 is the range used here. 11–17% for the nose is also printed" in difference.literature


@pytest.mark.parametrize(("route", "shown"), [("sl", True), ("oral", False), ("in", False)])
def test_the_literature_on_sublingual_doses_is_shown_for_them_only(route: str, shown: bool) -> None:
    change = Change(iv_dose_mg=Fraction(40), route=route)
    topics = [one.topic for one in CALCULATOR.differences if one.when(change, CALCULATOR(change))]
    assert ("Sublingual dose" in topics) is shown


def test_the_dose_by_weight_has_two_decimals() -> None:
    # 40 mg × 4 = 160 mg, ÷ 70 kg = 2.2857 mg/kg
    change = Change(iv_dose_mg=Fraction(40), route="sl", weight_kg=Fraction(70))
    assert list(CALCULATOR.working(change, CALCULATOR(change)))[-1] == "By weight: 160 mg ÷ 70 kg = 2.29 mg/kg"


def test_each_source_is_listed_with_the_bioavailability_that_it_gives() -> None:
    said = " ".join(source.supports for source in CALCULATOR.sources)
    for shares in (
        "sublingual 0.29; eight volunteers",
        "sublingual 0.32 and oral 0.23; six",
        "sublingual 0.24 and oral 0.24; six",
        "intramuscular 0.93",
    ):
        assert shares in said
