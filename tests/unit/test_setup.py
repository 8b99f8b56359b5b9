"""A new person's first minutes: what set-up promises in its files."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from ketamine_calculators import every

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "tools/uv.txt", "package-lock.json")


def words(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def locked_versions() -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", words("requirements.txt"), re.MULTILINE))


def makes() -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+):", words("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("lock", ["requirements.txt", "tools/uv.txt"])
def test_every_python_package_is_locked_to_a_version_with_a_hash(lock: str) -> None:
    packages = re.split(r"\n(?=\w)", words(lock).strip())
    assert packages
    assert [
        package for package in packages if not re.match(r"[\w.-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", package)
    ] == []


def test_every_npm_package_is_locked_to_a_version_with_a_hash() -> None:
    packages = json.loads(words("package-lock.json"))["packages"]
    assert len(packages) > 1
    assert [name for name, entry in packages.items() if name and not {"version", "integrity"} <= entry.keys()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_to_fetch_from(lock: str) -> None:
    assert not re.search(r'--(extra-)?index-url|--find-links|"resolved"', words(lock))


def test_what_is_asked_for_is_what_is_locked() -> None:
    asked = dict(re.findall(r"^([\w.-]+)==(\S+)", words("requirements.in"), re.MULTILINE))
    names = {
        name.lower().replace(".", "-")
        for name in re.findall(r"^([A-Za-z][\w.-]*)", words("requirements.in"), re.MULTILINE)
    }
    assert names <= locked_versions().keys()
    assert asked.items() <= locked_versions().items()


def test_npm_dependencies_are_asked_for_by_exact_version() -> None:
    package = json.loads(words("package.json"))
    versions = package["dependencies"] | package["devDependencies"]
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_python_here_is_the_python_of_the_browser() -> None:
    pyodide = json.loads(words("node_modules/pyodide/pyodide-lock.json"))["info"]
    assert pyodide["python"].startswith(words(".python-version").strip() + ".")


def test_the_calculators_need_nothing_but_python() -> None:
    assert tomllib.loads(words("calculators/pyproject.toml"))["project"]["dependencies"] == []


def test_ci_runs_make_test_and_nothing_else() -> None:
    commands = [line for line in words(".ci/run").splitlines() if not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]


def test_the_readme_fits_one_screen_and_gives_the_two_commands() -> None:
    readme = words("README.md")
    assert len(readme.splitlines()) <= 50
    assert "make serve" in readme
    assert "make test" in readme


@pytest.mark.parametrize("page", ["README.md", "tests/README.md"])
def test_every_make_that_is_named_exists(page: str) -> None:
    assert set(re.findall(r"(?:`|^ +)make ([a-z0-9-]+)", words(page), re.MULTILINE)) <= makes()


def test_every_path_of_the_readme_exists() -> None:
    paths = set(re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:md|in|json))`", words("README.md")))
    assert paths
    made = {".venv/"}
    assert [path for path in sorted(paths - made) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("code", ["LICENSE", "LICENSE-CONTENT"])
def test_licenses_are_whole(code: str) -> None:
    first, last = {
        "LICENSE": ("Apache License", "limitations under the License."),
        "LICENSE-CONTENT": ("Attribution 4.0 International", "creativecommons.org."),
    }[code]
    text = words(code).strip()
    assert first in text[:80]
    assert text.endswith(last)


def test_the_notices_name_each_package_that_is_served_or_builds() -> None:
    notices = words("THIRD-PARTY-NOTICES.md").lower()
    package = json.loads(words("package.json"))
    names = [*package["dependencies"], *package["devDependencies"]]
    families = {name.strip("@").split("/")[0].split("-")[0].removesuffix("js") for name in names}
    assert [name for name in sorted(families) if name not in notices] == []


def test_the_change_log_tells_of_every_version_of_a_calculator() -> None:
    changes = " ".join(words("CHANGELOG.md").split())
    assert [c.id for c in every() if f"`{c.id}` {c.version}" not in changes] == []


def test_the_privacy_page_says_after_how_many_minutes_entries_are_covered() -> None:
    (minutes,) = re.findall(r"^  entries_unused_minutes: (\d+)$", words("mkdocs.yml"), re.MULTILINE)
    assert f"for some time ({minutes} minutes, unless" in " ".join(words("docs/privacy.md").split())


def test_the_page_about_offline_use_says_after_how_many_days_answers_of_a_kept_copy_warn() -> None:
    (days,) = re.findall(r"^  kept_copy_days: (\d+)$", words("mkdocs.yml"), re.MULTILINE)
    assert f"more than {days} days ago, unless" in " ".join(words("docs/offline.md").split())
