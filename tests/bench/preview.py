"""How long a save takes to be on the page of `make serve`: ten saves of each kind, and their median. Part of `make bench`.

A copy of the project is served and changed, with the programs that are installed for this one.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "127.0.0.1:8087"
SAVES = 10
SETTLED = 1.0
"""Seconds between one save and the next, for whatever the preview does after it has shown a page."""
GIVEN_UP = 60.0


@dataclass(frozen=True)
class Kind:
    """One kind of file, how a mark is written into it, where the mark is then seen, and how soon it is wanted there."""

    name: str
    file: str
    marked: Callable[[str, str], str]
    seen_at: str
    wanted: float


PAGE = "calculators/iv-dose/"
ARTICLE = "treatment-resistant-depression-protocols"
KINDS = (
    Kind(
        "a calculator",
        "calculators/src/ketamine_calculators/catalogue/iv_dose.py",
        lambda text, mark: text.replace('population="', f'population="{mark} ', 1),
        PAGE,
        3,
    ),
    Kind(
        "a template",
        "press/src/press/forms/templates/sections.html",
        lambda text, mark: text.replace("<p>{{ calculator.population", f"<p>{mark} {{{{ calculator.population", 1),
        PAGE,
        1,
    ),
    Kind("a style sheet", "web/css/page.css", lambda text, mark: f"{text}.{mark} {{}}\n", "assets/css/page.css", 1),
    Kind(
        "an article",
        f"content/articles/{ARTICLE}.md",
        lambda text, mark: f"{text}\n{mark}\n",
        f"articles/{ARTICLE}/",
        1,
    ),
)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-preview-") as folder:
        copy = Path(folder) / "project"
        copy_tracked_files(copy)
        began = time.perf_counter()
        with served(copy):
            print(f"the site, from nothing but the packages: {time.perf_counter() - began:.1f} s (wanted: under 30)")
            for kind in KINDS:
                seconds = list(saves(copy, kind))
                median = statistics.median(seconds)
                print(f"{kind.name}: {median:.2f} s, at most {max(seconds):.2f} s (wanted: under {kind.wanted:g})")


def copy_tracked_files(copy: Path) -> None:
    """The project's own files, and what is installed for it; nothing that was made of it."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")


@contextmanager
def served(copy: Path) -> Iterator[None]:
    """The preview of the copy, up."""
    sources = os.pathsep.join(str(copy / part / "src") for part in ("calculators", "press"))
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", ADDRESS)
    running = subprocess.Popen(
        command,
        cwd=copy,
        env={**os.environ, "PYTHONPATH": sources, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(PAGE, "</html>")
        yield
    finally:
        running.terminate()
        running.wait()


def saves(copy: Path, kind: Kind) -> Iterator[float]:
    """Seconds from each save to its being on the page."""
    file = copy / kind.file
    text = file.read_text("utf-8")
    for number in range(SAVES):
        time.sleep(SETTLED)
        mark = f"marked-{number}"
        changed = kind.marked(text, mark)
        assert changed != text, f"{kind.file} has no place for the mark any more."
        began = time.perf_counter()
        file.write_text(changed, "utf-8")
        wait_for(kind.seen_at, mark)
        yield time.perf_counter() - began
    file.write_text(text, "utf-8")
    wait_for(kind.seen_at, "")
    time.sleep(SETTLED)


def wait_for(path: str, words: str) -> None:
    """Wait until the words are on the page."""
    until = time.perf_counter() + GIVEN_UP
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}/{path}", timeout=GIVEN_UP) as page:
                if re.search(re.escape(words), page.read().decode()):
                    return
        except URLError:
            pass  # not up yet, or starting again
        time.sleep(0.01)
    raise SystemExit(f"{path} does not show “{words}” after {GIVEN_UP:.0f} s.")


if __name__ == "__main__":
    main()
