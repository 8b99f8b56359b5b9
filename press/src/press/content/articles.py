"""One file of content/articles as an Article."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from ..reading.problems import Problem
from ..reading.source_file import SourceFile, read_source
from .closed_lists import Lists
from .front_matter import FrontMatter, read_front_matter
from .front_matter_kinds import Change
from .label_versions import LabelVersion
from .reviewed_text import text_digest
from .taxonomy import PATIENTS


@dataclass(frozen=True)
class Article:
    """An article as far as it could be read. Whatever could not is absent, and in `problems`."""

    file: Path
    source: SourceFile
    slug: str
    title: str
    excerpt: str = ""
    category: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    picture: str | None = None
    tags: tuple[str, ...] = ()
    audience: str | None = None
    reviewed: datetime.date | None = None
    reviewed_by: str | None = None
    review_due: datetime.date | None = None
    reviewed_text: str | None = None
    """The digest of the text that was reviewed."""
    updated: datetime.date | None = None
    literature_to: datetime.date | None = None
    labels: tuple[LabelVersion, ...] = ()
    changes: tuple[Change, ...] = ()
    draft: bool = False
    redirect_from: tuple[str, ...] = ()
    withdrawn: datetime.date | None = None
    withdrawn_reason: str | None = None
    front_matter: FrontMatter = field(default_factory=lambda: FrontMatter({}, {}))
    problems: tuple[Problem, ...] = ()

    @property
    def page(self) -> str:
        """The source path of its page in the site."""
        return f"articles/{self.slug}.md"

    @property
    def url(self) -> str:
        """Its address in the site."""
        return f"articles/{self.slug}/"

    @property
    def is_for_patients(self) -> bool:
        """Whether it is a handout, which stands outside the lists of guidance for clinicians."""
        return self.audience == PATIENTS

    def is_public(self, today: datetime.date) -> bool:
        """Whether readers may see it: no draft, dated, and not dated in the future."""
        return not self.draft and self.published is not None and self.published <= today

    def is_listed(self, today: datetime.date) -> bool:
        """Whether lists and feeds show it, for clinicians. Handouts for patients are found from the article they belong to."""
        return self.is_public(today) and self.withdrawn is None and not self.is_for_patients

    def why_hidden(self, today: datetime.date) -> str:
        """Why readers do not see it, as the end of a sentence; empty when they do."""
        if self.is_public(today):
            return ""
        return "a draft" if self.draft else f"not published before {self.published}"

    def why_unseen(self, today: datetime.date) -> str:
        """Why readers do not see its text, as the end of a sentence; empty when they do."""
        return "withdrawn" if self.withdrawn else self.why_hidden(today)

    @property
    def last_change(self) -> datetime.date | None:
        """The newest day on which something about it changed."""
        days = [self.published, self.updated, self.reviewed, self.withdrawn]
        days += [change.date for change in self.changes]
        return max((day for day in days if day), default=None)

    @property
    def text_digest(self) -> str:
        """The digest of its text as it is now, for `reviewed_text`."""
        return text_digest(self.title, self.excerpt, self.source.body)

    @cached_property
    def is_changed_since_review(self) -> bool:
        """Whether a word, a number or a sign is another than the reviewer has read."""
        return bool(self.reviewed and self.reviewed_text and self.reviewed_text != self.text_digest)

    @property
    def is_review_of_unknown_text(self) -> bool:
        """Whether a review is noted, and not which text was read."""
        return self.reviewed is not None and self.reviewed_text is None

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether its review date has passed."""
        return self.review_due is not None and self.review_due < today


def read_article(file: Path, shown: str, lists: Lists) -> Article:
    """The article in `file`; never raises for what an editor wrote."""
    return article_of(read_source(file, shown), file, lists)


def article_of(source: SourceFile, file: Path, lists: Lists) -> Article:
    """The article a source holds."""
    front_matter, problems = read_front_matter(source, lists)
    given: dict[str, Any] = dict(front_matter.values)
    return Article(
        file=file,
        source=source,
        slug=given.get("slug") or file.stem,
        title=given.get("title") or file.stem,
        excerpt=given.get("excerpt", ""),
        category=given.get("category"),
        author=given.get("author"),
        published=given.get("publishedAt"),
        picture=given.get("featuredImage"),
        tags=given.get("tags", ()),
        audience=given.get("audience"),
        reviewed=given.get("reviewedAt"),
        reviewed_by=given.get("reviewedBy"),
        review_due=given.get("reviewDue"),
        reviewed_text=given.get("reviewedText"),
        updated=given.get("updatedAt"),
        literature_to=given.get("literatureTo"),
        labels=given.get("labels", ()),
        changes=given.get("changes", ()),
        draft=given.get("draft", False),
        redirect_from=given.get("redirectFrom", ()),
        withdrawn=given.get("withdrawnAt"),
        withdrawn_reason=given.get("withdrawnReason"),
        front_matter=front_matter,
        problems=(*source.problems, *problems),
    )


def read_of(article: Article) -> dict[str, Any]:
    """What was read of an article, without its text."""
    return {one.name: getattr(article, one.name) for one in fields(article) if one.name not in ("file", "source")}


def newest_first(articles: Sequence[Article]) -> list[Article]:
    """By date of publication, newest first; the slug decides between equal days."""
    return sorted(articles, key=lambda a: (-(a.published or datetime.date.min).toordinal(), a.slug))
