"""The address to which reports of errors go, as the owner of the site sets it."""

import pytest

from press.reading.errors import BuildError
from press.site.report_address import report_href


def test_a_mail_address_and_a_form_are_addresses_and_nothing_else_is() -> None:
    assert report_href("") == ""
    assert report_href("reports@guidance.example.org") == "mailto:reports@guidance.example.org"
    assert report_href("https://guidance.example.org/form?of=1") == "https://guidance.example.org/form?of=1"
    for wrong in ("reports", "http://guidance.example.org/", "javascript:alert(1)", "a@b@c.org", "https://x y"):
        with pytest.raises(BuildError, match="Write a mail address"):
            report_href(wrong)
