"""SSRIs, SNRIs, and the multimodal drugs vilazodone and vortioxetine."""

from fractions import Fraction

from .product import Limit, Product, form_not_said, single

SSRI = (
    single(
        "citalopram",
        "SSRI",
        Limit(40, "prescriberpoint.com, copy of the US label of August 2023"),
        brands=("Celexa", "Cipramil"),
        lower=(
            # The label says “greater than 60 years”; news of 2012 that print “60 and older” do not quote it.
            Limit(20, "prescriberpoint.com, copy of the US label of August 2023", over_age=60),
            Limit(
                20,
                "prescriberpoint.com, copy of the US label of August 2023",
                "in hepatic impairment and in CYP2C19 poor metabolizers",
            ),
            Limit(
                20,
                "drugs.com/dosage/citalopram.html",
                "with a CYP2C19 inhibitor, cimetidine among them",
                secondary=True,
            ),
        ),
    ),
    single(
        "escitalopram",
        "SSRI",
        Limit(20, "recallguide.org, copy of the US label, 2.1"),
        brands=("Lexapro", "Cipralex"),
        lower=(
            Limit(
                10,
                "droracle.ai/articles/620512, which quotes the US label",
                "in older adults and in hepatic impairment",
                secondary=True,
                wording="recommended dose",
            ),
        ),
    ),
    single(
        "fluoxetine",
        "SSRI",
        Limit(80, "droracle.ai/articles/98524, which quotes the US label"),
        brands=("Prozac", "Fontex", "Ladose", "Oxactin"),
    ),
    # Counted as fluoxetine, so that the two are one drug; the olanzapine belongs to the augmentation.
    Product(
        name="olanzapine-fluoxetine",
        generic="fluoxetine",
        family="SSRI",
        brands=("Symbyax",),
        also=("fluoxetine-olanzapine", "olanzapine and fluoxetine", "fluoxetine and olanzapine"),
        limits=(Limit(75, "drugs.com/dosage/symbyax.html, copy of the US label"),),
        unit="mg of fluoxetine",
        step=25,
        remark="Enter the fluoxetine part, the second number on the capsule. Count the olanzapine as augmentation.",
    ),
    single(
        "paroxetine",
        "SSRI",
        Limit(50, "droracle.ai/articles/159810, which quotes the US label"),
        brands=("Paxil", "Seroxat", "Pexeva"),
    ),
    Product(
        name="paroxetine CR",
        generic="paroxetine",
        family="SSRI",
        brands=("Paxil CR", "Seroxat CR"),
        forms=("cr", "er"),
        limits=(Limit(Fraction("62.5"), "medlibrary.org, copy of the US label, table 1"),),
        lower=(
            Limit(
                50,
                "hematologyadvisor.com/drug/paxil-cr",
                "in older adults and in severe renal or hepatic impairment",
                secondary=True,
            ),
        ),
    ),
    single(
        "sertraline",
        "SSRI",
        Limit(200, "fr.diagnosispro.com/8295-551870, copy of the US label"),
        brands=("Zoloft", "Lustral"),
    ),
    single(
        "fluvoxamine",
        "SSRI",
        Limit(300, "medicines.org.uk/emc/product/6603, UK label of September 2023"),
        brands=("Luvox", "Faverin"),
    ),
)

_VENLAFAXINE = (
    Product(
        name="venlafaxine IR",
        generic="venlafaxine",
        family="SNRI",
        forms=("ir",),
        limits=(Limit(375, "droracle.ai/articles/157546, which quotes the US label"),),
    ),
    Product(
        name="venlafaxine XR",
        generic="venlafaxine",
        family="SNRI",
        brands=("Effexor XR", "Efexor XL", "Efaxil XL"),
        forms=("xr", "er", "xl", "pr", "la"),
        # The US label itself was not opened: its wording was read in a Philippine text.
        limits=(
            Limit(225, "mimsdev.com/philippines, US wording in a Philippine label", "by the US label"),
            Limit(375, "myhealthbox.eu, Efaxil XL, Irish label, 4.2", "by the UK and EU labels"),
        ),
    ),
)

SNRI = (
    form_not_said(*_VENLAFAXINE, brands=("Effexor", "Efexor")),
    *_VENLAFAXINE,
    single(
        "desvenlafaxine",
        "SNRI",
        # No maximum: 50 to 400 mg were studied without more benefit above 50. Asked from there, so that a dose of venlafaxine
        # entered under the wrong name is noticed.
        Limit(50, "droracle.ai/articles/196500, which quotes the US label", wording="recommended dose"),
        brands=("Pristiq", "Khedezla", "Desfoxine"),
        lower=(Limit(100, "mimsdev.com/thailand, label of Desfoxine", "in hepatic impairment"),),
    ),
    single(
        "duloxetine",
        "SNRI",
        Limit(120, "mims.com/hongkong, US wording in a Hong Kong label"),
        brands=("Cymbalta", "Irenka", "Drizalma Sprinkle"),
    ),
    single(
        "levomilnacipran",
        "SNRI",
        Limit(120, "prescriberpoint.com, copy of the US label, 2.1"),
        brands=("Fetzima",),
        lower=(
            Limit(80, "prescriberpoint.com, copy of the US label, 2.3", "at a creatinine clearance of 30 to 59 mL/min"),
            Limit(40, "prescriberpoint.com, copy of the US label, 2.3", "at a creatinine clearance of 15 to 29 mL/min"),
            Limit(80, "prescriberpoint.com", "with a strong CYP3A4 inhibitor", secondary=True),
        ),
    ),
    single(
        "milnacipran",
        "SNRI",
        Limit(100, "guide-medicament.com, French label of June 2021", wording="recommended dose"),
        brands=("Ixel", "Milpran", "Dalcipran"),
        licensed="France, Austria and Japan among others, not the US",
    ),
)

MULTIMODAL = (
    single(
        "vilazodone",
        "MULTIMODAL",
        Limit(40, "viibrydhcp.com/dosages"),
        brands=("Viibryd",),
        lower=(Limit(20, "viibrydhcp.com/dosages", "with a strong CYP3A4 inhibitor"),),
    ),
    single(
        "vortioxetine",
        "MULTIMODAL",
        Limit(20, "docslib.org/doc/9661681, copy of the EU label"),
        brands=("Trintellix", "Brintellix"),
        lower=(Limit(10, "drugisvetskirat.org/trintellix-dosage.html", "in CYP2D6 poor metabolizers", secondary=True),),
    ),
)
