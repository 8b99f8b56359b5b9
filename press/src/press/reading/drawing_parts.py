"""What a drawing may hold: shapes, words, groups and colors. Whatever is not listed here does not reach a reader."""

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

PLAIN = 'Export it again as plain SVG: in Inkscape "Save As", Plain SVG; in Illustrator "Export As", SVG.'
"""What helps against most of what a drawing program leaves behind."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    """
    svg g defs symbol use title desc style
    rect circle ellipse line polyline polygon path text tspan textPath
    linearGradient radialGradient stop pattern marker clipPath mask
    """
)

NEVER: dict[str, tuple[str, str]] = {
    "script": ("a script", PLAIN),
    "foreignObject": ("a piece of a web page", "Write the words as text of the drawing, or save it as PNG."),
    "image": ("a picture inside the picture", "Take it out, or save the whole as PNG."),
    "a": ("a link", "Put the link into the text of the article."),
    "switch": ("parts that only some readers see", "Keep one of them, outside <switch>."),
    "filter": ("an effect such as a shadow or a blur", "Remove the effect, or save the drawing as PNG."),
    "flowRoot": ("text in a frame that browsers do not show", 'In Inkscape choose "Convert to Text".'),
} | dict.fromkeys(
    ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"),
    ("something that moves", "A drawing stands still: remove the animation."),
)
"""Elements that editors meet, with what they are and what to do. Any other is named by its tag."""

PROPERTIES = _words(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering display dominant-baseline fill fill-opacity fill-rule font font-family font-feature-settings
    font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-alternates
    font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position
    font-variation-settings font-weight image-rendering inline-size isolation kerning letter-spacing line-height marker
    marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
    shape-inside shape-margin shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-align text-anchor text-decoration text-decoration-color text-decoration-line text-decoration-style
    text-decoration-thickness text-indent text-orientation text-rendering text-transform vector-effect visibility
    white-space word-spacing writing-mode transform transform-box transform-origin
    """
)
"""Properties of CSS, in a style or as attributes. None turns the direction of text or adds text."""

_GEOMETRY = _words(
    """
    viewBox preserveAspectRatio transform width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength
    dx dy rotate textLength lengthAdjust startOffset method spacing side offset gradientUnits gradientTransform
    spreadMethod patternUnits patternContentUnits patternTransform markerUnits markerWidth markerHeight refX refY
    orient clipPathUnits maskUnits maskContentUnits version baseProfile
    """
)

WORDS = _words("id class role lang aria-label aria-labelledby aria-describedby aria-hidden aria-roledescription")
"""Attributes whose value is no style and points nowhere."""

ATTRIBUTES = PROPERTIES | _GEOMETRY | WORDS

DROPPED_ATTRIBUTES = _words("contentScriptType contentStyleType enable-background focusable tabindex type zoomAndPan")
"""Attributes without meaning for a drawing that stands still. Drawing programs write them."""

DROPPED_PROPERTIES = _words("enable-background")

DROPPED_NAMESPACES = (
    "http://creativecommons.org/ns#",
    "http://ns.adobe.com/",
    "http://purl.org/dc/",
    "http://schemas.microsoft.com/visio/",
    "http://sodipodi.sourceforge.net/",
    "http://svgjs.com/",
    "http://vectornator.io",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.figma.com/",
    "http://www.inkscape.org/",
    "http://www.openswatchbook.org/",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://xml.openoffice.org/svg/export",
)
"""How the names begin in which drawing programs keep notes for themselves."""

FUNCTIONS = _words(
    """
    color hsl hsla rgb rgba rect matrix rotate scale scalex scaley skewx skewy translate translatex translatey
    """
)
"""What may stand before a bracket in a value, besides url(#…)."""
