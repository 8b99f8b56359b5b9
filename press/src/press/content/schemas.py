"""The JSON Schemas of what editors write, for text editors."""

from collections.abc import Callable, Mapping
from typing import Any

from .closed_lists import Lists
from .front_matter_schema import front_matter_schema
from .reference_lines import references_schema

SCHEMAS: Mapping[str, Callable[[Lists], dict[str, Any]]] = {
    "article": front_matter_schema,
    "references": lambda lists: references_schema(),
}
"""Each by the word that asks for it: the fields of an article, and the file of works that articles cite."""
