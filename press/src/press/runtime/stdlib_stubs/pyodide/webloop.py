"""In place of Pyodide's event loop, and of asyncio behind it: the calculators wait for nothing."""

# An image of the memory expects to find this at its place.
from pyodide_js._api import scheduleCallback  # type: ignore[import-not-found]  # noqa: F401


def _initialize_event_loop() -> None:
    pass
