"""A page of the site in any of the three browsers: its forms used by touch, and what is seen of it measured."""

from support.engines.driving import Driven, tap, until
from support.pages.calculator import BROKEN
from support.pages.reading import CUT_OFF

WIDTHS = (320, 412, 768, 1350, 2560)

_WEIGHT = "[name=weight]"
_VIAL = "[name=concentration_mg_ml][value='50']"
# The mark and the name of the site, whole, in the window and in their band.
_HEADER_IS_CUT = """() => [...document.querySelectorAll(".masthead, .masthead-name")].filter((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const band = one.closest("header").getBoundingClientRect();
    const out = left < 0 || right > innerWidth || top < band.top - 1 || bottom > band.bottom + 1;
    return out || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline";
}).map((one) => `cut: ${one.className}`)"""
_SIDEWAYS = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth
    ? [`${document.documentElement.scrollWidth} wide`] : []"""
# A field that is there gets a text, as if it was pasted.
_FILL = """(selector, text) => {
    const field = document.querySelector(selector);
    if (field) field.value = text;
    for (const type of ["input", "change", "keyup"]) field?.dispatchEvent(new Event(type, { bubbles: true }));
    return Boolean(field);
}"""
# How many of the points of a chart have a color of their own: a place that is empty or blank has none.
_DRAWN = """() => {
    const canvas = document.querySelector(".chart-place canvas");
    if (!canvas?.width) return 0;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, place) => place % 4 === 3 && value > 0).length;
}"""
# Where a button or a choice cannot be told from the ground where colors are the system's.
_EDGELESS = """() => [...document.querySelectorAll("clinical-calculator :is(button, .option)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).borderTopStyle === "none")
    .map((one) => `no edge: ${one.textContent}`)"""


class DrivenPage:
    """The page that is open."""

    def __init__(self, driven: Driven, address: str, width: int = 412) -> None:
        self.driven = driven
        self.address = address
        self.resize(width)

    def resize(self, width: int) -> None:
        """Make the window so wide, and wait until the page knows."""
        self.driven.resize(width)
        until(self.driven, "(width) => innerWidth === width", width)

    def open(self, path: str) -> None:
        self.driven.open(self.address + path)
        until(self.driven, "() => document.documentElement.dataset.instant === 'ready'")

    def open_dose(self) -> None:
        """The form of the dose of ketamine."""
        self.open("calculators/iv-dose/")

    def tap_and_type_weight(self, text: str) -> None:
        tap(self.driven, _WEIGHT)
        self.driven.type(text)

    def wait_for_words(self, words: str) -> None:
        """Wait until the answer's place says this."""
        until(self.driven, "(words) => document.querySelector('.state').textContent.includes(words)", words)

    def tap_vial(self) -> None:
        tap(self.driven, _VIAL)

    def tap_calculate(self) -> None:
        tap(self.driven, "clinical-calculator button[type=submit]")

    def wait_until_weight_is_marked(self) -> None:
        """Wait until it is said at the field that its number is wrong."""
        until(self.driven, f'() => document.querySelector("{_WEIGHT}[aria-invalid=true]")?.name')

    def vial_is_chosen(self) -> bool:
        return bool(self.driven.run(f'() => document.querySelector("{_VIAL}").checked'))

    def wait_until_summary_has_focus(self) -> None:
        until(self.driven, "() => document.activeElement.matches('.problem-summary')")

    def answer_dose(self) -> None:
        """35 mg of 50 mg/mL in 50 mL."""
        self.open_dose()
        fields = {"weight": "70", "total_volume_ml": "50"}
        for name, text in fields.items():
            tap(self.driven, f"[name={name}]")
            self.driven.type(text)
        self.tap_vial()
        self.wait_for_words("35")

    def fill(self, selector: str, text: str) -> None:
        """Give a field a text as soon as it is there."""
        until(self.driven, _FILL, selector, text)

    def chart_two_scores(self) -> None:
        """A PHQ-9 of 21, and one of 11 two weeks later, on the worksheet of a course."""
        self.open("worksheets/course/")
        tap(self.driven, "[name=scale][value=phq9]")
        for number, (day, total) in enumerate((("2026-03-02", "21"), ("2026-03-16", "11"))):
            if number:
                tap(self.driven, ".row-add")
            for name, text in (("day", day), ("total", total)):
                self.fill(f"[name='scores.{number}.{name}']", text)

    def wait_for_points_of_chart(self) -> int:
        """Wait until the chart is drawn, and say how many of its points have a color."""
        return int(until(self.driven, _DRAWN))

    def use_dark(self, dark: bool) -> None:
        self.driven.run("(scheme) => { document.body.dataset.mdColorScheme = scheme }", "slate" if dark else "default")

    def seconds_until_drawn(self) -> float:
        """From the request of the page until the first of its words was seen."""
        drawn = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
        return float(until(self.driven, drawn)) / 1000

    def wait_for_style(self) -> None:
        """Wait until the page has its style sheets."""
        until(self.driven, "() => getComputedStyle(document.querySelector('h1')).marginTop === '0px'")

    def size_of_letters(self) -> str:
        """That of the page at its root."""
        return str(self.driven.run("() => getComputedStyle(document.documentElement).fontSize"))

    def faults(self) -> list[str]:
        """What is cut, broken or beside the window."""
        broken = f"() => ({BROKEN})(document).map((words) => `broken: ${{words}}`)"
        return [found for look in (_SIDEWAYS, _HEADER_IS_CUT, broken, CUT_OFF) for found in self.driven.run(look)]

    def colors_are_the_systems(self) -> bool:
        return bool(self.driven.run("() => matchMedia('(forced-colors: active)').matches"))

    def edgeless(self) -> list[str]:
        found: list[str] = self.driven.run(_EDGELESS)
        return found
