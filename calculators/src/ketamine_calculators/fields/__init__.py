"""The kinds of question a calculator can ask."""

from .base import Field, Kind, fields_of
from .choices import Choice, Several, YesNo, YesNoNotAsked
from .dates import Day
from .numbers import Number, Whole
from .rows import Repeating
from .scores import Checklist, Item, ItemScores
from .texts import Text

__all__ = [
    "Checklist",
    "Choice",
    "Day",
    "Field",
    "Item",
    "ItemScores",
    "Kind",
    "Number",
    "Repeating",
    "Several",
    "Text",
    "Whole",
    "YesNo",
    "YesNoNotAsked",
    "fields_of",
]
