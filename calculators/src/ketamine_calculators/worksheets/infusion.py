"""Infusion: for this patient today, what stands against it, how is it made up, and what has to be waited for?

For adults before an intravenous infusion of racemic ketamine for depression. Off-label. It orders nothing.
Returns the screen, the dose with its dilution, the holds with the earliest time, and the step of the titration table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..catalogue import body_weights, bp_gate, contraindication_screen, iv_dose, medication_hold, titration_step
from ..definition import Notice, Output, Table
from ..display import half_up, plain
from ..fields.base import in_sentence
from ..infusions import (
    Infusion,
    build,
    dose,
    dose_on,
    holds,
    parts,
    pressure,
    rapid_needs_a_response,
    room_for_the_drug,
    screen,
    systolic_is_the_higher,
    titration,
)
from ..worksheet import (
    Asked,
    Worksheet,
    answered_as_asked,
    by_urgency,
    joined_differences,
    joined_names,
    joined_sources,
    joined_warnings,
    joined_working,
    output,
)

JOINED = (
    iv_dose.CALCULATOR,
    bp_gate.CALCULATOR,
    contraindication_screen.CALCULATOR,
    medication_hold.CALCULATOR,
    body_weights.CALCULATOR,
    titration_step.CALCULATOR,
)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    dose_mg: Annotated[Fraction, output(iv_dose.CALCULATOR, "dose_mg")]
    drawup_ml: Annotated[Fraction, output(iv_dose.CALCULATOR, "drawup_ml")]
    diluent_ml: Annotated[Fraction | None, output(iv_dose.CALCULATOR, "diluent_ml")]
    rate_ml_h: Annotated[Fraction | None, output(iv_dose.CALCULATOR, "rate_ml_h")]
    screen: Annotated[str, output(contraindication_screen.CALCULATOR, "status", shown=False)]
    pressure: Annotated[str, output(bp_gate.CALCULATOR, "status", label="Blood pressure", shown=False)]
    holds_met: Annotated[bool | None, Output(label="Holds of the house met", shown=False)]
    hours_to_wait: Annotated[Fraction | None, Output(label="Wait at least", unit="hours")]
    bmi: Annotated[Fraction | None, output(body_weights.CALCULATOR, "bmi")]
    step: Annotated[str | None, output(titration_step.CALCULATOR, "action", label="Titration step")]


def sheet(infusion: Infusion) -> Sheet:
    order, weights, step = dose(infusion).outputs, build(infusion), titration(infusion)
    answers = [hold.outputs for hold in holds(infusion)]
    hours = [answer.hours_remaining for answer in answers if answer.hours_remaining]
    met = [answer.clear for answer in answers]
    return Sheet(
        dose_mg=order.dose_mg,
        drawup_ml=order.drawup_ml,
        diluent_ml=order.diluent_ml,
        rate_ml_h=order.rate_ml_h,
        screen=screen(infusion).outputs.status,
        pressure=pressure(infusion).outputs.status,
        # A medicine without a rule leaves open whether all is met.
        holds_met=False if False in met else None if None in met else True,
        hours_to_wait=max(hours, default=None),
        bmi=weights.outputs.bmi if weights else None,
        step=step.outputs.action if step else None,
    )


def headline(infusion: Infusion, answer: Sheet) -> str:
    against = [screen(infusion).headline] if answer.screen != "clear" else []
    against += [hold.headline for hold in holds(infusion) if hold.outputs.clear is False]
    words = dose(infusion).headline
    return ". ".join([*against, f"Calculated, not ordered: {words}"]) if against else words


def earliest(hold: Asked) -> str:
    if hold.outputs.clear is None:
        return "no rule: decide with its prescriber"
    if hold.outputs.clear:
        return "no wait by this rule"
    if hold.outputs.hours_remaining is None:
        return "a day on which none is taken"
    return f"no earlier than {plain(hold.outputs.hours_remaining)} h from now"


def check_before_use(infusion: Infusion) -> Table:
    asked = dose(infusion)
    order, answer = asked.inputs, asked.outputs
    weight = f"{half_up(answer.weight_kg, 1)} kg"
    if order.weight_unit != "kg":
        weight += f" ({plain(order.weight)} {order.weight_unit})"
    unknown = "not known: no final volume entered"
    rows = [
        ("Screen", screen(infusion).headline),
        ("Blood pressure", pressure(infusion).headline),
        *((f"Hold: {hold.about}", earliest(hold)) for hold in holds(infusion) if not hold.outputs.clear),
        ("Weight, actual", weight),
        ("Dose", f"{half_up(answer.dose_mg, 1)} mg ({plain(order.dose_mg_per_kg)} mg/kg)"),
        ("Vial", f"{order.concentration_mg_ml} mg/mL"),
        ("Draw up", f"{half_up(answer.drawup_ml, 2)} mL"),
        ("Diluent", unknown if answer.diluent_ml is None else f"{half_up(answer.diluent_ml, 2)} mL"),
        (
            "Final volume",
            unknown if order.total_volume_ml is None else f"{plain(order.total_volume_ml)} mL, drug included",
        ),
        (
            "Final concentration",
            unknown if answer.final_mg_ml is None else f"{half_up(answer.final_mg_ml, 2)} mg/mL",
        ),
        ("Infusion time", f"{plain(order.minutes)} min"),
        ("Pump rate", unknown if answer.rate_ml_h is None else f"{half_up(answer.rate_ml_h, 1)} mL/h"),
    ]
    return Table("Check before use", ("Item", "From what was entered"), tuple(rows))


def screening(infusion: Infusion) -> Table:
    answer = screen(infusion).outputs
    kinds = dict.fromkeys(answer.contraindicated, "contraindication") | dict.fromkeys(answer.conditional, "condition")
    rows = [
        (contraindication_screen.FLAGS[flag], kind, contraindication_screen.BASIS[flag]) for flag, kind in kinds.items()
    ]
    return Table("Screening", ("Finding", "Kind", "Basis"), tuple(rows))


def doses_by_weight(infusion: Infusion, weights: Asked) -> Table:
    measured, answer = weights.inputs, weights.outputs
    bases = (
        ("Actual (house)", measured.weight_kg),
        ("Ideal", answer.ibw_kg),
        ("Adjusted", answer.adjbw_kg),
    )
    rows = []
    for name, weight in bases:
        if weight is not None:
            made = dose_on(infusion, weight)
            rows.append(
                (name, f"{half_up(weight, 1)} kg", f"{half_up(made.dose_mg, 1)} mg", f"{half_up(made.drawup_ml, 2)} mL")
            )
    return Table(
        f"Dose of {plain(infusion.dose_mg_per_kg)} mg/kg on each weight",
        ("Weight", "Amount", "Dose", "Draw up"),
        tuple(rows),
    )


def held(infusion: Infusion) -> Table:
    said = {True: "met", False: "not met", None: "no rule"}
    rows = [
        (hold.about, medication_hold.RULES[hold.outputs.rule], said[hold.outputs.clear], earliest(hold))
        for hold in holds(infusion)
    ]
    return Table("Other medicines", ("Medicine", "House rule", "Rule is", "Earliest"), tuple(rows))


def next_step(infusion: Infusion, step: Asked) -> Table:
    last = step.inputs
    told = f"{plain(last.dose)} mg/kg, response {titration_step.RESPONSES[last.response].lower()}"
    rows = (
        ("Last infusion", told),
        ("House table", titration_step.in_words(step.outputs)),
        ("This order", f"{plain(infusion.dose_mg_per_kg)} mg/kg"),
    )
    return Table("Titration", ("Step", "Dose"), rows)


def tables(infusion: Infusion, answer: Sheet) -> Iterable[Table]:
    yield check_before_use(infusion)
    weights, step = build(infusion), titration(infusion)
    if weights and weights.outputs.obese:
        yield doses_by_weight(infusion, weights)
    if step:
        yield next_step(infusion, step)
    if answer.screen != "clear":
        yield screening(infusion)
    if infusion.agents:
        yield held(infusion)


def warnings(infusion: Infusion, answer: Sheet) -> Iterable[Notice]:
    step = titration(infusion)
    other = beside_the_step(infusion, step) if step else ""
    own = (Notice("caution", other),) if other else ()
    yield from by_urgency((*own, *joined_warnings(parts(infusion))))


def beside_the_step(infusion: Infusion, step: Asked) -> str:
    """Where this order does not follow the step that the house table names."""
    last, answer, now = step.inputs, step.outputs, infusion.dose_mg_per_kg
    if answer.action in ("maintain", "continue"):
        follows = now == last.dose
    elif answer.dose_min is not None and answer.dose_max is not None:
        follows = answer.dose_min <= now <= answer.dose_max
    else:
        return ""
    said = f"The house table says “{in_sentence(titration_step.in_words(step.outputs))}” after {plain(last.dose)} mg/kg"
    return "" if follows else f"{said}; this order has {plain(now)} mg/kg."


WORKSHEET = Worksheet(
    title="Infusion",
    summary="For this patient today: what stands against the infusion, how is it made up, and what has to be waited for?",
    moment="give",
    version="1.0",
    population="Adults before an infusion of racemic ketamine for depression. Off-label. Not for esketamine or anesthesia.",
    inputs=Infusion,
    outputs=Sheet,
    compute=sheet,
    headline=headline,
    working=lambda infusion, answer: joined_working(parts(infusion)),
    warnings=warnings,
    tables=tables,
    scales=lambda infusion, answer: (
        drawn
        for part in (dose(infusion), pressure(infusion))
        for drawn in part.card.scales(part.inputs, part.outputs)
    ),
    rules=(answered_as_asked(), systolic_is_the_higher, room_for_the_drug, rapid_needs_a_response),
    formula=(
        "The flag of a blood pressure above 140/90 follows from the reading.",
        "The dose is on actual weight. From a BMI of 30 the doses on ideal and adjusted weight stand beside it.",
        "Each medicine ticked is put to its own rule; the longest wait is shown.",
        "The titration step is judged on the dose of the last infusion, not on this order.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED, parts),
    synonyms=("order", "checklist", "pre-infusion", "dilution", "pump rate", "IV ketamine", "preparation"),
    joins=JOINED,
    by_hand=("Patient", "Prepared by", "Checked by", "Date and time"),
    example={
        "weight": 100, "weight_unit": "kg", "height_cm": 167.64, "sex": "female", "flags": [], "systolic": 141, "diastolic": 85,
        "agents": ["maoi", "lithium"], "maoi_hours": 300, "concentration_mg_ml": 50, "total_volume_ml": 50,
        "last_response": "none", "last_dose_mg_per_kg": 0.5, "sessions_at_dose": 2, "side_effects": False, "rapid_early": False,
        "dose_mg_per_kg": 0.6,
    },
    # By hand: 100 kg × 0.6 = 60 mg, ÷ 50 = 1.2 mL, 50 − 1.2 = 48.8 mL, 50 × 60 ÷ 40 = 75 mL/h. 141 is above 140, which is a
    # condition. 336 h − 300 h = 36 h. No response after two infusions of 0.5 mg/kg is an increase.
    expected={"dose_mg": 60.0, "drawup_ml": 1.2, "diluent_ml": 48.8, "rate_ml_h": 75.0, "screen": "conditional",
              "pressure": "weigh_risk_benefit", "holds_met": False, "hours_to_wait": 36.0, "step": "increase"},
)  # fmt: skip
