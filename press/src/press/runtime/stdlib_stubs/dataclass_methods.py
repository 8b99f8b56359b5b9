"""The methods that all dataclasses share in the browser, where `dataclasses` would write some of each for every class."""

from dataclasses import FrozenInstanceError, fields
from typing import Any


def _compared(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, field.name) for field in fields(self) if field.compare)


def _equal(self: object, other: object) -> object:
    if other.__class__ is self.__class__:
        return self is other or _compared(self) == _compared(other)
    return NotImplemented


def _hash(self: object) -> int:
    return hash(_compared(self))


def _refuse(self: object, name: str, *value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to or delete field {name!r}")


SHARED = {
    "__repr__": object.__repr__,
    "__eq__": _equal,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
