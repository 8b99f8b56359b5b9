"""The parts of the snapshot: for each tool one file with the bytecode of those modules that the snapshot is without."""

import json
import marshal
from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZipFile

# The bytes before the code in a .pyc: magic number, flags, and a date or a digest.
_PYC_HEADER = 16


def write_parts(library: Path, modules_of: Mapping[str, Iterable[str]], folder: Path) -> None:
    """Write `<tool>.bin` for each tool from what the library holds: a line that lists the modules, and their code."""
    folder.mkdir()
    with ZipFile(library) as archive:
        for tool, modules in modules_of.items():
            codes = [(module, *_code(archive, module)) for module in modules]
            contents = [[module, is_package, len(code)] for module, is_package, code in codes]
            line = json.dumps(contents, separators=(",", ":")) + "\n"
            (folder / f"{tool}.bin").write_bytes(line.encode("ascii") + b"".join(code for *_, code in codes))


def _code(archive: ZipFile, module: str) -> tuple[bool, bytes]:
    """Whether a module is a package, and its code as `marshal` writes it."""
    place = module.replace(".", "/")
    names = set(archive.namelist())
    for is_package, stem in ((False, place), (True, f"{place}/__init__")):
        if f"{stem}.pyc" in names:
            return is_package, archive.read(f"{stem}.pyc")[_PYC_HEADER:]
        if f"{stem}.py" in names:
            return is_package, marshal.dumps(compile(archive.read(f"{stem}.py"), f"{stem}.py", "exec"))
    raise KeyError(module)
