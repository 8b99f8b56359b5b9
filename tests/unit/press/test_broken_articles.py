"""`press check` on articles that are broken, odd or hostile."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.checks.run import article_problems
from press.cli import main
from press.content.articles import article_of
from press.content.project import Project
from press.reading.source_file import source_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import CASES, GOOD, Case
from support.small_project import DRAWING, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    return whole_site(Project(project))


def bytes_of(article: str | bytes) -> bytes:
    return article if isinstance(article, bytes) else article.encode("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_editor_is_told(
    case: Case, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    file = project / "content" / "articles" / "case.md"
    file.write_bytes(bytes_of(case.article))
    try:
        status = main(["check", "--json", "--as-of", "2026-06-01", "content/articles/case.md"])
    finally:
        file.unlink()
    problems = json.loads(capsys.readouterr().out)
    assert [f"{p['line']}:{p['column']} {p['rule']} {p['message']}" for p in problems] == list(case.says)
    assert status == case.status
    assert all(p["path"] == "content/articles/case.md" and p["fix"] for p in problems)


def test_there_are_at_least_sixty_such_articles() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_a_problem_is_shown_with_its_line_marked_and_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root / "content")
    (root / "content" / "articles" / "there.md").write_text(
        GOOD.replace('"case"', '"there"').replace("CLINICAL_PRACTICE", "CLINICAL_PRACTISE") + "Give .5 mg.\n", "utf-8"
    )
    assert main(["check", "articles/there.md", "--as-of", "2026-06-01"]) == 1
    assert capsys.readouterr().out == (
        'content/articles/there.md:5:11: front-matter-category category "CLINICAL_PRACTISE" is not in the list. '
        'Did you mean "CLINICAL_PRACTICE"?\n'
        '    category: "CLINICAL_PRACTISE"\n'
        "              ^\n"
        "    Fix: Use one of: CLINICAL_PRACTICE, ASSESSMENT, DOSING, SAFETY, MAINTENANCE, RESEARCH.\n\n"
        'content/articles/there.md:15:6: naked-decimal ".5" has no zero before its point; '
        "the point is overlooked and the dose read ten times too high or more.\n"
        "    Give .5 mg.\n"
        "         ^\n"
        "    Fix: Write 0.5.\n\n"
        "2 errors, no warnings.\n"
    )


def test_all_problems_of_all_files_come_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    articles = root / "content" / "articles"
    for name in ("a", "b"):
        (articles / f"{name}.md").write_text(GOOD.replace('"case"', f'"{name}"') + "x .5\n\n[y](z.md)\n", "utf-8")
    (root / "docs" / "index.md").write_text("# Home\n\n<b>x</b>\n", "utf-8")
    assert main(["check", "content", "docs", "--as-of", "2026-06-01", "--json"]) == 1
    found = [(p["path"], p["line"], p["rule"]) for p in json.loads(capsys.readouterr().out)]
    assert found == [
        ("content/articles/a.md", 15, "naked-decimal"),
        ("content/articles/a.md", 17, "link"),
        ("content/articles/b.md", 15, "naked-decimal"),
        ("content/articles/b.md", 17, "link"),
        ("docs/index.md", 3, "raw-html"),
        ("docs/index.md", 3, "raw-html"),
    ]


def test_a_file_that_is_not_there_is_said_and_nothing_is_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["check", "content/articles/absent.md"]) == 2
    assert capsys.readouterr().err == "press: there is no file content/articles/absent.md\n"


def test_a_drawing_with_a_program_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    images = root / "content" / "images" / "articles"
    (images / "curve.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">\n<script>x()</script><script>y()</script>\n<image\nhref="https://evil.example/x.png"/>\n</svg>',
        "utf-8",
    )
    (images / "dose.exe").write_bytes(b"MZ")
    assert main(["check", "--json", "content/images"]) == 1
    said = [(p["path"].rpartition("/")[2], p["line"], p["message"]) for p in json.loads(capsys.readouterr().out)]
    assert said == [
        ("curve.svg", 1, "The drawing does not say what it shows."),
        ("curve.svg", 1, "The drawing holds a script that runs on an event (onload)."),
        ("curve.svg", 2, "The drawing holds a script (<script>)."),
        ("curve.svg", 3, "The drawing holds a picture inside the picture (<image>)."),
        ("dose.exe", 1, "dose.exe is not a picture."),
    ]


def test_a_project_without_a_public_article_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "articles" / "there.md").unlink()
    monkeypatch.chdir(root)
    # The calculators rest on an article of the real site, and say so in any other.
    assert main(["check", "--json", "--as-of", "2026-06-01"]) == 1
    assert {problem["rule"] for problem in json.loads(capsys.readouterr().out)} == {"protocol"}
    assert main(["check", "content", "--as-of", "2026-06-01"]) == 0
    assert capsys.readouterr().out == "No errors, no warnings.\n"


def test_a_picture_that_is_a_way_out_of_the_folder_is_no_picture(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    secret = tmp_path / "secret.svg"
    secret.write_text(DRAWING, "utf-8")
    (root / "content" / "images" / "articles" / "leak.svg").symlink_to(secret)
    assert [file.name for file in Project(root).pictures()] == ["curve.svg"]


PIECES = st.sampled_from(
    [
        *"[](){}<>!|`*_~#>-+=:\\&^\"'\n\t 0129.azé≥\u202e\x00\u2028",
        "```", "~~~", "\n\n", "---\n", "- [ ] ", "1. ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: ", "!!! note\n    ",
        "> [!NOTE]\n> ", "<!--", "-->", "<script>", "](javascript:", "&#10;", "{#id}", "```calculator\nid: iv_dose\n```\n",
        "title: ", "tags: [", "## References\n\n1. doi:10.1/x\n", "[1-999]", "[x]: y\n", "![", "\r\n", "    code", "http://[",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.booleans())
def test_no_article_makes_the_check_fall_over(site: Site, pieces: list[str], with_front_matter: bool) -> None:
    text = (GOOD if with_front_matter else "") + "".join(pieces)
    article = article_of(source_of(text.encode(), "content/articles/case.md"), Path("case.md"), site.project.lists)
    problems = article_problems(article, site)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.fix for problem in problems)
    assert len(set(problems)) == len(problems), "something is told twice"


@given(st.binary(max_size=300))
def test_no_file_makes_the_check_fall_over(site: Site, data: bytes) -> None:
    article = article_of(source_of(data, "content/articles/case.md"), Path("case.md"), site.project.lists)
    assert all(problem.words() for problem in article_problems(article, site))
