"""What changed against the published text, in the words that readers see, and apart from it what is clinical."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Any

from ketamine_calculators.wording import counted

from ..content.articles import Article, article_of
from ..content.front_matter import FIELDS
from ..markdown.parser import parse
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from .articles import seen_text
from .block_pairs import Pair, pairs
from .clinical_words import clinical_words, quantities
from .front_matter_form import read_values
from .shown_blocks import ShownBlock, shown_blocks
from .workspace import Workspace

_NOT_CLINICAL = frozenset({"reference", "field"})
_READ_BY_READERS = ("title", "excerpt")
_TOP = "Top of the file"
_NEAR = 4
"""So many words around a change are shown with it; two changes nearer than that are one."""
_WORD = re.compile(r"\S+\s*")
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_LONGEST = 300


@dataclass(frozen=True)
class ClinicalChange:
    """A change on which a treatment can depend, with the words around it."""

    before: str
    after: str
    where: str
    kinds: tuple[str, ...]


def compare(workspace: Workspace, path: str, text: str) -> dict[str, Any]:
    """The difference between this text and the published one of the same file."""
    article = _article(workspace, path, text)
    published = workspace.published(path) if article is None else seen_text(article, workspace)
    before = [] if published is None else _blocks(workspace, path, published)
    after = _blocks(workspace, path, text)
    paired = list(pairs(before, after))
    clinical = [] if published is None else list(clinical_changes(paired))
    numbers_changed = published is not None and _quantities(before) != _quantities(after)
    changed = [pair for pair in paired if not _is_same(pair)]
    needs_entry = (
        numbers_changed
        and _was_public(workspace, path, published)
        and not _has_new_entry(text, published or "", workspace.today)
    )
    return {
        "html": difference_html(paired),
        "clinical": [asdict(change) for change in clinical],
        "numbers_changed": numbers_changed,
        "needs_change_entry": needs_entry,
        "words": _words(published is None, changed, clinical, needs_entry, workspace.today),
    }


def _blocks(workspace: Workspace, path: str, text: str) -> list[ShownBlock]:
    """The blocks of an article, its top lines first; of any other file its lines."""
    article = _article(workspace, path, text)
    if article is None:
        return [ShownBlock("paragraph", line.strip(), "") for line in text.splitlines() if line.strip()]
    works = workspace.site.references.works
    page = parse(article.source, addresses=workspace.site.addresses, page=article.page, works=works)
    return [*_fields(text), *shown_blocks(page)]


def _article(workspace: Workspace, path: str, text: str) -> Article | None:
    file = workspace.file(path)
    if not file.is_relative_to(workspace.project.articles_folder) or file.suffix != ".md":
        return None
    return article_of(source_of(as_bytes(text), path), file, workspace.project.lists)


def _fields(text: str) -> Iterator[ShownBlock]:
    values = read_values(text)["values"]
    for field in FIELDS:
        if field.name in values:
            kind = "paragraph" if field.name in _READ_BY_READERS else "field"
            yield ShownBlock(kind, f"{field.label}: {_plain(values[field.name])}", _TOP)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return ", ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _was_public(workspace: Workspace, path: str, published: str | None) -> bool:
    article = None if published is None else _article(workspace, path, published)
    return article is not None and article.is_public(workspace.today)


def _has_new_entry(text: str, published: str, today: datetime.date) -> bool:
    """Whether the list of changes has an entry of this day that readers do not know: one of today may be of another change."""
    known = _entries(published)
    return any(one.get("date") == today.isoformat() and one not in known for one in _entries(text))


def _entries(text: str) -> list[dict[str, Any]]:
    entries = read_values(text)["values"].get("changes")
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _is_same(pair: Pair) -> bool:
    before, after = pair
    return before is not None and after is not None and (before.words, before.marks) == (after.words, after.marks)


def _quantities(blocks: Sequence[ShownBlock]) -> Any:
    return quantities(_CITATION.sub("", block.words) for block in blocks if block.kind not in _NOT_CLINICAL)


def clinical_changes(paired: Sequence[Pair]) -> Iterator[ClinicalChange]:
    """Every change of a number, a unit, a drug, a denial, a limit or an instruction, and every step in another place."""
    gone = {_identity(before) for before, after in paired if before and after is None}
    new = {_identity(after) for before, after in paired if after and before is None}
    for before, after in paired:
        shown = after or before
        if shown is None or shown.kind in _NOT_CLINICAL or (before and after and before.words == after.words):
            continue
        if before is None or after is None:
            is_moved = _identity(shown) in gone & new
            if is_moved and shown.kind == "step" and after:
                yield ClinicalChange("", shown.words, f"{shown.place}, now in another place of its list", ("order",))
            elif not is_moved:
                yield from _of_whole(before, after, shown)
        else:
            yield from _within(before, after)


def _identity(block: ShownBlock) -> tuple[str, str]:
    return block.kind, block.words


def _of_whole(before: ShownBlock | None, after: ShownBlock | None, shown: ShownBlock) -> Iterator[ClinicalChange]:
    """A block that is new or gone, where it has a number, a drug or an instruction."""
    kinds = _kinds(_CITATION.sub("", shown.words), "")
    if not {"number", "drug", "instruction", "denial"}.isdisjoint(kinds):
        yield ClinicalChange(_cut(before), _cut(after), shown.place, kinds)


def _cut(block: ShownBlock | None) -> str:
    words = block.words if block else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _within(before: ShownBlock, after: ShownBlock) -> Iterator[ClinicalChange]:
    """The changes within a block, each with the words around it."""
    old, new = _WORD.findall(before.words), _WORD.findall(after.words)
    groups = SequenceMatcher(None, _stripped(old), _stripped(new), autojunk=False).get_grouped_opcodes(_NEAR)
    for group in groups:
        changed = [(tag, a, b, c, d) for tag, a, b, c, d in group if tag != "equal"]
        kinds = _kinds(
            " ".join("".join(old[a:b]) for _, a, b, _, _ in changed),
            " ".join("".join(new[c:d]) for _, _, _, c, d in changed),
        )
        if kinds:
            first, last = group[0], group[-1]
            yield ClinicalChange(
                "".join(old[first[1] : last[2]]).strip(), "".join(new[first[3] : last[4]]).strip(), after.place, kinds
            )


def _stripped(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]


def _kinds(before: str, after: str) -> tuple[str, ...]:
    old, new = clinical_words(_CITATION.sub("", before)), clinical_words(_CITATION.sub("", after))
    return tuple(sorted({kind for kind, _ in (*(old - new), *(new - old))}))


def difference_html(paired: Sequence[Pair]) -> str:
    """The changed blocks below their headings, words that are gone in `del` and new ones in `ins`. All text is escaped."""
    parts: list[str] = []
    section, same = None, 0
    for before, after in paired:
        shown = after or before
        if shown is None or _is_same((before, after)):
            same += 1
            continue
        parts += _same_html(same)
        same = 0
        if shown.section != section and shown.kind != "heading":
            section = shown.section
            parts.append(f'<h3 class="comparison-section">{escape(section)}</h3>' if section else "")
        parts.append(_block_html(before, after, shown.kind))
    return "\n".join(filter(None, [*parts, *_same_html(same)]))


def _same_html(count: int) -> list[str]:
    return [f'<p class="comparison-same">{counted(count, "block")} without a change</p>'] if count else []


def _block_html(before: ShownBlock | None, after: ShownBlock | None, kind: str) -> str:
    state = "gone" if after is None else "new" if before is None else "changed"
    words = "".join(_marked(before.words if before else "", after.words if after else ""))
    if before and after and before.words == after.words:
        state = "layout"
        words += ' <span class="comparison-layout">(only an address or the look of words changed)</span>'
    return f'<p class="comparison-block" data-kind="{kind}" data-state="{state}">{words}</p>'


def _marked(before: str, after: str) -> Iterator[str]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for tag, a, b, c, d in SequenceMatcher(None, _stripped(old), _stripped(new), autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal":
            yield escape(come)
        else:
            gap = " " if come.endswith(" ") or (gone.endswith(" ") and not come) else ""
            yield f"<del>{escape(gone.strip())}</del>" if gone.strip() else ""
            yield " " if gone.strip() and come.strip() else ""
            yield f"<ins>{escape(come.strip())}</ins>" if come.strip() else ""
            yield gap


def _words(
    is_new: bool, changed: Sequence[Pair], clinical: Sequence[ClinicalChange], needs_entry: bool, today: datetime.date
) -> str:
    if is_new:
        return "This article is new: there is no published text to compare it with."
    if not changed:
        return "Nothing changed against the published text."
    said = f"{counted(len(changed), 'block')} changed against the published text"
    said += f", {counted(len(clinical), 'clinical change')}: read each." if clinical else ", no clinical change found."
    if needs_entry:
        said += f" A number changed: tell readers in the list of changes, with an entry of {today.isoformat()}."
    return said
