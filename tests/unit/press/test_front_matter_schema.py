"""The fields of an article are written once: the reader, the JSON Schema and the browser editor agree."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from mkdocs.config import load_config

from press.content.front_matter import FIELDS, FrontMatterField, read_front_matter
from press.content.front_matter_schema import front_matter_schema
from press.content.project import Project
from press.reading.errors import SetupError
from press.reading.source_file import source_of
from press.site.browser_editor import ICON_FONT_ON_CDN, PACKAGES, PARTS, browser_editor, editor_config
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


def test_the_browser_editor_and_the_schema_accept_the_same_addresses_and_pictures() -> None:
    fields = {field["name"]: field for field in editor_config(LISTS, "owner/name")["collections"][0]["fields"]}
    for name in ("slug", "featuredImage"):
        assert fields[name]["pattern"][0] == SCHEMA["properties"][name]["pattern"]


def test_the_browser_editor_offers_every_field_and_the_text() -> None:
    fields = editor_config(LISTS, "owner/name")["collections"][0]["fields"]
    assert [field["name"] for field in fields] == [*(field.name for field in FIELDS), "body"]
    assert {field["name"] for field in fields[:-1] if field["required"]} == set(SCHEMA["required"])
    by_name = {field["name"]: field for field in fields}
    assert [option["value"] for option in by_name["category"]["options"]] == SCHEMA["properties"]["category"]["enum"]
    assert by_name["tags"]["multiple"] is True
    assert by_name["body"]["modes"] == ["raw"]


def test_the_browser_editor_leaves_out_what_is_empty() -> None:
    """An empty field is an error to the check, and the program writes every field unless told not to."""
    assert both_accept({"reviewedAt": ""}) == (False, False)
    assert editor_config(LISTS, "owner/name")["output"]["omit_empty_optional_fields"] is True


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The browser editor's packages, with something else inside that counts as the right thing."""
    parts = {}
    for name, (path, _) in PARTS.items():
        content = b"src:url(" + ICON_FONT_ON_CDN + b")" if name.endswith("cms.js") else name.encode()
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
        parts[name] = (path, sha256(content).hexdigest())
    monkeypatch.setattr("press.site.browser_editor.PARTS", parts)
    return tmp_path


def test_the_browser_editor_is_parts_files_of_our_own(installed: Path) -> None:
    files = browser_editor(LISTS, "owner/name", installed)
    assert set(files) == {"edit/index.html", "edit/config.yml", *(f"edit/{name}" for name in PARTS)}
    assert yaml.safe_load(files["edit/config.yml"])["backend"]["repo"] == "owner/name"
    assert b'src="sveltia-cms.js"' in files["edit/index.html"]
    assert files["edit/sveltia-cms.js"] == b"src:url(signs.woff2)"


def test_a_browser_editor_of_other_bytes_is_refused(installed: Path) -> None:
    program = installed / "@sveltia" / "cms" / "dist" / "sveltia-cms.js"
    program.write_bytes(program.read_bytes() + b" ")
    with pytest.raises(SetupError, match="is not the one that this site was made for"):
        browser_editor(LISTS, "owner/name", installed)


@pytest.mark.parametrize(
    ("repository", "said"),
    [
        ("", "The browser editor needs the repository: set PRESS_EDIT_REPOSITORY to owner/name."),
        ("a/b", f"The browser editor is not installed; run: npm install --no-save {PACKAGES}"),
    ],
)
def test_a_browser_editor_that_cannot_be_made_says_what_to_do(repository: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError) as refused:
        browser_editor(LISTS, repository, tmp_path)
    assert str(refused.value) == said


@pytest.mark.parametrize(("asked", "carried"), [(None, False), ("false", False), ("true", True), ("1", True)])
def test_the_site_carries_a_browser_editor_only_when_asked(
    asked: str | None, carried: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESS_EDIT", raising=False)
    if asked:
        monkeypatch.setenv("PRESS_EDIT", asked)
    config = load_config(str(PROJECT / "mkdocs.yml"))
    assert bool(config.plugins["press"].config.edit) is carried
