"""Addresses of other sites by what they answered when `press links` asked them last. Nothing is asked here."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.link_checks import LinkCheck, LinkState, read_link_checks
from ..site.outside_addresses import outside_addresses
from ..site.site import Site

_TITLES: Mapping[LinkState, str] = {
    "gone": "Addresses of other sites that are gone",
    "moved": "Addresses of other sites that moved for good",
    "unreachable": "Addresses on hosts that did not answer",
    "failing": "Addresses that their host could not show",
    "refused": "Addresses that only a browser can open",
}
_NEVER = "Addresses of other sites that nobody has asked yet"


@dataclass(frozen=True)
class AskedLink:
    """An address, how it answered, and every place in which it is written."""

    address: str
    words: str
    places: tuple[str, ...]
    """Each as path:line."""


@dataclass(frozen=True)
class LinkSection:
    """The addresses of one outcome."""

    title: str
    state: LinkState | None
    """None for those that were never asked."""
    links: tuple[AskedLink, ...]


def asked_links(site: Site) -> tuple[LinkSection, ...]:
    """Every address that is not simply there, the worst first. Before the first check there is one section: of all of them."""
    checks = read_link_checks(site.project.content)
    written = outside_addresses(site)

    def section(title: str, state: LinkState | None) -> LinkSection:
        links = tuple(
            AskedLink(address, _words(check), tuple(f"{place.path}:{place.line}" for place in places))
            for address, places in written.items()
            if ((check := checks.get(address)) is None) == (state is None) and (check is None or check.state == state)
        )
        return LinkSection(title, state, links)

    asked = [section(title, state) for state, title in _TITLES.items()] if checks else []
    return (*asked, section(_NEVER, None))


def _words(check: LinkCheck | None) -> str:
    return check.words if check else "was never asked"
