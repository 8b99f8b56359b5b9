"""What a reader's own browser is asked on request, with the replies that this machine's Python gives: a file a calculator.

`python -m press.runtime.expected_answers FOLDER` writes them. Each question has a checksum of the whole reply, by which it is
judged, and what a page says of it, for people to compare.
"""

import json
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Field
from ketamine_calculators.registry import every, worksheets
from ketamine_calculators.wording import in_sentence

from .build_cache import Inputs, Step, Tree
from .commands import python
from .edges import edges
from .shared_inputs import code_of

_ROW = re.compile(r"\.(\d+)\.")


def expected_step(root: Path, wheel: Path) -> Step:
    """A folder with `<id>.json` for each calculator and worksheet, answered from the wheel."""
    files = {"wheel": Tree(wheel, "*.whl"), "requirements": root / "requirements.txt", **code_of("expected_answers")}
    return Step("expected", Inputs(files, {"python": platform.python_version()}), make_expected, takes_long=True)


def make_expected(inputs: Inputs, out: Path) -> None:
    (wheel,) = inputs.path("wheel").glob("*.whl")
    module = "press.runtime.expected_answers"
    python(module, out, doing="Answering at every edge", PYTHONPATH=str(wheel))


def expected(calculator: Calculator[Any, Any]) -> dict[str, Any]:
    """The questions of one calculator in their order, and the labels of all that is entered in them."""
    rows = []
    words: dict[str, str] = {}
    labels = dict(_labels(calculator.fields))
    for edge in edges(calculator):
        reply = answer(json.dumps({"calculator": calculator.id, "entries": edge.entries}))
        checksum = crc32(reply.encode())
        rows.append(
            {"about": edge.about, "entries": edge.entries, "checksum": checksum, "said": said(json.loads(reply))}
        )
        words |= _words(edge.entries, labels)
    return {
        "calculator": calculator.id,
        "title": calculator.title,
        "version": calculator.version,
        "words": words,
        "rows": rows,
    }


def said(reply: dict[str, Any]) -> list[str]:
    """What a page says of a reply before all else; web/verify/judgment.js reads the same from the browser's."""
    if "answer" in reply:
        return [reply["answer"]["headline"], *reply["answer"]["dangers"]]
    return [problem["message"] for problem in reply.get("problems", ())] or [reply.get("failure", "")]


def _labels(fields: Sequence[Field], before: str = "", row: str = "") -> Iterator[tuple[str, str]]:
    """The words for each question and option, by the name that entries have; # stands for the number of a row."""
    for field in fields:
        name, spec = f"{before}{field.name}", field.spec
        yield name, f"{row}{in_sentence(spec.label)}" if row else spec.label
        yield from ((f"{name}={option}", label) for option, label in spec.choices.items())
        yield from ((f"{name}.{box}", label) for box, label in getattr(spec, "boxes", {}).items())
        yield from ((f"{name}.{place}", item.label) for place, item in enumerate(getattr(spec, "items", ())))
        yield from _labels(spec.fields, f"{name}.#.", f"{getattr(spec, 'one', '')} #, ")


def _words(entries: Sequence[tuple[str, str]], labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What the names of entries say, and their options: `trials.1.drug` is “Trial 2, drug”."""
    for name, text in entries:
        row = _ROW.search(name)
        known = _ROW.sub(".#.", name)
        yield name, labels.get(known, name).replace("#", str(int(row[1]) + 1) if row else "#")
        if f"{known}={text}" in labels:
            yield f"{name}={text}", labels[f"{known}={text}"]


if __name__ == "__main__":
    for card in (*every(), *worksheets()):
        content = json.dumps(expected(card), ensure_ascii=False, separators=(",", ":"))
        Path(sys.argv[1], f"{card.id}.json").write_text(content, "utf-8")
