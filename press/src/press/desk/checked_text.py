"""One file checked and shown as it will be, from one parsing of its text."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ..checks.run import some
from ..content.articles import Article
from ..forms.form import templates
from ..markdown.parsed_page import Heading
from ..site.listing_page import row_of
from ..site.pages import Pages
from .workspace import Workspace


def check(workspace: Workspace, path: str, text: str) -> dict[str, Any]:
    """What `press check` says of a file with this text, which is kept; and, of an article, its page."""
    workspace.keep(path, text)
    problems = [problem.as_data() for problem in some([workspace.file(path)], workspace.site)]
    article = workspace.article(path)
    shown = (
        {"html": "", "contents": "", "title": "", "card": ""} if article is None else _shown(article, workspace.pages)
    )
    return {"problems": problems, **shown}


def _shown(article: Article, pages: Pages) -> dict[str, str]:
    rendered = pages.article(article)
    card = templates().get_template("listing-row.html").render(row=row_of(article, pages.site, article.url))
    return {
        "html": rendered.html,
        "contents": contents_html(rendered.headings),
        "title": article.title,
        "card": card,
    }


def contents_html(headings: Sequence[Heading]) -> str:
    """The table of contents as lists within lists; the title of the page, which stands above them all, is left out."""
    below = [heading for heading in headings if heading.level > 1]
    parts: list[str] = []
    open_levels: list[int] = []
    for heading in below:
        while open_levels and open_levels[-1] > heading.level:
            parts.append("</li></ul>")
            open_levels.pop()
        if open_levels and open_levels[-1] == heading.level:
            parts.append("</li>")
        else:
            parts.append("<ul>")
            open_levels.append(heading.level)
        parts.append(f'<li><a href="#{escape(heading.id)}">{escape(heading.text)}</a>')
    return "".join([*parts, *("</li></ul>" for _ in open_levels)])
