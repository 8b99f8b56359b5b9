"""A collection of many articles, made of ours: the same for the same number, and right by `press check`.

Each has the length, tables, calculators, citations and boxes of one of ours, tags and a day of its own, and leads to others.
About a tenth of its longer words are other words, some of them its own, so that a search has as much to tell apart as in
articles that were written.
"""

import datetime
import random
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ketamine_calculators.crisis_symptoms import CRISIS_SYMPTOMS

ROOT = Path(__file__).resolve().parents[2]
FILES = ("mkdocs.yml", "CHANGELOG.md", "requirements.txt", "package-lock.json")
_FIRST_DAY, _DAYS = datetime.date(2007, 1, 1), 6900
_SHARE_OF_WORDS = 0.1
_SHARED_WORDS, _OWN_WORDS = 4000, 12
_CONSONANTS, _VOWELS = "bcdfgklmnprs", "aeio"
_PROSE = re.compile(r"^(?:- |\d+\. |\| *)?[A-Z][a-z]")
_WORD = re.compile(r"(?<![\w`@#/.<\[-])[a-z]{8,}(?![\w`@/>\]-])")
_MARKED = re.compile(r"`[^`]*`|\[[^\]]*\](?:\([^)]*\))?|<[^>]*>|\{[^}]*\}")
_LINK = re.compile(r"\(/articles/([a-z0-9-]+)/(#[\w-]+)?\)")
_KEPT = re.compile(
    r"recommend|certain|contraindic|question|hypertens|breath|headache|confusion|protocol|conditional|convention|difficult"
)
"""Words that rules of the check know; in their place another would change what is found. So are those of a crisis."""
_OF_A_CRISIS = frozenset(word for symptom in CRISIS_SYMPTOMS for word in symptom.split())
_LINKS = 3


@dataclass(frozen=True)
class _Model:
    """One of our articles, as a pattern for others."""

    slug: str
    front_matter: dict[str, object]
    body: str


def make_collection(folder: Path, count: int) -> None:
    """A project with so many articles, ours among them: calculators rest on those."""
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, folder / part)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    articles = folder / "content" / "articles"
    own = sorted(articles.glob("*.md"))
    models = [model for file in own if (model := _model(file)).front_matter["audience"] != "patients"]
    tags = list(yaml.safe_load((ROOT / "content" / "taxonomy.yml").read_text("utf-8"))["tags"])
    words = [_word(random.Random(f"word {number}")) for number in range(_SHARED_WORDS)]
    for number in range(max(0, count - len(own))):
        made = _article(number, count - len(own), models, tags, words)
        (articles / f"{_slug(number)}.md").write_text(made, "utf-8")


def _model(file: Path) -> _Model:
    _, front_matter, body = file.read_text("utf-8").split("---\n", 2)
    return _Model(file.stem, yaml.safe_load(front_matter), body)


def _article(number: int, count: int, models: Sequence[_Model], tags: Sequence[str], words: Sequence[str]) -> str:
    chance = random.Random(f"article {number}")
    model = models[number % len(models)]
    own = [_word(chance) for _ in range(_OWN_WORDS)]
    title = f"{model.front_matter['title']}: {chance.choice(words)} {own[0]}"
    day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))
    fields = {
        **{
            name: value
            for name, value in model.front_matter.items()
            if name not in ("changes", "updatedAt", "redirectFrom")
        },
        "title": title,
        "slug": _slug(number),
        "excerpt": _other_words(str(model.front_matter["excerpt"]), chance, words)[:290],
        "publishedAt": day.isoformat(),
        "tags": sorted(chance.sample(tags, 5)),
    }
    lines = model.body.split("\n")
    made = [f"# {title}" if line.startswith("# ") else line for line in _varied(lines, chance, [*words, *own * 40])]
    text = _LINK.sub(lambda link: _link(link, number, count, models), "\n".join(made).rstrip("\n"))
    others = sorted({chance.randrange(count) for _ in range(_LINKS)} - {number})
    also = "".join(f"- [Article {other}](/articles/{_slug(other)}/#key-points)\n" for other in others)
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)}---\n{text}\n\n## See also\n\n{also}"


def _varied(lines: Sequence[str], chance: random.Random, words: Sequence[str]) -> list[str]:
    made = []
    in_code = False
    for line in lines:
        in_code ^= line.startswith("```")
        made.append(_other_words(line, chance, words) if not in_code and _PROSE.match(line) else line)
    return made


def _other_words(line: str, chance: random.Random, words: Sequence[str]) -> str:
    marked = [range(*found.span()) for found in _MARKED.finditer(line)]

    def other(found: re.Match[str]) -> str:
        is_marked = any(found.start() in span for span in marked)
        if is_marked or _KEPT.search(found[0]) or found[0] in _OF_A_CRISIS or chance.random() > _SHARE_OF_WORDS * 3:
            return found[0]
        return chance.choice(words)

    return _WORD.sub(other, line)


def _link(link: re.Match[str], number: int, count: int, models: Sequence[_Model]) -> str:
    """To an article of the same model, which has the same sections; near this one, as articles of one time are."""
    place = next((at for at, model in enumerate(models) if model.slug == link[1]), None)
    if place is None:
        return link[0]
    near = number - number % len(models) + place
    return f"(/articles/{_slug(near)}/{link[2] or ''})" if near < count else link[0]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(3, 5)))


def _slug(number: int) -> str:
    return f"collection-{number:05}"


if __name__ == "__main__":
    import sys

    make_collection(Path(sys.argv[1]), int(sys.argv[2]))
