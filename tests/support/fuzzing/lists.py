"""YAML and front matter: read as it stands, or refused at a place of the file."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import yaml

from press.content.front_matter import read_front_matter
from press.content.project import Project
from press.reading.problems import Problem
from press.reading.source_file import SourceFile, source_of
from press.reading.strict_yaml import YamlValue, read_mapping
from support.broken_articles import CASES, GOOD
from support.building import PROJECT

WORDS = (
    *(
        "title: ",
        'slug: "x"\n',
        "draft: true\n",
        "tags: [",
        "changes:\n  - date: ",
        '"2026-02-30"',
        "publishedAt: 2026-01-08\n",
    ),
    *(
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "!!binary |\n",
        "<<: ",
        "? ",
        "- ",
        "|",
        ">",
        "|-\n  ",
        "%YAML 1.1\n",
        "...\n",
    ),
    *(
        '"\\u202e"',
        '"\\x00"',
        '"\\ud83d"',
        '"\\U00110000"',
        "0x1F",
        "0o17",
        "010",
        "12:30",
        "1_000",
        "yes",
        "~",
        "!",
        "@",
        "`",
    ),
)


_NO_LINE_END = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))


@cache
def yaml_texts() -> Sequence[str]:
    """The lists of the editors, and the front matter of every article."""
    files = [file.read_text("utf-8") for file in sorted((PROJECT / "content").glob("*.yml"))]
    return [*files, *(_front_matter(text) for text in articles())]


@cache
def articles() -> Sequence[str]:
    """The published articles, and those of the tests that are broken on purpose."""
    real = [file.read_text("utf-8") for file in sorted((PROJECT / "content" / "articles").glob("*.md"))]
    return [*real, GOOD, *(case.article for case in CASES if isinstance(case.article, str))]


def _front_matter(article: str) -> str:
    return SourceFile("", article).front_matter or ""


@cache
def _lists() -> Any:
    return Project(PROJECT).lists


def check_yaml(text: str) -> None:
    """Values without problems are what YAML itself says stands there, and every place is one of the file."""
    source = source_of(text.encode("utf-8", "surrogatepass"), "x.yml")
    values, problems = read_mapping(source.text, 1, source)
    _stand_in(source, problems)
    if problems or not values:
        return
    plain = _plain(source.text.translate(_NO_LINE_END))
    assert values.keys() == plain.keys()
    for name, value in values.items():
        assert _is(value, plain[name]), (name, value.data, plain[name])


def _plain(text: str) -> Any:
    """All values as the texts that they are. YAML's readers in C and in Python each take files that the other refuses."""
    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, UnicodeError):
        return yaml.load(text, Loader=yaml.BaseLoader)


def check_front_matter(text: str) -> None:
    """Front matter is read the same twice, never raises, and its problems stand in the file."""
    source = source_of(text.encode("utf-8", "surrogatepass"), "content/articles/x.md")
    found, problems = read_front_matter(source, _lists())
    _stand_in(source, problems)
    again = read_front_matter(source, _lists())
    assert (dict(found.values), problems) == (dict(again[0].values), again[1])


def _stand_in(source: SourceFile, problems: Iterable[Problem]) -> None:
    for problem in problems:
        assert 1 <= problem.line <= len(source.lines) + 1, problem
        assert problem.column >= 1, problem
        assert problem.message, problem
        problem.words()


def _is(value: YamlValue, plain: Any) -> bool:
    """Whether a value is what YAML says stands there, `plain` being texts in lists and mappings."""
    if value.entries:
        return dict(value.entries).keys() == plain.keys() and all(_is(one, plain[name]) for name, one in value.entries)
    if value.items:
        return len(value.items) == len(plain) and all(map(_is, value.items, plain))
    match value.data:
        case None:
            return plain in ("null", "~", "")
        case bool():
            return bool(plain == str(value.data).lower())
        case int() | float():
            return bool(type(value.data)(plain) == value.data)
        case data:
            return bool(data == plain)
