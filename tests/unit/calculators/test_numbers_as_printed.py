"""No number that is shown, copied or exported can be misread, and what is shown can be put together again."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketamine_calculators import every, find
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.examples import Example, every_example
from ketamine_calculators.house_values import MEASURE_ERROR
from ketamine_calculators.registry import worksheets
from support.printed_numbers import misread, texts_in

DAY, MARK = "2026-11-22", "0123456789ab"
CARDS = (*every(), *worksheets())
EXAMPLES = (*every_example(), *(example for worksheet in worksheets() for example in worksheet.examples))
examples = pytest.mark.parametrize(
    "example", [pytest.param(one, id=f"{one.calculator}-{one.line}") for one in EXAMPLES]
)
# Names under which an answer holds exact values for programs, versions and addresses, but no number to be read.
NOT_READ = ("values", "version", "doi", "pmid", "url")
# What is counted or scored has no unit: its label says what of.
COUNTED = {
    "week",
    "devices",
    "sprays",
    "failed_trials",
    "distinct_classes",
    "sessions",
    "weeks",
    "biweekly_sessions",
    "monthly_sessions",
    "total_sessions",
    "failed_antidepressants",
    "adequate_failed_trials",
    "dose_optimizations",
    "duration_optimizations",
    "augmentations",
    "score",
    "mgh_s",
    "sessions_done",
    "scheduled_sessions",
    "rows",
    "weights",
    "stable_phq9",
    "resume_phq9",
    "return_above",
    "moved",
    "treatments",
    "best_total",
    "current_phq9",
    "phq9_increase",
    "baseline",
    "final",
    "scale_min",
    "scale_max",
    "points_changed",
    "treatments_completed",
    "next_assessment",
    "sessions_at_dose",
    "qualifying_trials",
    "unknown_improvement",
    "stable_total",
    "total",
    "raw",
    "work",
    "social",
    "family",
    "mean_item",
}
# Codes as the Unified Code for Units of Measure has them, in its case sensitive form.
UCUM = {
    "kg": "kg", "lb": "[lb_av]", "cm": "cm", "kg/m²": "kg/m2", "mg": "mg", "mg/kg": "mg/kg", "mg/mL": "mg/mL",
    "mg/min": "mg/min", "mg/kg/min": "mg/kg/min", "mL": "mL", "mL/h": "mL/h", "/min": "/min", "mmHg": "mm[Hg]",
    "min": "min", "hours": "h", "days": "d", "weeks": "wk", "months": "mo", "years": "a", "%": "%",
    "points": "{score}", "of 5": "{score}",
    "of 15": "{score}", "of 20": "{score}", "of 21": "{score}", "of 24": "{score}", "of 27": "{score}", "of 30": "{score}",
    "of 48": "{score}", "of 52": "{score}", "of 56": "{score}", "of 60": "{score}", "of 84": "{score}",
}  # fmt: skip


def asked(calculator: str, inputs: dict[str, Any], **more: str) -> dict[str, Any]:
    """The reply that a page gets."""
    reply: dict[str, Any] = json.loads(answer(json.dumps({"calculator": calculator, "values": inputs, **more})))
    return reply


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("35.0 mg", ["35.0"]),
        ("give .5 mg", [".5"]),
        ("0.70 mL and 1,200.50 mg", ["0.70", "1,200.50"]),
        ("150 mg of 50", ["150 mg of 50"]),
        ("35 mg, 0.7 mL, 75 mL/h, 100 mg, 0.05 mg and 1,200 mg", []),
        ("80 to 114.3 mg, 10 mg of 50 mg, 141/85 mmHg", []),
    ],
)
def test_what_can_be_misread_is_found(text: str, found: list[str]) -> None:
    assert misread(text) == found


@examples
def test_no_number_of_an_answer_can_be_misread(example: Example) -> None:
    reply, version = asked(example.calculator, example.inputs), f"version {find(example.calculator).version}"
    texts = [text.replace(version, "") for text in texts_in(reply["answer"], NOT_READ)]
    assert [one for text in texts for one in misread(text)] == []


@examples
@pytest.mark.parametrize("record", ["line", "note", "ics"])
def test_no_number_of_a_text_for_the_record_can_be_misread(example: Example, record: str) -> None:
    card = find(example.calculator)
    reply = asked(example.calculator, example.inputs, record=record, day=DAY, mark=MARK)
    if record == "ics" and "failure" in reply:
        assert not any(table["dated"] for table in asked(example.calculator, example.inputs)["answer"]["tables"])
        return
    text = reply["record"].replace("\r\n ", "").replace("VERSION:2.0", "")
    for version in (f"{card.id} {card.version}", f"version {card.version}"):
        text = text.replace(version, "")
    assert misread(text) == []


def plain_number(text: str) -> str:
    """The number at the beginning of what a page shows, as JSON writes one: `1,500.3 mL/h` is 1500.3."""
    found = re.match(r"−?\d[\d,]*(?:\.\d+)?", text.removeprefix("less than "))
    return found[0].replace(",", "").replace("−", "-") if found else ""


@examples
def test_fhir_has_the_numbers_that_the_page_shows(example: Example) -> None:
    page = asked(example.calculator, example.inputs)["answer"]
    made = json.loads(
        asked(example.calculator, example.inputs, record="fhir", day=DAY)["record"], parse_float=str, parse_int=str
    )
    if made["resourceType"] == "Observation":
        said = {part["code"]["coding"][-1]["code"]: part.get("valueQuantity") for part in made["component"]}
    else:
        said = {item["linkId"]: item.get("answer", [{}])[0].get("valueQuantity") for item in made["item"]}
    shown = {line["key"]: line["text"] for line in (*page["inputs"], *page["shown"])}
    quantities = {key: quantity for key, quantity in said.items() if quantity and "." not in key}
    assert {key: quantity["value"] for key, quantity in quantities.items()} == {
        key: plain_number(shown[key]) for key in quantities
    }
    for key, quantity in quantities.items():
        number, unit = quantity["value"], quantity.get("unit", "")
        assert unit in shown[key], (key, number)


def test_fhir_says_36_7_mg_where_the_page_does() -> None:
    # 161.6 lb × 0.45359237 = 73.300526992 kg, × 0.5 = 36.650263496 mg; ÷ 50 = 0.73300526992 mL; 50 − 0.733 = 49.267 mL;
    # 36.65 ÷ 50 = 0.733 mg/mL; 50 × 60 ÷ 40 = 75 mL/h; 36.65 ÷ 40 = 0.91625… mg/min; 0.5 ÷ 40 = 0.0125 mg/kg/min
    order = {"weight": 161.6, "weight_unit": "lb", "concentration_mg_ml": 50, "total_volume_ml": 50}
    text = asked("iv_dose", order, record="fhir", day=DAY)["record"]
    parts = json.loads(text, parse_float=Decimal)["component"]
    said = {part["code"]["text"]: str(part["valueQuantity"]["value"]) for part in parts if "valueQuantity" in part}
    assert said == {
        "Weight": "161.6",
        "Dose": "36.7",
        "Final volume": "50",
        "Infusion time": "40",
        "Draw up": "0.73",
        "Diluent": "49.27",
        "Final concentration": "0.733",
        "Pump rate": "75",
        "Drug rate": "0.916",
        "Drug rate by weight": "0.0125",
        "Weight used": "73.3",
    }
    assert "36.65" not in text


def test_fhir_says_of_what_is_less_than_can_be_shown_that_it_is_less() -> None:
    # 30 kg × 0.01 mg/kg = 0.3 mg, ÷ 2 mg/mL = 0.15 mL, × 60 ÷ 240 min = 0.0375 mL/h
    order = {"weight": 30, "weight_unit": "kg", "dose_mg_per_kg": 0.01, "concentration_mg_ml": 2, "minutes": 240}
    parts = json.loads(asked("iv_dose", order, record="fhir", day=DAY)["record"])["component"]
    (rate,) = (part["valueQuantity"] for part in parts if part["code"]["text"] == "Pump rate")
    assert (rate["comparator"], rate["value"], rate["code"]) == ("<", 0.1, "mL/h")


@pytest.mark.parametrize("card", [pytest.param(card, id=card.id) for card in CARDS])
def test_every_number_has_a_unit_of_ucum_or_is_a_count(card: Calculator[Any, Any]) -> None:
    numbers = {
        field.name: field.spec.quantity_unit({}) for field in card.fields if field.spec.kind in ("number", "whole")
    }
    types = get_type_hints(card.outputs)
    numbers |= {
        key: output.unit
        for key, output in card.output_fields
        if {Fraction, int} & {types[key], *(get_args(types[key]) if isinstance(types[key], UnionType) else ())}
    }
    assert {name for name, unit in numbers.items() if not unit} <= COUNTED
    assert {unit for unit in numbers.values() if unit} <= UCUM.keys()


@examples
def test_fhir_has_the_code_of_every_unit(example: Example) -> None:
    made = json.loads(asked(example.calculator, example.inputs, record="fhir", day=DAY)["record"])
    parts = [*made.get("component", ()), *(told for item in made.get("item", ()) for told in item.get("answer", ()))]
    quantities = [part["valueQuantity"] for part in parts if "valueQuantity" in part]
    for quantity in quantities:
        unit = quantity.get("unit")
        coded = (quantity.get("system"), quantity.get("code"))
        assert coded == ((None, None) if unit is None else ("http://unitsofmeasure.org", UCUM[unit]))


def decimals(low: str, high: str, places: int) -> st.SearchStrategy[Decimal]:
    """What can be typed between two limits."""
    return st.decimals(Decimal(low), Decimal(high), places=places, allow_nan=False, allow_infinity=False)


ORDERS = st.fixed_dictionaries(
    {
        "weight": decimals("67", "650", 2),
        "weight_unit": st.sampled_from(["kg", "lb"]),
        "dose_mg_per_kg": decimals("0.01", "1", 3),
        "concentration_mg_ml": st.sampled_from(["1", "2", "10", "50", "100"]),
        "total_volume_ml": st.one_of(st.just(""), decimals("2", "2000", 2)),
        "minutes": decimals("1", "240", 1),
        "route": st.just("iv"),
    }
)


@given(order=ORDERS)
def test_the_shown_numbers_of_any_infusion_can_be_put_together_again(order: dict[str, Any]) -> None:
    entries = [[name, str(value)] for name, value in order.items()]
    reply = json.loads(answer(json.dumps({"calculator": "iv_dose", "entries": entries})))
    assume("answer" in reply)
    assert [one for text in texts_in(reply["answer"], NOT_READ) for one in misread(text)] == []
    shown = {line["key"]: line["text"] for line in reply["answer"]["shown"]}
    rules = {notice["rule"] for notice in reply["answer"]["warnings"]}
    program = [line for line in reply["answer"]["working"] if line.startswith("Pump setting")]

    def number(key: str) -> Fraction:
        return Fraction(plain_number(shown[key]))

    def near(one: Fraction, other: Fraction, percent: Fraction) -> bool:
        return 100 * abs(one - other) <= percent * other

    dose, drawn, strength = number("dose_mg"), number("drawup_ml"), int(order["concentration_mg_ml"])
    minutes, given_ml = Fraction(order["minutes"]), Fraction(order["total_volume_ml"] or 0) or drawn
    # A shown dose is off by half a tenth of 10 mg, 0.5%, at most, and so is what has three figures.
    weight = Fraction(order["weight"]) * (1 if order["weight_unit"] == "kg" else Fraction("0.45359237"))
    assert near(dose, weight * Fraction(order["dose_mg_per_kg"]), Fraction(1, 2))
    assert near(drawn * strength, dose, 3 * Fraction(1, 2) + 1) or "iv_dose.small_volume" in rules
    assert bool(program) == ("rate_ml_h" in shown)
    if program:
        rate = number("rate_ml_h")
        by_time = "iv_dose.between_steps" in rules
        assert by_time == (" over " in program[0])
        # The volume may be off by as much as the rate.
        assert by_time or near(rate * minutes / 60, given_ml, 2 * MEASURE_ERROR.value)
        assert near(number("final_mg_ml") * given_ml, dose, Fraction(5, 2))
        assert near(number("mg_per_min") * minutes, dose, Fraction(3, 2))


@given(
    dose=decimals("0.01", "300", 2),
    route=st.sampled_from(["iv", "im", "in", "sl", "oral"]),
    weight=st.one_of(st.just(""), decimals("30", "300", 1)),
)
def test_no_number_of_any_route_conversion_can_be_misread(dose: Decimal, route: str, weight: Decimal | str) -> None:
    entries = [["iv_dose_mg", str(dose)], ["route", route], ["weight_kg", str(weight)]]
    reply = json.loads(answer(json.dumps({"calculator": "route_convert", "entries": entries})))
    assume("answer" in reply)
    assert [one for text in texts_in(reply["answer"], NOT_READ) for one in misread(text)] == []
    shown = {line["key"]: Fraction(plain_number(line["text"])) for line in reply["answer"]["shown"]}
    # Bioavailability as in the papers that the card names.
    available = {"iv": "1", "im": "0.93", "in": "0.45", "sl": "0.29", "oral": "0.2"}[route]
    exact = Fraction(dose) / Fraction(available)
    assert 200 * abs(shown["literature_mg"] - exact) <= exact
