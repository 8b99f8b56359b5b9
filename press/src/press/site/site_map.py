"""The address of every file of the site, worked out without a site generator."""

import posixpath
from pathlib import Path

from ..content.listings import listings
from ..content.project import Project
from ..markdown.links import SiteMap
from .generated_files import generated_files
from .site import Site

_NOT_PUBLISHED = ("overrides/",)


def site_of(project: Project) -> SiteMap:
    """What mkdocs will make of the project's folders."""
    files: dict[str, str] = {}
    for file in sorted(project.docs.rglob("*")):
        source = file.relative_to(project.docs).as_posix()
        if file.is_file() and not source.startswith(_NOT_PUBLISHED) and not _is_hidden(source):
            files[source] = address(source)
    for picture in project.pictures():
        source = f"images/{picture.relative_to(project.images).as_posix()}"
        files[source] = source
    for article in project.articles:
        files[article.page] = article.url
    for listing in listings(project):
        files[listing.page] = listing.url
    for path in generated_files(project, "", ""):
        files[path] = path
    return SiteMap(files, aliases_of(project))


def aliases_of(project: Project) -> dict[str, str]:
    """File names of articles that differ from their slugs; links may use both."""
    return {
        f"articles/{article.file.name}": article.page
        for article in project.articles
        if article.file.stem != article.slug
    }


def whole_site(project: Project) -> Site:
    """The project with its addresses."""
    return Site(project, site_of(project), {article.page: article for article in project.articles})


def address(source: str) -> str:
    """`calculators/iv-dose.md` -> `calculators/iv-dose/`; other files keep their names."""
    folder, name = posixpath.split(source)
    stem, ending = posixpath.splitext(name)
    if ending != ".md":
        return source
    inside = folder if stem in ("index", "README") else posixpath.join(folder, stem)
    return f"{inside}/" if inside else "./"


def _is_hidden(source: str) -> bool:
    return any(part.startswith(".") for part in Path(source).parts)
