"""What an old answer is checked against: present versions, released ones, the change log and the recall list, as one file."""

import json
from collections.abc import Callable
from typing import Any

from ketamine_calculators.registry import every, worksheets

from ..content.change_entries import change_entries
from ..content.project import Project
from ..content.recalls import FILE as RECALLS
from ..content.recalls import Recall, read_recalls
from ..content.releases import released_files, releases

HISTORY = "check-an-answer/history.json"
RECALL_LIST = "recalls/recalls.json"
RELEASED = "released/"


def history_files(project: Project) -> dict[str, Callable[[], bytes]]:
    """What makes each file, by its address: the history, the recall list by itself, and every released version."""
    return {
        HISTORY: lambda: _json(_history(project)),
        RECALL_LIST: lambda: _json({"recalls": _recalls(project)}),
        **{f"{RELEASED}{file.name}": file.read_bytes for file in released_files(project.root)},
    }


def _history(project: Project) -> dict[str, Any]:
    return {
        "calculators": {
            card.id: {"title": card.title, "version": card.version, "page": f"{card.folder}/{card.slug}/"}
            for card in (*every(), *worksheets())
        },
        "releases": releases(project.root),
        "changes": [{"calculators": entry.calculators, "text": entry.text} for entry in change_entries(project.root)],
        "recalls": _recalls(project),
    }


def _recalls(project: Project) -> list[dict[str, object]]:
    recalls, _ = read_recalls(project.content, project.shown(project.content / RECALLS))
    return [_as_data(recall) for recall in recalls]


def _as_data(recall: Recall) -> dict[str, object]:
    return {**vars(recall), "date": recall.date.isoformat()}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
