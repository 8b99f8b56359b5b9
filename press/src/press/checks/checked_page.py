"""What a rule for editors looks at: one parsed page, with the site around it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..content.articles import Article
from ..markdown.parsed_page import ParsedPage
from ..reading.problems import Problem, Severity
from ..reading.source_file import SourceFile
from ..site.docs_page import DocsPage
from ..site.pages import Pages
from ..site.site import Site
from .paragraphs import Paragraph, paragraphs_of

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_QUOTED = re.compile(r"`[^`]*`")
_SEEN = re.compile(r"\S")


@dataclass(frozen=True)
class CheckedPage:
    """A page of Markdown: an article, or one of the pages in docs/."""

    parsed: ParsedPage
    pages: Pages
    article: Article | None = None
    docs: DocsPage | None = None

    @property
    def source(self) -> SourceFile:
        return self.parsed.source

    @property
    def address(self) -> str:
        """Its source path in the site."""
        return self.parsed.page

    @property
    def site(self) -> Site:
        return self.pages.site

    def problem(
        self, line: int, column: int, rule: str, message: str, fix: str, severity: Severity = "error"
    ) -> Problem:
        """A problem of this page."""
        return self.source.problem(line, column, rule, message, fix, severity)

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """The lines below the front matter with their numbers."""
        for i, line in enumerate(self.source.lines[self.source.body_line - 1 :]):
            yield self.source.body_line + i, line

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Running text, headings and tables; several rules read them."""
        return tuple(paragraphs_of(self.parsed))

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """The lines below the front matter as they were typed, with blanks in place of comments and of what is code."""
        body = _COMMENT.sub(_blanked, self.source.body)
        code: set[int] = set()
        for block in self.parsed.blocks:
            if block.kind in ("fence", "indented-code"):
                code.update(range(block.line, block.end))
        return tuple(
            (number, _QUOTED.sub(_blanked, line) if "`" in line else line)
            for number, line in enumerate(body.split("\n"), start=self.source.body_line)
            if number not in code
        )


def _blanked(found: re.Match[str]) -> str:
    return _SEEN.sub(" ", found[0])


PageRule = Callable[[CheckedPage], Iterator[Problem]]
"""A rule for one page."""
