"""In place of Pyodide's compiler of what users type: its own few lines and ours are all that is ever evaluated."""

from _ast import Expr, Expression, Module, PyCF_ONLY_AST
from typing import Any


def eval_code(source: str, globals: dict[str, Any] | None = None, locals: Any = None, **_options: object) -> Any:
    """Run the source; the value of its last expression, or None when it ends in a statement."""
    names = {} if globals is None else globals
    tree = compile(source, "<exec>", "exec", PyCF_ONLY_AST)
    assert isinstance(tree, Module)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], Expr) else None
    exec(compile(tree, "<exec>", "exec"), names, locals)  # noqa: S102 (what this module is for)
    if not isinstance(last, Expr):
        return None
    return eval(compile(Expression(last.value), "<exec>", "eval"), names, locals)  # noqa: S307 (the same)
