"""Tricyclics, maprotiline and amoxapine with them (ATC N06AA), and MAO inhibitors."""

from .product import Limit, Product, single

TCA = (
    single(
        "amitriptyline",
        "TCA",
        Limit(150, "wikidoc.org, copy of the US label", "for outpatients"),
        Limit(300, "wikidoc.org, copy of the US label", "for inpatients"),
        brands=("Elavil", "Endep", "Tryptizol"),
    ),
    single(
        "imipramine",
        "TCA",
        Limit(200, "genesight.com, which quotes the US label", "for outpatients"),
        Limit(300, "genesight.com, which quotes the US label", "for inpatients"),
        brands=("Tofranil", "Tofranil-PM", "Impril"),
        lower=(
            Limit(
                100,
                "genesight.com, which quotes the US label",
                "in older adults",
                wording="top of the label range",
            ),
        ),
    ),
    single(
        "desipramine",
        "TCA",
        Limit(300, "druglib.com/druginfo/norpramin, copy of the US label"),
        brands=("Norpramin", "Pertofrane"),
        lower=(Limit(150, "druglib.com/druginfo/norpramin, copy of the US label", "in older adults"),),
    ),
    single(
        "clomipramine",
        "TCA",
        Limit(250, "mims.com/hongkong, Hong Kong label"),
        brands=("Anafranil",),
        also=("chlorimipramine",),
    ),
    single(
        "doxepin",
        "TCA",
        Limit(300, "prescriberpoint.com, copy of the US label of July 2025, 2.2"),
        brands=("Sinequan", "Adapin", "Deptran"),
    ),
    single(
        "nortriptyline",
        "TCA",
        Limit(150, "recallguide.org, copy of the US label"),
        brands=("Pamelor", "Aventyl", "Allegron"),
    ),
    single(
        "trimipramine",
        "TCA",
        Limit(200, "nursekey.com/trimipramine-maleate", "for outpatients", secondary=True),
        Limit(300, "nursekey.com/trimipramine-maleate", "for inpatients", secondary=True),
        brands=("Surmontil", "Trimip"),
        lower=(Limit(100, "nursekey.com/trimipramine-maleate", "in older adults", secondary=True),),
    ),
    single(
        "protriptyline",
        "TCA",
        Limit(60, "druglib.com/druginfo/protriptyline, copy of the US label"),
        brands=("Vivactil", "Triptil"),
    ),
    single(
        "amoxapine",
        "TCA",
        Limit(400, "rxreasoner.com/monographs/10288, US label of 2015", "for outpatients"),
        Limit(600, "rxreasoner.com/monographs/10288, US label of 2015", "for inpatients"),
        brands=("Asendin",),
        lower=(Limit(300, "rxreasoner.com/monographs/10288", "in older adults", secondary=True),),
    ),
    single(
        "maprotiline",
        "TCA",
        Limit(150, "linkedlifedata.com, copy of the US label", "for outpatients"),
        Limit(225, "linkedlifedata.com, copy of the US label", "for inpatients"),
        brands=("Ludiomil",),
    ),
    single(
        "dosulepin",
        "TCA",
        Limit(150, "medicines.org.uk/emc/product/14342, UK label of January 2023", "for outpatients"),
        Limit(225, "medicines.org.uk/emc/product/14342, UK label of January 2023", "for inpatients"),
        brands=("Prothiaden", "Dothep", "Thaden"),
        also=("dothiepin",),
        licensed="the UK, Ireland and Australia, not the US",
    ),
    single(
        "lofepramine",
        "TCA",
        Limit(
            210,
            "medicines.org.uk/emc/product/13706, UK label of May 2022",
            wording="top of the label range",
        ),
        brands=("Gamanil", "Lomont"),
        licensed="the UK and Ireland, not the US",
    ),
)

MAOI = (
    single(
        "phenelzine",
        "MAOI",
        Limit(90, "renalandurologynews.com/drug/nardil", secondary=True),
        brands=("Nardil",),
    ),
    single(
        "tranylcypromine",
        "MAOI",
        Limit(60, "rxreasoner.com/monographs/parnate, US label of 2021, 2.1"),
        brands=("Parnate",),
    ),
    single(
        "isocarboxazid",
        "MAOI",
        Limit(60, "centerwatch.com, label wording of Marplan"),
        brands=("Marplan",),
    ),
    Product(
        name="selegiline patch",
        generic="selegiline",
        family="MAOI",
        brands=("Emsam",),
        also=("selegiline transdermal", "transdermal selegiline", "selegiline transdermal system"),
        limits=(Limit(12, "simpleandpractical.com/selegiline-emsam", secondary=True),),
        lower=(
            Limit(
                6,
                "simpleandpractical.com/selegiline-emsam",
                "from 65 years of age",
                secondary=True,
                wording="recommended dose",
            ),
        ),
        unit="mg/24 h",
        step=3,
        remark="Enter what the patch releases in 24 h. Oral selegiline is another product, and not in the table.",
    ),
    single(
        "moclobemide",
        "MAOI",
        Limit(600, "medicines.org.uk/emc/medicine/22291, UK label of May 2023"),
        brands=("Manerix", "Aurorix"),
        licensed="the UK, Ireland, Canada and Australia, not the US",
    ),
)
