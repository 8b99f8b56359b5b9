"""In place of inspect, and of ast, dis and tokenize behind it: dataclasses ask it for annotations, pkgutil for the names
of modules, Pyodide for signatures that nobody reads.
"""

from posixpath import basename


class Signature:
    """Of any function; it is only ever printed."""

    def __init__(self) -> None:
        self.parameters: dict[str, object] = {}

    def __str__(self) -> str:
        return "()"


class Parameter:
    empty = object()


_empty = Parameter.empty
getattr_static = getattr


def get_annotations(cls: type) -> dict[str, object]:
    """Those of the class itself, as dataclasses want them; what it inherits is not among them."""
    return dict(cls.__dict__.get("__annotations__", {}))  # noqa: RUF063 (this is that function)


def getmodulename(path: str) -> str | None:
    """The module that a file of the library holds, or None when it holds none."""
    name, dot, suffix = basename(path).rpartition(".")
    return name if dot and suffix in ("py", "pyc") else None


def signature(_function: object) -> Signature:
    return Signature()


def isclass(thing: object) -> bool:
    return isinstance(thing, type)


def ismethod(thing: object) -> bool:
    return hasattr(thing, "__func__")


def iscoroutinefunction(_function: object) -> bool:
    return False
