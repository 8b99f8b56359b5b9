"""The search knows a calculator by its other names, and words by others that mean the same."""

from ketamine_calculators import find
from press.content.glossary import Entry, Glossary
from press.forms.calculator_index import asked_about, names
from press.site.search_pages import calculator_names
from press.site.search_words import other_names, words_that_mean

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
    assert {"pump rate", "worksheet"} <= set(calculator_names(find("infusion"), "Infusion", GLOSSARY))


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


def test_a_term_that_is_searched_in_several_words_means_something_only_as_a_whole() -> None:
    glossary = Glossary((Entry("kidney", "Kidney function", searched=("creatinine clearance",)),))
    means = words_that_mean(glossary)
    assert means["creatinine clearance"] == ["kidney function"]
    assert "creatinine" not in means
