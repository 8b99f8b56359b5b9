"""IDS-SR30: the bands of the QIDS by the table of ids-qids.org, adapted there from Rush 2003 and Trivedi 2004."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

# The page marks each row with its severity: 0 up to IDS 13, 1 up to 25, 2 up to 38, 3 up to 48, 4 up to 84.
BAND = [
    *repeat("none", 14),
    *repeat("mild", 12),
    *repeat("moderate", 13),
    *repeat("severe", 10),
    *repeat("very_severe", 36),
]


@pytest.mark.parametrize("total", range(85))
def test_every_total_has_the_band_of_its_row(total: int) -> None:
    assert evaluate("idssr30_total", {"total": total}) == {"total": total, "band": BAND[total]}


@pytest.mark.parametrize("total", [*NOT_A_WHOLE_NUMBER, -1, 85])
def test_what_is_no_total_of_28_items_is_refused(total: Any) -> None:
    ((field, message),) = refused("idssr30_total", {"total": total})
    assert field == "total"
    assert message.startswith("IDS-SR30 total must be a whole number from 0 to 84.")


@pytest.mark.parametrize("total", [0, 84])
def test_suicide_is_to_be_read_on_the_form_whatever_the_total(total: int) -> None:
    (note,) = full_answer(find("idssr30_total"), {"total": total})["warnings"]
    assert note["calculator"] == "cssrs_screener"
    assert "read it on the form" in note["text"]


def test_the_formula_says_which_items_count_once() -> None:
    assert "sum of 28 of the 30 items" in find("idssr30_total").formula[0]
    assert "of items 11 and 12, and of items 13 and 14, one counts" in find("idssr30_total").formula[0]


def test_the_headline_says_the_band_alone() -> None:
    answer = full_answer(find("idssr30_total"), {"total": 39})
    assert answer["headline"] == "IDS-SR30 total 39/84: severe"
    assert answer["working"] == ["39: Severe (39 to 48); very severe starts at 49, 10 away."]
