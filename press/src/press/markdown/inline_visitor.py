"""The pieces of a paragraph, a heading or a cell: links, pictures, citations and HTML, each with its position."""

from collections.abc import Iterator

from markdown_it.token import Token

from .citations import Citation, PageCitations, without_keys
from .findings import Findings
from .inline_tokens import is_words, plain_text, ready
from .links import SiteMap
from .marked_sentences import MarkedSentences
from .parsed_page import Link, RunningText
from .raw_html import ALLOWED, is_allowed, is_comment, is_of_table
from .recommendations import WrongMark, marks_in
from .references import identifiers_linked
from .sentences import Piece
from .source_positions import Cursor, positions


class InlineVisitor:
    """Visits the children of one inline token after the other. What it finds goes into `found`."""

    def __init__(self, found: Findings, addresses: SiteMap, page: str, citations: PageCitations) -> None:
        self._found = found
        self._addresses = addresses
        self._page = page
        self._citations = citations
        self._sentences = MarkedSentences(found, addresses, page)
        self._paragraph = 0

    def visit(
        self,
        token: Token,
        cursor: Cursor,
        *,
        in_heading: bool,
        in_references: bool,
        section: str = "",
        row: str | None = None,
    ) -> None:
        """Complete the children of `token`; `cursor` is where they begin in the source.

        `section` is the id of the heading above; `row` what the row is about in which the token is a cell.
        """
        self._paragraph += 1
        children = token.children or []
        # Most paragraphs and cells are nothing but words.
        if len(children) == 1 and not in_references and is_words(children[0]):
            words = children[0].content
            cursor.pass_words(words)
            line, column = cursor.line, cursor.column
            self._found.texts.append(RunningText(words, line, column, False, in_heading, self._paragraph))
            if not in_heading:
                self._sentences.note([Piece(words, line, column)], section, row)
            return
        done: list[Token] = []
        pieces: list[Piece] = []
        in_link = 0
        for child, line, column in positions(children, cursor):
            match child.type:
                case "text":
                    words = without_keys(child.content, " ")
                    self._found.texts.append(
                        RunningText(words, line, column, in_references, in_heading, self._paragraph)
                    )
                    if in_references and not in_link:
                        child = ready(identifiers_linked(child.content))
                    elif "[" in child.content and not in_link and not in_heading:
                        for piece, made in self._marked(child, line, column):
                            pieces.append(piece)
                            done.append(made)
                        continue
                    done.append(child)
                    pieces.append(Piece(child.content, line, column))
                    continue
                case "link_open":
                    in_link += 1
                    self._link(child, line, column)
                case "link_close":
                    in_link -= 1
                case "image":
                    self._picture(child, line, column)
                case "html_inline":
                    self._html(child, line, column)
                case "footnote_ref":
                    again = child.meta["subId"] + 1
                    self._found.ids.take(f"fnref{'' if again == 1 else again}:{child.meta['label']}", line)
            done.append(child)
            pieces.append(Piece(plain_text([child]), line, column))
        token.children = done
        if not in_heading and not in_references:
            self._sentences.note(pieces, section, row)

    def _marked(self, token: Token, line: int, column: int) -> Iterator[tuple[Piece, Token]]:
        """A piece of text with what it says of the strength of recommendations taken out, and its citations made into links."""
        position = 0
        for found, mark in marks_in(token.content):
            if isinstance(mark, WrongMark):
                self._found.problem(line, column + found.start(), "recommendation", mark.message, mark.fix)
                continue
            yield from self._cited(token.content[position : found.start()], line, column + position)
            printed = ready("")
            yield Piece("", line, column + found.start(), mark=mark, token=printed), printed
            position = found.end()
        yield from self._cited(token.content[position:], line, column + position)

    def _cited(self, words: str, line: int, column: int) -> Iterator[tuple[Piece, Token]]:
        """A piece of text with its citations made into links."""
        position = 0
        for found, parts in self._citations.found(words):
            yield _text(words[position : found.start()], line, column + position)
            place = self._found.ids.take(f"cite-{len(self._found.citations) + 1}", line)
            citation = Citation(parts, place, line, column + found.start())
            self._found.citations.append(citation)
            yield (
                Piece("", line, citation.column, citation=citation),
                ready(self._citations.html(citation)),
            )
            position = found.end()
        yield _text(words[position:], line, column + position)

    def _link(self, token: Token, line: int, column: int) -> None:
        written = str(token.attrs.get("href", ""))
        target = self._addresses.target(written, self._page)
        self._found.links.append(Link(written, target, line, column))
        self._note_label(token)
        if target.url is None:
            # Without its address it is words, and harmless.
            token.attrs = {}
            self._found.problem(line, column, "link", target.refusal, target.fix)
        else:
            token.attrSet("href", target.url)

    def _picture(self, token: Token, line: int, column: int) -> None:
        written = str(token.attrs.get("src", ""))
        target = self._addresses.target(written, self._page, picture=True)
        self._found.links.append(Link(written, target, line, column, picture=True))
        self._note_label(token)
        words = plain_text(token.children or [])
        if not words.strip():
            self._found.problem(
                line,
                column,
                "picture-words",
                "This picture has no words for those who cannot see it.",
                "Say what it shows between the brackets: ![Response over six weeks](…).",
            )
        if target.url is None:
            token.type, token.content = "text", words
            self._found.problem(line, column, "picture", target.refusal, target.fix)
        else:
            token.attrSet("src", target.url)
            token.attrSet("loading", "lazy")

    def _note_label(self, token: Token) -> None:
        if "label" in token.meta:
            self._found.used_labels.add(token.meta["label"])

    def _html(self, token: Token, line: int, column: int) -> None:
        if is_allowed(token.content):
            token.type = "ready"
        elif is_comment(token.content):
            token.type, token.content = "ready", ""
        elif is_of_table(token.content):
            self._found.problem(
                line,
                column,
                "html-table",
                "This table is written in HTML, which is not allowed here.",
                "Write | Time | Pressure | with |---|---| below it, then a line for each row.",
            )
        else:
            self._found.problem(
                line,
                column,
                "raw-html",
                f"HTML is not allowed here: {token.content.split(chr(10))[0][:60]}",
                "Remove what stands in < and >; bold is **bold**. For a smaller-than sign write &lt; or put a space behind it. "
                f"Only {', '.join(ALLOWED)} may be written, without attributes.",
            )


def _text(words: str, line: int, column: int) -> tuple[Piece, Token]:
    return Piece(words, line, column), Token("text", "", 0, content=words)
