"""The theme's script, with parts of ours in it, is made only of a theme that looks as expected."""

from importlib.resources import files
from pathlib import Path

import pytest

from press.runtime.build_cache import BundleError
from press.runtime.theme import theme_script
from support.building import PROJECT

SCRIPTS = Path(str(files("material"))) / "templates" / "assets" / "javascripts"
(PUBLISHED,) = SCRIPTS.glob("bundle.*.min.js")


@pytest.mark.parametrize(
    ("written", "instead", "lost"),
    [
        ("navigation.instant", "navigation.other", "the fetching of its sitemap"),
        (".innerHTML+=", ".outerText+=", "the making of elements"),
    ],
)
def test_a_theme_that_has_changed_stops_the_build(written: str, instead: str, lost: str, tmp_path: Path) -> None:
    script = PUBLISHED.read_text("utf-8")
    assert written in script
    theme = tmp_path / "bundle.js"
    theme.write_text(script.replace(written, instead), "utf-8")
    with pytest.raises(BundleError, match=f"no longer shows {lost}"):
        theme_script(theme, PROJECT, tmp_path / "cache")
