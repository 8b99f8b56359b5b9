"""In place of traceback, and of the reading of sources behind it: an exception's places and words.

Bytecode here knows no lines.
"""

import sys
from types import TracebackType


def format_exception(
    error: object, value: BaseException | None = None, tb: TracebackType | None = None, **_options: object
) -> list[str]:
    """The places from the outermost to the innermost, then the words."""
    fault = value if value is not None else error
    lines = []
    at = tb if tb is not None else getattr(fault, "__traceback__", None)
    while at is not None:
        code = at.tb_frame.f_code
        lines.append(f"  {code.co_filename} {code.co_qualname}\n")
        at = at.tb_next
    return [*lines, f"{type(fault).__name__}: {fault}\n"]


def print_exception(
    error: object, value: BaseException | None = None, tb: TracebackType | None = None, **_options: object
) -> None:
    sys.stderr.write("".join(format_exception(error, value, tb)))
