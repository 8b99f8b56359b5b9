"""A drawing in the site's colors follows the scheme of the page that shows it; any other stands on white."""

import re
from pathlib import Path

import pytest

from press.reading.drawing import read_drawing
from press.reading.drawing_colors import DARK_OF, in_both_schemes
from press.reading.source_file import read_source

ROOT = Path(__file__).resolve().parents[3]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" fill="#17232b"><title>One</title>'


def published(content: str, folder: Path) -> str:
    file = folder / "one.svg"
    file.write_text(content, "utf-8")
    return in_both_schemes(read_drawing(read_source(file, "one.svg")))


def colors(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def test_each_color_turns_into_what_its_token_is_on_a_dark_page() -> None:
    light, dark = (ROOT / "web" / "css" / "tokens.css").read_text("utf-8").split("@media screen", 1)
    light_of, dark_of = colors(light), colors(dark)
    pairs = {(light_of[name], dark_of[name]) for name in light_of if name in dark_of}
    assert set(DARK_OF.items()) <= pairs


def test_a_drawing_in_the_site_s_colors_follows_the_scheme(tmp_path: Path) -> None:
    assert "prefers-color-scheme:dark" in published(f"{HEAD}</svg>", tmp_path)


def test_only_the_colors_that_are_drawn_are_turned(tmp_path: Path) -> None:
    said = published(f'{HEAD}<rect width="4" height="4" fill="#ffffff" stroke="none"/></svg>', tmp_path)
    assert '[fill="#17232b"]{fill:#e8eef2}[fill="#ffffff"]{fill:#11181d}' in said.replace("&quot;", '"')
    assert said.count("{fill:") == 2
    assert "stroke:" not in said


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="4" height="4" fill="#123456"/>',
        '<rect width="4" height="4" fill="url(#a)"/>',
        '<rect width="4" height="4" style="fill:#ffffff"/>',
        "<style>rect{fill:#ffffff}</style>",
    ],
)
def test_a_drawing_in_other_colors_stands_on_white(inside: str, tmp_path: Path) -> None:
    said = published(f"{HEAD}{inside}</svg>", tmp_path)
    assert "svg{background:#ffffff}" in said
    assert "prefers-color-scheme" not in said
