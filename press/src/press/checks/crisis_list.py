"""A list of the symptoms of a crisis of blood pressure names every one that the tools name."""

import re
from collections.abc import Iterator

from ketamine_calculators.crisis_symptoms import CRISIS_SYMPTOMS, IN_WORDS

from ..reading.problems import Problem
from .checked_page import CheckedPage

RULE = "crisis-symptoms"
_WORDS = {word for symptom in CRISIS_SYMPTOMS for word in re.findall(r"[a-z]{5,}", symptom)}
_FIRST_TWO = CRISIS_SYMPTOMS[:2]
"""What names both of them is such a list."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for a page of Markdown."""
    for at, line in enumerate(page.source.body.split("\n")):
        lower = line.lower()
        if not all(symptom in lower for symptom in _FIRST_TWO):
            continue
        for sentence in _SENTENCE_END.split(line):
            said = sentence.lower()
            absent = sorted(word for word in _WORDS if word not in said)
            if absent and all(symptom in said for symptom in _FIRST_TWO):
                yield page.problem(
                    page.source.body_line + at,
                    line.index(sentence) + 1,
                    RULE,
                    f"The list of symptoms of a crisis lacks {', '.join(absent)}.",
                    f"Write: {IN_WORDS}.",
                )
