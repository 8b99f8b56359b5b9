"""What a rule for editors looks at: one page, read, with the site around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..content.articles import Article
from ..markdown.rendered_page import RenderedPage
from ..reading.problems import Problem, Severity
from ..reading.source_file import SourceFile
from ..site.site import Site


@dataclass(frozen=True)
class CheckedPage:
    """A page of Markdown: an article, or one of the pages in docs/."""

    source: SourceFile
    rendered: RenderedPage
    address: str
    """Its source path in the site."""
    edition: Site
    article: Article | None = None

    def problem(
        self, line: int, column: int, rule: str, message: str, fix: str, severity: Severity = "error"
    ) -> Problem:
        """A problem of this page."""
        return self.source.problem(line, column, rule, message, fix, severity)

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """The lines below the front matter with their numbers."""
        for i, line in enumerate(self.source.lines[self.source.body_line - 1 :]):
            yield self.source.body_line + i, line


Rule = Callable[[CheckedPage], Iterator[Problem]]
