"""When a row changes that a calculator rests on, the desk says which calculator, before and after, and what happens next."""

import datetime
from typing import Any

import pytest

from ketamine_calculators import every
from ketamine_calculators.definition import TableRow
from press.desk.consequences import consequences
from press.desk.workspace import Workspace
from support.building import PROJECT

PROTOCOL = "content/articles/treatment-resistant-depression-protocols.md"


@pytest.fixture(scope="module")
def desk() -> Workspace:
    return Workspace(PROJECT, datetime.date(2026, 12, 1))


def after(desk: Workspace, old: str, new: str, path: str = PROTOCOL) -> Any:
    text = desk.text(path)
    assert old in text
    return consequences(desk, path, text.replace(old, new))


def test_a_dose_that_changes_names_every_calculator_that_rests_on_its_row(desk: Workspace) -> None:
    found = after(desk, "| Dose | 0.5 mg/kg |", "| Dose | 0.4 mg/kg |")
    resting = {card.id for card in every() for one in card.house if isinstance(one, TableRow) and one.row == "Dose"}
    assert {one["calculator"] for one in found} == resting
    one = next(one for one in found if one["calculator"] == "iv_dose")
    assert (one["row"], one["before"], one["after"]) == ("Dose", "0.5 mg/kg", "0.4 mg/kg")
    assert (one["title"], one["address"]) == ("IV ketamine dose", "/calculators/iv-dose/")
    assert "The row says “0.4 mg/kg” now, and the calculator IV ketamine dose goes on with “0.5 mg/kg”." in one["next"]
    assert "The check stops this article until both say the same" in one["next"]
    mentioned = {mention["path"] for mention in one["mentions"]}
    assert "content/articles/intravenous-induction-from-order-to-pump.md" in mentioned
    assert PROTOCOL not in mentioned


def test_a_row_that_is_gone_is_told_as_well(desk: Workspace) -> None:
    found = after(desk, "| Dose | 0.5 mg/kg |\n", "")
    one = next(one for one in found if one["calculator"] == "iv_dose")
    assert (one["after"], one["line"]) == ("", None)
    assert one["next"].startswith("The row is gone")


def test_other_changes_have_no_consequence(desk: Workspace) -> None:
    assert after(desk, "## Key points", "## The key points") == []
    for article in desk.project.articles:
        assert consequences(desk, article.source.path, desk.text(article.source.path)) == []
    assert consequences(desk, "content/glossary.yml", "a: b\n") == []


def test_every_passage_that_a_calculator_quotes_is_missed(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    # Where else each number stands is another test's matter, and takes long for so many.
    monkeypatch.setattr("press.desk.consequences._mentions", lambda *_: [])
    quoted = {(card.id, passage.article) for card in every() for passage in card.house}
    told = set()
    for slug in {article for _, article in quoted}:
        path = f"content/articles/{slug}.md"
        head = desk.text(path).split("\n# ", 1)[0]
        told |= {(one["calculator"], slug) for one in consequences(desk, path, f"{head}\n# Nothing left\n")}
    assert told == quoted
