"""What has one right form is mended wherever a paragraph holds it, and nowhere else."""

import re
import string
from html import unescape
from pathlib import Path

import pytest

from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.mended_text import mended_text
from press.reading.source_file import source_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

REFERENCES = """\
works:
  known-2013:
    kind: article
    authors: [Known A]
    title: A work.
    journal: A journal
    year: 2013
    doi: 10.1000/known
"""
PATH = "content/articles/case.md"

WORDS = {
    "a point without its nought": (".5 mg", "0.5 mg"),
    "a nought behind the point": ("1.0 mg", "1 mg"),
    "a comma for the point": ("0,5 mg", "0.5 mg"),
    "micrograms": ("50 µg", "50 mcg"),
    "units by a letter": ("10 U", "10 units"),
    "number and unit run together": ("40mg", "40 mg"),
    "a unit in capitals": ("40 MG", "40 mg"),
    "a frequency": ("QD", "daily"),
    "a sign for at": ("40 mL @ 20 mL/h", "40 mL at 20 mL/h"),
    "plus and minus": ("40 +/- 5", "40 ± 5"),
    "a letter for times": ("2 x 3", "2 × 3"),
    "a soft hyphen": ("keta\u00admine", "ketamine"),
    "digits of full width": ("１２ mg", "12 mg"),
    "a unit in one character": ("12 ㎎", "12 mg"),
    "an open code": ("5 &times 6", "5 &times; 6"),
}
"""Each way of writing, and its one right form."""

AROUND = {
    "a citation behind": "Give {} of it [@known-2013].",
    "a citation before": "As before [@known-2013], give {} of it.",
    "a citation with its part": "As before [@known-2013, table 2], give {} of it [@known-2013; @known-2013, table 3].",
    "a citation of an unknown work": "Give {} of it [@nowhere-2013].",
    "a citation on the next line": "Give {} of it\nagain [@known-2013].",
    "a note": "As before[^a], give {} of it.\n\n[^a]: A note.",
    "a note with equal words": "As before, give {} of it.[^a]\n\n[^a]: Give {} of it [@known-2013].",
    "a link": "See [it](/articles/there/) and give {} of it.",
    "words of a link": "See [give {} of it](/articles/there/).",
    "a link with a title": 'See [it](/articles/there/ "A title") and give {} of it.',
    "bold": "Give **{}** of it [@known-2013].",
    "bold beside": "Give **it** as {} of it [@known-2013].",
    "italics": "Give *{}* of it [@known-2013].",
    "an escaped star": "Give it\\* as *{}* of it [@known-2013].",
    "a code of web pages": "Give 5&nbsp;mg, then {} of it [@known-2013].",
    "a code and a citation before": "Give 5&nbsp;mg [@known-2013], then {} of it.",
    "a code between two": "Give {} of it &amp; {} of it.",
    "a strength": "Give {} of it [strong recommendation, low certainty].",
    "a strength and a citation": "Give {} of it [strong recommendation, low certainty; @known-2013].",
    "a list": "- Give {} of it [@known-2013].\n- Then {} of it.",
    "a numbered list": "1. Give {} of it [@known-2013].\n   Then {} of it.",
    "a list within a list": "- One\n    - Give {} of it [@known-2013].",
    "a cell": "| One | Two |\n|---|---|\n| Give {} of it [@known-2013] | {} of it |",
    "a cell with an escaped line": "| One | Two |\n|---|---|\n| 5 \\| 6 | Give {} of it [@known-2013] |",
    "a heading": "## Give {} of it\n\nText.",
    "a quotation": "> Give {} of it [@known-2013].\n> Then {} of it.",
    "a box": "> [!WARNING]\n> Give {} of it [@known-2013].",
    "a line break": "Give {} of it  \nand {} of it [@known-2013].",
    "subscript": "Give H<sub>2</sub>O and {} of it [@known-2013].",
    "two in one line": "Give {} of it [@known-2013] and {} of it [@known-2013].",
}
"""What may stand around it in a paragraph; {} is where it stands."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = small_project(tmp_path_factory.mktemp("project"))
    (root / "content" / "references.yml").write_text(REFERENCES, "utf-8")
    return whole_site(Project(root))


def mended(text: str, site: Site) -> str:
    """The text of an article after all that has one right form is mended."""
    whole = f"{GOOD}{text}\n"
    article = article_of(source_of(whole.encode(), PATH), Path("case.md"), site.project.lists)
    return mended_text(whole, article_problems(article, site))[0].removeprefix(GOOD).removesuffix("\n")


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize(("words", "right"), WORDS.values(), ids=WORDS)
def test_it_is_mended_wherever_a_paragraph_has_it(words: str, right: str, around: str, site: Site) -> None:
    assert mended(around.replace("{}", words), site) == around.replace("{}", right)


AWAY = {
    "code": "`Give .5 mg` and give {} of it [@known-2013].",
    "code that is longer in the file": "``Give  .5 mg`` and 5&nbsp;mg, {} of it.",
    "the title of a link": 'See [it](/articles/there/ "Give .5 mg"), {} of it.',
    "the title of a picture": '![A curve](/images/articles/curve.svg "Give .5 mg"), {} of it.',
    "the label of a link": "See [it][.5 mg], {} of it.\n\n[.5 mg]: /articles/there/",
    "an escaped mark before": "5\\* `.5 mg` and *{}* of it.",
    "a code before": "5&ast; `.5 mg` and *{}* of it.",
    "the address of a link": "See [it](https://example.org/.5)&nbsp;{} of it.",
}
"""Signs that are not the paragraph's, before those that are."""


@pytest.mark.parametrize("around", AWAY.values(), ids=AWAY)
def test_equal_signs_that_are_no_words_stay(around: str, site: Site) -> None:
    assert mended(around.replace("{}", ".5 mg"), site) == around.replace("{}", "0.5 mg")


CODED = {
    "a code for and": ("Give 5 mg &amp; 10 mg.", "Give 5 mg and 10 mg."),
    "a code for and without spaces": ("Give 0.5&amp;1 mg.", "Give 0.5 and 1 mg."),
    "an escaped point": ("Give \\.5 mg.", "Give 0.5 mg."),
    "an escaped point in the middle": ("Give 1\\.0 mg.", "Give 1 mg."),
    "an escaped plus": ("About \\+/- 3.", "About ± 3."),
    "a code within": ("Give 40&#109;g.", "Give 40 mg."),
    "a code at the end": ("Give 40m&#103;.", "Give 40 mg."),
    "a backslash that is shown": ("Give \\\\.5 mg.", "Give \\\\0.5 mg."),
    "the words of a picture": (
        "![Give .5 mg &amp; 10 mg, \\+/- 3](/images/articles/curve.svg)",
        "![Give 0.5 mg and 10 mg, ± 3](/images/articles/curve.svg)",
    ),
    "a code that is shown as it stands": ("Give 5 &amp;times 6.", "Give 5 &amp;times 6."),
}
"""What is written with an escape or a code, and what takes the place of all of it."""


@pytest.mark.parametrize(("written", "right"), CODED.values(), ids=CODED)
def test_an_escape_or_a_code_is_replaced_whole(written: str, right: str, site: Site) -> None:
    assert mended(written, site) == right


def shown(text: str) -> str:
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


def spellings(words: str) -> list[str]:
    """The words with each sign in turn as a code, and as an escape where it can be one."""
    coded = [f"{words[:i]}&#{ord(sign)};{words[i + 1 :]}" for i, sign in enumerate(words)]
    return coded + [
        f"{words[:i]}\\{words[i:]}" for i, sign in enumerate(words) if sign in string.punctuation and sign != "&"
    ]


SPELLED = {name: words for name, words in WORDS.items() if name not in ("an open code", "digits of full width")}
"""Those that are one place each, and no code themselves."""


@pytest.mark.parametrize(("words", "right"), SPELLED.values(), ids=SPELLED)
def test_whatever_sign_is_an_escape_or_a_code_readers_see_the_right_form_or_what_was_typed(
    words: str, right: str, site: Site
) -> None:
    for spelled in spellings(words):
        for around in (
            "Give {} of it.",
            "Give it&nbsp;as {} of it [@known-2013].",
            "**{}** of it",
            "Take \\*{} of &lt;it.",
        ):
            seen = shown(mended(around.replace("{}", spelled), site))
            assert seen in (shown(around).replace("{}", right), shown(around).replace("{}", words)), spelled
