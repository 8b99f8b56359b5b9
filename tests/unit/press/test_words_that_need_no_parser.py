"""The parser of words stops at fewer signs than markdown-it's own, and what it makes of a text is the same."""

import pytest
from markdown_it import MarkdownIt

from press.markdown.parser import parser
from support.written_lines import WRITTEN, Written


@pytest.fixture(scope="module")
def stopping_at_every_sign() -> MarkdownIt:
    made = parser.__wrapped__()
    made.inline.terminator_re = MarkdownIt().inline.terminator_re
    return made


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written.name)
def test_no_markup_begins_with_a_sign_that_is_passed_over(written: Written, stopping_at_every_sign: MarkdownIt) -> None:
    made = stopping_at_every_sign.inline.parse(written.text, stopping_at_every_sign, {}, [])
    assert parser().inline.parse(written.text, parser(), {}, []) == made


def test_words_without_a_sign_of_markup_are_one_piece() -> None:
    (paragraph,) = [
        token for token in parser().parse("Give 0.5-1 mg: ask (first) {now} = 5 % #2 @ 3 + 4 ^ $") if token.children
    ]
    assert [(piece.type, piece.content) for piece in paragraph.children or []] == [("text", paragraph.content)]
