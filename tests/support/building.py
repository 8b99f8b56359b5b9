"""Sites built for the tests: each once a run, whichever worker asks for it first."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]
# What a test may change in a copy of the project; what is left out; everything else is shared with the project itself.
_COPIED = ("content", "docs")
_LEFT_OUT = (".git", "site")


def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


def site_built_once(folder: Path, project: Callable[[], Path], runtime: str = "full") -> Path:
    """The production site of a project, made by the first worker that asks; the others wait for it.

    `runtime` says with which layers, as PRESS_RUNTIME does. When it cannot be built, every test that asks for it fails with what
    the build said.
    """
    folder.mkdir(exist_ok=True)
    site, said = folder / "site", folder / "said.log"
    with FileLock(folder / "lock"):
        if not said.exists():
            command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
            layers = {**os.environ, "PRESS_RUNTIME": runtime}
            build = subprocess.run(command, cwd=project(), env=layers, capture_output=True, text=True, check=False)
            said.write_text(f"{build.returncode}\n{build.stdout}{build.stderr}", encoding="utf-8")
    status, _, words = said.read_text(encoding="utf-8").partition("\n")
    if status != "0":
        pytest.fail(f"The site does not build:\n{words}", pytrace=False)
    return site


def wheel_of(package: str, folder: Path) -> Path:
    """One of our packages as others would install it, built without the network."""
    command = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), package)
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def copy_of_project(folder: Path) -> Path:
    """A project whose content and pages a test may change; everything else is taken over by reference."""
    folder.mkdir()
    for part in PROJECT.iterdir():
        if part.name in _COPIED:
            shutil.copytree(part, folder / part.name)
        elif part.is_file():
            shutil.copy(part, folder)
        elif part.name not in _LEFT_OUT:
            (folder / part.name).symlink_to(part)
    return folder
