"""Of Python's memory, what only one tool needs is fetched by the pages of that tool, and by none other."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import find
from support.editions import open_and_keep
from support.faults import DAMAGED, gives_the_right_answer, missing, opened, says, turned, visiting
from support.pages.engine import STARTED_FROM
from support.pages.old_answer import OldAnswer
from support.pages.worksheet import Worksheet
from support.serving import Host, Manner, serving
from support.windows import window

# Milliseconds in which a question is answered, unless something for it is still on its way.
LONGER_THAN_AN_ANSWER = 8_000


def tools_sent(host: Host) -> list[str]:
    """The tools whose parts the host has sent, each as often as it has."""
    named = (re.search(r"/tool-(\w+)-[0-9a-f]{12}\.bin$", path) for path, _ in host.sent)
    return [found[1] for found in named if found]


def scored(sheet: Worksheet) -> Worksheet:
    """A PHQ-9 of 21, and one of 11: less by 10 of 21, or 47.6 %."""
    sheet.choose("Scale", "PHQ-9").row("Score 1").enter(Date="2026-03-02", Total="21", Treatments_completed="0")
    sheet.add("score").row("Score 2").enter(Date="2026-03-16", Total="11", Treatments_completed="4")
    return sheet


def test_a_page_fetches_the_part_of_its_own_tool_once_and_does_not_wait_for_the_snapshot_before(
    browser: Browser, site: Path
) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        held: list[Route] = []
        page.route("**/snapshot-*.bin", lambda route: held.append(route))
        with page.expect_request("**/tool-*.bin"):
            form = opened(page, host.address)
        for route in held:
            route.continue_()
        gives_the_right_answer(form)
        assert tools_sent(host) == ["iv_dose"]
        assert page.evaluate(STARTED_FROM) == "snapshot"


def test_an_answer_to_check_waits_for_the_part_of_the_tool_that_gave_it(browser: Browser, site: Path) -> None:
    question = {"calculator": "gad7", "values": find("gad7").examples[0].inputs, "record": "note", "day": "2026-03-02"}
    note = json.loads(answer(json.dumps(question)))["record"]
    with visiting(browser, site, Manner()) as (page, host):
        page.clock.install()
        held: list[Route] = []
        page.route("**/tool-*.bin", lambda route: held.append(route))
        old = OldAnswer(page, f"{host.address}/")
        old.pasted.fill(note)
        with page.expect_request("**/tool-*.bin"):
            old.button.click()
        page.clock.run_for(LONGER_THAN_AN_ANSWER)
        expect(old.says).to_have_text("Checking.")
        for route in held:
            route.continue_()
        expect(old.says).to_contain_text("GAD-7")
        assert tools_sent(host) == ["gad7"]
        assert not [path for path, _ in host.sent if "/library-" in path], "no clean start was needed"


def test_with_the_network_cut_after_a_first_visit_a_worksheet_has_its_part(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser, service_worker=True) as page:
        open_and_keep(page, host)
        host.down = True
        page.goto(f"{host.address}/worksheets/course/")
        expect(scored(Worksheet(page, "Track a treatment course")).headline).to_contain_text("47.6%")
        assert page.evaluate(STARTED_FROM) == "snapshot"


@pytest.mark.parametrize("fault", ["missing", "damaged"])
def test_without_its_part_a_tool_answers_from_a_clean_start(browser: Browser, site: Path, fault: str) -> None:
    part = missing("/tool-iv_dose-") if fault == "missing" else turned(site, "/tool-iv_dose-")
    with visiting(browser, site, Manner(fault=part)) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


def test_a_damaged_copy_of_a_part_is_replaced_by_a_whole_one(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(fault=turned(site, "/tool-iv_dose-", times=1))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "snapshot"


def test_a_damaged_part_is_told_where_the_clean_start_is_damaged_too(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(fault=turned(site, "/tool-iv_dose-", "/library-"))) as (page, host):
        says(opened(page, host.address), DAMAGED)
