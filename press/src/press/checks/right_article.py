"""No article is published or reviewed while the check finds an error in it."""

from collections.abc import Callable

from ..content.articles import Article
from ..reading.errors import CommandRefused
from ..reading.problems import all_words, has_errors
from ..site.site import Site
from .repeated import one_of_a_kind
from .run import article_problems


def refuse_errors(article: Article, site: Site, done: str, say: Callable[[str], None]) -> None:
    """Raise CommandRefused where there is an error, all problems said before. `done` is what is then not done."""
    problems = article_problems(article, site)
    if has_errors(problems):
        say(all_words(one_of_a_kind(problems), problems))
        raise CommandRefused(f"{article.slug} is not {done}: put right what is said above first.")
