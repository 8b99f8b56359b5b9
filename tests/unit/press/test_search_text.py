"""The search reads a page in sentences and rows, without forms and without what it is told to leave out."""

import pytest

from press.site.search_text import search_text

# What a page has, and what the search reads of it.
READ = [
    ("<p>Give it. Then wait.</p>", "<p>Give it.</p><p>Then wait.</p>"),
    ("<p>0.5 mg/kg, e.g. 35 mg</p>", "<p>0.5 mg/kg, e.g. 35 mg</p>"),
    ("<p><a href='x'>A</a> &amp; <em>b</em></p>", "<p>A &amp; b</p>"),
    ("<tr><th>Lithium</th><td>Continue</td></tr>", "<p>Lithium; Continue.</p>"),
    ("<tr><td>Watch it.</td><td>Always</td></tr>", "<p>Watch it.</p><p>Always.</p>"),
    (
        "<dl><dt>Topic</dt><dd>Pressure</dd><dt>Evidence</dt><dd>None.</dd></dl>",
        "<p>Topic: Pressure.</p><p>Evidence: None.</p>",
    ),
    ("<h2 id='a' class='b'>A<a class='headerlink' href='#a'>¶</a></h2>", '<h2 id="a">A</h2>'),
    ("<div data-search-exclude><div>in</div>still in</div><p>out</p>", "<p>out</p>"),
    ("<clinical-calculator><form><p>in</p></form></clinical-calculator>", ""),
    ("<div>one</div><div>two</div>", " one  two "),
    ("<ul><li><p>Loose</p><ul><li>In</li></ul></li></ul>", " <p>Loose</p> <p>In</p>  "),
    ("<ul><li>One</li><li>Two<br>lines</li></ul>", " <p>One</p><p>Two lines</p> "),
]


@pytest.mark.parametrize(("html", "read"), READ)
def test_a_part_of_a_page_is_read_as(html: str, read: str) -> None:
    assert search_text(html) == read


def test_a_long_list_of_options_is_cut_between_them() -> None:
    options = "; ".join(f"Option number {number}" for number in range(30))
    read = search_text(f"<table><tr><td>Medicine</td><td>{options}</td></tr></table>")
    assert "<p>Option number 7;</p><p>Option number 8;</p>" in read


def test_what_a_page_is_for_comes_first() -> None:
    assert search_text("<p>More</p>", "Whether A & B.") == "<p>Whether A &amp; B.</p><p>More</p>"
