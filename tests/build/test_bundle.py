"""The bundle that carries Python into a reader's browser, as files."""

import dis
import json
import marshal
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from zipfile import ZIP_STORED, ZipFile

import pytest

from ketamine_calculators.registry import every, worksheets
from press.runtime.bundle import Bundle, build_bundle
from press.runtime.scripts import ENTRY_POINTS
from support.building import wheel_of

EVALUATES = re.compile(r"\beval\(|new Function\b")
ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "bundle"
# The bytes before the code in a .pyc: magic number, flags, and a date or a digest.
PYC_HEADER = 16
# Makes the bundle of the project in one folder with the press that is installed in another; prints what came of it.
ELSEWHERE = """
import json, sys
from pathlib import Path
from press.runtime import bundle
root, here = map(Path, sys.argv[1:])
assert Path(bundle.__file__).is_relative_to(here / "installed"), bundle.__file__
made = bundle.build_bundle(here / "cache", here / "site", root=root)
plain = bundle.build_bundle(here / "cache", here / "site", root=root, runtime="plain")
print(json.dumps([{"files": one.files, "folder": str(one.folder), "script": one.page_script} for one in (made, plain)]))
"""


@dataclass(frozen=True)
class Made:
    """A bundle that another process has made."""

    files: tuple[str, ...]
    folder: Path
    page_script: str


@pytest.fixture(scope="module")
def from_nothing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """The bundle, and the plain one, of a press that does not lie in the project, with nothing kept of an earlier build."""
    here = tmp_path_factory.mktemp("elsewhere")
    ZipFile(wheel_of("press", here)).extractall(here / "installed")
    command = (sys.executable, "-c", ELSEWHERE, str(ROOT), str(here))
    installed = {**os.environ, "PYTHONPATH": str(here / "installed")}
    done = subprocess.run(command, env=installed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made, plain = (Made(tuple(one["files"]), Path(one["folder"]), one["script"]) for one in json.loads(done.stdout))
    return made, plain


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return build_bundle(CACHE, CACHE / "site", root=ROOT)


@pytest.fixture(scope="module")
def plain() -> Bundle:
    return build_bundle(CACHE, CACHE / "site", root=ROOT, runtime="plain")


@pytest.fixture(scope="module")
def library(bundle: Bundle) -> ZipFile:
    (path,) = bundle.folder.rglob("library-*.zip")
    return ZipFile(path)


def script(bundle: Bundle, name: str) -> str:
    (path,) = bundle.folder.rglob(f"{name}-*.js")
    return path.read_text("utf-8")


def codes(code: CodeType) -> list[CodeType]:
    return [code, *(inner for const in code.co_consts if isinstance(const, CodeType) for inner in codes(const))]


def module(library: ZipFile, name: str) -> CodeType:
    code = marshal.loads(library.read(name)[PYC_HEADER:])
    assert isinstance(code, CodeType)
    return code


def has_asserts(code: CodeType) -> bool:
    steps = (step for inner in codes(code) for step in dis.get_instructions(inner))
    return any(step.opname == "LOAD_ASSERTION_ERROR" for step in steps)


# These ask for what takes longest before they ask for what another worker makes, so that both are made beside each other.
def test_press_makes_the_bundle_of_a_project_that_it_does_not_lie_in(from_nothing: tuple[Made, Made]) -> None:
    for made in from_nothing:
        assert (made.folder / made.page_script).is_file()


def test_the_same_sources_give_the_same_bytes(from_nothing: tuple[Made, Made], bundle: Bundle, plain: Bundle) -> None:
    for again, first in zip(from_nothing, (bundle, plain), strict=True):
        assert again.files == first.files
        for name in first.files:
            assert (again.folder / name).read_bytes() == (first.folder / name).read_bytes(), name


def test_no_file_tells_in_which_folder_it_was_made(bundle: Bundle, plain: Bundle) -> None:
    for made in (bundle, plain):
        assert [name for name in made.files if str(ROOT).encode() in (made.folder / name).read_bytes()] == []


def test_every_file_is_named_by_its_content(bundle: Bundle, plain: Bundle) -> None:
    assert all(re.search(r"-[0-9a-f]{12}\.(bin|js|json|wasm|zip)$", name) for name in bundle.files)
    # Pyodide asks for its own files by name, in one folder.
    assert all(re.search(r"-[0-9a-f]{12}(\.(js|json|whl)$|/py)", name) for name in plain.files)


def test_there_is_one_file_for_each_entry_one_for_the_head_seven_for_python_and_two_for_each_tool(
    bundle: Bundle,
) -> None:
    for_python = ("engine", "worker", "pyodide-start", "core", "library", "slim-core", "snapshot")
    # What each form is to answer, for those who check it in their browser; and what of the snapshot only it needs.
    tools = len([*every(), *worksheets()])
    for of_tool in ("/expected-", "/tool-"):
        assert len([name for name in bundle.files if of_tool in name]) == tools
    assert len(bundle.files) - 2 * tools == len(ENTRY_POINTS) + len(for_python) + 1
    assert {bundle.worker_script, bundle.head_script, bundle.engine_script, bundle.page_script} <= set(bundle.files)


def test_plain_mode_holds_the_files_of_pyodide_as_they_were_published(plain: Bundle) -> None:
    published = [name for name in plain.files if "/pyodide-" in name]
    assert len(published) == 5
    for name in published:
        original = ROOT / "node_modules" / "pyodide" / Path(name).name
        assert (plain.folder / name).read_bytes() == original.read_bytes(), name


def test_plain_mode_holds_the_calculators_as_the_wheel_that_anybody_would_install(plain: Bundle) -> None:
    (wheel,) = plain.folder.rglob("calculators-*.whl")
    names = set(ZipFile(wheel).namelist())
    assert {"ketamine_calculators/browser.py", "ketamine_calculators-2.0.0.dist-info/METADATA"} <= names


def test_while_the_site_is_served_python_is_plain_until_its_layers_are_made(tmp_path: Path, bundle: Bundle) -> None:
    served = build_bundle(tmp_path, tmp_path / "site", root=ROOT, serving=True)
    assert [name for name in served.files if "pyodide.asm.wasm" in name]
    made = build_bundle(CACHE, CACHE / "site", root=ROOT, serving=True)
    assert [name for name in made.files if "/snapshot-" in name]


def test_the_asserts_of_the_calculators_stay(library: ZipFile) -> None:
    assert has_asserts(module(library, "ketamine_calculators/registry.pyc"))


def test_the_rest_of_the_library_is_without_docstrings_and_asserts(library: ZipFile) -> None:
    code = module(library, "fractions.pyc")
    assert not has_asserts(code)
    assert not any(isinstance(const, str) and "Fraction instance" in const for const in code.co_consts)


def test_code_knows_neither_its_lines_nor_the_class_that_it_stands_in(library: ZipFile) -> None:
    for name in ("fractions.pyc", "ketamine_calculators/bands.pyc"):
        for code in codes(module(library, name)):
            assert (code.co_linetable, code.co_qualname) == (b"", code.co_name)


def test_members_are_stored_and_bear_no_date_of_the_build(library: ZipFile) -> None:
    assert {member.compress_type for member in library.infolist()} == {ZIP_STORED}
    assert {member.date_time for member in library.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_library_holds_every_calculator_and_no_module_that_none_needs(library: ZipFile) -> None:
    names = set(library.namelist())
    catalogue = {path.stem for path in (ROOT / "calculators/src/ketamine_calculators/catalogue").glob("[a-z]*.py")}
    assert {f"ketamine_calculators/catalogue/{name}.pyc" for name in catalogue} <= names
    assert not names & {"asyncio/events.pyc", "email/message.pyc", "http/client.pyc", "sqlite3/__init__.pyc", "ssl.pyc"}


def test_no_script_evaluates_text(bundle: Bundle) -> None:
    for name in ("head", "engine", "worker", "pyodide-start", "main"):
        assert not EVALUATES.search(script(bundle, name)), name


def test_no_script_of_the_desk_evaluates_text(site: Path) -> None:
    scripts = {file.name: file.read_text("utf-8") for file in (site / "assets" / "desk").glob("*.js")}
    assert {"bring", "desk", "docx", "python"} <= {name.split("-")[0] for name in scripts}
    assert [name for name, text in scripts.items() if EVALUATES.search(text)] == []


def test_what_runs_in_the_worker_names_no_other_host(bundle: Bundle) -> None:
    for name in ("worker", "pyodide-start"):
        assert re.findall(r"https?://[\w.]+", script(bundle, name)) == [], name


def test_the_core_lost_what_only_extension_modules_need(bundle: Bundle) -> None:
    whole = (ROOT / "node_modules/pyodide/pyodide.asm.wasm").stat().st_size
    core = next(size for name, size in bundle.sizes.items() if "/core-" in name)
    assert core < 0.7 * whole


def test_the_slim_core_holds_only_what_the_calculators_call_and_no_data(bundle: Bundle) -> None:
    core, slim = (
        next(size for name, size in bundle.sizes.items() if part in name) for part in ("/core-", "/slim-core-")
    )
    assert slim < 0.25 * core


def test_the_core_lost_the_tables_of_character_sets(bundle: Bundle) -> None:
    """The first twenty characters of GB 2312, which stand in a row in its table."""
    row = "啊阿埃挨哎唉哀皑癌蔼矮艾碍爱隘鞍氨安俺按".encode("utf-16-le")
    (core,) = bundle.folder.rglob("core-*.wasm")
    assert row in (ROOT / "node_modules/pyodide/pyodide.asm.wasm").read_bytes()
    assert row not in core.read_bytes()


def test_the_version_of_pyodide_stands_in_one_place() -> None:
    version = json.loads((ROOT / "package.json").read_text())["dependencies"]["pyodide"]
    places = [ROOT / "press", ROOT / "web", ROOT / "tools", ROOT / "mkdocs.yml", ROOT / "pyproject.toml"]
    files = [
        file for place in places for file in ([place] if place.is_file() else place.rglob("*.*")) if file.is_file()
    ]
    naming = [file for file in files if file.suffix != ".pyc" and version in file.read_text("utf-8", "ignore")]
    assert naming == []
