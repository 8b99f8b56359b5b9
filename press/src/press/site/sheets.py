"""Sheets to print, to fill in by hand or to hand to a patient: each number is said from where the calculators have it."""

from collections.abc import Iterable, Mapping

from ketamine_calculators import find
from ketamine_calculators.catalogue.maintenance_plan import WEEKLY_SESSIONS
from ketamine_calculators.catalogue.relapse_check import RETURN_ABOVE, RISE_FLAGGED, RISE_REAL
from ketamine_calculators.crisis_symptoms import IN_WORDS, MILD_HEADACHE
from ketamine_calculators.display import plain, spelled
from ketamine_calculators.esketamine_label import (
    DOSES_MG,
    NO_FOOD_HOURS,
    NO_LIQUID_MINUTES,
    OBSERVE_MINUTES,
    first_minute_to_leave,
)
from ketamine_calculators.house_protocol import (
    ASSESSED_AFTER,
    EXTENDED_TO,
    HIGHEST_DOSE,
    PROTOCOL_DOSE,
    PROTOCOL_MINUTES,
    USUAL_SESSIONS,
)
from ketamine_calculators.house_values import CHECKED, HOUSE_VALUES, OBSERVE_IV
from ketamine_calculators.house_values.beside_literature import in_words
from ketamine_calculators.other_medicines import NASAL_DRUG_HOURS, WITHOUT_ALCOHOL
from ketamine_calculators.protocol_words import CRISIS_LINE
from ketamine_calculators.scales import RESPONSE_FROM
from ketamine_calculators.wording import listed, lower_first, upper_first
from ketamine_calculators.worksheets.session_vitals.discharge import criteria
from ketamine_calculators.worksheets.session_vitals.inputs import ESKETAMINE, IV, MOAAS
from ketamine_calculators.worksheets.session_vitals.planned import PLANNED

from ..forms.form import markup
from .docs_page import Sheet

_MINUTES_PER_HOUR = 60


def sheet_html(sheet: Sheet) -> str:
    """One sheet, finished."""
    return str(markup(f"sheets/{sheet}.html", **NUMBERS[sheet]()))


def readings() -> list[tuple[int, str]]:
    """Every minute at which a session plans a reading, with the treatment that it is for; empty where it is for both."""
    minutes = sorted({minute for plan in PLANNED.values() for minute in plan})
    only = {IV: "infusion only", ESKETAMINE: "spray only"}
    return [(at, "".join(words for route, words in only.items() if _only(at, route))) for at in minutes]


def _only(minute: int, route: str) -> bool:
    return [key for key, plan in PLANNED.items() if minute in plan] == [route]


def leaving_after_the_spray() -> dict[int, int]:
    """By dose in mg, the minute from the start of the first device at which the two hours after the last are over."""
    return {dose: first_minute_to_leave(dose) for dose in DOSES_MG}


def discharge() -> list[str]:
    """The discharge criteria of a session in the words of its worksheet, for both treatments."""
    session = find("session_vitals")
    rows = session.examples[0].inputs["rows"]
    found = {
        name: criteria(session.parts_of(session.checked({"route": route, "rows": rows})))
        for route, name in {IV: "Infusion", ESKETAMINE: "Spray"}.items()
    }
    # Only the time is another one for each treatment: one box, so that each box has to be met.
    times = [f"{name}: {lower_first(one.words)}" for name, told in found.items() for one in told if one.key == "time"]
    rest = [one.words for told in found.values() for one in told if one.key != "time"]
    return [". ".join(times), *dict.fromkeys(rest)]


def visits() -> Iterable[str]:
    """The visits of a course at which scores are compared, and room for those after it."""
    yield "Before the first"
    yield from (f"After treatment {after}" for after in ASSESSED_AFTER)
    yield from (f"Weekly {week}" for week in range(1, WEEKLY_SESSIONS + 1))
    yield from [""] * 12


def _session_sheet() -> Mapping[str, object]:
    limits = {key: in_words(value) for key, value in HOUSE_VALUES.items()}
    return {
        "readings": readings(),
        "discharge": discharge(),
        "leaving": leaving_after_the_spray(),
        "crisis": upper_first(IN_WORDS),
        "mild_headache": MILD_HEADACHE,
        "limits": limits,
        "sedation": ". ".join(MOAAS.values()),
        "no_food": NO_FOOD_HOURS,
        "no_liquid": NO_LIQUID_MINUTES,
        "checked": CHECKED,
    }


def _tracking_sheet() -> Mapping[str, object]:
    return {
        "visits": list(visits()),
        "assessed": listed([str(after) for after in ASSESSED_AFTER], "and"),
        "response": plain(RESPONSE_FROM),
        "rise": RISE_FLAGGED,
        "real": RISE_REAL,
        "above": RETURN_ABOVE,
        "checked": CHECKED,
    }


def _patient_sheet() -> Mapping[str, object]:
    observed = max(OBSERVE_MINUTES, int(OBSERVE_IV.value))
    return {
        "minutes": PROTOCOL_MINUTES,
        "hours": spelled(observed // _MINUTES_PER_HOUR),
        "no_food": spelled(NO_FOOD_HOURS),
        "no_liquid": NO_LIQUID_MINUTES,
        "nasal": f"{NASAL_DRUG_HOURS} hour",
        "alcohol": WITHOUT_ALCOHOL,
        "crisis": CRISIS_LINE,
        "checked": CHECKED,
    }


def _consent_checklist() -> Mapping[str, object]:
    return {
        "dose": plain(PROTOCOL_DOSE),
        "highest": plain(HIGHEST_DOSE),
        "minutes": PROTOCOL_MINUTES,
        "sessions": USUAL_SESSIONS,
        "most": EXTENDED_TO,
        "assessed": listed([str(after) for after in ASSESSED_AFTER], "and"),
        "observed": max(OBSERVE_MINUTES, int(OBSERVE_IV.value)),
        "checked": CHECKED,
    }


NUMBERS = {
    "session-sheet": _session_sheet,
    "tracking-sheet": _tracking_sheet,
    "patient-sheet": _patient_sheet,
    "consent-checklist": _consent_checklist,
}
