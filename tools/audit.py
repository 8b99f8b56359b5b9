"""What the site is built from, judged: locks, licenses, actions, secrets, the bill of materials, and known weaknesses.

`make audit`, or `python tools/audit.py`. Exit code 0: nothing was found. 1: something was found. 3: nothing was found
here, but the lists of known weaknesses could not be asked about everything, so nothing is known of them.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from licenses import license_findings
from press.site.bill_of_materials import bill_of_materials

ROOT = Path(__file__).resolve().parent.parent
FOUND, NOT_KNOWN = 1, 3

_PINNED_ACTION = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_SECRETS = re.compile(
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36,}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}"
    r"|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\bnpm_\w{36}|\bpypi-AgEI[\w-]{50,}|://[^/\s:@]+:[^/\s:@{$]+@[\w.-]+"
)

Run = Callable[[list[str]], str]


def python_lock_findings(text: str, name: str) -> Iterator[str]:
    """What a lock of Python packages lacks: a hash of each, and no address of an index."""
    for requirement in re.split(r"\n(?=\S)", text):
        if "==" in requirement and "--hash=sha256:" not in requirement:
            yield f"{name}: {requirement.split()[0]} has no hash."
    if re.search(r"https?://|^\s*--(?:extra-)?index|^\s*-i |--find-links", text, re.MULTILINE):
        yield f"{name} names the address of an index."


def npm_lock_findings(lock: dict[str, Any]) -> Iterator[str]:
    """The same of package-lock.json."""
    for place, package in lock["packages"].items():
        if place and not package.get("link"):
            if not package.get("integrity", "").startswith("sha512-"):
                yield f"package-lock.json: {place} has no hash."
            if "resolved" in package:
                yield f"package-lock.json: {place} names the address of a registry."


def action_findings(text: str, name: str) -> Iterator[str]:
    """Actions that are not named by the hash of a commit."""
    for line in re.findall(r"uses: .*", text):
        if not _PINNED_ACTION.fullmatch(line.strip()):
            yield f"{name}: {line.strip()} is not named by the hash of its commit with its version."


def secret_findings(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Lines that look like a key, a token or a password."""
    for file in files:
        if file.is_file():
            for number, line in enumerate(file.read_text("utf-8", "ignore").splitlines(), 1):
                if _SECRETS.search(line):
                    yield f"{file.relative_to(root)}:{number} looks like a secret."


def bill_findings(bill: bytes) -> Iterator[str]:
    """What is wrong with the bill of materials."""
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.decode())
    if wrong:
        yield f"The bill of materials is no valid CycloneDX: {wrong!r:.200}"


def python_advisories(run: Run) -> tuple[list[str], list[str]]:
    """What is known against the Python packages, and of which nothing could be learned."""
    locks = ["-r", "requirements.txt", "-r", "tools/uv.txt"]
    said = run(["pip-audit", "--disable-pip", "--require-hashes", *locks, "--progress-spinner", "off", "-f", "json"])
    try:
        packages = json.loads(said)["dependencies"]
    except (ValueError, KeyError):
        return [], ["every Python package"]
    found = [f"{one['name']} {one['version']}: {weak['id']}" for one in packages for weak in one.get("vulns", ())]
    # pip-audit ends well when it could ask about no package at all.
    skipped = [f"{one['name']} (Python)" for one in packages if "skip_reason" in one]
    return found, ["every Python package"] if len(skipped) == len(packages) else skipped


def npm_advisories(run: Run) -> tuple[list[str], list[str]]:
    """The same of the packages of npm."""
    try:
        weak = json.loads(run(["npm", "audit", "--package-lock-only", "--json"]))["vulnerabilities"]
    except (ValueError, KeyError):
        return [], ["every package of npm"]
    return [f"{name}: {one['severity']}, {_ids(one)}" for name, one in weak.items()], []


def _ids(weak: dict[str, Any]) -> str:
    return ", ".join(str(via["url"]) if isinstance(via, dict) else f"by {via}" for via in weak["via"])


def local_findings(root: Path) -> Iterator[str]:
    """All that can be judged without a network."""
    requirements = (root / "requirements.txt").read_text("utf-8")
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))
    yield from python_lock_findings(requirements, "requirements.txt")
    yield from python_lock_findings((root / "tools" / "uv.txt").read_text("utf-8"), "tools/uv.txt")
    yield from npm_lock_findings(lock)
    yield from license_findings(requirements, lock)
    for file in sorted((root / ".github" / "workflows").glob("*.yml")):
        yield from action_findings(file.read_text("utf-8"), file.name)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    yield from secret_findings((root / name for name in tracked.split("\0") if name), root)
    yield from bill_findings(bill_of_materials(root, "audit"))


def verdict(found: list[str], not_known: list[str]) -> tuple[list[str], int]:
    """What is said, and the exit code."""
    lines = [*found, *(f"Not known: no list of weaknesses could be asked about {one}." for one in not_known)]
    if found:
        return [*lines, f"{len(found)} found."], FOUND
    if not_known:
        return [
            *lines,
            "Nothing was found here. Of known weaknesses NOTHING IS KNOWN: run this where they can be asked.",
        ], NOT_KNOWN
    return ["Nothing was found, and no weakness is known."], 0


def main() -> int:
    """Judge this checkout."""

    def run(command: list[str]) -> str:
        programs = {"pip-audit": str(Path(sys.executable).with_name("pip-audit"))}
        command = [programs.get(command[0], command[0]), *command[1:]]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout

    python, npm = python_advisories(run), npm_advisories(run)
    lines, code = verdict([*local_findings(ROOT), *python[0], *npm[0]], [*python[1], *npm[1]])
    print("\n".join(f"audit: {line}" for line in lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
