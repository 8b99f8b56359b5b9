"""A drawing in the colors of the page that shows it: light on light pages, dark on dark ones, in one file.

A drawing as picture of a page is told the page's scheme as `prefers-color-scheme`. One that keeps to the site's colors gets their
dark counterparts for it; any other stands on white, as it was drawn.
"""

from collections.abc import Iterator

from .drawing import Drawing
from .drawing_element import Element, written

DARK_OF = {
    "#ffffff": "#11181d",
    "#f4f7f8": "#1a242b",
    "#17232b": "#e8eef2",
    "#4d5f6b": "#aab8c1",
    "#d3dce1": "#33424c",
    "#6a7b86": "#8497a3",
    "#0d5163": "#7cc7d9",
    "#e6f1f4": "#17303a",
    "#8a3b00": "#ffb870",
    "#fff4e5": "#33261a",
    "#a3161f": "#ff9b98",
    "#fdeeee": "#361d1f",
}
"""The colors of web/css/tokens.css in which a drawing may be drawn, with what they are on a dark page."""
_PAINTS = ("fill", "stroke")
_WITHOUT_COLOR = ("none", "inherit", "currentColor", "context-stroke", "context-fill")
_ON_WHITE = "svg{background:#ffffff}"


def in_both_schemes(drawing: Drawing) -> str:
    """The drawing as it is published."""
    if drawing.root is None:
        return drawing.written()
    root = drawing.root
    style = Element("style", {}, [_style(root)])
    return written(Element(root.name, root.attributes, [style, *root.children]), top=True) + "\n"


def follows_the_scheme(drawing: Drawing) -> bool:
    """Whether it turns dark on a dark page; any other stands on white."""
    return drawing.root is not None and _style(drawing.root) != _ON_WHITE


def _style(root: Element) -> str:
    painted = list(_painted(root))
    if any(element.name == "style" or "style" in element.attributes for element in _all(root)):
        return _ON_WHITE
    if any(value not in DARK_OF for _, value in painted) or "fill" not in root.attributes:
        return _ON_WHITE
    rules = "".join(f'[{paint}="{value}"]{{{paint}:{DARK_OF[value]}}}' for paint, value in dict.fromkeys(painted))
    return f"@media screen and (prefers-color-scheme:dark){{{rules}}}"


def _painted(root: Element) -> Iterator[tuple[str, str]]:
    """Each paint of a drawing with its color; a color of a gradient counts as one that is not known."""
    for element in _all(root):
        for name, value in element.attributes.items():
            if (name in _PAINTS and value not in _WITHOUT_COLOR) or name in ("stop-color", "color"):
                yield name, value


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _all(child)
