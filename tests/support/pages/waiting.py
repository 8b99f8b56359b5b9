"""Waiting for what only the page itself can tell."""

from playwright.sync_api import Page

from support.windows import TIMEOUT


def wait_until(page: Page, condition: str) -> None:
    """Wait until an expression, or what it promises, is true in the page; looked at before each frame.

    Playwright's own way evaluates text in the page again and again, which the site's policy refuses.
    """
    page.evaluate(
        f"""limit => new Promise((done, fail) => {{
            setTimeout(() => fail(new Error("It did not come about within " + limit + " ms")), limit);
            const look = async () => ((await ({condition})) ? done() : requestAnimationFrame(look));
            look();
        }})""",
        TIMEOUT,
    )
