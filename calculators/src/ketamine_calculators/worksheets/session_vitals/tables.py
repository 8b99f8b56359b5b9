"""The tables of a session: what was found before the dose, each reading, what was planned, and the discharge criteria."""

from collections.abc import Iterable

from ...catalogue import medication_hold
from ...definition import Table
from ...display import amount, mass, plain
from ...onward import SESSION, SESSION_VERSION
from ...wording import in_sentence
from .before_notices import dose_per_kg
from .chart import READINGS
from .discharge import NOT_ASSESSED, STATES, criteria
from .inputs import DISSOCIATION, IV, ROUTES, SUICIDE, in_words
from .parts import FLAGS, Judged, Parts
from .planned import of_the_label

BEFORE, PLANNED_READINGS, DISCHARGE = "Before the dose and the dose", "Planned readings", "Discharge criteria"
STATES_OF_A_PLAN = {"done": "taken", "late": "late", "missing": "missing", "due": "still to come"}


def tables(parts: Parts) -> Iterable[Table]:
    """What was measured and who may leave first, then what was entered before the dose and what was planned."""
    head = (
        "Minute",
        "Blood pressure, mmHg",
        "Rise",
        "Heart rate",
        "Oxygen saturation",
        "MOAA/S",
        "Dissociation",
        "Judged",
        "Events",
    )
    yield Table(READINGS, head, tuple(reading(one) for one in parts.readings))
    if parts.readings:
        rows = tuple((one.words, one.found, STATES[one.met]) for one in criteria(parts))
        yield Table(DISCHARGE, ("Criterion", "At the last reading", "State"), rows)
    yield Table(BEFORE, ("Item", "Entered"), tuple(before(parts)))
    yield Table(PLANNED_READINGS, ("Minute", "Whose time", "State"), tuple(plan(parts)))


def before(parts: Parts) -> Iterable[tuple[str, str]]:
    """What was entered before the dose; what was not is said."""
    session = parts.session
    kg, per_kg = session.weight_kg, dose_per_kg(session)
    yield "Treatment", ROUTES[session.route]
    yield "Date", "not entered" if session.day is None else session.day.isoformat()
    yield "Weight", "not entered" if kg is None else f"{amount(kg)} kg"
    yield "Fasted as asked", _said(session.fasting)
    yield "Other medicines", medicines(parts)
    yield "Suicide risk (C-SSRS)", NOT_ASSESSED if session.suicide_before is None else SUICIDE[session.suicide_before]
    yield "Consent", _said(session.consent)
    yield "Escort arranged", _said(session.escort_arranged)
    dose = "not entered" if session.dose_mg is None else f"{mass(session.dose_mg)} mg"
    yield "Dose", dose if per_kg is None else f"{dose} ({plain(per_kg, 2)} mg/kg)"
    yield "Start of the dose", session.start or "not entered"
    if session.route == IV:
        yield "Infusion time", "not entered" if session.minutes is None else f"{plain(session.minutes)} min"
    yield "Recorded with", f"{SESSION}, version {SESSION_VERSION}"


def medicines(parts: Parts) -> str:
    """Each medicine with its rule, or that it could not be judged."""
    agents, judged = parts.session.agents, {hold.inputs.agent: hold for hold in parts.holds}
    if agents is None:
        return "not asked"
    said = {
        agent: judged[agent].headline if agent in judged else f"{words}: not judged, more is needed"
        for agent, words in medication_hold.AGENTS.items()
        if agent in agents
    }
    return "; ".join(said.values()) or "none"


def reading(one: Judged) -> tuple[str, ...]:
    """A reading as it was taken, and what it was judged to be."""
    row = one.reading
    found = [FLAGS[flag] for flag in one.flags]
    if one.pressure and not any(flag.startswith("bp_") for flag in one.flags):
        found.append(in_sentence(one.pressure.headline.partition(": ")[2]))
    return (
        plain(row.t),
        "not measured" if row.sys is None else f"{plain(row.sys)}/{in_words(row.dia)}",
        "" if one.rise is None else f"{plain(one.rise[0])}/{plain(one.rise[1])}",
        in_words(row.hr),
        in_words(row.spo2, "%") + (" with oxygen" if row.oxygen else ""),
        in_words(row.moaas),
        NOT_ASSESSED if row.dissociation is None else DISSOCIATION[row.dissociation],
        "; ".join(found) or "nothing measured was judged",
        row.events or "",
    )


def plan(parts: Parts) -> Iterable[tuple[str, str, str]]:
    """Each planned reading, whose time it is, and whether it was taken."""
    for one in parts.plan:
        label = one.minute in of_the_label(parts.session)
        taken = "" if one.taken in (None, one.minute) else f" at minute {one.taken}"
        yield plain(one.minute), "label" if label else "our own value", f"{STATES_OF_A_PLAN[one.state]}{taken}"


def _said(answer: bool | None) -> str:
    return "not answered" if answer is None else "Yes" if answer else "No"
