"""However long a clinician goes on calculating, Python's memory in the page stays as it was."""

import json
import subprocess
from pathlib import Path
from random import Random

from ketamine_calculators import every
from press.runtime.build_cache import Cache
from press.runtime.wheel import wheel_in, wheel_step
from support.random_inputs import hostile, plausible

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = 1000


def questions() -> list[str]:
    """All calculators by turns, with inputs that are right and inputs that are refused."""
    random = Random("memory")
    calculators = list(every())
    asked = []
    for number in range(ANSWERS):
        calculator = calculators[number % len(calculators)]
        make = hostile if number % 4 == 0 else plausible
        values = json.dumps(make(calculator, random), default=str, skipkeys=True)
        asked.append(f'{{"calculator": "{calculator.id}", "values": {values}}}')
    return asked


def test_memory_after_1000_answers_is_what_it_was_after_100(tmp_path: Path) -> None:
    (tmp_path / "questions.json").write_text(json.dumps(questions()), "utf-8")
    wheel = wheel_in(Cache(ROOT / ".cache" / "bundle").result(wheel_step(ROOT)))
    command: list[str | Path] = [
        "node",
        Path(__file__).with_name("answer_memory.mjs"),
        wheel,
        tmp_path / "questions.json",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    seen = json.loads(done.stdout)
    assert len(seen) == ANSWERS / 100
    first, last = seen[0], seen[-1]
    assert last["bytes"] == first["bytes"]
    # One object or a few bytes left behind by each answer would be 900 of them. Python's own caches may still fill a little.
    assert abs(last["objects"] - first["objects"]) <= 100
    assert abs(last["used"] - first["used"]) <= 4000
