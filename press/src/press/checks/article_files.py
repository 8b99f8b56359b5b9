"""Files in the folder of articles that become no article: a document of a word processor, a picture, a wrong name.

Without a word about them an editor would wait for an article that never appears.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from ..content.project import Project
from ..markdown.links import PICTURES
from ..reading.ids import SLUG, slug
from ..reading.problems import Problem
from ..site.pages import Pages

_DOCUMENTS = {
    ".doc": "a document of Word",
    ".docm": "a document of Word",
    ".docx": "a document of Word",
    ".gdoc": "a link to a document of Google",
    ".htm": "a page of the web",
    ".html": "a page of the web",
    ".odt": "a document of LibreOffice",
    ".pages": "a document of Pages",
    ".pdf": "a PDF",
    ".rtf": "a document with formatting",
}
_TEXT = (".markdown", ".md", ".mdown", ".mdx", ".mkd", ".text", ".txt")
_IMPORT = "Begin an article at the desk (or with press new), paste the text into it, and move this file elsewhere."
_COPY = re.compile(r"\.(?:bak|orig|rej|swp|tmp|md~)$", re.IGNORECASE)


def problems(pages: Pages) -> Iterator[Problem]:
    """Every file and folder among the articles that becomes none, hidden ones apart."""
    folder = pages.site.project.articles_folder
    yield from of_files(sorted(folder.rglob("*")) if folder.is_dir() else [], pages.site.project)


def of_files(files: Iterable[Path], project: Project) -> Iterator[Problem]:
    """The same of these files alone, wherever they lie. What is right is passed over."""
    for file in files:
        # Word keeps a file that begins with ~$ beside each document that is open.
        if not file.name.startswith((".", "~$")) and (refusal := _refusal(file, project)):
            message, fix = refusal
            yield Problem(f"{project.shown(file.parent)}/{file.name}", 1, 1, "article-file", message, fix)


def _refusal(file: Path, project: Project) -> tuple[str, str] | None:
    """Why this is no article, and the remedy; none for an article, and for a file that belongs where it lies."""
    name, ending = file.name, file.suffix.lower()
    if file.is_dir():
        is_named_so = ending in (*_TEXT, *_DOCUMENTS)
        return (f"{name} is a folder, and no article.", "Call the folder by another name.") if is_named_so else None
    if not file.exists():
        return f"{name} leads to a file that is not there.", "Put the file itself here, or remove this one."
    among_articles = file.resolve().is_relative_to(project.articles_folder.resolve())
    if not among_articles and not _is_foreign(file, project):
        return None
    if what := _DOCUMENTS.get(ending):
        return f"{name} is {what}, and no article.", _IMPORT
    if ending in _TEXT:
        return _misnamed(file) if among_articles or file.suffix != ".md" else None
    if ending in PICTURES:
        return f"{name} is a picture, and no article.", "Move it to content/images/articles."
    if _COPY.search(name):
        return f"{name} is a copy that a program left.", "Move it elsewhere, or remove it."
    return f"{name} is no article; the name of one ends in .md.", f"Call it {_right_name(file)}, or move it elsewhere."


def _is_foreign(file: Path, project: Project) -> bool:
    """Whether it lies outside the folders in which such a file has a use of its own."""
    return not any(file.resolve().is_relative_to(folder.resolve()) for folder in (project.docs, project.content))


def _misnamed(file: Path) -> tuple[str, str] | None:
    right = _right_name(file)
    if file.suffix != ".md":
        return (
            f"{file.name} is not read as an article: its name ends in {file.suffix}.",
            f"Call it {right}. Where the ending is not shown, let your system show the endings of files first.",
        )
    if SLUG.fullmatch(file.stem):
        return None
    return f'The name "{file.name}" cannot stand in an address.', f"Call it {right}."


def _right_name(file: Path) -> str:
    """The name with small letters, figures and hyphens, without what programs put behind it."""
    stem = file.name
    while Path(stem).suffix.lower() in (*_TEXT, *_DOCUMENTS):
        stem = Path(stem).stem
    plain = normalize("NFKD", stem.casefold().replace("_", "-").replace(".", "-")).encode("ascii", "ignore").decode()
    return f"{slug(plain) or 'its-subject'}.md"
