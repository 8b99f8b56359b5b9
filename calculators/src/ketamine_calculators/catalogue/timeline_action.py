"""Timeline action: what the house protocol does next, by the treatments completed and the improvement so far.

Rules from the house article; the rows between its assessment points are a house convention.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..display import plain
from ..errors import InputProblem
from ..fields import Choice, Number, Whole
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import (
    ASSESSED_AFTER,
    EXTENDED_FROM,
    EXTENDED_TO,
    HIGHEST_DOSE,
    OVERSIGHT_ABOVE,
    PROTOCOL_DOSE,
)
from ..protocol_words import (
    WORSE_HEADLINE,
    worse,
)
from ..references import FAVA_2020, HOUSE
from ..scale_words import OUTCOME_WORDS, OUTCOMES, PARTIAL_GAP
from ..scales import IMPROVEMENT, PARTIAL_FROM, PARTIAL_PRINTED_TO, RESPONSE_FROM
from ..timeline import (
    ACTIONS,
    ASSESSED,
    BELOW,
    EARLY,
    EXTENSION,
    FIRST,
    FROM_FIRST,
    FROM_THIRD,
    PARTLY,
    RESPONDING,
    SECOND,
    SHORTLY,
    STRETCHES,
    THIRD,
    WHAT_ELSE,
    Stretch,
    stretch_of,
)
from ..wording import counted, upper_first

OPTIMIZATION = PROTOCOLS.section("Dose optimization strategies")
DEFINING = PROTOCOLS.section("Defining non-response")
WORSE_COLUMN = "Worse than before treatment"


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
    outcome: Annotated[
        str | None,
        Choice(
            label="Outcome",
            hint="From Response status: remission counts before the percentage",
            options=OUTCOME_WORDS,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The action; `next_assessment` is a number of treatments, None after the last one."""

    action: Annotated[str, Output(label="Association protocol", words=ACTIONS)]
    category: Annotated[str, Output(label="Improvement", words=IMPROVEMENT.labels(), shown=False)]
    next_assessment: Annotated[int | None, Output(label="Next assessment after treatment")]


def decision(checkpoint: Checkpoint) -> Decision:
    """The action for this many treatments and this improvement. House article."""
    category = IMPROVEMENT.find(checkpoint.percent).key
    later = [count for count in ASSESSED_AFTER if count > checkpoint.treatments_completed]
    stretch = stretch_of(checkpoint.treatments_completed)
    if in_remission(checkpoint) and checkpoint.treatments_completed:
        action = "responder_transition"
    elif checkpoint.percent < 0:
        action = stretch.worse
    else:
        action = getattr(stretch, category)
    return Decision(action=action, category=category, next_assessment=later[0] if later else None)


def in_remission(checkpoint: Checkpoint) -> bool:
    """Whether the total is in remission now. Whoever was so before treatment must not have become worse."""
    before_too = checkpoint.outcome == "in_remission_at_baseline" and checkpoint.percent >= 0
    return checkpoint.outcome == "remission" or before_too


def one_answer(checkpoint: Checkpoint) -> Iterable[InputProblem]:
    """Refuses an outcome and a percentage that are not of the same two totals."""
    category = IMPROVEMENT.find(checkpoint.percent).key
    if checkpoint.outcome in IMPROVEMENT.labels() and checkpoint.outcome != category:
        yield InputProblem(
            "outcome",
            f"{plain(checkpoint.percent)}% is {OUTCOME_WORDS[category].lower()}. Take outcome and improvement from the same "
            "answer of Response status.",
            "rule",
        )


def headline(checkpoint: Checkpoint, answer: Decision) -> str:
    """The action with what it rests on. A score that has risen leads, whatever the action."""
    near = IMPROVEMENT.nearness(checkpoint.percent)
    action = f"{ACTIONS[answer.action]} ({rests_on(checkpoint)}{f', {near}' if near else ''})"
    return ". ".join([*(chip.text for chip in leading(checkpoint, answer)), action])


def leading(checkpoint: Checkpoint, answer: Decision) -> Iterable[Chip]:
    """What comes before the action."""
    if checkpoint.percent < 0 and answer.action != "reassess_first":
        yield Chip(WORSE_HEADLINE, "caution")
    if in_remission(checkpoint):
        yield Chip("Remission", "good")


def rests_on(checkpoint: Checkpoint) -> str:
    """The improvement, and after how many treatments."""
    return f"{IMPROVEMENT.rounded(checkpoint.percent)}% after {counted(checkpoint.treatments_completed, 'treatment')}"


def figure(checkpoint: Checkpoint, answer: Decision) -> Figure:
    """The action, with the improvement that it rests on."""
    chips = (*leading(checkpoint, answer), Chip(rests_on(checkpoint)))
    near = upper_first(IMPROVEMENT.nearness(checkpoint.percent))
    return Figure(ACTIONS[answer.action], chips=chips, after=near, says=("action",))


def working(checkpoint: Checkpoint, answer: Decision) -> Iterable[str]:
    """The row, the category, and the next assessment."""
    done = checkpoint.treatments_completed
    yield f"Treatments: {done} is in the row {stretch_of(done).label}"
    yield f"Improvement: {IMPROVEMENT.rounded(checkpoint.percent)}%: {IMPROVEMENT.neighbors(checkpoint.percent)}"
    if in_remission(checkpoint) and done:
        yield f"Remission counts before the percentage: {ACTIONS[answer.action]}"
    else:
        column = WORSE_COLUMN if checkpoint.percent < 0 else IMPROVEMENT.labels()[answer.category]
        yield f"Row {stretch_of(done).label}, {column.lower()}: {ACTIONS[answer.action]}"
    if answer.next_assessment is not None:
        away = counted(answer.next_assessment - done, "treatment")
        yield f"Next assessment: after treatment {answer.next_assessment}, {away} away"


def warnings(checkpoint: Checkpoint, answer: Decision) -> Iterable[Notice]:
    """A caution when the patient is worse or treated longer than the protocol does, and where to go next."""
    if checkpoint.percent < 0:
        yield worse("timeline_action.worse")
    if answer.action in ("re_evaluate", "non_responder"):
        yield Notice(
            "note",
            "Ask whether the patient notices any change, and whether anybody observes better functioning. Both "
            "belong to our protocol's definition of non-response and are not in this calculation.",
        )
    for calculator, words in WHAT_ELSE.get(answer.action, ()):
        yield Notice("note", words, calculator=calculator)
    if answer.action == "responder_transition" and checkpoint.treatments_completed < FIRST:
        yield Notice(
            "note", f"Score again before the schedule changes. Our protocol first assesses after {FIRST} treatments."
        )
    if checkpoint.treatments_completed > EXTENDED_TO:
        yield Notice(
            "caution",
            f"Our protocol ends induction after {EXTENSION} treatments; this patient has had more.",
            rule="timeline_action.more_treatments",
            short=f"more than the {EXTENDED_TO} treatments of our induction",
        )


def whole_grid(checkpoint: Checkpoint, answer: Decision) -> Iterable[Table]:
    """Every row of the timeline."""
    labels = IMPROVEMENT.labels()
    yield Table(
        "Our timeline",
        ("Treatments", WORSE_COLUMN, labels["non_response"], labels["partial"], labels["response"]),
        tuple((stretch.label, *(ACTIONS[action] for action in stretch.actions)) for stretch in STRETCHES),
    )


def in_a_line(stretch: Stretch) -> str:
    """A row of the timeline as a sentence."""
    risen, below, partly, responding = (SHORTLY[action] for action in stretch.actions)
    return f"{stretch.label}: worse than before treatment {risen}; {BELOW} {below}; {PARTLY} {partly}; {RESPONDING} {responding}."


CALCULATOR = Calculator(
    id="timeline_action",
    title="Timeline action",
    summary="At this point of induction and with this much improvement, what is the next step in our protocol?",
    moment="assess",
    version="2.0",
    population="Adults in a course of ketamine, assessed on one depression scale throughout. It does not judge one session.",
    inputs=Checkpoint,
    outputs=Decision,
    compute=decision,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(one_answer,),
    tables=whole_grid,
    bands=(IMPROVEMENT,),
    scales=lambda checkpoint, answer: (
        (IMPROVEMENT, checkpoint.percent, f"{IMPROVEMENT.rounded(checkpoint.percent)}%"),
    ),
    formula=(
        f"{EARLY.label} treatments: too early to judge.",
        *(in_a_line(stretch) for stretch in STRETCHES[1:]),
        "Remission, where it is entered, goes on to the transition whatever the percentage.",
        f"Our protocol assesses after {ASSESSED} treatments; the counts in between keep the last assessment's row. "
        "(Our convention.)",
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
        DEFINING.item(f"After {FIRST} treatments: a first signal is possible", says="the first assessment"),
        DEFINING.item(
            f"After {SECOND} treatments: those who are going to respond show at least a partial response",
            says=f"the second assessment, and re-evaluation {BELOW}",
        ),
        DEFINING.item(f"After {THIRD} treatments: the result is judged", says="the third assessment"),
        DEFINING.item(f"Depression score improved by <{plain(PARTIAL_FROM)}%", says=f"non-response {BELOW}"),
        PROTOCOLS.section("Treatment frequency optimization").item(
            f"Stretch to {EXTENDED_FROM}-{EXTENDED_TO} where benefit is coming slowly",
            says=f"{FROM_THIRD.label} treatments, partial: the extension",
        ),
        PROTOCOLS.section("Troubleshooting non-response").row(
            "Insufficient sessions",
            f"Extend to {EXTENDED_FROM}-{EXTENDED_TO} treatments",
            says="the end of the extension",
        ),
        OUTCOMES.item(f"Response: depression score reduced by ≥{plain(RESPONSE_FROM)}%", says=f"response {RESPONDING}"),
        OUTCOMES.item(
            f"Partial response: reduced by {plain(PARTIAL_FROM)}-{PARTIAL_PRINTED_TO}%",
            says=f"partial response from {plain(PARTIAL_FROM)}%",
        ),
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
