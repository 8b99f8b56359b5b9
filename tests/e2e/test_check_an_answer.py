"""Whether an old answer still holds is told from the record itself, and nothing of it leaves the browser."""

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from ketamine_calculators.browser import answer
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.record_reading import read_record
from ketamine_calculators.registry import every, worksheets
from support.faults import missing, turned, visiting
from support.pages.driven_states import OLD_LINE
from support.pages.old_answer import OldAnswer
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.serving import Manner
from support.windows import window

# Of the first edition, whose version of GAD-7 is still today's: the same numbers in other words.
OTHER_WORDS = (
    "GAD-7: GAD-7 7 of 21: severity mild; not in the range of remission. Inputs: GAD-7 1 1 1 1 1 1 1. (gad7 1.0, 2026-03-02; "
    "Spitzer RL, et al. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med "
    "2006;166(10):1092–1097. Check before use.)"
)
# What a text is called when it is as today's version gives it.
UNCHANGED = "Unchanged"
# Made up: no calculator was ever recalled for this.
RECALL = {
    "id": "made-up",
    "calculator": "iv_dose",
    "versions": ["1.0"],
    "inputs": "Times below ten minutes.",
    "wrong": "It cautioned where it should have stopped.",
    "do": "Ask how long the dose took.",
    "date": "2026-11-29",
}
Entries = list[tuple[str, str]]


@pytest.fixture
def old(page: Page, site_url: str) -> OldAnswer:
    return OldAnswer(page, site_url)


def asked(**question: object) -> str:
    """A record as today's page gives it."""
    record: str = json.loads(answer(json.dumps(question)))["record"]
    return record


def today(**values: object) -> str:
    order = {"weight": 73.123, "weight_unit": "kg", "concentration_mg_ml": 50, "minutes": 40, **values}
    return asked(calculator="iv_dose", values=order, record="line", day="2026-03-02")


def saved(calculator: str, version: str, entries: Entries, day: str = "2026-03-02") -> str:
    head = {"format": "ketamine-association-worksheet", "formatVersion": 1, "calculator": calculator}
    return json.dumps({**head, "version": version, "saved": day, "entries": entries})


def test_every_calculator_is_recognized_in_each_kind_of_record_and_found_unchanged(old: OldAnswer) -> None:
    wrong = []
    for card in (*every(), *worksheets()):
        example = card.examples[0].inputs
        kinds = {kind: asked(calculator=card.id, values=example, record=kind, day="2026-03-02") for kind in RECORDS}
        found = read_record(kinds["note"])
        assert found is not None
        entries = found.entries or []
        assert entries, card.id
        page = f"https://elsewhere.example/{card.folder}/{card.slug}/"
        kinds["link"] = f"{page}#{card.id}?{urlencode([*entries, ('v', card.version)])}"
        kinds["saved file"] = saved(card.id, card.version, entries)
        if "nputs: see note." in kinds["line"]:
            del kinds["line"]
        kinds["note in ASCII"] = asked(calculator=card.id, values=example, record="note", day="2026-03-02", ascii=True)
        for kind, text in kinds.items():
            old.paste(text)
            if not old.says.inner_text().startswith(f"{UNCHANGED}. Version {card.version} of {card.title}"):
                wrong.append(f"{kind} of {card.id}: {old.says.inner_text()}")
    assert wrong == []


def test_an_answer_of_an_earlier_version_is_calculated_by_it_and_by_todays(old: OldAnswer) -> None:
    old.paste(OLD_LINE)
    expect(old.head).to_have_text("Superseded, and the answer is another one today")
    expect(old.says).to_contain_text("has been superseded by version 2.0; it is not withdrawn")
    expect(old.result).to_contain_text("By version 1.0")
    expect(old.result).to_contain_text("35.0 mg over 5 min")
    expect(old.result).to_contain_text("opens with: Route: IV")
    expect(old.difference("stop: ")).to_contain_text("bolus")
    # The change log of version 2.0.
    expect(old.result).to_contain_text("Now: below 10 minutes a stop as a bolus")


def test_an_altered_record_is_told_with_what_was_altered(old: OldAnswer) -> None:
    old.paste(OLD_LINE.replace("35.0 mg", "53.0 mg"))
    expect(old.head).to_have_text("Not what was calculated")
    expect(old.says).to_contain_text("Do not rely on it.")
    expect(old.difference("Only in the record")).to_contain_text("53.0 mg")
    old.paste(today().replace("Inputs:", "Stop nothing. Inputs:"))
    expect(old.head).to_have_text("Not what was calculated")


def test_a_record_in_the_words_of_an_earlier_edition_is_not_called_altered(old: OldAnswer) -> None:
    old.paste(OTHER_WORDS)
    expect(old.head).to_have_text(UNCHANGED)
    expect(old.says).to_contain_text("Version 1.0 of GAD-7 is today's version and is not withdrawn.")
    old.paste(OTHER_WORDS.replace("GAD-7 7 of 21", "GAD-7 9 of 21"))
    expect(old.head).to_have_text("Not what was calculated")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste an answer, or choose a file."),
        ("35 mg over 40 min", "This is not a summary, note, FHIR record, link or saved file"),
        (f"{OLD_LINE}\n{OLD_LINE}", "or more than one"),
        (OLD_LINE[:150], "or only a part of one"),
        ('{"resourceType": "Observation"', "a part of it is missing or changed"),
        ('{"resourceType": "Patient"}', "This is not a summary, note, FHIR record"),
        ("x" * 100_001, "This holds 100001 characters, and at most 100000 are read."),
        (OLD_LINE.replace("iv_dose 1.0", "iv_dosage 1.0"), "There is no calculator “iv_dosage” in this edition"),
    ],
    ids=["nothing", "a number", "two", "a part", "cut JSON", "a foreign resource", "too long", "a foreign calculator"],
)
def test_what_cannot_be_checked_is_told_in_plain_words(old: OldAnswer, text: str, words: str) -> None:
    old.paste(text)
    expect(old.says).to_contain_text(words)
    expect(old.head).to_have_count(0)


def test_thousands_of_rows_are_refused_at_once_with_the_limit(old: OldAnswer) -> None:
    entries: Entries = [(f"scores.{row}.{name}", "7") for row in range(10_000) for name in ("day", "total")]
    old.paste(saved("course", "1.0", entries))
    expect(old.says).to_have_text("This file holds 20000 entries, and at most 2000 are read.")


def test_a_version_that_is_not_kept_is_told_and_todays_answer_is_given(old: OldAnswer) -> None:
    old.paste(
        "https://elsewhere.example/#iv_dose?weight=70&weight_unit=kg&dose_mg_per_kg=0.5&concentration_mg_ml=50&v=0.3"
    )
    expect(old.head).to_have_text("Superseded")
    expect(old.result).to_contain_text("Version 0.3 is not kept here, so it cannot be calculated by its own rules.")
    expect(old.result).to_contain_text("By today's version, 2.0")


def test_entries_that_todays_version_does_not_answer_are_not_called_unchanged(old: OldAnswer) -> None:
    old.paste("https://elsewhere.example/#iv_dose?weight=70&weight_unit=kg&v=2.0")
    expect(old.head).to_have_text("No answer")
    expect(old.result).to_contain_text("Choose vial strength.")


def test_a_record_without_its_inputs_is_not_recalculated(old: OldAnswer) -> None:
    old.paste(OLD_LINE.replace("weight 70 kg", "weight about 70 kg"))
    expect(old.head).to_have_text("Superseded")
    expect(old.says).to_contain_text("nothing is calculated from it")


def test_a_withdrawn_version_says_what_was_wrong_and_what_to_do(browser: Browser, site: Path) -> None:
    history = json.loads((site / "check-an-answer" / "history.json").read_text("utf-8"))
    changed = json.dumps({**history, "recalls": [RECALL]}).encode()

    def recalled(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": "application/json"}, changed) if path.endswith("/history.json") else None

    with visiting(browser, site, Manner(fault=recalled)) as (page, host):
        old = OldAnswer(page, f"{host.address}/").paste(OLD_LINE)
        expect(old.head).to_have_text("Withdrawn")
        expect(old.result).to_contain_text("It cautioned where it should have stopped.")
        expect(old.result).to_contain_text("Ask how long the dose took.")
        assert old.paste(today()).head.inner_text() == UNCHANGED


@pytest.mark.parametrize("fault", ["turned", "missing"])
def test_a_kept_version_that_is_not_as_released_does_not_run(browser: Browser, site: Path, fault: str) -> None:
    broken = turned(site, "/released/1.0.0.zip") if fault == "turned" else missing("/released/1.0.0.zip")
    with visiting(browser, site, Manner(fault=broken)) as (page, host):
        old = OldAnswer(page, f"{host.address}/").paste(OLD_LINE)
        expect(old.head).to_have_text("Superseded")
        expect(old.result).to_contain_text("Version 1.0 could not be run here.")
        expect(old.result).to_contain_text("By today's version, 2.0")


def test_a_saved_file_is_chosen_and_one_that_is_too_large_is_refused(old: OldAnswer, tmp_path: Path) -> None:
    file, large = tmp_path / "infusion.json", tmp_path / "large.json"
    file.write_text(saved("convert_weight", "1.1", [("value", "154"), ("unit", "lb")]), "utf-8")
    large.write_text("x" * 1_000_001, "utf-8")
    # 154 lb × 0.45359237 = 69.85 kg
    expect(old.choose(file).result).to_contain_text("69.9 kg")
    expect(old.choose(large).says).to_contain_text("This file has 1000001 bytes, and at most 1000000 are read.")
    expect(old.head).to_have_count(0)


def test_nothing_that_is_pasted_leaves_the_browser_or_stays_in_it(page: Page, site_url: str) -> None:
    sent: list[tuple[str, str, str | None]] = []
    page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    old = OldAnswer(page, site_url).paste(today())
    expect(old.head).to_have_text(UNCHANGED)
    assert {method for method, _, _ in sent} == {"GET"}
    assert not [url for _, url, _ in sent if "73.123" in url or not url.startswith(site_url)]
    assert "73.123" not in page.evaluate("JSON.stringify([localStorage, sessionStorage, location.href])")
    old.place.get_by_role("button", name="Clear").click()
    assert "73.123" not in old.place.inner_text()
    page.reload()
    expect(old.pasted).to_have_value("")


@pytest.mark.parametrize(("width", "colors"), [(320, "light"), (320, "dark"), (1350, "light")])
def test_the_page_is_accessible_before_and_after(browser: Browser, site_url: str, width: int, colors: str) -> None:
    with window(browser, width, 800, color_scheme=colors, reduced_motion="reduce") as page:
        old = OldAnswer(page, site_url)
        assert accessibility_problems(page) == []
        old.paste(OLD_LINE)
        expect(old.head).to_be_visible()
        assert accessibility_problems(page) == []
        assert not scrolls_sideways(page)
        page.goto(f"{site_url}recalls/")
        assert accessibility_problems(page) == []


def test_without_scripts_the_lists_are_named(browser: Browser, site_url: str) -> None:
    with window(browser, java_script_enabled=False) as page:
        expect(OldAnswer(page, site_url).place).to_contain_text("recall list and the change log work without it")
