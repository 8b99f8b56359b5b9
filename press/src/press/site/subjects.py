"""What an article speaks of: its tags, and the calculators, works and terms that it names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from sys import intern

from ..content.articles import Article
from ..content.glossary import Entry, Glossary
from ..forms.blocks import calculators_named
from ..markdown.citations import keys_named

_WORD = re.compile(r"[\w-]+")


def subjects_of(article: Article, glossary: Glossary) -> tuple[str, ...]:
    """Each once, as one word of its kind: `calculator iv_dose`, `tag maoi`, `term dissociation`, `work daly-2019`."""
    text = article.source.text
    words = frozenset(_WORD.findall(text.casefold()))
    named = {
        *(f"tag {tag}" for tag in article.tags),
        *(f"calculator {id_}" for id_ in calculators_named(article.source)),
        *(f"work {key}" for key in keys_named(text)),
        *(f"term {entry.id}" for entry in glossary.terms if _is_named(entry, words)),
    }
    return shared_names(sorted(named))


def shared_names(subjects: Iterable[str]) -> tuple[str, ...]:
    """The subjects of one of many articles: each is in memory once, however many speak of it."""
    return tuple(map(intern, subjects))


def _is_named(entry: Entry, words: frozenset[str]) -> bool:
    # The words of a term anywhere in the text are enough to call two articles near.
    return any(words.issuperset(_words_of(form)) for form in entry.forms)


@cache
def _words_of(form: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(form.casefold()))


def by_subject(articles: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, list[str]]:
    """For each subject the articles that speak of it, by their slugs in their order."""
    found: dict[str, list[str]] = {}
    for slug, subjects in articles:
        for subject in subjects:
            found.setdefault(subject, []).append(slug)
    return found
