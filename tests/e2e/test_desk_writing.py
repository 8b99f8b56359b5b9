"""Writing at the editors' desk: the check beside the text, remedies, helpers that can be taken back, the page as it will be."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from support import violations
from support.pages.desk import Desk
from support.pages.seen import accessibility_problems
from support.windows import visiting

SLUG = "monitoring-and-rescue"
TITLE = "Monitoring and rescue"
WRONG = "Give .5 mg and .25 mg.\n\n"


@pytest.fixture(scope="module")
def tab(browser: Browser, site_url: str) -> Iterator[Desk]:
    """One tab for the file: its Python starts once."""
    with visiting(browser, 1440, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield Desk(context.new_page(), site_url).open(SLUG)


@pytest.fixture
def desk(tab: Desk) -> Iterator[Desk]:
    """The article as it is published."""
    yield tab.again(TITLE)
    assert violations.noticed() == []


def test_a_problem_is_named_with_its_remedy_and_mended_by_a_button_that_can_be_taken_back(desk: Desk) -> None:
    before = desk.text.input_value()
    expect(desk.counts).to_have_text(re.compile("^No errors"))
    desk.type_before("## Key points", WRONG)
    desk.checked()
    expect(desk.counts).to_have_text(re.compile("^2 errors"))
    first = desk.problems.first
    expect(first).to_contain_text("has no zero before its point")
    expect(first).to_contain_text("Write 0.5")
    first.get_by_role("button", name=re.compile("^Mend all 2")).click()
    desk.checked()
    expect(desk.counts).to_have_text(re.compile("^No errors"))
    assert "Give 0.5 mg and 0.25 mg." in desk.text.input_value()
    expect(desk.says).to_have_text("2 places are mended: 2 × such as “.5” → “0.5”.")
    desk.button("Take it back").click()
    assert WRONG in desk.text.input_value()
    desk.text.fill(before)
    expect(desk.kept).to_have_text("As published")


def test_what_a_button_has_put_into_the_text_the_key_takes_back(desk: Desk) -> None:
    desk.type_before("## Key points", WRONG)
    desk.checked()
    written = desk.text.input_value()
    desk.problems.first.get_by_role("button", name=re.compile("^Mend: ")).click()
    expect(desk.text).not_to_have_value(written)
    desk.text.press("Control+z")
    expect(desk.text).to_have_value(written)
    desk.put_cursor_before("## Key points")
    desk.button("Heading").click()
    expect(desk.text).to_have_value(re.compile("^Key points", re.MULTILINE))
    desk.text.press("Control+z")
    expect(desk.text).to_have_value(written)


def test_what_may_be_meant_is_read_before_it_is_written_and_can_be_taken_back(desk: Desk) -> None:
    desk.type_before("## Key points", "## Who Measures the Dose\n\nA nurse measures the dose.\n\n")
    desk.checked()
    written = desk.text.input_value()
    meant = "## Who measures the dose"
    item = desk.problems.filter(has_text="Headings are in sentence case")
    expect(item).to_contain_text(meant)
    item.get_by_role("button", name=f"Write it so: {meant}").click()
    expect(desk.text).to_have_value(re.compile(f"^{meant}$", re.MULTILINE))
    desk.button("Take it back").click()
    expect(desk.text).to_have_value(written)


def titles(desk: Desk) -> list[str]:
    """The title in the form and the heading of the text."""
    form = desk.about.get_by_label("Title", exact=True).input_value()
    return [form, desk.text.input_value().strip().partition("\n")[0].removeprefix("# ")]


def test_two_titles_are_made_one_by_either_and_the_form_takes_the_heading_along(desk: Desk) -> None:
    before = desk.text.input_value()
    other = "Monitoring and rescue of Patients"
    desk.text.fill(before.replace(f"# {TITLE}", f"# {other}", 1))
    desk.checked()
    desk.button("Keep the line, change “About the article”").click()
    expect(desk.says).to_have_text(f"The title of the article is now “{other}”.")
    expect(desk.heading).to_have_text(other)
    assert titles(desk) == [other, other]
    item = desk.problems.filter(has_text="Headings are in sentence case")
    item.get_by_role("button", name=re.compile("^Write it so")).click()
    expect(desk.heading).to_have_text("Monitoring and rescue of patients")
    assert titles(desk) == ["Monitoring and rescue of patients"] * 2
    desk.button("About the article").click()
    field = desk.about.get_by_label("Title", exact=True)
    field.fill("Rescue")
    field.press("Tab")
    expect(desk.heading).to_have_text("Rescue")
    desk.button("Text").click()
    assert titles(desk) == ["Rescue", "Rescue"]
    # The cursor stood in the next question of the form.
    assert desk.about.get_by_label("Name in the address").input_value() == SLUG
    desk.text.fill(before)
    desk.checked()
    desk.button("Write it so: # Rescue").click()
    expect(desk.text).to_have_value(re.compile("^\n# Rescue\n"))
    desk.text.fill(before)
    desk.checked()
    desk.button("Keep the line, change “About the article”").click()
    expect(desk.heading).to_have_text(TITLE)


STRONG = "[strong recommendation, low certainty, label and our protocol]"
PLAIN = "Patients should fast. They must not drive, and nobody should leave alone.\n\n"


def test_how_strong_recommendations_are_is_said_by_keys_alone_one_after_the_other_and_taken_back(desk: Desk) -> None:
    desk.type_before("## Key points", PLAIN)
    desk.checked()
    written = desk.text.input_value()
    say = desk.page.get_by_role("button", name=re.compile("^Say how strong"))
    expect(say).to_have_count(2)
    say.first.focus()
    desk.page.keyboard.press("Enter")
    for left in (1, 0):
        expect(desk.dialog.get_by_label("strong recommendation", exact=True)).to_be_focused()
        assert accessibility_problems(desk.page) == []
        desk.page.keyboard.press("Space")
        desk.page.keyboard.press("Tab")
        desk.page.keyboard.press("ArrowDown")
        desk.page.keyboard.press("ArrowDown")
        desk.press_to("label").page.keyboard.press("Space")
        desk.page.keyboard.press("Enter" if left else "Tab")
        if left:
            continue
        desk.press_to("our protocol").page.keyboard.press("Space")
        expect(desk.dialog.get_by_role("status")).to_have_text(STRONG)
        desk.press_to("Put it in").page.keyboard.press("Enter")
    desk.checked()
    expect(desk.says).to_have_text("2 sentences say how strong they are.")
    said = PLAIN.replace("fast.", f"fast {STRONG.replace(' and our protocol', '')}.").replace(
        "alone.", f"alone {STRONG}."
    )
    assert said in desk.text.input_value()
    expect(say).to_have_count(0)
    expect(desk.problems_region).to_be_focused()
    desk.button("Take it back").click()
    expect(desk.text).to_have_value(written)


def test_the_answer_before_is_offered_as_one_button_and_each_origin_is_explained(desk: Desk) -> None:
    desk.type_before("## Key points", PLAIN)
    desk.checked()
    desk.page.get_by_role("button", name=re.compile("^Say how strong")).first.click()
    ours = desk.dialog.get_by_label("our protocol", exact=True)
    expect(ours).to_have_accessible_description("The protocol of this site")
    for choice in ("strong recommendation", "low certainty", "our protocol"):
        desk.dialog.get_by_label(choice, exact=True).check()
    desk.dialog.get_by_role("button", name=re.compile("^Put it in, then")).click()
    expect(desk.dialog).to_contain_text("They must not drive")
    desk.dialog.get_by_role("button", name="As before: strong recommendation, low certainty, our protocol").click()
    expect(desk.says).to_have_text("2 sentences say how strong they are.")
    assert desk.text.input_value().count("[strong recommendation, low certainty, our protocol]") >= 2


def test_what_is_to_be_written_is_marked_when_a_box_is_put_in(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.button("Box").click()
    desk.dialog.get_by_role("searchbox").fill("warning")
    desk.dialog.get_by_role("searchbox").press("Enter")
    expect(desk.text).to_have_value(re.compile("write here: what is dangerous"))
    desk.page.keyboard.type("Stop the pump.")
    expect(desk.text).to_have_value(re.compile(r"> \[!WARNING\]\n> Stop the pump\.\n"))


def test_a_sentence_can_be_left_and_nothing_is_written_before_all_is_chosen(desk: Desk) -> None:
    desk.type_before("## Key points", PLAIN)
    desk.checked()
    written = desk.text.input_value()
    desk.page.get_by_role("button", name=re.compile("^Say how strong")).first.click()
    desk.dialog.get_by_label("strong recommendation", exact=True).check()
    desk.dialog.get_by_role("button", name=re.compile("^Put it in")).click()
    expect(desk.dialog.get_by_role("alert")).to_have_text("Choose how certain, what it rests on.")
    desk.dialog.get_by_role("button", name="Leave this one, go to the next").click()
    expect(desk.dialog).to_contain_text("They must not drive")
    desk.dialog.get_by_role("button", name="Cancel").click()
    expect(desk.dialog).to_have_count(0)
    expect(desk.text).to_have_value(written)


def test_the_way_to_a_problem_leads_to_its_words(desk: Desk) -> None:
    before = desk.text.input_value()
    desk.type_before("## References", "Give .5 mg.\n\n") if "## References" in before else desk.type_before(
        "## Key", WRONG
    )
    desk.checked()
    desk.problems.first.get_by_role("button").first.click()
    marked = desk.text.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert marked == ".5"
    expect(desk.text).to_be_focused()


def test_the_page_beside_the_text_is_the_new_one_within_a_moment(desk: Desk) -> None:
    before = desk.text.input_value()
    desk.type_before("## Key points", "A sentence of the desk.\n\n")
    expect(desk.seen.get_by_text("A sentence of the desk.")).to_be_visible()
    desk.text.fill(before)
    expect(desk.seen.get_by_text("A sentence of the desk.")).to_have_count(0)


def test_the_page_follows_the_cursor(desk: Desk) -> None:
    line = re.findall(r"(?m)^## .+$", desk.text.input_value())[-1]
    heading = desk.seen.get_by_role("heading", name=re.sub(r"^## | \{#.*", "", line), level=2)
    expect(heading).not_to_be_in_viewport()
    desk.put_cursor_before(line)
    expect(heading).to_be_in_viewport()


def test_a_calculator_is_alive_in_the_page_and_keeps_its_entries_while_the_text_changes(desk: Desk) -> None:
    before = desk.text.input_value().count("```calculator")
    expect(desk.calculators_seen).to_have_count(before)
    desk.put_cursor_before("## Key points")
    desk.button("Calculator").click()
    desk.dialog.get_by_role("searchbox").fill("blood pressure before dosing")
    desk.dialog.get_by_role("searchbox").press("Enter")
    expect(desk.text).to_have_value(re.compile("id: bp_gate"))
    expect(desk.calculators_seen).to_have_count(before + 1)
    systolic = desk.calculators_seen.first.get_by_role("textbox").first
    systolic.fill("120")
    # Seen while it is half typed, when the line below is no heading and other parts of the page are others.
    desk.type_before("## Key points", "One")
    expect(desk.seen.get_by_text("One## Key points")).to_be_visible()
    expect(systolic).to_have_value("120")
    desk.page.keyboard.type(" more.\n\n")
    expect(desk.seen.get_by_text("One more.", exact=True)).to_be_visible()
    expect(systolic).to_have_value("120")
    written = desk.text.input_value()
    desk.text.fill(written.replace("```calculator\nid: bp_gate\n```", ""))
    expect(desk.calculators_seen).to_have_count(before)
    desk.text.fill(written)
    expect(systolic).to_have_value("120")


def test_a_table_is_typed_cell_by_cell_pasted_from_a_spreadsheet_and_changed_again(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.button("Table").click()
    desk.dialog.get_by_label("Head of column 1").fill("Drug")
    desk.dialog.get_by_label("Row 1, column 1").focus()
    desk.paste(text="Ketamine\t0.5\t40 min\nEsketamine\t56\tspray\n")
    expect(desk.dialog.get_by_label("Row 2, column 3")).to_have_value("spray")
    desk.dialog.get_by_role("button", name="Insert table").click()
    expect(desk.text).to_have_value(re.compile(r"\| Esketamine +\| 56 +\| spray +\|"))
    expect(desk.seen.get_by_role("cell", name="40 min")).to_be_visible()
    desk.put_cursor_before("spray |")
    desk.button("Table").click()
    expect(desk.dialog.get_by_label("Row 2, column 1")).to_have_value("Esketamine")
    desk.page.keyboard.press("Escape")


def test_text_of_another_program_becomes_markdown_with_an_account(desk: Desk) -> None:
    before = desk.text.input_value()
    desk.put_cursor_before("## Key points")
    desk.paste(html="<h2>From Word</h2><p>Give <b>slowly</b>.</p><ul><li>one</li><li>two</li></ul>", text="From Word")
    expect(desk.text).to_have_value(re.compile(r"## From Word\n\nGive \*\*slowly\*\*\.\n\n- one\n- two"))
    expect(desk.says).to_have_text("Brought into the text.")
    desk.text.press("Control+z")
    expect(desk.text).to_have_value(before)


MERGED = "<table><tr><td colspan=2>Blood pressure</td><td>Act</td></tr><tr><td>0 min</td><td>{}</td><td>wait</td></tr></table>"
"""A table with a cell over two columns, of which the desk asks."""


@pytest.fixture(params=["plain field", "numbered lines"])
def field(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Locator]:
    """The text in each of its two fields, the cursor before the heading of the key points."""
    switch = desk.page.get_by_label("Number the lines and mark problems beside them")
    if request.param == "plain field":
        desk.put_cursor_before("## Key points")
        yield desk.text
        return
    switch.check()
    field = desk.numbered.get_by_role("textbox")
    field.click()
    desk.page.keyboard.press("Control+Home")
    while not desk.active_line.filter(has_text="## Key points").is_visible():
        desk.page.keyboard.press("ArrowDown")
    yield field
    switch.uncheck()


def kept_text(desk: Desk) -> str:
    """The text of the article behind its front matter."""
    desk.checked()
    desk.page.get_by_text("Kept on this device only").wait_for()
    (draft,) = (one for one in desk.drafts() if one["path"].endswith(f"{SLUG}.md"))
    return str(draft["text"].partition("\n---\n")[2])


def test_enter_begins_and_ends_an_item_and_is_taken_back_by_the_key(desk: Desk, field: Locator) -> None:
    desk.page.keyboard.type("\n\n")
    desk.page.keyboard.press("ArrowUp")
    desk.page.keyboard.press("ArrowUp")
    desk.page.keyboard.type("1. One point.")
    for keys in ("Enter", "Enter", "Control+z"):
        desk.page.keyboard.press(keys)
    desk.page.keyboard.type("Another.")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Words below.")
    expect(desk.seen.get_by_text("Words below.", exact=True)).to_be_visible()
    assert "\n1. One point.\n2. Another.\n\nWords below.\n\n## Key points" in kept_text(desk)
    for keys in ("ArrowUp", "ArrowUp", "ArrowUp", "End", "Enter", "Control+z"):
        desk.page.keyboard.press(keys)
    desk.page.keyboard.type("..")
    expect(desk.seen.get_by_text("One point...", exact=True)).to_be_visible()
    assert "\n1. One point...\n2. Another.\n\nWords" in kept_text(desk)
    expect(field).to_be_focused()


def test_points_without_a_sign_are_asked_about_and_written_as_items_at_once(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.page.keyboard.insert_text("- One point.\nAnother point.\nThe third point.\n\n")
    desk.checked()
    item = desk.problems.filter(has_text="This line has no sign of a list").first
    item.get_by_role("button", name="Write all 2 so").click()
    expect(desk.text).to_have_value(re.compile("- One point\\.\n- Another point\\.\n- The third point\\.\n\n## Key"))


def test_what_is_asked_about_goes_to_the_cursor_and_is_taken_back_by_the_key(desk: Desk, field: Locator) -> None:
    before = desk.text.input_value() if field == desk.text else None
    desk.paste(html=MERGED.format("140/90"), text="x")
    expect(desk.dialog).to_contain_text("It goes where the cursor stands in the text.")
    desk.dialog.get_by_role("button", name="Put it into the text").click()
    expect(desk.says).to_have_text("Brought into the text.")
    desk.page.keyboard.type("\n\nBehind it.")
    expect(desk.seen.get_by_text("Behind it.")).to_be_visible()
    text = kept_text(desk)
    table = text.index("| Blood pressure |")
    assert "| 0 min | 140/90 | wait |\n\nBehind it." in text
    assert text.index("\n# ") < table
    assert 0 < abs(text.index("## Key points") - table) < 200
    if before is not None:
        while desk.text.input_value() != before:
            desk.page.keyboard.press("Control+z")


def test_what_is_marked_is_exchanged_for_what_is_pasted(desk: Desk) -> None:
    desk.type_before("## Key points", "Old words of ours.\n\n")
    before = desk.text.input_value()
    desk.text.evaluate(
        "field => { const at = field.value.indexOf('words of'); field.setSelectionRange(at, at + 8); }",
    )
    desk.paste(html=MERGED.format("150/95"), text="x")
    expect(desk.dialog).to_contain_text("It takes the place of what is marked in the text.")
    desk.dialog.get_by_role("button", name="Put it into the text").click()
    expect(desk.text).to_have_value(
        re.compile(r"\n\nOld\n\n\| Blood pressure \|[^#]*\| wait \|\n\nours\.\n\n## Key points")
    )
    desk.text.press("Control+z")
    expect(desk.text).to_have_value(before)


def test_the_cursor_is_seen_behind_what_was_brought(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.paste(html="".join(f"<p>Paragraph <b>{i}</b> of many.</p>" for i in range(80)), text="x")
    expect(desk.text).to_have_value(re.compile(r"Paragraph \*\*79\*\* of many\."))
    place = desk.text.evaluate(
        """field => {
            const above = field.cloneNode();
            above.value = field.value.slice(0, field.selectionEnd);
            above.style.cssText = `block-size: 0; min-block-size: 0; flex: none; inline-size: ${field.offsetWidth}px`;
            field.after(above);
            const height = above.scrollHeight;
            above.remove();
            const before = field.value.slice(0, field.selectionEnd).slice(-8);
            return {before, height, top: field.scrollTop, seen: field.clientHeight};
        }"""
    )
    assert place["before"] == "of many."
    assert place["top"] > 0
    assert place["top"] < place["height"] <= place["top"] + place["seen"]


def test_cells_that_were_copied_as_plain_text_become_a_table(desk: Desk) -> None:
    before = desk.text.input_value()
    desk.put_cursor_before("## Key points")
    desk.paste(text="Age\tDose\tNote\r\n65-74 y\t0.25 mg/kg\tslow\r\n75 y\t0.2 mg/kg\t\r\n")
    expect(desk.text).to_have_value(re.compile(r"\| 75 y +\| 0\.2 mg/kg +\| +\|"))
    expect(desk.brought).to_contain_text("a table of 3 rows and 3 columns")
    desk.text.press("Control+z")
    expect(desk.text).to_have_value(before)


@pytest.mark.parametrize(
    "text", ["One\tline", "Two\tcells\nThree\tcells\there", "\tIndented\n\twords", "No tab\nat all"]
)
def test_other_plain_text_is_left_to_the_browser(desk: Desk, text: str) -> None:
    desk.put_cursor_before("## Key points")
    assert not desk.paste(text=text)


def test_cells_in_code_are_left_to_the_browser(desk: Desk) -> None:
    before = desk.text.input_value()
    desk.type_before("## Key points", "```\n\n```\n\n")
    desk.text.evaluate("f => { const at = f.value.indexOf('```') + 4; f.setSelectionRange(at, at); }")
    assert not desk.paste(text="a\tb\nc\td")
    desk.text.fill(before)


def test_the_account_has_a_room_of_its_own_stays_and_opens_again(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.paste(html="<h1>From Word</h1><p>Give <b>slowly</b>.</p><p>Give .5 mg and .25 mg.</p>", text="x")
    expect(desk.brought).to_contain_text("Levels of headings are changed: from 1 to 2 (##) once.")
    desk.checked()
    boxes = [one.bounding_box() for one in (desk.status, desk.brought, desk.problems_region)]
    edges = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(edges) == len(boxes)
    assert all(end <= start + 0.5 for (_, end), (start, _) in pairwise(edges))
    desk.problems_region.get_by_role("button", name=re.compile("^Mend")).first.click()
    expect(desk.says).to_contain_text("mended")
    expect(desk.brought).to_contain_text("Levels of headings are changed")
    desk.brought.get_by_role("button", name="Close").press("Enter")
    expect(desk.brought).to_be_hidden()
    again = desk.button("What was brought along")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(desk.brought).to_contain_text("Levels of headings are changed")
    assert accessibility_problems(desk.page) == []
    desk.button("All articles").click()
    desk.choose(TITLE)
    desk.opened()
    expect(desk.brought).to_be_hidden()
    desk.button("What was brought along").click()
    expect(desk.brought).to_contain_text("Levels of headings are changed")


def test_plain_text_and_markup_that_says_no_more_than_its_words_are_pasted_by_the_browser(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    assert not desk.paste(html="<span>## Doses</span>", text="## Doses")


def test_the_form_changes_its_line_and_no_other(desk: Desk) -> None:
    desk.button("About the article").click()
    excerpt = desk.page.get_by_label("What it answers")
    expect(excerpt).to_have_value(re.compile("^Who and what"))
    before = excerpt.input_value()
    desk.page.get_by_text("Front matter as text").click()
    head = desk.page.get_by_role("textbox", name="Front matter as text")
    lines = head.input_value().splitlines()
    excerpt.fill("Who has to be in the room.")
    excerpt.press("Tab")
    expect(head).to_have_value(re.compile("Who has to be in the room"))
    changed = head.input_value().splitlines()
    assert len(changed) == len(lines)
    assert sum(one != other for one, other in zip(lines, changed, strict=True)) == 1
    excerpt.fill(before)
    excerpt.press("Tab")
    expect(desk.kept).to_have_text("As published")


def test_a_number_that_changed_is_shown_apart_and_an_entry_for_readers_is_asked_for(desk: Desk) -> None:
    desk.type_before("## Key points", "Give ondansetron 40 mg.\n\n")
    desk.button("What changed").click()
    expect(desk.clinical).to_contain_text("40 mg")
    desk.page.get_by_label("What changed, and why").fill("Ondansetron is added.")
    desk.button("Add to the changes of this article").click()
    expect(desk.says).to_have_text("The change is added to what readers are told.")
    expect(desk.page.get_by_role("group", name="What readers are told")).to_have_count(0)
    expect(desk.see_pane.get_by_text(re.compile("blocks? changed against the published text"))).to_be_visible()
    expect(desk.see_pane.get_by_text(re.compile("A number changed: tell readers"))).to_have_count(0)


def test_numbered_lines_are_fetched_when_they_are_chosen_and_keep_the_text(desk: Desk) -> None:
    before = desk.text.input_value()
    switch = desk.page.get_by_label("Number the lines and mark problems beside them")
    switch.check()
    expect(desk.numbered.get_by_role("textbox", name="Text of the article")).to_be_visible()
    desk.numbered.get_by_role("textbox").press("Control+End")
    desk.page.keyboard.type("Give .5 mg.")
    expect(desk.marked_errors).to_have_count(1)
    desk.numbered.get_by_role("textbox").press("Control+z")
    expect(desk.marked_errors).to_have_count(0)
    switch.uncheck()
    expect(desk.text).to_have_value(before)


BROUGHT = Path(__file__).resolve().parents[1] / "support" / "brought" / "article.docx"
DOCUMENT = "Nursing care on the day of a ketamine infusion"


def test_a_document_takes_the_place_of_the_text_that_an_article_is_begun_with(tab: Desk) -> None:
    tab.page.keyboard.press("Escape")
    tab.button("All articles").click()
    tab.button("New article").click()
    tab.dialog.get_by_label("Title").fill("Infusions from day to day")
    tab.dialog.get_by_role("button", name="New article").click()
    tab.opened()
    begun = tab.text.input_value()
    with tab.page.expect_file_chooser() as chooser:
        tab.button("Open a Word or web file").click()
    chooser.value.set_files(BROUGHT)
    expect(tab.dialog).to_contain_text("It takes the place of the text that the article was begun with")
    expect(tab.dialog).to_contain_text("Levels of headings are changed: from 1 to 2 (##)")
    tab.dialog.get_by_role("button", name="Put it into the text").click()
    expect(tab.text).to_have_value(re.compile(f"^\n# {DOCUMENT}\n"))
    text = tab.text.input_value()
    assert re.findall(r"(?m)^# .*", text) == [f"# {DOCUMENT}"]
    assert "(write here: " not in text
    expect(tab.heading).to_have_text(DOCUMENT)
    expect(tab.brought).to_contain_text(
        f"The title of the article is now “{DOCUMENT}”. It was “Infusions from day to day”"
    )
    expect(tab.dialog).to_contain_text("articles/nursing-care-on-the-day-of-a-ketamine-infusion")
    tab.dialog.get_by_role("button", name="Leave them").click()
    tab.button("Take it back").click()
    expect(tab.text).to_have_value(begun)
    expect(tab.heading).to_have_text("Infusions from day to day")
    assert violations.noticed() == []


WITHOUT_KEY_POINTS = """<h1>Care after a visit</h1><p>Who may leave.</p><h2>Before</h2><p>One [1].</p><h2>After</h2><p>Two.</p>
<h2>References</h2><p>1. Nowak P. Leaving the clinic after sedation. Anaesthesia. 2019;74(2):101-108.</p>"""


def test_a_document_without_key_points_keeps_their_place_and_its_works_are_told_as_known_or_new(tab: Desk) -> None:
    tab.page.keyboard.press("Escape")
    tab.to_the_list()
    tab.button("New article").click()
    tab.dialog.get_by_label("Title").fill("Leaving the clinic")
    tab.dialog.get_by_role("button", name="New article").click()
    tab.opened().text.focus()
    tab.paste(html=WITHOUT_KEY_POINTS, text="Care after a visit")
    expect(tab.dialog).to_contain_text("References in the document: 1. New, with an entry made for each: 1.")
    tab.dialog.get_by_role("button", name="Put it into the text").click()
    tab.dialog.get_by_role("button", name="Name them after the title").click()
    expect(tab.says).to_have_text("The address of the page is now articles/care-after-a-visit.")
    tab.opened()
    kept = r"Who may leave\.\n\n## Key points \{#key-points\}\n\n- \(write here: [^\n]*\n\n## Before\n\nOne \[@nowak-2019\]"
    expect(tab.text).to_have_value(re.compile(kept))
    tab.button("What was brought along").click()
    expect(tab.brought).to_contain_text("The document has no section “Key points”")
    expect(tab.page).to_have_url(re.compile("#care-after-a-visit$"))
    names = {one["path"] for one in tab.drafts() if re.search("leaving-the-clinic|care-after", one["path"])}
    assert names == {
        "content/articles/care-after-a-visit.md",
        "content/images/articles/care-after-a-visit.svg",
    }
    tab.reload()
    expect(tab.heading).to_have_text("Care after a visit")
    assert violations.noticed() == []


BOLD = "<p><b>Who may start</b></p><p>Ask.</p><p><b>Who may not</b></p><p>Stop.</p>"


def test_bold_lines_of_a_document_become_subheadings_by_one_tick(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.paste(html=BOLD, text="x")
    expect(desk.dialog.get_by_text("Who may start")).to_have_count(1)
    assert accessibility_problems(desk.page) == []
    desk.dialog.get_by_label("Make these 2 lines sub-headings").check()
    desk.dialog.get_by_role("button", name="Put it into the text").click()
    expect(desk.text).to_have_value(re.compile(r"\n## Who may start\n\nAsk\.\n\n## Who may not\n\nStop\.\n"))
    expect(desk.brought).to_contain_text("Bold lines made sub-headings: “Who may start”, “Who may not”.")


def test_bold_lines_that_were_left_are_made_subheadings_in_the_text(desk: Desk) -> None:
    desk.put_cursor_before("## Key points")
    desk.paste(html=BOLD, text="x")
    desk.dialog.get_by_role("button", name="Put it into the text").click()
    expect(desk.brought).to_contain_text("left as bold lines")
    desk.checked()
    desk.put_cursor_before("**Who may not**")
    desk.button("Subheading").click()
    expect(desk.text).to_have_value(re.compile("\n### Who may not\n"))
    desk.checked()
    desk.button("Write it so: ## Who may start").click()
    expect(desk.text).to_have_value(re.compile("\n## Who may start\n"))
