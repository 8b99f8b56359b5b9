"""Only a page of this edition is kept, and nothing else is shown in place of one that is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.editions import heading, open_and_keep
from support.pages.calculator import CalculatorForm
from support.pages.offline import OfflineWords
from support.pages.storage import searched_caches, wait_until_stored
from support.serving import Host, Manner, serving
from support.windows import visiting, window

ARTICLE = "articles/treatment-resistant-depression-protocols/"
UNREAD = "about/"
PORTAL = "<!doctype html><title>Hotel wifi</title><h1>Hotel wifi</h1><p>Enter your room number.</p>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
Answer = tuple[int, dict[str, str], bytes]
Change = Callable[[bytes], bytes]


class Network:
    """What stands between the reader and the site."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.answer: Answer | None = None
        self.change: Change | None = None
        # Set while the host answers at all.
        self.answers = Event()
        self.answers.set()

    def fault(self, path: str) -> Answer | None:
        self.answers.wait()
        name = path.lstrip("/")
        page = self.site / (f"{name}index.html" if path.endswith("/") else name)
        if page.suffix != ".html":
            return None
        if self.change and page.is_file():
            return 200, HTML, self.change(page.read_bytes())
        # A sign-in page that is redirected to must be there.
        return self.answer if not path.startswith("/portal") else (200, HTML, PORTAL.encode())


@pytest.fixture(scope="module")
def the_network(site: Path) -> Network:
    return Network(site)


@pytest.fixture(scope="module")
def the_host(site: Path, the_network: Network) -> Iterator[Host]:
    with serving(site, Manner(fault=the_network.fault)) as host:
        yield host
        the_network.answers.set()


@pytest.fixture
def network(the_network: Network) -> Iterator[Network]:
    """Nothing stands between the reader and the site when a test begins."""
    yield the_network
    the_network.answer = the_network.change = None
    the_network.answers.set()


@pytest.fixture
def host(the_host: Host) -> Iterator[Host]:
    yield the_host
    the_host.down = False


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """The tab of a reader who was never here."""
    with window(browser, service_worker=True) as page:
        yield page


def read_article(tab: Page, host: Host) -> str:
    """Read an article, with the service worker there; what it is called."""
    open_and_keep(tab, host)
    tab.goto(f"{host.address}/{ARTICLE}")
    wait_until_stored(tab)
    return heading(tab)


@pytest.fixture(scope="module")
def reader(browser: Browser, the_host: Host) -> Iterator[tuple[BrowserContext, str]]:
    """The visit of a reader who has read an article and little else, and what it is called.

    What comes in place of pages later must change nothing that is kept, so the tests may come in any order.
    """
    with visiting(browser, service_worker=True) as visit:
        yield visit, read_article(visit.new_page(), the_host)


@pytest.fixture
def title(reader: tuple[BrowserContext, str]) -> str:
    return reader[1]


@pytest.fixture
def returned(reader: tuple[BrowserContext, str]) -> Iterator[Page]:
    """Another tab of that reader."""
    page = reader[0].new_page()
    yield page
    page.close()


def cut_short(page: bytes) -> bytes:
    return page[: len(page) // 2]


REFUSED = (503, HTML, b"<h1>Service unavailable</h1>")
SIGN_IN = (200, HTML, PORTAL.encode())
BLOCKED = (403, HTML, b"<h1>This category is blocked</h1>")
SENT_ON = (302, {"Location": "/portal.html"}, b"")

KEPT_INSTEAD = [
    pytest.param(REFUSED, None, "The site has a fault.", id="503"),
    pytest.param(SIGN_IN, None, "Something else answered in its place", id="sign-in page"),
    pytest.param(BLOCKED, None, "Something else answered in its place", id="block page"),
    pytest.param(SENT_ON, None, "Something else answered in its place", id="redirect to a sign-in page"),
    pytest.param(None, cut_short, "The site has a fault.", id="half a page"),
]


@pytest.mark.parametrize(("answer", "change", "words"), KEPT_INSTEAD)
def test_the_kept_article_is_shown_in_place_of_anything_else_and_says_why(
    returned: Page, host: Host, network: Network, title: str, answer: Answer | None, change: Change | None, words: str
) -> None:
    network.answer, network.change = answer, change
    returned.goto(f"{host.address}/{ARTICLE}")
    assert heading(returned) == title
    expect(OfflineWords(returned).line).to_contain_text(words)
    expect(OfflineWords(returned).line).to_contain_text("Kept copy of ")
    host.down = True
    returned.reload()
    assert heading(returned) == title


def test_the_kept_article_is_shown_when_the_host_does_not_answer_in_time(
    returned: Page, host: Host, network: Network, title: str
) -> None:
    network.answers.clear()
    returned.goto(f"{host.address}/{ARTICLE}")
    assert heading(returned) == title
    network.answers.set()
    expect(OfflineWords(returned).line).to_contain_text("The site is slow to answer.")


NOTHING_KEPT = [
    pytest.param(REFUSED, None, id="503"),
    pytest.param(None, cut_short, id="half a page"),
]


@pytest.mark.parametrize(("answer", "change"), NOTHING_KEPT)
def test_without_a_kept_copy_the_site_says_that_the_page_did_not_come(
    returned: Page, host: Host, network: Network, answer: Answer | None, change: Change | None
) -> None:
    network.answer, network.change = answer, change
    returned.goto(f"{host.address}/{UNREAD}")
    assert heading(returned).startswith("Offline use")
    expect(OfflineWords(returned).keeping).to_contain_text("The host could not send the page that you asked for")


@pytest.mark.parametrize("answer", [SIGN_IN, SENT_ON], ids=["in its place", "by a redirect"])
def test_a_reader_sees_the_sign_in_page_where_there_is_nothing_better_and_it_is_never_kept(
    tab: Page, host: Host, network: Network, answer: Answer
) -> None:
    open_and_keep(tab, host)
    network.answer = answer
    tab.goto(f"{host.address}/{UNREAD}")
    assert heading(tab) == "Hotel wifi"
    seen, holding = searched_caches(tab, "Hotel wifi")
    assert seen
    assert holding == []
    network.answer = None
    tab.goto(f"{host.address}/{UNREAD}")
    assert heading(tab).startswith("About")


def test_what_an_earlier_service_worker_kept_without_looking_is_not_shown(tab: Page, host: Host) -> None:
    read_article(tab, host)
    tab.evaluate(
        """async ([address, words]) => {
          const store = await caches.open("pages-read");
          await store.put(address, new Response(words, { headers: { "Content-Type": "text/html" } }));
        }""",
        [f"{host.address}/{ARTICLE}", PORTAL],
    )
    host.down = True
    tab.goto(f"{host.address}/{ARTICLE}")
    assert heading(tab).startswith("Offline use")


def with_a_script(page: bytes) -> bytes:
    return page.replace(b"</body>", b"<script>window.counted = 1</script></body>")


def minified(page: bytes) -> bytes:
    return b" ".join(page.split())


def without_addresses(page: bytes) -> bytes:
    return page.replace(b"<head>", b'<head><meta name="format-detection" content="telephone=no">')


CHANGES = [
    # The page's own policy does not let it run, and says so.
    pytest.param(with_a_script, id="script", marks=pytest.mark.violates),
    pytest.param(minified, id="minifier"),
    pytest.param(without_addresses, id="one line in the head"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_that_was_changed_on_the_way_is_named_as_the_cause_and_answers_stay_right(
    tab: Page, host: Host, network: Network, change: Change
) -> None:
    network.change = change
    tab.goto(f"{host.address}/offline/")
    expect(OfflineWords(tab).keeping).to_contain_text("was changed on the way")
    expect(OfflineWords(tab).line).to_contain_text("Open it in another network")
    tab.goto(f"{host.address}/calculators/iv-dose/")
    form = CalculatorForm(tab, "IV ketamine dose").enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    expect(OfflineWords(tab).line).to_contain_text("was changed on the way")


def test_pages_that_were_changed_on_the_way_are_not_kept_on_request_and_the_cause_is_said(
    tab: Page, host: Host, network: Network
) -> None:
    open_and_keep(tab, host, "offline/")
    network.change = minified
    tab.get_by_role("button", name="Keep this site offline").click()
    expect(OfflineWords(tab).keeping).to_contain_text("One of them was changed on its way to you")
    assert tab.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('pages-kept')))") == []


@pytest.mark.violates
def test_a_page_that_the_host_has_changed_is_shown_and_not_kept(returned: Page, host: Host, network: Network) -> None:
    network.change = with_a_script
    returned.goto(f"{host.address}/{UNREAD}")
    assert heading(returned).startswith("About")
    host.down = True
    returned.goto(f"{host.address}/{UNREAD}")
    assert heading(returned).startswith("Offline use")
