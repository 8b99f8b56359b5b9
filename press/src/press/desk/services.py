"""What the desk can be asked, by name. A service is a function of the workspace and of arguments that JSON can hold."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from .article_life import command
from .articles import articles
from .board import board, whole_report
from .checked_text import check
from .comparison import compare
from .consequences import consequences
from .files import changes, keep, opened
from .front_matter_form import fields, read_fields
from .insertable import insertable
from .markdown_table import table
from .mended_words import mend
from .numbered_references import cite_by_key, renumber
from .one_title import set_fields
from .reference import reference, references
from .reference_file import add_works
from .strength import mark_recommendation, unmarked_recommendations

Service = Callable[..., Any]
"""Takes the workspace and its arguments by name, gives plain data. Raises PressError with words for the editor."""

SERVICES: Mapping[str, Service] = MappingProxyType(
    {
        "add_works": add_works,
        "articles": articles,
        "board": board,
        "changes": changes,
        "check": check,
        "cite_by_key": cite_by_key,
        "command": command,
        "compare": compare,
        "consequences": consequences,
        "fields": fields,
        "insertable": insertable,
        "keep": keep,
        "mark_recommendation": mark_recommendation,
        "mend": mend,
        "open": opened,
        "read_fields": read_fields,
        "reference": reference,
        "references": references,
        "renumber": renumber,
        "report": whole_report,
        "set_fields": set_fields,
        "table": table,
        "unmarked_recommendations": unmarked_recommendations,
    }
)
