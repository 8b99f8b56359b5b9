"""Timeline: at this point of induction and with this much improvement, what does the house protocol do next?

For adults in a course of ketamine, assessed on one scale throughout. Not for judging a single session.
Returns the action for 2-3, 4-5, 6-9 and 10 or more treatments. Rules from the house article; the rows between its
assessment points are a house convention.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, Table, TableRow
from ..display import cut
from ..fields import Number, Whole
from ..references import FAVA_2020, HOUSE
from ..scales import IMPROVEMENT

ARTICLE = "treatment-resistant-depression-protocols"

ACTIONS = {
    "too_early": "Too early to judge",
    "consider_dose_increase": "Consider a higher dose",
    "continue": "Continue as planned",
    "maintain_plan_transition": "Keep the dose and plan the transition",
    "re_evaluate": "Re-evaluate diagnosis, confounders and protocol",
    "non_responder": "Non-responder",
    "partial_consider_extension": "Partial responder: consider extending to 8–10 treatments",
    "partial_final": "Partial responder at the end of the extension",
    "responder_transition": "Responder: go on to the transition phase",
}


@dataclass(frozen=True)
class Stretch:
    """Treatments from `first` until the next stretch, with the action for each category of improvement."""

    first: int
    label: str
    non_response: str
    partial: str
    response: str


STRETCHES = (
    Stretch(0, "0–1", "too_early", "too_early", "too_early"),
    Stretch(2, "2–3", "consider_dose_increase", "continue", "maintain_plan_transition"),
    Stretch(4, "4–5", "re_evaluate", "continue", "maintain_plan_transition"),
    Stretch(6, "6–9", "non_responder", "partial_consider_extension", "responder_transition"),
    Stretch(10, "10 or more", "non_responder", "partial_final", "responder_transition"),
)
LONGEST_INDUCTION = 10  # house article: "8-10 treatments"
ASSESSMENTS = (2, 4, 6)  # house article, assessment timeline
OPTIONS = ("nonresponse_options", "What to check and adjust is in Non-response options.")
WHERE_NEXT = {
    "consider_dose_increase": ("titration_step", "The next dose of the house ladder is in Titration step."),
    "re_evaluate": OPTIONS,
    "non_responder": OPTIONS,
    "partial_final": OPTIONS,
    "responder_transition": ("maintenance_plan", "The sessions that follow are in Maintenance plan."),
}


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    treatments_completed: Annotated[int, Whole(label="Treatments completed", low=0)]
    percent: Annotated[
        Fraction,
        Number(
            label="Improvement since baseline",
            unit="%",
            high=100,
            hint="From Response status; negative when the score has risen",
            why="A score cannot fall by more than all of it.",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Decision:
    action: Annotated[str, Output(label="House protocol", words=ACTIONS)]
    category: Annotated[str, Output(label="Improvement", words=IMPROVEMENT.labels(), shown=False)]
    next_assessment: Annotated[int | None, Output(label="Next assessment after treatment")]


def stretch_of(treatments: int) -> Stretch:
    return [stretch for stretch in STRETCHES if stretch.first <= treatments][-1]


def decision(checkpoint: Checkpoint) -> Decision:
    category = IMPROVEMENT.find(checkpoint.percent).key
    later = [count for count in ASSESSMENTS if count > checkpoint.treatments_completed]
    action: str = getattr(stretch_of(checkpoint.treatments_completed), category)
    return Decision(action=action, category=category, next_assessment=later[0] if later else None)


def treatments(count: int) -> str:
    return f"{count} treatment{'' if count == 1 else 's'}"


def headline(checkpoint: Checkpoint, answer: Decision) -> str:
    return f"{ACTIONS[answer.action]} ({cut(checkpoint.percent)}% after {treatments(checkpoint.treatments_completed)})"


def working(checkpoint: Checkpoint, answer: Decision) -> Iterable[str]:
    done = checkpoint.treatments_completed
    yield f"Treatments: {done} is in the row {stretch_of(done).label}"
    yield f"Improvement: {cut(checkpoint.percent)}%: {IMPROVEMENT.neighbours(checkpoint.percent)}"
    yield f"Row {stretch_of(done).label}, {IMPROVEMENT.labels()[answer.category].lower()}: {ACTIONS[answer.action]}"
    if answer.next_assessment is not None:
        yield f"Next assessment: after treatment {answer.next_assessment}, {treatments(answer.next_assessment - done)} away"


def warnings(checkpoint: Checkpoint, answer: Decision) -> Iterable[Notice]:
    if checkpoint.percent < 0:
        yield Notice(
            "caution",
            "The score is higher than before treatment. See the patient now and ask about suicide; do not wait for the "
            "next assessment.",
            calculator="cssrs_screener",
        )
    if answer.action in ("re_evaluate", "non_responder"):
        yield Notice(
            "note",
            "Two questions belong to the house definition of non-response and are not in this sum: does the patient notice "
            "any change, and does anybody observe better functioning?",
        )
    if answer.action in WHERE_NEXT:
        calculator, words = WHERE_NEXT[answer.action]
        yield Notice("note", words, calculator=calculator)
    if checkpoint.treatments_completed > LONGEST_INDUCTION:
        yield Notice("caution", "The house protocol ends induction after 8–10 treatments; this patient has had more.")


def whole_grid(checkpoint: Checkpoint, answer: Decision) -> Iterable[Table]:
    labels = IMPROVEMENT.labels()
    yield Table(
        "The house timeline",
        ("Treatments", labels["non_response"], labels["partial"], labels["response"]),
        tuple(
            (stretch.label, *(ACTIONS[action] for action in (stretch.non_response, stretch.partial, stretch.response)))
            for stretch in STRETCHES
        ),
    )


def item(section: str, text: str, says: str) -> ListItem:
    return ListItem(ARTICLE, section, text, says)


CALCULATOR = Calculator(
    id="timeline_action",
    title="Timeline action",
    summary="At this point of induction and with this much improvement, what does the house protocol do next?",
    moment="assess",
    version="1.0",
    population="Adults in a course of ketamine who are assessed on one scale throughout. It does not judge a single session.",
    inputs=Checkpoint,
    outputs=Decision,
    compute=decision,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=whole_grid,
    bands=(IMPROVEMENT,),
    scales=lambda checkpoint, answer: ((IMPROVEMENT, checkpoint.percent, f"{cut(checkpoint.percent)}%"),),
    formula=(
        "0–1 treatments: too early to judge.",
        "2–3: below 25% consider a higher dose; 25% to below 50% continue; from 50% keep the dose and plan the transition.",
        "4–5: below 25% re-evaluate; 25% to below 50% continue; from 50% keep the dose and plan the transition.",
        "6–9: below 25% non-responder; 25% to below 50% consider extending to 8–10; from 50% go on to the transition.",
        "10 or more: below 25% non-responder; 25% to below 50% partial responder; from 50% go on to the transition.",
        "The article assesses after 2, 4 and 6 treatments; the counts in between keep the last assessment's row. "
        "(House convention.)",
    ),
    sources=(
        Source(HOUSE, "the assessments after 2, 4 and 6 treatments, the extension to 8–10, and what follows each"),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
    ),
    house=(
        item(
            "Dose Optimization Strategies",
            "No sign of response: think about a higher dose",
            "2–3 treatments, below 25%",
        ),
        item("Dose Optimization Strategies", "Some response: leave the protocol as it is", "2–3 treatments, partial"),
        item(
            "Dose Optimization Strategies",
            "Full response: keep the dose and plan what follows",
            "2–3 treatments, from 50%",
        ),
        item("Defining Non-Response", "After 2 treatments: a first signal is possible", "the first assessment"),
        item(
            "Defining Non-Response",
            "After 4 treatments: those who are going to respond should show at least a partial response",
            "the second assessment, and re-evaluation below 25%",
        ),
        item("Defining Non-Response", "After 6 treatments: the verdict on response is given", "the third assessment"),
        item("Defining Non-Response", "Depression score improved by <25%", "non-response below 25%"),
        item(
            "Treatment Frequency Optimization",
            "Stretch to 8-10 where benefit is coming slowly",
            "6–9 treatments, partial: the extension",
        ),
        TableRow(
            ARTICLE,
            "Troubleshooting Non-Response",
            "Insufficient sessions",
            "Extend to 8-10 treatments",
            "the end of the extension",
        ),
        item("Outcome Measures", "Response: depression score reduced by ≥50%", "response from 50%"),
        item("Outcome Measures", "Partial response: reduced by 25-49%", "partial response from 25%"),
    ),
    differences=(
        Difference(
            topic="Upper end of partial response",
            house="25–49%. Between 49 and 50 the house article leaves a gap, closed here: partial up to just below 50%.",
            literature="Usually 25% to below 50%.",
            when=lambda checkpoint, answer: answer.category == "partial" and answer.action != "too_early",
        ),
        Difference(
            topic="Non-response",
            house="Below 25% alone in one place; in another, together with no change noticed and no better functioning.",
            literature="Below 25%.",
            when=lambda checkpoint, answer: answer.category == "non_response" and answer.action != "too_early",
        ),
        Difference(
            topic="Doses above 0.5 mg/kg",
            house="A ladder of steps up to 0.75 mg/kg, and to 1 mg/kg with experienced oversight.",
            literature="One dose-ranging trial found 0.5 and 1 mg/kg better than control and 0.1 to 0.2 less clear; "
            "this ladder itself has not been tried.",
            when=lambda checkpoint, answer: answer.action == "consider_dose_increase",
        ),
    ),
    synonyms=("assessment", "non-responder", "partial responder", "extension", "2 4 6 treatments"),
)
