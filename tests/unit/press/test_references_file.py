"""The file of works that articles cite: read strictly, and printed as a list of references is written."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from press.checks.reference_works import near_titles
from press.cli import main
from press.content.reference_lines import LINES, references_schema
from press.content.reference_words import printed
from press.content.references import References, Retraction, Work, read_references
from support.cited_works import WORKS
from support.small_project import PROJECT

PAPER = """\
loo-2023:
  kind: article
  authors: [Loo C, et al]
  year: 2023
  title: A trial
  journal: Br J Psychiatry
  doi: 10.1192/bjp.2023.79
  seen: {where: PubMed, on: 2026-11-29}
  retracted: {state: none known, on: 2026-11-29}
"""


def read(folder: Path, text: str) -> tuple[References, list[str]]:
    (folder / "references.yml").write_text(text, "utf-8")
    references, problems = read_references(folder, "content/references.yml")
    return references, [f"{one.line}: {one.message} {one.fix}" for one in problems]


def test_an_entry_is_read_as_it_is_written(tmp_path: Path) -> None:
    references, problems = read(tmp_path, WORKS)
    assert problems == []
    assert list(references.works) == ["daly-2019", "label-esketamine-us", "made-up-2020"]
    work = references.works["daly-2019"]
    assert (work.year, work.volume, work.issue, work.pmid) == (2019, "76", "9", "31166571")
    assert work.retracted == Retraction("none known", datetime.date(2026, 11, 29))
    assert references.works["label-esketamine-us"].published == datetime.date(2026, 3, 13)
    assert references.works["made-up-2020"].is_retracted


def test_a_project_may_do_without_the_file(tmp_path: Path) -> None:
    assert read_references(tmp_path, "content/references.yml") == (References(), [])


@pytest.mark.parametrize(
    ("was", "written", "message"),
    [
        ("loo-2023", "Loo 2023", '1: "Loo 2023" cannot be cited. Write loo-2023:'),
        (
            "journal:",
            "jurnal:",
            '6: "loo-2023" has an unknown line "jurnal". Did you mean "journal"? Use kind, authors',
        ),
        (
            "kind: article",
            "kind: artikel",
            '2: kind of "loo-2023" is "artikel", which is not there. Did you mean "article"?',
        ),
        ("  kind: article\n", "", '1: "loo-2023" has no kind. Write kind: and what belongs there.'),
        ("  title: A trial\n", "", '1: "loo-2023" has no title.'),
        ("[Loo C, et al]", "Loo C, et al", '3: authors of "loo-2023" must be a list of names.'),
        ("[Loo C, et al]", "[et al, Loo C]", '3: authors of "loo-2023" has "et al" before its end.'),
        ("[Loo C, et al]", "[Loo C et al.]", '3: authors of "loo-2023" must have "et al" as a name of its own.'),
        ("year: 2023", "year: 23", '4: year of "loo-2023" is "23", which is no year. Write it as 2019.'),
        ("title: A trial", "title: ", '5: title of "loo-2023" must be text.'),
        ("10.1192", "https://doi.org/10.1192", '7: doi of "loo-2023" is "https://doi.org/10.1192/bjp.2023.79", which'),
        ("doi: 10.1192/bjp.2023.79", "pmid: PMC12", '7: pmid of "loo-2023" is "PMC12", which has another form.'),
        ("doi: 10.1192/bjp.2023.79", "pmcid: 12", '7: pmcid of "loo-2023" is "12", which has another form.'),
        (
            "doi: 10.1192/bjp.2023.79",
            "url: nice.org.uk",
            '7: url of "loo-2023" is "nice.org.uk", which has another form.',
        ),
        ("doi: 10.1192/bjp.2023.79", "published: 2026-02-30", '7: published of "loo-2023" is not a day.'),
        ("where: PubMed, on", "on", '8: seen of "loo-2023" does not say where. Write seen: {where: PubMed'),
        (
            "PubMed, on: 2026-11-29",
            "PubMed, on: 2026-11",
            '8: seen of "loo-2023" has on: "2026-11", which is not a day.',
        ),
        ("none known", "no", '9: retracted of "loo-2023" is "no", which is not there.'),
        ("state: none", "stat: none", '9: retracted of "loo-2023" has an unknown part "stat". Did you mean "state"?'),
    ],
)
def test_a_line_that_is_not_right_is_a_problem_at_its_place(
    was: str, written: str, message: str, tmp_path: Path
) -> None:
    assert was in PAPER
    references, problems = read(tmp_path, PAPER.replace(was, written, 1))
    assert [one[: len(message)] for one in problems] == [message]
    assert references.works == {}
    assert len(references.broken) == 1


@pytest.mark.parametrize("same", ["doi: 10.1192/BJP.2023.79", "year: 2023\n  title: A Trial!"])
def test_one_work_is_not_there_twice(same: str, tmp_path: Path) -> None:
    other = f"other-2023:\n  kind: article\n  {same}\n" + ("" if "title" in same else "  title: Another\n")
    _, problems = read(tmp_path, f"{PAPER}\n{other}")
    assert problems == [
        '11: "other-2023" is the same work as "loo-2023". Keep one of the two, with all that is known, and cite it.'
    ]


def work(**known: Any) -> Work:
    return Work(key="a", **({"kind": "article", "title": "A title", "authors": ("Loo C", "et al")} | known))


# ruff: noqa: E501  # lines are quoted whole
# Written by hand in the form of the lists that articles had: authors, title, journal, year;volume(issue):pages.
PRINTED = [
    (
        work(journal="Br J Psychiatry", year=2023, volume="223", issue="6", pages="533-541", doi="10.1/a", pmid="38108319"),
        "Loo C, et al. A title. Br J Psychiatry. 2023;223(6):533-541. doi:10.1/a PMID 38108319",
    ),
    (work(journal="BMC Psychiatry", year=2018, volume="18", pages="68"), "Loo C, et al. A title. BMC Psychiatry. 2018;18:68."),
    (work(journal="J Clin Psychiatry", year=2016), "Loo C, et al. A title. J Clin Psychiatry. 2016."),
    (work(journal="J Clin Psychiatry", year=2017, volume="78", issue="2"), "Loo C, et al. A title. J Clin Psychiatry. 2017;78(2)."),
    (work(journal="Drug Saf", year=2022, pages="853-866"), "Loo C, et al. A title. Drug Saf. 2022:853-866."),
    (
        work(title="Tricks?", authors=(), journal="Sci", published=datetime.date(2019, 12, 16)),
        "Tricks? Sci. Published online 16 December 2019.",
    ),
    (work(kind="preprint", source="Research Square", year=2024), "Loo C, et al. A title. Preprint, Research Square. 2024."),
    (
        work(kind="guideline", authors=("A body, Inc.",), source="Guidance TA1", year=2022, url="https://a.org/b", note="Read in full"),
        "A body, Inc. A title. Guidance TA1. 2022. Read in full. https://a.org/b",
    ),
    (
        work(pmcid="PMC12", retracted=Retraction("corrected", datetime.date(2026, 1, 1), "Erratum of 2020")),
        "Loo C, et al. A title. A correction was published. Erratum of 2020. PMC12",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("known", "line"), PRINTED, ids=[line[-30:] for _, line in PRINTED])
def test_a_work_is_printed_as_far_as_it_is_known(known: Work, line: str) -> None:
    assert printed(known) == line


def test_the_schema_takes_what_the_check_takes_and_refuses_other_lines(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "references"])
    schema = json.loads(capsys.readouterr().out)
    assert schema == references_schema()
    validator = Draft202012Validator(schema)
    assert validator.is_valid(_plain(WORKS))
    assert not validator.is_valid(_plain(WORKS.replace("journal:", "jurnal:")))
    assert not validator.is_valid(_plain(WORKS.replace("state: none known", "state: fine")))


def test_the_editors_guide_names_every_line_of_an_entry() -> None:
    guide = (PROJECT / "docs" / "editors-guide.md").read_text("utf-8")
    assert [name for name in LINES if f"`{name}`" not in guide] == []


def _plain(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader) | {
        key: entry | {"year": int(entry["year"])} if "year" in entry else entry
        for key, entry in yaml.load(text, yaml.BaseLoader).items()
    }


def near(*titles: str, kind: str = "article") -> list[tuple[str, str]]:
    works = {f"w{n}": Work(key=f"w{n}", kind=kind, title=title) for n, title in enumerate(titles, 1)}
    return [(work.key, other.key) for work, other in near_titles(works)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ketamine and depression in older adults", "Ketamine and depression in elder adults"),
        ("Ketamine and depression in older adults", "Ketamine and depression in older adults."),
        ("Ketamine and depression in older adults", "Ketamine and severe depression in older adults"),
        ("Ketamine and severe depression in older adults", "Ketamine and depression in older adults"),
        ("Ketamine: and depression, in older adults", "Ketamine and Depresion in Older Adults"),
    ],
)
def test_titles_that_differ_in_one_word_may_be_one_work(one: str, other: str) -> None:
    assert near(one, other) == [("w2", "w1")]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ketamine and depression in older adults", "Ketamine and pain in younger adults", "article"),
        ("Ketamine and depression in adults part 1", "Ketamine and depression in adults part 2", "article"),
        ("Prescribing information of the nasal spray", "Prescribing information of the oral spray", "label"),
        ("Ketamine for depression", "Ketamine for pain", "article"),
    ],
)
def test_titles_of_two_works_are_no_question(one: str, other: str, kind: str) -> None:
    assert near(one, other, kind=kind) == []


def test_no_work_of_this_site_stands_there_twice() -> None:
    references, problems = read_references(PROJECT / "content", "content/references.yml")
    assert problems == []
    assert [(one.key, other.key) for one, other in near_titles(references.works)] == []
