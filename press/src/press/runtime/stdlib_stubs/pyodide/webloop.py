"""In place of Pyodide's event loop, and of asyncio behind it: the calculators wait for nothing."""


def _initialize_event_loop() -> None:
    pass
