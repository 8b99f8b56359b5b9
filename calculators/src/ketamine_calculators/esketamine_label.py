"""What labels fix for esketamine nasal spray, and the checklist of every visit.

US label as far as it was compared, EU text where it is named.
"""

from fractions import Fraction
from math import ceil

from .display import plain
from .house_values import SPO2_START
from .other_medicines import NASAL_DRUG_HOURS

DEVICE_MG = 28
SPRAYS_PER_DEVICE = 2
DOSES_MG = (56, 84)
REST_MINUTES = 5  # between two devices
PRESSURE_AFTER_MINUTES = 40  # about, after the dose
OBSERVE_MINUTES = 120  # at least, after the last device
OBSERVE_HOURS = OBSERVE_MINUTES // 60
FIRST_DOSE_MG, FIRST_DAY = 56, 1  # in treatment-resistant depression
SUICIDAL_DOSE_MG, TOLERATED_DOSE_MG = 84, 56  # in depression with acute suicidal ideation or behavior
FIRST_WEEK, INDUCTION_WEEKS, WEEKLY_WEEKS = 1, 4, 8  # first week; last week of twice weekly; last week of weekly
WEEKLY_FROM, SPACED_FROM = INDUCTION_WEEKS + 1, WEEKLY_WEEKS + 1
SPACED_WEEKS = 2  # at most between two treatments, from then on
RISE_SYSTOLIC, RISE_DIASTOLIC = 40, 25  # mmHg above the reading before; either is the label's substantial rise
NO_FOOD_HOURS, NO_LIQUID_MINUTES = 2, 30  # before the dose

# EU, UK and Hong Kong texts
OLDER_FROM, OLDER_FIRST_DOSE_MG = 65, 28  # years; lower first dose from that age
EU_FAILURES = 2  # antidepressants at least

SPRAY_DOSES = (OLDER_FIRST_DOSE_MG, *DOSES_MG)
LONGEST_DOSE_MG = max(SPRAY_DOSES)  # the one with most devices
DOSE_RANGE = f"{min(DOSES_MG)} to {max(DOSES_MG)} mg"
TWICE_WEEKLY = f"weeks {FIRST_WEEK}–{INDUCTION_WEEKS}"
WEEKLY = f"weeks {WEEKLY_FROM}–{WEEKLY_WEEKS}"
SPACED = f"weekly or every {SPACED_WEEKS} weeks"
SATURATION = plain(SPO2_START.value)  # percent

REGIONS = {"us": "United States", "eu": "European Union, United Kingdom or Hong Kong"}
REASONS = {
    "ok": "In line with the label",
    "first_dose_must_be_56": f"The first dose must be {FIRST_DOSE_MG} mg",
    "first_dose_must_be_84": f"The first dose must be {SUICIDAL_DOSE_MG} mg",
    "first_dose_must_be_28": f"The first dose must be {OLDER_FIRST_DOSE_MG} mg from {OLDER_FROM} years",
    "steps_of_28": f"From {OLDER_FROM} years the dose rises in steps of {OLDER_FIRST_DOSE_MG} mg",
    "beyond_4_weeks_not_evaluated": f"Beyond {INDUCTION_WEEKS} weeks: not evaluated",
}
FREQUENCIES = {
    "twice_weekly": "Twice weekly",
    "weekly": "Weekly",
    "every_2_weeks": f"Every {SPACED_WEEKS} weeks",
    "weekly_or_every_2_weeks": f"{SPACED.capitalize()}, the least frequent that holds the response",
}
SPACED_SCHEDULES = {key: FREQUENCIES[key] for key in ("weekly", "every_2_weeks")}
DENSER = {"weekly": "twice_weekly", "every_2_weeks": "weekly"}

BOXED_RISKS = (
    "sedation",
    "dissociation",
    "respiratory depression",
    "abuse and misuse",
    "suicidal thoughts and behaviors in pediatric and young adult patients",
)
_BEFORE = (
    (
        "Before",
        f"No food for {NO_FOOD_HOURS} h, no liquids for {NO_LIQUID_MINUTES} min; a nasal steroid or decongestant at least "
        f"{NASAL_DRUG_HOURS} h before",
        "Label",
    ),
    (
        "Before",
        f"Blood pressure, and pulse oximetry: {SATURATION}% or more on room air",
        f"Label; the {SATURATION}% is our own value",
    ),
    ("Dose", f"Under supervision, devices not primed, {REST_MINUTES} min between devices", "Label"),
    (
        f"About {PRESSURE_AFTER_MINUTES} min after",
        "Blood pressure, and again until it declines; pulse oximetry",
        "Label; the time for oximetry is our own",
    ),
    (
        "Leaving",
        f"Not before {OBSERVE_MINUTES} min after the last device, and only clinically stable with blood pressure falling; pulse "
        "oximetry",
        "Label; the time for oximetry is our own",
    ),
    (
        "After",
        "No driving or machinery until the next day, after a restful sleep; someone else drives home",
        "Label",
    ),
)
_OF_REGION = {
    "us": ("Program", "REMS: certified setting, patient enrolled", "Label"),
    "eu": (
        "Setting",
        "Unstable heart or lungs: only where resuscitation equipment and staff trained in it are",
        "EU text",
    ),
}
_RISKS = ("Tell the patient", f"{'; '.join(BOXED_RISKS).capitalize()}", "US boxed warning")


def last_device_minute(dose_mg: Fraction | int) -> int:
    """Minutes from the start of the first device to that of the last one, with the label's rest after each before it."""
    return REST_MINUTES * (ceil(Fraction(dose_mg) / DEVICE_MG) - 1)


def first_minute_to_leave(dose_mg: Fraction | int | None) -> int:
    """The minute, from the start of the first device, at which the label's two hours after the last device are over.

    A dose that is not known, or that no number of devices gives, counts as the longest one of the label, or as more.
    """
    known = dose_mg is not None and dose_mg in SPRAY_DOSES
    return OBSERVE_MINUTES + last_device_minute((dose_mg or 0) if known else max(dose_mg or 0, LONGEST_DOSE_MG))


def checklist(region: str) -> tuple[tuple[str, str, str], ...]:
    """When, what and on whose word: the rows for every visit in this region."""
    return (*_BEFORE, _OF_REGION[region], _RISKS)
