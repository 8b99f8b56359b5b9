"""One pass over a parsed page: ids, links, names and refusals, each with its line."""

from collections.abc import Sequence

from markdown_it.token import Token

from ..forms.blocks import INFO, read_block
from ..reading.ids import Ids, heading_id, item_id, row_id, slug
from ..reading.source_file import SourceFile
from .admonitions import finish_callout
from .inline_tokens import ItemBeingRead, RowBeingRead, lead, plain_text, ready, take_explicit_id
from .links import SiteMap
from .passages import ArticlePassage
from .raw_html import ALLOWED, behind_comment, is_allowed, is_comment
from .references import (
    Citation,
    NumberedReference,
    back_links,
    citation_html,
    cited,
    identifiers_linked,
    reference_items,
)
from .rendered_page import Heading, Link, RenderedPage, RunningText
from .source_positions import Reading, places, start_of_cell

# Markdown's own limit of 20 drops everything behind the tenth level of a list without a word.
# At 100 a line of 20,000 brackets takes two seconds; what comes near the limit is refused.
MOST_LEVELS = 100
_TOO_DEEP = 60


class Walk:
    """The pass over one page. Tokens are completed in place; findings gather in `rendered`."""

    def __init__(self, source: SourceFile, site: SiteMap, page: str, *, with_passages: bool) -> None:
        self._source = source
        self._site = site
        self._page = page
        self._with_passages = with_passages
        self._lines = source.body.split("\n")
        self._ids = Ids()
        self._line = 1
        self._section = ""
        self._heading_text = ""
        self._lead = ""
        self._names: dict[str, int] = {}
        self._items: list[ItemBeingRead] = []
        self._row: RowBeingRead | None = None
        self._reference_items: dict[int, int] = {}
        self._reference_ends: dict[int, Token | None] = {}
        self._known_references: frozenset[int] = frozenset()
        self.rendered = RenderedPage(ids=self._ids.lines)

    def over(self, tokens: Sequence[Token]) -> RenderedPage:
        """The findings of the whole page."""
        # Ids of headings come first: a list item must never take the address of a section.
        for i, token in enumerate(tokens):
            if token.type == "heading_open":
                self._heading(tokens, i)
        headings = {heading.line: heading for heading in self.rendered.headings}
        self._reference_items = reference_items(tokens)
        self._known_references = frozenset(self._reference_items.values())
        for i, token in enumerate(tokens):
            if token.map:
                self._line = self._source.body_line + token.map[0]
            if token.type == "heading_open":
                self._section = headings[self._line].id
                self._heading_text = headings[self._line].text
            self._block(tokens, i)
        self._link_back()
        deepest = max(tokens, key=lambda token: token.level, default=None)
        if deepest is not None and deepest.level >= _TOO_DEEP:
            line = self._source.body_line + (deepest.map[0] if deepest.map else 0)
            self._problem(
                line,
                1,
                "nesting",
                f"This is nested {deepest.level // 2} levels deep; what follows may be lost.",
                "Write it flatter.",
            )
        return self.rendered

    def _problem(self, line: int, column: int, rule: str, message: str, fix: str) -> None:
        self.rendered.problems.append(self._source.problem(line, column, rule, message, fix))

    # Blocks

    def _block(self, tokens: Sequence[Token], i: int) -> None:
        token = tokens[i]
        match token.type:
            case "inline":
                self._inline(tokens, i)
            case "table_open":
                self._table(token)
            case "tr_open":
                self._row = RowBeingRead(token, self._line, in_head=tokens[i - 1].type == "thead_open")
            case "tr_close":
                self._end_row()
            case "th_open" | "td_open":
                self._cell(token)
            case "list_item_open":
                self._items.append(ItemBeingRead(token, self._line, self._reference_items.get(i)))
            case "list_item_close":
                self._end_item()
            case "fence":
                self._fence(token)
            case "html_block":
                self._html_block(token)
            case "alert_open" | "admonition_open":
                said = finish_callout(token)
                if said:
                    self._problem(self._line, 1, "callout", *said)
            case "footnote_open":
                self._ids.take(f"fn:{token.meta['label']}", self._line)
        if token.nesting == 1 and token.type != "paragraph_open":
            self._lead = ""

    def _heading(self, tokens: Sequence[Token], i: int) -> None:
        token, inline, line = tokens[i], tokens[i + 1], 1
        if token.map:
            line = self._source.body_line + token.map[0]
        explicit = take_explicit_id(inline)
        text = plain_text(inline.children or [])
        given = self._ids.take(explicit or heading_id(text), line)
        if explicit and given != explicit:
            self._problem(line, 1, "duplicate-id", f'The id "{explicit}" is used twice.', "Choose another.")
        token.attrSet("id", given)
        level = int(token.tag[1])
        if level == 1 and i == 0:
            self.rendered.title = text
        self.rendered.headings.append(Heading(level, given, text, line))
        permalink = f'<a class="headerlink" href="#{given}" title="Permanent link">¶</a>'
        inline.children = [*(inline.children or []), ready(permalink)]

    def _table(self, token: Token) -> None:
        name = "Table: " + (self._lead or self._heading_text or "figures")
        self._names[name] = self._names.get(name, 0) + 1
        if self._names[name] > 1:
            name += f" ({self._names[name]})"
        token.meta["name"] = name

    def _cell(self, token: Token) -> None:
        # Alignment comes as an inline style, which a strict content policy forbids.
        style = token.attrs.pop("style", None)
        if style:
            token.attrSet("class", f"align-{str(style).removeprefix('text-align:')}")
        if token.type == "th_open":
            token.attrSet("scope", "col")

    def _end_row(self) -> None:
        row, self._row = self._row, None
        if row is None or row.in_head or not self._with_passages or not row.cells:
            return
        given = self._ids.take(row_id(self._section, row.cells[0]), row.line)
        row.token.attrSet("id", given)
        self.rendered.passages.append(
            ArticlePassage(given, self._heading_text, " | ".join(row.cells[1:]), row.line, tuple(row.cells))
        )

    def _end_item(self) -> None:
        item = self._items.pop()
        text = " ".join(item.words)
        item.token.meta["name"] = text
        if item.reference is not None:
            reference = NumberedReference(item.reference, text, item.line)
            item.token.attrSet("id", self._ids.take(reference.id, item.line))
            self.rendered.references.append(reference)
            self._reference_ends[item.reference] = item.last
        elif self._with_passages and slug(text):
            given = self._ids.take(item_id(self._section, text), item.line)
            item.token.attrSet("id", given)
            self.rendered.passages.append(ArticlePassage(given, self._heading_text, text, item.line))

    def _link_back(self) -> None:
        """Behind each reference, the way back to the places that cite it."""
        for number, inline in self._reference_ends.items():
            links = back_links(self.rendered.citations, number)
            if links and inline is not None:
                inline.children = [*(inline.children or []), ready(links)]

    def _fence(self, token: Token) -> None:
        if token.info.strip().split(maxsplit=1)[:1] != [INFO]:
            return
        block, problems = read_block(token.content, self._line, self._source)
        self.rendered.problems += problems
        if block is None:
            return
        self.rendered.calculators.append(block)
        level = next((h.level for h in reversed(self.rendered.headings) if h.line < self._line), 1)
        token.meta = {
            "block": block,
            "instance": len(self.rendered.calculators),
            "level": min(level + 1, 6),
        }

    def _html_block(self, token: Token) -> None:
        rest = behind_comment(token.content)
        if rest is None:
            self._problem(
                self._line,
                1,
                "comment",
                "A comment begins here and never ends; all text below it would be lost.",
                "Write --> where the comment ends.",
            )
        elif rest:
            self._problem(
                self._line,
                1,
                "comment",
                "The words behind a comment are not read as Markdown.",
                "Put the comment on lines of its own.",
            )
            token.content = rest
        else:
            token.content = ""

    # Pieces of a paragraph

    def _inline(self, tokens: Sequence[Token], i: int) -> None:
        token = tokens[i]
        children = token.children or []
        text = plain_text(children)
        if self._row is not None:
            row = self._lines[token.map[0]] if token.map else ""
            reading = Reading(row, self._line, start_of_cell(row, len(self._row.cells)))
            self._row.cells.append(text)
        else:
            first, last = token.map or (0, 0)
            reading = Reading("\n".join(self._lines[first:last]), self._line)
            if self._items and tokens[i - 1].level == self._items[-1].token.level + 1:
                self._items[-1].words.append(text)
                self._items[-1].last = token
        if tokens[i - 1].type == "paragraph_open":
            self._lead = lead(text, children)
        in_heading = tokens[i - 1].type == "heading_open"
        in_references = any(item.reference is not None for item in self._items)
        done: list[Token] = []
        in_link = 0
        for child, line, column in places(children, reading):
            in_link += child.nesting if child.type.startswith("link_") else 0
            match child.type:
                case "text":
                    self.rendered.texts.append(RunningText(child.content, line, column, in_references, in_heading))
                    if in_references and not in_link:
                        child = ready(identifiers_linked(child.content))
                    elif "[" in child.content and self._known_references and not in_link and not in_heading:
                        done += self._with_citations(child, line, column)
                        continue
                case "link_open":
                    self._link(child, line, column)
                case "image":
                    self._picture(child, line, column)
                case "html_inline":
                    self._html(child, line, column)
                case "footnote_ref":
                    again = child.meta["subId"] + 1
                    self._ids.take(f"fnref{'' if again == 1 else again}:{child.meta['label']}", line)
            done.append(child)
        token.children = done

    def _with_citations(self, token: Token, line: int, column: int) -> list[Token]:
        """A piece of text with its citations made into links."""
        pieces: list[Token] = []
        position = 0
        for found, numbers in cited(token.content):
            place = self._ids.take(f"cite-{len(self.rendered.citations) + 1}", line)
            self.rendered.citations.append(Citation(numbers, place, line, column + found.start()))
            before = Token("text", "", 0, content=token.content[position : found.start()])
            pieces += [before, ready(citation_html(found, place, self._known_references))]
            position = found.end()
        return [*pieces, Token("text", "", 0, content=token.content[position:])]

    def _link(self, token: Token, line: int, column: int) -> None:
        written = str(token.attrs.get("href", ""))
        target = self._site.target(written, self._page)
        self.rendered.links.append(Link(written, target, line, column))
        if target.url is None:
            # Without its address it is words, and harmless.
            token.attrs = {}
            self._problem(line, column, "link", target.refusal, target.fix)
        else:
            token.attrSet("href", target.url)

    def _picture(self, token: Token, line: int, column: int) -> None:
        written = str(token.attrs.get("src", ""))
        target = self._site.target(written, self._page, picture=True)
        self.rendered.links.append(Link(written, target, line, column, picture=True))
        words = plain_text(token.children or [])
        if not words.strip():
            self._problem(
                line,
                column,
                "picture-words",
                "This picture has no words for those who cannot see it.",
                "Say what it shows between the brackets: ![Response over six weeks](…).",
            )
        if target.url is None:
            token.type, token.content = "text", words
            self._problem(line, column, "picture", target.refusal, target.fix)
        else:
            token.attrSet("src", target.url)
            token.attrSet("loading", "lazy")

    def _html(self, token: Token, line: int, column: int) -> None:
        if is_allowed(token.content):
            token.type = "ready"
        elif is_comment(token.content):
            token.type, token.content = "ready", ""
        else:
            self._problem(
                line,
                column,
                "raw-html",
                f"HTML is not allowed here: {token.content.split(chr(10))[0][:60]}",
                "Use Markdown. For a smaller-than sign write &lt; or put a space behind it. "
                f"Only {', '.join(ALLOWED)} may be written, without attributes.",
            )
