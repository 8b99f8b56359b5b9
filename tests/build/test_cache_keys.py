"""A step of the bundle is made again when anything that it reads has changed: its cache key is made from what it is given."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

import press.runtime
from press.runtime.build_cache import BundleError, Cache, Inputs, NotMade, Step, Tree
from press.runtime.core import core_step
from press.runtime.desk import desk_scripts_step
from press.runtime.desk_library import desk_library_step
from press.runtime.desk_snapshot import desk_snapshot_step
from press.runtime.layers import Layer
from press.runtime.library import library_step
from press.runtime.scripts import scripts_step
from press.runtime.shared_inputs import code_of, npm_versions
from press.runtime.slim_core import slim_core_step
from press.runtime.snapshot import snapshot_step
from press.runtime.styles import styles_step
from press.runtime.theme import theme_step
from press.runtime.wheel import wheel_step

ROOT = Path(__file__).parents[2]
IMPORTS = Path(__file__).with_name("imports_of.mjs")


def steps_of(made: Path) -> dict[str, Step]:
    """Every step, with stand-ins for the results of those before it."""
    results = {name: made / name for name in ("wheel", "core", "library", "snapshot", "expected")}
    for folder in results.values():
        folder.mkdir()
        for name in ("answers.json", "pyodide.asm.mjs", "pyodide.asm.wasm", "library.zip"):
            (folder / name).write_text("[]")
    theme = made / "bundle.js"
    theme.write_text("0;")
    wheel, core, library, snapshot, expected = results.values()
    sheets = sorted((ROOT / "web" / "css").glob("*.css"))
    steps = (
        wheel_step(ROOT),
        core_step(ROOT, pruned=True, zeroed=True),
        library_step(ROOT, wheel, core, trimmed=True, bytecode=True, zeroed=True),
        snapshot_step(ROOT, wheel, core, library),
        slim_core_step(ROOT, wheel, core, library, snapshot, expected),
        scripts_step(ROOT, wheel, core, {"snapshot": {"address": "snapshot-1.bin"}}),
        styles_step(ROOT, [theme], sheets),
        theme_step(ROOT, theme, frozenset({Layer.THEME_START})),
        desk_library_step(ROOT),
        desk_scripts_step(ROOT),
        desk_snapshot_step(ROOT, library),
    )
    return {step.name: step for step in steps}


NAMES = ("wheel", "core", "library", "snapshot", "slim-core", "scripts", "styles", "theme",
         "desk-library", "desk-scripts", "desk-snapshot")  # fmt: skip
# What each step runs: programs of web/build in Node, and modules of press in Python, in a process of their own or not.
PROGRAMS = {
    "core": ["runtime/core.mjs"],
    "library": ["runtime/replay.mjs"],
    "snapshot": ["runtime/snapshot.mjs", "runtime/replay.mjs"],
    "slim-core": ["runtime/slim-core.mjs", "runtime/replay.mjs"],
    "scripts": ["scripts.mjs"],
    "styles": ["styles.mjs"],
    "theme": ["theme.mjs"],
    "desk-scripts": ["desk.mjs"],
    "desk-snapshot": ["runtime/desk-snapshot.mjs"],
}
MODULES = {name: [name.replace("-", "_")] for name in NAMES}
MODULES["desk-scripts"] = ["desk"]
MODULES["wheel"].append("reference_answers")
MODULES["slim-core"].append("coverage_inputs")
MODULES["snapshot"].append("tool_modules")


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Step]:
    return steps_of(tmp_path_factory.mktemp("made"))


@dataclass(frozen=True)
class Unrenamed(Tree):
    """A folder of which only the content of files changes, so that its files are looked up once."""

    @cached_property
    def _found(self) -> list[tuple[str, Path]]:
        return list(super().files())

    def files(self) -> Iterator[tuple[str, Path]]:
        yield from self._found


def copied(inputs: Inputs, folder: Path) -> Inputs:
    """The same inputs in another place, where a test may change what the files hold."""
    files: dict[str, Path | Tree] = {}
    for number, (name, found) in enumerate(inputs.files.items()):
        if isinstance(found, Tree):
            target = folder / str(number)
            for place, path in found.files():
                (target / place).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target / place)
            files[name] = Unrenamed(target, found.pattern)
        else:
            files[name] = Path(shutil.copy(found, folder / str(number)))
    return Inputs(files, inputs.values)


def _packages(inputs: Inputs) -> set[str]:
    """The npm packages whose versions are among the inputs."""
    versions = inputs.values.get("npm", {})
    assert isinstance(versions, dict)
    return set(versions)


def test_every_step_of_the_bundle_is_looked_at_here(steps: dict[str, Step]) -> None:
    assert tuple(steps) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_change_in_any_file_that_a_step_is_given_changes_its_key(
    steps: dict[str, Step], name: str, tmp_path: Path
) -> None:
    inputs = copied(steps[name].inputs, tmp_path)
    before = inputs.key()
    assert before == steps[name].inputs.key()
    for _, path in inputs.each_file():
        content = path.read_bytes()
        path.write_bytes(content + b" ")
        assert inputs.key() != before, path
        path.write_bytes(content)
    assert inputs.key() == before


@pytest.mark.parametrize("name", NAMES)
def test_a_change_in_any_value_that_a_step_is_given_changes_its_key(steps: dict[str, Step], name: str) -> None:
    inputs = steps[name].inputs
    for value in inputs.values:
        assert Inputs(inputs.files, {**inputs.values, value: "another"}).key() != inputs.key(), value


def test_a_file_that_is_added_renamed_or_removed_changes_the_key(tmp_path: Path) -> None:
    inputs = Inputs({"tree": Tree(tmp_path)})
    (tmp_path / "one").write_text("1")
    keys = [inputs.key()]
    (tmp_path / "two").write_text("2")
    keys.append(inputs.key())
    (tmp_path / "two").rename(tmp_path / "three")
    keys.append(inputs.key())
    (tmp_path / "one").unlink()
    keys.append(inputs.key())
    assert len(set(keys)) == 4


def test_where_a_folder_lies_does_not_change_the_key(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("the same")
    here, there = (Inputs({"tree": Tree(tmp_path / name)}) for name in ("here", "there"))
    assert here.key() == there.key()


def test_the_version_of_an_npm_package_is_the_one_that_is_installed(tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / "uplot"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "9.9.9"}')
    assert npm_versions(tmp_path, "uplot") == {"uplot": "9.9.9"}


@pytest.mark.parametrize("name", NAMES)
def test_a_maker_knows_nothing_but_what_it_is_given(steps: dict[str, Step], name: str) -> None:
    """It is a function of a module, so that no variable of the step's function can reach it."""
    make: Callable[..., None] = steps[name].make
    assert make.__qualname__ == make.__name__
    assert make.__closure__ is None


@pytest.mark.parametrize("name", PROGRAMS)
def test_whatever_the_programs_of_a_step_import_is_hashed(steps: dict[str, Step], name: str) -> None:
    inputs = steps[name].inputs
    programs = [ROOT / "web" / "build" / program for program in PROGRAMS[name]]
    done = subprocess.run(["node", IMPORTS, *programs], cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    hashed = {str(path.resolve()) for _, path in inputs.each_file()}
    assert set(found["files"]) - hashed == set()
    assert set(found["packages"]) - _packages(inputs) == set()


@pytest.mark.parametrize("name", NAMES)
def test_whatever_of_press_a_step_runs_is_hashed(steps: dict[str, Step], name: str) -> None:
    package = Path(press.runtime.__file__).parents[1]
    loaded = (
        f"import {', '.join(f'press.runtime.{module}' for module in MODULES[name])}, sys;"
        "print('\\n'.join(m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'press'))"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    hashed = {str(path) for _, path in steps[name].inputs.each_file()}
    assert set(done.stdout.split("\n")) - {""} - hashed == set()
    assert str(package / "runtime" / "build_cache.py") in hashed


def test_code_is_found_through_everything_that_it_imports() -> None:
    assert {"press.runtime.commands", "press.runtime.build_cache"} <= code_of("core").keys()
    assert "press.runtime.reference_answers" in code_of("coverage_inputs")


def test_a_script_that_is_bundled_and_not_hashed_stops_the_build(steps: dict[str, Step], tmp_path: Path) -> None:
    theme = steps["theme"]
    forgotten = Inputs({name: path for name, path in theme.inputs.files.items() if name != "web/theme/start.js"})
    with pytest.raises(BundleError, match=r"theme/start\.js goes into a script and not into its cache key"):
        theme.make(Inputs(forgotten.files, theme.inputs.values), tmp_path)


def test_a_result_is_made_once_and_again_when_an_input_changes(tmp_path: Path) -> None:
    source, cache = tmp_path / "source", Cache(tmp_path / "cache")
    made: list[str] = []

    def make(inputs: Inputs, out: Path) -> None:
        made.append(inputs.path("source").read_text())
        (out / "result").write_text(made[-1].upper())

    step = Step("upper", Inputs({"source": source}), make)
    for text in ("one", "one", "two", "one"):
        source.write_text(text)
        assert (cache.result(step) / "result").read_text() == text.upper()
    assert made == ["one", "two"]


def test_a_step_that_fails_leaves_nothing_that_could_be_taken_for_its_result(tmp_path: Path) -> None:
    def make(inputs: Inputs, out: Path) -> None:
        (out / "half").write_text("half")
        raise BundleError("no")

    with pytest.raises(BundleError):
        Cache(tmp_path).result(Step("failing", Inputs({}), make))
    assert [path.name for path in tmp_path.iterdir()] == ["failing.lock"]


def test_a_cache_that_does_not_wait_gives_what_is_made_and_makes_only_what_is_quick(tmp_path: Path) -> None:
    def make(inputs: Inputs, out: Path) -> None:
        (out / "result").write_text("made")

    quick = Step("quick", Inputs({}), make)
    slow = Step("slow", Inputs({}), make, takes_long=True)
    hasty = Cache(tmp_path, waits=False)
    assert (hasty.result(quick) / "result").is_file()
    with pytest.raises(NotMade):
        hasty.result(slow)
    Cache(tmp_path).result(slow)
    assert (hasty.result(slow) / "result").is_file()
