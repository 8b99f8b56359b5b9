"""The day of an edition, by which a kept copy tells its age. The same sources have the same day, whenever they are built."""

import datetime
import subprocess
from collections.abc import Iterable
from pathlib import Path

from .articles import Article

_NO_DATE = datetime.date(1980, 1, 1)


def edition_date(root: Path, articles: Iterable[Article]) -> datetime.date:
    """The day of the commit that is checked out; outside a repository, that of the newest change of an article."""
    return _commit_date(root) or max((article.last_change or _NO_DATE for article in articles), default=_NO_DATE)


def _commit_date(root: Path) -> datetime.date | None:
    # A checkout inside another repository is not of that repository.
    if not (root / ".git").exists():
        return None
    try:
        said = subprocess.run(
            ("git", "log", "-1", "--format=%ct"), cwd=root, capture_output=True, text=True, check=False
        ).stdout.strip()
    except FileNotFoundError:
        return None
    return datetime.datetime.fromtimestamp(int(said), datetime.UTC).date() if said else None
