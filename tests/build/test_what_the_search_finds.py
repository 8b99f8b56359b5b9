"""The search of the built site finds what people type: support/searches.yml. Asked in its own script, without a browser."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.building import PROJECT

SEARCHES: dict[str, dict[str, str | list[str]]] = yaml.safe_load(
    (PROJECT / "tests" / "support" / "searches.yml").read_text("utf-8")
)
ASKED = [
    pytest.param(str(words), pages, id=f"{kind.split(',')[0]}: {words}")
    for kind, searches in SEARCHES.items()
    for words, pages in searches.items()
]
AMONG = 3
# The site says nothing of these, and says so.
UNKNOWN = ["fracture", "QT", "oestrogen", "xyzzy"]
ABOUT_THE_SITE = re.compile(
    r"^(performance|notices|editors-guide|how-calculators-are-made|change-log|privacy|verify|offline)/"
)

type Found = dict[str, list[list[dict[str, Any]]]]
"""For each question the pages that were found, the best first, each with its sections."""


@pytest.fixture(scope="module")
def found(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Found:
    questions = tmp_path_factory.mktemp("searches") / "questions.json"
    words = [str(words) for searches in SEARCHES.values() for words in searches]
    questions.write_text(json.dumps([*words, *UNKNOWN]), "utf-8")
    program = Path(__file__).with_name("searched.mjs")
    done = subprocess.run(["node", program, site, questions], capture_output=True, text=True, check=True)
    pages: Found = json.loads(done.stdout)
    return pages


def pages(hits: list[list[dict[str, Any]]]) -> list[str]:
    return [hit[0]["location"].split("#")[0] for hit in hits]


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
        for hit in found[words][:AMONG]:
            assert not re.search(r"#(sources|references)$", hit[0]["location"]), words
            assert "Supports:" not in hit[0]["text"], words


def test_no_two_words_of_a_page_run_together(site: Path) -> None:
    """Cells and lines are apart: “TopicA number for blood pressure” was one text."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "<p>A number for blood pressure; " in texts["calculators/bp-gate/#literature"]
    assert "Worked example, not your patient" not in "".join(texts.values())
    assert [place for place, text in texts.items() if re.search(r"</?(td|tr|div|a|span)\b", text)] == []
