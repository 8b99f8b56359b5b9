"""A page is read, parsed and judged once, however often its HTML is made; and whatever is wrong is told once."""

from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest

from press.checks.run import everything
from press.content.articles import article_of
from press.content.glossary import Entry, Glossary
from press.content.project import Project
from press.markdown.glossary_links import GlossaryLinks
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.source_file import SourceFile
from press.site import docs_page, site
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]
TEXT = """# Title {#own}

Remission [1], `code` and <b>.

- [x] remission

| Drug | Dose |
|---|---|
| A | 1 mg |

```calculator
id: iv_dose
values: {dose_mg_per_kg: 99}
```

## References

1. A paper. doi:10.1000/abc
"""


def parsed() -> Any:
    return parse(SourceFile("x.md", TEXT), addresses=SiteMap(), page="articles/x.md", passages=True)


def test_html_can_be_made_again_and_for_another_purpose() -> None:
    page = parsed()
    plain = str(page_html(page))
    glossary = GlossaryLinks(Glossary((Entry("remission", "Remission", definition="Gone."),)), "x", "../glossary/")
    linked = str(page_html(page, glossary=glossary, used_by={"row-own-a": "<span>used</span>"}))
    assert linked.count('class="term"') == 1
    assert linked.count("<span>used</span>") == 1
    assert str(page_html(page, glossary=glossary, used_by={"row-own-a": "<span>used</span>"})) == linked
    assert str(page_html(page)) == plain


def test_a_form_and_a_word_in_code_are_made_by_whoever_needs_the_page() -> None:
    html = str(
        page_html(parsed(), form=lambda placed: f"<form>{placed.block.id}</form>", code=lambda word: f"<i>{word}</i>")
    )
    assert "<form>iv_dose</form>" in html
    assert "<i>code</i>" in html


def test_the_title_and_the_text_below_it_come_apart() -> None:
    html = page_html(parsed())
    assert html.title == '<h1 id="own">Title<a class="headerlink" href="#own" title="Copy link">#</a></h1>\n'
    assert html.body.startswith("<p>Remission")


def test_what_was_found_cannot_be_changed() -> None:
    page = parsed()
    with pytest.raises(FrozenInstanceError):
        page.title = "Another"
    with pytest.raises(TypeError):
        page.ids["new"] = 1
    assert all(isinstance(getattr(page, name), tuple) for name in ("headings", "links", "texts", "problems", "tokens"))


def test_a_calculator_block_is_judged_with_its_page() -> None:
    page = parsed()
    (placed,) = page.calculators
    assert placed.problems
    assert [problem for problem in page.problems if problem.rule == "calculator"] == list(placed.problems)


def test_a_build_parses_every_page_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times: Counter[str] = Counter()

    def counted(source: SourceFile, **more: Any) -> Any:
        times[source.path] += 1
        return parse(source, **more)

    for module in (site, docs_page):
        monkeypatch.setattr(module, "parse", counted)
    pages = Pages(whole_site(Project(PROJECT)))
    everything(pages.site, built=pages)
    for article in pages.site.project.articles:
        assert pages.article(article) is pages.article(article)
    assert {
        "content/articles/staging-systems-compared.md",
        "docs/about.md",
        "docs/calculators/iv-dose.md",
    } <= times.keys()
    assert set(times.values()) == {1}


def test_an_article_read_anew_is_parsed_anew_and_no_other(tmp_path: Path) -> None:
    before = whole_site(Project(small_project(tmp_path / "project")))
    there, other = (before.articles[f"articles/{slug}.md"] for slug in ("there", "unfinished"))
    kept = before.parsed(other)
    assert [heading.text for heading in before.parsed(there).headings] == ["A good article", "Doses"]
    source = SourceFile(there.source.path, there.source.text.replace("## Doses", "## Rates"))
    changed = article_of(source, there.file, before.project.lists)
    after = before.with_article(changed)
    assert [heading.text for heading in after.parsed(changed).headings] == ["A good article", "Rates"]
    assert after.parsed(other) is kept
    assert [article.source for article in after.project.articles] == [changed.source, other.source]


def docs_problems(front_matter: str, root: Path) -> list[str]:
    (root / "docs" / "index.md").write_text(f"---\n{front_matter}\n---\n\n# Title\n", "utf-8")
    found = [problem for problem in everything(whole_site(Project(root))) if problem.rule != "protocol"]
    return [f"{problem.path}:{problem.line}:{problem.column} {problem.rule} {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("front_matter", "told"),
    [
        ("title: Home", []),
        ("shows: NEWS.md", ["docs/index.md:1:1 shows There is no file NEWS.md in the project."]),
        ("shows: ../outside.md", ["docs/index.md:1:1 shows There is no file ../outside.md in the project."]),
        ("shows: LOG.md", ["LOG.md:3:1 link There is no page nowhere.md."]),
        ("glossary: words", ['docs/index.md:1:1 glossary There is no part "words" of the glossary.']),
        ("title: a: b", ["docs/index.md:2:9 yaml This cannot be read: there is a second colon in this line."]),
    ],
)
def test_the_check_tells_what_is_wrong_with_what_a_page_asks_for(
    front_matter: str, told: list[str], tmp_path: Path
) -> None:
    root = small_project(tmp_path / "project")
    (tmp_path / "outside.md").write_text("# Outside\n", "utf-8")
    (root / "LOG.md").write_text("# Log\n\n[x](nowhere.md)\n", "utf-8")
    assert docs_problems(front_matter, root) == told


def test_the_check_tells_of_a_page_of_a_calculator_that_does_not_exist(tmp_path: Path) -> None:
    (told,) = docs_problems("calculator: iv_doze", small_project(tmp_path / "project"))
    assert told.startswith("docs/index.md:1:1 calculator ")
    assert "iv_dose" in told


def test_two_articles_of_one_address_lose_no_text_to_each_other(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    there = (root / "content" / "articles" / "there.md").read_text("utf-8")
    (root / "content" / "articles" / "twice.md").write_text(there.replace("Text.", "Paracetamol."), "utf-8")
    pages = Pages(whole_site(Project(root)))
    rules = {problem.rule for problem in everything(pages.site, built=pages)}
    assert "address" in rules
    assert "lost-text" not in rules
