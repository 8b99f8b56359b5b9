"""One history of treatments stands in every staging system and definition where each would put it by itself."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

WORKSHEET = find("treatment_history")


def trial(drug: str, dose: float, improvement: float | None = 10, **more: Any) -> dict[str, Any]:
    adequate = {"weeks": 8, "adherence_pct": 90, "current_episode": True}
    return {"drug": drug, "daily_dose_mg": dose, "improvement_pct": improvement, **adequate, **more}


def history(*trials: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"trials": list(trials), "ect": "none", **more}


# All above the minimum doses of the fact sheet's table: 50, 10, 150, 300, 75 and 45 mg.
SERTRALINE, ESCITALOPRAM = trial("sertraline", 100), trial("escitalopram", 20)
VENLAFAXINE, BUPROPION = trial("venlafaxine", 225), trial("bupropion", 300)
NORTRIPTYLINE, PHENELZINE = trial("nortriptyline", 100), trial("phenelzine", 60)


def side_by_side(inputs: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Each system with its result and what is missing."""
    table = full_answer(WORKSHEET, inputs)["tables"][0]
    assert table["label"] == "Stagings and definitions side by side"
    return {row[0]: (row[1], row[2]) for row in table["rows"]}


def verdicts(inputs: dict[str, Any]) -> list[str]:
    """What is said of each trial."""
    return [row[-1] for row in full_answer(WORKSHEET, inputs)["tables"][1]["rows"]]


# Clinical facts 1.1 to 1.5, each worked by hand. Values: failed, Thase–Rush, MGH-S, European, US label, EMA, house.
STANDINGS = [
    ("one failed SSRI", history(SERTRALINE), (1, "I", 1.0, "A", False, False, False)),
    ("two SSRIs are one class and two drugs", history(SERTRALINE, ESCITALOPRAM), (2, "I", 2.0, "A", True, True, False)),
    ("an SSRI and an SNRI are two classes", history(SERTRALINE, VENLAFAXINE), (2, "II", 2.0, "B", True, True, True)),
    (
        "an earlier episode counts everywhere but for the US label",
        history(SERTRALINE, {**VENLAFAXINE, "current_episode": False}),
        (2, "II", 2.0, "B", False, True, True),
    ),
    (
        "a tricyclic after two classes is stage III",
        history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE),
        (3, "III", 3.0, "B", True, True, True),
    ),
    (
        "tricyclic, MAO inhibitor, two more and bilateral ECT are stage V, and ECT gives 3 points",
        history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE, PHENELZINE, ect="bilateral"),
        (4, "V", 7.0, "B", True, True, True),
    ),
    (
        "unilateral ECT is no stage V, yet gives 3 points",
        history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE, PHENELZINE, ect="unilateral"),
        (4, "IV", 7.0, "B", True, True, True),
    ),
    (
        "augmentation and 12 months make B chronic, and augmentation half a point",
        history(SERTRALINE, VENLAFAXINE, augmentations=1, treatment_months=12),
        (2, "II", 2.5, "C", True, True, True),
    ),
    (
        "a response of 50% has not failed",
        history(SERTRALINE, trial("venlafaxine", 225, 50)),
        (1, "I", 1.0, "A", False, False, False),
    ),
    (
        "an unknown improvement does not count",
        history(SERTRALINE, trial("venlafaxine", 225, None)),
        (1, "I", 1.0, "A", False, False, False),
    ),
    (
        "75 mg of venlafaxine is no adequate trial",
        history(SERTRALINE, trial("venlafaxine", 75)),
        (1, "I", 1.0, "A", False, False, False),
    ),
    ("nothing failed", history(trial("sertraline", 100, 80)), (0, "0", 0.0, "none", False, False, False)),
]


@pytest.mark.parametrize(("inputs", "expected"), [pytest.param(i, e, id=fact) for fact, i, e in STANDINGS])
def test_a_history_stands_where_each_system_puts_it(inputs: dict[str, Any], expected: tuple[Any, ...]) -> None:
    answer = WORKSHEET.run(inputs)
    keys = ("failed_trials", "thase_rush", "mgh_s", "european", "fda", "ema", "consensus")
    assert tuple(answer[key] for key in keys) == expected


# What would have to fail next, by the conditions of clinical facts 1.1, 1.4 and 1.5.
MISSING = [
    (history(SERTRALINE), "Thase–Rush", "Stage II: 1 further class"),
    (history(SERTRALINE, VENLAFAXINE), "Thase–Rush", "Stage III: a tricyclic"),
    (history(SERTRALINE, NORTRIPTYLINE), "Thase–Rush", "Stage III: 1 further class"),
    (history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE), "Thase–Rush", "Stage IV: an MAO inhibitor"),
    (history(SERTRALINE, VENLAFAXINE, PHENELZINE), "Thase–Rush", "Stage IV: a tricyclic"),
    (history(SERTRALINE, VENLAFAXINE, BUPROPION), "Thase–Rush", "Stage III: a tricyclic"),
    (
        history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE, PHENELZINE),
        "Thase–Rush",
        "Stage V: a course of bilateral ECT",
    ),
    (
        history(SERTRALINE, VENLAFAXINE, NORTRIPTYLINE, PHENELZINE, ect="bilateral"),
        "Thase–Rush",
        "Highest stage reached",
    ),
    (history(trial("sertraline", 100, 80)), "Thase–Rush", "Stage I: 1 further class"),
    (history(SERTRALINE), "European (Souery)", "Stage B: 1 failed trial of another class"),
    (history(SERTRALINE, ESCITALOPRAM), "European (Souery)", "Stage B: 1 failed trial of another class"),
    (history(trial("sertraline", 100, 80)), "European (Souery)", "Stage A: 1 failed trial"),
    (
        history(SERTRALINE, VENLAFAXINE, treatment_months=8),
        "European (Souery)",
        "Stage C: a failed augmentation and 4 more months of treatment",
    ),
    (
        history(SERTRALINE, VENLAFAXINE, augmentations=1),
        "European (Souery)",
        "Stage C: 12 months of treatment (not entered)",
    ),
    (
        history(SERTRALINE, VENLAFAXINE, augmentations=1, treatment_months=12),
        "European (Souery)",
        "Highest stage reached",
    ),
    (
        history(SERTRALINE, VENLAFAXINE, treatment_months=12),
        "European (Souery)",
        "Stage C: a failed augmentation",
    ),
    # Two drugs 1, augmentation 1, no ECT 0, with 14 months 2 and a moderate severity 3: 7. Severe begins at 11.
    (
        history(SERTRALINE, VENLAFAXINE, augmentations=1, duration_months=14, severity="moderate"),
        "Maudsley",
        "Severe: 4 points",
    ),
    # Six months 1, mild 2, one drug 1: 4. Moderate begins at 7.
    (history(SERTRALINE, duration_months=6, severity="mild"), "Maudsley", "Moderate: 3 points"),
    (history(SERTRALINE), "MGH-S", "No stages: each further failed trial adds 1"),
    (history(SERTRALINE), "US esketamine label", "1 further drug in the current episode"),
    (
        history({**SERTRALINE, "current_episode": False}, {**VENLAFAXINE, "current_episode": False}),
        "US esketamine label",
        "2 further drugs in the current episode",
    ),
    (history(SERTRALINE), "European Medicines Agency 2013", "1 further drug"),
    (history(SERTRALINE, ESCITALOPRAM), "Association protocol", "1 further class"),
    (history(SERTRALINE, VENLAFAXINE), "Association protocol", "Criteria met"),
]


@pytest.mark.parametrize(
    ("inputs", "system", "missing"), [pytest.param(*case, id=f"{case[1]}-{case[2]}") for case in MISSING]
)
def test_what_is_missing_for_the_next_stage(inputs: dict[str, Any], system: str, missing: str) -> None:
    assert side_by_side(inputs)[system][1] == missing


def test_the_maudsley_total_counts_failed_trials_of_this_episode() -> None:
    # 14 months 2, moderate 3, two drugs 1, augmentation 1, no ECT 0.
    answer = WORKSHEET.run(
        history(
            SERTRALINE,
            VENLAFAXINE,
            {**BUPROPION, "current_episode": False},
            augmentations=1,
            duration_months=14,
            severity="moderate",
        )
    )
    assert answer["maudsley"] == 7


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        pytest.param(
            history(SERTRALINE), "Not computed: enter the duration of the episode and its severity", id="not entered"
        ),
        pytest.param(
            history({**SERTRALINE, "current_episode": False}, duration_months=14, severity="mild"),
            "Not computed: no adequate trial has failed in the current episode",
            id="no failed trial in this episode",
        ),
    ],
)
def test_a_maudsley_total_that_cannot_be_computed_says_why(inputs: dict[str, Any], why: str) -> None:
    assert WORKSHEET.run(inputs)["maudsley"] is None
    assert side_by_side(inputs)["Maudsley"] == (why, "")


def test_stage_c_is_not_judged_without_the_months() -> None:
    result = side_by_side(history(SERTRALINE, VENLAFAXINE, augmentations=1))["European (Souery)"][0]
    assert result == "Stage B, treatment-resistant (TRD1); stage C not judged, months of treatment not entered"


def test_both_readings_of_thase_rush_are_shown() -> None:
    result = side_by_side(history(SERTRALINE, NORTRIPTYLINE))["Thase–Rush"][0]
    assert result == "Stage II; stage III if one trial may count for two stages"


def test_each_trial_says_whether_it_counts_and_what_it_lacks() -> None:
    assert verdicts(
        history(
            SERTRALINE,
            trial("venlafaxine", 75),
            trial("bupropion", 300, weeks=5, adherence_pct=70),
            trial("nortriptyline", 100, None),
            trial("phenelzine", 60, 50),
        )
    ) == [
        "Failed trial: 10% better (<50%)",
        "Not adequate: 75 mg short",
        "Not adequate: 1 week and 10% adherence short",
        "Not counted: improvement unknown",
        "Not counted: 50% better is a response (≥50%)",
    ]


def test_augmentation_without_a_failed_trial_leaves_mgh_s_out_with_a_reason() -> None:
    inputs = history(trial("sertraline", 25), augmentations=1)
    assert WORKSHEET.run(inputs)["mgh_s"] is None
    assert side_by_side(inputs)["MGH-S"][0].startswith("Not computed: An augmentation step needs an adequate trial")


def test_more_optimized_trials_than_trials_are_refused_beside_their_field() -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(history(SERTRALINE, dose_optimizations=2))
    assert [problem.field for problem in refused.value.problems] == ["dose_optimizations"]


REFUSED = [
    ("no trial", {"trials": [], "ect": "none"}, ["trials"]),
    ("a severity without duration", history(SERTRALINE, severity="mild"), ["severity"]),
    ("a drug outside the table", history(trial("esketamine", 84)), ["trials.0.drug"]),
    ("ECT left open", {"trials": [SERTRALINE]}, ["ect"]),
]


@pytest.mark.parametrize(("inputs", "fields"), [pytest.param(i, f, id=name) for name, i, f in REFUSED])
def test_what_cannot_be_staged_is_refused_beside_its_field(inputs: dict[str, Any], fields: list[str]) -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(inputs)
    assert [problem.field for problem in refused.value.problems] == fields


def cautions(inputs: dict[str, Any]) -> str:
    return " ".join(notice["text"] for notice in full_answer(WORKSHEET, inputs)["warnings"])


def test_one_drug_entered_twice_is_pointed_out() -> None:
    assert "Check sertraline: it is in 2 failed trials" in cautions(history(SERTRALINE, SERTRALINE))
    assert "it is in" not in cautions(history(SERTRALINE, ESCITALOPRAM))


def test_a_trial_too_short_for_the_staging_methods_is_pointed_out() -> None:
    four_weeks = history(trial("sertraline", 100, weeks=4), min_weeks=4)
    assert "1 failed trial shorter than 6 weeks" in cautions(four_weeks)
    assert "shorter than 6 weeks" not in cautions(history(trial("sertraline", 100, weeks=6), min_weeks=4))


@pytest.mark.parametrize(
    "trial_of_the_past",
    [pytest.param(False, id="with a Maudsley total"), pytest.param(True, id="without one")],
)
def test_psychosis_leads_to_the_contraindication_screen_once(trial_of_the_past: bool) -> None:
    inputs = history(
        {**SERTRALINE, "current_episode": not trial_of_the_past}, duration_months=14, severity="severe_psychotic"
    )
    answer = full_answer(WORKSHEET, inputs)
    assert (answer["values"]["maudsley"] is None) is trial_of_the_past
    told = [notice for notice in answer["warnings"] if notice["calculator"] == "contraindication_screen"]
    assert [notice["kind"] for notice in told] == ["caution"]
    assert "psychosis" in told[0]["text"]


def test_a_severity_without_psychosis_does_not() -> None:
    inputs = history(SERTRALINE, duration_months=14, severity="severe")
    assert not [one for one in full_answer(WORKSHEET, inputs)["warnings"] if "psycho" in one["text"].lower()]


ZOLOFT = trial("Zoloft", 150)
# Values: failed trials, MGH-S, European, US label, by the rule that one drug counts once in an episode.
ONCE = [
    ("one drug under two names", history(SERTRALINE, ZOLOFT), (1, 1.0, "A", False)),
    ("one drug in two forms", history(VENLAFAXINE, trial("Effexor XR", 150)), (1, 1.0, "A", False)),
    ("fluoxetine and Symbyax", history(trial("fluoxetine", 40), trial("Symbyax", 50)), (1, 1.0, "A", False)),
    ("one drug in two episodes", history(SERTRALINE, {**ZOLOFT, "current_episode": False}), (2, 2.0, "A", False)),
    ("two drugs", history(SERTRALINE, trial("Lexapro", 20)), (2, 2.0, "A", True)),
]


@pytest.mark.parametrize(("inputs", "expected"), [pytest.param(i, e, id=name) for name, i, e in ONCE])
def test_one_drug_counts_once_in_an_episode(inputs: dict[str, Any], expected: tuple[Any, ...]) -> None:
    answer = WORKSHEET.run(inputs)
    assert tuple(answer[key] for key in ("failed_trials", "mgh_s", "european", "fda")) == expected


def test_a_second_trial_of_a_drug_says_why_it_is_not_counted() -> None:
    assert verdicts(history(SERTRALINE, SERTRALINE)) == [
        "Failed trial: 10% better (<50%)",
        "Not counted: sertraline counts once in an episode",
    ]


def test_the_maudsley_total_counts_a_drug_under_two_names_once() -> None:
    # Three drugs would be 2 points. 14 months 2, moderate 3, two drugs 1.
    answer = WORKSHEET.run(history(SERTRALINE, ZOLOFT, BUPROPION, duration_months=14, severity="moderate"))
    assert answer["maudsley"] == 6


BY_HAND: dict[str, Any] = {"other_drug": "melitracen", "other_class": "TCA"}


def test_a_drug_outside_the_table_counts_only_with_a_minimum_that_was_stated() -> None:
    unjudged = history(trial("other", 20, **BY_HAND))
    assert WORKSHEET.run(unjudged)["failed_trials"] == 0
    assert verdicts(unjudged) == [
        "Not counted: adequacy is your judgment, so state the minimum dose to have it counted"
    ]
    stated = history(trial("other", 20, stated_min_mg=20, **BY_HAND), SERTRALINE)
    answer = WORKSHEET.run(stated)
    assert (answer["failed_trials"], answer["thase_rush"]) == (2, "II")
    assert "Melitracen is not in the table: adequacy is your judgment." in cautions(stated)


def test_a_dose_above_the_label_maximum_leads_the_headline() -> None:
    said = full_answer(WORKSHEET, history(SERTRALINE, trial("Lexapro", 200)))["headline"]
    assert said.startswith("Check escitalopram dose: above the label maximum of 20 mg. 2 adequate trials of 2 failed")


def test_the_age_of_the_patient_decides_on_citalopram() -> None:
    trials = history(trial("Celexa", 40))
    assert "Check the age" in cautions(trials)
    assert "Check the" not in cautions(trials | {"age": 60})
    assert "above the label maximum of 20 mg above 60 years of age" in cautions(trials | {"age": 61})


@pytest.mark.parametrize(
    ("row", "field"),
    [
        pytest.param(trial("other", 20), "trials.1.other_drug", id="a drug by hand without a name"),
        pytest.param(trial("Auvelity", 200), "trials.1.daily_dose_mg", id="a dose that no tablets add up to"),
        pytest.param(
            trial("Zoloft", 50, stated_min_mg=25), "trials.1.stated_min_mg", id="a minimum that the table has"
        ),
    ],
)
def test_a_drug_that_cannot_be_judged_is_refused_in_its_row(row: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run(history(SERTRALINE, row))
    assert refused.value.problems[0].field == field
    assert refused.value.problems[0].message.startswith("Trial 2: ")


EARLIER = {**VENLAFAXINE, "current_episode": False}


def test_trials_are_numbered_as_entered_and_say_their_episode() -> None:
    rows = full_answer(WORKSHEET, history(SERTRALINE, EARLIER))["tables"][1]["rows"]
    assert [(row[0], row[2]) for row in rows] == [("1. Sertraline", "current"), ("2. Venlafaxine", "earlier")]


def test_a_definition_is_met_or_not_in_the_table_as_in_the_values() -> None:
    # One failed trial in this episode and one before it: the US label asks for two in the current one.
    rows = side_by_side(history(SERTRALINE, EARLIER))
    assert [
        rows[name][0] for name in ("US esketamine label", "European Medicines Agency 2013", "Association protocol")
    ] == [
        "Not met",
        "Met",
        "Met",
    ]


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (history(SERTRALINE, VENLAFAXINE), True),
        (history(SERTRALINE, VENLAFAXINE, treatment_months=8), False),
        # Stage A: no months are needed to tell it.
        (history(SERTRALINE), False),
    ],
)
def test_stage_c_is_said_to_be_unjudged_only_where_the_months_could_make_it(inputs: dict[str, Any], told: bool) -> None:
    assert ("stage C not judged" in str(full_answer(WORKSHEET, inputs))) is told


MAUDSLEY = {"duration_months": 14, "severity": "moderate"}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({**MAUDSLEY, "augmentations": 1}, True),
        ({**MAUDSLEY, "ect": "bilateral"}, True),
        (MAUDSLEY, False),
        # Without a severity there is no Maudsley total that could count them.
        ({"augmentations": 1, "ect": "bilateral"}, False),
    ],
)
def test_the_maudsley_note_stands_where_augmentation_or_ect_was_counted(more: dict[str, Any], told: bool) -> None:
    notes = [one["text"] for one in full_answer(WORKSHEET, history(SERTRALINE, VENLAFAXINE, **more))["warnings"]]
    assert any(text.startswith("The Maudsley total takes the augmentation and ECT") for text in notes) is told
