"""What addresses of other sites answered when they were asked last: content/link-check.json, which `press links` writes."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

FILE = "link-check.json"

LinkState = Literal["found", "moved", "gone", "refused", "failing", "unreachable"]
"""found       the page is there
moved       it is there, and its host says for good that it has another address
gone        the host knows no such page
refused     the host answers no program, so that somebody has to look
failing     the host has a fault of its own
unreachable no such host answered
"""
STATES: Mapping[LinkState, str] = {
    "found": "is there",
    "moved": "has another address for good",
    "gone": "is gone",
    "refused": "answers no program; open it in a browser",
    "failing": "cannot be shown by its host at the moment",
    "unreachable": "is on a host that does not answer",
}


_KNOWN_FOR = datetime.timedelta(days=30)
_ASKED_AGAIN = ("failing", "unreachable")
"""What may be another tomorrow."""


@dataclass(frozen=True)
class LinkCheck:
    """The answer of one address."""

    on: datetime.date
    state: LinkState
    detail: str = ""
    """What the host said, as 404, or why there was no answer."""
    to: str = ""
    """The address that it has for good, when it moved."""

    @property
    def words(self) -> str:
        """The outcome as the end of a sentence that begins with the address."""
        parts = (STATES[self.state], f": {self.to}" if self.to else "", f" ({self.detail})" if self.detail else "")
        return f"{''.join(parts)}, asked on {self.on}"


def is_due(check: LinkCheck | None, today: datetime.date) -> bool:
    """Whether an address is to be asked: never asked, not answered last time, or last asked a month ago."""
    return check is None or check.state in _ASKED_AGAIN or today - check.on >= _KNOWN_FOR


def read_link_checks(content: Path) -> dict[str, LinkCheck]:
    """The last answers by their addresses; none where nobody has asked yet, or the file cannot be read."""
    file = content / FILE
    try:
        known = json.loads(file.read_text("utf-8"))["addresses"] if file.is_file() else {}
        return {address: _check(one) for address, one in known.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _check(given: Mapping[str, Any]) -> LinkCheck:
    if given["state"] not in STATES:
        raise ValueError(given["state"])
    return LinkCheck(
        datetime.date.fromisoformat(given["on"]), given["state"], str(given.get("detail", "")), str(given.get("to", ""))
    )


def link_checks_text(checks: Mapping[str, LinkCheck]) -> str:
    """The file with these answers, in the order of the addresses, so that a change is a line."""
    lines = (f"  {json.dumps(address)}: {json.dumps(_as_data(checks[address]))}" for address in sorted(checks))
    return '{"addresses": {\n' + ",\n".join(lines) + "\n}}\n"


def _as_data(check: LinkCheck) -> dict[str, str]:
    given = {"on": check.on.isoformat(), "state": check.state, "detail": check.detail, "to": check.to}
    return {name: value for name, value in given.items() if value}
