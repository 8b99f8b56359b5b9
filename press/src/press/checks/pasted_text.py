"""What other programs leave in text that is pasted: marks of sources and comments, formulas, fields, attributes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ..reading.needed_words import Needed, needed_words, tried_on
from ..reading.problems import Problem, Severity
from .checked_page import CheckedPage

_REMEMBERED = 4096
"""Of so many lines it is remembered what was found; the longest article has some eight hundred."""


@dataclass(frozen=True, eq=False)
class _Leftover:
    """`sign` is what a line must hold for the pattern to match at all: looking for that is quicker."""

    rule: str
    sign: str
    pattern: re.Pattern[str]
    message: str
    fix: str
    severity: Severity = "error"


_LEFTOVERS = (
    _Leftover(
        "formula",
        "\\",
        re.compile(
            r"\\\((?=[^)]*[\\=^_])|\\\[(?=(?:(?!\\\]).){0,200}(?:[=^_{]|\\[a-zA-Z]))|\\(?:frac|text|times|cdot|leq?|geq?|pm|mu|approx)\b"
        ),
        'A formula in LaTeX begins here ("{0}"); it is not shown as a formula, and some of its signs would be lost.',
        "Write it out: 0.5 × 70 = 35 mg.",
    ),
    _Leftover(
        "formula",
        "",
        re.compile(r"\w[_^]\{[^}]*\}|〖[^〗]*〗|\$\$|\$(?=[^$\s][^$]*[\\^_=])[^$]+\$"),
        '"{0}" is shown as it stands, not as a formula.',
        "Write it out in words and signs; for a small number write <sub>2</sub> or <sup>2</sup>.",
    ),
    _Leftover(
        "pasted-citation",
        "",
        re.compile(
            r"【[^】]*】|:contentReference\[[^\]]*\](?:\{[^}]*\})?|\[oai_citation[^\]]*\]|(?:cite)?turn\d+(?:search|view|news|file)\d+"
        ),
        '"{0}" is the mark of a source in a chat program; readers cannot follow it.',
        "Cite by the key of the work, as [@daly-2019], or as [1] with a numbered list under References.",
    ),
    _Leftover(
        "pasted-comment",
        "[",
        re.compile(
            r"\[(?!DSM|ICD|CYP|MDD|TRD)[A-Z]{2,3}\d{1,3}\](?![(:\[])|\bCommented \["
            r"|(?<=[\w.,;])\[[a-z]\](?![(:\[])|^\[[a-z]\](?=\w)"
        ),
        '"{0}" is left of a comment in Word or Google Docs.',
        "Remove it, and the words of the comment.",
    ),
    _Leftover(
        "pasted-comment",
        ": ",
        re.compile(r"^(?:Deleted|Formatted|Inserted): "),
        "This line is left of tracked changes in Word.",
        "Accept the changes in Word, then paste again.",
    ),
    _Leftover(
        "pasted-field",
        "",
        re.compile(
            r"Error! (?:Reference|Bookmark|Hyperlink)|\bADDIN [A-Z]|\bHYPERLINK [\"“\\]"
            r"|\bMERGEFORMAT\b|\{ ?(?:PAGE|PAGEREF|REF|NOTEREF|SEQ|TOC|TC|XE|EQ|DATE|TIME|STYLEREF)\b|[▾▼⌄](?=\s*$)"
        ),
        '"{0}" is left of a field in Word.',
        "Write what it stands for.",
    ),
    _Leftover(
        "pasted-picture",
        "[",
        re.compile(r"\[(?:image|picture|figure)(?:[: ][^\]]*)?\](?![(\[])", re.IGNORECASE),
        '"{0}" stands where a picture was; pictures do not come along with text.',
        "Put it in with Picture at the desk, or save it in content/images/articles "
        "and write ![what it shows](/images/articles/name.png).",
    ),
    _Leftover(
        "other-markup",
        "{",
        re.compile(r"\{(?:[:.] ?[^}]*|(?:width|height|style|class)=[^}]*|#[\w-]+=[^}]*)\}|\{\{[^}]*\}\}|\{%"),
        '"{0}" is a sign of another program, and is shown as it stands.',
        "Remove it.",
    ),
    _Leftover(
        "other-markup",
        "[[",
        re.compile(r"!?\[\[[^\]]+\]\]"),
        '"{0}" makes no link here.',
        "Write [words](/articles/its-name/).",
    ),
    _Leftover(
        "other-markup",
        ":::",
        re.compile(r"^::: *\w.*"),
        '"{0}" makes no box here.',
        "Begin the box with > [!WARNING], and each of its lines with >",
    ),
    _Leftover(
        "other-markup",
        "==",
        re.compile(r"==[^=\s](?:[^=\n]*[^=\s])?=="),
        '"{0}" is not shown as marked, but as it stands.',
        "Write **words** for bold.",
    ),
    _Leftover(
        "other-markup",
        "",
        re.compile(r"^[‘'’´]{3} ?\w+"),
        '"{0}" begins no block of code and no calculator.',
        "Write ``` with the sign at the top left of an English keyboard.",
    ),
    _Leftover(
        "other-markup",
        "calculator",
        re.compile(r"^(?:\[calculator:[^\]]*\]|calculator)$"),
        '"{0}" makes no calculator.',
        "Write ```calculator above its lines and ``` below them.",
    ),
    _Leftover(
        "citation-form",
        ";",
        re.compile(r"\[\d{1,3}(?:\s*;\s*\d{1,3})+\]"),
        '"{0}" is not taken for a citation.',
        "Divide the numbers by a comma: [1, 2].",
    ),
    _Leftover(
        "page-furniture",
        "....",
        re.compile(r"(?<!\.)\.{5,} *\d+$"),
        "This line is left of a table of contents.",
        "Remove it; the page makes its own from the headings.",
        "warning",
    ),
    _Leftover(
        "page-furniture",
        "Page ",
        re.compile(r"^Page \d+ of \d+$"),
        "This line is left of the foot of a page.",
        "Remove it.",
        "warning",
    ),
    _Leftover(
        "page-furniture",
        "_____",
        re.compile(r"^_{5,}$"),
        "This line of _ divides notes from the text in another program, and is shown as a dividing line.",
        "Remove it, and write the notes below it as [^a]: or under References.",
        "warning",
    ),
    _Leftover(
        "page-furniture",
        "",
        re.compile(
            r"^(?:Skip to (?:main )?content|Share (?:this|on)\b.*|Similar articles|Cited by \d+.*|PubMed Disclaimer"
            r"|Full text links|Free PMC article|Publication types|MeSH terms|Conflict of interest statement"
            r"|Add to (?:Collections|Favorites)|Download (?:PDF|citation|article)|Print this (?:page|article)|Back to top"
            r"|Advertisement|Subscribe|Sign in|Log in)\.?$"
        ),
        '"{0}" is left of the frame of a web page.',
        "Remove it.",
        "warning",
    ),
    _Leftover(
        "page-furniture",
        ":",
        re.compile(
            r"\b(?:BACKGROUND|OBJECTIVES?|AIMS?|IMPORTANCE|INTRODUCTION|PURPOSE):\s.*\b(?:METHODS?|DESIGN|RESULTS|FINDINGS|CONCLUSIONS?):"
        ),
        "This is the abstract of a paper, with its labels.",
        "Say in your own words what it found, and cite it; an abstract belongs to its publisher.",
        "warning",
    ),
    _Leftover(
        "other-markup",
        "[",
        re.compile(
            r"\[(?:citation needed|clarification needed|edit(?: source)?|who\?|when\?|dubious|better source needed)\](?![(\[:])"
        ),
        '"{0}" is left of an encyclopedia on the web.',
        "Remove it, and cite the source that the statement rests on.",
        "warning",
    ),
    _Leftover(
        "bullet-within",
        "",
        re.compile(r"[•▪◦‣●](?<=[^\s|]\s[•▪◦‣●])\s+(?=[^\s|])"),
        "A bullet stands within the line, so that several items run together.",
        "Begin each item on a line of its own with - and a space.",
        "warning",
    ),
    _Leftover(
        "lost-power",
        "10",
        re.compile(
            r"[×x*]\s?10(?:[-−–]\d{1,2}|[2-9](?!\s?[a-zA-Z%]))(?![\d.,%/])|10(?<![\d.,/–-]10)[-−–][1-9]\s?(?:mol|mmol|M)(?:/|\b)"
        ),
        'The power in "{0}" stands beside its 10, and is read as a range or as another number.',
        "Write 10<sup>−3</sup>, or the number itself.",
        "warning",
    ),
    _Leftover(
        "link-tracking",
        "?",
        re.compile(r"https?://[^\s()<>]*(?:[?&]utm_\w+=|google\.\w+/url\?)"),
        "This address follows readers, or goes by way of Google.",
        "Open it, and copy the address that you come to, without the ? and what stands behind it.",
        "warning",
    ),
    _Leftover(
        "unfinished",
        "",
        re.compile(r"\b(?:TODO|TBC|TBD|FIXME)\b|\?{3}|\bXX+\b|\bLorem ipsum\b", re.IGNORECASE),
        '"{0}" looks unfinished.',
        "Write what belongs here.",
        "warning",
    ),
    _Leftover(
        "chat-words",
        "",
        re.compile(
            r"^(?:Certainly|Sure|Of course|Absolutely)[!,.] (?:Here|Below)|\b[Aa]s an AI\b"
            r"|\bknowledge (?:update|cutoff)\b|\bLet me know if you\b"
        ),
        '"{0}" is what a chat program says to you, not to readers.',
        "Remove the sentence.",
        "warning",
    ),
)


@cache
def _needed() -> tuple[Needed, ...]:
    return tuple(needed_words(leftover.pattern) for leftover in _LEFTOVERS)


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line that is not code; one problem of a kind for each line."""
    tried = tried_on([line for _, line in page.prose], _needed())
    for (number, line), possible in zip(page.prose, tried, strict=True):
        for leftover, column, words in _left(line, tuple(possible)):
            yield page.problem(
                number, column, leftover.rule, leftover.message.format(words), leftover.fix, leftover.severity
            )


@lru_cache(maxsize=_REMEMBERED)
def _left(line: str, possible: tuple[int, ...]) -> tuple[tuple[_Leftover, int, str], ...]:
    """What is left in a line, of these by their numbers, with its columns and words.

    Whoever writes asks again and again of all lines but one.
    """
    lead = len(line) - len(line.lstrip())
    stripped = line.strip()
    looked_for = (
        (one, one.pattern.search(stripped)) for one in map(_LEFTOVERS.__getitem__, possible) if one.sign in line
    )
    return tuple((one, lead + found.start() + 1, found[0].strip()) for one, found in looked_for if found)
