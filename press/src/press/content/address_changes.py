"""An article's new address, written wherever the old one stands: in the links of pages and in the glossary."""

import re
from pathlib import Path

from ..reading.file_changes import FileChanges
from ..reading.strict_yaml import YamlValue
from .glossary import FILE as GLOSSARY
from .glossary import read_glossary
from .project import Project

_LINE_END = re.compile(r"(\r\n|\r|\n)")


def rewrite_addresses(project: Project, old: str, new: str, changes: FileChanges) -> list[Path]:
    """The files in which the slug `old` stood as a link or in the glossary; each is to be changed."""
    pages = [*project.article_files(), *sorted(project.docs.rglob("*.md"))]
    changed = [page for page in pages if _links_rewritten(page, old, new, changes)]
    glossary = project.content / GLOSSARY
    return [*changed, glossary] if _glossary_rewritten(glossary, old, new, changes) else changed


def _links_rewritten(page: Path, old: str, new: str, changes: FileChanges) -> bool:
    """Whether links to the old address stood in a page; they are to be changed."""
    text = changes.text(page)
    # Only in the address of a link: [words](…), [label]: …, never in front matter's redirectFrom.
    address = re.compile(
        rf"((?:\]\(|\]:\s*)<?(?:/articles/|(?:\.\./)*(?:articles/)?(?:\.\./)*|\./)){re.escape(old)}(?=(?:\.md|/)?[)#?>\s])"
    )
    rewritten = address.sub(rf"\g<1>{new}", text)
    if rewritten == text:
        return False
    changes.set(page, rewritten)
    return True


def _glossary_rewritten(file: Path, old: str, new: str, changes: FileChanges) -> bool:
    """Whether terms sent readers to the old address, or were not linked in the article of that name; they change."""
    places = _glossary_places(file, old)
    if not places:
        return False
    # Lines at even places, their ends between them.
    lines = _LINE_END.split(changes.text(file))
    # From the end, so that a change does not move the places before it.
    for place in sorted(places, key=lambda place: (place.line, place.column), reverse=True):
        index, start = 2 * (place.line - 1), place.column - 1
        lines[index] = lines[index][:start] + lines[index][start:].replace(old, new, 1)
    changes.set(file, "".join(lines))
    return True


def _glossary_places(file: Path, slug: str) -> list[YamlValue]:
    """The values of the glossary that name an article."""
    places: list[YamlValue] = []
    for entry in read_glossary(file.parent, file.name)[0].entries:
        given = dict(entry.place.entries) if entry.place else {}
        if f"{entry.see.partition('#')[0].rstrip('/')}/" == f"/articles/{slug}/":
            places.append(given["see"])
        if slug in entry.not_in:
            places += [item for item in given["not_in"].items if item.data == slug]
    return places
