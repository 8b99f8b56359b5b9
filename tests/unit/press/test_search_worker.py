"""The theme's search worker is mended in one place, and a theme that is written in another way stops the build."""

import pytest

from press.reading.errors import BuildError
from press.runtime.search_worker import mended

# As lunr is written in the theme, shortened: the text by which equal parts of the tree of words are told apart.
TEXT = "for(var i=0;i<n;i++){var s=r[i],o=this.edges[s];e=e+s+o.id}return e},x"


def test_a_mark_stands_behind_each_number() -> None:
    assert mended(TEXT) == 'for(var i=0;i<n;i++){var s=r[i],o=this.edges[s];e=e+s+o.id+";"}return e},x'


def test_the_source_map_that_is_not_published_is_not_named() -> None:
    assert mended(f"{TEXT}\n//# sourceMappingURL=search.1.min.js.map\n") == f"{mended(TEXT)}\n"


@pytest.mark.parametrize("text", ["", "e=e+s+o.name}return e}", TEXT + TEXT, mended(TEXT)])
def test_another_way_of_writing_stops_the_build_with_a_sentence(text: str) -> None:
    with pytest.raises(BuildError, match=r"shows its fault \d times and not once"):
        mended(text)
