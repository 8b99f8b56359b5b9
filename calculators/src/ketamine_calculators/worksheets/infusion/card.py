"""Infusion: for this patient today, what stands against it, how is it made up, and what has to be waited for?

For adults before an intravenous infusion of racemic ketamine for depression. Off-label. It orders nothing.
Returns the screen, the dose with its dilution, the holds with the earliest time, and the step of the titration table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated

from ...catalogue import body_weights, bp_gate, contraindication_screen, iv_dose, medication_hold, titration_step
from ...definition import Notice, Output, Table
from ...display import amount, mass, plain, volume
from ...double_check import DoubleCheck
from ...figures import Chip, Figure
from ...house_values import DOSE_ALERT_IDEAL, DOSE_RISE
from ...house_values.beside_literature import beside_literature
from ...infusion_sheet import DRUG, PREPARED, TITLE, infusion_lines, unsettled
from ...other_medicines import WITHOUT_ALCOHOL
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    by_urgency,
    joined_differences,
    joined_names,
    joined_sources,
    joined_working,
    output,
    still_needed,
)
from .inputs import (
    Infusion,
    racemic_ketamine,
    rapid_needs_a_response,
    room_for_the_drug,
    systolic_is_the_higher,
)
from .notices import WITHIN_HOURS, against, of_its_calculators, own
from .onward import onward
from .parts import Hold, Parts, Titration, Weights, parts_of

JOINED = (
    iv_dose.CALCULATOR,
    bp_gate.CALCULATOR,
    contraindication_screen.CALCULATOR,
    medication_hold.CALCULATOR,
    body_weights.CALCULATOR,
    titration_step.CALCULATOR,
)

CHECK, SCREENING, MEDICINES = "Check before use", "Screening", "Other medicines"  # names of tables


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What is made up, what has to be waited for, and the step of the titration table. Each unit stands in its Output."""

    dose_mg: Annotated[Fraction, output(iv_dose.CALCULATOR, "dose_mg")]
    drawup_ml: Annotated[Fraction, output(iv_dose.CALCULATOR, "drawup_ml")]
    diluent_ml: Annotated[Fraction | None, output(iv_dose.CALCULATOR, "diluent_ml")]
    rate_ml_h: Annotated[Fraction | None, output(iv_dose.CALCULATOR, "rate_ml_h")]
    screen: Annotated[str, output(contraindication_screen.CALCULATOR, "status", shown=False)]
    pressure: Annotated[str, output(bp_gate.CALCULATOR, "status", label="Blood pressure", shown=False)]
    pressure_level: Annotated[str, output(bp_gate.CALCULATOR, "level", label="Level of blood pressure", shown=False)]
    holds_met: Annotated[bool | None, Output(label="Medication holds of our protocol met", shown=False)]
    hours_to_wait: Annotated[Fraction | None, Output(label="Wait at least", unit="hours", group="Check")]
    bmi: Annotated[Fraction | None, output(body_weights.CALCULATOR, "bmi", group="Check")]
    step: Annotated[str | None, output(titration_step.CALCULATOR, "action", label="Titration step", group="Check")]


def sheet(parts: Parts) -> Sheet:
    """The outputs of the calculators, side by side."""
    order, weights, titration = parts.dose.outputs, parts.weights, parts.titration
    holds = [hold.outputs for hold in parts.holds]
    hours = [hold.hours_remaining for hold in holds if hold.hours_remaining]
    met = [hold.clear for hold in holds]
    return Sheet(
        dose_mg=order.dose_mg,
        drawup_ml=order.drawup_ml,
        diluent_ml=order.diluent_ml,
        rate_ml_h=order.rate_ml_h,
        screen=parts.screen.outputs.status,
        pressure=parts.pressure.outputs.status,
        pressure_level=parts.pressure.outputs.level,
        # A medicine without a rule leaves open whether all is met.
        holds_met=False if False in met else None if None in met else True,
        hours_to_wait=max(hours, default=None),
        bmi=weights.outputs.bmi if weights else None,
        step=titration.outputs.action if titration else None,
    )


def headline(parts: Parts, outputs: Sheet) -> str:
    """What stands against the infusion, the most serious first, then the dose."""
    standing, dose = against(parts), parts.dose.headline
    if standing:
        return ". ".join([*standing, f"{NOT_TO_BE_GIVEN}: {dose}"])
    return f"{parts.screen.headline}. {dose}"


NOT_TO_BE_GIVEN = "Calculated, not ordered – do not give"


def figure(parts: Parts, outputs: Sheet) -> Figure:
    """The dose where nothing stands against it, else the verdict with what does."""
    standing, dose = against(parts), parts.dose.figure
    if not standing:
        clear = Chip(contraindication_screen.STATUSES[parts.screen.outputs.status], "good")
        return replace(dose, chips=(clear, *dose.chips), says=("dose_mg",))
    verdict = "Do not give" if any(standing.values()) else "Resolve before giving"
    chips = tuple(Chip(words, "stop" if stops else "caution") for words, stops in standing.items())
    return Figure(verdict, chips=chips, after=f"{NOT_TO_BE_GIVEN}: {parts.dose.headline}")


def earliest(hold: Hold) -> str:
    """When the infusion may be given by the rule of one medicine."""
    if hold.outputs.clear is None:
        return "no rule: decide with its prescriber"
    if hold.inputs.agent == WITHIN_HOURS:
        return f"{WITHOUT_ALCOHOL} h after the last alcohol (our own value)"
    if hold.outputs.clear:
        return "no wait for this medicine"
    if hold.outputs.hours_remaining is None:
        return "a day on which none is taken"
    return f"no earlier than {plain(hold.outputs.hours_remaining)} h from now"


def lines(parts: Parts, outputs: Sheet) -> Iterable[tuple[str, str]]:
    """What two people compare with the label, the pump and the chart."""
    yield "Screen", parts.screen.headline
    yield "Blood pressure", parts.pressure.headline
    yield from ((f"Hold: {hold.about}", earliest(hold)) for hold in parts.holds if not hold.outputs.clear)
    yield from infusion_lines(parts.dose.inputs, parts.dose.outputs)


def unresolved(parts: Parts, outputs: Sheet) -> Iterable[str]:
    """Why nothing may be drawn up: what stands against the infusion, and what the order does not say yet."""
    dose = parts.dose.outputs
    found = dict.fromkeys((*against(parts), *unsettled(dose, parts.dose.warnings)))
    return found or unsettled(dose, warnings(parts, outputs))


def screening(parts: Parts) -> Table:
    """What the screen found, with its basis."""
    screen = parts.screen.outputs
    kinds = dict.fromkeys(screen.contraindicated, "contraindication") | dict.fromkeys(screen.conditional, "condition")
    rows = [
        (contraindication_screen.FLAGS[flag], kind, contraindication_screen.BASIS[flag]) for flag, kind in kinds.items()
    ]
    return Table(SCREENING, ("Finding", "Kind", "Basis"), tuple(rows))


def doses_by_weight(parts: Parts, weights: Weights) -> Table:
    """The same order on actual, ideal and adjusted weight."""
    bases = (
        ("Actual (our protocol)", weights.inputs.weight_kg),
        ("Ideal", weights.outputs.ibw_kg),
        ("Adjusted", weights.outputs.adjbw_kg),
    )
    rows = []
    for name, weight in bases:
        if weight is not None:
            made = parts.dose_on(weight)
            rows.append((name, f"{amount(weight)} kg", f"{mass(made.dose_mg)} mg", f"{volume(made.drawup_ml)} mL"))
    return Table(
        f"Dose of {plain(parts.infusion.dose_mg_per_kg)} mg/kg on each weight",
        ("Weight", "Amount", "Dose", "Draw up"),
        tuple(rows),
    )


def held(parts: Parts) -> Table:
    """Each medicine with its rule, whether it is met, and the earliest time."""
    said = {True: "met", False: "not met", None: "no rule"}
    rows = [
        (
            hold.about,
            medication_hold.RULES[hold.outputs.rule],
            "no hold" if hold.outputs.rule in medication_hold.NEVER_HELD else said[hold.outputs.clear],
            earliest(hold),
        )
        for hold in parts.holds
    ]
    return Table(MEDICINES, ("Medicine", "Our rule", "Status", "Earliest"), tuple(rows))


def next_dose(parts: Parts, titration: Titration) -> Table:
    """The last infusion, what the titration table says after it, and this order."""
    last = titration.inputs
    told = f"{plain(last.dose)} mg/kg, response {titration_step.RESPONSES[last.response].lower()}"
    rows = (
        ("Last infusion", told),
        ("Our titration table", titration_step.in_words(titration.outputs)),
        ("This order", f"{plain(parts.infusion.dose_mg_per_kg)} mg/kg"),
    )
    return Table("Titration", ("Step", "Dose"), rows)


def tables(parts: Parts, outputs: Sheet) -> Iterable[Table]:
    """What to check first, then what bears on this patient."""
    yield Table(CHECK, ("Item", "From what was entered"), tuple(lines(parts, outputs)))
    if parts.weights and parts.weights.outputs.obese:
        yield doses_by_weight(parts, parts.weights)
    if parts.titration:
        yield next_dose(parts, parts.titration)
    if outputs.screen != "clear":
        yield screening(parts)
    if parts.holds:
        yield held(parts)


def warnings(parts: Parts, outputs: Sheet) -> Iterable[Notice]:
    """Those of the sheet and those of the calculators, the most urgent first."""
    yield from by_urgency((*own(parts), *of_its_calculators(parts)))


def on_ideal_weight(parts: Parts, outputs: Sheet) -> bool:
    """Whether the ideal weight is known and the dose is measured against it."""
    return parts.weights is not None and parts.weights.outputs.ibw_kg is not None


WORKSHEET = Worksheet(
    id="infusion",
    title="Infusion",
    summary="Check, prepare and time today's infusion.",
    moment="give",
    version="2.1",
    population="Adults before an infusion of racemic ketamine for depression. Off-label. Not for esketamine or anesthesia.",
    inputs=Infusion,
    outputs=Sheet,
    parts=parts_of,
    compute=sheet,
    headline=headline,
    figure=figure,
    texts=lambda parts, outputs: parts.dose.texts,
    working=lambda parts, outputs: joined_working(parts.evaluations),
    warnings=warnings,
    tables=tables,
    scales=lambda parts, outputs: (*parts.dose.scales, *parts.pressure.scales),
    rules=(answered_as_asked(), systolic_is_the_higher, racemic_ketamine, room_for_the_drug, rapid_needs_a_response),
    needs=(still_needed(),),
    formula=(
        f"The flag of a blood pressure above {bp_gate.FIGURES} follows from the reading.",
        f"The dose is on actual weight. From a BMI of {body_weights.OBESE_FROM} the doses on ideal and adjusted weight stand "
        "beside it.",
        "Each medicine selected is checked by its own rule; the longest wait is shown.",
        "The titration step is based on the dose of the last infusion, not on this order.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=(
        *joined_differences(JOINED),
        beside_literature(DOSE_ALERT_IDEAL, on_ideal_weight),
        beside_literature(DOSE_RISE, lambda parts, outputs: parts.titration is not None),
    ),
    synonyms=("order", "checklist", "pre-infusion", "dilution", "pump rate", "IV ketamine", "preparation"),
    joins=JOINED,
    onward=lambda parts, outputs: onward(parts, outputs.dose_mg),
    double_check=DoubleCheck(
        title=TITLE,
        drug=DRUG,
        by_hand=(*PREPARED, "rate_ml_h"),
        lines=lines,
        against=unresolved,
        replaces=CHECK,
        without_dose=(SCREENING, MEDICINES),
    ),
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
