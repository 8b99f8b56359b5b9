"""Groups of articles that link only among each other are found, however long their circle is."""

import time

import pytest

from press.checks.link_circles import circles

SITE = {"home": ["a", "b"], "a": ["home"], "b": ["a", "home"]}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"x": ["y"], "y": ["x"]}, [("x", "y")]),
        ({"x": ["y"], "y": ["x", "home"]}, [("x", "y")]),
        ({"x": ["y"], "y": ["x"], "b": ["a", "home", "x"]}, []),
        ({"x": ["y"], "y": ["x"], "z": ["x"]}, []),
        ({"x": ["x", "home"]}, []),
        ({"x": ["y"], "y": ["x"], "v": ["w"], "w": ["v"]}, [("v", "w"), ("x", "y")]),
        ({"x": ["y", "gone"], "y": ["x"]}, [("x", "y")]),
    ],
    ids=[
        "a site in which all lead to each other has none",
        "two that link to each other alone",
        "they may lead out, as long as nothing leads in",
        "one link from outside is enough",
        "a link from an article that nothing leads to is one, too: that article is told by itself",
        "a link to itself is no circle",
        "two circles",
        "a link to what is no article leads nowhere",
    ],
)
def test_a_circle_is_what_nothing_outside_leads_to(more: dict[str, list[str]], found: list[tuple[str, ...]]) -> None:
    assert circles(SITE | more) == found


def test_no_articles_have_no_circles() -> None:
    assert circles({}) == []


def test_ten_thousand_articles_in_one_circle_are_one_group() -> None:
    ring = {str(n): [str((n + 1) % 10_000)] for n in range(10_000)}
    before = time.process_time()
    (group,) = circles(ring | {f"s{n}": [f"s{(n + 1) % 20_000}"] for n in range(20_000)})
    assert len(group) == 10_000
    assert time.process_time() - before < 5
