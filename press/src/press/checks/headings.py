"""The article's own outline: one title, equal to the one in the front matter, and no level left out."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.new_article import title_line
from ..reading.problems import Problem
from .checked_page import CheckedPage

RULE = "heading"


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Rules for every page; the title is compared for articles."""
    headings = page.parsed.headings
    first = page.source.body_line
    titles = [heading for heading in headings if heading.level == 1]
    if not titles:
        # Pages of docs/ may leave their title to the front matter; the theme prints it.
        if page.docs is None or not page.docs.fields.get("title"):
            title = page.article.title if page.article else "The title"
            yield page.problem(first, 1, RULE, "The page has no title.", f"Begin the text with a line # {title}")
    elif page.parsed.title is None:
        yield page.problem(
            titles[0].line, 1, RULE, "The title does not stand first.", "Move the line with one # above all other text."
        )
    for extra in titles[1:]:
        yield page.problem(
            extra.line, 1, RULE, "There is a second title.", "Write ## for the sections below the title."
        )
    if page.article is not None and titles:
        given = page.article.front_matter.values.get("title")
        if given is not None and titles[0].text != given:
            line = page.article.front_matter.place("title")[0]
            problem = page.problem(
                titles[0].line,
                1,
                "title",
                f'The title here and the title in line {line} differ: "{titles[0].text}", "{given}".',
                "Make the two the same.",
            )
            is_line = problem.excerpt.startswith("# ")
            yield replace(
                problem,
                end_column=len(problem.excerpt) + 1 if is_line else None,
                suggestion=title_line(str(given)) if is_line else None,
            )
    above = 1
    for heading in headings:
        if not heading.text.strip():
            yield page.problem(
                heading.line, 1, RULE, "This heading has no words.", "Write the heading, or remove the #."
            )
        if heading.level > above + 1:
            yield page.problem(
                heading.line,
                1,
                RULE,
                f"The heading jumps from level {above} to level {heading.level}.",
                f"Write {'#' * (above + 1)} {heading.text}",
            )
        above = heading.level
