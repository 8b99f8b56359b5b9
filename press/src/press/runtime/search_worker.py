"""The theme's search worker, asked in our way, without a fault of its library that can make words disappear from the search.

What a reader types becomes a question to lunr in web/search/question.js; the theme's own would ask for each word as the beginning
of another one, "to" and "how" included.

lunr joins equal parts of its tree of words, and tells them apart by a text in which a letter that is a digit and the number
behind it run together: "1" and 23 look like "12" and 3. Which words are lost depends on all that the site says. Then every
question that begins like one of them finds nothing.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import BundleError, Cache, Inputs, Step
from .commands import node
from .scripts import script_files
from .shared_inputs import code_of, npm_versions

ADDRESSES = "assets/javascripts/workers/search.*.min.js"
"""The theme's own worker in the site."""
_RUN_TOGETHER = re.compile(r"(?P<text>\w+)=(?P=text)\+(?P<letter>\w+)\+(?P<node>\w+)\.id(?=\}return (?P=text)\})")
_QUESTION = re.compile(
    r"(?P<text>\w+)=\w+\((?P=text)\),!(?P=text)\)return\{items:\[\]\};let (?P<clauses>\w+)=\w+\((?P=text)\)"
    r"\.filter\((?P<clause>\w+)=>(?P=clause)\.presence!==lunr\.Query\.presence\.PROHIBITED\),"
    r"(?P<found>\w+)=this\.index\.search\((?P=text)\)"
)
_WORDS_FOUND = re.compile(r"(?P<name>\w+)=\w+\((?P<clauses>\w+),(?P<keys>Object\.keys\(\w+\.metadata\))\)(?=;for\()")
_SCORE = re.compile(
    r"\{score:(?P<score>\w+\*\(1\+\w+\(\w+,2\)\)),terms:(?P<terms>\w+)\}",
)
_SETTINGS = re.compile(r"(?<=this\.table=new Map\);)(?=this\.map=)")
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*\s*$")


@dataclass(frozen=True)
class SearchWorker:
    """A file, and its address relative to the site. It is named like the theme's own files, by its content."""

    file: Path
    address: str


def search_worker(theme: Path, root: Path, cache: Path) -> SearchWorker:
    """The worker made from the theme's. Raises BundleError."""
    file = Cache(cache).result(search_worker_step(theme, root)) / "search.js"
    return SearchWorker(file, f"assets/javascripts/workers/search.{sha256(file.read_bytes()).hexdigest()[:8]}.min.js")


def search_worker_step(theme: Path, root: Path) -> Step:
    """A folder with `search.js`."""
    files = {"theme": theme, **script_files(root), **code_of("search_worker")}
    return Step("search-worker", Inputs(files, {"npm": npm_versions(root, "esbuild")}), make_search_worker)


def make_search_worker(inputs: Inputs, out: Path) -> None:
    node("search.mjs", inputs, out, doing="Making the search worker")
    parts = out / "parts.js"
    worker = parts.read_text("utf-8") + mended(inputs.path("theme").read_text("utf-8"))
    (out / "search.js").write_text(worker, "utf-8")
    parts.unlink()


@dataclass(frozen=True)
class _Change:
    """What the theme's worker writes once, what stands there instead, and what it is."""

    written: re.Pattern[str]
    instead: str
    what: str


_CHANGES = (
    _Change(_RUN_TOGETHER, r'\g<0>+";"', "its fault"),
    _Change(_SETTINGS, "this.means=arguments[0].config.means||{};", "the start of its index"),
    _Change(
        _QUESTION,
        r"this.asked=searchParts.asked(\g<text>,this.index,this.means,lunr),!this.asked.any)return{items:[]};"
        r"let \g<clauses>=this.asked.clauses,\g<found>=this.index.query(this.asked.build)",
        "its question",
    ),
    _Change(_WORDS_FOUND, r"\g<name>=this.asked.found(\g<keys>)", "the words that were found"),
    _Change(_SCORE, r"{score:\g<score>*searchParts.share(\g<terms>),terms:\g<terms>}", "its score"),
)


def mended(text: str) -> str:
    """The worker with our changes. Raises BundleError where it is written in another way."""
    for change in _CHANGES:
        text, count = change.written.subn(change.instead, text)
        if count != 1:
            raise BundleError(
                f"The theme's search worker shows {change.what} {count} times and not once. See whether it is mended there, or "
                "how it is written now, and change press/src/press/runtime/search_worker.py."
            )
    return _SOURCE_MAP.sub("\n", text)
