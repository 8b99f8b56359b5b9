"""Drawings that editors may hand in, and drawings that must not reach a reader: what each says, by hand."""

# ruff: noqa: E501  # drawings and messages are quoted whole

from dataclasses import dataclass

SVG = '<svg xmlns="http://www.w3.org/2000/svg">'
TITLE = "<title>A curve</title>"
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HTML = 'xmlns:x="http://www.w3.org/1999/xhtml"'
INKSCAPE = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
)


@dataclass(frozen=True)
class Hostile:
    """A drawing, and every problem as `line:column message`."""

    name: str
    drawing: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Accepted:
    """What stands in a drawing, and what of it is published."""

    name: str
    given: str
    published: str


def inside(name: str, part: str, *says: str) -> Hostile:
    """A right drawing with this on its second line."""
    return Hostile(name, f"{SVG}{TITLE}\n{part}\n</svg>", says)


def styled(name: str, rules: str, what: str) -> Hostile:
    """A right drawing with these rules of style."""
    return inside(name, f"<style>{rules}</style>", f"2:1 The <style> of the drawing holds {what}.")


_SCRIPT = "The drawing holds a script (<script>)."
_MOVES = "The drawing holds something that moves (<{}>)."
_OUTSIDE = "The drawing points outside itself (href)."
_AT = "an instruction that begins with @, which can fetch other files"

HOSTILE = (
    # Programs, by every name that XML allows for them.
    inside("a script", "<script>x()</script>", f"2:1 {_SCRIPT}"),
    inside("a script by a prefix with a hyphen", '<a-b:script xmlns:a-b="http://www.w3.org/2000/svg">x()</a-b:script>', f"2:1 {_SCRIPT}"),
    inside("a script by a prefix with a point", '<a.b:script xmlns:a.b="http://www.w3.org/2000/svg">x()</a.b:script>', f"2:1 {_SCRIPT}"),
    inside("a script by a prefix with an accent", '<é-ü:script xmlns:é-ü="http://www.w3.org/2000/svg">x()</é-ü:script>', f"2:1 {_SCRIPT}"),
    inside("a script of a web page", '<x-h:script xmlns:x-h="http://www.w3.org/1999/xhtml">x()</x-h:script>', "2:1 The drawing holds <script>, which is not SVG."),
    inside("a script in a group in a group", "<g><g><script>x()</script></g></g>", f"2:7 {_SCRIPT}"),
    inside("a script from elsewhere", '<script href="https://evil.example/x.js"/>', f"2:1 {_SCRIPT}"),
    inside("a script in the notes of a program", "<metadata><script>x()</script></metadata>", f"2:11 {_SCRIPT}"),
    inside("a script of a web page in the notes of a program", f"<metadata {HTML}><x:script>x()</x:script></metadata>", "2:50 The drawing holds <script>, which is not SVG."),
    inside("a script in an element of a drawing program", f"<inkscape:page {INKSCAPE}><script/></inkscape:page>", f"2:145 {_SCRIPT}"),
    inside("a handler", '<rect onclick="x()" width="1"/>', "2:7 The drawing holds a script that runs on an event (onclick)."),
    inside("a handler in capitals on the second line of its tag", '<rect\n  ONLOAD="x()"/>', "3:3 The drawing holds a script that runs on an event (ONLOAD)."),
    Hostile("a handler of the whole", f'<svg xmlns="http://www.w3.org/2000/svg" onload="x()">{TITLE}</svg>', ("1:41 The drawing holds a script that runs on an event (onload).",)),
    inside("a handler written with a code", '<rect onfocus="&#x78;()"/>', "2:7 The drawing holds a script that runs on an event (onfocus)."),
    # Movement, which can set an address.
    inside("an address set by an animation", '<animate attributeName="href" values="java&#x73;cript:x()"/>', f"2:1 {_MOVES.format('animate')}"),
    inside("an address set once", '<set attributeName="href" to="javascript:x()"/>', f"2:1 {_MOVES.format('set')}"),
    inside("a turn", '<g><animateTransform attributeName="transform"/></g>', f"2:4 {_MOVES.format('animateTransform')}"),
    inside("a way", '<animateMotion path="M0 0"/>', f"2:1 {_MOVES.format('animateMotion')}"),
    # Web pages.
    inside("a web page", f'<foreignObject><x:img {HTML} srcset="https://evil.example/x"/></foreignObject>', "2:1 The drawing holds a piece of a web page (<foreignObject>)."),
    inside("a web page by another prefix", '<a-b:foreignObject xmlns:a-b="http://www.w3.org/2000/svg"/>', "2:1 The drawing holds a piece of a web page (<foreignObject>)."),
    inside("a picture of a web page", f'<x:img {HTML} srcset="https://evil.example/x"/>', "2:1 The drawing holds <img>, which is not SVG."),
    inside("a frame of a web page", f'<x:iframe {HTML} src="https://evil.example/"/>', "2:1 The drawing holds <iframe>, which is not SVG."),
    inside("a page that leads on", f'<x:meta {HTML} http-equiv="refresh" content="0;url=https://evil.example/"/>', "2:1 The drawing holds <meta>, which is not SVG."),
    inside("a page that leads on, without a name of its own", '<meta http-equiv="refresh"/>', "2:1 The drawing holds <meta>; none may."),
    inside("a formula", '<math xmlns="http://www.w3.org/1998/Math/MathML"/>', "2:1 The drawing holds <math>, which is not SVG."),
    Hostile("a web page by the name of a drawing", "<!doctype html><title>x</title><script>x()</script>", ("1:1 The file is a web page and no drawing.",)),
    Hostile("a web page by the name of a drawing, in capitals", "<!DOCTYPE html>\n<html><title>x</title></html>", ("1:1 The file is a web page and no drawing.",)),
    Hostile("a web page without a type", "<html><title>x</title></html>", ("1:1 The file is a web page and no drawing.",)),
    Hostile("another language", '<rss version="2.0"><title>x</title></rss>', ("1:1 The file begins with <rss>, not with <svg>.",)),
    Hostile("no language named", f"<svg>{TITLE}<script/></svg>", ("1:1 The drawing does not say that it is SVG.",)),
    # Addresses outside the drawing.
    inside("a picture from elsewhere", '<image href="https://evil.example/x.png"/>', "2:1 The drawing holds a picture inside the picture (<image>)."),
    inside("a part of another file", '<use href="https://evil.example/x.svg#a"/>', f"2:6 {_OUTSIDE}"),
    inside("a part of a file beside it, in the old way", f'<use {LINK} xlink:href="other.svg#a"/>', f"2:55 {_OUTSIDE}"),
    inside("a part in a long address", '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>', f"2:6 {_OUTSIDE}"),
    inside("a script address", '<use href="java&#x73;cript:x()"/>', f"2:6 {_OUTSIDE}"),
    inside("a color from elsewhere", '<linearGradient id="a" href="//evil.example/x#a"/>', f"2:24 {_OUTSIDE}"),
    inside("a link", '<a href="https://evil.example/"><rect/></a>', "2:1 The drawing holds a link (<a>)."),
    inside("another base of addresses", '<g xml:base="https://evil.example/"/>', '2:8 <g> has "base", which is not SVG.'),
    inside("a fill from elsewhere", '<rect fill="url(https://evil.example/x#a)"/>', "2:7 fill of <rect> holds an address outside the drawing."),
    inside("a fill by a code of CSS", r'<rect fill="u\72l(https://evil.example/x)"/>', "2:7 fill of <rect> holds the sign \\."),
    inside("a width from elsewhere", '<rect width="URL( https://evil.example/x )"/>', "2:7 width of <rect> holds an address outside the drawing."),
    inside("one of a set of pictures", "<rect style=\"fill:image-set('https://evil.example/x' 1x)\"/>", "2:7 The style of <rect> holds an address outside the drawing in fill."),
    inside("a fill from a style", '<rect style="fill:url(&quot;//evil.example/x&quot;)"/>', "2:7 The style of <rect> holds an address outside the drawing in fill."),
    inside("an address behind one of its own", '<rect style="fill:url(#a) url(//evil.example)"/>', "2:7 The style of <rect> holds an address outside the drawing in fill."),
    inside("an address that is not closed", '<rect style="fill:url(#a"/>', "2:7 The style of <rect> holds an address outside the drawing in fill."),
    inside("a quotation mark that is not closed", "<rect style=\"font-family:'a;fill:url(//evil.example)\"/>", "2:7 The style of <rect> holds an address outside the drawing in fill.", "2:7 The style of <rect> holds the sign ' in font-family."),
    inside("a background", '<g style="background:url(#a)"/>', '2:4 The style of <g> holds the property "background".'),
    inside("a pointer", '<g cursor="url(https://evil.example/x.cur)"/>', '2:4 <g> has "cursor"; no drawing may.'),
    inside("a value that is kept elsewhere", '<g style="--a:url(//evil.example);fill:var(--a)"/>', '2:4 The style of <g> holds the property "--a".', "2:4 The style of <g> holds var(…) in fill."),
    inside("turned text", '<text style="direction:rtl;unicode-bidi:bidi-override">5 mg</text>', '2:7 The style of <text> holds the property "direction".', '2:7 The style of <text> holds the property "unicode-bidi".'),
    styled("another style sheet", "@import 'https://evil.example/x.css';", _AT),
    styled("another style sheet by a code of CSS", r"@\69mport 'https://evil.example/x.css';", _AT),
    styled("another style sheet by a code of XML", "@&#105;mport 'https://evil.example/x.css';", _AT),
    styled("another style sheet, the sign by a code of XML", "&#64;import 'https://evil.example/x.css';", _AT),
    styled("a font from elsewhere", "@font-face{font-family:a;src:url(//evil.example/x)}", _AT),
    styled("another color for dark screens", "@media screen{rect{fill:red}}", _AT),
    styled("an address in a rule", "rect{fill:url(https://evil.example/x)}", "an address outside the drawing in fill"),
    styled("an address in a rule, by a code of CSS", r"rect{fill:\75rl(https://evil.example/x)}", "the sign \\"),
    styled("an address in a rule inside a rule", "g{fill:red;rect{fill:url(//evil.example)}}", '"g{fill:red;rect{fill:url(//evil.example)…", which is no simple rule'),
    styled("words that a style adds", "text::before{content:'50 mg'}", "\"text::before{content:'50 mg'}\", which is no simple rule"),
    styled("a change under the pointer", "rect:hover{fill:red}", '"rect:hover{fill:red}", which is no simple rule'),
    styled("a style for chosen attributes", "rect[x='1']{fill:red}", "\"rect[x='1']{fill:red}\", which is no simple rule"),
    inside("a style for paper alone", '<style media="print">rect{fill:red}</style>', '2:8 <style> has "media"; no drawing may.'),
    Hostile("a style from another file", f'<?xml-stylesheet href="data:text/css,x"?>\n{SVG}{TITLE}</svg>', ("1:1 The drawing takes its style from another file (<?xml-stylesheet?>).",)),
    # What the reader of XML itself could be led to.
    Hostile("a document type", f'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n{SVG}{TITLE}</svg>', ("2:1 The file names a document type (<!DOCTYPE svg>), which can pull in other files.",)),
    Hostile("a word for a file of the machine", f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{SVG}{TITLE}<text>&a;</text></svg>', ("1:1 The file names a document type (<!DOCTYPE svg>), which can pull in other files.",)),
    Hostile("words for words for words", f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>{SVG}{TITLE}</svg>', ("1:1 The file names a document type (<!DOCTYPE svg>), which can pull in other files.",)),
    inside("a word that nobody has declared", "<text>5&nbsp;mg</text>", "2:8 The file cannot be read as a drawing: undefined entity."),
    inside("a tag that is not closed", "<g>", "3:3 The file cannot be read as a drawing: mismatched tag."),
    Hostile("half a drawing", f"{SVG}{TITLE}<rect", ("1:63 The file cannot be read as a drawing: unclosed token.",)),
    Hostile("an empty file", "", ("1:1 The file cannot be read as a drawing: no element found.",)),
    Hostile("two drawings", f"{SVG}{TITLE}</svg><svg/>", ("1:69 The file cannot be read as a drawing: junk after document element.",)),
    inside("a null character", "<text>\0</text>", "2:7 The file cannot be read as a drawing: not well-formed (invalid token)."),
    inside("a prefix of no language", "<a:script>x()</a:script>", "2:1 The file cannot be read as a drawing: unbound prefix."),
    inside("50,000 levels", "<g>" * 50_000 + "</g>" * 50_000, "2:190 More than 64 elements stand inside each other."),
    inside("2 MB of paths", f'<path d="{"M0 0" * 500_000}"/>', "1:1 The drawing has 2,000,082 characters; at most 2,000,000 are read."),
    inside(
        "a part that shows itself",
        '<g id="a"><use href="#a"/></g>',
        "1:1 With all that it shows again, the drawing has more than 50,000 parts, or a part shows itself.",
    ),
    inside(
        "a part shown ten times by one shown ten times, five times over",
        "".join(f'<g id="a{n}">{f"<use href='#a{n - 1}'/>" * 10}</g>' for n in range(1, 6)) + '<path id="a0"/>',
        "1:1 With all that it shows again, the drawing has more than 50,000 parts, or a part shows itself.",
    ),
    # What only some readers would see.
    inside("a choice by language", '<switch><text systemLanguage="de">5 mg</text><text>50 mg</text></switch>', "2:1 The drawing holds parts that only some readers see (<switch>)."),
    inside("a shadow", '<filter id="a"><feImage href="//evil.example"/></filter>', "2:1 The drawing holds an effect such as a shadow or a blur (<filter>)."),
    inside("an unknown element", "<rectangle/>", "2:1 The drawing holds <rectangle>; none may."),
    inside("an unknown attribute", '<rect breadth="3"/>', '2:7 <rect> has "breadth"; no drawing may.'),
    # A name for those who do not see it.
    Hostile("no title", f"{SVG}<rect/></svg>", ("1:1 The drawing does not say what it shows.",)),
    Hostile("a title inside a comment", f"{SVG}<!-- {TITLE} --></svg>", ("1:1 The drawing does not say what it shows.",)),
    Hostile("a title inside a group", f"{SVG}<g>{TITLE}</g></svg>", ("1:1 The drawing does not say what it shows.",)),
    Hostile("an empty title", f"{SVG}<title> </title></svg>", ("1:1 The drawing does not say what it shows.",)),
    Hostile("the title of a web page", f"<svg xmlns='http://www.w3.org/2000/svg' {HTML}><x:title>x</x:title></svg>", ("1:80 The drawing holds <title>, which is not SVG.", "1:1 The drawing does not say what it shows.")),
    inside("turned words", "<text>0.5 &#x202e;mg</text>", "2:1 There is a character here that turns the direction of text (U+202E); what is read is not what is stored."),
    inside("a unit with another g", "<text>5 m&#x261;</text>", '2:1 "mɡ" mixes alphabets: ɡ is Latin small letter script g. Search would not find the word.'),
)  # fmt: skip

ACCEPTED = (
    Accepted("shapes", '<rect width="1" height="2"/><circle r="1"/><ellipse rx="1"/><line x1="1"/><polyline points="0,0 1,1"/><polygon points="0,0 1,1"/><path d="M0 0h1z"/>', '<rect width="1" height="2"/><circle r="1"/><ellipse rx="1"/><line x1="1"/><polyline points="0,0 1,1"/><polygon points="0,0 1,1"/><path d="M0 0h1z"/>'),
    Accepted("text on lines", '<text x="1" y="2">5 <tspan dy="1">mg/kg</tspan></text>', '<text x="1" y="2">5 <tspan dy="1">mg/kg</tspan></text>'),
    Accepted("signs of XML", "<text>a &lt; b &amp;&#160;c &gt; d \"e\"</text>", "<text>a &lt; b &amp;\xa0c &gt; d \"e\"</text>"),
    Accepted("signs as they are", "<text><![CDATA[a < b]]></text>", "<text>a &lt; b</text>"),
    Accepted("a gradient", '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#a)"/>', '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#a)"/>'),
    Accepted("a marker", '<marker id="m" orient="auto" refX="1"><path d="M0 0"/></marker><path marker-end="url(#m)" d="M0 0"/>', '<marker id="m" orient="auto" refX="1"><path d="M0 0"/></marker><path marker-end="url(#m)" d="M0 0"/>'),
    Accepted("a part shown again, in the old way", f'<symbol id="a"><rect/></symbol><use {LINK} xlink:href="#a" x="5"/>', '<symbol id="a"><rect/></symbol><use href="#a" x="5"/>'),
    Accepted("a style", '<rect style="fill: RED ; stroke:none;"/>', '<rect style="fill:RED;stroke:none"/>'),
    Accepted("a style sheet", "<style type=\"text/css\">\n/* Illustrator */\n.st0, .st1 { fill:#fff; font-family:'Myriad; Pro', sans-serif }\n</style>", "<style>.st0, .st1{fill:#fff;font-family:'Myriad; Pro', sans-serif}</style>"),
    Accepted("a turn that stands still", '<g transform="translate(1 2) rotate(45)"/>', '<g transform="translate(1 2) rotate(45)"/>'),
    Accepted("colors by numbers", '<rect style="fill:rgb(0,0,0);fill:color(display-p3 0 0 0)"/>', '<rect style="fill:rgb(0,0,0);fill:color(display-p3 0 0 0)"/>'),
    Accepted("words for those who do not see it", '<g role="img" aria-label="A: 5 mg (0.5 mg/kg)"><desc>Words.</desc></g>', '<g role="img" aria-label="A: 5 mg (0.5 mg/kg)"><desc>Words.</desc></g>'),
    Accepted("another prefix", '<s:rect xmlns:s="http://www.w3.org/2000/svg" width="1"/>', '<rect width="1"/>'),
    Accepted("notes of Inkscape", f'<sodipodi:namedview {INKSCAPE} id="base"><inkscape:grid/></sodipodi:namedview><g {INKSCAPE} inkscape:label="Layer 1" style="fill:red;-inkscape-stroke:none"/>', '<g style="fill:red"/>'),
    Accepted("what a drawing program says of itself", '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x>5</x></rdf:RDF></metadata>', ""),
    Accepted("an old style of Illustrator", '<g style="enable-background:new 0 0 1 1;" data-name="Layer 1" enable-background="new"/>', "<g/>"),
    Accepted("a comment", "<!-- x --><rect/>", "<rect/>"),
    Accepted("white space that counts", '<text xml:space="preserve">a  b</text>', '<text xml:space="preserve">a  b</text>'),
    Accepted("a letter of Greek", "<text>α2 and Δ9, 5 µmol</text>", "<text>α2 and Δ9, 5 µmol</text>"),
)  # fmt: skip

EXPORTED = {
    "Inkscape": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" viewBox="0 0 210 297" version="1.1" inkscape:version="1.2.2" sodipodi:docname="drawing.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/"><title>Course</title>
  <sodipodi:namedview pagecolor="#ffffff" inkscape:zoom="0.7"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <defs><linearGradient inkscape:collect="always" id="a"><stop style="stop-color:#000;stop-opacity:1;" offset="0"/></linearGradient>
  <radialGradient xlink:href="#a" id="b" gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,1,0,0)"/></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer"><text xml:space="preserve"
     style="font-style:normal;font-size:10.5833px;line-height:1.25;font-family:sans-serif;stroke:none"><tspan
     sodipodi:role="line">5 mg/kg</tspan></text>
  <path style="fill:url(#b);-inkscape-stroke:none;paint-order:markers fill stroke" sodipodi:nodetypes="cc" d="m 1,2 3,4"/></g>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:title>Course</dc:title></cc:Work></rdf:RDF></metadata>
</svg>""",
    "Illustrator": """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0, SVG Export Plug-In -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
   viewBox="0 0 100 100" style="enable-background:new 0 0 100 100;" xml:space="preserve"><title>Course</title>
<style type="text/css">
  .st0{fill:#FFFFFF;stroke:#231F20;stroke-miterlimit:10;}
  .st1{font-family:'MyriadPro-Regular';}
</style>
<rect class="st0" width="10"/><text transform="matrix(1 0 0 1 28.7 44.2)" class="st1">5 mg/kg</text></svg>""",
}
"""As drawing programs write them."""
