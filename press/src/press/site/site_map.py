"""The address of every file of the site that a page may link to: the one map, for the check and for the build."""

import os
import posixpath
from pathlib import Path
from urllib.parse import quote

from ..content.listings import listings
from ..content.project import Project
from ..markdown.links import SiteMap
from ..runtime.file_manifest import MANIFEST
from .article_markdown import markdown_address
from .bill_of_materials import BILL, has_locks
from .generated_files import generated_files
from .machine_files import ADDRESSES as MACHINE_FILES
from .site import Site

_NOT_PUBLISHED = ("overrides/", "templates/")


def site_map_of(project: Project) -> SiteMap:
    """Every such file by its source path.

    What the site is made with is not among them: the theme's files, scripts and style sheets, whose names change with their
    content. Nor are the pages at earlier addresses of articles, which only lead on.
    """
    files: dict[str, str] = {}
    for source in _files_below(project.docs):
        if not source.startswith(_NOT_PUBLISHED) and not _is_hidden(source):
            files[source] = address(source)
    for picture in project.pictures():
        source = picture_source(picture, project)
        files[source] = address(source)
    for article in project.articles:
        files[article.page] = article.url
    for listing in listings(project):
        files[listing.page] = listing.url
    # Beside its page, whose address ends in a slash; this one is no page.
    files |= {(place := markdown_address(article)): place for article in project.shown_articles}
    of_a_build = (BILL, MANIFEST) if has_locks(project.root) else ()
    for path in (*generated_files(project, "", ""), *MACHINE_FILES, *of_a_build):
        files[path] = address(path)
    return SiteMap(files, _aliases_of(project))


def whole_site(project: Project) -> Site:
    """The project with its addresses."""
    return Site(project, site_map_of(project), {article.page: article for article in project.articles})


def picture_source(picture: Path, project: Project) -> str:
    """The source path of a file below content/images: `images/articles/curve.svg`."""
    return f"images/{picture.relative_to(project.images).as_posix()}"


def address(source: str) -> str:
    """`calculators/iv-dose.md` -> `calculators/iv-dose/`; other files keep their names."""
    folder, name = posixpath.split(source)
    stem, ending = posixpath.splitext(name)
    if ending != ".md":
        return quote(source)
    inside = folder if stem in ("index", "README") else posixpath.join(folder, stem)
    return f"{quote(inside)}/" if inside else "./"


def _aliases_of(project: Project) -> dict[str, str]:
    """File names of articles that differ from their slugs; links may use both."""
    return {
        f"articles/{article.file.name}": article.page
        for article in project.articles
        if article.file.stem != article.slug
    }


def _files_below(folder: Path) -> list[str]:
    """Every file below a folder by its path from there, in the order of paths. Objects for paths would take most of the time."""
    found = []
    for inside, _, names in os.walk(folder):
        above = "" if Path(inside) == folder else f"{os.path.relpath(inside, folder)}/".replace(os.sep, "/")
        found += [f"{above}{name}" for name in names if os.path.isfile(os.path.join(inside, name))]
    return sorted(found, key=lambda source: source.split("/"))


def _is_hidden(source: str) -> bool:
    return source.startswith(".") or "/." in source
