"""The search of the built site finds what people type: support/first-results.yml and support/searches.yml.

Asked in its own modules, without a browser.
"""

import json
import re
import subprocess
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import yaml

from press.site.search_terms import terms
from support.building import PROJECT
from support.searched import part, searched


def asked_in(name: str) -> dict[str, dict[str, str | list[str]]]:
    read: dict[str, dict[str, str | list[str]]] = yaml.safe_load((PROJECT / "tests/support" / name).read_text("utf-8"))
    return read


FIRST, SEARCHES = asked_in("first-results.yml"), asked_in("searches.yml")
ASKED = [
    pytest.param(str(words), pages, id=f"{kind.split(',')[0]}: {words}")
    for kind, searches in SEARCHES.items()
    for words, pages in searches.items()
]
AMONG = 3
LEAST_FIRST = 57
MOST_BYTES = 150_000
"""Of an index that nothing has been fetched of, compressed, to the first result."""
# The site says nothing of these, and says so.
UNKNOWN = ["fracture", "QT", "oestrogen", "xyzzy"]
ABOUT_THE_SITE = re.compile(
    r"^(performance|notices|editors-guide|how-calculators-are-made|change-log|privacy|verify|offline)/"
)

type Found = dict[str, dict[str, Any]]
"""For each question what was found, and the bytes that it cost."""


@pytest.fixture(scope="module")
def found(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Found:
    questions = tmp_path_factory.mktemp("searches") / "questions.json"
    words = [str(words) for searches in (*FIRST.values(), *SEARCHES.values()) for words in searches]
    questions.write_text(json.dumps([*words, *UNKNOWN]), "utf-8")
    program = Path(__file__).with_name("searched.mjs")
    done = subprocess.run(["node", program, site, questions], capture_output=True, text=True, check=True)
    answers: Found = json.loads(done.stdout)
    return answers


def pages(answer: dict[str, Any]) -> list[str]:
    return [result["address"].split("#")[0] for result in answer["results"]]


def test_the_page_that_is_meant_comes_first(found: Found) -> None:
    asked = {str(words): page for searches in FIRST.values() for words, page in searches.items()}
    wrong = {
        words: pages(found[words])[:1]
        for words, page in asked.items()
        if not set(pages(found[words])[:1]) & set([page] if isinstance(page, str) else page)
    }
    assert len(asked) == 60
    assert len(asked) - len(wrong) >= LEAST_FIRST, wrong


def test_a_first_result_costs_little(found: Found) -> None:
    assert {words: answer["bytes"] for words, answer in found.items() if answer["bytes"] > MOST_BYTES} == {}


@pytest.mark.parametrize(("words", "expected"), ASKED)
def test_the_page_that_is_meant_is_among_the_first_three(words: str, expected: str | list[str], found: Found) -> None:
    assert set([expected] if isinstance(expected, str) else expected) & set(pages(found[words])[:AMONG])


@pytest.mark.parametrize("words", UNKNOWN)
def test_for_what_the_site_says_nothing_of_nothing_is_found(words: str, found: Found) -> None:
    assert pages(found[words]) == []


def test_a_page_about_the_site_is_never_before_three_pages_for_readers(found: Found) -> None:
    """Whatever is asked for in words of clinicians."""
    own = next(kind for kind in SEARCHES if kind.startswith("pages about the site"))
    for words in (str(words) for kind, searches in SEARCHES.items() if kind != own for words in searches):
        is_about = [bool(ABOUT_THE_SITE.match(page)) for page in pages(found[words])]
        assert not any(is_about[: min(AMONG, is_about.count(False))]), words


def test_lists_of_sources_never_stand_for_a_page_that_says_something(found: Found) -> None:
    for words in ("hypertension", "Spravato", "lithium", "psychosis"):
        for result in found[words]["results"][:AMONG]:
            for passage in result["passages"]:
                assert passage["id"] not in ("sources", "references"), words
                assert "Supports:" not in passage["line"], words


def test_no_two_words_of_a_page_run_together(site: Path) -> None:
    """Cells and lines are apart: “TopicA number for blood pressure” was one text."""
    pages = searched(site)
    literature = pages["calculators/bp-gate/"].sections["literature"]
    assert any(line.startswith("A number for blood pressure; ") for line in literature)
    lines = [line for page in pages.values() for line in page.lines]
    assert not any("Worked example, not your patient" in line for line in lines)
    assert [line for line in lines if re.search(r"</?(td|tr|div|a|span)\b", line)] == []


def test_every_word_of_every_page_leads_to_it(site: Path) -> None:
    base = part(site, "../base")
    steps = {word: found for name in base["words"][1::2] for word, found in part(site, name).items()}
    numbers = {word: set(accumulate(step // 32 for step in found)) for word, found in steps.items()}
    lost = [
        (address, word)
        for number, (address, page) in enumerate(searched(site).items())
        for word in {word for line in page.lines for word in terms(line)}
        if number not in numbers.get(word, ())
    ]
    assert len(numbers) > 5000
    assert lost == []
