"""Which reviews are due, as a list and as a calendar."""

import datetime
from dataclasses import dataclass

from ketamine_calculators.icalendar import calendar_file, escaped
from ketamine_calculators.wording import counted

from .articles import Article
from .project import Project

_PRODUCT = "-//Ketamine Association//press//EN"


@dataclass(frozen=True)
class Due:
    """A review that is due."""

    article: Article
    day: datetime.date

    def words(self, today: datetime.date) -> str:
        """One line of the list."""
        return f"{self.day}  {self.article.slug}  {self.when(today)}"

    def when(self, today: datetime.date) -> str:
        """How far the day is from today, in words."""
        days = (self.day - today).days
        length = counted(abs(days), "day")
        return f"overdue by {length}" if days < 0 else "due today" if days == 0 else f"due in {length}"


def reviews_due(project: Project, within: datetime.timedelta) -> list[Due]:
    """Overdue reviews and those due within a time, earliest first."""
    last = project.today + within
    due = [
        Due(article, article.review_due)
        for article in project.shown_articles
        if article.review_due is not None and article.review_due <= last
    ]
    return sorted(due, key=lambda one: (one.day, one.article.slug))


def never_reviewed(project: Project) -> list[Article]:
    """Published articles for which nobody has set a date."""
    return [article for article in project.shown_articles if article.review_due is None]


def calendar(due: list[Due], today: datetime.date) -> str:
    """The reviews as an iCalendar file."""
    lines: list[str] = []
    for one in due:
        lines += [
            "BEGIN:VEVENT",
            f"UID:review-{one.article.slug}-{one.day.isoformat()}@press",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + datetime.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(f'Review due: {one.article.title}')}",
            f"DESCRIPTION:{escaped(one.article.url)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return calendar_file(_PRODUCT, lines)
