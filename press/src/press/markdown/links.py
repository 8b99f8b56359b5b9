"""Where a link goes, and whether it may.

Knows the site as a set of files and their addresses; knows nothing of MkDocs.
"""

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ..reading.near_words import nearest

_ADD_PICTURE = "Look at the spelling, put it in with Picture at the desk, or put the file in content/images/articles/."
_SCHEMES = ("http", "https", "mailto", "tel")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_REMEMBERED = 4096
"""Of so many pairs the way is remembered: an article links to the same pages again and again."""
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")


@dataclass(frozen=True)
class Target:
    """The outcome for one link: an address to print, or the reason to refuse it."""

    url: str | None = None
    page: str | None = None
    """The page of this site it leads to, as a source path."""
    anchor: str | None = None
    refusal: str = ""
    fix: str = ""


@dataclass
class SiteMap:
    """Every file of the site: source path (`articles/x.md`, `images/x.svg`) to address (`articles/x/`)."""

    files: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    """Other names under which a file may be linked, such as an article's file name."""
    _by_path: dict[str, str] = field(init=False, repr=False, compare=False)
    """The files by their unquoted addresses, without slashes at the ends."""

    def __post_init__(self) -> None:
        self._by_path = {unquote(url).strip("/"): source for source, url in self.files.items()}

    def url_of(self, source: str, from_page: str) -> str:
        """The address of a file as seen from a page; empty when the site has no such file."""
        return relative_url(self.files[source], self.files.get(from_page, "")) if source in self.files else ""

    def target(self, written: str, from_page: str, *, picture: bool = False) -> Target:
        """The target of a link or picture written in `from_page`."""
        plain = _HIDDEN.sub("", html.unescape(unquote(written)))
        scheme = _SCHEME.match(plain)
        if scheme:
            return self._external(written, scheme[1].lower(), picture)
        if plain.startswith(("//", "\\", "/\\")) or "\\" in plain:
            return Target(
                refusal=f"The link {unquote(written)} leaves this site without saying how, or has a backslash.",
                fix="Write https:// in front of another site's address, and / between folders.",
            )
        try:
            _, _, path, query, anchor = urlsplit(written)
        except ValueError:
            return Target(refusal=f"The link {written} is not an address.", fix="Copy the address again.")
        path, anchor = unquote(path), unquote(anchor)
        if not path:
            if picture:
                return Target(refusal="This picture has no file.", fix="Write /images/articles/name.svg.")
            if not anchor and not query:
                return Target(refusal="This link leads nowhere.", fix="Write the address between the brackets.")
            return Target(url=urlunsplit(("", "", "", query, quote(anchor))), page=from_page, anchor=anchor)
        source = self._find(path, from_page)
        if source is None:
            return self._missing(written, path, from_page, picture)
        if picture != source.lower().endswith(PICTURES) and picture:
            return Target(refusal=f"{written} is not a picture.", fix=f"Use one of {', '.join(PICTURES)}.")
        url = relative_url(self.files[source], self.files.get(from_page, ""))
        return Target(url=urlunsplit(("", "", url, query, quote(anchor))), page=source, anchor=anchor or None)

    def _external(self, written: str, scheme: str, picture: bool) -> Target:
        if scheme not in _SCHEMES:
            return Target(
                refusal=f'Links may not begin with "{scheme}:".',
                fix="Use http, https, mailto or tel, or a page of this site.",
            )
        if picture:
            return Target(
                refusal="Pictures may not come from another site: the reader's browser would call it.",
                fix="Put it in with Picture at the desk, or put the file in content/images/articles/ "
                "and write /images/articles/name.svg.",
            )
        if scheme in ("http", "https"):
            try:
                host = urlsplit(written).hostname
            except ValueError:
                host = None
            if not host:
                return Target(refusal=f"The link {written} names no site.", fix="Copy the address again.")
        elif not written.partition(":")[2].strip():
            return Target(refusal=f"The link {written} is empty.", fix="Write the address after the colon.")
        return Target(url=written)

    def _find(self, path: str, from_page: str) -> str | None:
        if path.startswith("/"):
            inside = posixpath.normpath(path.lstrip("/"))
            if inside in self._by_path:
                return self._by_path[inside]
            return self._named(inside)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(from_page), path))
        return self._named(joined)

    def _named(self, source: str) -> str | None:
        source = self.aliases.get(source, source)
        return source if source in self.files else None

    def _missing(self, written: str, path: str, from_page: str, picture: bool) -> Target:
        what = "picture" if picture else "page"
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(from_page), path.lstrip("/")))
        if not path.startswith("/") and joined.startswith("../"):
            return Target(
                refusal=f"The link {written} leads out of the content folder.",
                fix="Only pages and pictures of this site can be linked by name.",
            )
        guess = self._guess(path, picture)
        return Target(
            refusal=f"There is no {what} {written}." + (f' Did you mean "{guess}"?' if guess else ""),
            fix=_ADD_PICTURE if picture else "Look at the spelling, or write the page first.",
        )

    def _guess(self, path: str, picture: bool) -> str | None:
        stems = self._pictures_by_name if picture else self._pages_by_name
        near = nearest(_stem(path), stems)
        return stems[near] if near else None

    @cached_property
    def _pictures_by_name(self) -> Mapping[str, str]:
        return self._by_name(picture=True)

    @cached_property
    def _pages_by_name(self) -> Mapping[str, str]:
        return self._by_name(picture=False)

    def _by_name(self, *, picture: bool) -> Mapping[str, str]:
        """What may be meant by a name, as its address. By its own name: the names of folders are alike in all of them."""
        choices = {
            "/" + (source if source.lower().endswith(PICTURES) else url.lstrip("./")): source
            for source, url in self.files.items()
            if source.lower().endswith(PICTURES) == picture
        }
        return {_stem(address): address for address in reversed(choices)}


def _stem(address: str) -> str:
    return posixpath.splitext(posixpath.basename(address.rstrip("/")))[0].lower()


@lru_cache(maxsize=_REMEMBERED)
def relative_url(url: str, from_url: str) -> str:
    """`url` as seen from the page at `from_url`; both are addresses inside the site."""
    if url in (".", "./"):
        url = ""
    if from_url in (".", "./"):
        from_url = ""
    folder = posixpath.dirname(from_url)
    relative = posixpath.relpath("/" + url, "/" + folder)
    if relative == ".":
        return "./"
    return relative + "/" if url.endswith("/") or not url else relative
