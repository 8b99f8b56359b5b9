"""The theme's search worker is changed in a few places, and a theme that is written in another way stops the build."""

import pytest
from press.runtime.search_worker import mended

from press.reading.errors import BuildError

# As the theme is written, shortened: where lunr tells equal parts of the tree of words apart, and where the theme asks it.
TEXT = (
    "for(var i=0;i<n;i++){var s=r[i],o=this.edges[s];e=e+s+o.id}return e},x;"
    "let i=Oe(this.table=new Map);this.map=ie(r);"
    "if(e=y(e),e=ce(e),!e)return{items:[]};"
    "let r=le(e).filter(s=>s.presence!==lunr.Query.presence.PROHIBITED),n=this.index.search(e);"
    "let f=he(r,Object.keys(u.metadata));for(let l of a);"
    "s.push({score:a*(1+K(g,2)),terms:f})"
)


def test_a_mark_stands_behind_each_number() -> None:
    assert 'e=e+s+o.id+";"}return e}' in mended(TEXT)


def test_the_question_is_ours() -> None:
    made = mended(TEXT)
    assert "e=y(e),this.asked=searchParts.asked(e,this.index,this.means,lunr),!this.asked.any)return{items:[]};" in made
    assert "let r=this.asked.clauses,n=this.index.query(this.asked.build);" in made
    assert "f=this.asked.found(Object.keys(u.metadata))" in made
    assert "{score:a*(1+K(g,2))*searchParts.share(f),terms:f}" in made


def test_the_source_map_that_is_not_published_is_not_named() -> None:
    assert mended(f"{TEXT}\n//# sourceMappingURL=search.1.min.js.map\n") == f"{mended(TEXT)}\n"


@pytest.mark.parametrize(
    "text", ["", TEXT.replace("o.id", "o.name"), TEXT.replace("ce(e),!e", "ce(e),e"), TEXT + TEXT, mended(TEXT)]
)
def test_another_way_of_writing_stops_the_build_with_a_sentence(text: str) -> None:
    with pytest.raises(BuildError, match=r"search worker shows .+ \d times and not once"):
        mended(text)
