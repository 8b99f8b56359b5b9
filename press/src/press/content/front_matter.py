"""The fields of an article, written once: the reader, the schema and the guide come from here."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import Value, read_mapping
from .people import Person
from .taxonomy import Taxonomy

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 80
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
PICTURE = re.compile(r"/images/[^\s\\]+\.(?:svg|png|jpe?g|webp|avif|gif)")
CHANGE_KINDS = ("clinical", "editorial")
_NEVER_IN_WORDS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Lists:
    """The closed lists that fields choose from."""

    people: Mapping[str, Person]
    taxonomy: Taxonomy


@dataclass(frozen=True)
class Change:
    """One entry of an article's change log."""

    date: datetime.date
    kind: str
    text: str


Wrong = tuple[str, str]
"""What is wrong, and how to write it."""


@dataclass(frozen=True)
class FrontMatterField:
    """One line of front matter."""

    name: str
    kind: str
    says: str
    example: str
    required: bool = True
    longest: int = 300


FIELDS = (
    FrontMatterField(
        "title", "words", "The title, the same as the article's heading", '"Maintenance after response"', longest=120
    ),
    FrontMatterField("slug", "slug", "The article's name in its address", '"maintenance-after-response"'),
    FrontMatterField(
        "excerpt", "words", "What it answers, in one to three sentences", '"How to space treatments…"', longest=400
    ),
    FrontMatterField("category", "category", "The one category", '"CLINICAL_PRACTICE"'),
    FrontMatterField("author", "author", "Who signs it", '"Ketamine Association Editorial Team"'),
    FrontMatterField(
        "publishedAt", "date", "The day readers see it from; a later day keeps it unseen until then", '"2026-01-08"'
    ),
    FrontMatterField(
        "featuredImage", "picture", "Its picture, a file in content/images", '"/images/articles/maintenance.svg"'
    ),
    FrontMatterField("tags", "tags", "Its tags", '["ketamine", "TRD"]'),
    FrontMatterField("audience", "audience", "For whom it is written", '"practitioners"'),
    FrontMatterField(
        "reviewedAt", "date", "The day the whole article was last reviewed", '"2026-06-01"', required=False
    ),
    FrontMatterField(
        "reviewedBy", "reviewer", "Who reviewed it", '"Ketamine Association Clinical Reviewer"', required=False
    ),
    FrontMatterField("reviewDue", "date", "The day the next review is due", '"2027-06-01"', required=False),
    FrontMatterField(
        "updatedAt", "date", "The day of the last change readers should know of", '"2026-03-02"', required=False
    ),
    FrontMatterField(
        "changes", "changes", "What changed", '[{date: "2026-03-02", kind: "clinical", text: "…"}]', required=False
    ),
    FrontMatterField("draft", "yes_no", "true keeps the article out of the public site", "true", required=False),
    FrontMatterField(
        "redirectFrom", "addresses", "Earlier addresses that lead here", '["/articles/old-name/"]', required=False
    ),
    FrontMatterField("withdrawnAt", "date", "The day the article was withdrawn", '"2026-09-01"', required=False),
    FrontMatterField(
        "withdrawnReason", "words", "Why it was withdrawn", '"Replaced by the 2027 protocol"', required=False
    ),
)

BY_NAME = {field.name: field for field in FIELDS}


@dataclass(frozen=True)
class FrontMatter:
    """The fields of one article that could be read, and where each stands."""

    values: Mapping[str, Any]
    places: Mapping[str, Value]

    def place(self, name: str) -> tuple[int, int]:
        """Line and column of a field's value; the top of the file when it is absent."""
        value = self.places.get(name)
        return (value.line, value.column) if value else (1, 1)


def read_front_matter(source: SourceFile, lists: Lists) -> tuple[FrontMatter, list[Problem]]:
    """Every field that is right, and a problem for each that is not."""
    text = source.front_matter
    if text is None:
        return FrontMatter({}, {}), [_absent(source)]
    places, problems = read_mapping(text, 2, source)
    if problems and not places:
        return FrontMatter({}, {}), problems
    values: dict[str, Any] = {}
    for name, value in places.items():
        field = BY_NAME.get(name)
        if field is None:
            problems.append(
                source.problem(
                    value.key_line,
                    value.key_column,
                    "front-matter-field",
                    f'There is no field "{name}".{did_you_mean(name, BY_NAME)}',
                    "Remove the line or correct its name.",
                )
            )
            continue
        report = _Report(source, name)
        read = _READ[field.kind](field, value, lists, report)
        problems += report.problems
        if not report.problems:
            values[name] = read
    for field in FIELDS:
        if field.required and field.name not in places:
            problems.append(
                source.problem(
                    1,
                    1,
                    f"front-matter-{field.name}",
                    f"{field.name} is missing.",
                    f"Add {field.name}: {field.example}. {field.says}.",
                )
            )
    return FrontMatter(values, places), problems


def _absent(source: SourceFile) -> Problem:
    if source.opens_front_matter:
        return source.problem(
            1,
            1,
            "front-matter",
            "The front matter is opened and never closed.",
            "Put a line with --- below the last field.",
        )
    return source.problem(
        1,
        1,
        "front-matter",
        "The article has no front matter.",
        "Begin the file with a line ---, the fields (title, slug, …), and a line ---.",
    )


class _Report:
    """Gathers what is wrong with one field."""

    def __init__(self, source: SourceFile, name: str) -> None:
        self._source, self._name = source, name
        self.problems: list[Problem] = []

    def __call__(self, at: Value, wrong: Wrong) -> None:
        self.problems.append(self._source.problem(at.line, at.column, f"front-matter-{self._name}", *wrong))


Reader = Callable[[FrontMatterField, Value, Lists, _Report], Any]


def _text(field: FrontMatterField, value: Value, report: _Report) -> str | None:
    if not isinstance(value.plain, str) or not value.plain.strip():
        what = "is empty" if value.plain in (None, "") or value.plain == "" else "must be text"
        report(value, (f"{field.name} {what}.", f"Write {field.name}: {field.example}."))
        return None
    if value.plain.lstrip()[:1] in "“”„‘":
        report(
            value,
            (
                f"{field.name} begins with a curly quotation mark, which would be shown.",
                'Write straight ones, "…", around the whole value.',
            ),
        )
        return None
    if _NEVER_IN_WORDS.search(value.plain):
        report(value, (f"{field.name} has a control character.", "Delete the value and type it again."))
        return None
    return value.plain.strip()


def _words(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    text = _text(field, value, report)
    if text is not None and len(text) > field.longest:
        report(
            value,
            (
                f"{field.name} has {len(text)} characters; at most {field.longest} fit.",
                "Shorten it.",
            ),
        )
    return text


def _slug(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    text = _text(field, value, report)
    if text is not None and (not SLUG.fullmatch(text) or len(text) > LONGEST_SLUG):
        report(
            value,
            (
                f'slug "{text}" cannot stand in an address.',
                f"Use small letters a-z, digits and single hyphens, at most {LONGEST_SLUG}: {field.example}.",
            ),
        )
    return text


def _date(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> datetime.date | None:
    text = str(value.plain)
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        report(value, (f'{field.name} "{text}" is not a date.', "Write it as 2026-06-30: year, month, day."))
        return None


def _picture(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    text = _text(field, value, report)
    if text is not None and (not PICTURE.fullmatch(text) or ".." in text):
        report(
            value,
            (
                f'featuredImage "{text}" is not a picture of this site.',
                f"Put the file in content/images/articles/ and write {field.example}.",
            ),
        )
    return text


def _chosen(field: FrontMatterField, value: Value, choices: Mapping[str, Any], report: _Report) -> str | None:
    text = _text(field, value, report)
    if text is not None and text not in choices:
        report(
            value,
            (
                f'{field.name} "{text}" is not in the list.{did_you_mean(text, choices)}',
                f"Use one of: {', '.join(choices)}.",
            ),
        )
    return text


def _category(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    return _chosen(field, value, lists.taxonomy.categories, report)


def _audience(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    return _chosen(field, value, lists.taxonomy.audiences, report)


def _author(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    return _chosen(field, value, {n: p for n, p in lists.people.items() if "write" in p.may}, report)


def _reviewer(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> str | None:
    return _chosen(field, value, {n: p for n, p in lists.people.items() if "review" in p.may}, report)


def _list(field: FrontMatterField, value: Value, report: _Report) -> tuple[Value, ...]:
    if not isinstance(value.plain, list) or not value.plain:
        report(value, (f"{field.name} must be a list.", f"Write {field.name}: {field.example}."))
        return ()
    return value.items


def _tags(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> tuple[str, ...]:
    tags: list[str] = []
    for item in _list(field, value, report):
        tag = str(item.plain)
        known = lists.taxonomy.tags
        if tag not in known:
            report(
                item,
                (
                    f'There is no tag "{tag}".{did_you_mean(tag, known)}',
                    "Choose a tag from content/taxonomy.yml, or ask for the tag to be added there.",
                ),
            )
        elif tag in tags:
            report(item, (f'The tag "{tag}" is given twice.', "Keep one of the two."))
        tags.append(tag)
    return tuple(tags)


def _addresses(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> tuple[str, ...]:
    addresses = []
    for item in _list(field, value, report):
        text = str(item.plain)
        parts = text.strip("/").split("/")
        if not text.startswith("/") or not all(SLUG.fullmatch(part) for part in parts):
            report(item, (f'"{text}" is not an address of this site.', f"Write {field.example}."))
        addresses.append("/" + "/".join(parts) + "/")
    return tuple(addresses)


def _yes_no(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> bool:
    if not isinstance(value.plain, bool):
        report(
            value,
            (
                f'{field.name} "{value.plain}" is neither true nor false.',
                f"Write {field.name}: true, or remove the line.",
            ),
        )
    return bool(value.plain)


def _changes(field: FrontMatterField, value: Value, lists: Lists, report: _Report) -> tuple[Change, ...]:
    changes: list[Change] = []
    for item in _list(field, value, report):
        parts = dict(item.entries)
        if set(parts) != {"date", "kind", "text"}:
            report(item, ("A change needs exactly date, kind and text.", f"Write {field.example}."))
            continue
        day = _date(BY_NAME["updatedAt"], parts["date"], lists, report)
        kind = _chosen(
            FrontMatterField("kind", "", "", '"clinical"'), parts["kind"], dict.fromkeys(CHANGE_KINDS), report
        )
        text = _words(FrontMatterField("text", "", "", '"What changed"', longest=500), parts["text"], lists, report)
        if day and kind and text:
            changes.append(Change(day, kind, text))
    return tuple(changes)


_READ: dict[str, Reader] = {
    "words": _words,
    "slug": _slug,
    "category": _category,
    "author": _author,
    "reviewer": _reviewer,
    "audience": _audience,
    "date": _date,
    "picture": _picture,
    "tags": _tags,
    "addresses": _addresses,
    "yes_no": _yes_no,
    "changes": _changes,
}
