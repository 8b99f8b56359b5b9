"""One rule on words, as a file of Vale's form declares it: what it finds in a text.

Of Vale's kinds of rules three are read: words that are not written (existence), words with a better one (substitution), and
how often something may stand in a sentence (occurrence). Patterns keep to what Go and Python both understand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from .finding import Finding
from .needed_words import Needed, tried_on

_REMEMBERED = 4096
"""Of so many texts it is remembered what the rules have found; an article has some hundreds."""
Level = Literal["suggestion", "warning", "error"]
Scope = Literal["text", "sentence", "heading"]

_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-Z0-9“\"(\[])")
_MARKS = re.compile(r"\[[^\]]*\]")
# The point behind these ends no sentence.
_SHORTENED = re.compile(r"(?:\b(?:et al|vs|approx|St|Dr|No|Fig|Inc|e\.g|i\.e|cf)|^\s*\d{1,2})\.\s+$")


@dataclass(frozen=True, eq=False)
class StyleRule:
    """What is found where the pattern `written` matches; with `most`, only where it does more often than that in a sentence."""

    name: str
    message: str
    """With %s for what was found; of a substitution the first %s is the better word and the second what was found."""
    fix: str
    level: Level
    written: str
    """The pattern as text. It is compiled when a text first needs it: most rules find nothing in most texts."""
    flags: int
    better: tuple[str, ...] = ()
    """Of a substitution, what to write for each group of the pattern."""
    exceptions: tuple[str, ...] = ()
    scope: Scope = "text"
    most: int | None = None
    needed: Needed = frozenset()
    """What a text must hold for the rule to find anything; none when it must be read in any case."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled once. A rule that is kept in a file is read from it without."""
        return _compiled(self.written, self.flags)

    def findings(self, words: str, *, in_heading: bool = False) -> Iterator[Finding]:
        """Every place in one paragraph, heading, cell or label."""
        if self.scope == "heading" and not in_heading:
            return
        if self.most is not None:
            yield from self._too_many(words, self.most)
            return
        for found in self.pattern.finditer(words):
            if found[0] and found[0].lower() not in self.exceptions:
                yield self._finding(found)

    def _finding(self, found: re.Match[str]) -> Finding:
        message, fix = self.message, self.fix
        if self.better and found.lastindex:
            better = self.better[found.lastindex - 1]
            message = message.replace("%s", better, 1)
            fix = fix or f'Write "{better}".'
        return Finding(found.start(), found[0], self.name, message.replace("%s", found[0]), fix, "advice")

    def _too_many(self, words: str, most: int) -> Iterator[Finding]:
        if len(words) < most:  # it cannot match so often
            return
        for start, sentence in sentences(words):
            if len(sentence) >= most and len(self.pattern.findall(unmarked(sentence))) > most:
                first = sentence.split(maxsplit=1)[0]
                yield Finding(start, first, self.name, self.message, self.fix, "advice")


@cache
def _compiled(written: str, flags: int) -> re.Pattern[str]:
    return re.compile(written, flags)


def sentences(words: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a paragraph with its first place."""
    start = 0
    for end in _END.finditer(words):
        if not _SHORTENED.search(words[start : end.end()]):
            yield start, words[start : end.end()].rstrip()
            start = end.end()
    if rest := words[start:].strip():
        yield words.index(rest, start), rest


def unmarked(sentence: str) -> str:
    """A sentence without the numbers of its references and without how strong and certain a recommendation is."""
    return _MARKS.sub("", sentence)


def rules_for(texts: Sequence[str], rules: Sequence[StyleRule]) -> Iterator[tuple[StyleRule, ...]]:
    """For each text those of the rules that can find something in it, which alone need to be tried."""
    for numbers in tried_on(texts, (rule.needed for rule in rules)):
        yield tuple(rules[number] for number in numbers)


@lru_cache(maxsize=_REMEMBERED)
def findings(words: str, rules: tuple[StyleRule, ...], *, in_heading: bool = False) -> tuple[Finding, ...]:
    """What these rules find in a text, in its order. Whoever writes asks again and again of all paragraphs but one."""
    found = [one for rule in rules for one in rule.findings(words, in_heading=in_heading)]
    return tuple(sorted(found, key=lambda one: one.start))
