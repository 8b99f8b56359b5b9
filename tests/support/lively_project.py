"""A small project in which everything that a finding or a page can depend on stands once, and changes to each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support.broken_articles import GOOD
from support.small_project import DRAWING, small_project

DAY = "2026-06-15"
HUB = """## Doses {#doses}

Measure the pressure [@first-2019]. Ask for TRD and for XYZQ. An esketamine spray stays in clinic [@second-2020, table 2].

| Weight | Dose |
|---|---|
| 70 kg | 35 mg |

```calculator
id: iv_dose
```

See [the other](/articles/spoke/), [its part](/articles/spoke/#waiting), [about](../about.md#how) and the
[glossary](../glossary.md#term-esketamine).

![A curve](/images/articles/curve.svg)

## Waiting {#waiting}

- Wait for 40 minutes
- Measure again
"""
SPOKE = """## Waiting {#waiting}

Wait, then look at [the doses](/articles/hub/#doses) and at [the change log](/change-log/).

## More

See [later](/articles/later/) and [never](/articles/never/).
"""
REFERENCES = """first-2019:
  kind: article
  title: "A first trial"
  year: 2019
second-2020:
  kind: article
  title: "A second trial"
  year: 2020
third-2021:
  kind: article
  title: "A third trial"
  year: 2021
"""
GLOSSARY = """terms:
  esketamine:
    term: esketamine
    definition: One of the two mirror forms of ketamine.
    see: /articles/hub/#doses
  trd:
    term: treatment-resistant depression
    short: [TRD]
"""
STYLE = """extends: substitution
message: "Write '%s' instead of '%s'."
level: error
ignorecase: true
swap:
  utili[sz]e: use
"""
DOCS = {
    "index.md": "---\ntitle: Home\n---\n\nWords, and [an article](articles/hub.md).\n",
    "about.md": "---\ntitle: About\n---\n\n# About\n\n## How {#how}\n\nSee [doses](articles/hub.md#doses).\n",
    "glossary.md": "---\ntitle: Glossary\nglossary: terms\n---\n\n# Glossary\n\nWords.\n",
    "change-log.md": "---\ntitle: Change log\nshows: CHANGELOG.md\n---\n\n# Change log\n\nWhat changed.\n",
}


def written(slug: str, text: str, more: str = "") -> str:
    """An article with this text, and with more lines in its front matter."""
    return (
        GOOD.replace('slug: "case"', f'slug: "{slug}"').replace('tags: ["ketamine"]\n', f'tags: ["ketamine"]\n{more}')
        + text
    )


def lively_project(root: Path) -> Path:
    """A project of which the check has a few things to say."""
    small_project(root)
    for name in ("there.md", "unfinished.md"):
        (root / "content" / "articles" / name).unlink()
    articles = {
        "hub": written("hub", HUB, 'reviewedAt: "2026-05-01"\nreviewedBy: "Ketamine Association Clinical Reviewer"\n'),
        "spoke": written("spoke", SPOKE, 'reviewedAt: "2026-05-01"\nreviewDue: "2026-07-01"\n'),
        "later": written("later", "Words.\n").replace("2026-01-08", "2026-08-01"),
        "lonely": written("lonely", "Please utilize it.\n", 'redirectFrom: ["/articles/earlier/"]\n'),
    }
    for slug, text in articles.items():
        (root / "content" / "articles" / f"{slug}.md").write_text(text, "utf-8")
    for name, text in {"references.yml": REFERENCES, "glossary.yml": GLOSSARY, "style/plain.yml": STYLE}.items():
        file = root / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    for name, text in DOCS.items():
        (root / "docs" / name).write_text(text, "utf-8")
    (root / "CHANGELOG.md").write_text("# Change log\n\n## Next\n\n- A word.\n", "utf-8")
    return root


@dataclass(frozen=True)
class Change:
    """Something that happens to the project, and whether the check then has something else to say."""

    what: str
    make: Callable[[Path], None]
    is_said: bool = True
    day: str = DAY


def in_file(name: str, before: str, after: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        file = root / name
        text = file.read_text("utf-8")
        assert before in text, f"{before!r} is not in {name}"
        file.write_text(text.replace(before, after), "utf-8")

    return make


def file_with(name: str, text: str | bytes) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    return make


def file_gone(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def _moved(name: str, to: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / name).rename(root / to)

    return make


def _nothing(_: Path) -> None:
    """Only time passes."""


_HUB, _SPOKE, _LATER, _LONELY = (f"content/articles/{slug}.md" for slug in ("hub", "spoke", "later", "lonely"))
CHANGES = (
    Change("nothing", _nothing, is_said=False),
    Change("a word of the text", in_file(_HUB, "Measure again", "Measure twice"), is_said=False),
    Change("a dose that is misread", in_file(_HUB, "35 mg", ".5 mg")),
    Change("a line more, which moves all others", in_file(_LONELY, "Please", "One more.\n\nPlease")),
    Change("a heading that others lead to", in_file(_HUB, "## Doses {#doses}", "## Amounts {#amounts}")),
    Change("a heading that nothing leads to", in_file(_SPOKE, "## More", "## Further"), is_said=False),
    Change("a heading that is linked to goes", in_file(_SPOKE, "## Waiting {#waiting}\n", "")),
    Change(
        "a heading comes",
        in_file(_LONELY, "Please utilize it.", "## New\n\nPlease utilize it."),
    ),
    Change("an item of a list", in_file(_HUB, "- Wait for 40 minutes", "- Wait for 50 minutes"), is_said=False),
    Change("a row of a table", in_file(_HUB, "| 70 kg | 35 mg |", "| 80 kg | 40 mg | 1 |")),
    Change("a link", in_file(_SPOKE, "/articles/hub/#doses", "/articles/hub/#absent")),
    Change("the slug of an article", in_file(_HUB, 'slug: "hub"', 'slug: "hub-2"')),
    Change("two articles of one slug", in_file(_LONELY, 'slug: "lonely"', 'slug: "hub"')),
    Change("the name of a file", _moved(_LONELY, "content/articles/alone.md")),
    Change("an article goes", file_gone(_SPOKE)),
    Change("an article comes that was missed", file_with("content/articles/never.md", written("never", "Words.\n"))),
    Change(
        "an article comes that nothing waits for",
        file_with("content/articles/new.md", written("new", "Words.\n")),
        is_said=False,
    ),
    Change(
        "an article is withdrawn",
        in_file(_HUB, "audience:", 'withdrawnAt: "2026-06-01"\nwithdrawnReason: "Old."\naudience:'),
    ),
    Change("an article becomes a draft", in_file(_HUB, "audience:", "draft: true\naudience:")),
    Change("the title", in_file(_LONELY, 'title: "A good article"', 'title: "Another title"')),
    Change("the excerpt, in words that are advised against", in_file(_LONELY, "What it answers.", "What you utilize.")),
    Change("the category, to one that is not there", in_file(_LONELY, "CLINICAL_PRACTICE", "NONE")),
    Change("a tag that is not there", in_file(_LONELY, '["ketamine"]', '["ketamin"]')),
    Change("a tag of the list", in_file(_LONELY, '["ketamine"]', '["TRD"]'), is_said=False),
    Change("a tag leaves the list", in_file("content/taxonomy.yml", "  ketamine: Ketamine\n", "")),
    Change(
        "the words of a tag",
        in_file("content/taxonomy.yml", "  ketamine: Ketamine\n", "  ketamine: Ketamines\n"),
        is_said=False,
    ),
    Change(
        "a person leaves the list",
        in_file("content/people.yml", "name: Ketamine Association Clinical Reviewer", "name: Nobody"),
    ),
    Change("a person may no more", in_file("content/people.yml", "may: [review]", "may: [write]")),
    Change(
        "a list that cannot be read",
        in_file("content/people.yml", "name: Ketamine Association Editorial Team", "name: ["),
    ),
    Change("a work goes", in_file("content/references.yml", "second-2020:", "other-2020:")),
    Change(
        "a work is retracted",
        in_file(
            "content/references.yml",
            '"A first trial"',
            '"A first trial"\n  retracted: {state: retracted, on: 2026-01-01}',
        ),
    ),
    Change("the title of a work", in_file("content/references.yml", "A first trial", "The first trial"), is_said=False),
    Change("a work that cannot be read", in_file("content/references.yml", "year: 2020", "year: twenty")),
    Change("the works cannot be read", in_file("content/references.yml", "first-2019:", "first-2019: [")),
    Change("a work that nobody cites", in_file("content/references.yml", "third-2021:", "fourth-2021:")),
    Change("all works move by a line", in_file("content/references.yml", "first-2019:", "# Works\nfirst-2019:")),
    Change("a citation", in_file(_LONELY, "Please utilize it.", "Please utilize it [@third-2021].")),
    Change("an abbreviation is written out", in_file("content/glossary.yml", "short: [TRD]", "short: [TRD, XYZQ]")),
    Change("a term", in_file("content/glossary.yml", "term: esketamine", "term: arketamine")),
    Change("the meaning of a term", in_file("content/glossary.yml", "mirror forms of ketamine.", "mirror forms")),
    Change("where a term leads", in_file("content/glossary.yml", "/articles/hub/#doses", "/articles/hub/#nowhere")),
    Change("the id of a term that is linked to", in_file("content/glossary.yml", "  esketamine:\n", "  spray:\n")),
    Change("a rule of style", in_file("content/style/plain.yml", "utili[sz]e: use", "please: (leave it out)")),
    Change("a rule of style goes", file_gone("content/style/plain.yml")),
    Change(
        "a rule of style comes", file_with("content/style/more.yml", STYLE.replace("utili[sz]e: use", "please: ask"))
    ),
    Change("a rule of style that cannot be read", in_file("content/style/plain.yml", "level: error", "level: none")),
    Change("a picture goes", file_gone("content/images/articles/curve.svg")),
    Change(
        "a picture with a program in it",
        file_with("content/images/articles/curve.svg", DRAWING.replace("<title>", "<script/><title>")),
    ),
    Change("a picture comes", file_with("content/images/articles/more.svg", DRAWING), is_said=False),
    Change("the calculator of a block", in_file(_HUB, "id: iv_dose", "id: iv_doze")),
    Change("the values of a block", in_file(_HUB, "id: iv_dose\n", "id: iv_dose\nweight: heavy\n")),
    Change("a page of the site", in_file("docs/about.md", "See [doses]", "Utilize [doses]")),
    Change("a heading of a page of the site that is linked to", in_file("docs/about.md", "{#how}", "{#why}")),
    Change("a page of the site goes", file_gone("docs/about.md")),
    Change("a file that a page shows", in_file("CHANGELOG.md", "A word.", "[A word](/nowhere/).")),
    Change("a file that a page shows goes", file_gone("CHANGELOG.md")),
    Change("an earlier address that is taken", in_file(_LONELY, "/articles/earlier/", "/articles/hub/")),
    Change("bytes that are no text", file_with(_LONELY, b"---\ntitle: \xff\n---\n")),
    Change("the day of a review comes", _nothing, day="2026-07-02"),
    Change("the day before that of a review", _nothing, is_said=False, day="2026-06-30"),
    Change("the day of publication comes", _nothing, day="2026-08-01"),
    Change("a day before the review was done", _nothing, day="2026-04-30"),
)
