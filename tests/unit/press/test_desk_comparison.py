"""What changed against the published article, in rendered words, and what of it is clinical."""

import datetime
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from press.desk.article_life import command
from press.desk.clinical_words import NUMBER
from press.desk.comparison import clinical_changes, compare, difference_html
from press.desk.shown_blocks import ShownBlock, shown_blocks
from press.desk.workspace import Workspace
from support.broken_articles import GOOD
from support.building import PROJECT
from support.small_project import small_project

TODAY = datetime.date(2026, 12, 1)
THERE = "content/articles/there.md"
BODY = """## Doses

Give 0.5 mg/kg over 40 min. Do not give it in mania.

1. Measure the pressure
2. Start the pump

| Drug | Hold |
|---|---|
| Naltrexone | 72 h |
| Lithium | none |
"""


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = small_project(tmp_path)
    (root / THERE).write_text(GOOD.replace('"case"', '"there"') + BODY, "utf-8")
    return Workspace(root, TODAY)


def compared(desk: Workspace, old: str, new: str) -> Any:
    text = desk.text(THERE)
    assert old in text
    return compare(desk, THERE, text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "kinds", "html"),
    [
        ("0.5 mg/kg", "0.4 mg/kg", {"number"}, "Give <del>0.5</del> <ins>0.4</ins> mg/kg over 40 min."),
        ("40 min", "40 h", {"unit"}, "over 40 <del>min.</del> <ins>h.</ins> Do not"),
        ("Do not give it", "Give it", {"denial", "instruction"}, "<del>Do not give</del> <ins>Give</ins> it in mania."),
        ("Naltrexone", "Naloxone", {"drug"}, "<del>Naltrexone</del> <ins>Naloxone</ins> | 72 h"),
        ("none", "24 h", {"number", "unit", "denial"}, "Lithium | <del>none</del> <ins>24 h</ins>"),
        ("over 40 min", "over less than 40 min", {"limit"}, "over <ins>less than</ins> 40 min."),
    ],
)
def test_a_clinical_change_is_told_apart_with_the_words_around_it(
    desk: Workspace, old: str, new: str, kinds: set[str], html: str
) -> None:
    found = compared(desk, old, new)
    assert html in found["html"]
    assert [set(change["kinds"]) for change in found["clinical"]] == [kinds]
    change = found["clinical"][0]
    assert (old in change["before"], new in change["after"]) == (True, True)
    assert change["where"].startswith("Doses › ")


@pytest.mark.parametrize(("old", "new"), [("Give", "Inject"), ("the pump", "the syringe pump"), ("it in", "this in")])
def test_other_words_are_shown_and_are_no_clinical_change(desk: Workspace, old: str, new: str) -> None:
    found = compared(desk, old, new)
    assert ("<ins>" in found["html"], found["numbers_changed"]) == (True, False)
    assert [change for change in found["clinical"] if change["kinds"] != ("instruction",)] == []


def test_nothing_changed_is_said(desk: Workspace) -> None:
    found = compared(desk, "Give", "Give")
    assert found["words"] == "Nothing changed against the published text."
    assert (found["clinical"], found["html"]) == ([], '<p class="comparison-same">17 blocks without a change</p>')


def test_layout_alone_is_no_change_of_words(desk: Workspace) -> None:
    found = compared(desk, "| Naltrexone | 72 h |", "|  Naltrexone  |  72 h  |")
    assert found["words"] == "Nothing changed against the published text."
    assert "only an address or the look" in compared(desk, "in mania", "in **mania**")["html"]


def test_a_number_that_changed_asks_for_an_entry_of_today(desk: Workspace) -> None:
    text = desk.text(THERE).replace("0.5 mg/kg", "0.4 mg/kg")
    found = compare(desk, THERE, text)
    assert (found["numbers_changed"], found["needs_change_entry"]) == (True, True)
    assert "with an entry of 2026-12-01" in found["words"]
    for day, needed in (("2026-12-01", False), ("2026-11-30", True)):
        entry = f'changes:\n  - {{date: "{day}", kind: "clinical", text: "The dose."}}\n---\n'
        assert (
            compare(desk, THERE, text.replace("---\n", "\0", 1).replace("---\n", entry, 1).replace("\0", "---\n"))[
                "needs_change_entry"
            ]
            is needed
        )


def test_a_dose_that_changes_in_an_article_with_another_address_is_compared_with_the_text_at_the_old_one(
    desk: Workspace,
) -> None:
    command(desk, "rename", {"slug": "there", "new": "here"})
    path = "content/articles/here.md"
    found = compare(desk, path, desk.text(path).replace("Give 0.5 mg/kg", "Give 5 mg/kg"))
    assert [change["after"] for change in found["clinical"] if "number" in change["kinds"]] == [
        "Give 5 mg/kg over 40 min."
    ]
    assert (found["numbers_changed"], found["needs_change_entry"]) == (True, True)
    assert "against the published text" in found["words"]


def test_an_entry_that_readers_know_already_tells_them_nothing_of_a_number_that_changes_on_the_same_day(
    tmp_path: Path,
) -> None:
    root = small_project(tmp_path)
    known = 'changes:\n  - {date: "2026-12-01", kind: "clinical", text: "Another dose."}\n'
    published = GOOD.replace('"case"', '"there"').replace("---\n\n#", f"{known}---\n\n#") + BODY
    (root / THERE).write_text(published, "utf-8")
    desk = Workspace(root, TODAY)
    text = published.replace("0.5 mg/kg", "0.6 mg/kg")
    assert compare(desk, THERE, text)["needs_change_entry"]
    told = text.replace("changes:\n", 'changes:\n  - {date: "2026-12-01", kind: "clinical", text: "0.6 mg/kg."}\n')
    assert not compare(desk, THERE, told)["needs_change_entry"]


@pytest.mark.parametrize("article", sorted((PROJECT / "content" / "articles").glob("*.md")), ids=lambda file: file.stem)
def test_a_dose_or_time_that_changes_in_any_article_readers_see_asks_for_an_entry(article: Path) -> None:
    desk = Workspace(PROJECT, TODAY)
    path = f"content/articles/{article.name}"
    text = desk.text(path)
    head, body = text.split("\n---\n", 1)
    changed = re.sub(r"(?m)^((?:- )?[A-Z][^|`\n]*?)\b(\d+) (mg|minutes|min|weeks|h)\b", r"\g<1>9\2 \3", body, count=1)
    assert changed != body
    assert compare(desk, path, f"{head}\n---\n{changed}")["needs_change_entry"]


def test_a_draft_needs_no_entry(desk: Workspace) -> None:
    path = "content/articles/unfinished.md"
    found = compare(desk, path, f"{desk.text(path)}\nGive 35 mg.\n")
    assert (found["numbers_changed"], found["needs_change_entry"]) == (True, False)


def test_steps_in_another_order_are_a_clinical_change(desk: Workspace) -> None:
    text = desk.text(THERE)
    turned = text.replace("1. Measure the pressure\n2. Start the pump", "1. Start the pump\n2. Measure the pressure")
    found = compare(desk, THERE, turned)
    assert [change["kinds"] for change in found["clinical"]] == [("order",)]
    assert found["numbers_changed"] is False


def test_a_row_that_is_gone_and_a_paragraph_that_is_new_are_told(desk: Workspace) -> None:
    text = desk.text(THERE).replace("| Naltrexone | 72 h |\n", "")
    found = compare(desk, THERE, f"{text}\nDo not give 90 mg.\n")
    assert {(change["before"], change["after"]) for change in found["clinical"]} == {
        ("Naltrexone | 72 h", ""),
        ("", "Do not give 90 mg."),
    }


def test_a_new_article_has_nothing_to_be_compared_with(desk: Workspace) -> None:
    found = compare(desk, "content/articles/new.md", GOOD)
    assert found["words"].startswith("This article is new")
    assert (found["clinical"], found["needs_change_entry"]) == ([], False)


def test_a_reference_that_comes_before_others_changes_no_number(desk: Workspace) -> None:
    found = compared(desk, "## Doses\n", "## Doses\n\n[Murrough](https://example.org/) in 1 h.\n")
    assert len(found["clinical"]) == 1


class Allowed(HTMLParser):
    """Refuses every tag and attribute but those of a comparison."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"p", "h3", "ins", "del", "span"}
        assert {name for name, _ in attrs} <= {"class", "data-kind", "data-state"}


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt; & 1 < 2"]
)
def test_no_word_of_an_article_becomes_markup(hostile: str) -> None:
    old, new = ShownBlock("paragraph", "a b", hostile), ShownBlock("paragraph", f"a {hostile} b", hostile)
    html = difference_html([(old, new), (None, new), (new, None)])
    Allowed().feed(html)
    assert hostile not in html


@pytest.fixture(scope="module")
def every_block() -> list[ShownBlock]:
    site = Workspace(PROJECT, TODAY).site
    return [block for article in site.project.articles for block in shown_blocks(site.parsed(article))]


def test_a_change_of_any_number_of_our_articles_is_found(every_block: list[ShownBlock]) -> None:
    tried = 0
    for block in every_block:
        words = re.sub(r"\[[^\[\]]*@[^\[\]]*\]", "", block.words)
        for number in re.finditer(NUMBER, words):
            before = replace(block, words=words)
            after = replace(block, words=f"{words[: number.start()]}9{words[number.start() :]}")
            assert list(clinical_changes([(before, after)])), f"{number[0]} in {words}"
            tried += 1
    assert tried > 2000


def test_a_denial_that_is_gone_from_our_articles_is_found(every_block: list[ShownBlock]) -> None:
    tried = 0
    for block in every_block:
        for denial in re.finditer(r"\b(?:not|no|never|without|cannot) ", block.words):
            after = replace(block, words=block.words[: denial.start()] + block.words[denial.end() :])
            assert list(clinical_changes([(block, after)])), block.words
            tried += 1
    assert tried > 200
