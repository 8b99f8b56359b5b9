"""A page as it comes out of a printer: how many sheets, and what can be read on them."""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from playwright.sync_api import Page
from pypdf import PdfReader

# The font draws these letters as one.
LETTERS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(frozen=True)
class Paper:
    """The sheets of one printout, each as its text with single spaces."""

    sheets: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.sheets)


def printout(page: Page, size: Literal["A4", "Letter"] = "A4") -> PdfReader:
    """The document that the browser's own menu prints of a page. To read its text takes longer than to make it."""
    return PdfReader(BytesIO(page.pdf(format=size)))


def read(document: PdfReader) -> Paper:
    """A printout as it is read."""
    return Paper(tuple(" ".join(sheet.extract_text().translate(LETTERS).split()) for sheet in document.pages))


def on_paper(page: Page, size: Literal["A4", "Letter"] = "A4") -> Paper:
    """What the browser's own menu prints of a page."""
    return read(printout(page, size))
