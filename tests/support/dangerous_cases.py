"""Dangerous patients: for each rule that stops or cautions, whom it has to speak up for.

Each case is written by hand from the rule as the sources have it: a calculator or worksheet, and its inputs. A rule without
a case is dead, and a case that stays silent is a fault.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ketamine_calculators.catalogue.resistance_checklist import CHECKS

Inputs = dict[str, Any]
Case = tuple[str, Inputs]


def order(**changes: Any) -> Inputs:
    """An infusion of 0.5 mg/kg over 40 minutes for 70 kg, changed."""
    usual = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}
    return {key: value for key, value in {**usual, **changes}.items() if value is not None}


def preparation(**changes: Any) -> Inputs:
    """A dose table of 0.5 mg/kg from 50 mg/mL to 50 mL for 40 to 140 kg, changed."""
    return {"concentration_mg_ml": 50, "total_volume_ml": 50, **changes}


def sheet(**changes: Any) -> Inputs:
    """The same on the infusion worksheet, with nothing against it, changed."""
    return order(**{"flags": [], "systolic": 120, "diastolic": 75, "agents": [], **changes})


def judged(response: str, last_dose: float, **changes: Any) -> Inputs:
    """An infusion after an earlier one whose response was judged."""
    earlier = {"last_response": response, "last_dose_mg_per_kg": last_dose, "sessions_at_dose": 2}
    return sheet(**{**earlier, "side_effects": False, "rapid_early": False, **changes})


def visit(**changes: Any) -> Inputs:
    """An esketamine visit in week 6 of maintenance, changed."""
    return {"indication": "trd", "week": 6, "is_first_dose": False, "dose_mg": 84, "age": 45, **changes}


def session(*rows: Inputs, **changes: Any) -> Inputs:
    """Readings of an infusion after an ordinary one before the dose."""
    return {"route": "iv", "rows": [{"t": 0, "sys": 120, "dia": 75, "spo2": 97, "moaas": 5}, *rows], **changes}


def step(**changes: Any) -> Inputs:
    """A titration after two sessions at 0.5 mg/kg, changed."""
    usual = {"dose": 0.5, "response": "partial", "sessions_at_dose": 2, "side_effects": False, "rapid_early": False}
    return {**usual, **changes}


def signs(**changes: Any) -> Inputs:
    """A visit of somebody who is as well as when stable, changed."""
    names = ("suicidal_ideation", "functional_decline", "patient_reported_worsening", "sleep_or_appetite_change")
    return {"stable_phq9": 4, "current_phq9": 4, **dict.fromkeys(names, False), **changes}


def stop(**changes: Any) -> Inputs:
    """A stop with all that our protocol asks for, changed."""
    return {"last_dose": "2026-12-01", "stable_phq9": 4, "oral_ad": True, "supports": True, **changes}


def screener(**changes: Any) -> Inputs:
    """A screener answered no, changed."""
    return {"q1": False, "q2": False, "q6_lifetime": False, **changes}


def later(**changes: Any) -> Inputs:
    """A screener of a later visit answered no, changed."""
    return {"q1": False, "q2": False, "q6": False, "baseline_done": True, **changes}


def course(*totals: int, **changes: Any) -> Inputs:
    """PHQ-9 totals two weeks apart, the first one before treatment."""
    days = ("2026-03-02", "2026-03-16", "2026-03-30", "2026-04-13")
    scores = [{"day": day, "total": total} for day, total in zip(days, totals, strict=False)]
    return {"scale": "phq9", "scores": scores, **changes}


def trial(drug: str, **changes: Any) -> Inputs:
    """A failed trial of a list, changed."""
    usual = {"drug": drug, "drug_class": "SSRI", "adequate": True, "improvement_pct": 10, "current_episode": True}
    return {**usual, **changes}


def history(*trials: Inputs, **changes: Any) -> Inputs:
    """Trials on the worksheet of the treatment history."""
    return {"trials": list(trials), "ect": "none", **changes}


def taken(drug: str, mg: float, weeks: int = 8, **changes: Any) -> Inputs:
    """A trial by dose and weeks."""
    return {"drug": drug, "daily_dose_mg": mg, "weeks": weeks, "adherence_pct": 95, **changes}


def failed(drug: str, mg: float, weeks: int = 8) -> Inputs:
    """The same as a failed one of this episode."""
    return taken(drug, mg, weeks, improvement_pct=10, current_episode=True)


def reading(systolic: int, diastolic: int, **changes: Any) -> Inputs:
    return {"systolic": systolic, "diastolic": diastolic, **changes}


DANGEROUS: Mapping[str, Sequence[Case]] = {
    # Dose and pump
    "body_weights.asked_about": [
        ("body_weights", {"sex": "male", "height_cm": 180, "weight_kg": 310}),
        ("iv_dose", order(weight=301)),
        ("iv_dose", order(weight=700, weight_unit="lb")),
        ("infusion", sheet(weight=301)),
    ],
    "body_weights.dose_on_ideal": [("body_weights", {"sex": "male", "height_cm": 174, "weight_kg": 140})],
    "body_weights.bmi": [
        ("body_weights", {"sex": "female", "height_cm": 160, "weight_kg": 103}),
        ("infusion", sheet(weight=160, height_cm=170, sex="male", dose_mg_per_kg=1.0)),
    ],
    "convert_weight.refused": [
        ("convert_weight", {"value": 20, "unit": "kg"}),
        ("convert_weight", {"value": 1500, "unit": "lb"}),
    ],
    "convert_weight.asked_about": [("convert_weight", {"value": 700, "unit": "lb"})],
    "iv_dose.never_undiluted": [
        ("iv_dose", order(concentration_mg_ml=100)),
        ("infusion", sheet(concentration_mg_ml=100)),
    ],
    "iv_dose.premixed": [("iv_dose", order(concentration_mg_ml=2, total_volume_ml=None))],
    "iv_dose.bolus": [
        ("iv_dose", order(minutes=1, dose_mg_per_kg=1.0)),
        ("iv_dose", order(minutes=9.99)),
        ("infusion", sheet(minutes=5)),
    ],
    "iv_dose.too_fast": [("iv_dose", order(minutes=10)), ("infusion", sheet(minutes=29.9))],
    "iv_dose.faster": [("iv_dose", order(minutes=30)), ("infusion", sheet(minutes=39.9))],
    "iv_dose.slower": [("iv_dose", order(minutes=60.1)), ("infusion", sheet(minutes=240))],
    "iv_dose.large_dose": [("iv_dose", order(weight=200.2)), ("infusion", sheet(weight=110, dose_mg_per_kg=1.0))],
    "iv_dose.oversight": [("iv_dose", order(dose_mg_per_kg=0.76)), ("infusion", sheet(dose_mg_per_kg=1.0))],
    "iv_dose.below_protocol": [("iv_dose", order(dose_mg_per_kg=0.05)), ("infusion", sheet(dose_mg_per_kg=0.39))],
    "iv_dose.small_volume": [("iv_dose", order(weight=45, dose_mg_per_kg=0.1, concentration_mg_ml=100))],
    # 45 kg × 0.5 mg/kg = 22.5 mg, 0.225 mL of the 100 mg/mL vial, 2.2% from the next mark
    "iv_dose.between_marks": [
        ("iv_dose", order(weight=45, concentration_mg_ml=100)),
        ("infusion", sheet(weight=45, concentration_mg_ml=100)),
    ],
    # 2 mL over 96 min is 1.25 mL/h, 4% from the next step
    "iv_dose.between_steps": [
        ("iv_dose", order(total_volume_ml=2, minutes=96)),
        ("infusion", sheet(total_volume_ml=2, minutes=96)),
    ],
    "iv_dose.pump_rate": [("iv_dose", order(total_volume_ml=1000, minutes=40)), ("infusion", sheet(total_volume_ml=700))],
    "dose_table.without_dose": [
        ("dose_table", preparation(concentration_mg_ml=10, total_volume_ml=5)),
        ("dose_table", preparation(lightest_kg=295, rows=3)),
    ],
    "dose_table.to_check": [("dose_table", preparation(lightest_kg=200, rows=2))],
    "infusion.under_age": [("infusion", sheet(age=17)), ("infusion", sheet(age=0))],
    "infusion.bipolar": [("infusion", sheet(bipolar=True))],
    "infusion.dose_on_ideal_weight": [("infusion", sheet(weight=100, height_cm=167.64, sex="male", dose_mg_per_kg=0.7))],
    "infusion.first_dose": [("infusion", sheet(dose_mg_per_kg=0.6))],
    "infusion.beside_the_table": [
        ("infusion", judged("excellent", 0.5, dose_mg_per_kg=0.75)),
        ("infusion", judged("worse", 0.5, dose_mg_per_kg=0.7)),
    ],
    "infusion.steep_rise": [("infusion", judged("partial", 0.5, dose_mg_per_kg=0.8))],
    "titration_step.worse": [("titration_step", step(response="worse")), ("infusion", judged("worse", 0.5))],
    "titration_step.side_effects": [("titration_step", step(response="none", side_effects=True))],
    "titration_step.side_effects_at_lowest_dose": [
        ("titration_step", step(dose=0.4, response="excellent", side_effects=True))
    ],
    "titration_step.oversight": [("titration_step", step(dose=0.75, sessions_at_dose=3))],
    "titration_step.not_in_the_table": [
        ("titration_step", step(dose=1.0, sessions_at_dose=3)),
        ("titration_step", step(dose=0.4, response="none")),
    ],
    # Other routes
    "route_convert.not_esketamine": [("route_convert", {"iv_dose_mg": 40, "route": "in"})],
    "route_convert.fda_alerts": [
        ("route_convert", {"iv_dose_mg": 40, "route": route}) for route in ("in", "sl", "oral")
    ],
    "route_convert.iv_dose_caution": [("route_convert", {"iv_dose_mg": 100.1, "route": "im"})],
    "route_convert.iv_dose_stop": [("route_convert", {"iv_dose_mg": 300, "route": "oral"})],
    "route_convert.oral_mg": [("route_convert", {"iv_dose_mg": 80, "route": "oral"})],
    "route_convert.oral_mg_per_kg": [("route_convert", {"iv_dose_mg": 100, "route": "oral", "weight_kg": 50})],
    "route_convert.im_anesthesia": [("route_convert", {"iv_dose_mg": 300, "route": "im", "weight_kg": 45})],
    # Blood pressure, breathing, esketamine
    "bp_gate.emergency": [
        ("bp_gate", reading(182, 121, symptoms=True)),
        ("bp_gate", reading(130, 80, moment="during", symptoms=True)),
    ],
    "bp_gate.symptoms": [("bp_gate", reading(130, 80, symptoms=True))],
    "bp_gate.severe": [
        ("bp_gate", reading(180, 80)),
        ("bp_gate", reading(150, 120)),
        ("infusion", sheet(systolic=240, diastolic=130)),
    ],
    "bp_gate.pause": [
        ("bp_gate", reading(178, 111, moment="during")),
        ("bp_gate", reading(185, 90, moment="during")),
    ],
    "infusion.two_depressants": [("infusion", sheet(agents=["opioid", "alcohol_or_sedative"]))],
    "infusion.reassess_first": [
        ("infusion", judged("partial", 0.5, side_effects=True)),
        ("infusion", judged("none", 0.75, dose_mg_per_kg=0.75, sessions_at_dose=3)),
    ],
    "bp_gate.severe_after": [
        ("bp_gate", reading(180, 90, moment="after")),
        ("bp_gate", reading(150, 111, moment="after")),
    ],
    # A session, reading by reading
    "session_vitals.no_consent": [("session_vitals", session(consent=False))],
    "session_vitals.suicide_high": [
        ("session_vitals", session(suicide_before="high")),
        ("session_vitals", session({"t": 120, "suicide": "high"})),
    ],
    "session_vitals.suicide_moderate": [("session_vitals", session(suicide_before="moderate"))],
    "session_vitals.not_fasted": [("session_vitals", session(fasting=False))],
    "session_vitals.no_escort": [("session_vitals", session(escort_arranged=False))],
    "session_vitals.spray_dose": [("session_vitals", session(route="esketamine", dose_mg=50))],
    "session_vitals.above_highest": [("session_vitals", session(weight_kg=70, dose_mg=350))],
    "session_vitals.symptoms": [("session_vitals", session({"t": 40, "symptoms": True}))],
    "session_vitals.spo2": [
        ("session_vitals", session({"t": 40, "spo2": 89})),
        ("session_vitals", session({"t": 40, "spo2": 92}, {"t": 60, "spo2": 92})),
    ],
    "session_vitals.spo2_again": [("session_vitals", session({"t": 40, "spo2": 92}))],
    "session_vitals.sedation": [("session_vitals", session({"t": 40, "moaas": 2}))],
    "session_vitals.sedated": [("session_vitals", session({"t": 40, "moaas": 3}))],
    "session_vitals.heart_rate": [("session_vitals", session({"t": 40, "hr": 49}))],
    "session_vitals.substantial_rise": [("session_vitals", session({"t": 40, "sys": 160, "dia": 80}))],
    "session_vitals.no_baseline": [("session_vitals", {"route": "esketamine", "rows": [{"t": 40, "sys": 150, "dia": 80}]})],
    "session_vitals.missing": [("session_vitals", session({"t": 40, "sys": 130, "dia": 80}))],
    "session_vitals.late": [("session_vitals", session({"t": 70, "sys": 130, "dia": 80}))],
    "session_vitals.order": [("session_vitals", session({"t": 40}, {"t": 10}))],
    "session_vitals.doubled": [("session_vitals", session({"t": 40}, {"t": 40}))],
    "bp_gate.low_too": [("bp_gate", reading(148, 48)), ("infusion", sheet(systolic=185, diastolic=46))],
    "bp_gate.defer": [("bp_gate", reading(160, 80)), ("infusion", sheet(systolic=150, diastolic=100))],
    "bp_gate.weigh": [("bp_gate", reading(141, 85)), ("infusion", sheet(systolic=135, diastolic=91))],
    "bp_gate.weigh_once_given": [("bp_gate", reading(150, 85, moment="after"))],
    "bp_gate.low": [("bp_gate", reading(78, 40)), ("infusion", sheet(systolic=70, diastolic=40))],
    "esketamine_visit.first_dose": [
        ("esketamine_visit", visit(week=1, is_first_dose=True)),
        ("esketamine_visit", visit(indication="mdsi", week=1, is_first_dose=True, dose_mg=56)),
        ("esketamine_visit", visit(week=1, is_first_dose=True, dose_mg=56, age=67, region="eu")),
    ],
    "esketamine_visit.steps": [("esketamine_visit", visit(week=1, dose_mg=84, age=72, region="eu", last_visit_days_ago=3))],
    "esketamine_visit.too_soon": [
        ("esketamine_visit", visit(week=3, last_visit_days_ago=0)),
        ("esketamine_visit", visit(week=7, last_visit_days_ago=1)),
        ("esketamine_visit", visit(week=12, last_visit_days_ago=2)),
    ],
    "esketamine_visit.worse": [
        ("esketamine_visit", visit(week=3, last_visit_days_ago=5, worse=True)),
        ("esketamine_visit", visit(week=10, last_visit_days_ago=10, worse=True)),
        ("esketamine_visit", visit(indication="mdsi", week=5, last_visit_days_ago=9, worse=True)),
    ],
    "esketamine_visit.suicide_risk": [("esketamine_visit", visit(indication="mdsi", week=2))],
    "esketamine_visit.beyond_induction": [("esketamine_visit", visit(indication="mdsi", week=5))],
    "esketamine_visit.spo2": [("esketamine_visit", visit(spo2=92))],
    "esketamine_visit.pressure_stop": [("esketamine_visit", visit(systolic=185, diastolic=95))],
    "esketamine_visit.pressure_caution": [
        ("esketamine_visit", visit(systolic=141, diastolic=85)),
        ("esketamine_visit", visit(systolic=80, diastolic=45)),
    ],
    "esketamine_visit.lapse": [("esketamine_visit", visit(week=10, last_visit_days_ago=60, worse=True))],
    "esketamine_visit.schedule_unknown": [("esketamine_visit", visit(week=10, last_visit_days_ago=14))],
    "esketamine_visit.missed_unknown": [("esketamine_visit", visit(last_visit_days_ago=12))],
    "esketamine_visit.missed_worse": [("esketamine_visit", visit(last_visit_days_ago=12, worse=True))],
    # Findings and medicines
    "contraindication_screen.contraindicated": [
        ("contraindication_screen", {"flags": [flag]})
        for flag in (
            "aneurysmal_vascular_disease",
            "arteriovenous_malformation",
            "intracerebral_hemorrhage",
            "hypersensitivity",
            "raised_intracranial_pressure",
            "bp_rise_hazardous",
            "unstable_cardiac_disease",
            "active_psychosis",
            "mania_or_mixed_state",
            "age_under_18",
        )
    ]
    + [("infusion", sheet(flags=["raised_intracranial_pressure"]))],
    "contraindication_screen.conditional": [
        ("contraindication_screen", {"flags": ["pregnancy"]}),
        ("contraindication_screen", {"flags": ["breastfeeding", "moderate_hepatic_impairment"]}),
        ("contraindication_screen", {"flags": ["ketamine_use_disorder_or_misuse"]}),
        ("infusion", sheet(flags=["spo2_below_93"])),
    ],
    "maudsley.psychosis": [
        (
            "maudsley",
            {
                "duration_months": 12,
                "severity": "severe_psychotic",
                "failed_antidepressants": 2,
                "augmentation_used": False,
                "ect_used": False,
            },
        ),
        (
            "treatment_history",
            history(failed("sertraline", 100), failed("venlafaxine", 150), duration_months=12, severity="severe_psychotic"),
        ),
    ],
    "medication_hold.benzodiazepine_today": [
        ("medication_hold", {"agent": "benzodiazepine", "taken_on_treatment_day": True}),
        ("infusion", sheet(agents=["benzodiazepine"], benzodiazepine_today=True)),
    ],
    "medication_hold.maoi": [
        ("medication_hold", {"agent": "maoi", "hours_since_last_dose": 335}),
        ("infusion", sheet(agents=["maoi"], maoi_hours=24)),
    ],
    "medication_hold.naltrexone": [("medication_hold", {"agent": "naltrexone_oral", "hours_since_last_dose": 71})],
    "medication_hold.naltrexone_depot": [("medication_hold", {"agent": "naltrexone_depot"})],
    "medication_hold.opioid": [("medication_hold", {"agent": "opioid"}), ("infusion", sheet(agents=["opioid"]))],
    "medication_hold.alcohol_or_sedative": [("medication_hold", {"agent": "alcohol_or_sedative"})],
    "medication_hold.stimulant": [("medication_hold", {"agent": "stimulant"})],
    "medication_hold.sympathomimetic": [("medication_hold", {"agent": "sympathomimetic_decongestant"})],
    "medication_hold.theophylline": [("medication_hold", {"agent": "theophylline"})],
    "medication_hold.valproate": [("medication_hold", {"agent": "valproate"})],
    "infusion.benzodiazepine_with_depressant": [
        ("infusion", sheet(agents=["benzodiazepine", "opioid"], benzodiazepine_today=False))
    ],
    "medication_hold.maoi_with_the_spray": [
        ("medication_hold", {"agent": "maoi", "treatment": "esketamine"}),
        ("session_vitals", session(route="esketamine", agents=["maoi"], maoi_hours=4)),
    ],
    "infusion.maoi_with_serotonergic": [
        ("infusion", sheet(agents=["maoi", "ssri"], maoi_hours=24)),
        ("infusion", sheet(agents=["maoi", "snri"], maoi_hours=335)),
    ],
    "infusion.maoi_with_bupropion": [("infusion", sheet(agents=["maoi", "bupropion"], maoi_hours=335))],
    "infusion.maoi_with_pressor": [("infusion", sheet(agents=["maoi", "stimulant"], maoi_hours=0))],
    "infusion.maoi_with_opioid": [("infusion", sheet(agents=["maoi", "opioid"], maoi_hours=100))],
    # Suicide, worsening, relapse
    "cssrs_screener.high": [
        ("cssrs_screener", screener(q1=True, q2=True, q3=False, q4=True, q5=False)),
        ("cssrs_screener", screener(q6_lifetime=True, q6_past_3_months=True)),
    ],
    "cssrs_screener.moderate": [("cssrs_screener", screener(q1=True, q2=True, q3=True, q4=False, q5=False))],
    "cssrs_screener.low": [("cssrs_screener", screener(q1=True))],
    "cssrs_screener.history": [("cssrs_screener", screener(q6_lifetime=True, q6_past_3_months=False))],
    "cssrs_screener.contradiction": [("cssrs_screener", screener(q4=True))],
    "cssrs_since_last_visit.high": [
        ("cssrs_since_last_visit", later(q6=True)),
        ("cssrs_since_last_visit", later(q1=True, q2=True, q3=False, q4=True, q5=False)),
        ("cssrs_since_last_visit", later(q1=True, q2=True, q3=False, q4=False, q5=True)),
    ],
    "cssrs_since_last_visit.moderate": [("cssrs_since_last_visit", later(q2=True, q3=True, q4=False, q5=False))],
    "cssrs_since_last_visit.contradiction": [("cssrs_since_last_visit", later(q5=True))],
    "cssrs_since_last_visit.no_baseline": [("cssrs_since_last_visit", later(baseline_done=False))],
    # A switch into mania
    "asrm.positive": [("asrm", {"items": [2, 1, 1, 1, 1]}), ("asrm", {"items": [4, 4, 4, 4, 4]})],
    "ymrs_total.hold": [("ymrs_total", {"total": 12}), ("ymrs_total", {"total": 20})],
    "ymrs_total.manic": [("ymrs_total", {"total": 21}), ("ymrs_total", {"total": 60})],
    "phq9.suicide_item": [("phq9", {"items": [0, 0, 0, 0, 0, 0, 0, 0, 1]})],
    "madrs.suicide_item": [("madrs", {"items": [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]})],
    "hamd17.suicide_item": [("hamd17", {"items": [0, 0, 1, *[0] * 14]})],
    "qids_sr16.suicide_item": [("qids_sr16", {"items": [*[0] * 11, 1, *[0] * 4]})],
    "madrs.remission_definitions": [("madrs", {"items": [2, 2, 2, 2, 2, 1, 0, 0, 0, 0]})],
    "response_status.worse": [("response_status", {"scale": "phq9", "baseline": 15, "final": 16})],
    "response_status.direction": [
        ("response_status", {"scale": "custom", "baseline": 30, "final": 60, "scale_min": 14, "scale_max": 70})
    ],
    "timeline_action.worse": [
        ("timeline_action", {"treatments_completed": 3, "percent": -20}),
        ("timeline_action", {"treatments_completed": 6, "percent": -0.1}),
    ],
    "timeline_action.more_treatments": [("timeline_action", {"treatments_completed": 11, "percent": 40})],
    "relapse_check.suicidal_ideation": [
        ("relapse_check", signs(suicidal_ideation=True)),
        (
            "course",
            course(
                21,
                4,
                stable_total=4,
                suicidal_ideation=True,
                functional_decline=False,
                patient_reported_worsening=False,
                sleep_or_appetite_change=False,
            ),
        ),
    ],
    "course.suicidal_ideation": [("course", course(21, 4, suicidal_ideation=True))],
    # Half of 20 is 10: a response at 9 is lost at 11. By 5 points or more it is a relapse, with or without a stable score.
    "course.response_lost": [("course", course(20, 9, 11)), ("course", course(20, 9, 11, 12))],
    "course.induction_end": [("course", course(21, 4, start="2026-03-02", induction_end="2026-03-22"))],
    "discontinuation_plan.no_oral_antidepressant": [
        ("discontinuation_plan", stop(oral_ad=False)),
        (
            "monitoring_calendar",
            {"mode": "discontinuation", "start": "2026-12-01", "stable_phq9": 4, "oral_ad": False, "supports": True},
        ),
    ],
    "discontinuation_plan.at_the_line": [
        ("discontinuation_plan", stop(stable_phq9=10)),
        ("discontinuation_plan", stop(stable_phq9=22)),
    ],
    "discontinuation_plan.signs_not_known": [("discontinuation_plan", stop(supports=False))],
    # Closed from Thursday 5 to Monday 9 March: 8 days between two doses of the spray, and 4 are not too many.
    "monitoring_calendar.gap_too_long": [
        (
            "monitoring_calendar",
            {
                "mode": "esketamine",
                "indication": "trd",
                "start": "2026-03-02",
                "holidays": [{"first": "2026-03-05", "last": "2026-03-09"}],
            },
        ),
    ],
    "monitoring_calendar.arranged_on_a_closed_day": [
        (
            "monitoring_calendar",
            {
                "mode": "induction",
                "start": "2026-03-02",
                "closed_weekdays": ["saturday"],
                "next_visit": [{"day": "2026-03-07"}],
            },
        ),
    ],
    "relapse_check.new_mania_signs": [("relapse_check", signs(new_mania_signs=True))],
    "relapse_check.relapse": [
        ("relapse_check", signs(current_phq9=9)),
        ("course", course(21, 6, 5, 12)),
        (
            "course",
            course(
                21,
                4,
                15,
                stable_total=4,
                suicidal_ideation=False,
                functional_decline=False,
                patient_reported_worsening=False,
                sleep_or_appetite_change=False,
            ),
        ),
    ],
    "relapse_check.review": [
        ("relapse_check", signs(stable_phq9=12, current_phq9=15)),
        ("relapse_check", signs(stable_phq9=3, current_phq9=13)),
    ],
    "relapse_check.at_the_cut_off": [("relapse_check", signs(stable_phq9=8, current_phq9=10))],
    "course.stable_without_response": [
        (
            "course",
            course(
                21,
                15,
                stable_total=15,
                suicidal_ideation=False,
                functional_decline=False,
                patient_reported_worsening=False,
                sleep_or_appetite_change=False,
            ),
        )
    ],
    "nonresponse_options.benzodiazepine": [("nonresponse_options", {"issues": ["benzodiazepine"]})],
    "nonresponse_options.oversight": [("nonresponse_options", {"issues": ["subtherapeutic_dose"]})],
    "route_convert.exposure_is_not_effect": [("route_convert", {"iv_dose_mg": 40, "route": "sl"})],
    # Before treatment
    "resistance_checklist.pseudo_resistance": [
        (
            "resistance_checklist",
            {
                "checklist": dict.fromkeys(CHECKS, True),
                "pseudo_factors": ["non_adherence"],
            },
        )
    ],
    "documentation_checklist.consent": [("documentation_checklist", {"stage": "initial", "done": []})],
    "documentation_checklist.screen": [("documentation_checklist", {"stage": "initial", "done": ["informed_consent"]})],
    "documentation_checklist.vital_signs": [("documentation_checklist", {"stage": "per_treatment", "done": []})],
    "trd_definitions.unknown_improvement": [
        ("trd_definitions", {"trials": [trial("sertraline", improvement_pct=None)]})
    ],
    "trd_definitions.name_in_doubt": [("trd_definitions", {"trials": [trial("sertralin")]})],
    "trd_definitions.name_to_settle": [("trd_definitions", {"trials": [trial("Selegiline", drug_class="MAOI")]})],
    "trd_definitions.part_of_combination": [
        (
            "trd_definitions",
            {"trials": [trial("Auvelity", drug_class="OTHER"), trial("bupropion", drug_class="NDRI")]},
        )
    ],
    "trd_definitions.two_classes": [
        ("trd_definitions", {"trials": [trial("sertraline"), trial("Zoloft", drug_class="SNRI")]})
    ],
    "trd_definitions.other_class": [("trd_definitions", {"trials": [trial("sertraline", drug_class="TCA")]})],
    "trial_adequacy.above_label_maximum": [("trial_adequacy", taken("sertraline", 300))],
    "trial_adequacy.age_not_given": [("trial_adequacy", taken("citalopram", 30))],
    "trial_adequacy.not_in_table": [
        (
            "trial_adequacy",
            taken("other", 100, other_drug="opipramol", other_class="TCA", stated_min_mg=100),
        )
    ],
    "trial_adequacy.no_minimum": [("trial_adequacy", taken("moclobemide", 450))],
    "trial_adequacy.minimum_disputed": [("trial_adequacy", taken("trazodone", 200))],
    "treatment_history.drug_twice": [("treatment_history", history(failed("sertraline", 100), failed("sertraline", 150)))],
    "treatment_history.short_trials": [
        ("treatment_history", history(failed("sertraline", 100, 5), failed("venlafaxine", 150), min_weeks=4))
    ],
}  # fmt: skip
