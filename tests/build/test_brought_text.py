"""What web/desk/bring/ makes of other programs' text: our parser shows all of it, and the check finds little to put right."""

import json
import re
import subprocess
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from press.cli import main
from press.markdown.parser import parser
from press.markdown.raw_html import is_allowed
from support.broken_articles import GOOD
from support.building import copy_of_project

ROOT = Path(__file__).resolve().parents[2]
BROUGHT = ROOT / "tests" / "support" / "brought"
SEEDS = tuple(map(str, range(500)))
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_HIDDEN = re.compile("[\u00ad\u200b]")


@cache
def brought(*names: str) -> list[dict[str, Any]]:
    done = subprocess.run(["node", BROUGHT / "bring.mjs", *names], capture_output=True, check=True, text=True)
    return list(json.loads(done.stdout))


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(_HIDDEN.sub("", unicodedata.normalize("NFKC", text))))


def shown(html: str) -> str:
    """The words of a page, a space wherever an element begins or ends, but for those that only change how a word looks."""
    html = re.sub(r'<sup><a href="#[^>]*>1</a></sup>', " ", html)  # the mark of a note
    raised = re.sub(r"<span[^>]*super[^>]*>(.*?)</span>", r"<sup>\1</sup>", html)
    html = re.sub(r"</(su[bp])><\1>", "", raised)  # two raised signs beside each other look like one
    page = BeautifulSoup(re.sub(r"</?(?:strong|em|s|a|code|b|i|u|span)\b[^>]*>", "", html), "html.parser")
    return page.get_text(" ")


def read(markdown: str) -> str:
    """The words that our parser finds in Markdown."""
    pieces = []
    for token in parser().parse(markdown, {}):
        for one in token.children or [token]:
            if one.type == "html_inline":
                pieces.append(" " if is_allowed(one.content) else one.content)
            elif one.type not in ("inline", "footnote_ref", "footnote_anchor"):
                pieces.append(one.content if one.type not in ("softbreak", "hardbreak") else " ")
        pieces.append(" ")
    return "".join(pieces)


def missing(made: dict[str, Any]) -> Counter[str]:
    """The words of a generated source that are neither on the page nor named."""
    named = [one["words"] for one in made["report"]["lost"]] + [one["text"] for one in made["references"]]
    left = words(shown(made["source"])) - words(" ".join([read(made["markdown"]), *named]))
    # The way back from the one note, and what stands before an item of Word's list.
    signs = re.findall(r"Ignore\">(\w+)", made["source"])
    return left - Counter({"1": 1}) - Counter(signs)


def test_every_word_of_a_source_is_on_the_page_or_named() -> None:
    found = {seed: missing(made) for seed, made in zip(SEEDS, brought(*SEEDS), strict=True)}
    assert len(found) == len(SEEDS)
    assert {seed: left for seed, left in found.items() if left} == {}


KEYS = {1: "murrough-2013", 2: "anand-2023", 3: "sanacora-2017", 4: "mcintyre-2021", 5: "daly-2019", 6: "posner-2011"}
TITLE = "Nursing care on the day of a ketamine infusion"


def test_a_document_of_word_leaves_two_things_to_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """About 900 words with two tables and six references."""
    (made,) = brought(str(BROUGHT / "article.docx"))
    assert len(made["references"]) == len(KEYS)
    text = re.sub(r"@pasted-(\d+)", lambda found: f"@{KEYS[int(found[1])]}", made["markdown"])
    assert text.startswith(f"# {TITLE}\n")
    root = copy_of_project(tmp_path / "project")
    front = GOOD.partition("\n# ")[0].replace("A good article", TITLE).replace("curve.svg", "monitoring-and-rescue.svg")
    (root / "content" / "articles" / "case.md").write_text(f"{front}\n{text}", "utf-8")
    monkeypatch.chdir(root)
    main(["check", "--json", "content/articles/case.md"])
    problems = [one for one in json.loads(capsys.readouterr().out) if one["severity"] != "advice"]
    # A bold line, which the report asks about, too; and a sentence that recommends and does not say how strongly.
    # And a number that is not ours, which stood in the document too.
    assert {(one["rule"], one["severity"]) for one in problems} == {
        ("contradicting-fact", "error"), ("plain-heading", "warning"), ("strength", "error")
    }  # fmt: skip
    assert len(problems) == 3


@pytest.mark.parametrize(
    "name", ["word.html", "google-docs.html", "libreoffice.html", "web-page.html", "libreoffice.docx"]
)
def test_nothing_of_a_source_is_missing_without_being_named(name: str) -> None:
    (made,) = brought(str(BROUGHT / name))
    assert made["markdown"]
    assert [one for one in made["report"]["lost"] if one["what"] == "words that were not found again"] == []
