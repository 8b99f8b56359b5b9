"""The project's own files as files of MkDocs. Pages are empty there: their text is press's, and MkDocs has nothing to parse."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ..content.articles import Article
from ..content.project import Project
from ..reading.drawing import read_drawing
from ..reading.drawing_colors import in_both_schemes
from ..reading.source_file import read_source
from ..site.article_page import SiteName
from ..site.bill_of_materials import BILL, bill_of_materials, has_locks
from ..site.generated_files import generated_files
from ..site.hidden_pictures import hidden_pictures
from ..site.machine_files import machine_files
from ..site.redirects import redirects
from ..site.security_contact import ADDRESS, security_txt
from ..site.site import Site
from ..site.site_map import picture_source


def publish(files: Files, config: MkDocsConfig, site: Site, site_name: SiteName) -> None:
    """Let MkDocs publish what the site's map holds, and what leads to it from earlier addresses."""
    project = site.project
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in site.addresses.files:
            file.inclusion = InclusionLevel.EXCLUDED
        elif file.src_uri in site.addresses.files and file.is_documentation_page():
            file.content_string = ""
    hidden = hidden_pictures(site)
    for picture in project.pictures():
        file = _picture_file(picture, project, config)
        file.inclusion = InclusionLevel.DRAFT if file.src_uri in hidden else InclusionLevel.INCLUDED
        files.append(file)
    written = {
        **{path: make() for path, make in generated_files(project, site_name.words, site_name.url).items()},
        **redirects(site, site_name.url),
        **machine_files(site, site_name, config.site_description or ""),
    }
    if has_locks(project.root):
        written[BILL] = bill_of_materials(project.root, site_name.words)
    for path, content in written.items():
        files.append(File.generated(config, path, content=content))
    contact = security_txt(site_name.url, config.extra.get("security_url") or "", project.today)
    # MkDocs leaves out what begins with a point unless it is told.
    files.append(File.generated(config, ADDRESS, content=contact, inclusion=InclusionLevel.INCLUDED))


def _picture_file(picture: Path, project: Project, config: MkDocsConfig) -> File:
    """A drawing is written anew with what the check allows, and follows the scheme of a page; other pictures are copied."""
    place = picture_source(picture, project)
    if picture.suffix.lower() != ".svg":
        return File.generated(config, place, abs_src_path=str(picture))
    drawing = read_drawing(read_source(picture, project.shown(picture)))
    return File.generated(config, place, content=in_both_schemes(drawing))


def article_file(article: Article, project: Project, config: MkDocsConfig) -> File:
    """The page of an article, which the preview alone shows before its day."""
    public = article.is_public(project.today)
    file = File.generated(
        config, article.page, content="", inclusion=InclusionLevel.INCLUDED if public else InclusionLevel.DRAFT
    )
    file.edit_uri = f"../{project.shown(article.file)}"
    return file


def keep_only(page: str, files: Files, config: MkDocsConfig) -> None:
    """Leave every other page out: for an editor who wants one article at once."""
    for file in [file for file in files if file.is_documentation_page() and file.src_uri != page]:
        files.remove(file)
    config.nav = None
