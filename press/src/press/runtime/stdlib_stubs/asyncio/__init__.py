"""In place of asyncio, which Pyodide's core imports for promises: the calculators make none."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    raise RuntimeError("This Python has no event loop.")


get_running_loop = ensure_future = get_event_loop


def iscoroutinefunction(_function: object) -> bool:
    return False
