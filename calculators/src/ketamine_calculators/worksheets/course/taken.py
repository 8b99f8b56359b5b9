"""What a course can take from saved files of a session and of a calendar. Each part is offered; nothing is taken in silence.

Only a few entries of these files are read, by the names that they are saved under. What has no place here is said.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from ...catalogue import induction_plan
from ...display import plain
from ...errors import InvalidInputs
from ...evaluation import evaluated
from ...fields import Day, Entries, Number
from ...planned_days import dated
from ...proposal import Offer, Taken
from ...wording import listed

SESSION, CALENDAR = "session_vitals", "monitoring_calendar"
GIVEN = {"iv": "Ketamine infusion", "esketamine": "Esketamine nasal spray"}
_DAY, _DOSE = Day(label="Date"), Number(label="Dose given", unit="mg", above=0)

WITH_INDUCTION = ("induction", "induction_maintenance", "whole_course")
WITH_SPACING = ("induction_maintenance", "whole_course", "maintenance", "maintenance_discontinuation")
SPACING = ("biweekly_sessions", "monthly_sessions", "weekday")
FROM_THE_FIRST_STEP = ("", "weekly")


def of_a_session(entries: Entries) -> Taken:
    """The date and the dose of one session, for a row of the other events."""
    day, dose, route = _day(entries, "day"), _number(entries, "dose_mg"), _text(entries, "route")
    given, left = GIVEN.get(route, "Treatment"), ["Readings, warnings and all else stay in the file of the session."]
    if day is None:
        return Taken("Record a treatment session", (), ("This session has no date. Enter its row by hand.", *left))
    what = given if dose is None else f"{given}: {plain(dose)} mg"
    if dose is None:
        left.insert(0, "This session has no dose that can be read.")
    words = f"Take {what} on {dated(day)} into a row of the other events"
    offer = Offer(words, (("day", day.isoformat()), ("what", what)), rows="events")
    return Taken("Record a treatment session", (offer,), tuple(left))


def of_a_calendar(entries: Entries) -> Taken:
    """The dates of an induction and of a gradual spacing, as the plan of the course."""
    return Taken("Treatment calendar", tuple(_plans(entries)), tuple(_no_place(entries)))


def _plans(entries: Entries) -> Iterable[Offer]:
    mode, start = _text(entries, "mode"), _day(entries, "start")
    if start is None:
        return
    planned: list[tuple[str, str]] = []
    end: date | None = start
    if mode in WITH_INDUCTION:
        planned += [("start", start.isoformat()), *_given(entries, ("per_week", "sessions"))]
        end = _end_of_induction(start, entries)
    if mode in WITH_SPACING and end is not None and _text(entries, "first_step") in FROM_THE_FIRST_STEP:
        planned += [("induction_end", end.isoformat()), *_given(entries, SPACING)]
    if planned:
        parts = [*(["the induction"] if mode in WITH_INDUCTION else []), *(["the spacing"] if _has(planned) else [])]
        yield Offer(f"Take {listed(parts, 'and')} from {dated(start)} as the plan", tuple(planned))


def _has(planned: list[tuple[str, str]]) -> bool:
    return any(name == "induction_end" for name, _ in planned)


def _no_place(entries: Entries) -> Iterable[str]:
    mode = _text(entries, "mode")
    if mode not in (*WITH_INDUCTION, *WITH_SPACING) or _day(entries, "start") is None:
        yield "This plan has no place here: a course plans an induction and the spacing after it. Keep to the calendar."
    elif mode in WITH_SPACING and _text(entries, "first_step") not in FROM_THE_FIRST_STEP:
        yield "This plan begins at a later step of the spacing, and a course at the first. Keep to the calendar."
    if _text(entries, "sessions_done"):
        yield "Sessions that were given already are not taken: a course plans all of them."
    if any(_text(entries, name) for name in entries if name.startswith(("holidays.", "next_visit."))) or any(
        text not in ("", "none") for text in entries.get("closed_weekdays", ())
    ):
        yield "A course knows no closed days and no visits arranged already: dates of the calendar may be others. They count."


def _end_of_induction(start: date, entries: Entries) -> date | None:
    """The last treatment of the induction that is planned; None where it cannot be."""
    usual = induction_plan.Start(start=start)
    per_week, sessions = _number(entries, "per_week"), _number(entries, "sessions")
    plan = induction_plan.Start(
        start=start,
        per_week=usual.per_week if per_week is None else int(per_week),
        sessions=usual.sessions if sessions is None else int(sessions),
    )
    try:
        return evaluated(induction_plan.CALCULATOR, plan).outputs.last_date
    except InvalidInputs:
        return None


def _given(entries: Entries, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, text) for name in names if (text := _text(entries, name))]


def _text(entries: Entries, name: str) -> str:
    return next((text.strip() for text in entries.get(name, ())), "")


def _day(entries: Entries, name: str) -> date | None:
    try:
        read = _DAY.read(name, entries)
    except InvalidInputs:
        return None
    return read if isinstance(read, date) else None


def _number(entries: Entries, name: str) -> Fraction | None:
    try:
        read = _DOSE.read(name, entries)
    except InvalidInputs:
        return None
    return read if isinstance(read, Fraction) else None
