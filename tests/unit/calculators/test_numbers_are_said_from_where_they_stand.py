"""A sentence takes each number from the constant, the table, the band or the limit that the calculator works with."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import ketamine_calculators
from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from support.changed_constants import (
    PACKAGE,
    Finding,
    changed,
    constants,
    made,
    replied,
    retyped,
    sources_of,
    stale,
    typed_although,
)

OTHERS = "what a publication found, or what others do: it stays so when the constant here changes"
COUNTED = "counts what the sentence itself names, and is not the constant"
DEFINED = "holds by definition"
NAMED = "is part of a name"
PLACES = "is how many decimals are shown"
PRINTED = "stands in a table that is printed as it is"

# What may be typed although a constant of the calculator has the same value: the words around it, and why.
ALLOWED: dict[str, dict[str, str]] = {
    "body_weights": {"1 in = ": DEFINED, "above BMI 30": OTHERS},
    "bp_gate": {
        "a required 160/100 are wrong": OTHERS,
        "40 systolic or 25 diastolic or more": OTHERS,
        "at least 40/25": OTHERS,
        "14 of 70 patients": OTHERS,
    },
    "convert_weight": {"1 lb = ": DEFINED},
    "cssrs_screener": {"3 Thoughts of a method": NAMED},
    "esketamine_visit": {" − 1)": COUNTED},
    "european_stage": {
        "12–16": PRINTED,
        "enter at least 1": COUNTED,
        "two products of one class": OTHERS,
        "accepts 2 products": OTHERS,
    },
    "hamd17": {"8–13, 14–18, 19–22 and 23 or more": OTHERS},
    "idssr30_total": {"11 and 12": NAMED, "13 and 14": NAMED},
    "induction_plan": {"two and three infusions a week did alike": OTHERS},
    "iv_dose": {
        "1 lb = ": DEFINED,
        "0.5 mg/kg over 40 min against midazolam": OTHERS,
        "0.5 mg/kg over 40 min, two or three times a week": OTHERS,
        "0.5 mg/kg over 40 min as the usual regimen": OTHERS,
        "0.1 to 1 mg/kg compared": OTHERS,
        "found 0.5 and 1 mg/kg better": OTHERS,
        "above BMI 30": OTHERS,
    },
    "medication_hold": {"2 of 5 studies": OTHERS},
    "nonresponse_options": {
        "two and three infusions a week compared": OTHERS,
        "Two and three infusions a week did alike": OTHERS,
        "0.1 to 1 mg/kg compared": OTHERS,
        "found 0.5 and 1 mg/kg better": OTHERS,
    },
    "phq8": {"judges 10 or more": OTHERS},
    "qids_sr16": {"one of the two": COUNTED},
    "response_status": {
        "100 × (": DEFINED,
        "100 * Fraction(": DEFINED,
        "int(percent * 10), 10": PLACES,
        "percent * 10_000": PLACES,
        "cut(percent, 4)": PLACES,
        "Two totals of the same scale": COUNTED,
        "Usually 25% to below 50%": OTHERS,
    },
    "route_convert": {"(100 * dose": DEFINED},
    "scale_conversion": {
        "compare two totals of one scale": COUNTED,
        "7 or 8": OTHERS,
        "9–17": PRINTED,
        "18–24": PRINTED,
        "25–33": PRINTED,
        "34 or more": PRINTED,
        "stands in two rows": COUNTED,
    },
    "thase_rush": {"two stages": COUNTED},
    "timeline_action": {
        "0.1 to 1 mg/kg compared": OTHERS,
        "found 0.5 and 1 mg/kg better": OTHERS,
        "Usually 25% to below 50%": OTHERS,
        "Below 25%.": OTHERS,
    },
    "titration_step": {
        "0.5 and 1 mg/kg better than active placebo": OTHERS,
        "0.5 and 1 mg/kg beat active placebo": OTHERS,
        "from 0.5 to 0.9 mg/kg": OTHERS,
    },
    "trd_definitions": {"improvement_pct < 100": DEFINED},
    "trial_adequacy": {"trazodone at 150 mg": OTHERS, "judged 75 mg": OTHERS},
    "whodas12": {"2.0, 12 items": NAMED, "2.0 (12 items)": NAMED},
}

calculators = pytest.mark.parametrize("calculator", [pytest.param(one, id=one.id) for one in every()])


@cache
def findings(calculator: str) -> tuple[Finding, ...]:
    sources = sources_of(calculator)
    return (*stale(sources), *retyped(sources))


def covers(words: str, found: Finding) -> bool:
    """Whether the number stands within these words, wherever they begin in the text."""
    first, last = max(0, found.number.end - len(words)), found.number.start
    return any(found.text.startswith(words, start) for start in range(first, last + 1))


@calculators
def test_no_sentence_says_a_number_apart_from_its_constant(calculator: Calculator[Any, Any]) -> None:
    allowed = ALLOWED.get(calculator.id, {})
    found = dict.fromkeys(
        str(one) for one in findings(calculator.id) if not any(covers(words, one) for words in allowed)
    )
    assert not found, "\n".join(found)


@calculators
def test_what_is_allowed_to_be_typed_is_typed(calculator: Calculator[Any, Any]) -> None:
    for words in ALLOWED.get(calculator.id, {}):
        assert any(covers(words, found) for found in findings(calculator.id)), words


def test_no_worksheet_types_a_number_of_a_calculator() -> None:
    known = {number for calculator in every() for number in constants(made(sources_of(calculator.id)))}
    folder = Path(ketamine_calculators.__file__).parent / "worksheets"
    found = [
        one for file in sorted(folder.rglob("*.py")) for one in typed_although(known, file.name, file.read_bytes())
    ]
    # percent, how many further classes are tried, examples of height, time and rise, grades of the MOAA/S, and two of a kind
    kept = (
        *("(100 - RESPONSE_FROM) / 100", "RESPONSE_FROM / 100", "range(3)", "5 ft 9 in", "14:05", "18/11"),
        *("5 Readily", "4 Lethargic", "3 Only when called", "2 Only to mild", "1 Only to a painful"),
        *("two scales", "two readings"),
    )
    assert [str(one) for one in found if not any(covers(words, one) for words in kept)] == []


def test_the_notice_says_45_minutes_when_the_protocol_has_45() -> None:
    card = made(changed(sources_of("iv_dose"), {Fraction(40): Fraction(45)})).CALCULATOR
    order = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "minutes": 42}
    assert ("notice", "Faster than the protocol: 42 min instead of 45 min.") in list(replied(card, order))


# A number typed again in each place where a sentence can be made: the card's source, and the sentence that gives it away.
TYPED_AGAIN = [
    ("iv_dose", "Faster than the protocol's {PROTOCOL_MINUTES} min", "Faster than the protocol's 40 min", "output"),
    ("iv_dose", "{plain(KILOGRAMS_PER_POUND)} kg exactly", "0.45359237 kg exactly", "formula"),
    ("titration_step", "At {per_kg(REDUCED_DOSE)} or less", "At 0.4 mg/kg or less", ""),
    ("maintenance_plan", "{TRIWEEKLY_SESSIONS} sessions {EVERY_THREE}", "4 sessions every 3 weeks", "passage"),
    ("european_stage", "spelled(CHRONIC_FROM).capitalize()", '"Twelve"', ""),
    ("phq9", 'unit=f"of {PHQ_9.high}"', 'unit="of 27"', "output"),
    (
        "madrs",
        'BY_TRIALS, BY_ESKETAMINE = f"{TRIALS_REMISSION} or less"',
        'BY_TRIALS, BY_ESKETAMINE = "10 or less"',
        "output",
    ),
    ("medication_hold", "be held for {NALTREXONE_HOURS} h", "be held for 72 h", "notice"),
    ("timeline_action", "> EXTENDED_TO:", "> 10:", ""),
    ("relapse_check", "exactly {RETURN_ABOVE}:", "exactly 10:", ""),
]


@pytest.mark.parametrize(("calculator", "said", "typed", "place"), TYPED_AGAIN)
def test_a_number_that_is_typed_again_is_found(calculator: str, said: str, typed: str, place: str) -> None:
    sources = dict(sources_of(calculator))
    card = f"{PACKAGE}.catalogue.{calculator}"
    assert said.encode() in sources[card], "the card says it in other words by now"
    sources[card] = sources[card].replace(said.encode(), typed.encode())
    before = {str(one) for one in findings(calculator)}
    new = [one for one in (*stale(sources), *retyped(sources)) if str(one) not in before]
    assert any(one.place.startswith(f"{calculator}.py") for one in new)
    assert any(one.place.startswith(place) for one in new)
