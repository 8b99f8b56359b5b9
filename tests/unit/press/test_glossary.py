"""The glossary file, and the links that articles get from it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from press.checks.glossary import problems
from press.checks.lost_text import lost
from press.checks.run import article_problems
from press.content.glossary import Glossary, read_glossary
from press.content.project import Project
from press.markdown.glossary_links import GlossaryLinks
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.source_file import SourceFile
from press.site.pages import Pages
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]
SITE = SiteMap({"articles/here.md": "articles/here/", "glossary.md": "glossary/", "index.md": "./"})
SMALL = """
terms:
  remission: {term: Remission, definition: A total that counts as well.}
  response: {term: Response, definition: A fall by half., not_in: [elsewhere]}
  partial-response: {term: Partial response, definition: A fall by a quarter.}
  phq-9: {term: Patient Health Questionnaire-9, short: [PHQ-9], definition: A scale <of nine> questions.}
  maoi: {term: Monoamine oxidase inhibitor, short: [MAOI], definition: A class.}
  thase-rush: {term: Thase-Rush staging, also: [Thase-Rush], definition: A ladder.}
  intravenous: {term: Intravenous, short: [IV], definition: Into a vein., link: false}
  blood-pressure: {term: blood pressure, short: [BP]}
"""


def small(folder: Path, text: str = SMALL) -> Glossary:
    (folder / "glossary.yml").write_text(text, "utf-8")
    glossary, problems = read_glossary(folder, "content/glossary.yml")
    assert not problems
    return glossary


def article(markdown: str, folder: Path, slug: str = "here", text: str = SMALL) -> BeautifulSoup:
    source = SourceFile("content/articles/here.md", markdown)
    parsed = parse(source, addresses=SITE, page="articles/here.md", passages=True)
    glossary = GlossaryLinks(small(folder, text), slug, "../../glossary/")
    html = str(page_html(parsed, form=lambda placed: "<form>remission</form>", glossary=glossary))
    assert list(lost(source, html)) == []
    return BeautifulSoup(html, "html5lib")


def linked(markdown: str, folder: Path, **more: str) -> list[str]:
    return [link.get_text() for link in article(markdown, folder, **more).select("a.term")]


LINKED = [
    ("the first use and no other", "Remission is good. Remission lasts.", ["Remission"]),
    ("a word in small letters", "It is remission.", ["remission"]),
    ("a plural", "Two remissions, three MAOIs.", ["remissions", "MAOIs"]),
    ("an abbreviation as it is written", "The PHQ-9 and a phq-9.", ["PHQ-9"]),
    ("one of two names, not both", "A monoamine oxidase inhibitor (MAOI) and an MAOI.", ["monoamine oxidase inhibitor"]),
    ("the longer of two terms", "A partial response is less.", ["partial response"]),
    ("capitals of a heading in bold", "**Partial Response**: less.", ["Partial Response"]),
    ("a dash that a word processor put in", "The Thase–Rush staging.", ["Thase–Rush staging"]),
    ("a short name beside its long one", "By Thase-Rush alone.", ["Thase-Rush"]),
    ("a cell of a table", "| Name |\n|---|\n| Remission |", ["Remission"]),
    ("an item of a list", "- remission\n", ["remission"]),
    ("words in bold and in a quotation", "> **remission**", ["remission"]),
    ("nothing in a heading", "## Remission\n\nWords.", []),
    ("nothing in the head of a table", "| Remission |\n|---|\n| x |", []),
    ("nothing in a link", "[remission](here.md) is linked.", []),
    ("nothing in code", "`remission`\n\n```\nremission\n```\n", []),
    ("nothing in a calculator", "```calculator\nid: phq9\n```\n", []),
    ("nothing in the title of a box", "!!! note \"Remission\"\n\n    Words.\n", []),
    ("nothing in the references", "Words [1].\n\n## References\n\n1. On remission. 2001.\n", []),
    ("what follows the references", "## References\n\n1. A paper.\n\n## After\n\nRemission.", ["Remission"]),
    ("no part of a word", "Remissionist, unremission, remission-like, non-remission.", []),
    ("no part of an abbreviation", "A PHQ-90 and an XPHQ-9.", []),
    ("nothing that is kept from being linked", "Stage IV, intravenous.", []),
    ("nothing that is only an abbreviation", "BP was 140.", []),
    ("no word twice for its plural", "Response and responses.", ["Response"]),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "links"), [pytest.param(m, n, id=fact) for fact, m, n in LINKED])
def test_an_article_links(markdown: str, links: list[str], tmp_path: Path) -> None:
    assert linked(markdown, tmp_path) == links


BEGINNINGS = [
    ("a letter with an accent", "Åsberg's scale", "Of Åsberg’s scale and åsberg's scale.", "åsberg's scale"),
    ("a figure", "5-HT2A receptor", "The 5-HT2A receptor.", "5-HT2A receptor"),
    ("a bracket", "(R)-ketamine", "Of (R)-ketamine alone.", "(R)-ketamine"),
    ("a hyphen", "-azole", "All of -azole are.", "-azole"),
    ("a Greek letter", "κ receptor", "The Κ receptor.", "Κ receptor"),
]


@pytest.mark.parametrize(("term", "text", "link"), [pytest.param(*case, id=fact) for fact, *case in BEGINNINGS])
def test_a_term_may_begin_with(term: str, text: str, link: str, tmp_path: Path) -> None:
    glossary = f'terms:\n  one: {{term: "{term}", definition: One.}}\n  two: {{term: Alpha, definition: Two.}}\n'
    assert linked(text, tmp_path, text=glossary) == [link]


def test_a_word_can_be_left_alone_in_one_article(tmp_path: Path) -> None:
    assert linked("A response.", tmp_path, slug="elsewhere") == []
    assert linked("A response.", tmp_path, slug="here") == ["response"]


def test_a_link_leads_to_its_entry_and_is_described_by_its_meaning(tmp_path: Path) -> None:
    page = article("The PHQ-9.", tmp_path)
    link = page.select_one("a.term")
    assert isinstance(link, Tag)
    assert link["href"] == "../../glossary/#phq-9"
    meaning = page.find(id=str(link["aria-describedby"]))
    assert isinstance(meaning, Tag)
    assert meaning.get_text() == "A scale <of nine> questions."
    kept = meaning.find_parent("div")
    assert isinstance(kept, Tag)
    assert kept.has_attr("hidden")
    assert kept.has_attr("data-search-exclude")


def test_links_use_no_title_no_style_and_no_script(tmp_path: Path) -> None:
    page = article("The PHQ-9.", tmp_path)
    assert not page.select("[title], [style], script")


def test_what_a_link_is_described_by_cannot_hide_a_lost_word() -> None:
    source = SourceFile("content/articles/here.md", "Remission\n")
    page = '<p></p><div class="term-meanings" hidden><p>Remission</p></div><p>after</p>'
    assert [problem.rule for problem in lost(source, page)] == ["lost-text"]


def test_an_article_without_terms_is_left_as_it_is(tmp_path: Path) -> None:
    assert "term-meanings" not in str(article("Nothing to explain.", tmp_path))


WRONG = [
    ("a: {term: A}", 'glossary "a" is neither defined nor an abbreviation.'),
    ("a: {definition: x}", 'glossary "a" has no term.'),
    ("a: {term: A, definition: x, sorces: [y]}", 'glossary "a" has an unknown line "sorces". Did you mean "sources"?'),
    ("a: {term: A, definition: x, sources: [HAWLEY_2001]}", 'There is no source "HAWLEY_2001". Did you mean "HAWLEY_2002"?'),
    ("a: {term: A, definition: x, short: TRD}", 'glossary short of "a" must be a list of words.'),
    ("a: {term: A, definition: x, link: never}", 'glossary link of "a" is neither true nor false.'),
    ("a: {term: A, definition: 7}", 'glossary definition of "a" must be text.'),
    ("A b: {term: A, definition: x}", 'glossary "A b" cannot stand in an address.'),
    ("a: {term: A, definition: x}\n  b: {term: B, also: [A], definition: x}", '"A" belongs to "a" already.'),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "words"), [pytest.param(*case, id=case[1]) for case in WRONG])
def test_an_entry_that_is_wrong_is_named_with_its_line(entry: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "glossary.yml").write_text(f"terms:\n  {entry}\n", "utf-8")
    _, problems = read_glossary(tmp_path, "content/glossary.yml")
    assert [problem.line for problem in problems] == [1 + len(entry.split("\n"))]
    assert words in problems[0].words()
    assert problems[0].fix


def test_a_source_of_the_glossary_needs_its_words(tmp_path: Path) -> None:
    (tmp_path / "glossary.yml").write_text("sources:\n  x: {url: https://example.org/}\n", "utf-8")
    _, problems = read_glossary(tmp_path, "content/glossary.yml")
    assert 'The source "x" needs cite' in problems[0].message


def test_a_project_may_do_without_a_glossary(tmp_path: Path) -> None:
    assert read_glossary(tmp_path, "content/glossary.yml") == (Glossary(), [])


def test_a_term_may_send_readers_to_another_term(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "glossary.yml").write_text(
        "terms:\n"
        "  alpha: {term: Alpha, definition: First., see: /glossary/#beta}\n"
        "  beta: {term: Beta, definition: Second., see: /glossary/#gone}\n",
        "utf-8",
    )
    (root / "docs" / "glossary.md").write_text("---\nglossary: terms\n---\n\n# Glossary\n", "utf-8")
    pages = Pages(whole_site(Project(root)))
    wrong = [problem for problem in problems(pages) if problem.severity == "error"]
    assert [problem.words().split("\n")[0] for problem in wrong] == [
        'content/glossary.yml:3:48: glossary "beta" sends readers to /glossary/#gone, which is not there.'
    ]
    docs = pages.site.docs_page("glossary.md")
    assert docs is not None
    page = BeautifulSoup(pages.docs(docs).html, "html5lib")
    assert [link["href"] for link in page.select("p > a")] == ["./#beta"]


# The glossary as it is.


def test_the_glossary_of_this_site_passes_its_check(site: Site) -> None:
    assert [problem.words() for problem in problems(Pages(site)) if problem.severity == "error"] == []


QUESTIONED = [
    ("{term: Zzyzx, definition: A road.}", '"a" is explained, and no article and no calculator says the word.'),
    ("{term: Dose, definition: How much}", 'The meaning of "a" does not end in a point.'),
    ("{term: Dose, definition: One. Two. Three.}", 'The meaning of "a" has more than two sentences; it is'),
    ("{term: Dose, definition: It is 5.}", 'The meaning of "a" says a number, and not where it comes from.'),
]


@pytest.mark.parametrize(("entry", "words"), [pytest.param(*case, id=case[1]) for case in QUESTIONED])
def test_an_odd_meaning_is_asked_about(entry: str, words: str, tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "glossary.yml").write_text(f"terms:\n  a: {entry}\n", "utf-8")
    (problem,) = problems(Pages(whole_site(Project(root))))
    assert problem.message.startswith(words)
    assert (problem.line, problem.severity) == (2, "warning")
    assert problem.fix


def test_a_meaning_with_a_number_and_where_to_read_on_is_not_asked_about(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "glossary.yml").write_text(
        "terms:\n  a: {term: Dose, definition: It is 5., see: /articles/there/}\n", "utf-8"
    )
    assert list(problems(Pages(whole_site(Project(root))))) == []


ABBREVIATED = [
    ("an unknown one once, where it stands first", "The BP is fine.\n\nNew: SpO2 and SpO2 here.", [(17, 6, "SpO2")]),
    ("the plural of a known one", "Two MAOIs.", []),
    ("nothing in code, in addresses, in kinds of boxes", "`ABC` [x](/DEF/) <https://GHI.org>\n\n> [!NOTE]\n> x", []),
    ("nothing in the references", "Words [1].\n\n## References\n\n1. A trial in JAMA. 2001.", []),
    ("an unknown one in a table", "| VAS | x |\n|---|---|\n| 1 | 2 |", [(15, 3, "VAS")]),
    ("none whose words stand before it", "The oxygen saturation (SpO2).\n\nNew: SpO2 and SpO2 here.", []),
    ("none whose words stand behind it", "The SpO2 (oxygen saturation).\n\nNew: SpO2 and SpO2 here.", []),
    ("none with its plural", "Adverse events (AEs), and an AE.", []),
    ("none whose words are bold", "The **oxygen saturation** (**SpO2**).", []),
    ("none with more in its brackets", "The oxygen saturation (SpO2; by oximeter).", []),
    ("none whose letters stand within one word", "An electrocardiogram (ECG), then the ECG.", []),
    ("none with an accent in its words", "The Montgomery–Åsberg depression rating scale (MADRS).", []),
    ("none with half of its letters", "Glycated hemoglobin (HbA1c).", []),
    ("lowered digits in each way of typing", "Oxygen saturation (SpO2), SpO₂, SpO<sub>2</sub>.", []),
    ("each way of typing once", "An SpO₂ of 90, SpO<sub>2</sub> of 91, SpO2 of 92.", [(15, 4, "SpO2")]),
    ("a heading has no room", "## The SpO2\n\nThe oxygen saturation (SpO2).", []),
    ("one in headings only", "## The SpO2\n\nText.", [(15, 8, "SpO2")]),
    ("other words before it", "Watch the patient (SpO2, pulse).", [(15, 20, "SpO2")]),
    ("other words in its brackets", "Watch the SpO2 (every five minutes).", [(15, 11, "SpO2")]),
    ("a value in its brackets", "The LP (less than 90 mmHg).", [(15, 5, "LP")]),
    ("a few of its letters", "One PO (per day).", [(15, 5, "PO")]),
    ("a reference with a number", "Take it SC (see chapter 2).", [(15, 9, "SC")]),
    ("an instruction", "With an SNRI (stop it a night before).", [(15, 9, "SNRI")]),
    ("words in Latin", "Take it by mouth (PO).", [(15, 19, "PO")]),
    ("a number before it", "The difference, 95% (CI).", [(15, 22, "CI")]),
    ("none whose letters begin its words", "Blood pressure (BP), and a BP (blood pressure).", []),
    ("none with letters in two words", "Electroconvulsive therapy (ECT) and gamma-glutamyl transferase (GGT).", []),
    ("none with a small word", "The number needed to treat (NNT), quality of life (QoL).", []),
    ("none that a small word begins", "Treatment as usual (TAU).", []),
    ("none with a word before them in brackets", "The FDA (the US Food and Drug Administration).", [(15, 14, "US")]),
    ("none with the number that is in it", "The HDRS-17 (Hamilton depression rating scale of 17 items).", []),
    ("none by its words in brackets", "Given SC (subcutaneous). The SpO2 (oxygen saturation).", []),
    ("words that come too late", "Watch SpO2.\n\nThe oxygen saturation (SpO2).", [(15, 7, "SpO2")]),
]


def test_words_of_an_abbreviation_that_come_too_late_are_named(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "glossary.yml").write_text(SMALL.replace(", not_in: [elsewhere]", ""), "utf-8")
    article = root / "content" / "articles" / "case.md"
    article.write_text(f"{GOOD}Watch SpO2.\n\nThe oxygen saturation (SpO2).\n", "utf-8")
    project = Project(root)
    (own,) = (article for article in project.articles if article.slug == "case")
    (found,) = (one for one in article_problems(own, whole_site(project)) if one.rule == "abbreviation")
    assert found.message == '"SpO2" is not written out where it stands first. Line 17 has its words.'
    assert found.fix.startswith("Write it out the first time: … (SpO2).")


@pytest.mark.parametrize(("text", "named"), [pytest.param(text, named, id=fact) for fact, text, named in ABBREVIATED])
def test_an_abbreviation_that_no_list_writes_out_is_asked_about(
    text: str, named: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "glossary.yml").write_text(SMALL.replace(", not_in: [elsewhere]", ""), "utf-8")
    (root / "content" / "articles" / "case.md").write_text(f"{GOOD}{text}\n", "utf-8")
    project = Project(root)
    (article,) = (article for article in project.articles if article.slug == "case")
    found = [one for one in article_problems(article, whole_site(project)) if one.rule == "abbreviation"]
    assert [(one.line, one.column, one.message.split('"')[1]) for one in found] == named
    assert {one.severity for one in found} <= {"warning"}
