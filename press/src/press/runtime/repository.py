"""The repository that the editors' desk hands articles in to: `extra.repository` of mkdocs.yml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.errors import SetupError

_ADDRESSES = {"github": "https://github.com", "gitlab": "https://gitlab.com", "gitea": ""}
"""The kinds of hosts, each with the address that is meant where none is set."""
_ASKED_AT = {"https://github.com": "https://api.github.com"}
"""Hosts that are asked at another address than the one that people open."""
# Nothing in it can end a directive of the policy.
_ADDRESS = re.compile(r"(https://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?)(?:/[\w.~-]+)*")
_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


@dataclass(frozen=True)
class Repository:
    """Where it is; `host` is empty where there is none."""

    host: str = ""
    address: str = ""
    name: str = ""
    branch: str = "main"

    @property
    def origin(self) -> str:
        """What the desk's page has to reach; empty where there is none."""
        found = _ADDRESS.fullmatch(_ASKED_AT.get(self.address, self.address))
        return found[1] if found else ""

    def settings(self) -> dict[str, str]:
        """As the page is told it."""
        return {"host": self.host, "address": self.address, "repository": self.name, "branch": self.branch}


def repository_of(given: Mapping[str, Any]) -> Repository:
    """The repository that the setting names. Raises SetupError."""
    host, address, name, branch = (str(given.get(key) or "").strip() for key in ("host", "address", "name", "branch"))
    if not host:
        return Repository()
    if host not in _ADDRESSES:
        raise SetupError(f"repository: “{host}” is no kind of host. Say {', '.join(_ADDRESSES)}, or nothing.")
    address = (address or _ADDRESSES[host]).rstrip("/")
    if not _ADDRESS.fullmatch(address):
        raise SetupError(f"repository: the address of the host is to be like https://git.example.org, not “{address}”.")
    if not _NAME.fullmatch(name):
        raise SetupError(f"repository: its name is to be like owner/name, not “{name}”.")
    return Repository(host, address, name, branch or "main")
