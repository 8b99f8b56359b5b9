"""Who builds the same sources again gets the same site, to the byte: what a third party does to verify a copy."""

import json
from pathlib import Path

import pytest

from press.runtime.file_manifest import MANIFEST, digests
from press.runtime.site_files import SiteFiles
from support.building import PROJECT, copy_of_project, run_folder, site_built_once


@pytest.fixture(scope="session")
def second_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built again from a copy in another folder, for the address of the first."""
    folder = run_folder(tmp_path_factory) / "second"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", json.loads((site / MANIFEST).read_text("utf-8"))["manifest"]["app"])
        return site_built_once(folder, lambda: _of_the_same_commit(copy_of_project(folder / "project")))


def _of_the_same_commit(copy: Path) -> Path:
    """A copy that knows the commit, by which the day of an edition is told."""
    if (PROJECT / ".git").exists():
        (copy / ".git").symlink_to(PROJECT / ".git")
    return copy


def test_a_build_in_another_folder_has_the_same_bytes(site: Path, second_site: Path) -> None:
    first, second = digests(SiteFiles(site)), digests(SiteFiles(second_site))
    assert [name for name in first | second if first.get(name) != second.get(name)] == []
    assert (site / MANIFEST).read_bytes() == (second_site / MANIFEST).read_bytes()


def test_the_manifest_is_that_of_the_files_beside_it(site: Path) -> None:
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))["manifest"]
    assert manifest["files"] == digests(SiteFiles(site))
    assert "/sbom.cdx.json" in manifest["files"]
    assert f"/{MANIFEST}" not in manifest["files"]
    assert manifest["default_fallback"] in manifest["files"]
    assert len(manifest["wasm"]) == sum(name.endswith(".wasm") for name in manifest["files"])
