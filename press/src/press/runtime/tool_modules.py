"""Which modules of the calculators the snapshot holds, and which come with a tool when it is asked.

`python -m press.runtime.tool_modules` prints them, for the calculators on its path.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module

PACKAGE = "ketamine_calculators"
_EVERY_FOURTH = 4
"""What this share of the tools needs takes less of all visits in the snapshot than once more in each tool's part."""


def divided(
    asked: Iterable[str], tools: Mapping[str, tuple[str, frozenset[str]]]
) -> tuple[set[str], dict[str, set[str]]]:
    """The modules of the snapshot, and those of each tool's part.

    `asked` are the modules that each question needs; `tools` has each tool's own module and all that were imported for it.
    """
    own = {module for module, _ in tools.values()}
    counted = Counter(module for _, needed in tools.values() for module in needed)
    shared = {module for module, count in counted.items() if count * _EVERY_FOURTH >= len(tools)}
    held = set(asked) | {module for module in shared if not any(_is_in(module, of_tool) for of_tool in own)}
    return held, {tool: set(needed) - held for tool, (_, needed) in tools.items()}


def _is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _imported() -> frozenset[str]:
    return frozenset(name for name in sys.modules if _is_in(name, PACKAGE))


def _import_anew() -> None:
    for name in _imported():
        del sys.modules[name]
    import_module(f"{PACKAGE}.browser")


def _found() -> dict[str, object]:
    _import_anew()
    asked = _imported()
    registry = import_module(f"{PACKAGE}.registry")
    tools, titles = {}, {}
    for tool in (*registry.ids(), *registry.worksheet_ids()):
        _import_anew()
        card = import_module(f"{PACKAGE}.registry").find(tool)
        tools[tool] = (registry.module_of(tool), _imported())
        titles[tool] = card.title
    held, parts = divided(asked, tools)
    return {"held": sorted(held), "parts": {tool: sorted(modules) for tool, modules in parts.items()}, "titles": titles}


if __name__ == "__main__":
    json.dump(_found(), sys.stdout)
