"""The editors' desk as an editor meets it: by role, label and what can be read."""

import re
from typing import Any, Self

from playwright.sync_api import FrameLocator, Locator, Page, expect

from .waiting import wait_until

START = 180_000
"""Milliseconds for its Python, which starts beside other tests."""
_DRAFTS = """new Promise((done) => {
    const opening = indexedDB.open("editors-desk");
    opening.onsuccess = () => {
        const base = opening.result;
        if (!base.objectStoreNames.contains("drafts")) return done([]);
        const asked = base.transaction("drafts").objectStore("drafts").getAll();
        asked.onsuccess = () => { base.close(); done(asked.result); };
    };
})"""

_PASTE = """([html, text]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
    const focused = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
    focused.dispatchEvent(event);
    return event.defaultPrevented;
}"""

_NAME_OF_FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    return (element.labels?.[0]?.textContent ?? (element.getAttribute("aria-label") || element.textContent)).trim();
}"""


class Desk:
    """The desk in one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.text = page.get_by_role("textbox", name="Text of the article")
        self.counts = page.locator(".desk-counts")
        self.status = page.locator(".desk-status")
        self.says = self.status.locator(".desk-says")
        self.kept = page.locator(".desk-kept")
        self.heading = page.locator(".desk-top h2")
        self.about = page.locator(".desk-about")
        self.problems_region = page.get_by_role("region", name="Problems")
        self.problems = self.problems_region.get_by_role("listitem")
        self.brought = page.get_by_role("region", name="What was brought along")
        self.seen: FrameLocator = page.frame_locator("iframe")
        self.dialog = page.get_by_role("dialog")
        self.articles = page.get_by_role("region", name="Articles", exact=True)
        self.names = self.articles.locator(".desk-open")
        self.facts = self.articles.locator("li .desk-hint")
        self.card_picture = page.locator(".desk-card img")
        self.clinical = page.locator(".desk-clinical")
        self.numbered = page.locator(".desk-code")
        self.active_line = self.numbered.locator(".cm-activeLine")
        self.marked_errors = self.numbered.locator(".cm-lint-marker-error")
        self.calculators_seen = self.seen.locator("clinical-calculator")
        self.whole = page.locator(".desk-article")
        self.writing = page.get_by_role("region", name="Write", exact=True)
        self.see_pane = page.get_by_role("region", name="What readers will see")
        self.seen_in_the_list = page.locator(".desk-card")
        self.consequences = page.locator(".desk-consequences")
        self.handing = page.locator(".desk-handing")

    def start(self) -> Self:
        """The list of articles."""
        self.page.goto(f"{self.address}desk/")
        self.page.get_by_text(re.compile(r"^\d+ articles\.$")).wait_for(timeout=START)
        return self

    def open(self, slug: str) -> Self:
        """An article, once it has been checked and can be seen."""
        self.page.goto(f"{self.address}desk/#{slug}")
        return self.opened()

    def reload(self) -> Self:
        self.page.reload()
        return self.opened()

    def opened(self) -> Self:
        self.text.wait_for(timeout=START)
        self.checked()
        # On a phone the page stands behind a button, and is there all the same.
        self.seen.locator("[data-desk-article] h1").wait_for(state="attached")
        return self

    def checked(self) -> Self:
        """The newest text has been checked."""
        wait_until(self.page, "document.querySelector('.desk-article')?.dataset.state === 'checked'")
        return self

    def to_the_list(self) -> Self:
        """Back to the list of articles, from wherever this is."""
        back = self.button("All articles")
        if back.is_visible():
            back.click()
        self.names.first.wait_for()
        return self

    def remove_all_drafts(self) -> None:
        removing = self.page.get_by_role("button", name=re.compile("^Remove the draft of "))
        for left in reversed(range(removing.count())):
            removing.first.click()
            expect(removing).to_have_count(left)

    def row(self, title: str) -> Locator:
        """An article in the list of all, with what is said of it there."""
        own = self.page.get_by_role("button", name=title, exact=True)
        return self.articles.get_by_role("listitem").filter(has=own)

    def ask_for(self, command: str) -> Locator:
        """What a button of the life of an article asks."""
        self.button("Publish, review …").click()
        self.button(command).click()
        return self.dialog

    def answer(self, command: str, says: str) -> None:
        """Have it done as it was answered."""
        self.dialog.get_by_role("button", name=command, exact=True).click()
        expect(self.says).to_contain_text(says)

    def take_back(self) -> None:
        self.button("Take it back").click()
        expect(self.says).to_have_text("It is as it was before.")

    def top_lines(self) -> str:
        """The lines above the text, as the article has them."""
        self.button("About the article").click()
        field = self.page.get_by_role("textbox", name="Front matter as text")
        if not field.is_visible():
            self.page.get_by_text("Front matter as text").click()
        return field.input_value()

    def compared(self) -> Self:
        """What is chosen to be handed in has been compared with what is published."""
        wait_until(self.page, "document.querySelector('.desk-notices')?.dataset.state === 'compared'")
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press_to(self, name: str, key: str = "Tab", *, most: int = 150) -> Self:
        """Go on by a key until a button or field of this name has the focus."""
        passed: list[str] = []
        while len(passed) < most:
            self.page.keyboard.press(key)
            passed.append(self.page.evaluate(_NAME_OF_FOCUS))
            if passed[-1] == name:
                return self
        raise AssertionError(f"No key leads to {name}, only to {passed}.")

    def put_cursor_before(self, words: str) -> None:
        self.text.evaluate(
            "(field, words) => { field.focus(); const at = field.value.indexOf(words); field.setSelectionRange(at, at); }",
            words,
        )
        self.text.dispatch_event("click")

    def type_before(self, words: str, typed: str) -> None:
        self.put_cursor_before(words)
        self.page.keyboard.type(typed)

    def paste(self, *, html: str = "", text: str = "") -> bool:
        """What a browser does with what another program has put on the clipboard. Whether the desk takes it over."""
        taken: bool = self.page.evaluate(_PASTE, [html, text])
        return taken

    def drafts(self) -> list[dict[str, Any]]:
        """What this device has kept."""
        found: list[dict[str, Any]] = self.page.evaluate(_DRAFTS)
        return found

    def again(self, title: str) -> Self:
        """The same article as it is published, without another start."""
        self.page.keyboard.press("Escape")
        self.to_the_list()
        remove = self.page.get_by_role("button", name=f"Remove the draft of {title}")
        if remove.is_visible():
            remove.click()
        self.choose(title)
        return self.opened()

    def choose(self, title: str) -> None:
        """Open an article by the list of all."""
        self.page.get_by_role("region", name="Articles", exact=True).get_by_role(
            "button", name=title, exact=True
        ).click()
