"""Pairs of other medicines. Clinical addendum, rule 4 and G: 14 days = 336 h after an MAO inhibitor, 5 weeks after fluoxetine."""

from fractions import Fraction
from itertools import combinations

import pytest

from ketamine_calculators import find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue.medication_hold import AGENTS
from ketamine_calculators.medicine_pairs import pair_notices

WORKSHEET = find("infusion")
PLAIN = {
    "weight": 70,
    "weight_unit": "kg",
    "flags": [],
    "systolic": 120,
    "diastolic": 75,
    "concentration_mg_ml": 50,
    "total_volume_ml": 50,
}
NOW = Fraction(0)
STOPPED = [
    ("ssri", "serotonin"),
    ("snri", "serotonin"),
    ("bupropion", "hypertensive"),
    ("stimulant", "hypertensive"),
    ("sympathomimetic_decongestant", "hypertensive"),
    ("opioid", "meperidine, tramadol and methadone"),
]


def kinds(*agents: str, hours: Fraction | None = NOW) -> list[str]:
    return [notice.kind for notice in pair_notices(agents, hours)]


@pytest.mark.parametrize(("partner", "words"), STOPPED)
def test_an_mao_inhibitor_with_this_medicine_is_stopped(partner: str, words: str) -> None:
    stops = [notice for notice in pair_notices(("maoi", partner), Fraction(24)) if notice.kind == "stop"]
    assert len(stops) == 1
    assert words in stops[0].text


@pytest.mark.parametrize(
    ("hours", "kind"),
    [
        pytest.param("0", "stop", id="taken now"),
        pytest.param("335", "stop", id="335 h is within 14 days"),
        pytest.param("335.99", "stop", id="just short of 336 h is within 14 days"),
        pytest.param("336", "note", id="336 h are 14 days"),
        pytest.param("337", "note", id="beyond 14 days"),
    ],
)
@pytest.mark.parametrize("partner", [partner for partner, _ in STOPPED])
def test_the_gap_after_an_mao_inhibitor_is_336_hours(partner: str, hours: str, kind: str) -> None:
    assert pair_notices(("maoi", partner), Fraction(hours))[0].kind == kind


def test_a_gap_that_is_met_is_said_with_its_hours() -> None:
    (note,) = pair_notices(("maoi", "bupropion"), Fraction(340))
    assert note.text == "MAO inhibitor 340 h ago: the 14-day gap is met for this pair."


def test_an_mao_inhibitor_at_an_unknown_time_counts_as_acting() -> None:
    assert kinds("maoi", "bupropion", hours=None) == ["stop"]


def test_bupropion_names_the_medicines_that_count_as_mao_inhibitors() -> None:
    (stop,) = pair_notices(("maoi", "bupropion"), NOW)
    assert "linezolid and intravenous methylene blue" in stop.text


def test_fluoxetine_comes_five_weeks_before_an_mao_inhibitor_and_belongs_to_ssris_only() -> None:
    assert "at least 5 weeks" in pair_notices(("maoi", "ssri"), NOW)[-1].text
    assert "at least 5 weeks" in pair_notices(("maoi", "ssri"), Fraction(400))[-1].text
    assert kinds("maoi", "snri") == ["stop"]


def test_two_serotonergic_partners_are_one_stop() -> None:
    assert kinds("maoi", "ssri", "snri") == ["stop", "note"]


@pytest.mark.parametrize(
    ("agents", "words"),
    [
        (("benzodiazepine", "opioid"), "A benzodiazepine with an opioid:"),
        (("benzodiazepine", "alcohol_or_sedative"), "A benzodiazepine with alcohol or another sedative:"),
        (
            ("benzodiazepine", "opioid", "alcohol_or_sedative"),
            "A benzodiazepine with an opioid and alcohol or another sedative:",
        ),
    ],
)
def test_a_benzodiazepine_with_another_depressant_is_cautioned_once(agents: tuple[str, ...], words: str) -> None:
    (notice,) = pair_notices(agents, None)
    assert notice.kind == "caution"
    assert notice.text.startswith(words)


HARMFUL = {frozenset(("maoi", partner)) for partner, _ in STOPPED} | {
    frozenset(pair)
    for pair in (
        ("benzodiazepine", "opioid"),
        ("benzodiazepine", "alcohol_or_sedative"),
        ("opioid", "alcohol_or_sedative"),
    )
}


@pytest.mark.parametrize("pair", list(combinations(AGENTS, 2)), ids="-".join)
def test_no_other_pair_says_anything(pair: tuple[str, str]) -> None:
    assert bool(pair_notices(pair, NOW)) is (frozenset(pair) in HARMFUL)


@pytest.mark.parametrize("agent", AGENTS)
def test_one_medicine_alone_is_no_pair(agent: str) -> None:
    assert pair_notices((agent,), NOW) == ()
    assert pair_notices((agent,), Fraction(400)) == ()


def test_the_stop_of_a_pair_leads_the_headline_of_an_infusion_and_leaves_the_holds_alone() -> None:
    inputs = {**PLAIN, "agents": ["maoi", "ssri"], "maoi_hours": 24}
    answer = full_answer(WORKSHEET, inputs)
    assert answer["headline"].startswith("MAO inhibitor with SSRI or SNRI: serotonin toxicity. ")
    assert "Calculated, not ordered – do not give" in answer["headline"]
    assert answer["warnings"][0]["rule"] == "infusion.maoi_with_serotonergic"
    assert (answer["values"]["holds_met"], answer["values"]["hours_to_wait"]) == (False, 312)


def test_a_pair_whose_gap_is_met_leaves_the_headline_and_the_holds_alone() -> None:
    answer = full_answer(WORKSHEET, {**PLAIN, "agents": ["maoi", "bupropion"], "maoi_hours": 336})
    assert "MAO inhibitor" not in answer["headline"]
    assert answer["values"]["holds_met"] is True


def test_a_medicine_without_hours_asks_for_none() -> None:
    for agent in ("opioid", "alcohol_or_sedative", "stimulant", "valproate", "theophylline"):
        assert WORKSHEET.run({**PLAIN, "agents": [agent]})["holds_met"] is True
