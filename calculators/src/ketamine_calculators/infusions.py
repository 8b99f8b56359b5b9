"""One infusion, as a worksheet asks for it, put to every calculator that has a say in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated

from .catalogue import body_weights, bp_gate, contraindication_screen, iv_dose, medication_hold, titration_step
from .errors import InputProblem
from .fields import Choice, Several
from .quantities import Weight, WeightUnit, kilograms
from .worksheet import Asked, ask, question

BP_FLAG = "bp_above_140_90"  # follows from the reading, so it is not asked
NOT_JUDGED = "not_judged"
JUDGED = ("last_response", tuple(titration_step.RESPONSES))


@dataclass(frozen=True, kw_only=True)
class Infusion:
    weight: Weight
    weight_unit: WeightUnit
    height_cm: Annotated[
        Fraction | None,
        question(
            body_weights.Measured, "height_cm", hint="Shows whether BMI is 30 or more, and the other weights then"
        ),
    ] = None
    sex: Annotated[str | None, question(body_weights.Measured, "sex", asked_when=("height_cm", ()))] = None
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
    dose_mg_per_kg: Annotated[Fraction, question(iv_dose.Order, "dose_mg_per_kg")] = iv_dose.PROTOCOL_DOSE
    concentration_mg_ml: Annotated[int, question(iv_dose.Order, "concentration_mg_ml")]
    total_volume_ml: Annotated[Fraction | None, question(iv_dose.Order, "total_volume_ml")] = None
    minutes: Annotated[Fraction, question(iv_dose.Order, "minutes")] = Fraction(iv_dose.PROTOCOL_MINUTES)
    last_response: Annotated[
        str,
        Choice(
            label="Response to the last infusion",
            hint="For the next step of the house titration table; not judged before a first infusion",
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
    return iv_dose.Order(
        weight=infusion.weight,
        weight_unit=infusion.weight_unit,
        dose_mg_per_kg=infusion.dose_mg_per_kg,
        concentration_mg_ml=infusion.concentration_mg_ml,
        total_volume_ml=infusion.total_volume_ml,
        minutes=infusion.minutes,
    )


def reading_of(infusion: Infusion) -> bp_gate.Reading:
    return bp_gate.Reading(systolic=infusion.systolic, diastolic=infusion.diastolic)


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


def pressure(infusion: Infusion) -> Asked:
    return ask(bp_gate.CALCULATOR, reading_of(infusion))


def screen(infusion: Infusion) -> Asked:
    """The flags that were ticked, and the one that the blood pressure raises."""
    raised = {*infusion.flags}
    if pressure(infusion).outputs.status == "weigh_risk_benefit":
        raised.add(BP_FLAG)
    flags = tuple(flag for flag in contraindication_screen.FLAGS if flag in raised)
    return ask(contraindication_screen.CALCULATOR, contraindication_screen.Patient(flags=flags))


def dose(infusion: Infusion) -> Asked:
    return ask(iv_dose.CALCULATOR, order_of(infusion))


def build(infusion: Infusion) -> Asked | None:
    """Body mass index, ideal and adjusted weight, where height and sex are known."""
    if infusion.height_cm is None or infusion.sex is None:
        return None
    weight = kilograms(infusion.weight, infusion.weight_unit)
    measured = body_weights.Measured(sex=infusion.sex, height_cm=infusion.height_cm, weight_kg=weight)
    return ask(body_weights.CALCULATOR, measured)


def dose_on(infusion: Infusion, weight_kg: Fraction) -> iv_dose.Infusion:
    """The same order on another weight."""
    return iv_dose.infusion(replace(order_of(infusion), weight=weight_kg, weight_unit="kg"))


def holds(infusion: Infusion) -> tuple[Asked, ...]:
    """Each medicine that was ticked, with its rule."""
    hours = {"maoi": infusion.maoi_hours, "naltrexone_oral": infusion.naltrexone_hours}
    return tuple(
        ask(
            medication_hold.CALCULATOR,
            medication_hold.Intake(
                agent=agent,
                hours_since_last_dose=hours.get(agent),
                taken_on_treatment_day=infusion.benzodiazepine_today if agent == medication_hold.HELD_BY_DAY else None,
            ),
            medication_hold.AGENTS[agent],
        )
        for agent in infusion.agents
    )


def titration(infusion: Infusion) -> Asked | None:
    situation = situation_of(infusion)
    return None if situation is None else ask(titration_step.CALCULATOR, situation)


def parts(infusion: Infusion) -> tuple[Asked, ...]:
    """Every calculator that was asked, in the order in which a clinician would."""
    asked = (
        screen(infusion),
        pressure(infusion),
        *holds(infusion),
        build(infusion),
        dose(infusion),
        titration(infusion),
    )
    return tuple(part for part in asked if part is not None)


def systolic_is_the_higher(infusion: Infusion) -> Iterable[InputProblem]:
    return bp_gate.systolic_is_the_higher(reading_of(infusion))


def room_for_the_drug(infusion: Infusion) -> Iterable[InputProblem]:
    return iv_dose.room_for_the_drug(order_of(infusion))


def rapid_needs_a_response(infusion: Infusion) -> Iterable[InputProblem]:
    situation = situation_of(infusion)
    return () if situation is None else titration_step.rapid_needs_a_response(situation)
