"""CPython, plain Pyodide and the snapshot reply alike, to the byte, to 500 random inputs of each calculator."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from ketamine_calculators import every
from ketamine_calculators.browser import answer
from press.runtime.build_cache import Cache
from press.runtime.bundle import build_bundle
from press.runtime.wheel import wheel_in, wheel_step
from support.random_inputs import hostile, plausible

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bundle"
EACH = 500


def random_questions() -> list[str]:
    """Half of them plausible, half of them hostile, the same in every run."""
    asked = []
    for calculator in every():
        random = Random(f"agreement {calculator.id}")
        for number in range(EACH):
            make = hostile if number % 2 else plausible
            # What JSON cannot say is left to the tests in CPython.
            values = json.dumps(make(calculator, random), default=str, skipkeys=True)
            asked.append(f'{{"calculator": "{calculator.id}", "values": {values}}}')
    return asked


@pytest.fixture(scope="module")
def questions() -> list[str]:
    return random_questions()


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def node(*words: str | Path) -> str:
    done = subprocess.run(["node", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_pyodide_and_cpython_agree_to_the_byte(tmp_path: Path, questions: list[str]) -> None:
    """In plain mode: Pyodide as published, and the wheel."""
    (tmp_path / "questions.json").write_text(json.dumps(questions), "utf-8")
    wheel = wheel_in(Cache(CACHE).result(wheel_step(ROOT)))
    digests = json.loads(node(Path(__file__).with_name("pyodide_replies.mjs"), wheel, tmp_path / "questions.json"))
    assert len(digests) == len(questions)
    differing = [asked for asked, digest in zip(questions, digests, strict=True) if digest != digest_of(answer(asked))]
    assert differing == []


def test_the_snapshot_answers_all_of_them_in_a_row_with_the_slim_core_and_in_the_memory_it_has(
    tmp_path: Path, questions: list[str]
) -> None:
    """A function that the core is without, or a byte more than the memory holds, would end it."""
    results = build_bundle(CACHE, CACHE / "site", root=ROOT).results
    (tmp_path / "questions.json").write_text(json.dumps({"questions": questions}), "utf-8")
    files = {
        "questions": str(tmp_path / "questions.json"),
        "slim_core": str(results["slim-core"] / "slim-core.wasm"),
        "snapshot": str(results["snapshot"]),
    }
    (tmp_path / "plan.json").write_text(json.dumps({"files": files, "out": str(tmp_path)}), "utf-8")
    node(ROOT / "web/build/runtime/replay.mjs", tmp_path / "plan.json")
    replies = json.loads((tmp_path / "replies.json").read_text("utf-8"))["replies"]
    assert len(replies) == len(questions)
    differing = [asked for asked, reply in zip(questions, replies, strict=True) if reply != answer(asked)]
    assert differing == []
