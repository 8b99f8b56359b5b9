"""What several kinds of test share: the same random cases in every run, and the site, built once."""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from support.building import PROJECT, run_folder, site_built_once
from support.hazard_run import HazardRun

TESTS = Path(__file__).parent
# One worker begins with the site, another with the bundle made a second time: nothing else takes as long.
BUILDS_FIRST = ("build/test_articles_are_whole.py", "build/test_bundle.py")

# The same cases on every machine and in every run; a slow machine is no reason to fail.
settings.register_profile("house", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """The hazard log is compared with what passed, once, where the reports of all workers arrive."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(HazardRun(config))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """More than ten thousand tests stay to the end: Python's garbage collector need not look through them again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest to build is asked for first, the site by one worker; then comes what needs nothing, until it is built.

    Then come the long files, and at the end short ones, so that both workers end together.
    """
    items.sort(key=lambda item: _turn(item.path.relative_to(TESTS).as_posix()))


def _turn(file: str) -> int:
    if file in BUILDS_FIRST:
        return BUILDS_FIRST.index(file)
    if file.startswith("unit/"):
        return 2 if file.startswith("unit/calculators/") else 4
    return 3


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the production site: the one that TESTED_SITE names, which is to be published, or one built here."""
    named = os.environ.get("TESTED_SITE")
    if named:
        return PROJECT / named
    return site_built_once(run_folder(tmp_path_factory) / "production", lambda: PROJECT)


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site in plain mode."""
    return site_built_once(run_folder(tmp_path_factory) / "plain", lambda: PROJECT, runtime="plain")
