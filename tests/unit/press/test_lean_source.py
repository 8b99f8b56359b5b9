"""What the browser's library leaves out of the calculators' sources, and of each dataclass."""

import dataclasses
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest

from press.runtime.lean_source import lean
from press.runtime.stdlib_stubs import with_stubs

STDLIB = Path(__file__).parents[3] / "node_modules" / "pyodide" / "python_stdlib.zip"

SOURCE = '''
"""A module."""

LIMIT = 3
"""What it is for."""

class Dose:
    """A dose."""

    mg: int
    """In milligrams."""

class Told(Exception):
    """Nothing else."""

def doubled(mg: int, *more: int, at: str = "once", **rest: object) -> int:
    """Twice."""
    assert mg > 0, "never"
    return 2 * mg

def said() -> None:
    """Only this."""
'''


def test_docstrings_and_types_of_arguments_go_and_asserts_and_types_of_fields_stay() -> None:
    assert lean(SOURCE) == "\n".join(
        [
            "LIMIT = 3",
            "",
            "class Dose:",
            "    mg: int",
            "",
            "class Told(Exception):",
            "    pass",
            "",
            "def doubled(mg, *more, at='once', **rest):",
            "    assert mg > 0, 'never'",
            "    return 2 * mg",
            "",
            "def said():",
            "    pass",
        ]
    )


@pytest.fixture
def in_browser(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module `dataclasses` as the browser's Python has it."""
    with ZipFile(STDLIB) as archive:
        library = {name: archive.read(name) for name in ("dataclasses.py", "_pyodide/_importhook.py")}
    library = with_stubs(library)
    for name in ("dataclasses", "dataclass_methods"):
        module = ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        exec(compile(library[f"{name}.py"], name, "exec"), module.__dict__)
    return sys.modules["dataclasses"]


@pytest.fixture(params=["here", "in the browser"])
def dataclass(request: pytest.FixtureRequest, in_browser: Any) -> Any:
    return dataclasses.dataclass if request.param == "here" else in_browser.dataclass


def made(dataclass: Any) -> Any:
    class Reading:
        systolic: int
        note: str = "none"

    Reading.__annotations__ = {"systolic": int, "note": str}
    return dataclass(frozen=True)(Reading)


def test_dataclasses_are_equal_and_hashed_by_their_fields(dataclass: Any) -> None:
    reading = made(dataclass)
    assert reading(120) == reading(120, "none") != reading(120, "sitting")
    assert hash(reading(120)) == hash((120, "none"))
    assert reading(120) != made(dataclass)(120)
    assert reading(120) != (120, "none")


def test_a_frozen_dataclass_stays_as_it_is(dataclass: Any) -> None:
    reading = made(dataclass)(120)
    with pytest.raises(AttributeError, match="systolic"):
        reading.systolic = 130
    with pytest.raises(AttributeError, match="note"):
        del reading.note
    assert (reading.systolic, reading.note) == (120, "none")


def test_what_a_class_says_itself_stays(dataclass: Any) -> None:
    class Same:
        value: int

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    one = dataclass(frozen=True)(Same)
    assert one(1) == one(2)
    assert hash(one(1)) == 7


def test_a_field_that_is_not_compared_makes_no_difference(dataclass: Any, in_browser: Any) -> None:
    field = dataclasses.field if dataclass is dataclasses.dataclass else in_browser.field

    class Noted:
        value: int
        note: str = field(default="", compare=False)

    noted = dataclass(Noted)
    assert noted(1, "a") == noted(1, "b")
    assert noted.__hash__ is None
