"""The search knows a calculator by its other names, and its script stops the build when the theme has changed."""

import json
from pathlib import Path

import pytest

from press.content.glossary import Entry, Glossary
from press.runtime.build_cache import BundleError
from press.runtime.theme import theme_script
from press.site.search_index import add_names, for_search, other_names

PROJECT = Path(__file__).resolve().parents[3]
GLOSSARY = Glossary(
    (
        Entry("bp", "blood pressure", short=("BP",)),
        Entry("hamd", "Hamilton Depression Rating Scale", short=("HAM-D", "HAM-D17", "HDRS")),
    )
)


def test_a_title_goes_by_the_other_forms_of_the_terms_in_it() -> None:
    assert other_names("Blood pressure before dosing", GLOSSARY) == ["BP"]
    assert "HDRS" in other_names("HAM-D17", GLOSSARY)


def test_a_form_within_a_longer_word_is_no_name() -> None:
    assert other_names("BPRS", GLOSSARY) == []


def test_a_calculator_weighs_more_than_other_pages() -> None:
    assert for_search("PHQ-9", GLOSSARY)["search"]["boost"] > 1


def test_names_are_searched_and_not_shown_and_only_the_page_has_them() -> None:
    entries = [{"location": place, "title": "T", "text": "", "tags": ["BP"]} for place in ("c/bp/", "c/bp/#part")]
    index = {"config": {"fields": {"title": {"boost": 2}, "tags": {"boost": 9}}}, "docs": entries}
    made = json.loads(add_names(json.dumps(index)))
    assert made["config"]["fields"] == {"title": {"boost": 2}, "names": {"boost": 9}}
    assert [entry.get("names") for entry in made["docs"]] == [["BP"], None]
    assert not any("tags" in entry for entry in made["docs"])


@pytest.mark.parametrize(
    ("script", "lost"),
    [
        ("new Worker(a);", "the fetching of its search index"),
        ('z(new URL("search/search_index.json",b));', "the start of its search worker"),
        ('z(new URL("search/search_index.json",b));new Worker(a);new Worker(a);', "the start of its search worker"),
    ],
)
def test_a_theme_that_has_changed_stops_the_build(script: str, lost: str, tmp_path: Path) -> None:
    theme = tmp_path / "bundle.js"
    theme.write_text(script)
    with pytest.raises(BundleError, match=f"no longer shows {lost}"):
        theme_script(theme, PROJECT, tmp_path / "cache")
