"""The layers that make the site quick, all of them and in one place. README.md says what each buys.

None is needed: without any the site is the same and Python in it is Pyodide as published (plain.py). The setting `runtime` of
the plugin, or PRESS_RUNTIME in the environment, says which are laid: "full", "plain", or "without" and some names.
"""

from enum import StrEnum

from ..reading.errors import SetupError

FULL, PLAIN, WITHOUT = "full", "plain", "without"


class Layer(StrEnum):
    """One of them. The name is that of the setting."""

    TRIMMED_LIBRARY = "trimmed-library"
    """Of the standard library only the modules that are imported, with stubs for those that only Pyodide imports: library.py."""
    BYTECODE = "bytecode"
    """The library compiled when the site is built, without docstrings and line numbers: library.py."""
    PRUNED_CORE = "pruned-core"
    """Pyodide's wasm and glue without what only extension modules need: core.py."""
    ZEROED_TABLES = "zeroed-tables"
    """The wasm's data without the tables of character sets and character names: core.py."""
    SNAPSHOT = "snapshot"
    """Python's memory with all that many tools need, in place of a start of Python: snapshot.py."""
    SLIM_CORE = "slim-core"
    """For the snapshot, a core that holds only the functions which a long list of questions calls: slim_core.py."""
    EARLY_START = "early-start"
    """The worker is started by the first script of the page, before the engine's own has arrived: web/engine/early-start.js."""
    PREFETCH = "prefetch"
    """A page without a calculator fetches the runtime when it has nothing else to do: web/engine/prefetch.js."""
    THEME_START = "theme-start"
    """The theme's script starts in pieces and restyles nothing: theme.py."""
    ONE_STYLE_SHEET = "one-style-sheet"
    """The style sheets as one small file, without what only paper needs and what is unused of the theme's: styles.py."""
    PRECOMPRESSED = "precompressed"
    """Brotli and gzip forms beside each file: precompress.py."""


_NEEDS = {Layer.ZEROED_TABLES: Layer.TRIMMED_LIBRARY, Layer.SLIM_CORE: Layer.SNAPSHOT}
"""What a layer cannot be laid without: it goes when that goes."""

Layers = frozenset[Layer]
OF_PYTHON: Layers = frozenset(
    {
        Layer.TRIMMED_LIBRARY,
        Layer.BYTECODE,
        Layer.PRUNED_CORE,
        Layer.ZEROED_TABLES,
        Layer.SNAPSHOT,
        Layer.SLIM_CORE,
    }
)
"""Those that change what Python is made of. Without all of them it is Pyodide as published."""


def layers_of(setting: str) -> Layers:
    """The layers that the setting asks for. Raises SetupError for words that it does not know."""
    first, *names = setting.replace(",", " ").split() or [""]
    if first == FULL and not names:
        return frozenset(Layer)
    if first == PLAIN and not names:
        return frozenset()
    unknown = [name for name in names if name not in frozenset(Layer)]
    if first != WITHOUT or not names or unknown:
        raise SetupError(
            f"runtime: “{setting}” is not understood. Say {FULL}, {PLAIN}, or {WITHOUT} and some of: {', '.join(Layer)}."
        )
    left_out = {Layer(name) for name in names}
    left_out |= {layer for layer, needed in _NEEDS.items() if needed in left_out}
    return frozenset(Layer) - left_out
