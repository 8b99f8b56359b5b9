"""The theme's search worker without a fault of its library, which can make words disappear from the search.

lunr joins equal parts of its tree of words, and tells them apart by a text in which a letter that is a digit and the number
behind it run together: "1" and 23 look like "12" and 3. Which words are lost depends on all that the site says. Then every
question that begins like one of them finds nothing.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .build_cache import BundleError, Cache, Inputs, Step
from .shared_inputs import code_of

ADDRESSES = "assets/javascripts/workers/search.*.min.js"
"""The theme's own worker in the site."""
_RUN_TOGETHER = re.compile(r"(?P<text>\w+)=(?P=text)\+(?P<letter>\w+)\+(?P<node>\w+)\.id(?=\}return (?P=text)\})")
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*\s*$")


@dataclass(frozen=True)
class SearchWorker:
    """A file, and its address relative to the site. It is named like the theme's own files, by its content."""

    file: Path
    address: str


def search_worker(theme: Path, cache: Path) -> SearchWorker:
    """The worker made from the theme's. Raises BundleError."""
    file = Cache(cache).result(search_worker_step(theme)) / "search.js"
    return SearchWorker(file, f"assets/javascripts/workers/search.{sha256(file.read_bytes()).hexdigest()[:8]}.min.js")


def search_worker_step(theme: Path) -> Step:
    """A folder with `search.js`."""
    return Step("search-worker", Inputs({"theme": theme, **code_of("search_worker")}), make_search_worker)


def make_search_worker(inputs: Inputs, out: Path) -> None:
    (out / "search.js").write_text(mended(inputs.path("theme").read_text("utf-8")), "utf-8")


def mended(text: str) -> str:
    """The worker with a mark behind each number. Raises BundleError where it is written in another way."""
    whole, count = _RUN_TOGETHER.subn(r'\g<0>+";"', text)
    if count != 1:
        raise BundleError(
            f"The theme's search worker shows its fault {count} times and not once. See whether it is mended there, or how the "
            "library is written now, and change press/src/press/runtime/search_worker.py."
        )
    return _SOURCE_MAP.sub("\n", whole)
