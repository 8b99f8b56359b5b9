"""The page that shows what was measured, written from the results alone."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

REFERENCE = "stock"
NAMES = {
    "plain": "Plain JavaScript (the floor)",
    "stock": "Pyodide as published, in a worker",
    "pyscript": "PyScript on the same Pyodide",
    "ours": "This site",
}
LINES = {"unlimited": "No limit on the line", "fast-4g": "Fast 4G (165 ms a request, 1.01 MB/s shared)"}
MARK = "<!-- results -->"
# A section that is written by itself stands between its own two marks, above the results of the race.
LIGHTHOUSE = "lighthouse"

Visits = Sequence[Mapping[str, float]]


def write_page(results: Mapping[str, Any], page: Path) -> None:
    """Replace everything below the mark by the tables of these results."""
    told = page.read_text("utf-8").partition(MARK)[0]
    parts = [_head(results)]
    for line, title in LINES.items():
        if line in results:
            parts += [f"## {title}", _race(results[line])]
    if "unlimited" in results:
        parts += ["## The page itself", _page(results["unlimited"]), _second_page(results["unlimited"]["ours"]["cold"])]
    if results.get("engines"):
        parts += ["## Firefox and WebKitGTK", _engines(results["engines"])]
    page.write_text(f"{told}{MARK}\n\n" + "\n\n".join(parts) + "\n", "utf-8")


def write_section(page: Path, name: str, words: str) -> None:
    """Replace what stands between the two marks of a section."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = page.read_text("utf-8").partition(begin)
    page.write_text(f"{before}{begin}\n\n{words}\n\n{end}{rest.partition(end)[2]}", "utf-8")


def _head(results: Mapping[str, Any]) -> str:
    return f"Measured on {results['date']} with {results['browser']}, {results['rounds']} rounds."


def _race(visits: Mapping[str, Mapping[str, Visits]]) -> str:
    kinds = list(next(iter(visits.values())))
    rows = []
    for name, by_kind in visits.items():
        cold = by_kind["cold"]
        row = [NAMES[name], _kilobytes(cold), f"{median(_of(cold, 'requests')):.0f}"]
        for kind in kinds:
            row += [_span(_of(by_kind[kind], "answer")), _ratio(visits, name, kind)]
        rows.append(row)
    heads = [head for kind in kinds for head in (f"{kind.capitalize()}, ms", "Ratio")]
    return table(["", "kB", "Requests", *heads], rows)


def _page(visits: Mapping[str, Mapping[str, Visits]]) -> str:
    rows = []
    for name, by_kind in visits.items():
        cold = by_kind["cold"]
        rows.append(
            [NAMES[name]]
            + [_span(_of(cold, what)) for what in ("form", "longest_task", "blocked", "beyond", "second_answer")]
        )
    heads = [
        "Form there, ms",
        "Longest task, ms",
        "In tasks over 50 ms, ms",
        "Beyond 50 ms each, ms",
        "Next answer, ms",
    ]
    return table(["", *heads], rows)


def _second_page(cold: Visits) -> str:
    keystroke, whole = _of(cold, "keystroke"), _of(cold, "second_page")
    return (
        f"On the second page of the same visit an answer stood {_span(keystroke)} ms after the last keystroke, "
        f"{_span(whole)} ms after the link to that page was followed."
    )


def _engines(engines: Mapping[str, Mapping[str, Mapping[str, Sequence[float]]]]) -> str:
    rows = []
    for engine, visits in engines.items():
        for kind in ("cold", "warm"):
            stock, ours = visits["stock"][kind], visits["ours"][kind]
            ratios = [mine / theirs for mine, theirs in zip(ours, stock, strict=True)]
            rows.append([engine, kind, _span(stock), _span(ours), _span(ratios, ".2f")])
    rounds = len(next(iter(engines.values()))["ours"]["cold"])
    figures = table(["", "Visit", "Pyodide as published, ms", "This site, ms", "Ratio"], rows)
    return f"Rounds of this race: {rounds}.\n\n{figures}"


def _ratio(visits: Mapping[str, Mapping[str, Visits]], name: str, kind: str) -> str:
    """Ratio of medians, and between which ratios the single rounds lay."""
    if REFERENCE not in visits:
        return "–"
    mine, theirs = _of(visits[name][kind], "answer"), _of(visits[REFERENCE][kind], "answer")
    rounds = [a / b for a, b in zip(mine, theirs, strict=True)]
    return f"{median(mine) / median(theirs):.2f} ({min(rounds):.2f}–{max(rounds):.2f})"


def _of(visits: Visits, what: str) -> list[float]:
    return [visit[what] for visit in visits]


def _kilobytes(visits: Visits) -> str:
    return f"{median(_of(visits, 'bytes')) / 1000:,.0f}"


def _span(values: Sequence[float], form: str = ",.0f") -> str:
    """The median, with the least and the greatest."""
    return f"{median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; every column but the first holds numbers."""
    line: Callable[[Sequence[str]], str] = lambda cells: f"| {' | '.join(cells)} |"  # noqa: E731
    return "\n".join([line(head), line(["---", *["--:"] * (len(head) - 1)]), *map(line, rows)])
