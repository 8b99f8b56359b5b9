"""A tool answers from the snapshot and its own part, whichever tool it is."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets
from press.runtime.bundle import build_bundle

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bundle"
PROGRAM = Path(__file__).with_name("tool_parts.mjs")
DAY = "2026-03-02"


def questions() -> dict[str, list[str]]:
    """Of each tool every example, its records, and one of them read again."""
    asked: dict[str, list[str]] = {}
    for tool in (*every(), *worksheets()):
        values = [json.dumps({"calculator": tool.id, "values": example.inputs}) for example in tool.examples]
        first = {"calculator": tool.id, "values": tool.examples[0].inputs, "day": DAY}
        records = [json.dumps({**first, "record": kind}) for kind in ("line", "note", "fhir")]
        note = json.loads(answer(records[1]))["record"]
        asked[tool.id] = [*values, *records, json.dumps({"read": note})]
    return asked


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    results = build_bundle(CACHE, CACHE / "site", root=ROOT).results
    plan = tmp_path_factory.mktemp("parts") / "questions.json"
    plan.write_text(json.dumps(questions()), "utf-8")
    command: list[str | Path] = ["node", PROGRAM, results["slim-core"] / "slim-core.wasm", results["snapshot"], plan]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    replies: dict[str, Any] = json.loads(done.stdout)
    return replies


def test_each_tool_replies_as_cpython_does_with_no_other_part_than_its_own(found: dict[str, Any]) -> None:
    assert {tool: one["loaded"] for tool, one in found.items()} == {tool: [tool] for tool in questions()}
    for tool, asked in questions().items():
        assert found[tool]["replies"] == [answer(question) for question in asked], tool
