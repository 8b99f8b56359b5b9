"""`make audit` finds what it is there to find, and never calls a list green that it could not ask."""

import json
import subprocess
from pathlib import Path

import pytest

import audit
import licenses

ROOT = Path(__file__).resolve().parents[2]
LOCKED = "click==8.5.1 \\\n    --hash=sha256:" + "a" * 64 + "\nidna==3.20 \\\n    --hash=sha256:" + "b" * 64 + "\n"


def test_nothing_is_wrong_with_what_this_checkout_is_built_from() -> None:
    assert list(audit.local_findings(ROOT)) == []


@pytest.mark.parametrize(
    ("lock", "found"),
    [
        (LOCKED, []),
        ("click==8.5.1\n" + LOCKED, ["r.txt: click==8.5.1 has no hash."]),
        ("--index-url https://packages.example/\n" + LOCKED, ["r.txt names the address of an index."]),
        (LOCKED + "x @ https://packages.example/x.whl\n", ["r.txt names the address of an index."]),
    ],
)
def test_a_lock_of_python_without_hashes_or_with_an_address_is_found(lock: str, found: list[str]) -> None:
    assert list(audit.python_lock_findings(lock, "r.txt")) == found


@pytest.mark.parametrize(
    ("package", "found"),
    [
        ({"integrity": "sha512-abc"}, []),
        ({}, ["package-lock.json: node_modules/a has no hash."]),
        ({"integrity": "sha1-abc"}, ["package-lock.json: node_modules/a has no hash."]),
        (
            {"integrity": "sha512-abc", "resolved": "https://packages.example/a.tgz"},
            ["package-lock.json: node_modules/a names the address of a registry."],
        ),
    ],
)
def test_a_lock_of_npm_without_hashes_or_with_an_address_is_found(package: dict[str, str], found: list[str]) -> None:
    assert list(audit.npm_lock_findings({"packages": {"": {}, "node_modules/a": package}})) == found


@pytest.mark.parametrize(
    "license", ["MIT", "MIT OR Apache-2.0", "MPL-2.0 AND (MIT OR NCSA)", "GPL-3.0-only OR MIT", "BSD License"]
)
def test_a_license_on_the_list_is_allowed(license: str) -> None:
    assert licenses.is_allowed(license)


@pytest.mark.parametrize(
    "license", ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "none", "SEE LICENSE IN FILE", "Proprietary", ""]
)
def test_another_license_is_not(license: str) -> None:
    assert not licenses.is_allowed(license)


def test_a_package_with_another_license_is_named() -> None:
    lock = {"packages": {"": {}, "node_modules/a": {"license": "SSPL-1.0"}, "node_modules/b": {"license": "MIT"}}}
    assert list(licenses.license_findings("", lock)) == ["node_modules/a: the license “SSPL-1.0” is not on the list."]


@pytest.mark.parametrize("name", ["actions/checkout@v4", "actions/checkout@11bd719", f"actions/checkout@{'a' * 40}"])
def test_an_action_that_can_be_moved_is_found(name: str) -> None:
    assert len(list(audit.action_findings(f"      - uses: {name}\n", "pages.yml"))) == 1


def test_an_action_by_its_commit_and_version_is_not() -> None:
    assert list(audit.action_findings(f"      - uses: actions/checkout@{'a' * 40} # v4.2.2\n", "pages.yml")) == []


# Put together here, so that this file holds none.
@pytest.mark.parametrize(
    "secret",
    [
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "AKIA" + "A" * 16,
        "ghp_" + "a" * 36,
        "https://me:" + "word@host.example/",
    ],
)
def test_what_looks_like_a_secret_is_found_with_its_line(secret: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(f"one\ntoken {secret}\n", "utf-8")
    assert list(audit.secret_findings([file], tmp_path)) == ["notes.txt:2 looks like a secret."]


def test_a_bill_that_is_none_is_found() -> None:
    assert len(list(audit.bill_findings(b'{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{}]}'))) == 1


def replying(python: object, npm: object) -> audit.Run:
    return lambda command: json.dumps(python if command[0] == "pip-audit" else npm)


KNOWN = {"name": "a", "version": "1.0", "vulns": [{"id": "PYSEC-2026-1"}]}
CLEAN = {"name": "b", "version": "1.0", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "found", "not_known"),
    [
        ([CLEAN], [], []),
        ([KNOWN, CLEAN], ["a 1.0: PYSEC-2026-1"], []),
        ([CLEAN, SKIPPED], [], ["c (Python)"]),
        ([SKIPPED, SKIPPED], [], ["every Python package"]),
    ],
)
def test_a_python_package_that_could_not_be_asked_about_is_not_called_clean(
    packages: object, found: list[str], not_known: list[str]
) -> None:
    assert audit.python_advisories(replying({"dependencies": packages}, {})) == (found, not_known)


def test_a_program_that_says_nothing_has_learned_nothing() -> None:
    assert audit.python_advisories(lambda command: "") == ([], ["every Python package"])
    assert audit.npm_advisories(lambda command: "") == ([], ["every package of npm"])
    assert audit.npm_advisories(replying({}, {"message": "405 Method Not Allowed"})) == ([], ["every package of npm"])


def test_a_weakness_of_a_package_of_npm_is_named() -> None:
    weak = {
        "a": {"severity": "high", "via": [{"url": "https://advisories.example/1"}]},
        "b": {"severity": "high", "via": ["a"]},
    }
    found, not_known = audit.npm_advisories(replying({}, {"vulnerabilities": weak}))
    assert found == ["a: high, https://advisories.example/1", "b: high, by a"]
    assert not_known == []


@pytest.mark.parametrize(
    ("found", "not_known", "code"), [([], [], 0), (["x"], [], 1), (["x"], ["every package of npm"], 1), ([], ["a"], 3)]
)
def test_what_is_not_known_has_an_exit_code_of_its_own(found: list[str], not_known: list[str], code: int) -> None:
    lines, given = audit.verdict(found, not_known)
    assert given == code
    assert ("NOTHING IS KNOWN" in lines[-1]) == (code == 3)


def test_make_calls_it() -> None:
    said = subprocess.run(["make", "--dry-run", "audit"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "tools/audit.py" in said
