"""What only the sheet can see, because it knows all of one infusion at once: the headline's first words, and its own notices."""

from collections.abc import Iterable, Mapping

from ...catalogue import contraindication_screen, titration_step
from ...definition import Notice
from ...display import plain
from ...house_protocol import PROTOCOL_DOSE
from ...house_values import DOSE_RISE
from ...house_values.beside_literature import in_words
from ...infusion_limits import is_large_on_ideal_weight, on_ideal_weight
from ...infusion_sheet import headed, is_settled
from ...wording import in_sentence
from ...worksheet import by_urgency, joined_warnings
from .inputs import BP_FLAG, Infusion
from .parts import Parts, Titration, Weights

ADULT_FROM = 18  # years, the label's
WITHIN_HOURS = (
    "alcohol_or_sedative"  # the sheet does not know how long ago: the house puts the session off within a day
)
BIPOLAR_FLAGS = tuple(flag for flag in contraindication_screen.FLAGS if flag.startswith("bipolar_"))


def leading(parts: Parts) -> Iterable[Notice]:
    """Notices of the sheet that stand in the headline, whether they stop or caution."""
    yield from parts.pairs
    if parts.infusion.age is not None and parts.infusion.age < ADULT_FROM:
        yield Notice(
            "stop",
            f"Do not give this to anyone under {ADULT_FROM}: not licensed or studied here.",
            rule="infusion.under_age",
            short=f"under {ADULT_FROM}: not licensed or studied here",
        )


def own(parts: Parts) -> Iterable[Notice]:
    """Every notice that no calculator gives by itself."""
    yield from leading(parts)
    if parts.infusion.bipolar or any(flag in BIPOLAR_FLAGS for flag in parts.infusion.flags):
        yield Notice(
            "caution",
            f"Bipolar depression: our protocol asks for a lower start than {plain(PROTOCOL_DOSE)} mg/kg, a mood stabilizer, and "
            "YMRS or ASRM at each visit.",
            rule="infusion.bipolar",
            short="bipolar: lower start, stabilizer, YMRS or ASRM each visit",
        )
    if parts.weights:
        yield from beside_ideal_weight(parts, parts.weights)
    yield from beside_the_last_dose(parts.infusion, parts.titration)


def beside_ideal_weight(parts: Parts, weights: Weights) -> Iterable[Notice]:
    """A caution for a dose that is an anesthetic one on ideal weight."""
    ideal = weights.outputs.ibw_kg
    dose = parts.dose.outputs.dose_mg
    if ideal is not None and is_large_on_ideal_weight(dose, ideal):
        text, short = on_ideal_weight(dose, ideal)
        yield Notice("caution", text, rule="infusion.dose_on_ideal_weight", short=short)


def of_its_calculators(parts: Parts) -> Iterable[Notice]:
    """Those of the calculators; body weights checks the usual dose, and the sheet the one that is ordered."""
    return (one for one in joined_warnings(parts.evaluations) if one.rule != "body_weights.dose_on_ideal")


def beside_the_last_dose(infusion: Infusion, titration: Titration | None) -> Iterable[Notice]:
    """Cautions for an order that differs from the step of the house table, rises steeply, or begins above the protocol."""
    now = infusion.dose_mg_per_kg
    this_order = f"this order has {plain(now)} mg/kg"
    if titration is None:
        if now > PROTOCOL_DOSE:
            yield Notice(
                "caution",
                f"A first infusion in our protocol has {plain(PROTOCOL_DOSE)} mg/kg; {this_order}.",
                rule="infusion.first_dose",
                short=f"a first infusion has {plain(PROTOCOL_DOSE)} mg/kg; {this_order}",
            )
        return
    last, step = titration.inputs.dose, titration.outputs
    if step.action == "reassess" and titration.inputs.response != "worse":
        yield Notice(
            "caution",
            f"Our titration table says “{in_sentence(titration_step.in_words(step))}” after {plain(last)} mg/kg; {this_order}.",
            rule="infusion.reassess_first",
            short=f"our table: reassess first; {this_order}",
        )
        return
    # Where the table names no dose, the last one is what it leaves standing.
    lowest = min(last, step.dose_max or last) if step.dose_min is None else step.dose_min
    highest = last if step.dose_max is None else step.dose_max
    if not lowest <= now <= highest:
        yield Notice(
            "caution",
            f"Our titration table says “{in_sentence(titration_step.in_words(step))}” after {plain(last)} mg/kg; {this_order}.",
            rule="infusion.beside_the_table",
            short=f"not the step of our table; {this_order}",
        )
    if now - last > DOSE_RISE.value:
        yield Notice(
            "caution",
            f"Check the rise: more than {in_words(DOSE_RISE)} from one infusion to the next; {this_order}.",
            rule="infusion.steep_rise",
            short=f"rise above {in_words(DOSE_RISE)}; {this_order}",
        )


def against(parts: Parts) -> Mapping[str, bool]:
    """What stands against the infusion, in the words of a headline, with whether it stops; the most serious first."""
    said: dict[str, bool] = {}
    for place, words in sorted(_against(parts), key=lambda one: one[0]):
        said.setdefault(words, place == 0)
    return said


def _against(parts: Parts) -> Iterable[tuple[int, str]]:
    """Each with its place in order: what stops is 0, what cautions is 1."""
    for notice in leading(parts):
        if notice.kind != "note":
            yield int(notice.kind != "stop"), headed(notice)
    screen, pressure = parts.screen.outputs, parts.pressure.outputs
    # A finding that only repeats the blood pressure is told by the reading.
    if screen.contraindicated or set(screen.conditional) - {BP_FLAG}:
        yield int(not screen.contraindicated), parts.screen.headline
    if pressure.level != "proceed":
        yield int(pressure.level != "stop"), parts.pressure.headline
    if parts.titration and parts.titration.outputs.action == "reassess":
        yield 1, parts.titration.headline
    for hold in parts.holds:
        if hold.inputs.agent == WITHIN_HOURS:
            yield from ((1, headed(notice)) for notice in hold.warnings if notice.kind == "caution")
        if hold.outputs.clear is False:
            yield int(all(notice.kind != "stop" for notice in hold.warnings)), hold.headline
    for notice in by_urgency(parts.dose.warnings):
        if notice.kind == "stop" and not is_settled(notice, parts.dose.outputs):
            yield 0, headed(notice)
