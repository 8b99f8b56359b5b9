"""A calculator's form as a clinician meets it: by label, role and what can be read. The only place that knows selectors."""

from typing import Self

from playwright.sync_api import Locator, Page


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
        self.announced = self.card.locator(".announcement")
        self.summary = self.card.locator(".problem-summary")
        self.example = self.card.locator(".example")
        self.formula = self.card.locator(".formula")

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

    def group(self, question: str) -> Locator:
        return self.card.get_by_role("radiogroup", name=question)

    def calculate(self) -> Self:
        self.card.get_by_role("button", name="Calculate").click()
        return self

    def clear(self) -> Self:
        self.card.get_by_role("button", name="Clear").click()
        return self

    def leave(self) -> Self:
        """Move the focus on, past a unit that belongs to the field."""
        self.card.get_by_role("button", name="Calculate").focus()
        return self

    def problem(self, label: str) -> Locator:
        """The words beside a field."""
        return self.card.locator(f'[data-label="{label}"] > .problem')

    def value(self, label: str) -> Locator:
        """A value of the answer."""
        return (
            self.answer.locator("dl.shown > div")
            .filter(has=self.page.get_by_role("term").filter(has_text=label))
            .get_by_role("definition")
            .first
        )

    def unfold(self, name: str) -> Locator:
        """Open a part of the answer and give its content."""
        part = self.answer.locator("details").filter(has=self.page.locator("summary", has_text=name))
        part.locator("summary").click()
        return part
