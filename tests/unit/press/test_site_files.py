"""The files of a finished site: each is read once, and never told as it was before it was written again."""

from hashlib import sha256
from pathlib import Path

import pytest

from press.runtime.site_files import SiteFiles


@pytest.fixture
def site(tmp_path: Path) -> SiteFiles:
    for name, content in {
        "index.html": b"<p>Home</p>" * 100,
        "a/b.html": b"b",
        "a-c.html": b"c",
        ".hidden": b"",
    }.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    return SiteFiles(tmp_path / "site")


def test_files_are_in_the_order_of_folders_and_names(site: SiteFiles) -> None:
    assert site.addresses() == [".hidden", "a/b.html", "a-c.html", "index.html"]


def test_a_file_that_is_written_has_another_digest(site: SiteFiles) -> None:
    assert site.digest("a/b.html") == sha256(b"b").digest()
    site.write("a/b.html", b"other")
    assert site.digest("a/b.html") == sha256(b"other").digest()


def test_what_is_compressed_where_something_compressed_stood_has_another_digest(
    site: SiteFiles, tmp_path: Path
) -> None:
    site.write("index.html.gz", b"packed by somebody else")
    before = site.digest("index.html.gz")
    site.compress(["index.html"], tmp_path / "cache")
    assert site.digest("index.html.gz") == sha256(site.path("index.html.gz").read_bytes()).digest() != before


def test_the_size_on_the_line_is_that_of_the_compressed_form(site: SiteFiles, tmp_path: Path) -> None:
    assert site.size_on_the_line("index.html") == 1100
    site.compress(["index.html"], tmp_path / "cache")
    assert site.size_on_the_line("index.html") == site.path("index.html.br").stat().st_size < 1100
