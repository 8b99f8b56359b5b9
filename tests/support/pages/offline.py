"""What a page says of the copy of the site that this browser keeps."""

from playwright.sync_api import Page


class OfflineWords:
    """The line above the page, the notice below it, and the words on the page about offline use."""

    def __init__(self, page: Page) -> None:
        self.line = page.locator("kept-copy")
        self.notice = page.locator("newer-edition")
        self.keeping = page.locator("keep-offline")
