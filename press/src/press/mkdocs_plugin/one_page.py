"""One page written again after a build.

MkDocs offers no public way to do that: what its build does with a page are these two functions, and an imitation of them
would in time write something else than the build does. They are used nowhere else.
"""

from mkdocs.commands.build import _build_page, _populate_page

from .build import Build


def written_again(page: str, build: Build, *, hidden: bool) -> bool:
    """Write a page by its source path, `hidden` if readers do not see it. False when the build has not come so far."""
    file = build.files.get_file_from_path(page)
    if file is None or file.page is None or build.nav is None or build.env is None:
        return False
    _populate_page(file.page, build.config, build.files)
    _build_page(file.page, build.config, build.files.documentation_pages(), build.nav, build.env, excluded=hidden)
    return True
