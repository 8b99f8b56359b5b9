"""What a page has left in the browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from .waiting import wait_until

_KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
_SEARCH = """async (words) => {
    const seen = {}, holding = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const body = await (await cache.match(request)).arrayBuffer();
            seen[name] = (seen[name] ?? 0) + 1;
            if (new TextDecoder("latin1").decode(body).includes(words) || request.url.includes(words)) holding.push(request.url);
        }
    }
    return [seen, holding];
}"""

_OCCUPY = """([name, store]) => new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
        const base = opening.result;
        const transaction = base.transaction(store, "readwrite");
        const asked = () => transaction.objectStore(store).count();
        const goOn = () => { if (!globalThis.leaveDatabase) asked().onsuccess = goOn; };
        globalThis.left = new Promise((left) => { transaction.oncomplete = () => { base.close(); left(); }; });
        goOn();
        done();
    };
})"""
_LEAVE = "() => { globalThis.leaveDatabase = true; return globalThis.left; }"


@contextmanager
def occupied_database(page: Page, name: str, store: str) -> Iterator[None]:
    """A database in which nobody else's transaction is complete meanwhile, because one of this page has not ended."""
    page.evaluate(_OCCUPY, [name, store])
    yield
    page.evaluate(_LEAVE)


def kept(page: Page) -> str:
    """Everything in this browser's storage of names and values."""
    words: str = page.evaluate(_KEPT)
    return words


def kept_besides_used(page: Page) -> str:
    """The same without the ids of the calculators that were used."""
    words: str = page.evaluate(_KEPT.replace("{...localStorage}", '{...localStorage, "press.used": null}'))
    return words


def searched_caches(page: Page, words: str) -> tuple[dict[str, int], list[str]]:
    """How many responses each cache holds, and the addresses of those with these words in address or body."""
    seen, holding = page.evaluate(_SEARCH, words)
    return seen, holding


def wait_until_kept_offline(page: Page) -> None:
    """Wait until the service worker has everything that it always keeps, and answers this page too."""
    wait_until(page, "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)")


def wait_until_stored(page: Page) -> None:
    """Wait until this page, which the browser has read, is kept for times without a network."""
    wait_until(page, "caches.match(location.href).then((found) => found !== undefined)")
