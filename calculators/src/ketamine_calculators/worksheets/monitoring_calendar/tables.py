"""The dates as tables: for the clinic, for the patient, and what is checked how often."""

from collections.abc import Iterable
from datetime import date

from ...catalogue import relapse_check
from ...definition import Table
from ...esketamine_label import NO_FOOD_HOURS, NO_LIQUID_MINUTES
from ...house_values.beside_literature import in_words
from ...planned_days import dated, marked_weekday
from ...wording import counted, listed
from .checks import EACH_VISIT, INTERVALS
from .parts import CHECK, STOPPING, TREATMENT, Entry, Parts

DATES = "Dates"
FOR_THE_PATIENT = "Dates for the patient"


def tables(parts: Parts) -> Iterable[Table]:
    """Every date with what happens, the same for the patient, what is checked, and when an as-needed patient returns."""
    yield Table(
        DATES,
        ("Date", "Weekday", "Visit", "Step", "What is done", "Moved"),
        tuple(clinic_row(day, entries, parts) for day, entries in parts.days.items()),
        dated=True,
    )
    if parts.dates.mode == "as_needed":
        yield return_visit()
    yield Table(
        FOR_THE_PATIENT,
        ("Date", "Weekday", "What happens", "What to bring"),
        tuple(patient_row(day, entries, parts) for day, entries in parts.days.items()),
    )
    if parts.dates.mode != "discontinuation":
        yield monitoring(parts)


def clinic_row(day: date, entries: tuple[Entry, ...], parts: Parts) -> tuple[str, ...]:
    """One day for the clinic. The first entry names the visit, what else falls on the day is done at it."""
    first, *others = entries
    done = [first.what] if first.what else []
    done += [entry.what or entry.name for entry in others]
    why = dict.fromkeys(move_in_words(entry, parts) for entry in entries if entry.moved)
    return (day.isoformat(), marked_weekday(day), first.name, first.step, "; ".join(done), "; ".join(why))


def move_in_words(entry: Entry, parts: Parts) -> str:
    """`1 day later: Thanksgiving`; where the planned day is open, the interval before it is the reason."""
    why = parts.closed.reason(entry.planned) or "keeps its interval after the one before"
    return f"{counted(entry.moved, 'day')} later than {dated(entry.planned)}: {why}"


def patient_row(day: date, entries: tuple[Entry, ...], parts: Parts) -> tuple[str, ...]:
    """One day in the patient's words, and what to bring or to keep to."""
    kinds = [entry.kind for entry in entries]
    happens, bring = [], ["the list of your medicines"]
    if TREATMENT in kinds:
        happens.append("Treatment. No driving until the next day, after a night's sleep")
        bring.insert(0, "somebody who takes you home")
    if STOPPING in kinds:
        happens.append("Check after the last treatment: how you feel")
    if CHECK in kinds:
        happens.append("Check: " + "; ".join(in_plain_words(entry) for entry in entries if entry.kind == CHECK))
    if not happens:
        happens.append("Visit")
    if TREATMENT in kinds and parts.dates.mode == "esketamine":
        bring.append(f"no food for {NO_FOOD_HOURS} hours and nothing to drink for {NO_LIQUID_MINUTES} minutes before")
    return (day.isoformat(), marked_weekday(day), ". ".join(happens), "; ".join(bring).capitalize())


def in_plain_words(entry: Entry) -> str:
    """What falls due, as a patient says it."""
    function, screen, laboratory = (words for _, words in INTERVALS)
    plain = {
        function: "how daily life is going",
        screen: "a urine test for drugs",
        laboratory: "blood and urine tests, memory, and a longer talk",
    }
    found = [words for what, words in plain.items() if what in entry.what]
    return listed(found, "and")


def return_visit() -> Table:
    """When a patient who is treated as needed comes back. Rules of the relapse check and of the house article."""
    above, real = relapse_check.RETURN_ABOVE, relapse_check.RISE_REAL
    return Table(
        "When the patient returns",
        ("Sign", "What follows"),
        (
            (f"PHQ-9 above {above}", "Return visit"),
            (
                f"PHQ-9 exactly {above}",
                f"Decide beforehand: the usual cut-off is {relapse_check.USUAL_CUT_OFF} or more",
            ),
            (f"PHQ-9 up by {real} points or more since stable", "Treat as relapse until shown otherwise"),
            ("Suicidal thoughts, at any score", "At once: C-SSRS and local crisis steps"),
        ),
    )


def monitoring(parts: Parts) -> Table:
    """What is checked, how often, on whose word, and when first."""
    first = {what: next((e.day for e in parts.of(CHECK) if what in e.what), None) for _, what in INTERVALS}
    rows = [(*row, "") for row in EACH_VISIT]
    rows += [(what, f"Every {in_words(value)}", "Our own value", str(first[what] or "")) for value, what in INTERVALS]
    return Table("Monitoring", ("Assessment", "How often", "From", "First due"), tuple(rows))
