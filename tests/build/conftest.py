"""A second site beside the real one: the same pages with articles that readers must not see, and some that they may."""

from pathlib import Path

import pytest

from support.building import copy_of_project, run_folder, site_built_once
from support.extra_articles import extra_articles


@pytest.fixture(scope="session")
def odd_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The production site of the project with the extra articles. Built after the real one, whose parts it uses."""
    assert site.is_dir()
    folder = run_folder(tmp_path_factory) / "odd"

    def project() -> Path:
        copy = copy_of_project(folder / "project")
        for slug, text in extra_articles().items():
            (copy / "content" / "articles" / f"{slug}.md").write_text(text, "utf-8")
        return copy

    return site_built_once(folder, project)
