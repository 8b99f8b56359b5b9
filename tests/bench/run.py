"""The race to the first answer: `make bench`.

    python tests/bench/run.py [--rounds 7] [--engine-rounds 3] [--lines unlimited,fast-4g]

Contestants take turns within each round, in an order that moves on by one from round to round, so that whatever else the
machine does falls on all alike. A cold visit has a new profile; a warm one starts the browser anew on the same profile.
Writes tests/bench/results.json and the tables of docs/performance.md.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

from playwright.sync_api import Playwright, sync_playwright  # noqa: E402

import browsers  # noqa: E402
from bench.contestants import CONTESTANTS, OURS, add_contestants, address  # noqa: E402
from bench.other_engines import race_in_other_engines  # noqa: E402
from bench.published import build, free_port  # noqa: E402
from bench.tables import write_page  # noqa: E402
from bench.visits import visit  # noqa: E402
from support.serving import FAST_4G, NO_LIMIT, Line, Manner, serving  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "results.json"
LINES = {"unlimited": NO_LIMIT, "fast-4g": FAST_4G}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--lines", default=",".join(LINES))
    options.add_argument("--engine-rounds", type=int, default=3, help="in Firefox and WebKitGTK; 0 for Chromium only")
    chosen = options.parse_args()
    chromium = browsers.chromium()
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine: run `make browsers`.")

    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        site, port = Path(folder) / "site", free_port()
        build(site, f"http://127.0.0.1:{port}")
        add_contestants(site)
        results = {"date": time.strftime("%Y-%m-%d"), "browser": browsers.version(chromium), "rounds": chosen.rounds}
        with sync_playwright() as playwright:
            for name in chosen.lines.split(","):
                results[name] = race(playwright, chromium, site, port, LINES[name], chosen.rounds, Path(folder))
        if chosen.engine_rounds:
            results["engines"] = race_in_other_engines(site, chosen.engine_rounds, Path(folder))
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    write_page(results, ROOT / "docs" / "performance.md")


def race(
    playwright: Playwright, chromium: str, site: Path, port: int, line: Line, rounds: int, folder: Path
) -> dict[str, dict[str, list[dict[str, float]]]]:
    names = [*CONTESTANTS, OURS]
    # With everything in the browser's store the line makes no difference.
    kinds = ("cold", "warm") if line is NO_LIMIT else ("cold",)
    visits: dict[str, dict[str, list[dict[str, float]]]] = {name: {kind: [] for kind in kinds} for name in names}
    with serving(site, Manner(line=line), port) as host:
        for turn in range(rounds):
            for name in [*names[turn % len(names) :], *names[: turn % len(names)]]:
                profile = Path(tempfile.mkdtemp(dir=folder))
                for kind in kinds:
                    seen = visit(
                        playwright,
                        chromium,
                        profile,
                        host,
                        address(name),
                        on_to_second_page=name == OURS and kind == "cold",
                    )
                    visits[name][kind].append(asdict(seen))
                    print(f"round {turn + 1}, {name}, {kind}: {seen.answer:.0f} ms", flush=True)
                shutil.rmtree(profile, ignore_errors=True)
    return visits


if __name__ == "__main__":
    main()
