"""The search: it costs nothing until it is wanted, then it finds what clinicians call by many names, calculators first."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.addresses import ARTICLE
from support.editions import open_and_keep
from support.pages.colors import Colors
from support.pages.search import Search
from support.pages.seen import accessibility_problems
from support.pages.site import Site, wait_until_ready
from support.serving import Host, serving
from support.windows import window


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with serving(site) as running:
        yield running


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A browser that has seen nothing of the site."""
    with window(browser) as page:
        yield page


@pytest.fixture
def search(fresh: Page, host: Host) -> Search:
    host.sent.clear()
    Site(fresh, f"{host.address}/").article()
    return Search(fresh)


@pytest.fixture(scope="module")
def dialog(browser: Browser, host: Host) -> Iterator[Search]:
    with window(browser) as page:
        Site(page, f"{host.address}/").article()
        yield Search(page).open()


@pytest.fixture
def opened_search(dialog: Search) -> Search:
    """One dialog for many questions, in which nothing is left of the one before."""
    dialog.field.focus()
    dialog.ask("")
    expect(dialog.results).to_have_count(0)
    return dialog


def asked_for_search(host: Host) -> list[str]:
    return [path for path, _ in host.sent if "search" in path]


@pytest.mark.parametrize("path", ["", ARTICLE, "calculators/convert-weight/"])
def test_a_page_fetches_nothing_for_the_search(path: str, fresh: Page, host: Host) -> None:
    host.sent.clear()
    Site(fresh, f"{host.address}/").open(path)
    wait_until_ready(fresh)
    assert asked_for_search(host) == []


def test_a_search_fetches_no_part_of_the_index_twice(search: Search, host: Host) -> None:
    search.open().ask("ketamine")
    expect(search.results.first).to_be_visible()
    search.close()
    search.open().ask("lithium")
    expect(search.marks.first).to_have_text(re.compile("lithium", re.IGNORECASE))
    paths = [path for path in asked_for_search(host) if path.startswith("/search/")]
    assert len(paths) == len(set(paths))
    assert "/search/base.json" in paths


def test_a_touch_of_the_button_fetches_what_a_search_begins_with(search: Search) -> None:
    with search.page.expect_response("**/search/base.json"):
        search.button.hover()
    expect(search.dialog).to_have_count(0)


@pytest.mark.parametrize("key", ["/", "s", "f", "Control+k"])
def test_keys_open_it_and_escape_closes_it_and_gives_the_focus_back(key: str, search: Search) -> None:
    wait_until_ready(search.page)
    search.button.focus()
    search.page.keyboard.press(key)
    expect(search.field).to_be_focused()
    expect(search.field).to_have_value("")
    search.close()
    expect(search.button).to_be_focused()


def test_what_was_typed_before_the_index_came_is_answered_when_it_comes(search: Search) -> None:
    held: list[Route] = []
    search.page.route("**/search/base.json", lambda route: held.append(route))
    with search.page.expect_request("**/search/base.json"):
        search.open()
    search.ask("MADRS")
    expect(search.field).to_have_value("MADRS")
    expect(search.results).to_have_count(0)
    held[0].continue_()
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_an_index_that_could_not_be_reached_is_asked_for_again_at_the_next_key(search: Search) -> None:
    page = search.page
    page.route("**/search/base.json", lambda route: route.abort())
    search.open().ask("MADR")
    expect(search.said).to_contain_text("did not arrive")
    page.unroute("**/search/base.json")
    page.keyboard.type("S")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_where_its_parts_cannot_be_reached_tools_are_found_by_their_names(search: Search) -> None:
    search.page.route("**/search/parts/**", lambda route: route.abort())
    search.open().ask("blood pressure")
    expect(search.first).to_have_attribute("href", search.leads_to("bp-gate"))
    expect(search.said).to_contain_text("Without a network only calculators, worksheets and sheets")


def test_a_link_that_searches_is_answered_at_once(fresh: Page, host: Host) -> None:
    Site(fresh, f"{host.address}/").open("?q=MADRS")
    search = Search(fresh)
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_it_stays_ready_when_the_page_changes(fresh: Page, host: Host) -> None:
    host.sent.clear()
    opened = Site(fresh, f"{host.address}/")
    opened.change_pages_instantly()
    opened.open("")
    search = Search(fresh)
    search.open().ask("PHQ-9")
    expect(search.first).to_have_attribute("href", search.leads_to("phq9"))
    search.first.click()
    expect(fresh.get_by_role("heading", level=1)).to_contain_text("PHQ-9")
    expect(search.dialog).to_be_hidden()
    search.open().ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
    assert [path for path in asked_for_search(host) if "base" in path] == ["/search/base.json"]


def test_arrows_go_through_the_results_and_enter_opens_the_first(opened_search: Search) -> None:
    page = opened_search.page
    opened_search.ask("blood pressure")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("bp-gate"))
    page.keyboard.press("ArrowDown")
    expect(opened_search.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(opened_search.list.get_by_role("link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(opened_search.field).to_be_focused()


def test_enter_in_the_field_opens_the_first_result(search: Search) -> None:
    search.open().ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
    search.page.keyboard.press("Enter")
    expect(search.page.get_by_role("heading", level=1)).to_contain_text("MADRS")


def test_a_section_that_is_found_is_led_to_with_its_words_marked(opened_search: Search) -> None:
    opened_search.ask("patient stops breathing")
    section = opened_search.results.first.get_by_role("listitem").first.get_by_role("link")
    expect(section).to_have_attribute("href", re.compile(r"/articles/monitoring-and-rescue/#[\w-]+$"))
    expect(opened_search.marked_in(section).first).to_be_visible()


def test_the_search_is_narrowed_by_kind_category_and_readers(opened_search: Search) -> None:
    opened_search.ask("blood pressure")
    opened_search.narrow("Kind", "Recommendations")
    expect(opened_search.results.first.get_by_role("listitem").first.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"/articles/[\w-]+/#rec-")
    )
    opened_search.narrow("Kind", "Guidance").narrow("Category", "Safety")
    expect(opened_search.first).to_have_attribute("href", re.compile("/articles/"))
    for kind in opened_search.kinds.all():
        expect(kind).to_have_text("Guidance, Safety")
    opened_search.narrow("Category", "All categories").narrow("Readers", "Patients")
    expect(opened_search.first).to_contain_text("patients")
    opened_search.narrow("Kind", "All kinds").narrow("Readers", "All readers")


def test_words_in_quotes_are_found_as_they_stand(opened_search: Search) -> None:
    opened_search.ask('"bag-valve-mask and someone"')
    expect(opened_search.said).to_have_text("1 page found.")
    opened_search.ask('"mask bag valve"')
    expect(opened_search.said).to_have_text("Nothing found.")


def test_a_wrong_letter_is_forgiven_and_said(opened_search: Search) -> None:
    opened_search.ask("naltrxone")
    expect(opened_search.results.first).to_be_visible()
    expect(opened_search.said).to_contain_text("Searched for: naltrexone")


def test_more_pages_are_shown_and_the_focus_goes_to_the_first_of_them(opened_search: Search) -> None:
    opened_search.ask("ketamine")
    expect(opened_search.results).to_have_count(8)
    opened_search.more.click()
    expect(opened_search.results).to_have_count(18)
    expect(opened_search.results.nth(8).get_by_role("link").first).to_be_focused()


def test_without_scripts_a_link_leads_to_the_lists(browser: Browser, host: Host) -> None:
    with window(browser, java_script_enabled=False) as page:
        page.goto(f"{host.address}/about/")
        expect(page.get_by_role("banner").get_by_role("button", name="Search")).to_have_count(0)
        page.get_by_role("banner").get_by_title("Lists of calculators and guidance").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Calculators")


# What a clinician may type, and the calculator that is meant by it.
NAMES = [
    ("TRD", "trd-definitions"),
    ("resistant depression definition", "trd-definitions"),
    ("BP", "bp-gate"),
    ("blood pressure", "bp-gate"),
    ("Spravato", "esketamine-visit"),
    ("esketamine", "esketamine-visit"),
    ("HAM-D", "hamd17"),
    ("HDRS", "hamd17"),
    ("Hamilton", "hamd17"),
    ("PHQ-9", "phq9"),
    ("IV dose", "iv-dose"),
    ("MADRS", "madrs"),
    ("QIDS", "qids-sr16"),
]


@pytest.mark.parametrize(("words", "slug"), NAMES, ids=[words for words, _ in NAMES])
def test_a_calculator_comes_first_when_the_words_name_one(words: str, slug: str, opened_search: Search) -> None:
    opened_search.ask(words)
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to(slug))


def test_what_is_pasted_dictated_or_composed_is_answered_without_a_key(opened_search: Search) -> None:
    opened_search.paste("MADRS")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("madrs"))
    opened_search.dictate("blood pressure")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("bp-gate"))
    opened_search.compose("s", "spra", "Spravato")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("esketamine-visit"))


def test_what_is_pasted_first_of_all_is_answered_and_can_be_cleared(search: Search) -> None:
    search.open()
    search.paste("ketmine")
    expect(search.first).to_have_attribute("href", search.leads_to("iv-dose"))
    search.field.fill("")
    expect(search.results).to_have_count(0)


def test_nothing_found_is_said_with_ways_on(opened_search: Search) -> None:
    opened_search.ask("tonsillitis")
    expect(opened_search.said).to_have_text("Nothing found.")
    expect(opened_search.dialog).to_contain_text("Try fewer or other words")
    expect(opened_search.ways_on.get_by_role("link", name="Glossary")).to_be_visible()
    opened_search.ask("benzodiazepine")
    expect(opened_search.said).to_contain_text("pages found")
    expect(opened_search.ways_on).to_be_hidden()


def test_three_pages_that_are_found_fit_a_phone(browser: Browser, host: Host) -> None:
    """One of them alone filled the screen, with its list of sources."""
    with window(browser, 390, 844, reduced_motion="reduce") as page:
        Site(page, f"{host.address}/").open("about/")
        search = Search(page)
        search.open().ask("hypertension")
        expect(search.results.nth(2)).to_be_in_viewport(ratio=0.3)
        expect(search.results.first).to_contain_text("One reading before, during or after esketamine or ketamine")


@pytest.mark.parametrize("how", ["refused", "absent"])
def test_without_storage_the_search_answers_and_colors_can_be_chosen(how: str, browser: Browser, host: Host) -> None:
    with window(browser) as page:
        page.add_init_script(
            """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
                get() { if (%s) throw new DOMException("denied", "SecurityError"); return null; } });"""
            % ("true" if how == "refused" else "false")
        )
        Site(page, f"{host.address}/").open("about/")
        search = Search(page)
        search.open().ask("MADRS")
        expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
        search.close()
        page.get_by_title("Use the light colors").click()
        expect(Colors(page).dark).to_have_count(0)
        expect(page.get_by_title("Use the dark colors")).to_be_visible()


# Classes of drugs, and what a page that is found must speak of.
CLASSES = [("benzodiazepine", "enzodiazepine"), ("MAOI", "MAO"), ("SSRI", "SSRI"), ("lithium", "ithium")]


@pytest.mark.parametrize(("words", "spoken_of"), CLASSES, ids=[words for words, _ in CLASSES])
def test_classes_of_drugs_are_found(words: str, spoken_of: str, opened_search: Search) -> None:
    opened_search.ask(words)
    expect(opened_search.results.first).to_contain_text(spoken_of)


@pytest.mark.parametrize("width", [412, 1350])
def test_the_open_dialog_with_results_has_no_fault(width: int, browser: Browser, host: Host) -> None:
    with window(browser, width, 915, reduced_motion="reduce") as page:
        # What lies behind the dialog is judged elsewhere, and an article would take long.
        Site(page, f"{host.address}/").open("about/")
        search = Search(page)
        search.open().ask("blood pressure")
        expect(search.first).to_be_visible()
        for colors in Colors(page).each_that_the_system_may_ask_for():
            assert accessibility_problems(page) == [], colors


def test_without_a_network_kept_parts_answer_and_tools_are_always_found(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser, service_worker=True) as page:
        open_and_keep(page, host)
        search = Search(page)
        search.open().ask("lithium")
        expect(search.marks.first).to_be_visible()
        host.down = True
        page.reload()
        search.open().ask("lithium")
        expect(search.marks.first).to_be_visible()
        search.ask("Montgomery")
        expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
