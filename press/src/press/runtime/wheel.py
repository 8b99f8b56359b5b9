"""The calculators as a wheel, and what they answer in this machine's Python."""

import platform
from pathlib import Path

from .build_cache import Inputs, Step, Tree
from .commands import python
from .shared_inputs import code_of

ANSWERS = "answers.json"


def wheel_step(root: Path) -> Step:
    """A folder with the wheel, and `answers.json`: what the browser's Python will be asked, and must reply."""
    files = {
        "calculators": Tree(root / "calculators"),
        # Hatchling leaves out what Git ignores.
        "ignored": root / ".gitignore",
        # The versions of the tools.
        "requirements": root / "requirements.txt",
        **code_of("wheel", "reference_answers"),
    }
    return Step("wheel", Inputs(files, {"python": platform.python_version()}), make_wheel)


def make_wheel(inputs: Inputs, out: Path) -> None:
    folder = inputs.path("calculators")
    python("hatchling", "build", "-t", "wheel", "-d", out, doing="Building the calculators' wheel", folder=folder)
    # From the wheel: while somebody writes, the sources may already be newer.
    wheel = str(wheel_in(out))
    answers = python("press.runtime.reference_answers", doing="Working the examples", PYTHONPATH=wheel)
    (out / ANSWERS).write_text(answers, "utf-8")


def wheel_in(folder: Path) -> Path:
    """The one wheel of a folder."""
    (wheel,) = folder.glob("*.whl")
    return wheel
