"""One page written again after a build.

MkDocs offers no public way to do that: what its build does with a page are these two functions, and an imitation of them
would in time write something else than the build does. They are used nowhere else.
"""

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.structure.pages import Page

from .build import Build


def write_again(page: Page, build: Build, *, hidden: bool) -> None:
    """Write a page of a finished build. `hidden` marks one that readers do not see."""
    assert build.nav is not None
    assert build.env is not None
    _populate_page(page, build.config, build.files)
    _build_page(page, build.config, build.files.documentation_pages(), build.nav, build.env, excluded=hidden)
