"""The bill of materials: all that reaches a reader's browser, as CycloneDX JSON, made from the locks at each build."""

import json
import re
import tomllib
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..reading.errors import BuildError
from .third_parties import THIRD_PARTIES, Part, Registry

BILL = "sbom.cdx.json"
"""Where it is published."""
_PINNED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<hashes>(?:.*\\\n\s+--hash=sha256:[0-9a-f]{64})+)", re.MULTILINE
)
_OWN = "ketamine-calculators"
LOCKS = ("package-lock.json", "requirements.txt")


@dataclass(frozen=True)
class Locked:
    """A package as a lock names it: its version and the digests of its files, by the names that CycloneDX has for them."""

    version: str
    hashes: tuple[tuple[str, str], ...]


Locks = Mapping[tuple[Registry, str], Locked]


def has_locks(root: Path) -> bool:
    """Whether a bill can be made: a copy of the articles alone has no locks."""
    return all((root / name).is_file() for name in LOCKS)


def bill_of_materials(root: Path, site_name: str) -> bytes:
    """The bill of the checkout `root`. Raises BuildError for a part that no lock names."""
    own = tomllib.loads((root / "calculators" / "pyproject.toml").read_text("utf-8"))["project"]
    made = bill(site_name, own["version"], locked(root))
    return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


def locked(root: Path) -> Locks:
    """Every package of package-lock.json and requirements.txt."""
    found: dict[tuple[Registry, str], Locked] = {}
    for place, package in json.loads((root / "package-lock.json").read_text("utf-8"))["packages"].items():
        if "integrity" in package:
            digest = b64decode(package["integrity"].removeprefix("sha512-")).hex()
            found["npm", place.rpartition("node_modules/")[2]] = Locked(package["version"], (("SHA-512", digest),))
    for pinned in _PINNED.finditer((root / "requirements.txt").read_text("utf-8")):
        digests = re.findall(r"sha256:([0-9a-f]{64})", pinned["hashes"])
        found["pypi", pinned["name"]] = Locked(pinned["version"], tuple(("SHA-256", digest) for digest in digests))
    return found


def bill(site_name: str, version: str, locks: Locks, parts: Iterable[Part] = THIRD_PARTIES) -> dict[str, Any]:
    """The bill as JSON data. It bears no time of the build and no chance: the same locks give the same bytes."""
    own = {
        "type": "library",
        "bom-ref": _OWN,
        "name": _OWN,
        "version": version,
        "licenses": _licenses("Apache-2.0"),
    }
    components = [own, *(_component(part, locks) for part in parts)]
    site = {
        "type": "application",
        "bom-ref": "site",
        "name": site_name,
        "licenses": _licenses("Apache-2.0 AND CC-BY-4.0"),
    }
    serial = uuid5(NAMESPACE_URL, json.dumps([site, components], sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": site},
        "components": components,
        "dependencies": [{"ref": "site", "dependsOn": [component["bom-ref"] for component in components]}],
    }


def _component(part: Part, locks: Locks, inside: str = "") -> dict[str, Any]:
    version, purl, hashes = part.version, "", []
    if part.package:
        lock = locks.get(part.package)
        if lock is None:
            raise BuildError(
                f"No lock names {part.package[1]}, which the bill of materials has to: see third_parties.py."
            )
        version = lock.version
        purl = f"pkg:{part.package[0]}/{part.package[1]}@{version}"
        hashes = [{"alg": name, "content": digest} for name, digest in lock.hashes]
    ref = purl or f"{inside}#{part.name}"
    made: dict[str, Any] = {"type": "library", "bom-ref": ref, "name": part.name}
    more = {
        "version": version,
        "description": part.note,
        "hashes": hashes,
        "licenses": _licenses(part.license),
        "purl": purl,
        "externalReferences": [{"type": "website", "url": part.website}] if part.website else [],
        "components": [_component(inner, locks, ref) for inner in part.parts],
    }
    return made | {name: value for name, value in more.items() if value}


def _licenses(expression: str) -> list[dict[str, Any]]:
    return [{"expression": expression} if " " in expression else {"license": {"id": expression}}]
