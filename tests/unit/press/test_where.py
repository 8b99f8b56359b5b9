"""Everywhere that a number stands: a change of the house protocol can be walked through from the article to the tests."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ketamine_calculators import every, find
from ketamine_calculators.examples import Example, examples_of
from press.checks import where as module
from press.checks.passage_source import constants_of, quotation_of
from press.checks.where import Part, Place, Quantity, as_text, where
from press.content.project import Project
from press.reading.errors import CommandRefused
from press.site.pages import Pages
from press.site.site_map import whole_site

PROJECT = Path(__file__).resolve().parents[3]
PROTOCOLS = "content/articles/treatment-resistant-depression-protocols.md"
HALF = Quantity.read("0.5 mg/kg")
# Whatever the house protocol's dose is: these tests do not know, but for those that work a sum.
DOSE = Quantity.read(find("iv_dose").house[0].text)


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(whole_site(Project(PROJECT)))


@pytest.fixture(scope="module")
def parts(pages: Pages) -> dict[str, tuple[Place, ...]]:
    """The places of the protocol's dose, by the first word of their part."""
    return {part.title.partition(" ")[0].rstrip(":"): part.places for part in where(DOSE, pages)}


@pytest.mark.parametrize(
    "text",
    [
        "0.5 mg/kg", "Give 0.5 mg/kg.", "(0.5 mg/kg)",
        "0.5–1 mg/kg", "0.4-0.5 mg/kg", "0.5\u00a0mg/kg", "0.50 mg/kg", "0.5 mg/kg, then",
    ],
)  # fmt: skip
def test_a_quantity_stands_where_its_number_has_its_unit(text: str) -> None:
    assert HALF.stands_in(text)


@pytest.mark.parametrize("text", ["0.5 to 1 mg/kg", "0.1 to 0.5 mg/kg", "0.5 and 1 mg/kg", "0.4 or 0.5 mg/kg"])
def test_both_ends_of_a_range_in_words_are_found(text: str) -> None:
    assert HALF.stands_in(text)


@pytest.mark.parametrize("text", ["40 min", "over 40 minutes", "40–60 min", "30 to 40 minutes", "a 40-minute infusion"])
def test_a_unit_is_found_however_it_is_written(text: str) -> None:
    assert Quantity.read("40 minutes").stands_in(text)
    assert Quantity.read("40 min").stands_in(text)


@pytest.mark.parametrize(
    "text", ["10.5 mg/kg", "0.55 mg/kg", "0.5 mg/kg/h", "0.5 mg", "0.5 to 1 of 7 mg/kg", "5 mg/kg", "PHQ-0.5 mg/kg", ""]
)
def test_a_quantity_does_not_stand_where_another_number_or_unit_does(text: str) -> None:
    assert not HALF.stands_in(text)


@pytest.mark.parametrize("text", ["2", "mg/kg", "", "half a mg/kg", ".5 mg/kg"])
def test_a_number_without_a_unit_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(CommandRefused, match=r"is no number with its unit. Write it as “0.5 mg/kg”"):
        Quantity.read(text)


def test_the_protocols_dose_is_found_in_its_row_with_the_calculators_that_rest_on_it(
    parts: dict[str, tuple[Place, ...]],
) -> None:
    assert (
        Place(PROTOCOLS, line_of(PROTOCOLS, f"| Dose | {DOSE} |"), f"Dose | {DOSE} [body_weights, iv_dose]")
        in parts["Bound"]
    )


def test_its_constants_are_named_where_they_get_their_value(parts: dict[str, tuple[Place, ...]]) -> None:
    protocol = "calculators/src/ketamine_calculators/house_protocol.py"
    assert (protocol, "PROTOCOL_DOSE") in [(place.path, place.text.partition(" =")[0]) for place in parts["Constants"]]


def test_hints_sentences_versions_articles_and_tests_are_all_named(parts: dict[str, tuple[Place, ...]]) -> None:
    assert any("quantities.py" in place.path and "hint=" in place.text for place in parts["Lines"])
    assert {place.path.rpartition("/")[2] for place in parts["Versions"]} >= {"body_weights.py", "iv_dose.py"}
    assert any(place.path.startswith("content/articles/") for place in parts["Other"])
    assert any(place.path == "tests/unit/calculators/test_iv_dose.py" for place in parts["Tests"])


@pytest.mark.parametrize("quantity", [str(DOSE), "40 minutes", "72 hours", "8 treatments", "25%"])
def test_every_line_that_is_named_is_the_right_one(quantity: str, pages: Pages) -> None:
    named = [place for part in where(Quantity.read(quantity), pages) for place in part.places]
    assert named
    for place in named:
        line = (PROJECT / place.path).read_text("utf-8").splitlines()[place.line - 1]
        said = re.sub(r"^\w+: | \[[\w, ]+\]$| and CHANGELOG\.md$", "", place.text)
        assert said in line.strip() or all(cell in plain(line) for cell in said.split(" | ")), place


def plain(line: str) -> str:
    return re.sub(r"[*_`]|\[\d+\]", "", line)


def line_of(path: str, words: str) -> int:
    return (PROJECT / path).read_text("utf-8").splitlines().index(words) + 1


def test_every_number_of_a_passage_is_a_constant_of_its_calculator() -> None:
    numbers = re.compile(r"(?<![\w-])\d")
    for card in every():
        for passage in card.house:
            quoted = quotation_of(card, passage)
            assert quoted is not None, f"{card.id}: {passage.text}"
            if numbers.search(passage.text):
                assert constants_of(quoted), f"{card.id}: {passage.text}"


def test_examples_that_no_longer_hold_are_told_apart_by_the_working(
    monkeypatch: pytest.MonkeyPatch, pages: Pages
) -> None:
    # 70 kg × 0.5 mg/kg = 35 mg stands in the working. The tier stands in a table of bands.
    example = next(
        one
        for one in examples_of("iv_dose")
        if one.inputs.get("weight") == 70 and one.inputs.get("dose_mg_per_kg") == 0.5
    )
    changed = replace(example, expected={"dose_mg": 28, "tier": "extended"}, line=7)
    monkeypatch.setattr(module, "every_example", lambda: (changed,))
    summed, by_hand = (part.places for part in where(DOSE, pages) if part.title.startswith("Worked"))
    assert [(place.line, place.text) for place in summed] == [
        (7, "iv_dose dose_mg: 28, and now 35.0, since Dose: 70 kg × 0.5 mg/kg = 35 mg")
    ]
    assert [place.text for place in by_hand] == ["iv_dose tier: extended, and now standard"]


def test_an_example_that_is_refused_now_is_to_be_worked_by_hand(monkeypatch: pytest.MonkeyPatch, pages: Pages) -> None:
    refused = Example("iv_dose", {"weight": -1}, {"dose_mg": 35}, 9)
    monkeypatch.setattr(module, "every_example", lambda: (refused,))
    summed, by_hand = (part.places for part in where(DOSE, pages) if part.title.startswith("Worked"))
    assert summed == ()
    assert [place.line for place in by_hand] == [9]


def test_examples_that_hold_are_not_named(pages: Pages) -> None:
    assert [part.places for part in where(DOSE, pages) if part.title.startswith("Worked")] == [(), ()]


def test_what_stands_nowhere_is_said() -> None:
    assert as_text(HALF, [Part("Bound", ())]) == "0.5 mg/kg stands nowhere.\n"


def test_each_part_is_printed_with_how_many_places_it_has() -> None:
    part = Part("Bound", (Place("a.md", 3, "0.5 mg/kg"), Place("b.md", 4, "0.5 mg/kg")))
    assert as_text(HALF, [part, Part("Nothing", ())]) == "Bound (2):\na.md:3: 0.5 mg/kg\nb.md:4: 0.5 mg/kg\n"


def test_a_calculator_is_found_by_the_passage_and_not_by_a_text_like_it() -> None:
    # "0.5 mg/kg" stands in several sentences of the card; the row is declared once.
    card = find("iv_dose")
    quoted = quotation_of(card, card.house[0])
    assert quoted is not None
    assert 'INDUCTION.row("Dose"' in quoted.file.read_text("utf-8").splitlines()[quoted.line - 1]
