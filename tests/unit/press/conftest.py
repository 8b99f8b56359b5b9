"""The site of this project as a model, and its pages: made once for all tests that only read them."""

import pytest

from press.content.project import Project
from press.site.pages import Pages
from press.site.site import Site
from press.site.site_map import whole_site
from support.building import PROJECT


@pytest.fixture(scope="session")
def pages() -> Pages:
    """The pages of this site, each made when it is first asked for."""
    return Pages(whole_site(Project(PROJECT)))


@pytest.fixture(scope="session")
def site(pages: Pages) -> Site:
    """This site, as its files are today."""
    return pages.site
