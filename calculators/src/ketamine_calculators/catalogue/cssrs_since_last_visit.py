"""C-SSRS since last visit: a level of triage at a later visit, by the same questions and levels as at the first.

Questions and levels from the Columbia screener, Posner 2011. The interval is recent, so behavior in it is high.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..columbia import (
    ACT,
    BEHAVIOR,
    CONTRADICTION,
    FOLLOW_UPS,
    GATE,
    IDEATION,
    JUDGMENT,
    NEVER_ADDED,
    RIGHTS,
    SYNONYMS,
    Form,
    Triage,
    asked_after_gate,
    number,
)
from ..definition import URGENT, Calculator, Difference, Notice, Source
from ..fields import YesNo, YesNoNotAsked
from ..house_article import PROTOCOLS
from ..protocol_words import CRISIS_LINE
from ..references import HOUSE, POSNER_2011
from ..scale_references import NINDS_CSSRS

QUESTIONS = {**IDEATION, "q6": BEHAVIOR}
FORM = Form(
    questions=QUESTIONS,
    leading_to={"high": ("q4", "q5", "q6"), "moderate": ("q3",), "low": ("q1", GATE)},
    asked_after={one: (GATE, f"question {number(GATE)}") for one in FOLLOW_UPS},
    tones={"high": "stop", "moderate": "caution", "low": "caution"},
)
LOOKS_BACK = "Since the last contact"
FOLLOW_UP_HINT = asked_after_gate(LOOKS_BACK)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers at a later visit; None stands for a question that was not asked."""

    q1: Annotated[bool, YesNo(label=QUESTIONS["q1"], hint=LOOKS_BACK)]
    q2: Annotated[bool, YesNo(label=QUESTIONS["q2"], hint=LOOKS_BACK)]
    q3: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q3"], hint=FOLLOW_UP_HINT)] = None
    q4: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q4"], hint=FOLLOW_UP_HINT)] = None
    q5: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q5"], hint=FOLLOW_UP_HINT)] = None
    q6: Annotated[bool, YesNo(label=QUESTIONS["q6"], hint=f"{LOOKS_BACK}, attempts and preparation")]
    baseline_done: Annotated[
        bool | None,
        YesNo(
            label="Form of the first visit answered before",
            hint="The screener for lifetime/past month. Leave open if you do not know",
        ),
    ] = None


def warnings(answers: Answers, answer: Triage) -> Iterable[Notice]:
    """What to do at this level, and whether this is the right form; no level lowers a clinician's worry.

    At a later visit there is a plan already: only a high level holds the visit.
    """
    text, short = ACT.get(answer.level, ("", ""))
    steps = f"{text} {CRISIS_LINE}"
    if answer.level == "high":
        yield Notice("stop", steps, rule="cssrs_since_last_visit.high", short=short, word=URGENT)
    if answer.level == "moderate":
        yield Notice("caution", steps, rule="cssrs_since_last_visit.moderate", short=short)
    if answer.inconsistent:
        yield Notice(
            "caution", FORM.ask_again(answers), rule="cssrs_since_last_visit.contradiction", short=CONTRADICTION
        )
    if answers.baseline_done is False:
        yield Notice(
            "caution",
            "Go through the form of a first visit as well: this one asks nothing about the time before the last contact.",
            "cssrs_screener",
            rule="cssrs_since_last_visit.no_baseline",
            short="first-visit C-SSRS form not answered yet",
        )
    if answer.level == "low":
        yield Notice("note", steps)
    if answer.level != "none":
        yield Notice("note", "After a yes the owner’s full scale follows.")
    if answers.baseline_done is None:
        yield Notice(
            "note",
            "Whether the form of a first visit was answered before is not entered. This form follows it and does not replace it.",
            "cssrs_screener",
        )
    yield Notice("note", JUDGMENT)


CALCULATOR = Calculator(
    id="cssrs_since_last_visit",
    title="C-SSRS since last visit",
    summary="At a later visit, after the Columbia screener “since last visit”: how urgent is the next step?",
    moment="assess",
    version="1.0",
    population="People asked by a trained interviewer at a later visit, who answered the form of a first visit before. It "
    "triages, it does not predict, and it has no sum score.",
    inputs=Answers,
    outputs=Triage,
    compute=FORM.triage,
    headline=FORM.headline,
    figure=FORM.figure,
    working=FORM.working,
    warnings=warnings,
    rules=(FORM.follow_ups_asked,),
    formula=(
        f"High: yes to question {number('q4')}, to question {number('q5')}, or to behavior since the last contact.",
        f"Moderate: otherwise yes to question {number('q3')}.",
        f"Low: otherwise yes to question {number('q1')} or {number('q2')}.",
        "None: otherwise.",
        NEVER_ADDED,
    ),
    sources=(
        Source(POSNER_2011, "the scale and its grades of ideation and behavior"),
        Source(NINDS_CSSRS, "the first form as the baseline, this one at later visits, and the full scale after a yes"),
        Source(HOUSE, "C-SSRS at every visit"),
    ),
    house=(
        PROTOCOLS.section("Monitoring during maintenance").row(
            "Suicidality assessment (C-SSRS)", "Each visit", says="the C-SSRS at every visit"
        ),
        PROTOCOLS.section("Outcome measures").row(
            "Suicidality", "C-SSRS, BSS", says="the C-SSRS as the instrument of our protocol"
        ),
    ),
    differences=(
        Difference(
            topic="Levels at a later visit",
            house="The levels of the first form. Behavior since the last contact is high. A high level stops, a moderate one "
            "is a caution and a low one a note.",
            literature="The owner’s form triages behavior of the past 3 months as high. Sites set their own actions.",
        ),
    ),
    rights=RIGHTS,
    synonyms=(*SYNONYMS, "C-SSRS follow-up", "since last contact"),
)
