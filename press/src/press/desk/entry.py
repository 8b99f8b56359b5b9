"""The desk's one entry: a question as JSON text, a reply as JSON text. It never raises, and shows an editor no traceback."""

import datetime
import gc
import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..reading.errors import PressError
from .services import SERVICES
from .workspace import Workspace

_OBJECTS = 200_000
"""So many are made before Python looks for those that nothing leads to any more."""


def opened(root: str, today: str) -> Callable[[str], str]:
    """The desk for a project that lies in a folder: what answers its questions. `today` is the editor's day."""
    workspace = Workspace(Path(root), datetime.date.fromisoformat(today))
    # A check makes some hundred thousand objects that die with it. To look among them again and again takes long.
    gc.set_threshold(_OBJECTS)
    return lambda question: answer(question, workspace)


def rehearsed(root: str) -> str:
    """The reply to a check of every article of a small project, after which all that a check needs is ready."""
    desk = opened(root, "2026-01-08")
    reply = ""
    for path in sorted(Path(root).glob("content/articles/*.md")):
        shown = path.relative_to(root).as_posix()
        reply = desk(json.dumps({"service": "check", "path": shown, "text": path.read_text("utf-8")}))
    return reply


def answer(question: str, workspace: Workspace) -> str:
    """The reply to one question: `{"ok": true, "value": …}`, or `{"ok": false, "words": …}` with a sentence for the editor."""
    try:
        arguments = json.loads(question)
        return json.dumps({"ok": True, "value": SERVICES[arguments.pop("service")](workspace, **arguments)})
    except PressError as refused:
        return _refusal("\n".join(map(str, refused.args)))
    except Exception as fault:  # a fault of the desk must not take what was typed with it
        return _refusal(_fault(fault))


def _refusal(words: str) -> str:
    return json.dumps({"ok": False, "words": words})


def _fault(fault: Exception) -> str:
    """Where the fault is, for whoever mends it; what was typed stands in no message."""
    places: list[Any] = traceback.extract_tb(fault.__traceback__)
    place = f"{Path(places[-1].filename).name}, line {places[-1].lineno}" if places else "no place"
    return (
        "The desk has a fault of its own and could not do this. Your text is as it was. "
        f"Tell whoever looks after the site: {type(fault).__name__} in {place}."
    )
