"""A calculator's form as a clinician meets it: by label, role and what can be read."""

from pathlib import Path
from typing import Self

from playwright.sync_api import Locator, Page, expect

from support.pages.waiting import wait_until

from .paper import Paper, on_paper

# A number and its unit in one line box: Firefox breaks a line behind a slash, whatever space stands before it.
BROKEN = """part => [...part.querySelectorAll(".quantity, .figure:has(.figure-unit)")]
    .filter((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const tops = [...range.getClientRects()].filter(({width}) => width > 1).map(({bottom}) => Math.round(bottom / 12));
        return tops.length && Math.max(...tops) - Math.min(...tops) > 1;
    }).map((one) => one.textContent)"""


class CalculatorForm:
    """One calculator on a page."""

    def __init__(self, page: Page, title: str) -> None:
        self.page = page
        self.title = title
        self.card: Locator = page.get_by_role("region", name=title, exact=True)
        self.answer = self.card.get_by_role("group", name=f"Answer of {title}")
        self.element = page.locator("clinical-calculator").filter(has=self.card)
        self.place = self.card.locator(".answer")
        self.words = self.card.locator(".state")
        self.headline = self.words.locator(".headline")
        self.glance = self.words.locator(".glance")
        self.chips = self.glance.locator(".chip")
        self.figure = self.glance.locator(".figure")
        self.figure_value, self.figure_unit = self.glance.locator(".figure-value"), self.glance.locator(".figure-unit")
        self.group_names = self.answer.locator(".group-name")
        self.quantities = self.place.locator(".quantity")
        self.still_needed = self.place.locator(".needed")
        self.stop = self.words.locator(".warning[data-kind='stop']")
        self.note = self.answer.locator(".warning[data-kind='note']")
        self.announced = self.card.locator(".announcement")
        self.summary = self.card.locator(".problem-summary")
        self.example = self.card.locator(".example")
        self.example_line, self.example_content = (
            self.example.locator("summary").first,
            self.example.locator(".example-content"),
        )
        self.formula = self.card.locator(".formula")
        self.failure = self.words.locator("p").first
        self.take_away = self.answer.locator(".take-away")
        self.copy_note = self.answer.locator(".take-away-note")
        self.lines_to_check = self.answer.locator(".lines-to-check")
        self.printed_on = self.answer.locator(".printed-on")
        # The drawn scale of the answer: its bands, the band that holds the value, and the mark at the value.
        self.scale_bands = self.answer.locator(".scale-part")
        self.scale_names = self.answer.locator(".scale-band")
        self.scale_band_here = self.answer.locator(".scale-band[data-here] .scale-part")
        self.scale_mark = self.answer.locator(".scale-mark")
        # The boxes around choices, which a finger may press.
        self.options = self.card.locator(".option")
        self.chosen_options = self.card.locator(".option:has(:checked)")
        self.other_options = self.card.locator(".option:not(:has(:checked))")
        self.focused_option = self.card.locator(".option:has(:focus-visible)")

    def enter(self, **texts: str) -> Self:
        """Type into fields named by their labels, with spaces as underscores."""
        for label, text in texts.items():
            self.field(label.replace("_", " ")).fill(text)
        return self

    def field(self, label: str) -> Locator:
        """A field that is typed into. Its name may go on with its unit."""
        exact = self.card.get_by_role("textbox", name=label, exact=True)
        return exact.or_(self.card.get_by_role("textbox").and_(self.card.get_by_label(f"{label} in "))).first

    def choose(self, question: str, option: str) -> Self:
        """Answer a question by one of its options."""
        self.group(question).get_by_role("radio", name=option, exact=True).check()
        return self

    def tick(self, question: str, *options: str) -> Self:
        """Tick boxes of a question."""
        for option in options:
            self.card.get_by_role("group", name=question).get_by_role("checkbox", name=option, exact=True).check()
        return self

    def tap(self, question: str, option: str) -> Self:
        """Press the box around an option, as a finger does."""
        self.group(question).locator("label", has_text=option).click()
        return self

    def option(self, question: str, words: str) -> Locator:
        """The box around an option."""
        return self.group(question).locator("label", has_text=words)

    def item(self, number: int) -> Locator:
        """The answers to an item of a scale, counted from 1."""
        return self.card.locator("[data-kind='item']").nth(number - 1)

    def group(self, question: str) -> Locator:
        return self.card.get_by_role("radiogroup", name=question)

    def calculate(self) -> Self:
        self.card.get_by_role("button", name="Calculate").click()
        return self

    def clear(self) -> Self:
        self.card.get_by_role("button", name="Clear").click()
        return self

    def go_to(self, question: str) -> Self:
        """Press what is still needed, or has to be checked, where the answer will stand."""
        self.words.get_by_role("button", name=question, exact=True).click()
        return self

    def leave(self) -> Self:
        """Move the focus on, past a unit that belongs to the field."""
        self.card.get_by_role("button", name="Calculate").focus()
        return self

    def shown_right_after(self, label: str, text: str) -> str:
        """The words and the answer that stand there in the same task as a change, before Python can have been asked."""
        shown: str = self.field(label).evaluate(
            """(field, text) => {
                field.value = text;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                const answer = field.closest("clinical-calculator").querySelector(".answer");
                return answer.querySelector(".state").textContent + answer.querySelector(".result").textContent;
            }""",
            text,
        )
        return shown

    def copy(self, what: str) -> str:
        """Copy the answer in one of its forms and give what is in the clipboard then."""
        # The words about the same copied before may still stand there, and so may that copy itself.
        self.page.evaluate("navigator.clipboard.writeText('')")
        self.answer.get_by_role("button", name=f"Copy {what}", exact=True).click()
        expect(self.announced).to_contain_text(f"{what} copied", ignore_case=True)
        wait_until(self.page, "navigator.clipboard.readText()")
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text

    def take(self, name: str) -> Locator:
        """A button that takes the answer along."""
        return self.take_away.get_by_role("button", name=name, exact=True)

    def saved_as(self, button: Locator, folder: Path) -> Path:
        """Press a button that saves a file, and give the file."""
        with self.page.expect_download() as download:
            button.click()
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        return file

    def whole_answer(self) -> Self:
        """Wait for what explains the answer as well: the headline stands before it."""
        expect(self.take_away).to_be_visible()
        return self

    def printed(self) -> Paper:
        """What the button Print brings to paper."""
        self.whole_answer()
        self.page.evaluate(
            """window.print = () => {
                const printing = document.querySelector("[data-printing]");
                // Left as it is when the paper is made: the button takes the mark away as soon as that is done.
                queueMicrotask(() => printing.toggleAttribute("data-printing", true));
            }"""
        )
        self.take("Print").click()
        return on_paper(self.page)

    def close_print(self) -> None:
        """What the browser does when the printing that the button began is over."""
        self.element.evaluate("calculator => calculator.toggleAttribute('data-printing', false)")

    def refuse_the_clipboard(self) -> None:
        """From now on the browser lets the page copy nothing."""
        self.page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")

    def problem(self, label: str) -> Locator:
        """The words beside a field."""
        return self.card.locator(f'[data-label="{label}"] > .problem')

    def reading(self, label: str) -> Locator:
        """The words beside a field about how its number was read."""
        return self.card.locator(f'[data-label="{label}"] > .reading')

    def remedy(self, words: str) -> Locator:
        """What the reader can say beside a field to have its number read, or refused."""
        return self.card.get_by_role("button", name=words, exact=True)

    def value(self, label: str) -> Locator:
        """A value of the answer."""
        return (
            self.answer.locator("dl.shown > div")
            .filter(has=self.page.get_by_role("term").filter(has_text=label))
            .get_by_role("definition")
            .first
        )

    def broken_quantities(self) -> list[str]:
        """The numbers of the answer that stand on another line than their units."""
        broken: list[str] = self.place.evaluate(BROKEN)
        return broken

    def unfold(self, name: str) -> Locator:
        """Open a part of the answer and give its content."""
        part = self.answer.locator("details").filter(has=self.page.locator("summary", has_text=name))
        part.locator("summary").click()
        return part
