"""The files of the search index: the same pages give the same bytes, and each file is named by its content."""

import json
from hashlib import sha256
from pathlib import Path

from press.site.search_index import SearchWords, write_search_index
from press.site.search_lines import SearchedSection
from press.site.search_page import STRONGEST, Facet, Kind, SearchedPage, search_record, strengths
from support.searched import part, searched

WORDS = SearchWords({"spravato": ["esketamine"]}, {"SAFETY": "Safety"}, {"nurses": "Nurses"})


def page(address: str, *lines: str, title: str = "Page", names: tuple[str, ...] = ()) -> SearchedPage:
    facet = Facet(Kind.CALCULATOR if names else Kind.GUIDANCE, 1.0, "SAFETY", "nurses")
    return SearchedPage(address, title, facet, "About it.", names, (SearchedSection("part", "Part", lines),))


PAGES = [page("articles/a/", "Give lithium."), page("calculators/b/", "Lithium again, lithium.", names=("BP",))]


def written(folder: Path, pages: list[SearchedPage]) -> dict[str, bytes]:
    write_search_index(map(search_record, pages), WORDS, folder)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.json")}


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "one", PAGES) == written(tmp_path / "two", PAGES)


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
    assert list(searched(tmp_path)) == ["articles/a/", "calculators/b/"]
    base = json.loads((tmp_path / "search/base.json").read_text("utf-8"))
    (words,) = [part(tmp_path, name) for name in base["words"][1::2]]
    assert [step // 32 for step in words["lithium"]] == [0, 1]
    assert [tool[:3] for tool in base["tools"]] == [[1, "calculators/b/", "Page"]]
    assert base["means"] == {"spravato": ["esketamine"]}


def test_a_title_says_more_of_a_word_than_the_text_and_the_text_more_than_a_list_of_sources() -> None:
    sources = SearchedPage("x/", "T", PAGES[0].facet, "", (), (SearchedSection("sources", "", ("Lithium.",)),))
    found = [strengths(one)["lithium"] for one in (page("x/", title="Lithium"), page("x/", "Lithium."), sources)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert max(found) <= STRONGEST
