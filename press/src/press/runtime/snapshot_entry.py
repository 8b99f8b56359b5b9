"""What the snapshot's Python runs besides entry_point.py: the modules of a tool come in a part, when the tool is asked."""

import json
import sys
from _frozen_importlib import ModuleSpec
from collections.abc import Sequence
from marshal import loads
from types import ModuleType

from ketamine_calculators import browser, registry

_TOOLS = {registry.module_of(tool): tool for tool in (*registry.ids(), *registry.worksheet_ids())}


class Parts:
    """Imports modules from the parts that have come, and notes each tool whose part has not."""

    def __init__(self) -> None:
        self.codes: dict[str, tuple[bool, str]] = {}
        self.needed: list[str] = []

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if name in self.codes:
            # A loader by its methods alone: its base class would be one more module that a page has to fetch.
            return ModuleSpec(name, self, is_package=self.codes[name][0])  # type: ignore[arg-type]
        if name in _TOOLS:
            self.needed.append(_TOOLS[name])
            raise ModuleNotFoundError(name=name)
        return None

    def create_module(self, _spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        _, code = self.codes.pop(module.__name__)
        # Compiled code of this edition: web/engine/snapshot.js has compared its digest before it was given.
        exec(loads(code.encode("latin-1")), module.__dict__)  # noqa: S102, S302 (its digest was compared)


_parts = Parts()
sys.meta_path.insert(0, _parts)


def answer(question: str) -> str:
    """The reply in JSON; or only the id of a tool, whose part has to be loaded before the question is asked again."""
    _parts.needed.clear()
    reply = browser.answer(question)
    return _parts.needed[0] if _parts.needed else reply


def load(part: str) -> str:
    """Takes what tool_parts.py has written, each byte as a character."""
    contents, _, codes = part.partition("\n")
    at = 0
    for name, is_package, size in json.loads(contents):
        if name not in sys.modules:
            _parts.codes[name] = (is_package, codes[at : at + size])
        at += size
    return ""
