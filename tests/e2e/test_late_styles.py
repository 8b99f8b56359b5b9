"""Style sheets that are late keep no page away, in three browsers."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.engines.driving import Driven
from support.pages.driven_page import DrivenPage
from support.serving import Manner, serving

LATE = 13


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    never = threading.Event()

    def late(path: str) -> None:
        if path.endswith(".css"):
            never.wait(LATE)

    with serving(site, Manner(fault=late)) as host:
        yield f"{host.address}/"


def test_a_form_is_there_without_its_style_sheets_until_they_are_here(driven: Driven, address: str) -> None:
    page = DrivenPage(driven, address)
    page.open("calculators/iv-dose/")
    assert 4 < page.seconds_until_drawn() < LATE - 1
    page.wait_for_style()
