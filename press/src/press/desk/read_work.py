"""A work as far as a pasted text tells of it, before it is an entry of content/references.yml. Nothing is added to it."""

import html
import re
import unicodedata
from dataclasses import dataclass, field

_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "ten", "ter", "van", "von", "zu"}
)
SUFFIXES = ("Jr", "Sr", "III", "II", "IV", "2nd", "3rd", "4th")
"""What may stand behind the initials of a person."""
DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]}])", re.IGNORECASE)


@dataclass
class ReadWork:
    """What was read. Empty is whatever the text does not tell."""

    kind: str = ""
    authors: list[str] = field(default_factory=list)
    year: str = ""
    title: str = ""
    journal: str = ""
    source: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    published: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    is_retracted: bool = False
    is_corrected: bool = False
    number: int | None = None
    """Its number in the list that it was pasted from."""
    doubts: list[str] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Whether the text tells more than an identifier."""
        return bool(self.title)


def plain(text: str) -> str:
    """Words without tags, entities and line ends, composed as they are typed."""
    text = html.unescape(re.sub(r"</?(?:i|b|em|strong|sub|sup|scp)>", "", text, flags=re.IGNORECASE))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def title_of(text: str) -> str:
    """A title without the full stop at its end, and without the brackets of one that was translated."""
    title = plain(text).rstrip(".").strip()
    return title[1:-1].rstrip(".") if title.startswith("[") and title.endswith("]") else title


def doi_of(text: str) -> str:
    """The DOI in a text, as it stands there, without what stands before it."""
    found = DOI.search(text)
    return found[1] if found else ""


def full_pages(text: str) -> str:
    """1134-42 as 1134-1142: of the last page only the figures that differ are printed by PubMed."""
    pages = re.sub(r"\s*[-–—]+\s*", "-", plain(text)).strip(".")
    found = re.fullmatch(r"([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)", pages)
    if not found:
        return pages
    lead, first, last_lead, last = found.groups()
    if len(last) < len(first):
        last, last_lead = first[: -len(last)] + last, lead
    return f"{lead}{first}-{last_lead}{last}"


def inverted_name(text: str) -> str:
    """`Murrough, James W.` as `Murrough JW`; a name without a comma stays as it is."""
    family, comma, rest = plain(text).partition(",")
    if not comma:
        return family.strip()
    parts = [part.strip() for part in rest.split(",")]
    suffix = next((part.rstrip(".") for part in parts if part.rstrip(".") in SUFFIXES), "")
    given = " ".join(part for part in parts if part.rstrip(".") not in SUFFIXES)
    return " ".join(filter(None, (family.strip(), initials(given), suffix)))


def initials(given: str) -> str:
    """`James W.` as `JW`, `Jean-Paul` as `JP`, `JW` as it is."""
    words = re.split(r"[\s.\-‐–]+", given)
    return "".join(word if word.isupper() and len(word) <= 3 else word[0].upper() for word in words if word)


def name_in_order(text: str) -> str:
    """`James W. Murrough` as `Murrough JW`, with `van der Berg` kept together."""
    words = plain(text).split()
    if len(words) < 2:
        return " ".join(words)
    first = next((i for i, word in enumerate(words[1:], start=1) if word.lower() in _PARTICLES), len(words) - 1)
    return f"{' '.join(words[first:])} {initials(' '.join(words[:first]))}"
