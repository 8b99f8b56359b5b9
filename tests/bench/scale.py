"""How a site grows: builds and checks of collections, beside stock mkdocs-material on the same Markdown. `make bench-scale`.

    python tests/bench/scale.py [--counts 100,1000] [--runs 3]

Ours is built by the programs and the finished parts of Python that are installed here, with all layers but the slim core and the
precompressed files, which stock has none of. Results go to tests/bench/scale.json and to docs/performance.md.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench.collection import FILES, make_collection  # noqa: E402
from bench.tables import table, write_section  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "scale.json"
PAGE = ROOT / "docs" / "performance.md"
_NOT_LINKED = frozenset({".cache", ".git", "content", "docs", "site", "tests", *FILES})
_ARTICLE = "collection-00003"
_DAY = "1796000000"
"""Seconds since 1970: no article of the collection is of a later day."""
_TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
_STOCK = """site_name: Stock
site_url: https://stock.example/
docs_dir: docs
theme: {name: material, font: false, features: [navigation.instant, search.highlight, search.suggest]}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, {toc: {permalink: true}}]
validation: {links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds on the wall, seconds of processors, and the most memory of a process, in MB."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--counts", default="100,1000")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    results = {
        "date": time.strftime("%Y-%m-%d"),
        "material": version("mkdocs-material"),
        "mkdocs": version("mkdocs"),
        "processors": os.process_cpu_count(),
        "runs": chosen.runs,
        "counts": {count: measured(int(count), chosen.runs) for count in chosen.counts.split(",")},
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    write_section(PAGE, "scale", in_words(results))


def measured(count: int, runs: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix=f"bench-{count}-") as folder:
        ours, stock = Path(folder) / "ours", Path(folder) / "stock"
        _make(ours, stock, count)
        check = ["-m", "press.cli", "check", "--as-of", "2026-12-01"]
        one = [*check, f"content/articles/{_ARTICLE}.md"]
        article = ours / "content" / "articles" / f"{_ARTICLE}.md"
        costs = {
            "stock": [cost(["-m", "mkdocs", "build", "--quiet"], stock) for _ in range(runs)],
            "ours": [_from_nothing(["-m", "mkdocs", "build", "--quiet"], ours) for _ in range(runs)],
            "ours, after one change": [
                _after_change(["-m", "mkdocs", "build", "--quiet"], ours, article) for _ in range(runs)
            ],
            "check": [_from_nothing(check, ours) for _ in range(runs)],
            "check again": [cost(check, ours) for _ in range(runs)],
            "check after one change": [_after_change(check, ours, article) for _ in range(runs)],
            "check of one changed article": [_after_change(one, ours, article) for _ in range(runs)],
        }
        return {
            "costs": {name: [asdict(one) for one in several] for name, several in costs.items()},
            "bytes": {"ours": sizes(ours / "site"), "stock": sizes(stock / "site")},
        }


def _make(ours: Path, stock: Path, count: int) -> None:
    make_collection(ours, count)
    for file in ROOT.iterdir():
        if file.name not in _NOT_LINKED:
            (ours / file.name).symlink_to(file)
    shutil.copytree(ROOT / ".cache" / "bundle", ours / ".cache" / "bundle")
    shutil.copytree(ours / "docs", stock / "docs", ignore=shutil.ignore_patterns("overrides"))
    for page in (stock / "docs").rglob("*.md"):
        page.write_text(_TEMPLATE.sub("", page.read_text("utf-8")), "utf-8")  # those are this site's own
    shutil.copytree(ours / "content" / "articles", stock / "docs" / "articles")
    shutil.copytree(ours / "content" / "images", stock / "docs" / "images")
    (stock / "mkdocs.yml").write_text(_STOCK, "utf-8")


def _from_nothing(command: list[str], folder: Path) -> Cost:
    """Without what earlier runs have kept; the parts of Python for browsers stay, which depend on no article."""
    shutil.rmtree(folder / ".cache" / "press", ignore_errors=True)
    return cost(command, folder)


def _after_change(command: list[str], folder: Path, article: Path) -> Cost:
    article.write_text(
        article.read_text("utf-8").replace("\n## See also", "\nOne more sentence.\n\n## See also", 1), "utf-8"
    )
    return cost(command, folder)


def cost(command: list[str], folder: Path) -> Cost:
    """Run a program of Python in a folder."""
    environment = {
        **os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _DAY, "PRESS_RUNTIME": "without slim-core,precompressed"
    }  # fmt: skip
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode} in {folder}")
    print(f"{' '.join(command[1:])}: {wall:.1f} s", flush=True)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def sizes(site: Path) -> dict[str, int]:
    """Bytes of the median page of an article, of the list of all, of the service worker, and of what is searched in."""
    pages = [file.stat().st_size for file in (site / "articles").glob("collection-*/index.html")]
    files = {
        "list of all articles": site / "articles" / "index.html",
        "service worker": site / "service-worker.js",
        "search index": site / "search" / "search_index.json",
    }
    return {
        "article": int(statistics.median(pages)),
        **{name: file.stat().st_size for name, file in files.items() if file.is_file()},
    }


def in_words(results: Mapping[str, Any]) -> str:
    """The results in words and tables."""
    runs = f"medians of {results['runs']} runs" if results["runs"] > 1 else "one run"
    parts = [
        f"mkdocs-material {results['material']} on MkDocs {results['mkdocs']}, {results['processors']} processors, {runs} on "
        f"{results['date']}. Seconds by the clock hold what other programs took meanwhile; those of processors, in brackets, do "
        "not, and the ratio is theirs."
    ]
    for count, found in results["counts"].items():
        costs = {
            name: [_median(runs, part) for part in ("wall", "processor", "memory")]
            for name, runs in found["costs"].items()
        }
        stock = costs["stock"]
        rows = [
            [
                _NAMES[name],
                f"{wall:.1f} ({processor:.1f})",
                f"{memory:.0f}",
                f"{processor / stock[1]:.2f}",
                f"{memory / stock[2]:.2f}",
            ]
            for name, (wall, processor, memory) in costs.items()
        ]
        parts.append(f"### {int(count):,} articles")
        parts.append(table(["", "Seconds", "Peak memory, MB", "Processor time, of stock", "Memory, of stock"], rows))
        ours, theirs = found["bytes"]["ours"], found["bytes"]["stock"]
        sizes_of = [[name.capitalize(), _kilobytes(ours.get(name)), _kilobytes(theirs.get(name))] for name in ours]
        parts.append(table(["kB", "This site", "Stock"], sizes_of))
    return "\n\n".join(parts)


_NAMES = {
    "stock": "Stock, build from nothing",
    "ours": "This site, build from nothing",
    "ours, after one change": "This site, build after one change",
    "check": "`press check` of all, from nothing",
    "check again": "`press check` of all, again",
    "check after one change": "`press check` of all, after one change",
    "check of one changed article": "`press check` of one changed article",
}


def _median(runs: Sequence[Mapping[str, float]], part: str) -> float:
    return statistics.median(run[part] for run in runs)


def _kilobytes(size: int | None) -> str:
    return "" if size is None else f"{size / 1000:,.0f}"


if __name__ == "__main__":
    main()
