"""The kinds of front-matter fields, one class each.

A kind reads a value that was typed, and describes what it accepts as JSON Schema (for text editors) and as a field of
the browser editor. All three stand in the kind's class, so that they agree.
"""

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.ids import SLUG
from ..reading.problems import did_you_mean
from .closed_lists import Lists
from .given_value import GivenValue

_LONGEST_SLUG = 80
"""What may be longer is edited in a box of several lines."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PICTURE = re.compile(r"/images/[^\s\\]+\.(?:svg|png|jpe?g|webp|avif|gif)")


class Kind(ABC):
    """One kind of field."""

    @abstractmethod
    def read(self, given: GivenValue, lists: Lists) -> Any:
        """What the value means. It counts only when no problem was reported."""

    @abstractmethod
    def schema(self, lists: Lists) -> dict[str, Any]:
        """JSON Schema (2020-12) of the accepted values."""

    def labels(self, lists: Lists) -> Mapping[str, str]:
        """What readers see in place of each value of a closed list."""
        return {}

    @property
    def parts(self) -> Mapping[str, "Kind"]:
        """The kinds of the parts of an entry, where a field is a list of entries."""
        return {}


@dataclass(frozen=True)
class Words(Kind):
    """Text of a limited length."""

    longest: int

    def read(self, given: GivenValue, lists: Lists) -> str | None:
        text = given.text()
        if text is not None and len(text) > self.longest:
            given.wrong(f"{given.name} has {len(text)} characters; at most {self.longest} fit.", "Shorten it.")
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


class Slug(Kind):
    """The article's name in its address."""

    def read(self, given: GivenValue, lists: Lists) -> str | None:
        text = given.text()
        if text is not None and (not SLUG.fullmatch(text) or len(text) > _LONGEST_SLUG):
            given.wrong(
                f'slug "{text}" cannot stand in an address.',
                f"Use small letters a-z, digits and single hyphens, at most {_LONGEST_SLUG}: {given.example}.",
            )
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": _LONGEST_SLUG}


class Date(Kind):
    """A day, written 2026-06-30."""

    def read(self, given: GivenValue, lists: Lists) -> datetime.date | None:
        text = str(given.value.data)
        try:
            if _DATE.fullmatch(text):
                return datetime.date.fromisoformat(text)
        except ValueError:
            pass  # such as 2026-02-30
        given.wrong(f'{given.name} "{text}" is not a date.', "Write it as 2026-06-30: year, month, day.")
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"}


class Picture(Kind):
    """A picture of this site, by its address."""

    def read(self, given: GivenValue, lists: Lists) -> str | None:
        text = given.text()
        if text is not None and (not _PICTURE.fullmatch(text) or ".." in text):
            given.wrong(
                f'featuredImage "{text}" is not a picture of this site.',
                f"Put the file in content/images/articles/ and write {given.example}.",
            )
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_PICTURE.pattern}$"}


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a closed list. `options` maps each accepted value to what readers see, or to nothing when that is the same."""

    options: Callable[[Lists], Mapping[str, str]]

    def read(self, given: GivenValue, lists: Lists) -> str | None:
        text, options = given.text(), self.options(lists)
        if text is not None and text not in options:
            given.wrong(
                f'{given.name} "{text}" is not in the list.{did_you_mean(text, options)}',
                f"Use one of: {', '.join(options)}.",
            )
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"enum": list(self.options(lists))}

    def labels(self, lists: Lists) -> Mapping[str, str]:
        return self.options(lists)


class Digest(Kind):
    """A mark of a text: what `reviewed_text.text_digest` gives."""

    def read(self, given: GivenValue, lists: Lists) -> str | None:
        text = given.text()
        if text is not None and not _DIGEST.fullmatch(text):
            given.wrong(f"{given.name} is no mark of a text.", "Remove the line; the next review writes it anew.")
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_DIGEST.pattern}$"}


class Tags(Kind):
    """Several of the tags, each once."""

    def read(self, given: GivenValue, lists: Lists) -> tuple[str, ...]:
        tags: list[str] = []
        known = lists.taxonomy.tags
        for item in given.items():
            tag = str(item.data)
            if tag not in known:
                given.report(
                    item,
                    f'There is no tag "{tag}".{did_you_mean(tag, known)}',
                    "Choose a tag from content/taxonomy.yml, or ask for the tag to be added there.",
                )
            elif tag in tags:
                given.report(item, f'The tag "{tag}" is given twice.', "Keep one of the two.")
            tags.append(tag)
        return tuple(tags)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"enum": list(lists.taxonomy.tags)}}

    def labels(self, lists: Lists) -> Mapping[str, str]:
        return lists.taxonomy.tags


class Addresses(Kind):
    """Addresses of this site, from the first slash on."""

    def read(self, given: GivenValue, lists: Lists) -> tuple[str, ...]:
        addresses = []
        for item in given.items():
            text = str(item.data)
            parts = text.strip("/").split("/")
            if not text.startswith("/") or not all(SLUG.fullmatch(part) for part in parts):
                given.report(item, f'"{text}" is not an address of this site.', f"Write {given.example}.")
            addresses.append("/" + "/".join(parts) + "/")
        return tuple(addresses)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^/[a-z0-9/-]+$"}}


class YesNo(Kind):
    """`true` or `false`."""

    def read(self, given: GivenValue, lists: Lists) -> bool:
        data = given.value.data
        if not isinstance(data, bool):
            given.wrong(
                f'{given.name} "{data}" is neither true nor false.', f"Write {given.name}: true, or remove the line."
            )
        return bool(data)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Change:
    """One entry of an article's change log."""

    date: datetime.date
    kind: str
    text: str


class Changes(Kind):
    """The article's change log: what changed on which day, and whether it changes what a clinician does."""

    _DATE = Date()
    _KIND = OneOf(lambda _: {"clinical": "", "editorial": ""})
    _TEXT = Words(500)
    _PARTS: Mapping[str, Kind] = {"date": _DATE, "kind": _KIND, "text": _TEXT}

    @property
    def parts(self) -> Mapping[str, Kind]:
        return self._PARTS

    def read(self, given: GivenValue, lists: Lists) -> tuple[Change, ...]:
        changes: list[Change] = []
        for item in given.items():
            parts = dict(item.entries)
            if set(parts) != set(self._PARTS):
                given.report(item, "A change needs exactly date, kind and text.", f"Write {given.example}.")
                continue
            day = self._DATE.read(GivenValue(parts["date"], "updatedAt", "", given.report), lists)
            kind = self._KIND.read(GivenValue(parts["kind"], "kind", '"clinical"', given.report), lists)
            text = self._TEXT.read(GivenValue(parts["text"], "text", '"What changed"', given.report), lists)
            if day and kind and text:
                changes.append(Change(day, kind, text))
        return tuple(changes)

    def schema(self, lists: Lists) -> dict[str, Any]:
        change = {
            "type": "object",
            "additionalProperties": False,
            "required": list(self._PARTS),
            "properties": {name: kind.schema(lists) for name, kind in self._PARTS.items()},
        }
        return {"type": "array", "minItems": 1, "items": change}
