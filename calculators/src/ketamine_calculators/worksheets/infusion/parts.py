"""One infusion put to every calculator that has a say in it, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from ...catalogue import body_weights, bp_gate, contraindication_screen, iv_dose, medication_hold, titration_step
from ...definition import Notice
from ...evaluation import Evaluation, evaluated
from ...medicine_pairs import pair_notices
from .inputs import BP_FLAG, Infusion, intakes_of, measured_of, order_of, reading_of, situation_of

Dose = Evaluation[iv_dose.Order, iv_dose.Infusion]
Pressure = Evaluation[bp_gate.Reading, bp_gate.Gate]
Screen = Evaluation[contraindication_screen.Patient, contraindication_screen.Screen]
Weights = Evaluation[body_weights.Measured, body_weights.Weights]
Hold = Evaluation[medication_hold.Intake, medication_hold.Hold]
Titration = Evaluation[titration_step.Situation, titration_step.Step]


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The infusion with the evaluations it leads to.

    `weights` are None unless height and sex are known, `titration` unless the last infusion is told in full.
    """

    infusion: Infusion
    dose: Dose
    weights: Weights | None
    titration: Titration | None
    holds: tuple[Hold, ...]
    pressure: Pressure
    screen: Screen

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked, in the order in which a clinician would."""
        asked = (self.screen, self.pressure, *self.holds, self.weights, self.dose, self.titration)
        return tuple(part for part in asked if part is not None)

    @property
    def pairs(self) -> tuple[Notice, ...]:
        """What the medicines are to each other, which the rule of a single one cannot say."""
        return pair_notices(self.infusion.agents, self.infusion.maoi_hours)

    def dose_on(self, weight_kg: Fraction) -> iv_dose.Infusion:
        """The same order on another weight."""
        return iv_dose.infusion(replace(self.dose.inputs, weight=weight_kg, weight_unit="kg"))


def parts_of(infusion: Infusion) -> Parts:
    """Asks each calculator. Raises InvalidInputs when what it is asked does not go together."""
    dose = evaluated(iv_dose.CALCULATOR, order_of(infusion))
    measured, situation = measured_of(infusion), situation_of(infusion)
    weights = evaluated(body_weights.CALCULATOR, measured) if measured else None
    titration = evaluated(titration_step.CALCULATOR, situation) if situation else None
    holds = tuple(
        evaluated(medication_hold.CALCULATOR, intake, medication_hold.AGENTS[intake.agent])
        for intake in intakes_of(infusion)
    )
    pressure = evaluated(bp_gate.CALCULATOR, reading_of(infusion))
    return Parts(
        infusion=infusion,
        dose=dose,
        weights=weights,
        titration=titration,
        holds=holds,
        pressure=pressure,
        screen=_screen(infusion, pressure.outputs),
    )


def _screen(infusion: Infusion, pressure: bp_gate.Gate) -> Screen:
    """The flags that were ticked, and the one that the blood pressure raises."""
    raised = {*infusion.flags}
    if pressure.status == "weigh_risk_benefit":
        raised.add(BP_FLAG)
    flags = tuple(flag for flag in contraindication_screen.FLAGS if flag in raised)
    return evaluated(contraindication_screen.CALCULATOR, contraindication_screen.Patient(flags=flags))
