"""No amount on a built page can be misread: no zero behind the last decimal, and none missing before the point."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.printed_numbers import misread_amounts

# Marks up code, what a program reads, and what is typed into a form.
NOT_PROSE = ("script", "style", "template", "code", "pre")


def words_of(page: str) -> str:
    """What a page shows, with the text alternatives of its pictures."""
    soup = BeautifulSoup(page, "html5lib")
    for part in soup.select(", ".join(NOT_PROSE)):
        part.decompose()
    named = [str(tag[name]) for tag in soup.find_all(True) for name in ("alt", "aria-label", "title") if tag.get(name)]
    return " ".join([soup.get_text(" "), *named])


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>Give 35.0 mg over 40 min</p>", ["35.0 mg"]),
        ('<img alt="0.50&nbsp;mg/kg"><p>.5&#160;mL</p>', [".5\u00a0mL", "0.50\u00a0mg/kg"]),
        ("<p>35 mg, 0.7 mL, 75 mL/h, 1,200 mL, version 2.0, Python 3.10</p><code>35.0 mg</code>", []),
    ],
)
def test_what_a_page_prints_is_read_as_a_reader_does(page: str, found: list[str]) -> None:
    assert sorted(one.strip() for one in misread_amounts(words_of(page))) == sorted(found)


def test_no_amount_on_any_page_can_be_misread(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    found = {page.relative_to(site).as_posix(): misread_amounts(words_of(page.read_text("utf-8"))) for page in pages}
    assert {page: amounts for page, amounts in found.items() if amounts} == {}
