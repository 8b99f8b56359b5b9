"""Results are kept by what they were made from; what is damaged, old or held by another program counts as absent."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from press.reading.digests import digest
from press.reading.kept_results import KeptResults


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.sqlite"


def test_what_is_kept_is_found_by_its_key_alone(file: Path) -> None:
    KeptResults(file).keep({"a": (1, "é"), "b": None})
    assert KeptResults(file).found(["a", "b", "c", "a"]) == {"a": (1, "é"), "b": None}


def test_more_keys_than_one_question_holds_are_found(file: Path) -> None:
    results = {str(number): number for number in range(1234)}
    KeptResults(file).keep(results)
    assert KeptResults(file).found(results) == results


def test_looking_for_something_makes_no_file(file: Path) -> None:
    assert KeptResults(file).found(["a"]) == {}
    assert not file.parent.exists()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_damaged_file_gives_right_results_or_none_and_can_be_used_again(file: Path, share: float) -> None:
    results = {str(number): "x" * 500 + str(number) for number in range(200)}
    KeptResults(file).keep(results)
    data = bytearray(file.read_bytes())
    place = int(len(data) * share)
    data[place : place + 3000] = b"damaged" * 400
    file.write_bytes(data)
    assert KeptResults(file).found(results).items() <= results.items()
    KeptResults(file).keep(results)
    KeptResults(file).keep(results)
    assert KeptResults(file).found(results) == results


def test_a_file_that_was_cut_off_gives_right_results_or_none(file: Path) -> None:
    results = {str(number): "x" * 500 for number in range(200)}
    KeptResults(file).keep(results)
    file.write_bytes(file.read_bytes()[:30_000])
    assert KeptResults(file).found(results).items() <= results.items()


def test_a_result_that_is_not_as_it_was_written_counts_as_absent(file: Path) -> None:
    KeptResults(file).keep({"a": 1, "b": 2})
    with sqlite3.connect(file) as kept:
        kept.execute("UPDATE kept SET result = (SELECT result FROM kept WHERE key = 'b') WHERE key = 'a'")
    assert KeptResults(file).found(["a", "b"]) == {"b": 2}


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file, where the folder would be", "utf-8")
    kept = KeptResults(tmp_path / "folder" / "kept.sqlite")
    kept.keep({"a": 1})
    assert kept.found(["a"]) == {}


def test_beyond_its_bound_what_was_not_asked_for_longest_goes(file: Path) -> None:
    kept = KeptResults(file, most_bytes=200_000)
    for number in range(100):
        kept.keep({str(number): Random(number).randbytes(5000)})
    assert file.stat().st_size < 600_000
    left = [int(key) for key in kept.found(map(str, range(100)))]
    assert left == list(range(100 - len(left), 100))
    assert len(left) > 5


def test_a_digest_tells_its_parts_apart() -> None:
    said = [
        digest("ab", "c"),
        digest("a", "bc"),
        digest("abc"),
        digest("ab", "c", ""),
        digest(b"ab", "d"),
        digest("1", 2),
    ]
    assert len(set(said)) == len(said)
