"""Esketamine visit: is this nasal dose in line with the US label in this week, and what does the visit need?

For adults under the US label, in treatment-resistant depression or depression with acute suicidal ideation or behavior.
Not for racemic ketamine. Returns devices, sprays, rests, observation and frequency. Label text and house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, TableRow
from ..errors import InputProblem
from ..fields import Choice, Whole, YesNo
from ..quantities import AdultAge
from ..references import ESKETAMINE_LABEL, HOUSE

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Induction Phase Protocols"

DEVICE_MG = 28
SPRAYS_PER_DEVICE = 2
REST_MINUTES = 5  # between two devices
OBSERVE_MINUTES = 120  # at least
FIRST_DOSE_MG = 56  # Day 1 in treatment-resistant depression
SUICIDAL_DOSE_MG = 84  # in depression with acute suicidal ideation or behavior
INDUCTION_WEEKS, WEEKLY_WEEKS = 4, 8  # last week of twice weekly, last week of weekly
OLDER_FROM = 65  # years; the age from which EU and Hong Kong texts start lower

REASONS = {
    "ok": "In line with the label",
    "first_dose_must_be_56": "The first dose must be 56 mg",
    "beyond_4_weeks_not_evaluated": "Beyond 4 weeks: not evaluated",
}
FREQUENCIES = {
    "twice_weekly": "Twice weekly",
    "weekly": "Weekly",
    "weekly_or_every_2_weeks": "Weekly or every 2 weeks, the least frequent that holds the response",
}


@dataclass(frozen=True, kw_only=True)
class Visit:
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
            hint="The week of the first dose is week 1",
            low=1,
            high=5200,
            why="The first week is week 1; a hundred years of treatment is a typing slip.",
        ),
    ]
    is_first_dose: Annotated[bool, YesNo(label="First dose ever", hint="Day 1 of week 1")]
    dose_mg: Annotated[int, Choice(label="Dose", unit="mg", options={56: "56 mg", 84: "84 mg"})]
    age: AdultAge


@dataclass(frozen=True, kw_only=True)
class Plan:
    allowed: Annotated[bool, Output(label="In line with the label")]
    reason: Annotated[str, Output(label="Reason", words=REASONS)]
    devices: Annotated[int, Output(label="Devices of 28 mg")]
    sprays: Annotated[int, Output(label="Sprays")]
    rest_minutes: Annotated[int, Output(label="Rest between devices, in all", unit="min")]
    observe_minutes: Annotated[int, Output(label="Observe at least", unit="min")]
    frequency: Annotated[str | None, Output(label="Frequency in this week", words=FREQUENCIES)]


def reason(visit: Visit) -> str:
    if visit.indication == "mdsi":
        return "ok" if visit.week <= INDUCTION_WEEKS else "beyond_4_weeks_not_evaluated"
    return "first_dose_must_be_56" if visit.is_first_dose and visit.dose_mg != FIRST_DOSE_MG else "ok"


def frequency(visit: Visit) -> str | None:
    if visit.week <= INDUCTION_WEEKS:
        return "twice_weekly"
    if visit.indication == "mdsi":
        return None
    return "weekly" if visit.week <= WEEKLY_WEEKS else "weekly_or_every_2_weeks"


def plan(visit: Visit) -> Plan:
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
    if visit.is_first_dose and visit.week != 1:
        yield InputProblem(
            "is_first_dose", "First dose ever is in week 1. Answer no, or change the week of treatment to 1.", "rule"
        )


def headline(visit: Visit, answer: Plan) -> str:
    if not answer.allowed:
        return f"Not in line with the label: {REASONS[answer.reason][:1].lower()}{REASONS[answer.reason][1:]}"
    often = FREQUENCIES[answer.frequency].lower() if answer.frequency else ""
    return f"{visit.dose_mg} mg, {answer.devices} devices; {often}"


def working(visit: Visit, answer: Plan) -> Iterable[str]:
    yield f"Devices: {visit.dose_mg} mg ÷ {DEVICE_MG} mg = {answer.devices}, with {SPRAYS_PER_DEVICE} sprays each"
    yield f"Rests: {REST_MINUTES} min × ({answer.devices} − 1) = {answer.rest_minutes} min"
    if visit.week <= INDUCTION_WEEKS:
        after = "weekly" if visit.indication == "trd" else "not evaluated"
        yield f"Week {visit.week}: within weeks 1–4; {after} from week 5, in {weeks(5 - visit.week)}"
    elif visit.indication == "mdsi":
        yield f"Week {visit.week}: past the 4 weeks that were evaluated"
    elif visit.week <= WEEKLY_WEEKS:
        yield f"Week {visit.week}: within weeks 5–8; weekly or every 2 weeks from week 9, in {weeks(9 - visit.week)}"
    else:
        yield f"Week {visit.week}: from week 9 on"
    if visit.is_first_dose and visit.indication == "trd":
        yield f"First dose: {visit.dose_mg} mg; the label's Day 1 dose is {FIRST_DOSE_MG} mg"


def weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"


def warnings(visit: Visit, answer: Plan) -> Iterable[Notice]:
    if answer.reason == "first_dose_must_be_56":
        yield Notice("stop", "For treatment-resistant depression the label starts at 56 mg on Day 1.")
    if answer.reason == "beyond_4_weeks_not_evaluated":
        yield Notice("stop", "In this indication treatment beyond 4 weeks has not been evaluated.")
    if visit.indication == "mdsi":
        yield Notice("stop", "Assess suicide risk at this visit and follow local crisis steps.", "cssrs_screener")
        if visit.dose_mg != SUICIDAL_DOSE_MG:
            yield Notice("note", "The label's dose is 84 mg; 56 mg is its reduction for tolerability.")
    yield Notice("caution", "Measure blood pressure before the dose and about 40 min after it.", "bp_gate")
    if visit.indication == "trd" and visit.week > INDUCTION_WEEKS:
        yield Notice("caution", "After week 4 go on only if there is evidence of benefit.")
    yield Notice(
        "note",
        "No food for 2 h and no liquids for 30 min before; a nasal steroid or decongestant at least 1 h before. "
        "US treatment is under the REMS program.",
    )
    if visit.age >= OLDER_FROM:
        yield Notice("note", "From 65 years EU and Hong Kong texts start at 28 mg; the US label does not.")


def row(name: str, often: str, says: str) -> TableRow:
    return TableRow(ARTICLE, SECTION, name, f"56-84 mg | {often}", says)


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
        "Devices = dose ÷ 28 mg; sprays = 2 × devices; rests = 5 min × (devices − 1); observe at least 120 min",
        "Treatment-resistant depression: 56 mg on Day 1, then 56 or 84 mg; twice weekly in weeks 1–4, weekly in weeks 5–8, "
        "from week 9 weekly or every 2 weeks.",
        "Depression with acute suicidal ideation or behavior: 84 mg (or 56 mg) twice weekly for 4 weeks; beyond that not "
        "evaluated.",
    ),
    sources=(
        Source(HOUSE, "56 to 84 mg, and the frequency in weeks 1–4, 5–8 and from week 9"),
        Source(
            ESKETAMINE_LABEL, "Day 1 dose, devices, rests, observation, blood pressure, 4-week limit, approval alone"
        ),
    ),
    house=(
        row("Induction (weeks 1-4)", "Twice weekly", "dose and frequency in weeks 1–4"),
        row("Maintenance (weeks 5-8)", "Weekly", "dose and frequency in weeks 5–8"),
        row("Maintenance (week 9+)", "Weekly or every 2 weeks", "dose and frequency from week 9"),
    ),
    differences=(
        Difference(
            topic="Day 1 dose",
            house="56 to 84 mg in weeks 1–4.",
            literature="The US label fixes 56 mg on Day 1 in treatment-resistant depression. It is enforced here.",
            when=lambda visit, answer: visit.indication == "trd" and visit.week == 1,
        ),
        Difference(
            topic="Maintenance",
            house="Weekly in weeks 5–8, then weekly or every 2 weeks.",
            literature="The same, plus a check of benefit at the end of week 4 and the least frequent dosing that holds the "
            "response.",
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
            topic="Age 65 and over",
            house="No rule.",
            literature="The US label starts at the same dose; EU and Hong Kong texts start at 28 mg.",
            when=lambda visit, answer: visit.age >= OLDER_FROM,
        ),
    ),
    synonyms=("Spravato", "nasal spray", "intranasal", "56 mg", "84 mg", "REMS"),
)
