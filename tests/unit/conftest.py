"""A unit test needs the files of the repository and this one process."""

from typing import NoReturn

import pytest


@pytest.fixture(autouse=True)
def _starts_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*_: object, **__: object) -> NoReturn:
        pytest.fail("A unit test starts no other program: a test that does belongs in tests/build.")

    monkeypatch.setattr("subprocess.Popen.__init__", start)
