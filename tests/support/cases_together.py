"""The cases of a parametrized unit test as one test, so that a run of thousands spends its time on them and not on pytest.

Each case is asked, whatever became of those before it, and each that fails is named with what it failed on. `--cases-together`
asks for it, as `make test` and `make unit` do; without it pytest runs each case as a test of its own, and `-k` finds it. A test
whose cases need something made anew for each, as `tmp_path`, a mark of their own, or Hypothesis is left as it is.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

OPTION = "--cases-together"
FULLY_SHOWN = 10
# Forbids every unit test the same thing, so that one is enough for all cases of a test.
_FOR_ALL_CASES = {"_starts_no_program", "monkeypatch"}
_FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)


class Case(Protocol):
    """What pytest gives to one case of a test."""

    params: Mapping[str, object]
    marks: list[pytest.Mark]

    @property
    def id(self) -> str: ...


class CasesTogether:
    """Takes the cases of each test apart when pytest has found them, and asks them all when it runs the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases: dict[object, list[Case]] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Leave pytest the first case, whose name is that of the test, and keep all."""
        # pytest has no other name for them: a test of this module fails if they get one.
        calls: list[Any] = metafunc._calls
        if len(calls) > 1 and self._can_share(metafunc, calls):
            self.cases[metafunc.function] = list(calls)
            calls[:] = [dataclasses.replace(calls[0], _idlist=())]

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> object:
        """Ask every case; fail with all that failed."""
        cases = self.cases.get(pyfuncitem.function)
        if cases is None:
            return None
        shared = {name: pyfuncitem.funcargs[name] for name in _asked(pyfuncitem.function) - set(cases[0].params)}
        failed = [(case.id, failure) for case in cases for failure in _failures(pyfuncitem, {**shared, **case.params})]
        if failed:
            pytest.fail(_told(pyfuncitem.nodeid, len(cases), failed), pytrace=False)
        return True

    def _can_share(self, metafunc: pytest.Metafunc, cases: list[Case]) -> bool:
        """Whether nothing but the values of its parameters differs between two cases of a test."""
        definition = metafunc.definition
        marks = list(definition.iter_markers("parametrize"))
        named = {name for mark in marks for name in _names(mark)}
        made_anew = {
            name
            for name, made in metafunc._arg2fixturedefs.items()
            if name not in named and made and made[-1].scope == "function"
        }
        return (
            definition.path.is_relative_to(self.folder)
            and metafunc.cls is None
            and not getattr(metafunc.function, "is_hypothesis_test", False)
            and not any(mark.kwargs.get("indirect") for mark in marks)
            and all(set(case.params) == named and not case.marks for case in cases)
            and made_anew <= _FOR_ALL_CASES - _asked(metafunc.function)
        )


def _asked(function: Any) -> set[str]:
    """The names of a test's arguments."""
    code = function.__code__
    return set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


def _names(parametrize: pytest.Mark) -> list[str]:
    """The arguments that a mark gives values to."""
    names = parametrize.args[0] if parametrize.args else parametrize.kwargs["argnames"]
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def _failures(item: pytest.Function, arguments: Mapping[str, object]) -> Iterator[pytest.ExceptionInfo[BaseException]]:
    """What one case fails with, if it does."""
    try:
        item.function(**arguments)
    except pytest.exit.Exception:
        raise
    except _FAILURES as failure:
        yield pytest.ExceptionInfo.from_exception(failure)


def _told(test: str, cases: int, failed: list[tuple[str, pytest.ExceptionInfo[BaseException]]]) -> str:
    """The names of all cases that failed with what each failed on, then where the first of them did."""
    lines = [f"{len(failed)} of {cases} cases failed; each runs alone as {test}[its name]:"]
    lines += [f"[{name}] {' '.join(failure.exconly(tryshort=True).split())}" for name, failure in failed]
    for name, failure in failed[:FULLY_SHOWN]:
        # Neither this module's part of the way nor pytest's.
        failure.traceback = failure.traceback[1:]
        lines += ["", f"_____ [{name}] _____", str(failure.getrepr(style="short"))]
    if len(failed) > FULLY_SHOWN:
        lines += ["", f"The first {FULLY_SHOWN} are shown in full."]
    return "\n".join(lines)
