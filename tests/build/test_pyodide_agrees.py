"""CPython, Pyodide and the image that pages go on from reply alike, to the byte, to 500 random inputs of each calculator."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from random import Random

from ketamine_calculators import every
from ketamine_calculators.browser import answer
from press.runtime.bundle import build_bundle
from random_inputs import hostile, plausible

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bundle"
EACH = 500


def questions() -> list[str]:
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


def test_pyodide_and_cpython_agree_to_the_byte(tmp_path: Path) -> None:
    asked = questions()
    (tmp_path / "questions.json").write_text(json.dumps(asked), "utf-8")
    package = shutil.make_archive(str(tmp_path / "calculators"), "zip", ROOT / "calculators" / "src")
    command = ["node", str(Path(__file__).with_name("pyodide_replies.mjs")), package, str(tmp_path / "questions.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    digests = json.loads(done.stdout)
    assert len(digests) == len(asked)
    differing = [question for question, digest in zip(asked, digests, strict=True) if digest != digest_of(question)]
    assert differing == []


def test_the_image_answers_all_of_them_in_a_row_with_its_own_core_and_in_the_memory_it_has(tmp_path: Path) -> None:
    """A function that the core is without, or a byte more than the memory holds, would end it."""
    asked = questions()
    (tmp_path / "questions.json").write_text(json.dumps(asked), "utf-8")
    library = build_bundle(CACHE, CACHE / "site").library
    rehearse = ROOT / "press/src/press/runtime/replay.mjs"
    command = ["node", rehearse, library / "rehearsed.wasm", library, tmp_path / "questions.json", tmp_path / "replies"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    replies = json.loads((tmp_path / "replies").read_text("utf-8"))["replies"]
    assert len(replies) == len(asked)
    differing = [question for question, reply in zip(asked, replies, strict=True) if reply != answer(question)]
    assert differing == []


def digest_of(question: str) -> str:
    return sha256(answer(question).encode()).hexdigest()
