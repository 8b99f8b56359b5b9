"""One element of a drawing, with everything in it: counted as a browser draws it, and written as XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from .drawing_parts import SVG, WORDS
from .drawing_style import references

MOST_DRAWN = 50_000
"""Elements of a drawing, those that it shows again with <use> or by a pattern counted each time."""
_DEEPEST_DRAWN = 200


@dataclass
class Element:
    """One element with what is allowed of it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    line: int = 1
    column: int = 1

    @property
    def words(self) -> str:
        """Its text and that of the elements in it."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)


def _with_ids(element: Element) -> Iterator[tuple[str, Element]]:
    if "id" in element.attributes:
        yield element.attributes["id"], element
    for child in element.children:
        if isinstance(child, Element):
            yield from _with_ids(child)


def drawn(root: Element) -> int:
    """How many elements a browser draws; more than MOST_DRAWN when a part shows itself."""
    return _drawn(root, 0, dict(_with_ids(root)), {})


def _drawn(element: Element, depth: int, by_id: dict[str, Element], known: dict[int, int]) -> int:
    if depth > _DEEPEST_DRAWN:
        return MOST_DRAWN + 1
    if id(element) in known:
        return known[id(element)]
    shown = [child for child in element.children if isinstance(child, Element)]
    for name, value in element.attributes.items():
        ids = [value.removeprefix("#")] if name == "href" else references(value) if name not in WORDS else []
        shown += [by_id[one] for one in ids if one in by_id]
    total = 1
    for one in shown:
        total += _drawn(one, depth + 1, by_id, known)
        if total > MOST_DRAWN:
            break
    known[id(element)] = total
    return total


def written(element: Element, *, top: bool = False) -> str:
    """The element as XML; the first one of a drawing says that it is SVG."""
    given = {"xmlns": SVG, **element.attributes} if top else element.attributes
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else written(child) for child in element.children
    )
    return f"<{element.name}{attributes}>{inside}</{element.name}>" if inside else f"<{element.name}{attributes}/>"
