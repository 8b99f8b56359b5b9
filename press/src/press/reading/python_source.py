"""Python files as they are written, for what is read from code without running it."""

import ast
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path


def once_per_change[T](read: Callable[[Path], T]) -> Callable[[Path], T]:
    """`read`, whose answer for a file stands until the file changes. So a preview sees what has just been saved."""

    @cache
    def as_it_is(file: Path, changed: int, size: int) -> T:
        return read(file)

    @wraps(read)
    def remembered(file: Path) -> T:
        stat = file.stat()
        return as_it_is(file, stat.st_mtime_ns, stat.st_size)

    return remembered


@once_per_change
def syntax_tree(file: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(file.read_text("utf-8"))


@once_per_change
def relative_imports(file: Path) -> tuple[ast.ImportFrom, ...]:
    """What the file takes from modules of its own package, anywhere in it."""
    return tuple(node for node in ast.walk(syntax_tree(file)) if isinstance(node, ast.ImportFrom) and node.level)
