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
    Part("uPlot", "MIT", "https://github.com/leeoniya/uPlot", ("npm", "uplot")),
    Part(
        "uqr", "MIT", "https://github.com/unjs/uqr", ("npm", "uqr"), parts=(Part("QR Code generator library", "MIT"),)
    ),
)
