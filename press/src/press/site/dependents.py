"""What else an article stands behind: calculators that quote it, and articles that link to it."""

from ketamine_calculators import every
from ketamine_calculators.registry import worksheets

from ..content.articles import Article
from .site import Site
from .withdrawn_sources import resting_on


def depending_on(article: Article, site: Site, *, by_title: bool = False) -> tuple[str, ...]:
    """Both in sentences, for whoever withdraws it; nothing where there is neither. Named as commands do, or by title."""
    said = []
    titles = {card.id: card.title for card in (*every(), *worksheets())}
    if resting := resting_on(article.slug):
        said.append(
            "Calculators that rest on it; each says so above its form, and has to be reviewed next: "
            f"{', '.join(titles[id] if by_title else id for id in resting)}."
        )
    linking = [
        f"“{other.title}”" if by_title else other.slug
        for other in site.project.articles
        if other.slug != article.slug and any(link.target.page == article.page for link in site.parsed(other).links)
    ]
    if linking:
        said.append(f"Articles that link to it, and may repeat what is wrong: {', '.join(linking)}.")
    return tuple(said)
