"""Scale conversion: the table of ids-qids.org (interpretation), adapted there from Rush 2003 and Trivedi 2004.

The rows are typed here once more from that page, as the lowest total of each column; a row ends where the next begins.
HAM-D17 18-19 is printed in rows 14 and 15.
"""

from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

KEYS = {"qids_sr16": "qids", "ids_sr30": "ids", "hamd17": "hamd17", "hamd21": "hamd21", "hamd24": "hamd24"}
HIGHEST = {"qids_sr16": 27, "ids_sr30": 84, "hamd17": 52, "hamd21": 64, "hamd24": 75}
BEGINS = {
    "ids_sr30": "0 4 6 7 9 12 14 17 19 22 24 26 29 31 34 37 39 41 44 46 48 49 54 56 59 62 65 68",
    "hamd17": "0 1 3 4 5 7 8 9 11 12 13 14 16 17 18 18 20 21 23 24 25 26 28 29 30 32 33 36",
    "hamd21": "0 2 3 4 5 7 9 10 11 13 14 16 17 18 20 22 23 24 26 27 28 29 32 33 35 37 39 42",
    "hamd24": "0 2 3 5 6 8 10 12 13 15 17 19 20 22 24 26 27 29 31 33 34 35 39 40 42 45 47 50",
}


def column(scale: str) -> list[str]:
    """The totals of a column, row by row. Two rows that begin alike end alike."""
    if scale == "qids_sr16":
        return [str(total) for total in range(28)]
    lows = [int(low) for low in BEGINS[scale].split()]
    last = {low: min([later for later in lows if later > low], default=HIGHEST[scale] + 1) - 1 for low in lows}
    return [str(low) if low == last[low] else f"{low}–{last[low]}" for low in lows]


def ends(totals: str) -> tuple[int, int]:
    low, _, high = totals.partition("–")
    return int(low), int(high or low)


EVERY_TOTAL = [(scale, total) for scale, high in HIGHEST.items() for total in range(high + 1)]


@pytest.mark.parametrize(("scale", "total"), EVERY_TOTAL)
def test_every_total_of_every_column_stands_in_one_row_but_for_the_two_printed_twice(scale: str, total: int) -> None:
    rows = [place for place, totals in enumerate(column(scale)) if ends(totals)[0] <= total <= ends(totals)[1]]
    if scale == "hamd17" and total in (18, 19):
        assert rows == [14, 15]
    else:
        assert len(rows) == 1
    both = {other: [ends(column(other)[row]) for row in rows] for other in KEYS if other != scale}
    expected: dict[str, str | None] = {KEYS[scale]: None}
    for other, found in both.items():
        low, high = found[0][0], found[-1][1]
        expected[KEYS[other]] = str(low) if low == high else f"{low}–{high}"
    assert evaluate("scale_conversion", {"scale": scale, "total": total}) == expected


# The addendum's examples and more, each read off the page by eye: QIDS, IDS, HAM-D 17, 21, 24.
READ = [
    ("hamd17", 0, ("0", "0–3", None, "0–1", "0–1")),
    ("hamd17", 7, ("5", "12–13", None, "7–8", "8–9")),
    ("hamd17", 17, ("13", "31–33", None, "18–19", "22–23")),
    ("hamd17", 18, ("14–15", "34–38", None, "20–22", "24–26")),
    ("hamd17", 19, ("14–15", "34–38", None, "20–22", "24–26")),
    ("hamd17", 20, ("16", "39–40", None, "23", "27–28")),
    ("hamd17", 52, ("27", "68–84", None, "42–64", "50–75")),
    ("hamd21", 1, ("0", "0–3", "0", None, "0–1")),
    ("hamd21", 21, ("14", "34–36", "18–19", None, "24–25")),
    ("hamd21", 22, ("15", "37–38", "18–19", None, "26")),
    ("hamd21", 64, ("27", "68–84", "36–52", None, "50–75")),
    ("hamd24", 26, ("15", "37–38", "18–19", "22", None)),
    ("hamd24", 50, ("27", "68–84", "36–52", "42–64", None)),
    ("qids_sr16", 5, (None, "12–13", "7", "7–8", "8–9")),
    ("qids_sr16", 6, (None, "14–16", "8", "9", "10–11")),
    ("qids_sr16", 14, (None, "34–36", "18–19", "20–21", "24–25")),
    ("qids_sr16", 25, (None, "62–64", "32", "37–38", "45–46")),
    ("qids_sr16", 27, (None, "68–84", "36–52", "42–64", "50–75")),
    ("ids_sr30", 40, ("16", None, "20", "23", "27–28")),
    ("ids_sr30", 48, ("20", None, "25", "28", "34")),
    ("ids_sr30", 62, ("25", None, "32", "37–38", "45–46")),
    ("ids_sr30", 64, ("25", None, "32", "37–38", "45–46")),
    ("ids_sr30", 65, ("26", None, "33–35", "39–41", "47–49")),
]


@pytest.mark.parametrize(("scale", "total", "row"), READ)
def test_a_total_answers_the_rest_of_its_row(scale: str, total: int, row: tuple[str | None, ...]) -> None:
    assert evaluate("scale_conversion", {"scale": scale, "total": total}) == dict(zip(KEYS.values(), row, strict=True))


@pytest.mark.parametrize("scale", HIGHEST)
def test_a_total_above_the_scale_is_refused(scale: str) -> None:
    high = HIGHEST[scale]
    ((field, message),) = refused("scale_conversion", {"scale": scale, "total": high + 1})
    assert field == "total"
    assert f"from 0 to {high}" in message


@pytest.mark.parametrize("total", [*NOT_A_WHOLE_NUMBER, -1])
def test_what_is_no_total_is_refused(total: Any) -> None:
    assert [field for field, _ in refused("scale_conversion", {"scale": "hamd17", "total": total})] == ["total"]


def test_a_scale_without_a_column_is_refused() -> None:
    assert [field for field, _ in refused("scale_conversion", {"scale": "madrs", "total": 7})] == ["scale"]


@pytest.mark.parametrize(("scale", "total"), EVERY_TOTAL[::7])
def test_every_answer_says_that_it_is_never_for_a_percent_change_or_response(scale: str, total: int) -> None:
    answer = full_answer(find("scale_conversion"), {"scale": scale, "total": total})
    assert answer["headline"].endswith("Not for percent change or response")
    assert answer["warnings"][0]["text"].startswith("Never take a percent change or response from it")
    assert "MADRS of 7 or 8" in answer["warnings"][-1]["text"]
    assert not any("percent" in key for key in answer["values"])


@pytest.mark.parametrize(
    ("scale", "total", "twice", "misprint"),
    [
        ("hamd17", 17, False, False),
        ("hamd17", 18, True, False),
        ("hamd17", 19, True, False),
        ("hamd17", 20, False, False),
        ("qids_sr16", 13, False, False),
        ("qids_sr16", 14, True, False),
        ("qids_sr16", 15, True, False),
        ("qids_sr16", 24, False, False),
        ("qids_sr16", 25, False, True),
        ("ids_sr30", 62, False, True),
        ("ids_sr30", 65, False, False),
        ("hamd24", 46, False, True),
    ],
)
def test_a_misprint_is_told_where_it_matters(scale: str, total: int, twice: bool, misprint: bool) -> None:
    texts = " ".join(
        one["text"] for one in full_answer(find("scale_conversion"), {"scale": scale, "total": total})["warnings"]
    )
    assert ("prints HAM-D17 18–19 twice, beside QIDS-SR16 14 and QIDS-SR16 15" in texts) is twice
    assert ("prints IDS-SR30 “62–24” beside QIDS-SR16 25. It is read as 62–64" in texts) is misprint


def test_the_madrs_stands_only_beside_the_bands() -> None:
    # Liu 2014, abstract: 9-17 mild, 18-24 moderate, 25-33 severe, 34 or more very severe, up to 7 or 8 (7.5) remission
    (table,) = full_answer(find("scale_conversion"), {"scale": "hamd17", "total": 7})["tables"]
    assert table["rows"] == [
        ["None", "0 to 5", "up to 7 or 8 (7.5)"],
        ["Mild", "6 to 10", "9–17"],
        ["Moderate", "11 to 15", "18–24"],
        ["Severe", "16 to 20", "25–33"],
        ["Very severe", "21 to 27", "34 or more"],
    ]
