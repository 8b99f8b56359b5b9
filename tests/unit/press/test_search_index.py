"""The files of the search index: the same pages give the same bytes, and each file is named by its content."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from press.reading.digests import digest
from press.site.search_index import SearchWords, write_search_index
from press.site.search_lines import SearchedSection
from press.site.search_page import STRONGEST, Facet, Kind, SearchedPage, SearchRecord, search_record, strengths
from press.site.search_state import SearchKey
from support.searched import part, searched

WORDS = SearchWords({"spravato": ["esketamine"]}, {"SAFETY": "Safety"}, {"nurses": "Nurses"})


def page(address: str, *lines: str, title: str = "Page", names: tuple[str, ...] = ()) -> SearchedPage:
    facet = Facet(Kind.CALCULATOR if names else Kind.GUIDANCE, 1.0, "SAFETY", "nurses")
    return SearchedPage(address, title, facet, "About it.", names, (SearchedSection("part", "Part", lines),))


PAGES = [page("articles/a/", "Give lithium."), page("calculators/b/", "Lithium again, lithium.", names=("BP",))]


class Files:
    """A folder in which nothing lies yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, address: str) -> bool:
        return (self.folder / address).is_file()

    def write(self, address: str, content: str) -> None:
        (self.folder / address).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / address).write_text(content, "utf-8")


def keys_of(pages: list[SearchedPage]) -> list[SearchKey]:
    return [key_of(search_record(one)) for one in pages]


def key_of(record: SearchRecord) -> SearchKey:
    return SearchKey(digest(record), lambda: record)


def written(folder: Path, pages: list[SearchedPage], before: list[SearchedPage] | None = None) -> dict[str, bytes]:
    """The files for these pages, made from those of the pages `before` if there are some."""
    known, were = None, keys_of(before or [])
    if before is not None:
        known = write_search_index(were, WORDS, Files(folder / "before"))
    records = {one.key: one.record() for one in were}
    write_search_index(keys_of(pages), WORDS, Files(folder / "now"), known, records.get)
    return {file.relative_to(folder / "now").as_posix(): file.read_bytes() for file in folder.rglob("now/**/*.json")}


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "one", PAGES) == written(tmp_path / "two", PAGES)


MANY = [page(f"articles/{n}/", f"Word{n} and lithium.", *(f"Every{m}." for m in range(n))) for n in range(30)]


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(MANY, id="nothing changed"),
        pytest.param(
            [*MANY[:7], page("articles/7/", "Quite another text, lithium lithium."), *MANY[8:]], id="one changed"
        ),
        pytest.param([*MANY[:7], page("calculators/7/", "Lithium.", names=("BP",)), *MANY[8:]], id="one is a tool now"),
        pytest.param([*MANY, page("articles/new/", "Lithium is new.")], id="one came last"),
        pytest.param(MANY[:-2], id="the last two went"),
        pytest.param([*MANY[:-1], page("articles/new/", "Word0 is new.")], id="the last is another"),
        pytest.param([page("articles/new/", "Lithium is new."), *MANY], id="one came first"),
        pytest.param(MANY[:7] + MANY[8:], id="one went"),
        pytest.param([], id="all went"),
    ],
)
def test_an_index_that_goes_on_from_another_is_that_of_a_build_from_nothing(
    tmp_path: Path, now: list[SearchedPage]
) -> None:
    assert written(tmp_path / "one", now, before=MANY) == written(tmp_path / "two", now)


def test_a_page_that_was_changed_is_counted_by_itself(tmp_path: Path) -> None:
    were = keys_of(MANY)
    known = write_search_index(were, WORDS, Files(tmp_path))
    asked: list[int] = []

    def noted(number: int, key: SearchKey) -> SearchKey:
        def record() -> SearchRecord:
            asked.append(number)
            return key.record()

        return SearchKey(key.key, record)

    changed = keys_of([*MANY[:7], page("articles/7/", "Another text."), *MANY[8:]])
    pages = [noted(number, key) for number, key in enumerate(changed)]
    write_search_index(pages, WORDS, Files(tmp_path), known, {one.key: one.record() for one in were}.get)
    assert set(asked) == {7}


def test_where_what_a_page_was_is_lost_all_pages_are_counted_anew(tmp_path: Path) -> None:
    known = write_search_index(keys_of(MANY), WORDS, Files(tmp_path / "one"))
    now = [*MANY[:7], page("articles/7/", "Another text."), *MANY[8:]]
    state = write_search_index(keys_of(now), WORDS, Files(tmp_path / "two"), known)
    assert state == write_search_index(keys_of(now), WORDS, Files(tmp_path / "three"))


def test_each_part_is_named_by_its_content(tmp_path: Path) -> None:
    for address, content in written(tmp_path, PAGES).items():
        if "/parts/" in address:
            assert address.endswith(f"-{sha256(content).hexdigest()[:10]}.json")


def test_a_new_page_behind_all_others_leaves_their_files_as_they_were(tmp_path: Path) -> None:
    before = written(tmp_path / "one", PAGES)
    after = written(tmp_path / "two", [*PAGES, page("articles/c/", "Something else.")])
    assert {address for address in before if "page-" in address} <= set(after)


def test_a_page_is_found_by_its_number_and_shown_by_its_file(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    assert list(searched(tmp_path / "now")) == ["articles/a/", "calculators/b/"]
    base = json.loads((tmp_path / "now/search/base.json").read_text("utf-8"))
    (words,) = [part(tmp_path / "now", name) for name in base["words"][1::2]]
    assert [step // 32 for step in words["lithium"]] == [0, 1]
    assert [tool[:3] for tool in base["tools"]] == [[1, "calculators/b/", "Page"]]
    assert base["means"] == {"spravato": ["esketamine"]}


def test_a_title_says_more_of_a_word_than_the_text_and_the_text_more_than_a_list_of_sources() -> None:
    sources = SearchedPage("x/", "T", PAGES[0].facet, "", (), (SearchedSection("sources", "", ("Lithium.",)),))
    found = [strengths(one)["lithium"] for one in (page("x/", title="Lithium"), page("x/", "Lithium."), sources)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert max(found) <= STRONGEST
