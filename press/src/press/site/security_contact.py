"""`/.well-known/security.txt` (RFC 9116): where a weakness in security is reported."""

import datetime

ADDRESS = ".well-known/security.txt"
_VALID = datetime.timedelta(days=364)
"""The file may be trusted for less than a year; a site that is built each day renews it each day."""


def security_txt(site_url: str, private_reports: str, today: datetime.date) -> bytes:
    """The file of an edition of that day.

    `private_reports` is the page of the repository on which a weakness is reported in private, or empty; it comes first, as
    the better way. `site_url` ends in a slash.
    """
    contacts = [address for address in (private_reports, f"{site_url}report-an-error/") if address]
    lines = [
        *(f"Contact: {address}" for address in contacts),
        f"Expires: {(today + _VALID).isoformat()}T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {site_url}{ADDRESS}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()
