"""The guides are true: their commands run, their examples pass the check, and nothing is left out."""

import argparse
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from press.checks.run import article_problems
from press.cli import main, parser
from press.content.articles import article_of
from press.content.front_matter import FIELDS
from press.content.new_article import words_to_replace
from press.content.project import Project
from press.reading.problems import has_errors
from press.reading.source_file import source_of
from press.runtime.file_manifest import MANIFEST
from press.site.bill_of_materials import BILL
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[2]
EDITORS = (PROJECT / "docs" / "editors-guide.md").read_text("utf-8")
MAINTAINING = (PROJECT / "MAINTAINING.md").read_text("utf-8")
SERVERS = {"preview", "build"}
"""Commands that go on running or build the whole site; they have tests of their own."""


def blocks(text: str, language: str) -> list[str]:
    found = re.finditer(rf"^(`{{3,}}){language}\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return [block[2] for block in found]


def commands() -> list[list[str]]:
    lines = [line for block in blocks(EDITORS, "sh") for line in block.splitlines()]
    assert all(line.startswith("press ") for line in lines)
    return [shlex.split(line)[1:] for line in lines]


def subcommands() -> dict[str, argparse.ArgumentParser]:
    actions = parser()._actions
    return next(dict(a.choices) for a in actions if isinstance(a, argparse._SubParsersAction))


def test_every_command_of_the_editors_guide_runs_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("content", "docs"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("mkdocs.yml", "CHANGELOG.md", "package-lock.json", "requirements.txt"):
        shutil.copy(PROJECT / name, tmp_path)
    # An editor who tried the guide may have handed its article in.
    for tried in tmp_path.glob("content/**/*-after-response.*"):
        tried.unlink()
    monkeypatch.chdir(tmp_path)
    for command in commands():
        if command[0] == "publish":
            _write("maintenance-after-response")
        if command[0] in SERVERS:
            parser().parse_args(command)
            continue
        status = main(command)
        said = capsys.readouterr()
        assert status == 0, f"press {shlex.join(command)}\n{said.out}{said.err}"
    assert (tmp_path / "reviews.ics").is_file()
    assert (tmp_path / "health.html").is_file()


def _write(slug: str) -> None:
    """What the editor does between beginning an article and publishing it."""
    article = Path("content") / "articles" / f"{slug}.md"
    text = article.read_text("utf-8")
    for words in words_to_replace(text):
        text = text.replace(words, "Ask before each treatment")
    article.write_text(text, "utf-8")


def test_every_command_stands_in_the_editors_guide_or_in_that_of_maintainers() -> None:
    maintainers = {name for name in subcommands() if f"press {name} " in MAINTAINING}
    assert {command[0] for command in commands()} | {"schema"} | maintainers == set(subcommands())
    assert "verify-host" in maintainers


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_every_command_explains_itself(name: str) -> None:
    command = subcommands()[name]
    assert command.description
    assert all(action.help for action in command._actions if action.option_strings)


@pytest.mark.parametrize("example", blocks(EDITORS, "markdown"), ids=lambda text: text.strip().split("\n")[0][:40])
def test_every_example_passes_the_check_and_is_shown_whole(example: str) -> None:
    edition = whole_site(Project(PROJECT))
    source = source_of((GOOD + example).encode(), "content/articles/case.md")
    problems = article_problems(article_of(source, Path("case.md"), edition.project.lists), edition)
    # The good article's own picture is not in this project.
    problems = [problem for problem in problems if problem.rule != "front-matter-featuredImage"]
    assert not has_errors(problems), "\n".join(problem.words() for problem in problems)


def test_every_label_of_the_desk_that_the_editors_guide_names_is_there() -> None:
    section = EDITORS.partition("## The desk {#desk}")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (?!Button|Way)([A-Z][^|]+) \|", section, re.MULTILINE)
    labels = {*re.findall(r'"([A-Z][^"\n]+)"', section), *(label for row in rows for label in row.split(", "))}
    scripts = "".join(file.read_text("utf-8") for file in (PROJECT / "web" / "desk").rglob("*.js"))
    assert {"New article", "Mend", "Hand in", "Save one file to send"} <= labels
    # Behind the sign … stands what differs from site to site.
    assert [label for label in sorted(labels) if label.removesuffix(" …") not in scripts] == []


def test_the_message_that_the_editors_guide_explains_is_the_one_that_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_project(tmp_path / "project"))
    assert main(["new", "Maintenance after response", "--category", "CLINICAL_PRACTICE"]) == 0
    article = Path("content/articles/maintenance-after-response.md")
    _write("maintenance-after-response")
    text, items = re.subn(r"(?m)^- .*\n- .*$", "- Go back to .5 mg/kg\n- Wait", article.read_text("utf-8"))
    assert items == 1
    article.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["check", str(article)]) == 1
    assert capsys.readouterr().out in blocks(EDITORS, "text")


def test_every_rule_that_the_editors_guide_explains_exists() -> None:
    table = EDITORS.partition("{#messages}")[2].partition("\n## ")[0]
    rules = re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)
    sources = "".join(file.read_text("utf-8") for file in (PROJECT / "press" / "src" / "press").rglob("*.py"))
    assert rules
    assert [rule for rule in rules if f'"{rule}"' not in sources] == []


def test_git_takes_the_lines_of_the_editors_guide(tmp_path: Path) -> None:
    lines = [line for block in blocks(EDITORS, "text") for line in block.splitlines() if line.startswith("git ")]
    assert [line.split()[1] for line in lines] == ["add", "commit", "pull", "push"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "An Editor", f"GIT_{who}_EMAIL": "editor@example.org"}

    def git(*words: str, folder: Path, fails: bool = False) -> str:
        done = subprocess.run(("git", *words), cwd=folder, env=environment, check=False, capture_output=True, text=True)
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout

    def hand_in(folder: Path, conflict: bool = False) -> None:
        for line in lines:
            words = shlex.split(line)[1:]
            if conflict and words[0] == "pull":
                assert "CONFLICT" in git(*words, folder=folder, fails=True)
                return
            git(*words, folder=folder)

    first, shared, copy, other = (tmp_path / name for name in ("first", "shared.git", "copy", "other"))
    for name in ("content", "docs"):
        (first / name).mkdir(parents=True)
        (first / name / "a.md").write_text("Text.\n", "utf-8")
    git("init", "-q", folder=first)
    git("add", ".", folder=first)
    git("commit", "-q", "-m", "Begin", folder=first)
    git("clone", "-q", "--bare", str(first), str(shared), folder=tmp_path)
    git("clone", "-q", str(shared), str(copy), folder=tmp_path)
    git("clone", "-q", str(shared), str(other), folder=tmp_path)
    (copy / "content" / "b.md").write_text("More.\n", "utf-8")
    hand_in(copy)
    git("cat-file", "-e", "HEAD:content/b.md", folder=shared)
    # Someone else has handed in meanwhile: another file, then the same line.
    (other / "content" / "c.md").write_text("Others.\n", "utf-8")
    hand_in(other)
    (copy / "docs" / "a.md").write_text("Mine.\n", "utf-8")
    hand_in(copy)
    (other / "docs" / "a.md").write_text("Theirs.\n", "utf-8")
    hand_in(other, conflict=True)
    assert "<<<<<<<" in (other / "docs" / "a.md").read_text("utf-8")
    (other / "docs" / "a.md").write_text("Both.\n", "utf-8")
    hand_in(other)
    assert git("show", "HEAD:docs/a.md", folder=shared) == "Both.\n"


def test_every_field_stands_in_the_editors_guide() -> None:
    assert [field.name for field in FIELDS if f"`{field.name}`" not in EDITORS] == []


def test_the_change_log_of_the_guide_can_be_read() -> None:
    (fields,) = (yaml.safe_load(block) for block in blocks(EDITORS, "yaml") if "\nchanges:" in block)
    assert [set(change) for change in fields["changes"]] == [{"date", "kind", "text"}] * 2


def test_every_target_of_the_maintainers_guide_is_in_the_makefile() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", MAINTAINING))
    assert {"serve", "test", "build", "check"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_every_file_that_the_maintainers_guide_names_is_there() -> None:
    named = set(re.findall(r"`((?:calculators|content|docs|press|tests|tools|web|\.github)/[^` ]*)`", MAINTAINING))
    assert {"press/src/press/mkdocs_plugin/", "docs/overrides/"} <= named
    assert [path for path in sorted(named) if not (PROJECT / path).exists()] == []


@pytest.mark.parametrize(
    "name",
    [
        "SITE_URL",
        "ISSUES_URL",
        "REPORT_ADDRESS",
        "SECURITY_URL",
        "REPOSITORY_HOST",
        "REPOSITORY_NAME",
        "REPOSITORY_ADDRESS",
        "REPOSITORY_BRANCH",
    ],
)
def test_every_setting_of_the_maintainers_guide_is_read(name: str) -> None:
    assert name in MAINTAINING
    assert f"!ENV [{name}," in (PROJECT / "mkdocs.yml").read_text("utf-8")


def test_the_workflow_runs_the_two_commands_that_people_run() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    runs = {job: [step["run"] for step in steps["steps"] if "run" in step] for job, steps in workflow["jobs"].items()}
    (unpack,) = runs.pop("publish")
    assert runs == {"test": ["make build", "make test"]}
    assert unpack.split()[3:] == [f"./{MANIFEST}", f"./{BILL}"]
    assert workflow["permissions"] == {"contents": "read"}


def test_what_the_workflow_publishes_and_signs_is_what_it_has_tested() -> None:
    jobs = yaml.safe_load((PROJECT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))["jobs"]
    test = [step.get("run") or step["uses"].partition("@")[0] for step in jobs["test"]["steps"]]
    assert test[-3:] == ["make build", "make test", "actions/upload-pages-artifact"]
    *_, tested, uploaded = jobs["test"]["steps"]
    assert tested["env"] == {"TESTED_SITE": uploaded["with"]["path"]}
    assert jobs["publish"]["needs"] == "test"
    publish = [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"] if "uses" in step]
    assert publish == ["actions/download-artifact", "actions/attest-build-provenance", "actions/deploy-pages"]
    signed = next(step["with"]["subject-path"] for step in jobs["publish"]["steps"] if "attest" in step.get("uses", ""))
    assert signed.split() == [MANIFEST, BILL]
    # The job that runs programs of others may neither publish nor sign.
    assert jobs["test"]["permissions"] == {"contents": "read", "pages": "read"}


def test_an_urgent_correction_leaves_out_the_long_tests_and_never_the_build() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    # YAML reads the key `on` as true.
    assert workflow[True]["workflow_dispatch"]["inputs"]["urgent"]["default"] is False
    conditions = {step["run"]: step.get("if") for step in workflow["jobs"]["test"]["steps"] if "run" in step}
    assert conditions == {"make build": None, "make test": "${{ !inputs.urgent }}"}
    assert "An urgent correction" in EDITORS
    assert "#### An urgent correction" in MAINTAINING


def test_the_weekly_audit_is_the_one_that_people_run() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "audit.yml").read_text("utf-8"))
    assert [step["run"] for step in workflow["jobs"]["audit"]["steps"] if "run" in step] == ["make audit"]
    # YAML reads the key `on` as true.
    assert workflow[True]["schedule"] == [{"cron": "43 5 * * 1"}]
