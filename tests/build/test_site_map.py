"""The map that the check judges links by is the site that the build publishes, without the pages that only lead on."""

import re
from pathlib import Path

from press.content.project import Project
from press.site.redirects import redirects
from press.site.site_map import site_map_of, whole_site

PROJECT = Path(__file__).resolve().parents[2]
# Its names change with its content, or it is not for readers: no page may link to it.
MACHINERY = re.compile(
    r"assets/(?:app|desk|javascripts|stylesheets)/|assets/images/favicon\.png$|assets/edition\.json$|assets/page-arrival\.js$|search/base\.json$|search/parts/"
    r"|(?:404\.html|_headers|service-worker\.js|assets/offline/[0-9a-f]{32}\.json|sitemap\.xml|\.well-known/security\.txt)$"
)


def published(site: Path) -> set[str]:
    """The addresses of all files, each once, however it is compressed."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    files -= {name for name in files if name.removesuffix(".br").removesuffix(".gz") in files - {name}}
    return {re.sub(r"(^|/)index\.html$", r"\1", name) or "./" for name in files}


def test_what_the_check_knows_is_what_the_build_publishes(site: Path) -> None:
    whole = whole_site(Project(PROJECT))
    leading_on = {page.removesuffix("index.html") for page in redirects(whole, "")}
    addresses = {name for name in published(site) if not MACHINERY.match(name)}
    assert leading_on <= addresses
    assert addresses - leading_on == set(whole.addresses.files.values())


def test_no_machinery_can_be_linked_to(site: Path) -> None:
    machinery = {name for name in published(site) if MACHINERY.match(name)}
    assert any(name.startswith("assets/app/") for name in machinery)
    assert not machinery & set(site_map_of(Project(PROJECT)).files.values())
