"""What is read stays whole in three browsers: no page scrolls sideways, no number parts from its unit, the masthead is not cut.

WebKitGTK has neither a size of letters that a reader sets, but only the zoom, which makes the window narrower, nor the
system's colors.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from support.addresses import ARTICLE
from support.engines import driving
from support.engines.driving import Driven
from support.pages.driven_page import WIDTHS, DrivenPage

OPENED: dict[str, Callable[[DrivenPage], None]] = {
    "home": lambda page: page.open(""),
    "an answer": lambda page: page.answer_dose(),
    "a worksheet": lambda page: page.open("worksheets/infusion/"),
    "an article": lambda page: page.open(ARTICLE),
}


@pytest.fixture
def system_colors(firefox_path: str, tmp_path: Path) -> Iterator[Driven]:
    """Firefox of a reader who has all pages in the system's colors; WebKit has no such choice."""
    with driving.firefox(firefox_path, tmp_path / "profile", **{"browser.display.document_color_use": 2}) as driven:
        yield driven


@pytest.fixture
def large_letters(firefox_path: str, tmp_path: Path) -> Iterator[Driven]:
    with driving.firefox(firefox_path, tmp_path / "profile", **{"font.size.variable.x-western": 32}) as driven:
        yield driven


def whole_at_each_width(page: DrivenPage, widths: Sequence[int] = WIDTHS) -> None:
    for width in widths:
        page.resize(width)
        for dark in (False, True):
            page.use_dark(dark)
            assert page.faults() == [], f"{width} pixels, {'dark' if dark else 'light'}"


@pytest.mark.parametrize("state", OPENED)
def test_nothing_is_cut_from_the_narrowest_window_to_the_widest(driven: Driven, site_url: str, state: str) -> None:
    page = DrivenPage(driven, site_url)
    OPENED[state](page)
    whole_at_each_width(page)


def test_the_chart_of_a_course_is_drawn(driven: Driven, site_url: str) -> None:
    page = DrivenPage(driven, site_url, 1350)
    page.chart_two_scores()
    # Two axes, bands and a line are more than some letters at an edge.
    assert page.wait_for_points_of_chart() > 1000


def test_nothing_is_cut_for_a_reader_who_has_doubled_the_letters_of_firefox(
    large_letters: Driven, site_url: str
) -> None:
    page = DrivenPage(large_letters, site_url)
    for opened in OPENED.values():
        opened(page)
        assert page.size_of_letters() == "40px"
        whole_at_each_width(page, (*WIDTHS, 520))


def test_in_the_systems_colors_nothing_is_cut_and_what_is_pressed_has_edges(
    system_colors: Driven, site_url: str
) -> None:
    page = DrivenPage(system_colors, site_url, 320)
    page.answer_dose()
    assert page.colors_are_the_systems()
    assert page.edgeless() == []
    whole_at_each_width(page)
