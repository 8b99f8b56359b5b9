"""Released versions of the calculators: kept to the byte, packed so that they run by themselves, and published."""

import json
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

import release_calculators as tool
from ketamine_calculators.record_reading import read_record

RELEASED = tool.CALCULATORS / "released"
INDEX: dict[str, Any] = json.loads((RELEASED / "released.json").read_text("utf-8"))
# What was released never changes: each file as it was on its day. A new release adds its line.
KEPT = {
    "1.0.0.zip": "b1d67fa6b4f05df4a26de6d0f09c3c7932a788753c19eaf6ce4b8b4591790031",
    "1.0.0.json": "a1f3a318d576bdbde0521d30c8d4dac2b0d2ad258ebbfa172fc34808982944b4",
}
DAY = date(2026, 3, 2)
ANSWERS = """
import json, sys
from ketamine_calculators.browser import answer
print(json.dumps([answer(question) for question in json.load(sys.stdin)]))
"""


# Every worked example of an edition, as a question for each kind of record.
EXAMPLES = """
import json
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import every, worksheets
print(json.dumps([
    json.dumps({"calculator": card.id, "values": example.inputs, "record": kind, "day": "2026-03-02"})
    for card in (*every(), *worksheets()) for example in card.examples for kind in RECORDS
]))
"""


def said_by(version: str, script: str, asked: object = None) -> Any:
    """What a script prints as JSON when it runs with a released edition alone."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(asked),
        env={"PYTHONPATH": str(RELEASED / f"{version}.zip"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def test_a_released_file_never_changes() -> None:
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in RELEASED.glob("[0-9]*")} == KEPT


def test_the_list_has_each_file_with_its_digest_and_size() -> None:
    listed = {name: file for entry in INDEX.values() for name, file in entry["files"].items()}
    assert {name: file["sha256"] for name, file in listed.items()} == KEPT
    assert {name: file["size"] for name, file in listed.items()} == {
        name: (RELEASED / name).stat().st_size for name in KEPT
    }


def test_the_present_version_is_newer_than_every_release_or_is_one_without_a_change(tmp_path: Path) -> None:
    version = tool.version_of(tool.CALCULATORS)
    if version in INDEX:
        tool.pack(tool.sources_of(tool.CALCULATORS), tmp_path / "now.zip")
        assert (tmp_path / "now.zip").read_bytes() == (RELEASED / f"{version}.zip").read_bytes(), (
            f"The calculators have changed since {version} was released: raise the version in calculators/pyproject.toml."
        )
    else:
        assert all(order(version) > order(released) for released in INDEX)


@pytest.mark.parametrize("version", INDEX)
def test_a_release_runs_by_itself_and_gives_its_known_replies(version: str) -> None:
    asked = json.loads((RELEASED / f"{version}.json").read_text("utf-8"))
    assert set(asked) == set(INDEX[version]["calculators"])
    questions = [f'{{"calculator":"{id}","values":{values}}}' for id, known in asked.items() for values, _ in known]
    checksums = [crc32(reply.encode()) for reply in said_by(version, ANSWERS, questions)]
    assert checksums == [checksum for known in asked.values() for _, checksum in known]


@pytest.mark.parametrize("version", INDEX)
def test_the_records_of_a_release_are_read_today_in_the_words_they_had_then(version: str) -> None:
    questions = said_by(version, EXAMPLES)
    records = [json.loads(reply)["record"] for reply in said_by(version, ANSWERS, questions)]
    found = [read_record(record) for record in records]
    assert None not in found
    # A list of boxes says how many were ticked and not which.
    assert {one.calculator for one in found if one and one.entries is None} == {"resistance_checklist"}
    read = [(record, one) for record, one in zip(records, found, strict=True) if one and one.entries is not None]
    again = [
        json.dumps({"calculator": one.calculator, "entries": one.entries, "record": one.kind, "day": one.day})
        for _, one in read
    ]
    written = [json.loads(reply)["record"] for reply in said_by(version, ANSWERS, again)]
    assert written == [record for record, _ in read]


def test_a_release_is_made_of_the_present_sources_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        tool.release(tool.CALCULATORS, "9.0.0", DAY, tmp_path / name)
    made = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "other").iterdir()}
    assert set(made) == {"9.0.0.zip", "9.0.0.json", "released.json"}
    entry = json.loads(made["released.json"])["9.0.0"]
    assert entry["day"] == "2026-03-02"
    assert entry["calculators"]["iv_dose"] == "2.0"
    assert entry["files"]["9.0.0.zip"]["sha256"] == sha256(made["9.0.0.zip"]).hexdigest()


def test_a_version_is_released_once(tmp_path: Path) -> None:
    tool.release(tool.CALCULATORS, "9.0.0", DAY, tmp_path)
    before = (tmp_path / "9.0.0.zip").read_bytes()
    with pytest.raises(ValueError, match="never changes"):
        tool.release(tool.CALCULATORS, "9.0.0", DAY, tmp_path)
    assert (tmp_path / "9.0.0.zip").read_bytes() == before


def test_every_release_is_published_under_its_version(site: Path) -> None:
    assert json.loads((site / "released" / "released.json").read_text("utf-8")) == INDEX
    for name, digest in KEPT.items():
        assert sha256((site / "released" / name).read_bytes()).hexdigest() == digest


def test_the_history_has_present_versions_releases_changes_and_recalls(site: Path) -> None:
    history = json.loads((site / "check-an-answer" / "history.json").read_text("utf-8"))
    assert history["calculators"]["iv_dose"]["version"] == "2.0"
    assert history["releases"] == INDEX
    assert any(
        ["iv_dose", "2.0"] in change["calculators"] and "bolus" in change["text"] for change in history["changes"]
    )
    assert json.loads((site / "recalls" / "recalls.json").read_text("utf-8")) == {"recalls": history["recalls"]}
