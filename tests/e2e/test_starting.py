"""While Python starts, and where it cannot, the page stays of use."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.pages.site import Site
from support.windows import window

TITLE = "IV ketamine dose"
LONGER_THAN_ANY_LIMIT = 60_000
# The numbers of the questions, as they go to the worker.
COUNT_QUESTIONS = """
window.questions = [];
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...more) {
  if (message?.question) window.questions.push(message.question);
  return postMessage.call(this, message, ...more);
};
"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A visit of its own: nothing is in the cache yet."""
    with window(browser) as page:
        yield page


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    with window(browser, java_script_enabled=False) as page:
        yield page


def test_the_form_can_be_filled_while_python_starts_and_answers_then(tab: Page, site_url: str) -> None:
    held: list[Route] = []
    tab.route("**/slim-core-*.wasm", lambda route: held.append(route))
    form = Site(tab, site_url).calculator("iv-dose", TITLE)
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.words).to_have_text("Loading the calculator. The answer will appear here.")
    expect(form.card.get_by_role("progressbar", name="Loading the calculator")).to_be_visible()
    for route in held:
        route.continue_()
    expect(form.headline).to_contain_text("35 mg")
    expect(form.card.get_by_role("progressbar")).to_be_hidden()


def test_a_question_typed_early_is_sent_once_and_python_is_not_given_up_after_its_answer(
    tab: Page, site_url: str
) -> None:
    workers: list[str] = []
    tab.on("worker", lambda worker: workers.append(worker.url))
    tab.add_init_script(COUNT_QUESTIONS)
    tab.clock.install()
    held: list[Route] = []
    tab.route("**/slim-core-*.wasm", lambda route: held.append(route))
    form = Site(tab, site_url).calculator("iv-dose", TITLE)
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.words).to_have_text("Loading the calculator. The answer will appear here.")
    for route in held:
        route.continue_()
    expect(form.headline).to_contain_text("35 mg")
    assert tab.evaluate("window.questions") == [1]
    tab.clock.run_for(LONGER_THAN_ANY_LIMIT)
    assert len(workers) == 1


def test_where_python_cannot_start_the_reader_is_told_and_may_try_again(tab: Page, site_url: str) -> None:
    tab.route("**/worker-*.js", lambda route: route.abort())
    form = Site(tab, site_url).calculator("iv-dose", TITLE)
    again = form.words.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    expect(form.failure).not_to_be_empty()
    expect(form.example).to_be_visible()
    expect(form.formula).to_contain_text("Draw-up (mL) = dose ÷ vial strength (mg/mL)")
    expect(form.formula.get_by_role("list")).to_be_visible()

    tab.unroute("**/worker-*.js")
    again.click()
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")


def test_without_scripts_that_is_said_at_once_on_a_line_of_its_own(without_scripts: Page, site_url: str) -> None:
    without_scripts.goto(f"{site_url}calculators/iv-dose/")
    said = without_scripts.get_by_text("Turn on JavaScript to calculate.")
    expect(said).to_have_css("animation-name", "none")
    assert said.evaluate("(words) => words.offsetWidth / words.parentElement.offsetWidth") > 0.9


def test_without_scripts_the_page_gives_example_formula_and_sources(without_scripts: Page, site_url: str) -> None:
    page = without_scripts
    form = Site(page, site_url).calculator("iv-dose", TITLE)
    expect(form.card.get_by_text("Turn on JavaScript to calculate")).to_be_visible()
    expect(form.example).to_contain_text("35 mg IV over 40 min")
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    expect(form.card.get_by_role("button", name="Calculate")).to_be_hidden()


def test_a_form_sends_nothing_even_where_no_script_holds_it(without_scripts: Page, site_url: str) -> None:
    page = without_scripts
    form = Site(page, site_url).calculator("iv-dose", TITLE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    form.enter(Weight="70")
    page.keyboard.press("Enter")
    assert [url for url in [*asked, page.url] if "weight" in url] == []
