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
