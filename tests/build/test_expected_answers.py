"""What a reader's own browser is asked, as the site publishes it."""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

import brotli
import pytest

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.examples import agrees
from ketamine_calculators.registry import ids, worksheet_ids
from press.runtime.bundle import build_bundle

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "bundle"
ALL = (*ids(), *worksheet_ids())
FEWEST = 30
# All of them are kept for times without a network.
LARGEST_ON_THE_LINE = 150_000

Published = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    bundle = build_bundle(CACHE, CACHE / "site", root=ROOT)
    found = {path.name.split("-")[1]: path.read_bytes() for path in bundle.folder.rglob("expected-*.json")}
    assert sorted(found) == sorted(ALL)
    return found


@pytest.fixture(scope="module")
def published(files: dict[str, bytes]) -> Published:
    return {id: json.loads(content) for id, content in files.items()}


@pytest.mark.parametrize("id", ALL)
def test_every_calculator_is_asked_at_least_thirty_different_questions(published: Published, id: str) -> None:
    asked = [json.dumps(row["entries"]) for row in published[id]["rows"]]
    assert len(set(asked)) == len(asked) >= FEWEST
    assert published[id]["version"] == find(id).version


@pytest.mark.parametrize("id", ALL)
def test_each_reply_is_that_of_this_python_and_some_are_refusals(published: Published, id: str) -> None:
    replies = [answer(json.dumps({"calculator": id, "entries": row["entries"]})) for row in published[id]["rows"]]
    assert [crc32(reply.encode()) for reply in replies] == [row["checksum"] for row in published[id]["rows"]]
    assert {next(iter(json.loads(reply))) for reply in replies} == {"answer", "problems"}


@pytest.mark.parametrize("id", ALL)
def test_the_worked_examples_come_first_and_have_the_answers_worked_by_hand(published: Published, id: str) -> None:
    numbered = [row for row in published[id]["rows"] if row["about"].startswith("Worked example ")]
    assert numbered == published[id]["rows"][: len(numbered)]
    # Two examples that are typed alike are asked once.
    for row in numbered:
        example = find(id).examples[int(row["about"].split()[-1]) - 1]
        values = json.loads(answer(json.dumps({"calculator": id, "entries": row["entries"]})))["answer"]["values"]
        # What begins with a line is claimed of the warnings.
        assert agrees(values, {key: value for key, value in example.expected.items() if key[0] != "_"})


@pytest.mark.parametrize("id", ALL)
def test_every_option_is_chosen_and_one_that_is_not_offered_is_refused(published: Published, id: str) -> None:
    entered = {(name, text) for row in published[id]["rows"] for name, text in row["entries"]}
    for field in find(id).fields:
        if field.kind in ("choice", "yes_no", "yes_no_not_asked", "several"):
            wanted = {*map(str, field.spec.choices), "another"}
            assert {text for name, text in entered if name == field.name} >= wanted, field.name


def test_all_of_it_is_small_on_the_line(files: dict[str, bytes]) -> None:
    assert sum(len(brotli.compress(content, quality=11, lgwin=24)) for content in files.values()) < LARGEST_ON_THE_LINE
