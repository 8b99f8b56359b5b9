"""The search: it costs nothing until it is wanted, then it finds what clinicians call by many names, calculators first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.addresses import ARTICLE
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


def test_one_that_is_opened_fetches_the_index_once(search: Search, host: Host) -> None:
    search.open().ask("ketamine")
    expect(search.results.first).to_be_visible()
    search.close()
    search.open().ask("lithium")
    expect(search.results.first).to_contain_text("ithium")
    assert sorted(path.rsplit("/", 1)[1].split(".")[0] for path in asked_for_search(host)) == ["search", "search_index"]


def test_what_was_typed_before_the_index_came_is_answered_when_it_comes(search: Search) -> None:
    held: list[Route] = []
    search.page.route("**/search_index.json", lambda route: held.append(route))
    with search.page.expect_request("**/search_index.json"):
        search.open()
    search.ask("MADRS")
    expect(search.field).to_have_value("MADRS")
    expect(search.results).to_have_count(0)
    held[0].continue_()
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_an_index_that_could_not_be_reached_is_asked_for_again_at_the_next_key(search: Search) -> None:
    page = search.page
    page.route("**/search_index.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        search.open()
    page.unroute("**/search_index.json")
    search.ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


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
    search.open().ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
    assert [path for path in asked_for_search(host) if "search_index" in path] == ["/search/search_index.json"]


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


def test_no_beginning_of_a_word_of_the_site_breaks_the_search(fresh: Page, host: Host) -> None:
    """The library of the theme can lose words, by what else the site says; then whatever begins like them finds nothing."""
    complaints: list[str] = []
    fresh.on("console", lambda message: complaints.append(message.text))
    Site(fresh, f"{host.address}/").open("calculators/iv-dose/")  # whose first script has made the page's policy
    asked_for = fresh.evaluate(
        """async () => {
            const { base, search } = JSON.parse(document.getElementById("__config").textContent);
            const index = await (await fetch(new URL("search/search_index.json", new URL(`${base}/`, location)))).json();
            const texts = index.docs.map(({ title, text }) => `${title} ${text.replace(/<[^>]+>/g, " ")}`);
            const words = texts.flatMap((text) => text.split(/[^a-z0-9]+/i));
            const asked = [...new Set(words.flatMap((word) => [word.slice(0, 1), word.slice(0, 3)]).filter(Boolean))];
            const address = new URL(search, location).href;
            const worker = new Worker(sitePolicy.createScriptURL(address));
            const reply = (message) => new Promise((settle) => {
                worker.onmessage = ({ data }) => settle(data);
                worker.postMessage(message);
            });
            await reply({ type: 0, data: { ...index, options: { suggest: true } } });
            for (const word of asked) await reply({ type: 2, data: word });
            return asked.length;
        }"""
    )
    assert asked_for > 500
    assert [words for words in complaints if "Invalid query" in words] == []


def test_what_is_pasted_dictated_or_composed_is_answered_without_a_key(opened_search: Search) -> None:
    opened_search.paste("MADRS")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("madrs"))
    opened_search.dictate("blood pressure")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("bp-gate"))
    opened_search.compose("s", "spra", "Spravato")
    expect(opened_search.first).to_have_attribute("href", opened_search.leads_to("esketamine-visit"))


def test_what_is_pasted_first_of_all_opens_the_search_and_is_answered(search: Search) -> None:
    wait_until_ready(search.page)
    search.field.focus()
    search.paste("ketmine")
    expect(search.first).to_have_attribute("href", search.leads_to("iv-dose"))
    search.dialog.get_by_role("button", name="Clear").click()
    expect(search.results).to_have_count(0)


def test_nothing_found_is_said_with_ways_on(opened_search: Search) -> None:
    opened_search.ask("tonsillitis")
    expect(opened_search.said).to_have_text("Nothing found. Try fewer or other words.")
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
