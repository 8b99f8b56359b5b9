"""Sentences that recommend: their strength, certainty and origin are read, judged and shown."""

import pytest
from bs4 import BeautifulSoup

from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parsed_page import ParsedPage
from press.markdown.parser import parse
from press.markdown.recommendations import Mark, without_marks
from press.reading.source_file import source_of

ADDRESSES = SiteMap({"articles/x.md": "articles/x/", "how-sure.md": "how-sure/"})
REFERENCES = "\n\n## References\n\n1. First.\n2. Second.\n"
STRONG = "[strong recommendation, low certainty, label]"


def parsed(text: str, addresses: SiteMap = ADDRESSES) -> ParsedPage:
    return parse(source_of(text.encode(), "x.md"), addresses=addresses, page="articles/x.md", passages=True)


def messages(text: str) -> list[str]:
    return [problem.message for problem in parsed(text).problems]


def test_a_sentence_is_read_with_its_strength_certainty_origin_and_citations() -> None:
    page = parsed(
        "# T\n\n## Oxygen\n\nKetamine slows breathing [2]. Measure oxygen saturation until discharge "
        f"[conditional recommendation, very low certainty, guideline and our protocol] [1].{REFERENCES}"
    )
    (found,) = page.recommendations
    assert found.text == "Measure oxygen saturation until discharge."
    assert found.mark == Mark("conditional recommendation", "very low certainty", ("guideline", "our protocol"))
    assert found.section == "oxygen"
    assert found.id == "rec-measure-oxygen-saturation-until-discharge"
    cited = {citation.id: citation.numbers for citation in page.citations}
    assert [cited[id] for id in found.citations] == [(1,)]
    assert page.problems == ()


def test_commas_between_citations_are_no_part_of_the_sentence() -> None:
    page = parsed(f"# T\n\nAsk about alcohol {STRONG} [1], [2]. Seen in trials [1], [2], and later.{REFERENCES}")
    assert [sentence.text for sentence in page.sentences] == ["Ask about alcohol.", "Seen in trials, and later."]


def test_the_strength_is_shown_in_words_and_leads_to_what_explains_it() -> None:
    html = str(page_html(parsed(f"# T\n\nMeasure the pressure {STRONG}.\n")))
    assert (
        'Measure the pressure <a class="strength" href="../../how-sure/" id="rec-measure-the-pressure" '
        "data-search-exclude>strong recommendation, low certainty, label</a>." in html
    )


def test_a_site_without_that_page_shows_the_strength_without_a_link() -> None:
    html = str(page_html(parsed(f"# T\n\nMeasure the pressure {STRONG}.\n", SiteMap({"articles/x.md": "articles/x/"}))))
    assert '<span class="strength" id="rec-measure-the-pressure" data-search-exclude>strong rec' in html


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "[strong recomendation, low certainty, label]",
            '"strong recomendation" is no strength of a recommendation. Did you mean "strong recommendation"?',
        ),
        (
            "[strong recommendation, low certanty, label]",
            '"low certanty" is no certainty of a recommendation. Did you mean "low certainty"?',
        ),
        (
            "[strong recommendation, low certainty, labels]",
            '"labels" is no origin of a recommendation. Did you mean "label"?',
        ),
        (
            "[strong recommendation, low certainty, our protocoll]",
            '"our protocoll" is no origin of a recommendation. Did you mean "our protocol"?',
        ),
        (
            "[Strong recommendation, low certainty, label]",
            '"Strong recommendation" is no strength of a recommendation. Did you mean "strong recommendation"?',
        ),
        (
            "[strong recommendation, low certainty]",
            "Strength, certainty and origin of a recommendation stand in brackets, with a comma between them.",
        ),
        (
            "[strong recommendation, low certainty, label and trials and law]",
            "A recommendation names one or two origins, each once.",
        ),
        (
            "[strong recommendation, low certainty, label and label]",
            "A recommendation names one or two origins, each once.",
        ),
        ("[strong recommendation, low certainty, label", "The strength of this recommendation is not closed."),
    ],
)
def test_what_is_meant_as_a_strength_and_is_none_is_named(written: str, said: str) -> None:
    assert messages(f"# T\n\nMeasure the pressure {written}.\n") == [said]


def test_the_place_of_a_wrong_strength_is_named() -> None:
    (problem,) = parsed("# T\n\nMeasure it [strong recommendation, low certanty, label].\n").problems
    assert (problem.line, problem.column, problem.rule) == (3, 12, "recommendation")
    assert problem.fix == "Use high certainty, moderate certainty, low certainty or very low certainty."


@pytest.mark.parametrize(
    "words", ["[1]", "[x] done", "[Max]: 40 mg", "[see the label]", "[a recommendation](/articles/x/)"]
)
def test_other_brackets_are_no_strength(words: str) -> None:
    page = parsed(f"# T\n\nMeasure it {words}.\n")
    assert page.recommendations == ()
    assert not [problem for problem in page.problems if problem.rule == "recommendation"]


def test_two_strengths_in_one_sentence_and_one_without_a_sentence_are_named() -> None:
    assert messages(f"# T\n\nMeasure it {STRONG} {STRONG}.\n") == ["A sentence has one strength."]
    assert messages(f"# T\n\n{STRONG}\n") == ["There is no sentence before this strength."]


def test_a_cell_is_listed_with_what_its_row_is_about() -> None:
    page = parsed(f"# T\n\n| Group | What to do |\n|---|---|\n| Pregnancy | Do not give it {STRONG}. |\n")
    assert [found.text for found in page.recommendations] == ["Pregnancy: Do not give it."]
    assert page.passages[0].cells == ("Pregnancy", "Do not give it.")


def test_equal_sentences_have_different_addresses() -> None:
    page = parsed(f"# T\n\nMeasure it {STRONG}.\n\n- Measure it {STRONG}.\n")
    assert [found.id for found in page.recommendations] == ["rec-measure-it", "rec-measure-it-1"]


def test_sentences_are_told_apart_where_a_clinician_would_end_them() -> None:
    page = parsed(
        "# T\n\nGive 0.5 mg/kg, e.g. **35 mg**, at St. Mary's. Use `code` (see Fig. 2). [1] Stop at 160/100 mmHg! "
        f"Why?{REFERENCES}"
    )
    assert [sentence.text for sentence in page.sentences] == [
        "Give 0.5 mg/kg, e.g. 35 mg, at St. Mary's.",
        "Use code (see Fig. 2).",
        "Stop at 160/100 mmHg!",
        "Why?",
    ]


def test_a_passage_that_a_calculator_rests_on_keeps_its_words_when_it_gets_a_strength() -> None:
    assert without_marks(f"Pressure below 160/100 mmHg {STRONG} [1].") == "Pressure below 160/100 mmHg [1]."


@pytest.mark.parametrize(("name", "title"), [("CONTRAINDICATIONS", "Contraindications"), ("monitoring", "Monitoring")])
def test_contraindications_and_monitoring_have_boxes_of_their_own(name: str, title: str) -> None:
    html = str(page_html(parsed(f"# T\n\n> [!{name}]\n> - Aneurysm\n> - Hemorrhage\n\nBelow.\n\n> Quoted.\n")))
    assert f'<div class="admonition {name.lower()}">\n<p class="admonition-title">{title}</p>\n<ul>' in html
    assert html.count("<li") == 2
    assert "</ul>\n</div>\n<p>Below.</p>\n<blockquote>\n<p>Quoted.</p>\n</blockquote>" in html


def test_a_box_keeps_the_words_and_lines_below_its_name() -> None:
    page = parsed(f"# T\n\n> [!MONITORING]\n> Measure it {STRONG}.\n>\n> - Again\n")
    assert "<p>Measure it <a" in str(page_html(page))
    assert [found.line for found in page.recommendations] == [4]


def test_key_points_and_a_dosing_card_are_elements_of_their_own() -> None:
    page = parsed(
        "# T\n\n## Key points {#key-points}\n\n- One\n\n## Dosing card {#dosing-card}\n\n35 mg\n\n## More\n\nText\n"
    )
    soup = BeautifulSoup(str(page_html(page)), "html.parser")
    points, card = soup.select("section")
    assert points["class"] == ["key-points"]
    assert [item.get_text() for item in points.select("li")] == ["One"]
    assert [paragraph.get_text() for paragraph in card.select("p")] == ["35 mg"]
    (button,) = card.select("print-section > button[hidden]")
    assert button.get_text() == "Print the dosing card"
    more = soup.select_one("#more")
    assert more is not None
    assert more.find_parent("section") is None
