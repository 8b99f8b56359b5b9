"""What a reader with large letters, a small window, colors of the system's own or no wish for motion meets on a page."""

from playwright.sync_api import Locator, Page

# Content that is wider or higher than its box, or stands outside the window. What scrolls by itself is no loss, and the
# name of the page in the header is an echo of its heading.
CUT_OFF = """() => {
    const scrolls = ".table-region, .visually-hidden, pre, .md-typeset__scrollwrap, .chart-place, code, textarea";
    const cut = [];
    for (const one of document.querySelectorAll(".md-content *, .md-footer *")) {
        if (!(one instanceof HTMLElement) || !one.checkVisibility({ visibilityProperty: true })) continue;
        if (one.closest(scrolls)) continue;
        const style = getComputedStyle(one);
        if (style.display.startsWith("inline") && one.tagName !== "INPUT") continue;
        if (style.clipPath === "inset(50%)") continue; // for the ear alone
        const { left, right, width } = one.getBoundingClientRect();
        const wide = one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
        const high = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
        if (wide || high || (width > 1 && (left < -1 || right > innerWidth + 1))) {
            cut.push(`${one.tagName} ${one.className} ${one.innerText.slice(0, 40)}`);
        }
    }
    return cut;
}"""

# Words in a table that reach into the next cell.
OVERFLOWING_CELLS = """() => [...document.querySelectorAll(".md-content :is(th, td)")]
    .filter((cell) => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => cell.innerText)"""

# Everything that is pressed, unless it is a link among the words of a sentence.
SMALL_TARGETS = """(least) => {
    const small = [];
    for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
        if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        if (one.closest(".visually-hidden, .md-skip")) continue;
        const label = one.matches("[type=radio], [type=checkbox]") && one.closest("label");
        const target = label && label.offsetWidth ? label : one; // a label without words is not pressed
        const { width, height, right, bottom } = target.getBoundingClientRect();
        if (right <= 0 || bottom + scrollY <= 0) continue;
        const words = one.parentElement.textContent.replaceAll(/[\\s#]/g, "");
        const own = one.textContent.replaceAll(/\\s/g, "");
        const inSentence = getComputedStyle(one).display === "inline" && words.length > own.length;
        if (!inSentence && (width < least || height < least)) {
            small.push(`${one.tagName} ${one.className} ${own.slice(0, 30)} ${Math.round(width)}x${Math.round(height)}`);
        }
    }
    return small;
}"""

# Anything that takes longer than an eye notices to move or to fade.
MOTION = """() => {
    const seconds = (times) => Math.max(...times.split(",").map((time) => parseFloat(time)));
    const moving = document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().duration > 10 && one.playState === "running")
        .map((one) => one.effect.target.className);
    for (const one of document.querySelectorAll("*")) {
        for (const part of [undefined, "::before", "::after"]) {
            const style = getComputedStyle(one, part);
            if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) moving.push(one.className);
            if (style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.01) moving.push(one.className);
            if (style.scrollBehavior === "smooth") moving.push(one.className);
        }
    }
    return moving;
}"""

# Whether something else lies over the middle of what has the focus.
FOCUS_IS_COVERED = """() => {
    const focused = document.activeElement;
    const shown = focused.closest("label") ?? focused;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight - top) / 2);
    return !(there && (shown.contains(there) || there.contains(shown)));
}"""


def cut_off(page: Page) -> list[str]:
    found: list[str] = page.evaluate(CUT_OFF)
    return found


def overflowing_cells(page: Page) -> list[str]:
    found: list[str] = page.evaluate(OVERFLOWING_CELLS)
    return found


def small_targets(page: Page, least: int = 24) -> list[str]:
    found: list[str] = page.evaluate(SMALL_TARGETS, least)
    return found


def motion(page: Page) -> list[str]:
    found: list[str] = page.evaluate(MOTION)
    return found


def focus_is_covered(page: Page) -> bool:
    return bool(page.evaluate(FOCUS_IS_COVERED))


def style(one: Locator, name: str) -> str:
    """A computed style, such as `background-color`."""
    value: str = one.evaluate("(one, name) => getComputedStyle(one).getPropertyValue(name)", name)
    return value


def system_color(page: Page, name: str) -> str:
    """One of the system's colors, as computed styles give it."""
    value: str = page.evaluate(
        """name => {
            const probe = document.body.appendChild(document.createElement("i"));
            probe.style.color = name;
            const color = getComputedStyle(probe).color;
            probe.remove();
            return color;
        }""",
        name,
    )
    return value


def focused_name(page: Page) -> str:
    """The name of the field that has the focus, or the words of what else has it."""
    name: str = page.evaluate("document.activeElement.name || document.activeElement.textContent")
    return name


def letter_size(page: Page) -> str:
    """The size that a page gives to letters at its root."""
    return style(page.locator("html"), "font-size")
