"""The kinds of question a calculator can ask."""

from .base import Entries, Field, Kind, Texts, fields_of, unit_names, values_of
from .choices import Choice, Several, YesNo, YesNoNotAsked
from .clock import Clock
from .dates import Day
from .numbers import Number, Whole
from .rows import Repeating, pointed, readings, texts_of
from .scores import Checklist, Item, ItemScores
from .texts import Text

__all__ = [
    "Checklist",
    "Choice",
    "Clock",
    "Day",
    "Entries",
    "Field",
    "Item",
    "ItemScores",
    "Kind",
    "Number",
    "Repeating",
    "Several",
    "Text",
    "Texts",
    "Whole",
    "YesNo",
    "YesNoNotAsked",
    "fields_of",
    "pointed",
    "readings",
    "texts_of",
    "unit_names",
    "values_of",
]
