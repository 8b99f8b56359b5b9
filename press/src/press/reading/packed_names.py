"""Names in little room: a site holds every place of all its pages that can be linked to."""

from collections.abc import Collection, Iterable, Iterator


class PackedNames(Collection[str]):
    """Names without line ends, in the order of the alphabet. A set of them takes five times the room."""

    __slots__ = ("_lines",)

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._lines = "".join(f"\n{name}" for name in sorted(set(names))) + "\n"

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and "\n" not in name and f"\n{name}\n" in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines.split("\n")[1:-1])

    def __len__(self) -> int:
        return self._lines.count("\n") - 1
