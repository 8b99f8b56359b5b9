"""The medicines that a hold is asked about, and what labels and trials say of those that are not held."""

from .definition import Notice
from .display import plain
from .house_values import ALCOHOL_HOURS

NASAL_DRUG_HOURS = 1  # between a nasal steroid or decongestant and esketamine spray, US label
WITHOUT_ALCOHOL = plain(ALCOHOL_HOURS.value)  # hours
MALFORMED, DELAYED = 10, 40  # percent of children exposed to valproate before birth: about, and up to; UK program

MAOI_WEEKS, NALTREXONE_HOURS = 2, 72  # house article
AGENTS = {
    "benzodiazepine": "Benzodiazepine",
    "maoi": "MAO inhibitor",
    "naltrexone_oral": "Naltrexone by mouth",
    "naltrexone_depot": "Naltrexone depot injection",
    "ssri": "SSRI",
    "snri": "SNRI",
    "bupropion": "Bupropion",
    "lithium": "Lithium",
    "lamotrigine": "Lamotrigine",
    "atypical_antipsychotic": "Atypical antipsychotic",
    "opioid": "Opioid",
    "alcohol_or_sedative": "Alcohol or another sedative",
    "stimulant": "Stimulant, modafinil included",
    "sympathomimetic_decongestant": "Decongestant or other sympathomimetic",
    "theophylline": "Theophylline or aminophylline",
    "valproate": "Valproate",
    "antihypertensive": "Blood pressure medicine",
    "cyp3a4_inhibitor": "CYP3A4 inhibitor, such as clarithromycin or grapefruit",
    "cyp3a4_inducer": "CYP3A4 inducer, such as rifampin",
}


# The rule of a medicine that is not continued as usual.
RULE_OF = {
    "maoi": "washout_336_h",
    "naltrexone_oral": "hold_72_h",
    "opioid": "monitor",
    "alcohol_or_sedative": "monitor",
    "stimulant": "monitor",
    "sympathomimetic_decongestant": "monitor",
    "theophylline": "consider_alternative",
    "antihypertensive": "take_as_usual",
    "cyp3a4_inhibitor": "monitor",
    "cyp3a4_inducer": "monitor",
}


def caution(text: str, rule: str, short: str) -> Notice:
    """A caution of the medication hold."""
    return Notice("caution", text, rule=f"medication_hold.{rule}", short=short)


# While the hold of a medicine is not met.
# Ludwig 2021
TRANYLCYPROMINE = (
    "In a series of esketamine by injection, 14 patients on tranylcypromine had a larger rise, and no crisis."
)
MAOI_WITH_THE_SPRAY = caution(
    "Monitor blood pressure closely: an MAO inhibitor can raise it further (label of esketamine, which does not exclude it). "
    f"{TRANYLCYPROMINE} Our protocol's washout is for ketamine.",
    "maoi_with_the_spray",
    "MAO inhibitor with the spray: monitor blood pressure closely",
)
NOT_MET = {
    "benzodiazepine": (
        caution(
            "A benzodiazepine today means deeper sedation and depressed breathing with the dose, and may blunt its effect. Put "
            "the session off, or watch sedation and breathing more closely.",
            "benzodiazepine_today",
            "benzodiazepine today: deeper sedation",
        ),
        Notice("note", "Delay only the dose of the treatment day. Never stop a long-term benzodiazepine abruptly."),
    ),
    "maoi": (
        caution(
            "Stopping an MAO inhibitor is a treatment decision of its own: plan it with its prescriber. The washout is our "
            "protocol's, for ketamine; for esketamine spray the label asks to monitor blood pressure closely.",
            "maoi",
            "MAO inhibitor: washout not over",
        ),
    ),
    "naltrexone_oral": (
        caution(
            "Pausing naltrexone, often taken for alcohol or opioid use, is a treatment decision of its own: plan it with its "
            "prescriber.",
            "naltrexone",
            "naltrexone: hold not over",
        ),
    ),
}
# Of medicines that are not held.
CAUTIONS = {
    "opioid": caution(
        "Opioids deepen sedation and can depress breathing with ketamine and esketamine. Watch sedation and oxygen "
        "saturation more closely, or put the session off.",
        "opioid",
        "opioid: deeper sedation, depressed breathing",
    ),
    "alcohol_or_sedative": caution(
        f"Put the session off if alcohol was taken within {WITHOUT_ALCOHOL} h (our own value). Alcohol and sedatives deepen "
        "sedation and can depress breathing.",
        "alcohol_or_sedative",
        f"no alcohol within {WITHOUT_ALCOHOL} h; a sedative: watch breathing",
    ),
    "stimulant": caution(
        "Measure blood pressure more closely: a stimulant can raise it further.",
        "stimulant",
        "stimulant: watch blood pressure",
    ),
    "sympathomimetic_decongestant": caution(
        "Measure blood pressure more closely: a sympathomimetic can raise it further. In the nose, it is used at least "
        f"{NASAL_DRUG_HOURS} h before esketamine spray.",
        "sympathomimetic",
        "decongestant: watch blood pressure",
    ),
    "theophylline": caution(
        "Ask its prescriber for an alternative: with ketamine, theophylline and aminophylline lower the seizure threshold.",
        "theophylline",
        "theophylline: lower seizure threshold",
    ),
    "valproate": caution(
        "If pregnancy is possible, settle prevention with its prescriber: in the UK valproate is contraindicated in pregnancy, "
        f"and without a prevention program. About {MALFORMED}% of exposed children have malformations, and up to "
        f"{DELAYED}% have developmental problems.",
        "valproate",
        "valproate: contraindicated in pregnancy in the UK",
    ),
}
NOTES = {
    "antihypertensive": "Take it as usual, a morning dose before the session. That was the rule of the esketamine trials.",
    "cyp3a4_inhibitor": "It raises exposure to ketamine by non-US product texts. No dose change is defined.",
    "cyp3a4_inducer": "It lowers exposure to ketamine by non-US product texts. No dose change is defined.",
}
