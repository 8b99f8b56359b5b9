"""An article is begun, published, reviewed, renamed and withdrawn by command, and every step passes the check."""

import datetime
import re
from pathlib import Path

import pytest

from ketamine_calculators import find
from press.cli import main
from press.content.project import Project
from press.content.review_dates import calendar, reviews_due
from press.reading.front_matter_edits import with_fields
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.small_project import small_project

REVIEWER = "Ketamine Association Clinical Reviewer"
TODAY = datetime.date(2026, 6, 1)


class Desk:
    """An editor at work in a small project."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def press(self, *words: str, today: datetime.date = TODAY) -> tuple[int, str]:
        status = main([*words, "--as-of", today.isoformat()])
        said = self._capsys.readouterr()
        return status, said.out + said.err

    def file(self, slug: str) -> Path:
        return self.root / "content" / "articles" / f"{slug}.md"

    def text(self, slug: str) -> str:
        return self.file(slug).read_text("utf-8")

    def passes_the_check(self, slug: str) -> bool:
        return self.press("check", str(self.file(slug))) == (0, "No errors, no warnings.\n")

    def project(self, today: datetime.date = TODAY) -> Project:
        return Project(self.root, today)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return Desk(root, capsys)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Spacing treatments", "spacing-treatments"),
        ('Doses: "0.5 mg/kg" & <more> *here* [1] | #2 {x} `y`', "doses-05-mgkg-more-here-1-2-x-y"),
        ("Größe und Maß", "gre-und-ma"),
        ("1. Start", "1-start"),
    ],
)
def test_a_new_article_passes_the_check_at_once_and_is_a_draft(desk: Desk, title: str, slug: str) -> None:
    status, said = desk.press("new", title, "--category", "CLINICAL_PRACTICE")
    assert (status, said.split("\n")[0]) == (
        0,
        f"Began content/articles/{slug}.md, a draft that readers do not see.",
    )
    status, said = desk.press("check", str(desk.file(slug)))
    assert (status, said.splitlines()[-1]) == (0, "No errors, 6 warnings.")
    assert all(": unwritten (warning) " in line for line in said.splitlines() if line.startswith("content/"))
    assert [article.title for article in desk.project().articles if article.slug == slug] == [title]
    assert slug not in {article.slug for article in desk.project().public_articles}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("x", "--category", "CLINICAL"), 'There is no category "CLINICAL". Did you mean "CLINICAL_PRACTICE"?'),
        (("There", "--category", "SAFETY"), "There is an article there already; give another address with --slug."),
        (("↔", "--category", "SAFETY"), '"" cannot stand in an address'),
        (("x", "--category", "SAFETY", "--slug", "../x"), '"../x" cannot stand in an address'),
        (("x", "--category", "SAFETY", "--author", REVIEWER), f'"{REVIEWER}" may not sign articles.'),
    ],
)
def test_a_new_article_that_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before = sorted(desk.root.rglob("*"))
    status, answer = desk.press("new", *words)
    assert status == 2
    assert said in answer
    assert sorted(desk.root.rglob("*")) == before


def test_publishing_a_draft_lets_readers_see_it_from_today(desk: Desk) -> None:
    assert desk.press("publish", "unfinished")[0] == 0
    assert "draft" not in desk.text("unfinished")
    assert 'publishedAt: "2026-06-01"' in desk.text("unfinished")
    assert desk.passes_the_check("unfinished")
    assert "unfinished" in {article.slug for article in desk.project().public_articles}


def test_publishing_on_a_later_day_keeps_it_unseen_until_then(desk: Desk) -> None:
    assert desk.press("publish", "unfinished", "--on", "2026-06-10")[0] == 0
    seen = [day for day in range(8, 13) if _sees(desk, "unfinished", datetime.date(2026, 6, day))]
    assert seen == [10, 11, 12]


def _sees(desk: Desk, slug: str, today: datetime.date) -> bool:
    return slug in {article.slug for article in desk.project(today).public_articles}


def test_an_article_that_readers_see_is_not_hidden_by_a_later_day(desk: Desk) -> None:
    before = desk.text("there")
    status, said = desk.press("publish", "there", "--on", "2035-01-15")
    assert (status, desk.text("there")) == (2, before)
    assert "Readers see there since 2026-01-08; a later day would take it from them." in said


def test_a_withdrawn_article_is_not_called_published(desk: Desk) -> None:
    assert desk.press("withdraw", "unfinished", "--reason", "Replaced.")[0] == 0
    before = desk.text("unfinished")
    status, said = desk.press("publish", "unfinished")
    assert (status, desk.text("unfinished")) == (2, before)
    assert "unfinished was withdrawn on 2026-06-01. To show it again, delete the lines withdrawnAt and" in said


@pytest.mark.parametrize("written", ["draft : true", '"draft": true', "'draft' : true"])
def test_a_draft_is_published_however_its_line_is_written(desk: Desk, written: str) -> None:
    desk.file("unfinished").write_text(desk.text("unfinished").replace("draft: true", written), "utf-8")
    assert desk.press("publish", "unfinished")[0] == 0
    assert _sees(desk, "unfinished", TODAY)


def test_the_words_that_a_new_article_begins_with_do_not_reach_readers(desk: Desk) -> None:
    desk.press("new", "Spacing treatments", "--category", "CLINICAL_PRACTICE")
    status, said = desk.press("publish", "spacing-treatments")
    assert status == 2
    assert "spacing-treatments still holds words that are to be replaced" in said
    assert not _sees(desk, "spacing-treatments", TODAY)


@pytest.mark.parametrize(
    "command",
    [
        ("withdraw", "unfinished", "--reason", "Replaced."),
        ("rename", "unfinished", "another"),
    ],
    ids=lambda words: words[0],
)
def test_a_file_that_is_not_utf_8_loses_nothing(desk: Desk, command: tuple[str, ...]) -> None:
    latin = "Größe ± 5 mg\n".encode("latin-1")
    desk.file("unfinished").write_bytes(desk.file("unfinished").read_bytes() + latin)
    assert desk.press(*command)[0] == 0
    after = desk.file("another" if command[0] == "rename" else "unfinished")
    assert after.read_bytes().endswith(latin)
    status, said = desk.press("check", str(after))
    assert (status, "is not UTF-8" in said) == (1, True)


def test_renaming_changes_the_address_in_the_glossary_and_no_other_byte(desk: Desk) -> None:
    glossary = desk.root / "content" / "glossary.yml"
    text = "# Größe\r\nterms:\r\n  rest: {term: Rest, definition: Größe, see: /articles/{0}/}\n".encode("latin-1")
    glossary.write_bytes(text.replace(b"{0}", b"there"))
    assert desk.press("rename", "there", "elsewhere")[0] == 0
    assert glossary.read_bytes() == text.replace(b"{0}", b"elsewhere")


def test_an_article_with_an_error_is_not_published(desk: Desk) -> None:
    before = desk.text("unfinished") + "Give .5 mg.\n"
    desk.file("unfinished").write_text(before, "utf-8")
    status, said = desk.press("publish", "unfinished")
    assert status == 2
    assert "naked-decimal" in said
    assert desk.text("unfinished") == before


def test_what_is_published_already_is_said(desk: Desk) -> None:
    assert desk.press("publish", "there") == (2, "press: there is published already, since 2026-01-08.\n")


def test_a_review_sets_its_three_fields_and_is_due_in_a_year(desk: Desk) -> None:
    status, said = desk.press("review", "there", "--by", REVIEWER)
    assert (status, said) == (0, f"there: reviewed on 2026-06-01 by {REVIEWER}, next due on 2027-06-01.\n")
    article = desk.project().articles[0]
    assert (article.reviewed, article.reviewed_by, article.review_due) == (TODAY, REVIEWER, datetime.date(2027, 6, 1))
    assert desk.passes_the_check("there")


def test_a_review_on_the_last_of_february_is_due_on_the_last_of_february(desk: Desk) -> None:
    desk.press("review", "there", "--by", REVIEWER, today=datetime.date(2028, 2, 29))
    assert 'reviewDue: "2029-02-28"' in desk.text("there")


@pytest.mark.parametrize(
    "command",
    [
        ("new", "Spacing", "--category", "CLINICAL_PRACTICE"),
        ("review", "there", "--by", REVIEWER),
        ("publish", "unfinished"),
        ("check", "content/articles/there.md"),
    ],
    ids=lambda words: words[0],
)
def test_a_list_that_cannot_be_read_is_what_every_command_says(desk: Desk, command: tuple[str, ...]) -> None:
    taxonomy = desk.root / "content" / "taxonomy.yml"
    text = taxonomy.read_text("utf-8")
    taxonomy.write_text(re.sub(r"^( +[\w-]+): ", r"\1:", text, count=1, flags=re.M), "utf-8")
    status, said = desk.press(*command)
    assert status != 0
    assert "content/taxonomy.yml:" in said
    assert "Use one of: ." not in said
    assert "is not in the list" not in said


def test_only_those_who_may_review_are_accepted(desk: Desk) -> None:
    status, said = desk.press("review", "there", "--by", "Ketamine Association Clinical Reviewr")
    assert status == 2
    assert f'Did you mean "{REVIEWER}"?' in said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2027-04-02", "No review is due within 60 days.\n"),
        ("2027-04-03", "2027-06-02  there  due in 60 days\n"),
        ("2027-06-02", "2027-06-02  there  due today\n"),
        ("2027-06-03", "2027-06-02  there  overdue by 1 day\n"),
    ],
)
def test_reviews_are_listed_when_they_come_near(desk: Desk, today: str, said: str) -> None:
    desk.press("review", "there", "--by", REVIEWER, "--due", "2027-06-02")
    assert desk.press("review-due", "--within", "60d", today=datetime.date.fromisoformat(today)) == (0, said)


def test_the_calendar_file_holds_each_review_as_a_whole_day(desk: Desk) -> None:
    title = "A; good, article " * 6
    desk.file("there").write_text(desk.text("there").replace("A good article", title.strip()), "utf-8")
    desk.press("review", "there", "--by", REVIEWER)
    ics = desk.root / "reviews.ics"
    assert desk.press("review-due", "--within", "400", "--ics", str(ics))[0] == 0
    data = ics.read_bytes()
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    whole = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20270601" in whole
    assert "DTEND;VALUE=DATE:20270602" in whole
    assert f"SUMMARY:Review due: {title.strip().replace(';', chr(92) + ';').replace(',', chr(92) + ',')}" in whole


def test_the_calendar_of_no_reviews_is_a_calendar(desk: Desk) -> None:
    due = reviews_due(desk.project(), datetime.timedelta(days=60))
    assert calendar(due, TODAY) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ketamine Association//press//EN\r\nCALSCALE:GREGORIAN\r\n"
        "END:VCALENDAR\r\n"
    )


def test_renaming_keeps_the_old_address_and_rewrites_every_link(desk: Desk) -> None:
    links = "[a](/articles/there/#doses) [b](there.md) [c](there.md#doses) [d](../articles/there.md) [e][f]\n\n"
    text = f"{desk.text('unfinished')}\n{links}[f]: /articles/there/\n\nOver there, there.md stays.\n"
    desk.file("unfinished").write_text(text, "utf-8")
    page = desk.root / "docs" / "index.md"
    page.write_text(
        "# Home\n\n[a](articles/there.md), [b](/articles/there/), [c](/articles/there-and-back/)\n", "utf-8"
    )
    status, said = desk.press("rename", "there", "beyond")
    assert status == 0
    assert said.startswith("there is now beyond; /articles/there/ leads there.\n")
    assert not desk.file("there").exists()
    assert 'slug: "beyond"' in desk.text("beyond")
    assert 'redirectFrom: ["/articles/there/"]' in desk.text("beyond")
    assert "[a](/articles/beyond/#doses) [b](beyond.md) [c](beyond.md#doses) [d](../articles/beyond.md)" in desk.text(
        "unfinished"
    )
    assert "[f]: /articles/beyond/" in desk.text("unfinished")
    assert "Over there, there.md stays." in desk.text("unfinished")
    assert page.read_text("utf-8") == (
        "# Home\n\n[a](articles/beyond.md), [b](/articles/beyond/), [c](/articles/there-and-back/)\n"
    )
    assert desk.passes_the_check("beyond")


def test_renaming_takes_the_glossary_with_it(desk: Desk) -> None:
    glossary = desk.root / "content" / "glossary.yml"
    terms = """terms:
  dose: {{term: Dose, also: [there], definition: How much., not_in: ["{0}", unfinished, {0}]}}
  rest:
    term: Rest
    short:
      - there
    definition: A pause, told in there.
    see: /articles/{0}/#doses
    not_in:
      - {0}
      - unfinished
"""
    glossary.write_text(terms.format("there"), "utf-8")
    (desk.root / "docs" / "glossary.md").write_text("# Glossary\n", "utf-8")
    status, said = desk.press("rename", "there", "elsewhere")
    assert status == 0
    assert "Links rewritten in content/glossary.yml." in said
    assert glossary.read_text("utf-8") == terms.format("elsewhere")


@pytest.mark.parametrize(
    ("hidden", "why"),
    [
        (("withdraw", "there", "--reason", "Replaced."), "which is withdrawn"),
        (None, "which is not published before 2035-01-15"),
    ],
)
def test_the_glossary_sends_nobody_to_what_readers_do_not_see(
    desk: Desk, hidden: tuple[str, ...] | None, why: str
) -> None:
    (desk.root / "docs" / "glossary.md").write_text("# Glossary\n", "utf-8")
    text = "terms:\n  dose: {term: Dose, definition: How much., see: /articles/there/#doses}\n"
    (desk.root / "content" / "glossary.yml").write_text(text, "utf-8")
    assert desk.press("check", "content/glossary.yml") == (0, "No errors, no warnings.\n")
    if hidden:
        desk.press(*hidden)
    else:
        desk.file("there").write_text(desk.text("there").replace("2026-01-08", "2035-01-15"), "utf-8")
    status, said = desk.press("check", "content/glossary.yml")
    assert (status, "content/glossary.yml:2:" in said) == (0, True)
    assert f'"dose" sends readers to /articles/there/#doses, {why}. The glossary leaves the link out.' in said
    pages = Pages(whole_site(desk.project()))
    glossary = pages.site.docs_page("glossary.md")
    assert glossary is not None
    assert "articles/there" not in pages.docs(glossary).html


def test_renaming_back_leaves_no_address_that_leads_to_itself(desk: Desk) -> None:
    desk.press("rename", "there", "beyond")
    assert desk.press("rename", "beyond", "there")[0] == 0
    assert 'redirectFrom: ["/articles/beyond/"]' in desk.text("there")
    assert desk.passes_the_check("there")


def test_renaming_to_a_taken_name_is_refused(desk: Desk) -> None:
    assert desk.press("rename", "there", "unfinished") == (2, "press: There is an article unfinished already.\n")


def test_a_withdrawn_article_says_so_and_is_listed_nowhere(desk: Desk) -> None:
    assert desk.press("withdraw", "there", "--reason", "Replaced by the 2027 protocol.")[0] == 0
    assert desk.passes_the_check("there")
    assert [article.slug for article in desk.project().public_articles] == ["there"]
    assert desk.project().listed_articles == []


def test_an_article_that_calculators_take_numbers_from_goes_at_once_and_they_are_named(desk: Desk) -> None:
    house = next(passage.article for passage in find("iv_dose").house)
    desk.file("there").write_text(desk.text("there").replace('slug: "there"', f'slug: "{house}"'), "utf-8")
    status, said = desk.press("withdraw", house, "--reason", "Wrong dose.")
    assert status == 0
    assert 'withdrawnReason: "Wrong dose."' in desk.text("there")
    named = said.partition("reviewed next: ")[2].partition(".")[0].split(", ")
    # By themselves, through another one, and as a worksheet.
    assert {"iv_dose", "dose_table", "infusion"} <= {*named}
    assert "convert_weight" not in named


def test_the_articles_that_lead_to_a_withdrawn_one_are_named(desk: Desk) -> None:
    desk.file("unfinished").write_text(desk.text("unfinished") + "\nSee [there](there.md#doses).\n", "utf-8")
    said = desk.press("withdraw", "there", "--reason", "Wrong dose.")[1]
    assert "Articles that link to it, and may repeat what is wrong: unfinished.\n" in said
    assert "Calculators that rest" not in said
    assert "To take this back: press undo withdraw\n" in said


def test_an_unknown_article_is_named_with_the_nearest(desk: Desk) -> None:
    assert desk.press("publish", "unfinishd") == (
        2,
        'press: There is no article "unfinishd". Did you mean "unfinished"?\n',
    )


def test_a_field_is_changed_and_everything_else_stays_as_it_was_typed() -> None:
    text = "---\n# ours\ntitle: 'x'   # mine\ntags:\n  - a\n  - b\n# below\nslug: y\n---\nBody: z\ntags: no\n"
    assert with_fields(text, {"tags": ["c"], "draft": True, "title": None}) == (
        '---\n# ours\ntags:\n  - "c"\n# below\nslug: y\ndraft: true\n---\nBody: z\ntags: no\n'
    )
