"""The size of a picture is read from its file, and stands on the page, so that nothing moves while it loads."""

import re
from pathlib import Path

import pytest

from press.content.project import Project
from press.reading.picture_size import picture_size
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.small_project import small_project

# The first bytes as the formats' descriptions have them: PNG 11.2.2; RFC 9649, 2.5 to 2.7, with RFC 6386, 9.1.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (640).to_bytes(4) + (480).to_bytes(4)
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x10\0\0\x9d\x01\x2a" + (640).to_bytes(2, "little") + (480).to_bytes(2, "little")
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (639 | 479 << 14).to_bytes(4, "little") + bytes(8)
EXTENDED = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")


@pytest.mark.parametrize("content", [PNG, LOSSY, LOSSLESS, EXTENDED], ids=["png", "lossy", "lossless", "extended"])
def test_width_and_height_are_read_from_the_first_bytes(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "picture"
    file.write_bytes(content)
    assert picture_size(file) == (640, 480)


@pytest.mark.parametrize("content", [b"", b"<svg/>", LOSSY[:20], b"RIFF\0\0\0\0WAVEfmt " + bytes(20), PNG[:14]])
def test_another_file_has_no_size(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "picture"
    file.write_bytes(content)
    assert picture_size(file) is None


def test_a_page_says_how_large_its_pictures_are(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "docs" / "guide").mkdir()
    (root / "docs" / "guide" / "step.webp").write_bytes(LOSSLESS)
    (root / "docs" / "guide.md").write_text("# Guide\n\n![A step](/guide/step.webp)\n", "utf-8")
    site = whole_site(Project(root))
    page = site.docs_page("guide.md")
    assert page
    (image,) = re.findall("<img[^>]*>", Pages(site).docs(page).html)
    assert image == '<img width="640" height="480" src="step.webp" alt="A step" loading="lazy">'
