"""What stands against the dose before it is given: consent, suicide risk, fasting, escort, weight and dose."""

from collections.abc import Iterable
from fractions import Fraction

from ...columbia import ACT
from ...definition import URGENT, Notice
from ...display import mass, plain
from ...esketamine_label import (
    DEVICE_MG,
    LONGEST_DOSE_MG,
    NO_FOOD_HOURS,
    NO_LIQUID_MINUTES,
    OBSERVE_HOURS,
    SPRAY_DOSES,
    first_minute_to_leave,
)
from ...house_protocol import HIGHEST_DOSE, PROTOCOL_DOSE
from ...infusion_limits import dose_notices, time_notices
from ...protocol_words import CRISIS_LINE
from ...quantities import asked_about
from ...wording import listed
from .inputs import ESKETAMINE, IV, Session

AS_ENTERED = Fraction(1, 20)  # mg: a dose is read off a syringe or a sheet to a tenth


def before_the_dose(session: Session) -> Iterable[Notice]:
    """Every stop, caution and note on what was entered before the dose, and on the dose itself."""
    yield from about_suicide(session.suicide_before)
    if session.consent is False:
        yield Notice(
            "stop",
            "Do not give the dose without consent: explain the treatment again, and record what the patient decides.",
            rule="session_vitals.no_consent",
            short="no consent",
        )
    if session.fasting is False:
        asked = (
            f"The label asks for no food for {NO_FOOD_HOURS} h and no liquids for {NO_LIQUID_MINUTES} min before the spray"
            if session.route == ESKETAMINE
            else "The label of ketamine does not recommend it where the guidance on fasting was not followed"
        )
        yield Notice(
            "caution",
            f"Decide whether to put the session off: the patient has not fasted. {asked}.",
            rule="session_vitals.not_fasted",
            short="not fasted: put the session off?",
        )
    if session.escort_arranged is False:
        yield Notice(
            "caution",
            "Arrange the way home before the dose: without an escort the patient cannot leave, and does not drive until after a "
            "night's sleep.",
            rule="session_vitals.no_escort",
            short="no escort arranged",
        )
    yield from about_the_dose(session)


def about_suicide(level: str | None) -> Iterable[Notice]:
    """What a level of the C-SSRS at a session asks for, before the dose and before leaving."""
    if level == "high":
        text, short = ACT["high"]
        yield Notice("stop", f"{text} {CRISIS_LINE}", rule="session_vitals.suicide_high", short=short, word=URGENT)
    elif level == "moderate":
        text, short = ACT["moderate"]
        yield Notice("caution", f"{text} {CRISIS_LINE}", rule="session_vitals.suicide_moderate", short=short)
    elif level == "low":
        yield Notice("note", f"Suicide risk low by the C-SSRS: assess it further at this visit. {CRISIS_LINE}")


def about_the_dose(session: Session) -> Iterable[Notice]:
    """The notices on weight, dose and time that the calculators of an infusion give, and the doses that the spray has."""
    kg = session.weight_kg
    if kg is not None:
        yield from asked_about(kg)
    dose = session.dose_mg
    if session.route == ESKETAMINE:
        if dose is None:
            yield Notice(
                "note",
                f"No dose is entered: the {OBSERVE_HOURS} hours after the last device are counted for "
                f"{LONGEST_DOSE_MG} mg, the longest, so from minute {first_minute_to_leave(None)}. Enter the dose.",
            )
        if dose is not None and dose not in SPRAY_DOSES:
            doses = listed([str(one) for one in SPRAY_DOSES])
            yield Notice(
                "caution",
                f"Check the dose: {mass(dose)} mg is not a number of devices. One device has {DEVICE_MG} mg, a dose {doses} mg.",
                rule="session_vitals.spray_dose",
                short=f"{mass(dose)} mg is no dose of the spray",
            )
        return
    if dose is not None and kg is not None:
        # What holds at either end of the rounding holds for the dose that was drawn up.
        least, most = (dose - AS_ENTERED) / kg, (dose + AS_ENTERED) / kg
        above = list(dose_notices(dose, most))
        yield from (notice for notice in dose_notices(dose, least) if notice in above)
        if least > HIGHEST_DOSE:
            yield Notice(
                "stop",
                f"Check dose and weight: {plain(dose / kg, 2)} mg/kg is above {plain(HIGHEST_DOSE)} mg/kg, the highest dose of "
                "our protocol. A decimal point may be lost.",
                rule="session_vitals.above_highest",
                short=f"dose above {plain(HIGHEST_DOSE)} mg/kg: check dose and weight",
            )
    elif dose is not None:
        yield from dose_notices(dose, PROTOCOL_DOSE)  # without a weight only the milligrams can be judged
    if session.minutes is not None:
        rate = Fraction(0) if dose is None or kg is None else dose / kg / session.minutes
        yield from time_notices(session.minutes, rate)


def dose_per_kg(session: Session) -> Fraction | None:
    """The dose in mg/kg; None where dose or weight was not entered, and for the spray, which is not dosed by weight."""
    kg = session.weight_kg
    return None if session.route != IV or kg is None or session.dose_mg is None else session.dose_mg / kg
