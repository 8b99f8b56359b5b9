"""Every reader of what others write, and random damage for each; what is typed for a number is built from known values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from . import lists, markdown, page, questions, svg, typed_entries, written_lines
from .mutation import mutated


@dataclass(frozen=True)
class Reader:
    """A reader, good texts to begin from, the words of its language, and what must hold whatever it is given."""

    name: str
    corpus: Callable[[], Sequence[str]]
    words: Sequence[str]
    check: Callable[[str], None]
    """Raises AssertionError where something did not hold, and lets through what escaped the reader."""
    made: Callable[[Random, Sequence[str], Sequence[str]], str] = mutated
    """Makes a text from a random number, the good texts and the words."""

    def text(self, seed: int, turn: int) -> str:
        """The text of a turn: the same in every run."""
        return self.made(Random(f"{seed} {turn} {self.name}"), self.corpus(), self.words)


READERS = (
    Reader("fragment", page.fragments, page.FRAGMENT_WORDS, page.check_fragment),
    Reader("file", page.files, page.FILE_WORDS, page.check_file),
    Reader("entries", questions.questions, questions.WORDS, questions.check_question),
    Reader("typed entries", typed_entries.fields, (), typed_entries.check_entry, typed_entries.built),
    Reader("front matter", lists.articles, lists.WORDS, lists.check_front_matter),
    Reader("YAML", lists.yaml_texts, lists.WORDS, lists.check_yaml),
    Reader("Markdown", markdown.markdown_texts, markdown.WORDS, markdown.check_markdown),
    Reader("written lines", tuple, (), written_lines.check_written, written_lines.made),
    Reader("SVG", svg.drawings, svg.WORDS, svg.check_drawing),
)
