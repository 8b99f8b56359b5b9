"""What several kinds of test share: the same random cases in every run, and the site, built once."""

from pathlib import Path

import pytest
from hypothesis import settings

from support.building import PROJECT, run_folder, site_built_once
from support.hazard_run import HazardRun

# The same cases on every machine and in every run; a slow machine is no reason to fail.
settings.register_profile("house", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """The hazard log is compared with what passed, once, where the reports of all workers arrive."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(HazardRun(config))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the production site."""
    return site_built_once(run_folder(tmp_path_factory) / "production", lambda: PROJECT)


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site in plain mode."""
    return site_built_once(run_folder(tmp_path_factory) / "plain", lambda: PROJECT, runtime="plain")
