"""The fields of an article as JSON Schema, for editors that complete and check while one types."""

from typing import Any

from .closed_lists import Lists
from .front_matter import FIELDS


def front_matter_schema(lists: Lists) -> dict[str, Any]:
    """JSON Schema (2020-12) of an article's front matter, with the closed lists as they are now."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of an article",
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in FIELDS if field.required],
        "properties": {field.name: {"description": f"{field.says}.", **field.kind.schema(lists)} for field in FIELDS},
    }
