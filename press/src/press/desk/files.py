"""Files of the project, opened and kept at the desk."""

from collections.abc import Sequence
from typing import Any

from .workspace import Workspace


def opened(workspace: Workspace, path: str) -> dict[str, Any]:
    """A file exactly as its bytes read, line ends as they are."""
    return {"path": path, "text": workspace.text(path)}


def keep(workspace: Workspace, files: Sequence[dict[str, Any]]) -> None:
    """Let files have these texts from now on; without a text a file is removed."""
    for file in files:
        workspace.keep(file["path"], file["text"])
