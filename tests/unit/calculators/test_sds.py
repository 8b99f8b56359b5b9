"""SDS: Sheehan 2011 (6 or less), Guico-Pabia 2012 (7 or less), Demyttenaere 2001 (4 or more in each), a secondary source (5)."""

from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

# work, social, family; total; remission (6 or less); 7 or less; 4 or more in all; 5 or more in any. Added up by hand.
RATED = [
    ((0, 0, 0), 0, True, True, False, False),
    ((2, 2, 2), 6, True, True, False, False),
    ((6, 0, 0), 6, True, True, False, True),
    ((0, 5, 1), 6, True, True, False, True),
    ((3, 2, 2), 7, False, True, False, False),
    ((0, 0, 7), 7, False, True, False, True),
    ((4, 4, 0), 8, False, False, False, False),
    ((3, 3, 3), 9, False, False, False, False),
    ((4, 4, 3), 11, False, False, False, False),
    ((3, 4, 4), 11, False, False, False, False),
    ((4, 3, 4), 11, False, False, False, False),
    ((4, 4, 4), 12, False, False, True, False),
    ((4, 5, 4), 13, False, False, True, True),
    ((5, 4, 4), 13, False, False, True, True),
    ((4, 4, 5), 13, False, False, True, True),
    ((10, 0, 3), 13, False, False, False, True),
    ((5, 5, 5), 15, False, False, True, True),
    ((10, 10, 9), 29, False, False, True, True),
    ((10, 10, 10), 30, False, False, True, True),
]
# Without work nothing is added up. What the other two settle is said; None is what they leave open.
BLANK = [
    ((0, 0), False, None),
    ((3, 3), False, None),
    ((4, 3), False, None),
    ((4, 4), None, None),
    ((5, 3), False, True),
    ((4, 5), None, True),
    ((10, 10), None, True),
]


@pytest.mark.parametrize(("scores", "total", "remission", "le7", "all_ge4", "any_ge5"), RATED)
def test_three_domains_make_a_total_and_its_thresholds(
    scores: tuple[int, int, int], total: int, remission: bool, le7: bool, all_ge4: bool, any_ge5: bool
) -> None:
    assert evaluate("sds", dict(zip(("work", "social", "family"), scores, strict=True))) == {
        "total": total,
        "remission": remission,
        "remission_le7": le7,
        "all_ge4": all_ge4,
        "any_ge5": any_ge5,
    }


@pytest.mark.parametrize("work", [{}, {"work": None}])
@pytest.mark.parametrize(("scores", "all_ge4", "any_ge5"), BLANK)
def test_without_work_there_is_no_total_and_no_remission(
    work: dict[str, None], scores: tuple[int, int], all_ge4: bool | None, any_ge5: bool | None
) -> None:
    answer = full_answer(find("sds"), {**work, "social": scores[0], "family": scores[1]})
    assert answer["values"] == {
        "total": None,
        "remission": None,
        "remission_le7": None,
        "all_ge4": all_ge4,
        "any_ge5": any_ge5,
    }
    assert answer["headline"] == (
        f"SDS, no total: work or school was left blank. Social life {scores[0]}; Family life {scores[1]}"
    )
    assert answer["figure"]["value"] == "No total"
    assert "because of the illness rates this domain" in answer["warnings"][0]["text"]
    assert not any(chip["tone"] == "good" for chip in answer["figure"]["chips"])


@pytest.mark.parametrize("domain", ["social", "family"])
def test_no_other_domain_may_be_empty(domain: str) -> None:
    rated = {"work": 1, "social": 1, "family": 1}
    del rated[domain]
    assert [field for field, _ in refused("sds", dict(rated))] == [domain]


@pytest.mark.parametrize("domain", ["work", "social", "family"])
@pytest.mark.parametrize("score", [*NOT_A_WHOLE_NUMBER, -1, 11])
def test_what_is_no_score_from_0_to_10_is_refused(domain: str, score: Any) -> None:
    ((field, message),) = refused("sds", {"work": 1, "social": 1, "family": 1, domain: score})
    assert field == domain
    assert "must be a whole number from 0 to 10." in message


@pytest.mark.parametrize(
    ("scores", "named"),
    [
        ((4, 4, 4), None),
        ((5, 4, 4), "work or school"),
        ((4, 5, 5), "social life and family life"),
        ((5, 5, 5), "work or school, social life and family life"),
    ],
)
def test_the_domains_from_5_on_are_named(scores: tuple[int, int, int], named: str | None) -> None:
    warnings = full_answer(find("sds"), dict(zip(("work", "social", "family"), scores, strict=True)))["warnings"]
    assert [one["text"].startswith(f"Look closer at {named}:") for one in warnings] == ([True] if named else [])


def test_the_working_shows_each_threshold() -> None:
    assert full_answer(find("sds"), {"work": 3, "social": 2, "family": 2})["working"] == [
        "3 + 2 + 2 = 7",
        "Functional remission (6 or less): not met; the total would have to fall by 1 point",
        "7 or less, as goes with HAM-D17 7 or less: met",
        "4 or more in all three domains: no",
        "5 or more in any domain: no",
    ]


def test_nothing_but_the_names_of_the_domains_is_printed() -> None:
    calculator = find("sds")
    assert [field.label for field in calculator.fields] == ["Work or school", "Social life", "Family life"]
    assert "David V. Sheehan" in calculator.rights
