"""Where a problem is, as the desk counts: the lines of the text alone, without the front matter above it."""

from ..content.articles import Article
from ..reading.problems import Problem


def place_at_desk(problem: Problem, article: Article | None) -> str:
    """The line in the text, or the form about the article; of another file than an article the line of the file."""
    line = problem.line - article.source.body_line + 1 if article else problem.line
    return f"Line {line}" if line > 0 else "About the article"
