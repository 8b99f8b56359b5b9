"""A calculator and the passage of the house article it rests on change together or not at all."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ketamine_calculators import every, find
from ketamine_calculators.definition import ListItem, TableRow
from ketamine_calculators.house_protocol import PROTOCOL_MINUTES
from press.checks import house_passages
from press.checks.passage_source import declared_at
from press.content.project import Project
from press.site.pages import Pages
from press.site.site_map import whole_site

PROJECT = Path(__file__).resolve().parents[3]
ARTICLE = "treatment-resistant-depression-protocols"
# Whatever the house protocol's dose is: the tests of the binding do not know.
IV_DOSE = f'The calculator "{find("iv_dose").title}"'
DOSE = next(p.text for p in find("iv_dose").house if isinstance(p, TableRow) and p.row == "Dose")
ROW, OTHER_ROW = f"| Dose | {DOSE} |", "| Dose | 0.9 mg/kg |"


def pages_with(changes: dict[str, str], root: Path) -> Pages:
    """The real articles, with one of them changed."""
    shutil.copytree(PROJECT / "content", root / "content")
    (root / "docs").mkdir()
    file = root / "content" / "articles" / f"{ARTICLE}.md"
    text = file.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the article"
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    return Pages(whole_site(Project(root)))


def line_of(words: str) -> int:
    lines = (PROJECT / "content" / "articles" / f"{ARTICLE}.md").read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_every_passage_that_a_calculator_rests_on_stands_in_its_article(pages: Pages) -> None:
    problems = list(house_passages.problems(pages))
    assert not problems, "\n".join(problem.words() for problem in problems)


def test_a_changed_dose_is_named_with_both_places_and_both_texts(tmp_path: Path) -> None:
    pages = pages_with({ROW: OTHER_ROW}, tmp_path)
    problems = list(house_passages.problems(pages))
    assert problems
    for problem in problems:
        assert problem.path == f"content/articles/{ARTICLE}.md"
        assert problem.line == line_of(ROW)
        assert re.search(
            rf'the article says "0\.9 mg/kg", the calculator rests on "{re.escape(DOSE)}" \(\S+\.py, line \d+\)\.$',
            problem.message,
        )
    iv_dose = next(problem for problem in problems if f'"{find("iv_dose").title}"' in problem.message)
    declared = next(p for p in find("iv_dose").house if isinstance(p, TableRow) and p.row == "Dose")
    file, line = declared_at(find("iv_dose"), declared)
    assert f"catalogue/iv_dose.py, line {line})" in iv_dose.message
    assert 'INDUCTION.row("Dose", f"{plain(PROTOCOL_DOSE)} mg/kg"' in file.read_text("utf-8").split("\n")[line - 1]
    assert "restore the text here" in iv_dose.fix


def test_an_unrelated_sentence_may_change(tmp_path: Path) -> None:
    pages = pages_with({"Our rule is printed unchanged": "Our rule is printed as it stands"}, tmp_path)
    assert list(house_passages.problems(pages)) == []


def test_a_removed_list_item_is_missed_at_its_heading(tmp_path: Path) -> None:
    passages = [p for p in find("iv_dose").house if isinstance(p, ListItem)]
    line = line_of(passages[0].text)
    whole = (PROJECT / "content" / "articles" / f"{ARTICLE}.md").read_text("utf-8").split("\n")[line - 1]
    problems = list(house_passages.problems(pages_with({f"{whole}\n": ""}, tmp_path)))
    assert any(passages[0].text in problem.message for problem in problems)


@pytest.mark.parametrize("calculator", ["iv_dose", "thase_rush", "trial_adequacy"])
def test_each_passage_is_found_in_the_file_of_its_calculator(calculator: str) -> None:
    found = find(calculator)
    for passage in found.house:
        file, line = declared_at(found, passage)
        assert file.name == f"{calculator}.py"
        assert line > 1


def test_a_passage_that_calculators_share_is_found_where_it_is_declared() -> None:
    shared = next(passage for passage in find("response_status").house if passage.text.startswith("Remission"))
    file, line = declared_at(find("response_status"), shared)
    assert file.name == "scale_words.py"
    assert "Remission: total <" in file.read_text("utf-8").splitlines()[line - 1]


def test_a_withdrawn_article_names_the_calculators_that_rest_on_it_and_stops_nothing(tmp_path: Path) -> None:
    fields = {
        'audience: "practitioners"\n': 'audience: "practitioners"\nwithdrawnAt: "2026-02-01"\nwithdrawnReason: "x"\n'
    }
    pages = pages_with(fields, tmp_path)
    problems = [p for p in house_passages.problems(pages) if p.message.startswith(IV_DOSE)]
    # Once, however many passages it rests on, and with both places.
    (problem,) = problems
    file, line = declared_at(find("iv_dose"), find("iv_dose").house[0])
    assert problem.message == (
        f"{IV_DOSE} takes numbers from this article, and it is withdrawn: "
        f"its form tells readers so ({file.as_posix()}, line {line})."
    )
    assert (problem.path, problem.excerpt) == (f"content/articles/{ARTICLE}.md", 'withdrawnAt: "2026-02-01"')
    assert problem.severity == "warning"


def test_a_draft_may_not_be_what_calculators_rest_on(tmp_path: Path) -> None:
    fields = {'audience: "practitioners"\n': 'audience: "practitioners"\ndraft: true\n'}
    (problem,) = [p for p in house_passages.problems(pages_with(fields, tmp_path)) if p.message.startswith(IV_DOSE)]
    assert "and it is a draft: readers could not find its source (" in problem.message
    assert (problem.path, problem.excerpt) == (f"content/articles/{ARTICLE}.md", "draft: true")
    assert problem.severity == "error"


def test_an_article_that_no_calculator_rests_on_may_be_withdrawn(tmp_path: Path) -> None:
    pages = pages_with({}, tmp_path)
    resting = {passage.article for calculator in every() for passage in calculator.house}
    free = next(article for article in pages.site.project.articles if article.slug not in resting)
    free.file.write_text(
        free.source.text.replace("\n---\n", '\nwithdrawnAt: "2026-02-01"\nwithdrawnReason: "x"\n---\n', 1), "utf-8"
    )
    again = Pages(whole_site(Project(tmp_path)))
    assert again.site.articles[free.page].withdrawn is not None
    assert not list(house_passages.problems(again))


def test_a_row_that_is_gone_is_missed_once_by_a_calculator_that_rests_on_it_for_two_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(p for p in find("iv_dose").house if isinstance(p, TableRow) and p.row == "Dose")
    twice = replace(find("iv_dose"), house=(row, replace(row, says="another reason")))
    monkeypatch.setattr(house_passages, "every", lambda: [twice])
    gone = list(house_passages.problems(pages_with({f"{ROW}\n": ""}, tmp_path / "gone")))
    changed = list(house_passages.problems(pages_with({ROW: OTHER_ROW}, tmp_path / "changed")))
    assert [problem.message.partition(f" is gone, and {IV_DOSE[0].lower()}{IV_DOSE[1:]}")[0] for problem in gone] == [
        f'The row "Dose" under "{row.section}"'
    ]
    assert [" differ on another reason: " in problem.message for problem in changed] == [False, True]


@pytest.mark.parametrize(
    ("row", "changed", "command"),
    [("| Dose | ", "0.9 mg/kg", DOSE), ("| Infusion rate | Over ", "50 minutes", f"{PROTOCOL_MINUTES} minutes")],
)
def test_the_fix_names_the_number_that_the_article_has_no_longer(
    row: str, changed: str, command: str, tmp_path: Path
) -> None:
    problems = list(house_passages.problems(pages_with({f"{row}{command} |": f"{row}{changed} |"}, tmp_path)))
    assert problems
    assert all(f' (press where "{command}" names every place of the old number). ' in one.fix for one in problems)


def test_the_fix_names_no_number_where_words_have_changed(tmp_path: Path) -> None:
    item = next(p for p in find("induction_plan").house if isinstance(p, ListItem) and p.text.startswith("Usually"))
    other = item.text.replace("Usually", "As a rule")
    problems = list(house_passages.problems(pages_with({item.text: other}, tmp_path)))
    assert problems
    assert not [one for one in problems if "press where" in one.fix]
