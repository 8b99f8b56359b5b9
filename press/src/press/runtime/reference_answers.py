"""Questions asked while the site is built, with the replies that this machine's Python gives.

The browser's Python must give the same replies, byte for byte; a few go along with it, to be asked again on the page.
"""

import json
import sys

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets


def questions() -> list[str]:
    """Every worked example, and what a page can ask that is refused, so that the words of refusals are rehearsed too."""
    asked: list[dict[str, object]] = []
    for calculator in (*every(), *worksheets()):
        asked += [{"calculator": calculator.id, "values": example.inputs} for example in calculator.examples]
        asked += [{"calculator": calculator.id, "entries": []}]
        asked += [{"calculator": calculator.id, "entries": [[field.name, "1,5 stone"] for field in calculator.fields]}]
    asked += [{"calculator": "iv_dos", "entries": []}, {"entries": 1}]
    return [json.dumps(question) for question in asked]


def known_answers() -> list[dict[str, object]]:
    """One question a calculator with the values of its answer, asked again in each browser before its first answer."""
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
