"""The lines that an entry of content/references.yml may have, and what is wrong with those of one entry."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ketamine_calculators.wording import listed

from ..reading.ids import SLUG, slug
from ..reading.problems import did_you_mean
from ..reading.strict_yaml import YamlValue

KINDS = ("article", "preprint", "label", "guideline", "web page", "poster", "book")
STATES = ("none known", "retracted", "corrected")
DATES = ("published",)
_SEEN = ("where", "on")
_RETRACTED = ("state", "on", "note")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_ET_AL = re.compile(r"et\.? ?al\.?", re.IGNORECASE)

Said = Iterator[tuple[YamlValue, str, str]]
"""For each thing that is wrong: its place, the message and the remedy."""
Fault = tuple[str, str] | None


def unfit_reference(key: str, entry: YamlValue) -> Said:
    """Everything that is wrong with one entry."""
    if not SLUG.fullmatch(key):
        right = slug(key) or "small letters, figures and hyphens"
        yield (
            entry,
            f'"{key}" cannot be cited.',
            f"Write {right}: the first author or body, and the year, as daly-2019.",
        )
    if not isinstance(entry.data, dict):
        yield entry, f'"{key}" says nothing of the work.', "Write kind: and title: below it, each further in."
        return
    for name, value in entry.entries:
        if name not in LINES:
            yield (
                value,
                f'"{key}" has an unknown line "{name}".{did_you_mean(name, LINES)}',
                f"Use {', '.join(LINES)}.",
            )
        elif fault := LINES[name].fault(value):
            yield value, f'{name} of "{key}" {fault[0]}', fault[1]
    for name in NEEDED:
        if name not in entry.data:
            yield entry, f'"{key}" has no {name}.', f"Write {name}: and what belongs there."


def _text(value: YamlValue) -> Fault:
    data = value.data
    good = isinstance(data, str | int) and not isinstance(data, bool) and str(data).strip()
    return None if good else ("must be text.", "Write the words, or remove the line.")


def _chosen(known: Sequence[str], data: object) -> Fault:
    if data in known:
        return None
    return f'is "{data}", which is not there.{did_you_mean(str(data), known)}', f"Use {', '.join(known)}."


def _authors(value: YamlValue) -> Fault:
    data = value.data
    if not isinstance(data, list) or not data or not all(isinstance(one, str) and one.strip() for one in data):
        return "must be a list of names.", "Write authors: [Daly EJ, Trivedi MH, et al]."
    if any(_ET_AL.fullmatch(one.strip()) for one in data[:-1]) or any(_ET_AL.search(one) for one in data[:-1]):
        return 'has "et al" before its end.', 'Write "et al" as the last of the list.'
    if _ET_AL.search(data[-1]) and data[-1] != "et al":
        return 'must have "et al" as a name of its own.', "Write authors: [Daly EJ, Trivedi MH, et al]."
    return None


def _year(value: YamlValue) -> Fault:
    if isinstance(value.data, int) and _FIRST_YEAR <= value.data <= _LAST_YEAR:
        return None
    return f'is "{value.data}", which is no year.', "Write it as 2019."


def _is_day(data: object) -> bool:
    try:
        return len(str(data)) == len("2026-12-31") and bool(datetime.date.fromisoformat(str(data)))
    except ValueError:
        return False


def _day(value: YamlValue) -> Fault:
    return (
        None if _is_day(value.data) else ("is not a day.", "Write it as 2026-12-31; of a year alone write year: 2026.")
    )


def _written(pattern: str, form_in_words: str) -> Callable[[YamlValue], Fault]:
    """Of this form. The remedy names no other work's: it would be copied."""
    form = re.compile(pattern)

    def fault(value: YamlValue) -> Fault:
        data = value.data
        if isinstance(data, str | int) and not isinstance(data, bool) and form.fullmatch(str(data)):
            return None
        return f'is "{data}", which has another form.', f"Write {form_in_words}."

    return fault


def _parts(known: Sequence[str], example: str) -> Callable[[YamlValue], Fault]:
    """A line with lines of its own: all of them but a note are needed, and `on` is a day."""

    def fault(value: YamlValue) -> Fault:
        data: Mapping[str, object] = value.data if isinstance(value.data, dict) else {}
        wrong = [name for name in data if name not in known]
        absent = [name for name in known if name != "note" and not str(data.get(name) or "").strip()]
        if wrong:
            return f'has an unknown part "{wrong[0]}".{did_you_mean(wrong[0], known)}', f"Write {example}."
        if absent:
            return f"does not say {listed(absent)}.", f"Write {example}."
        if not _is_day(data["on"]):
            return f'has on: "{data["on"]}", which is not a day.', f"Write {example}."
        return _chosen(STATES, data["state"]) if "state" in known else None

    return fault


@dataclass(frozen=True)
class ReferenceLine:
    """A line that an entry may have: what it says, what is wrong with a value of it, and its JSON Schema."""

    says: str
    fault: Callable[[YamlValue], Fault]
    schema: Mapping[str, object]


_WORDS = {"type": ["string", "integer"]}
_DAY = {"type": "string", "format": "date"}
_DOI = r"10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:]"
_PMID = r"[1-9]\d{0,7}"
_PMCID = r"PMC\d{1,9}"
_URL = r"https?://\S+\.\S+"


def _form(pattern: str) -> Mapping[str, object]:
    return {"type": ["string", "integer"], "pattern": f"^(?:{pattern})$"}


def _object(known: Sequence[str], **more: object) -> Mapping[str, object]:
    parts = {name: {"type": "string"} for name in known} | {"on": _DAY} | more
    needed = [name for name in known if name != "note"]
    return {"type": "object", "additionalProperties": False, "required": needed, "properties": parts}


LINES: Mapping[str, ReferenceLine] = {
    "kind": ReferenceLine(
        "What it is: " + listed(KINDS), lambda value: _chosen(KINDS, value.data), {"enum": list(KINDS)}
    ),
    "authors": ReferenceLine(
        "Persons as Daly EJ, or a body; et al at the end when there are more",
        _authors,
        {"type": "array", "minItems": 1, "items": {"type": "string"}},
    ),
    "year": ReferenceLine("The year of publication", _year, {"type": "integer"}),
    "title": ReferenceLine("The title, without a full stop", _text, _WORDS),
    "journal": ReferenceLine("The journal, abbreviated", _text, _WORDS),
    "source": ReferenceLine("Of what is in no journal: who published it, or where it was shown", _text, _WORDS),
    "volume": ReferenceLine("The volume", _text, _WORDS),
    "issue": ReferenceLine("The issue", _text, _WORDS),
    "pages": ReferenceLine("Pages, or the number of the article", _text, _WORDS),
    "published": ReferenceLine("The day, where it is known: of a paper online, of the text of a label", _day, _DAY),
    "doi": ReferenceLine("The DOI", _written(_DOI, "what begins with 10., without an address before it"), _form(_DOI)),
    "pmid": ReferenceLine(
        "The number in PubMed", _written(_PMID, "the number alone, at most eight figures"), _form(_PMID)
    ),
    "pmcid": ReferenceLine("The number in PubMed Central", _written(_PMCID, "PMC and the number"), _form(_PMCID)),
    "url": ReferenceLine("The address", _written(_URL, "the whole address, from https:// on"), _form(_URL)),
    "note": ReferenceLine("What readers have to know of it: which of its texts was read, and how", _text, _WORDS),
    "seen": ReferenceLine(
        "Where it was looked up, and on which day",
        _parts(_SEEN, "seen: {where: PubMed, on: 2026-11-29}"),
        _object(_SEEN),
    ),
    "retracted": ReferenceLine(
        "Whether it is retracted or corrected, and the day of the last look",
        _parts(_RETRACTED, "retracted: {state: none known, on: 2026-11-29}"),
        _object(_RETRACTED, state={"enum": list(STATES)}),
    ),
}
"""Every line by its name, in the order in which an entry has them."""
NEEDED = ("kind", "title")


def references_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of content/references.yml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Works that articles cite, by their keys",
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{SLUG.pattern})$"},
        "additionalProperties": {
            "type": "object",
            "additionalProperties": False,
            "required": list(NEEDED),
            "properties": {name: {"description": f"{line.says}.", **line.schema} for name, line in LINES.items()},
        },
    }
