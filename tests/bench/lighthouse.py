"""What Lighthouse says of a page of each kind, on a phone and on a desk: part of `make bench`.

    python tests/bench/lighthouse.py [--rounds 5] [--pages Home,Article]

Performance is the median of the rounds; the other scores are the worst of them. Writes tests/bench/lighthouse.json and its
table in docs/performance.md, and fails when accessibility, best practices or SEO is below 100 anywhere.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import browsers  # noqa: E402
from bench.published import build  # noqa: E402
from bench.tables import LIGHTHOUSE, table, write_section  # noqa: E402
from support.serving import serving  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "lighthouse.json"
PAGES = {
    "Home": "",
    "Article": "articles/treatment-resistant-depression-protocols/",
    "Calculator": "calculators/iv-dose/",
    "Worksheet": "worksheets/course/",
}
FORMS = ("mobile", "desktop")
FULL_MARKS = {"accessibility": "Accessibility", "best-practices": "Best practices", "seo": "SEO"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pages", default=",".join(PAGES))
    chosen = options.parse_args()
    chromium = browsers.chromium()
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine: run `make browsers`.")
    names = chosen.pages.split(",")
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        site = Path(folder) / "site"
        with serving(site) as host:
            # A canonical link to another address would be found wrong.
            build(site, host.address)
            runs = {
                f"{name}, {form}": [
                    looked_at(chromium, f"{host.address}/{PAGES[name]}", form, f"{name}, {form}, round {turn + 1}")
                    for turn in range(chosen.rounds)
                ]
                for name in names
                for form in FORMS
            }
    results = {
        "date": time.strftime("%Y-%m-%d"),
        "browser": browsers.version(chromium),
        "lighthouse": next(iter(runs.values()))[0]["version"],
        "rounds": chosen.rounds,
        "pages": runs,
    }
    if set(names) == set(PAGES):
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        write_section(ROOT / "docs" / "performance.md", LIGHTHOUSE, told(results))
    if wrong := below_full_marks(runs):
        raise SystemExit("\n".join(["Lighthouse finds something wrong:", *wrong]))


def looked_at(chromium: str, address: str, form: str, what: str) -> dict[str, Any]:
    """One run in a browser of its own."""
    script = Path(__file__).with_name("lighthouse.mjs")
    command = ["node", str(script), chromium, json.dumps(browsers.CHROMIUM_FLAGS), address, form]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Lighthouse did not finish ({what}):\n{done.stderr[-2000:]}")
    run: dict[str, Any] = json.loads(done.stdout)
    print(f"{what}: {run['scores']} {' '.join(run['trouble'])}", flush=True)
    return run


def below_full_marks(runs: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The audits behind every score that is not 100 and should be."""
    found = {
        f"{name}: {audit['id']} ({FULL_MARKS[audit['category']]}) {audit['shown']}".strip()
        for name, rounds in runs.items()
        for run in rounds
        for audit in run["failed"]
        if audit["category"] in FULL_MARKS and run["scores"][audit["category"]] < 100
    }
    return sorted(found)


def told(results: dict[str, Any]) -> str:
    """The section of the page."""
    rows = []
    for name, runs in results["pages"].items():
        speed = [run["scores"]["performance"] for run in runs]
        worst = [str(min(run["scores"][category] for run in runs)) for category in FULL_MARKS]
        rows.append([name, *worst, f"{median(speed):.0f} ({min(speed)}–{max(speed)})"])
    head = (
        f"Lighthouse {results['lighthouse']} with its own slowed line and processor, {results['browser']}, "
        f"{results['rounds']} rounds on {results['date']}. Performance is the median, with the least and the greatest; "
        "the other scores are the worst of the rounds."
    )
    return f"{head}\n\n{table(['', *FULL_MARKS.values(), 'Performance'], rows)}"


if __name__ == "__main__":
    main()
