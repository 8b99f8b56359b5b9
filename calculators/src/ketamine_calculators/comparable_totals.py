"""Totals of five depression scales that stand beside each other in one published table.

The table is that of ids-qids.org, adapted there from Rush 2003 and Trivedi 2004, as it was read in November 2026. It has two
misprints. A HAM-D17 of 18–19 stands in two rows, and is left there: such a total has both. An IDS-SR30 of "62–24" is read as
62–64. Read like this, every other total of every column stands in exactly one row.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .bands import whole_bands
from .scale_references import IDS_QIDS
from .scales import QIDS_SR16, BandedScale

# QIDS-SR16 | IDS-SR30 | HAM-D17 | HAM-D21 | HAM-D24
_PRINTED = """
 0 |  0–3  |  0    |  0–1  |  0–1
 1 |  4–5  |  1–2  |  2    |  2
 2 |  6    |  3    |  3    |  3–4
 3 |  7–8  |  4    |  4    |  5
 4 |  9–11 |  5–6  |  5–6  |  6–7
 5 | 12–13 |  7    |  7–8  |  8–9
 6 | 14–16 |  8    |  9    | 10–11
 7 | 17–18 |  9–10 | 10    | 12
 8 | 19–21 | 11    | 11–12 | 13–14
 9 | 22–23 | 12    | 13    | 15–16
10 | 24–25 | 13    | 14–15 | 17–18
11 | 26–28 | 14–15 | 16    | 19
12 | 29–30 | 16    | 17    | 20–21
13 | 31–33 | 17    | 18–19 | 22–23
14 | 34–36 | 18–19 | 20–21 | 24–25
15 | 37–38 | 18–19 | 22    | 26
16 | 39–40 | 20    | 23    | 27–28
17 | 41–43 | 21–22 | 24–25 | 29–30
18 | 44–45 | 23    | 26    | 31–32
19 | 46–47 | 24    | 27    | 33
20 | 48    | 25    | 28    | 34
21 | 49–53 | 26–27 | 29–31 | 35–38
22 | 54–55 | 28    | 32    | 39
23 | 56–58 | 29    | 33–34 | 40–41
24 | 59–61 | 30–31 | 35–36 | 42–44
25 | 62–64 | 32    | 37–38 | 45–46
26 | 65–67 | 33–35 | 39–41 | 47–49
27 | 68–84 | 36–52 | 42–64 | 50–75
"""
COLUMNS: Mapping[str, str] = {
    "qids_sr16": "QIDS-SR16",
    "ids_sr30": "IDS-SR30",
    "hamd17": "HAM-D17",
    "hamd21": "HAM-D21",
    "hamd24": "HAM-D24",
}
READ_AS, PRINTED_AS = "62–64", "62–24"


@dataclass(frozen=True)
class Span:
    """Neighboring totals of one scale, both ends included."""

    low: int
    high: int

    def __contains__(self, total: int) -> bool:
        return self.low <= total <= self.high

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def _span(printed: str) -> Span:
    low, _, high = printed.strip().partition("–")
    return Span(int(low), int(high or low))


Row = Mapping[str, Span]
"""The totals of each column that stand in one row of the table."""

ROWS: tuple[Row, ...] = tuple(
    dict(zip(COLUMNS, map(_span, line.split("|")), strict=True)) for line in _PRINTED.strip().splitlines()
)


def rows_with(column: str, total: int) -> tuple[Row, ...]:
    """The rows in which a total stands."""
    return tuple(row for row in ROWS if total in row[column])


def joined(column: str, rows: tuple[Row, ...]) -> Span:
    """The totals of a column in these rows, which follow one upon the other, as one range."""
    return Span(min(row[column].low for row in rows), max(row[column].high for row in rows))


def highest(column: str) -> int:
    """The highest total of a column."""
    return ROWS[-1][column].high


# The bands of the QIDS, each with the totals of the IDS that stand in its rows.
IDS_SR30 = BandedScale(
    COLUMNS["ids_sr30"],
    whole_bands(
        "IDS-SR30 total",
        0,
        *(
            (band.key, band.label, rows_with("qids_sr16", int(band.high))[-1]["ids_sr30"].high)
            for band in QIDS_SR16.bands.bands
        ),
    ),
    IDS_QIDS,
)
