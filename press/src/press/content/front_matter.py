"""The fields of an article, written once: the reader, the JSON Schema and the browser editor go through this list."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue, read_mapping
from .closed_lists import Lists
from .front_matter_kinds import Addresses, Changes, Date, Digest, Kind, OneOf, Picture, Slug, Tags, Words, YesNo
from .given_value import GivenValue
from .label_versions import LabelVersions


@dataclass(frozen=True)
class FrontMatterField:
    """One line of front matter."""

    name: str
    label: str
    """What it is called in a form."""
    kind: Kind
    says: str
    example: str
    required: bool = True
    set_by: str = ""
    """The command that sets it; empty for what editors write themselves."""


_CATEGORY = OneOf(lambda lists: lists.taxonomy.categories)
_AUDIENCE = OneOf(lambda lists: lists.taxonomy.audiences)
_WRITER = OneOf(lambda lists: dict.fromkeys(lists.writers, ""))
_REVIEWER = OneOf(lambda lists: dict.fromkeys(lists.reviewers, ""))

FIELDS = (
    FrontMatterField(
        "title", "Title", Words(120), "The title, the same as the article's heading", '"Maintenance after response"'
    ),
    FrontMatterField(
        "slug",
        "Name in the address",
        Slug(),
        "The last part of the web address of its page, in small letters, digits and hyphens",
        '"maintenance-after-response"',
    ),
    FrontMatterField(
        "excerpt",
        "What it answers",
        Words(400),
        "One to three sentences for lists and results of the search: for whom, which question, and the answer in short",
        '"How to space treatments…"',
    ),
    FrontMatterField(
        "category", "Category", _CATEGORY, "The one list of guidance in which readers find it", '"CLINICAL_PRACTICE"'
    ),
    FrontMatterField(
        "author",
        "Author",
        _WRITER,
        "Who signs it, from the list of people of this site. For your name to be added, write to whoever looks after the "
        "site: your name, your role, and that you agree to be named",
        '"Ketamine Association Editorial Team"',
    ),
    FrontMatterField(
        "publishedAt",
        "Published on",
        Date(),
        "The day readers see it from; a later day keeps it unseen until then",
        '"2026-01-08"',
    ),
    FrontMatterField(
        "featuredImage",
        "Picture",
        Picture(),
        "Shown beside the title in lists, and where a link to the page is shared. It is a file in content/images/articles",
        '"/images/articles/maintenance.svg"',
    ),
    FrontMatterField(
        "tags",
        "Tags",
        Tags(),
        "The medicines, conditions and subjects it deals with; readers find it in the list of each",
        '["ketamine", "TRD"]',
    ),
    FrontMatterField(
        "audience",
        "Readers",
        _AUDIENCE,
        "For whom it is written; one for patients is a handout and stands in no list for clinicians",
        '"practitioners"',
    ),
    FrontMatterField(
        "reviewedAt",
        "Reviewed on",
        Date(),
        "The day the whole article was last reviewed",
        '"2026-06-01"',
        required=False,
        set_by="review",
    ),
    FrontMatterField(
        "reviewedBy",
        "Reviewed by",
        _REVIEWER,
        "Who reviewed it",
        '"Ketamine Association Clinical Reviewer"',
        required=False,
        set_by="review",
    ),
    FrontMatterField(
        "reviewedText",
        "Mark of the reviewed text",
        Digest(),
        "A mark of the text that was reviewed; press review writes it",
        f'"{"0123456789abcdef" * 4}"',
        required=False,
        set_by="review",
    ),
    FrontMatterField(
        "reviewDue",
        "Next review due",
        Date(),
        "The day the next review is due",
        '"2027-06-01"',
        required=False,
        set_by="review",
    ),
    FrontMatterField(
        "updatedAt",
        "Updated on",
        Date(),
        "The day of the last change readers should know of",
        '"2026-03-02"',
        required=False,
    ),
    FrontMatterField(
        "literatureTo",
        "Literature read up to",
        Date(),
        "The last day whose publications your search for studies and labels covers",
        '"2026-06-01"',
        required=False,
    ),
    FrontMatterField(
        "labels",
        "Drug labels",
        LabelVersions(),
        "The labels it was written by, each with the date of the text that was read",
        '[{text: "US label of esketamine nasal spray", version: "2026-03-13", read: "2026-06-01"}]',
        required=False,
    ),
    FrontMatterField(
        "changes",
        "Changes",
        Changes(),
        "What readers of an earlier text have to know, the newest first",
        '[{date: "2026-03-02", kind: "clinical", text: "…"}]',
        required=False,
    ),
    FrontMatterField(
        "draft",
        "Draft",
        YesNo(),
        "true keeps the article out of the public site",
        "true",
        required=False,
        set_by="publish",
    ),
    FrontMatterField(
        "redirectFrom",
        "Earlier addresses",
        Addresses(),
        "Earlier addresses that lead here",
        '["/articles/old-name/"]',
        required=False,
        set_by="rename",
    ),
    FrontMatterField(
        "withdrawnAt",
        "Withdrawn on",
        Date(),
        "The day the article was withdrawn",
        '"2026-09-01"',
        required=False,
        set_by="withdraw",
    ),
    FrontMatterField(
        "withdrawnReason",
        "Reason for withdrawal",
        Words(300),
        "Why it was withdrawn",
        '"Replaced by the 2027 protocol"',
        required=False,
        set_by="withdraw",
    ),
)

BY_NAME = {field.name: field for field in FIELDS}


@dataclass(frozen=True)
class FrontMatter:
    """The fields of one article that could be read, and where each stands."""

    values: Mapping[str, Any]
    places: Mapping[str, YamlValue]

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
        read, wrong = _read_field(field, value, source, lists)
        problems += wrong
        if not wrong:
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


def _read_field(
    field: FrontMatterField, value: YamlValue, source: SourceFile, lists: Lists
) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []

    def report(at: YamlValue, message: str, fix: str) -> None:
        problems.append(source.problem(at.line, at.column, f"front-matter-{field.name}", message, fix))

    return field.kind.read(GivenValue(value, field.name, field.example, report), lists), problems


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
