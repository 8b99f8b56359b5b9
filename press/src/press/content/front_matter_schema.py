"""The fields of an article as JSON Schema, for editors that complete and check while one types."""

from typing import Any

from .front_matter import CHANGE_KINDS, FIELDS, LONGEST_SLUG, PICTURE, SLUG, FrontMatterField, Lists

_DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def front_matter_schema(lists: Lists) -> dict[str, Any]:
    """JSON Schema (2020-12) of an article's front matter, with the closed lists as they are now."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of an article",
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in FIELDS if field.required],
        "properties": {field.name: {"description": f"{field.says}.", **_type(field, lists)} for field in FIELDS},
    }


def _type(field: FrontMatterField, lists: Lists) -> dict[str, Any]:
    taxonomy = lists.taxonomy
    match field.kind:
        case "words":
            return {"type": "string", "minLength": 1, "maxLength": field.longest}
        case "slug":
            return {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST_SLUG}
        case "date":
            return dict(_DATE)
        case "picture":
            return {"type": "string", "pattern": f"^{PICTURE.pattern}$"}
        case "category":
            return {"enum": list(taxonomy.categories)}
        case "audience":
            return {"enum": list(taxonomy.audiences)}
        case "author":
            return {"enum": [person.name for person in lists.people.values() if "write" in person.may]}
        case "reviewer":
            return {"enum": [person.name for person in lists.people.values() if "review" in person.may]}
        case "tags":
            return {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"enum": list(taxonomy.tags)}}
        case "addresses":
            return {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^/[a-z0-9/-]+$"}}
        case "yes_no":
            return {"type": "boolean"}
        case "changes":
            return {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["date", "kind", "text"],
                    "properties": {
                        "date": dict(_DATE),
                        "kind": {"enum": list(CHANGE_KINDS)},
                        "text": {"type": "string", "minLength": 1, "maxLength": 500},
                    },
                },
            }
        case _:
            raise ValueError(f"{field.name}: the schema knows no kind {field.kind}")
