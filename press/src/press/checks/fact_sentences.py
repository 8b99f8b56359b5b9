"""Where texts say a fact of content/facts.yml: which number they say, where, and whether they say it as another's.

A sentence, an item or a row of a table speaks of a fact when it names the subject, or the heading above it does, and says a
number in one of the ways that the fact lists.

Whose number it is, in this order:

- ours, where the sentence recommends, or says "our protocol", "our own value", "our rule" or "our convention"
- of its source, where the fact itself is of a work and the sentence cites it, or of a label and the sentence names one
- ours, where the sentence tells the reader to do something: its first word is Hold, Give, Wait …
- another's, where the part of the sentence up to the next semicolon, or the row, cites a work or names a label, a trial, a review
- ours everywhere else
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from ..content.facts import Fact, Facts
from ..reading.amounts import Amount, amount_of, in_small_letters, may_say, with_signs

_REMEMBERED = 4096
"""Of so many passages it is remembered what they say; those of the longest article that name a fact are some hundred."""
_NOT_SAID = re.compile(r"\]\([^)]*\)|\{#[^}]*\}|https?://\S+")
_CITATION = re.compile(r"\[@[^\]]*\]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[*_\"”)]*\s+")
_LEAD = re.compile(r"^\W*\*\*[^*]+\*\*\s*:")
"""The bold words before a colon that open a note: its title, which says of no sentence whose it is."""
_OURS = re.compile(r"\bour (?:protocol|own values?|rule|convention|default)\b|\brecommendation,", re.IGNORECASE)
_OF_A_LABEL = re.compile(r"\blabels?\b|\bmanufacturer|@label-", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"\[@|\b(?:labels?|trials?|stud(?:y|ies)|reviews?|meta-anal\w+|series|surveys?|guidelines?|guidance|statements?|"
    r"published|manufacturer|regulators?|FDA|EMA|registers?|cohorts?|papers?|elsewhere|other clinics|some clinics)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^[\W\d]*(?:hold|give|start|begin|wait|keep|stop|never|do not|observe|measure|pause|defer|put|stay|use|aim|increase|"
    r"raise)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """A paragraph, an item, a row or a heading, as it was typed. What follows a heading stands under it, to the next one."""

    text: str
    line: int
    column: int = 1
    is_heading: bool = False
    line_starts: tuple[int, ...] = (0,)
    """Where in the text each of its lines begins."""

    @property
    def is_row(self) -> bool:
        """Whether it is the row of a table."""
        return self.text.lstrip("> ").startswith("|")

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a place in the text."""
        number = max(i for i, start in enumerate(self.line_starts) if start <= at)
        return self.line + number, at - self.line_starts[number] + (self.column if number == 0 else 1)


@dataclass(frozen=True)
class Saying:
    """One place that says a number of a fact. `is_anothers` when the sentence says whose it is, and that is not the site."""

    fact: Fact
    amount: Amount
    number: str
    """The number as it stands there."""
    line: int
    column: int
    sentence: str
    is_anothers: bool

    @property
    def agrees(self) -> bool:
        return self.fact.value.allows(self.amount)

    @property
    def contradicts(self) -> bool:
        """Whether it is another number, and said as the site's own."""
        return not self.agrees and not self.is_anothers


def sayings(passages: Iterable[Passage], facts: Facts) -> Iterator[Saying]:
    """Every place that says a fact, in the order of the texts.

    All passages are searched as one text for the names; only those that have one, or stand below one, are read further.
    """
    passages = list(passages)
    text = in_small_letters("\n".join(passage.text for passage in passages))
    starts = [0, *accumulate(len(passage.text) + 1 for passage in passages)]
    # A text of one byte a letter is searched in half the time; the letters that are lost in it are in no name.
    searched = text.encode("latin-1", "replace").decode("latin-1")
    named: dict[int, list[Fact]] = {}
    for fact in facts.facts:
        for number in dict.fromkeys(bisect_right(starts, place) - 1 for place in fact.places_in(searched)):
            named.setdefault(number, []).append(fact)
    above: list[Fact] = []
    for number, passage in enumerate(passages):
        if passage.is_heading:
            above = named.get(number, [])
        if number in named or above:
            lower = text[starts[number] : starts[number + 1] - 1]
            near = [fact for fact in named.get(number, ()) if may_say(fact.value.kind, lower)]
            over = [fact for fact in above if may_say(fact.value.kind, lower)]
            if near or over:
                for at, said in _said_in(passage.text, lower, tuple(near), tuple(over)):
                    line, column = passage.place(at)
                    yield replace(said, line=line, column=column)


@lru_cache(maxsize=_REMEMBERED)
def _said_in(text: str, lower: str, near: tuple[Fact, ...], above: tuple[Fact, ...]) -> tuple[tuple[int, Saying], ...]:
    """What a text says of these facts, as if it stood in the first line, each with its place in the text.

    Whoever writes asks again and again of all passages but one.
    """
    passage = Passage(text, 1)
    return tuple(
        said
        for start, end in _sentences(passage)
        for said in _of_sentence(passage, start, lower[start:end], near, above)
    )


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    start = 0
    for end in () if passage.is_row else _SENTENCE_END.finditer(passage.text):
        yield start, end.start()
        start = end.end()
    yield start, len(passage.text)


def _of_sentence(
    passage: Passage, start: int, lower: str, near: Sequence[Fact], above: Sequence[Fact]
) -> Iterator[tuple[int, Saying]]:
    """`near` are the facts that the passage names, in this sentence or in another; `above` those of the heading."""
    named = [fact for fact in near if fact.is_named_in(lower)]
    if not named and not above:
        return
    shown = _CITATION.sub(_blank, _NOT_SAID.sub(_blank, lower))
    if passage.is_row:
        shown = shown.replace("|", ":")
    text, amounts = with_signs(shown)
    if not amounts:
        return
    for fact in (*named, *(fact for fact in above if fact not in named)):
        said = _said(fact, text, amounts, is_named=fact in named)
        if said and not any(word.lower() in lower for word in fact.unless):
            sentence = passage.text[start : start + len(lower)]
            words = " ".join(_NOT_SAID.sub("", sentence).strip(" |>-*").split())
            for amount in said:
                anothers = not is_ours(sentence, amount.start, fact, is_row=passage.is_row)
                number = sentence[amount.start : amount.end]
                yield start + amount.start, Saying(fact, amount, number, 1, 1, words, anothers)


def _said(fact: Fact, text: str, amounts: Mapping[int, re.Match[str]], *, is_named: bool) -> list[Amount]:
    """The amounts of a sentence that are said of the fact, each once."""
    if fact.sign not in text:
        return []
    patterns = (fact.worded_in(text), fact.any if is_named else None)
    places = {found.start(found.lastindex or 0) for pattern in patterns if pattern for found in pattern.finditer(text)}
    return [amount_of(amounts[place]) for place in sorted(places)]


def is_ours(sentence: str, at: int, fact: Fact, *, is_row: bool = False) -> bool:
    """Whether the number at this place of a sentence is said as the site's own; the head of the module says when."""
    words = _LEAD.sub(_blank, sentence)
    if _OURS.search(words):
        return True
    if fact.reference and (f"@{fact.reference}" in words or (fact.is_of_a_label and _OF_A_LABEL.search(words))):
        return True
    if _TELLS.search(words):
        return True
    part = words if is_row else _part(words, at)
    return not _ANOTHERS.search(part)


def names_another(sentence: str) -> bool:
    """Whether a sentence cites a work or names a label, a trial or a review, and does not call it the site's own."""
    return bool(_ANOTHERS.search(sentence)) and not _OURS.search(sentence)


def _part(sentence: str, at: int) -> str:
    """The part between semicolons in which a place lies."""
    end = sentence.find(";", at)
    return sentence[sentence.rfind(";", 0, at) + 1 : end if end >= 0 else None]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
