"""C-SSRS screener: a level of triage, and whether the answers contradict the order of the questions.

Questions and levels from the Columbia screener, Posner 2011.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..definition import URGENT, Calculator, Difference, Notice, Output, Source
from ..errors import InputProblem
from ..fields import YesNo, YesNoNotAsked
from ..figures import Chip, Figure, Tone
from ..house_article import PROTOCOLS
from ..protocol_words import CRISIS_LINE
from ..references import HOUSE, POSNER_2011
from ..wording import lower_first

LEVELS = {
    "high": "High",
    "moderate": "Moderate",
    "low": "Low",
    "none": "None of the questions answered yes",
}
RECENT_MONTHS = 3  # behavior within them counts as recent
# Labels only: the wording of the form is its owner's.
QUESTIONS = {
    "q1": "1 Wish to be dead",
    "q2": "2 Suicidal thoughts",
    "q3": "3 Thoughts of a method",
    "q4": "4 Some intent",
    "q5": "5 Plan and intent",
    "q6_lifetime": "6 Suicidal behavior, ever",
    "q6_past_3_months": f"6 Suicidal behavior, past {RECENT_MONTHS} months",
}
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
# The questions that lead to each level; the first level with a yes wins.
LEADING_TO = {
    "high": ("q4", "q5", "q6_past_3_months"),
    "moderate": ("q3", "q6_lifetime"),
    "low": ("q1", "q2"),
}
GATE, FOLLOW_UPS = "q2", ("q3", "q4", "q5")
EVER, RECENTLY = "q6_lifetime", "q6_past_3_months"


def number(question: str) -> str:
    """The number of a question on the form."""
    return QUESTIONS[question].split()[0]


FOLLOW_UP_HINT = f"Past month. Asked when question {number(GATE)} is yes"


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


@dataclass(frozen=True, kw_only=True)
class Triage:
    """How urgent the next step is, and whether to ask again."""

    level: Annotated[str, Output(label="Level", words=LEVELS)]
    inconsistent: Annotated[bool, Output(label="Answers contradict each other")]


def yes(answers: Answers, questions: Iterable[str]) -> list[str]:
    """Those of the questions that were answered yes."""
    return [question for question in questions if getattr(answers, question)]


def triage(answers: Answers) -> Triage:
    """The first level that an answer leads to. Posner 2011."""
    level = next((level for level, questions in LEADING_TO.items() if yes(answers, questions)), "none")
    return Triage(level=level, inconsistent=bool(contradictions(answers)))


def contradictions(answers: Answers) -> list[str]:
    """The positive questions that the form would not have reached. They never lower the level."""
    found = [] if answers.q2 else yes(answers, FOLLOW_UPS)
    return found + ([] if answers.q6_lifetime else yes(answers, (RECENTLY,)))


def follow_ups_asked(answers: Answers) -> Iterable[InputProblem]:
    """Asks for each question that an earlier yes makes necessary."""
    needed = FOLLOW_UPS if answers.q2 else ()
    for question in needed + ((RECENTLY,) if answers.q6_lifetime else ()):
        if getattr(answers, question) is None:
            before = f"question {number(GATE)}" if question != RECENTLY else "“ever”"
            yield InputProblem(
                question, f"“{QUESTIONS[question]}” must be answered yes or no, because {before} is yes.", "missing"
            )


def headline(answers: Answers, answer: Triage) -> str:
    """The level with the questions that led to it."""
    if answer.level == "none":
        return "No question answered yes: no level of triage, and no proof that there is no risk"
    return f"{LEVELS[answer.level]} risk ({named(yes(answers, LEADING_TO[answer.level]))})"


def named(questions: list[str]) -> str:
    """`Q4: some intent`: questions by their numbers, each with its words."""
    numbered = (QUESTIONS[question].partition(" ") for question in questions)
    return "; ".join(f"Q{number}: {lower_first(words)}" for number, _, words in numbered)


def listed(questions: list[str]) -> str:
    """`4, 5 and 6`, each with its words."""
    words = [f"“{QUESTIONS[question]}”" for question in questions]
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


TONES: Mapping[str, Tone] = {"high": "stop", "moderate": "stop", "low": "caution"}


def figure(answers: Answers, answer: Triage) -> Figure:
    """The level of risk, with the questions that led to it."""
    chips = [Chip("Answers contradict each other", "caution")] if answer.inconsistent else []
    if answer.level == "none":
        return Figure(
            "No question answered yes",
            chips=tuple(chips),
            after="This does not prove that there is no risk.",
            says=("level", "inconsistent"),
        )
    led = Chip(named(yes(answers, LEADING_TO[answer.level])), TONES[answer.level])
    return Figure(
        f"{LEVELS[answer.level]} risk",
        label="Suicide risk, C-SSRS",
        chips=(led, *chips),
        says=("level", "inconsistent"),
    )


def working(answers: Answers, answer: Triage) -> Iterable[str]:
    """Each level with its questions and what was answered."""
    for level, questions in LEADING_TO.items():
        found = yes(answers, questions)
        asked = ", ".join(QUESTIONS[question] for question in questions)
        said = f"yes to {listed(found)}" if found else "none answered yes"
        yield f"{LEVELS[level]} if any of ({asked}) is yes: {said}"
    yield "The first level with a yes counts. Answers are not added up."


# What to do at a level that a recent answer leads to: the text, and the few words for a record.
ACT = {
    "high": ("Follow your local crisis steps now, before anything else.", "high: local crisis steps now"),
    "moderate": ("Follow your local crisis steps today.", "moderate: local crisis steps today"),
    "low": ("Follow your local crisis steps: the risk must be assessed further.", "low: assess the risk further"),
}


def recent_level(answers: Answers) -> str:
    """The level by all answers but the one on behavior ever, which may be years ago."""
    recent = {level: [one for one in questions if one != EVER] for level, questions in LEADING_TO.items()}
    return next((level for level, questions in recent.items() if yes(answers, questions)), "none")


def warnings(answers: Answers, answer: Triage) -> Iterable[Notice]:
    """What to do at this level; no level lowers a clinician's worry."""
    recent = recent_level(answers)
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
        yield Notice(
            "caution",
            f"Ask again: {listed(contradictions(answers))} answered yes although the question before it was no. The higher "
            "answer counts.",
            rule="cssrs_screener.contradiction",
            short="answers contradict each other: ask again",
        )
    yield Notice(
        "note",
        "Act on your clinical judgment if you are more concerned than this result suggests. A screener does not predict "
        "suicide.",
    )
    yield Notice(
        "note",
        "This is the form for a first visit (lifetime/past month). Later visits use the form “since last visit”.",
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
    compute=triage,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(follow_ups_asked,),
    formula=(
        f"High: yes to question {number('q4')}, to question {number('q5')}, or to behavior in the past {RECENT_MONTHS} "
        "months.",
        f"Moderate: otherwise yes to question {number('q3')}, or to behavior ever.",
        f"Low: otherwise yes to question {number('q1')} or {number('q2')}.",
        "None: otherwise.",
        "The answers are never added up. A contradiction never lowers the level.",
        f"LOINC: {', '.join(LOINC[question] for question in ('q1', GATE, *FOLLOW_UPS))} "
        f"(questions {number('q1')} to {number('q5')}), {LOINC[EVER]} and {LOINC[RECENTLY]} (question {number(EVER)}), "
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
    rights="C-SSRS © The Research Foundation for Mental Hygiene and Columbia University. Short labels only; the questions "
    "and their training are with the owner, the Columbia Lighthouse Project (cssrs.columbia.edu).",
    synonyms=("Columbia", "suicide", "suicidality", "ideation", "triage", "C-SSRS"),
)
