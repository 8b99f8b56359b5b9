"""The launch page says of every calculator what a link may hold, and its examples are answered as they stand."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup

from ketamine_calculators import every, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import worksheets
from press.content.project import Project
from press.site.launch_page import DAY, example_link, launch_html, launch_lines, retired_ids
from press.site.pages import Pages
from press.site.site_map import whole_site

PROJECT = Path(__file__).resolve().parents[3]
RECORD = json.loads((PROJECT / "calculators" / "recorded.json").read_text("utf-8"))
CONTRACT = (PROJECT / "docs" / "launch.md").read_text("utf-8")
CARDS = (*every(), *worksheets())
cards = pytest.mark.parametrize("card", [pytest.param(card, id=card.id) for card in CARDS])


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    site = whole_site(Project(PROJECT))
    docs = site.docs_page("launch.md")
    assert docs is not None
    assert docs.problems == ()
    return BeautifulSoup(Pages(site).docs(docs).html, "html5lib")


@cards
def test_the_example_of_a_calculator_is_answered_as_its_worked_example(card: Calculator[Any, Any]) -> None:
    calculator, _, query = example_link(card).partition("?")
    held = parse_qsl(query, strict_parsing=True)
    entries = [(name, value) for name, value in held if name != "v" and not name.endswith("_on")]
    reply = json.loads(answer(json.dumps({"calculator": calculator, "entries": entries})))
    assert reply["answer"]["values"] == json.loads(json.dumps(full_answer(card, card.examples[0].inputs)["values"]))
    assert ("v", card.version) in held


@cards
def test_every_id_that_is_promised_not_to_change_is_on_the_page(card: Calculator[Any, Any]) -> None:
    lines = {re.sub(r"\.0\b", "", line.name).removesuffix(". …"): line for line in launch_lines(card.fields)}
    scores = {name.rpartition(".")[0] for name in lines}
    for id in RECORD["ids"][card.id]:
        name, _, option = id.partition("=")
        assert name in {*lines, *scores}
        if option:
            values = {value.partition(":")[0] for value in lines[name].accepted}
            assert option in values or f"{name}.{option}" in lines


@cards
def test_no_input_is_named_as_what_belongs_to_the_link(card: Calculator[Any, Any]) -> None:
    names = {id.partition("=")[0].rpartition(".")[2] for id in RECORD["ids"][card.id]}
    assert [name for name in names if name == "v" or name.endswith("_on")] == []


def test_every_weight_of_a_patient_has_a_day() -> None:
    weights = {(card.id, field.name) for card in CARDS for field in card.fields if field.label == "Weight"}
    dated = {(card.id, field.name) for card in CARDS for field in card.fields if field.spec.measured_on == "weight_on"}
    # What is converted from one unit to another belongs to nobody.
    assert dated == weights - {("convert_weight", "value")}
    assert dated >= {("iv_dose", "weight"), ("infusion", "weight"), ("body_weights", "weight_kg")}


def test_a_link_with_a_weight_names_its_unit_and_its_day() -> None:
    held = parse_qsl(example_link(find("iv_dose")).partition("?")[2])
    assert {("weight_unit", "kg"), ("weight_on", DAY)} <= {*held}
    lines = {line.name: line for line in launch_lines(find("iv_dose").fields)}
    assert lines["weight_unit"].when == lines["weight_on"].when == "with weight"
    assert lines["weight_unit"].accepted == ("kg", "lb")
    assert lines["minutes"].when == "needed"
    assert lines["total_volume_ml"].when == "may be left out"


def test_each_calculator_has_its_table_and_its_way_in_the_contents(page: BeautifulSoup) -> None:
    assert [str(heading["id"]) for heading in page.select("h3[id]")] == [card.slug for card in CARDS]
    assert len(page.select("table")) == len(CARDS)
    assert "No name was retired so far." in page.get_text()


def test_retired_names_are_said() -> None:
    html = launch_html([find("phq9")], lambda card: "./", {"iv_dose": ["speed"], "phq9": ["items=12"]})
    assert "iv_dose: speed; phq9: items=12." in html


def test_a_copy_of_the_articles_alone_has_no_record(tmp_path: Path) -> None:
    assert retired_ids(tmp_path) == {}
    assert retired_ids(PROJECT) == RECORD["retired"]


def test_a_weight_counts_as_measured_on_its_day_alone_as_the_forms_ask() -> None:
    (days,) = re.findall(r"^  launch_weight_days: (\d+)$", (PROJECT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    (weight,) = [field for field in find("iv_dose").fields if field.name == "weight"]
    assert days == "0"
    assert weight.hint == "Today's weight"
    assert "The forms ask for a weight measured today." in " ".join(CONTRACT.split())
