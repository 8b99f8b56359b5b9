"""What each layer buys: the same page from a site with all layers, and from one without each in turn.

    python tests/bench/layers.py [--rounds 5] [--layers slim-core,bytecode]

Sites take turns within each round, as in run.py. Writes tests/bench/layers.json, and what each layer saves into the table of
press/src/press/runtime/README.md. Only ratios to the site with all layers are of use: times are those of the machine.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

from playwright.sync_api import sync_playwright  # noqa: E402

import browsers  # noqa: E402
from bench.contestants import OURS, address  # noqa: E402
from bench.published import build, free_port  # noqa: E402
from bench.visits import after_another_page, visit  # noqa: E402
from press.runtime.layers import FULL, PLAIN, WITHOUT, Layer  # noqa: E402
from support.serving import FAST_4G, NO_LIMIT, Manner, serving  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "layers.json"
README = ROOT / "press" / "src" / "press" / "runtime" / "README.md"
LINES = {"unlimited": NO_LIMIT, "fast-4g": FAST_4G}
WITHOUT_PREFETCH = f"{WITHOUT} {Layer.PREFETCH}"
OTHER_PAGE = "/about/"
WORTH_SEEING = ("bytes", "answer", "form", "main_thread", "after another page")

Visits = list[dict[str, float]]
Figures = dict[str, dict[str, Visits]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--layers", default=",".join(Layer))
    chosen = options.parse_args()
    chromium = browsers.chromium()
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine: run `make browsers`.")
    settings = [FULL, PLAIN, *(f"{WITHOUT} {Layer(name)}" for name in chosen.layers.split(","))]
    with tempfile.TemporaryDirectory(prefix="layers-") as folder:
        figures = race(chromium, settings, chosen.rounds, Path(folder))
    results = {"date": time.strftime("%Y-%m-%d"), "browser": browsers.version(chromium), "rounds": chosen.rounds}
    RESULTS.write_text(json.dumps({**results, "figures": figures}, indent=1) + "\n", "utf-8")
    README.write_text(with_figures(README.read_text("utf-8"), figures), "utf-8")


def race(chromium: str, settings: list[str], rounds: int, folder: Path) -> Figures:
    """Cold visits by setting and line."""
    port = free_port()
    sites = {setting: folder / str(number) for number, setting in enumerate(settings)}
    for setting, site in sites.items():
        print(f"building {setting}", flush=True)
        build(site, f"http://127.0.0.1:{port}", setting)
    figures: Figures = {setting: {line: [] for line in LINES} for setting in settings}
    with sync_playwright() as playwright:
        for turn in range(rounds):
            for line, speed in LINES.items():
                for setting in [*settings[turn % len(settings) :], *settings[: turn % len(settings)]]:
                    profile = Path(tempfile.mkdtemp(dir=folder))
                    with serving(sites[setting], Manner(line=speed), port) as host:
                        seen = asdict(visit(playwright, chromium, profile, host, address(OURS)))
                        if setting in (FULL, WITHOUT_PREFETCH):
                            anew = Path(tempfile.mkdtemp(dir=folder))
                            seen["after another page"] = after_another_page(
                                playwright, chromium, anew, host, OTHER_PAGE, address(OURS)
                            )
                    shutil.rmtree(profile, ignore_errors=True)
                    figures[setting][line].append(seen)
                    told = ", ".join(f"{what} {seen[what]:.0f}" for what in WORTH_SEEING if what in seen)
                    print(f"round {turn + 1}, {line}, {setting}: {told}", flush=True)
    return figures


def with_figures(readme: str, figures: Figures) -> str:
    """The page with the last cells of each layer's row written anew."""
    lines = readme.split("\n")
    for number, line in enumerate(lines):
        for setting, visits in figures.items():
            name = setting.removeprefix(f"{WITHOUT} ")
            if line.startswith(f"| `{name}` |"):
                kept = [cell.strip() for cell in line.split("|")[1:3]]
                time = "after another page" if setting == WITHOUT_PREFETCH else "answer"
                lines[number] = f"| {' | '.join([*kept, *saved(visits, figures[FULL], time)])} |"
    return "\n".join(lines)


def saved(without: dict[str, Visits], full: dict[str, Visits], time: str) -> list[str]:
    """What the layer saves of what a visit would be without it: bytes, time on each line, work of the page's thread."""
    shares = [share("bytes", without["unlimited"], full["unlimited"])]
    shares += [share(time, without[line], full[line]) for line in LINES]
    shares += [share("main_thread", without["unlimited"], full["unlimited"])]
    return [f"{100 * value:.0f} %" for value in shares]


def share(what: str, without: Visits, full: Visits) -> float:
    """Median over the rounds of the share that is saved."""
    return median(1 - mine[what] / theirs[what] for mine, theirs in zip(full, without, strict=True))


if __name__ == "__main__":
    main()
