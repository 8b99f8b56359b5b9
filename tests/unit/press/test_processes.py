"""Work that is shared among processes is the same work."""

import os
import sys

import pytest

from press.checks.processes import FEW, judged

# The tests themselves are run by a process that has threads; the command has none.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.mark.parametrize("many", [0, 1, FEW - 1, 2 * FEW, 2 * FEW + 7])
def test_what_is_found_comes_in_the_order_of_the_things(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2)
    found = list(judged(lambda thing: [f"{thing} once", f"{thing} twice"] if thing % 3 else [], range(many)))
    assert found == [f"{thing} {word}" for thing in range(many) if thing % 3 for word in ("once", "twice")]


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere one process does all.")
def test_much_is_judged_in_other_processes_and_little_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2)
    assert os.getpid() not in judged(lambda _: [os.getpid()], range(2 * FEW))
    assert set(judged(lambda _: [os.getpid()], range(FEW))) == {os.getpid()}


def test_what_goes_wrong_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        list(judged(lambda thing: [1 // thing], range(2 * FEW)))
