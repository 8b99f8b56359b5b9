"""Each stop and caution names the one rule it comes from, and says it again in a few words for a record."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue.medication_hold import AGENTS
from ketamine_calculators.medicine_pairs import pair_notices

VISIT = {"indication": "trd", "week": 1, "is_first_dose": False, "dose_mg": 84, "age": 70}


def holds() -> Iterator[dict[str, Any]]:
    for agent, hours, today in product(AGENTS, (0, 400), (True, False)):
        for treatment in (None, "esketamine"):
            taken = {"hours_since_last_dose": hours, "taken_on_treatment_day": today}
            yield {"agent": agent, "treatment": treatment, **taken}


def visits() -> Iterator[dict[str, Any]]:
    for indication, week, first, dose, region in product(
        ("trd", "mdsi"), (1, 6, 10), (True, False), (28, 56, 84), ("us", "eu")
    ):
        visit = {
            **VISIT,
            "indication": indication,
            "week": week,
            "is_first_dose": first,
            "dose_mg": dose,
            "region": region,
        }
        yield visit
        yield {**visit, "spo2": 90, "systolic": 170, "diastolic": 95}
        for days, worse in product((0, 20, 60), (True, False, None)):
            yield {**visit, "last_visit_days_ago": days, "worse": worse}


def changes() -> Iterator[dict[str, Any]]:
    for route, dose, weight in product(("iv", "im", "in", "sl", "oral"), (40, 90, 150, 250), (None, 30)):
        yield {"iv_dose_mg": dose, "route": route, "weight_kg": weight}


# The rules of each card, written down here by hand: a hazard log points at them.
RULES = {
    "contraindication_screen": {"contraindicated", "conditional"},
    "medication_hold": {
        "benzodiazepine_today",
        "naltrexone_depot",
        "maoi",
        "maoi_with_the_spray",
        "naltrexone",
        "opioid",
        "alcohol_or_sedative",
        "stimulant",
        "sympathomimetic",
        "theophylline",
        "valproate",
    },
    "esketamine_visit": {
        "spo2",
        "pressure_caution",
        "first_dose",
        "suicide_risk",
        "beyond_induction",
        "lapse",
        "missed_worse",
        "schedule_unknown",
        "missed_unknown",
        "steps",
        "too_soon",
        "worse",
    },
    "route_convert": {
        "iv_dose_stop",
        "iv_dose_caution",
        "oral_mg_per_kg",
        "oral_mg",
        "im_anesthesia",
        "not_esketamine",
        "exposure_is_not_effect",
        "fda_alerts",
    },
    "maudsley": {"psychosis"},
}
ASKED: dict[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "contraindication_screen": lambda: ({"flags": flags} for flags in (["pregnancy"], ["hypersensitivity"])),
    "medication_hold": holds,
    "esketamine_visit": visits,
    "route_convert": changes,
    "maudsley": lambda: (
        {
            "duration_months": 6,
            "severity": "severe_psychotic",
            "failed_antidepressants": 1,
            "augmentation_used": False,
            "ect_used": False,
        },
    ),
}


@dataclass(frozen=True)
class Danger:
    """A stop or caution as it is told."""

    kind: str
    rule: str
    short: str


def dangers_of(calculator: str) -> set[Danger]:
    card, found = find(calculator), set()
    for inputs in ASKED[calculator]():
        try:
            notices = full_answer(card, inputs)["warnings"]
        except InvalidInputs:
            continue
        found |= {Danger(one["kind"], one["rule"], one["short"]) for one in notices if one["kind"] != "note"}
    return found


@pytest.mark.parametrize("calculator", RULES)
def test_every_stop_and_caution_has_its_rule_and_its_short_words(calculator: str) -> None:
    found = dangers_of(calculator)
    expected = {f"{calculator}.{rule}" for rule in RULES[calculator]}
    told = {danger.rule for danger in found}
    # One limit of blood pressure stops today and another may tomorrow: its rule is named after the kind.
    assert told - {"esketamine_visit.pressure_stop"} == expected
    for danger in found:
        assert 0 < len(danger.short) <= 60, danger
        assert not danger.short.endswith("."), danger


@pytest.mark.parametrize("calculator", RULES)
def test_a_rule_is_either_a_stop_or_a_caution(calculator: str) -> None:
    kinds: dict[str, set[str]] = {}
    for danger in dangers_of(calculator):
        kinds.setdefault(danger.rule, set()).add(danger.kind)
    assert {rule for rule, several in kinds.items() if len(several) > 1} == set()


def test_every_pair_has_its_own_rule_and_short_words() -> None:
    found = {
        (notice.rule, notice.short)
        for one, other in product(AGENTS, AGENTS)
        for notice in pair_notices((one, other), None)
        if notice.kind != "note"
    }
    assert {rule for rule, _ in found} == {
        "infusion.maoi_with_serotonergic",
        "infusion.maoi_with_bupropion",
        "infusion.maoi_with_pressor",
        "infusion.maoi_with_opioid",
        "infusion.benzodiazepine_with_depressant",
        "infusion.two_depressants",
    }
    assert len(found) == 6
    assert all(re.fullmatch(r".{1,60}", short) for _, short in found)
