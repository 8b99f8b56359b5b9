"""The work of others that reaches a reader's browser. docs/notices.md names the same, with holders and the texts of licenses."""

from dataclasses import dataclass
from typing import Literal

Registry = Literal["npm", "pypi"]


@dataclass(frozen=True)
class Part:
    """One work. Its version is that of its `package` in the lock, or the one that is written here; some are not known.

    license      an expression of SPDX
    note         what of it is served, where that is not the whole
    parts        what is inside it, as its makers built it
    """

    name: str
    license: str
    website: str = ""
    package: tuple[Registry, str] | None = None
    version: str = ""
    note: str = ""
    parts: "tuple[Part, ...]" = ()


_OF_CODEMIRROR = tuple(
    Part(name, "MIT", package=("npm", name))
    for name in ("style-mod", "crelt", "w3c-keyname", "@marijn/find-cluster-break")
)
THIRD_PARTIES = (
    Part(
        "Pyodide",
        "MPL-2.0",
        "https://github.com/pyodide/pyodide",
        ("npm", "pyodide"),
        note="Cut down and taken apart when the site is built: see the notices page.",
        parts=(
            # Compare these with the release notes of Pyodide whenever it changes.
            Part("CPython", "PSF-2.0", "https://www.python.org", version="3.13.2"),
            Part("Emscripten", "MIT AND Apache-2.0 WITH LLVM-exception", "https://emscripten.org", version="4.0.9"),
            Part("zlib", "Zlib", version="1.3.1"),
            Part("libbzip2", "bzip2-1.0.6"),
            Part("Expat", "MIT", version="2.6.4"),
            Part("libffi", "MIT"),
            Part("HACL*", "MIT"),
        ),
    ),
    Part(
        "Material for MkDocs",
        "MIT",
        "https://squidfunk.github.io/mkdocs-material/",
        ("pypi", "mkdocs-material"),
        note="Its script is served with changed parts.",
        parts=(
            Part("RxJS", "Apache-2.0"),
            Part("clipboard.js", "MIT"),
            Part("escape-html", "MIT"),
            Part("focus-visible", "W3C-20150513"),
            Part("tslib", "0BSD"),
            Part("Material Design Icons", "Apache-2.0"),
        ),
    ),
    Part("MkDocs", "BSD-2-Clause", "https://www.mkdocs.org", ("pypi", "mkdocs"), note="Its site map."),
    *(
        Part(f"Workbox: {part}", "MIT", "https://developer.chrome.com/docs/workbox", ("npm", f"workbox-{part}"))
        for part in ("core", "precaching", "routing", "strategies", "window")
    ),
    # Only the editors' desk fetches these: press, which runs there, imports them.
    *(
        Part(name, license, website, ("pypi", name.lower()), note="On the editors' desk, as bytecode.")
        for name, license, website in (
            ("markdown-it-py", "MIT", "https://github.com/executablebooks/markdown-it-py"),
            ("mdit-py-plugins", "MIT", "https://github.com/executablebooks/mdit-py-plugins"),
            ("mdurl", "MIT", "https://github.com/executablebooks/mdurl"),
            ("Jinja2", "BSD-3-Clause", "https://jinja.palletsprojects.com"),
            ("MarkupSafe", "BSD-3-Clause", "https://markupsafe.palletsprojects.com"),
            ("PyYAML", "MIT", "https://pyyaml.org"),
            ("Pygments", "BSD-2-Clause", "https://pygments.org"),
            ("readability", "Apache-2.0", "https://github.com/andreasvc/readability"),
        )
    ),
    Part("uPlot", "MIT", "https://github.com/leeoniya/uPlot", ("npm", "uplot")),
    Part("jsdiff", "BSD-3-Clause", "https://github.com/kpdecker/jsdiff", ("npm", "diff"), note="On the editors' desk."),
    Part("fflate", "MIT", "https://github.com/101arrowz/fflate", ("npm", "fflate"), note="On the editors' desk."),
    Part(
        "node-diff3",
        "MIT",
        "https://github.com/bhousel/node-diff3",
        ("npm", "node-diff3"),
        note="On the editors' desk.",
    ),
    *(
        Part(
            f"@codemirror/{part}",
            "MIT",
            "https://codemirror.net",
            ("npm", f"@codemirror/{part}"),
            note="On the editors' desk, when an editor chooses it.",
            parts=_OF_CODEMIRROR if part == "view" else (),
        )
        for part in ("commands", "language", "lint", "search", "state", "view")
    ),
    *(
        Part(f"@lezer/{part}", "MIT", "https://lezer.codemirror.net", ("npm", f"@lezer/{part}"))
        for part in ("markdown", "highlight", "common")
    ),
    Part(
        "uqr", "MIT", "https://github.com/unjs/uqr", ("npm", "uqr"), parts=(Part("QR Code generator library", "MIT"),)
    ),
    Part(
        "hast-util-to-mdast",
        "MIT",
        "https://github.com/syntax-tree/hast-util-to-mdast",
        ("npm", "hast-util-to-mdast"),
        parts=(
            Part("@ungap/structured-clone", "ISC", package=("npm", "@ungap/structured-clone")),
            Part("collapse-white-space", "MIT", package=("npm", "collapse-white-space")),
            Part("decode-named-character-reference", "MIT", package=("npm", "decode-named-character-reference")),
            Part("devlop", "MIT", package=("npm", "devlop")),
            Part("hast-util-embedded", "MIT", package=("npm", "hast-util-embedded")),
            Part("hast-util-has-property", "MIT", package=("npm", "hast-util-has-property")),
            Part("hast-util-is-body-ok-link", "MIT", package=("npm", "hast-util-is-body-ok-link")),
            Part("hast-util-is-element", "MIT", package=("npm", "hast-util-is-element")),
            Part("hast-util-minify-whitespace", "MIT", package=("npm", "hast-util-minify-whitespace")),
            Part("hast-util-phrasing", "MIT", package=("npm", "hast-util-phrasing")),
            Part("hast-util-to-text", "MIT", package=("npm", "hast-util-to-text")),
            Part("hast-util-whitespace", "MIT", package=("npm", "hast-util-whitespace")),
            Part("longest-streak", "MIT", package=("npm", "longest-streak")),
            Part("markdown-table", "MIT", package=("npm", "markdown-table")),
            Part("mdast-util-phrasing", "MIT", package=("npm", "mdast-util-phrasing")),
            Part("mdast-util-to-string", "MIT", package=("npm", "mdast-util-to-string")),
            Part("micromark-util-character", "MIT", package=("npm", "micromark-util-character")),
            Part("micromark-util-classify-character", "MIT", package=("npm", "micromark-util-classify-character")),
            Part(
                "micromark-util-decode-numeric-character-reference",
                "MIT",
                package=("npm", "micromark-util-decode-numeric-character-reference"),
            ),
            Part("micromark-util-decode-string", "MIT", package=("npm", "micromark-util-decode-string")),
            Part("micromark-util-html-tag-name", "MIT", package=("npm", "micromark-util-html-tag-name")),
            Part("micromark-util-normalize-identifier", "MIT", package=("npm", "micromark-util-normalize-identifier")),
            Part("rehype-minify-whitespace", "MIT", package=("npm", "rehype-minify-whitespace")),
            Part("trim-trailing-lines", "MIT", package=("npm", "trim-trailing-lines")),
            Part("unist-util-is", "MIT", package=("npm", "unist-util-is")),
            Part("unist-util-position", "MIT", package=("npm", "unist-util-position")),
            Part("unist-util-visit", "MIT", package=("npm", "unist-util-visit")),
            Part("unist-util-visit-parents", "MIT", package=("npm", "unist-util-visit-parents")),
            Part("zwitch", "MIT", package=("npm", "zwitch")),
        ),
    ),
    Part(
        "parse5",
        "MIT",
        "https://parse5.js.org",
        ("npm", "parse5"),
        parts=(Part("entities", "BSD-2-Clause", package=("npm", "entities")),),
    ),
    Part(
        "mdast-util-to-markdown",
        "MIT",
        "https://github.com/syntax-tree/mdast-util-to-markdown",
        ("npm", "mdast-util-to-markdown"),
    ),
    Part(
        "mdast-util-gfm-table",
        "MIT",
        "https://github.com/syntax-tree/mdast-util-gfm-table",
        ("npm", "mdast-util-gfm-table"),
    ),
    Part(
        "mdast-util-gfm-footnote",
        "MIT",
        "https://github.com/syntax-tree/mdast-util-gfm-footnote",
        ("npm", "mdast-util-gfm-footnote"),
    ),
    Part(
        "dingbat-to-unicode",
        "BSD-2-Clause",
        "https://github.com/mwilliamson/dingbat-to-unicode",
        ("npm", "dingbat-to-unicode"),
    ),
    Part(
        "mammoth",
        "BSD-2-Clause",
        "https://github.com/mwilliamson/mammoth.js",
        ("npm", "mammoth"),
        parts=(
            Part("underscore", "MIT", package=("npm", "underscore")),
            Part("base64-js", "MIT", package=("npm", "base64-js")),
            Part("xmlbuilder", "MIT", package=("npm", "xmlbuilder")),
            Part("lop", "BSD-2-Clause", package=("npm", "lop")),
            Part("option", "BSD-2-Clause", package=("npm", "option")),
        ),
    ),
    Part(
        "jszip",
        "MIT",
        "https://github.com/Stuk/jszip",
        ("npm", "jszip"),
        parts=(
            Part("pako", "MIT AND Zlib", package=("npm", "pako")),
            Part("lie", "MIT", package=("npm", "lie")),
            Part("immediate", "MIT", package=("npm", "immediate")),
            Part("setimmediate", "MIT", package=("npm", "setimmediate")),
        ),
    ),
    Part("@xmldom/xmldom", "MIT", "https://github.com/xmldom/xmldom", ("npm", "@xmldom/xmldom")),
)
