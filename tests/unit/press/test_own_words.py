"""No article repeats a sentence of the text that the house protocol was first printed in.

Facts and figures carry over; sentences do not. The earlier print is not part of the project: the comparison runs
where that file lies beside the checkout.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
ARTICLES = sorted((PROJECT / "content" / "articles").glob("*.md"))
EARLIER_PRINT = PROJECT.parent / "shared" / "source-article.md"
LONGEST_ALLOWED = 7

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCED_BLOCK = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
TABLE_ROW = re.compile(r"^[ \t>]*\|.*$", re.MULTILINE)
REFERENCES = re.compile(r"^## References[ \t]*$.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
LIST_NUMBER = re.compile(r"^[ \t>]*\d+[.)][ \t]+", re.MULTILINE)
CITATION = re.compile(r"\[\d+\]")
WORD = re.compile(r"\w+")


def words(markdown: str) -> list[str]:
    """The running text in lower case, one word after another, without mark-up.

    What is taken out leaves no gap: words before and after a table count as neighbors, which finds more rather than
    less. A hyphen or a sign such as ≥ divides words.
    """
    for left_out in (FRONT_MATTER, FENCED_BLOCK, TABLE_ROW, REFERENCES, LIST_NUMBER, CITATION):
        markdown = left_out.sub("", markdown)
    return WORD.findall(markdown.lower().replace("'", "").replace("’", ""))


def shared_runs(article: str, earlier: str) -> Iterator[str]:
    """Each run of words, as long as it goes, that is longer than allowed and stands in both texts."""
    ours, theirs = words(article), words(earlier)
    size = LONGEST_ALLOWED + 1
    known = {tuple(theirs[i : i + size]) for i in range(len(theirs) - size + 1)}
    start = 0
    while start <= len(ours) - size:
        end = start
        while tuple(ours[end : end + size]) in known:
            end += 1
        if end > start:
            yield " ".join(ours[start : end + size - 1])
        start = end + 1


EIGHT = "ketamine should augment and never replace antidepressant therapy"
SEVEN = "ketamine should augment and never replace antidepressants"


@pytest.mark.parametrize(
    ("article", "earlier", "runs"),
    [
        pytest.param(f"We say {EIGHT} today.", f"They said {EIGHT}.", [EIGHT], id="eight words in a row are found"),
        pytest.param(f"We say {SEVEN} today.", f"They said {SEVEN}.", [], id="seven words in a row may stay"),
        pytest.param(
            "**Ketamine** should *augment*,\nand never\n- replace antidepressant-therapy [3].",
            EIGHT,
            [EIGHT],
            id="mark-up, case, line ends, hyphens and citations hide nothing",
        ),
        pytest.param(f"- {SEVEN}\n- today", f"1. {SEVEN}\n2. today", [f"{SEVEN} today"], id="a copied list is found"),
        pytest.param(f"| {EIGHT} | x |", EIGHT, [], id="a table cell may repeat a fact"),
        pytest.param(f"Ours.\n\n## References\n\n1. {EIGHT}.\n", EIGHT, [], id="a reference may be repeated"),
        pytest.param(f'---\ntitle: "{EIGHT}"\n---\nOurs.', EIGHT, [], id="front matter may be repeated"),
        pytest.param(f"```\n{EIGHT}\n```\nOurs.", EIGHT, [], id="a fenced block may be repeated"),
        pytest.param(
            f"Ours.\n\n## References\n\n1. A paper.\n\n## Afterword\n\n{EIGHT}",
            EIGHT,
            [EIGHT],
            id="text after the references counts again",
        ),
    ],
)
def test_a_run_of_eight_shared_words_is_found(article: str, earlier: str, runs: list[str]) -> None:
    assert list(shared_runs(article, earlier)) == runs


def test_there_are_articles_to_compare() -> None:
    assert ARTICLES, f"{PROJECT / 'content' / 'articles'} has no articles, so nothing was compared"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_no_sentence_of_the_earlier_print_is_repeated(article: Path) -> None:
    if not EARLIER_PRINT.is_file():
        pytest.skip(f"NOT COMPARED: {EARLIER_PRINT} is absent, so {article.name} was not checked for repeated wording")
    repeated = list(shared_runs(article.read_text(encoding="utf-8"), EARLIER_PRINT.read_text(encoding="utf-8")))
    assert not repeated, f"{article.name} repeats the earlier print; say it in other words: {repeated}"
