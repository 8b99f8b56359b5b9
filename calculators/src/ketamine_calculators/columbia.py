"""What the forms of the Columbia screener share: labels, the order of the questions, levels, and what a level asks for.

Questions and levels from the Columbia screener, Posner 2011. A form adds what it asks about behavior, and how far back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from .definition import Output
from .errors import InputProblem
from .figures import Chip, Figure, Tone
from .wording import lower_first

LEVELS = {
    "high": "High",
    "moderate": "Moderate",
    "low": "Low",
    "none": "None of the questions answered yes",
}
# Labels only: the wording of the forms is their owner's.
IDEATION = {
    "q1": "1 Wish to be dead",
    "q2": "2 Suicidal thoughts",
    "q3": "3 Thoughts of a method",
    "q4": "4 Some intent",
    "q5": "5 Plan and intent",
}
BEHAVIOR = "6 Suicidal behavior"
GATE, FOLLOW_UPS = "q2", ("q3", "q4", "q5")
# What to do at a level: the text, and the few words for a record.
ACT = {
    "high": ("Follow your local crisis steps now, before anything else.", "high: local crisis steps now"),
    "moderate": ("Follow your local crisis steps today.", "moderate: local crisis steps today"),
    "low": ("Follow your local crisis steps: the risk must be assessed further.", "low: assess the risk further"),
}
JUDGMENT = (
    "Act on your clinical judgment if you are more concerned than this result suggests. "
    "A screener does not predict suicide."
)
NEVER_ADDED = "The answers are never added up. A contradiction never lowers the level."
CONTRADICTION = "answers contradict each other: ask again"
RIGHTS = (
    "C-SSRS © The Research Foundation for Mental Hygiene and Columbia University. Short labels only; the questions "
    "and their training are with the owner, the Columbia Lighthouse Project (cssrs.columbia.edu)."
)
SYNONYMS = ("Columbia", "suicide", "suicidality", "ideation", "triage", "C-SSRS")


def number(question: str) -> str:
    """The number of one of the questions on ideation."""
    return IDEATION[question].split()[0]


def asked_after_gate(looks_back: str) -> str:
    """The hint of a question that only an earlier yes leads to."""
    return f"{looks_back}. Asked when question {number(GATE)} is yes"


@dataclass(frozen=True, kw_only=True)
class Triage:
    """How urgent the next step is, and whether to ask again."""

    level: Annotated[str, Output(label="Level", words=LEVELS)]
    inconsistent: Annotated[bool, Output(label="Answers contradict each other")]


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form of the screener.

    questions    the label of each question, in the order of the form
    leading_to   the questions that lead to each level; the first level with a yes wins
    asked_after  for each question that only a yes leads to, that earlier question and how it is called
    """

    questions: Mapping[str, str]
    leading_to: Mapping[str, tuple[str, ...]]
    asked_after: Mapping[str, tuple[str, str]]
    tones: Mapping[str, Tone]

    def yes(self, answers: object, questions: Iterable[str]) -> list[str]:
        """Those of the questions that were answered yes."""
        return [question for question in questions if getattr(answers, question)]

    def level(self, answers: object, leaving_out: str = "") -> str:
        """The first level that an answer leads to; `none` when no question was answered yes."""
        for level, questions in self.leading_to.items():
            if self.yes(answers, (question for question in questions if question != leaving_out)):
                return level
        return "none"

    def triage(self, answers: object) -> Triage:
        """The level by all answers. Posner 2011."""
        return Triage(level=self.level(answers), inconsistent=bool(self.contradictions(answers)))

    def contradictions(self, answers: object) -> list[str]:
        """The positive questions that the form would not have reached. They never lower the level."""
        return [
            question
            for question, (before, _) in self.asked_after.items()
            if getattr(answers, question) and not getattr(answers, before)
        ]

    def follow_ups_asked(self, answers: object) -> Iterable[InputProblem]:
        """Asks for each question that an earlier yes makes necessary."""
        for question, (before, called) in self.asked_after.items():
            if getattr(answers, before) and getattr(answers, question) is None:
                asked = f"“{self.questions[question]}” must be answered yes or no, because {called} is yes."
                yield InputProblem(question, asked, "missing")

    def headline(self, answers: object, answer: Triage) -> str:
        """The level with the questions that led to it."""
        if answer.level == "none":
            return "No question answered yes: no level of triage, and no proof that there is no risk"
        return f"{LEVELS[answer.level]} risk ({self._led(answers, answer)})"

    def figure(self, answers: object, answer: Triage) -> Figure:
        """The level of risk, with the questions that led to it."""
        chips = [Chip("Answers contradict each other", "caution")] if answer.inconsistent else []
        if answer.level == "none":
            return Figure(
                "No question answered yes",
                chips=tuple(chips),
                after="This does not prove that there is no risk.",
                says=("level", "inconsistent"),
            )
        return Figure(
            f"{LEVELS[answer.level]} risk",
            label="Suicide risk, C-SSRS",
            chips=(Chip(self._led(answers, answer), self.tones[answer.level]), *chips),
            says=("level", "inconsistent"),
        )

    def working(self, answers: object, answer: Triage) -> Iterable[str]:
        """Each level with its questions and what was answered."""
        for level, questions in self.leading_to.items():
            found = self.yes(answers, questions)
            asked = ", ".join(self.questions[question] for question in questions)
            said = f"yes to {self.listed(found)}" if found else "none answered yes"
            yield f"{LEVELS[level]} if any of ({asked}) is yes: {said}"
        yield "The first level with a yes counts. Answers are not added up."

    def ask_again(self, answers: object) -> str:
        """The sentence that names each contradiction."""
        found = self.listed(self.contradictions(answers))
        return f"Ask again: {found} answered yes although the question before it was no. The higher answer counts."

    def listed(self, questions: list[str]) -> str:
        """`4, 5 and 6`, each with its words."""
        words = [f"“{self.questions[question]}”" for question in questions]
        return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)

    def _led(self, answers: object, answer: Triage) -> str:
        """`Q4: some intent`: the questions that led to the level, by their numbers, each with its words."""
        found = self.yes(answers, self.leading_to[answer.level])
        numbered = (self.questions[question].partition(" ") for question in found)
        return "; ".join(f"Q{number}: {lower_first(words)}" for number, _, words in numbered)
