"""A word of the glossary that an article writes out or defines otherwise: a question to its editor.

Two things are compared: the words of an abbreviation, in "words (ABC)" and in "ABC is the words"; and the numbers of a
definition, where an article says "the word is …" or "the word means …" with a number of the same kind. Prose is not compared
with prose.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from ..content.glossary import FILE, Entry, Glossary
from ..reading.amounts import amounts_in
from ..reading.problems import Problem
from .checked_page import CheckedPage
from .fact_sentences import names_another

RULE = "glossary-drift"
_SHORT = r"[A-Za-z]*[A-Z][A-Za-z0-9/-]*[A-Z0-9]"
_BEHIND = re.compile(rf"\((?P<short>{_SHORT})s?\)")
_LAST_WORDS = re.compile(r"(?:[\w’'/-]+[ \u00a0]){1,9}$")
_IS = re.compile(r" (?:is|are|means?) (?P<rest>[^\n]*)")
_BEGINNING = re.compile(r"(?:.*[.!?] )?[^\w]*(?:An? |The )?(?P<word>.*)")
_WRITTEN_OUT = re.compile(r"(?:the |an? )?(?P<words>[^.,;:()|\[]{4,90})")
_FARTHEST = 90
"""How many characters before a bracket or a verb belong to its words."""
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_ALIKE = 0.8
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article. A project without a glossary has nothing to drift from."""
    glossary = page.site.glossary
    if page.article is None or not glossary.entries:
        return
    shorts, defined = _known(glossary)
    text = "\n".join(line for _, line in page.prose)
    first = page.prose[0][0] if page.prose else 1
    for found in _BEHIND.finditer(text):
        entry = shorts.get(found["short"])
        before = _LAST_WORDS.search(text, max(0, found.start() - _FARTHEST), found.start()) if entry else None
        if entry and before:
            at = _place(text, found.start("short"), first)
            yield from _written_out(page, before[0], found["short"], entry, at, is_before=True)
    for found in _IS.finditer(text):
        before_it = text[max(0, found.start() - _FARTHEST) : found.start()].rpartition("\n")[2]
        named = _BEGINNING.match(before_it)
        word = named["word"] if named else ""
        at = _place(text, found.start() - len(word), first) if word in shorts or word.casefold() in defined else (1, 1)
        if (entry := shorts.get(word)) and (said := _WRITTEN_OUT.match(found["rest"])):
            yield from _written_out(page, said["words"], word, entry, at, is_before=False)
        if (entry := defined.get(word.casefold())) and (numbers := _another_number(found["rest"], entry)):
            here, there = numbers
            message = (
                f'The article says {here} where it defines "{word}", and the glossary {there}: "{entry.definition}"'
            )
            fix = "Say the same number in both. If it is the number of a study or a label, say so in the sentence."
            yield page.problem(*at, RULE, message, fix, "warning")


def _written_out(
    page: CheckedPage, before: str, short: str, entry: Entry, at: tuple[int, int], *, is_before: bool
) -> Iterator[Problem]:
    words = _otherwise(before, short, entry, is_before=is_before)
    if words:
        message = f'{short} is written out as "{words}" here, and as "{entry.term}" in the glossary.'
        fix = (
            "Write the same words in both. If yours are right too, they belong in the glossary beside the others "
            f"(also: in content/{FILE}); tell whoever looks after the site."
        )
        yield page.problem(*at, RULE, message, fix, "warning")


@lru_cache(maxsize=1)
def _known(glossary: Glossary) -> tuple[Mapping[str, Entry], Mapping[str, Entry]]:
    """The entries by their abbreviations, and those with a definition by all their forms."""
    return dict(glossary.abbreviations), {form.casefold(): entry for entry in glossary.terms for form in entry.forms}


def _otherwise(before: str, short: str, entry: Entry, *, is_before: bool) -> str:
    """The words with which the abbreviation is written out, where they are others than those of the glossary; or nothing."""
    words = before.split()
    forms = [_letters(form) for form in entry.forms]
    term = _letters(entry.term)
    parts = [" ".join(words[-n:] if is_before else words[:n]) for n in range(1, len(words) + 1)]
    if any(_letters(part) in forms or (is_before and term.startswith(_letters(part))) for part in parts):
        return ""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if len(letters) > 1 and (written := next((part for part in parts if _initials(part) == letters), "")):
        return written
    likeness = {part: SequenceMatcher(None, _letters(part), term, autojunk=False).ratio() for part in parts}
    best = max(parts, key=likeness.__getitem__)
    return best if is_before and likeness[best] >= _ALIKE else ""


def _initials(words: str) -> list[str]:
    return [word[0].lower() for word in _WORD.findall(words) if word.lower() not in _SMALL]


def _letters(words: str) -> str:
    """Letters alone, in small ones, without the s of a plural: for comparing."""
    return "".join(_WORD.findall(words.casefold())).rstrip("s")


def _another_number(rest: str, entry: Entry) -> tuple[str, str] | None:
    """The number of the article and that of the definition, where no number of the same kind is in both."""
    end = _SENTENCE_END.search(rest)
    sentence = rest[: end.start()] if end else rest
    if names_another(sentence):
        return None
    here = [amount for amount in amounts_in(sentence) if amount.kind != "number"]
    there = list(amounts_in(entry.definition))
    for amount in here:
        alike = [other for other in there if other.kind == amount.kind]
        if alike and not any(other.allows(one) for other in alike for one in here):
            return sentence[amount.start : amount.end], entry.definition[alike[0].start : alike[0].end]
    return None


def _place(text: str, at: int, first: int) -> tuple[int, int]:
    before = text[:at]
    return first + before.count("\n"), at - before.rfind("\n")
