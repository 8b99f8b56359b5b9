"""Files of the site that are no pages: feeds, citations, the app's manifest, a schema, what old answers are checked against."""

import json
from collections.abc import Callable
from functools import partial

from ..content.closed_lists import Lists
from ..content.project import Project
from ..content.schemas import SCHEMAS
from .answer_history import history_files
from .citation_export import CitedArticle, cited_article
from .feeds import feeds
from .web_manifest import web_manifest

_SCHEMAS = "schemas"
FileMaker = Callable[[], bytes]
"""Makes the bytes of a file. Only a build needs them; a check needs the addresses alone."""


def generated_files(project: Project, site_name: str, site_url: str) -> dict[str, FileMaker]:
    """What makes each file, by its address in the site. `site_url` ends in a slash."""
    files = {**feeds(project, site_name, site_url), **history_files(project), **web_manifest(project, site_name)}
    for name in SCHEMAS:
        files[f"{_SCHEMAS}/{name}.json"] = partial(_schema, name, project.lists)
    for article in project.listed_articles:
        cited = cited_article(article, site_name, site_url)
        if cited is not None:
            files |= _citations(article.url, cited)
    return files


def _schema(name: str, lists: Lists) -> bytes:
    text = json.dumps(SCHEMAS[name](lists), indent=2, ensure_ascii=False)
    return f"{text}\n".encode()


def _citations(url: str, cited: CitedArticle) -> dict[str, FileMaker]:
    return {f"{url}cite.bib": lambda: cited.bibtex().encode(), f"{url}cite.ris": lambda: cited.ris().encode()}
