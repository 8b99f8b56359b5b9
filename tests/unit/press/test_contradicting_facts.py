"""A text that says of a fact another number than its source does is found; a number that is another's is left alone."""

import re
from pathlib import Path

import pytest

from press.checks.contradicting_facts import of_calculators
from press.checks.fact_passages import list_passages
from press.checks.fact_places import as_text, fact_places
from press.checks.fact_sentences import Passage, sayings
from press.checks.run import article_problems, everything, some
from press.cli import main
from press.content.articles import article_of
from press.content.facts import read_facts
from press.content.project import Project
from press.reading.errors import CommandRefused
from press.reading.problems import Problem
from press.reading.source_file import read_source, source_of
from press.site.pages import Pages
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import PROJECT, small_project

FACTS, _ = read_facts(PROJECT / "content", "content/facts.yml")
RULE = "contradicting-fact"


def contradicted(text: str, heading: str = "") -> list[tuple[str, str]]:
    """The facts that a text contradicts, each with the number that it says."""
    above = [Passage(heading, 1, is_heading=True)] if heading else []
    return [(one.fact.id, one.number) for one in sayings([*above, Passage(text, 2)], FACTS) if one.contradicts]


@pytest.mark.parametrize(
    ("text", "fact", "number"),
    [
        ("| Naltrexone by mouth | 48 hours without it |", "naltrexone-hold", "48 hours"),
        (
            "| Naltrexone by mouth | Watch | Hold for 72 hours | ≥24 hours since the last dose |",
            "naltrexone-hold",
            "24 hours",
        ),
        ("Naltrexone, given for alcohol or opioids, has its own hold of two days.", "naltrexone-hold", "two days"),
        ("- Stop naltrexone 48 to 72 hours before", "naltrexone-hold", "48 to 72 hours"),
        ("| MAOIs | Theoretical risk | 1-week washout |", "maoi-washout", "1-week"),
        ("- Do not drink alcohol for 12 hours before.", "alcohol-before", "12 hours"),
        ("Do not eat for one hour before. Do not eat for 4 hours before.", "food-before-spray", "4 hours"),
        ("Start at 0.7 mg/kg over 40 minutes.", "induction-dose", "0.7 mg/kg"),
        ("| Induction | 5 mg/kg IV over 40 minutes |", "induction-dose", "5 mg/kg"),
        ("Start with **0.05 mg/kg** of actual weight.", "induction-dose", "0.05 mg/kg"),
        ("| Infusion rate | Over 20 minutes |", "infusion-minutes", "20 minutes"),
        ("Give more than 0.8 mg/kg only under experienced oversight.", "standard-maximum", "0.8 mg/kg"),
        ("Never give more than 1.5 mg/kg.", "highest-dose", "1.5 mg/kg"),
        ("From 170/100 mmHg our protocol defers.", "pressure-to-defer", "170/100 mmHg"),
        (
            "From 160 mmHg systolic or 110 mmHg diastolic our protocol defers.",
            "pressure-to-defer",
            "160 mmHg systolic or 110 mmHg diastolic",
        ),
        (
            "Do not dose at 200 mmHg systolic or 120 mmHg diastolic.",
            "pressure-not-to-dose",
            "200 mmHg systolic or 120 mmHg diastolic",
        ),
        ("- Pause at 190/110 mmHg.", "pressure-to-pause", "190/110 mmHg"),
        ("- [ ] Oxygen saturation 90% or more on room air", "saturation-before", "90%"),
        ("Act on saturation below 92% twice in a row.", "saturation-twice", "92%"),
        ("- You stay at least one hour after the last spray.", "observation", "one hour"),
        ("- You stay at least 90 minutes from the start.", "observation", "90 minutes"),
        ("- **Response**: depression score reduced by ≥40%", "response", "40%"),
        ("- PHQ-9 up by ≥3 points on the stable baseline", "rise-to-ask", "3 points"),
        ("- An interval of 2-6 weeks for maintenance", "maintenance-interval", "2-6 weeks"),
    ],
)
def test_another_number_for_the_same_subject_is_found(text: str, fact: str, number: str) -> None:
    assert (fact, number) in contradicted(text)


def test_the_heading_above_may_name_the_subject() -> None:
    assert contradicted("Forty-eight hours from the last tablet.", "Oral naltrexone") == [
        ("naltrexone-hold", "Forty-eight hours")
    ]
    assert contradicted("At 80 hours the patient is clear; at 48 hours there are 24 to go.", "Oral naltrexone") == []


@pytest.mark.parametrize(
    "text",
    [
        "| Naltrexone by mouth | 72 hours without it |",
        "Three days without naltrexone can mean relapse.",
        "Keep a washout of 14 days from an MAOI, which is 336 hours.",
        "- An interval of 3 weeks for maintenance",
        "- Stop naltrexone 72 hours before, then wait",
        "Give 50 mg of naltrexone.",
    ],
)
def test_the_same_number_in_other_words_is_none_and_so_is_a_number_of_something_else(text: str) -> None:
    assert contradicted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "One clinic paused naltrexone for 24 hours [@williams-2018].",
        "A small trial held naltrexone for 24 hours.",
        "The label of naltrexone names 48 hours.",
        "Naltrexone was held for 48 hours in a cohort; our sheet has the rest.",
        "| Naltrexone | 48 hours in one study | [@yoon-2025] |",
        "> **Our protocol and the evidence**: a review found naltrexone held for 24 hours.",
        "Published protocols begin induction with 0.4 mg/kg [@singh-2016].",
        "In bipolar depression start with 0.3 mg/kg.",
        "By mouth, start with 2 mg/kg.",
    ],
)
def test_a_number_that_the_sentence_gives_to_a_work_another_drug_or_route_is_left_alone(text: str) -> None:
    assert contradicted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hold naltrexone for 48 hours [@williams-2018].",
        "Hold naltrexone for 48 hours [conditional recommendation, low certainty, trials] [@williams-2018].",
        "Our protocol holds naltrexone for 48 hours, as one trial did [@williams-2018].",
        "A trial gave naltrexone by mouth [@williams-2018]; naltrexone is held for 48 hours.",
        "- Start at 0.7 mg/kg of actual weight [@murrough-2013]",
    ],
)
def test_a_citation_does_not_cover_what_the_site_itself_tells_the_reader_to_do(text: str) -> None:
    assert len(contradicted(text)) == 1


def test_a_fact_of_a_label_or_a_trial_is_judged_where_that_work_is_cited() -> None:
    assert contradicted("No food for 3 hours before the spray [@label-esketamine-us, section 2].") == [
        ("food-before-spray", "3 hours")
    ]
    assert contradicted("In KARMA-Dep 2 MADRS differed by 6.13 points [@jelovac-2025].") == [
        ("karma-dep-difference", "6.13 points")
    ]
    assert contradicted("In KARMA-Dep 2 MADRS differed by 6.13 points in a reanalysis [@anand-2023].") == []


def test_places_are_those_of_the_number_in_a_paragraph_of_several_lines() -> None:
    passage = Passage("Ask first.\nNaltrexone has a hold of 48 hours.", 30, line_starts=(0, 11))
    (one,) = sayings([passage], FACTS)
    assert (one.line, one.column) == (31, 26)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small_project(tmp_path / "project")
    (root / "content" / "facts.yml").write_text(
        """\
facts:
  naltrexone-hold:
    subject: The hold of naltrexone
    kind: hold
    number: 72 hours
    article: there
    row: Naltrexone
    names: [naltrexone]
    says: ["#"]
  response:
    subject: Response
    kind: other
    number: 50%
    reference: somebody-2001
    names: [response]
    says: ["response … ≥#"]
""",
        "utf-8",
    )
    (root / "content" / "references.yml").write_text(
        "somebody-2001:\n  kind: article\n  title: What a response is\n  year: 2001\n", "utf-8"
    )
    table = "| Medicine | Rule |\n|---|---|\n| Naltrexone | Hold 72 hours prior |\n"
    (root / "content" / "articles" / "there.md").write_text(GOOD.replace('"case"', '"there"') + table, "utf-8")
    return root


def check(root: Path, text: str) -> list[Problem]:
    site = whole_site(Project(root))
    source = source_of((GOOD + text).encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    return [problem for problem in found if problem.rule == RULE]


def test_the_message_has_both_places_and_both_texts_and_says_how_to_mend(root: Path) -> None:
    (problem,) = check(root, "Naltrexone has a hold of 48 hours.\n")
    assert (problem.line, problem.column, problem.severity) == (15, 26, "error")
    assert problem.message == (
        'Here it is 48 hours: "Naltrexone has a hold of 48 hours.". The hold of naltrexone is 72 hours. '
        'The article "A good article" says "Naltrexone | Hold 72 hours prior" (content/articles/there.md, line 17).'
    )
    assert "(press facts naltrexone-hold lists them)" in problem.fix


def test_what_harms_nobody_is_a_question(root: Path) -> None:
    (problem,) = check(root, "Response is a fall of ≥60%.\n")
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "```\nNaltrexone: 48 hours\n```\n",
        "<!-- Naltrexone: 48 hours -->\n",
        "`naltrexone 48 hours` is what it was.\n",
    ],
)
def test_code_and_comments_say_nothing(root: Path, text: str) -> None:
    assert check(root, f"Text.\n\n{text}") == []


def test_the_summary_above_an_article_is_read_and_its_history_is_not(root: Path) -> None:
    front = GOOD.replace("What it answers.", "Naltrexone is held for 48 hours.").replace(
        "---\n\n# A",
        'changes:\n  - {date: "2026-01-09", kind: "clinical", text: "Naltrexone was held for 24 hours."}\n---\n\n# A',
    )
    site = whole_site(Project(root))
    source = source_of((front + "Text.\n").encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    assert [problem.line for problem in found if problem.rule == RULE] == [4]


def test_the_glossary_and_pages_that_are_no_articles_are_read(root: Path) -> None:
    (root / "content" / "glossary.yml").write_text(
        "terms:\n  naltrexone:\n    term: Naltrexone\n    definition: >-\n      A medicine. Naltrexone is held\n"
        "      for 48 hours.\n    see: /articles/there/\n",
        "utf-8",
    )
    (root / "docs" / "about.md").write_text("# About\n\nNaltrexone is held for 36 hours.\n", "utf-8")
    found = [problem for problem in everything(whole_site(Project(root))) if problem.rule == RULE]
    assert [(problem.path, problem.line) for problem in found] == [
        ("content/glossary.yml", 6),
        ("docs/about.md", 3),
    ]
    asked = some([root / "content" / "glossary.yml"], whole_site(Project(root)))
    assert [problem.path for problem in asked if problem.rule == RULE] == ["content/glossary.yml"]


def test_press_facts_lists_the_places_that_say_it_and_fails_when_one_says_another(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setattr("press.checks.fact_places.of_calculators", lambda site: ())
    (root / "content" / "articles" / "case.md").write_text(GOOD + "Naltrexone is held for three days.\n", "utf-8")
    assert main(["facts", "naltrexone"]) == 0
    assert capsys.readouterr().out == (
        "naltrexone-hold: The hold of naltrexone is 72 hours (hold)\n"
        "  source: content/articles/there.md:17: | Naltrexone | Hold 72 hours prior |\n"
        "  said by (2):\n"
        "    content/articles/case.md:15: three days | Naltrexone is held for three days.\n"
        "    content/articles/there.md:17: 72 hours | Naltrexone | Hold 72 hours prior\n"
    )
    (root / "content" / "articles" / "case.md").write_text(GOOD + "A trial held naltrexone for 24 hours.\n", "utf-8")
    assert main(["facts"]) == 0
    assert "another's number, said as such, by (1):" in capsys.readouterr().out
    (root / "content" / "articles" / "case.md").write_text(GOOD + "Naltrexone: hold 24 hours.\n", "utf-8")
    assert main(["facts"]) == 1
    assert "  CONTRADICTED BY (1):\n    content/articles/case.md:15: 24 hours" in capsys.readouterr().out


def test_a_fact_that_nobody_declared_is_refused_and_one_that_nobody_says_is_told(root: Path) -> None:
    pages = Pages(whole_site(Project(root)))
    with pytest.raises(CommandRefused, match=r"No fact is called “naltroxone-hold”\. Did you mean"):
        fact_places(pages, ["naltroxone-hold"])
    assert "No text says it in one of its ways" in as_text(fact_places(pages, ["response"]))
    assert as_text([]) == "No fact is declared in content/facts.yml.\n"


def test_what_calculators_say_of_themselves_contradicts_no_fact(site: Site) -> None:
    said = list(of_calculators(site))
    assert {saying.fact.id for _, saying in said} >= {"naltrexone-hold", "alcohol-before"}
    assert [saying.sentence for _, saying in said if saying.contradicts] == []


@pytest.mark.parametrize("name", ["glossary.yml"])
def test_the_lists_of_this_site_contradict_no_fact(name: str) -> None:
    source = read_source(PROJECT / "content" / name, name)
    assert [one.sentence for one in sayings(list_passages(source), FACTS) if one.contradicts] == []


@pytest.mark.parametrize(
    ("slug", "was", "written"),
    [
        ("intravenous-induction-from-order-to-pump", "| 72 hours without it |", "| 48 hours without it |"),
        ("medication-interactions-and-holds", "| Hold for 72 hours |", "| Hold for 24 hours |"),
        ("ketamine-infusion-for-patients", "alcohol for 24 hours", "alcohol for 12 hours"),
        ("nasal-esketamine-by-the-label", "| First dose | 56 mg |", "| First dose | 28 mg |"),
        ("nasal-esketamine-by-the-label", "depression starts at 56 mg", "depression starts at 28 mg"),
        ("nasal-esketamine-by-the-label", "Start TRD at 56 mg", "Start TRD at 84 mg"),
        ("nasal-esketamine-by-the-label", "label's first dose, 56 mg", "label's first dose, 84 mg"),
    ],
)
def test_a_number_that_is_changed_in_one_article_of_this_site_is_found_in_it(
    slug: str, was: str, written: str, site: Site
) -> None:
    article = site.articles[f"articles/{slug}.md"]
    assert was in article.source.text
    changed = source_of(article.source.text.replace(was, written).encode(), article.source.path)
    found = article_problems(article_of(changed, article.file, site.project.lists), site)
    assert [problem.severity for problem in found if problem.rule == RULE] == ["error"]


def test_no_number_with_its_unit_excuses_a_sentence_from_a_fact() -> None:
    """Or the very number that is wrong would keep its sentence from being judged."""
    excuses = [(fact.id, word) for fact in FACTS.facts for word in fact.unless]
    assert [(name, word) for name, word in excuses if re.search(r"\d\s*[a-z%]", word)] == []


def test_a_fact_that_moves_in_its_list_is_named_at_its_new_place(tmp_path: Path) -> None:
    text = (PROJECT / "content" / "facts.yml").read_text("utf-8")
    lines = []
    for above in ("", "# A line more.\n"):
        (tmp_path / "facts.yml").write_text(above + text, "utf-8")
        facts, _ = read_facts(tmp_path, "content/facts.yml")
        (said,) = sayings([Passage("Stop naltrexone 48 hours before the first treatment.", 1)], facts)
        assert said.fact.place
        lines.append(said.fact.place.key_line)
    assert lines[1] == lines[0] + 1
