"""The one pass over a parsed page: completes its tokens, and finds what other parts ask about it."""

from collections.abc import Sequence

from markdown_it.token import Token

from ..forms.block_problems import calculator_problems
from ..forms.blocks import INFO, read_block
from ..reading.ids import heading_id, item_id, row_id, slug
from ..reading.source_file import SourceFile
from .admonitions import set_admonition_class
from .citations import PageCitations, back_links, places_of_numbers, without_keys
from .findings import Findings
from .inline_tokens import ItemBeingRead, RowBeingRead, lead, plain_text, ready, take_explicit_id
from .inline_visitor import InlineVisitor
from .links import SiteMap
from .parsed_page import Block, BlockKind, Heading, PlacedCalculator
from .passages import ArticlePassage
from .raw_html import behind_comment
from .recommendations import without_marks
from .references import NumberedReference, reference_items
from .source_positions import Cursor, start_of_cell

# Markdown's own limit of 20 drops everything behind the tenth level of a list without a word.
# At 100 a line of 20,000 brackets takes two seconds; what comes near the limit is refused.
MOST_LEVELS = 100
_TOO_DEEP = 60


class PageVisitor:
    """Visits the blocks of one page in their order. `with_passages` gives every table row and list item an id."""

    def __init__(
        self, source: SourceFile, addresses: SiteMap, page: str, citations: PageCitations, *, with_passages: bool
    ) -> None:
        self._source = source
        self._with_passages = with_passages
        self._lines = source.body.split("\n")
        self._line = 1
        self._section = ""
        self._heading_text = ""
        self._lead = ""
        self._table_names: dict[str, int] = {}
        self._items: list[ItemBeingRead] = []
        self._row: RowBeingRead | None = None
        self._reference_items: dict[int, int] = {}
        self._reference_ends: dict[int, Token | None] = {}
        self._found = Findings(source, page)
        self._citations = citations
        self._inline_visitor = InlineVisitor(self._found, addresses, page, citations)

    def visit(self, tokens: Sequence[Token]) -> Findings:
        """The findings of the whole page; its tokens are complete afterwards."""
        # Ids of headings come first: a list item must never take the address of a section.
        for i, token in enumerate(tokens):
            if token.type == "heading_open":
                self._heading(tokens, i)
        headings = {heading.line: heading for heading in self._found.headings}
        self._reference_items = reference_items(tokens)
        self._citations.listed = frozenset(self._reference_items.values())
        for i, token in enumerate(tokens):
            if token.map:
                self._line = self._source.body_line + token.map[0]
            if token.type == "heading_open":
                self._section = headings[self._line].id
                self._heading_text = headings[self._line].text
            self._block(tokens, i)
        self._link_back()
        self._judge_depth(tokens)
        return self._found

    def _block(self, tokens: Sequence[Token], i: int) -> None:
        token = tokens[i]
        if token.nesting < 0:
            if token.type == "tr_close":
                self._end_row()
            elif token.type == "list_item_close":
                self._end_item()
            return
        match token.type:
            case "inline":
                self._inline(tokens, i)
            case "heading_open" if token.markup in ("-", "="):
                self._note("underlined-heading", token)
            case "table_open":
                self._table(token)
            case "tr_open":
                self._row = RowBeingRead(token, self._line, in_head=tokens[i - 1].type == "thead_open")
            case "th_open" | "td_open":
                self._cell(token)
            case "list_item_open":
                if "checked" in token.meta:
                    token.attrSet("class", "task-list-item")  # the parser has set its own class there
                self._items.append(ItemBeingRead(token, self._line, self._reference_items.get(i)))
            case "fence":
                self._fence(token)
            case "code_block":
                self._note("indented-code", token)
            case "html_block":
                self._html_block(token)
            case "alert_open" | "admonition_open":
                unknown = set_admonition_class(token)
                if unknown:
                    self._found.problem(self._line, 1, "callout", *unknown)
            case "footnote_open":
                self._found.ids.take(f"fn:{token.meta['label']}", self._line)
        if token.nesting == 1 and token.type != "paragraph_open":
            self._lead = ""

    def _note(self, kind: BlockKind, token: Token) -> None:
        """Keep what the check has to know of a block."""
        if token.map:
            first, end = (self._source.body_line + number for number in token.map)
            self._found.blocks.append(Block(kind, first, end, token.markup, token.info))

    def _heading(self, tokens: Sequence[Token], i: int) -> None:
        token, inline, line = tokens[i], tokens[i + 1], 1
        if token.map:
            line = self._source.body_line + token.map[0]
        explicit = take_explicit_id(inline)
        text = plain_text(inline.children or [])
        given = self._found.ids.take(explicit or heading_id(text), line)
        if explicit and given != explicit:
            self._found.problem(line, 1, "duplicate-id", f'The id "{explicit}" is used twice.', "Choose another.")
        token.attrSet("id", given)
        level = int(token.tag[1])
        if level == 1 and i == 0:
            self._found.title = text
        self._found.headings.append(Heading(level, given, text, line))
        permalink = f'<a class="headerlink" href="#{given}" title="Copy link">#</a>'
        inline.children = [*(inline.children or []), ready(permalink)]

    def _table(self, token: Token) -> None:
        self._note("table", token)
        name = "Table: " + (self._lead or self._heading_text or "figures")
        self._table_names[name] = self._table_names.get(name, 0) + 1
        if self._table_names[name] > 1:
            name += f" ({self._table_names[name]})"
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
        given = self._found.ids.take(row_id(self._section, row.cells[0]), row.line)
        row.token.attrSet("id", given)
        self._found.passages.append(
            ArticlePassage(given, self._heading_text, " | ".join(row.cells[1:]), row.line, tuple(row.cells))
        )

    def _end_item(self) -> None:
        item = self._items.pop()
        text = " ".join(item.words)
        item.token.meta["name"] = text
        if item.reference is not None:
            reference = NumberedReference(item.reference, text, item.line)
            item.token.attrSet("id", self._found.ids.take(reference.id, item.line))
            self._found.references.append(reference)
            self._reference_ends[item.reference] = item.last
        elif self._with_passages and slug(text):
            given = self._found.ids.take(item_id(self._section, text), item.line)
            item.token.attrSet("id", given)
            self._found.passages.append(ArticlePassage(given, self._heading_text, text, item.line))

    def _link_back(self) -> None:
        """Behind each reference, the way back to the places that cite it."""
        places = places_of_numbers(self._found.citations)
        for number, inline in self._reference_ends.items():
            links = back_links(places.get(number, ()), number)
            if links and inline is not None:
                inline.children = [*(inline.children or []), ready(links)]

    def _fence(self, token: Token) -> None:
        self._note("fence", token)
        if token.info.strip().split(maxsplit=1)[:1] != [INFO]:
            return
        block, problems = read_block(token.content, self._line, self._source)
        if block is not None:
            problems = calculator_problems(block, self._source)
            level = next((h.level for h in reversed(self._found.headings) if h.line < self._line), 1)
            number = len(self._found.calculators) + 1
            placed = PlacedCalculator(block, number, min(level + 1, 6), tuple(problems))
            self._found.calculators.append(placed)
            token.meta = {"calculator": placed}
        self._found.problems += problems

    def _html_block(self, token: Token) -> None:
        rest = behind_comment(token.content)
        if rest is None:
            self._found.problem(
                self._line,
                1,
                "comment",
                "A comment begins here and never ends; all text below it would be lost.",
                "Write --> where the comment ends.",
            )
        elif rest:
            self._found.problem(
                self._line,
                1,
                "comment",
                "The words behind a comment are not read as Markdown.",
                "Put the comment on lines of its own.",
            )
            token.content = rest
        else:
            token.content = ""

    def _inline(self, tokens: Sequence[Token], i: int) -> None:
        token, before = tokens[i], tokens[i - 1]
        text = without_keys(without_marks(plain_text(token.children or [])))
        about = self._row.cells[0] if self._row is not None and self._row.cells else ""
        is_cell = self._row is not None
        if self._row is not None:
            row = self._lines[token.map[0]] if token.map else ""
            cursor = Cursor(row, self._line, start_of_cell(row, len(self._row.cells)))
            self._row.cells.append(text)
        else:
            first, last = token.map or (0, 0)
            cursor = Cursor("\n".join(self._lines[first:last]), self._line)
            if self._items and before.level == self._items[-1].token.level + 1:
                self._items[-1].words.append(text)
                self._items[-1].last = token
        if before.type == "paragraph_open":
            self._lead = lead(text, token.children or [])
            self._note("paragraph", token)
        self._found.word_count += len(token.content.split())
        self._inline_visitor.visit(
            token,
            cursor,
            in_heading=before.type == "heading_open",
            in_references=bool(self._items) and any(item.reference is not None for item in self._items),
            section=self._section,
            row=about if is_cell else None,
        )

    def _judge_depth(self, tokens: Sequence[Token]) -> None:
        deepest = max(tokens, key=lambda token: token.level, default=None)
        if deepest is not None and deepest.level >= _TOO_DEEP:
            self._found.problem(
                self._source.body_line + (deepest.map[0] if deepest.map else 0),
                1,
                "nesting",
                f"This is nested {deepest.level // 2} levels deep; what follows may be lost.",
                "Write it flatter.",
            )
