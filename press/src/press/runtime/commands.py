"""The commands that a build runs, in the same surroundings on every machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ..reading.errors import SetupError
from .build_cache import BundleError, Inputs

# Zip members, wheels and bytecode take this as their date, so that the same input gives the same bytes.
SOURCE_DATE_EPOCH = "315532800"
_LINES_OF_A_COMPLAINT = 12
_LETTERS_OF_A_LINE = 500


def run(command: list[str | Path], doing: str, folder: Path | None = None, **environment: str) -> str:
    """What a command prints. Raises BundleError with the end of its complaint, or SetupError where it is not installed."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH, "PYTHONHASHSEED": "0", **environment}
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=folder,
            env=surroundings,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as missing:
        raise SetupError(f"{doing}: {missing.filename} is not installed.") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()[-_LINES_OF_A_COMPLAINT:]
        complaint = "\n".join(line[:_LETTERS_OF_A_LINE] for line in lines)
        raise BundleError(f"{doing} failed:\n{complaint}")
    return done.stdout


def python(module: str, *words: str | Path, doing: str, folder: Path | None = None, **environment: str) -> str:
    """Run a module with this Python, in a process of its own: a server that runs for hours holds older code."""
    return run([sys.executable, "-m", module, *words], doing, folder, **environment)


def node(program: str, inputs: Inputs, out: Path, doing: str, **made: Path) -> None:
    """Run one of the step's `programs`.

    All that it learns is in plan.json: where the step's inputs are, and what the step has `made` of them, and where to write.
    """
    plan, told = out / "plan.json", inputs.plan()
    files = {**told["files"], **{name: str(path) for name, path in made.items()}}
    plan.write_text(json.dumps({**told, "files": files, "out": str(out)}), "utf-8")
    run(["node", inputs.path("programs") / program, plan], doing)
    plan.unlink()
