"""Titration step: the row of the house titration table that fits, its action, and the dose that it allows.

The table is the house article's; its single doses are widened to steps (house convention).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain
from ..errors import InputProblem
from ..fields import Choice, Whole, YesNo
from ..house_article import PROTOCOLS
from ..house_protocol import HIGHEST_DOSE, OVERSIGHT_ABOVE, REDUCED_DOSE
from ..quantities import DosePerKg
from ..references import FAVA_2020, HOUSE, LOO_2023
from ..wording import in_sentence

OPTIMIZATION = PROTOCOLS.section("Dose Optimization Strategies")

# mg/kg: the doses that the table begins a step at, and how far its first increase goes
FIRST, SECOND, THIRD = Fraction(1, 2), Fraction(3, 5), Fraction(3, 4)
FIRST_INCREASE_TO = Fraction(7, 10)
SESSIONS_WITHOUT_RESPONSE = 2  # before the first increase

# The table names single doses. Each is widened up to the next one (house convention), so that 0.55 has a place.
STEPS = Bands(
    "Step of the titration table",
    (
        Band("below", "Below the table", Fraction(0), FIRST, low_included=False),
        Band("first", "First step", FIRST, SECOND),
        Band("second", "Second step", SECOND, THIRD),
        Band("third", "Third step", THIRD, HIGHEST_DOSE, high_included=True),
    ),
    unit="mg/kg",
)

ACTIONS = {
    "increase": "Increase the dose",
    "reduce": "Consider reducing the dose",
    "reduce_frequency": "Consider treating less often",
    "maintain": "Keep the dose",
    "continue": "Continue at this dose",
    "no_rule": "No rule in the table",
}
RESPONSES = {"none": "None", "minimal": "Minimal", "partial": "Partial", "excellent": "Excellent"}


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The dose so far, and how it went."""

    dose: DosePerKg
    response: Annotated[
        str,
        Choice(label="Response", hint="Your judgment; the house gives no percentage for “minimal”", options=RESPONSES),
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


NO_RULE, CONTINUE = Step(action="no_rule"), Step(action="continue")


def step(situation: Situation) -> Step:
    """The first row of the table that fits. House article."""
    dose, response = situation.dose, situation.response
    if response == "excellent" and situation.side_effects:
        return Step(action="reduce", dose_min=REDUCED_DOSE, dose_max=REDUCED_DOSE) if dose > REDUCED_DOSE else NO_RULE
    if situation.rapid_early:
        return Step(action="reduce_frequency")
    if response == "excellent":
        return Step(action="maintain")
    if response == "partial":
        if dose < THIRD:
            return CONTINUE
        return Step(action="increase", dose_max=HIGHEST_DOSE, oversight=True) if dose < HIGHEST_DOSE else NO_RULE
    if response == "minimal" and SECOND <= dose < THIRD:
        return Step(action="increase", dose_min=THIRD, dose_max=THIRD)
    if response == "none" and FIRST <= dose < SECOND:
        if situation.sessions_at_dose < SESSIONS_WITHOUT_RESPONSE:
            return CONTINUE
        return Step(action="increase", dose_min=SECOND, dose_max=FIRST_INCREASE_TO)
    return NO_RULE


def rapid_needs_a_response(situation: Situation) -> Iterable[InputProblem]:
    """Refuses a rapid early response without a response."""
    if situation.rapid_early and situation.response not in ("partial", "excellent"):
        yield InputProblem(
            "rapid_early",
            "Rapid early response goes with a partial or excellent response. Answer no, or change the response.",
            "rule",
        )


def headline(situation: Situation, answer: Step) -> str:
    """What the table says, or that it has no rule."""
    if answer.action == "no_rule":
        return in_words(answer)
    return f"House table: {in_sentence(in_words(answer))}"


def in_words(answer: Step) -> str:
    """What the table says, in its own mood: `Increase to 0.75 mg/kg`."""
    if answer.action == "no_rule":
        return "The titration table has no rule for this: clinical judgment"
    if answer.dose_max is None:
        return ACTIONS[answer.action]
    if answer.action == "reduce":
        return f"Consider reducing to {plain(answer.dose_max)} mg/kg"
    if answer.dose_min is None:
        return f"May be increased, up to {plain(answer.dose_max)} mg/kg, with experienced oversight"
    if answer.dose_min == answer.dose_max:
        return f"Increase to {plain(answer.dose_max)} mg/kg"
    return f"Increase to {plain(answer.dose_min)}–{plain(answer.dose_max)} mg/kg"


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
    if situation.response == "none" and FIRST <= situation.dose < SECOND and answer.action == "continue":
        left = SESSIONS_WITHOUT_RESPONSE - situation.sessions_at_dose
        yield f"The table increases after {SESSIONS_WITHOUT_RESPONSE} sessions without response: {left} more"
    if answer.action in ("increase", "reduce") and answer.dose_max is not None:
        low = f"{plain(answer.dose_min)} to " if answer.dose_min not in (None, answer.dose_max) else ""
        yield f"Row that fits: {ACTIONS[answer.action].lower()}, {dose} → {low}{plain(answer.dose_max)} mg/kg"
    else:
        yield f"Row that fits: {ACTIONS[answer.action].lower()}"


def warnings(situation: Situation, answer: Step) -> Iterable[Notice]:
    """What the table leaves to the clinician, and what to look at before the dose."""
    if answer.oversight:
        above = f"Above {plain(OVERSIGHT_ABOVE)} mg/kg"
        yield Notice("caution", f"{above} the house protocol asks for experienced oversight.")
    if situation.side_effects and situation.response != "excellent":
        yield Notice(
            "caution",
            "The table does not weigh side effects unless the response is excellent. Weigh them yourself before the next dose.",
        )
    if answer.action == "no_rule":
        yield Notice("caution", "Outside the protocol's table: nothing here argues for or against a change of dose.")
    if situation.response in ("none", "minimal"):
        yield Notice(
            "note",
            "Before the dose, look at benzodiazepines, the diagnosis and the number of sessions.",
            calculator="nonresponse_options",
        )


def per_kg(*doses: Fraction) -> str:
    """`0.4 mg/kg`, `0.6–0.7 mg/kg`."""
    return f"{'–'.join(map(plain, doses))} mg/kg"


CALCULATOR = Calculator(
    id="titration_step",
    title="Titration step",
    summary="Given the dose and the response so far, what does the house titration table say to do next?",
    moment="dose",
    version="1.0",
    population="Adults in a course of racemic ketamine infusions. Not for esketamine.",
    inputs=Situation,
    outputs=Step,
    compute=step,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(rapid_needs_a_response,),
    bands=(STEPS,),
    scales=lambda situation, answer: ((STEPS, situation.dose, f"{plain(situation.dose)} mg/kg"),),
    formula=(
        "The first row that fits is used.",
        f"Excellent response with side effects: reduce to {per_kg(REDUCED_DOSE)}; at {per_kg(REDUCED_DOSE)} or less there is "
        "no rule.",
        "Rapid early response: reduce the frequency.",
        "Excellent response: keep the dose.",
        f"Partial response: continue below {per_kg(THIRD)}; from {per_kg(THIRD)} increase, up to {per_kg(HIGHEST_DOSE)}, with "
        "experienced oversight.",
        f"Minimal response from {plain(SECOND)} to below {per_kg(THIRD)}: increase to {per_kg(THIRD)}.",
        f"No response from {plain(FIRST)} to below {per_kg(SECOND)}: after {SESSIONS_WITHOUT_RESPONSE} sessions increase to "
        f"{per_kg(SECOND, FIRST_INCREASE_TO)}, before that continue.",
        "Anything else: no rule. The steps between the table's single doses are a house convention.",
    ),
    sources=(
        Source(HOUSE, "every row of the table"),
        Source(FAVA_2020, "single infusions of 0.5 and 1 mg/kg better than active placebo"),
        Source(LOO_2023, "subcutaneous ketamine raised by response, from 0.5 to 0.9 mg/kg"),
    ),
    house=(
        OPTIMIZATION.row(
            "No response after 0.5 mg/kg × 2",
            "Increase to 0.6-0.7 mg/kg",
            says=f"the first increase, after {SESSIONS_WITHOUT_RESPONSE} sessions",
        ),
        OPTIMIZATION.row("Minimal response after 0.6 mg/kg", "Increase to 0.75 mg/kg", says="the second increase"),
        OPTIMIZATION.row("Partial response at 0.75 mg/kg", "May trial up to 1 mg/kg", says="the third increase"),
        OPTIMIZATION.row(
            "Excellent response with side effects", "Consider reducing to 0.4 mg/kg", says="the reduction"
        ),
        OPTIMIZATION.row("Rapid early response", "Consider reducing frequency", says="treating less often"),
        OPTIMIZATION.item("Some response: leave the protocol as it is", says="continuing with a partial response"),
        OPTIMIZATION.item(
            "Full response: keep the dose and plan what follows", says="keeping the dose with an excellent response"
        ),
        OPTIMIZATION.item(
            "Extended: no more than 1 mg/kg IV, under experienced oversight", says="the oversight, and the highest dose"
        ),
    ),
    differences=(
        Difference(
            topic=f"Titration to {per_kg(THIRD, HIGHEST_DOSE)}",
            house="A ladder of steps with a rule for each.",
            literature="Expert protocol: in one dose-ranging trial of single infusions 0.5 and 1 mg/kg beat active placebo "
            "and 0.1 to 0.2 mg/kg were less clear. No trial has tested this ladder with infusions; one of subcutaneous ketamine "
            "went up in similar steps, to 0.9 mg/kg, where the score had not fallen by half.",
        ),
    ),
    synonyms=("dose adjustment", "increase the dose", "dose optimization", "no response", "side effects"),
)
