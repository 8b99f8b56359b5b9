"""The scripts of the pages, bundled; each brings what it imports, except what stands before it among the entry points."""

from collections.abc import Mapping
from pathlib import Path

from .build_cache import Inputs, Step, Tree
from .commands import node
from .shared_inputs import Files, code_of, npm_versions, pyodide_files
from .wheel import ANSWERS

ENTRY_POINTS = (
    "desk/bring/docx.js",
    "desk/bring/bring.js",
    "calculator/chart-view.js",
    "calculator/qr-view.js",
    "session/session.js",
    "verify/verify.js",
    "check/check.js",
    "keys/shortcut-list.js",
    "report/report.js",
    "self-test/self-test.js",
    "main.js",
)
"""The last is on every page."""
# What the scripts import of others; web/build/hashed.mjs refuses any other package.
_PACKAGES = ("esbuild", "uplot", "uqr", "workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies")
# What brings a text along from another program: see web/desk/bring/.
_OF_BRINGING = (
    "@ungap/structured-clone",
    "@xmldom/xmldom",
    "base64-js",
    "collapse-white-space",
    "decode-named-character-reference",
    "devlop",
    "entities",
    "dingbat-to-unicode",
    "hast-util-embedded",
    "hast-util-has-property",
    "hast-util-is-body-ok-link",
    "hast-util-is-element",
    "hast-util-minify-whitespace",
    "hast-util-phrasing",
    "hast-util-to-mdast",
    "hast-util-to-text",
    "hast-util-whitespace",
    "jszip",
    "longest-streak",
    "lop",
    "mammoth",
    "markdown-table",
    "mdast-util-gfm-footnote",
    "mdast-util-gfm-table",
    "mdast-util-phrasing",
    "mdast-util-to-markdown",
    "mdast-util-to-string",
    "micromark-util-character",
    "micromark-util-classify-character",
    "micromark-util-decode-numeric-character-reference",
    "micromark-util-decode-string",
    "micromark-util-html-tag-name",
    "micromark-util-normalize-identifier",
    "option",
    "parse5",
    "rehype-minify-whitespace",
    "trim-trailing-lines",
    "underscore",
    "unist-util-is",
    "unist-util-position",
    "unist-util-visit",
    "unist-util-visit-parents",
    "xmlbuilder",
    "zwitch",
)


def scripts_step(root: Path, wheel: Path, core: Path | None, files: Mapping[str, object]) -> Step:
    """A folder with the scripts, each named by its content, and `scripts.json`, their names by entry point.

    `files` is what they must know of the runtime's files; `core` is None where Pyodide is as published.
    """
    inputs: Files = {
        "answers": wheel / ANSWERS,
        "entry_point": Path(__file__).parent / "entry_point.py",
        **script_files(root),
        **pyodide_files(root, "pyodide.mjs", "pyodide-lock.json"),
        **code_of("scripts"),
    }
    if core:
        inputs["glue"] = core / "pyodide.asm.mjs"
    values = {
        "entries": ENTRY_POINTS,
        "files": files,
        "plain": core is None,
        "npm": npm_versions(root, *_PACKAGES, *_OF_BRINGING, "workbox-window"),
        "pyodide": npm_versions(root, "pyodide")["pyodide"],
    }
    return Step("scripts", Inputs(inputs, values), make_scripts)


def make_scripts(inputs: Inputs, out: Path) -> None:
    node("scripts.mjs", inputs, out, doing="Bundling the scripts")


def script_files(root: Path) -> Files:
    """The programs that bundle, and every script of web/ by its own name: bundles are checked against these."""
    web = root / "web"
    scripts = {f"web/{place}": path for place, path in Tree(web, "*.js").files()}
    return {"programs": Tree(web / "build", "*.mjs"), **scripts}
