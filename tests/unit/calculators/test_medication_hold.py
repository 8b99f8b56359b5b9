"""Medication hold. House article: benzodiazepines on the day, MAOIs 2 weeks = 336 h, naltrexone 72 h, the rest continues."""

from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.medication_hold import AGENTS, CALCULATOR, Intake
from ketamine_calculators.definition import Notice
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate


# hours since -> met, hours to wait
@pytest.mark.parametrize(
    ("agent", "since", "clear", "left"),
    [
        pytest.param("maoi", "0", False, "336", id="an MAOI taken now means two weeks"),
        pytest.param("maoi", "335.9", False, "0.1", id="just short of 336 h is not met"),
        pytest.param("maoi", "336", True, "0", id="336 h is met"),
        pytest.param("maoi", "336.1", True, "0", id="beyond it nothing is left to wait"),
        pytest.param("naltrexone_oral", "0", False, "72", id="naltrexone taken now means 72 h"),
        pytest.param("naltrexone_oral", "71.99", False, "0.01", id="just short of 72 h is not met"),
        pytest.param("naltrexone_oral", "72", True, "0", id="72 h is met"),
    ],
)
def test_hours_are_counted_from_the_last_dose(agent: str, since: str, clear: bool, left: str) -> None:
    answer = CALCULATOR(Intake(agent=agent, hours_since_last_dose=Fraction(since)))
    assert (answer.clear, answer.hours_remaining) == (clear, Fraction(left))


@pytest.mark.parametrize("since", [None, "0", "335", "400"])
def test_the_washout_is_for_ketamine_and_with_the_spray_blood_pressure_is_watched(since: str | None) -> None:
    intake = Intake(
        agent="maoi", treatment="esketamine", hours_since_last_dose=None if since is None else Fraction(since)
    )
    answer = CALCULATOR(intake)
    assert (answer.rule, answer.clear, answer.hours_remaining) == ("monitor", True, None)
    assert CALCULATOR.headline(intake, answer) == "MAO inhibitor: monitor"
    # Ludwig 2021: 14 patients on tranylcypromine, a larger rise, no clinically relevant crisis.
    for said in ("blood pressure", "14 patients", "larger", "no crisis", "washout is for ketamine"):
        assert any(said in one.text for one in CALCULATOR.warnings(intake, answer))


def test_a_washout_that_is_not_over_says_what_holds_for_the_spray() -> None:
    intake = Intake(agent="maoi", hours_since_last_dose=Fraction(300))
    (said,) = [one.text for one in CALCULATOR.warnings(intake, CALCULATOR(intake)) if one.kind == "caution"]
    assert "The washout is our protocol's, for ketamine" in said
    assert "for esketamine spray the label asks to monitor blood pressure closely" in said


@pytest.mark.parametrize(("taken", "clear"), [(True, False), (False, True)])
def test_a_benzodiazepine_is_held_on_the_day(taken: bool, clear: bool) -> None:
    answer = CALCULATOR(Intake(agent="benzodiazepine", taken_on_treatment_day=taken))
    assert (answer.rule, answer.clear, answer.hours_remaining) == ("hold_treatment_day", clear, None)


def test_a_depot_is_not_covered_and_is_neither_met_nor_unmet() -> None:
    answer = CALCULATOR(Intake(agent="naltrexone_depot"))
    assert (answer.rule, answer.clear, answer.hours_remaining) == ("not_covered", None, None)


@pytest.mark.parametrize("agent", ["ssri", "snri", "bupropion", "lithium", "lamotrigine", "atypical_antipsychotic"])
def test_the_others_continue(agent: str) -> None:
    answer = CALCULATOR(Intake(agent=agent))
    assert (answer.rule, answer.clear, answer.hours_remaining) == ("continue", True, None)


@pytest.mark.parametrize(
    ("inputs", "field", "message"),
    [
        pytest.param(
            {"agent": "maoi"},
            "hours_since_last_dose",
            "Hours since the last dose are needed for the rule on MAO inhibitor",
            id="an MAOI needs the hours",
        ),
        pytest.param(
            {"agent": "naltrexone_oral", "taken_on_treatment_day": False},
            "hours_since_last_dose",
            "Hours since the last dose are needed",
            id="an answer about the day does not replace them",
        ),
        pytest.param(
            {"agent": "naltrexone_oral", "hours_since_last_dose": None},
            "hours_since_last_dose",
            "Hours since the last dose are needed",
            id="null is not an answer",
        ),
        pytest.param(
            {"agent": "benzodiazepine", "hours_since_last_dose": 30},
            "taken_on_treatment_day",
            "answer yes or no for a benzodiazepine",
            id="a benzodiazepine needs the day, not the hours",
        ),
        pytest.param(
            {"agent": "maoi", "hours_since_last_dose": -1},
            "hours_since_last_dose",
            "must be a number from 0",
            id="a dose in the future",
        ),
        pytest.param(
            {"agent": "benzodiazepine", "taken_on_treatment_day": "no"},
            "taken_on_treatment_day",
            "answer yes or no",
            id="a word is no yes or no",
        ),
        pytest.param({"agent": "naltrexone"}, "agent", "Medicine must be", id="which naltrexone must be said"),
    ],
)
def test_it_asks_for_what_the_rule_needs(inputs: dict[str, object], field: str, message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("medication_hold", inputs)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert message in str(refused.value)


def test_an_answer_that_the_rule_does_not_use_is_said_not_to_be_used() -> None:
    intake = Intake(agent="ssri", hours_since_last_dose=Fraction(5), taken_on_treatment_day=True)
    assert (
        "Entered, but not part of this rule: hours since the last dose, taken on the day of treatment"
        in CALCULATOR.working(intake, CALCULATOR(intake))
    )


def notices_of(intake: Intake) -> list[Notice]:
    return list(CALCULATOR.warnings(intake, CALCULATOR(intake)))


def test_a_benzodiazepine_today_is_a_matter_of_sedation_and_breathing_and_not_only_of_effect() -> None:
    first, second, _ = notices_of(Intake(agent="benzodiazepine", taken_on_treatment_day=True))
    assert first.kind == "caution"
    assert "deeper sedation and depressed breathing" in first.text
    assert second.kind == "note"
    assert "Never stop a long-term benzodiazepine abruptly" in second.text


def test_that_a_benzodiazepine_is_never_stopped_abruptly_is_said_only_while_the_hold_is_not_met() -> None:
    said = " ".join(notice.text for notice in notices_of(Intake(agent="benzodiazepine", taken_on_treatment_day=False)))
    assert "abruptly" not in said


# Rule 4 of the clinical addendum: agent -> rule, kind of its notice, words of it.
ADDED = [
    ("opioid", "monitor", "caution", "depress breathing"),
    ("alcohol_or_sedative", "monitor", "caution", "within 24 h (our own value)"),
    ("stimulant", "monitor", "caution", "blood pressure"),
    ("sympathomimetic_decongestant", "monitor", "caution", "at least 1 h before esketamine spray"),
    ("theophylline", "consider_alternative", "caution", "lower the seizure threshold"),
    ("valproate", "continue", "caution", "If pregnancy is possible"),
    ("antihypertensive", "take_as_usual", "note", "a morning dose before the session"),
    ("cyp3a4_inhibitor", "monitor", "note", "raises exposure"),
    ("cyp3a4_inducer", "monitor", "note", "lowers exposure"),
]


@pytest.mark.parametrize(("agent", "rule", "kind", "words"), [pytest.param(*case, id=case[0]) for case in ADDED])
def test_what_labels_and_trials_say_of_a_medicine_that_is_not_held(
    agent: str, rule: str, kind: str, words: str
) -> None:
    intake = Intake(agent=agent)
    answer = CALCULATOR(intake)
    assert (answer.rule, answer.clear, answer.hours_remaining) == (rule, True, None)
    own, last = notices_of(intake)
    assert (own.kind, last.kind) == (kind, "note")
    assert words in own.text


@pytest.mark.parametrize("agent", ["ssri", "snri", "bupropion", "lithium", "lamotrigine", "atypical_antipsychotic"])
def test_a_medicine_that_simply_continues_has_one_note_and_nothing_red(agent: str) -> None:
    assert [notice.kind for notice in notices_of(Intake(agent=agent))] == ["note"]


@pytest.mark.parametrize(
    ("agent", "headline"),
    [
        ("opioid", "Opioid: monitor"),
        ("theophylline", "Theophylline or aminophylline: consider an alternative"),
        ("antihypertensive", "Blood pressure medicine: take as usual"),
        ("valproate", "Valproate: continue"),
    ],
)
def test_the_headline_of_a_medicine_that_is_not_held_is_its_rule(agent: str, headline: str) -> None:
    assert CALCULATOR.headline(Intake(agent=agent), CALCULATOR(Intake(agent=agent))) == headline


def test_valproate_says_what_was_found_in_children() -> None:
    # Clinical addendum, G: about 10% malformations, up to 40% developmental harm.
    said = notices_of(Intake(agent="valproate"))[0].text
    assert "About 10% of exposed children have malformations" in said
    assert "up to 40% have developmental problems" in said


def test_each_medicine_shows_no_more_than_its_own_difference_from_the_literature() -> None:
    shown = {
        agent: [
            difference.topic
            for difference in CALCULATOR.differences
            if difference.when(Intake(agent=agent), CALCULATOR(Intake(agent="ssri")))
        ]
        for agent in AGENTS
    }
    assert shown == {
        "benzodiazepine": ["Benzodiazepines"],
        "maoi": ["MAO inhibitors"],
        "naltrexone_oral": ["Naltrexone"],
        "naltrexone_depot": ["Naltrexone"],
        "ssri": [],
        "snri": [],
        "bupropion": [],
        "lithium": ["Lithium"],
        "lamotrigine": ["Lamotrigine"],
        "atypical_antipsychotic": [],
        "opioid": [],
        "alcohol_or_sedative": [],
        "stimulant": [],
        "sympathomimetic_decongestant": [],
        "theophylline": [],
        "valproate": [],
        "antihypertensive": [],
        "cyp3a4_inhibitor": [],
        "cyp3a4_inducer": [],
    }


@pytest.mark.parametrize(
    ("intake", "headline", "working"),
    [
        (
            Intake(agent="maoi", hours_since_last_dose=Fraction(300)),
            "MAO inhibitor: wait 36 h more (2-week washout)",
            ["Rule for MAO inhibitor: 2-week washout (336 h)", "336 h − 300 h = 36 h to wait"],
        ),
        (
            Intake(agent="naltrexone_oral", hours_since_last_dose=Fraction(80)),
            "Naltrexone by mouth: OK today (hold for 72 h)",
            ["Rule for Naltrexone by mouth: hold for 72 h", "80 h is 72 h or more: met, 8 h beyond it"],
        ),
        (
            Intake(agent="benzodiazepine", taken_on_treatment_day=True),
            "Benzodiazepine: not today, taken on the day of treatment (hold on treatment days)",
            ["Rule for Benzodiazepine: hold on treatment days", "Taken on the day of treatment: yes, not met"],
        ),
        (
            Intake(agent="benzodiazepine", taken_on_treatment_day=False),
            "Benzodiazepine: OK today (hold on treatment days)",
            ["Rule for Benzodiazepine: hold on treatment days", "Taken on the day of treatment: no, met"],
        ),
        (
            Intake(agent="benzodiazepine", taken_on_treatment_day=False, hours_since_last_dose=Fraction(9)),
            "Benzodiazepine: OK today (hold on treatment days)",
            [
                "Rule for Benzodiazepine: hold on treatment days",
                "Taken on the day of treatment: no, met",
                "Entered, but not part of this rule: hours since the last dose",
            ],
        ),
        (
            Intake(agent="maoi", hours_since_last_dose=Fraction(400), taken_on_treatment_day=False),
            "MAO inhibitor: OK today (2-week washout)",
            [
                "Rule for MAO inhibitor: 2-week washout (336 h)",
                "400 h is 336 h or more: met, 64 h beyond it",
                "Entered, but not part of this rule: taken on the day of treatment",
            ],
        ),
        (
            Intake(agent="naltrexone_depot"),
            "Naltrexone depot injection: no rule in our protocol, decide with its prescriber",
            ["Rule for Naltrexone depot injection: not covered by our protocol"],
        ),
        (Intake(agent="lithium"), "Lithium: continue", ["Rule for Lithium: continue"]),
    ],
)
def test_the_answer_says_which_rule_and_how_far_it_is_met(intake: Intake, headline: str, working: list[str]) -> None:
    answer = CALCULATOR(intake)
    assert CALCULATOR.headline(intake, answer) == headline
    assert list(CALCULATOR.working(intake, answer)) == working


# intake -> the warnings beside the note that this is no interaction check, by a word of each
@pytest.mark.parametrize(
    ("intake", "expected"),
    [
        (Intake(agent="benzodiazepine", taken_on_treatment_day=False), []),
        (Intake(agent="benzodiazepine", taken_on_treatment_day=True), ["deeper sedation", "Never stop"]),
        (Intake(agent="naltrexone_depot"), ["cannot be held for 72 h"]),
        (Intake(agent="maoi", hours_since_last_dose=Fraction(335)), ["treatment decision of its own"]),
        (Intake(agent="maoi", hours_since_last_dose=Fraction(336)), []),
        (Intake(agent="naltrexone_oral", hours_since_last_dose=Fraction(1)), ["Pausing naltrexone"]),
        (Intake(agent="naltrexone_oral", hours_since_last_dose=Fraction(72)), []),
        (Intake(agent="ssri"), []),
    ],
)
def test_each_warning_belongs_to_its_medicine(intake: Intake, expected: list[str]) -> None:
    *said, last = (notice.text for notice in CALCULATOR.warnings(intake, CALCULATOR(intake)))
    assert "not an interaction check" in last
    assert len(said) == len(expected)
    assert all(word in text for word, text in zip(expected, said, strict=True))


def test_eleven_years_are_the_longest_wait() -> None:
    assert evaluate("medication_hold", {"agent": "maoi", "hours_since_last_dose": 100_000})["clear"]
    with pytest.raises(InvalidInputs, match="no longer a dose to wait for"):
        evaluate("medication_hold", {"agent": "maoi", "hours_since_last_dose": 100_000.5})
