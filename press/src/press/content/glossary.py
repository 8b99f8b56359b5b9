"""The words that articles explain: content/glossary.yml, the one place of every term and abbreviation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ketamine_calculators import references, scale_references
from ketamine_calculators.definition import Reference

from ..reading.ids import SLUG, slug
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue
from ..reading.yaml_file import read_yaml_file

FILE = "glossary.yml"
PAGE = "glossary.md"
_PART = re.compile(r"[ -]")
_TEXTS = ("term", "definition", "see")
_LISTS = ("short", "also", "searched", "sources", "not_in")
_KEYS = (*_TEXTS, *_LISTS, "link")


@dataclass(frozen=True)
class Entry:
    """One term. Without a definition it is an abbreviation that only needs to be written out."""

    id: str
    term: str
    short: tuple[str, ...] = ()
    """Its abbreviations."""
    also: tuple[str, ...] = ()
    """Other words for the same."""
    searched: tuple[str, ...] = ()
    """Words that readers type for it and that no page shows for that: brands, kinds of it."""
    definition: str = ""
    sources: tuple[Reference, ...] = ()
    see: str = ""
    """Where to read on: an address of this site."""
    link: bool = True
    not_in: tuple[str, ...] = ()
    """Articles, by slug, in which the word means something else or would be in the way."""
    place: YamlValue | None = field(default=None, compare=False)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way of writing it."""
        return tuple(dict.fromkeys((self.term, *self.short, *self.also)))


@dataclass(frozen=True)
class Glossary:
    """All entries in the order of the file."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def terms(self) -> list[Entry]:
        """What the glossary explains, by alphabet."""
        return sorted((entry for entry in self.entries if entry.definition), key=lambda entry: entry.term.casefold())

    @cached_property
    def abbreviations(self) -> list[tuple[str, Entry]]:
        """Every abbreviation with its entry, by alphabet."""
        found = [(short, entry) for entry in self.entries for short in entry.short]
        return sorted(found, key=lambda pair: (pair[0].casefold(), pair[0]))


def read_glossary(content: Path, shown: str) -> tuple[Glossary, list[Problem]]:
    """The entries that are right, and a problem for whatever is not. A project may do without a glossary."""
    file = content / FILE
    if not file.is_file():
        return Glossary(), []
    source, parts, problems = read_yaml_file(file, shown)
    reader = _Reader(source, problems)
    for name, part in parts.items():
        if name not in ("sources", "terms"):
            reader.wrong(part, f'There is no part "{name}".{did_you_mean(name, ("sources", "terms"))}', "Remove it.")
    known = dict(_known_references())
    known |= reader.sources(parts["sources"]) if "sources" in parts else {}
    entries = tuple(reader.entries(parts["terms"], known)) if "terms" in parts else ()
    reader.ambiguous(entries)
    return Glossary(entries), reader.problems


def _known_references() -> Iterator[tuple[str, Reference]]:
    """What the calculators cite may be cited here by its name there."""
    for name, value in (vars(references) | vars(scale_references)).items():
        if isinstance(value, Reference):
            yield name, value


class _Reader:
    """Reads the file and gathers what is wrong with it."""

    def __init__(self, source: SourceFile, problems: list[Problem]) -> None:
        self._source = source
        self.problems = problems

    def wrong(self, at: YamlValue, message: str, fix: str) -> None:
        self.problems.append(self._source.problem(at.key_line, at.key_column, "glossary", message, fix))

    def sources(self, part: YamlValue) -> dict[str, Reference]:
        found: dict[str, Reference] = {}
        for name, value in part.entries:
            given = value.data if isinstance(value.data, dict) else {}
            if not _is_text(given.get("cite")) or set(given) - {"cite", "url", "doi", "pmid"}:
                self.wrong(value, f'The source "{name}" needs cite, and may have url, doi and pmid.', "Write cite: …")
            else:
                found[name] = Reference(**{key: str(words) for key, words in given.items()})
        return found

    def entries(self, part: YamlValue, known: Mapping[str, Reference]) -> Iterator[Entry]:
        for id, value in part.entries:
            given: dict[str, Any] = dict(value.data) if isinstance(value.data, dict) else {}
            said = _what_is_wrong(id, given, known)
            if said:
                self.wrong(value, *said)
                continue
            given |= {key: tuple(given[key]) for key in _LISTS if key in given}
            given["sources"] = tuple(known[name] for name in given.get("sources", ()))
            yield Entry(id=id, place=value, **given)

    def ambiguous(self, entries: tuple[Entry, ...]) -> None:
        """Two entries that claim the same word."""
        owner: dict[str, Entry] = {}
        for entry in entries:
            for form in entry.forms:
                first = owner.setdefault(folded(form), entry)
                if first is not entry and entry.place is not None:
                    self.wrong(entry.place, f'"{form}" belongs to "{first.id}" already.', "Keep it in one of the two.")


def _what_is_wrong(id: str, given: Mapping[str, Any], known: Mapping[str, Reference]) -> tuple[str, str] | None:
    """Message and remedy for the first thing that is wrong with an entry."""
    for key in given:
        if key not in _KEYS:
            return f'"{id}" has an unknown line "{key}".{did_you_mean(key, _KEYS)}', f"Use {', '.join(_KEYS)}."
    for key in _TEXTS:
        if key in given and not _is_text(given[key]):
            return f'{key} of "{id}" must be text.', f"Write {key}: and the words."
    for key in _LISTS:
        if key in given and not (isinstance(given[key], list) and all(map(_is_text, given[key]))):
            return f'{key} of "{id}" must be a list of words.', f"Write {key}: [one, two]."
    if not isinstance(given.get("link", True), bool):
        return f'link of "{id}" is neither true nor false.', "Write link: false, or remove the line."
    if not SLUG.fullmatch(id):
        return f'"{id}" cannot stand in an address.', f"Write {slug(id) or 'small letters and hyphens'}."
    if not given.get("term"):
        return f'"{id}" has no term.', "Write term: and the word as readers see it."
    if not given.get("definition") and not given.get("short"):
        return f'"{id}" is neither defined nor an abbreviation.', "Write definition: …, or short: [its abbreviation]."
    for name in given.get("sources", []):
        if name not in known:
            return (
                f'There is no source "{name}".{did_you_mean(name, known)}',
                "Use a name of the calculators' references.py or scale_references.py, or describe it under sources: here.",
            )
    return None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def folded(form: str) -> str:
    """A word as it is compared. Capitals that begin a word say nothing; those of an abbreviation are its own."""
    plain = " ".join(form.split()).replace("–", "-").replace("‑", "-")
    return plain.casefold() if all(part[1:] == part[1:].lower() for part in _PART.split(plain)) else plain
