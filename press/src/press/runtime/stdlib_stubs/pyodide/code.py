"""In place of Pyodide's ways to run code: one is enough."""

from _pyodide._base import eval_code  # type: ignore[import-not-found]

__all__ = ["eval_code"]
