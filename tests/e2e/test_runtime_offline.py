"""What the site keeps for times without a network, and how a newer version takes its place."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.editions import heading, look_for_newer, open_and_keep, publish
from support.pages.calculator import CalculatorForm
from support.pages.engine import fetched_while_loading, wait_until_fetched
from support.pages.storage import wait_until_stored
from support.serving import Host, Manner, serving
from support.windows import window

ARTICLE = "articles/treatment-resistant-depression-protocols/"
NOTICE = "A newer version of this site is ready."


@pytest.fixture
def published(site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    with window(browser, service_worker=True) as page:
        yield page


def test_an_article_that_was_read_is_there_without_a_network_and_another_is_not(published: Path, tab: Page) -> None:
    with serving(published) as host:
        open_and_keep(tab, host)
        tab.goto(f"{host.address}/{ARTICLE}")
        wait_until_stored(tab)
        title = heading(tab)
        others = [path.parent.name for path in published.glob("articles/*/index.html")]
        unread = next(name for name in sorted(others) if f"articles/{name}/" != ARTICLE)
        host.down = True
        tab.goto(f"{host.address}/{ARTICLE}")
        assert heading(tab) == title
        tab.goto(f"{host.address}/articles/{unread}/")
        assert heading(tab).startswith("Offline use")
        first = tab.get_by_role("main").get_by_role("status").first
        expect(first).to_contain_text("You are offline, and this page is not kept in this browser.")
        expect(first).to_contain_text("are kept in this browser.")


def test_every_page_can_be_kept_and_the_size_is_said_before(published: Path, tab: Page) -> None:
    with serving(published) as host:
        open_and_keep(tab, host, "offline/")
        keep = tab.get_by_role("button", name="Keep this site offline (")
        expect(keep).to_contain_text(" MB)")
        keep.click()
        expect(tab.get_by_text("Every page is kept in this browser.")).to_be_visible()
        host.down = True
        for page in sorted(published.glob("articles/*/index.html")):
            tab.goto(f"{host.address}/articles/{page.parent.name}/")
            assert not heading(tab).startswith("Offline use"), page


def test_when_a_page_cannot_be_fetched_none_is_kept_and_the_reader_is_told(published: Path, tab: Page) -> None:
    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (503, {"Content-Type": "text/plain"}, b"Later.") if path == f"/{ARTICLE}index.html" else None

    with serving(published, Manner(fault=fault)) as host:
        open_and_keep(tab, host, "offline/")
        tab.get_by_role("button", name="Keep this site offline").click()
        expect(tab.get_by_text("Not every page could be fetched, so none was kept.")).to_be_visible()
        assert (
            tab.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('pages-kept')))") == []
        )


def test_a_newer_version_waits_until_the_reader_takes_it(published: Path, tab: Page) -> None:
    with serving(published) as host:
        open_and_keep(tab, host)
        publish(published, "anew")
        tab.reload()
        assert "anew" not in heading(tab)
        look_for_newer(tab)
        expect(tab.get_by_text(NOTICE)).to_be_visible()
        tab.get_by_role("button", name="Use it now").click()
        expect(tab.get_by_role("heading", level=1)).to_contain_text("anew")


def test_a_version_that_did_not_arrive_whole_changes_nothing(published: Path, tab: Page) -> None:
    broken: set[str] = set()

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": "text/html"}, b"An older page.") if path in broken else None

    with serving(published, Manner(fault=fault)) as host:
        open_and_keep(tab, host)
        publish(published, "anew")
        broken.add("/calculators/iv-dose/index.html")
        refused = tab.evaluate(
            """async () => {
              const found = await navigator.serviceWorker.getRegistration();
              const newer = new Promise((resolve) => found.addEventListener("updatefound", () => resolve(found.installing)));
              found.update();
              const worker = await newer;
              return new Promise((resolve) => {
                const look = () => ["installed", "redundant"].includes(worker.state) && resolve(worker.state);
                worker.addEventListener("statechange", look);
                look();
              });
            }"""
        )
        assert refused == "redundant"
        host.down = True
        tab.reload()
        assert "anew" not in heading(tab)
        form = CalculatorForm(tab, "IV ketamine dose").enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(form.headline).to_contain_text("35 mg")


def test_the_core_can_be_compiled_while_it_arrives_from_the_store_too(published: Path, tab: Page) -> None:
    (core,) = published.glob("assets/app/slim-core-*.wasm")
    with serving(published) as host:
        open_and_keep(tab, host)
        host.down = True
        compiled = tab.evaluate(
            "async (core) => (await WebAssembly.compileStreaming(fetch(core))) instanceof WebAssembly.Module",
            f"/assets/app/{core.name}",
        )
        assert compiled


def test_a_page_that_is_kept_comes_from_the_store_and_not_through_the_service_worker(
    published: Path, tab: Page
) -> None:
    with serving(published) as host:
        open_and_keep(tab, host)
        tab.reload()
        sources = tab.evaluate(
            """performance.getEntries()
              .filter(({ name }) => name.includes("/calculators/iv-dose/") || /assets\\/(app|javascripts|stylesheets)/.test(name))
              .map(({ name, workerFinalSourceType }) => [name, workerFinalSourceType])"""
        )
        assert len(sources) > 4
        assert [name for name, source in sources if source != "cache"] == []


RUNTIME = ("/core-", "/slim-core-", "/snapshot-", "/library-", "/worker-", "/pyodide-start-")


def runtime_requests(host: Host) -> list[str]:
    return [path for path, _ in host.sent if any(part in path for part in RUNTIME)]


def test_a_page_without_a_calculator_fetches_the_runtime_only_when_at_rest(published: Path, tab: Page) -> None:
    with serving(published) as host:
        tab.goto(f"{host.address}/about/")
        wait_until_fetched(tab, "/slim-core-")
        assert fetched_while_loading(tab, "/main-") != []
        assert [part for part in RUNTIME if fetched_while_loading(tab, part)] == []
        assert not [worker for worker in tab.workers if "/assets/app/" in worker.url]


def test_with_save_data_a_page_without_a_calculator_fetches_nothing_for_later(published: Path, tab: Page) -> None:
    tab.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    with serving(published) as host:
        tab.clock.install()
        tab.goto(f"{host.address}/about/", wait_until="load")
        tab.clock.run_for(60_000)
        assert runtime_requests(host) == []
        assert tab.evaluate("navigator.serviceWorker.getRegistration().then((found) => !found)")
