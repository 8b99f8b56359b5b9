"""`press check --fix`: the difference first, nothing lost, and only where one form is right."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.cli import main
from press.reading.mended_text import mended_text
from press.reading.problems import Problem
from support.broken_articles import GOOD
from support.small_project import small_project

ARTICLE = "content/articles/case.md"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root / ARTICLE


def written(article: Path, text: str) -> bytes:
    article.write_bytes(f"{GOOD}{text}".encode())
    return article.read_bytes()


def test_the_difference_is_shown_and_nothing_is_written(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written(article, "Give .5 mg of keta\u00admine.\n\nRight.\n")
    assert main(["check", "--fix", ARTICLE]) == 1
    assert capsys.readouterr().out.startswith(
        f"{ARTICLE}:15\n"
        "  - Give .5 mg of keta⟨U+00AD⟩mine.\n"
        "  + Give 0.5 mg of ketamine.\n\n"
        "2 places with exactly one right form.\n"
        "Nothing is written. press check --fix --yes writes it.\n"
    )
    assert article.read_bytes() == before


def test_with_yes_it_is_written_and_checked_again(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(article, "Give .5 mg of keta\u00admine.\n")
    assert main(["check", "--fix", "--yes", ARTICLE]) == 0
    assert capsys.readouterr().out.endswith("Written, and checked again:\n\nNo errors, no warnings.\n")
    assert article.read_text("utf-8") == f"{GOOD}Give 0.5 mg of ketamine.\n"
    assert not [file for file in article.parent.iterdir() if file.name.endswith(".new")]


def test_the_difference_counts_lines_as_an_editor_does(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(article, "One\x0cline.\u2028Still.\n\nGive .5 mg.\n")
    assert main(["check", "--fix", ARTICLE]) == 1
    assert capsys.readouterr().out.startswith(f"{ARTICLE}:17\n  - Give .5 mg.\n  + Give 0.5 mg.\n\n")


def test_what_only_the_writer_knows_stays_and_is_said_again(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(article, "Give .5 mg, 1,5 mg and 5 10 mg.\n")
    assert main(["check", "--fix", "--yes", ARTICLE]) == 1
    said = capsys.readouterr().out
    assert article.read_text("utf-8").endswith("Give 0.5 mg, 1,5 mg and 5 10 mg.\n")
    assert [rule for rule in ("naked-decimal", "decimal-comma", "number-pair") if f" {rule} " in said] == [
        "decimal-comma",
        "number-pair",
    ]


def test_nothing_to_mend_is_said_and_nothing_written(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written(article, "Give 0.5 mg.\n")
    assert main(["check", "--fix", "--yes", ARTICLE]) == 0
    assert capsys.readouterr().out == (
        "No places with exactly one right form.\nNothing is written.\n\nNo errors, no warnings.\n"
    )
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    "uncertain",
    ["<<<<<<< mine\n.5 mg\n=======\n.6 mg\n>>>>>>> theirs\n", "```\nGive .5 mg.\n", "<!-- Give\n"],
    ids=["two versions", "an open block of code", "an open comment"],
)
def test_a_file_whose_lines_are_uncertain_is_left_as_it_is(
    uncertain: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(article, f"Give .5 mg.\n\n{uncertain}")
    assert main(["check", "--fix", "--yes", ARTICLE]) == 1
    assert f"{ARTICLE} is left as it is. Put right first what makes its lines uncertain." in capsys.readouterr().out
    assert article.read_bytes() == before


def test_a_file_that_is_not_utf_8_is_left_as_it_is(article: Path) -> None:
    before = f"{GOOD}Give .5 mg.\n".encode() + "Größe\n".encode("latin-1")
    article.write_bytes(before)
    assert main(["check", "--fix", "--yes", ARTICLE]) == 1
    assert article.read_bytes() == before


def test_line_ends_byte_order_mark_and_rights_are_kept(article: Path) -> None:
    before = b"\xef\xbb\xbf" + f"{GOOD}Give .5 mg.\n\n\tRight.  \n\n- a".replace("\n", "\r\n").encode()
    article.write_bytes(before)
    article.chmod(0o640)
    main(["check", "--fix", "--yes", ARTICLE])
    assert article.read_bytes() == before.replace(b".5 mg", b"0.5 mg")
    assert article.stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_old_file_whole(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(article, "Give .5 mg.\n")
    files = sorted(article.parent.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["check", "--fix", "--yes", ARTICLE]) == 2
    said = capsys.readouterr().err
    assert said == (
        "press: .cache/press/commands/running.json could not be written: No space left on device. "
        "Every file is as it was.\n"
    )
    assert article.read_bytes() == before
    assert sorted(article.parent.iterdir()) == files


def test_lists_and_the_top_of_an_article_are_mended_too(article: Path) -> None:
    article.write_text(GOOD.replace("What it answers.", "Whether .5 mg is enough.") + "Text.\n", "utf-8")
    glossary = article.parents[1] / "glossary.yml"
    glossary.write_text("terms:\n  dose:\n    term: Do\u00adse\n    definition: It is 35mg.\n", "utf-8")
    assert main(["check", "--fix", "--yes", ARTICLE, "content/glossary.yml"]) == 0
    assert 'excerpt: "Whether 0.5 mg is enough."\n' in article.read_text("utf-8")
    assert glossary.read_text("utf-8") == "terms:\n  dose:\n    term: Dose\n    definition: It is 35 mg.\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("•\tone\n•\ttwo\n", "- one\n- two\n"),
        ("-one\n-two\n", "- one\n- two\n"),
        ("1)one\n2)two\n", "1) one\n2) two\n"),
        ("##Doses\n\nText.\n", "## Doses\n\nText.\n"),
        ("Words [1].\n\n## References\n\n1. A. https://doi.org/10.1176/appi.ajp.2013.13030392\n", None),
        ("Words [1].\n\n## References\n\n1. A. https://dx.doi.org/10.1176/appi.1.\n", None),
        ("Words [1].\n\n## References\n\n1. A. DOI 10.1176/appi.1.\n", None),
    ],
    ids=[
        "bullets",
        "dashes",
        "numbers",
        "a heading",
        "an address of doi.org",
        "with a point behind",
        "a DOI without its colon",
    ],
)
def test_lists_and_identifiers_have_one_right_form(text: str, mended: str | None, article: Path) -> None:
    written(article, text)
    assert main(["check", "--fix", "--yes", ARTICLE]) == 0
    expected = mended or text.replace("https://doi.org/", "doi:").replace("https://dx.doi.org/", "doi:").replace(
        "DOI ", "doi:"
    )
    assert article.read_text("utf-8") == GOOD + expected


def test_the_data_holds_the_end_and_the_right_form(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(article, "Give .5 mg and 1,5 mg.\n")
    assert main(["check", "--json", ARTICLE]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(p["column"], p["end_column"], p["replacement"]) for p in found] == [(6, 8, "0.5"), (16, 19, None)]
    assert {"path", "line", "column", "rule", "message", "fix", "severity", "excerpt"} <= set(found[0])


@pytest.mark.parametrize("words", [("--yes",), ("--json", "--fix")], ids=" ".join)
def test_options_that_do_not_go_together_are_refused(words: tuple[str, ...], article: Path) -> None:
    before = written(article, "Give .5 mg.\n")
    try:
        code = main(["check", *words, ARTICLE])
    except SystemExit as left:
        code = int(str(left.code))
    assert code == 2
    assert article.read_bytes() == before


LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12), min_size=1, max_size=5)


@given(LINES, st.data())
def test_everything_outside_the_places_stays(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(lines)))
    line = lines[number - 1].removeprefix("\ufeff") if number == 1 else lines[number - 1]
    start = data.draw(st.integers(1, len(line) + 1))
    end = data.draw(st.integers(start, len(line) + 1))
    problem = Problem(ARTICLE, number, start, "rule", "", excerpt=line, end_column=end, replacement="R")
    ending = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    mended, count = mended_text(ending.join(lines), [problem])
    expected = [*lines]
    mark = "\ufeff" if number == 1 and lines[0].startswith("\ufeff") else ""
    expected[number - 1] = f"{mark}{line[: start - 1]}R{line[end - 1 :]}"
    assert (mended, count) == (ending.join(expected), 1)


def test_a_line_that_changed_since_it_was_checked_is_left_alone() -> None:
    problem = Problem(ARTICLE, 1, 6, "rule", "", excerpt="Give .5 mg.", end_column=8, replacement="0.5")
    assert mended_text("Give 0.5 mg.\n", [problem]) == ("Give 0.5 mg.\n", 0)
    assert mended_text("", [problem]) == ("", 0)
