"""Timeline action: what the house protocol does next, by the treatments completed and the improvement so far.

Rules from the house article; the rows between its assessment points are a house convention.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..display import cut, plain
from ..fields import Number, Whole
from ..house_article import PROTOCOLS
from ..house_protocol import (
    ASSESSED_AFTER,
    EXTENDED_FROM,
    EXTENDED_TO,
    HIGHEST_DOSE,
    OVERSIGHT_ABOVE,
    PROTOCOL_DOSE,
)
from ..references import FAVA_2020, HOUSE
from ..scale_words import OUTCOMES, PARTIAL_GAP
from ..scales import IMPROVEMENT, PARTIAL_FROM, RESPONSE_FROM
from ..wording import listed

OPTIMIZATION = PROTOCOLS.section("Dose Optimization Strategies")
DEFINING = PROTOCOLS.section("Defining Non-Response")
EXTENSION = f"{EXTENDED_FROM}–{EXTENDED_TO}"

ACTIONS = {
    "too_early": "Too early to judge",
    "consider_dose_increase": "Consider a higher dose",
    "continue": "Continue as planned",
    "maintain_plan_transition": "Keep the dose and plan the transition",
    "re_evaluate": "Re-evaluate diagnosis, confounders and protocol",
    "non_responder": "Non-responder",
    "partial_consider_extension": f"Partial responder: consider extending to {EXTENSION} treatments",
    "partial_final": "Partial responder at the end of the extension",
    "responder_transition": "Responder: go on to the transition phase",
}
# The same in the lines of the formula, where the row has already said how many treatments there were.
SHORTLY = {
    "consider_dose_increase": "consider a higher dose",
    "continue": "continue",
    "maintain_plan_transition": "keep the dose and plan the transition",
    "re_evaluate": "re-evaluate",
    "non_responder": "non-responder",
    "partial_consider_extension": f"consider extending to {EXTENSION}",
    "partial_final": "partial responder",
    "responder_transition": "go on to the transition",
}


@dataclass(frozen=True)
class Stretch:
    """Treatments from `first` to `last`, without end if None, with the action for each category of improvement."""

    first: int
    last: int | None
    non_response: str
    partial: str
    response: str

    @property
    def label(self) -> str:
        """`2–3`, `10 or more`."""
        return f"{self.first} or more" if self.last is None else f"{self.first}–{self.last}"


FIRST, SECOND, THIRD = ASSESSED_AFTER  # treatments at the first, the second and the third assessment
STRETCHES = (
    Stretch(0, FIRST - 1, "too_early", "too_early", "too_early"),
    Stretch(FIRST, SECOND - 1, "consider_dose_increase", "continue", "maintain_plan_transition"),
    Stretch(SECOND, THIRD - 1, "re_evaluate", "continue", "maintain_plan_transition"),
    Stretch(THIRD, EXTENDED_TO - 1, "non_responder", "partial_consider_extension", "responder_transition"),
    Stretch(EXTENDED_TO, None, "non_responder", "partial_final", "responder_transition"),
)
EARLY, FROM_FIRST, _, FROM_THIRD, _ = STRETCHES
ASSESSED = listed([str(after) for after in ASSESSED_AFTER], "and")
BELOW, PARTLY, RESPONDING = (
    f"below {plain(PARTIAL_FROM)}%",
    f"{plain(PARTIAL_FROM)}% to below {plain(RESPONSE_FROM)}%",
    f"from {plain(RESPONSE_FROM)}%",
)
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
    """Where the course stands."""

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
    """The action; `next_assessment` is a number of treatments, None after the last one."""

    action: Annotated[str, Output(label="House protocol", words=ACTIONS)]
    category: Annotated[str, Output(label="Improvement", words=IMPROVEMENT.labels(), shown=False)]
    next_assessment: Annotated[int | None, Output(label="Next assessment after treatment")]


def stretch_of(treatments: int) -> Stretch:
    """The row of the timeline for this number of treatments, from 0 on."""
    return [stretch for stretch in STRETCHES if stretch.first <= treatments][-1]


def decision(checkpoint: Checkpoint) -> Decision:
    """The action for this many treatments and this improvement. House article."""
    category = IMPROVEMENT.find(checkpoint.percent).key
    later = [count for count in ASSESSED_AFTER if count > checkpoint.treatments_completed]
    action: str = getattr(stretch_of(checkpoint.treatments_completed), category)
    return Decision(action=action, category=category, next_assessment=later[0] if later else None)


def treatments(count: int) -> str:
    """`1 treatment`, `2 treatments`."""
    return f"{count} treatment{'' if count == 1 else 's'}"


def headline(checkpoint: Checkpoint, answer: Decision) -> str:
    """The action with what it rests on."""
    return f"{ACTIONS[answer.action]} ({cut(checkpoint.percent)}% after {treatments(checkpoint.treatments_completed)})"


def working(checkpoint: Checkpoint, answer: Decision) -> Iterable[str]:
    """The row, the category, and the next assessment."""
    done = checkpoint.treatments_completed
    yield f"Treatments: {done} is in the row {stretch_of(done).label}"
    yield f"Improvement: {cut(checkpoint.percent)}%: {IMPROVEMENT.neighbors(checkpoint.percent)}"
    yield f"Row {stretch_of(done).label}, {IMPROVEMENT.labels()[answer.category].lower()}: {ACTIONS[answer.action]}"
    if answer.next_assessment is not None:
        yield f"Next assessment: after treatment {answer.next_assessment}, {treatments(answer.next_assessment - done)} away"


def warnings(checkpoint: Checkpoint, answer: Decision) -> Iterable[Notice]:
    """A caution when the patient is worse or treated longer than the protocol does, and where to go next."""
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
    if checkpoint.treatments_completed > EXTENDED_TO:
        ends = f"ends induction after {EXTENSION} treatments"
        yield Notice("caution", f"The house protocol {ends}; this patient has had more.")


def whole_grid(checkpoint: Checkpoint, answer: Decision) -> Iterable[Table]:
    """Every row of the timeline."""
    labels = IMPROVEMENT.labels()
    yield Table(
        "The house timeline",
        ("Treatments", labels["non_response"], labels["partial"], labels["response"]),
        tuple(
            (stretch.label, *(ACTIONS[action] for action in (stretch.non_response, stretch.partial, stretch.response)))
            for stretch in STRETCHES
        ),
    )


def in_a_line(stretch: Stretch) -> str:
    """A row of the timeline as a sentence."""
    below, partly, responding = (
        SHORTLY[action] for action in (stretch.non_response, stretch.partial, stretch.response)
    )
    return f"{stretch.label}: {BELOW} {below}; {PARTLY} {partly}; {RESPONDING} {responding}."


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
        f"{EARLY.label} treatments: too early to judge.",
        *(in_a_line(stretch) for stretch in STRETCHES[1:]),
        f"The article assesses after {ASSESSED} treatments; the counts in between keep the last assessment's row. "
        "(House convention.)",
    ),
    sources=(
        Source(
            HOUSE, f"the assessments after {ASSESSED} treatments, the extension to {EXTENSION}, and what follows each"
        ),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
    ),
    house=(
        OPTIMIZATION.item(
            "No sign of response: think about a higher dose", says=f"{FROM_FIRST.label} treatments, {BELOW}"
        ),
        OPTIMIZATION.item("Some response: leave the protocol as it is", says=f"{FROM_FIRST.label} treatments, partial"),
        OPTIMIZATION.item(
            "Full response: keep the dose and plan what follows", says=f"{FROM_FIRST.label} treatments, {RESPONDING}"
        ),
        DEFINING.item("After 2 treatments: a first signal is possible", says="the first assessment"),
        DEFINING.item(
            "After 4 treatments: those who are going to respond should show at least a partial response",
            says=f"the second assessment, and re-evaluation {BELOW}",
        ),
        DEFINING.item("After 6 treatments: the verdict on response is given", says="the third assessment"),
        DEFINING.item("Depression score improved by <25%", says=f"non-response {BELOW}"),
        PROTOCOLS.section("Treatment Frequency Optimization").item(
            "Stretch to 8-10 where benefit is coming slowly",
            says=f"{FROM_THIRD.label} treatments, partial: the extension",
        ),
        PROTOCOLS.section("Troubleshooting Non-Response").row(
            "Insufficient sessions", "Extend to 8-10 treatments", says="the end of the extension"
        ),
        OUTCOMES.item("Response: depression score reduced by ≥50%", says=f"response {RESPONDING}"),
        OUTCOMES.item("Partial response: reduced by 25-49%", says=f"partial response from {plain(PARTIAL_FROM)}%"),
    ),
    differences=(
        Difference(
            topic="Upper end of partial response",
            house=PARTIAL_GAP,
            literature="Usually 25% to below 50%.",
            when=lambda checkpoint, answer: answer.category == "partial" and answer.action != "too_early",
        ),
        Difference(
            topic="Non-response",
            house=f"{BELOW.capitalize()} alone in one place; in another, together with no change noticed and no better "
            "functioning.",
            literature="Below 25%.",
            when=lambda checkpoint, answer: answer.category == "non_response" and answer.action != "too_early",
        ),
        Difference(
            topic=f"Doses above {plain(PROTOCOL_DOSE)} mg/kg",
            house=f"A ladder of steps up to {plain(OVERSIGHT_ABOVE)} mg/kg, and to {plain(HIGHEST_DOSE)} mg/kg with experienced "
            "oversight.",
            literature="One dose-ranging trial found 0.5 and 1 mg/kg better than control and 0.1 to 0.2 less clear; "
            "this ladder itself has not been tried.",
            when=lambda checkpoint, answer: answer.action == "consider_dose_increase",
        ),
    ),
    synonyms=("assessment", "non-responder", "partial responder", "extension", "2 4 6 treatments"),
)
