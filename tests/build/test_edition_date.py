"""The day of an edition is that of its sources, not that of the build."""

import datetime
import os
import subprocess
from pathlib import Path

from press.content.edition_date import edition_date
from press.content.project import Project
from support.small_project import small_project

TODAY = datetime.date(2026, 6, 30)


def test_outside_a_repository_it_is_the_day_of_the_newest_change(tmp_path: Path) -> None:
    project = Project(small_project(tmp_path / "project"), TODAY)
    newest = max(article.last_change for article in project.articles if article.last_change)
    assert edition_date(project.root, project.articles) == newest


def test_without_articles_too_there_is_one(tmp_path: Path) -> None:
    assert edition_date(tmp_path, ()) == datetime.date(1980, 1, 1)


def test_in_a_repository_it_is_the_day_of_the_commit_as_all_the_world_counts_it(tmp_path: Path) -> None:
    # Half past eleven in the evening of the 1st, ten hours behind: the 2nd in Greenwich.
    when = "2026-03-01T23:30:00-10:00"
    git(tmp_path, "init", "-q")
    assert edition_date(tmp_path, ()) == datetime.date(1980, 1, 1)
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "A change", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
    assert edition_date(tmp_path, ()) == datetime.date(2026, 3, 2)


def git(folder: Path, *words: str, **environment: str) -> None:
    who = {f"GIT_{role}_{what}": "someone" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(("git", *words), cwd=folder, env={**os.environ, **who, **environment}, check=True)
