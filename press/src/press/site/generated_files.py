"""Files of the site that are no pages: feeds, citations, the app's manifest, a schema, what old answers are checked against."""

import json

from ..content.project import Project
from ..content.schemas import SCHEMAS
from .answer_history import history_files
from .citation_export import cited_article
from .feeds import feeds
from .web_manifest import web_manifest

_SCHEMAS = "schemas"


def generated_files(project: Project, site_name: str, site_url: str) -> dict[str, bytes]:
    """Each file by its address in the site. `site_url` ends in a slash."""
    files = {**feeds(project, site_name, site_url), **history_files(project), **web_manifest(project, site_name)}
    for name, schema in SCHEMAS.items():
        text = json.dumps(schema(project.lists), indent=2, ensure_ascii=False)
        files[f"{_SCHEMAS}/{name}.json"] = f"{text}\n".encode()
    for article in project.listed_articles:
        cited = cited_article(article, site_name, site_url)
        if cited is not None:
            files[f"{article.url}cite.bib"] = cited.bibtex().encode()
            files[f"{article.url}cite.ris"] = cited.ris().encode()
    return files
