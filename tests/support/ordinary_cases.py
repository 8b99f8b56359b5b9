"""Ordinary patients: for each calculator and worksheet, inputs in which a clinician sees nothing to stop or decide.

The ranges are written by hand. A patient who is older, heavier, worse or on another route may be right to caution about;
such patients are among the dangerous cases, or are not for this test.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from ketamine_calculators.catalogue.documentation_checklist import ITEMS
from ketamine_calculators.catalogue.resistance_checklist import CHECKS

Inputs = dict[str, Any]


def body_weights(random: Random) -> Inputs:
    height = random.randint(155, 190)
    return {
        "sex": random.choice(["male", "female"]),
        "height_cm": height,
        "weight_kg": round(random.uniform(20, 28) * height * height / 10_000, 1),
    }


def pressure(random: Random) -> Inputs:
    return {"systolic": random.randint(100, 138), "diastolic": random.randint(60, 88)}


def bp_gate(random: Random) -> Inputs:
    return {**pressure(random), "moment": random.choice(["before", "during", "after"])}


def documentation_checklist(random: Random) -> Inputs:
    stage = random.choice(list(ITEMS))
    return {"stage": stage, "done": list(ITEMS[stage])}


def esketamine_visit(random: Random) -> Inputs:
    week = random.randint(1, 30)
    first = week == 1 and random.random() < 0.5
    return {
        "indication": "trd",
        "week": week,
        "is_first_dose": first,
        "dose_mg": 56 if first else random.choice([56, 84]),
        "age": random.randint(20, 64),
        "spo2": random.randint(95, 99),
        **pressure(random),
    }


def items(number: int, highest: int, none_at: int | None = None) -> Callable[[Random], Inputs]:
    """Scores of a scale; the item on suicide is 0."""

    def drawn(random: Random) -> Inputs:
        return {"items": [0 if place == none_at else random.randint(0, highest) for place in range(number)]}

    return drawn


def hamd17(random: Random) -> Inputs:
    highest = [4, 4, 0, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2]
    return {"items": [random.randint(0, score) for score in highest]}


def madrs(random: Random) -> Inputs:
    # Either remission by every definition, or by none: between them the definitions part, which is cautioned.
    low, high = random.choice([(0, 0), (2, 4)])
    return {"items": [*(random.randint(low, high) for _ in range(9)), 0]}


def qids_sr16(random: Random) -> Inputs:
    scores: list[int | None] = [random.randint(0, 3) for _ in range(16)]
    scores[11] = 0
    scores[6] = scores[8] = None  # less appetite and lost weight are asked, or more and gained
    return {"items": scores}


def day(random: Random) -> date:
    return date(2026, 1, 5) + timedelta(days=random.randint(0, 700))


def order(random: Random) -> Inputs:
    pounds = random.random() < 0.3
    return {
        "weight": random.randint(110, 215) if pounds else random.randint(50, 98),
        "weight_unit": "lb" if pounds else "kg",
        "dose_mg_per_kg": 0.5,
        "concentration_mg_ml": random.choice([10, 50]),
        "total_volume_ml": random.choice([50, 100]),
        "minutes": random.choice([40, 45, 50, 60]),
    }


def dose_table(random: Random) -> Inputs:
    return {
        "concentration_mg_ml": random.choice([10, 50]),
        "total_volume_ml": random.choice([50, 100]),
        "minutes": random.choice([40, 45, 50, 60]),
        "lightest_kg": random.randint(40, 60),
        "rows": random.randint(1, 21),
    }


def medication_hold(random: Random) -> Inputs:
    return random.choice(
        [
            {"agent": random.choice(["ssri", "snri", "bupropion", "lithium", "lamotrigine", "antihypertensive"])},
            {"agent": "benzodiazepine", "taken_on_treatment_day": False},
            {"agent": "naltrexone_oral", "hours_since_last_dose": random.randint(72, 400)},
            {"agent": "maoi", "hours_since_last_dose": random.randint(336, 2000)},
        ]
    )


def relapse_check(random: Random) -> Inputs:
    stable = random.randint(2, 7)
    signs = ("suicidal_ideation", "functional_decline", "patient_reported_worsening", "sleep_or_appetite_change")
    return {"stable_phq9": stable, "current_phq9": stable + random.randint(-2, 2), **dict.fromkeys(signs, False)}


def response_status(random: Random) -> Inputs:
    return {"scale": "phq9", "baseline": random.randint(15, 24), "final": random.randint(2, 12)}


def titration_step(random: Random) -> Inputs:
    dose, response = random.choice(
        [(0.5, "none"), (0.5, "minimal"), (0.5, "partial"), (0.6, "partial"), (0.5, "excellent")]
    )
    return {
        "dose": dose,
        "response": response,
        "sessions_at_dose": random.randint(1, 4),
        "side_effects": False,
        "rapid_early": False,
    }


def trd_definitions(random: Random) -> Inputs:
    trials = [("sertraline", "SSRI"), ("venlafaxine", "SNRI"), ("bupropion", "NDRI"), ("mirtazapine", "NASSA")]
    return {
        "trials": [
            {
                "drug": drug,
                "drug_class": drug_class,
                "adequate": True,
                "improvement_pct": random.randint(0, 20),
                "current_episode": True,
            }
            for drug, drug_class in random.sample(trials, random.randint(1, 4))
        ]
    }


# By the labels' usual doses; those on whose minimum sources disagree are left out.
USUAL_DOSES = {"sertraline": 100, "escitalopram": 20, "venlafaxine": 150, "fluoxetine": 20, "duloxetine": 60}


def trial_adequacy(random: Random) -> Inputs:
    drug = random.choice(list(USUAL_DOSES))
    return {"drug": drug, "daily_dose_mg": USUAL_DOSES[drug], "weeks": random.randint(8, 26), "adherence_pct": 95}


def course(random: Random) -> Inputs:
    start, total, beside = day(random), random.randint(16, 22), random.randint(14, 20)
    scores: list[Inputs] = [{"day": start.isoformat(), "total": total, "treatments_completed": 0}]
    is_mixed = random.random() < 0.3
    if is_mixed:
        scores.append({"day": start.isoformat(), "scale": "gad7", "total": beside})
    for later in range(1, random.randint(2, 4)):
        total, beside = total - random.randint(3, 5), beside - random.randint(2, 4)
        at = (start + timedelta(days=15 * later)).isoformat()
        scores.append({"day": at, "total": total, "treatments_completed": 3 * later})
        if is_mixed:
            scores.append({"day": at, "scale": "gad7", "total": beside})
            scores.append({"day": at, "scale": "asrm", "total": random.randint(0, 3)})
    return {"scale": "phq9", "scores": scores}


def monitoring_calendar(random: Random) -> Inputs:
    mode: Inputs = random.choice(
        [
            {"mode": "induction", "per_week": 2, "sessions": 6},
            {"mode": "scheduled", "risk": random.choice(["high", "moderate", "well_stabilized"])},
            {"mode": "as_needed"},
        ]
    )
    return {**mode, "start": day(random).isoformat(), "closed_weekdays": ["saturday", "sunday"]}


def infusion(random: Random) -> Inputs:
    agents = random.choice([[], [], ["ssri"], ["snri"], ["lithium"]])
    return {**order(random), **pressure(random), "flags": [], "agents": agents, "age": random.randint(20, 64)}


def session_vitals(random: Random) -> Inputs:
    route = random.choice(["iv", "esketamine"])
    planned = (0, 10, 20, 30, 40, 60, 90, 120) if route == "iv" else (0, 20, 40, 60, 90, 120)
    first = {"sys": random.randint(105, 125), "dia": random.randint(62, 78), "hr": random.randint(60, 85)}
    rows = [
        {**first, "t": minute, "sys": first["sys"] + random.randint(0, 13), "dia": first["dia"] + random.randint(0, 8),
         "spo2": random.randint(95, 99), "moaas": 5, "dissociation": "none"}
        for minute in planned
    ]  # fmt: skip
    rows[-1] |= {"gait": True, "escort": True, "suicide": "none"}
    done = {"fasting": True, "agents": [], "suicide_before": "none", "consent": True, "escort_arranged": True}
    dose = {"dose_mg": 56} if route == "esketamine" else {"weight_kg": 70, "dose_mg": 35, "minutes": 40}
    return {"route": route, **done, **dose, "rows": rows}


def treatment_history(random: Random) -> Inputs:
    return {
        "trials": [
            {
                "drug": drug,
                "daily_dose_mg": USUAL_DOSES[drug],
                "weeks": random.randint(8, 20),
                "adherence_pct": 95,
                "improvement_pct": random.randint(0, 20),
                "current_episode": True,
            }
            for drug in random.sample(sorted(USUAL_DOSES), random.randint(2, 3))
        ],
        "ect": "none",
    }


ORDINARY: Mapping[str, Callable[[Random], Inputs]] = {
    "body_weights": body_weights,
    "bp_gate": bp_gate,
    "contraindication_screen": lambda random: {"flags": []},
    "convert_weight": lambda random: {"value": random.randint(100, 250), "unit": random.choice(["kg", "lb"])},
    "course": course,
    "asrm": items(5, 1),
    "cssrs_screener": lambda random: {"q1": False, "q2": False, "q6_lifetime": False},
    "discontinuation_plan": lambda random: {
        "last_dose": day(random).isoformat(),
        "stable_phq9": random.randint(0, 8),
        "oral_ad": True,
        "supports": True,
    },
    "cssrs_since_last_visit": lambda random: {"q1": False, "q2": False, "q6": False, "baseline_done": True},
    "documentation_checklist": documentation_checklist,
    "dose_table": dose_table,
    "esketamine_visit": esketamine_visit,
    "european_stage": lambda random: {
        "failed_trials": random.randint(2, 4),
        "distinct_classes": 2,
        "augmentation_failed": random.random() < 0.5,
        "treatment_months": random.randint(3, 24),
    },
    "gad7": items(7, 3),
    "hama": lambda random: {"total": random.randint(8, 23)},
    "hamd17": hamd17,
    "idssr30_total": lambda random: {"total": random.randint(14, 38)},
    "induction_plan": lambda random: {"start": day(random).isoformat(), "per_week": random.choice([2, 3]), "sessions": 6},
    "infusion": infusion,
    "iv_dose": order,
    "madrs": madrs,
    "maintenance_need": lambda random: {"for_maintenance": ["chronic_course"], "for_discontinuation": []},
    "maintenance_plan": lambda random: {
        "induction_end": day(random).isoformat(),
        "biweekly_sessions": random.randint(4, 8),
        "monthly_sessions": random.randint(3, 6),
    },
    "maudsley": lambda random: {
        "duration_months": random.randint(3, 40),
        "severity": random.choice(["mild", "moderate", "severe"]),
        "failed_antidepressants": random.randint(2, 4),
        "augmentation_used": random.random() < 0.5,
        "ect_used": False,
    },
    "medication_hold": medication_hold,
    "mgh_s": lambda random: {
        "adequate_failed_trials": random.randint(2, 4),
        "dose_optimizations": 1,
        "duration_optimizations": 1,
        "augmentations": 1,
        "ect_failed": False,
    },
    "monitoring_calendar": monitoring_calendar,
    "nonresponse_options": lambda random: {
        "issues": random.choice([["inadequate_frequency"], ["insufficient_sessions"], ["route"]])
    },
    "phq8": items(8, 3),
    "phq9": items(9, 3, none_at=8),
    "q_les_q_sf": lambda random: {"raw": random.randint(28, 56)},
    "qids_sr16": qids_sr16,
    "relapse_check": relapse_check,
    "resistance_checklist": lambda random: {
        "checklist": dict.fromkeys(CHECKS, True),
        "pseudo_factors": [],
    },
    "response_predictors": lambda random: {"positive": ["higher_bmi"], "negative": []},
    "response_status": response_status,
    "session_vitals": session_vitals,
    # A change of route is a decision each time, and says so with a caution.
    "route_convert": lambda random: {"iv_dose_mg": random.randint(25, 60), "route": "iv"},
    "scale_conversion": lambda random: {"scale": "qids_sr16", "total": random.randint(6, 13)},
    "sds": lambda random: {name: random.randint(0, 8) for name in ("work", "social", "family")},
    "thase_rush": lambda random: {"failed_classes": ["SSRI", "SNRI"], "bilateral_ect_failed": False},
    "timeline_action": lambda random: {
        "treatments_completed": random.randint(2, 8),
        "percent": random.randint(25, 95),
    },
    "titration_step": titration_step,
    "treatment_history": treatment_history,
    "trd_definitions": trd_definitions,
    "trial_adequacy": trial_adequacy,
    "whodas12": lambda random: {"total": random.randint(2, 30), "coding": "zero_based"},
    "ymrs_total": lambda random: {"total": random.randint(0, 8)},
}  # fmt: skip
