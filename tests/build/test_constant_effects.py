"""A constant is tried with another value in a Python of its own: which cards answer differently, and what they show no longer."""

from pathlib import Path

from ketamine_calculators import house_protocol
from press.checks.constant_effects import Effect, effects
from press.checks.passage_source import constant_at


def effect_of(name: str) -> Effect:
    constant = constant_at(Path(house_protocol.__file__), name)
    assert constant
    return effects([constant], getattr(house_protocol, name))[0]


def test_the_cards_whose_answers_rest_on_the_dose_are_named_and_no_others() -> None:
    effect = effect_of("PROTOCOL_DOSE")
    assert effect.tried
    # The default and the comparison of iv_dose and infusion, the doses of body_weights, the literature on higher doses of
    # timeline_action and of course, which joins it, and the table of doses. titration_step has a constant of its own.
    assert set(effect.cards) == {"body_weights", "course", "dose_table", "infusion", "iv_dose", "timeline_action"}


def test_what_an_example_shows_only_with_the_constant_is_told() -> None:
    # 50 mL over 40 minutes are 75 mL/h: the worked examples of iv_dose that leave the time out.
    assert "75 mL/h" in {text for card, _, text in effect_of("PROTOCOL_MINUTES").results if card == "iv_dose"}
