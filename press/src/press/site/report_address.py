"""Where readers send reports of errors: the setting of the site's owner."""

import re

from ..reading.errors import BuildError

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FORM = re.compile(r"https://[^\s\"'<>]+")


def report_href(address: str) -> str:
    """The address as a link leads to it; empty where none is set. Raises BuildError for what is neither mail nor https."""
    if not address:
        return ""
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _FORM.fullmatch(address):
        return address
    raise BuildError(f'report_address is "{address}". Write a mail address, or the https address of a form.')
