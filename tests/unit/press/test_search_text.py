"""The search reads a page in sentences and rows, without forms and without what it is told to leave out."""

import pytest

from press.site.search_lines import SearchedSection
from press.site.search_text import searched_sections

# What a page has, and the lines that the search reads of it.
READ = [
    ("<p>Give it. Then wait.</p>", ("Give it.", "Then wait.")),
    ("<p>0.5 mg/kg, e.g. 35 mg</p>", ("0.5 mg/kg, e.g. 35 mg",)),
    ("<p><a href='x'>A</a> &amp; <em>b</em></p>", ("A & b",)),
    ("<tr><th>Lithium</th><td>Continue</td></tr>", ("Lithium; Continue.",)),
    ("<tr><td>Watch it.</td><td>Always</td></tr>", ("Watch it.", "Always.")),
    (
        "<dl><dt>Topic</dt><dd>Pressure</dd><dt>Evidence</dt><dd>None.</dd></dl>",
        ("Topic: Pressure.", "Evidence: None."),
    ),
    ("<div data-search-exclude><div>in</div>still in</div><p>out</p>", ("out",)),
    ("<clinical-calculator><form><p>in</p></form></clinical-calculator>", ()),
    ("<div>one</div><div>two</div>", ("one", "two")),
    ("<ul><li><p>Loose</p><ul><li>In</li></ul></li></ul>", ("Loose", "In")),
    ("<ul><li>One</li><li>Two<br>lines</li></ul>", ("One", "Two lines")),
]


@pytest.mark.parametrize(("html", "lines"), READ)
def test_a_part_of_a_page_is_read_as(html: str, lines: tuple[str, ...]) -> None:
    assert [line for section in searched_sections(html) for line in section.lines] == list(lines)


def test_a_heading_begins_a_section_with_its_id_and_without_the_sign_of_its_link() -> None:
    html = "<p>Above</p><h2 id='a' class='b'>A<a class='headerlink' href='#a'>¶</a></h2><p>Below</p>"
    assert searched_sections(html) == (SearchedSection("", "", ("Above",)), SearchedSection("a", "A", ("Below",)))


def test_a_long_list_of_options_is_cut_between_them() -> None:
    options = "; ".join(f"Option number {number}" for number in range(30))
    (section,) = searched_sections(f"<table><tr><td>Medicine</td><td>{options}</td></tr></table>")
    assert {"Option number 7;", "Option number 8;"} <= set(section.lines)
