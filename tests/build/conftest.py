"""A second site beside the real one: the same pages with articles that readers must not see, and some that they may."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from support.build_tree import copy_of_project, extra_articles


@pytest.fixture(scope="session")
def odd_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The production site of the project with the extra articles. Built after the real one, whose parts it uses."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    project, built, said = run / "odd-project", run / "odd-site", run / "odd-site.log"
    with FileLock(run / "odd-site.lock"):
        if not said.exists():
            copy_of_project(project)
            for slug, text in extra_articles().items():
                (project / "content" / "articles" / f"{slug}.md").write_text(text, "utf-8")
            command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built))
            build = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
            said.write_text(f"{build.returncode}\n{build.stdout}{build.stderr}", encoding="utf-8")
    status, _, words = said.read_text(encoding="utf-8").partition("\n")
    if status != "0":
        pytest.fail(f"The site with the extra articles does not build:\n{words}", pytrace=False)
    return built
