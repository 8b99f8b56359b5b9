from hypothesis import given
from hypothesis import strategies as st

from press.reading.packed_names import PackedNames

NAMES = st.text(st.characters(exclude_characters="\n"), max_size=6)


@given(st.sets(NAMES), NAMES)
def test_they_are_what_a_set_of_them_is(names: set[str], other: str) -> None:
    packed = PackedNames(names)
    assert set(packed) == names
    assert len(packed) == len(names)
    assert [*packed] == sorted(names)
    assert all(name in packed for name in names)
    assert (other in packed) == (other in names)


def test_two_names_are_no_name_together() -> None:
    assert "a\nb" not in PackedNames(["a", "b"])
