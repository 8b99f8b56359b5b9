"""No script puts anything on a page whose rules the site leaves out of the theme's. What stands in pages: test_style_sheet.py."""

from pathlib import Path

import pytest

from support.addresses import ARTICLE
from support.pages.site import Site
from support.style_sheets import left_out


# Program text, for which the theme makes a button, stands in the last.
@pytest.mark.parametrize(
    "address", ["", "articles/", ARTICLE, "calculators/iv-dose/", "worksheets/course/", "editors-guide/"]
)
def test_what_scripts_add_to_a_page_has_its_rules(site: Path, open_site: Site, address: str) -> None:
    open_site.change_pages_instantly()
    open_site.open(address)
    classes = open_site.classes()
    assert "js" in classes
    assert classes & left_out(site) == set()
