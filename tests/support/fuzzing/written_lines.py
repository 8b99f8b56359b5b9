"""Clinical lines full of signs that Markdown knows, and what each was meant to show: it is shown so, or the check names it.

A piece is made from what a sentence may hold: doses, comparisons, ranges, sums, changes, brackets, numbers with a point. It is
broken at any space, so that each sign comes to stand at the beginning of a line, and set as a paragraph, a list, a table, a
heading, a quotation or a box. Markup is put in only where its maker knows that it is meant.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.markdown.page_html import page_html
from press.reading.source_file import source_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.building import PROJECT
from support.visible_page import visible_lines

_AMOUNTS = (
    *(
        "35 mg",
        "0.5 mg/kg",
        "1 mg/kg",
        "40 min",
        "75 mL/h",
        "160/100 mmHg",
        "140/90",
        "24 h",
        "72 hours",
        "65 years",
        "50 kg",
    ),
    *(
        "0.7 mL",
        "3.2 points",
        "1,000 mg",
        "95%",
        "38 °C",
        "2:1",
        "08:30",
        "2-3 weeks",
        "4–6 sessions",
        "1.7 m²",
        "MADRS of 10",
    ),
)
_SIGNS = (
    *(
        "> {}",
        ">{}",
        ">= {}",
        ">={}",
        "≥{}",
        "< {}",
        "<{}",
        "<= {}",
        "≤ {}",
        "-> {}",
        "=> {}",
        "= {}",
        "!= {}",
        "<> {}",
    ),
    *("~{}", "~ {}", "~{}~", "{}~{}", "{}~~{}", "≈{}", "± {}", "+/- {}", "+- {}", "{} ± {}"),
    *("-{}", "- {}", "−{}", "− {}", "+{}", "+ {}", "{} - {}", "{} + {}", "{}-{}", "– {}", "— {}", "--{}"),
    *(
        "0.5*{}",
        "{}*2",
        "2*{}*3",
        "3 * {}",
        "{} * 4 × 2",
        "5 *{}* 6",
        "(0.5*{})*2",
        "0.5 × {} = 35 mg",
        "{}*",
        "* {}",
        "a*b*{}",
    ),
    *(
        "[Max]: {}",
        "[{}]",
        "[{}, {}]",
        "[see {}]",
        "({})",
        "{{{}}}",
        "[ ] {}",
        "[x] {}",
        "[{}](high)",
        "[Dose]: IV/IM {}",
    ),
    *(
        "2026. {}",
        "1. {}",
        "1) {}",
        "40. {}",
        "3. {}",
        "12) {}",
        "a. {}",
        "i. {}",
        "#1 {}",
        "# {}",
        "## {}",
        "{} #",
        "C# {}",
    ),
    *(
        "!!! {}",
        "!!! warning",
        "??? {}",
        "::: {}",
        ": of {}",
        "| {} |",
        "{} | {}",
        "|{}|{}|",
        "{}`",
        "{}' {}\"",
        "$ {}",
    ),
    *(
        "10^9/L of {}",
        "C_max {}",
        "t_1/2 {}",
        "iv_dose_mg {}",
        "CYP2B6*6/*6 {}",
        "CYP2D6*4 {}",
        "<{}>",
        "x<y {}",
        "&{}",
    ),
    *(
        "---",
        "***",
        "===",
        "=",
        "-",
        "*",
        "+",
        ">",
        "#",
        "##",
        "~",
        "~~",
        "|",
        "[^1]",
        "^{}",
        "_ {}",
    ),
    *("• {}", "o\t{}", "§\t{}", "☐ {}", "1.5 {}", ".. {}", "... {}"),
)
_MARKUP = (
    *(("**not** {}", "not {}"), ("*S*-ketamine {}", "S-ketamine {}"), ("***never*** {}", "never {}"), ("**{}**", "{}")),
    *(
        ("~~{}~~", "~~{}~~"),
        ("`iv_dose` {}", "iv_dose {}"),
        ("`{}`", "{}"),
        ("H<sub>2</sub>O {}", "H2O {}"),
        ("\\> {}", "> {}"),
    ),
    *(
        ("\\- {}", "- {}"),
        ("2026\\. {}", "2026. {}"),
        ("{} \\* 2", "{} * 2"),
        ("[dose](/calculators/iv-dose/) {}", "dose {}"),
    ),
)
_WORDS = (
    *(
        "give",
        "the dose",
        "over",
        "when the pressure is",
        "stop at",
        "and",
        "or",
        "a change of",
        "in patients",
        "by mouth",
    ),
    *("Measure again.", "Wait", "after the infusion,", "the mean was", "for", "of", "Then", "it falls;", "not"),
)
_MEANT = re.compile(r"##|\*\*\*|---|[-+*](?:\s|$)|\d+\)\s|>\s(?![\d=~]|-\d)|>\s(?:[-+*]|\d+[.)])\s")
_LIST_INSIDE = re.compile(r"\n +(?P<sign>[-*])\s(?![\d.~±+−-])(?:.*\n)+? +(?P=sign)\s(?![\d.~±+−-])")
NAMED = frozenset(
    {
        *(
            "quote-sign",
            "list-sign",
            "heading-sign",
            "code-sign",
            "star-sign",
            "line-sign",
            "box-empty",
            "callout",
            "no-box",
            "no-list",
        ),
        *(
            "list-number",
            "list-of-one",
            "list-indent",
            "no-table",
            "table",
            "no-heading",
            "no-rule",
            "underlined",
            "heading",
        ),
        *(
            "lost-text",
            "lost-structure",
            "link",
            "no-link",
            "link-label",
            "raw-html",
            "open-fence",
            "indented",
            "columns",
            "table-head",
        ),
        *("joined-lines", "line-numbers", "word-break", "plain-heading", "loose-lines", "other-markup", "footnote"),
        *("stray-stars", "calculator-fence", "character", "unfinished", "formula"),
    }
)
"""Rules that name a line which is shown otherwise than it was written. Rules on notation explain no loss."""


def made(random: Random, _corpus: Sequence[str], _words: Sequence[str]) -> str:
    """A piece as JSON: its `text`, the lines that it `means`, whether its lines have to stay apart, and its own lines."""
    block, means, strict = random.choice(_FORMS)(random)
    above = random.choice(("", "", "Words above.\n\n", "A sentence above\n", "Give:\n"))
    below = random.choice(("", "", "\n\nWords below.", "\n"))
    first = above.count("\n") + 1
    lines = [*([above.strip()] if above.strip() else []), *means, *([below.strip()] if below.strip() else [])]
    return json.dumps(
        {
            "text": above + block + below,
            "means": lines,
            "apart": strict,
            "lines": [max(1, first - 1), first + block.count("\n") + 1],
        },
        ensure_ascii=False,
    )


def check_written(piece: str) -> None:
    """What readers see is what was meant, or one of the piece's lines is named."""
    given = json.loads(piece)
    article = article_of(
        source_of(f"{GOOD}{given['text']}\n".encode(), "content/articles/case.md"),
        Path("case.md"),
        _site().project.lists,
    )
    shown = visible_lines(page_html(_site().parsed(article)).body)
    means = [" ".join(line.split()) for line in given["means"]]
    if (shown == means) if given["apart"] else (" ".join(shown) == " ".join(means)):
        return
    first, last = (GOOD.count("\n") + number for number in given["lines"])
    said = {(problem.line, problem.rule) for problem in article_problems(article, _site())}
    assert any(first <= line <= last and rule in NAMED for line, rule in said), (given["text"], shown, means, said)


@cache
def _site() -> Site:
    return whole_site(Project(PROJECT))


def _sentence(random: Random, most: int = 7) -> tuple[str, str]:
    """A sentence, and what it means."""
    text, means = [], []
    for _ in range(random.randint(1, most)):
        kind = random.random()
        if kind < 0.35:
            written = meant = random.choice(_WORDS)
        elif kind < 0.6:
            written = meant = random.choice(_AMOUNTS)
        else:
            written, meant = random.choice(_MARKUP) if kind > 0.92 else (random.choice(_SIGNS),) * 2
            amounts = [random.choice(_AMOUNTS) for _ in range(2)]
            written, meant = written.format(*amounts), meant.format(*amounts)
        text.append(written)
        means.append(meant)
    return " ".join(text), " ".join(means)


def _opening(random: Random) -> tuple[str, str]:
    """A sentence at the beginning of a paragraph, where some signs are meant as markup by whoever writes them first."""
    text, means = _sentence(random)
    return (f"Step {text}", f"Step {means}") if _MEANT.match(text) else (text, means)


def _broken(random: Random, text: str, indent: str = "") -> str:
    """The text with line breaks at some of its spaces."""
    often = random.choice((0, 0, 0.1, 0.3))
    return "".join(f"\n{indent}" if sign == " " and random.random() < often else sign for sign in text)


def _unlisted(item: str) -> str:
    """The words of an item without its line breaks, if two of its lines are set in and begin like items: they are some."""
    return re.sub(r"\n +", " ", item) if _LIST_INSIDE.search(item) else item


def _paragraph(random: Random) -> tuple[str, list[str], bool]:
    text, means = _opening(random)
    return _broken(random, text), [means], False


def _bullets(random: Random) -> tuple[str, list[str], bool]:
    sign = random.choice("-*+")
    items = [_sentence(random, 3) for _ in range(random.randint(1, 4))]
    # A line of an item that begins with the list's own sign and a word is an item of its own, whatever was meant.
    own = re.compile(rf"\n  {re.escape(sign)}\s(?:(?!\d)|(?:.*\n)+?  {re.escape(sign)}\s)")
    broken = [_broken(random, text, "  ") for text, _ in items]
    broken = [words.replace("\n  ", " ") if sign == "*" or own.search(words) else _unlisted(words) for words in broken]
    return "\n".join(f"{sign} {text}" for text in broken), [f"• {m}" for _, m in items], True


def _numbers(random: Random) -> tuple[str, list[str], bool]:
    items = [_sentence(random, 3) for _ in range(random.randint(1, 4))]
    numbers = random.choice(([1, 2, 3, 4], [3, 4, 5, 6], [1, 3, 5, 7], [1, 2, 2, 3]))
    numbered = list(zip(numbers, items, strict=False))
    return (
        "\n".join(f"{number}. {_unlisted(_broken(random, text, '   '))}" for number, (text, _) in numbered),
        [f"{number}. {means}" for number, (_, means) in numbered],
        True,
    )


def _table(random: Random) -> tuple[str, list[str], bool]:
    columns = random.randint(2, 3)
    rows = [[_sentence(random, 2) for _ in range(columns)] for _ in range(random.randint(2, 4))]
    lines = [f"| {' | '.join(text for text, _ in row)} |" for row in rows]
    lines.insert(1, "|---" * columns + "|")
    return "\n".join(lines), ["".join(f"{means} | " for _, means in row) for row in rows], True


def _heading(random: Random) -> tuple[str, list[str], bool]:
    text, means = _sentence(random, 3)
    return f"## {text}", [means], False


def _quotation(random: Random) -> tuple[str, list[str], bool]:
    text, means = _opening(random)
    return f"> The label says: {_broken(random, text, '> ')}", [f"The label says: {means}"], False


def _box(random: Random) -> tuple[str, list[str], bool]:
    text, means = _opening(random)
    return f"> [!WARNING]\n> {_broken(random, text, '> ')}", ["Warning", means], False


_FORMS: Sequence[Callable[[Random], tuple[str, list[str], bool]]] = (
    *(_paragraph, _paragraph, _paragraph, _bullets, _bullets, _numbers, _table, _heading, _quotation, _box),
)
