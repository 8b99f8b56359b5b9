"""A drawing: published with allowed parts only, or refused."""

import re
from collections.abc import Sequence
from functools import cache
from xml.etree import ElementTree

from press.reading.drawing import read_drawing
from press.reading.drawing_parts import ATTRIBUTES, ELEMENTS
from press.reading.drawing_parts import SVG as NAMESPACE
from press.reading.drawing_parts import WORDS as WORDS_FOR_READERS
from press.reading.source_file import source_of
from support.building import PROJECT
from support.drawings import ACCEPTED, HOSTILE, SVG, TITLE

WORDS = (
    *(
        "<script>",
        "</script>",
        "<a-b:script xmlns:a-b='http://www.w3.org/2000/svg'>x</a-b:script>",
        "<foreignObject>",
        "<use href='#a'/>",
    ),
    *(
        "onload='x'",
        "style='fill:url(//a.example/x)'",
        "<style>@import 'x'</style>",
        "<style>*{fill:url(#a)}</style>",
        "<image href='x'/>",
    ),
    *(
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "&a;",
        "&#106;",
        "<![CDATA[",
        "]]>",
        "<?xml-stylesheet href='x'?>",
        "<!--",
        "-->",
        "</svg>",
    ),
    *(
        "xlink:href='javascript:a'",
        "xmlns='http://www.w3.org/1999/xhtml'",
        "<animate attributeName='href' values='javascript:a'/>",
        "id='a'",
    ),
    *(
        "<g>",
        "</g>",
        "fill='\\75rl(x)'",
        "<set/>",
        "<metadata>",
        "<desc>",
        "<title>",
        "<text>",
        "<tspan>",
        "<path d='M0 0'/>",
    ),
)
# Read from left to right as a browser does: a text in quotes is no address unless a function holds it.
_FUNCTION_OR_QUOTED = re.compile(r"""(?i)((?:url|src|image|image-set)\([^)]*\)?)|(["'])(?:(?!\2).)*\2""")
_OUTSIDE = re.compile(r"(?i)@import|(?:url|src|image|image-set)\(\s*['\"]?\s*(?!#)")


@cache
def drawings() -> Sequence[str]:
    """The drawings of the site, and those of the tests, refused ones among them."""
    ours = [file.read_text("utf-8") for file in sorted((PROJECT / "content" / "images").rglob("*.svg"))]
    accepted = [f"{SVG}{TITLE}{case.given}</svg>" for case in ACCEPTED]
    return [*ours, *(case.drawing for case in HOSTILE), *accepted]


def check_drawing(text: str) -> None:
    """What is published is XML of allowed elements and attributes, names nothing outside, and is read again as it is."""
    found = read_drawing(source_of(text.encode("utf-8", "surrogatepass"), "x.svg"))
    for problem in found.problems:
        assert problem.line >= 1, problem
    if found.problems or found.root is None:
        assert found.problems, "nothing to show, and no reason"
        return
    written = found.written()
    for element in ElementTree.fromstring(written).iter():
        space, _, name = element.tag[1:].partition("}")
        assert (space, name in ELEMENTS) == (NAMESPACE, True), element.tag
        for attribute, value in element.attrib.items():
            assert (
                attribute in ATTRIBUTES
                or attribute in ("href", "style")
                or attribute.startswith("{http://www.w3.org/XML/")
            ), attribute
            assert attribute in WORDS_FOR_READERS or not _points_outside(value), (attribute, value)
            assert attribute != "href" or value.startswith("#"), value
        assert name != "style" or not _points_outside(element.text or ""), element.text
    again = read_drawing(source_of(written.encode(), "x.svg"))
    assert (again.problems, again.written()) == ((), written)


def _points_outside(value: str) -> bool:
    return bool(_OUTSIDE.search(_FUNCTION_OR_QUOTED.sub(r"\1", value)))
