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

_GROUPS = {"categories": "By category", "audiences": "By reader", "tags": "By tag", "years": "By year"}


@dataclass(frozen=True)
class Row:
    """One article of a list, with addresses as seen from the list's page."""

    url: str
    title: str
    excerpt: str
    picture: str
    facts: str


@dataclass(frozen=True)
class Counted:
    """A link to a list, and how many articles it has."""

    words: str
    url: str
    total: int


@dataclass(frozen=True)
class Group:
    """The lists of one kind."""

    title: str
    lists: tuple[Counted, ...]


@dataclass(frozen=True)
class OtherPages:
    """The links below one page of a long list. Their number does not grow with the list."""

    previous: str
    next: str
    numbers: tuple[Named | None, ...]
    """Pages by their number, this one without an address; None for a gap."""


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
    facts.append(f"{reading_minutes(site.outline(article).word_count)} min read")
    return Row(
        url=relative_url(article.url, from_url),
        title=article.title,
        excerpt=article.excerpt,
        picture=relative_url(picture.address, from_url) if picture else "",
        facts=" · ".join(filter(None, facts)),
    )


def listing_html(listing: Listing, site: Site) -> str:
    """The body of a list's page."""
    is_index = listing.list_page == INDEX
    is_first = listing.number == 1
    feeds = (Named("all guidance", ARTICLES), Named("clinical changes", CLINICAL_CHANGES)) if is_index else ()
    return (
        templates()
        .get_template("listing.html")
        .render(
            listing=listing,
            rows=[row_of(article, site, listing.url) for article in listing.articles],
            index_url="" if is_index else relative_url(site.addresses.files.get(INDEX, ""), listing.url),
            groups=_groups(site, listing.url) if is_index and is_first else (),
            recommendations_url=site.addresses.url_of(RECOMMENDATIONS, INDEX) if is_index and is_first else "",
            feeds=[Named(feed.words, relative_url(feed.url, listing.url)) for feed in feeds],
            other_pages=_other_pages(listing) if listing.pages > 1 else None,
        )
    )


def _other_pages(listing: Listing) -> OtherPages:
    def address(number: int) -> str:
        return relative_url(listing.url_numbered(number), listing.url)

    here, last = listing.number, listing.pages
    shown = sorted({1, last} | {number for number in (here - 1, here, here + 1) if 1 <= number <= last})
    numbers: list[Named | None] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            numbers.append(None)
        numbers.append(Named(str(number), "" if number == here else address(number)))
    return OtherPages(address(here - 1) if here > 1 else "", address(here + 1) if here < last else "", tuple(numbers))


def _groups(site: Site, from_url: str) -> list[Group]:
    lists = [one for one in listings(site.project) if one.number == 1]
    groups = [
        Group(
            title,
            tuple(
                Counted(_short(one.title), relative_url(one.url, from_url), one.total)
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
    return upper_first(title.removeprefix("Tag: ").removeprefix("For ").removeprefix("Published in "))
