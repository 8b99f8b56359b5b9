"""The facts, the works and the glossary as they were read in an earlier run, by the bytes of their files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..content.facts import FILE as FACTS
from ..content.facts import read_facts
from ..content.glossary import FILE as GLOSSARY
from ..content.glossary import read_glossary
from ..content.references import FILE as REFERENCES
from ..content.references import read_references
from ..reading.digests import code_digest, digest, file_digest
from ..reading.kept_results import KeptResults
from .site import Site


def know_lists(site: Site, kept: KeptResults) -> None:
    """Let the site know them, from what is kept or from the files."""
    site.memo.facts = _read(site, kept, FACTS, read_facts)
    site.memo.references = _read(site, kept, REFERENCES, read_references)
    site.memo.glossary = _read(site, kept, GLOSSARY, read_glossary)


def _read(site: Site, kept: KeptResults, name: str, read: Callable[[Path, str], Any]) -> Any:
    content = site.project.content
    shown = site.project.shown(content / name)
    key = digest("list", code_digest(), shown, file_digest(content / name))
    found = kept.found([key])
    if key not in found:
        found[key] = read(content, shown)
        kept.keep(found)
    return found[key]
