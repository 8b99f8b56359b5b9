"""A pasted citation or record becomes an entry as our list spells it, or the key that is there; nothing is invented."""

import calendar
import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from press.content.reference_words import printed
from press.content.references import read_references
from press.desk.reference import reference, references
from press.desk.reference_citations import citations
from press.desk.reference_file import add_works, with_entries
from press.desk.workspace import Workspace
from press.reading.errors import CommandRefused
from support.building import PROJECT
from support.small_project import small_project

TODAY = datetime.date(2026, 12, 1)
HERE = """daly-2019:
  kind: article
  authors: [Daly EJ, Trivedi MH, Janik A, et al]
  year: 2019
  title: Efficacy of esketamine nasal spray
  journal: JAMA Psychiatry
  volume: 76
  issue: 9
  pages: 893-903
  doi: 10.1001/jamapsychiatry.2019.1189
  pmid: 31166571

kim-2023:
  kind: article
  title: Another
  journal: J Affect Disord
"""

PUBMED = (
    "Murrough JW, Iosifescu DV, Chang LC, Al Jurdi RK, Green CE, Mathew SJ. Antidepressant efficacy of ketamine: a "
    "two-site randomized controlled trial. Am J Psychiatry. 2013 Oct;170(10):1134-42. doi: 10.1176/appi.ajp.2013.13030392. "
    "Epub 2013 Aug 27. PMID: 23982301; PMCID: PMC3992936."
)
APA = (
    "Murrough, J. W., Iosifescu, D. V., van der Berg, L. C., & O'Neil, R. K., Jr. (2013). Antidepressant efficacy of "
    "ketamine: a two-site randomized controlled trial. American Journal of Psychiatry, 170(10), 1134–1142. "
    "https://doi.org/10.1176/appi.ajp.2013.13030392"
)
NBIB = """PMID- 23982301
OWN - NLM
DP  - 2013 Oct
TI  - Antidepressant efficacy of ketamine:
      a two-site randomized controlled trial.
PG  - 1134-42
LID - 10.1176/appi.ajp.2013.13030392 [doi]
AB  - BACKGROUND: 0.5 mg/kg.
FAU - Murrough, James W
AU  - Murrough JW
FAU - Iosifescu, Dan V
AU  - Iosifescu DV
PT  - Journal Article
TA  - Am J Psychiatry
JT  - The American journal of psychiatry
VI  - 170
IP  - 10
PMC - PMC3992936
"""
RIS = """TY  - JOUR
AU  - Murrough, James W.
AU  - Müller-Groß, Hans-Peter
T1  - Antidepressant efficacy of <i>ketamine</i> &amp; more.
JO  - American Journal of Psychiatry
PY  - 2013/10/01
VL  - 170
IS  - 10
SP  - 1134
EP  - 1142
DO  - https://doi.org/10.1176/appi.ajp.2013.13030392
ER  -
"""
BIBTEX = r"""@article{whatever,
  author = {Murrough, James W. and {Ketamine Study Group} and M{\"u}ller, Hans and de la Cruz, Ana and others},
  title = {{Antidepressant} efficacy of ketamine: 5\% or more},
  journal = {American Journal of Psychiatry},
  year = 2013, volume = "170", number = {10}, pages = {1134--1142},
  doi = {10.1176/appi.ajp.2013.13030392},
}"""
ABSTRACT = """1. Am J Psychiatry. 2013 Oct;170(10):1134-42. doi:
10.1176/appi.ajp.2013.13030392. Epub 2013 Aug 27.

Antidepressant efficacy of ketamine: a two-site randomized controlled trial.

Murrough JW(1), Iosifescu DV, Chang LC(2)(3).

Author information:
(1)Icahn School of Medicine, New York.

OBJECTIVE: To tell ketamine 0.5 mg/kg from midazolam.

DOI: 10.1176/appi.ajp.2013.13030392
PMCID: PMC3992936
PMID: 23982301 [Indexed for MEDLINE]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = small_project(tmp_path)
    (root / "content" / "references.yml").write_text(HERE, "utf-8")
    return Workspace(root, TODAY)


def entry(found: Any) -> Any:
    ((key, values),) = yaml.safe_load(found["entry"]).items()
    assert key == found["key"]
    return values


COMMON = {
    "kind": "article",
    "year": 2013,
    "journal": "American Journal of Psychiatry",
    "volume": 170,
    "issue": 10,
    "pages": "1134-1142",
    "doi": "10.1176/appi.ajp.2013.13030392",
}
TITLE = "Antidepressant efficacy of ketamine: a two-site randomized controlled trial"
SHORT = {"journal": "Am J Psychiatry"}
NUMBERS = {"pmid": 23982301, "pmcid": "PMC3992936"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (PUBMED, {**SHORT, **NUMBERS, "authors": ["Murrough JW", "Iosifescu DV", "Chang LC", "et al"], "title": TITLE}),
        (
            f"[12] {PUBMED}",
            {**SHORT, **NUMBERS, "authors": ["Murrough JW", "Iosifescu DV", "Chang LC", "et al"], "title": TITLE},
        ),
        (APA, {"authors": ["Murrough JW", "Iosifescu DV", "van der Berg LC", "O'Neil RK Jr"], "title": TITLE}),
        (NBIB, {**SHORT, **NUMBERS, "authors": ["Murrough JW", "Iosifescu DV"], "title": TITLE}),
        (RIS, {"authors": ["Murrough JW", "Müller-Groß HP"], "title": "Antidepressant efficacy of ketamine & more"}),
        (
            BIBTEX,
            {
                "authors": ["Murrough JW", "Ketamine Study Group", "Müller H", "et al"],
                "title": "Antidepressant efficacy of ketamine: 5% or more",
            },
        ),
        (ABSTRACT, {**SHORT, **NUMBERS, "authors": ["Murrough JW", "Iosifescu DV", "Chang LC"], "title": TITLE}),
    ],
    ids=["PubMed", "numbered", "APA", "nbib", "RIS", "BibTeX", "abstract"],
)
def test_a_paste_becomes_an_entry_as_our_list_spells_it(text: str, values: dict[str, Any], desk: Workspace) -> None:
    found = reference(desk, text)
    assert found["key"] == "murrough-2013"
    assert entry(found) == {**COMMON, **values}


def test_the_entry_passes_the_check_in_the_file_and_is_printed_as_the_reply_said(desk: Workspace) -> None:
    for text in (PUBMED, APA, NBIB, RIS, BIBTEX, ABSTRACT):
        found = reference(desk, text)
        file = desk.root / "content" / "references.yml"
        file.write_text(with_entries(HERE, [found["entry"]]), "utf-8")
        works, problems = read_references(desk.root / "content", "references.yml")
        assert problems == []
        assert printed(works.works["murrough-2013"]) == found["line"]


@pytest.mark.parametrize(
    "text",
    [
        "10.1001/jamapsychiatry.2019.1189",
        "https://doi.org/10.1001/JAMAPSYCHIATRY.2019.1189",
        "doi: 10.1001/jamapsychiatry.2019.1189.",
        "31166571",
        "PMID: 31166571",
        "https://pubmed.ncbi.nlm.nih.gov/31166571/",
        "Daly EJ, Trivedi MH. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;76(9):893-903.",
        "PMID- 31166571\nTI  - Efficacy of esketamine nasal spray.\nDP  - 2019 Sep\n",
    ],
)
def test_a_work_that_is_there_gives_its_key_and_no_second_entry(text: str, desk: Workspace) -> None:
    found = reference(desk, text)
    assert (found["key"], found["entry"], found["doubts"]) == ("daly-2019", None, [])
    assert found["line"].startswith("Daly EJ, Trivedi MH, Janik A, et al. Efficacy of esketamine nasal spray.")


def test_what_the_text_tells_otherwise_than_our_entry_is_named(desk: Workspace) -> None:
    text = "Daly EJ. Another title of it. JAMA Psychiatry. 2018;76(9):893-903. doi:10.1001/jamapsychiatry.2019.1189 PMID 31166572"
    assert [doubt.split(":")[0] for doubt in reference(desk, text)["doubts"]] == [
        "Our entry has another title",
        "Our entry has the year 2019, the text 2018.",
        "Our entry has the PMID 31166571, the text 31166572.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10.1000/unknown", "Open https://doi.org/10.1000/unknown"),
        ("PMID 12345678", "Open https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ("PMC1234567", "Open https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"),
        ("hello", "could not be read as a citation"),
    ],
)
def test_a_number_alone_gives_no_entry_and_nothing_is_invented(text: str, said: str, desk: Workspace) -> None:
    found = reference(desk, text)
    assert (found["key"], found["entry"], found["line"]) == (None, None, "")
    assert said in found["doubts"][0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kim A. A title. J Affect Disord. 2020;1(2):3-4.", "neither DOI nor PMID"),
        ("Kim A. A title. Journal of Unheard Of Matters. 2020;1(2):3-4. doi:10.1/x", "may be a full name"),
        ("Kim A. A title. J Affect Disord. 2020;1(2):3-4. Read on paper. doi:10.1234/x", "Left out: “Read on paper”"),
        ("PMID- 1\nTI  - A.\nDP  - 2020\nPT  - Retracted Publication\nTA  - Pain\nVI  - 1\nAU  - Kim A\n", "RETRACTED"),
        ("TY  - RPRT\nAU  - Kim, A\nTI  - A report\nPY  - 2020\nER  - ", "The record calls it RPRT"),
        (
            "NICE. Depression in adults: treatment. Guideline NG222. 2022. https://www.nice.org.uk/x",
            "Read as: who published it “NICE”",
        ),
        ("Kim A. A title. J Affect Disord. 2020;1(2):3-4. doi:10.1234/x", "You can hand in the article as it is"),
    ],
)
def test_each_doubt_is_named(text: str, said: str, desk: Workspace) -> None:
    assert any(said in doubt for doubt in reference(desk, text)["doubts"])


def test_a_retracted_record_gives_an_entry_that_the_check_refuses_to_cite(desk: Workspace) -> None:
    text = "PMID- 1\nTI  - A.\nDP  - 2020\nPT  - Retracted Publication\nTA  - Pain\nVI  - 1\nAU  - Kim A\n"
    assert "  retracted: {state: retracted, on: 2026-12-01}\n" in reference(desk, text)["entry"]


def test_the_journal_gets_the_abbreviation_that_our_list_has(desk: Workspace) -> None:
    text = "Kim, A. (2020). A title. Journal of Affective Disorders, 1(2), 3–4. https://doi.org/10.1234/x"
    assert entry(reference(desk, text))["journal"] == "J Affect Disord"


@pytest.mark.parametrize(
    ("author", "year", "key"),
    [
        ("Kim A", "2023", "kim-2023-b"),
        ("Müller-Groß H", "2020", "muller-gross-2020"),
        ("O'Neil P", "2020", "oneil-2020"),
        ("van der Berg L", "2020", "van-der-berg-2020"),
        ("Łukasik Ø", "2020", "lukasik-2020"),
        *(
            (f"Zarate CA {suffix}", "2006", "zarate-2006")
            for suffix in ("Jr", "Jr.", "Sr", "II", "III", "IV", "2nd", "3rd")
        ),
        ("Zarate CA, Jr.", "2006", "zarate-2006"),
        ("Zarate Jr CA", "2006", "zarate-2006"),
        ("Zarate JR", "2006", "zarate-2006"),
        ("Smith-Jones AB", "2020", "smith-jones-2020"),
        ("D’Souza D", "2020", "dsouza-2020"),
        ("de la Cruz J", "2020", "de-la-cruz-2020"),
        ("van den Berg LC Jr", "2020", "van-den-berg-2020"),
    ],
)
def test_the_key_is_the_first_author_and_the_year(author: str, year: str, key: str, desk: Workspace) -> None:
    text = f"{author}, Else B. A title. J Affect Disord. {year};1(2):3-4. doi:10.1234/x"
    assert reference(desk, text)["key"] == key


@pytest.mark.parametrize(
    "body", ["American Psychiatric Association", "ASPIRE II Study Group", "World Health Organization"]
)
def test_a_body_has_no_initials(body: str, desk: Workspace) -> None:
    text = f"{body}. A title. J Affect Disord. 2020;1(2):3-4. doi:10.1234/x"
    assert reference(desk, text)["key"] == f"{'-'.join(body.lower().split()[:2])}-2020"


@pytest.mark.parametrize("names", ["Zarate CA Jr, Xu B", "Zarate CA Jr., Xu B", "Zarate CA, Jr., Xu B"])
def test_what_stands_behind_initials_is_part_of_the_name(names: str, desk: Workspace) -> None:
    found = reference(desk, f"{names}. A title. J Affect Disord. 2020;1(2):3-4. doi:10.1234/x")
    assert entry(found)["authors"] == ["Zarate CA Jr", "Xu B"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Daly EJ, Singh JB. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;76(9):893-903.", "authors"),
        ("Daly EJ. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;77(9):893-903.", "volume"),
        ("Daly EJ. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;76(9):893.", "pages"),
        ("Xu B. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;1:2.", "authors and volume and pages"),
    ],
)
def test_a_work_that_is_there_is_shown_beside_what_the_text_says_otherwise(
    text: str, other: str, desk: Workspace
) -> None:
    found = reference(desk, text)
    (doubt,) = found["doubts"]
    assert doubt.startswith(
        f"Our list has this work, and readers see our entry: “{found['line']}”. Your text has other {other}: “"
    )
    assert re.search("“(?:Daly|Xu)[^”]*”. If yours is right", doubt)


def test_a_second_import_tells_the_same(desk: Workspace) -> None:
    text = (
        "1. Lee A, Kim B, et al. One. Journal of Made Up Names. 2020;1(2):3-4.\n"
        "2. Daly EJ, Singh JB. Efficacy of esketamine nasal spray. JAMA Psychiatry. 2019;76(9):893-903.\n"
    )
    first = references(desk, text)
    assert [len(one["doubts"]) for one in first] == [3, 1]
    add_works(desk, [one["entry"] for one in first if one["entry"]])
    second = references(desk, text)
    assert [one["entry"] for one in second] == [None, None]
    assert [(one["key"], one["doubts"]) for one in second] == [(one["key"], one["doubts"]) for one in first]


def test_two_works_of_one_paste_get_two_keys_and_keep_their_numbers(desk: Workspace) -> None:
    text = "1. Lee A. One. Pain. 2020;1(2):3-4.\n2. Lee A. Two. Pain.\n   2020;1(2):5-6.\n3. PMID 31166571\n"
    found = references(desk, text, "It helps [@daly-2019].")
    assert [(one["number"], one["key"], one["cited"]) for one in found] == [
        (1, "lee-2020", False),
        (2, "lee-2020-b", False),
        (3, "daly-2019", True),
    ]
    assert "The text holds 3 works. This is the first." in reference(desk, text)["doubts"]


def test_nothing_at_all_is_refused_with_what_to_paste(desk: Workspace) -> None:
    with pytest.raises(CommandRefused, match="Paste a citation"):
        reference(desk, " \n ")


def test_every_article_of_our_list_is_read_again_from_its_printed_line() -> None:
    works = [
        work
        for work in Workspace(PROJECT, TODAY).site.references.works.values()
        if work.kind == "article" and work.volume
    ]
    # Written in ways of their own: without an author or a journal, an author without initials, a table among the pages.
    own_ways = {
        "cochrane-2021",
        "esketamine-trials-patients-2022",
        "gibson-2010",
        "ketamine-nor-ketamine-2022",
        "sforzini-2022",
    }
    assert len(works) > 100
    for work in works:
        (read,) = citations(printed(work))
        told = {
            name: str(getattr(work, name) or "")
            for name in ("title", "journal", "year", "volume", "issue", "pages", "doi", "pmid")
        }
        if work.key not in own_ways:
            assert {name: getattr(read, name) for name in told} == told
            assert read.authors == list(work.authors)


def test_no_word_of_a_citation_is_dropped_in_silence(desk: Workspace) -> None:
    for work in Workspace(PROJECT, TODAY).site.references.works.values():
        found = reference(desk, printed(work))
        told = f"{found['line']} {' '.join(found['doubts'])}".casefold()
        lost = [
            word
            for word in re.findall(r"[^\W\d_]{4,}", re.sub(r"https?://\S+|doi:\S+", "", printed(work)))
            if word.casefold() not in told and word not in ("Published", "online", "PMID", *calendar.month_name)
        ]
        assert lost == [], work.key


def test_an_entry_stands_in_its_place_by_the_alphabet_and_no_other_line_changes(desk: Workspace) -> None:
    new = "hashimoto-2020:\n  kind: article\n  title: A\n"
    assert with_entries(HERE, [new, new]) == HERE.replace("kim-2023:", f"{new}\nkim-2023:")
    assert with_entries(HERE, ["zoe-2020:\n  title: A"]) == f"{HERE}\nzoe-2020:\n  title: A\n"
    assert with_entries("", [new]) == new
    assert with_entries(HERE.replace("\n", "\r\n"), [new]) == with_entries(HERE, [new]).replace("\n", "\r\n")
    with pytest.raises(CommandRefused):
        with_entries(HERE, ["  title: A"])
    (file,) = add_works(desk, [new])["files"]
    assert desk.text("content/references.yml") == file["text"] == with_entries(HERE, [new])
    assert "hashimoto-2020" in desk.site.references.works
    assert add_works(desk, [new])["files"] == []
