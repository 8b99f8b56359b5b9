"""What can only be made when every page of the site is written: the list of all that can be kept offline, the service
worker that keeps it, how hosts should send each file, and the precompressed forms of each.
"""

import datetime
import json
import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from ketamine_calculators import every

from .build_cache import BundleError
from .hosting import HEADERS, NAMED_BY_CONTENT, headers_file
from .precompress import write_precompressed

SERVICE_WORKER = "service-worker.js"
# In the service worker's text, where the list belongs.
_PLACE = "PRESS_OFFLINE_MANIFEST"

# Nothing that a reader opens.
_NOT_KEPT = re.compile(
    r"\.(br|gz|map|txt|md)$|^recommendations\.json$|(?<!^sitemap)\.xml$|(^|/)feed[^/]*$"
    r"|/lunr/|^edit/|^service-worker\.js$|^_headers$|^\.|^404\.html$"
)
# The calculators, the worksheets, their pages, what every page is dressed in, and what the search reads; the theme changes
# pages in place by the site map. What only editors use is kept when it is asked for.
_ALWAYS = re.compile(
    r"^assets/(?!app/(?:bring|docx)-)|^calculators/|^worksheets/|^search/|^index\.html$|^offline/|^(verify|self-test|check-an-answer|recalls)/|^sitemap\.xml$"
)


@dataclass(frozen=True)
class File:
    """A file of the site; `revision` is None where the address itself changes with the content."""

    address: str
    revision: str | None
    integrity: str
    size: int


@dataclass(frozen=True)
class OfflineManifest:
    """The site as it is now: what is always kept offline, and what is kept when a reader asks for it.

    A kept copy tells its age by `date`, and by `calculators`, versions by id, what a newer edition has changed.
    """

    version: str
    date: str
    calculators: dict[str, str]
    always: tuple[File, ...]
    onRequest: tuple[File, ...]  # noqa: N815 (read by the service worker)


def write_offline_manifest(
    site: Path, service_worker: Path, precompressed: Path | None, base: str, date: datetime.date
) -> OfflineManifest:
    """Write the service worker and `_headers` into a finished site of an edition, and precompressed files beside its own.

    `precompressed` is the folder that keeps those from build to build; without one none are written.
    """
    if precompressed:
        write_precompressed((path for path in _files(site) if path.suffix not in (".br", ".gz")), precompressed)
    manifest = offline_manifest(site, date)
    text = service_worker.read_text("utf-8")
    if text.count(_PLACE) != 1:
        raise BundleError(f"The service worker must name {_PLACE} once.")
    worker = site / SERVICE_WORKER
    worker.write_text(text.replace(_PLACE, json.dumps(asdict(manifest), separators=(",", ":"))), "utf-8")
    if precompressed:
        write_precompressed([worker], precompressed)
    addresses = [_address(site, path) for path in _files(site)]
    (site / HEADERS).write_text(headers_file(addresses, base), "utf-8")
    return manifest


def offline_manifest(site: Path, date: datetime.date) -> OfflineManifest:
    """What the files of a site are now, which together are one edition."""
    files = [_file(site, path) for path in _files(site) if not _NOT_KEPT.search(_address(site, path))]
    words = "\n".join(f"{file.address} {file.integrity}" for file in files)
    return OfflineManifest(
        version=sha256(words.encode()).hexdigest()[:12],
        date=date.isoformat(),
        calculators={calculator.id: calculator.version for calculator in every()},
        always=tuple(file for file in files if _ALWAYS.search(file.address)),
        onRequest=tuple(file for file in files if not _ALWAYS.search(file.address)),
    )


def _files(site: Path) -> Iterable[Path]:
    return sorted(path for path in site.rglob("*") if path.is_file())


def _address(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()


def _file(site: Path, path: Path) -> File:
    address, digest = _address(site, path), sha256(path.read_bytes())
    compressed = path.with_name(path.name + ".br")
    return File(
        address=address,
        revision=None if NAMED_BY_CONTENT.search(address) else digest.hexdigest()[:12],
        integrity=f"sha256-{b64encode(digest.digest()).decode()}",
        size=(compressed if compressed.exists() else path).stat().st_size,
    )
