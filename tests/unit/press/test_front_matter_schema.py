"""The fields of an article are written once: the reader and the JSON Schema agree."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from press.content.front_matter import FIELDS, FrontMatterField, read_front_matter
from press.content.front_matter_schema import front_matter_schema
from press.content.project import Project
from press.reading.source_file import source_of
from support.broken_articles import GOOD

PROJECT = Path(__file__).resolve().parents[3]
LISTS = Project(PROJECT).lists
SCHEMA = front_matter_schema(LISTS)
ARTICLES = sorted((PROJECT / "content" / "articles").glob("*.md"))


def fields_of(markdown: str) -> dict[str, Any]:
    """Front matter as any YAML editor reads it, where an unquoted day is a text."""
    loaded = yaml.load(markdown.split("---\n")[1], Loader=yaml.BaseLoader)  # makes texts only
    return {name: {"true": True, "false": False}.get(str(value), value) for name, value in loaded.items()}


def both_accept(change: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the schema and the reader accept a right article with these fields."""
    fields = {**fields_of(GOOD), **change}
    fields = {name: value for name, value in fields.items() if value is not None}
    text = f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n"
    problems = read_front_matter(source_of(text.encode(), "x.md"), LISTS)[1]
    return Draft202012Validator(SCHEMA).is_valid(fields), not problems


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {field.name for field in FIELDS}
    assert all(part["description"] for part in SCHEMA["properties"].values())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_article_fits_the_schema(article: Path) -> None:
    errors = Draft202012Validator(SCHEMA).iter_errors(fields_of(article.read_text("utf-8")))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    "change",
    [
        {"draft": True},
        {"changes": [{"date": "2026-02-01", "kind": "clinical", "text": "x"}]},
        {"redirectFrom": ["/articles/old/"]},
        {"literatureTo": "2026-11-29"},
        {"labels": [{"text": "US label", "version": "2026-03-13", "read": "2026-11-29"}]},
        {"labels": [{"text": "US label", "version": "2026-03", "read": "2026-11-29"}]},
        {"labels": [{"text": "US label", "version": "2026-03-13", "read": "2026-11-29", "note": "A newer one exists"}]},
        {"audience": "patients"},
        {"reviewedBy": "Ketamine Association Clinical Reviewer"},
    ],
)
def test_reader_and_schema_accept_the_same(change: dict[str, Any]) -> None:
    assert both_accept(change) == (True, True)


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"title": ""},
        {"title": "x" * 121},
        {"slug": "A b"},
        {"category": "CLINIC"},
        {"tags": []},
        {"tags": ["ketamine", "ketamine"]},
        {"tags": ["nonsense"]},
        {"publishedAt": "8 January"},
        {"literatureTo": "November"},
        {"labels": [{"text": "US label", "version": "2026-03-13"}]},
        {"labels": [{"text": "US label", "version": "March", "read": "2026-11-29"}]},
        {"labels": [{"text": "US label", "version": "2026", "read": "2026-11-29"}]},
        {"labels": [{"text": "US label", "version": "2026-03-13", "read": "2026-11-29", "by": "us"}]},
        {"featuredImage": "https://evil.example/x.svg"},
        {"draft": "maybe"},
        {"author": "Ketamine Association Clinical Reviewer"},
        {"changes": [{"date": "2026-02-01", "text": "x"}]},
        {"unknown": "x"},
    ],
    ids=str,
)
def test_reader_and_schema_refuse_the_same(change: dict[str, Any]) -> None:
    assert both_accept(change) == (False, False)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_that_a_message_gives_for_a_field_is_accepted(field: FrontMatterField) -> None:
    assert both_accept({field.name: yaml.load(field.example, Loader=yaml.SafeLoader)}) == (True, True)
