"""What the esketamine visit says: its headline and working, and the words of its card."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .definition import Difference, Source, Table
from .display import plain, spelled
from .esketamine_gaps import BOTH_LINES, LAPSE, days_compared, goes_back
from .esketamine_label import (
    DEVICE_MG,
    DOSE_RANGE,
    DOSES_MG,
    EU_FAILURES,
    FIRST_DAY,
    FIRST_DOSE_MG,
    FIRST_WEEK,
    FREQUENCIES,
    INDUCTION_WEEKS,
    OBSERVE_MINUTES,
    OLDER_FIRST_DOSE_MG,
    OLDER_FROM,
    REASONS,
    REST_MINUTES,
    SATURATION,
    SPACED,
    SPACED_FROM,
    SPACED_WEEKS,
    SPRAYS_PER_DEVICE,
    SUICIDAL_DOSE_MG,
    TOLERATED_DOSE_MG,
    TWICE_WEEKLY,
    WEEKLY,
    WEEKLY_FROM,
    WEEKLY_WEEKS,
    checklist,
)
from .esketamine_notices import WORSE_SINCE, Pressure, is_too_soon
from .figures import Chip, Figure
from .house_article import PROTOCOLS
from .house_values import MISSED_DAYS_MAINTENANCE, MISSED_DAYS_TWICE_WEEKLY, MISSED_DAYS_WEEKLY
from .references import ESKETAMINE_LABEL, HOUSE
from .safety_references import ESKETAMINE_EU, ESKETAMINE_MISSED, ESKETAMINE_TRIALS_BREATHING
from .wording import counted, lower_first

if TYPE_CHECKING:
    from .catalogue.esketamine_visit import Plan, Visit

CHECKLIST = "Checklist of the visit"
INDUCTION = PROTOCOLS.section("Induction phase protocols")
MISSED = (
    f"more than {plain(MISSED_DAYS_TWICE_WEEKLY.value)} days in {TWICE_WEEKLY}, {plain(MISSED_DAYS_WEEKLY.value)} in {WEEKLY}, "
    f"and from week {SPACED_FROM} {plain(MISSED_DAYS_WEEKLY.value)} when weekly or {plain(MISSED_DAYS_MAINTENANCE.value)} when "
    f"every {SPACED_WEEKS} weeks"
)


def headline(visit: "Visit", answer: "Plan", pressure: Pressure) -> str:
    """What stands against the dose, then the dose with its devices and frequency, or why it is not in line."""
    return ". ".join([*against(visit, answer, pressure), in_line(visit, answer)])


def against(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[str]:
    """What stands against the dose today."""
    if answer.spo2_low and visit.spo2 is not None:
        yield f"Do not dose: oxygen saturation {plain(visit.spo2)}% is below {SATURATION}%"
    if pressure and pressure.dangers:
        yield pressure.headline
    if visit.worse:
        yield WORSE_SINCE
    if answer.lapsed:
        yield f"More than {LAPSE} days without a session: decide whether to start again"
    if is_too_soon(visit):
        yield f"Last session {counted(visit.last_visit_days_ago or 0, 'day')} ago: check the date"


def figure(visit: "Visit", answer: "Plan", pressure: Pressure) -> Figure:
    """The dose where nothing stands against it, else the verdict."""
    standing = tuple(against(visit, answer, pressure))
    says = ("allowed", "reason", "devices", "frequency")
    stopped = answer.spo2_low or (pressure is not None and any(one.kind == "stop" for one in pressure.warnings))
    chips = tuple(Chip(one, "stop" if stopped else "caution") for one in standing)
    if not answer.allowed:
        return Figure("Not in line with the label", chips=(Chip(REASONS[answer.reason], "stop"), *chips), says=says)
    if standing:
        verdict = "Do not give" if stopped else "Resolve before giving"
        return Figure(verdict, chips=chips, after=f"In line with the label: {in_line(visit, answer)}", says=says)
    often = FREQUENCIES[answer.frequency] if answer.frequency else REASONS[answer.reason]
    chips = (Chip("In line with the label", "good"), Chip(often))
    return Figure(str(visit.dose_mg), "mg", chips=chips, after=in_line(visit, answer).partition(", ")[2], says=says)


def in_line(visit: "Visit", answer: "Plan") -> str:
    """The dose with its devices and frequency, or why it is not in line."""
    why = lower_first(REASONS[answer.reason])
    if not answer.allowed:
        return f"Not in line with the label: {why}"
    often = FREQUENCIES[answer.frequency].lower() if answer.frequency else why
    changed = ""
    if answer.next_frequency and goes_back(answer):
        changed = f"; session missed and worse: consider {FREQUENCIES[answer.next_frequency].lower()}"
    return f"{visit.dose_mg} mg, {counted(answer.devices, 'device')}; {often}{changed}"


def working(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[str]:
    """Devices, rests, where the week stands, and how long the last session is ago."""
    yield f"Devices: {visit.dose_mg} mg ÷ {DEVICE_MG} mg = {answer.devices}, with {SPRAYS_PER_DEVICE} sprays each"
    yield f"Rests: {REST_MINUTES} min × ({answer.devices} − 1) = {answer.rest_minutes} min"
    if visit.week <= INDUCTION_WEEKS:
        after = "weekly" if visit.indication == "trd" else "not evaluated"
        away = counted(WEEKLY_FROM - visit.week, "week")
        yield f"Week {visit.week}: within {TWICE_WEEKLY}; {after} from week {WEEKLY_FROM}, in {away}"
    elif visit.indication == "mdsi":
        yield f"Week {visit.week}: past the {INDUCTION_WEEKS} weeks that were evaluated"
    elif visit.week <= WEEKLY_WEEKS:
        away = counted(SPACED_FROM - visit.week, "week")
        yield f"Week {visit.week}: within {WEEKLY}; {SPACED} from week {SPACED_FROM}, in {away}"
    else:
        yield f"Week {visit.week}: from week {SPACED_FROM} on"
    if visit.is_first_dose:
        yield f"First dose: {visit.dose_mg} mg; the label's Day {FIRST_DAY} dose is {answer.first_dose_mg} mg"
    yield from days_compared(visit)
    if visit.spo2 is not None:
        compared = "below" if answer.spo2_low else "not below"
        yield f"Oxygen saturation: {plain(visit.spo2)}% is {compared} {SATURATION}%"
    if pressure:
        yield from pressure.working


def tables(visit: "Visit", answer: "Plan") -> Iterable[Table]:
    """What every visit needs, once."""
    yield Table(CHECKLIST, ("When", "What", "Basis"), checklist(visit.region))


FORMULA = (
    f"Devices = dose ÷ {DEVICE_MG} mg; sprays = {SPRAYS_PER_DEVICE} × devices; rests = {REST_MINUTES} min × "
    f"(devices − 1); observe at least {OBSERVE_MINUTES} min after the last device",
    f"Treatment-resistant depression: {FIRST_DOSE_MG} mg on Day {FIRST_DAY}, then {' or '.join(map(str, DOSES_MG))} mg; "
    f"twice weekly in {TWICE_WEEKLY}, weekly in {WEEKLY}, from week {SPACED_FROM} {SPACED}.",
    f"Depression with acute suicidal ideation or behavior: {SUICIDAL_DOSE_MG} mg twice weekly for {INDUCTION_WEEKS} weeks, "
    f"later {TOLERATED_DOSE_MG} mg for tolerability; beyond {INDUCTION_WEEKS} weeks not evaluated.",
    f"EU text, from {OLDER_FROM} years: {OLDER_FIRST_DOSE_MG} mg on Day {FIRST_DAY}, then in steps of {OLDER_FIRST_DOSE_MG} mg.",
    f"Missed session (our own values): {MISSED}. From week {WEEKLY_FROM}, if worse, the schedule before the present one.",
    f"From week {SPACED_FROM} by the present schedule. {BOTH_LINES}",
    f"Oxygen saturation below {SATURATION}% before the dose stops it (our own value). Blood pressure is judged by its own "
    "calculator.",
)

SOURCES = (
    Source(
        HOUSE,
        f"{DOSE_RANGE}, and the frequency in {TWICE_WEEKLY}, {WEEKLY_FROM}–{WEEKLY_WEEKS} and from week {SPACED_FROM}",
    ),
    Source(
        ESKETAMINE_LABEL,
        f"Day {FIRST_DAY} doses, devices, rests, observation, oximetry, blood pressure, {INDUCTION_WEEKS} weeks evaluated, "
        "approval alone",
    ),
    Source(ESKETAMINE_EU, f"{OLDER_FIRST_DOSE_MG} mg from {OLDER_FROM} years, the indication and the setting"),
    Source(ESKETAMINE_MISSED, "what follows a missed session"),
    Source(ESKETAMINE_TRIALS_BREATHING, f"exclusion below {SATURATION}%"),
)

_DOSES = f"{min(DOSES_MG)}-{max(DOSES_MG)} mg"
PASSAGES = (
    INDUCTION.row(
        f"Induction (weeks {FIRST_WEEK}-{INDUCTION_WEEKS})",
        f"{_DOSES} | Twice weekly",
        says=f"dose and frequency in {TWICE_WEEKLY}",
    ),
    INDUCTION.row(
        f"Maintenance (weeks {WEEKLY_FROM}-{WEEKLY_WEEKS})",
        f"{_DOSES} | Weekly",
        says=f"dose and frequency in {WEEKLY}",
    ),
    INDUCTION.row(
        f"Maintenance (week {SPACED_FROM}+)",
        f"{_DOSES} | Weekly or every {SPACED_WEEKS} weeks",
        says=f"dose and frequency from week {SPACED_FROM}",
    ),
)

DIFFERENCES = (
    Difference(
        topic=f"Day {FIRST_DAY} dose",
        house=f"{DOSE_RANGE} in {TWICE_WEEKLY}.",
        literature=f"The US label fixes {FIRST_DOSE_MG} mg on Day {FIRST_DAY} in treatment-resistant depression. It is "
        "enforced here.",
        when=lambda visit, answer: visit.indication == "trd" and visit.week == FIRST_WEEK and visit.region == "us",
    ),
    Difference(
        topic="Maintenance",
        house=f"Weekly in {WEEKLY}, then {SPACED}.",
        literature=f"The same, plus a check of benefit at the end of week {INDUCTION_WEEKS} and the least frequent dosing "
        "that holds the response.",
        when=lambda visit, answer: visit.indication == "trd" and visit.week >= INDUCTION_WEEKS,
    ),
    Difference(
        topic="Missed sessions",
        house=f"Missed: {MISSED} (our own values).",
        literature="The manufacturer gives no number of days. In the first weeks the schedule goes on; in maintenance, if "
        f"worse, the previous schedule is considered. After more than {LAPSE} days it has only a later analysis of one open "
        "study, in which scores went on improving.",
        when=lambda visit, answer: visit.last_visit_days_ago is not None,
    ),
    Difference(
        topic="Alone or added",
        house="Ketamine is added to an antidepressant, not given alone.",
        literature="Esketamine alone has been approved for treatment-resistant depression in the US since 21 January "
        "2025.",
        when=lambda visit, answer: visit.indication == "trd" and visit.region == "us",
    ),
    Difference(
        topic="Indication in Europe",
        house="Ketamine is added to an antidepressant, not given alone.",
        literature=f"The EU text gives esketamine with an SSRI or SNRI after at least {spelled(EU_FAILURES)} failures, as "
        "decided by a psychiatrist. In the UK, NICE does not recommend that (TA854, December 2022).",
        when=lambda visit, answer: visit.region == "eu",
    ),
    Difference(
        topic=f"Age {OLDER_FROM} and over",
        house="No rule.",
        literature=f"The US label starts at the same dose; EU and Hong Kong texts start at {OLDER_FIRST_DOSE_MG} mg.",
        when=lambda visit, answer: visit.age >= OLDER_FROM,
    ),
)
