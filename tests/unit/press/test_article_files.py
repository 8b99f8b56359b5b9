"""What lies among the articles and becomes none is named; nothing that is asked about gets a clean bill unread."""

import json
from pathlib import Path

import pytest

from press.cli import main
from support.small_project import DRAWING, small_project


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root / "content" / "articles"


def said(names: list[str], capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    main(["check", "--json", *names])
    problems = json.loads(capsys.readouterr().out)
    return [(p["path"].rpartition("/")[2], p["message"], p["fix"]) for p in problems if p["rule"] != "protocol"]


WRONG = [
    ("Monitoring.docx", "Monitoring.docx is a document of Word, and no article."),
    ("dose.pdf", "dose.pdf is a PDF, and no article."),
    ("dose.md.txt", "dose.md.txt is not read as an article: its name ends in .txt."),
    ("DOSE.MD", "DOSE.MD is not read as an article: its name ends in .MD."),
    ("dose.markdown", "dose.markdown is not read as an article: its name ends in .markdown."),
    ("my dose.md", 'The name "my dose.md" cannot stand in an address.'),
    ("Dose.md", 'The name "Dose.md" cannot stand in an address.'),
    ("dose.md.orig", "dose.md.orig is a copy that a program left."),
    ("dose", "dose is no article; the name of one ends in .md."),
]


@pytest.mark.parametrize(("name", "message"), WRONG, ids=[name for name, _ in WRONG])
@pytest.mark.parametrize("named", [False, True], ids=["everything", "named"])
def test_a_file_that_is_no_article_is_named(
    name: str, message: str, named: bool, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / name).write_text((articles / "there.md").read_text("utf-8").replace('"there"', '"dose"'), "utf-8")
    found = said([f"content/articles/{name}"] if named else [], capsys)
    assert (name, message) in [(path, words) for path, words, _ in found]
    assert all(fix for _, _, fix in found)
    assert main(["check", f"content/articles/{name}"]) == 1


@pytest.mark.parametrize(
    ("name", "right"),
    [("Große Dosis.MD", "grosse-dosis.md"), ("My_dose v2.1.md.txt", "my-dose-v2-1.md"), ("x.markdown", "x.md")],
)
def test_the_remedy_is_a_name_that_can_stand_in_an_address(
    name: str, right: str, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / name).write_text("x", "utf-8")
    (fix,) = [fix for path, _, fix in said([], capsys) if path == name]
    assert fix.startswith(f"Call it {right}.")


def test_a_picture_a_folder_and_a_link_to_nothing_are_named(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "curve.svg").write_text(DRAWING, "utf-8")
    (articles / "dose.md").mkdir()
    (articles / "gone.md").symlink_to("nowhere.md")
    expected = [
        ("curve.svg", "curve.svg is a picture, and no article."),
        ("dose.md", "dose.md is a folder, and no article."),
        ("gone.md", "gone.md leads to a file that is not there."),
    ]
    assert [(path, message) for path, message, _ in said([], capsys)] == expected
    assert [(path, message) for path, message, _ in said(["content"], capsys)] == expected
    for name, message in expected:
        found = said([f"content/articles/{name}"], capsys)
        assert (name, message) in [(path, words) for path, words, _ in found]


def test_hidden_files_and_the_lock_of_an_open_document_are_passed_over(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (".DS_Store", "~$nitoring.docx"):
        (articles / name).write_text("x", "utf-8")
    assert said([], capsys) == []
    assert said(["content"], capsys) == []


def test_a_document_elsewhere_is_named_and_a_file_of_the_site_is_not(
    tmp_path: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere.docx").write_text("x", "utf-8")
    (articles.parents[1] / "docs" / "robots.txt").write_text("x", "utf-8")
    assert [path for path, _, _ in said([str(tmp_path / "elsewhere.docx")], capsys)] == ["elsewhere.docx"]
    assert said(["docs/robots.txt"], capsys) == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04" + bytes(range(256)) * 40, "a document of Word or another packed file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "a PDF"),
        (b"{\\rtf1\\ansi Dose}", "a document with formatting (RTF)"),
    ],
)
def test_another_kind_of_file_under_the_name_of_an_article_is_one_problem(
    data: bytes, what: str, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "dose.md").write_bytes(data)
    assert [message for _, message, _ in said(["dose"], capsys)] == [f"This file is {what}, not text."]


def test_utf_16_without_its_mark_is_one_problem(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (articles / "there.md").read_text("utf-8")
    (articles / "dose.md").write_bytes(text.encode("utf-16-le"))
    (message,) = [message for _, message, _ in said(["content/articles/dose.md"], capsys)]
    assert message == "This file is UTF-16 without its mark, or no text; articles are UTF-8."


def test_an_article_is_checked_by_its_slug(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (articles / "there.md").open("a", encoding="utf-8") as file:
        file.write("Give .5 mg.\n")
    assert main(["check", "there"]) == 1
    assert "content/articles/there.md:18:6: naked-decimal" in capsys.readouterr().out
    assert main(["check", "unfinished"]) == 0


def test_a_slug_that_no_article_has_is_said_with_the_nearest(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "unfinishd"]) == 2
    assert capsys.readouterr().err == (
        'press: there is no file unfinishd, and no article is called so. Did you mean "unfinished"?\n'
    )


def test_a_folder_without_files_gets_no_clean_bill(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles.parent / "empty").mkdir()
    assert main(["check", "content/empty"]) == 2
    assert capsys.readouterr().err == "press: there is nothing to check in content/empty\n"
