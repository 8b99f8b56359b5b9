"""Everywhere that a number stands: a change of the house protocol can be walked through from the article to the tests."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ketamine_calculators import every, find
from ketamine_calculators.examples import Example, examples_of
from press.checks import where as command
from press.checks import where_examples as module
from press.checks.constant_effects import Effect
from press.checks.passage_source import constants_of, quotation_of
from press.checks.places import Part, Place, as_text
from press.checks.quantity import Quantity
from press.checks.where import lines_of_page, other_files, pictures, where
from press.content.project import Project
from press.site.pages import Pages

PROJECT = Path(__file__).resolve().parents[3]
PROTOCOLS = "content/articles/treatment-resistant-depression-protocols.md"
HALF = Quantity.read("0.5 mg/kg")
# Whatever the house protocol's dose is: these tests do not know, but for those that work a sum.
DOSE = Quantity.read(find("iv_dose").house[0].text)


@pytest.fixture(scope="module", autouse=True)
def untried() -> Iterator[None]:
    """Constants are not tried, which takes a second; test_constant_effects.py tries one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            command, "effects", lambda constants, number: [Effect(CARDS, ((*RESULT,),), tried=True)] * len(constants)
        )
        yield


CARDS = ("body_weights", "infusion", "iv_dose")
# The second worked example of body_weights shows 50 mg, which is 100 kg × 0.5 mg/kg.
RESULT = ("body_weights", 1, "50 mg")


@pytest.fixture(scope="module")
def parts(untried: None, pages: Pages) -> dict[str, tuple[Place, ...]]:
    """The places of the protocol's dose, by the first word of their part."""
    return {part.title.partition(" ")[0].rstrip(":"): part.places for part in where(DOSE, pages)}


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


def test_hints_sentences_articles_and_tests_are_all_named(parts: dict[str, tuple[Place, ...]]) -> None:
    assert any("quantities.py" in place.path and "hint=" in place.text for place in parts["Lines"])
    assert any(place.path.startswith("content/articles/") for place in parts["Other"])
    assert any(place.path == "tests/unit/calculators/test_iv_dose.py" for place in parts["Tests"])


@pytest.mark.parametrize("quantity", [str(DOSE), "40 minutes", "72 hours", "8 treatments", "25%"])
def test_every_line_that_is_named_is_the_right_one(quantity: str, pages: Pages) -> None:
    parts = where(Quantity.read(quantity), pages)
    named = [place for part in parts if not part.title.startswith(("Worked", "Results")) for place in part.places]
    assert named
    for place in named:
        line = (PROJECT / place.path).read_text("utf-8").splitlines()[place.line - 1]
        said = re.sub(r"^\w+: | \[[\w, ]+\]$| and CHANGELOG\.md: .*$", "", place.text)
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
    summed, by_hand, *_ = (part.places for part in module.examples(DOSE, pages.site.project))
    assert [(place.line, place.text) for place in summed] == [
        (7, "iv_dose dose_mg: 28, and now 35.0, since Dose: 70 kg × 0.5 mg/kg = 35 mg")
    ]
    assert [place.text for place in by_hand] == ["iv_dose tier: extended, and now standard"]


def test_an_example_that_is_refused_now_is_to_be_worked_by_hand(monkeypatch: pytest.MonkeyPatch, pages: Pages) -> None:
    refused = Example("iv_dose", {"weight": -1}, {"dose_mg": 35}, 9)
    monkeypatch.setattr(module, "every_example", lambda: (refused,))
    summed, by_hand, *_ = (part.places for part in module.examples(DOSE, pages.site.project))
    assert summed == ()
    assert [place.line for place in by_hand] == [9]


def test_examples_that_hold_are_not_named(pages: Pages) -> None:
    assert [part.places for part in module.examples(DOSE, pages.site.project)][:2] == [(), ()]


def test_what_stands_nowhere_is_said() -> None:
    assert as_text(HALF, [Part("Bound", ())]) == "0.5 mg/kg stands nowhere.\n"


def test_each_part_is_printed_with_how_many_places_it_has() -> None:
    part = Part("Bound", (Place("a.md", 3, "0.5 mg/kg"), Place("b.md", 4, "0.5 mg/kg")))
    assert as_text(HALF, [part, Part("Nothing", ())]) == "Bound (2):\na.md:3: 0.5 mg/kg\nb.md:4: 0.5 mg/kg\n"


def test_several_lines_of_a_file_stand_below_its_name() -> None:
    part = Part(
        "Bound", (Place("a.md", 3, "0.5 mg/kg"), Place("a.md", 9, "Dose | 0.5 mg/kg"), Place("b.md", 4, "0.5 mg/kg"))
    )
    assert as_text(HALF, [part]) == "Bound (3):\na.md\n  3: 0.5 mg/kg\n  9: Dose | 0.5 mg/kg\nb.md:4: 0.5 mg/kg\n"


def test_a_long_line_is_cut_to_what_stands_around_the_number() -> None:
    text = as_text(HALF, [Part("Bound", (Place("a.svg", 3, f"{'before ' * 90}0.5 mg/kg {'after ' * 90}"),))])
    line = text.splitlines()[1]
    assert "0.5 mg/kg" in line
    assert line.endswith("…")
    assert len(line) < 200


def test_the_parts_come_in_the_order_of_a_change(pages: Pages) -> None:
    first = ("Bound", "Constants", "Lines", "Sentences", "Versions", "Other", "Pictures", "Worked", "Tests", "Results")
    found = [part.title.partition(" ")[0].rstrip(":") for part in where(DOSE, pages)]
    assert tuple(dict.fromkeys(found)) == first


def test_the_version_of_a_worksheet_is_named_as_that_of_a_calculator(parts: dict[str, tuple[Place, ...]]) -> None:
    assert [place.path.partition("ketamine_calculators/")[2] for place in parts["Versions"]] == [
        "catalogue/body_weights.py",
        "catalogue/iv_dose.py",
        "worksheets/infusion/card.py",
    ]
    assert all(place.text.startswith('version="') for place in parts["Versions"])
    assert all("PROTOCOL_DOSE" in place.text for place in parts["Versions"])


def test_a_constant_that_could_not_be_tried_asks_to_look(monkeypatch: pytest.MonkeyPatch, pages: Pages) -> None:
    monkeypatch.setattr(command, "effects", lambda constants, number: [Effect(CARDS, tried=False)] * len(constants))
    versions = next(part for part in where(DOSE, pages) if part.title.startswith("Versions"))
    assert all("(look whether its answers differ)" in place.text for place in versions.places)


def test_a_result_is_told_with_the_command_that_finds_it(parts: dict[str, tuple[Place, ...]]) -> None:
    line = examples_of("body_weights")[1].line
    assert (line, 'press where "50 mg" (body_weights)') in [(place.line, place.text) for place in parts["Results"]]


def test_what_an_example_shows_only_with_the_number_typed_in_is_a_result(
    monkeypatch: pytest.MonkeyPatch, pages: Pages
) -> None:
    # 70 kg × 0.5 mg/kg = 35 mg; ÷ 50 mg/mL = 0.7 mL; 50 mL over 40 minutes is 75 mL/h whatever the dose.
    order = {"weight": 70, "weight_unit": "kg", "dose_mg_per_kg": 0.5, "concentration_mg_ml": 50, "total_volume_ml": 50}
    monkeypatch.setattr(module, "every_example", lambda: (Example("iv_dose", order, {}, 7),))
    monkeypatch.setattr(module, "worksheets", lambda: ())
    found = {place.text for place in module.results(HALF, (), pages.site.project).places}
    assert {'press where "35 mg" (iv_dose)', 'press where "0.7 mL" (iv_dose)'} <= found
    assert 'press where "75 mL/h" (iv_dose)' not in found


def test_an_example_in_which_the_number_is_typed_is_named_and_so_is_one_that_claims_it(
    monkeypatch: pytest.MonkeyPatch, pages: Pages
) -> None:
    order = {"weight": 70, "weight_unit": "kg", "dose_mg_per_kg": 0.5, "concentration_mg_ml": 50, "total_volume_ml": 50}
    example = Example("iv_dose", order, {"dose_mg": 35.0, "_headline_contains": "35 mg"}, 7)
    monkeypatch.setattr(module, "every_example", lambda: (example,))
    monkeypatch.setattr(module, "worksheets", lambda: ())
    typed = list(module.examples(HALF, pages.site.project))[2]
    claimed = list(module.examples(Quantity.read("35 mg"), pages.site.project))[3]
    assert [(place.line, place.text) for place in typed.places] == [(7, "iv_dose dose_mg_per_kg: 0.5 mg/kg")]
    assert [place.text for place in claimed.places] == [
        "iv_dose dose_mg: 35 mg",
        "iv_dose _headline_contains: 35 mg",
    ]


def test_an_input_of_the_example_of_a_worksheet_is_named_on_its_line(pages: Pages) -> None:
    minutes = find("infusion").examples[0].inputs["maoi_hours"]
    typed = list(module.examples(Quantity.read(f"{minutes} hours"), pages.site.project))[2]
    place = next(place for place in typed.places if place.path.endswith("worksheets/infusion/card.py"))
    assert f'"maoi_hours": {minutes}' in (PROJECT / place.path).read_text("utf-8").splitlines()[place.line - 1]


def test_a_number_that_is_typed_in_a_calculator_is_told_apart(parts: dict[str, tuple[Place, ...]]) -> None:
    constants = {(place.path, place.line) for place in parts["Constants"]}
    assert all(place.path.startswith("calculators/src/") for place in parts["Sentences"])
    assert constants.isdisjoint((place.path, place.line) for place in parts["Sentences"])


@pytest.fixture
def tree(tmp_path: Path) -> Project:
    """A project with a picture, a page, a test and a script."""
    for path, text in {
        "content/images/a.svg": "<svg>\n<desc>70 kg times 0.5 mg per kg</desc>\n<text>0.5 mg</text>\n</svg>\n",
        "docs/assets/b.svg": "<svg><text>0.5 mg/kg</text></svg>\n",
        "docs/page.md": "# A\n\n| Dose, mg/kg |\n|---|\n| 0.5 |\n\n```calculator\nid: iv_dose\n"
        "values: {dose_mg_per_kg: 0.5}\n```\n\nGive 0.5 mg/kg.\n\nrun iv_dose --dose-mg-per-kg 0.5\n",
        "tests/test_a.py": "order(dose_mg_per_kg=0.5)\norder(minutes=0.5)\n",
        "web/a.js": "// 0.5 mg/kg\n",
        "tests/node_modules.txt": "0.5 mg/kg\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return Project(tmp_path)


def test_pictures_that_say_it_are_named(tree: Project) -> None:
    assert [(place.path, place.line) for place in pictures(HALF, tree)] == [
        ("content/images/a.svg", 2),
        ("docs/assets/b.svg", 1),
    ]


def test_a_page_says_it_in_words_in_cells_in_blocks_and_on_the_command_line(tree: Project) -> None:
    assert [place.line for place in lines_of_page(HALF, tree.docs / "page.md", tree)] == [5, 9, 12, 14]


def test_tests_and_scripts_that_say_it_are_named(tree: Project) -> None:
    assert [(place.path, place.line) for place in other_files(HALF, tree)] == [("tests/test_a.py", 1), ("web/a.js", 1)]


def test_a_calculator_is_found_by_the_passage_and_not_by_a_text_like_it() -> None:
    # "0.5 mg/kg" stands in several sentences of the card; the row is declared once.
    card = find("iv_dose")
    quoted = quotation_of(card, card.house[0])
    assert quoted is not None
    assert 'INDUCTION.row("Dose"' in quoted.file.read_text("utf-8").splitlines()[quoted.line - 1]
