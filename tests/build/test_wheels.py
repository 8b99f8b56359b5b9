"""Both packages as others would install them: built to wheels, without the network."""

import json
import subprocess
import sys
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.building import wheel_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def calculators(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of("calculators", tmp_path_factory.mktemp("calculators"))


@pytest.fixture(scope="module")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has nothing but its standard library, and the calculators' wheel installed in it."""
    folder = tmp_path_factory.mktemp("empty") / "env"
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(folder)), check=True)
    return folder


def installed(package: Path, environment: Path) -> Path:
    """The folder of commands of an environment that the wheel has been installed into, offline."""
    uv = subprocess.run(("tools/setup", "uv"), cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    command = (uv, "pip", "install", "--quiet", "--offline", "--no-index", "--python", str(environment), str(package))
    subprocess.run(command, check=True, capture_output=True)
    return environment / "bin"


def test_the_calculators_answer_in_an_empty_environment(calculators: Path, empty_environment: Path) -> None:
    commands = installed(calculators, empty_environment)
    asked = ("run", "convert_weight", "--json", '{"value": 154, "unit": "lb"}')
    for command in ((commands / "ketamine-calculators",), (commands / "python", "-m", "ketamine_calculators")):
        answer = subprocess.run((*command, *asked), check=True, capture_output=True, text=True, cwd=commands).stdout
        assert json.loads(answer)["kg"] == pytest.approx(69.85322498)  # 154 × 0.45359237


def test_the_calculators_wheel_is_typed_and_carries_its_examples(calculators: Path) -> None:
    files = set(ZipFile(calculators).namelist())
    assert {"ketamine_calculators/py.typed", "ketamine_calculators/worked_examples.txt"} <= files


def test_the_calculators_wheel_holds_every_source_and_nothing_else(calculators: Path) -> None:
    source = ROOT / "calculators" / "src"
    expected = {str(path.relative_to(source)) for path in source.rglob("*") if path.suffix in {".py", ".txt", ".typed"}}
    assert {name for name in ZipFile(calculators).namelist() if ".dist-info/" not in name} == expected


def test_the_calculators_wheel_asks_for_no_other_package(calculators: Path) -> None:
    with ZipFile(calculators) as files:
        (name,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        about = message_from_string(files.read(name).decode())
    assert about.get_all("Requires-Dist") is None
    assert about["Name"] == "ketamine-calculators"


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of("press", tmp_path_factory.mktemp("press"))


def test_the_wheel_of_press_carries_what_it_renders_and_bundles_with(press: Path) -> None:
    files = set(ZipFile(press).namelist())
    source = ROOT / "press" / "src"
    needed = {
        str(path.relative_to(source))
        for path in source.rglob("*")
        if path.is_file() and path.suffix in {".html", ".py", ".typed"}
    }
    assert any(name.endswith(".html") for name in needed)
    assert needed <= files
