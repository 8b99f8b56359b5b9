"""HAM-A: Matza LS, et al. Int J Methods Psychiatr Res 2010;19(4):223-232 (bands); Sheehan DV, et al. 2011 (remission)."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

# Matza 2010: 7 or less none or minimal, 8-14 mild, 15-23 moderate, 24 or more severe; 14 items to 4.
BAND = [*repeat("none_minimal", 8), *repeat("mild", 7), *repeat("moderate", 9), *repeat("severe", 33)]


@pytest.mark.parametrize("total", range(57))
def test_every_total_has_the_published_band(total: int) -> None:
    # Remission 7 or less: Sheehan 2011.
    assert evaluate("hama", {"total": total}) == {"total": total, "band": BAND[total], "remission": total <= 7}


@pytest.mark.parametrize("total", [*NOT_A_WHOLE_NUMBER, -1, 57])
def test_what_is_no_total_of_14_items_is_refused(total: Any) -> None:
    ((field, message),) = refused("hama", {"total": total})
    assert field == "total"
    assert message.startswith("HAM-A total must be a whole number from 0 to 56.")


@pytest.mark.parametrize(
    ("total", "headline"),
    [
        (7, "HAM-A total 7/56: none or minimal; in remission"),
        (8, "HAM-A total 8/56: mild; not in remission"),
        (24, "HAM-A total 24/56: severe; not in remission"),
    ],
)
def test_the_headline_says_band_and_remission(total: int, headline: str) -> None:
    assert full_answer(find("hama"), {"total": total})["headline"] == headline


def test_the_working_has_no_sum_since_only_the_total_is_known() -> None:
    assert full_answer(find("hama"), {"total": 15})["working"] == [
        "15: Moderate (15 to 23); severe starts at 24, 9 away.",
        "Remission (7 or less): not met; the total would have to fall by 8 points",
    ]


def test_the_authors_caution_is_told_with_the_bands() -> None:
    (difference,) = full_answer(find("hama"), {"total": 15})["differences"]
    assert "144 patients; its authors ask for caution" in difference["literature"]
