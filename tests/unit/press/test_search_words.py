"""The search knows a calculator by its other names, and words by others that mean the same."""

import json

from ketamine_calculators import find
from press.content.glossary import Entry, Glossary
from press.forms.calculator_index import asked_about, names
from press.site.search_index import completed_index, for_search, other_names
from press.site.search_words import words_that_mean

GLOSSARY = Glossary(
    (
        Entry("bp", "blood pressure", short=("BP",)),
        Entry("hamd", "Hamilton Depression Rating Scale", short=("HAM-D", "HAM-D17", "HDRS")),
        Entry("ssri", "Selective serotonin reuptake inhibitor", short=("SSRI",)),
        Entry("benzodiazepine", "Benzodiazepine", searched=("lorazepam",)),
    )
)


def test_a_title_goes_by_the_other_forms_of_the_terms_in_it() -> None:
    assert other_names("Blood pressure before dosing", GLOSSARY) == ["BP"]
    assert "HDRS" in other_names("HAM-D17", GLOSSARY)


def test_a_form_within_a_longer_word_is_no_name() -> None:
    assert other_names("BPRS", GLOSSARY) == []


def test_a_page_is_found_by_the_names_of_its_card_and_by_its_kind() -> None:
    tags = for_search(find("infusion"), "Infusion", GLOSSARY)["tags"]
    assert {"pump rate", "worksheet"} <= set(tags)


def test_a_brand_means_its_drug_and_the_class_of_the_drug() -> None:
    means = words_that_mean(GLOSSARY)
    assert {"sertraline", "ssri"} <= set(means["zoloft"])
    assert "ssri" in means["sertraline"]
    assert means["lorazepam"] == ["benzodiazepine"]


def test_the_list_finds_a_calculator_by_what_it_is_called_before_what_it_asks_about() -> None:
    means = words_that_mean(GLOSSARY)
    hold = find("medication_hold")
    assert "lorazepam" in names(hold, "Dose", means).split("|")
    assert "grapefruit" in asked_about(hold, means).split()
    screen = find("contraindication_screen")
    assert "lorazepam" not in names(screen, "Verify", means).split("|")
    assert "lorazepam" in asked_about(screen, means).split()


def test_names_are_searched_and_not_shown_and_only_the_page_has_them() -> None:
    entries = [{"location": place, "title": "T", "text": "", "tags": ["BP"]} for place in ("c/bp/", "c/bp/#part")]
    index = {"config": {"fields": {"title": {"boost": 2}, "tags": {"boost": 9}}, "lang": ["en"]}, "docs": entries}
    made = json.loads(completed_index(json.dumps(index), GLOSSARY))
    assert set(made["config"]["fields"]) == {"title", "text", "names"}
    assert [entry.get("names") for entry in made["docs"]] == [["BP"], None]
    assert not any("tags" in entry for entry in made["docs"])


def test_what_is_written_for_reading_weighs_more_than_lists_of_sources_and_pages_about_the_site() -> None:
    places = ["calculators/phq9/", "articles/a/#dose", "calculators/phq9/#sources", "performance/"]
    index = {"config": {}, "docs": [{"location": place, "title": "", "text": ""} for place in places]}
    boosts = [entry["boost"] for entry in json.loads(completed_index(json.dumps(index), GLOSSARY))["docs"]]
    assert boosts == sorted(boosts, reverse=True)
    assert len(set(boosts)) == len(places)


def test_a_handout_for_patients_comes_behind_what_is_written_for_clinicians() -> None:
    places = ["articles/a/#references", "articles/a/", "articles/handout/", "articles/handout/#what-to-expect"]
    index = {"config": {}, "docs": [{"location": place, "title": "", "text": ""} for place in places]}
    made = json.loads(completed_index(json.dumps(index), GLOSSARY, {"articles/handout/"}))["docs"]
    _, article, handout, section = (entry["boost"] for entry in made)
    assert article > 10 * handout
    assert handout == section > 0
