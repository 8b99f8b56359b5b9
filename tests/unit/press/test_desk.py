"""The editors' desk asked in this machine's Python: it says what the command line says, and never raises."""

import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from press.cli import main
from press.content.articles import read_of
from press.content.project import Project
from press.desk.entry import opened
from press.desk.project_file import known_of, write_project_file
from press.desk.services import SERVICES
from press.markdown.highlighting import LANGUAGES
from press.reading.file_text import as_text
from press.reading.kept_results import KeptResults
from press.runtime.desk_snapshot import REHEARSAL
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.broken_articles import CASES, GOOD, Case
from support.small_project import small_project

TODAY = "2026-06-01"
DAY = datetime.date.fromisoformat(TODAY)
CASE = "content/articles/case.md"
THERE = "content/articles/there.md"

Ask = Callable[..., Any]


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def asking(project: Path) -> Ask:
    """A way to ask the desk of a project for what a service gives."""
    desk = opened(str(project), TODAY)

    def ask(service: str, **arguments: Any) -> Any:
        reply = json.loads(desk(json.dumps({"service": service, **arguments})))
        assert reply["ok"], reply["words"]
        return reply["value"]

    return ask


def refusal(project: Path, service: str, **arguments: Any) -> str:
    reply = json.loads(opened(str(project), TODAY)(json.dumps({"service": service, **arguments})))
    assert not reply["ok"]
    return str(reply["words"])


@pytest.fixture(scope="module")
def at_the_desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ask]:
    project = small_project(tmp_path_factory.mktemp("desk"))
    return project, asking(project)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_desk_says_of_an_article_what_the_command_line_says(
    case: Case, at_the_desk: tuple[Path, Ask], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project, ask = at_the_desk
    data = case.article if isinstance(case.article, bytes) else case.article.encode("utf-8")
    found = ask("check", path=CASE, text=as_text(data))
    assert (project / CASE).read_bytes() == data
    monkeypatch.chdir(project)
    main(["check", "--json", "--as-of", TODAY, CASE])
    assert found["problems"] == json.loads(capsys.readouterr().out)
    site = whole_site(Project(project, DAY))
    article = next(one for one in site.project.articles if one.source.path == CASE)
    assert found["html"] == Pages(site).article(article).html


def test_an_article_is_opened_as_its_bytes_read(project: Path) -> None:
    data = b"\xef\xbb\xbfone\r\ntwo\rthree\xff\n"
    (project / CASE).write_bytes(data)
    ask = asking(project)
    text = ask("open", path=CASE)["text"]
    assert text.startswith("\ufeffone\r\ntwo\rthree")
    ask("keep", files=[{"path": CASE, "text": text}])
    assert (project / CASE).read_bytes() == data


def test_a_change_of_address_reaches_the_links_of_other_articles(project: Path) -> None:
    ask = asking(project)
    linking = f"{GOOD}See [doses](there.md#doses).\n"
    assert ask("check", path=CASE, text=linking)["problems"] == []
    there = ask("open", path=THERE)["text"]
    ask("check", path=THERE, text=there.replace('"there"', '"elsewhere"').replace("## Doses", "## Amounts"))
    changed = ask("check", path=CASE, text=linking)
    assert [problem["rule"] for problem in changed["problems"]] == ["link-place"]
    assert "../elsewhere/" in changed["html"]
    ask("keep", files=[{"path": THERE, "text": None}])
    assert [problem["rule"] for problem in ask("check", path=CASE, text=linking)["problems"]] == ["link"]


def test_a_list_that_is_kept_is_what_the_next_check_goes_by(project: Path) -> None:
    ask = asking(project)
    foreign = GOOD.replace("Ketamine Association Editorial Team", "Somebody") + "Text.\n"
    assert [p["rule"] for p in ask("check", path=CASE, text=foreign)["problems"]] == ["front-matter-author"]
    people = ask("open", path="content/people.yml")["text"]
    ask("keep", files=[{"path": "content/people.yml", "text": people.replace("Editorial Team", "Team")}])
    assert [
        p["rule"]
        for p in ask("check", path=CASE, text=foreign.replace("Somebody", "Ketamine Association Team"))["problems"]
    ] == []


def test_every_article_is_listed_with_its_state_and_its_problems(project: Path) -> None:
    ask = asking(project)
    ask("check", path=CASE, text=f"{GOOD}#### Too deep\n\nText.\n".replace("2026-01-08", "2027-01-08"))
    rows = {row["slug"]: row for row in ask("articles")}
    assert {slug: row["state"] for slug, row in rows.items()} == {
        "case": "scheduled",
        "there": "published",
        "unfinished": "draft",
    }
    assert rows["case"]["errors"] == 1
    assert rows["there"]["publishedAt"] == "2026-01-08"
    assert rows["there"]["errors"] == rows["there"]["warnings"] == 0


def test_what_is_published_on_this_device_alone_is_told_apart_from_what_readers_see(project: Path) -> None:
    ask = asking(project)
    ask("command", name="publish", arguments={"slug": "unfinished"})
    ask("command", name="withdraw", arguments={"slug": "there", "reason": "Wrong dose."})
    ask("check", path=CASE, text=f"{GOOD}Text.\n")
    rows = {row["slug"]: (row["state"], row["seen"]) for row in ask("articles")}
    assert rows == {
        "case": ("published", None),
        "there": ("withdrawn", "published"),
        "unfinished": ("published", "draft"),
    }
    ask("command", name="rename", arguments={"slug": "there", "new": "here"})
    assert {row["slug"]: row["seen"] for row in ask("articles")}["here"] == "published"
    board = ask("board")
    assert [(row["slug"], row["seen"]) for row in board["withdrawn"]] == [("here", "published")]
    assert {row["slug"]: row["seen"] for row in board["undated"]} == {"case": None, "unfinished": "draft"}


def test_one_place_or_all_places_of_a_rule_are_mended(project: Path) -> None:
    ask = asking(project)
    text = f"{GOOD}• one\r\n• two\r\n\r\n##Heading\r\n"
    one = ask("mend", path=CASE, text=text, rule="no-list", line=15, column=1)
    assert (one["count"], one["text"]) == (1, text.replace("• one", "- one"))
    assert one["difference"] == f"{CASE}:15\n  - • one\n  + - one"
    every = ask("mend", path=CASE, text=text, rule="no-list")
    assert (every["count"], every["text"]) == (2, text.replace("•", "-"))
    assert ask("mend", path=CASE, text=text)["text"] == text.replace("•", "-").replace("##H", "## H")
    assert every["kinds"] == ["2 × “• ” → “- ”"]
    several = f"{GOOD}Give 40mg and 45mg.\n\n1.\u00a0one\n"
    kinds = ["2 × such as “40mg” → “40 mg”", "1 × “1.⟨no-break space⟩” → “1. ”"]
    assert ask("mend", path=CASE, text=several)["kinds"] == kinds


def test_nothing_is_mended_where_it_is_uncertain_what_the_lines_are(project: Path) -> None:
    words = refusal(project, "mend", path=CASE, text=f"{GOOD}• one\n\n```\ncode\n")
    assert words.startswith("Nothing is mended while it is uncertain what the lines are. Put right first:\nLine 6: ")
    words = refusal(project, "mend", path=CASE, text=GOOD.replace("title:", "title", 1) + "• one\n")
    assert "Put right first:\nAbout the article: " in words


def test_the_contents_are_the_headings_below_the_title(project: Path) -> None:
    shown = asking(project)("check", path=CASE, text=f"{GOOD}## A & b\n\n### C\n\nText.\n\n## D\n\nText.\n")
    assert shown["contents"] == (
        '<ul><li><a href="#a-b">A &amp; b</a><ul><li><a href="#c">C</a></li></ul></li><li><a href="#d">D</a></li></ul>'
    )
    assert shown["title"] == "A good article"
    assert "What it answers." in shown["card"]


@pytest.mark.parametrize(
    "path", ["../elsewhere.md", "content/../mkdocs.yml", "/etc/passwd", "mkdocs.yml", "content", ""]
)
def test_no_file_outside_the_editors_folders_is_opened_or_written(project: Path, path: str) -> None:
    assert "is no file of the folders content and docs" in refusal(project, "open", path=path)
    assert "is no file of the folders content and docs" in refusal(project, "check", path=path, text="")


@pytest.mark.parametrize("question", ["", "{", "[]", "{}", '{"service": "nothing"}', '{"service": "check", "path": 3}'])
def test_a_question_that_nobody_understands_is_refused_in_words(project: Path, question: str) -> None:
    reply = json.loads(opened(str(project), TODAY)(question))
    assert reply["ok"] is False
    assert reply["words"].startswith("The desk has a fault of its own and could not do this. Your text is as it was.")
    assert "Traceback" not in reply["words"]


def test_every_service_can_be_asked_by_name() -> None:
    assert all(callable(service) for service in SERVICES.values())


def test_the_desk_tells_what_was_changed_and_from_what(project: Path) -> None:
    ask = asking(project)
    before = ask("open", path=THERE)["text"]
    ask("keep", files=[{"path": THERE, "text": f"{before}More.\n"}, {"path": CASE, "text": GOOD}])
    assert ask("open", path=THERE) == {"path": THERE, "text": f"{before}More.\n", "published": before}
    assert ask("open", path=CASE)["published"] is None
    assert ask("changes") == [
        {"path": THERE, "text": f"{before}More.\n", "base": before},
        {"path": CASE, "text": GOOD, "base": None},
    ]
    ask("keep", files=[{"path": THERE, "text": before}, {"path": CASE, "text": None}])
    assert ask("changes") == []


def test_a_picture_is_kept_by_its_bytes(project: Path) -> None:
    path = "content/images/articles/dose.webp"
    asking(project)("keep", files=[{"path": path, "base64": "UklGRv8A"}])
    assert (project / path).read_bytes() == b"RIFF\xff\x00"


def archive_of(pages: Pages, kept: KeptResults | None = None) -> bytes:
    written = io.BytesIO()
    write_project_file(written, pages, [], "project", kept)
    return written.getvalue()


def test_the_desk_knows_of_every_article_what_the_build_has_read(project: Path, tmp_path: Path) -> None:
    (project / "content" / "articles" / "case.md").write_text(GOOD, "utf-8")
    pages = Pages(whole_site(Project(project, DAY)))
    ZipFile(io.BytesIO(archive_of(pages))).extractall(tmp_path / "desk")
    root = tmp_path / "desk" / "project"
    known = known_of(root)
    assert known is not None
    site = known.site(root, DAY)
    public = {one.page: one for one in pages.site.project.public_articles}
    assert {"articles/case.md", "articles/there.md"} <= public.keys() == site.articles.keys()
    for page, article in public.items():
        assert read_of(site.articles[page]) == read_of(article)
        assert site.articles[page].source == article.source
        assert site.articles[page].file == root / article.file.relative_to(project)
        assert list(Pages(site).ids(page) or ()) == sorted(pages.ids(page) or ())


def test_what_was_pickled_of_articles_before_gives_the_same_file(project: Path, tmp_path: Path) -> None:
    kept = KeptResults(tmp_path / "kept.sqlite")
    (project / "content" / "articles" / "case.md").write_text(GOOD, "utf-8")
    archive_of(Pages(whole_site(Project(project, DAY))), kept)
    (project / THERE).write_text(f"{(project / THERE).read_text('utf-8')}More.\n", "utf-8")
    from_nothing = archive_of(Pages(whole_site(Project(project, DAY))))
    assert archive_of(Pages(whole_site(Project(project, DAY))), kept) == from_nothing


def test_the_rehearsal_has_code_in_every_language_that_is_highlighted() -> None:
    # The desk leaves every other language out: what the rehearsal has not loaded, a visit could not load.
    article = (REHEARSAL / "content" / "articles" / "rehearsal.md").read_text("utf-8")
    assert [code for code in LANGUAGES if f"```{code}\n" not in article] == []


def test_the_file_that_everybody_can_fetch_holds_no_draft_and_nothing_of_a_later_day(project: Path) -> None:
    hidden = {
        "draft-words": GOOD.replace('"case"', '"draft-words"').replace("excerpt:", "draft: true\nexcerpt:", 1),
        "later-words": GOOD.replace('"case"', '"later-words"').replace("2026-01-08", "2026-07-01"),
    }
    for slug, text in hidden.items():
        (project / "content" / "articles" / f"{slug}.md").write_text(text, "utf-8")
        (project / "content" / "images" / "articles").mkdir(parents=True, exist_ok=True)
        (project / "content" / "images" / "articles" / f"{slug}.svg").write_text("<svg/>", "utf-8")
    pages = Pages(whole_site(Project(project, DAY)))
    assert set(hidden) < {article.slug for article in pages.site.project.articles}
    everything = archive_of(pages)
    for slug in hidden:
        assert slug.encode() not in everything
    assert b"articles/there.md" in everything
