"""The publications on scales beside those that the first calculators rested on, once.

A DOI or PMID stands here only after it was seen beside this very publication in a look-up.
"""

from .definition import Reference

ALTMAN_1997 = Reference(
    cite="Altman EG, Hedeker D, Peterson JL, Davis JM. The Altman Self-Rating Mania Scale. Biol Psychiatry 1997 (abstract)",
    doi="10.1016/S0006-3223(96)00548-3",
    pmid="9359982",
)
YOUNG_1978 = Reference(
    cite="Young RC, Biggs JT, Ziegler VE, Meyer DA. A rating scale for mania: reliability, validity and sensitivity. "
    "Br J Psychiatry 1978;133(5):429–435",
    doi="10.1192/bjp.133.5.429",
)
BORN_2021 = Reference(
    cite="Born C, et al. Mania and bipolar depression: complementing not opposing poles—a post-hoc analysis of mixed features "
    "in manic and hypomanic episodes. Int J Bipolar Disord 2021;9(1):36",
    doi="10.1186/s40345-021-00241-5",
)
SAMARA_2023 = Reference(
    cite="Samara MT, Levine SZ, Leucht S. Linkage of Young Mania Rating Scale to Clinical Global Impression Scale to enhance "
    "utility in clinical practice and research trials. Pharmacopsychiatry 2023;56(1):18–24",
    doi="10.1055/a-1841-6672",
)
NINDS_CSSRS = Reference(
    cite="National Institute of Neurological Disorders and Stroke. Common data elements: Columbia Suicide Severity Rating "
    "Scale, screener version",
    url="https://www.commondataelements.ninds.nih.gov/report-viewer/137881/Columbia%20-%20Suicide%20Severity%20Rating%20Scale%20(C-SSRS)%20Screener%20Version",
)
MATZA_2010 = Reference(
    cite="Matza LS, et al. Identifying HAM-A cutoffs for mild, moderate, and severe generalized anxiety disorder. "
    "Int J Methods Psychiatr Res 2010;19(4):223–232",
    doi="10.1002/mpr.323",
    pmid="20718076",
)
HAMILTON_1959 = Reference(cite="Hamilton M. The assessment of anxiety states by rating. Br J Med Psychol 1959;32:50–55")
SHEEHAN_2011 = Reference(
    cite="Sheehan DV, et al. Assessing remission in major depressive disorder and generalized anxiety disorder clinical "
    "trials with the discan metric of the Sheehan disability scale. Int Clin Psychopharmacol 2011;26(2):75–83",
    doi="10.1097/YIC.0b013e328341bb5f",
    pmid="21102344",
)
DEMYTTENAERE_2001 = Reference(
    cite="Demyttenaere K, et al. Compliance with antidepressants in a primary care setting, 2: the influence of gender and "
    "type of impairment. J Clin Psychiatry 2001;62:34–37",
    pmid="11599646",
)
SDS_NOTES = Reference(
    cite="Psych Congress Network. Sheehan Disability Scale, notes on scoring (a secondary source); read in November 2026",
    url="https://psychcongress.com/saundras-corner/scales-screeners/disability-scales/sheehan-disability-scale-sds",
)
ANDREWS_2009 = Reference(
    cite="Andrews G, et al. Normative data for the 12 item WHO Disability Assessment Schedule 2.0. "
    "PLoS One 2009;4(12):e8343",
    doi="10.1371/journal.pone.0008343",
    pmid="20020047",
)
KROENKE_2009 = Reference(
    cite="Kroenke K, et al. The PHQ-8 as a measure of current depression in the general population. "
    "J Affect Disord 2009;114(1–3):163–173",
    doi="10.1016/j.jad.2008.06.026",
    pmid="18752852",
)
IDS_QIDS = Reference(
    cite="IDS/QIDS, Interpretation: totals of IDS-SR, QIDS-SR and HRSD side by side, adapted there from Rush 2003 and Trivedi "
    "2004; read in November 2026",
    url="http://ids-qids.org/interpretation.html",
)
TRIVEDI_2004 = Reference(
    cite="Trivedi MH, et al. The Inventory of Depressive Symptomatology, Clinician Rating (IDS-C) and Self-Report (IDS-SR), "
    "and the Quick Inventory of Depressive Symptomatology, Clinician Rating (QIDS-C) and Self-Report (QIDS-SR) in public "
    "sector patients with mood disorders: a psychometric evaluation. Psychol Med 2004",
    doi="10.1017/S0033291703001107",
)
CARMODY_2006 = Reference(
    cite="Carmody TJ, et al. Making clinicians lives easier: guidance on use of the QIDS self-report in place of the MADRS. "
    "J Affect Disord 2006;95(1–3):115–118",
    doi="10.1016/j.jad.2006.03.024",
    pmid="16707162",
)
LIU_2014 = Reference(
    cite="Liu J, et al. Guidance on the conversion of the Chinese versions of the Quick Inventory of Depressive "
    "Symptomatology-Self-Report (C-QIDS-SR) and the Montgomery-Asberg Scale (C-MADRS) in Chinese patients with major "
    "depression. J Affect Disord 2014;152–154:530–533",
    doi="10.1016/j.jad.2013.09.023",
    pmid="24144585",
)
