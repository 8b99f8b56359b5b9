"""How strong a recommendation is: the sentences that do not say it, and the mark that says it put where it belongs."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from ..checks.recommendations import unmarked
from ..content.articles import Article, article_of
from ..markdown.parsed_page import ParsedPage, Sentence
from ..markdown.parser import parse
from ..markdown.recommendations import ASKED, CERTAINTIES, ORIGINS, STRENGTHS, WrongMark, marks_in
from ..reading.errors import CommandRefused
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from .workspace import Workspace

ORIGIN_MEANINGS = {
    "label": "The approved text of the medicine",
    "guideline": "A guideline or consensus statement of a professional society",
    "trials": "Randomized trials",
    "observational studies": "Cohorts, registries, case series",
    "our protocol": "The protocol of this site",
    "our own value": "A limit we set ourselves",
    "law": "A law or a rule of an authority",
}
"""A line for each origin, as the page on strength explains it."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SIGN = re.compile(r"[.!?:;,][*_\"”'’)]*\s*\Z")
"""The sign that ends a sentence, with what closes behind it."""
_CITED = re.compile(r"(?:[\s,;]*\[(?:[^\[\]]*@[^\[\]]*|\d[\d,;\s–-]*)\])+\s*\Z")
"""The citations that stand at the end of a sentence, behind its mark."""
_BLOCK = re.compile(r"(?:\r\n|\r|\n)[>\s]*(?:\r\n|\r|\n)")


def unmarked_recommendations(workspace: Workspace, path: str, text: str) -> dict[str, Any]:
    """The sentences that recommend and do not say how strong, in their order, and the words that can say it."""
    article = _article(workspace, path, text)
    found = unmarked(article, _parsed(workspace, article))
    return {
        "sentences": [
            {"line": one.line, "column": max(1, one.column), "sentence": one.text, "word": word} for one, word in found
        ],
        "asked": ASKED,
        "strengths": list(STRENGTHS),
        "certainties": list(CERTAINTIES),
        "origins": list(ORIGINS),
        "meanings": ORIGIN_MEANINGS,
    }


def mark_recommendation(
    workspace: Workspace,
    path: str,
    text: str,
    line: int,
    column: int,
    strength: str,
    certainty: str,
    origins: Sequence[str],
) -> dict[str, Any]:
    """The text with the mark before the full stop of the sentence that begins at this place. It is not kept."""
    mark = f"[{strength}, {certainty}, {' and '.join(origins)}]"
    if not origins:
        raise CommandRefused(f"Choose {ASKED['origins']}.")
    refused = next((one for _, one in marks_in(mark) if isinstance(one, WrongMark)), None)
    if refused:
        raise CommandRefused(refused.message, refused.fix)
    sentences = _parsed(workspace, _article(workspace, path, text)).sentences
    number = next((i for i, one in enumerate(sentences) if (one.line, max(1, one.column)) == (line, column)), None)
    if number is None:
        raise CommandRefused("The text is another by now. Press the button once more.")
    sentence = sentences[number]
    after = sentences[number + 1] if number + 1 < len(sentences) else None
    for end in _ends(text, sentence, after):
        place = _place_before(text, end)
        marked = f"{text[:place]} {mark}{text[place:]}"
        if _says(_parsed(workspace, _article(workspace, path, marked)), sentence):
            return {"text": marked}
    raise CommandRefused(f"The end of this sentence could not be found. Write before its full stop: {mark}")


def _ends(text: str, sentence: Sentence, after: Sentence | None) -> Iterator[int]:
    """The places at which the sentence may end, the last one first: it ends before the next one begins."""
    shift = len(text) - len(text.removeprefix("\ufeff"))
    starts = [shift, *(shift + end for end in accumulate(map(len, _LINE.findall(text[shift:]))))]
    start = starts[sentence.line - 1] + max(1, sentence.column) - 1
    block = _BLOCK.search(text, start)
    limit = block.start() if block else len(text.rstrip())
    if after is not None:
        limit = min(limit, starts[after.line - 1] + max(1, after.column) - 1)
    yield limit
    yield from reversed([one.start() for one in _LINE_END.finditer(text, start, limit)])


def _place_before(text: str, end: int) -> int:
    """Where the mark stands in a sentence that ends here: before its full stop, and before the citations at its end."""
    place = _without_citations(text[:end])
    sign = _SIGN.search(text, 0, place)
    return _without_citations(text[: sign.start()]) if sign else place


def _without_citations(text: str) -> int:
    cited = _CITED.search(text)
    return len((text[: cited.start()] if cited else text).rstrip())


def _says(page: ParsedPage, sentence: Sentence) -> bool:
    """Whether the same sentence now says how strong it is, and no word of it is another."""
    return any(
        one.is_marked and (one.line, one.column, one.text) == (sentence.line, sentence.column, sentence.text)
        for one in page.sentences
    )


def _article(workspace: Workspace, path: str, text: str) -> Article:
    return article_of(source_of(as_bytes(text), path), workspace.file(path), workspace.project.lists)


def _parsed(workspace: Workspace, article: Article) -> ParsedPage:
    site = workspace.site
    return parse(article.source, addresses=site.addresses, page=article.page, works=site.references.works)
