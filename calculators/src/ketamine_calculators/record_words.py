"""From the words that a record has for its inputs back to what was entered. What does not say an entry exactly is not taken."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .display import MINUS
from .fields import Checklist, Clock, Field, ItemScores, Kind, Number, Repeating, Several, Text, Whole
from .fields.choices import NONE_OF_THESE
from .fields.dates import Day
from .fields.typed_numbers import entry_text

_MEASURED = re.compile(rf"(?P<number>[{MINUS}-]?[0-9]+(?:\.[0-9]+)?) ?(?P<unit>[^()]*?)(?: \([^()]*\))?")

NOT_ANSWERED = ("–", "-")  # an item of a scale that may stay blank, as the page and as ASCII have it

Entries = list[tuple[str, str]]


def asked(fields: Sequence[Field]) -> list[Field]:
    """The questions that a record tells of: a unit is told with its number."""
    units = {field.spec.unit_from for field in fields if getattr(field.spec, "unit_from", "")}
    return [field for field in fields if field.name not in units]


def with_colon(field: Field) -> str:
    """How a note begins the answer to a question."""
    return f"{field.label}: "


@dataclass(frozen=True)
class Words:
    """Answers told one after the other: each in the words of its question, some left out, with `between` between two.

    `written` is how the record writes words of the form, such as in ASCII.
    """

    fields: Sequence[Field]
    between: str
    head: Callable[[Field], str]
    prefix: str = ""
    written: Callable[[str], str] = str

    def entries(self, text: str) -> Entries | None:
        """The entries that say the whole text; None when there are none."""
        return self._rest(text, 0, {})

    def _rest(self, text: str, first: int, tried: dict[tuple[int, int], Entries | None]) -> Entries | None:
        key = (len(text), first)
        if key not in tried:
            tried[key] = None
            tried[key] = next(self._ways(text, first, tried), None)
        return tried[key]

    def _ways(self, text: str, first: int, tried: dict[tuple[int, int], Entries | None]) -> Iterator[Entries]:
        for place in range(first, len(self.fields)):
            field, head = self.fields[place], self.written(self.head(self.fields[place]))
            if not text.startswith(head):
                continue
            told = text[len(head) :]
            for end in _ends(told, self.between):
                own = entries_of_words(field, f"{self.prefix}{field.name}", told[:end], self.written)
                if own is None:
                    continue
                rest = self._rest(told[end + len(self.between) :], place + 1, tried) if end < len(told) else []
                if rest is not None:
                    yield [*own, *rest]


def _ends(text: str, between: str) -> Iterator[int]:
    """Where an answer can end: before each mark that stands between two, and at the end."""
    yield from (match.start() for match in re.finditer(re.escape(between), text))
    yield len(text)


def entries_of_words(field: Field, name: str, text: str, written: Callable[[str], str] = str) -> Entries | None:
    """What was entered, from the words that a record has for it; None when these words do not say it."""
    spec = field.spec
    if isinstance(spec, Whole | Number):
        return entries_of_number(spec, name, text, written)
    if isinstance(spec, Several):
        chosen = [NONE_OF_THESE] if text == written(spec.none) else _options(text, _as_written(spec.options, written))
        return None if chosen is None else [(name, option) for option in chosen]
    if isinstance(spec, ItemScores):
        scores = text.split(" ")
        told = [(f"{name}.{place}", "" if score in NOT_ANSWERED else score) for place, score in enumerate(scores)]
        return told if len(scores) == len(spec.items) else None
    if isinstance(spec, Checklist):
        return _of_boxes(spec, name, text, written)
    if isinstance(spec, Repeating):
        return _of_rows(spec, name, text, written)
    if isinstance(spec, Clock | Day | Text):
        return [(name, text)] if text else None
    return next(([(name, str(option))] for option, label in spec.choices.items() if written(label) == text), None)


def entries_of_number(spec: Kind, name: str, text: str, written: Callable[[str], str] = str) -> Entries | None:
    """A number with its unit, from `70 kg`, or `154 lb (69.9 kg)`."""
    found = _MEASURED.fullmatch(text)
    if not found:
        return None
    # A record has its point as the decimal mark, so three figures behind it divide no thousands.
    entries = [(name, entry_text(found["number"].replace(MINUS, "-")))]
    units = getattr(spec, "units", {})
    if not units:
        return entries if found["unit"] == written(getattr(spec, "unit", "")) else None
    before = name.removesuffix(name.rpartition(".")[2])
    return [*entries, (before + getattr(spec, "unit_from", ""), found["unit"])] if found["unit"] in units else None


def _as_written(options: Mapping[str, str], written: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(option, written(label)) for option, label in options.items()]


def _options(text: str, options: Sequence[tuple[str, str]]) -> list[str] | None:
    """The options whose labels make up a text, in the order of the list."""
    for place, (option, label) in enumerate(options):
        if text == label:
            return [option]
        if text.startswith(f"{label}; "):
            rest = _options(text.removeprefix(f"{label}; "), options[place + 1 :])
            if rest is not None:
                return [option, *rest]
    return None


def _of_boxes(spec: Checklist, name: str, text: str, written: Callable[[str], str]) -> Entries | None:
    """A record says how many were ticked: which ones is known only of all and of none."""
    if text == written(spec.text(dict.fromkeys(spec.boxes, True))):
        return [(f"{name}.{box}", "yes") for box in spec.boxes]
    return [(name, NONE_OF_THESE)] if text == written(spec.text(dict.fromkeys(spec.boxes, False))) else None


def _of_rows(spec: Repeating, name: str, text: str, written: Callable[[str], str]) -> Entries | None:
    entries: Entries = []
    rest = text
    # Free words may hold the mark between two rows: a row begins with the name of a question.
    heads = tuple(written(with_colon(field)) for field in asked(spec.fields))
    for place in range(spec.high):
        words = Words(asked(spec.fields), ", ", with_colon, f"{name}.{place}.", written)
        ends = [end for end in _ends(rest, "; ") if rest.startswith(heads, end + 2) or end == len(rest)]
        rows = ((end, words.entries(rest[:end])) for end in ends)
        end, row = next(((end, row) for end, row in rows if row is not None), (0, None))
        if row is None:
            return None
        entries += row
        if end == len(rest):
            return entries
        rest = rest[end + 2 :]
    return None
