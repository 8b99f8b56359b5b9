"""A session's worksheet: with what is due by the clock, and with what this device keeps of it."""

import re
from typing import Self

from playwright.sync_api import Page

from .site import Site
from .worksheet import Worksheet

TITLE = "Record a treatment session"


class SessionForm(Worksheet):
    """The worksheet of one session on its page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, TITLE)
        self.timer = self.card.get_by_role("group", name="Timer")
        self.minute = self.timer.get_by_role("timer")
        self.due = self.timer.get_by_role("listitem")
        self.start_now = self.timer.get_by_role("button", name="Start now")
        self.add_now = self.timer.get_by_role("button", name=re.compile("^Add a reading at minute"))
        self.told = self.timer.get_by_role("status")
        self.on_device = self.card.get_by_role("checkbox", name="Keep this session on this device")
        self.elsewhere = self.card.get_by_role("group", name="Session kept on this device")
        self.show_entries = self.card.get_by_role("button", name="Show them")

    @classmethod
    def opened(cls, page: Page, address: str) -> "SessionForm":
        Site(page, address).open("worksheets/session-vitals/")
        return cls(page)

    def before_the_dose(self) -> Self:
        """The reading that an infusion begins with."""
        self.choose("Treatment", "Ketamine infusion into a vein")
        return self.measured(1, "120", "75", minute="0")

    def measured(self, reading: int, systolic: str, diastolic: str, minute: str = "") -> Self:
        row = self.row(f"Reading {reading}")
        row.enter(**({"Minute": minute} if minute else {}), Systolic=systolic, Diastolic=diastolic)
        return self

    def minutes(self) -> list[str]:
        """The minute of each reading, as it stands in the form."""
        return [field.input_value() for field in self.card.get_by_role("textbox", name=re.compile("^Minute")).all()]

    def answer_way(self, words: str) -> Self:
        """Press what is offered for a session that this device keeps."""
        self.elsewhere.get_by_role("button", name=words, exact=True).click()
        return self
