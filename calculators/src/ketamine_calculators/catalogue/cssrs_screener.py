"""C-SSRS screener: a level of triage, and whether the answers contradict the order of the questions.

Questions and levels from the Columbia screener, Posner 2011. This is the form for a first visit.
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

RECENT_MONTHS = 3  # behavior within them counts as recent
EVER, RECENTLY = "q6_lifetime", "q6_past_3_months"
QUESTIONS = {**IDEATION, EVER: f"{BEHAVIOR}, ever", RECENTLY: f"{BEHAVIOR}, past {RECENT_MONTHS} months"}
# HL7 US behavioral health profiles, Columbia screener
LOINC = {
    "q1": "93246-7",
    "q2": "93247-5",
    "q3": "93248-3",
    "q4": "93249-1",
    "q5": "93250-9",
    "q6_lifetime": "93267-3",
    "q6_past_3_months": "93269-9",
    "level": "93374-7",
}
FORM = Form(
    questions=QUESTIONS,
    leading_to={"high": ("q4", "q5", RECENTLY), "moderate": ("q3", EVER), "low": ("q1", GATE)},
    asked_after={**{one: (GATE, f"question {number(GATE)}") for one in FOLLOW_UPS}, RECENTLY: (EVER, "“ever”")},
    tones={"high": "stop", "moderate": "stop", "low": "caution"},
)
FOLLOW_UP_HINT = asked_after_gate("Past month")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to the screener; None stands for a question that was not asked."""

    q1: Annotated[bool, YesNo(label=QUESTIONS["q1"], hint="Past month")]
    q2: Annotated[bool, YesNo(label=QUESTIONS["q2"], hint="Past month")]
    q3: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q3"], hint=FOLLOW_UP_HINT)] = None
    q4: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q4"], hint=FOLLOW_UP_HINT)] = None
    q5: Annotated[bool | None, YesNoNotAsked(label=QUESTIONS["q5"], hint=FOLLOW_UP_HINT)] = None
    q6_lifetime: Annotated[bool, YesNo(label=QUESTIONS["q6_lifetime"], hint="At any time, attempts and preparation")]
    q6_past_3_months: Annotated[
        bool | None,
        YesNoNotAsked(label=QUESTIONS["q6_past_3_months"], hint="Asked when there has ever been such behavior"),
    ] = None


def warnings(answers: Answers, answer: Triage) -> Iterable[Notice]:
    """What to do at this level; no level lowers a clinician's worry."""
    recent = FORM.level(answers, leaving_out=EVER)  # behavior ever may be years ago
    if recent in ACT:
        text, short = ACT[recent]
        yield Notice("stop", f"{text} {CRISIS_LINE}", rule=f"cssrs_screener.{recent}", short=short, word=URGENT)
    if answers.q6_lifetime and not answers.q6_past_3_months:
        yield Notice(
            "caution",
            "A history of suicidal behavior, none of it recent: assess what it means now and plan with your local crisis "
            "steps. At follow-up it stays a history and is not a new event.",
            rule="cssrs_screener.history",
            short="history of suicidal behavior, not recent",
        )
    if answer.inconsistent:
        yield Notice("caution", FORM.ask_again(answers), rule="cssrs_screener.contradiction", short=CONTRADICTION)
    yield Notice("note", JUDGMENT)
    yield Notice(
        "note",
        "This is the form for a first visit (lifetime/past month). Later visits use the form “since last visit”.",
        "cssrs_since_last_visit",
    )


CALCULATOR = Calculator(
    id="cssrs_screener",
    title="C-SSRS screener triage",
    summary="At a first visit, after the Columbia screener (lifetime/past month): how urgent is the next step?",
    moment="assess",
    version="2.0",
    population="People asked by a trained interviewer at a first visit (lifetime/past month). It triages, it does not predict, "
    "and it has no sum score.",
    inputs=Answers,
    outputs=Triage,
    compute=FORM.triage,
    headline=FORM.headline,
    figure=FORM.figure,
    working=FORM.working,
    warnings=warnings,
    rules=(FORM.follow_ups_asked,),
    formula=(
        f"High: yes to question {number('q4')}, to question {number('q5')}, or to behavior in the past {RECENT_MONTHS} "
        "months.",
        f"Moderate: otherwise yes to question {number('q3')}, or to behavior ever.",
        f"Low: otherwise yes to question {number('q1')} or {number('q2')}.",
        "None: otherwise.",
        NEVER_ADDED,
        f"LOINC: {', '.join(LOINC[question] for question in IDEATION)} "
        f"(questions {number('q1')} to {number('q5')}), {LOINC[EVER]} and {LOINC[RECENTLY]} (question {BEHAVIOR.split()[0]}), "
        f"{LOINC['level']} (level).",
    ),
    sources=(
        Source(POSNER_2011, "the scale and its grades of ideation and behavior"),
        Source(HOUSE, "C-SSRS at the first assessment and at every visit"),
    ),
    house=(
        PROTOCOLS.section("Comprehensive assessment components").item(
            "Thoughts of suicide (C-SSRS)", says="the screener at the first assessment"
        ),
        PROTOCOLS.section("Monitoring during maintenance").row(
            "Suicidality assessment (C-SSRS)", "Each visit", says="the screener at every visit"
        ),
        PROTOCOLS.section("Outcome measures").row(
            "Suicidality", "C-SSRS, BSS", says="the C-SSRS as the instrument of our protocol"
        ),
    ),
    differences=(
        Difference(
            topic="Points",
            house="No sum score.",
            literature="Some sites add up the answers. The scale was not made for that, and a single yes to question "
            f"{number('q4')} can outweigh several others.",
        ),
    ),
    loinc=LOINC,
    rights=RIGHTS,
    synonyms=SYNONYMS,
)
