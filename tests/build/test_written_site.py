"""What an earlier build has written is put back where it would be the same, and only while nobody has touched it since."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, BuildError

from press.mkdocs_plugin.plugin import PressPlugin
from press.mkdocs_plugin.written_site import WrittenSite, set_aside
from press.runtime.site_files import SiteFiles
from support.kept_builds import built_project, differing, site_of, with_few_assets
from support.lively_project import DAY, in_file

PAGE = "articles/hub/index.html"
LIST = "articles/tags/ketamine/index.html"
MARKDOWN = "articles/hub/index.html.md"


@pytest.fixture(autouse=True)
def few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    with_few_assets(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return built_project(tmp_path / "project")


def numbers(root: Path) -> dict[str, int]:
    """Every file of the site with its number in the file system: another file of the same bytes has another one."""
    site = root / "site"
    return {file.relative_to(site).as_posix(): file.stat().st_ino for file in site.rglob("*") if file.is_file()}


def test_pages_lists_markdown_and_the_search_are_the_same_files_after_a_build_without_a_change(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = numbers(root)
    site_of(root, DAY, monkeypatch)
    after = numbers(root)
    same = {address for address in before if before[address] == after[address]}
    assert {PAGE, LIST, MARKDOWN} <= same
    assert any(address.startswith("search/parts/page-") for address in same)
    assert any(address.startswith("search/parts/words-") for address in same)


def altered(root: Path) -> None:
    (root / "site" / PAGE).write_text("By hand.", "utf-8")


def altered_without_a_trace(root: Path) -> None:
    file = root / "site" / PAGE
    stat, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("Measure", "Forget!"), "utf-8")
    assert text != file.read_text("utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (stat.st_size, stat.st_mtime_ns)


def exchanged(root: Path) -> None:
    one, other = root / "site" / PAGE, root / "site" / "articles" / "lonely" / "index.html"
    one.rename(root / "between")
    other.rename(one)
    (root / "between").rename(other)


def deleted(root: Path) -> None:
    for address in (PAGE, LIST, MARKDOWN):
        (root / "site" / address).unlink()


def added(root: Path) -> None:
    (root / "site" / "articles" / "hub" / "by-hand.html").write_text("By hand.", "utf-8")


def replaced_by_a_link(root: Path) -> None:
    file = root / "site" / PAGE
    shutil.copy(file, root / "elsewhere.html")
    file.unlink()
    file.symlink_to(root / "elsewhere.html")


def copied(root: Path) -> None:
    shutil.copytree(root / "site", root / "copy")
    shutil.rmtree(root / "site")
    (root / "copy").rename(root / "site")


def folder_for_a_file(root: Path) -> None:
    (root / "site" / PAGE).unlink()
    (root / "site" / PAGE).mkdir()


def file_for_a_folder(root: Path) -> None:
    shutil.rmtree(root / "site" / "articles")
    (root / "site" / "articles").write_text("By hand.", "utf-8")


def gone(root: Path) -> None:
    shutil.rmtree(root / "site")


def left_aside(root: Path) -> None:
    """As a build leaves it that was killed before anything was put back."""
    aside = next(iter([set_aside(root, root / "site").aside]))
    assert aside is not None
    assert (aside / PAGE).is_file()


@pytest.mark.parametrize(
    "change",
    [
        altered,
        altered_without_a_trace,
        exchanged,
        deleted,
        added,
        replaced_by_a_link,
        copied,
        folder_for_a_file,
        file_for_a_folder,
        gone,
        left_aside,
    ],
)
def test_whatever_was_done_to_the_site_by_hand_the_next_build_is_one_from_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    before = site_of(root, DAY, monkeypatch)
    change(root)
    assert differing(site_of(root, DAY, monkeypatch), before) == []
    assert differing(site_of(root, DAY, monkeypatch), before) == []
    assert not [*(root / ".cache" / "press").glob("site-*")], "what was set aside is still there"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), BuildError("cut off")])
@pytest.mark.parametrize("event", ["on_env", "on_post_page", "on_post_build"])
def test_after_a_build_that_was_cut_off_the_next_is_one_from_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, event: str, fault: BaseException
) -> None:
    before = site_of(root, DAY, monkeypatch)
    in_file("content/articles/hub.md", "Measure the", "Take the")(root)

    def cut_off(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(PressPlugin, event, cut_off)
        with pytest.raises((KeyboardInterrupt, Abort)):
            site_of(root, DAY, patch)
    in_file("content/articles/hub.md", "Take the", "Measure the")(root)
    assert differing(site_of(root, DAY, monkeypatch), before) == []


def test_a_build_into_another_folder_leaves_the_first_one_and_is_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site_of(root, DAY, monkeypatch)
    numbered = numbers(root)
    assert differing(site_of(root, DAY, monkeypatch, folder="elsewhere"), before) == []
    assert numbers(root) == numbered
    assert differing(site_of(root, DAY, monkeypatch), before) == []


def test_a_build_with_other_settings_between_leaves_nothing_of_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site_of(root, DAY, monkeypatch)
    in_file("mkdocs.yml", "site_name: Test", "site_name: Other")(root)
    assert PAGE in differing(site_of(root, DAY, monkeypatch), before)
    in_file("mkdocs.yml", "site_name: Other", "site_name: Test")(root)
    assert differing(site_of(root, DAY, monkeypatch), before) == []


def test_what_mkdocs_leaves_in_the_folder_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "site" / ".nojekyll").write_text("", "utf-8")
    assert ".nojekyll" in site_of(root, DAY, monkeypatch)


def test_digests_that_are_known_are_those_of_the_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_file("content/articles/hub.md", "Measure the", "Take the")(root)
    noted: list[WrittenSite] = []
    finish = WrittenSite.finish

    def finished(written: WrittenSite) -> None:
        finish(written)
        noted.append(written)

    monkeypatch.setattr(WrittenSite, "finish", finished)
    site_of(root, DAY, monkeypatch)
    read, (written,) = SiteFiles(root / "site"), noted
    assert {PAGE, LIST, MARKDOWN} <= written.digests.keys()
    assert written.digests == {address: read.digest(address) for address in written.digests}


def test_a_file_that_was_altered_after_mkdocs_was_to_write_it_is_not_put_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = set_aside(tmp_path, site)
    first.promise("folder/page.html", b"as promised", "key")
    (site / "folder").mkdir(parents=True)
    (site / "folder/page.html").write_bytes(b"something else")
    first.finish()
    assert not set_aside(tmp_path, site).put_back("folder/page.html", "key")


def test_a_file_is_put_back_only_for_what_it_was_made_of(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = set_aside(tmp_path, site)
    first.write("folder/page.html", b"words", "key")
    first.finish()
    second = set_aside(tmp_path, site)
    assert not second.put_back("folder/page.html", "other key")
    assert not (site / "folder/page.html").exists()
    assert second.put_back("folder/page.html", "key")
    assert (site / "folder/page.html").read_bytes() == b"words"
