"""A page shown in a frame of another one."""

from playwright.sync_api import Page

_FRAMED = """address => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.addEventListener("load", () => {
        const shown = frame.contentDocument;
        const article = shown?.querySelector("article[data-desk-article]");
        resolve(!shown ? "nothing" : article?.childElementCount === 0 ? "an empty article" : "another page");
    });
    frame.src = address;
    document.body.append(frame);
})"""


def framed(page: Page, address: str) -> str:
    """What a new frame in a page shows of an address."""
    return str(page.evaluate(_FRAMED, address))
