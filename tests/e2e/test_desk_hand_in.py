"""Handing in, as an editor sees it: the ways, the token, what came of it, and both versions where two changed one article."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import engines
from support.engines.checking import Open
from support.hand_in_page import TOKEN, FakeHost, HandIn, fake_host, write_page
from support.pages.colors import Colors
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.serving import serving
from support.windows import visiting

ARTICLE = "content/articles/maintenance.md"
BEGUN = "# Maintenance\n\nGive 0.5 mg/kg.\n\nWait 72 h.\n\nThen stop.\n"
MINE = BEGUN.replace("72 h", "48 h")
BRANCH = "desk/maintenance"
DRIVE = Path(engines.__file__).with_name("hand_in.js")
# A browser that starts on a busy machine takes its time.
ENGINE_TIMEOUT = 120.0
CHANGE: dict[str, Any] = {
    "title": "A shorter wait",
    "summary": "",
    "branch": BRANCH,
    "files": [{"path": ARTICLE, "text": MINE, "base": BEGUN}],
}


@pytest.fixture(params=["github", "gitlab", "gitea"])
def any_host(request: pytest.FixtureRequest) -> Iterator[FakeHost]:
    with fake_host(request.param, {ARTICLE: BEGUN}) as host:
        yield host


@pytest.fixture
def github() -> Iterator[FakeHost]:
    with fake_host("github", {ARTICLE: BEGUN}) as host:
        yield host


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    permissions = ["clipboard-read", "clipboard-write"]
    with visiting(browser, permissions=permissions, reduced_motion="reduce", accept_downloads=True) as context:
        yield context


@pytest.fixture
def page(visit: BrowserContext) -> Page:
    return visit.new_page()


def opened(page: Page, folder: Path, settings: dict[str, str]) -> Iterator[HandIn]:
    write_page(folder, settings)
    with serving(folder) as host:
        page.goto(f"{host.address}/")
        yield HandIn(page).give(CHANGE)


@pytest.fixture
def at_any_host(page: Page, tmp_path: Path, any_host: FakeHost) -> Iterator[HandIn]:
    yield from opened(page, tmp_path, any_host.settings)


@pytest.fixture
def at_github(page: Page, tmp_path: Path, github: FakeHost) -> Iterator[HandIn]:
    yield from opened(page, tmp_path, github.settings)


@pytest.fixture
def without_repository(page: Page, tmp_path: Path) -> Iterator[HandIn]:
    yield from opened(page, tmp_path, {})


def test_an_article_is_handed_in_by_keys_alone_and_the_token_stays_nowhere(
    at_any_host: HandIn, any_host: FakeHost, page: Page
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    at_any_host.title.focus()
    for _ in range(3):  # the words about it, the way that is chosen, the place where a token is made
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(at_any_host.token).to_be_focused()
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    at_any_host.expect_outcome("Done", "Readers see it when somebody has taken it in.")
    expect(at_any_host.outcome).to_contain_text("The tests are running.")
    held = any_host.told()
    assert held["branches"]["main"] == {ARTICLE: BEGUN}
    assert held["branches"][BRANCH] == {ARTICLE: MINE}
    assert [proposal["title"] for proposal in held["proposals"]] == ["A shorter wait"]
    assert [(name, told["way"], told["certain"]) for name, told in at_any_host.told()] == [
        ("desk-handed-in", "host", True)
    ]
    assert TOKEN not in at_any_host.kept()
    assert [url for url in held["urls"] if TOKEN in url] == []
    assert [words for words in said if TOKEN in words] == []


def test_a_token_is_forgotten_by_a_button_and_on_leaving(at_github: HandIn, page: Page) -> None:
    at_github.hand_in()
    expect(page.get_by_text("Enter a token first.")).to_be_visible()
    expect(at_github.token).to_be_focused()
    at_github.token.fill(TOKEN)
    at_github.hand_in()
    at_github.expect_outcome("Done", "Handed in.")
    page.get_by_role("button", name="Forget the token").click()
    expect(at_github.token).to_be_focused()
    at_github.hand_in()
    expect(page.get_by_text("Enter a token first.")).to_be_visible()

    at_github.token.fill(TOKEN)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(at_github.token).to_have_value("")


def test_a_token_that_is_refused_is_asked_for_again(at_github: HandIn, page: Page) -> None:
    at_github.token.fill("another")
    at_github.hand_in()
    at_github.expect_outcome("Not handed in", "GitHub does not accept the token.")
    expect(page.get_by_text("This token was not accepted. Enter another.")).to_be_visible()
    expect(at_github.token).to_have_attribute("aria-invalid", "true")
    at_github.token.fill(TOKEN)
    at_github.hand_in()
    at_github.expect_outcome("Done", "Handed in.")


def test_two_editors_are_shown_line_by_line_and_nothing_is_written_over(
    at_github: HandIn, github: FakeHost, page: Page
) -> None:
    theirs = BEGUN.replace("72 h", "96 h").replace("0.5", "0.4")
    github.told(change=[ARTICLE, theirs])
    at_github.token.fill(TOKEN)
    at_github.hand_in()
    at_github.expect_outcome(
        "Not handed in", "Someone else changed the same file since you began. Nothing was written."
    )
    place = page.get_by_role("group", name="Place 1 of 1")
    expect(place.get_by_role("group", name="Mine")).to_have_text("Wait 48 h.\n")
    expect(place.get_by_role("group", name="Theirs")).to_have_text("Wait 96 h.\n")
    use = page.get_by_role("button", name="Use these choices")
    use.click()
    expect(page.get_by_text("Choose what stays in place 1 first.")).to_be_visible()
    page.keyboard.press("Space")  # the first choice has the focus
    use.press("Enter")
    at_github.expect_outcome("Settled", "nothing is handed in yet")
    joined = theirs.replace("96 h", "48 h")
    ((name, told),) = at_github.told()
    assert (name, told["path"]) == ("desk-settled", ARTICLE)
    assert told["change"]["files"] == [{"path": ARTICLE, "text": joined, "base": theirs}]
    at_github.hand_in()
    at_github.expect_outcome("Done", "Handed in.")
    assert github.told()["branches"] == {"main": {ARTICLE: theirs}, BRANCH: {ARTICLE: joined}}


def test_a_file_that_somebody_took_away_comes_back_only_if_the_editor_says_so(
    at_github: HandIn, github: FakeHost, page: Page
) -> None:
    github.told(change=[ARTICLE, None])
    at_github.token.fill(TOKEN)
    at_github.hand_in()
    expect(page.get_by_text("Somebody else took this file away.")).to_be_visible()
    use = page.get_by_role("button", name="Use this")
    use.click()
    expect(page.get_by_text("Choose one of the two first.")).to_be_visible()
    page.get_by_role("radio", name="Put mine there again").check()
    use.click()
    at_github.hand_in()
    at_github.expect_outcome("Done", "Handed in.")
    assert github.told()["branches"] == {"main": {}, BRANCH: {ARTICLE: MINE}}


def test_a_folder_is_written_by_the_browser_s_own_means(without_repository: HandIn) -> None:
    without_repository.folder_to_choose({"mkdocs.yml": "site_name: x\n", ARTICLE: BEGUN})
    new = {"path": "content/articles/new.md", "text": "# New\n", "base": None}
    without_repository.give(CHANGE | {"files": [*CHANGE["files"], new]})
    without_repository.way("Write it into a folder on this computer").check()
    without_repository.hand_in()
    without_repository.expect_outcome("Done", "Written: 2 files are in the folder")
    assert without_repository.in_folder(ARTICLE) == MINE
    assert without_repository.in_folder("content/articles/new.md") == "# New\n"


def test_one_file_can_always_be_saved(without_repository: HandIn, page: Page) -> None:
    without_repository.way("Save one file to send").check()
    expect(without_repository.token).to_be_hidden()
    with page.expect_download() as download:
        without_repository.hand_in()
    assert Path(download.value.path()).read_text("utf-8") == MINE
    assert download.value.suggested_filename == "maintenance.md"
    without_repository.expect_outcome(
        "One step is left", "It is not handed in yet: send it to the editorial team, through the association;"
    )
    assert [told["certain"] for _, told in without_repository.told()] == [False]


def test_a_long_text_goes_to_github_s_page_by_the_clipboard(at_github: HandIn, github: FakeHost, page: Page) -> None:
    at_github.way("Open GitHub's own page").check()
    at_github.hand_in()
    at_github.expect_outcome("One step is left", "The newest text could not be looked at from here.")
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Copy the text and open the page").click()
    assert opening.value.url == f"{github.settings['address']}/association/guidance/edit/main/{ARTICLE}"
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == MINE


@pytest.mark.parametrize("width", [320, 1350])
def test_axe_finds_nothing_in_any_state(at_github: HandIn, github: FakeHost, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    def faultless(state: str) -> None:
        for colors in ("dark", "light"):
            Colors(page).use_as_script_would(colors)
            assert accessibility_problems(page) == [], f"{state}, {colors}"
            assert not scrolls_sideways(page), f"{state}, {colors}"

    faultless("untouched")
    at_github.hand_in()
    faultless("no token")
    at_github.token.fill("another")
    at_github.hand_in()
    at_github.expect_outcome("Not handed in", "GitHub does not accept the token.")
    faultless("refused")
    github.told(change=[ARTICLE, BEGUN.replace("72 h", "96 h")])
    at_github.token.fill(TOKEN)
    at_github.hand_in()
    expect(page.get_by_role("group", name="Place 1 of 1")).to_be_visible()
    page.get_by_text("All differences, line by line").click()
    faultless("two versions")
    page.get_by_role("radio", name="Keep theirs").check()
    page.get_by_role("button", name="Use these choices").click()
    faultless("settled")
    at_github.give(CHANGE | {"files": [{"path": "content/articles/new.md", "text": "# New\n", "base": None}]})
    at_github.hand_in()
    at_github.expect_outcome("Done", "Handed in.")
    faultless("done")


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def open_browser(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    home = tmp_path / "home"
    if request.param == "chromium":
        browser: Browser = request.getfixturevalue("browser")
        return lambda address: engines.chromium(browser, address)
    if request.param == "firefox":
        path: str = request.getfixturevalue("firefox_path")
        return lambda address: engines.firefox(path, home, address)
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return lambda address: engines.webkit(minibrowser, home, address)


def test_every_engine_hands_in_what_two_have_changed(github: FakeHost, tmp_path: Path, open_browser: Open) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    write_page(folder, github.settings, drive=DRIVE)
    (folder / "plan.json").write_text(json.dumps({"change": CHANGE, "token": TOKEN}), "utf-8")
    theirs = BEGUN.replace("72 h", "96 h").replace("0.5", "0.4")
    github.told(change=[ARTICLE, theirs])
    posted: dict[str, str] = {}
    with serving(folder) as host, open_browser(f"{host.address}/"):
        while "/done" not in posted:
            path, body = host.posted.get(timeout=ENGINE_TIMEOUT)
            posted[path] = body.decode()
            assert path != "/failed", posted[path]
    assert "Someone else changed the same file since you began. Nothing was written." in posted["/conflict"]
    done = json.loads(posted["/done"])
    assert "Handed in. It is pull request 1 at GitHub" in done["said"]
    assert done["focused"] == "desk-outcome"
    assert TOKEN not in json.dumps(done["kept"])
    assert github.told()["branches"] == {"main": {ARTICLE: theirs}, BRANCH: {ARTICLE: theirs.replace("96 h", "48 h")}}
