"""The theme's script, with parts of ours in it, is made only of a theme that looks as expected."""

from pathlib import Path

import pytest

from press.runtime.build_cache import BundleError
from press.runtime.theme import theme_script
from support.building import PROJECT


@pytest.mark.parametrize(
    ("script", "lost"),
    [
        ("new Worker(a);", "the fetching of its search index"),
        ('z(new URL("search/search_index.json",b));', "the start of its search worker"),
        ('z(new URL("search/search_index.json",b));new Worker(a);new Worker(a);', "the start of its search worker"),
    ],
)
def test_a_theme_that_has_changed_stops_the_build(script: str, lost: str, tmp_path: Path) -> None:
    theme = tmp_path / "bundle.js"
    theme.write_text(script)
    with pytest.raises(BundleError, match=f"no longer shows {lost}"):
        theme_script(theme, PROJECT, tmp_path / "cache")
