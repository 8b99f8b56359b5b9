"""A part of the runtime in which one bit is not as it was published is not used: no number comes of it.

BIT_FLIPS in the environment says how many bits are turned in all, 2000 for a long run.
"""

import json
import os
import subprocess
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, find, worksheets
from press.runtime.bundle import FOLDER, Bundle, build_bundle

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bundle"
TURNER = Path(__file__).with_name("bit_flips.mjs")
FLIPS = int(os.environ.get("BIT_FLIPS", "100"))
TOOLS = [calculator.id for calculator in (*every(), *worksheets())]
# Started from the snapshot a worker reads these, and else all others.
OF_SNAPSHOT = ("snapshot-", "slim-core-", "tool-")
# What checks the parts, and what only shows the answer.
OF_PAGES = (
    "worker-",
    "engine-",
    "head-",
    "main-",
    "chart-view-",
    "qr-view-",
    "verify-",
    "check-",
    "report-",
    "session-",
    "search-dialog-",
    "self-test-",
    "shortcut-list-",
    "expected-",
    "released-",
)


def parts_of(bundle: Bundle) -> list[str]:
    """What Python is made of, by its place in the folder of the scripts."""
    names = [name.removeprefix(f"{FOLDER}/") for name in bundle.files]
    return [name for name in names if not name.startswith(OF_PAGES)]


def question_of(tool: str) -> dict[str, str]:
    """Its first example, as a page asks it."""
    return {"calculator": tool, "text": json.dumps({"calculator": tool, "values": find(tool).examples[0].inputs})}


def tool_of(part: str) -> str:
    """The tool whose part it is; for what all tools need, one of them."""
    return part.removeprefix("tool-").rpartition("-")[0] if part.startswith("tool-") else "iv_dose"


def said(bundle: Bundle, turns: list[dict[str, Any]], tmp_path: Path) -> list[dict[str, Any]]:
    """What the worker says, turn by turn."""
    folder, plan = bundle.folder / FOLDER, tmp_path / "turns.json"
    worker = bundle.worker_script.removeprefix(f"{FOLDER}/")
    files = [*parts_of(bundle), worker]
    asked = [{**turn, "question": question_of(tool_of(turn["file"]))} for turn in turns]
    plan.write_text(json.dumps({"files": files, "worker": worker, "turns": asked}), "utf-8")
    done = subprocess.run(["node", TURNER, folder, plan], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    replies: list[dict[str, Any]] = json.loads(done.stdout)
    return replies


@pytest.mark.parametrize("runtime", ["full", "plain"])
def test_no_part_with_one_bit_turned_is_used(runtime: str, tmp_path: Path) -> None:
    bundle = build_bundle(CACHE, CACHE / "site", root=ROOT, runtime=runtime)
    parts = parts_of(bundle)
    whole = [part for part in parts if not part.startswith("tool-")]
    of_tools = [part for part in parts if part.startswith("tool-")]
    assert len(whole) == (5 if runtime == "full" else 7)
    assert sorted(map(tool_of, of_tools)) == (sorted(TOOLS) if runtime == "full" else [])
    random = Random(f"bits of {runtime}")
    turns = [
        {
            "file": part,
            "bit": random.randrange(8 * (bundle.folder / FOLDER / part).stat().st_size),
            "clean": not part.startswith(OF_SNAPSHOT),
        }
        for part in (*islice(cycle(whole), FLIPS // 2), *of_tools)
    ]
    used = [
        (turn, words)
        for turn, words in zip(turns, said(bundle, turns, tmp_path), strict=True)
        if words.get("refused") != "damaged"
    ]
    assert used == []


def test_with_every_bit_as_published_the_same_worker_answers(tmp_path: Path) -> None:
    bundle = build_bundle(CACHE, CACHE / "site", root=ROOT)
    (words,) = said(bundle, [{"file": "", "bit": 0, "clean": False}], tmp_path)
    assert words == {"question": 1, "reply": answer(question_of("iv_dose")["text"])}
