"""The calculators' sources without what only a person or a type checker reads."""

import ast


def lean(source: str) -> str:
    """The same program without docstrings and without the types of what functions take and return; asserts stay.

    The types of a class's fields stay: dataclasses are made from them.
    """
    return ast.unparse(_Lean().visit(ast.parse(source)))


class _Lean(ast.NodeTransformer):
    def visit_Module(self, module: ast.Module) -> ast.Module:
        self.generic_visit(module)
        module.body = [part for part in module.body if not _is_text(part)]
        return module

    def visit_ClassDef(self, cls: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(cls)
        cls.body = [part for part in cls.body if not _is_text(part)] or [ast.Pass()]
        return cls

    def visit_FunctionDef(self, function: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(function)
        function.body = [part for part in function.body if not _is_text(part)] or [ast.Pass()]
        function.returns = None
        return function

    def visit_arg(self, argument: ast.arg) -> ast.arg:
        argument.annotation = None
        return argument


def _is_text(statement: ast.stmt) -> bool:
    """Whether a statement is nothing but a text: a docstring, of a constant or a field too."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)
