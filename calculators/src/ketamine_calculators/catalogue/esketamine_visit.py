"""Esketamine visit: whether a nasal dose is in line with the US label in this week, and what the visit needs.

Doses, devices, rests, observation and weeks from the US label; the frequencies in the house article as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..errors import InputProblem
from ..fields import Choice, Whole, YesNo
from ..house_article import PROTOCOLS
from ..other_medicines import NASAL_DRUG_HOURS
from ..quantities import LONGEST_YEARS, AdultAge
from ..references import ESKETAMINE_LABEL, HOUSE

INDUCTION = PROTOCOLS.section("Induction Phase Protocols")

# US label
DEVICE_MG = 28
SPRAYS_PER_DEVICE = 2
DOSES_MG = (56, 84)
REST_MINUTES = 5  # between two devices
PRESSURE_AFTER_MINUTES = 40  # about, after the dose
OBSERVE_MINUTES = 120  # at least
FIRST_DOSE_MG, FIRST_DAY = 56, 1  # in treatment-resistant depression
SUICIDAL_DOSE_MG, TOLERATED_DOSE_MG = 84, 56  # in depression with acute suicidal ideation or behavior
FIRST_WEEK, INDUCTION_WEEKS, WEEKLY_WEEKS = 1, 4, 8  # first week; last week of twice weekly; last week of weekly
WEEKLY_FROM, SPACED_FROM = INDUCTION_WEEKS + 1, WEEKLY_WEEKS + 1
SPACED_WEEKS = 2  # at most between two treatments, from then on
NO_FOOD_HOURS, NO_LIQUID_MINUTES = 2, 30  # before the dose

# EU and Hong Kong texts
OLDER_FROM, OLDER_FIRST_DOSE_MG = 65, 28  # years; lower first dose from that age

DOSE_RANGE = f"{min(DOSES_MG)} to {max(DOSES_MG)} mg"
TWICE_WEEKLY = f"weeks {FIRST_WEEK}–{INDUCTION_WEEKS}"
WEEKLY = f"weeks {WEEKLY_FROM}–{WEEKLY_WEEKS}"
SPACED = f"weekly or every {SPACED_WEEKS} weeks"

REASONS = {
    "ok": "In line with the label",
    "first_dose_must_be_56": f"The first dose must be {FIRST_DOSE_MG} mg",
    "beyond_4_weeks_not_evaluated": f"Beyond {INDUCTION_WEEKS} weeks: not evaluated",
}
FREQUENCIES = {
    "twice_weekly": "Twice weekly",
    "weekly": "Weekly",
    "weekly_or_every_2_weeks": f"{SPACED.capitalize()}, the least frequent that holds the response",
}


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One visit for esketamine nasal spray."""

    indication: Annotated[
        str,
        Choice(
            label="Indication",
            options={
                "trd": "Treatment-resistant depression",
                "mdsi": "Depression with acute suicidal ideation or behavior",
            },
        ),
    ]
    week: Annotated[
        int,
        Whole(
            label="Week of treatment",
            hint=f"The week of the first dose is week {FIRST_WEEK}",
            low=FIRST_WEEK,
            high=LONGEST_YEARS * 52,
            why=f"The first week is week {FIRST_WEEK}; {spelled(LONGEST_YEARS)} years of treatment is a typing slip.",
        ),
    ]
    is_first_dose: Annotated[bool, YesNo(label="First dose ever", hint=f"Day {FIRST_DAY} of week {FIRST_WEEK}")]
    dose_mg: Annotated[int, Choice(label="Dose", unit="mg", options={dose: f"{dose} mg" for dose in DOSES_MG})]
    age: AdultAge


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the label says of this visit; the frequency is None where the label has none."""

    allowed: Annotated[bool, Output(label="In line with the label")]
    reason: Annotated[str, Output(label="Reason", words=REASONS)]
    devices: Annotated[int, Output(label=f"Devices of {DEVICE_MG} mg")]
    sprays: Annotated[int, Output(label="Sprays")]
    rest_minutes: Annotated[int, Output(label="Rest between devices, in all", unit="min")]
    observe_minutes: Annotated[int, Output(label="Observe at least", unit="min")]
    frequency: Annotated[str | None, Output(label="Frequency in this week", words=FREQUENCIES)]


def reason(visit: Visit) -> str:
    """The key of why the dose is in line with the label or not."""
    if visit.indication == "mdsi":
        return "ok" if visit.week <= INDUCTION_WEEKS else "beyond_4_weeks_not_evaluated"
    return "first_dose_must_be_56" if visit.is_first_dose and visit.dose_mg != FIRST_DOSE_MG else "ok"


def frequency(visit: Visit) -> str | None:
    """The key of how often the label treats in this week."""
    if visit.week <= INDUCTION_WEEKS:
        return "twice_weekly"
    if visit.indication == "mdsi":
        return None
    return "weekly" if visit.week <= WEEKLY_WEEKS else "weekly_or_every_2_weeks"


def plan(visit: Visit) -> Plan:
    """Devices, sprays, rests, observation and frequency. US label."""
    devices = visit.dose_mg // DEVICE_MG
    why = reason(visit)
    return Plan(
        allowed=why == "ok",
        reason=why,
        devices=devices,
        sprays=SPRAYS_PER_DEVICE * devices,
        rest_minutes=REST_MINUTES * (devices - 1),
        observe_minutes=OBSERVE_MINUTES,
        frequency=frequency(visit),
    )


def first_dose_in_the_first_week(visit: Visit) -> Iterable[InputProblem]:
    """Refuses a first dose in a later week."""
    if visit.is_first_dose and visit.week != FIRST_WEEK:
        yield InputProblem(
            "is_first_dose",
            f"First dose ever is in week {FIRST_WEEK}. Answer no, or change the week of treatment to {FIRST_WEEK}.",
            "rule",
        )


def headline(visit: Visit, answer: Plan) -> str:
    """The dose with its devices and frequency, or why it is not in line."""
    if not answer.allowed:
        return f"Not in line with the label: {REASONS[answer.reason][:1].lower()}{REASONS[answer.reason][1:]}"
    often = FREQUENCIES[answer.frequency].lower() if answer.frequency else ""
    return f"{visit.dose_mg} mg, {answer.devices} devices; {often}"


def working(visit: Visit, answer: Plan) -> Iterable[str]:
    """Devices, rests, and where the week stands."""
    yield f"Devices: {visit.dose_mg} mg ÷ {DEVICE_MG} mg = {answer.devices}, with {SPRAYS_PER_DEVICE} sprays each"
    yield f"Rests: {REST_MINUTES} min × ({answer.devices} − 1) = {answer.rest_minutes} min"
    if visit.week <= INDUCTION_WEEKS:
        after = "weekly" if visit.indication == "trd" else "not evaluated"
        away = weeks(WEEKLY_FROM - visit.week)
        yield f"Week {visit.week}: within {TWICE_WEEKLY}; {after} from week {WEEKLY_FROM}, in {away}"
    elif visit.indication == "mdsi":
        yield f"Week {visit.week}: past the {INDUCTION_WEEKS} weeks that were evaluated"
    elif visit.week <= WEEKLY_WEEKS:
        away = weeks(SPACED_FROM - visit.week)
        yield f"Week {visit.week}: within {WEEKLY}; {SPACED} from week {SPACED_FROM}, in {away}"
    else:
        yield f"Week {visit.week}: from week {SPACED_FROM} on"
    if visit.is_first_dose and visit.indication == "trd":
        yield f"First dose: {visit.dose_mg} mg; the label's Day {FIRST_DAY} dose is {FIRST_DOSE_MG} mg"


def weeks(count: int) -> str:
    """`1 week`, `2 weeks`."""
    return "1 week" if count == 1 else f"{count} weeks"


def warnings(visit: Visit, answer: Plan) -> Iterable[Notice]:
    """A stop where the dose is not in line, and what the label asks for around each dose."""
    if answer.reason == "first_dose_must_be_56":
        start = f"{FIRST_DOSE_MG} mg on Day {FIRST_DAY}"
        yield Notice("stop", f"For treatment-resistant depression the label starts at {start}.")
    if answer.reason == "beyond_4_weeks_not_evaluated":
        yield Notice("stop", f"In this indication treatment beyond {INDUCTION_WEEKS} weeks has not been evaluated.")
    if visit.indication == "mdsi":
        yield Notice("stop", "Assess suicide risk at this visit and follow local crisis steps.", "cssrs_screener")
        if visit.dose_mg != SUICIDAL_DOSE_MG:
            reduced = f"{TOLERATED_DOSE_MG} mg is its reduction for tolerability"
            yield Notice("note", f"The label's dose is {SUICIDAL_DOSE_MG} mg; {reduced}.")
    after = f"about {PRESSURE_AFTER_MINUTES} min after it"
    yield Notice("caution", f"Measure blood pressure before the dose and {after}.", "bp_gate")
    if visit.indication == "trd" and visit.week > INDUCTION_WEEKS:
        yield Notice("caution", f"After week {INDUCTION_WEEKS} go on only if there is evidence of benefit.")
    yield Notice(
        "note",
        f"No food for {NO_FOOD_HOURS} h and no liquids for {NO_LIQUID_MINUTES} min before; a nasal steroid or decongestant "
        f"at least {NASAL_DRUG_HOURS} h before. US treatment is under the REMS program.",
    )
    if visit.age >= OLDER_FROM:
        lower = f"start at {OLDER_FIRST_DOSE_MG} mg"
        yield Notice("note", f"From {OLDER_FROM} years EU and Hong Kong texts {lower}; the US label does not.")


CALCULATOR = Calculator(
    id="esketamine_visit",
    title="Esketamine visit",
    summary="Is this dose of nasal esketamine in line with the US label in this week, and what does the visit need?",
    moment="give",
    version="1.0",
    population="Adults treated with esketamine nasal spray under the US label. Not for racemic ketamine by any route.",
    inputs=Visit,
    outputs=Plan,
    compute=plan,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(first_dose_in_the_first_week,),
    formula=(
        f"Devices = dose ÷ {DEVICE_MG} mg; sprays = {SPRAYS_PER_DEVICE} × devices; rests = {REST_MINUTES} min × "
        f"(devices − 1); observe at least {OBSERVE_MINUTES} min",
        f"Treatment-resistant depression: {FIRST_DOSE_MG} mg on Day {FIRST_DAY}, then {' or '.join(map(str, DOSES_MG))} mg; "
        f"twice weekly in {TWICE_WEEKLY}, weekly in {WEEKLY}, from week {SPACED_FROM} {SPACED}.",
        f"Depression with acute suicidal ideation or behavior: {SUICIDAL_DOSE_MG} mg (or {TOLERATED_DOSE_MG} mg) twice "
        f"weekly for {INDUCTION_WEEKS} weeks; beyond that not evaluated.",
    ),
    sources=(
        Source(
            HOUSE,
            f"{DOSE_RANGE}, and the frequency in {TWICE_WEEKLY}, {WEEKLY_FROM}–{WEEKLY_WEEKS} and from week {SPACED_FROM}",
        ),
        Source(
            ESKETAMINE_LABEL,
            f"Day {FIRST_DAY} dose, devices, rests, observation, blood pressure, {INDUCTION_WEEKS}-week limit, "
            "approval alone",
        ),
    ),
    house=(
        INDUCTION.row("Induction (weeks 1-4)", "56-84 mg | Twice weekly", says=f"dose and frequency in {TWICE_WEEKLY}"),
        INDUCTION.row("Maintenance (weeks 5-8)", "56-84 mg | Weekly", says=f"dose and frequency in {WEEKLY}"),
        INDUCTION.row(
            "Maintenance (week 9+)",
            "56-84 mg | Weekly or every 2 weeks",
            says=f"dose and frequency from week {SPACED_FROM}",
        ),
    ),
    differences=(
        Difference(
            topic=f"Day {FIRST_DAY} dose",
            house=f"{DOSE_RANGE} in {TWICE_WEEKLY}.",
            literature=f"The US label fixes {FIRST_DOSE_MG} mg on Day {FIRST_DAY} in treatment-resistant depression. It is "
            "enforced here.",
            when=lambda visit, answer: visit.indication == "trd" and visit.week == FIRST_WEEK,
        ),
        Difference(
            topic="Maintenance",
            house=f"Weekly in {WEEKLY}, then {SPACED}.",
            literature=f"The same, plus a check of benefit at the end of week {INDUCTION_WEEKS} and the least frequent dosing "
            "that holds the response.",
            when=lambda visit, answer: visit.indication == "trd" and visit.week >= INDUCTION_WEEKS,
        ),
        Difference(
            topic="Alone or added",
            house="Ketamine is added to an antidepressant, not given alone.",
            literature="Esketamine alone has been approved for treatment-resistant depression in the US since 21 January "
            "2025.",
            when=lambda visit, answer: visit.indication == "trd",
        ),
        Difference(
            topic=f"Age {OLDER_FROM} and over",
            house="No rule.",
            literature=f"The US label starts at the same dose; EU and Hong Kong texts start at {OLDER_FIRST_DOSE_MG} mg.",
            when=lambda visit, answer: visit.age >= OLDER_FROM,
        ),
    ),
    synonyms=("Spravato", "nasal spray", "intranasal", "56 mg", "84 mg", "REMS"),
)
