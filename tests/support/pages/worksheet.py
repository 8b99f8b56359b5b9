"""A worksheet's form: a calculator's, with rows that are added, tables that are read, and a file that is kept."""

import re
from pathlib import Path
from typing import Self

from playwright.sync_api import Locator, Page

from .calculator import CalculatorForm
from .paper import Paper, on_paper


class Worksheet(CalculatorForm):
    """One worksheet on its page."""

    def __init__(self, page: Page, title: str) -> None:
        super().__init__(page, title)
        self.said_of_file = self.card.locator(".file-note")
        self.chart = self.answer.get_by_role("img")
        self.undo_lines = self.card.locator(".undo")
        self.typed_at = self.card.locator(".typed-at")
        self.keep = self.card.get_by_role("checkbox", name="Keep what is typed in this tab")
        self.said_of_keeping = self.card.locator(".keeping-note")

    def field(self, label: str) -> Locator:
        """A field that is typed into. Its name may go on with its unit, and say that it may stay blank."""
        name = re.compile(rf"^{re.escape(label)}( in \S+)?( \(optional\))?$")
        return self.card.get_by_role("textbox", name=name)

    def listen(self) -> Self:
        """Remember from now on all that is announced."""
        self.announced.evaluate(
            """place => {
                window.heard = [];
                const hear = () => window.heard.push(place.textContent);
                new MutationObserver(hear).observe(place, { childList: true, characterData: true, subtree: true });
            }"""
        )
        return self

    def heard(self) -> list[str]:
        """What has been announced since."""
        words: list[str] = self.page.evaluate("window.heard")
        return [said for said in words if said]

    def row(self, name: str) -> "Row":
        """A row by its name, such as `Trial 2`."""
        return Row(self.card.get_by_role("group", name=name, exact=True))

    def add(self, one: str) -> Self:
        self.add_button(one).click()
        return self

    def add_button(self, one: str) -> Locator:
        return self.card.get_by_role("button", name=f"Add {one}", exact=True)

    def add_score_and_stand_in_its_date(self) -> None:
        """A second score, before anything can be proposed for it."""
        self.card.evaluate(
            """card => {
                card.querySelector(".row-add").click();
                card.querySelector("[name='scores.1.day']").focus();
            }"""
        )

    def remove_button(self, name: str) -> Locator:
        return self.card.get_by_role("button", name=f"Remove {name}", exact=True)

    def undo_button(self, words: str) -> Locator:
        """What brings back what was taken away, by the words beside it."""
        return self.undo_lines.filter(has_text=words).get_by_role("button", name="Undo", exact=True)

    def table(self, label: str) -> dict[str, list[str]]:
        """The rows of a table of the answer by their first cell."""
        rows = self.answer.get_by_role("region", name=f"Table: {label}", exact=True).locator("tbody tr")
        rows.first.wait_for()  # the headline stands before what explains it
        found = [row.locator("th, td").all_inner_texts() for row in rows.all()]
        return {first: rest for first, *rest in found}

    def saved(self, folder: Path) -> Path:
        """Save the worksheet and give the file."""
        return self.saved_as(self.card.get_by_role("button", name="Save…", exact=True), folder)

    def calendar(self, folder: Path) -> Path:
        """Save the dates of the answer for a calendar and give the file."""
        return self.saved_as(self.card.get_by_role("button", name=re.compile(r"\.ics")).first, folder)

    def alone_on_paper(self, table: str) -> Paper:
        """What the button below a table of the answer brings to paper."""
        self.whole_answer()
        self.page.evaluate(
            """window.print = () => {
                const marks = ["data-printing", "data-printed"];
                const marked = marks.map((mark) => [document.querySelector(`[${mark}]`), mark]);
                // Left as they are when the paper is made: the button takes the marks away as soon as that is done.
                queueMicrotask(() => marked.forEach(([part, mark]) => part.toggleAttribute(mark, true)));
            }"""
        )
        name = re.compile(f"^Print this table ?: {re.escape(table)}$")
        self.answer.get_by_role("button", name=name).click()
        return on_paper(self.page)

    def open_file(self, file: Path) -> Self:
        with self.page.expect_file_chooser() as chooser:
            self.card.get_by_role("button", name="Open…", exact=True).click()
        chooser.value.set_files(file)
        return self


class Row:
    """The questions of one row."""

    def __init__(self, group: Locator) -> None:
        self.group = group

    def enter(self, **texts: str) -> Self:
        """Type into fields named by the beginning of their labels, with spaces as underscores."""
        for label, text in texts.items():
            self.field(label.replace("_", " ")).fill(text)
        return self

    def field(self, label: str) -> Locator:
        return self.group.get_by_role("textbox", name=re.compile(f"^{re.escape(label)}"))

    def pick(self, menu: str, option: str) -> Self:
        self.group.get_by_role("combobox", name=menu).select_option(label=option)
        return self

    def choose(self, question: str, option: str) -> Self:
        self.group.get_by_role("radiogroup", name=question).get_by_role("radio", name=option, exact=True).check()
        return self
