"""The findings of the contraindication screen, each with what stands behind it."""

from .display import plain
from .house_values import BP_WEIGH, SPO2_START

ADULT_FROM = 18  # years, both labels
INFARCTION_WEEKS = 6  # within them contraindicated, EU text
INFARCTION_MONTHS = 12  # within them excluded, phase 3 esketamine trials
PRESSURE = f"{plain(BP_WEIGH.systolic)}/{plain(BP_WEIGH.diastolic)}"
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
    "bp_above_140_90": f"Blood pressure above {PRESSURE}",
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
    "active_psychosis": "Our protocol: generally contraindicated. Only after full resolution, with antipsychotic cover, close "
    "observation and a specialist.",
    "raised_intracranial_pressure": "Label: contraindicated where a rise of intracranial pressure is a serious risk. Trials: "
    "excluded.",
    "bp_rise_hazardous": "Label of ketamine for injection: contraindicated.",
    "unstable_cardiac_disease": "Label of ketamine for injection: contraindicated where a rise in blood pressure would be a "
    f"serious hazard. EU text: a heart attack within {INFARCTION_WEEKS} weeks is a contraindication. Trials: excluded a heart "
    f"attack, unstable angina or revascularization within {INFARCTION_MONTHS} months.",
    "mania_or_mixed_state": "Our protocol: do not treat until it has resolved. Trials: one of ketamine in patients with "
    "suicidal thoughts excluded mania. No label lists it.",
    "age_under_18": "Label: safety and efficacy not established. Our advice: this site is for adults.",
    "bipolar_without_mood_stabilizer": "Our protocol: a mood stabilizer must be given with ketamine. Start it first.",
    "past_psychosis": "Our protocol: only if fully resolved, with antipsychotic cover, close observation and a specialist. "
    "Label: only if the benefit outweighs the risk.",
    "active_substance_use": "Our protocol: urine drug screen and history; continuing use makes response less likely. Label: "
    "careful consideration, and watch for misuse.",
    "bp_above_140_90": "Label: weigh the risk of a further rise against the benefit.",
    "pregnancy": "Label: not recommended, it may harm the fetus; when pregnancy occurs during a course, stop and counsel.",
    "severe_hepatic_impairment": "Label: not studied in Child-Pugh class C, and not recommended.",
    "recent_stroke_or_tia": "Trials: excluded any stroke or transient ischemic attack. Our advice: neurology advice first.",
    "significant_arrhythmia_or_valve_disease": f"EU text: {RESUSCITATION}. Our advice: cardiology advice first.",
    "heart_failure": f"EU text, unstable heart disease: {RESUSCITATION}. Our advice: cardiology advice first.",
    "breastfeeding": "Label: not recommended; the drug is present in milk.",
    "moderate_hepatic_impairment": "Label, Child-Pugh class B: higher exposure and a longer half-life. Monitor for longer.",
    "delirium_or_dementia": "Our advice: find the cause, and whether the patient can consent, first. Label: each dose makes "
    "cognition worse for a time.",
    "ketamine_use_disorder_or_misuse": "Label: assess the risk of misuse before, and monitor. Our advice: special care, with a "
    "plan.",
    "respiratory_insufficiency_or_sleep_apnea": "Trials: excluded significant lung disease. EU text, lung insufficiency, and "
    f"sleep apnea with overweight: {RESUSCITATION}.",
    "spo2_below_93": f"Trials: excluded below {SATURATION}. Our own value: {SATURATION} or more on room air before a dose. "
    "The label gives no number.",
    "untreated_hyperthyroidism": "EU text: a caution. Our advice: treat it first.",
    "untreated_glaucoma": "Trials: excluded. Our advice: eye pressure treated first.",
    "bladder_symptoms": "Label of ketamine for injection: pain with other urinary symptoms is a reason to consider stopping. "
    "Our advice: find the cause first.",
    "elevated_liver_tests": "Label of ketamine for injection: repeated use can injure the liver; test it, ALP and GGT "
    "included, before and from time to time.",
    "bipolar_with_stabilizer": "Our protocol: a lower start, and a watch for mania at each visit. EU text: a caution.",
    "dialysis": "Label, by a secondary copy: no experience. Our advice: nephrology advice first.",
    "cns_depressant_today": "Label: deeper sedation, watch closely. Label of ketamine for injection: depressed breathing "
    "as well.",
    "pregnancy_possible_untested": "Label: it may harm the fetus; consider planning and prevention. Our advice: test first.",
}
