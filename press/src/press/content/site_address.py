"""What the site is called, for a host that asks who calls: its address."""

import os
import re
from pathlib import Path

_ADDRESS = re.compile(r"""(?m)^site_url:[ \t]*(?:!ENV[ \t]*\[(?P<variable>\w+),[ \t]*)?["']?(?P<address>[^"'\s\]#]+)""")


def site_address(root: Path) -> str:
    """The address of the site by its settings in mkdocs.yml, which only a build reads as a whole; empty without one."""
    found = _ADDRESS.search((root / "mkdocs.yml").read_text("utf-8"))
    return os.environ.get(found["variable"] or "", "") or found["address"] if found else ""
