"""Reference questions, with the replies that this machine's Python gives.

The browser's Python must give the same replies, byte for byte, while the site is built; a few go into the worker's script, to
be asked again before it answers a reader.
"""

import json
import sys

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets


def questions() -> list[str]:
    """Every worked example, and questions that are refused."""
    asked: list[dict[str, object]] = []
    for calculator in (*every(), *worksheets()):
        asked += [{"calculator": calculator.id, "values": example.inputs} for example in calculator.examples]
        asked += [{"calculator": calculator.id, "entries": []}]
        asked += [{"calculator": calculator.id, "entries": [[field.name, "1,5 stone"] for field in calculator.fields]}]
    asked += [{"calculator": "iv_dos", "entries": []}, {"entries": 1}]
    return [json.dumps(question) for question in asked]


def known_answers() -> list[dict[str, object]]:
    """One question of each calculator with the values of its answer: it is asked in each browser before its first answer."""
    known: list[dict[str, object]] = []
    for calculator in (*every(), *worksheets()):
        for example in calculator.examples[:1]:
            question = json.dumps({"calculator": calculator.id, "values": example.inputs})
            values = json.loads(answer(question))["answer"]["values"]
            known.append({"calculator": calculator.id, "question": question, "values": values})
    return known


if __name__ == "__main__":
    asked = questions()
    json.dump(
        {"questions": asked, "replies": [answer(question) for question in asked], "known": known_answers()}, sys.stdout
    )
