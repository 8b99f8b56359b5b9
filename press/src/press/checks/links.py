"""Links that need more than their own words to be judged: places in pages, and pages not yet published."""

from collections.abc import Iterator

from ..reading.problems import Problem, did_you_mean
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Single addresses have been judged when the page was read."""
    today = page.site.project.today
    hidden = page.article is not None and not page.article.is_public(today)
    for link in page.parsed.links:
        target = link.target
        if target.page is None:
            continue
        there = page.site.articles.get(target.page)
        if there is not None and not hidden and (why := there.why_hidden(today)):
            yield page.problem(
                link.line,
                link.column,
                "link-hidden",
                f"{link.written} is {why}; readers would find no page.",
                "Publish it first, or remove the link.",
            )
            continue
        if not target.anchor:
            continue
        ids = page.parsed.ids if target.page == page.address else page.pages.ids(target.page)
        if ids is not None and target.anchor not in ids:
            where = "this page" if target.page == page.address else f"/{page.site.addresses.files[target.page]}"
            yield page.problem(
                link.line,
                link.column,
                "link-place",
                f'There is no place "#{target.anchor}" on {where}.{did_you_mean(target.anchor, ids)}',
                "Link to a heading: its words in small letters with hyphens.",
            )
