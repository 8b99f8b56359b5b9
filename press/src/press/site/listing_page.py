"""A list of articles as the body of a page."""

from dataclasses import dataclass

from ketamine_calculators.wording import upper_first

from ..content.articles import Article
from ..content.listings import INDEX, Listing, listings
from ..forms.form import templates
from ..markdown.links import relative_url
from ..reading.day_words import day
from .article_page import Named, picture_of, reading_minutes
from .feeds import ARTICLES, CLINICAL_CHANGES
from .recommendations_page import PAGE as RECOMMENDATIONS
from .site import Site

_GROUPS = {"categories": "By category", "audiences": "By reader", "tags": "By tag"}


@dataclass(frozen=True)
class Row:
    """One article of a list, with addresses as seen from the list's page."""

    url: str
    title: str
    excerpt: str
    picture: str
    facts: str


@dataclass(frozen=True)
class Group:
    """The lists of one kind."""

    title: str
    lists: tuple[Named, ...]


def row_of(article: Article, site: Site, from_url: str) -> Row:
    """What a list says about one article."""
    picture = picture_of(article, site)
    category = site.project.lists.taxonomy.categories.get(article.category or "", "")
    facts = [category]
    if article.reviewed:
        changed = ", changed since" if article.is_changed_since_review else ""
        facts.append(f"Reviewed {day(article.reviewed)}{changed}")
    elif article.published:
        facts.append(f"Published {day(article.published)}")
    facts.append(f"{reading_minutes(site.parsed(article))} min read")
    return Row(
        url=relative_url(article.url, from_url),
        title=article.title,
        excerpt=article.excerpt,
        picture=relative_url(picture.address, from_url) if picture else "",
        facts=" · ".join(filter(None, facts)),
    )


def listing_html(listing: Listing, site: Site) -> str:
    """The body of a list's page."""
    is_index = listing.page == INDEX
    feeds = (Named("all guidance", ARTICLES), Named("clinical changes", CLINICAL_CHANGES)) if is_index else ()
    return (
        templates()
        .get_template("listing.html")
        .render(
            listing=listing,
            rows=[row_of(article, site, listing.url) for article in listing.articles],
            index_url="" if is_index else relative_url(site.addresses.files.get(INDEX, ""), listing.url),
            groups=_groups(site, listing.url) if is_index else (),
            recommendations_url=site.addresses.url_of(RECOMMENDATIONS, INDEX) if is_index else "",
            feeds=[Named(feed.words, relative_url(feed.url, listing.url)) for feed in feeds],
        )
    )


def _groups(site: Site, from_url: str) -> list[Group]:
    lists = listings(site.project)
    groups = [
        Group(
            title,
            tuple(
                Named(_short(one.title), relative_url(one.url, from_url))
                for one in lists
                if one.page.startswith(f"articles/{folder}/")
            ),
        )
        for folder, title in _GROUPS.items()
    ]
    # Where all articles stand in one list, it would lead to this page again.
    return [group for group in groups if len(group.lists) > 1]


def _short(title: str) -> str:
    """`For nurses` -> `Nurses`, beside "By reader"; `Tag: MAO inhibitors` -> `MAO inhibitors`."""
    return upper_first(title.removeprefix("Tag: ").removeprefix("For "))
