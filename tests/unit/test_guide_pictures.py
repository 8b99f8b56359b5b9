"""The guide of the desk, its tests and its pictures belong together: read from their files."""

import ast
import re
from pathlib import Path

import pytest

from press.reading.picture_size import picture_size
from support.guide_pictures import MOST_BYTES

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "editors-guide"
WIDEST = 1200
"""Pixels: the window in which the tests walk the guide."""
DESK = (ROOT / "docs" / "editors-guide.md").read_text("utf-8").partition("## The desk {#desk}")[2].partition("\n## ")[0]


def sections() -> dict[str, str]:
    """The sub-sections of the desk by their anchors."""
    _, *parts = re.split(r"^#{3,4} .*\{#([a-z-]+)\}$", DESK, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def steps() -> list[tuple[str, ...]]:
    """What the tests are marked with: the anchor of a section, and the pictures."""
    tree = ast.parse((ROOT / "tests" / "e2e" / "test_guide_of_the_desk.py").read_text("utf-8"))
    calls = [
        call
        for test in tree.body
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
        for call in test.decorator_list
        if isinstance(call, ast.Call)
    ]
    return [tuple(ast.literal_eval(word) for word in call.args) for call in calls]


def shown(section: str) -> list[tuple[str, str]]:
    return re.findall(r"^!\[(.*)\]\(/editors-guide/([a-z-]+)\.webp\)$", section, re.MULTILINE)


FILES = sorted(PICTURES.iterdir())


def test_every_step_of_the_guide_is_walked_by_one_test() -> None:
    assert [anchor for anchor, *_ in steps()] == list(sections())


def test_every_picture_of_the_guide_is_made_by_the_test_of_its_step_and_none_is_left_over() -> None:
    made = {anchor: names for anchor, *names in steps()}
    assert {anchor: [name for _, name in shown(section)] for anchor, section in sections().items()} == made
    assert [file.name for file in FILES] == sorted(f"{name}.webp" for names in made.values() for name in names)
    assert DESK.count("![") == len(FILES)


def test_every_picture_says_in_words_what_it_shows() -> None:
    words = [said for section in sections().values() for said, _ in shown(section)]
    assert [said for said in words if not 40 <= len(said) <= 200] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_picture_is_small_and_says_nothing_of_where_it_was_made(file: Path) -> None:
    content = file.read_bytes()
    assert len(content) <= MOST_BYTES
    size = picture_size(file)
    assert size
    assert size[1] > 200
    assert size[0] <= WIDEST
    # One chunk, the pixels, fills the whole file: there is none with other data.
    assert content[12:16] == b"VP8L"
    assert int.from_bytes(content[16:20], "little") + 20 + content[16] % 2 == len(content)
