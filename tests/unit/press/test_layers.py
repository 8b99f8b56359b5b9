"""The setting that says which layers are laid, and what is refused."""

import re
from pathlib import Path

import pytest

from press.reading.errors import SetupError
from press.runtime.build_cache import BundleError
from press.runtime.bundle import build_bundle
from press.runtime.layers import Layer, layers_of
from press.runtime.stdlib_stubs import with_stubs

ROOT = Path(__file__).parents[3]


def test_full_is_every_layer_and_plain_is_none() -> None:
    assert layers_of("full") == frozenset(Layer)
    assert layers_of("plain") == frozenset()


@pytest.mark.parametrize("setting", ["without early-start precompressed", "without early-start, precompressed"])
def test_some_can_be_left_out_by_name(setting: str) -> None:
    assert frozenset(Layer) - layers_of(setting) == {Layer.EARLY_START, Layer.PRECOMPRESSED}


def test_what_rests_on_a_layer_goes_with_it() -> None:
    assert frozenset(Layer) - layers_of("without snapshot") == {Layer.SNAPSHOT, Layer.SLIM_CORE}


@pytest.mark.parametrize("setting", ["", "fast", "without", "without sanpshot", "plain snapshot", "full snapshot"])
def test_any_other_setting_is_refused_with_the_names_that_there_are(setting: str) -> None:
    with pytest.raises(SetupError, match=r"is not understood.*slim-core"):
        layers_of(setting)


def test_the_readme_has_a_row_for_each_layer_and_for_no_other() -> None:
    readme = (ROOT / "press/src/press/runtime/README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", readme, re.MULTILINE)) == {layer.value for layer in Layer}


def test_a_missing_pyodide_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"^Pyodide is not installed: run npm ci\.$"):
        build_bundle(tmp_path, tmp_path, root=tmp_path)


def test_a_library_that_is_not_as_expected_is_refused() -> None:
    with pytest.raises(BundleError, match="no longer holds the line"):
        with_stubs({"_pyodide/_importhook.py": b"", "dataclasses.py": b""})
