"""The manifest of a finished site: every file with its SHA-256, so that anybody can compare a copy with what was built.

Its form is that of WEBCAT (https://github.com/freedomofpress/webcat), as far as it fits. It is not signed here: whoever publishes
the site signs the file.
"""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .site_files import SiteFiles

MANIFEST = ".well-known/webcat/manifest.json"
"""Where it is published: the place that WEBCAT looks at."""

_POLICY = re.compile(r"^\s+Content-Security-Policy: (.+)$", re.MULTILINE)


def remove_file_manifest(site: Path) -> None:
    """Take away the manifest of an earlier build, before anything of it is compressed or counted.

    MkDocs empties a folder but for what begins with a point.
    """
    place = site / MANIFEST
    for file in place.parent.glob(f"{place.name}*"):
        file.unlink()


def write_file_manifest(site: SiteFiles, *, app: str, version: str, base: str = "/") -> None:
    """Write the manifest into a site that is otherwise finished.

    `app` is the address that the site is made for, `version` its edition, `base` the path of the address.
    """
    headers = site.path("_headers").read_text("utf-8")
    manifest = {"manifest": file_manifest(digests(site), headers, app=app, version=version, base=base)}
    site.write(MANIFEST, f"{json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode())


def digests(site: SiteFiles) -> dict[str, str]:
    """The SHA-256 of every file but the manifest, by its address from the root of the site: `/about/index.html`."""
    return {f"/{name}": _in_words(site.digest(name)) for name in sorted(site.addresses()) if name != MANIFEST}


def file_manifest(files: Mapping[str, str], headers: str, *, app: str, version: str, base: str) -> dict[str, Any]:
    """The manifest of these files. `headers` are the rules for hosts, which hold the policies."""
    policies = _policies(headers, base)
    everywhere = policies.pop("/", None)
    return {
        "app": app,
        "version": version,
        # WEBCAT asks for one. It stands here as soon as the rules hold one for all files, or for the home page.
        **({"default_csp": everywhere} if everywhere else {}),
        "extra_csp": {address: policy for address, policy in policies.items() if policy != everywhere},
        "default_index": "index.html",
        "default_fallback": "/404.html",
        "wasm": sorted({digest for name, digest in files.items() if name.endswith(".wasm")}),
        "files": dict(files),
    }


def _policies(headers: str, base: str) -> dict[str, str]:
    """The policies by the beginning of the addresses that they are for."""
    found = {}
    for rule in headers.split("\n\n"):
        lines = [line for line in rule.splitlines() if not line.startswith("#")]
        policy = _POLICY.search(rule)
        if policy and lines:
            found[lines[0].removeprefix(base.rstrip("/")).removesuffix("*")] = policy[1]
    return found


def _in_words(digest: bytes) -> str:
    """As WEBCAT writes it: base64url without padding."""
    return urlsafe_b64encode(digest).decode().rstrip("=")
