"""The contestants: one and the same built page, brought to life in four ways."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from press.runtime.precompress import write_precompressed

HERE = Path(__file__).parent / "pages"
ROOT = Path(__file__).parents[2]
PAGE = "calculators/convert-weight/index.html"
# The same depth as the page itself, so that its relative addresses hold.
FOLDER = "bench"

CONTESTANTS = {
    "plain": '<script type="module" src="../plain.js"></script>',
    "stock": '<script type="module" src="../stock.js"></script>',
    "pyscript": (
        '<link rel="stylesheet" href="../pyscript-core/core.css"><script type="module" src="../pyscript-core/core.js"></script>'
        '<script type="py" src="../pyscript.py" config="../pyscript.json"></script>'
    ),
}
OURS = "ours"
# What the page names early, the start of its calculators, and the script at the end. The first script of the head stays: it has
# the colors of the page alone.
_OUR_SCRIPTS = re.compile(
    r'<link rel="modulepreload"[^>]*>'
    r'|<script[^>]*src="[^"]*assets/app/[^"]*"[^>]*(?:data-calculators=|type="module")[^>]*></script>'
)
_COUNT = 4
# It refuses what the others cannot do without.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def address(contestant: str) -> str:
    return "/" + (PAGE if contestant == OURS else f"{FOLDER}/{contestant}/").removesuffix("index.html")


def add_contestants(site: Path) -> None:
    """Put the other contestants beside a finished site, each file precompressed as the site's own are."""
    html = (site / PAGE).read_text("utf-8")
    bare, count = _OUR_SCRIPTS.subn("", _POLICY.sub("", html))
    if count != _COUNT:
        raise SystemExit(f"{PAGE} names {count} scripts of ours, not {_COUNT}: the contest would not be fair.")
    folder = site / FOLDER
    shutil.copytree(HERE, folder)
    _npm_files(ROOT / "node_modules" / "pyodide", folder / "pyodide")
    _npm_files(ROOT / "node_modules" / "@pyscript" / "core" / "dist", folder / "pyscript-core")
    _wheel(folder)
    (folder / "pyscript.json").write_text(
        '{"interpreter": "../pyodide/pyodide.mjs", "files": {"./calculators.zip": "./*"}}', "utf-8"
    )
    for contestant, scripts in CONTESTANTS.items():
        (folder / contestant).mkdir()
        (folder / contestant / "index.html").write_text(bare.replace("</body>", f"{scripts}</body>"), "utf-8")
    write_precompressed(path for path in folder.rglob("*") if path.is_file())


def _npm_files(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=_not_served)


def _not_served(_folder: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.endswith((".map", ".html", ".d.ts", ".md"))]


def _wheel(folder: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), "calculators"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    shutil.copyfile(wheel, folder / "calculators.whl")
    shutil.copyfile(wheel, folder / "calculators.zip")
