"""The scripts and style sheets of the site: made by press.runtime, and made known to MkDocs here."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from ..reading.errors import BuildError
from ..runtime import theme
from ..runtime.bundle import ARRIVAL, Bundle, build_bundle, finish_site
from ..runtime.desk import DeskFiles, desk_files, desk_part
from ..runtime.desk_library import PROJECT
from ..runtime.layers import OF_PYTHON, Layer
from ..runtime.policy import desk_policy, page_policy
from ..runtime.repository import Repository, repository_of
from ..runtime.site_files import SiteFiles
from ..runtime.styles import OF_THEME, joined_style_sheets
from ..site.json_ld import script_text

log = get_plugin_logger("press")
PAGE = "desk.md"
"""The page of the editors' desk."""
FRAME = "desk/page/"
"""The address of the page in which it shows an article."""

_SEARCH_WORKER = "assets/javascripts/workers/search.*.min.js"
_SEARCH_LANGUAGES = "assets/javascripts/lunr/"
"""The theme's own, which no page needs: the search is ours."""


@dataclass(frozen=True)
class Assets:
    """Everything but pages and pictures that a reader's browser loads."""

    root: Path
    bundle: Bundle
    sheets: Mapping[str, Path]
    """The files of the style sheets that mkdocs.yml names by their addresses."""
    joins: bool
    """Whether they are joined. A preview keeps them apart, so that a change in one shows at once."""
    desk: DeskFiles | None
    """The editors' desk; none in a site without its page."""
    repository: Repository

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Publish them, and name to the templates what is made of the theme's script and style sheets."""
        for path in self.bundle.files:
            files.append(File.generated(config, path, abs_src_path=str(self.bundle.folder / path)))
        for address, file in self.desk.files.items() if self.desk else ():
            files.append(File.generated(config, address, abs_src_path=str(file)))
        self._add_style_sheets(files, config)
        own = _taken_out(files, theme.ADDRESSES)
        script = theme.theme_script(Path(own.abs_src_path or ""), self.root, _cache(self.root), self.bundle.layers)
        files.append(File.generated(config, script.address, abs_src_path=str(script.file)))
        config.extra["theme_script"] = script.address
        files.append(File.generated(config, ARRIVAL, abs_src_path=str(self.bundle.arrival_script)))
        config.extra["left_out_worker"] = _taken_out(files, _SEARCH_WORKER).src_uri
        for unused in [file for file in files if file.src_uri.startswith(_SEARCH_LANGUAGES)]:
            files.remove(unused)

    def _add_style_sheets(self, files: Files, config: MkDocsConfig) -> None:
        if not self.joins:
            for address, file in self.sheets.items():
                files.append(File.generated(config, address, abs_src_path=str(file)))
            return
        theme = [Path(_taken_out(files, addresses).abs_src_path or "") for addresses in OF_THEME]
        joined = joined_style_sheets(theme, [*self.sheets.values()], _cache(self.root), self.root)
        for sheet in (joined.screen, joined.paper):
            files.append(File.generated(config, sheet.address, abs_src_path=str(sheet.file)))
        config.extra_css = [joined.screen.address]
        config.extra["paper_sheet"] = joined.paper.address

    def add_desk(self, write_project: Callable[[IO[bytes], str], None], config: MkDocsConfig) -> Mapping[str, bytes]:
        """Publish what the editors' desk needs, with the project as it is, and name it to the desk's page.

        Returns the SHA-256 of its large files by their addresses: what was read to name them is not read again.
        """
        if self.desk is None:
            return {}
        # MkDocs would hold all of it. It has emptied the folder before.
        written = Path(config.site_dir) / "project.zip"
        written.parent.mkdir(parents=True, exist_ok=True)
        with written.open("wb") as file:
            write_project(file, PROJECT)
        part = desk_part(written.name, written)
        place = Path(config.site_dir) / part.address
        place.parent.mkdir(parents=True, exist_ok=True)
        written.replace(place)
        settings = {**self.repository.settings(), "frame": FRAME, "python": self.desk.settings(part)}
        config.extra["desk"]["settings"] = script_text(settings)
        return {**self.desk.digests, part.address: part.content.sha256}

    def finish(self, config: MkDocsConfig, edition: datetime.date, digests: Mapping[str, bytes]) -> None:
        """Complete a site whose pages are all written, as the edition of this day. The digests of some files are known."""
        address = config.site_url or ""
        path = urlsplit(address).path or "/"
        finish_site(
            self.bundle,
            SiteFiles(Path(config.site_dir), digests),
            _cache(self.root),
            edition,
            address=address,
            base_path=path,
            repository=self.repository.origin,
        )


def _taken_out(files: Files, addresses: str) -> File:
    """The theme's one file of such an address, which is not published, nor is its source map. Raises BuildError."""
    found = [file for file in files if fnmatch(file.src_uri, addresses)]
    if len(found) != 1:
        raise BuildError(f"The theme has {len(found)} files {addresses}; one is needed.")
    own = found[0]
    for file in (own, files.get_file_from_path(f"{own.src_uri}.map")):
        if file is not None:
            files.remove(file)
    return own


def made_assets(root: Path, config: MkDocsConfig, runtime: str, *, serving: bool) -> Assets:
    """Make them with the layers of the setting `runtime`, and name them to the templates by `config`. Raises BundleError."""
    bundle = build_bundle(_cache(root), _cache(root) / "site", root=root, runtime=runtime, serving=serving)
    if serving and not bundle.layers & OF_PYTHON:
        log.info("Python on the pages is Pyodide as published, slow to start, until a build has made its layers.")
    script = config_options.ExtraScriptValue(bundle.page_script)
    script.type = "module"
    config.extra_javascript = [*config.extra_javascript, script]
    config.extra["head_script"] = bundle.head_script
    config.extra["arrival_script"] = ARRIVAL
    config.extra["engine_script"] = bundle.engine_script
    config.extra["page_script"] = bundle.page_script
    config.extra["self_test_script"] = bundle.self_test_script
    config.extra["early_start"] = Layer.EARLY_START in bundle.layers
    config.extra["policy"] = page_policy(preview=serving)
    sheets = {address: root / "web" / "css" / Path(address).name for address in config.extra_css}
    joins = Layer.ONE_STYLE_SHEET in bundle.layers and not serving
    repository = repository_of(config.extra.get("repository") or {})
    desk = (
        desk_files(_cache(root), root, snapshot=Layer.SNAPSHOT in bundle.layers, serving=serving)
        if (Path(config.docs_dir) / PAGE).is_file()
        else None
    )
    if desk:
        config.extra["desk"] = {
            "policy": desk_policy(repository.origin, preview=serving),
            "script": desk.script,
            "early_script": desk.early_script,
            "style_sheet": desk.style_sheet,
        }
    return Assets(root, bundle, sheets, joins, desk, repository)


def _cache(root: Path) -> Path:
    return root / ".cache" / "bundle"
