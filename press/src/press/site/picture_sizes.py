"""The sizes of the pictures of a page, which stand on it so that nothing moves while they load."""

from pathlib import Path

from ..markdown.parsed_page import ParsedPage
from ..reading.picture_size import picture_size


def picture_sizes(parsed: ParsedPage, docs: Path) -> dict[str, tuple[int, int]]:
    """Of the pictures that lie in the folder of pages: width and height by the address that the page has for them."""
    files = {
        link.target.url: docs / link.target.page
        for link in parsed.links
        if link.picture and link.target.url and link.target.page
    }
    return {url: size for url, file in files.items() if file.is_file() and (size := picture_size(file))}
