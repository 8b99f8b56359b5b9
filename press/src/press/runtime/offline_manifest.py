"""What can only be made when every page of the site is written: the lists of all that can be kept offline, the service
worker that keeps it, how hosts should send each file, and the precompressed forms of each.

The service worker names what is always kept. What is kept on request stands in lists of its own, of which a page needs one:
so neither grows with the number of articles.
"""

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from ketamine_calculators import every

from .build_cache import BundleError
from .digests import integrity_of
from .hosting import HEADERS, NAMED_BY_CONTENT, headers_file
from .site_files import PACKED, SiteFiles

SERVICE_WORKER = "service-worker.js"
# In the service worker's text, where the list belongs.
_PLACE = "PRESS_OFFLINE_MANIFEST"

# Nothing that a reader opens.
_NOT_KEPT = re.compile(
    r"\.(br|gz|map|txt|md|bib|ris)$|^recommendations\.json$|\.xml$|(^|/)feed[^/]*$"
    r"|^search/parts/|^assets/offline/|^service-worker\.js$|^_headers$|^\.|^404\.html$"
)
_SEARCH_PART = re.compile(r"^search/parts/[^.]+\.json$")
# The calculators, the worksheets, their pages, the first pages of lists, what every page is dressed in, what searches begin with.
_ALWAYS = re.compile(
    r"^articles/((audiences|categories)/[^/]+/)?index\.html$|^assets/(?!desk/)|^calculators/|^worksheets/|^search/base\.json$|^index\.html$|^offline/|^(verify|self-test|check-an-answer|recalls)/"
)
_LISTS = "assets/offline/"
_FILES_OF_A_LIST = 250
_NAME = 32
"""Hexadecimal digits of the SHA-256 of a list that name it."""


# The editors' desk: kept once it was opened, and never for readers who keep every page.
_DESK = re.compile(r"^(assets/)?desk/")


@dataclass(frozen=True)
class FileOnRequest:
    """A file that is kept when it was read or asked for, and its bytes on the line."""

    address: str
    integrity: str
    size: int
    onlyOpened: bool = False  # noqa: N815 (read by the service worker)
    """Whether it is left out where a reader keeps every page."""


@dataclass(frozen=True)
class AlwaysKeptFile:
    """A file that is kept without being asked for; `revision` is None where the address itself changes with the content."""

    address: str
    integrity: str
    revision: str | None


@dataclass(frozen=True)
class OnRequest:
    """The files that are kept when they were read or asked for: the names of their lists, and what all of them cost."""

    lists: tuple[str, ...]
    size: int


@dataclass(frozen=True)
class OfflineManifest:
    """The site as it is now: what is always kept offline, and what is kept when it was read or a reader asks for it.

    A kept copy tells its age by `date`, and by `calculators`, versions by id, what a newer edition has changed.
    """

    version: str
    date: str
    calculators: dict[str, str]
    always: tuple[AlwaysKeptFile, ...]
    onRequest: OnRequest  # noqa: N815 (read by the service worker)


def write_offline_manifest(
    site: SiteFiles,
    service_worker: Path,
    precompressed: Path | None,
    base: str,
    date: datetime.date,
    repository: str = "",
) -> OfflineManifest:
    """Write the service worker and `_headers` into a finished site of an edition, and precompressed files beside its own.

    `repository` is the host that the editors' desk reaches. `precompressed` is the folder that keeps those from build to build;
    without one none are written.
    """
    if precompressed:
        site.compress((address for address in site.addresses() if not address.endswith(PACKED)), precompressed)
    manifest, lists = offline_manifest(site, date)
    written = {f"{_LISTS}{name}.json": content for name, content in lists.items()}
    for address, content in written.items():
        site.write(address, content)
    text = service_worker.read_text("utf-8")
    if text.count(_PLACE) != 1:
        raise BundleError(f"The service worker must name {_PLACE} once.")
    site.write(SERVICE_WORKER, text.replace(_PLACE, json.dumps(asdict(manifest), separators=(",", ":"))).encode())
    if precompressed:
        site.compress((SERVICE_WORKER, *written), precompressed)
    site.write(HEADERS, headers_file(site.addresses(), base, repository).encode())
    return manifest


def offline_manifest(site: SiteFiles, date: datetime.date) -> tuple[OfflineManifest, dict[str, bytes]]:
    """What the files of a site are now, which together are one edition, and the lists of those on request by name."""
    addresses = site.addresses()
    kept = [address for address in addresses if not _NOT_KEPT.search(address)]
    always = [_always_kept(site, address) for address in kept if _ALWAYS.search(address)]
    on_request = [_on_request(site, address) for address in kept if not _ALWAYS.search(address)]
    # They are named by their content and listed in the index itself.
    of_search = sum(site.size_on_the_line(address) for address in addresses if _SEARCH_PART.match(address))
    files = [(file.address, file.integrity) for file in always] + [
        (file.address, file.integrity) for file in on_request
    ]
    words = "\n".join(f"{address} {integrity}" for address, integrity in sorted(files))
    lists = [json.dumps(one, separators=(",", ":")).encode() for one in _lists(on_request)]
    names = tuple(sha256(content).hexdigest()[:_NAME] for content in lists)
    manifest = OfflineManifest(
        version=sha256(words.encode()).hexdigest()[:12],
        date=date.isoformat(),
        calculators={calculator.id: calculator.version for calculator in every()},
        always=tuple(always),
        onRequest=OnRequest(names, sum(file.size for file in on_request if not file.onlyOpened) + of_search),
    )
    return manifest, dict(zip(names, lists, strict=True))


def _lists(files: Sequence[FileOnRequest]) -> list[list[dict[str, str | int]]]:
    """Each file in the list that the SHA-256 of its address chooses: so a page finds its own, and has to read no other."""
    count = 1
    while count * _FILES_OF_A_LIST < len(files):
        count *= 2
    lists: list[list[dict[str, str | int]]] = [[] for _ in range(count)]
    for file in files:
        said = {name: value for name, value in asdict(file).items() if value is not False}
        lists[int.from_bytes(sha256(file.address.encode()).digest()[:4]) % count].append(said)
    return lists


def _always_kept(site: SiteFiles, address: str) -> AlwaysKeptFile:
    digest = site.digest(address)
    revision = None if NAMED_BY_CONTENT.search(address) else digest.hex()[:12]
    return AlwaysKeptFile(address, integrity_of(digest), revision)


def _on_request(site: SiteFiles, address: str) -> FileOnRequest:
    size = site.size_on_the_line(address)
    return FileOnRequest(address, integrity_of(site.digest(address)), size, bool(_DESK.search(address)))
