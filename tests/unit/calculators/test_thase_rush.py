"""Thase–Rush staging climbs a ladder whose every rung needs a trial of its own."""

from itertools import chain, combinations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("thase_rush")
CLASSES = ("SSRI", "SNRI", "NDRI", "NASSA", "SARI", "MULTIMODAL", "TCA", "MAOI", "OTHER")


def stages(*classes: str, ect: bool = False) -> tuple[int, int]:
    answer = CALCULATOR.run({"failed_classes": list(classes), "bilateral_ect_failed": ect})
    return answer["stage"], answer["stage_if_reused"]


# Stages I to V as in the house article; stage 0 from Thase and Rush 1997. Strict stage, lenient stage.
FACTS = [
    ("nothing failed is stage 0", (), False, (0, 0)),
    ("ECT alone leaves stage 0", (), True, (0, 0)),
    ("one class is stage I", ("SSRI",), False, (1, 1)),
    ("a tricyclic alone is stage I", ("TCA",), False, (1, 1)),
    ("repeats of one class are one class", ("SSRI", "SSRI", "SSRI"), False, (1, 1)),
    ("two classes are stage II", ("SSRI", "SNRI"), False, (2, 2)),
    ("many classes without a tricyclic stay at stage II", ("SSRI", "SNRI", "NDRI", "NASSA", "SARI"), False, (2, 2)),
    ("a tricyclic as second class is stage III only if reused", ("SSRI", "TCA"), False, (2, 3)),
    ("a tricyclic as third class is stage III", ("SSRI", "SNRI", "TCA"), False, (3, 3)),
    ("an MAO inhibitor without a tricyclic stays at stage II", ("SSRI", "SNRI", "MAOI"), False, (2, 2)),
    ("an MAO inhibitor may be a further class for stage III", ("SSRI", "MAOI", "TCA"), False, (3, 4)),
    ("tricyclic and MAO inhibitor alone are stage IV only if reused", ("TCA", "MAOI"), False, (2, 4)),
    ("tricyclic, MAO inhibitor and two more are stage IV", ("SSRI", "SNRI", "TCA", "MAOI"), False, (4, 4)),
    ("ECT on top of stage IV is stage V", ("SSRI", "SNRI", "TCA", "MAOI"), True, (5, 5)),
    ("ECT on top of stage III changes nothing", ("SSRI", "SNRI", "TCA"), True, (3, 3)),
    ("ECT counts leniently where stage IV is lenient", ("TCA", "MAOI"), True, (2, 5)),
]


@pytest.mark.parametrize(
    ("classes", "ect", "expected"),
    [pytest.param(classes, ect, expected, id=fact) for fact, classes, ect, expected in FACTS],
)
def test_stages_are_as_published(classes: tuple[str, ...], ect: bool, expected: tuple[int, int]) -> None:
    assert stages(*classes, ect=ect) == expected


def every_history() -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(CLASSES, size) for size in range(len(CLASSES) + 1)))


def test_every_possible_history_agrees_with_counting_trials_one_by_one() -> None:
    """A tricyclic is spent on rung III, an MAO inhibitor on rung IV; what is left serves rungs I and II."""
    for classes in every_history():
        for ect in (False, True):
            left = [name for name in classes if name not in ("TCA", "MAOI")]
            expected = min(len(classes), 2)
            if "TCA" in classes and len(classes) >= 3:
                expected = 3
            if "TCA" in classes and "MAOI" in classes and len(left) >= 2:
                expected = 5 if ect else 4
            assert stages(*classes, ect=ect)[0] == expected, (classes, ect)


def test_a_further_failure_never_lowers_the_stage_and_the_lenient_reading_is_never_lower() -> None:
    for classes in every_history():
        strict, lenient = stages(*classes)
        assert lenient >= strict
        assert stages(*classes, ect=True) >= (strict, lenient)
        for another in CLASSES:
            assert all(
                after >= before for after, before in zip(stages(*classes, another), (strict, lenient), strict=True)
            )


@pytest.mark.parametrize(("number", "label"), list(enumerate(["0", "I", "II", "III", "IV", "V"])))
def test_a_stage_has_its_numeral(number: int, label: str) -> None:
    failed = ("SSRI", "SNRI", "TCA", "MAOI")[: min(number, 4)]
    answer = CALCULATOR.run({"failed_classes": list(failed), "bilateral_ect_failed": number == 5})
    assert (answer["stage"], answer["label"]) == (number, label)


REFUSALS = [
    ("a class in small letters", {"failed_classes": ["ssri"]}, "Did you mean SSRI"),
    ("an unknown class", {"failed_classes": ["RTMS"]}, "is not in the list"),
    ("a drug instead of a class", {"failed_classes": ["sertraline"]}, "is not in the list"),
    ("a class that is no word", {"failed_classes": [1]}, "is not in the list"),
    ("one class outside a list", {"failed_classes": "SSRI"}, "must be a list"),
    ("no list", {"failed_classes": None}, "must be a list"),
    ("ECT as a number", {"bilateral_ect_failed": 1}, "answer yes or no"),
    ("ECT unknown", {"bilateral_ect_failed": None}, "answer yes or no"),
]


@pytest.mark.parametrize(
    ("change", "words"), [pytest.param(change, words, id=what) for what, change, words in REFUSALS]
)
def test_what_is_no_treatment_history_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run({"failed_classes": ["SSRI"], "bilateral_ect_failed": False} | change)
    (problem,) = refused.value.problems
    assert problem.field in change
    assert words in problem.message


def test_both_readings_stand_in_the_headline_where_they_differ() -> None:
    def headline(*classes: str) -> str:
        words = full_answer(CALCULATOR, {"failed_classes": list(classes), "bilateral_ect_failed": False})["headline"]
        assert isinstance(words, str)
        return words

    assert headline("SSRI", "TCA") == "Thase–Rush stage II; stage III if one trial may count for two stages"
    assert headline("SSRI", "SNRI") == "Thase–Rush stage II"


def test_ect_that_does_not_count_is_named() -> None:
    def notices(*classes: str, ect: bool) -> list[str]:
        given = {"failed_classes": list(classes), "bilateral_ect_failed": ect}
        return [notice["text"] for notice in full_answer(CALCULATOR, given)["warnings"]]

    assert any("recorded but not counted" in text for text in notices("SSRI", ect=True))
    assert notices("SSRI", ect=False) == []
    assert notices("SSRI", "SNRI", "TCA", "MAOI", ect=True) == []
    assert any("not resistance" in text for text in notices(ect=False))


def test_the_working_shows_each_rung_by_the_strict_reading() -> None:
    given = {"failed_classes": ["TCA", "MAOI"], "bilateral_ect_failed": True}
    assert full_answer(CALCULATOR, given)["working"] == [
        "Different classes with a failed adequate trial: 2 (TCA, MAOI)",
        "Stage I: at least 1 class: met",
        "Stage II: at least 2 different classes: met",
        "Stage III: a TCA, and at least 2 further classes: not met",
        "Stage IV: a TCA and an MAOI, and at least 2 further classes: not met",
        "Stage V: stage IV, and bilateral ECT failed: not met",
    ]
