"""What an old answer is checked against: present versions, released ones, the change log and the recall list, as one file."""

import json

from ketamine_calculators.registry import every, worksheets

from ..content.change_entries import change_entries
from ..content.project import Project
from ..content.recalls import FILE as RECALLS
from ..content.recalls import Recall, read_recalls
from ..content.releases import released_files, releases

HISTORY = "check-an-answer/history.json"
RECALL_LIST = "recalls/recalls.json"
RELEASED = "released/"


def history_files(project: Project) -> dict[str, bytes]:
    """Each file by its address in the site: the history, the recall list by itself, and every released version."""
    recalls, _ = read_recalls(project.content, project.shown(project.content / RECALLS))
    history = {
        "calculators": {
            card.id: {"title": card.title, "version": card.version, "page": f"{card.folder}/{card.slug}/"}
            for card in (*every(), *worksheets())
        },
        "releases": releases(project.root),
        "changes": [{"calculators": entry.calculators, "text": entry.text} for entry in change_entries(project.root)],
        "recalls": [_as_data(recall) for recall in recalls],
    }
    return {
        HISTORY: _json(history),
        RECALL_LIST: _json({"recalls": history["recalls"]}),
        **{f"{RELEASED}{name}": content for name, content in released_files(project.root).items()},
    }


def _as_data(recall: Recall) -> dict[str, object]:
    return {**vars(recall), "date": recall.date.isoformat()}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
