"""What is asked for one infusion, and what each calculator is asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ...catalogue import body_weights, bp_gate, contraindication_screen, iv_dose, medication_hold, titration_step
from ...errors import InputProblem
from ...fields import Choice, Several, YesNo
from ...house_protocol import PROTOCOL_DOSE, PROTOCOL_MINUTES
from ...quantities import Weight, WeightUnit, kilograms
from ...worksheet import question

BP_FLAG = "bp_above_140_90"  # follows from the reading, so it is not asked
NOT_JUDGED = "not_judged"
JUDGED = ("last_response", tuple(titration_step.RESPONSES))


@dataclass(frozen=True, kw_only=True)
class Infusion:
    """One infusion as the form asks for it. Units, ranges and reasons are those of the calculators' own questions."""

    weight: Weight
    weight_unit: WeightUnit
    height_cm: Annotated[
        Fraction | None,
        question(
            body_weights.Measured,
            "height_cm",
            hint="In cm, or like 5 ft 9 in. Optional: for BMI and ideal body weight",
        ),
    ] = None
    sex: Annotated[str | None, question(body_weights.Measured, "sex", asked_when=("height_cm", ()))] = None
    age: Annotated[int | None, question(bp_gate.Reading, "age")] = None
    bipolar: Annotated[bool | None, YesNo(label="Bipolar depression")] = None
    flags: Annotated[
        tuple[str, ...],
        question(
            contraindication_screen.Patient,
            "flags",
            options={flag: words for flag, words in contraindication_screen.FLAGS.items() if flag != BP_FLAG},
        ),
    ]
    systolic: Annotated[Fraction, question(bp_gate.Reading, "systolic")]
    diastolic: Annotated[Fraction, question(bp_gate.Reading, "diastolic")]
    agents: Annotated[tuple[str, ...], Several(label="Other medicines", options=medication_hold.AGENTS)]
    maoi_hours: Annotated[
        Fraction | None,
        question(
            medication_hold.Intake,
            "hours_since_last_dose",
            label="Hours since the last MAO inhibitor",
            asked_when=("agents", ("maoi",)),
        ),
    ] = None
    naltrexone_hours: Annotated[
        Fraction | None,
        question(
            medication_hold.Intake,
            "hours_since_last_dose",
            label="Hours since the last naltrexone",
            asked_when=("agents", ("naltrexone_oral",)),
        ),
    ] = None
    benzodiazepine_today: Annotated[
        bool | None,
        question(
            medication_hold.Intake,
            "taken_on_treatment_day",
            label="Benzodiazepine taken on the day of treatment",
            asked_when=("agents", (medication_hold.HELD_BY_DAY,)),
        ),
    ] = None
    dose_mg_per_kg: Annotated[Fraction, question(iv_dose.Order, "dose_mg_per_kg")] = PROTOCOL_DOSE
    concentration_mg_ml: Annotated[int, question(iv_dose.Order, "concentration_mg_ml")]
    total_volume_ml: Annotated[Fraction | None, question(iv_dose.Order, "total_volume_ml")] = None
    minutes: Annotated[Fraction, question(iv_dose.Order, "minutes")] = Fraction(PROTOCOL_MINUTES)
    last_response: Annotated[
        str,
        Choice(
            label="Response to the last infusion",
            hint="For the next step of our titration table; choose “Not judged” before a first infusion",
            options={NOT_JUDGED: "Not judged", **titration_step.RESPONSES},
        ),
    ] = NOT_JUDGED
    last_dose_mg_per_kg: Annotated[
        Fraction | None,
        question(titration_step.Situation, "dose", label="Dose of the last infusion", hint="", asked_when=JUDGED),
    ] = None
    sessions_at_dose: Annotated[
        int | None,
        question(titration_step.Situation, "sessions_at_dose", label="Sessions at that dose", asked_when=JUDGED),
    ] = None
    side_effects: Annotated[bool | None, question(titration_step.Situation, "side_effects", asked_when=JUDGED)] = None
    rapid_early: Annotated[bool | None, question(titration_step.Situation, "rapid_early", asked_when=JUDGED)] = None


def order_of(infusion: Infusion) -> iv_dose.Order:
    """The dose, its vial, volume and time."""
    return iv_dose.Order(
        weight=infusion.weight,
        weight_unit=infusion.weight_unit,
        dose_mg_per_kg=infusion.dose_mg_per_kg,
        concentration_mg_ml=infusion.concentration_mg_ml,
        total_volume_ml=infusion.total_volume_ml,
        minutes=infusion.minutes,
    )


def reading_of(infusion: Infusion) -> bp_gate.Reading:
    """The blood pressure."""
    return bp_gate.Reading(systolic=infusion.systolic, diastolic=infusion.diastolic, age=infusion.age)


def measured_of(infusion: Infusion) -> body_weights.Measured | None:
    """Sex, height and weight in kg; None unless height and sex are known."""
    if infusion.height_cm is None or infusion.sex is None:
        return None
    weight = kilograms(infusion.weight, infusion.weight_unit)
    return body_weights.Measured(sex=infusion.sex, height_cm=infusion.height_cm, weight_kg=weight)


def intakes_of(infusion: Infusion) -> tuple[medication_hold.Intake, ...]:
    """Each medicine that was ticked, with when it was last taken."""
    hours = {"maoi": infusion.maoi_hours, "naltrexone_oral": infusion.naltrexone_hours}
    return tuple(
        medication_hold.Intake(
            agent=agent,
            hours_since_last_dose=hours.get(agent),
            taken_on_treatment_day=infusion.benzodiazepine_today if agent == medication_hold.HELD_BY_DAY else None,
        )
        for agent in infusion.agents
    )


def situation_of(infusion: Infusion) -> titration_step.Situation | None:
    """How the last infusion went; None unless it is told in full."""
    dose, sessions = infusion.last_dose_mg_per_kg, infusion.sessions_at_dose
    effects, early = infusion.side_effects, infusion.rapid_early
    if infusion.last_response == NOT_JUDGED or dose is None or sessions is None or effects is None or early is None:
        return None
    return titration_step.Situation(
        dose=dose,
        response=infusion.last_response,
        sessions_at_dose=sessions,
        side_effects=effects,
        rapid_early=early,
    )


def systolic_is_the_higher(infusion: Infusion) -> Iterable[InputProblem]:
    """The rule of the blood pressure's calculator."""
    return bp_gate.systolic_is_the_higher(reading_of(infusion))


def room_for_the_drug(infusion: Infusion) -> Iterable[InputProblem]:
    """The rule of the dose's calculator: the final volume holds what is drawn up."""
    return iv_dose.room_for_the_drug(order_of(infusion))


def racemic_ketamine(infusion: Infusion) -> Iterable[InputProblem]:
    """The rule of the dose's calculator: the vial does not hold esketamine."""
    return iv_dose.racemic_ketamine_into_a_vein(order_of(infusion))


def rapid_needs_a_response(infusion: Infusion) -> Iterable[InputProblem]:
    """The rule of the titration's calculator, where the last infusion is judged."""
    situation = situation_of(infusion)
    return () if situation is None else titration_step.rapid_needs_a_response(situation)
