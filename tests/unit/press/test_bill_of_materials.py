"""The bill of materials is valid CycloneDX, says what the locks say, and agrees with the notices page."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

from press.reading.errors import BuildError
from press.site.bill_of_materials import bill, bill_of_materials, locked
from press.site.third_parties import THIRD_PARTIES, Part

ROOT = Path(__file__).resolve().parents[3]
BILL = json.loads(bill_of_materials(ROOT, "Guidance"))
NOTICES = (ROOT / "docs" / "notices.md").read_text("utf-8")
# Two licenses that the page says in words.
IN_WORDS = {
    "MIT AND Apache-2.0 WITH LLVM-exception": "MIT; compiler-rt Apache-2.0 with LLVM exception",
    "W3C-20150513": "W3C Software and Document License",
}


def all_components(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from all_components(component.get("components", ()))


def license_of(component: dict[str, Any]) -> str:
    (one,) = component["licenses"]
    return str(one.get("expression") or one["license"]["id"])


COMPONENTS = {component["name"]: component for component in all_components(BILL["components"])}


def test_it_is_valid_cyclonedx() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(BILL)) is None
    broken = {**BILL, "components": [{"type": "library"}]}
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(broken)) is not None


def test_every_license_is_one_of_spdx() -> None:
    licensing = get_spdx_licensing()
    unknown = {name for name, one in COMPONENTS.items() if licensing.validate(license_of(one)).errors}
    assert unknown == set()


def rows() -> dict[str, tuple[str, str]]:
    """Name, version and license of each row of the table on the notices page."""
    table = NOTICES.partition("## What a reader's browser receives")[2].partition("\n### ")[0]
    found = {}
    for what, _, license in re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)[2:]:
        words = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", what)
        named = re.fullmatch(r"(.+?)(?: (\d[\d.]*))?(?:,| with .*|$).*", words)
        assert named, words
        name, version = named.groups("")
        found[name] = (version, license)
    return found


def test_names_versions_and_licenses_are_those_of_the_notices_page() -> None:
    said = {
        name.partition(":")[0]: (
            one.get("version", ""),
            IN_WORDS.get(license_of(one), license_of(one)),
        )
        for name, one in COMPONENTS.items()
        if name != "ketamine-calculators"
    }
    read = rows()
    assert read.keys() == said.keys()
    assert {name: version for name, (version, _) in read.items()} == {
        name: version for name, (version, _) in said.items()
    }
    assert [name for name, (_, license) in read.items() if not license.startswith(said[name][1])] == []


def test_everything_that_is_locked_for_readers_is_in_it() -> None:
    packages = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    named = {one["purl"] for one in COMPONENTS.values() if "purl" in one}
    assert {f"pkg:npm/{name}@{version}" for name, version in packages.items()} <= named
    pinned = dict(
        re.findall(r"^(mkdocs|mkdocs-material)==(\S+)", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    )
    assert {f"pkg:pypi/{name}@{version}" for name, version in pinned.items()} <= named


def test_what_a_lock_names_has_its_digest() -> None:
    for component in COMPONENTS.values():
        assert ("purl" in component) == bool(component.get("hashes"))
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]["node_modules/uplot"]
    (digest,) = COMPONENTS["uPlot"]["hashes"]
    assert f"sha512-{b64encode(bytes.fromhex(digest['content'])).decode()}" == lock["integrity"]
    assert digest["alg"] == "SHA-512"


def test_the_python_inside_pyodide_is_the_one_that_the_page_names() -> None:
    lock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))["info"]
    assert COMPONENTS["CPython"]["version"] == lock["python"]
    assert COMPONENTS["Emscripten"]["version"] == lock["platform"].removeprefix("emscripten_").replace("_", ".")


def test_the_same_locks_give_the_same_bytes_and_others_another_number() -> None:
    assert json.loads(bill_of_materials(ROOT, "Guidance")) == BILL
    assert bill("Guidance", "0.1", locked(ROOT))["serialNumber"] != BILL["serialNumber"]


def test_a_part_that_no_lock_names_stops_the_build() -> None:
    with pytest.raises(BuildError, match="No lock names left-pad"):
        bill("Guidance", "1.0", {}, [Part("Left pad", "MIT", package=("npm", "left-pad"))])


def test_no_name_is_there_twice() -> None:
    names = [part.name for part in THIRD_PARTIES] + [inner.name for part in THIRD_PARTIES for inner in part.parts]
    assert len(set(names)) == len(names)
