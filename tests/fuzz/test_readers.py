"""No reader breaks, hangs or lets through what it must not, whatever it is given.

A few seconds of `make fuzz`, with the same texts in every run.
"""

import time

import pytest

from support.fuzzing.readers import READERS, Reader

# About as many as each reads in some seconds.
TURNS = {
    "fragment": 20_000,
    "file": 20_000,
    "entries": 10_000,
    "typed entries": 40_000,
    "front matter": 2_000,
    "YAML": 1_500,
    "Markdown": 600,
    "written lines": 2_000,
    "SVG": 6_000,
}
SEED = 16
PARTS = 4
SLOW = 10
"""Seconds of work for one text that nobody may have to wait for; the slowest seen took two."""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_whatever_it_is_given_a_reader_withstands(reader: Reader, part: int) -> None:
    for turn in range(part, TURNS[reader.name], PARTS):
        withstands(reader, turn)


def withstands(reader: Reader, turn: int) -> None:
    text = reader.text(SEED, turn)
    begun = time.process_time()
    try:
        reader.check(text)
    except Exception as fault:
        raise AssertionError(f"the {reader.name} reader, seed {SEED}, turn {turn}: {text[:2000]!r}") from fault
    assert time.process_time() - begun < SLOW, f"seed {SEED}, turn {turn}"


def test_a_reader_that_breaks_is_noticed() -> None:
    def check(text: str) -> None:
        assert text == "good"

    broken = Reader("broken", lambda: ["good"], ["bad"], check)
    with pytest.raises(AssertionError, match="the broken reader"):
        withstands(broken, 1)
