"""Bupropion, mirtazapine and mianserin, trazodone and nefazodone, and the drugs that fit no class of the stagings."""

from fractions import Fraction

from .product import Limit, Product, form_not_said, single

_BUPROPION = (
    Product(
        name="bupropion IR",
        generic="bupropion",
        family="NDRI",
        forms=("ir",),
        limits=(Limit(450, "themeditary.com/dosage-information/bupropion-dosage-15671.html", secondary=True),),
    ),
    Product(
        name="bupropion SR",
        generic="bupropion",
        family="NDRI",
        brands=("Wellbutrin SR", "Budeprion SR"),
        forms=("sr",),
        limits=(Limit(400, "drugs.com/dosage/wellbutrin-sr.html, copy of the US label"),),
    ),
    Product(
        name="bupropion XL",
        generic="bupropion",
        family="NDRI",
        brands=("Wellbutrin XL", "Forfivo XL", "Elontril", "Voxra", "Wellbutrin XR"),
        forms=("xl",),
        limits=(Limit(450, "forfivoxl.com, and an older copy of the US label of Wellbutrin XL"),),
        lower=(
            Limit(
                300,
                "droracle.ai/articles/609835, which quotes a newer US label",
                "by a newer label of Wellbutrin XL",
                secondary=True,
            ),
        ),
    ),
)

NDRI = (
    # “ER” is on the boxes of both the 12-hour and the 24-hour tablets, so it does not say which form it was.
    form_not_said(*_BUPROPION, brands=("Wellbutrin",), also=("amfebutamone",)),
    *_BUPROPION,
    Product(
        name="bupropion hydrobromide",
        generic="bupropion",
        family="NDRI",
        brands=("Aplenzin",),
        also=("bupropion HBr", "bupropion hydrobromide ER", "bupropion HBr ER"),
        limits=(Limit(522, "druglib.com/druginfo/aplenzin, copy of the US label, table 1"),),
        unit="mg of hydrobromide",
        step=174,
        # 348 mg of hydrobromide are 300 mg of hydrochloride: the same table.
        strength=Fraction(348, 300),
        remark="Enter the milligrams on the tablet, which are of hydrobromide.",
    ),
)

NASSA = (
    single(
        "mirtazapine",
        "NASSA",
        Limit(45, "drugs.com/dosage/remeron.html, copy of the US label"),
        brands=("Remeron", "RemeronSolTab", "Zispin", "Avanza", "Remeron RD"),
    ),
    # ATC calls it an “other antidepressant”. It shares the blockade of alpha-2 receptors with mirtazapine: taking the two for
    # one class cannot make a resistance of two classes out of near relatives.
    single(
        "mianserin",
        "NASSA",
        Limit(90, "medicines.org.uk/emc/medicine/33601, UK label of November 2022", wording="top of the label range"),
        brands=("Tolvon", "Lerivon", "Bolvidon", "Norval"),
        licensed="the UK, the EU and Australia, not the US",
    ),
)

_TRAZODONE = (
    Product(
        name="trazodone IR",
        generic="trazodone",
        family="SARI",
        forms=("ir",),
        limits=(
            Limit(400, "druglib.com/druginfo/trazodone, copy of the US label", "for outpatients"),
            Limit(600, "druglib.com/druginfo/trazodone, copy of the US label", "for inpatients"),
        ),
    ),
    Product(
        name="trazodone ER",
        generic="trazodone",
        family="SARI",
        brands=("Oleptro", "Trittico AC"),
        forms=("er", "xr"),
        limits=(Limit(375, "drugs.com/dosage/trazodone.html", secondary=True),),
    ),
)

SARI = (
    form_not_said(*_TRAZODONE, brands=("Desyrel", "Molipaxin", "Trittico")),
    *_TRAZODONE,
    single(
        "nefazodone",
        "SARI",
        Limit(600, "drugs.com/dosage/serzone.html, copy of the US label", wording="top of the label range"),
        brands=("Serzone", "Dutonin"),
    ),
)

# Drugs with a mechanism of their own: two of them count as one class, which makes resistance less, never more.
OTHER = (
    single(
        "agomelatine",
        "OTHER",
        Limit(50, "fdocuments.in, copy of the EU label of Valdoxan, 4.2"),
        brands=("Valdoxan", "Thymanax"),
        licensed="the EU, the UK and Australia, not the US",
    ),
    single(
        "reboxetine",
        "OTHER",
        Limit(12, "mims.com/india", secondary=True),
        brands=("Edronax", "Norebox", "Prolift", "Solvex", "Davedax", "Vestra"),
        licensed="the UK, the EU and Australia, not the US",
    ),
    single(
        "tianeptine",
        "OTHER",
        Limit(
            Fraction("37.5"),
            "anti-depressants.com/drugs/other/tianeptine",
            secondary=True,
            wording="recommended dose",
        ),
        brands=("Stablon", "Coaxil", "Tatinol"),
        licensed="France, Malta and parts of Asia, not the US or the UK",
    ),
    single(
        "gepirone",
        "OTHER",
        Limit(Fraction("72.6"), "drugs.com/dosage/exxua.html, copy of the US label"),
        brands=("Exxua",),
        lower=(
            Limit(
                Fraction("36.3"),
                "drugs.com/dosage/exxua.html",
                "in older adults, at a creatinine clearance below 50 mL/min and in moderate hepatic impairment",
                secondary=True,
            ),
        ),
    ),
    # Never held against the minimum of bupropion: its label stops at 210 mg, below that minimum.
    Product(
        name="dextromethorphan-bupropion",
        generic="dextromethorphan-bupropion",
        family="OTHER",
        brands=("Auvelity",),
        also=("bupropion-dextromethorphan", "dextromethorphan and bupropion", "bupropion and dextromethorphan"),
        limits=(Limit(210, "drugs.com/dosage/auvelity.html, copy of the US label"),),
        lower=(
            Limit(
                105,
                "drugs.com/dosage/auvelity.html, copy of the US label",
                "at an eGFR of 30 to 59, with a strong CYP2D6 inhibitor and in CYP2D6 poor metabolizers",
            ),
        ),
        unit="mg of bupropion",
        step=105,
        remark="Enter the bupropion part: 105 mg in each tablet of 45/105.",
    ),
    single(
        "zuranolone",
        "OTHER",
        Limit(50, "zurzuvaehcp.com"),
        brands=("Zurzuvae",),
        lower=(
            Limit(
                30,
                "zurzuvaehcp.com",
                "in severe hepatic impairment, at an eGFR below 60 and with a strong CYP3A4 inhibitor",
            ),
        ),
        remark="A course lasts 14 days and is for postpartum depression only, so the weeks required do not fit it.",
    ),
)
