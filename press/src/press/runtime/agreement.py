"""Proof that the browser's Python replies as this machine's does, asked in Node."""

import json
from pathlib import Path
from typing import Any

from .build_cache import BundleError, Inputs
from .commands import node
from .wheel import ANSWERS


def agreement(inputs: Inputs, out: Path, **made: Path) -> dict[str, Any]:
    """What replay.mjs found when it asked every reference question. Raises BundleError when a reply differs by a byte."""
    answers = inputs.path("wheel") / ANSWERS
    node("replay.mjs", inputs, out, doing="Asking the browser's Python", questions=answers, **made)
    result = out / "replies.json"
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    result.unlink()
    asked = json.loads(answers.read_text("utf-8"))
    for question, here, there in zip(asked["questions"], asked["replies"], found["replies"], strict=True):
        if here != there:
            raise BundleError(f"The browser's Python answers {question} otherwise than this one:\n{there}\n{here}")
    return found
