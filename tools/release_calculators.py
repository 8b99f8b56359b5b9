"""Keep a version of the calculators for good, so that an answer of it can be calculated again by its own rules.

`python tools/release_calculators.py` keeps what stands in calculators/ now, under the version of its pyproject.toml:

- `calculators/released/<version>.zip`, its sources, packed so that a browser's Python imports them as they are;
- `calculators/released/<version>.json`, its worked examples with checksums of its replies, which a browser reproduces first;
- an entry in `calculators/released/released.json`: the digests of both, the day, and the version of each calculator.

It refuses a version that is kept already: what was released never changes. Raise the version in calculators/pyproject.toml.
`--sources FOLDER --version VERSION` keeps another folder of sources, such as an earlier commit's.
"""

import json
import os
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parent.parent
CALCULATORS = ROOT / "calculators"
PACKAGE = "ketamine_calculators"
_DATE = (1980, 1, 1, 0, 0, 0)

# Asked in a Python of its own, which imports the packed sources and nothing of the present ones.
_ANSWERS = """
import json
from zlib import crc32
from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets

def known(card):
    for example in card.examples:
        values = json.dumps(example.inputs, ensure_ascii=False, separators=(",", ":"))
        question = f'{"{"}"calculator":"{card.id}","values":{values}{"}"}'
        yield values, crc32(answer(question).encode())

cards = (*every(), *worksheets())
versions = {card.id: card.version for card in cards}
print(json.dumps({"versions": versions, "known": {card.id: list(known(card)) for card in cards}}))
"""


def version_of(calculators: Path) -> str:
    """The version of the package in its folder."""
    version: str = tomllib.loads((calculators / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return version


def sources_of(folder: Path) -> dict[str, bytes]:
    """The files of the package below `src`, by their names in it."""
    package = folder / "src" / PACKAGE
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix in (".py", ".txt"))
    return {f"{PACKAGE}/{path.relative_to(package).as_posix()}": path.read_bytes() for path in files}


def pack(sources: Mapping[str, bytes], place: Path) -> None:
    """Write sources as a zip that is the same whenever it is made."""
    with ZipFile(place, "w", ZIP_STORED) as archive:
        for name in sorted(sources):
            archive.writestr(ZipInfo(name, _DATE), sources[name])


def release(sources: Path, version: str, day: date, released: Path) -> None:
    """Keep a version. Raises ValueError when it is kept already."""
    index = released / "released.json"
    kept: dict[str, Any] = json.loads(index.read_text("utf-8")) if index.exists() else {}
    if version in kept:
        raise ValueError(f"{version} is kept already, and what was released never changes. Raise the version.")
    packed, examples = released / f"{version}.zip", released / f"{version}.json"
    pack(sources_of(sources), packed)
    surroundings = {**os.environ, "PYTHONPATH": str(packed), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    asked = subprocess.run(
        [sys.executable, "-c", _ANSWERS], env=surroundings, capture_output=True, text=True, check=True
    )
    answers = json.loads(asked.stdout)
    examples.write_text(json.dumps(answers["known"], ensure_ascii=False, separators=(",", ":")), "utf-8")
    kept[version] = {
        "day": day.isoformat(),
        "files": {path.name: _file(path) for path in (packed, examples)},
        "calculators": answers["versions"],
    }
    index.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")


def _file(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    return {"sha256": sha256(content).hexdigest(), "size": len(content)}


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, default=CALCULATORS)
    parser.add_argument("--version", default=version_of(CALCULATORS))
    parser.add_argument("--day", type=date.fromisoformat, default=date.today())
    chosen = parser.parse_args()
    try:
        release(chosen.sources, chosen.version, chosen.day, CALCULATORS / "released")
    except ValueError as refused:
        sys.exit(str(refused))
    print(f"{chosen.version} is kept in calculators/released/.")
