"""The sizes of the pictures of a page, which stand on it so that nothing moves while they load."""

from collections.abc import Callable

from ..markdown.parsed_page import ParsedPage


def picture_sizes(parsed: ParsedPage, size_of: Callable[[str], tuple[int, int] | None]) -> dict[str, tuple[int, int]]:
    """Width and height of pictures, by the address that the page has for them. `size_of` has them by source paths."""
    pictures = {
        link.target.url: link.target.page
        for link in parsed.links
        if link.picture and link.target.url and link.target.page
    }
    return {url: size for url, page in pictures.items() if (size := size_of(page))}
