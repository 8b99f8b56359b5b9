"""The states in which pages of the site may be, each brought about in any of the three browsers."""

from collections.abc import Callable

from support.engines.driving import until
from support.pages.driven_page import DrivenPage

# Of version 1.0, which cautioned about a bolus where today's stops.
OLD_LINE = (
    "IV ketamine dose: 35.0 mg over 5 min. Caution: Faster than the protocol: 5 min instead of 40 min. Inputs: weight 70 kg; "
    "dose 0.5 mg/kg; vial strength 50 mg/mL; infusion time 5 min. (iv_dose 1.0, 2026-01-01; Ketamine Association. Treating "
    "Treatment-Resistant Depression: Advanced Protocol Considerations. Check before use.)"
)
_HAS = "(selector) => Boolean(document.querySelector(selector))"
_PRESS = """(words) => {
    const button = [...document.querySelectorAll("main button, main summary, footer button")]
        .find((one) => one.textContent.trim().startsWith(words) && one.checkVisibility());
    button?.click();
    return Boolean(button);
}"""
_CHOOSE = """(selector) => { document.querySelector(selector).click(); }"""
_POINTED_AT = """(selector) => {
    const over = new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" });
    document.querySelector(selector).dispatchEvent(over);
}"""
# What is saved is kept aside, and whoever asks for a file is given that.
_KEEP_SAVED = """() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.savedFile = blob; return made.call(URL, blob); };
    const click = HTMLInputElement.prototype.click;
    HTMLInputElement.prototype.click = function () {
        if (this.type !== "file") return click.call(this);
        const given = new DataTransfer();
        given.items.add(new File([window.savedFile], "saved.json", { type: "application/json" }));
        this.files = given.files;
        this.dispatchEvent(new Event("input", { bubbles: true }));
    };
}"""
_PRINTED = """() => { for (const type of ["beforeprint", "afterprint"]) dispatchEvent(new Event(type)); }"""


def _press(page: DrivenPage, words: str) -> None:
    until(page.driven, _PRESS, words)


def _wait_for(page: DrivenPage, selector: str) -> None:
    until(page.driven, _HAS, selector)


def _a_stop(page: DrivenPage) -> None:
    page.open("calculators/contraindication-screen/")
    page.driven.run(_CHOOSE, "clinical-calculator input[type=checkbox]")
    _wait_for(page, ".live .warning[data-kind=stop], .live .chip")


def _a_record_copied(page: DrivenPage) -> None:
    page.answer_dose()
    for words in ("Copy summary", "Copy full note", "Copy FHIR"):
        _press(page, words)
    _wait_for(page, ".take-away-note:not(:empty)")


def _a_link_opened(page: DrivenPage) -> None:
    page.driven.open("about:blank")
    page.open("calculators/iv-dose/#iv_dose?weight=70&weight_unit=kg&dose_mg_per_kg=0.5&concentration_mg_ml=50&v=2.0")
    page.wait_for_words("This link does not say")
    _press(page, "Continue with what is in the form")
    page.wait_for_words("Still needed")


def _an_old_answer_checked(page: DrivenPage) -> None:
    page.open("check-an-answer/")
    page.fill("main textarea", OLD_LINE)
    _press(page, "Check this answer")
    until(page.driven, "() => document.querySelector('.check-result h2')?.textContent")


def _a_saved_file_opened(page: DrivenPage) -> None:
    page.open("worksheets/course/")
    page.driven.run(_KEEP_SAVED)
    page.driven.run(_CHOOSE, "[name=scale][value]")
    _press(page, "Save…")
    until(page.driven, "() => Boolean(window.savedFile)")
    _press(page, "Open…")
    until(page.driven, "() => document.querySelector('.file-note').textContent.includes('saved on')")


def _printed(page: DrivenPage) -> None:
    page.answer_dose()
    page.driven.run(_PRINTED)
    page.open("sheets/session/")
    page.driven.run(_PRINTED)


def _a_meaning_open(page: DrivenPage) -> None:
    page.open("articles/depression-scales-and-what-a-change-means/")
    page.driven.run(_POINTED_AT, "a.term[aria-describedby]")
    _wait_for(page, ".meaning:popover-open")


def _dialogs_open(page: DrivenPage) -> None:
    page.open("about/")
    _press(page, "Keyboard shortcuts")
    _wait_for(page, "dialog[open]")


def _searched(page: DrivenPage) -> None:
    page.open("")
    page.driven.run(_CHOOSE, "search-button button")
    _wait_for(page, ".site-search input")
    page.fill(".site-search input", "madrs")
    _wait_for(page, ".search-results mark")


def _gone_and_come_back(page: DrivenPage) -> None:
    page.answer_dose()
    page.open("about/")
    page.driven.back()
    until(page.driven, "() => Boolean(document.querySelector('[name=weight]'))")


def _colors_chosen(page: DrivenPage) -> None:
    page.open("about/")
    page.driven.run("() => { document.querySelector('#__palette_1').click(); }")
    _wait_for(page, "body[data-md-color-scheme]")


def _verified(page: DrivenPage) -> None:
    page.open("calculators/iv-dose/")
    _press(page, "Check this calculator in this browser")
    until(page.driven, "() => document.querySelector('verify-calculators').textContent.includes('answers agree')")


def _self_tested(page: DrivenPage) -> None:
    page.open("self-test/")
    _press(page, "Begin the self-test")
    until(page.driven, "() => document.querySelector('self-test').textContent.includes('Test again')")


STATES: dict[str, Callable[[DrivenPage], None]] = {
    "an answer": lambda page: page.answer_dose(),
    "a stop": _a_stop,
    "a record copied": _a_record_copied,
    "a link opened": _a_link_opened,
    "an old answer checked": _an_old_answer_checked,
    "a saved file opened": _a_saved_file_opened,
    "printed": _printed,
    "a meaning open": _a_meaning_open,
    "a dialog open": _dialogs_open,
    "searched": _searched,
    "gone and come back": _gone_and_come_back,
    "colors chosen": _colors_chosen,
    "verified": _verified,
    "self-tested": _self_tested,
}
