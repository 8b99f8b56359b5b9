"""What the editors' desk runs in the browser: press with what it imports, and the calculators, compiled.

Both are made by the standard tools: bytecode by compileall. The modules that the desk imports are found from its entry, so that
nothing of the build goes along. The calculators come with their sources, because the check names the lines that quote an article.
"""

import platform
import shutil
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .build_cache import Inputs, Step, Tree
from .commands import python
from .library import same_python
from .shared_inputs import code_of, code_of_press, pyodide_files

LIBRARY = "library.zip"
ENTRY = "press.desk.entry"
PACKAGES = (
    "Jinja2",
    "MarkupSafe",
    "PyYAML",
    "Pygments",
    "markdown-it-py",
    "mdit-py-plugins",
    "mdurl",
    "readability",
)
"""What press imports in the browser."""
# The same places are in web/desk/lay-out.js.
PROJECT = "project"
"""The folder of the project in the browser's Python."""
MODULES = "modules"
"""The folder of press and what it imports."""
CALCULATORS = f"{PROJECT}/calculators/src"
"""The folder of the calculators, where the repository has them."""
_PRESS = Path(__file__).parents[2]
_DATE = (1980, 1, 1, 0, 0, 0)


def desk_library_step(root: Path) -> Step:
    """A folder with `library.zip`, whose files the desk lays into the browser's Python."""
    files = {
        "calculators": Tree(root / "calculators" / "src"),
        "templates": Tree(_PRESS / "press" / "forms" / "templates"),
        # The versions of the packages.
        "requirements": root / "requirements.txt",
        **pyodide_files(root, "pyodide-lock.json"),
        **code_of("desk_library"),
        **code_of_press(ENTRY),
    }
    return Step("desk-library", Inputs(files, {"python": platform.python_version()}), make_desk_library)


def make_desk_library(inputs: Inputs, out: Path) -> None:
    same_python(inputs.path("pyodide-lock.json"))
    made = out / "made"
    modules, calculators = made / MODULES, made / CALCULATORS
    for module in code_of_press(ENTRY):
        _copy(inputs.path(module), modules, _PRESS)
    _copy_tree(inputs.path("templates"), modules / "press" / "forms" / "templates")
    for package in PACKAGES:
        for file in distribution(package).files or ():
            if file.suffix == ".py":
                _copy(Path(str(file.locate())), modules, Path(str(distribution(package).locate_file(""))))
    _copy_tree(inputs.path("calculators"), calculators)
    # Beside its source where the source stays; in its place where it goes.
    _compile(made, calculators)
    _compile(made, modules, "-b", "-o", "2")
    for source in modules.rglob("*.py"):
        source.unlink()
    _write(out / LIBRARY, made)
    shutil.rmtree(made)


def _compile(made: Path, folder: Path, *options: str) -> None:
    # The code knows its source by its place in the browser, and the browser's Python reads no dates.
    places: tuple[str | Path, ...] = ("-s", made, "-p", "/", *options, folder)
    python("compileall", "-q", "--invalidation-mode", "unchecked-hash", *places, doing="Compiling the desk's library")


def _copy(file: Path, to: Path, base: Path) -> None:
    place = to / file.relative_to(base)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)


def _copy_tree(folder: Path, to: Path) -> None:
    for place, file in Tree(folder).files():
        (to / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to / place)


def _write(archive: Path, folder: Path) -> None:
    """Stored, not deflated: what compresses the file on its way sees what its members have in common."""
    with ZipFile(archive, "w", ZIP_STORED) as opened:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            opened.writestr(ZipInfo(file.relative_to(folder).as_posix(), _DATE), file.read_bytes())
