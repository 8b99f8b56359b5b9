"""Files of the project, opened and kept at the desk."""

from base64 import b64decode
from collections.abc import Sequence
from typing import Any

from .workspace import Workspace


def opened(workspace: Workspace, path: str) -> dict[str, Any]:
    """A file as its bytes read, line ends as they are; and the text that the site was built with, None for a new one."""
    return {"path": path, "text": workspace.text(path), "published": workspace.published(path)}


def keep(workspace: Workspace, files: Sequence[dict[str, Any]]) -> None:
    """Let files have these texts from now on; without a text a file is removed. A picture has `base64` instead of a text."""
    for file in files:
        if "base64" in file:
            workspace.keep_bytes(file["path"], b64decode(file["base64"]))
        else:
            workspace.keep(file["path"], file["text"])


def changes(workspace: Workspace) -> list[dict[str, Any]]:
    """Every file that was changed at the desk, with its text now (None: gone) and the one that it began with (None: new)."""
    return [{"path": path, "text": text, "base": workspace.published(path)} for path, text in workspace.changed.items()]
