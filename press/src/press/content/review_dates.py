"""Which reviews are due, as a list and as a calendar."""

import datetime
from dataclasses import dataclass

from .articles import Article
from .project import Project


@dataclass(frozen=True)
class Due:
    """A review that is due."""

    article: Article
    day: datetime.date

    def words(self, today: datetime.date) -> str:
        """One line of the list."""
        days = (self.day - today).days
        when = f"overdue by {_days(-days)}" if days < 0 else "due today" if days == 0 else f"due in {_days(days)}"
        return f"{self.day}  {self.article.slug}  {when}"


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def reviews_due(project: Project, within: datetime.timedelta) -> list[Due]:
    """Overdue reviews and those due within a time, earliest first."""
    last = project.today + within
    due = [
        Due(article, article.review_due)
        for article in project.listed_articles
        if article.review_due is not None and article.review_due <= last
    ]
    return sorted(due, key=lambda one: (one.day, one.article.slug))


def never_reviewed(project: Project) -> list[Article]:
    """Published articles for which nobody has set a date."""
    return [article for article in project.listed_articles if article.review_due is None]


def calendar(due: list[Due], today: datetime.date, site_url: str) -> str:
    """The reviews as an iCalendar file (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ketamine Association//press//EN", "CALSCALE:GREGORIAN"]
    for one in due:
        lines += [
            "BEGIN:VEVENT",
            f"UID:review-{one.article.slug}-{one.day.isoformat()}@press",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + datetime.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'Review due: {one.article.title}')}",
            f"DESCRIPTION:{_escaped(f'{site_url}{one.article.url}')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 octets, and no character cut in two."""
    parts: list[str] = []
    part = ""
    for character in line:
        if len((part + character).encode()) > (75 if not parts else 74):
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])
