"""What programs read in place of pages: `llms.txt`, and all recommendations as data."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..content.articles import Article
from ..markdown.recommendations import CERTAINTIES, ORIGINS, PAGE, STRENGTHS, Recommendation
from .article_markdown import markdown_address
from .article_page import SiteName
from .license import LICENSE, LICENSE_NAME, NOT_A_SUBSTITUTE
from .recommendations_page import groups_of
from .site import Site

LLMS = "llms.txt"
RECOMMENDATIONS = "recommendations.json"
ADDRESSES = (LLMS, RECOMMENDATIONS)
_OPTIONAL = (
    ("calculators/index.md", "Calculators", "each on a page of its own, with formula, limits and sources"),
    ("glossary.md", "Glossary", "the words of the articles"),
    ("our-own-values.md", "Our own values and limits", "every number that is ours and of no publication"),
    ("limits.md", "Limits of use", "what the calculators are not for"),
)


def machine_files(site: Site, name: SiteName, description: str) -> dict[str, bytes]:
    """Each file by its address in the site."""
    data = json.dumps(recommendations_data(site, name), indent=1, ensure_ascii=False)
    return {LLMS: llms_txt(site, name, description).encode(), RECOMMENDATIONS: f"{data}\n".encode()}


def llms_txt(site: Site, name: SiteName, description: str) -> str:
    """What the site is and where its articles stand as Markdown, in the form that llmstxt.org proposes."""
    parts = [f"# {name.words}"]
    if description:
        parts.append(f"> {description}")
    parts += [
        f"{NOT_A_SUBSTITUTE} An article that no clinician has reviewed says so at its top. License of the words: "
        f"{LICENSE_NAME}, {LICENSE}",
        "A calculator works on its own page only; the Markdown of an article has a link in its place. Do not work out a dose "
        "from the text alone.",
    ]
    listed = sorted(site.project.listed_articles, key=lambda article: article.title.casefold())
    for category, title in site.project.lists.taxonomy.categories.items():
        of_category = [article for article in listed if article.category == category]
        if of_category:
            parts.append(_section(title, (_article_line(article, name) for article in of_category)))
    data = (
        f"- [Recommendations]({name.url}{RECOMMENDATIONS}): each with strength, certainty, origin, sources and address"
    )
    parts.append(_section("Data", [data]))
    handouts = [article for article in site.project.shown_articles if article.is_for_patients]
    if handouts:
        parts.append(_section("Handouts for patients", (_article_line(article, name) for article in handouts)))
    optional = [
        f"- [{title}]({name.url}{site.addresses.files[page].removeprefix('./')}): {words}"
        for page, title, words in ((PAGE, "How sure we are", "the words of recommendations"), *_OPTIONAL)
        if page in site.addresses.files
    ]
    if optional:
        parts.append(_section("Optional", optional))
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Iterator[str] | list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines)


def _article_line(article: Article, name: SiteName) -> str:
    return f"- [{article.title}]({name.url}{markdown_address(article)}): {article.excerpt}"


def recommendations_data(site: Site, name: SiteName) -> dict[str, Any]:
    """All recommendations of articles in lists, with what they rest on."""
    groups = groups_of(site, "")
    # The day of the build would make another file of the same sources.
    newest = max((group.article.last_change for group in groups if group.article.last_change), default=None)
    return {
        "name": f"{name.words}: recommendations",
        "notice": NOT_A_SUBSTITUTE,
        "license": LICENSE,
        "date": newest.isoformat() if newest else None,
        "explained": f"{name.url}{site.addresses.files.get(PAGE, '')}",
        "words": {"strength": STRENGTHS, "certainty": CERTAINTIES, "origin": ORIGINS},
        "articles": [_article_data(group.article, name) for group in groups],
        "recommendations": [
            _data(one, sources, group.article, name)
            for group in groups
            for one, sources in zip(group.recommendations, site.outline(group.article).sources, strict=True)
        ],
    }


def _article_data(article: Article, name: SiteName) -> dict[str, Any]:
    days = {"updated": article.last_change, "reviewed": article.reviewed, "literatureTo": article.literature_to}
    return {
        "slug": article.slug,
        "title": article.title,
        "url": f"{name.url}{article.url}",
        "audience": article.audience,
        **{field: known.isoformat() if known else None for field, known in days.items()},
        "reviewedBy": article.reviewed_by,
        "changedSinceReview": article.is_changed_since_review,
    }


def _data(one: Recommendation, sources: Sequence[dict[str, Any]], article: Article, name: SiteName) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": one.text,
        "strength": one.mark.strength,
        "certainty": one.mark.certainty,
        "origin": one.mark.origins,
        "article": article.slug,
        "section": one.section,
        "url": f"{name.url}{article.url}#{one.id}",
        "sources": list(sources),
    }
