"""References by number are numbered anew when the order changes, or become citations by the keys of our list."""

import datetime
import random
import re
from pathlib import Path

import pytest

from press.desk.numbered_references import cite_by_key, renumber
from press.desk.workspace import Workspace
from press.reading.errors import CommandRefused
from support.small_project import small_project

TODAY = datetime.date(2026, 12, 1)
LIST = """
## References

1. Lee A. One. Pain. 2020;1(2):3-4. PMID 1111
2. Lee A. Two. Pain. 2020;1(2):5-6. PMID 2222
   It goes on.
3. Kim B. Three. Pain. 2021;2(2):7-8. PMID 3333
"""


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = small_project(tmp_path)
    (root / "content" / "references.yml").write_text(
        "kim-2021:\n  kind: article\n  title: Three\n  year: 2021\n  pmid: 3333\n", "utf-8"
    )
    return Workspace(root, TODAY)


def texts_by_title(text: str) -> list[str]:
    return re.findall(r"(?m)^\d+\. \w+ \w\. (\w+)", text)


def test_references_follow_the_order_of_their_first_citation(desk: Workspace) -> None:
    after = renumber(desk, f"B [3, section 5.3]. A [1, 3]; all [1-3].\n{LIST}")
    assert after["text"].startswith("B [1, section 5.3]. A [1, 2]; all [1-3].\n")
    assert texts_by_title(after["text"]) == ["Three", "One", "Two"]
    assert "3. Lee A. Two. Pain. 2020;1(2):5-6. PMID 2222\n   It goes on.\n" in after["text"]
    assert after["changed"] == 3


def test_what_is_in_order_is_not_touched(desk: Workspace) -> None:
    text = f"A [1]. B [2; 3].\n{LIST}"
    assert renumber(desk, text) == {"text": text, "changed": 0}


def test_what_is_never_cited_comes_last_and_stays(desk: Workspace) -> None:
    assert texts_by_title(renumber(desk, f"A [2].\n{LIST}")["text"]) == ["Two", "One", "Three"]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_tables_and_front_matter_stay(desk: Workspace, line_end: str, mark: str) -> None:
    text = f'---\ntitle: "A [3]"\n---\n\n# A\n\n| A | B |\n|---|---|\n| x [3] | `[1]` [1] |\n{LIST}\n## After\n\nEnd.\n'
    after = renumber(desk, mark + text.replace("\n", line_end))["text"]
    assert after.startswith(mark + f'---{line_end}title: "A [3]"')
    assert "| x [1] | `[1]` [2] |" in after
    assert re.sub(r"\r\n|\r", "\n", after).endswith("It goes on.\n\n## After\n\nEnd.\n")
    assert line_end in after
    assert "\n" not in after.replace(line_end, "")


def test_each_citation_leads_to_the_same_work_in_any_order(desk: Workspace) -> None:
    chance = random.Random(7)
    titles = [f"Title{letter}" for letter in "abcdefghijkl"]
    for _ in range(60):
        cited = [chance.sample(range(1, 13), chance.randint(1, 4)) for _ in range(8)]
        body = "\n\n".join(f"Sentence [{', '.join(map(str, numbers))}]." for numbers in cited)
        items = "\n".join(f"{i}. Lee A. {title}. Pain. 2020;1:1-2." for i, title in enumerate(titles, start=1))
        after = renumber(desk, f"{body}\n\n## References\n\n{items}\n")["text"]
        now = texts_by_title(after)
        assert sorted(now) == sorted(titles)
        for numbers, written in zip(cited, re.findall(r"Sentence \[([^\]]*)\]", after), strict=True):
            found = {n for part in written.split(", ") for n in _range(part)}
            assert {now[n - 1] for n in found} == {titles[n - 1] for n in numbers}
        assert renumber(desk, after) == {"text": after, "changed": 0}


def _range(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A [1].\n", "no numbered list"),
        (f"A [4].\n{LIST}", "Line 1 cites 4, which is not in the list."),
        (f"A [1].\n{LIST.replace('3. Kim', '5. Kim')}", "has the numbers 1, 2, 5, which readers see as 1, 2, 3"),
    ],
)
def test_what_is_not_certain_is_refused(desk: Workspace, text: str, words: str) -> None:
    for service in (renumber, cite_by_key):
        with pytest.raises(CommandRefused, match=re.escape(words)):
            service(desk, text)


def test_numbers_become_keys_and_the_list_entries(desk: Workspace) -> None:
    found = cite_by_key(desk, f"A [3, section 5.3]. B [1-2; 3].\n{LIST}")
    assert found["text"] == "A [@kim-2021, section 5.3]. B [@lee-2020; @lee-2020-b; @kim-2021].\n"
    assert found["keys"] == {1: "lee-2020", 2: "lee-2020-b", 3: "kim-2021"}
    assert re.findall(r"(?m)^\S+(?=:$)", found["entries"]) == ["lee-2020", "lee-2020-b"]
    assert any(doubt.startswith("2 [@lee-2020-b]: Left out: “It goes on”") for doubt in found["doubts"])


def test_a_reference_that_cannot_be_read_stops_the_whole(desk: Workspace) -> None:
    with pytest.raises(CommandRefused, match=r"Reference 2 cannot become an entry .* Nothing is changed\."):
        cite_by_key(desk, "A [1].\n\n## References\n\n1. Lee A. One. Pain. 2020;1(2):3-4.\n2. Somewhere\n")


def test_a_work_that_nobody_cites_is_named_before_its_list_goes(desk: Workspace) -> None:
    assert (
        "3 [@kim-2021] is cited nowhere in the text, and is in no list now."
        in cite_by_key(desk, f"A [1, 2].\n{LIST}")["doubts"]
    )
