"""What a contributor and a reporter meet: pages whose paths and commands exist, forms, owners, pinned actions, hooks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from press.cli import parser

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md", "press/README.md")
SCREEN = 60
WRITTEN = {".css", ".html", ".js", ".json", ".md", ".mjs", ".py", ".svg", ".toml", ".ts", ".txt", ".yml"}
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[0-9]*.yml"))


def loaded(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step of every workflow that uses an action, with the line that names it."""
    for file in sorted(GITHUB.glob("workflows/*.yml")):
        lines = re.findall(r"^ *(?:- )?uses: .*$", file.read_text("utf-8"), re.MULTILINE)
        used = [step for job in loaded(file)["jobs"].values() for step in job["steps"] if "uses" in step]
        assert len(lines) == len(used) > 0
        yield from zip(lines, used, strict=True)


@pytest.mark.parametrize("page", ["README.md", *sorted(f"{p.parent.name}/README.md" for p in ROOT.glob("*/README.md"))])
def test_a_readme_fits_one_screen(page: str) -> None:
    assert len((ROOT / page).read_text("utf-8").splitlines()) <= SCREEN


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    paths = set(re.findall(r"(?<=[`(])(?:\.?[\w.-]+/[\w./-]*|\.?[\w-]+\.(?:md|toml|in|json|py|ya?ml))(?=[`)])", text))
    bases = (ROOT, (ROOT / page).parent, ROOT / "press" / "src", ROOT / "calculators" / "src")
    made = {".venv/", "node_modules/"}
    assert paths
    assert [path for path in sorted(paths - made) if not any((base / path).exists() for base in bases)] == []


@pytest.mark.parametrize("page", [*PAGES, ".github/pull_request_template.md", ".pre-commit-config.yaml"])
def test_every_make_that_a_page_names_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:`|^ +|[,:] )make ([a-z0-9-]+)", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    assert [name for name in named if name not in targets] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_press_that_a_page_names_exists(page: str) -> None:
    for command in re.findall(r"(?:`|^ +|bin/)press ([a-z-]+)", (ROOT / page).read_text("utf-8"), re.MULTILINE):
        with pytest.raises(SystemExit) as ended:
            parser().parse_args([command, "--help"])
        assert ended.value.code == 0


def test_the_test_that_contributing_runs_alone_exists() -> None:
    named = re.findall(r"\.venv/bin/pytest (\S+) -q", CONTRIBUTING)
    assert named
    assert all((ROOT / path).is_file() for path in named)


@pytest.mark.parametrize("kind", ["unit", "build", "e2e", "bench"])
def test_contributing_says_what_each_kind_of_test_may_need(kind: str) -> None:
    assert re.search(rf"^\| [\w ]+ \| `tests/{kind}/` \| .+ \| `make [\w-]+` \|$", CONTRIBUTING, re.MULTILINE)


def test_every_action_is_named_by_the_hash_of_its_commit_with_its_version() -> None:
    pinned = re.compile(r" *(?:- )?uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line, _ in steps() if not pinned.fullmatch(line)] == []


def test_a_checkout_keeps_no_credentials() -> None:
    checkouts = [step for _, step in steps() if step["uses"].startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_job_finds_what_an_earlier_one_has_downloaded() -> None:
    for file in GITHUB.glob("workflows/*.yml"):
        for job in [job for job in loaded(file)["jobs"].values() if "make " in str(job)]:
            (cache,) = [step for step in job["steps"] if step.get("uses", "").startswith("actions/cache@")]
            locks = re.findall(r"'([\w./-]+)'", cache["with"]["key"])
            assert {"requirements.txt", "tools/uv.txt", "package-lock.json"} == set(locks)


def test_runners_and_node_are_named_by_their_versions() -> None:
    for file in GITHUB.glob("workflows/*.yml"):
        jobs = loaded(file)["jobs"].values()
        assert {job["runs-on"] for job in jobs} == {"ubuntu-24.04"}
        nodes = {
            step["with"]["node-version"]
            for job in jobs
            for step in job["steps"]
            if "setup-node" in step.get("uses", "")
        }
        assert all(re.fullmatch(r"\d+\.\d+\.\d+", str(node)) for node in nodes)


def test_newer_versions_are_proposed_for_everything_that_is_locked() -> None:
    updates = {update["package-ecosystem"]: update for update in loaded(GITHUB / "dependabot.yml")["updates"]}
    assert set(updates) == {"github-actions", "npm", "pip"}
    by_hand = [ignored["dependency-name"] for name in ("npm", "pip") for ignored in updates[name]["ignore"]]
    locked = (ROOT / "requirements.in").read_text("utf-8") + (ROOT / "package.json").read_text("utf-8")
    assert [name for name in by_hand if name not in locked] == []


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_can_be_read_by_the_tracker(file: Path) -> None:
    form = loaded(file)
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description", "title"))
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in fields} <= {"checkboxes", "dropdown", "input", "textarea"}
    ids = [part["id"] for part in fields]
    assert len(set(ids)) == len(ids) > 0
    assert all(re.fullmatch(r"[\w-]+", one) for one in ids)
    labels = [part["attributes"]["label"] for part in fields]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("form", "subject"), [("1-wrong-number", "a calculator"), ("2-unclear-page", "an article or another page")]
)
def test_a_form_asks_what_the_page_for_readers_asks(form: str, subject: str) -> None:
    page = (ROOT / "docs" / "report-an-error.md").read_text("utf-8")
    wanted = re.findall(
        r"^\d\. \*\*(.+?)\.?\*\*", page.partition(f"For {subject}:")[2].partition("\n\n" + "For ")[0], re.MULTILINE
    )
    body = loaded(GITHUB / "ISSUE_TEMPLATE" / f"{form}.yml")["body"]
    assert len(wanted) >= 4
    assert [part["attributes"]["label"] for part in body if part["type"] in {"input", "textarea"}] == wanted


def test_a_wrong_number_is_urgent_and_no_report_may_name_a_patient() -> None:
    form = loaded(GITHUB / "ISSUE_TEMPLATE" / "1-wrong-number.yml")
    assert "urgent" in form["labels"]
    (promise,) = [part for part in form["body"] if part["type"] == "checkboxes"]
    assert [option["required"] for option in promise["attributes"]["options"]] == [True]
    assert "1-wrong-number.yml" in (ROOT / "SECURITY.md").read_text("utf-8")


def owners() -> dict[str, set[str]]:
    lines = [line for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"]
    return {line.split()[0]: set(line.split()[1:]) for line in lines}


def test_what_has_owners_exists_and_every_owner_is_explained() -> None:
    assert [path for path in owners() if path != "*" and not (ROOT / path.strip("/")).exists()] == []
    assert [team for teams in owners().values() for team in teams if f"`{team}`" not in CONTRIBUTING] == []


@pytest.mark.parametrize(
    "path", ["/calculators/src/ketamine_calculators/", "/tests/unit/calculators/", "/docs/calculators/", "/content/"]
)
def test_a_clinician_agrees_to_what_a_treatment_may_rest_on(path: str) -> None:
    assert "@ketamine-association/clinical-reviewers" in owners()[path]


def hooks() -> dict[str, dict[str, Any]]:
    (repository,) = loaded(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"  # nothing is fetched for a hook
    return {hook["id"]: hook for hook in repository["hooks"]}


def test_the_hooks_run_what_the_commands_run() -> None:
    assert hooks()["lint"]["entry"] == "make lint"
    assert hooks()["articles"]["entry"] == ".venv/bin/press check"


@pytest.mark.parametrize(
    ("subject", "kept"),
    [
        ("worksheet: say that a saved file is stale", True),
        ("press/site: one map of addresses", True),
        ("press, web: rooms", True),
        ("Merge branch 'main'", True),
        ("Say that a saved file is stale", False),
        ("worksheet:no space", False),
        ("worksheet: " + "x" * 61, True),
        ("worksheet: " + "x" * 62, False),
    ],
)
def test_a_subject_begins_with_the_part_and_has_at_most_72_characters(subject: str, kept: bool) -> None:
    rule = hooks()["subject"]
    assert rule["args"] == ["--multiline", "--negate"]  # stopped when the pattern is not found
    message = f"{subject}\n\n{'A body may have longer lines. ' * 4}\n"
    assert bool(re.search(rule["entry"], message, re.MULTILINE | re.DOTALL)) is kept


def test_the_examples_of_subjects_keep_the_rule() -> None:
    block = CONTRIBUTING.partition("## Commits")[2].partition("Editors hand")[0]
    subjects = re.findall(r"^    (\S.*)$", block, re.MULTILINE)
    assert len(subjects) >= 3
    assert [one for one in subjects if not re.search(hooks()["subject"]["entry"], one, re.MULTILINE)] == []


def test_the_notices_are_the_page_that_readers_see() -> None:
    # A program that writes the file anew would leave two that drift apart.
    assert (ROOT / "THIRD-PARTY-NOTICES.md").readlink() == Path("docs/notices.md")


def test_lines_end_alike_on_every_system() -> None:
    assert "* text=auto eol=lf\n" in (ROOT / ".gitattributes").read_text("utf-8")
    folders = ("calculators", "content", "docs", "press", "tests", "tools", "web")
    written = [file for name in folders for file in (ROOT / name).rglob("*.*") if file.suffix in WRITTEN]
    assert len(written) > 300
    assert [file for file in written if b"\r" in file.read_bytes()] == []
