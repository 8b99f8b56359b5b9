"""Names of drugs, typed freely or found in a list, are read as people write them."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs
from ketamine_calculators.fields import Choice, Text
from ketamine_calculators.fields.base import ABSENT

DRUG = Text(label="Drug")
LISTED = Choice(label="Drug", options={"sertraline": "Sertraline"}, any_case=True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("Sertraline", "Sertraline", id="a name is kept as written"),
        pytest.param("  lithium \t carbonate ", "lithium carbonate", id="extra spaces do not count"),
        pytest.param("x" * 60, "x" * 60, id="sixty characters are not too many"),
        pytest.param("Öl-5", "Öl-5", id="a letter of any alphabet will do"),
    ],
)
def test_a_name_is_read(written: str, read: str) -> None:
    assert DRUG.check("drug", written, {}) == read


@pytest.mark.parametrize(
    "written", ["", "   ", "x" * 61, "5", "?!", "SSRI\x00", "a\u200bb", None, True, 5, ["sertraline"], b"sertraline"]
)
def test_what_is_no_name_is_refused(written: Any) -> None:
    with pytest.raises(InvalidInputs, match=r"^drug: Drug must be a name of at most 60 characters"):
        DRUG.check("drug", written, {})


def test_a_name_left_blank_on_a_form_is_missing() -> None:
    assert DRUG.read("drug", {"drug": ["  "]}) is ABSENT
    assert DRUG.read("drug", {"drug": [" sertraline"]}) == "sertraline"


@pytest.mark.parametrize("written", ["sertraline", "Sertraline", "SERTRALINE"])
def test_a_listed_name_is_found_whatever_its_capitals(written: str) -> None:
    assert LISTED.check("drug", written, {}) == "sertraline"
    assert LISTED.read("drug", {"drug": [written]}) == "sertraline"


@pytest.mark.parametrize("written", ["sertralin", "sertraline ", "ſertraline", "ＳＥＲＴＲＡＬＩＮＥ"])
def test_a_name_that_is_only_like_a_listed_one_is_refused(written: str) -> None:
    with pytest.raises(InvalidInputs, match="Drug must be sertraline"):
        LISTED.check("drug", written, {})
