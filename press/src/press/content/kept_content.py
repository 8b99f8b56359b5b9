"""What has been read of a project in an earlier run: articles, works and the glossary, each by the bytes of its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import Any

from ..reading.digests import code_digest, digest, file_digest
from ..reading.kept_results import KeptResults
from ..reading.source_file import SourceFile, source_of
from .articles import Article, article_of, read_of
from .closed_lists import Lists
from .people import FILE as PEOPLE
from .project import KnownContent, Project
from .taxonomy import FILE as TAXONOMY

_AT_ONCE = 200
"""The bytes of so many files are held at once beside what is made of them."""
_IS_TEXT = "is text"
"""Beside the fields of an article, whether its file has been found to be nothing but its text."""


@dataclass(frozen=True)
class _File:
    path: Path
    shown: str
    data: bytes


def read_with(kept: KeptResults, project: Project) -> Project:
    """The same project with all its articles read. Those whose files are as they were are taken from what is kept."""
    lists = _lists_digest(project)
    articles: list[Article] = []
    for paths in batched(project.article_files(), _AT_ONCE, strict=False):
        files = {}
        for path in paths:
            shown, data = project.shown_as_found(path), path.read_bytes()
            files[digest("article", code_digest(), lists, shown, data)] = _File(path, shown, data)
        found = kept.found(files)
        read = {key: _article(file, found.get(key), project.lists) for key, file in files.items()}
        kept.keep({key: _read_of(article, files[key]) for key, article in read.items() if key not in found})
        articles += read.values()
    return Project(project.root, project.today, KnownContent(project.lists, project.list_problems, articles))


def _lists_digest(project: Project) -> str:
    return digest(*(file_digest(project.content / name) for name in (PEOPLE, TAXONOMY)))


def _article(file: _File, read: Mapping[str, Any] | None, lists: Lists) -> Article:
    if read is None:
        return article_of(source_of(file.data, file.shown), file.path, lists)
    fields = dict(read)
    is_text = fields.pop(_IS_TEXT)
    source = SourceFile.of_data(file.shown, file.data) if is_text else source_of(file.data, file.shown)
    return Article(file=file.path, source=source, **fields)


def _read_of(article: Article, file: _File) -> dict[str, Any]:
    source = article.source
    return {**read_of(article), _IS_TEXT: source.data == file.data and not source.problems}
