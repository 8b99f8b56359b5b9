"""Contraindication screen: what was ticked, as contraindications and as conditions to be met first.

The lists come from the labels of esketamine and ketamine, from what trials excluded, and from the house.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Several
from ..house_article import PROTOCOLS
from ..house_values import SPO2_START
from ..references import (
    ER_KETAMINE_2023,
    ESKETAMINE_EU,
    ESKETAMINE_LABEL,
    ESKETAMINE_TRIALS_BREATHING,
    ESKETAMINE_TRIALS_HEART,
    HOUSE,
    KETAMINE_LABEL,
)
from .bp_gate import DIASTOLIC_FIGURE, FIGURES, SYSTOLIC_FIGURE

PSYCHOSIS = PROTOCOLS.section("Depression with Psychotic Features")
EVALUATION = PROTOCOLS.section("Comprehensive Assessment Components")

ADULT_FROM = 18  # years, both labels
INFARCTION_WEEKS = 6  # within them contraindicated, EU text
INFARCTION_MONTHS = 12  # within them excluded, phase 3 esketamine trials
SATURATION = f"{plain(SPO2_START.value)}%"

OF_THE_LABEL = {
    "aneurysmal_vascular_disease": "Aneurysmal vascular disease",
    "arteriovenous_malformation": "Arteriovenous malformation",
    "intracerebral_hemorrhage": "Intracerebral hemorrhage, now or ever",
    "hypersensitivity": "Hypersensitivity to esketamine, ketamine or an ingredient",
}
CONTRAINDICATIONS = {
    **OF_THE_LABEL,
    "active_psychosis": "Active psychosis",
    "raised_intracranial_pressure": "Raised intracranial pressure",
    "bp_rise_hazardous": "A condition in which a rise in blood pressure would be a serious hazard",
    "unstable_cardiac_disease": f"Unstable heart disease, or a heart attack within {INFARCTION_WEEKS} weeks",
    "mania_or_mixed_state": "Mania or a mixed state, now",
    "age_under_18": f"Under {ADULT_FROM} years of age",
}
CONDITIONS = {
    "bipolar_without_mood_stabilizer": "Bipolar disorder without a mood stabilizer",
    "past_psychosis": "Past psychosis",
    "active_substance_use": "Active substance use",
    "bp_above_140_90": f"Blood pressure above {FIGURES}",
    "pregnancy": "Pregnancy",
    "severe_hepatic_impairment": "Severe hepatic impairment",
    "recent_stroke_or_tia": "Stroke or transient ischemic attack, recent or ever",
    "significant_arrhythmia_or_valve_disease": "Significant arrhythmia or heart valve disease",
    "heart_failure": "Heart failure",
    "breastfeeding": "Breastfeeding",
    "moderate_hepatic_impairment": "Moderate hepatic impairment",
    "delirium_or_dementia": "Delirium or dementia",
    "ketamine_use_disorder_or_misuse": "Ketamine use disorder or misuse, now or ever",
    "respiratory_insufficiency_or_sleep_apnea": "Respiratory insufficiency or sleep apnea",
    "spo2_below_93": f"Oxygen saturation below {SATURATION} on room air",
    "untreated_hyperthyroidism": "Untreated hyperthyroidism",
    "untreated_glaucoma": "Untreated glaucoma",
    "bladder_symptoms": "Bladder symptoms",
    "elevated_liver_tests": "Elevated liver tests",
    "bipolar_with_stabilizer": "Bipolar disorder with a mood stabilizer",
    "dialysis": "Dialysis",
    "cns_depressant_today": "An opioid, alcohol, benzodiazepine or other sedative today",
    "pregnancy_possible_untested": "Pregnancy possible and not tested",
}
FLAGS = CONTRAINDICATIONS | CONDITIONS

RESUSCITATION = "only where resuscitation equipment and staff trained in it are present"

# What stands behind each flag, in the words of a clinician.
BASIS = {
    "aneurysmal_vascular_disease": "Label: contraindicated. Aorta, intracranial and peripheral arteries included.",
    "arteriovenous_malformation": "Label: contraindicated.",
    "intracerebral_hemorrhage": "Label: contraindicated, also when it lies in the past.",
    "hypersensitivity": "Label: contraindicated.",
    "active_psychosis": "House: generally contraindicated. Only after full resolution, with antipsychotic cover, close "
    "observation and a specialist.",
    "raised_intracranial_pressure": "Label: contraindicated where a rise of intracranial pressure is a serious risk. Trials: "
    "excluded.",
    "bp_rise_hazardous": "Label of ketamine for injection: contraindicated.",
    "unstable_cardiac_disease": "Label of ketamine for injection: contraindicated where a rise in blood pressure would be a "
    f"serious hazard. EU text: a heart attack within {INFARCTION_WEEKS} weeks is a contraindication. Trials: excluded a heart "
    f"attack, unstable angina or revascularization within {INFARCTION_MONTHS} months.",
    "mania_or_mixed_state": "House: our protocol treats none until it has resolved. Trials: one of ketamine in suicidal "
    "patients excluded mania. No label lists it.",
    "age_under_18": "Label: safety and efficacy not established. House: this site is for adults.",
    "bipolar_without_mood_stabilizer": "House: a mood stabilizer must be given with ketamine. Start it first.",
    "past_psychosis": "House: only if fully resolved, with antipsychotic cover, close observation and a specialist. Label: "
    "only if the benefit outweighs the risk.",
    "active_substance_use": "House: urine drug screen and history; continuing use makes response less likely. Label: careful "
    "consideration, and watch for misuse.",
    "bp_above_140_90": "Label: weigh the risk of a further rise against the benefit.",
    "pregnancy": "Label: not recommended; it may harm the fetus.",
    "severe_hepatic_impairment": "Label: not studied in Child-Pugh class C, and not recommended.",
    "recent_stroke_or_tia": "Trials: excluded any stroke or transient ischemic attack. House: neurology advice first.",
    "significant_arrhythmia_or_valve_disease": f"EU text: {RESUSCITATION}. House: cardiology advice first.",
    "heart_failure": f"EU text, unstable heart disease: {RESUSCITATION}. House: cardiology advice first.",
    "breastfeeding": "Label: not recommended; the drug is present in milk.",
    "moderate_hepatic_impairment": "Label, Child-Pugh class B: higher exposure and a longer half-life. Monitor for longer.",
    "delirium_or_dementia": "House: find the cause, and whether the patient can consent, first. Label: each dose makes "
    "cognition worse for a time.",
    "ketamine_use_disorder_or_misuse": "Label: assess the risk of misuse before, and monitor. House: special care, with a "
    "plan.",
    "respiratory_insufficiency_or_sleep_apnea": "Trials: excluded significant lung disease. EU text, lung insufficiency, and "
    f"sleep apnea with overweight: {RESUSCITATION}.",
    "spo2_below_93": f"Trials: excluded below {SATURATION}. House value: {SATURATION} or more on room air before a dose. "
    "The label gives no number.",
    "untreated_hyperthyroidism": "EU text: a caution. House: treat it first.",
    "untreated_glaucoma": "Trials: excluded. House: eye pressure treated first.",
    "bladder_symptoms": "Label of ketamine for injection: pain with other urinary symptoms is a reason to consider stopping. "
    "House: find the cause first.",
    "elevated_liver_tests": "Label of ketamine for injection: repeated use can injure the liver; test it, ALP and GGT "
    "included, before and from time to time.",
    "bipolar_with_stabilizer": "House: a lower start, and a watch for mania at each visit. EU text: a caution.",
    "dialysis": "Label, by a secondary copy: no experience. House: nephrology advice first.",
    "cns_depressant_today": "Label: deeper sedation, watch closely. Label of ketamine for injection: depressed breathing "
    "as well.",
    "pregnancy_possible_untested": "Label: it may harm the fetus; consider planning and prevention. House: test first.",
}
STATUSES = {
    "contraindicated": "Contraindicated",
    "conditional": "Conditions to be met first",
    "clear": "No listed finding",
}


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What was found in the history and the examination."""

    flags: Annotated[
        tuple[str, ...],
        Several(
            label="Findings",
            hint="Tick what is present or cannot be excluded",
            options=FLAGS,
            none="None of these, each asked about",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What was ticked, apart by its weight. Any contraindication decides the status."""

    status: Annotated[str, Output(label="Screen", words=STATUSES)]
    contraindicated: Annotated[tuple[str, ...], Output(label="Contraindications", words=CONTRAINDICATIONS)]
    conditional: Annotated[tuple[str, ...], Output(label="Conditions", words=CONDITIONS)]


def screen(patient: Patient) -> Screen:
    """Each finding in the list it belongs to. Label and house article."""
    contraindicated = tuple(flag for flag in patient.flags if flag in CONTRAINDICATIONS)
    conditional = tuple(flag for flag in patient.flags if flag in CONDITIONS)
    return Screen(
        status="contraindicated" if contraindicated else "conditional" if conditional else "clear",
        contraindicated=contraindicated,
        conditional=conditional,
    )


def headline(patient: Patient, answer: Screen) -> str:
    """The status with the findings that decide it."""
    if answer.status == "clear":
        return f"{STATUSES[answer.status]} ticked; the list is not complete"
    deciding = answer.contraindicated or answer.conditional
    return f"{STATUSES[answer.status]}: {', '.join(FLAGS[flag] for flag in deciding)}"


def working(patient: Patient, answer: Screen) -> Iterable[str]:
    """How many of each list were ticked, and the basis of each finding."""
    yield f"Contraindications ticked: {len(answer.contraindicated)} of {len(CONTRAINDICATIONS)}"
    yield f"Conditions ticked: {len(answer.conditional)} of {len(CONDITIONS)}"
    for flag in patient.flags:
        yield f"{FLAGS[flag]}. {BASIS[flag]}"


def warnings(patient: Patient, answer: Screen) -> Iterable[Notice]:
    """A stop for a contraindication, a caution for a condition, and always that the list has an end."""
    if answer.contraindicated:
        yield Notice(
            "stop",
            "Do not give ketamine or esketamine while a contraindication stands.",
            rule="contraindication_screen.contraindicated",
            short="contraindication ticked, do not give",
        )
    if answer.conditional:
        yield Notice(
            "caution",
            "Settle each condition, and write down how, before dosing.",
            rule="contraindication_screen.conditional",
            short="conditions to be settled before dosing",
        )
    if "bp_above_140_90" in answer.conditional:
        yield Notice("note", "Enter the reading itself.", "bp_gate")
    yield Notice(
        "note",
        "This list is not complete: it replaces neither the psychiatric and medical evaluation nor the label of the product. "
        "Where unsure, ask cardiology or neurology.",
    )


CALCULATOR = Calculator(
    id="contraindication_screen",
    title="Contraindication screen",
    summary="Does anything on the list of label and house speak against ketamine or esketamine in this patient?",
    moment="verify",
    version="1.1",
    population="Adults considered for ketamine or esketamine for depression. The list is not complete.",
    inputs=Patient,
    outputs=Screen,
    compute=screen,
    headline=headline,
    working=working,
    warnings=warnings,
    formula=(
        "Contraindicated if any is present: " + "; ".join(CONTRAINDICATIONS.values()) + ".",
        "Otherwise conditional if any is present: " + "; ".join(CONDITIONS.values()) + ".",
        f"The first {spelled(len(OF_THE_LABEL))} are contraindications of the esketamine label; for racemic ketamine they "
        "are applied by house convention. Active psychosis, mania and a mixed state are the house's.",
        "The basis of each finding stands beside it: a label, trials that excluded it, or the house.",
    ),
    sources=(
        Source(
            ESKETAMINE_LABEL,
            "aneurysmal vascular disease, arteriovenous malformation, intracerebral hemorrhage, hypersensitivity; blood "
            "pressure, intracranial pressure, pregnancy, breastfeeding, hepatic impairment, psychosis, substance use and "
            "sedatives as matters to weigh",
        ),
        Source(KETAMINE_LABEL, "a rise in blood pressure as a hazard, urinary symptoms, the liver in repeated use"),
        Source(ESKETAMINE_EU, "a recent heart attack, and the heart, lung, thyroid and bipolar cautions"),
        Source(ESKETAMINE_TRIALS_HEART, "stroke, heart attack, glaucoma and raised intracranial pressure as exclusions"),
        Source(ESKETAMINE_TRIALS_BREATHING, f"exclusion below {SATURATION} and for significant lung disease"),
        Source(ER_KETAMINE_2023, "exclusion of mania and psychosis"),
        Source(HOUSE, "psychosis, mood stabilizer in bipolar disorder, and what the evaluation must cover"),
    ),
    house=(
        PSYCHOSIS.item("The psychosis must first have resolved completely", says="active and past psychosis"),
        PSYCHOSIS.item("Cover with an antipsychotic is compulsory", says="the condition for past psychosis"),
        PSYCHOSIS.item("Observation is especially close", says="the condition for past psychosis"),
        PSYCHOSIS.item("A specialist oversees the treatment", says="the condition for past psychosis"),
        PROTOCOLS.section("Bipolar Depression").item(
            "A mood stabilizer MUST be given with it", says="bipolar disorder without one"
        ),
        EVALUATION.item("Past and present substance use", says="substance use"),
        EVALUATION.row("Substance", "Urine drug screen", says="substance use"),
        EVALUATION.row("Cardiovascular", "BP, HR, ECG if risk factors", says="blood pressure"),
        EVALUATION.row("Hepatic", "LFTs, hepatic function", says="hepatic impairment"),
        PROTOCOLS.section("Predictors of Ketamine Response").row(
            "Active substance use", "Clinical consensus", says="that continuing use makes response less likely"
        ),
    ),
    differences=(
        Difference(
            topic="Psychosis",
            house="Active psychosis: generally contraindicated; past psychosis only with cover.",
            literature="The US esketamine label does not list psychosis as a contraindication. It asks for careful assessment, "
            "and for treatment only if the benefit outweighs the risk.",
            when=lambda patient, answer: bool({"active_psychosis", "past_psychosis"} & set(patient.flags)),
        ),
        Difference(
            topic="Mania or a mixed state",
            house="No treatment until it has resolved.",
            literature="No US label lists it as a contraindication; the EU text names mania as a caution, and a trial in "
            "suicidal patients excluded it.",
            when=lambda patient, answer: "mania_or_mixed_state" in patient.flags,
        ),
        Difference(
            topic="A number for blood pressure",
            house="Blood pressure is measured; no limit is given.",
            literature=f"The US esketamine label weighs risk and benefit above {SYSTOLIC_FIGURE} mmHg systolic or "
            f"{DIASTOLIC_FIGURE} mmHg diastolic.",
            when=lambda patient, answer: "bp_above_140_90" in answer.conditional,
        ),
    ),
    synonyms=(
        "contraindications",
        "screening",
        "eligibility",
        "aneurysm",
        "psychosis",
        "mania",
        "pregnancy",
        "breastfeeding",
        "liver",
        "heart",
        "glaucoma",
        "bladder",
    ),
)
