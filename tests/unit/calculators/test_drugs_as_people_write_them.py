"""A drug is read under every name it has, never under a name that is only near, and its dose is held against its label."""

import itertools
import json
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.antidepressants import CLASSES, MINIMA
from ketamine_calculators.browser import answer
from ketamine_calculators.drugs.entered import without_minimum
from ketamine_calculators.drugs.limits import limits_of
from ketamine_calculators.drugs.names import (
    ASKED_FIRST,
    asked_first,
    drug_of,
    folded,
    is_no_antidepressant,
    near_names,
    product_of,
    slips_between,
)
from ketamine_calculators.drugs.product import Product
from ketamine_calculators.drugs.table import PRODUCTS, menu_label
from ketamine_calculators.wording import upper_first

CALCULATOR = find("trial_adequacy")
LONG_ENOUGH: dict[str, Any] = {"weeks": 8, "adherence_pct": 90}
products = pytest.mark.parametrize("product", [pytest.param(one, id=one.key) for one in PRODUCTS.values()])

# Names that were looked up, with the generic drug that each is: typed from the notes and not from the table.
NAMES = """
citalopram: Celexa, Cipramil, citalopram hydrobromide, Citalopram HBr
escitalopram: Lexapro, Cipralex, escitalopram oxalate
fluoxetine: Prozac, Fontex, Ladose, Oxactin, fluoxetine hydrochloride, Symbyax, olanzapine-fluoxetine, olanzapine/fluoxetine
paroxetine: Paxil, Seroxat, Pexeva, Paxil CR, PAXIL-CR, Seroxat CR, paroxetine mesylate, paroxetine hydrochloride ER
sertraline: Zoloft, zoloft, ZOLOFT, Lustral, Sertraline HCl, sertraline hydrochloride
fluvoxamine: Luvox, Faverin, fluvoxamine maleate
venlafaxine: Effexor, Efexor, Effexor XR, Effexor-XR, effexorxr, Efexor XL, Efaxil XL, venlafaxine extended-release
desvenlafaxine: Pristiq, Khedezla, Desfoxine, desvenlafaxine succinate
duloxetine: Cymbalta, Irenka, Drizalma Sprinkle
levomilnacipran: Fetzima
milnacipran: Ixel, Milpran, Dalcipran
bupropion: Wellbutrin, Wellbutrin SR, Wellbutrin XL, Budeprion SR, Forfivo XL, Elontril, Voxra, Aplenzin, amfebutamone
mirtazapine: Remeron, RemeronSolTab, Remeron SolTab, Zispin, Avanza
mianserin: Tolvon, Lerivon, Bolvidon, Norval
trazodone: Desyrel, Oleptro, Molipaxin, Trittico, trazodone ER
nefazodone: Serzone, Dutonin
vilazodone: Viibryd
vortioxetine: Trintellix, Brintellix, vortioxetine hydrobromide
amitriptyline: Elavil, Endep, Tryptizol
imipramine: Tofranil, Tofranil-PM, imipramine pamoate
desipramine: Norpramin, Pertofrane
clomipramine: Anafranil, chlorimipramine
doxepin: Sinequan, Adapin
nortriptyline: Pamelor, Aventyl, Allegron
trimipramine: Surmontil
protriptyline: Vivactil
amoxapine: Asendin
maprotiline: Ludiomil
dosulepin: dothiepin, Prothiaden, Dothep, Thaden
lofepramine: Gamanil, Lomont
phenelzine: Nardil, phenelzine sulfate, phenelzine sulphate
tranylcypromine: Parnate
isocarboxazid: Marplan
selegiline: Emsam, selegiline patch, selegiline transdermal
moclobemide: Manerix, Aurorix
agomelatine: Valdoxan, Thymanax
reboxetine: Edronax, Prolift, reboxetine mesilate
tianeptine: Stablon, Coaxil, tianeptine sodium
gepirone: Exxua
dextromethorphan-bupropion: Auvelity, bupropion/dextromethorphan
zuranolone: Zurzuvae
"""
KNOWN = [
    (drug, name.strip())
    for line in NAMES.strip().splitlines()
    for drug, _, names in [line.partition(": ")]
    for name in names.split(",")
]

# Key; class; the highest dose in mg that is not asked about, from the notes, with a dose that is asked about.
LIMITS = """
citalopram SSRI 40 40.5
escitalopram SSRI 20 20.5
fluoxetine SSRI 80 80.5
olanzapine-fluoxetine SSRI 75 100
paroxetine SSRI 50 50.5
paroxetine-cr SSRI 62.5 63
sertraline SSRI 200 200.5
fluvoxamine SSRI 300 300.5
venlafaxine SNRI 225 225.5
venlafaxine-ir SNRI 375 375.5
venlafaxine-xr SNRI 225 225.5
desvenlafaxine SNRI 50 50.5
duloxetine SNRI 120 120.5
levomilnacipran SNRI 120 120.5
milnacipran SNRI 100 100.5
bupropion NDRI 400 400.5
bupropion-ir NDRI 450 450.5
bupropion-sr NDRI 400 400.5
bupropion-xl NDRI 450 450.5
bupropion-hydrobromide NDRI 522 696
mirtazapine NASSA 45 45.5
mianserin NASSA 90 90.5
trazodone SARI 375 375.5
trazodone-ir SARI 400 400.5
trazodone-er SARI 375 375.5
nefazodone SARI 600 600.5
vilazodone MULTIMODAL 40 40.5
vortioxetine MULTIMODAL 20 20.5
amitriptyline TCA 150 150.5
imipramine TCA 200 200.5
desipramine TCA 300 300.5
clomipramine TCA 250 250.5
doxepin TCA 300 300.5
nortriptyline TCA 150 150.5
trimipramine TCA 200 200.5
protriptyline TCA 60 60.5
amoxapine TCA 400 400.5
maprotiline TCA 150 150.5
dosulepin TCA 150 150.5
lofepramine TCA 210 210.5
phenelzine MAOI 90 90.5
tranylcypromine MAOI 60 60.5
isocarboxazid MAOI 60 60.5
selegiline-patch MAOI 12 15
moclobemide MAOI 600 600.5
agomelatine OTHER 50 50.5
reboxetine OTHER 12 12.5
tianeptine OTHER 37.5 38
gepirone OTHER 72.6 73
dextromethorphan-bupropion OTHER 210 315
zuranolone OTHER 50 50.5
"""
ROWS = [line.split() for line in LIMITS.strip().splitlines()]


def rules(inputs: dict[str, Any]) -> list[str]:
    """The rules of the stops and cautions of an answer."""
    return [one["rule"] for one in full_answer(CALCULATOR, LONG_ENOUGH | inputs)["warnings"] if one["kind"] != "note"]


@pytest.mark.parametrize(("drug", "name"), KNOWN)
def test_each_name_means_its_drug(drug: str, name: str) -> None:
    product = product_of(name)
    assert product is not None
    assert (product.generic, drug_of(name)) == (drug, drug)


@products
def test_every_name_of_the_table_is_read_in_any_case_and_with_any_hyphens(product: Product) -> None:
    for name in product.names:
        for written in (
            name,
            name.upper(),
            name.title(),
            name.replace(" ", "-"),
            name.replace(" ", ""),
            f" {name}  ",
        ):
            assert product_of(written) is product, written


def test_the_names_that_were_looked_up_are_of_every_drug_of_the_table() -> None:
    assert {drug for drug, _ in KNOWN} == {product.generic for product in PRODUCTS.values()}


def test_no_two_products_share_a_name() -> None:
    names = Counter(folded(name) for product in PRODUCTS.values() for name in product.names)
    assert [name for name, times in names.items() if times > 1] == []
    assert not set(names) & set(ASKED_FIRST)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Effexor", "venlafaxine"),
        ("venlafaxine", "venlafaxine"),
        ("venlafaxine IR", "venlafaxine-ir"),
        ("Effexor ER", "venlafaxine-xr"),
        ("Wellbutrin", "bupropion"),
        ("bupropion ER", "bupropion"),
        ("bupropion SR", "bupropion-sr"),
        ("bupropion hydrochloride XL", "bupropion-xl"),
        ("bupropion hydrobromide", "bupropion-hydrobromide"),
        ("bupropion HBr", "bupropion-hydrobromide"),
        ("bupropion hydrobromide extended-release", "bupropion-hydrobromide"),
        ("bupropion hydrobromide XL", "bupropion-hydrobromide"),
        ("trazodone", "trazodone"),
        ("Paxil", "paroxetine"),
        ("paroxetine controlled release", "paroxetine-cr"),
        ("sertraline ER", "sertraline"),
        ("Effexor XR (venlafaxine)", "venlafaxine-xr"),
        ("venlafaxine (Effexor XR)", "venlafaxine-xr"),
        ("Wellbutrin [bupropion XL]", "bupropion-xl"),
        ("bupropion (Aplenzin)", "bupropion-hydrobromide"),
        ("fluoxetine (Symbyax)", "olanzapine-fluoxetine"),
        ("Fluoxétine", "fluoxetine"),
        ("MIRTAZAPINE\u00a0hydrochloride", "mirtazapine"),
    ],
)
def test_a_form_is_taken_from_the_name_and_never_supposed(name: str, key: str) -> None:
    assert product_of(name) is PRODUCTS[key]


@pytest.mark.parametrize(
    "name", ["Effexor XR (venlafaxine IR)", "Zoloft (citalopram)", "Zoloft (for sleep)", "Aplenzin (bupropion XL)"]
)
def test_two_names_that_do_not_agree_are_no_name(name: str) -> None:
    assert product_of(name) is None


@pytest.mark.parametrize(
    ("name", "drug"),
    [
        ("Zoloft 50", "sertraline"),
        ("sertraline 50 mg", "sertraline"),
        ("sertraline 200mg", "sertraline"),
        ("Sertraline HCl 100 mg tablets", "sertraline"),
        ("venlafaxine (Effexor)", "venlafaxine"),
        ("Effexor (venlafaxine) XR", "venlafaxine"),
        ("venlafaxine extended release 150 mg", "venlafaxine"),
        ("Effexor XR 75mg daily", "venlafaxine"),
        ("fluoxetine [Prozac] 20 mg", "fluoxetine"),
    ],
)
def test_a_strength_or_a_second_name_makes_no_other_drug(name: str, drug: str) -> None:
    assert drug_of(name) == drug
    assert near_names(name) == []


@pytest.mark.parametrize(
    "name",
    [
        "ECT",
        "lithium",
        "Lithium carbonate 900 mg",
        "Spravato 84 mg",
        "ketamine",
        "quetiapine",
        "Abilify",
        "rTMS",
        "thyroid hormone",
    ],
)
def test_what_is_no_antidepressant_is_known_as_such(name: str) -> None:
    assert is_no_antidepressant(name)
    assert asked_first(name)


@pytest.mark.parametrize(
    "name", ["sertraline", "Symbyax", "olanzapine-fluoxetine", "Sarafem", "Eldepryl", "valerian", ""]
)
def test_an_antidepressant_or_an_unknown_name_is_not_told_to_be_none(name: str) -> None:
    assert not is_no_antidepressant(name)


@pytest.mark.parametrize(
    "name",
    [
        "Wellbutrin SR XL",
        "ser traline x",
        "",
        "  ",
        "ER",
        "HCl",
        "\u24e9oloft",
        "50 mg",
        "sertraline (Effexor)",
        "sertraline (x)",
    ],
)
def test_what_is_no_name_of_a_product_is_not_taken_for_one(name: str) -> None:
    assert product_of(name) is None


MISSPELLED = [
    ("mirtazepine", ["mirtazapine"]),
    ("buproprion", ["bupropion"]),
    ("wellbutrim", ["Wellbutrin (bupropion)"]),
    ("trazadone", ["trazodone"]),
    ("venlaflaxine", ["venlafaxine"]),
    ("effexer", ["Effexor (venlafaxine)"]),
    ("setraline", ["sertraline"]),
    ("sertralina", ["sertraline"]),
    ("fluoxitine", ["fluoxetine"]),
    ("lexipro", ["Lexapro (escitalopram)"]),
    ("symbalta", ["Cymbalta (duloxetine)"]),
    ("amytriptyline", ["amitriptyline"]),
    ("nortryptiline", ["nortriptyline"]),
    ("trintelix", ["Trintellix (vortioxetine)"]),
    ("vibryd", ["Viibryd (vilazodone)"]),
    ("doxapine", ["amoxapine", "doxepin"]),
    ("seligiline", ["selegiline"]),
    ("esketamin", ["esketamine"]),
]


@pytest.mark.parametrize(("written", "offered"), MISSPELLED)
def test_a_misspelled_name_is_refused_with_what_it_may_mean(written: str, offered: list[str]) -> None:
    assert product_of(written) is None
    assert sorted(near_names(written)) == sorted(offered)
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(LONG_ENOUGH | {"drug": written, "daily_dose_mg": 50})
    (problem,) = refused.value.problems
    assert problem.message.startswith(f"“{written}” is not in the table. Did you mean {near_names(written)[0]}")
    assert problem.message.endswith("A drug outside the table can be entered by hand, with its class.")


# Names that are mistaken for one of the table, and are of other drugs.
@pytest.mark.parametrize(
    "name",
    [
        "Celebrex",
        "Cerebyx",
        "Zyprexa",
        "Effient",
        "buspirone",
        "clomiphene",
        "chlorpromazine",
        "fluphenazine",
        "pyridoxine",
        "Plavix",
        "Taxol",
        "Doxil",
        "Prilosec",
        "Proscar",
        "Prograf",
        "cetirizine",
        "Zocor",
        "Rozerem",
        "Lasix",
        "tramadol",
        "Demerol",
        "Seroquel",
        "Singulair",
        "doxycycline",
        "doxazosin",
        "enalapril",
        "Tegretol",
        "Relenza",
        "Vimpat",
        "Farxiga",
        "tiagabine",
        "galantamine",
        "atomoxetine",
        "lithium",
        "quetiapine",
        "ser",
        "cit",
    ],
)
def test_another_drug_is_not_taken_for_a_misspelled_one(name: str) -> None:
    assert near_names(name) == []


def test_names_of_the_table_are_not_offered_for_each_other() -> None:
    for product in PRODUCTS.values():
        assert [name for name in product.names if near_names(name)] == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("sertraline", "sertraline", 0),
        ("sertralin", "sertraline", 1),
        ("sertralinee", "sertraline", 1),
        ("sertrakine", "sertraline", 1),
        ("setrraline", "sertraline", 1),
        ("setraline", "sertraline", 1),
        ("setralin", "sertraline", 2),
        ("doxepin", "sertraline", 3),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert min(3, slips_between(one, other, 2)) == slips


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("esketamine", "given by the session"),
        ("Spravato", "given by the session"),
        ("selegiline", "Only the selegiline patch (Emsam) is in the table"),
        ("Zyban", "If it was for depression, enter bupropion SR."),
        ("prozac weekly", "not taken daily"),
        ("Brilinta", "Check whether Brintellix (vortioxetine) was meant."),
    ],
)
def test_a_name_that_has_to_be_settled_first_is_refused_however_it_is_entered(name: str, words: str) -> None:
    for inputs in (
        {"drug": name},
        {"drug": name, "other_class": "OTHER"},
        {"drug": "other", "other_drug": name, "other_class": "OTHER"},
    ):
        with pytest.raises(InvalidInputs) as refused:
            CALCULATOR.run(LONG_ENOUGH | inputs | {"daily_dose_mg": 50})
        assert words in refused.value.problems[0].message


# --- the dose beside its label


def test_the_limits_are_of_every_product() -> None:
    assert [row[0] for row in ROWS if row[0] not in PRODUCTS] == []
    assert {row[0] for row in ROWS} == set(PRODUCTS)
    assert {product.family for product in PRODUCTS.values()} == set(CLASSES)


@pytest.mark.parametrize(("key", "family", "most", "beyond"), [pytest.param(*row, id=row[0]) for row in ROWS])
def test_a_dose_is_asked_about_above_its_limit_and_not_at_it(key: str, family: str, most: str, beyond: str) -> None:
    adult = {"drug": key, "age": 40}
    at = full_answer(CALCULATOR, LONG_ENOUGH | adult | {"daily_dose_mg": float(most)})
    above = full_answer(CALCULATOR, LONG_ENOUGH | adult | {"daily_dose_mg": float(beyond)})
    assert (at["values"]["max_dose_mg"], at["values"]["above_max"], at["values"]["drug_class"]) == (
        float(most),
        False,
        family,
    )
    assert above["values"]["above_max"] is True
    assert at["values"]["adequate"] == above["values"]["adequate"]
    assert "trial_adequacy.above_label_maximum" not in rules(adult | {"daily_dose_mg": float(most)})
    first = above["warnings"][0]
    assert (first["kind"], first["rule"]) == ("caution", "trial_adequacy.above_label_maximum")
    assert first["text"].startswith(f"Check the dose of {PRODUCTS[key].name}: ")
    assert above["headline"].startswith(upper_first(first["short"]))
    assert f" of {most} mg" in first["short"]
    assert len(first["short"]) <= 60


def test_a_dose_above_the_maximum_is_adequate_by_the_sum_and_said_second() -> None:
    answer = full_answer(CALCULATOR, LONG_ENOUGH | {"drug": "Zoloft", "daily_dose_mg": 250})
    assert answer["values"]["adequate"] is True
    assert answer["headline"] == (
        "Check sertraline dose: above the label maximum of 200 mg. Adequate in dose, length and adherence"
    )


@pytest.mark.parametrize(
    ("drug", "dose", "words"),
    [
        ("trazodone IR", 500, "500 mg is above the label maximum of 400 mg for outpatients (600 mg for inpatients)."),
        ("venlafaxine", 300, "225 mg of XR by the US label (375 mg of IR and 375 mg of XR by the UK and EU labels)."),
        ("desvenlafaxine", 75, "above the recommended dose of 50 mg. The text that was read states no maximum."),
        ("nefazodone", 650, "above the top of the label range of 600 mg. The text that was read states no maximum."),
        ("Emsam", 15, "15 mg/24 h is above the label maximum of 12 mg/24 h."),
    ],
)
def test_the_caution_names_each_limit_in_the_words_of_the_label(drug: str, dose: float, words: str) -> None:
    said = full_answer(CALCULATOR, LONG_ENOUGH | {"drug": drug, "daily_dose_mg": dose})["warnings"][0]["text"]
    assert said.endswith(words)


# Citalopram: 40 mg, above 60 years of age 20 mg. The label says “greater than 60 years”.
@pytest.mark.parametrize(
    ("dose", "age", "expected"),
    [
        (20, None, []),
        (20, 75, []),
        (20.5, 60, []),
        (40, 60, []),
        (20.5, 61, ["trial_adequacy.above_label_maximum"]),
        (40, 61, ["trial_adequacy.above_label_maximum"]),
        (20.5, None, ["trial_adequacy.age_not_given"]),
        (40, None, ["trial_adequacy.age_not_given"]),
        (40.5, None, ["trial_adequacy.above_label_maximum"]),
        (40.5, 60, ["trial_adequacy.above_label_maximum"]),
    ],
)
def test_the_maximum_of_citalopram_depends_on_the_age(dose: float, age: int | None, expected: list[str]) -> None:
    assert rules({"drug": "citalopram", "daily_dose_mg": dose, "age": age}) == expected


@products
def test_every_limit_is_printed_with_its_source_and_its_day(product: Product) -> None:
    dose = float(product.lowest.mg)
    said = full_answer(CALCULATOR, LONG_ENOUGH | {"drug": product.key, "daily_dose_mg": dose})["working"]
    for limit in (*product.limits, *product.lower):
        line = next(line for line in said if product.said([limit]) in line and limit.seen in line)
        assert line.endswith("read on 28 November 2026)")
        assert (", a secondary source" in line) is limit.secondary
    assert any("Licensed for depression in" in line for line in said) is bool(product.licensed)


# --- products with rules of their own


@pytest.mark.parametrize(
    ("drug", "right", "wrong"),
    [
        ("Auvelity", [105, 210], [2, 45, 90, 200]),
        ("Symbyax", [25, 50, 75], [3, 6, 12, 18, 40]),
        ("Aplenzin", [174, 348, 522], [150, 300, 450]),
        ("Emsam", [6, 9, 12], [5, 10]),
    ],
)
def test_a_dose_that_no_strengths_add_up_to_is_refused_with_what_to_enter(
    drug: str, right: list[int], wrong: list[int]
) -> None:
    for dose in right:
        assert "trial_adequacy.above_label_maximum" not in rules({"drug": drug, "daily_dose_mg": dose})
    for dose in wrong:
        with pytest.raises(InvalidInputs, match=r"is a multiple of .* Enter ") as refused:
            CALCULATOR.run(LONG_ENOUGH | {"drug": drug, "daily_dose_mg": dose})
        assert [problem.field for problem in refused.value.problems] == ["daily_dose_mg"]


def test_aplenzin_is_held_against_the_minimum_of_bupropion_as_hydrobromide() -> None:
    at = full_answer(CALCULATOR, LONG_ENOUGH | {"drug": "Aplenzin", "daily_dose_mg": 348})
    assert (at["values"]["adequate"], at["values"]["min_dose_mg"]) == (True, 348)
    assert "348 mg of hydrobromide stand for 300 mg of bupropion" in " ".join(at["working"])
    assert CALCULATOR.run(LONG_ENOUGH | {"drug": "Aplenzin", "daily_dose_mg": 174})["adequate"] is False


def test_symbyax_is_held_against_the_minimum_of_fluoxetine() -> None:
    answer = CALCULATOR.run(LONG_ENOUGH | {"drug": "Symbyax", "daily_dose_mg": 25})
    assert (answer["adequate"], answer["min_dose_mg"], answer["generic"]) == (True, 20, "fluoxetine")


def test_auvelity_is_not_held_against_the_minimum_of_bupropion() -> None:
    answer = CALCULATOR.run(LONG_ENOUGH | {"drug": "Auvelity", "daily_dose_mg": 210})
    assert (answer["adequate"], answer["min_dose_mg"], answer["drug_class"]) == (None, None, "OTHER")


# --- no minimum, or not in the table


@products
def test_a_product_has_the_minimum_of_its_generic_or_none(product: Product) -> None:
    dose = float(product.step or product.lowest.mg)
    answer = CALCULATOR.run(LONG_ENOUGH | {"drug": product.key, "daily_dose_mg": dose})
    assert answer["minimum_from"] == ("table" if product.generic in MINIMA else "none")
    assert (answer["min_dose_mg"] is None) is (product.generic not in MINIMA)


def test_a_drug_without_a_minimum_is_not_called_adequate() -> None:
    agomelatine = LONG_ENOUGH | {"drug": "Valdoxan", "daily_dose_mg": 25}
    answer = full_answer(CALCULATOR, agomelatine)
    assert (answer["values"]["adequate"], answer["values"]["dose_ok"]) == (None, None)
    assert answer["headline"] == (
        "No minimum dose in this table: adequacy is your judgment. Length and adherence sufficient"
    )
    assert rules(agomelatine) == ["trial_adequacy.no_minimum"]


def test_too_short_a_trial_is_not_adequate_whatever_the_dose() -> None:
    answer = full_answer(CALCULATOR, {"drug": "agomelatine", "daily_dose_mg": 25, "weeks": 3, "adherence_pct": 90})
    assert answer["values"]["adequate"] is False
    assert answer["headline"].endswith("Not adequate: length not sufficient")


@pytest.mark.parametrize(("dose", "adequate"), [(25, True), (24.9, False)])
def test_a_minimum_that_was_stated_is_used_and_named_as_yours(dose: float, adequate: bool) -> None:
    inputs = LONG_ENOUGH | {"drug": "agomelatine", "daily_dose_mg": dose, "stated_min_mg": 25}
    answer = full_answer(CALCULATOR, inputs)
    assert (answer["values"]["adequate"], answer["values"]["minimum_from"]) == (adequate, "stated")
    assert answer["headline"].startswith("No minimum dose in this table: adequacy is your judgment. ")
    assert "Evidence for the minimum dose: stated by you, not of this table" in answer["working"]


MELITRACEN = [
    pytest.param({"drug": "melitracen", "other_class": "TCA"}, id="as a program sends it"),
    pytest.param({"drug": "other", "other_drug": "melitracen", "other_class": "TCA"}, id="as a form sends it"),
]


@pytest.mark.parametrize("drug", MELITRACEN)
@pytest.mark.parametrize(("least", "adequate"), [(None, None), (20, True), (20.5, False)])
def test_a_drug_outside_the_table_is_entered_by_hand(
    drug: dict[str, Any], least: float | None, adequate: bool | None
) -> None:
    inputs = LONG_ENOUGH | drug | {"daily_dose_mg": 20, "stated_min_mg": least}
    answer = full_answer(CALCULATOR, inputs)
    values = answer["values"]
    assert (values["adequate"], values["drug_class"], values["generic"]) == (adequate, "TCA", "melitracen")
    assert (values["in_table"], values["above_max"]) == (False, None)
    assert answer["headline"].startswith("Not in the table: adequacy is your judgment. ")
    assert rules(inputs) == ["trial_adequacy.not_in_table"]


def test_a_misspelled_name_entered_by_hand_is_still_asked_about() -> None:
    inputs = LONG_ENOUGH | {"drug": "sertralin", "other_class": "SSRI", "daily_dose_mg": 50}
    answer = full_answer(CALCULATOR, inputs)
    assert "Did you mean sertraline?" in answer["warnings"][0]["text"]
    assert answer["values"]["generic"] == "sertralin"


@pytest.mark.parametrize(
    ("inputs", "fields"),
    [
        ({"drug": "other"}, ["other_drug", "other_class"]),
        ({"drug": "other", "other_class": "TCA"}, ["other_drug"]),
        ({"drug": "other", "other_drug": "melitracen"}, ["other_class"]),
        ({"drug": "melitracen"}, ["drug"]),
        ({"drug": "melitracen", "other_class": "TCA", "other_drug": "melitracen"}, ["other_drug"]),
        ({"drug": "other", "other_drug": "Zoloft", "other_class": "SSRI"}, ["other_drug"]),
        ({"drug": "Zoloft", "other_class": "SSRI"}, ["other_class"]),
        ({"drug": "Zoloft", "other_drug": "melitracen"}, ["other_drug"]),
        ({"drug": "Zoloft", "stated_min_mg": 25}, ["stated_min_mg"]),
    ],
)
def test_names_classes_and_minima_that_do_not_go_together_are_refused(
    inputs: dict[str, Any], fields: list[str]
) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(LONG_ENOUGH | inputs | {"daily_dose_mg": 50})
    assert [problem.field for problem in refused.value.problems] == fields


@pytest.mark.parametrize("drug", MELITRACEN)
def test_a_form_opens_with_a_drug_that_was_entered_by_hand(drug: dict[str, Any]) -> None:
    question = CALCULATOR.fields[0].spec
    assert question.texts("trials.2.drug", "melitracen") == {
        "trials.2.drug": ["other"],
        "trials.2.other_drug": ["melitracen"],
    }
    assert question.texts("drug", "Zoloft") == {"drug": ["sertraline"]}
    entries = [["drug", "other"], ["other_drug", "melitracen"], ["other_class", "TCA"]]
    entries += [["daily_dose_mg", "20"], ["weeks", "8"], ["adherence_pct", "90"], ["min_weeks", "6"]]
    reply = json.loads(answer(json.dumps({"calculator": "trial_adequacy", "entries": entries})))
    assert reply["answer"]["values"] == CALCULATOR.run(LONG_ENOUGH | drug | {"daily_dose_mg": 20})


def test_the_menu_names_brands_and_ends_with_the_way_on() -> None:
    options = CALCULATOR.fields[0].spec.choices
    assert options["sertraline"] == "Sertraline (Zoloft, Lustral)"
    assert options["venlafaxine-xr"] == "Venlafaxine XR (Effexor XR, Efexor XL, Efaxil XL)"
    assert list(options)[-1] == "other"
    assert [key for key in options if " " in key] == []


def test_a_search_finds_trial_adequacy_by_every_name() -> None:
    assert {name for product in PRODUCTS.values() for name in product.names} <= set(CALCULATOR.synonyms)


# Each limit of these stands as that of its form.
FORM_NOT_SAID = ("bupropion", "trazodone", "paroxetine", "venlafaxine")
# Smaller limits, for some people: mg a day, from the notes of what was read.
SMALLER = """
citalopram 20
escitalopram 10
paroxetine-cr 50
desvenlafaxine 100
levomilnacipran 40 80
bupropion-xl 300
vilazodone 20
vortioxetine 10
imipramine 100
desipramine 150
trimipramine 100
amoxapine 300
selegiline-patch 6
gepirone 36.3
dextromethorphan-bupropion 105
zuranolone 30
"""
# Where a label gives a higher limit beside the first: for inpatients, or by the text of another region.
HIGHER = """
venlafaxine-xr 375
trazodone-ir 600
amitriptyline 300
imipramine 300
trimipramine 300
amoxapine 600
maprotiline 225
dosulepin 225
"""
# What was read in a compendium, an older text or a page that only quotes: the mark S of the notes.
SECOND_HAND = """
citalopram 20
escitalopram 10
paroxetine-cr 50
levomilnacipran 80
bupropion-ir 450
bupropion-xl 300
trazodone-er 375
vortioxetine 10
trimipramine 100 200 300
amoxapine 300
phenelzine 90
selegiline-patch 6 12
reboxetine 12
tianeptine 37.5
gepirone 36.3
"""


def read(table: str) -> dict[str, set[Fraction]]:
    rows = [row.split() for row in table.strip().splitlines()]
    return {key: {Fraction(mg) for mg in each} for key, *each in rows}


def test_the_limits_that_hold_for_some_people_are_those_that_were_read() -> None:
    assert {one.key: {Fraction(limit.mg) for limit in one.lower} for one in PRODUCTS.values() if one.lower} == read(
        SMALLER
    )


def test_the_higher_limits_are_those_that_were_read() -> None:
    higher = {
        one.key: {Fraction(limit.mg) for limit in one.limits if limit.mg > one.lowest.mg}
        for one in PRODUCTS.values()
        if len(one.limits) > 1 and one.key not in FORM_NOT_SAID
    }
    assert higher == read(HIGHER)


def test_a_limit_that_was_read_at_second_hand_is_said_to_be() -> None:
    found: dict[str, set[Fraction]] = {}
    for one in PRODUCTS.values():
        for limit in (*one.limits, *one.lower):
            if limit.secondary and one.key not in FORM_NOT_SAID:
                found.setdefault(one.key, set()).add(Fraction(limit.mg))
    assert found == read(SECOND_HAND)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        # From five letters on; with four, another drug is too near.
        ("Luvax", ["Luvox (fluvoxamine)"]),
        ("ixal", []),
        # Two drugs that are no antidepressants are two names.
        ("sketamine", ["esketamine", "ketamine"]),
        ("artriptyline", ["amitriptyline", "nortriptyline", "protriptyline"]),
        # The nearest first.
        ("pluoxetine", ["fluoxetine", "duloxetine", "paroxetine"]),
    ],
)
def test_near_names_are_offered_from_five_letters_on(name: str, near: list[str]) -> None:
    assert near_names(name) == near


def slips_by_definition(one: str, other: str) -> int:
    """The fewest letters left out, added, mistaken, or swapped with the next, tried one after the other."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        slips_by_definition(one[1:], other) + 1,
        slips_by_definition(one, other[1:]) + 1,
        slips_by_definition(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if len(one) > 1 and len(other) > 1 and one[:2] == other[1::-1]:
        ways.append(slips_by_definition(one[2:], other[2:]) + 1)
    return min(ways)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_slips_are_counted_as_they_are_defined(one: str, other: str) -> None:
    by_definition = slips_by_definition(one, other)
    for most in (1, 2):
        counted = slips_between(one, other, most)
        assert counted == by_definition or min(counted, by_definition) > most


def texts_of(inputs: dict[str, Any]) -> str:
    return " ".join(one["text"] for one in full_answer(CALCULATOR, LONG_ENOUGH | inputs)["warnings"])


@pytest.mark.parametrize(
    "drug", [{"drug": "moclobemide"}, {"drug": "other", "other_drug": "pirlindole", "other_class": "MAOI"}]
)
def test_a_minimum_that_was_stated_is_said_to_be_stated(drug: dict[str, Any]) -> None:
    dose = {"daily_dose_mg": 300}
    assert "The minimum dose is the one you stated." in texts_of({**drug, **dose, "stated_min_mg": 300})
    assert "you stated" not in texts_of({**drug, **dose})


def test_a_minimum_is_asked_for_where_the_table_has_none_and_nowhere_else() -> None:
    # Minima: facts sheet 1.6, which has none for moclobemide, mianserin, agomelatine.
    asked = without_minimum()
    assert {"moclobemide", "mianserin", "agomelatine", "other"} <= set(asked)
    assert not set(asked) & {"sertraline", "bupropion-xl", "venlafaxine", "imipramine"}


def test_the_limits_of_a_class_are_named_drug_by_drug() -> None:
    assert limits_of("MAOI") == (
        "Above, MAO inhibitor: isocarboxazid 60, moclobemide 600, phenelzine 90, selegiline patch 12, tranylcypromine 60."
    )


def test_the_weeks_that_each_method_asks_for_are_those_of_its_paper() -> None:
    # Sackeim 2019: 4 weeks; Chandler 2010: 6; Fava 2003: 6.
    said = " ".join(source.supports for source in CALCULATOR.sources)
    assert "at least 4 weeks; its dose table is not used" in said
    assert "at least 6 weeks; its dose table is not used" in said
    assert "6 weeks in MGH staging" in said


def test_a_menu_names_three_brands_of_a_drug_at_most() -> None:
    # A menu must not be wider than a phone.
    assert menu_label(PRODUCTS["reboxetine"]) == "Reboxetine (Edronax, Norebox, Prolift)"
    assert menu_label(PRODUCTS["fluvoxamine"]) == "Fluvoxamine (Luvox, Faverin)"


def test_short_texts_of_two_letters_are_counted_one_and_all() -> None:
    texts = ["".join(letters) for length in range(5) for letters in itertools.product("ab", repeat=length)]
    for one, other in itertools.product(texts, texts):
        by_definition = slips_by_definition(one, other)
        counted = slips_between(one, other, 4)
        assert counted == by_definition, (one, other)
