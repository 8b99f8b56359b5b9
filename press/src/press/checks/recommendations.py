"""Each sentence of an article that recommends says how strong that is, how certain, and where it comes from."""

import re
from collections.abc import Iterator

from ketamine_calculators.wording import listed

from ..content.articles import Article
from ..markdown.page_parts import KEY_POINTS
from ..markdown.parsed_page import ParsedPage, Sentence
from ..markdown.recommendations import ASKED, CHOICES, EXAMPLE
from ..reading.problems import Problem
from .checked_page import CheckedPage

_RECOMMENDS = re.compile(
    r"\b(?:should|must)\b(?! have\b)"
    r"|\b(?:is|are) (?:not |strongly |conditionally )?recommended\b(?! (?:by|in)\b)"
    r"|\b[Ww]e (?:do not |strongly |conditionally )?(?:recommend|suggest|advise)\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_REPORTS = re.compile(
    r"\b(?:says?|said|states?|stated|recommends?|recommended|advises?|advised|warns?|warned|asks?|asked|writes?|wrote|"
    r"concludes?|concluded|according to|whether|(?:answers?|shows?|explains?|lists?|decides?|know|about) "
    r"(?:what|which|who|how|when))\b",
    re.IGNORECASE,
)
"""Words behind which a sentence tells what others say, or what it will answer."""
_CONDITION = re.compile(r"(?:^|[;,] )Should ")
"""Should the pressure rise: if it rises."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """A sentence in running text, in a list or a box. Cells, key points and what others say need no strength of their own."""
    if page.article is None:
        return
    for sentence, word in unmarked(page.article, page.parsed):
        yield page.problem(
            sentence.line,
            sentence.column,
            "strength",
            f'This sentence recommends ("{word}") and does not say {listed(tuple(ASKED.values()), "and")}.',
            f"Before its full stop write {EXAMPLE}, with {CHOICES}. A step of a procedure is a plain imperative; what "
            "others recommend names them: The label says that …",
        )


def unmarked(article: Article, parsed: ParsedPage) -> Iterator[tuple[Sentence, str]]:
    """The sentences of an article that recommend without a word of how strong, each with the word by which it recommends."""
    if article.is_for_patients or article.withdrawn:
        return
    for sentence in parsed.sentences:
        if sentence.is_marked or sentence.in_table or sentence.section == KEY_POINTS:
            continue
        word = recommending_word(sentence.text)
        if word:
            yield sentence, word


def recommending_word(sentence: str) -> str:
    """The words by which a sentence recommends; empty for a question and for what others say."""
    if sentence.endswith("?"):
        return ""
    own = _CONDITION.sub("", _QUOTED.sub("", sentence))
    for found in _RECOMMENDS.finditer(own):
        if not _REPORTS.search(own, 0, found.start()):
            return found[0]
    return ""
