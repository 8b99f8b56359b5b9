"""MkDocs' server for a preview, told of changes by the system."""

from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from .file_watching import system_observer

_PAUSE = 0.05
"""Seconds without a further change before a preview is made again; an editor's save is several changes."""


class PreviewServer(LiveReloadServer):
    """Serves what another server of MkDocs was made to serve, and calls `rebuild` soon after a change in `places`."""

    def __init__(self, planned: LiveReloadServer, rebuild: Callable[[], None], places: Sequence[Path]) -> None:
        host, port = planned.server_address[:2]
        super().__init__(rebuild, str(host), int(port), planned.root, planned.mount_path)
        planned.server_close()
        self.error_handler = planned.error_handler
        self.build_delay = _PAUSE
        observer = system_observer(places)
        if observer is not None:
            # MkDocs' own observer looks at every file twice a second. MkDocs starts whichever is here.
            self.observer = observer  # type: ignore[assignment]  # it has all that the server asks of one
        for place in places:
            self.watch(str(place))
