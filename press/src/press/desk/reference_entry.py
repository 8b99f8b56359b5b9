"""A work that was read, written as an entry of content/references.yml in the spelling of that file."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from ..content.reference_lines import LINES
from ..content.references import Work, work_of
from ..reading.ids import slug
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue, read_mapping
from .read_work import SUFFIXES, ReadWork

_MOST_AUTHORS, _SHOWN_AUTHORS = 5, 3
_PLAIN = re.compile(r"[A-Za-z0-9À-ɏ](?:[^:#\[\]{},&*!|>'\"%@`\\\n]*[^\s:#\[\]{},&*!|>'\"%@`\\])?")
_SMALL = frozenset({"a", "an", "and", "at", "by", "de", "du", "for", "in", "la", "of", "on", "the", "to", "und", "&"})
_PERSON = re.compile(
    rf"(?P<family>.+?)(?:\s(?:{'|'.join(SUFFIXES)}))?\s(?:[^\W\d_a-z]-?){{1,4}}(?:,?\s(?:{'|'.join(SUFFIXES)})\.?)?"
)
"""The name of a family, initials, and what makes the younger of two: `Zarate CA Jr`."""
_WORDS_OF_BODY, _WORDS_OF_TITLE = 2, 4
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "œ": "oe", "đ": "d", "ı": "i"}
)


def key_of(work: ReadWork, taken: Collection[str]) -> str:
    """The first author or the body and the year; the second of one author and year ends in -b."""
    author = next((name for name in work.authors if name != "et al"), "")
    if person := _PERSON.fullmatch(author):
        lead = person["family"]
    elif author:
        lead = " ".join(_telling(author.split())[:_WORDS_OF_BODY])
    else:
        lead = " ".join(work.title.split()[:_WORDS_OF_TITLE])
    base = slug(re.sub(r"[/’']", " " if "/" in lead else "", _in_latin(f"{lead} {work.year}")))
    base = re.sub(r"[^a-z0-9-]", "", base).strip("-") or "work"
    if base not in taken and f"{base}-a" not in taken:
        return base
    return next(f"{base}-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz" if f"{base}-{letter}" not in taken)


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word.lower() not in _SMALL]


def _in_latin(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not unicodedata.combining(c))


def journal_of(name: str, known: Collection[str]) -> str | None:
    """The abbreviation that our file has for a journal; None where no journal of it can be meant."""
    if name in known:
        return name
    words = _words_of_journal(name)
    fitting = [one for one in known if _abbreviates(_words_of_journal(one), words)]
    return fitting[0] if len(fitting) == 1 else None


def _words_of_journal(name: str) -> list[str]:
    return _telling(re.findall(r"[^\W\d_]+", re.sub(r"\(.*?\)", "", name).lower()))


def _abbreviates(short: list[str], full: list[str]) -> bool:
    """Whether each word is the beginning of the one in its place: Am J Psychiatry, American Journal of Psychiatry."""
    return len(short) == len(full) and all(word.startswith(one) for one, word in zip(short, full, strict=True))


def shown_authors(authors: list[str]) -> list[str]:
    """As our file has them: at most five, otherwise three and et al."""
    names = [name for name in authors if name != "et al"]
    if len(names) > _MOST_AUTHORS or (len(names) < len(authors) and len(names) > _SHOWN_AUTHORS):
        return [*names[:_SHOWN_AUTHORS], "et al"]
    return [*names, "et al"] if len(names) < len(authors) else names


def entry_text(key: str, work: ReadWork, today: str) -> str:
    """The lines of the entry, in the order of all entries; what is not known has no line."""
    values: dict[str, str] = {name: str(getattr(work, name, "")) for name in LINES}
    values["authors"] = f"[{', '.join(map(_scalar, shown_authors(work.authors)))}]" if work.authors else ""
    for name in ("title", "journal", "source", "volume", "issue", "pages"):
        values[name] = _scalar(values[name])
    states = {"retracted": work.is_retracted, "corrected": work.is_corrected}
    state = next((name for name, is_so in states.items() if is_so), "")
    values["retracted"] = f"{{state: {state}, on: {today}}}" if state else ""
    lines = (f"  {name}: {values[name]}\n" for name in LINES if values.get(name))
    return f"{key}:\n{''.join(lines)}"


def _scalar(text: str) -> str:
    """The text as YAML, in quotation marks only where it needs them."""
    is_number = re.fullmatch(r"(?:0|[1-9]\d{0,17})", text)
    is_other = re.fullmatch(r"true|false|null|~|-?\d[\d.]*", text)
    if not text or is_number or (_PLAIN.fullmatch(text) and not is_other):
        return text
    return json.dumps(text, ensure_ascii=False)


def read_entry(entry: str) -> tuple[YamlValue, str]:
    """The entry as the file's reader reads it, and its key."""
    places, _ = read_mapping(entry, 1, SourceFile("", entry))
    ((key, value),) = places.items()
    return value, key


def as_work(entry: str) -> Work:
    """The work of an entry without faults."""
    value, key = read_entry(entry)
    return work_of(key, value)


def without_unfit_lines(work: ReadWork, key: str, today: str) -> Mapping[str, str]:
    """The lines of the entry that have another form than they must, by name with what is wrong; those are emptied."""
    wrong: dict[str, str] = {}
    value, _ = read_entry(entry_text(key, work, today))
    for name, line in value.entries:
        fault = LINES[name].fault(line)
        if fault:
            wrong[name] = f"{name} {fault[0]} {fault[1]}"
            setattr(work, name, [] if name == "authors" else "")
    return wrong
