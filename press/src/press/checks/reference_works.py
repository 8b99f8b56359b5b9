"""The works of content/references.yml: every entry is right, some article cites it, and none stands there twice."""

import re
from collections.abc import Iterator, Mapping

from ..content.references import Work
from ..markdown.citations import keys_in
from ..reading.problems import Problem
from ..site.pages import Pages

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5
"""Shorter titles are alike by chance."""
_PUBLISHED_ONCE = frozenset({"article", "preprint", "guideline", "book", "poster"})
"""Kinds of works of which two are not called the same. A label has a title for all its texts."""


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/references.yml. A project may do without the file."""
    site = pages.site
    yield from site.reference_problems
    # The whole check parses articles in other processes; to parse them here again would double its time.
    cited = {key for article in site.project.articles for key in keys_in(article.source.body)}
    for key, work in site.references.works.items():
        if key not in cited:
            yield from site.references.problem(
                work,
                "reference-uncited",
                f'No article cites "{key}".',
                f"Write [@{key}] where a statement rests on it, or remove the entry.",
            )
    for work, other in near_titles(site.references.works):
        yield from site.references.problem(
            work,
            "reference-twice",
            f'The titles of "{work.key}" and "{other.key}" differ in one word: "{other.title}". They may be one work.',
            "Compare DOI and PMID with the works. Keep one entry, with all that is known, and cite it; or correct the title.",
        )


def near_titles(works: Mapping[str, Work]) -> Iterator[tuple[Work, Work]]:
    """Each work with an earlier one whose title has the same words but for one, other than a number.

    Every title is kept under what is left of it without each of its words: so no title is compared with all others.
    """
    kept: dict[tuple[str, ...], list[tuple[Work, str]]] = {}
    for work in works.values():
        words = tuple(_WORD.findall(work.title.casefold()))
        if work.kind not in _PUBLISHED_ONCE or len(words) < _FEWEST_WORDS:
            continue
        near: dict[str, Work] = {}
        left = [((*words[:at], "", *words[at + 1 :]), word) for at, word in enumerate(words)]
        shorter = [((*words[:at], *words[at + 1 :]), word) for at, word in enumerate(words)]
        for rest, word in (*left, *shorter, (words, "")):
            for other, its_word in kept.get(rest, ()):
                if not (word.isdigit() or its_word.isdigit()):
                    near.setdefault(other.key, other)
        for rest, word in (*left, *shorter, (words, "")):
            kept.setdefault(rest, []).append((work, word))
        yield from ((work, other) for other in near.values())
