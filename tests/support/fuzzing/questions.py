"""What a page asks Python, and must be answered in words whatever it is."""

import json
from collections.abc import Sequence
from functools import cache

from ketamine_calculators.browser import answer
from press.runtime.coverage_inputs import coverage_inputs

WORDS = (
    *(
        '"entries":',
        '"values":',
        '"read":',
        '"complete":',
        '"record":',
        '"fhir"',
        '"ics"',
        '"line"',
        '"day":',
        '"2026-03-02"',
        '"calculator":',
    ),
    *(
        '"iv_dose"',
        '["weight_value","70"],',
        '"weight_unit":"lb"',
        "[[],[]]",
        '{"a":',
        "[",
        "]",
        "null,",
        "1e999",
        "-0.0",
        '"decimal_comma":true,',
        "1,5",
        "70.000",
        "\u200b70 kg",
    ),
)
# What a reply says, each with what may stand beside it.
_KINDS = {
    "answer": {"needed", "proposed", "due", "onward", "readings"},
    "record": {"update"},
    "found": set(),
    "completed": set(),
    "refused": set(),
    "problems": {"readings"},
    "failure": set(),
}


@cache
def questions() -> Sequence[str]:
    """One in six of the coverage inputs: of each calculator some hundred."""
    return list(coverage_inputs({}))[::6]


def check_question(text: str) -> None:
    """`browser.answer` never raises, and replies with one thing, in strict JSON; the same the second time."""
    reply = answer(text)
    found = json.loads(reply, parse_constant=_refused)
    kinds = found.keys() & _KINDS.keys()
    assert len(kinds) == 1, reply
    assert found.keys() - kinds <= _KINDS[kinds.pop()], reply
    assert answer(text) == reply, "the same question has another reply the second time"


def _refused(word: str) -> None:
    raise AssertionError(f"{word} stands in a reply")
