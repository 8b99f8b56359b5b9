"""Titration step: the row of the house titration table that fits, its action, and the dose that it allows.

The table is the house article's; its single doses are widened to steps (house convention).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain
from ..errors import InputProblem
from ..fields import Choice, Whole, YesNo
from ..figures import Chip, Figure
from ..house_protocol import (
    FIRST_STEP,
    HIGHEST_DOSE,
    REDUCED_DOSE,
    SECOND_STEP,
    SESSIONS_BEFORE_INCREASE,
    THIRD_STEP,
)
from ..protocol_words import (
    FULL_RESPONSE,
    LOOK_BEFORE_THE_DOSE,
    OVERSIGHT,
    PARTIAL_RESPONSE,
    UP_TO_THE_HIGHEST,
    WITHOUT_RESPONSE,
    WORSE_HEADLINE,
    worse,
)
from ..quantities import DosePerKg
from ..references import FAVA_2020, HOUSE, LOO_2023
from ..titration_table import BY_PERCENT, FIRST_INCREASE_TO, IN_WORDS, PASSAGES, STEPS, WITH, WITHOUT, per_kg
from ..wording import in_sentence

ACTIONS = {
    "increase": "Increase the dose",
    "reduce": "Consider reducing the dose",
    "reduce_frequency": "Consider treating less often",
    "maintain": "Keep the dose",
    "continue": "Continue at this dose",
    "reassess": "Reassess before the next dose",
    "no_rule": "Not in the table",
}
RESPONSES = {
    "none": "None",
    "minimal": "Minimal",
    "partial": "Partial",
    "excellent": "Excellent",
    "worse": "Worse than before treatment",
}


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The dose so far, and how it went."""

    dose: DosePerKg
    response: Annotated[
        str,
        Choice(
            label="Response",
            hint=f"{BY_PERCENT}. Between none and minimal our protocol gives no percentage",
            options=RESPONSES,
        ),
    ]
    sessions_at_dose: Annotated[
        int,
        Whole(
            label="Sessions at this dose",
            low=1,
            high=1000,
            why="Count from the first session at this dose; no course of treatment runs longer.",
        ),
    ]
    side_effects: Annotated[bool, YesNo(label="Troublesome side effects")]
    rapid_early: Annotated[bool, YesNo(label="Rapid early response", hint="Only with a partial or excellent response")]


@dataclass(frozen=True, kw_only=True)
class Step:
    """The action, and the range of the next dose in mg/kg where the table names one."""

    action: Annotated[str, Output(label="Action", words=ACTIONS)]
    dose_min: Annotated[Fraction | None, Output(label="From", unit="mg/kg")] = None
    dose_max: Annotated[Fraction | None, Output(label="Up to", unit="mg/kg")] = None
    oversight: Annotated[bool, Output(label="Experienced oversight needed")] = False


def step(situation: Situation) -> Step:
    """The first row that fits. House article; what it leaves open is reassessed, and what it lacks is not in the table."""
    dose, response = situation.dose, situation.response
    if response == "worse":
        return Step(action="reassess")
    if response == "excellent" and situation.side_effects and dose > REDUCED_DOSE:
        return Step(action="reduce", dose_min=REDUCED_DOSE, dose_max=REDUCED_DOSE)
    if situation.rapid_early:
        return Step(action="reduce_frequency")
    if response == "excellent":
        return Step(action="maintain")
    if situation.side_effects:
        return Step(action="reassess")
    if waits(situation):
        return Step(action="continue")
    if higher := increase(dose, response):
        return higher
    if response == "partial" and dose < THIRD_STEP:
        return Step(action="continue")
    if response in WITHOUT and THIRD_STEP <= dose < HIGHEST_DOSE:
        return Step(action="reassess")
    return Step(action="no_rule")


def increase(dose: Fraction, response: str) -> Step | None:
    """The increase that the table has for a dose and a response, whatever the number of sessions; None where it has none."""
    if response == "partial" and THIRD_STEP <= dose < HIGHEST_DOSE:
        return Step(action="increase", dose_max=HIGHEST_DOSE, oversight=True)
    if response in WITHOUT and FIRST_STEP <= dose < SECOND_STEP:
        return Step(action="increase", dose_min=SECOND_STEP, dose_max=FIRST_INCREASE_TO)
    if response in WITHOUT and SECOND_STEP <= dose < THIRD_STEP:
        return Step(action="increase", dose_min=THIRD_STEP, dose_max=THIRD_STEP)
    return None


def waits(situation: Situation) -> bool:
    """Whether there were too few sessions at this dose to say that it is too low."""
    too_few = situation.sessions_at_dose < SESSIONS_BEFORE_INCREASE
    return too_few and (situation.response in WITHOUT or increase(situation.dose, situation.response) is not None)


def rapid_needs_a_response(situation: Situation) -> Iterable[InputProblem]:
    """Refuses a rapid early response without a response."""
    if situation.rapid_early and situation.response not in WITH:
        yield InputProblem(
            "rapid_early",
            "Rapid early response goes with a partial or excellent response. Answer no, or change the response.",
            "rule",
        )


def headline(situation: Situation, answer: Step) -> str:
    """What is done next. What has to be settled before any dose leads."""
    if situation.response == "worse":
        return WORSE_HEADLINE
    if answer.action == "reassess" and situation.side_effects:
        return "Troublesome side effects without a full response: reassess before the next dose"
    if answer.action in ("no_rule", "reassess"):
        return in_words(answer)
    also = "; treat the side effects" if answer.action == "maintain" and situation.side_effects else ""
    return f"Our titration table: {in_sentence(in_words(answer))}{also}"


def in_words(answer: Step) -> str:
    """What the table says, in its own mood: `Increase to 0.75 mg/kg`."""
    if answer.action == "no_rule":
        return "Not in the table: clinical judgment"
    if answer.dose_max is None:
        return ACTIONS[answer.action]
    if answer.action == "reduce":
        return f"Consider reducing to {plain(answer.dose_max)} mg/kg"
    if answer.dose_min is None:
        return f"May be increased, up to {plain(answer.dose_max)} mg/kg, with experienced oversight"
    if answer.dose_min == answer.dose_max:
        return f"Increase to {plain(answer.dose_max)} mg/kg"
    return f"Increase to {plain(answer.dose_min)}–{plain(answer.dose_max)} mg/kg"


def figure(situation: Situation, answer: Step) -> Figure:
    """The step of the table; what has to be settled before any dose is the verdict."""
    chips = [Chip("Experienced oversight", "caution")] if answer.oversight else []
    chips += [Chip("Treat the side effects", "caution")] if situation.side_effects else []
    says = ("action", "dose_min", "dose_max", "oversight")
    if situation.response == "worse":
        return Figure(WORSE_HEADLINE, chips=(Chip("No change of dose", "caution"),), says=says)
    return Figure(in_words(answer), chips=tuple(chips), after=f"From {plain(situation.dose)} mg/kg now", says=says)


def working(situation: Situation, answer: Step) -> Iterable[str]:
    """The step of the dose, the situation, and the row that fits."""
    dose = plain(situation.dose)
    yield f"Dose {dose} mg/kg: {STEPS.neighbors(situation.dose)}"
    facts = [
        f"response {RESPONSES[situation.response].lower()}",
        f"sessions at this dose: {situation.sessions_at_dose}",
    ]
    facts.append("side effects" if situation.side_effects else "no side effects")
    facts.append("rapid early response" if situation.rapid_early else "not rapid")
    yield f"Situation: {', '.join(facts)}"
    if answer.action == "continue" and waits(situation):
        left = SESSIONS_BEFORE_INCREASE - situation.sessions_at_dose
        yield f"The table waits for {SESSIONS_BEFORE_INCREASE} sessions at one dose: {left} more"
    if answer.action in ("increase", "reduce") and answer.dose_max is not None:
        low = f"{plain(answer.dose_min)} to " if answer.dose_min not in (None, answer.dose_max) else ""
        yield f"Row that fits: {ACTIONS[answer.action].lower()}, {dose} → {low}{plain(answer.dose_max)} mg/kg"
    else:
        yield f"Row that fits: {ACTIONS[answer.action].lower()}"


def warnings(situation: Situation, answer: Step) -> Iterable[Notice]:
    """What the table leaves to the clinician, and what to look at before the dose."""
    if situation.response == "worse":
        yield worse("titration_step.worse")
    if situation.side_effects and answer.action not in ("reduce", "maintain"):
        yield Notice(
            "caution",
            "Weigh the side effects before the next dose. Our table has no row for them unless the response is "
            "excellent.",
            rule="titration_step.side_effects",
            short="side effects: weigh them before the next dose",
        )
    if situation.side_effects and answer.action == "maintain":
        yield Notice(
            "caution",
            f"Treat the side effects. At {per_kg(REDUCED_DOSE)} or less our table goes no lower.",
            rule="titration_step.side_effects_at_lowest_dose",
            short="side effects at the lowest dose: treat them",
        )
    if answer.oversight:
        yield Notice(
            "caution",
            OVERSIGHT,
            rule="titration_step.oversight",
            short="dose above the standard: experienced oversight",
        )
    if answer.action == "no_rule":
        yield Notice(
            "caution",
            "Not in the table. Decide on the dose by clinical judgment, and write down why.",
            rule="titration_step.not_in_the_table",
            short="not in the titration table: clinical judgment",
        )
    yield from notes(situation, answer)


def notes(situation: Situation, answer: Step) -> Iterable[Notice]:
    """What the other tools say of the same patient, in the same words."""
    if situation.response in WITHOUT:
        if answer.action == "reassess" and not situation.side_effects:
            yield Notice("note", UP_TO_THE_HIGHEST, calculator="nonresponse_options")
        if answer.action != "increase":
            yield Notice("note", WITHOUT_RESPONSE)
        yield Notice("note", LOOK_BEFORE_THE_DOSE, calculator="nonresponse_options")
    if situation.response == "partial":
        yield Notice("note", PARTIAL_RESPONSE)
    if situation.response == "excellent" and answer.action != "maintain":
        yield Notice("note", FULL_RESPONSE)


CALCULATOR = Calculator(
    id="titration_step",
    title="Titration step",
    summary="Given the dose and the response so far, what is the next step in our titration table?",
    moment="dose",
    version="2.0",
    population="Adults in a course of racemic ketamine infusions. Not for esketamine.",
    inputs=Situation,
    outputs=Step,
    compute=step,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(rapid_needs_a_response,),
    bands=(STEPS,),
    scales=lambda situation, answer: ((STEPS, situation.dose, f"{plain(situation.dose)} mg/kg"),),
    formula=IN_WORDS,
    sources=(
        Source(HOUSE, "every row of the table"),
        Source(FAVA_2020, "single infusions of 0.5 and 1 mg/kg better than active placebo"),
        Source(LOO_2023, "subcutaneous ketamine raised by response, from 0.5 to 0.9 mg/kg"),
    ),
    house=PASSAGES,
    differences=(
        Difference(
            topic=f"Titration to {per_kg(THIRD_STEP, HIGHEST_DOSE)}",
            house="A ladder of steps with a rule for each.",
            literature="Expert protocol: in one dose-ranging trial of single infusions 0.5 and 1 mg/kg beat active placebo "
            "and 0.1 to 0.2 mg/kg were less clear. No trial has tested this ladder with infusions; one of subcutaneous ketamine "
            "went up in similar steps, to 0.9 mg/kg, where the score had not fallen by half.",
        ),
    ),
    synonyms=("dose adjustment", "increase the dose", "dose optimization", "no response", "side effects"),
)
