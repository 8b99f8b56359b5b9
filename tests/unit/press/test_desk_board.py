"""The board shows what the report says, as data: drafts, reviews, problems and addresses of other sites."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from press.checks.health_report import report
from press.content.link_checks import LinkCheck, link_checks_text
from press.desk.board import board, whole_report
from press.desk.workspace import Workspace
from press.reading.problems import Problem
from press.site.site import Site
from support.broken_articles import GOOD
from support.small_project import small_project

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def article(root: Path, slug: str, top: str = "", text: str = "Text.\n") -> None:
    given = GOOD.replace('slug: "case"', f'slug: "{slug}"' + (f"\n{top}" if top else ""))
    (root / "content" / "articles" / f"{slug}.md").write_text(given + text, "utf-8")


def shown(root: Path) -> Any:
    return json.loads(json.dumps(board(Workspace(root, TODAY))))


def told(rows: Any) -> dict[str, str]:
    return {row["slug"]: row["words"] for row in rows}


def test_each_article_stands_where_its_state_puts_it(root: Path) -> None:
    article(root, "gone", 'withdrawnAt: "2026-05-01"\nwithdrawnReason: "Wrong dose."')
    article(root, "late", 'reviewedAt: "2025-01-01"\nreviewDue: "2026-05-31"')
    article(root, "soon", 'reviewedAt: "2025-07-01"\nreviewDue: "2026-07-01"')
    article(root, "later", 'reviewedAt: "2025-12-01"\nreviewDue: "2026-12-01"')
    article(root, "reworded", f'reviewedAt: "2026-01-01"\nreviewedText: "{"0" * 64}"\nreviewDue: "2027-01-01"')
    file = root / "content" / "articles" / "to-come.md"
    file.write_text(
        GOOD.replace('"case"', '"to-come"').replace('publishedAt: "2026-01-08"', 'publishedAt: "2026-09-01"'), "utf-8"
    )
    found = shown(root)
    assert told(found["drafts"]) == {"unfinished": "a draft"}
    assert told(found["scheduled"]) == {"to-come": "not published before 2026-09-01"}
    assert told(found["withdrawn"]) == {"gone": "withdrawn on 2026-05-01: Wrong dose."}
    assert told(found["overdue"]) == {"late": "31 May 2026, overdue by 1 day"}
    assert told(found["due"]) == {"soon": "1 July 2026, due in 30 days"}
    assert told(found["undated"]) == {"there": "no review date set"}
    assert told(found["changed"]) == {"reworded": "reviewed on 2026-01-01, changed since"}


def test_problems_are_counted_by_file_with_errors_first(root: Path) -> None:
    article(root, "wrong", text="Give .5 mg.\n\nGive 35mg, .7 mg.\n")
    found = next(row for row in shown(root)["problems"] if row["path"].endswith("wrong.md"))
    assert (found["title"], found["errors"], found["warnings"]) == ("A good article", 3, 0)
    assert [(one["severity"], one["rule"]) for one in found["first"]] == [
        ("error", "naked-decimal"),
        ("error", "no-space"),
        ("error", "naked-decimal"),
    ]


def test_addresses_of_other_sites_stand_there_once_somebody_has_asked(root: Path) -> None:
    article(root, "linking", text="[A](https://a.org/x) and [b](https://b.org/).\n")
    assert shown(root)["links"] == {"asked": None, "sections": []}
    checks = {
        "https://a.org/x": LinkCheck(datetime.date(2026, 5, 2), "gone", "404"),
        "https://b.org/": LinkCheck(datetime.date(2026, 5, 1), "found"),
    }
    (root / "content" / "link-check.json").write_text(link_checks_text(checks), "utf-8")
    found = shown(root)["links"]
    assert found["asked"] == "2026-05-02"
    (section,) = found["sections"]
    assert (section["state"], section["links"][0]["address"]) == ("gone", "https://a.org/x")
    assert section["links"][0]["places"] == ["content/articles/linking.md:15"]


def test_the_report_is_that_of_the_command(root: Path) -> None:
    desk = Workspace(root, TODAY)
    site: Site = desk.site
    assert [(one["title"], tuple(one["lines"])) for one in whole_report(desk)] == [
        (section.title, section.lines) for section in report(site)
    ]


def test_works_that_nobody_looked_up_are_named(root: Path) -> None:
    seen = "  seen: {where: PubMed, on: 2026-05-01}\n"
    text = f"one:\n  kind: article\n  title: One\ntwo:\n  kind: article\n  title: Two\n{seen}"
    (root / "content" / "references.yml").write_text(text, "utf-8")
    assert shown(root)["unread"] == ["one"]


def test_what_the_build_found_right_is_not_checked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article(root, "wrong", text="Give .5 mg.\n")
    desk = Workspace(root, TODAY)
    desk.problems.update({"content/articles/there.md": (0, 0), "content/articles/unfinished.md": (0, 0)})
    asked: list[str] = []

    def some(files: list[Path], site: Site) -> list[Problem]:
        asked.extend(file.name for file in files)
        return []

    monkeypatch.setattr("press.desk.board.some", some)
    assert board(desk)["problems"] == []
    assert asked == ["wrong.md"]
