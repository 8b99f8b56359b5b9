"""Which calculators and worksheets take numbers from an article, themselves or through others, and what their forms say."""

from collections.abc import Iterable
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import worksheets

from ..content.articles import Article
from ..forms.calculator_page import sentence
from ..forms.withdrawn_source import WithdrawnSource
from ..reading.day_words import day
from .house_value_use import modules_of, own_modules


def resting_on(slug: str) -> list[str]:
    """The ids of the calculators and worksheets that quote an article, or use the rules of one that does."""
    cards = [*every(), *worksheets()]
    quoting = [card for card in cards if any(passage.article == slug for passage in card.house)]
    rules = {module for card in quoting for module in own_modules(card)}
    return [card.id for card in cards if card in quoting or rules & modules_of(card)]


def withdrawn_sources(articles: Iterable[Article]) -> dict[str, list[WithdrawnSource]]:
    """For each calculator and worksheet by its id, the withdrawn articles that it takes numbers from."""
    found: dict[str, list[WithdrawnSource]] = {}
    quoted = _quoted([*every(), *worksheets()])
    for article in articles:
        if article.withdrawn and article.slug in quoted:
            reason = sentence(article.withdrawn_reason or "")
            source = WithdrawnSource(article.title, article.url, day(article.withdrawn), reason)
            for card in resting_on(article.slug):
                found.setdefault(card, []).append(source)
    return found


def _quoted(cards: Iterable[Calculator[Any, Any]]) -> set[str]:
    return {passage.article for card in cards for passage in card.house}
