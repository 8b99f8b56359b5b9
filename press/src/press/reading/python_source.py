"""Python files as they are written, for what is read from code without running it."""

import ast
from collections.abc import Callable, Iterator
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
    found = imports(syntax_tree(file))
    return tuple(one for one in found if isinstance(one, ast.ImportFrom) and one.level)


def imports(parsed: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """What a file imports, anywhere in it."""
    return (one for one in _statements(parsed) if isinstance(one, ast.Import | ast.ImportFrom))


def _statements(of: ast.AST) -> Iterator[ast.AST]:
    """Every statement below a node. To look into expressions, in which there are none, takes ten times as long."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        below = getattr(of, part, ())
        # An expression may have a body too, which is no list of statements.
        for one in below if isinstance(below, list) else ():
            yield one
            yield from _statements(one)
