"""Notes the sentences of a page, and prints at those that recommend how sure that is."""

from collections.abc import Sequence

from .findings import Findings
from .links import SiteMap
from .parsed_page import Sentence
from .recommendations import EXAMPLE, PAGE, Recommendation, mark_html, wanted_id
from .sentences import FoundSentence, Piece, sentences


class MarkedSentences:
    """The sentences of one page. What they recommend goes into `found`."""

    def __init__(self, found: Findings, addresses: SiteMap, page: str) -> None:
        self._found = found
        self._url = addresses.url_of(PAGE, page)

    def note(self, pieces: Sequence[Piece], section: str, row: str | None) -> None:
        """Take down the sentences of a paragraph, an item or a cell. `row` is what the row of a cell is about."""
        for sentence in sentences(pieces):
            marks = sentence.marks
            self._found.sentences.append(
                Sentence(sentence.text, sentence.line, sentence.column, section, row is not None, bool(marks))
            )
            for number, mark in enumerate(marks):
                self._mark(sentence, mark, section, row, is_second=number > 0)

    def _mark(self, sentence: FoundSentence, mark: Piece, section: str, row: str | None, *, is_second: bool) -> None:
        if mark.mark is None or mark.token is None:
            return
        if not sentence.text.strip(" .") or is_second:
            message = "A sentence has one strength." if is_second else "There is no sentence before this strength."
            self._found.problem(
                mark.line,
                mark.column,
                "recommendation",
                message,
                f"Put it before the full stop of its own sentence: Measure the pressure {EXAMPLE}.",
            )
        # In a table, what the sentence is about stands in the first cell of its row.
        text = f"{row}: {sentence.text}" if row else sentence.text
        id = self._found.ids.take(wanted_id(text), mark.line)
        recommendation = Recommendation(
            id, text, mark.mark, sentence.citations, section, sentence.line, sentence.column
        )
        self._found.recommendations.append(recommendation)
        mark.token.content = mark_html(recommendation, self._url)
